package records

import "math/bits"

// Words are read, and looked up, eight letters at a time: as numbers whose
// bytes are the letters in lower case, the first one lowest.

// each is a number with 1 in each of its bytes.
const each = 0x0101010101010101

// number8 returns the eight bytes of b as a number.
func number8(b string) uint64 {
	_ = b[7]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// lettersOf returns the upper bit of each byte of x that is an ASCII letter.
func lettersOf(x uint64) uint64 {
	low := (x | 0x20*each) &^ (0x80 * each) // small letters, and what is beyond ASCII as ASCII
	return (low + (0x80-'a')*each) &^ (low + (0x80-'z'-1)*each) &^ x & (0x80 * each)
}

// before returns all bits of the bytes that come before the first one whose
// upper bit is set in marks.
func before(marks uint64) uint64 { return (marks & -marks >> 7) - 1 }

// mix adds eight letters to a hash. The hash of a word is that of its letters
// by eights, of which the last are fewer than eight, even none: no two words of
// up to seven letters have the same. Its upper bits are an index.
func mix(h, letters uint64) uint64 { return (h ^ letters) * 0x9E3779B97F4A7C15 }

// spell goes on with a word at text[i], whose letters before it have the given
// hash and capitals, and returns the hash of all, where the word ends, and other
// than 0 if it has capitals. The end is beyond the text if no eight bytes are
// left to read.
func spell(text string, i int, hash, capitals uint64) (uint64, int, uint64) {
	for i <= len(text)-8 {
		x := number8(text[i : i+8])
		other := ^lettersOf(x) & (0x80 * each)
		in := before(other)
		low := (x | 0x20*each) & in
		capitals |= low ^ x&in
		hash = mix(hash, low)
		i += bits.TrailingZeros64(other) / 8
		if other != 0 {
			return hash, i, capitals
		}
	}
	return 0, len(text) + 1, 0
}

// A hasher computes the hash of a word that is known byte by byte.
type hasher struct {
	hash, letters uint64
	shift         uint8 // of the next byte in letters
}

func (h *hasher) add(b byte) {
	h.letters |= uint64(b) << h.shift
	if h.shift += 8; h.shift == 64 {
		*h = hasher{hash: mix(h.hash, h.letters)}
	}
}

func (h *hasher) sum() uint64 { return mix(h.hash, h.letters) }

// hashOf returns the hash of a folded word.
func hashOf(word string) uint64 {
	var h hasher
	for i := range len(word) {
		h.add(word[i])
	}
	return h.sum()
}
