package lexicon

import (
	"slices"

	"example.com/policymodel/parse/internal/words"
)

// A gap ("..") may stand for so many words. In Dutch the verb goes to the end,
// so that more stands between it and its object.
const (
	englishGap = 6
	dutchGap   = 8
)

// A trie holds the phrases as paths of lemmas. Its depth and the number of
// gaps in a path are bounded when it is built, so that the work for each word
// of a text is bounded too.
type trie struct {
	root  []int32 // by lemma: first edge from the root, -1 if none
	edges []edge
	slots []int32 // open addressing over (node, lemma): first edge
	nodes []node
	used  int
}

type node struct {
	out []*Entry
	gap int32 // node after a gap, 0 if none
	any int32 // node after any one word, 0 if none
}

type edge struct {
	node, lemma int32
	child       int32
	next        int32 // next edge from the same node with the same lemma, -1 at the end
	accept      words.Form
}

func (t *trie) init(lemmas int) {
	t.root = make([]int32, lemmas)
	for i := range t.root {
		t.root[i] = -1
	}
	t.nodes = make([]node, 1, 1<<15)
	t.edges = make([]edge, 0, 1<<15)
	t.slots = make([]int32, 1<<16)
	for i := range t.slots {
		t.slots[i] = -1
	}
}

// add enters a phrase.
func (t *trie) add(e *expr, entry *Entry) {
	for _, n := range t.reach([]int32{0}, e) {
		if !slices.Contains(t.nodes[n].out, entry) {
			t.nodes[n].out = append(t.nodes[n].out, entry)
		}
	}
}

// reach returns the nodes that e leads to from the given ones, making those
// that are missing. The result may be from itself.
func (t *trie) reach(from []int32, e *expr) []int32 {
	switch e.op {
	case seqExpr:
		for _, x := range e.list {
			from = t.reach(from, x)
		}
		return from
	case altExpr:
		var all []int32
		for _, x := range e.list {
			all = append(all, t.reach(from, x)...)
		}
		slices.Sort(all)
		return slices.Compact(all)
	}
	to := make([]int32, len(from))
	for i, n := range from {
		switch e.op {
		case wordExpr:
			to[i] = t.child(n, e.word.lemma, e.word.accept)
		case gapExpr:
			if t.nodes[n].gap == 0 {
				c := t.newNode()
				t.nodes[n].gap = c
			}
			to[i] = t.nodes[n].gap
		case anyExpr:
			if t.nodes[n].any == 0 {
				c := t.newNode()
				t.nodes[n].any = c
			}
			to[i] = t.nodes[n].any
		}
	}
	return to
}

func (t *trie) newNode() int32 {
	t.nodes = append(t.nodes, node{})
	return int32(len(t.nodes) - 1)
}

func (t *trie) child(n, lemma int32, accept words.Form) int32 {
	first := t.first(n, lemma)
	for i := first; i >= 0; i = t.edges[i].next {
		if t.edges[i].accept == accept {
			return t.edges[i].child
		}
	}
	c := t.newNode()
	t.edges = append(t.edges, edge{n, lemma, c, first, accept})
	t.setFirst(n, lemma, int32(len(t.edges)-1))
	return c
}

// first returns the first edge from n for lemma, -1 if there is none.
func (t *trie) first(n, lemma int32) int32 {
	if n == 0 {
		return t.root[lemma]
	}
	return t.slots[t.find(n, lemma)]
}

func (t *trie) find(n, lemma int32) int {
	mask := len(t.slots) - 1
	h := (uint64(uint32(n))<<32 | uint64(uint32(lemma))) * 0x9E3779B97F4A7C15
	i := int(h>>40) & mask
	for t.slots[i] >= 0 {
		if e := &t.edges[t.slots[i]]; e.node == n && e.lemma == lemma {
			break
		}
		i = (i + 1) & mask
	}
	return i
}

func (t *trie) setFirst(n, lemma, e int32) {
	if n == 0 {
		t.root[lemma] = e
		return
	}
	i := t.find(n, lemma)
	if t.slots[i] < 0 {
		t.used++
		t.slots[i] = e
		if 2*t.used >= len(t.slots) {
			t.rehash()
		}
		return
	}
	t.slots[i] = e
}

func (t *trie) rehash() {
	old := t.slots
	t.slots = make([]int32, 2*len(old))
	for i := range t.slots {
		t.slots[i] = -1
	}
	for _, e := range old {
		if e >= 0 {
			t.slots[t.find(t.edges[e].node, t.edges[e].lemma)] = e
		}
	}
}

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
	t := &m.lex.trie
	for i := range ws {
		m.start = i
		if l := ws[i].Lemma; l > 0 && t.root[l] >= 0 {
			from := len(m.marks)
			m.follow(t.root[l], i)
			sortMarks(m.marks[from:])
			m.marks = m.marks[:from+dropRepeats(m.marks[from:])]
		}
	}
	return m.marks
}

// follow tries the edges from e on for word i.
func (m *Matcher) follow(e int32, i int) {
	t := &m.lex.trie
	for ; e >= 0; e = t.edges[e].next {
		m.Steps++
		if t.edges[e].accept&m.ws[i].Form != 0 {
			m.walk(t.edges[e].child, i+1)
		}
	}
}

// walk goes on from node n with word i.
func (m *Matcher) walk(n int32, i int) {
	nd := &m.lex.trie.nodes[n]
	for _, e := range nd.out {
		m.marks = append(m.marks, Mark{int32(m.start), int32(i - 1), e})
	}
	if i >= len(m.ws) || m.ws[i].Before&words.Strong != 0 {
		return
	}
	m.next(n, i)
	if nd.any != 0 {
		m.walk(nd.any, i+1)
	}
	if nd.gap != 0 {
		for k := i; k < len(m.ws) && k <= i+m.lex.gap && m.ws[k].Before&words.Strong == 0; k++ {
			m.next(nd.gap, k)
		}
	}
}

func (m *Matcher) next(n int32, i int) {
	t := &m.lex.trie
	if l := m.ws[i].Lemma; l > 0 {
		m.Steps++
		if e := t.slots[t.find(n, l)]; e >= 0 {
			m.follow(e, i)
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
