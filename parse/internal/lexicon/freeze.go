package lexicon

import (
	"encoding/binary"
	"slices"

	"example.com/policymodel/parse/internal/words"
)

// A freezer makes the automaton of a trie. Where a symbol leads to several nodes,
// these are one state if they join, or else they make a fork.
type freezer struct {
	*trie
	symbols *symbols
	join    *joiner
	auto    automaton
	states  []state          // of auto, in the order of their code
	full    bool             // there is no room for all of them
	from    []int32          // by node: where its edges stand in sorted; one more at the end
	sorted  []edge           // by node, lemma and forms
	last    []lasts          // the first stands for none
	lastOf  []int32          // by node: where its lasts stand in last
	of      []state          // by node: the state of that node alone, 0 if it is not made yet
	lists   map[string]state // by list of several nodes
	hashed  map[uint64]state // by a hash of what they hold
	all     []reached        // from the lists that states are being made of
	steps   []step           // of those states
	buf     []byte
}

// leaf is the kind of what stands for a node, as most are, where one phrase ends
// and nothing goes on: the phrase as it was entered.
const leaf state = kindMask

// A reached node is one that a symbol, a gap or any word leads to.
type reached struct {
	symbol symbol // 0 if it is none of the vocabulary
	node   int32
}

// freezer returns one for t, after which v gives symbols in place of so many
// lemmas.
func (t *trie) freezer(v *words.Vocabulary, lemmas int, join *joiner) *freezer {
	f := &freezer{
		trie:    t,
		symbols: t.symbols(v, lemmas),
		join:    join,
		lastOf:  make([]int32, len(t.nodes)),
		of:      make([]state, len(t.nodes)),
		lists:   map[string]state{},
		hashed:  map[uint64]state{},
	}
	f.from, f.sorted = t.byNode(lemmas)
	inner := 1
	for n, nd := range t.nodes {
		if nd.any != 0 || nd.gap != 0 || f.from[n] < f.from[n+1] {
			inner++
		} else if nd.phrase != 0 && nd.out == 0 {
			f.of[n] = state(nd.phrase-1)<<kindBits | leaf
		}
	}
	f.last = make([]lasts, 1, inner)
	for n := len(t.nodes) - 1; n > 0; n-- { // children stand behind their parents
		if nd := &t.nodes[n]; nd.any != 0 || nd.gap != 0 || f.from[n] < f.from[n+1] {
			f.setLasts(int32(n))
		}
	}
	return f
}

// automaton returns the automaton, which is made once.
func (f *freezer) automaton() *automaton {
	a := &f.auto
	a.code = make(code, stepsFrom, 2*len(f.sorted)) // from state 0 nothing goes on
	a.starts = make([]start, f.symbols.last+1)
	told := f.told()
	for i, n := range told {
		a.starts[i] = a.start(0, n)
	}
	for _, s := range f.next(make([]reached, 1)) {
		a.starts[s.symbol] = a.start(s.to, told[s.symbol])
	}
	a.code = slices.Clip(a.code)
	return a
}

// told returns by symbol what the word tells by itself, as in f.auto.tells, which
// it sets.
func (f *freezer) told() []uint32 {
	all := make([]CueSet, f.symbols.last+1)
	for _, e := range f.edges(0) {
		if cues, ok := f.trie.told[e.child]; ok {
			accepted := f.symbols.by(e.lemma, e.accept)
			for _, n := range f.symbols.of[e.lemma] {
				if n.by&accepted != 0 {
					all[n.symbol].Union(&cues)
				}
			}
		}
	}
	var sets list[CueSet]
	told := make([]uint32, len(all))
	for i := range all {
		told[i] = uint32(sets.number(all[i]))
	}
	f.auto.tells = sets.all
	return told
}

// edges returns the edges of a node, by lemma and forms.
func (f *freezer) edges(n int32) []edge { return f.sorted[f.from[n]:f.from[n+1]] }

// An endSet is a set of lemmas that phrases end with, by their lower bits.
type endSet [8]uint64

func (s *endSet) add(lemma int32) { s[lemma>>6&7] |= 1 << (lemma & 63) }

func (s *endSet) union(o *endSet) {
	for i := range s {
		s[i] |= o[i]
	}
}

func (s *endSet) overlaps(o *endSet) bool {
	for i := range s {
		if s[i]&o[i] != 0 {
			return true
		}
	}
	return false
}

// The lasts of a node are the lemmas that phrases end with which go on from it,
// and those where a gap or any word stands in between.
type lasts struct{ all, wild endSet }

// setLasts sets the lasts of a node of which all children have theirs, and which
// has some.
func (f *freezer) setLasts(n int32) {
	var l lasts
	for _, e := range f.edges(n) {
		if i := f.lastOf[e.child]; i != 0 {
			l.all.union(&f.last[i].all)
			l.wild.union(&f.last[i].wild)
			if f.nodes[e.child].phrase == 0 {
				continue
			}
		}
		l.all.add(e.lemma) // what nothing goes on from is where phrases end
	}
	for _, c := range [...]int32{f.nodes[n].any, f.nodes[n].gap} {
		if c != 0 {
			all := &f.last[f.lastOf[c]].all
			l.all.union(all)
			l.wild.union(all)
		}
	}
	f.lastOf[n] = int32(len(f.last))
	f.last = append(f.last, l)
}

