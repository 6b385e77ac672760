package parse_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
	"example.com/policymodel/parse/internal/corpus"
	"example.com/policymodel/taxonomy"
)

// corpusTexts returns the policies in a folder of the corpus.
func corpusTexts(tb testing.TB, folder string) []string {
	tb.Helper()
	var list []string
	for _, text := range corpus.Policies(tb, folder) {
		list = append(list, text)
	}
	return list
}

func BenchmarkParse(b *testing.B) {
	for _, dir := range []string{"wild", "wild-nl", "seeds"} {
		b.Run(dir, func(b *testing.B) {
			benchmarkTexts(b, corpusTexts(b, dir))
		})
	}
	b.Run("embedded", func(b *testing.B) { benchmarkTexts(b, []string{englishPolicy, dutchPolicy}) })
}

func benchmarkTexts(b *testing.B, texts []string) {
	p, err := parse.New(nil)
	require.NoError(b, err)
	size := 0
	for _, text := range texts {
		size += len(text)
		_, err := p.Parse(text) // compiles the lexicons
		require.NoError(b, err)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			if _, err := p.Parse(text); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkFirstUse measures what the first texts of both languages cost,
// with the lexicons compiled anew.
func BenchmarkFirstUse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		p, err := parse.New(&parse.Config{Terms: []parse.Term{parse.NewTerm(taxonomy.DataContactEmail, "electronic letterbox")}})
		require.NoError(b, err)
		for _, text := range []string{englishPolicy, dutchPolicy} {
			_, err := p.Parse(text)
			require.NoError(b, err)
		}
	}
}
