package lexicon

import (
	"slices"

	"example.com/policymodel/parse/internal/words"
)

// A symbol is what the phrases make of a word: a lemma in those of its forms
// that they do not tell apart. The vocabulary gives it in place of the lemma; a
// word that is unknown has 0.
type symbol uint32

// A sign is a set of symbols by their lower bits, in which most words that
// cannot follow a state are missing. No symbol of the vocabulary has the sign of
// unknown words, or that of border, which stands where no phrase goes on: at a
// strong separator and after the last word.
//
// A second set of the same kind, by the symbols' slots, misses most of those that
// the first does not, and tells where the steps of a state stand.
type sign uint64

const (
	signBits        = 6
	signMask        = 1<<signBits - 1
	border   symbol = signMask
)

// sign returns the set of x.
func (x symbol) sign() sign { return 1 << (x & signMask) }

// slot returns the set of x by its slot, which is another one than that of most
// symbols with the same sign.
func (x symbol) slot() sign { return 1 << x.slotBits() }

func (x symbol) slotBits() symbol { return (x ^ x>>signBits) & signMask }

// key returns what tells x from all others with the same slot. It is 0 for none
// of the vocabulary.
func (x symbol) key() uint32 { return uint32(x&signMask | x>>(2*signBits)<<signBits) }

// has reports whether x may be in a set that has the given signs and slots. It
// asks for both at once, as the answer to one alone is hard to foresee.
func has(signs, slots sign, x symbol) bool {
	return signs>>(x&signMask)&(slots>>x.slotBits())&1 != 0
}

// known reports whether x may be a symbol of the vocabulary.
func (x symbol) known() bool { return x&signMask != 0 && x&signMask != border }

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
	for _, e := range t.edges {
		if !slices.Contains(y.accepts[e.lemma], e.accept) {
			y.accepts[e.lemma] = append(y.accepts[e.lemma], e.accept)
		}
	}
	v.Renumber(y.number)
	return y
}

// number returns the symbol of a form of a lemma: a new one, unless there is one
// of a form that is accepted by the same sets.
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
	for y.last++; !y.last.known(); y.last++ {
	}
	y.of[lemma] = append(y.of[lemma], numbered{y.last, by})
	return int32(y.last)
}

// by returns the bit of one of the sets of forms that phrases accept of a lemma.
func (y *symbols) by(lemma int32, accept words.Form) uint32 {
	return 1 << slices.Index(y.accepts[lemma], accept)
}
