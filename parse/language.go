package parse

import (
	"strings"

	"golang.org/x/text/language"
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
			key := uint32(0)
			for k := range len(w) {
				key = key<<8 | uint32(w[k])
			}
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

// wordBytes are the bytes of words, ASCII letters in lower case; 0 for others.
var wordBytes = func() (t [256]byte) {
	for c := range t {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= 0x80:
			t[c] = byte(c) | 0x20
		}
	}
	return t
}()

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

// add counts the words of text, but not one that is cut off at its end.
func (n *counts) add(text string) {
	for i := 0; i < len(text); i++ {
		start, word := i, uint32(0)
		for i < len(text) && wordBytes[text[i]] != 0 {
			word = word<<8 | uint32(wordBytes[text[i]])
			i++
		}
		if i == start || i == len(text) {
			continue
		}
		n.total++
		if size := i - start; size >= minFunction && size <= maxFunction {
			at := functionHash(word)
			for functionWords[at].word != word && functionWords[at].word != 0 {
				at = (at + 1) % uint32(len(functionWords))
			}
			n.of[functionWords[at].of]++
		}
	}
}
