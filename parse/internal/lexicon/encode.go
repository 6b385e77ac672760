package lexicon

import (
	"encoding/binary"
	"hash/crc32"

	"example.com/policymodel/parse/internal/words"
)

// The lexicons are compiled ahead of time, as to work out phrases and
// inflections takes much longer than to read them back. The encoded form of one
// begins with the checksums of the files that it was made of and of the rest.
// Where the files are others by now, the lexicon is compiled anew: an old form
// makes no difference but in time. To write it: go generate.
//
// Numbers are unsigned varints, but for checksums and hashes, which are
// little-endian. There are, in order: the longest gap; the strings, each after
// its length; the number of lemmas; the vocabulary; the verbs among the lemmas,
// each as its distance from the one before; the groups, which are what entries
// under one header share; the bindings, which are what entries need; the
// entries; the numbers of states and of words of code; the states, which name other states by how many there are between;
// the steps from the start, by lemma.

//go:generate go run gen.go

// encoding is the version of the encoded form and of what it is made by.
const encoding = 7

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

func (e *encoder) automaton(a *automaton) {
	states := new(encoder)
	number := map[uint32]int{}
	at := uint32(1)
	for n := 0; at < a.root[0]; n++ {
		number[at] = n
		head := a.code[at]
		states.put(int(head))
		for at++; head>>headBits > 0; at++ {
			states.put(int(a.code[at]))
			head -= 1 << headBits
		}
		for _, bit := range [...]uint32{hasAny, hasGap} {
			if head&bit != 0 {
				states.put(n - number[a.code[at]])
				at++
			}
		}
		if head&hasSteps != 0 {
			steps := a.code[at+2]
			states.put(int(steps))
			for at += 3; steps > 0; steps-- {
				lemma, accept := key(a.code[at]).lemma()
				states.put(int(lemma)<<formBits|int(accept), n-number[a.code[at+1]])
				at += 2
			}
		}
	}
	e.put(len(number), len(a.code))
	e.b = append(e.b, states.b...)
	for lemma := range a.root[1:] {
		steps := a.code[a.root[lemma]:a.root[lemma+1]]
		e.put(len(steps) / startSize)
		for ; len(steps) > 0; steps = steps[startSize:] {
			_, accept := key(steps[0]).lemma()
			e.put(int(accept), len(number)-number[steps[1]])
		}
	}
}

// lemma returns the lemma of k and the forms that it accepts.
func (k key) lemma() (lemma int32, accept words.Form) {
	rest := k & (1<<bucketBits - 1)
	return int32(uint32(rest>>formBits)*buckets + uint32(k>>bucketBits)), words.Form(k & formMask)
}
