package parse

import (
	"math/bits"
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
	for len(text) > 0 && words.IsLetter(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	const step = 56 // bytes in which words begin; what follows them is in 64
	before := uint64(0)
	for at := 0; at < len(text); at += step {
		var b [64]byte
		copy(b[:], text[at:])
		letters := uint64(0) // a bit for each byte
		for i := 0; i < len(b); i += 8 {
			eight := words.Eight(b[:], i)
			_, others := words.Letters(eight)
			letters |= topBits(^others|eight) << i
		}
		starts := letters &^ (letters<<1 | before) & (1<<step - 1)
		before = letters >> (step - 1) & 1
		n.total += bits.OnesCount64(starts)
		for short := starts & (letters >> 1) &^ (letters >> 2 & (letters >> 3) & (letters >> 4)); short != 0; short &= short - 1 {
			i := bits.TrailingZeros64(short)
			size := bits.TrailingZeros64(^(letters >> i))
			word := uint32(words.Eight(b[:], i)|0x20202020) & (1<<(8*size) - 1)
			slot := functionHash(word)
			for functionWords[slot].word != word && functionWords[slot].word != 0 {
				slot = (slot + 1) % uint32(len(functionWords))
			}
			n.of[functionWords[slot].of]++
		}
	}
}

// topBits returns the highest bit of each of eight bytes, that of the first one
// lowest.
func topBits(eight uint64) uint64 {
	return eight & 0x8080808080808080 >> 7 * 0x0102040810204080 >> 56
}
