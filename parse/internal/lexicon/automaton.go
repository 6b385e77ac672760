package lexicon

import (
	"math/bits"
	"slices"
)

// A gap ("..") may stand for so many words. In Dutch the verb goes to the end,
// so that more stands between it and its object.
const (
	englishGap = 6
	dutchGap   = 8
)

// An automaton finds the phrases of a lexicon. It is the trie with what one word
// leads to made one, as far as the order of the marks allows it, and then with
// equal parts made one. The length of its paths and the number of gaps in a path
// are bounded, so that the work for each word of a text is bounded too.
//
// What belongs to a state stands together in code, so that it takes few cache
// lines:
//
//	phrase ...  if phrases end there: all but the first, the last one first
//	phrase      the first; in the upper half how many others there are
//	gap         if it is wild: the state after a gap; in the upper half that after any one word; 0 for none
//	far         the signs of what must come for these
//	signs       of its steps
//	slots       of its steps
//	step ...    two in a word: for each slot, the lowest first
//	step ...    then those of the slots that have several, after their number
//
// A step is the state that it leads to, and above that the key of its symbol,
// which with the slot tells the symbol. Where a slot has several, there is instead
// where their number stands, in halves of words from the signs, with the key 0.
//
// A state is named by the place of its signs and by whether it has what stands
// before them.
//
// There are two more kinds: a phrase by itself, which is a state where that
// phrase ends and nothing goes on, and a fork, which stands for several states
// where they could not be made one, one after the other. It is named by the
// place of their number; for each there follow its name and its hint.
type automaton struct {
	code   code
	starts []start  // by symbol
	tells  []CueSet // what words tell by themselves; the first is empty
}

type code []uint64

// half returns half a word: n halves, the lower one first, from that at a place.
func (c code) half(at, n int) uint32 { return uint32(c[at+n>>1] >> (n & 1 * 32)) }

// A start is what a phrase may begin with. Where one phrase ends with the first
// word, which is most often so where any does, it stands here.
type start struct {
	hint
	leads  uint32 // where the symbol leads, 0 if nowhere; with a phrase, without ends. Above it, what told returns
	phrase state  // the one that ends with the symbol, 0 if none or several do
}

// to returns the state where the symbol leads.
func (s *start) to() state { return state(s.leads & stateMask) }

// told returns the number of the set of cues that the word tells by itself.
func (s *start) told() uint32 { return s.leads >> stateBits }

// A hint tells what must come for something to be found from a state on: a next
// word with the signs and slots, or, up to the next border, one of the signs far.
type hint struct{ next, slots, far sign }

// may reports whether what is found from p on may be found from h.
func (h *hint) may(p *place) bool {
	return p.in(h.next, h.slots)|h.far&p.near != 0
}

// A state is the name of one: its place above its kind, or its phrase.
type state uint32

// What there can be. The built-in lexicons need less than a quarter of it.
const (
	stateBits  = 22
	stateMask  = 1<<stateBits - 1
	maxCode    = 1 << (stateBits - kindBits) // words
	maxEntries = 1 << (stateBits - kindBits - phraseBits)
	maxSymbol  = 1<<(keyBits+signBits) - 1
	maxTold    = 1 << (32 - stateBits)
	keyBits    = 32 - stateBits
)

// The kinds of states: flags, or one of the two others.
const (
	ends     state = 1 << iota // phrases end there
	wild                       // a gap or any word may follow
	isPhrase                   // a phrase by itself
	kindBits = iota
	isFork   = isPhrase | ends
	kindMask = 1<<kindBits - 1
)

// The flags of a phrase. Its number, which is that of its entry, stands above
// them.
const (
	gapped     = 1 << iota // it has a gap
	titular                // it tells what a heading or label is about
	blocking               // it takes others away
	phraseBits = iota
	flags      = 1<<phraseBits - 1
)

func (s state) kind() state    { return s & kindMask }
func (s state) place() int     { return int(s >> kindBits) }
func (s state) phrase() uint32 { return uint32(s >> kindBits) }

// firstEnd returns the place of the first phrase that ends at s, which has some.
func (s state) firstEnd() int { return s.place() - 1 - int(s&wild) }

// hint returns what must come for s.
func (a *automaton) hint(s state) hint {
	at := s.place()
	switch {
	case s.kind() == isFork:
		var all hint
		for list := a.code.forked(s); len(list) > 0; list = list[forkSize:] {
			h := list.hint()
			all.next |= h.next
			all.slots |= h.slots
			all.far |= h.far
		}
		return all
	case s&(isPhrase|ends) != 0:
		return hint{next: ^sign(0), slots: ^sign(0)}
	case s&wild != 0:
		return hint{sign(a.code[at]), sign(a.code[at+1]), sign(a.code[at-1])}
	}
	return hint{next: sign(a.code[at]), slots: sign(a.code[at+1])}
}

