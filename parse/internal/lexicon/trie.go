package lexicon

import (
	"slices"

	"example.com/policymodel/parse/internal/words"
)

// A trie holds the phrases as paths of lemmas while they are being entered.
type trie struct {
	edges []edge
	slots []int32          // open addressing over (node, lemma): first edge
	nodes []node           // the root first, every node before its children
	outs  []out            // all but the first of each node; the first one here stands for none
	told  map[int32]CueSet // by node: what the word that leads there tells by itself
	used  int
}

// A node has no pointers, so that the garbage collector passes the trie by.
type node struct {
	phrase uint32 // the first that ends here, plus 1; 0 if none does. Named as in automaton
	out    int32  // the last of those that end here, in trie.outs; 0 if there is one at most
	gap    int32  // node after a gap, 0 if none
	any    int32  // node after any one word, 0 if none
}

type out struct {
	phrase uint32 // as in automaton
	next   int32  // the one entered before it, 0 if none
}

type edge struct {
	node, lemma int32
	child       int32
	next        int32 // next edge from the same node with the same lemma, -1 at the end
	accept      words.Form
}

func newTrie() *trie {
	t := &trie{nodes: make([]node, 1, 1<<18), edges: make([]edge, 0, 1<<18), slots: make([]int32, 1<<19), outs: make([]out, 1, 1<<14), told: map[int32]CueSet{}}
	for i := range t.slots {
		t.slots[i] = -1
	}
	return t
}

// add enters a phrase, which is named as in automaton.
func (t *trie) add(e *expr, phrase uint32) {
	for _, n := range t.reach([]int32{0}, e) {
		switch nd := &t.nodes[n]; {
		case nd.phrase == 0:
			nd.phrase = phrase + 1
		case !t.ends(nd, phrase):
			t.outs = append(t.outs, out{phrase, nd.out})
			nd.out = int32(len(t.outs) - 1)
		}
	}
}

// tell enters cues that single words tell by themselves, and which ones do.
func (t *trie) tell(e *expr, cues *CueSet) {
	for _, n := range t.reach([]int32{0}, e) {
		all := t.told[n]
		all.Union(cues)
		t.told[n] = all
	}
}

// ends reports whether the phrase ends at nd, where some do, already.
func (t *trie) ends(nd *node, phrase uint32) bool {
	for i := nd.out; i > 0; i = t.outs[i].next {
		if t.outs[i].phrase == phrase {
			return true
		}
	}
	return nd.phrase == phrase+1
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
	at := t.find(n, lemma)
	first := t.slots[at]
	for i := first; i >= 0; i = t.edges[i].next {
		if t.edges[i].accept == accept {
			return t.edges[i].child
		}
	}
	c := t.newNode()
	t.edges = append(t.edges, edge{n, lemma, c, first, accept})
	t.slots[at] = int32(len(t.edges) - 1)
	if first < 0 {
		if t.used++; 2*t.used >= len(t.slots) {
			t.rehash()
		}
	}
	return c
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

// byNode returns the edges by node, lemma and forms; those of node n stand from
// from[n] to from[n+1].
func (t *trie) byNode(lemmas int) (from []int32, edges []edge) {
	const forms = 1 << 8
	edges, other := make([]edge, len(t.edges)), make([]edge, len(t.edges))
	sortEdges(other, t.edges, forms, func(e *edge) int { return int(e.accept) })
	sortEdges(edges, other, lemmas, func(e *edge) int { return int(e.lemma) })
	from = sortEdges(other, edges, len(t.nodes), func(e *edge) int { return int(e.node) })
	return from, other
}

// sortEdges puts edges, sorted by a key below limit, into sorted, and returns
// where those of each key start. It keeps the order of those with the same.
func sortEdges(sorted, edges []edge, limit int, key func(*edge) int) (from []int32) {
	from = make([]int32, limit+2)
	for i := range edges {
		from[key(&edges[i])+2]++
	}
	for n := 2; n < len(from); n++ {
		from[n] += from[n-1]
	}
	for i := range edges {
		at := &from[key(&edges[i])+1]
		sorted[*at] = edges[i]
		*at++
	}
	return from
}
