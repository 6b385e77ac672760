package lexicon

import (
	"math/bits"
	"slices"

	"example.com/policymodel/parse/internal/buffer"
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
	blocks  []Mark
	cues    CueSet // that the words tell by themselves
	start   int32
	skip    uint32 // flags of phrases that are not wanted from start
	found   uint32 // flags of those found from start
	Steps   int    // steps looked up so far, a measure of the work done
}

// A place is that of a word, as what comes before it sees it.
type place struct {
	near    sign  // of the words from there up to the next border
	end     int32 // the next border, or this one
	slotted       // the symbol of the word, or border
}

// NewMatcher returns a matcher for the phrases of l.
func (l *Lexicon) NewMatcher() *Matcher {
	m := new(Matcher)
	m.Use(l)
	return m
}

// Use makes m, which may be a zero Matcher, find the phrases of l; of the marks
// that it found before, none is left.
func (m *Matcher) Use(l *Lexicon) {
	clear(m.marks[:cap(m.marks)])
	clear(m.blocks[:cap(m.blocks)])
	*m = Matcher{lex: l, code: l.auto.code, entries: l.entries, places: m.places[:0], marks: m.marks[:0], blocks: m.blocks[:0]}
}

// Clear makes m forget its lexicon and what it found, until Use is called, and
// adds the room of its buffers to n.
func (m *Matcher) Clear(n *buffer.Size) {
	*m = Matcher{
		places: buffer.Reset(n, m.places),
		marks:  buffer.Emptied(n, m.marks[:cap(m.marks)]), blocks: buffer.Emptied(n, m.blocks[:cap(m.blocks)]),
	}
}

// Match returns every phrase that stands in ws, a sentence, ordered by first
// word and then with the longest first, but for what single words tell by
// themselves, and blocks. What only tells the subject of a heading or label is
// left out but for what begins with the first word. The result is valid until
// the next call.
func (m *Matcher) Match(ws []words.Word) []Mark { return m.match(ws, titular) }

// MatchHeading returns every phrase that stands in ws, a heading, as Match does.
func (m *Matcher) MatchHeading(ws []words.Word) []Mark { return m.match(ws, 0) }

// Blocks returns the marks of blocks in the words matched last, in order. The
// result is valid until the next call of Match or MatchHeading.
func (m *Matcher) Blocks() []Mark { return m.blocks }

// Cues returns the cues that the words matched last tell by themselves.
func (m *Matcher) Cues() *CueSet { return &m.cues }

// match leaves out the phrases with flags in skip from the second word on.
func (m *Matcher) match(ws []words.Word, skip uint32) []Mark {
	m.marks, m.blocks, m.skip = m.marks[:0], m.blocks[:0], 0
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
			m.walk(s.to(), i+1)
		}
		if len(m.marks) > had+1 {
			sortMarks(m.marks[had:])
			if m.found&gapped != 0 {
				m.marks = m.marks[:had+dropRepeats(m.marks[had:])]
			}
		}
		if m.found&blocking != 0 {
			m.part(had)
		}
	}
	return m.marks
}

// part moves the blocks among the marks from had on to blocks.
func (m *Matcher) part(had int) {
	n := had
	for _, mark := range m.marks[had:] {
		if mark.Entry.Kind == Block {
			m.blocks = append(m.blocks, mark)
		} else {
			m.marks[n] = mark
			n++
		}
	}
	m.marks = m.marks[:n]
}

// see sets the places of words, and notes what they tell by themselves.
func (m *Matcher) see(ws []words.Word) {
	places := slices.Grow(m.places[:0], len(ws)+1)[:len(ws)+1]
	next := place{0, int32(len(ws)), border.slotted()}
	places[len(ws)] = next
	starts, tells, cues := m.lex.auto.starts, m.lex.auto.tells, CueSet{}
	for i := len(ws) - 1; i >= 0; i-- {
		w := &ws[i]
		cues.Union(&tells[starts[w.Lemma].told()])
		if w.Before&words.Strong == 0 {
			x := symbol(w.Lemma)
			next.slotted = x.slotted()
			next.near |= x.sign()
		} else {
			next = place{0, int32(i), border.slotted()}
		}
		places[i] = next
	}
	m.places, m.cues = places, cues
}

// mark adds a phrase that ends with word i.
func (m *Matcher) mark(phrase uint32, i int) {
	if phrase&m.skip == 0 {
		m.marks = append(m.marks, Mark{m.start, int32(i), &m.entries[phrase>>phraseBits]})
		m.found |= phrase & flags
	}
}

// walk goes on from a state with word i: first after a gap, then to where any
// word leads, then to where that one does. So what comes first is found last.
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
		at, p := s.place(), &m.places[i]
		if s&wild != 0 && sign(m.code[at-1])&p.near != 0 {
			next := m.code[at-2]
			if gap := state(next); gap != 0 {
				m.leap(gap.place(), i)
			}
			if any := state(next >> 32); any != 0 {
				m.walk(any, i+1)
			}
		}
		signs, slots := sign(m.code[at]), sign(m.code[at+1])
		if p.in(signs, slots) == 0 {
			return
		}
		if s = m.step(at, slots, p.slotted); s == 0 {
			return
		}
	}
}

// fork goes on from a fork with word i.
func (m *Matcher) fork(s state, i int) {
	list := m.code.forked(s)
	for at := len(list) - forkSize; at >= 0; at -= forkSize {
		if h := list[at:].hint(); h.may(&m.places[i]) {
			m.walk(state(list[at]), i)
		}
	}
}

// ends adds the phrases that end at s with word i.
func (m *Matcher) ends(s state, i int) {
	at := s.firstEnd()
	for _, phrase := range m.code[at-int(m.code[at]>>32) : at+1] {
		m.mark(uint32(phrase), i)
	}
}

// leap goes on from the state at at after a gap that starts at word i. No phrase
// ends there, and only a word can follow.
func (m *Matcher) leap(at, i int) {
	signs, slots := sign(m.code[at]), sign(m.code[at+1])
	places := m.places[i:min(i+m.lex.gap+1, int(m.places[i].end))]
	may := sign(0) // which words may follow, the last one lowest
	for _, p := range places {
		may = may<<1 | p.in(signs, slots)
	}
	for ; may != 0; may &= may - 1 {
		k := len(places) - 1 - bits.TrailingZeros64(uint64(may))
		if to := m.step(at, slots, places[k].slotted); to != 0 {
			m.walk(to, i+k+1)
		}
	}
}

// step returns where x leads from the state at at, whose signs and slots have
// those of x; 0 if nowhere.
func (m *Matcher) step(at int, slots sign, x slotted) state {
	m.Steps++
	h, key := m.code.half(at, 4+bits.OnesCount64(uint64(slots&(1<<(x.slot&signMask)-1)))), uint32(x.symbol>>signBits)
	if h>>stateBits == key {
		return state(h & stateMask)
	}
	if h>>stateBits == 0 {
		first := int(h) + 1
		for n := range int(m.code.half(at, int(h))) {
			if h := m.code.half(at, first+n); h>>stateBits == key {
				return state(h & stateMask)
			}
		}
	}
	return 0
}

// sortMarks puts the longest first, and of one length those found last; the few
// marks that start at one word are sorted by insertion.
func sortMarks(ms []Mark) {
	for i := 1; i < len(ms); i++ {
		for j := i; j > 0 && ms[j].Last >= ms[j-1].Last; j-- {
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