// far returns what must come for any and gap, which may be none.
func (a *automaton) far(any, gap state) sign {
	all := sign(0)
	for _, s := range [...]state{any, gap} {
		if s != 0 {
			h := a.hint(s)
			all |= h.next | h.far
		}
	}
	return all
}

// forked returns what stands in code for the states of a fork.
func (c code) forked(s state) code {
	at := s.place()
	return c[at+1:][:forkSize*c[at]]
}

// hint returns the hint of the first of the states of a fork.
func (c code) hint() hint { return hint{sign(c[1]), sign(c[2]), sign(c[3])} }

const forkSize = 4 // words for each state of a fork

// start returns the start of a symbol that leads to s and tells what is numbered
// told.
func (a *automaton) start(s state, told uint32) start {
	told <<= stateBits
	switch {
	case s == 0:
		return start{leads: told}
	case s.kind() == isPhrase:
		return start{leads: told, phrase: s}
	case s.kind() != isFork && s&ends != 0 && a.code[s.firstEnd()]>>32 == 0:
		only := state(a.code[s.firstEnd()])<<kindBits | isPhrase
		s &^= ends
		return start{a.hint(s), told | uint32(s), only}
	}
	return start{a.hint(s), told | uint32(s), 0}
}

// whole returns the state where the symbol of s leads.
func (s *start) whole() state {
	switch to := s.to(); {
	case s.phrase == 0:
		return to
	case to == 0:
		return s.phrase
	default:
		return to | ends
	}
}

// A step goes on from a state.
type step struct {
	symbol symbol
	to     state
}

// The parts of a state are what it is made of.
type parts struct {
	phrases  []uint32
	any, gap state
	steps    []step  // in the order of their symbols
	fork     []state // what it stands for; with them it has nothing else
}

// add appends a state to the code and returns its name.
func (a *automaton) add(p *parts) state {
	if len(p.fork) > 0 {
		at := len(a.code)
		a.code = append(a.code, uint64(len(p.fork)))
		for _, s := range p.fork {
			h := a.hint(s)
			a.code = append(a.code, uint64(s), uint64(h.next), uint64(h.slots), uint64(h.far))
		}
		return state(at)<<kindBits | isFork
	}
	kind := state(0)
	if n := len(p.phrases); n > 0 {
		if n == 1 && p.any == 0 && p.gap == 0 && len(p.steps) == 0 {
			return state(p.phrases[0])<<kindBits | isPhrase
		}
		kind |= ends
		for _, x := range slices.Backward(p.phrases[1:]) {
			a.code = append(a.code, uint64(x))
		}
		a.code = append(a.code, uint64(n-1)<<32|uint64(p.phrases[0]))
	}
	if p.any != 0 || p.gap != 0 {
		kind |= wild
		a.code = append(a.code, uint64(p.any)<<32|uint64(p.gap), uint64(a.far(p.any, p.gap)))
	}
	at := len(a.code)
	a.steps(p.steps)
	return state(at)<<kindBits | kind
}

// steps appends the signs and slots of steps, and these.
func (a *automaton) steps(steps []step) {
	var signs, slots sign
	for _, s := range steps {
		signs |= s.symbol.sign()
		slots |= s.symbol.slot()
	}
	a.code = append(a.code, uint64(signs), uint64(slots))
	n := 4 // halves, from the signs
	put := func(x uint32) {
		if n%2 == 0 {
			a.code = append(a.code, uint64(x))
		} else {
			a.code[len(a.code)-1] |= uint64(x) << 32
		}
		n++
	}
	several := n + bits.OnesCount64(uint64(slots))
	for rest := steps; len(rest) > 0; {
		same := sameSlot(rest)
		if same == 1 {
			put(rest[0].half())
		} else {
			put(uint32(several))
			several += 1 + same
		}
		rest = rest[same:]
	}
	for len(steps) > 0 {
		same := sameSlot(steps)
		if same > 1 {
			put(uint32(same))
			for _, s := range steps[:same] {
				put(s.half())
			}
		}
		steps = steps[same:]
	}
}

// sameSlot returns how many of the first of some steps have the same slot.
func sameSlot(steps []step) int {
	n := 1
	for n < len(steps) && steps[n].symbol.slot() == steps[0].symbol.slot() {
		n++
	}
	return n
}

func (s step) half() uint32 { return s.symbol.key()<<stateBits | uint32(s.to) }
