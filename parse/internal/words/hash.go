package words

import (
	"encoding/binary"
	"math/bits"
)

// The hash of a word takes in eight of its folded bytes at a time, the first in
// the lowest bits, then the up to seven that are left. Its lower bits say where
// the word stands in a table, its upper half which of the words there it is.
const (
	hashStart = 0x9E3779B97F4A7C15
	hashPrime = 0xD6E8FEB86659FD93
)

// Hash returns the hash of a word that is folded already: lower case, without
// diacritics.
func Hash(folded string) uint64 { return hash([]byte(folded)) }

func hash(folded []byte) uint64 {
	h := uint64(hashStart)
	for ; len(folded) >= 8; folded = folded[8:] {
		h = mix(h, binary.LittleEndian.Uint64(folded))
	}
	// What is left is read from both ends; bytes in the middle may be read twice.
	rest := uint64(0)
	switch n := len(folded); {
	case n >= 4:
		rest = uint64(binary.LittleEndian.Uint32(folded)) | uint64(binary.LittleEndian.Uint32(folded[n-4:]))<<(8*(n-4)&63)
	case n >= 2:
		rest = uint64(binary.LittleEndian.Uint16(folded)) | uint64(folded[n-1])<<(8*(n-1)&63)
	case n == 1:
		rest = uint64(folded[0])
	}
	return mix(h, rest)
}

func mix(h, eight uint64) uint64 {
	hi, lo := bits.Mul64(h^eight, hashPrime)
	return hi ^ lo
}

// Eight returns the eight bytes of text at i, the first in the lowest bits; zeros
// stand for those after its end.
func Eight(text []byte, i int) uint64 {
	if i+8 <= len(text) {
		return binary.LittleEndian.Uint64(text[i : i+8])
	}
	return few(text[i:])
}

// few is Eight for less than eight bytes.
func few(b []byte) (eight uint64) {
	for i, c := range b {
		eight |= uint64(c) << (8 * i & 63)
	}
	return eight
}

const (
	ones = 0x0101010101010101 // in each of eight bytes
	tops = 0x80 * ones        // the highest bit of each
)

// Letters returns the ASCII letters of eight bytes in lower case, and the highest
// bit of those bytes that are none.
func Letters(eight uint64) (lower, others uint64) {
	lower = eight&^tops | 0x20*ones
	return lower, (lower + (0x7F-'z')*ones | ^(lower + (0x80-'a')*ones) | eight) & tops
}

// Leading returns how many of eight bytes come before the first one whose
// highest bit is in others, and a mask of those.
func Leading(others uint64) (n int, mask uint64) {
	return bits.TrailingZeros64(others) >> 3, (others ^ (others - 1)) >> 8
}

// Cases returns how many of eight bytes are small letters and how many capital
// ones, of ASCII.
func Cases(eight uint64) (small, capital int) {
	_, others := Letters(eight)
	letters := others ^ tops
	return bits.OnesCount64(letters & (eight << 2)), bits.OnesCount64(letters &^ (eight << 2))
}
