package lexicon

import (
	"math/bits"
	"slices"

	"example.com/policymodel/parse/internal/words"
)

// A Matcher finds phrases. It keeps its buffers between calls; one goroutine
// uses it at a time.
type Matcher struct {
	lex     *Lexicon
	code    code    // of lex
	entries []Entry // of lex
	places  []place // of the words, and one more
	marks   []Mark
	start   int32
	skip    uint32 // flags of phrases that are not wanted from start
	found   uint32 // flags of those found from start
	seen    uint32 // flags of all that were found
	Steps   int    // steps looked up so far, a measure of the work done
}

// A place is that of a word, as what comes before it sees it.
type place struct {
	near   sign   // of the words from there up to the next border
	symbol symbol // of the word, or border
	end    int32  // the next border, or this one
}

// NewMatcher returns a matcher for the phrases of l.
func (l *Lexicon) NewMatcher() *Matcher {
	m := new(Matcher)
	m.Use(l)
	return m
}

// Use makes m, which may be a zero Matcher, find the phrases of l; of the marks
// that it found before, none is left. With nil it finds nothing until Use is
// called again.
func (m *Matcher) Use(l *Lexicon) {
	clear(m.marks[:cap(m.marks)])
	*m = Matcher{lex: l, places: m.places[:0], marks: m.marks[:0]}
	if l != nil {
		m.code, m.entries = l.auto.code, l.entries
	}
}

// Match returns every phrase that stands in ws, a sentence, ordered by first
// word and then with the longest first. What only tells the subject of a
// heading or label is left out but for what begins with the first word. The
// result is valid until the next call.
func (m *Matcher) Match(ws []words.Word) []Mark { return m.match(ws, titular) }

// MatchHeading returns every phrase that stands in ws, a heading, as Match does.
func (m *Matcher) MatchHeading(ws []words.Word) []Mark { return m.match(ws, 0) }

// Blocks reports whether a Block is among the marks found last.
func (m *Matcher) Blocks() bool { return m.seen&blocking != 0 }

// match leaves out the phrases with flags in skip from the second word on.
func (m *Matcher) match(ws []words.Word, skip uint32) []Mark {
	m.marks, m.seen, m.skip = m.marks[:0], 0, 0
	m.see(ws)
	starts := m.lex.auto.starts
	for i := range ws {
		s := &starts[ws[i].Lemma]
		goes := s.may(&m.places[i+1])
		if s.phrase == 0 && !goes {
			continue
		}
		if i > 0 {
			m.skip = skip
		}
		had := len(m.marks)
		m.start, m.found = int32(i), 0
		if s.phrase != 0 {
			m.mark(s.phrase.phrase(), i)
		}
		if goes {
			m.walk(s.to, i+1)
		}
		m.seen |= m.found
		if len(m.marks) > had+1 {
			sortMarks(m.marks[had:])
			if m.found&gapped != 0 {
				m.marks = m.marks[:had+dropRepeats(m.marks[had:])]
			}
		}
	}
	return m.marks
}

// see sets the places of words.
func (m *Matcher) see(ws []words.Word) {
	m.places = slices.Grow(m.places[:0], len(ws)+1)[:len(ws)+1]
	next := place{0, border, int32(len(ws))}
	m.places[len(ws)] = next
	for i := len(ws) - 1; i >= 0; i-- {
		if next.symbol = symbol(ws[i].Lemma); ws[i].Before&words.Strong == 0 {
			next.near |= next.symbol.sign()
		} else {
			next = place{0, border, int32(i)}
		}
		m.places[i] = next
	}
}

// mark adds a phrase that ends with word i.
func (m *Matcher) mark(phrase uint32, i int) {
	if phrase&m.skip == 0 {
		m.marks = append(m.marks, Mark{m.start, int32(i), &m.entries[phrase>>phraseBits]})
		m.found |= phrase & flags
	}
}

// walk goes on from a state with word i: first to where that word leads, then to
// where any word does, then after a gap.
func (m *Matcher) walk(s state, i int) {
	for ; ; i++ {
		if s&isPhrase != 0 {
			if s.kind() == isFork {
				m.fork(s, i)
			} else {
				m.mark(s.phrase(), i-1)
			}
			return
		}
		if s&ends != 0 {
			m.ends(s, i-1)
		}
		at, w, to := s.place(), m.places[i].symbol, state(0)
		if signs, slots := sign(m.code[at]), sign(m.code[at+1]); has(signs, slots, w) {
			to = m.step(at, slots, w)
		}
		if s&wild != 0 && sign(m.code[at-1])&m.places[i].near != 0 {
			if to != 0 {
				m.walk(to, i+1)
			}
			next := m.code[at-2]
			if any := state(next >> 32); any != 0 {
				m.walk(any, i+1)
			}
			if gap := state(next); gap != 0 {
				m.leap(gap.place(), i)
			}
			return
		}
		if to == 0 {
			return
		}
		s = to
	}
}

// fork goes on from a fork with word i.
func (m *Matcher) fork(s state, i int) {
	for list := m.code.forked(s); len(list) > 0; list = list[forkSize:] {
		if h := list.hint(); h.may(&m.places[i]) {
			m.walk(state(list[0]), i)
		}
	}
}

// ends adds the phrases that end at s with word i.
func (m *Matcher) ends(s state, i int) {
	at := s.firstEnd()
	m.mark(uint32(m.code[at]), i)
	for n := m.code[at] >> 32; n > 0; n-- {
		at--
		m.mark(uint32(m.code[at]), i)
	}
}

// leap goes on from the state at at after a gap that starts at word i. No phrase
// ends there, and only a word can follow.
func (m *Matcher) leap(at, i int) {
	signs, slots := sign(m.code[at]), sign(m.code[at+1])
	for k, p := range m.places[i:min(i+m.lex.gap+1, int(m.places[i].end))] {
		if has(signs, slots, p.symbol) {
			if to := m.step(at, slots, p.symbol); to != 0 {
				m.walk(to, i+k+1)
			}
		}
	}
}

// step returns where w leads from the state at at, whose signs and slots have
// those of w; 0 if nowhere.
func (m *Matcher) step(at int, slots sign, w symbol) state {
	m.Steps++
	x, key := m.code.half(at, 4+bits.OnesCount64(uint64(slots&(w.slot()-1)))), w.key()
	if x>>stateBits == key {
		return state(x & stateMask)
	}
	if x>>stateBits == 0 {
		first := int(x) + 1
		for n := range int(m.code.half(at, int(x))) {
			if x := m.code.half(at, first+n); x>>stateBits == key {
				return state(x & stateMask)
			}
		}
	}
	return 0
}

// sortMarks puts the longest first; the few marks that start at one word are
// sorted by insertion.
func sortMarks(ms []Mark) {
	for i := 1; i < len(ms); i++ {
		for j := i; j > 0 && ms[j].Last > ms[j-1].Last; j-- {
			ms[j], ms[j-1] = ms[j-1], ms[j]
		}
	}
}

// dropRepeats keeps, of the marks that one phrase with a gap makes from one
// word, the shortest, and returns how many marks are left.
func dropRepeats(ms []Mark) int {
	n := 0
next:
	for i := range ms {
		for _, later := range ms[i+1:] {
			if later.Entry == ms[i].Entry && later.Entry.Gap {
				continue next
			}
		}
		ms[n] = ms[i]
		n++
	}
	return n
}
