package compare_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy/compare"
)

// Whatever two texts say, comparing them keeps the rules of changes, and
// comparing one with itself finds none.
func FuzzTexts(f *testing.F) {
	f.Add(kestrelEN, kestrelNL)
	f.Add(terns2022, terns2024)
	f.Add(ternsNL, "We do not share your data.")
	f.Fuzz(func(t *testing.T, a, b string) {
		p, err := parse.Parse(a, nil)
		if err != nil {
			return
		}
		q, err := parse.Parse(b, nil)
		if err != nil {
			return
		}
		for _, c := range comparisons {
			require.Empty(t, c.of(p, p))
			for _, x := range c.of(p, q) {
				check(t, x)
			}
			require.Len(t, c.of(q, p), len(c.of(p, q)))
		}
		compare.History(p, q, p)
	})
}
