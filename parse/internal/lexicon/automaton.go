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
//	step ...    for each slot, the lowest first
//	step ...    those of the slots that have several
//
// A state is named by the place of its signs and by whether it has what stands
// before them. A step is the state that it leads to, and in the upper half the
// symbol. Where a slot has several, there is instead where they stand, counted
// from the signs, and in the upper half how many they are, with the bit several.
//
// There are two more kinds: a phrase by itself, which is a state where that
// phrase ends and nothing goes on, and a fork, which stands for several states
// where they could not be made one, one after the other. It is named by the
// place of their number; for each there follow its name and its hint.
type automaton struct {
	code   []uint64
	starts []start // by symbol
}

// A start is what a phrase may begin with. Where one phrase ends with the first
// word, which is most often so where any does, it stands here.
type start struct {
	hint
	to     state // where the symbol leads, 0 if nowhere; with a phrase, without ends
	phrase state // the one that ends with the symbol, 0 if none or several do
}

// A hint tells what must come for something to be found from a state on: a next
// word with the signs and slots, or, up to the next border, one of the signs far.
type hint struct{ next, slots, far sign }

// may reports whether what is found from p on may be found from h.
func (h *hint) may(p *place) bool {
	return has(h.next, h.slots, p.symbol) || h.far&p.near != 0
}

// A state is the name of one: its place above its kind, or its phrase.
type state uint32

// The kinds of states: flags, or one of the two others.
const (
	ends     state = 1 << iota // phrases end there
	wild                       // a gap or any word may follow
	isPhrase                   // a phrase by itself
	kindBits = iota
	isFork   = isPhrase | ends
	kindMask = 1<<kindBits - 1
)

// several is set in what stands for several steps of one slot.
const several = 1 << 63

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
		for list := a.forked(s); len(list) > 0; list = list[forkSize:] {
			all.next |= sign(list[1])
			all.slots |= sign(list[2])
			all.far |= sign(list[3])
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
func (a *automaton) forked(s state) []uint64 {
	at := s.place()
	return a.code[at+1:][:forkSize*a.code[at]]
}

const forkSize = 4 // words for each state of a fork

// start returns the start of a symbol that leads to s.
func (a *automaton) start(s state) start {
	switch {
	case s == 0:
		return start{}
	case s.kind() == isPhrase:
		return start{phrase: s}
	case s.kind() != isFork && s&ends != 0 && a.code[s.firstEnd()]>>32 == 0:
		only := state(a.code[s.firstEnd()])<<kindBits | isPhrase
		s &^= ends
		return start{a.hint(s), s, only}
	}
	return start{a.hint(s), s, 0}
}

// whole returns the state where the symbol of s leads.
func (s start) whole() state {
	switch {
	case s.phrase == 0:
		return s.to
	case s.to == 0:
		return s.phrase
	}
	return s.to | ends
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
	at := len(a.code)
	a.code = append(a.code, 0, 0)
	var signs, slots sign
	for _, s := range steps {
		signs |= s.symbol.sign()
		if x := s.symbol.slot(); slots&x == 0 {
			slots |= x
			a.code = append(a.code, s.word())
		}
	}
	a.code[at], a.code[at+1] = uint64(signs), uint64(slots)
	for first := at + 2; len(steps) > 0; first++ {
		n := 1
		for n < len(steps) && steps[n].symbol.slot() == steps[0].symbol.slot() {
			n++
		}
		if n > 1 {
			a.code[first] = several | uint64(n)<<32 | uint64(len(a.code)-at)
			for _, s := range steps[:n] {
				a.code = append(a.code, s.word())
			}
		}
		steps = steps[n:]
	}
}

func (s step) word() uint64 { return uint64(s.symbol)<<32 | uint64(s.to) }

// parts returns what s, which is not a phrase, is made of.
func (a *automaton) parts(s state) *parts {
	p, at := new(parts), s.place()
	if s.kind() == isFork {
		for list := a.forked(s); len(list) > 0; list = list[forkSize:] {
			p.fork = append(p.fork, state(list[0]))
		}
		return p
	}
	if s&ends != 0 {
		first := s.firstEnd()
		for n := range int(a.code[first]>>32) + 1 {
			p.phrases = append(p.phrases, uint32(a.code[first-n]))
		}
	}
	if s&wild != 0 {
		p.any, p.gap = state(a.code[at-2]>>32), state(a.code[at-2])
	}
	for _, x := range a.code[at+2:][:bits.OnesCount64(a.code[at+1])] {
		steps := []uint64{x}
		if x&several != 0 {
			steps = a.several(at, x)
		}
		for _, x := range steps {
			p.steps = append(p.steps, step{symbol(x >> 32), state(x)})
		}
	}
	return p
}

// several returns the steps that x, of the state at at, stands for.
func (a *automaton) several(at int, x uint64) []uint64 {
	return a.code[at+int(uint32(x)):][:x&^several>>32]
}
