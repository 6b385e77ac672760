package reading

import (
	"strings"
	"unicode/utf8"
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
	for i := 0; i < len(text); i++ {
		start, h, stops, whole := i, uint32(0), 0, true
		for ; i < len(text) && markKinds[text[i]] != breaks; i++ {
			switch c := text[i]; markKinds[c] {
			case ends:
				stops++
			case joins:
				whole = false
			default:
				whole = whole && stops == 0
				h = hashLower(h, c)
			}
		}
		if i > start && text[start]-'a' < 26 && whole {
			l.add(h)
		}
	}
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
	if strings.IndexFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
		word = strings.ToLower(word)
	}
	h := uint32(0)
	for i := range len(word) {
		c := word[i]
		if c-'A' < 26 {
			c |= 0x20
		}
		h = hashLower(h, c)
	}
	return l.slots[l.find(h)] == slotOf(h)
}

func (l *lowered) add(h uint32) {
	if i := l.find(h); l.slots[i] == 0 && l.n < loweredSlots/2 {
		l.slots[i] = slotOf(h)
		l.n++
	}
}

// find returns the slot that h is in or would go to.
func (l *lowered) find(h uint32) uint32 {
	i := h >> 16 % loweredSlots
	for l.slots[i] != 0 && l.slots[i] != slotOf(h) {
		i = (i + 1) % loweredSlots
	}
	return i
}

// hashLower adds a byte of a word in lower case to its hash, which begins at 0.
func hashLower(h uint32, c byte) uint32 { return (h<<5 ^ h>>27 ^ uint32(c)) * 0x9E3779B1 }

// slotOf returns what stands for h in a slot, which is not empty then.
func slotOf(h uint32) uint32 { return h | 1 }
