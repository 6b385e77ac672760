package lexicon

import "example.com/policymodel/parse/internal/words"

// A Matcher finds phrases. It keeps its buffers between calls; one goroutine
// uses it at a time.
type Matcher struct {
	lex   *Lexicon
	auto  *automaton
	ws    []words.Word
	signs []sign // of ws, with an end after them
	marks []Mark
	start int32
	loose int // marks from start of phrases with a gap
	Steps int // edges tried so far, a measure of the work done
}

// NewMatcher returns a matcher for the phrases of l.
func (l *Lexicon) NewMatcher() *Matcher { return &Matcher{lex: l, auto: l.auto} }

// A sign is a set of lemmas, by their number modulo the size of the set, or
// what a word shows to such sets: most words that cannot follow a state are
// told by one look. Where no phrase goes on, at a strong separator and after
// the last word, it is border.
type sign uint64

const border sign = 1 << 63

func signOf(lemma int32) sign { return 1 << (uint32(lemma) % 63) }

// Match returns every phrase that stands in ws, a sentence, ordered by first
// word and then with the longest first. The result is valid until the next
// call.
func (m *Matcher) Match(ws []words.Word) []Mark {
	m.ws, m.signs, m.marks = ws, m.signs[:0], m.marks[:0]
	for i := range ws {
		s := signOf(ws[i].Lemma)
		if ws[i].Before&words.Strong != 0 {
			s |= border
		}
		m.signs = append(m.signs, s)
	}
	m.signs = append(m.signs, border)
	root, code := m.auto.root, m.auto.code
	for i := range ws {
		from, to := root[ws[i].Lemma], root[ws[i].Lemma+1]
		if from == to {
			continue
		}
		m.start, m.loose = int32(i), 0
		had := len(m.marks)
		for steps := code[from:to]; len(steps) > 1; steps = steps[2:] {
			m.Steps++
			if steps[0]&uint32(ws[i].Form) != 0 {
				m.walk(steps[1], i+1)
			}
		}
		if len(m.marks) > had+1 {
			sortMarks(m.marks[had:])
			if m.loose > 1 {
				m.marks = m.marks[:had+dropRepeats(m.marks[had:])]
			}
		}
	}
	return m.marks
}

// walk goes on from a state with word i.
func (m *Matcher) walk(state uint32, i int) {
	code := m.auto.code[state:]
	head := code[0]
	code = code[1:]
	for n := head >> headBits; n > 0; n-- {
		m.marks = append(m.marks, Mark{m.start, int32(i - 1), &m.lex.entries[code[0]>>1]})
		m.loose += int(code[0] & 1)
		code = code[1:]
	}
	at := m.signs[i]
	if head&headMask == 0 || at&border != 0 {
		return
	}
	var any, gap uint32
	if head&hasAny != 0 {
		any, code = code[0], code[1:]
	}
	if head&hasGap != 0 {
		gap, code = code[0], code[1:]
	}
	if head&hasSteps != 0 && at&signs(code) != 0 {
		m.next(code, i)
	}
	if any != 0 {
		m.walk(any, i+1)
	}
	if gap != 0 {
		m.leap(gap, i)
	}
}

// leap goes on from a state after a gap that starts at word i. No phrase ends
// there, and only a word can follow.
func (m *Matcher) leap(state uint32, i int) {
	code := m.auto.code[state:]
	head := code[0]
	if head&hasSteps == 0 {
		return
	}
	code = code[1+head>>1&1+head>>2&1:]
	stop := signs(code) | border
	for k, at := range m.signs[i:min(i+m.lex.gap+1, len(m.signs))] {
		if at&stop == 0 {
			continue
		}
		if at&border != 0 {
			break
		}
		m.next(code, i+k)
	}
}

// signs returns the signs of the steps that stand in code.
func signs(code []uint32) sign { return sign(code[0]) | sign(code[1])<<32 }

// next takes the steps in code for the lemma of word i.
func (m *Matcher) next(code []uint32, i int) {
	m.Steps++
	n := int(code[2])
	steps := code[3 : 3+2*n]
	key := keyOf(m.ws[i].Lemma, 0)
	for n > 8 {
		half := n / 2
		if steps[2*half-2] < key {
			steps = steps[2*half:]
			n -= half
		} else {
			n = half
		}
	}
	for ; len(steps) > 1; steps = steps[2:] {
		switch k := steps[0] ^ key; {
		case steps[0] < key:
		case k > formMask:
			return
		case k&uint32(m.ws[i].Form) != 0:
			m.walk(steps[1], i+1)
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
