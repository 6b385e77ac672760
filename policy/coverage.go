package policy

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Coverage tells how much of a policy was read, and what was not looked at.
// It counts the bytes of letters, marks and numbers in [Document.Body], so
// that white space, punctuation and markup do not weigh in.
type Coverage struct {
	Total     int             // bytes that count
	ByReading map[Reading]int // of these, the bytes in passages of each reading
	Uncovered []Span          // the stretches with such bytes that are in no passage, in text order
}

// Share returns the part of the bytes that count which is in passages of a
// reading, from 0 to 1. It is 0 if there are no such bytes.
func (c Coverage) Share(r Reading) float64 {
	if c.Total == 0 {
		return 0
	}
	return float64(c.ByReading[r]) / float64(c.Total)
}

// Coverage measures p over text, which must be the text that p was read from.
// A zero Document.Body stands for the whole text.
func (p *Policy) Coverage(text string) Coverage {
	body := p.Document.Body
	if body.IsZero() {
		body.End = len(text)
	}
	c := Coverage{ByReading: make(map[Reading]int)}
	pos := body.Start
	for _, ps := range p.Passages {
		// What of the passage is in the body and was not counted before.
		s := Span{max(ps.Span.Start, pos), min(ps.Span.End, body.End)}
		if s.Len() == 0 {
			continue
		}
		c.gap(text, Span{pos, s.Start})
		if n := wordBytes(s.Text(text)); n > 0 {
			c.Total += n
			c.ByReading[ps.Reading] += n
		}
		pos = s.End
	}
	c.gap(text, Span{pos, body.End})
	return c
}

// gap counts a stretch that is in no passage.
func (c *Coverage) gap(text string, s Span) {
	if n := wordBytes(s.Text(text)); n > 0 {
		c.Total += n
		c.Uncovered = append(c.Uncovered, trim(text, s))
	}
}

// wordBytes counts the bytes of the letters, marks and numbers in s.
func wordBytes(s string) int {
	n := 0
	for _, r := range s {
		if isWord(r) {
			n += utf8.RuneLen(r)
		}
	}
	return n
}

// isWord reports whether r is part of a word or a number.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N)
}

// trim returns s from its first to its last run of other than white space that
// has a letter, mark or number.
func trim(text string, s Span) Span {
	s = Span{max(s.Start, 0), min(s.End, len(text))}
	in := s.Text(text)
	first, last := strings.IndexFunc(in, isWord), strings.LastIndexFunc(in, isWord)
	first = strings.LastIndexFunc(in[:first], unicode.IsSpace)
	if first >= 0 {
		_, size := utf8.DecodeRuneInString(in[first:])
		s.Start += first + size
	}
	if n := strings.IndexFunc(in[last:], unicode.IsSpace); n >= 0 {
		s.End = s.End - len(in) + last + n
	}
	return s
}
