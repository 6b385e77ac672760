package policy

import (
	"sort"
	"unicode"
)

// A squeezed is a text, the original, with each run of white space made one
// space and none at its ends.
type squeezed struct {
	text  []byte
	steps []step // in order; the first is at 0
}

// A step says that from an offset on, up to the next step, the bytes of the
// squeezed text stand in the original from another offset on.
type step struct{ at, original int }

func squeeze(s string) *squeezed {
	q := &squeezed{text: make([]byte, 0, len(s))}
	for i := 0; i < len(s); {
		start := i
		i += spaceLen(s[i:])
		if i == len(s) {
			break
		}
		if len(q.text) > 0 {
			q.text = append(q.text, ' ')
		}
		if len(q.text) == 0 || i-start != 1 {
			q.steps = append(q.steps, step{len(q.text), i})
		}
		start = i
		i += wordLen(s[i:])
		q.text = append(q.text, s[start:i]...)
	}
	return q
}

// spaceLen returns the length of the white space that s starts with.
func spaceLen(s string) int {
	for i, r := range s {
		if !unicode.IsSpace(r) {
			return i
		}
	}
	return len(s)
}

// wordLen returns the length of what s starts with up to white space.
func wordLen(s string) int {
	for i, r := range s {
		if unicode.IsSpace(r) {
			return i
		}
	}
	return len(s)
}

// toOriginal returns the offset in the original of the byte at i.
func (q *squeezed) toOriginal(i int) int {
	n := sort.Search(len(q.steps), func(n int) bool { return q.steps[n].at > i })
	if n == 0 {
		return i
	}
	st := q.steps[n-1]
	return i - st.at + st.original
}

// fromOriginal returns the offset in the squeezed text of the byte at i of the
// original; for white space that was left out, of what follows it.
func (q *squeezed) fromOriginal(i int) int {
	n := sort.Search(len(q.steps), func(n int) bool { return q.steps[n].original > i })
	if n == 0 {
		return 0
	}
	st, end := q.steps[n-1], len(q.text)
	if n < len(q.steps) {
		end = q.steps[n].at
	}
	return min(i-st.original+st.at, end)
}
