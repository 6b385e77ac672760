package parse

import (
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/parse/internal/words"
)

// The short words that make up a large part of any text: English, Dutch, and
// those of other languages that share such words with them (French, German,
// Spanish, Italian, Portuguese).
const (
	englishWords = "the and of to your you our or that this with for by not may from it us are on any"
	dutchWords   = "de het een en van uw je wij die dat dit met voor niet ons onze te op kan bij aan ook als om zijn"
	otherWords   = "et les des une vos nous vous pour dans que par sur est " +
		"und der das wir sie ihre von mit auf ist zu den " +
		"los las del para por una sus dati che di ou"
)

// Function words have two to four letters, so that one fits in a number.
const (
	minFunction = 2
	maxFunction = 4
)

// functionWords tells whose function word it is, by a hash of the word: 1 for
// English, 2 for Dutch, 3 for others.
var functionWords = func() (t [512]struct {
	word uint32
	of   uint8
}) {
	for i, list := range [...]string{englishWords, dutchWords, otherWords} {
		for w := range strings.FieldsSeq(list) {
			key := uint32(words.Eight([]byte(w), 0))
			at := functionHash(key)
			for t[at].word != 0 {
				at = (at + 1) % uint32(len(t))
			}
			t[at].word, t[at].of = key, uint8(i+1)
		}
	}
	return t
}()

func functionHash(word uint32) uint32 { return word * 0x9E3779B1 >> 23 }

// A long text is looked at in so many places, for so many bytes in each.
const (
	samples    = 16
	sampleSize = 1 << 9
)

// detectLanguage returns English, Dutch or Und.
func detectLanguage(text string) language.Tag {
	var n counts
	if len(text) <= samples*sampleSize {
		n.add(text)
	} else {
		for i := range samples {
			at := (len(text) - sampleSize) / (samples - 1) * i
			n.add(text[at : at+sampleSize])
		}
	}
	switch en, nl, other := n.of[1], n.of[2], n.of[3]; {
	case other > max(en, nl):
	case en >= nl && 20*en > n.total && en > 0:
		return language.English
	case 20*nl > n.total && nl > 0:
		return language.Dutch
	}
	return language.Und
}

// counts are numbers of words: all of them, and by functionWords.
type counts struct {
	total int
	of    [4]int
}

// add counts the words of text, but not one that is cut off at its end. Words are
// of ASCII letters and of all that is beyond ASCII.
func (n *counts) add(text string) {
	b := []byte(text)
	long := false // eight bytes of a word were read
	for i := 0; i < len(b); {
		eight := words.Eight(b, i)
		_, others := words.Letters(eight)
		others &^= eight
		if others == 0 {
			long = true
			i += 8
			continue
		}
		size, mask := words.Leading(others)
		if i += size; i == len(b) {
			break
		}
		i++
		if long {
			n.total++
			long = false
			continue
		}
		if size > 0 {
			n.total++
		}
		if size >= minFunction && size <= maxFunction {
			word := uint32((eight | 0x20202020) & mask)
			at := functionHash(word)
			for functionWords[at].word != word && functionWords[at].word != 0 {
				at = (at + 1) % uint32(len(functionWords))
			}
			n.of[functionWords[at].of]++
		}
	}
}
