package reading

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/policy"
)

// What is asked of a sentence's cues by word is what a look at its marks tells.
func TestCuesByWord(t *testing.T) {
	const text = `# What we share

In order to help you, we and our partners may use your data (but not your password), and you can ask us not to. ` +
		`Unless a law asks for it, we do not sell or share what you give us with others: we keep it. ` +
		`If you pay, such as with a card, Kite Ltd receives it for us, or Kite does.

- We collect: your name; to call you, your number.
`
	var x Reader
	var p policy.Policy
	x.Read(&p, text, layout.Scan(text, layout.Markdown), lexicon.English(), Given{Names: []string{"Kite Ltd"}})
	marks := 0
	for k := range x.r.page.lines {
		s := &sentence{line: &x.r.page.lines[k]}
		require.Len(t, s.cuesAt, len(s.ws))
		marks += len(s.cued)
		n := int32(len(s.ws))
		for c := range lexicon.CueID(64) {
			begins := func(first, end int32) bool {
				for _, m := range s.cued {
					if m.First >= first && m.First < end && m.Entry.Is(c) {
						return true
					}
				}
				return false
			}
			for i := int32(-2); i < n+2; i++ {
				assert.Equal(t, begins(i, i+1), s.marksCue(i, c), "cue %d at word %d of %q", c, i, p.Passages[k].Text)
				for end := i - 1; end < n+2; end++ {
					assert.Equal(t, begins(i, end), s.cuedFrom(c, i, end), "cue %d in words %d to %d of %q", c, i, end, p.Passages[k].Text)
				}
			}
		}
	}
	assert.Greater(t, marks, 30)
}
