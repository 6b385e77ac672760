package parse_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
	"example.com/policymodel/taxonomy"
)

// corpus returns the texts of a folder of the corpus; it skips the test where
// there is none.
func corpus(tb testing.TB, dir string) (names, texts []string) {
	tb.Helper()
	root := corpusDir(tb)
	names, err := filepath.Glob(filepath.Join(root, "corpus", dir, "*"))
	require.NoError(tb, err)
	require.NotEmpty(tb, names, "no texts in %s of POLICY_CORPUS", dir)
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(tb, err)
		texts = append(texts, string(data))
	}
	return names, texts
}

func corpusSet() bool { return os.Getenv("POLICY_CORPUS") != "" }

func BenchmarkParse(b *testing.B) {
	for _, dir := range []string{"wild", "wild-nl", "seeds"} {
		b.Run(dir, func(b *testing.B) {
			_, texts := corpus(b, dir)
			benchmarkTexts(b, texts)
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
