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
	gap     int     // of lex
	places  []place // of the words, and one more
	marks   []Mark
	blocks  []Mark
	cues    CueSet // that the words tell by themselves
	start   int32
	titles  bool   // whether what only titles tell is wanted from all words
	found   uint32 // flags of the phrases found from start
	Steps   int    // states gone through so far, a measure of the work done
}

// A place is that of a word, as what comes before it sees it, or of the end. No
// phrase goes on at a border: at the end and at a word behind a strong separator.
type place struct {
	near sign   // of the words from there up to the next border
	word set    // of the word alone; of an unknown one at a border
	key  uint32 // of the word
	end  int32  // the next border, or this one
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
	*m = Matcher{lex: l, code: l.auto.code, entries: l.entries, gap: l.gap, places: m.places[:0], marks: m.marks[:0], blocks: m.blocks[:0]}
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
func (m *Matcher) Match(ws []words.Word) []Mark { return m.match(ws, false) }

// MatchHeading returns every phrase that stands in ws, a heading, as Match does.
func (m *Matcher) MatchHeading(ws []words.Word) []Mark { return m.match(ws, true) }

// Blocks returns the marks of blocks in the words matched last, in order. The
// result is valid until the next call of Match or MatchHeading.
func (m *Matcher) Blocks() []Mark { return m.blocks }

// Cues returns the cues that the words matched last tell by themselves.
func (m *Matcher) Cues() *CueSet { return &m.cues }

// match also tells titles from the second word on, or else only from the first.
func (m *Matcher) match(ws []words.Word, titles bool) []Mark {
	m.marks, m.blocks, m.cues, m.titles = m.marks[:0], m.blocks[:0], CueSet{}, titles
	m.see(ws)
	starts, tells := m.lex.auto.starts, m.lex.auto.tells
	for i := range ws {
		s, p := &starts[ws[i].Lemma], &m.places[i+1]
		if told := s.told(); told != 0 {
			m.cues.Union(&tells[told])
		}
		skips, steps := s.far&p.near != 0, p.in(s.next.others())
		if s.first == 0 && !skips && !steps {
			continue
		}
		had := len(m.marks)
		m.start, m.found = int32(i), 0
		switch first := s.first; {
		case first == 0:
		case first&ends == 0:
			m.mark(first.phrase(), i)
		case first&isPhrase == 0:
			m.ends(first, i)
		default:
			m.fork(first, i+1)
		}
		if skips {
			m.skip(s.to(), i+1)
		}
		if steps {
			if to := m.step(s.to().place(), s.next, p); to != 0 {
				m.walk(to, i+2)
			}
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

// see sets the places of words.
func (m *Matcher) see(ws []words.Word) {
	places, near, end := slices.Grow(m.places[:0], len(ws)+1)[:len(ws)+1], sign(0), int32(len(ws))
	places[len(ws)] = place{word: unknown.set(), end: end}
	for i := range slices.Backward(ws) {
		p := &places[i]
		if w := &ws[i]; w.Before&words.Strong == 0 {
			x := symbol(w.Lemma)
			p.word, p.key = x.set(), x.key()
			near |= p.word.signs
		} else {
			near, end = 0, int32(i)
			p.word = unknown.set()
		}
		p.near, p.end = near, end
	}
	m.places = places
}

// mark adds a phrase that ends with word i.
func (m *Matcher) mark(phrase uint32, i int) {
	if phrase&titular == 0 || m.titles || m.start == 0 {
		m.marks = append(m.marks, Mark{m.start, int32(i), &m.entries[phrase>>phraseBits]})
		m.found |= phrase & flags
	}
}

// walk goes on from a state with word i: first after a gap, then to where any
// word leads, then to where that one does. So what comes first is found last.
func (m *Matcher) walk(s state, i int) {
	for ; ; i++ {
		m.Steps++
		switch {
		case s&(isPhrase|ends) == 0:
		case s&ends == 0:
			m.mark(s.phrase(), i-1)
			return
		case s&isPhrase == 0:
			m.ends(s, i-1)
		default:
			m.fork(s, i)
			return
		}
		p := &m.places[i]
		if s&wild != 0 && m.code.sign(s.place()-signWords)&p.near != 0 {
			m.skip(s, i)
		}
		next := m.code.set(s.place())
		if !p.in(next.others()) {
			return
		}
		if s = m.step(s.place(), next, p); s == 0 {
			return
		}
	}
}

// fork goes on from the states of a fork with word i.
func (m *Matcher) fork(s state, i int) {
	for _, s := range slices.Backward(m.code.forked(s)) {
		m.walk(state(s), i)
	}
}

// ends adds the phrases that end at s with word i.
func (m *Matcher) ends(s state, i int) {
	for _, phrase := range m.code.ends(s) {
		m.mark(phrase, i)
	}
}

// skip goes on from s, which is wild, after a gap that starts at word i, where only
// a word can follow, and with the word after i where i may be any word.
func (m *Matcher) skip(s state, i int) {
	at := s.place() - wildWords
	any, gap := state(m.code[at]), state(m.code[at+1])
	if gap != 0 {
		next := m.code.set(gap.place())
		others := next.others()
		places := m.places[i:min(i+m.gap+1, int(m.places[i].end))]
		may := uint64(0) // which words may follow, the last one lowest
		for k := range places {
			in := uint64(0)
			if places[k].in(others) {
				in = 1
			}
			may = may<<1 | in
		}
		for ; may != 0; may &= may - 1 {
			k := len(places) - 1 - bits.TrailingZeros64(may)
			if to := m.step(gap.place(), next, &places[k]); to != 0 {
				m.walk(to, i+k+1)
			}
		}
	}
	if any != 0 {
		m.walk(any, i+1)
	}
}

// in reports whether the word may be in the set that does not have others. It asks
// for signs and slots at once, as the answer to one alone is hard to foresee.
func (p *place) in(others set) bool {
	return p.word.signs&others.signs|p.word.slots&others.slots == 0
}

// step returns where the word of p leads from the state at at, whose set the word may
// be in; 0 if nowhere.
func (m *Matcher) step(at int, next set, p *place) state {
	to := m.code[at+stepsFrom+bits.OnesCount64(uint64(next.slots&(p.word.slots-1)))]
	switch to >> stateBits {
	case p.key:
		return state(to & stateMask)
	case 0:
		return m.code.among(at+int(to), p.key)
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
