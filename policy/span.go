package policy

import (
	"cmp"
	"fmt"
)

// A Span is a half-open range of bytes, [Start, End), in the text that was
// parsed: text[s.Start:s.End] is what it covers. Offsets count bytes of the
// original UTF-8 text, not runes and not UTF-16 units. The zero Span means
// "no place"; a span that was found is never empty.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// IsZero reports whether s is the zero Span, which stands for no place.
func (s Span) IsZero() bool { return s == Span{} }

// Len returns the length of s in bytes, 0 if s is inverted.
func (s Span) Len() int { return max(s.End-s.Start, 0) }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Cover returns the smallest span that contains both s and t; the zero Span
// adds nothing.
func (s Span) Cover(t Span) Span {
	switch {
	case s.IsZero():
		return t
	case t.IsZero():
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// Compare orders spans by start, then by end: -1, 0 or +1.
func (s Span) Compare(t Span) int {
	if c := cmp.Compare(s.Start, t.Start); c != 0 {
		return c
	}
	return cmp.Compare(s.End, t.End)
}

// Text returns the part of text that s covers. It clamps s to the text, so it
// never panics.
func (s Span) Text(text string) string {
	start := min(max(s.Start, 0), len(text))
	end := min(max(s.End, start), len(text))
	return text[start:end]
}

// String returns s as "start-end", such as "812-824".
func (s Span) String() string { return fmt.Sprintf("%d-%d", s.Start, s.End) }
