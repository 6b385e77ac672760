package lexicon

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCompile(t *testing.T) {
	for _, lang := range []string{"en", "nl"} {
		l, err := Compile(lang, nil)
		require.NoError(t, err)
		require.NotEmpty(t, l.auto.states)
		t.Logf("%s: %d states, %d steps", lang, len(l.auto.states), len(l.auto.steps))
	}
}

func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, lang := range []string{"en", "nl"} {
			if _, err := Compile(lang, nil); err != nil {
				b.Fatal(err)
			}
		}
	}
}
