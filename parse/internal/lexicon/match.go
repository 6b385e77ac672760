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
	code    []uint32 // of lex
	entries []Entry  // of lex
	keys    []key    // of the words
	signs   []sign   // of the words, with a border after them
	marks   []Mark
	start   int32
	skip    uint32 // flags of phrases that are not wanted from start
	loose   int    // marks from start of phrases with a gap
	seen    uint32 // flags of the phrases found
	Steps   int    // edges tried so far, a measure of the work done
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
	*m = Matcher{lex: l, keys: m.keys[:0], signs: m.signs[:0], marks: m.marks[:0]}
	if l != nil {
		m.code, m.entries = l.auto.code, l.entries
	}
}

// A sign is a set of lemmas by their keys' first parts, or what a word shows
// to such sets: most words that cannot follow a state are told by one look.
// Where no phrase goes on, at a strong separator and after the last word, it is
// border, which is in no set.
type sign uint64

const (
	border  sign = 1 << buckets
	buckets      = 63
)

// A key is a lemma in the order of its bucket, with the forms of it that a step
// accepts. Steps are sorted by key, so that the sign of a lemma tells about
// where its steps stand.
type key uint32

const (
	formBits   = 5
	formMask   = 1<<formBits - 1
	bucketBits = 26 // of a key, below the bucket; the lemma's rest has 21 of them
)

func keyOf(lemma int32, accept words.Form) key {
	l := uint32(lemma)
	return key(l%buckets<<bucketBits | l/buckets<<formBits | uint32(accept))
}

// sign returns the sign of the lemma of k.
func (k key) sign() sign { return 1 << (k >> bucketBits) }

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
	m.marks, m.seen = m.marks[:0], 0
	m.keys = slices.Grow(m.keys[:0], len(ws))[:len(ws)]
	m.signs = slices.Grow(m.signs[:0], len(ws)+1)[:len(ws)+1]
	for i := range ws {
		m.keys[i] = keyOf(ws[i].Lemma, ws[i].Form)
		m.signs[i] = m.keys[i].sign()
		if ws[i].Before&words.Strong != 0 {
			m.signs[i] = border
		}
	}
	m.signs[len(ws)] = border
	root, code := m.lex.auto.root, m.code
	m.skip = 0
	for i := range ws {
		from, to := root[ws[i].Lemma], root[ws[i].Lemma+1]
		if from == to {
			continue
		}
		m.start, m.loose = int32(i), 0
		if i > 0 {
			m.skip = skip
		}
		had := len(m.marks)
		for ; from < to; from += startSize {
			m.Steps++
			if code[from]&uint32(ws[i].Form) != 0 && setAt(code, from+2)&m.signs[i+1] != 0 {
				m.walk(code[from+1], i+1)
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
	code := m.code
	head := code[state]
	at := state + 1
	for end := at + head>>headBits; at < end; at++ {
		p := code[at]
		if p&m.skip == 0 {
			m.marks = append(m.marks, Mark{m.start, int32(i - 1), &m.entries[p>>phraseBits]})
			m.loose += int(p & gapped)
			m.seen |= p & flags
		}
	}
	if head&(hasAny|hasGap) == 0 {
		if head&hasSteps != 0 && m.signs[i]&setAt(m.code, at) != 0 {
			m.next(at, i)
		}
		return
	}
	if m.signs[i] == border {
		return
	}
	var any, gap uint32
	if head&hasAny != 0 {
		any = code[at]
		at++
	}
	if head&hasGap != 0 {
		gap = code[at]
		at++
	}
	if head&hasSteps != 0 && m.signs[i]&setAt(m.code, at) != 0 {
		m.next(at, i)
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
	head := m.code[state]
	if head&hasSteps == 0 {
		return
	}
	at := state + 1 + head>>1&1 + head>>2&1
	stop := setAt(m.code, at) | border
	for k, s := range m.signs[i:min(i+m.lex.gap+1, len(m.signs))] {
		if s&stop == 0 {
			continue
		}
		if s == border {
			break
		}
		m.next(at, i+k)
	}
}

// next takes the steps that stand at at for the lemma of word i, whose sign
// they have.
func (m *Matcher) next(at uint32, i int) {
	m.Steps++
	// Of each lower sign there is one step at least, and of each higher one.
	n, set, s := m.code[at+2], setAt(m.code, at), m.signs[i]
	lo, hi := uint32(bits.OnesCount64(uint64(set&(s-1)))), n-uint32(bits.OnesCount64(uint64(set&-(s<<1))))
	want, code, at := m.keys[i], m.code, at+3
	first := want &^ formMask
	for hi-lo > 4 {
		if mid := (lo + hi) / 2; key(code[at+2*mid]) < first {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < n; lo++ {
		k := key(code[at+2*lo])
		if k > first|formMask {
			return
		}
		if k >= first && k&want&formMask != 0 {
			m.walk(code[at+2*lo+1], i+1)
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
