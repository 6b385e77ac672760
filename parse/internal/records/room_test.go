package records

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/parse/internal/layout"
)

// The room that is made for the tokens of a long block is what they take.
func TestRoom(t *testing.T) {
	for _, s := range []string{"we collect names ", "we! ", "a!", "1.1.1. ", "30 days, ", "“we” ", "• ", "a@b.nl "} {
		text := strings.Repeat(s, 4*longBlock/len(s))
		var r reader
		r.reset(text, &layout.Layout{Blocks: []layout.Block{{End: len(text), Section: -1, Intro: -1}}, End: len(text)}, "en", nil)
		toks, stops, sents := cap(r.toks), cap(r.stops), cap(r.sents)
		r.read(0, &r.layout.Blocks[0])
		assert.Equal(t, toks, cap(r.toks), "tokens of %q: %d", s, len(r.toks))
		assert.Equal(t, stops, cap(r.stops), "stops of %q: %d", s, len(r.stops))
		assert.Equal(t, sents, cap(r.sents), "sentences of %q: %d", s, len(r.sents))
	}
}
