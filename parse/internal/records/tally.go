package records

import (
	"strings"

	"example.com/policymodel/parse/internal/layout"
)

// A tally counts the capitalised words within sentences that the vocabulary
// lacks, by their hashes: the names in a text. Words that find no room are not
// counted.
type tally [1 << 9]struct {
	hash uint64
	n    uint32
}

func (t *tally) add(h uint64) {
	if s := t.slot(h); s >= 0 {
		t[s].hash = h
		t[s].n++
	}
}

// slot returns the place of h, or -1 if there is neither one nor room for it.
func (t *tally) slot(h uint64) int {
	for i := range uint64(4) {
		s := (h>>55 + i) % uint64(len(t))
		if t[s].n == 0 || t[s].hash == h {
			return int(s)
		}
	}
	return -1
}

// count returns how often the rarest word of name was counted, leaving out
// those that the vocabulary has.
func (t *tally) count(name string) int {
	least := 0
	for i := 0; i < len(name); {
		if !isLetter(name[i]) && name[i] < 0x80 {
			i++
			continue
		}
		var h hasher
		j := i
		for j < len(name) && (isLetter(name[j]) || name[j] >= 0x80) {
			h.add(folded(name[j]))
			j++
		}
		if s := t.slot(h.sum()); s >= 0 && t[s].n > 0 && (least == 0 || int(t[s].n) < least) {
			least = int(t[s].n)
		}
		i = j
	}
	return least
}

// frequent returns the name that the text has within its sentences most often,
// if it has it minCount times, else "".
func (r *reader) frequent() string {
	most, next := uint32(0), uint32(0)
	for i := range r.tally {
		switch n := r.tally[i].n; {
		case n > most:
			most, next = n, most
		case n > next:
			next = n
		}
	}
	if most < minCount || most == next {
		return ""
	}
	counted := r.tally // scanning goes on counting
	for i := range r.layout.Blocks {
		b := &r.layout.Blocks[i]
		if b.Role != layout.Body {
			continue
		}
		r.scan(b.Start, b.End)
		for k := range r.toks {
			if t := &r.toks[k]; t.kind == word && t.tags == 0 && t.flags&(fUpper|fInner) != 0 && t.flags&fCaps == 0 && counted.count(r.words(k, k+1)) == int(most) {
				return strings.TrimSuffix(strings.TrimSuffix(r.words(k, k+1), "'s"), "’s")
			}
		}
	}
	return ""
}
