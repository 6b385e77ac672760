// Package words cuts a block of text into words and sentences. Words keep
// their places in the text; what is compared is a hash of their folded form,
// looked up in a vocabulary that knows inflections and, for Dutch, compounds.
package words

// A Word is one word, number or address (URL or e-mail) of a block.
type Word struct {
	Start, End int32 // bytes in the text, End exclusive
	Lemma      int32 // from the vocabulary, 0 if it is unknown
	Form       Form  // which form of the lemma stands here
	Class      Class
	Before     Sep // what stands between the previous word of the block and this one
}

// A Form is a set of inflections.
type Form uint8

// The forms. English has all but Finite, which it shares with Base and Plural.
const (
	Base       Form = 1 << iota // singular; infinitive
	Plural                      // plural, third person, inflected adjective
	Participle                  // past tense and past participle
	Gerund                      // -ing; Dutch -end
	Finite                      // Dutch finite present
)

// AnyForm accepts every inflection, and Nominal those of a noun.
const (
	AnyForm = Base | Plural | Participle | Gerund | Finite
	Nominal = Base | Plural
)

// A Class tells how a word is written.
type Class uint8

// The classes of words.
const (
	Lower   Class = iota
	Capital       // starts with a capital letter
	Upper         // two or more letters, all capital
	Number        // starts with a digit
	Address       // URL, domain or e-mail address
)

// A Sep is the set of marks between two words.
type Sep uint16

// The separators.
const (
	Comma Sep = 1 << iota
	Semicolon
	Colon
	Stop  // end of a sentence
	Open  // opening bracket
	Close // closing bracket
	Quote
	Slash
	Hyphen    // the two words are parts of one, written with a hyphen
	Joined    // parts of one compound, written together
	Dash      // a dash between spaces
	Line      // line break
	Bullet    // list mark within a line
	Suspended // the previous word has a hyphen for the rest that it shares: "klant- en ordergegevens"
)

// Strong are the separators that no phrase reaches across.
const Strong = Semicolon | Stop | Bullet

// MaxSentence is the number of words after which a sentence is cut, so that
// work which compares the parts of a sentence with one another stays bounded.
const MaxSentence = 300

// Sentences calls yield with the first word and the word after the last of
// each sentence of ws, in order, until yield returns false.
func Sentences(ws []Word, yield func(first, end int) bool) {
	for first := 0; first < len(ws); {
		end := first + 1
		for limit := min(first+MaxSentence, len(ws)); end < limit && ws[end].Before&(Stop|Bullet) == 0; {
			end++
		}
		if !yield(first, end) {
			return
		}
		first = end
	}
}

// IsLetter reports whether c is an ASCII letter or part of a rune beyond
// ASCII.
func IsLetter(c byte) bool {
	return classes[c] == letter || classes[c] == capital || classes[c] == high
}
