package reading

import (
	"math/bits"
	"strings"

	"example.com/policymodel/parse/internal/words"
)

// A lowered is a set of words, by their hashes: those that a text has in lower
// case. It has open addressing, and holds no more than half of its slots.
type lowered struct {
	slots []uint32 // none until it is sampled
	n     int
}

const loweredSlots = 1 << 13

// sample makes l the set of the words that text begins with in lower case, and
// that have no marks in them.
func (l *lowered) sample(text string) {
	l.slots, l.n = sized(l.slots, loweredSlots), 0
	b := []byte(text)
	for i := 0; i < len(b); i++ {
		eight := words.Eight(b, i)
		_, others := words.Letters(eight)
		n, mask := words.Leading(others)
		if n < 8 && i+n < len(b) && markKinds[b[i+n]] == breaks { // a short word of letters alone, as most are
			if b[i]-'a' < 26 {
				l.add(mixed(eight & mask))
			}
			i += n
			continue
		}
		start, stop, whole := i, -1, true // where the word's last marks begin, if it has any
		for i += n; i < len(b) && markKinds[b[i]] != breaks; i++ {
			switch markKinds[b[i]] {
			case ends:
				if stop < 0 {
					stop = i
				}
			case joins:
				whole = false
			default:
				whole = whole && stop < 0
			}
		}
		if i > start && b[start]-'a' < 26 && whole {
			if stop < 0 {
				stop = i
			}
			l.add(hashOf(text[start:stop]))
		}
	}
}

// hashOf returns the hash of a word: that of its bytes at once if it is short.
func hashOf(word string) uint64 {
	if len(word) < 8 {
		return mixed(words.Eight([]byte(word), 0))
	}
	return words.Hash(word)
}

// mixed returns a hash of eight bytes.
func mixed(eight uint64) uint64 {
	hi, lo := bits.Mul64(eight, 0x9E3779B97F4A7C15)
	return hi ^ lo
}

// Marks in a text: those that part words, that may end one, and others.
const (
	breaks = 1 + iota
	ends
	joins
)

var markKinds = func() (t [256]uint8) {
	for kind, list := range [...]string{breaks: " \t\r\n()[]|<>,;:*\"", ends: ".!?", joins: "#%&'-/@\\_{}\xe2"} { // typographic marks begin with E2
		for i := range len(list) {
			t[list[i]] = uint8(kind)
		}
	}
	return t
}()

// has reports whether word is in l, whatever its case.
func (l *lowered) has(word string) bool {
	h := hashOf(strings.ToLower(word))
	return l.slots[l.find(h)] == slotOf(h)
}

func (l *lowered) add(h uint64) {
	if i := l.find(h); l.slots[i] == 0 && l.n < loweredSlots/2 {
		l.slots[i] = slotOf(h)
		l.n++
	}
}

// find returns the slot that h is in or would go to.
func (l *lowered) find(h uint64) uint64 {
	i := (h ^ h>>29) % loweredSlots
	for l.slots[i] != 0 && l.slots[i] != slotOf(h) {
		i = (i + 1) % loweredSlots
	}
	return i
}

// slotOf returns what stands for h in a slot, which is not empty then.
func slotOf(h uint64) uint32 { return uint32(h>>32) | 1 }
