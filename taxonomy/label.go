package taxonomy

import (
	"sync"

	"golang.org/x/text/language"
)

// matcher chooses between the languages of the labels, in their order.
var matcher = sync.OnceValue(func() language.Matcher {
	return language.NewMatcher([]language.Tag{language.English, language.Dutch})
})

// pick returns the label in the language that suits tag best.
func pick(labels [2]string, tag language.Tag) string {
	switch tag {
	case language.English, language.Und:
		return labels[0]
	case language.Dutch:
		return labels[1]
	}
	_, i, _ := matcher().Match(tag)
	return labels[i]
}
