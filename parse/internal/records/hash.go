package records

import "example.com/policymodel/parse/internal/words"

// The hash of a word takes in eight of its letters at a time, in lower case, then
// those that are left: none to seven, so that no two words of up to seven letters
// have the same. Its upper bits say where the word stands in a table.
func mix(h, eight uint64) uint64 { return (h ^ eight) * 0x9E3779B97F4A7C15 }

// spell goes on at text[i] with a word of ASCII letters, of which it has the hash
// and which letters are capitals. It returns the hash of the whole word, where it
// ends, and which letters are capitals.
func spell(text []byte, i int, hash, capitals uint64) (h uint64, end int, c uint64) {
	for {
		x := words.Eight(text, i)
		lower, others := words.Letters(x)
		if others != 0 {
			n, these := words.Leading(others)
			return mix(hash, lower&these), i + n, capitals | (lower^x)&these
		}
		hash = mix(hash, lower)
		capitals |= lower ^ x
		i += 8
	}
}

// A hasher computes the hash of a word that is known byte by byte.
type hasher struct {
	hash, eight uint64
	shift       uint8 // of the next byte in eight
}

func (h *hasher) add(b byte) {
	h.eight |= uint64(b) << h.shift
	if h.shift += 8; h.shift == 64 {
		*h = hasher{hash: mix(h.hash, h.eight)}
	}
}

func (h *hasher) sum() uint64 { return mix(h.hash, h.eight) }

// hashOf returns the hash of a folded word.
func hashOf(word string) uint64 {
	var h hasher
	for i := range len(word) {
		h.add(word[i])
	}
	return h.sum()
}
