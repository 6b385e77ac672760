package reading

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
)

// No word with a hyphen at its end is passed over, in whatever order sentences
// are asked about.
func TestHyphened(t *testing.T) {
	const pieces = "ab  --,.1é/\n"
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		text := make([]byte, random.IntN(80))
		for i := range text {
			text[i] = pieces[random.IntN(len(pieces))]
		}
		r := reader{text: string(text)}
		r.scan.Vocabulary = &lexicon.English().Vocabulary
		ws := r.scan.Block(r.text, 0, len(r.text))
		for range 20 {
			if len(ws) == 0 {
				break
			}
			first := random.IntN(len(ws))
			sentence := ws[first : first+1+random.IntN(len(ws)-first)]
			for i, w := range sentence {
				if i > 0 && w.Before&words.Suspended != 0 {
					assert.True(t, r.hyphened(sentence), "%q in %q", r.text[sentence[0].Start:w.End], r.text)
					assert.False(t, r.whole.covers(sentence))
				}
			}
			r.hyphened(sentence)
		}
	}

	r := reader{text: "We use third-party tools - two at most - and share on-line data. Order- and delivery data."}
	r.scan.Vocabulary = &lexicon.English().Vocabulary
	ws := r.scan.Block(r.text, 0, len(r.text))
	assert.False(t, r.hyphened(ws[:len(ws)-4]))
	assert.True(t, r.hyphened(ws))
}
