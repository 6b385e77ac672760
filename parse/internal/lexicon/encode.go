package lexicon

import (
	"encoding/binary"
	"hash/crc32"
)

// The lexicons are compiled ahead of time, as to work out phrases and
// inflections takes much longer than to read them back. The encoded form of one
// begins with the checksums of the files that it was made of and of the rest.
// Where the files are others by now, the lexicon is compiled anew: an old form
// makes no difference but in time. To write it: go generate.
//
// Numbers are unsigned varints, but for checksums, hashes and code, which are
// little-endian. There are, in order: the longest gap; the strings, each after
// its length; the number of symbols, with that for unknown words; the
// vocabulary; the verbs among the symbols, each as its distance from the one
// before; the groups, which are what entries under one header share; the
// bindings, which are what entries need; the entries; the number of
// states; for each, in the order of their code, its kind, above which stands the
// number of phrases that end there; the number of words of code; the code; the
// sets of cues that words tell by themselves; where each symbol leads from the
// start and, above that, the number of what its word tells.

//go:generate go run gen.go

// encoding is the version of the encoded form and of what it is made by.
const encoding = 13

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
	c, f, err := prepareFiles(lang, files, nil)
	if err != nil {
		return nil, err
	}
	l, err := c.lexicon(f)
	if err != nil {
		return nil, err
	}
	e := new(encoder)
	e.lexicon(l, f.states)
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

func (e *encoder) lexicon(l *Lexicon, states []state) {
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
	e.automaton(l.auto, states)
}

func (e *encoder) cues(set *CueSet) {
	for _, w := range set {
		e.b = binary.AppendUvarint(e.b, w)
	}
}

// automaton appends an automaton with the given states.
func (e *encoder) automaton(a *automaton, states []state) {
	e.put(len(states))
	for _, s := range states {
		n := 0 // phrases
		if s.kind() != isFork && s&ends != 0 {
			n = len(a.code.ends(s))
		}
		e.put(n<<kindBits | int(s.kind()))
	}
	e.put(len(a.code))
	for _, w := range a.code {
		e.b = binary.LittleEndian.AppendUint32(e.b, w)
	}
	e.put(len(a.tells))
	for i := range a.tells {
		e.cues(&a.tells[i])
	}
	for _, s := range a.starts {
		e.b = binary.LittleEndian.AppendUint32(e.b, s.told()<<stateBits|uint32(s.whole()))
	}
}
