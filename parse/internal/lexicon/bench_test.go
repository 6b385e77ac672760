package lexicon

import (
	"testing"

	"example.com/policymodel/parse/internal/corpus"
	"example.com/policymodel/parse/internal/words"
)

// BenchmarkMatch finds the phrases of the sentences of the wild corpus.
func BenchmarkMatch(b *testing.B) {
	lex := English()
	scan := words.Scanner{Vocabulary: &lex.Vocabulary}
	var sentences [][]words.Word
	size := 0
	for _, text := range corpus.Policies(b, "wild") {
		size += len(text)
		ws := scan.Append(nil, text, 0, len(text))
		words.Sentences(ws, func(first, end int) bool {
			sentences = append(sentences, ws[first:end])
			return true
		})
	}
	m := lex.NewMatcher()
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, ws := range sentences {
			m.Match(ws)
		}
	}
}