// joins reports whether x may join nodes of a list, so that marks from one word to
// another come in the order of the nodes, as they would from each by itself. What
// is found by the words themselves is found before what is found by a gap or any
// word; so the latter, of a node of the list, must not end where anything does
// that is found from x.
//
// Nothing joins once half of the room is taken: of words in forms that phrases
// tell apart there may be exponentially many lists, while there are no more forks
// than steps.
func (f *freezer) joins(list []reached, x reached) bool {
	if len(f.auto.code) > maxCode/2 {
		return false
	}
	for _, y := range list {
		if f.last[f.lastOf[y.node]].wild.overlaps(&f.last[f.lastOf[x.node]].all) {
			return false
		}
	}
	return true
}

// state returns the state of a list of nodes that join. As they do, so do those
// that any word, or a gap, leads to from them.
func (f *freezer) state(list []reached) state {
	first := list[0].node
	var key string
	if len(list) == 1 {
		switch s := f.of[first]; {
		case s.kind() == leaf:
			one := [...]uint32{s.phrase()}
			return state(f.join.join(one[:])[0])<<kindBits | isPhrase
		case s != 0:
			return s
		}
	} else {
		f.buf = f.buf[:0]
		for _, x := range list {
			f.buf = binary.LittleEndian.AppendUint32(f.buf, uint32(x.node))
		}
		if s, ok := f.lists[string(f.buf)]; ok {
			return s
		}
		key = string(f.buf)
	}
	had := len(f.steps)
	p := parts{steps: f.next(list)}
	var any, gap []reached
	for _, x := range list {
		nd := &f.nodes[x.node]
		if nd.phrase != 0 {
			p.phrases = f.appendPhrases(p.phrases, nd)
		}
		if nd.any != 0 {
			any = append(any, reached{node: nd.any})
		}
		if nd.gap != 0 {
			gap = append(gap, reached{node: nd.gap})
		}
	}
	if len(any) > 0 {
		p.any = f.state(any)
	}
	if len(gap) > 0 { // after which only a word can follow
		p.gap = f.known(&parts{steps: f.next(gap)})
	}
	s := f.known(&p)
	f.steps = f.steps[:had]
	if len(list) == 1 {
		f.of[first] = s
	} else {
		f.lists[key] = s
	}
	return s
}

// appendPhrases appends the phrases that end at a node, as entered.
func (f *freezer) appendPhrases(list []uint32, nd *node) []uint32 {
	had := len(list)
	list = append(list, nd.phrase-1)
	for i := nd.out; i > 0; i = f.outs[i].next {
		list = append(list, f.outs[i].phrase)
	}
	slices.Reverse(list[had+1:])
	return list[:had+len(f.join.join(list[had:]))]
}

// next returns the steps from a list of nodes, which it appends to f.steps.
func (f *freezer) next(list []reached) []step {
	from, had := len(f.steps), len(f.all)
	for _, x := range list {
		for _, e := range f.edges(x.node) {
			if f.nodes[e.child].phrase == 0 && f.lastOf[e.child] == 0 {
				continue // a word that tells something by itself, and no more
			}
			by := f.symbols.by(e.lemma, e.accept)
			for _, n := range f.symbols.of[e.lemma] {
				if n.by&by != 0 {
					f.all = append(f.all, reached{n.symbol, e.child})
				}
			}
		}
	}
	all := f.all[had:]
	slices.SortStableFunc(all, func(a, b reached) int { return compareSymbols(a.symbol, b.symbol) })
	var fork []state
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].symbol == all[0].symbol && f.joins(all[:n], all[n]) {
			n++
		}
		symbol, to := all[0].symbol, f.state(all[:n])
		all = all[n:]
		if more := len(all) > 0 && all[0].symbol == symbol; more || len(fork) > 0 {
			fork = append(fork, to)
			if more {
				continue
			}
			to, fork = f.known(&parts{fork: fork}), nil
		}
		f.steps = append(f.steps, step{symbol, to})
	}
	f.all = f.all[:had]
	return f.steps[from:]
}

// known returns the state of p, which is added if there is none yet.
func (f *freezer) known(p *parts) state {
	if f.full {
		return 0
	}
	from := len(f.auto.code)
	s := f.auto.add(p)
	if s.kind() == isPhrase {
		return s
	}
	const prime = 0x9E3779B97F4A7C15
	code := f.auto.code
	last, h := code[from:], uint64(s.kind())
	for _, w := range last {
		h = (h ^ uint64(w)) * prime
		h ^= h >> 29
	}
	if x, ok := f.hashed[h]; ok && x.kind() == s.kind() {
		// A state tells its own length: none is the beginning of another.
		at := x.place() - (s.place() - from)
		if at+len(last) <= from && slices.Equal(code[at:at+len(last)], last) {
			f.auto.code = code[:from]
			return x
		}
	}
	f.hashed[h] = s
	f.states = append(f.states, s)
	f.full = len(code) > maxCode
	return s
}
