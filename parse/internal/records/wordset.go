package records

import "strings"

// A wordSet is a set of words that are folded and have no apostrophe.
type wordSet struct {
	words    []string
	lengths  uint32 // a set of the lengths of the words
	initials uint32 // a set of the last five bits of their first letters
}

// setOf returns the set of the words in list, which have spaces between them
// and begin with ASCII letters.
func setOf(list string) *wordSet {
	s := &wordSet{words: strings.Fields(list)}
	for _, w := range s.words {
		s.lengths |= 1 << len(w)
		s.initials |= 1 << (w[0] % 32)
	}
	return s
}

// wordIsAny reports whether token i is a word of set.
func (r *reader) wordIsAny(i int, set *wordSet) bool {
	t := &r.toks[i]
	r.steps++
	n := int(t.end - t.start)
	dotted, initial := t.flags&fDotted != 0, r.text[t.start]%32
	if t.kind != word || set.lengths>>n&1 == 0 && !dotted || set.initials>>initial&1 == 0 {
		return false
	}
	for _, w := range set.words {
		if (len(w) == n || dotted) && w[0]%32 == initial && r.spells(t, w) {
			return true
		}
	}
	return false
}

// Words that are asked for in more than one place.
var (
	ofWords  = setOf("of van for voor")
	theWords = setOf("the de het")
)
