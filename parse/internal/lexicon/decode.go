package lexicon

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
)

var (
	errOld     = errors.New("lexicon: encoded from other files")
	errEncoded = errors.New("lexicon: not an encoded lexicon")
)

// decode returns the lexicon that Encode wrote for files. Its error is errOld
// where they are not the same.
func decode(encoded []byte, files []file) (*Lexicon, error) {
	switch {
	case len(encoded) < 8, crc32.Checksum(encoded[8:], castagnoli) != binary.LittleEndian.Uint32(encoded[4:]):
		return nil, errEncoded
	case checksum(files) != binary.LittleEndian.Uint32(encoded):
		return nil, errOld
	}
	d := &decoder{b: encoded[8:]}
	l := d.lexicon()
	if d.bad || len(d.b) > 0 {
		return nil, errEncoded
	}
	return l, nil
}

// A decoder reads numbers. What it reads is not trusted: after a number that
// cannot be, bad is set and all others are 0.
type decoder struct {
	b   []byte
	bad bool
}

// uint returns the next number, which must be below limit.
func (d *decoder) uint(limit uint64) uint64 {
	var x uint64
	var n int
	switch b := d.b; { // most are short
	case len(b) > 0 && b[0] < 0x80:
		x, n = uint64(b[0]), 1
	case len(b) > 1 && b[1] < 0x80:
		x, n = uint64(b[0]&0x7f)|uint64(b[1])<<7, 2
	default:
		x, n = binary.Uvarint(b)
	}
	if n <= 0 || x >= limit {
		d.fail()
		return 0
	}
	d.b = d.b[n:]
	return x
}

func (d *decoder) fail() { d.bad, d.b = true, nil }

// number returns the next number, which must be below limit.
func (d *decoder) number(limit int) int { return int(d.uint(uint64(limit))) }

// count returns the number of things that follow, each of at least one byte.
func (d *decoder) count() int {
	n := d.number(len(d.b) + 1)
	if n > len(d.b) {
		d.fail()
		return 0
	}
	return n
}

// maxGap is far more words than a gap stands for in any language, and few enough
// for a bit each.
const maxGap = 50

func (d *decoder) lexicon() *Lexicon {
	l := &Lexicon{gap: d.number(maxGap)}
	texts := make([]string, d.count())
	for i := range texts {
		n := d.count()
		texts[i] = string(d.b[:n])
		d.b = d.b[n:]
	}
	l.verbs = make([]bool, d.count())
	var err error
	if d.b, err = l.Vocabulary.Decode(d.b, len(l.verbs)); err != nil {
		d.fail()
	}
	for lemma := 0; !d.bad; {
		n := d.number(len(l.verbs) - lemma)
		if n == 0 {
			break
		}
		lemma += n
		l.verbs[lemma] = true
	}
	l.entries = d.entries(texts)
	l.auto = d.automaton(len(l.verbs), len(l.entries))
	return l
}

func (d *decoder) entries(texts []string) []Entry {
	groups, senses := make([]Entry, d.count()), make([]Sense, len(texts))
	for i := range groups {
		e := &groups[i]
		e.Kind, e.Concept = Kind(d.number(int(Kinds))), -1
		n := d.number(len(texts))
		e.block, e.section = uint32(d.uint(1<<32)), SectionSet(d.uint(1<<32))
		d.cues(&e.cues)
		if d.bad {
			return nil
		}
		senses[n].ID = texts[n]
		if e.Sense = &senses[n]; e.Kind.Facet() != "" {
			c, ok := concepts()[concept{e.Kind.Facet(), e.ID}]
			if !ok {
				d.fail()
			}
			e.Concept = c
		}
	}
	bindings := make([]binding, d.count())
	for i := range bindings {
		x := &bindings[i]
		d.cues(&x.need)
		d.cues(&x.not)
		x.in = SectionSet(d.uint(1 << 32))
	}
	named := pool[Sense]{}
	entries := make([]Entry, d.count())
	for i := range entries {
		g, flags, name, x := d.number(len(groups)), d.number(8), d.number(len(texts)), d.number(len(bindings))
		if d.bad {
			return nil
		}
		e := &entries[i]
		*e = groups[g]
		e.List, e.Gap, e.Verb = flags&flagList != 0, flags&flagGap != 0, flags&flagVerb != 0
		if texts[name] != "" {
			e.Sense = named.of(Sense{e.ID, texts[name]})
		}
		if bindings[x] != (binding{}) {
			e.bound = &bindings[x]
		}
	}
	return entries
}

func (d *decoder) cues(set *CueSet) {
	for i := range set {
		set[i] = d.uint(1<<64 - 1)
	}
}

// automaton reads an automaton for so many symbols and phrases.
func (d *decoder) automaton(symbols, phrases int) *automaton {
	heads := make([]uint32, d.count())
	for i := range heads {
		heads[i] = uint32(d.uint(1 << 32))
	}
	a := &automaton{code: d.words(d.number(maxCode + 1)), starts: make([]start, symbols)}
	c := checker{a.code, make([]uint8, len(a.code)), uint32(phrases) << phraseBits}
	at := stepsFrom
	for _, head := range heads {
		if at = c.state(at, head); at == 0 {
			break
		}
	}
	a.tells = make([]CueSet, d.count())
	for i := range a.tells {
		d.cues(&a.tells[i])
	}
	if at != len(a.code) || symbols > maxSymbol+1 || phrases > maxEntries || symbols > len(d.b)/4 {
		d.fail()
		return nil
	}
	for i := range symbols {
		x := binary.LittleEndian.Uint32(d.b[4*i:])
		s, told := state(x&stateMask), x>>stateBits
		if s != 0 && !(symbol(i).known() && c.is(s)) || int(told) >= len(a.tells) {
			d.fail()
			return nil
		}
		a.starts[i] = a.start(s, told)
	}
	d.b = d.b[4*symbols:]
	return a
}

// words reads so many little-endian words of 32 bits.
func (d *decoder) words(n int) []uint32 {
	if n > len(d.b)/4 {
		d.fail()
		return nil
	}
	all := make([]uint32, n)
	for i := range all {
		all[i] = binary.LittleEndian.Uint32(d.b[4*i:])
	}
	d.b = d.b[4*n:]
	return all
}
