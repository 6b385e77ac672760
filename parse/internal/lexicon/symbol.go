package lexicon

import (
	"cmp"
	"slices"

	"example.com/policymodel/parse/internal/words"
)

// A symbol is what the phrases make of a word: a lemma in those of its forms
// that they do not tell apart. The vocabulary gives it in place of the lemma; a
// word that is not in it is unknown.
type symbol uint32

const unknown symbol = 0

// A sign is a set of symbols by their lower bits, in which most words that
// cannot follow a state are missing. No symbol of the vocabulary has the sign of
// unknown words.
//
// A second set of the same kind, by the symbols' slots, misses most of those that
// the first does not, and tells where the steps of a state stand.
type sign uint64

const (
	signBits = 6
	signMask = 1<<signBits - 1
)

// sign returns the set of x.
func (x symbol) sign() sign { return 1 << (x & signMask) }

// slot returns the set of x by its slot, which is another one than that of most
// symbols with the same sign.
func (x symbol) slot() sign { return 1 << x.slotBits() }

func (x symbol) slotBits() symbol { return (x ^ x>>signBits) & signMask }

// key returns what tells x from all others with the same slot. No symbol of the
// vocabulary has the key 0.
func (x symbol) key() uint32 { return uint32(x >> signBits) }

// A set is one of symbols by their signs and by their slots.
type set struct{ signs, slots sign }

// set returns the set of x alone.
func (x symbol) set() set { return set{x.sign(), x.slot()} }

// others returns what is not in s.
func (s set) others() set { return set{^s.signs, ^s.slots} }

// known reports whether x may be a symbol of the vocabulary.
func (x symbol) known() bool { return x.key() != 0 && x&signMask != 0 }

// compareSymbols orders symbols by slot, and then by number.
func compareSymbols(a, b symbol) int {
	if x, y := a.slotBits(), b.slotBits(); x != y {
		return int(x) - int(y)
	}
	return int(a) - int(b)
}

// symbols are those of a vocabulary.
type symbols struct {
	last    symbol
	accepts [][]words.Form // by lemma: the sets of forms that phrases accept
	of      [][]numbered   // by lemma
}

// A numbered symbol is one of a lemma, and by which of the sets of forms it is
// accepted.
type numbered struct {
	symbol symbol
	by     uint32 // a bit for each
}

// symbols puts symbols for the phrases of t in place of the so many lemmas of v.
func (t *trie) symbols(v *words.Vocabulary, lemmas int) *symbols {
	y := &symbols{accepts: make([][]words.Form, lemmas), of: make([][]numbered, lemmas)}
	uses := make([][]int, lemmas) // of each of the sets of forms
	for _, e := range t.edges {
		i := slices.Index(y.accepts[e.lemma], e.accept)
		if i < 0 {
			i = len(uses[e.lemma])
			y.accepts[e.lemma] = append(y.accepts[e.lemma], e.accept)
			uses[e.lemma] = append(uses[e.lemma], 0)
		}
		uses[e.lemma][i]++
	}
	v.Renumber(y.number)
	y.order(v, uses)
	return y
}

// number returns the symbol of a form of a lemma, in the order in which they are
// found: a new one, unless there is one of a form that is accepted by the same
// sets.
func (y *symbols) number(lemma int32, form words.Form) int32 {
	by := uint32(0)
	for i, accept := range y.accepts[lemma] {
		if accept&form != 0 {
			by |= 1 << i
		}
	}
	for _, n := range y.of[lemma] {
		if n.by == by {
			return int32(n.symbol)
		}
	}
	y.last++
	y.of[lemma] = append(y.of[lemma], numbered{y.last, by})
	return int32(y.last)
}

// order numbers the symbols anew: first those that most phrases use, which are
// most often met in texts, so that what is known of them stands together.
func (y *symbols) order(v *words.Vocabulary, uses [][]int) {
	type used struct {
		*numbered
		uses int
	}
	var all []used
	for lemma, list := range y.of {
		for i := range list {
			n := used{&list[i], 0}
			for k, more := range uses[lemma] {
				n.uses += more * int(n.by>>k&1)
			}
			all = append(all, n)
		}
	}
	slices.SortFunc(all, func(a, b used) int { return cmp.Or(b.uses-a.uses, int(a.symbol)-int(b.symbol)) })
	to := make([]int32, y.last+1)
	y.last = 0
	for _, n := range all {
		for y.last++; !y.last.known(); y.last++ {
		}
		to[n.symbol] = int32(y.last)
		n.symbol = y.last
	}
	v.Renumber(func(symbol int32, _ words.Form) int32 { return to[symbol] })
}

// by returns the bit of one of the sets of forms that phrases accept of a lemma.
func (y *symbols) by(lemma int32, accept words.Form) uint32 {
	return 1 << slices.Index(y.accepts[lemma], accept)
}
