package records

// A kind tells what a token is.
type kind uint8

const (
	word kind = iota
	number
	mark
	url
	email
)

// The flags of a token.
const (
	fSpace  uint8 = 1 << iota // white space before it
	fLine                     // a line break before it
	fUpper                    // starts with a capital letter
	fCaps                     // has two letters or more, all capital
	fDotted                   // letters with full stops, "U.S."
	fLink                     // the target of a Markdown link; value is the token that opens its label
	fHidden                   // an address within the label of a link
	fInner                    // has a capital letter, but not the first
)

// A token is a word, a run of digits, a mark, or an address.
type token struct {
	start, end int32
	tags       tag
	value      int32 // of a word its entry's, of a number itself (-1 if it has ten digits), of a mark its byte
	kind       kind
	flags      uint8
}

// is reports whether t is the mark c.
func (t *token) is(c byte) bool { return t.kind == mark && t.value == int32(c) }

// A class is what an ASCII byte begins.
type class uint8

const (
	cMark  class = iota
	cSpace       // white space
	cSkip        // what a format adds: emphasis, escapes
	cDigit
	cSpecial // opens a tag, closes a label, joins an address
)

// classes has the class of each ASCII byte that is no letter.
var classes = [128]class{
	0: cSpace, 1: cSpace, 2: cSpace, 3: cSpace, 4: cSpace, 5: cSpace, 6: cSpace, 7: cSpace, 8: cSpace, 9: cSpace,
	10: cSpace, 11: cSpace, 12: cSpace, 13: cSpace, 14: cSpace, 15: cSpace, 16: cSpace, 17: cSpace, 18: cSpace,
	19: cSpace, 20: cSpace, 21: cSpace, 22: cSpace, 23: cSpace, 24: cSpace, 25: cSpace, 26: cSpace, 27: cSpace,
	28: cSpace, 29: cSpace, 30: cSpace, 31: cSpace, 32: cSpace, 127: cSpace,
	'*': cSkip, '_': cSkip, '`': cSkip, '\\': cSkip, '~': cSkip,
	'<': cSpecial, '[': cSpecial, ']': cSpecial, '@': cSpecial, '.': cSpecial,
	'0': cDigit, '1': cDigit, '2': cDigit, '3': cDigit, '4': cDigit, '5': cDigit, '6': cDigit, '7': cDigit,
	'8': cDigit, '9': cDigit,
}

// letters has the lower case of each ASCII letter, 0 for other bytes.
var letters = [256]byte{
	'A': 'a', 'B': 'b', 'C': 'c', 'D': 'd', 'E': 'e', 'F': 'f', 'G': 'g', 'H': 'h', 'I': 'i', 'J': 'j', 'K': 'k', 'L': 'l',
	'M': 'm', 'N': 'n', 'O': 'o', 'P': 'p', 'Q': 'q', 'R': 'r', 'S': 's', 'T': 't', 'U': 'u', 'V': 'v', 'W': 'w', 'X': 'x',
	'Y': 'y', 'Z': 'z',
	'a': 'a', 'b': 'b', 'c': 'c', 'd': 'd', 'e': 'e', 'f': 'f', 'g': 'g', 'h': 'h', 'i': 'i', 'j': 'j', 'k': 'k', 'l': 'l',
	'm': 'm', 'n': 'n', 'o': 'o', 'p': 'p', 'q': 'q', 'r': 'r', 's': 's', 't': 't', 'u': 'u', 'v': 'v', 'w': 'w', 'x': 'x',
	'y': 'y', 'z': 'z',
}

func isLetter(c byte) bool { return letters[c] != 0 }
func isDigit(c byte) bool  { return c-'0' < 10 }
func isSpace(c byte) bool  { return c < 0x80 && classes[c] == cSpace }
