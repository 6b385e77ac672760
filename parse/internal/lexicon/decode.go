package lexicon

import (
	"encoding/binary"
	"errors"
	"hash/crc32"

	"example.com/policymodel/parse/internal/words"
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
	x, n := binary.Uvarint(d.b)
	if n <= 0 || x >= limit || d.bad {
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

// maxGap is far more words than a gap stands for in any language.
const maxGap = 100

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

// automaton reads an automaton for so many lemmas and phrases. A state leads to
// earlier ones alone, so that no path comes back to where it was.
func (d *decoder) automaton(lemmas, phrases int) *automaton {
	at := make([]uint32, d.count()) // of each state
	size := d.number(4*len(d.b) + 2)
	a := &automaton{code: make([]uint32, 1, 1+size), root: make([]uint32, lemmas+1)}
	back := func(n int) uint32 { // the state so far before state n
		by := d.number(n + 1)
		if by == 0 {
			d.fail()
			return 0
		}
		return at[n-by]
	}
	for n := range at {
		at[n] = uint32(len(a.code))
		head := uint32(d.uint(1 << 32))
		a.code = append(a.code, head)
		for range min(int(head>>headBits), len(d.b)+1) {
			a.code = append(a.code, uint32(d.number(phrases<<phraseBits)))
		}
		for _, bit := range [...]uint32{hasAny, hasGap} {
			if head&bit != 0 {
				to := back(n)
				if bit == hasGap && a.code[to]>>headBits > 0 {
					d.fail() // no phrase ends with a gap
				}
				a.code = append(a.code, to)
			}
		}
		if head&hasSteps != 0 {
			steps := d.count()
			from := len(a.code)
			a.code = append(a.code, 0, 0, uint32(steps))
			set, last := sign(0), key(0)
			for i := range steps {
				x := d.number(lemmas << formBits)
				k := keyOf(int32(x>>formBits), words.Form(x&formMask))
				if i > 0 && k <= last {
					d.fail()
				}
				set, last = set|k.sign(), k
				a.code = append(a.code, uint32(k), back(n))
			}
			a.code[from], a.code[from+1] = uint32(set), uint32(set>>32)
		}
		if d.bad {
			return nil
		}
	}
	for lemma := range a.root {
		a.root[lemma] = uint32(len(a.code))
		if lemma == lemmas {
			break
		}
		for range d.count() {
			accept := d.number(1 << formBits)
			to := back(len(at))
			if d.bad {
				return nil
			}
			a.start(keyOf(int32(lemma), words.Form(accept)), to)
		}
	}
	return a
}
