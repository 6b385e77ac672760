package words

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"
)

// Append appends the encoded form of v to b. Decode reads it.
//
// All numbers are unsigned varints, but for hashes, which are little-endian:
// the size of the table; for each word the empty slots before it, the upper
// half of its hash, lemma and form; then the hashes of the heads and those of
// the abbreviations, the number of them before each.
func (v *Vocabulary) Append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(v.slots)))
	b = binary.AppendUvarint(b, uint64(v.used))
	empty := 0
	for _, s := range v.slots {
		if s.lemma == 0 {
			empty++
			continue
		}
		b = binary.AppendUvarint(b, uint64(empty))
		b = binary.LittleEndian.AppendUint32(b, s.hash)
		b = binary.AppendUvarint(b, uint64(s.lemma))
		empty = 0
	}
	for _, set := range [...][]uint64{v.heads, v.abbr} {
		hashes := slices.DeleteFunc(slices.Sorted(slices.Values(set)), func(h uint64) bool { return h == 0 })
		b = binary.AppendUvarint(b, uint64(len(hashes)))
		for _, h := range hashes {
			b = binary.LittleEndian.AppendUint64(b, h)
		}
	}
	return b
}

var errVocabulary = errors.New("words: not an encoded vocabulary")

// maxSlots bounds what Decode makes room for.
const maxSlots = 1 << 24

// Decode makes v, which is empty, what Append wrote for a vocabulary of up to
// so many lemmas, and returns what follows in b. No words can be added to it.
func (v *Vocabulary) Decode(b []byte, lemmas int) (rest []byte, err error) {
	next := func() uint64 {
		x, n := binary.Uvarint(b)
		if n <= 0 {
			err = errVocabulary
			return 0
		}
		b = b[n:]
		return x
	}
	size, used := next(), next()
	if err != nil || size > maxSlots || bits.OnesCount64(size) != 1 || 2*used > size || used > uint64(len(b)) {
		return nil, errVocabulary
	}
	v.slots, v.used = make([]slot, size), int(used)
	at := uint64(0)
	for range used {
		empty := next()
		if len(b) < 4 {
			return nil, errVocabulary
		}
		h := binary.LittleEndian.Uint32(b)
		b = b[4:]
		l := next()
		at += empty
		if err != nil || empty >= size || at >= size || l>>formBits == 0 || l>>formBits >= uint64(lemmas) {
			return nil, errVocabulary
		}
		v.slots[at] = slot{h, uint32(l)}
		at++
	}
	for _, set := range [...]struct {
		n      *int
		hashes *[]uint64
	}{{&v.nhead, &v.heads}, {&v.nabbr, &v.abbr}} {
		n := next()
		if err != nil || n > uint64(len(b))/8 {
			return nil, errVocabulary
		}
		for range n {
			*set.n++
			*set.hashes = addHash(*set.hashes, *set.n, binary.LittleEndian.Uint64(b))
			b = b[8:]
		}
	}
	return b, nil
}
