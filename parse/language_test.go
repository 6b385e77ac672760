package parse

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"
)

func TestDetectLanguage(t *testing.T) {
	for text, want := range map[string]language.Tag{
		"We collect your data when you visit our website and we use it for the purposes below.":                language.English,
		"Wij verzamelen uw gegevens wanneer u onze website bezoekt en gebruiken die voor de doelen hieronder.": language.Dutch,
		"Nous recueillons vos données quand vous visitez notre site et les utilisons pour les fins suivantes.": language.Und,
		"Wir erheben Ihre Daten, wenn Sie unsere Website besuchen, und nutzen sie zu den folgenden Zwecken.":   language.Und,
		"Recopilamos los datos de las personas que visitan el sitio para los fines siguientes, por ley.":       language.Und,
		"":            language.Und,
		"1234 !!! ??": language.Und,
	} {
		assert.Equal(t, want, detectLanguage(text), text)
	}
}

func TestCounts(t *testing.T) {
	functions := map[string]int{}
	for i, list := range [...]string{englishWords, dutchWords, otherWords} {
		for w := range strings.FieldsSeq(list) {
			if functions[w] == 0 {
				functions[w] = i + 1
			}
		}
	}
	plain := func(text string) (n counts) {
		last := strings.LastIndexFunc(text, func(r rune) bool { return r < 0x80 && !unicode.IsLetter(r) })
		for w := range strings.FieldsFuncSeq(text[:last+1], func(r rune) bool { return r < 0x80 && !unicode.IsLetter(r) }) {
			n.total++
			if len(w) >= minFunction && len(w) <= maxFunction {
				n.of[functions[strings.ToLower(w)]]++
			}
		}
		return n
	}
	text := "The data, of you and WE - om te zien: één van die x, (is) pour l'un; personal information is on file  or_not by\n"
	for size := range len(text) {
		for _, from := range [...]string{"", strings.Repeat("x", size), strings.Repeat("y ", 64)} {
			part := from + text[size/2:size]
			if !utf8.ValidString(part) {
				continue
			}
			var n counts
			n.add(part)
			assert.Equal(t, plain(part), n, part)
		}
	}
}

func TestCountFold(t *testing.T) {
	for _, tt := range []struct {
		text, name string
		limit, n   int
	}{
		{"Kai, kai and KAI", "Kai", 10, 3},
		{"Kaiser kai-os Kai", "Kai", 10, 2},
		{"kai kai kai", "Kai", 2, 2},
		{"", "Kai", 5, 0},
		{"kai", "", 5, 0},
	} {
		assert.Equal(t, tt.n, countFold(tt.text, tt.name, tt.limit), tt.text)
	}
}
