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

// An automaton finds the phrases of a lexicon. It is the trie with equal parts
// made one. The length of its paths and the number of gaps in a path are
// bounded, so that the work for each word of a text is bounded too.
type automaton struct {
	states []state
	steps  []step   // of all states, those of one state together, by lemma
	outs   []*Entry // of all states
	root   []span   // by lemma: the steps from the start
}

// A state is a place in the phrases.
type state struct {
	has      uint64 // bit lemma%64 is set for the lemma of each step
	steps    span   // in automaton.steps
	outs     span   // in automaton.outs: the phrases that end here
	gap, any int32  // state after a gap or any one word, 0 if none
}

type span struct{ from, to int32 }

type step struct {
	lemma, to int32
	accept    words.Form
}

// freeze makes the automaton of t for a vocabulary of so many lemmas. Nodes are
// gone through from the last, so that children are known before their parents.
func (t *trie) freeze(lemmas int) *automaton {
	f := &freezer{
		automaton: automaton{states: make([]state, 1, len(t.nodes)/2+1)},
		of:        make([]int32, len(t.nodes)),
		slots:     make([]int32, 1<<16),
	}
	for 2*len(t.nodes) > len(f.slots) {
		f.slots = make([]int32, 2*len(f.slots))
	}
	from, edges := t.byNode()
	for n := len(t.nodes) - 1; n >= 0; n-- {
		f.add(t, int32(n), edges[from[n]:from[n+1]])
	}
	a := &f.automaton
	a.root = make([]span, lemmas)
	all := a.states[f.of[0]].steps
	for i := all.from; i < all.to; {
		j := i
		for j < all.to && a.steps[j].lemma == a.steps[i].lemma {
			j++
		}
		a.root[a.steps[i].lemma] = span{i, j}
		i = j
	}
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
	automaton
	of    []int32 // by node: its state
	slots []int32 // open addressing over states by what they hold, 0 if empty
}

// add makes the state of node n, or finds the one that is equal to it.
func (f *freezer) add(t *trie, n int32, edges []edge) {
	nd := &t.nodes[n]
	s := state{
		steps: span{from: int32(len(f.steps))}, outs: span{from: int32(len(f.outs))},
		gap: f.state(nd.gap), any: f.state(nd.any),
	}
	for _, e := range edges {
		f.steps = append(f.steps, step{e.lemma, f.of[e.child], e.accept})
		s.has |= 1 << (e.lemma & 63)
	}
	for i := nd.out; i > 0; i = t.outs[i].next {
		f.outs = append(f.outs, t.outs[i].entry)
	}
	slices.Reverse(f.outs[s.outs.from:]) // as entered
	s.steps.to, s.outs.to = int32(len(f.steps)), int32(len(f.outs))
	slices.SortFunc(f.steps[s.steps.from:], func(a, b step) int {
		if a.lemma != b.lemma {
			return int(a.lemma - b.lemma)
		}
		return int(a.accept) - int(b.accept)
	})
	mask := len(f.slots) - 1
	for i := int(f.hash(&s)>>32) & mask; ; i = (i + 1) & mask {
		switch known := f.slots[i]; {
		case known == 0:
			f.states = append(f.states, s)
			f.of[n] = int32(len(f.states) - 1)
			f.slots[i] = f.of[n]
			return
		case f.equal(&f.states[known], &s):
			f.steps, f.outs = f.steps[:s.steps.from], f.outs[:s.outs.from]
			f.of[n] = known
			return
		}
	}
}

// state returns the state of a gap's or wildcard's node, 0 if there is none.
func (f *freezer) state(n int32) int32 {
	if n == 0 {
		return 0
	}
	return f.of[n]
}

func (f *freezer) hash(s *state) uint64 {
	const prime = 0x9E3779B97F4A7C15
	h := (uint64(s.gap)<<32 | uint64(s.any)) * prime
	for _, x := range f.steps[s.steps.from:s.steps.to] {
		h = (h ^ uint64(x.lemma)<<40 ^ uint64(x.to)<<8 ^ uint64(x.accept)) * prime
		h ^= h >> 29
	}
	for _, e := range f.outs[s.outs.from:s.outs.to] {
		h = (h ^ uint64(e.number)) * prime
	}
	return h
}

func (f *freezer) equal(a, b *state) bool {
	return a.gap == b.gap && a.any == b.any && a.has == b.has &&
		slices.Equal(f.steps[a.steps.from:a.steps.to], f.steps[b.steps.from:b.steps.to]) &&
		slices.Equal(f.outs[a.outs.from:a.outs.to], f.outs[b.outs.from:b.outs.to])
}
