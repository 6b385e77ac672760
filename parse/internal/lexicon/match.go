package lexicon

import "example.com/policymodel/parse/internal/words"

// A Matcher finds phrases. It keeps its buffers between calls; one goroutine
// uses it at a time.
type Matcher struct {
	lex   *Lexicon
	ws    []words.Word
	marks []Mark
	start int
	Steps int // edges tried so far, a measure of the work done
}

// NewMatcher returns a matcher for the phrases of l.
func (l *Lexicon) NewMatcher() *Matcher { return &Matcher{lex: l} }

// Match returns every phrase that stands in ws, a sentence, ordered by first
// word and then with the longest first. The result is valid until the next
// call.
func (m *Matcher) Match(ws []words.Word) []Mark {
	m.ws, m.marks = ws, m.marks[:0]
	root := m.lex.auto.root
	for i := range ws {
		l := ws[i].Lemma
		if l <= 0 || root[l].from == root[l].to {
			continue
		}
		m.start = i
		from := len(m.marks)
		m.follow(root[l], i)
		if len(m.marks) > from+1 {
			sortMarks(m.marks[from:])
			m.marks = m.marks[:from+dropRepeats(m.marks[from:])]
		}
	}
	return m.marks
}

// follow takes the steps that word i allows.
func (m *Matcher) follow(steps span, i int) {
	for _, st := range m.lex.auto.steps[steps.from:steps.to] {
		m.Steps++
		if st.accept&m.ws[i].Form != 0 {
			m.walk(st.to, i+1)
		}
	}
}

// walk goes on from state n with word i.
func (m *Matcher) walk(n int32, i int) {
	s := &m.lex.auto.states[n]
	for _, e := range m.lex.auto.outs[s.outs.from:s.outs.to] {
		m.marks = append(m.marks, Mark{int32(m.start), int32(i - 1), e})
	}
	if i >= len(m.ws) || m.ws[i].Before&words.Strong != 0 {
		return
	}
	m.next(s, i)
	if s.any != 0 {
		m.walk(s.any, i+1)
	}
	if s.gap != 0 {
		after := &m.lex.auto.states[s.gap]
		for k := i; k < len(m.ws) && k <= i+m.lex.gap && m.ws[k].Before&words.Strong == 0; k++ {
			m.next(after, k)
		}
	}
}

// next takes the steps from s for the lemma of word i.
func (m *Matcher) next(s *state, i int) {
	l := m.ws[i].Lemma
	if l <= 0 || s.has&(1<<(l&63)) == 0 {
		return
	}
	m.Steps++
	steps := m.lex.auto.steps
	lo, hi := s.steps.from, s.steps.to
	for hi-lo > 8 {
		if mid := (lo + hi) / 2; steps[mid].lemma < l {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for lo < s.steps.to && steps[lo].lemma < l {
		lo++
	}
	for ; lo < s.steps.to && steps[lo].lemma == l; lo++ {
		if steps[lo].accept&m.ws[i].Form != 0 {
			m.walk(steps[lo].to, i+1)
		}
	}
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
		if ms[i].Entry.Gap {
			for _, later := range ms[i+1:] {
				if later.Entry == ms[i].Entry {
					continue next
				}
			}
		}
		ms[n] = ms[i]
		n++
	}
	return n
}
