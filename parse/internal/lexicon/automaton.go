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
//	phrase ...  if phrases end there: the last one first
//	number      of the phrases
//	any         if it is wild: the state after any one word, 0 for none
//	gap         that after a gap
//	far         the signs of what must come for these
//	signs       of its steps
//	slots       of its steps
//	step ...    for each slot, the lowest first
//	step ...    then those of the slots that have several, after their number
//
// Signs and slots take two words each, the lower one first.
//
// A step is the state that it leads to, and above that the key of its symbol,
// which with the slot tells the symbol. Where a slot has several, there is instead
// how far from the signs their number stands, with the key 0.
//
// A state is named by the place of its signs and by whether it has what stands
// before them.
//
// There are two more kinds: a phrase by itself, which is a state where that
// phrase ends and nothing goes on, and a fork, which stands for several states
// where they could not be made one, one after the other. It is named by the
// place of their number; their names follow.
type automaton struct {
	code   code
	starts []start  // by symbol
	tells  []CueSet // what words tell by themselves; the first is empty
}

type code []uint32

// How many words there are for
const (
	signWords = 2 // a sign
	wildWords = 4 // what a state has if it is wild
	stepsFrom = 4 // signs and slots, after which the steps stand
)

// sign returns the sign at a place.
func (c code) sign(at int) sign {
	two := c[at : at+signWords : at+signWords]
	return sign(two[0]) | sign(two[1])<<32
}

// set returns that of the steps of the state at a place.
func (c code) set(at int) set {
	four := c[at : at+stepsFrom : at+stepsFrom]
	return set{sign(four[0]) | sign(four[1])<<32, sign(four[2]) | sign(four[3])<<32}
}

// among returns where the step with a key leads of several, whose number stands at
// a place; 0 if there is none.
func (c code) among(at int, key uint32) state {
	for n := range int(c[at]) {
		if to := c[at+1+n]; to>>stateBits == key {
			return state(to & stateMask)
		}
	}
	return 0
}

func (c *code) put(all ...sign) {
	for _, x := range all {
		*c = append(*c, uint32(x), uint32(x>>32))
	}
}

// A start is what a phrase may begin with.
type start struct {
	hint
	leads uint32 // where the symbol leads, without ends, 0 if nowhere. Above it, what told returns
	first state  // a phrase, or a state where several end, if any ends with the symbol; a fork, if that is where it leads
}

// to returns the state where the symbol leads.
func (s *start) to() state { return state(s.leads & stateMask) }

// told returns the number of the set of cues that the word tells by itself.
func (s *start) told() uint32 { return s.leads >> stateBits }

// A hint tells what must come for something to be found from a state on: a word of
// the set next, or, up to the next border, one of the signs far.
type hint struct {
	next set
	far  sign
}

// A state is the name of one: its place above its kind, or its phrase.
type state uint32

// What there can be. The built-in lexicons need less than a third of it.
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

// ends returns the phrases that end at s, which has some, the last one first.
func (c code) ends(s state) []uint32 {
	at := s.place() - 1
	if s&wild != 0 {
		at -= wildWords
	}
	return c[at-int(c[at]) : at]
}

// hint returns what must come for more to be found from s, which is no fork, than
// the phrases that end there.
func (a *automaton) hint(s state) (h hint) {
	if s&isPhrase == 0 {
		at := s.place()
		h.next = a.code.set(at)
		if s&wild != 0 {
			h.far = a.code.sign(at - signWords)
		}
	}
	return h
}

// far returns what must come for any and gap, which may be none.
func (a *automaton) far(any, gap state) sign {
	all := sign(0)
	for _, s := range [...]state{any, gap} {
		if s != 0 {
			h := a.hint(s)
			all |= h.next.signs | h.far
		}
	}
	return all
}

// forked returns the names of the states of a fork.
func (c code) forked(s state) []uint32 {
	at := s.place()
	return c[at+1:][:c[at]]
}

// start returns the start of a symbol that leads to s and tells what is numbered
// told.
func (a *automaton) start(s state, told uint32) start {
	told <<= stateBits
	first := state(0)
	switch {
	case s&isPhrase != 0:
		return start{leads: told, first: s}
	case s&ends != 0:
		first = s
		if all := a.code.ends(s); len(all) == 1 {
			first = state(all[0])<<kindBits | isPhrase
		}
	}
	s &^= ends
	return start{a.hint(s), told | uint32(s), first}
}

// whole returns the state where the symbol of s leads.
func (s *start) whole() state {
	switch to := s.to(); {
	case s.first == 0:
		return to
	case to == 0:
		return s.first
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
		a.code = append(a.code, uint32(len(p.fork)))
		for _, s := range p.fork {
			a.code = append(a.code, uint32(s))
		}
		return state(at)<<kindBits | isFork
	}
	kind := state(0)
	if n := len(p.phrases); n > 0 {
		if n == 1 && p.any == 0 && p.gap == 0 && len(p.steps) == 0 {
			return state(p.phrases[0])<<kindBits | isPhrase
		}
		kind |= ends
		for _, x := range slices.Backward(p.phrases) {
			a.code = append(a.code, x)
		}
		a.code = append(a.code, uint32(n))
	}
	if p.any != 0 || p.gap != 0 {
		kind |= wild
		a.code = append(a.code, uint32(p.any), uint32(p.gap))
		a.code.put(a.far(p.any, p.gap))
	}
	at := len(a.code)
	a.steps(p.steps)
	return state(at)<<kindBits | kind
}

// steps appends the signs and slots of steps, and these.
func (a *automaton) steps(steps []step) {
	var all set
	for _, s := range steps {
		all.signs |= s.symbol.sign()
		all.slots |= s.symbol.slot()
	}
	a.code.put(all.signs, all.slots)
	several := stepsFrom + bits.OnesCount64(uint64(all.slots))
	for rest := steps; len(rest) > 0; {
		same := sameSlot(rest)
		if same == 1 {
			a.code = append(a.code, rest[0].code())
		} else {
			a.code = append(a.code, uint32(several))
			several += 1 + same
		}
		rest = rest[same:]
	}
	for len(steps) > 0 {
		same := sameSlot(steps)
		if same > 1 {
			a.code = append(a.code, uint32(same))
			for _, s := range steps[:same] {
				a.code = append(a.code, s.code())
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

func (s step) code() uint32 { return s.symbol.key()<<stateBits | uint32(s.to) }
