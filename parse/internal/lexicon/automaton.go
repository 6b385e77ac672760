package lexicon

import "slices"

// A gap ("..") may stand for so many words. In Dutch the verb goes to the end,
// so that more stands between it and its object.
const (
	englishGap = 6
	dutchGap   = 8
)

// An automaton finds the phrases of a lexicon. It is the trie with equal parts
// made one. The length of its paths and the number of gaps in a path are
// bounded, so that the work for each word of a text is bounded too.
//
// What belongs to a state stands together, so that it takes few cache lines:
//
//	head                 the number of phrases that end here, and the flags below
//	phrase ...           the number of each, above the flags below
//	any                  state after any one word, if the head has hasAny
//	gap                  state after a gap, if it has hasGap
//	signs, signs, steps  of its steps and their number, if it has hasSteps
//	key, to ...          the steps, by key
//
// A state is named by the place of its head. The first is at 1. After the states
// stand the steps from the start:
//
//	key, to, signs, signs  what the next word must show, if there is one
type automaton struct {
	code []uint32
	root []uint32 // by lemma: where the steps from the start begin in code; one more at the end
}

const startSize = 4 // of a step from the start

// The flags of a phrase.
const (
	gapped     = 1 << iota // it has a gap
	titular                // it tells what a heading or label is about
	blocking               // it takes others away
	phraseBits = iota
	flags      = 1<<phraseBits - 1
)

// start appends a step from the start.
func (a *automaton) start(k key, to uint32) {
	set := ^sign(0) // a phrase ends there, or any word may follow
	if head := a.code[to]; head>>headBits == 0 && head&(hasAny|hasGap) == 0 {
		set = 0
		if head&hasSteps != 0 {
			set = setAt(a.code, to+1)
		}
	}
	a.code = append(a.code, uint32(k), to, uint32(set), uint32(set>>32))
}

// setAt returns the signs that stand at at.
func setAt(code []uint32, at uint32) sign { return sign(code[at]) | sign(code[at+1])<<32 }

// The flags of a head; the number of phrases stands above them.
const (
	hasSteps = 1 << iota
	hasAny
	hasGap
	headBits = iota
	headMask = 1<<headBits - 1
)

// freeze makes the automaton of t for a vocabulary of so many lemmas; join
// makes of the phrases that end at a node those that its state holds. Nodes are
// gone through from the last, so that children are known before their parents.
func (t *trie) freeze(lemmas int, join func(phrases []uint32) []uint32) *automaton {
	f := &freezer{
		join:  join,
		code:  make([]uint32, 1, 4*len(t.edges)),
		of:    make([]uint32, len(t.nodes)),
		slots: make([]uint32, 1<<15),
	}
	for 2*len(t.nodes) > len(f.slots) {
		f.slots = make([]uint32, 2*len(f.slots))
	}
	from, edges := t.byNode()
	for n := len(t.nodes) - 1; n > 0; n-- {
		f.add(t, int32(n), edges[from[n]:from[n+1]])
	}
	a := &automaton{code: f.code, root: make([]uint32, lemmas+1)}
	start := edges[from[0]:from[1]]
	slices.SortFunc(start, func(a, b edge) int {
		if a.lemma != b.lemma {
			return int(a.lemma - b.lemma)
		}
		return int(a.accept) - int(b.accept)
	})
	for l := range a.root {
		a.root[l] = uint32(len(a.code))
		for ; len(start) > 0 && int(start[0].lemma) == l; start = start[1:] {
			a.start(keyOf(start[0].lemma, start[0].accept), f.of[start[0].child])
		}
	}
	a.code = slices.Clip(a.code)
	return a
}

// byNode returns the edges in the order of their nodes; those of node n stand
// from from[n] to from[n+1].
func (t *trie) byNode() (from []int32, edges []edge) {
	from = make([]int32, len(t.nodes)+2)
	for i := range t.edges {
		from[t.edges[i].node+2]++
	}
	for n := 2; n < len(from); n++ {
		from[n] += from[n-1]
	}
	edges = make([]edge, len(t.edges))
	for i := range t.edges {
		n := t.edges[i].node + 1
		edges[from[n]] = t.edges[i]
		from[n]++
	}
	return from, edges
}

// A freezer makes states of nodes.
type freezer struct {
	join  func(phrases []uint32) []uint32
	code  []uint32
	of    []uint32 // by node: its state
	slots []uint32 // open addressing over states by what they hold, 0 if empty
	buf   []step
}

type step struct {
	key key
	to  uint32
}

// steps returns the steps that edges make, in order.
func (f *freezer) steps(edges []edge) []step {
	f.buf = f.buf[:0]
	for i := range edges {
		e := &edges[i]
		f.buf = append(f.buf, step{keyOf(e.lemma, e.accept), f.of[e.child]})
	}
	slices.SortFunc(f.buf, func(a, b step) int { return int(a.key) - int(b.key) })
	return f.buf
}

// add makes the state of node n, or finds the one that is equal to it.
func (f *freezer) add(t *trie, n int32, edges []edge) {
	nd, at := &t.nodes[n], len(f.code)
	f.code = append(f.code, 0)
	for i := nd.out; i > 0; i = t.outs[i].next {
		f.code = append(f.code, t.outs[i].phrase)
	}
	outs := f.code[at+1:]
	slices.Reverse(outs) // as entered
	outs = f.join(outs)
	f.code = f.code[:at+1+len(outs)]
	head := uint32(len(outs)) << headBits
	if nd.any != 0 {
		head |= hasAny
		f.code = append(f.code, f.of[nd.any])
	}
	if nd.gap != 0 {
		head |= hasGap
		f.code = append(f.code, f.of[nd.gap])
	}
	if len(edges) > 0 {
		head |= hasSteps
		var signs sign
		for i := range edges {
			signs |= keyOf(edges[i].lemma, 0).sign()
		}
		f.code = append(f.code, uint32(signs), uint32(signs>>32), uint32(len(edges)))
		for _, s := range f.steps(edges) {
			f.code = append(f.code, uint32(s.key), s.to)
		}
	}
	f.code[at] = head
	f.of[n] = f.known(at)
}

// known returns the state that is equal to the last one, which stands at at and
// is taken away, or the last one itself if there is none.
func (f *freezer) known(at int) uint32 {
	const prime = 0x9E3779B97F4A7C15
	last, h := f.code[at:], uint64(0)
	for _, w := range last {
		h = (h ^ uint64(w)) * prime
		h ^= h >> 29
	}
	mask := len(f.slots) - 1
	for i := int(h>>32) & mask; ; i = (i + 1) & mask {
		s := int(f.slots[i])
		if s == 0 {
			f.slots[i] = uint32(at)
			return uint32(at)
		}
		// A state tells its own length: none is the beginning of another.
		if s+len(last) <= at && slices.Equal(f.code[s:s+len(last)], last) {
			f.code = f.code[:at]
			return uint32(s)
		}
	}
}
