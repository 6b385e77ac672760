package lexicon

import (
	"encoding/binary"
	"hash/crc32"
	"slices"
)

// The lexicons are compiled ahead of time, as to work out phrases and
// inflections takes much longer than to read them back. The encoded form of one
// begins with the checksums of the files that it was made of and of the rest.
// Where the files are others by now, the lexicon is compiled anew: an old form
// makes no difference but in time. To write it: go generate.
//
// Numbers are unsigned varints, but for checksums and hashes, which are
// little-endian. There are, in order: the longest gap; the strings, each after
// its length; the number of symbols, with that for unknown words; the
// vocabulary; the verbs among the symbols, each as its distance from the one
// before; the groups, which are what entries under one header share; the
// bindings, which are what entries need; the entries; the numbers of states and
// of words of code; the states, in the order of their code; where each symbol
// leads from the start. States name others by how far before them they are, and
// phrases by themselves by what they are, with the lowest bit to tell which.

//go:generate go run gen.go

// encoding is the version of the encoded form and of what it is made by.
const encoding = 8

// A group is what the entries under one header share.
type group struct {
	kind    Kind
	id      string
	cues    CueSet
	block   uint32
	section SectionSet
}

// The flags of an encoded entry, in the order of its fields.
const (
	flagList = 1 << iota
	flagGap
	flagVerb
)

// checksum returns a checksum of the files of a language, and of the names whose
// numbers are encoded.
func checksum(files []file) uint32 {
	sum := uint32(encoding)
	for _, names := range [...][]string{kindNames[:], cueNames[:]} {
		for _, name := range names {
			sum = crc32.Update(sum, castagnoli, []byte(name))
		}
	}
	for _, kind := range sectionKinds {
		sum = crc32.Update(sum, castagnoli, []byte(kind))
	}
	for _, f := range files {
		sum = crc32.Update(sum, castagnoli, []byte(f.name))
		sum = crc32.Update(sum, castagnoli, f.contents)
	}
	return sum
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Encode returns the encoded form of the lexicon of a language.
func Encode(lang string) ([]byte, error) {
	files, err := filesOf(lang)
	if err != nil {
		return nil, err
	}
	l, err := Compile(lang, nil)
	if err != nil {
		return nil, err
	}
	e := new(encoder)
	e.lexicon(l)
	b := binary.LittleEndian.AppendUint32(nil, checksum(files))
	b = binary.LittleEndian.AppendUint32(b, crc32.Checksum(e.b, castagnoli))
	return append(b, e.b...), nil
}

type encoder struct{ b []byte }

func (e *encoder) put(ns ...int) {
	for _, n := range ns {
		e.b = binary.AppendUvarint(e.b, uint64(n))
	}
}

// A list numbers the things that it is asked for, from 0.
type list[T comparable] struct {
	all []T
	of  map[T]int
}

func (l *list[T]) number(x T) int {
	n, ok := l.of[x]
	if !ok {
		if l.of == nil {
			l.of = map[T]int{}
		}
		n = len(l.all)
		l.of[x] = n
		l.all = append(l.all, x)
	}
	return n
}

func (e *encoder) lexicon(l *Lexicon) {
	var texts list[string]
	var groups list[group]
	var bindings list[binding]
	entries := new(encoder)
	for i := range l.entries {
		x := &l.entries[i]
		flags := 0
		for i, is := range [...]bool{x.List, x.Gap, x.Verb} {
			if is {
				flags |= 1 << i
			}
		}
		texts.number(x.ID)
		bound := binding{}
		if x.bound != nil {
			bound = *x.bound
		}
		entries.put(groups.number(group{x.Kind, x.ID, x.cues, x.block, x.section}), flags, texts.number(x.Name), bindings.number(bound))
	}
	e.put(l.gap, len(texts.all))
	for _, s := range texts.all {
		e.put(len(s))
		e.b = append(e.b, s...)
	}
	e.put(len(l.verbs))
	e.b = l.Vocabulary.Append(e.b)
	last := 0
	for lemma, is := range l.verbs {
		if is {
			e.put(lemma - last)
			last = lemma
		}
	}
	e.put(0)
	e.put(len(groups.all))
	for _, g := range groups.all {
		e.put(int(g.kind), texts.number(g.id), int(g.block), int(g.section))
		e.cues(&g.cues)
	}
	e.put(len(bindings.all))
	for _, x := range bindings.all {
		e.cues(&x.need)
		e.cues(&x.not)
		e.put(int(x.in))
	}
	e.put(len(l.entries))
	e.b = append(e.b, entries.b...)
	e.automaton(l.auto)
}

func (e *encoder) cues(set *CueSet) {
	for _, w := range set {
		e.b = binary.AppendUvarint(e.b, w)
	}
}

// The head of an encoded state has the number of its phrases, or of what a fork
// stands for, above these flags.
const (
	headAny = 1 << iota
	headGap
	headFork
	headBits = iota
)

func (e *encoder) automaton(a *automaton) {
	states := a.states()
	number := map[state]int{}
	e.put(len(states), len(a.code))
	for n, s := range states {
		number[s] = n
		e.state(a.parts(s), func(s state) int { return name(s, n, number) })
	}
	for _, s := range a.starts[1:] {
		e.put(name(s.whole(), len(states), number))
	}
}

// name returns what stands for s in state n, or in a start if n is the number of
// all states: 0 for none, and in the lowest bit whether it is a phrase.
func name(s state, n int, number map[state]int) int {
	switch {
	case s == 0:
		return 0
	case s.kind() == isPhrase:
		return int(s.phrase())<<1 | 1
	}
	return (n - number[s]) << 1
}

// state appends a state, in which others have the given names.
func (e *encoder) state(p *parts, name func(state) int) {
	head := (len(p.phrases) + len(p.fork)) << headBits
	var to []state
	if p.any != 0 {
		head |= headAny
		to = append(to, p.any)
	}
	if p.gap != 0 {
		head |= headGap
		to = append(to, p.gap)
	}
	if len(p.fork) > 0 {
		head |= headFork
		to = p.fork
	}
	e.put(head)
	for _, x := range p.phrases {
		e.put(int(x))
	}
	for _, s := range to {
		e.put(name(s))
	}
	if len(p.fork) == 0 {
		e.put(len(p.steps))
		for _, x := range p.steps {
			e.put(int(x.symbol), name(x.to))
		}
	}
}

// states returns the states that stand in the code of a, in order.
func (a *automaton) states() []state {
	var all []state
	known := map[state]bool{0: true}
	var visit func(s state)
	visit = func(s state) {
		if known[s] || s.kind() == isPhrase {
			return
		}
		known[s] = true
		all = append(all, s)
		p := a.parts(s)
		visit(p.any)
		visit(p.gap)
		for _, s := range p.fork {
			visit(s)
		}
		for _, x := range p.steps {
			visit(x.to)
		}
	}
	for _, s := range a.starts {
		visit(s.whole())
	}
	slices.Sort(all)
	return all
}
