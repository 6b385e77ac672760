package layout

import (
	"encoding/binary"
	"slices"
)

// A folder walks the folded bytes of a run of text: ASCII letters in lower
// case, without white space and emphasis marks.
type folder struct{ rest string }

// next returns the next folded byte, or 0 at the end.
func (f *folder) next() byte {
	for len(f.rest) > 0 {
		c := foldedBytes[f.rest[0]]
		f.rest = f.rest[1:]
		if c == 0xC2 && len(f.rest) > 0 && f.rest[0] == 0xA0 { // no-break space
			f.rest = f.rest[1:]
			continue
		}
		if c != 0 {
			return c
		}
	}
	return 0
}

// foldedBytes has what bytes are folded to, 0 for those that are left out.
var foldedBytes = func() (t [256]uint8) {
	for c := range t {
		t[c] = uint8(c)
		if parts[c] == partUpper {
			t[c] |= 0x20
		}
	}
	for _, c := range [...]byte{' ', '\t', '\n', '\v', '\f', '\r', '*', '_', '\\'} {
		t[c] = 0
	}
	return t
}()

func (s *scanner) folder(i int) folder {
	return folder{s.text[s.blocks[i].Start:s.blocks[i].End]}
}

// equal reports whether blocks i and j hold the same words.
func (s *scanner) equal(i, j int) bool {
	a, b := s.folder(i), s.folder(j)
	if a == b {
		return true
	}
	for {
		s.work++
		x, y := a.next(), b.next()
		if x != y {
			return false
		}
		if x == 0 {
			return true
		}
	}
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// briefLen is how many folded bytes of each end of a block brief hashes.
const briefLen = 12

// brief hashes the start and the end of block i.
func (s *scanner) brief(i int) uint64 {
	h := uint64(fnvOffset)
	b := s.text[s.blocks[i].Start:s.blocks[i].End]
	n := 0
	for k := 0; k < len(b) && n < briefLen; k++ {
		if c := b[k]; foldable(c) {
			h = (h ^ uint64(c|0x20)) * fnvPrime
			n++
		}
	}
	n = 0
	for k := len(b) - 1; k >= 0 && n < briefLen; k-- {
		if c := b[k]; foldable(c) {
			h = (h ^ uint64(c|0x20)) * fnvPrime
			n++
		}
	}
	return h
}

// rough mixes eight bytes near each end of block i, which is at least 100 long:
// it is the same for the same text.
func (s *scanner) rough(i int) uint64 {
	b := s.text[s.blocks[i].Start:s.blocks[i].End]
	first, last := []byte(b[16:24]), []byte(b[len(b)-24:len(b)-16])
	return (binary.BigEndian.Uint64(first) ^ binary.BigEndian.Uint64(last)*fnvPrime) * fnvPrime
}

// foldable reports whether c tells in brief: folding changes no other byte.
func foldable(c byte) bool { return c|0x20-'a' < 26 || c-'0' < 10 }

// hash hashes all of block i. It differs from brief even for short blocks.
func (s *scanner) hash(i int) uint64 {
	s.work += s.size(i)
	h := uint64(fnvPrime)
	f := s.folder(i)
	for c := f.next(); c != 0; c = f.next() {
		h = (h ^ uint64(c)) * fnvPrime
	}
	return h
}

// titleHash hashes the first letters and digits of block i as a title: without
// its section number and link targets.
func (s *scanner) titleHash(i int) uint64 {
	a, b := s.blocks[i].Start, s.blocks[i].End
	markdown := s.format == Markdown
	if a < b && s.text[a] == '[' {
		a++
	}
	if _, next := numbering(s.text, a, b); next > a {
		a = next
	}
	h := uint64(fnvOffset)
	text := s.text[:b]
	for n := 0; a < b && n < 40; a++ {
		if f := titleBytes[text[a]]; f != 0 {
			h = (h ^ uint64(f)) * fnvPrime
			n++
		} else if markdown && text[a] == ']' && a+1 < b && text[a+1] == '(' {
			a = skipTarget(text, a+1, b) - 1
		}
	}
	return h
}

// titleBytes has what counts of a title: ASCII letters in lower case, digits and
// what is beyond ASCII; 0 for other bytes.
var titleBytes = func() (t [256]uint8) {
	for c := range t {
		switch parts[c] {
		case partUpper:
			t[c] = uint8(c) | 0x20
		case partLower, partDigit, partHigh:
			t[c] = uint8(c)
		}
	}
	return t
}()

// An index finds blocks by a hash. It gives up on a key after a fixed number of
// steps, so that no text can make it slow.
type index struct {
	slots []slot
	shift uint
}

type slot struct {
	key   uint64
	block int32 // plus one; 0 in an empty slot
}

const maxProbes = 32

// index returns an empty index with room for n blocks. There is one at a time.
func (s *scanner) index(n int) index {
	shift := uint(60)
	for 1<<(64-shift) < 2*n {
		shift--
	}
	size := 1 << (64 - shift)
	s.slots = slices.Grow(s.slots[:0], size)[:size]
	clear(s.slots)
	return index{s.slots, shift}
}

// find returns the slot of key: an empty one if no block stands under it yet, nil
// if there is no room for it.
func (x *index) find(key uint64) *slot {
	p := int(key * 0x9E3779B97F4A7C15 >> x.shift)
	for range maxProbes {
		if e := &x.slots[p]; e.block == 0 || e.key == key {
			return e
		}
		p = (p + 1) & (len(x.slots) - 1)
	}
	return nil
}

// put returns the block that stands under key; if there is none, it puts block
// there and returns -1.
func (x *index) put(key uint64, block int) int {
	e := x.find(key)
	switch {
	case e == nil:
		return -1
	case e.block == 0:
		*e = slot{key, int32(block + 1)}
		return -1
	}
	return int(e.block - 1)
}

// get returns the block under key, or -1.
func (x *index) get(key uint64) int {
	if e := x.find(key); e != nil {
		return int(e.block - 1)
	}
	return -1
}

// set puts block under key, in the place of any other.
func (x *index) set(key uint64, block int) {
	if e := x.find(key); e != nil {
		*e = slot{key, int32(block + 1)}
	}
}
