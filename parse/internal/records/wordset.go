package records

import "strings"

// A wordSet is a set of words that are folded and have no apostrophe.
type wordSet struct {
	words   []string
	lengths [32]uint32 // sets of lengths of words, by the last five bits of their first letters
}

// setOf returns the set of the words in list, which have spaces between them
// and begin with ASCII letters.
func setOf(list string) *wordSet {
	s := &wordSet{words: strings.Fields(list)}
	for _, w := range s.words {
		s.lengths[w[0]%32] |= 1 << len(w)
	}
	return s
}

// wordIsAny reports whether token i is a word of set.
func (r *reader) wordIsAny(i int, set *wordSet) bool {
	t := &r.toks[i]
	r.steps++
	initial, dotted := r.text[t.start]%32, t.flags&fDotted != 0
	if t.kind != word || set.lengths[initial]>>uint(t.end-t.start)&1 == 0 && !dotted {
		return false
	}
	for _, w := range set.words {
		if w[0]%32 == initial && (len(w) == int(t.end-t.start) || dotted) && r.spells(t, w) {
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
