package records

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse/internal/layout"
)

// A token is in a set just if it is one of the words.
func TestWordSet(t *testing.T) {
	const text = "AT Bij at, a.t. atom bijen ät 12 @ Kij ’t jurisdictions JURISDICTIONS naar. B.I.J."
	for _, list := range []string{"at bij", "jurisdictions", "t naar a b"} {
		set := setOf(list)
		r := newReader(text, new(layout.Layout), "nl", nil)
		r.scan(0, len(text))
		found := 0
		for i := range r.toks {
			want := slices.ContainsFunc(set.words, func(w string) bool { return r.wordIs(i, w) })
			assert.Equal(t, want, r.wordIsAny(i, set), "%s in %q", text[r.toks[i].start:r.toks[i].end], list)
			if want {
				found++
			}
		}
		require.NotZero(t, found, list)
	}
}
