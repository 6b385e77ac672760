package score

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/policymodel/policy"
)

// A squashed text is one in lower case with each run of white space made one
// space, in which quotes can be found.
type squashed struct {
	text string
	pos  []int // of each byte of text and of its end: where its character starts in the raw text
}

// squash squashes raw. Like the reference it counts one byte for each U+FFFD in
// it, whether it stands there or stands for bytes that are not UTF-8: after
// one, offsets can be too small by two.
func squash(raw string) squashed {
	var text strings.Builder
	var pos []int
	offset, gap := 0, true
	for len(raw) > 0 {
		r, size := decode(raw)
		raw = raw[size:]
		if r == utf8.RuneError {
			size = 1
		}
		if isSpace(r) {
			if !gap {
				text.WriteByte(' ')
				pos = append(pos, offset)
			}
		} else {
			low := lower(r)
			text.WriteString(low)
			for range len(low) {
				pos = append(pos, offset)
			}
		}
		gap = isSpace(r)
		offset += size
	}
	return squashed{text.String(), append(pos, offset)}
}

// find returns the places of quotes in the raw text. A place ends where the
// character after the quote starts.
func (s squashed) find(quotes []string) []policy.Span {
	var found []policy.Span
	for _, q := range quotes {
		q = squashQuote(q)
		if q == "" {
			continue
		}
		for from := 0; ; {
			i := strings.Index(s.text[from:], q)
			if i < 0 {
				break
			}
			found = append(found, policy.Span{Start: s.pos[from+i], End: s.pos[from+i+len(q)]})
			from += i + 1
		}
	}
	return found
}

func squashQuote(q string) string {
	return strings.Join(strings.FieldsFunc(lowerString(q), isSpace), " ")
}

// decode returns the first character of s and its length. Of bytes that are not
// UTF-8, it takes the longest that could start a character as one U+FFFD, as
// Unicode recommends (Unicode 15.0, 3.9, U+FFFD Substitution of Maximal
// Subparts) and Python does; Go takes them one by one.
func decode(s string) (rune, int) {
	r, size := utf8.DecodeRuneInString(s)
	if r != utf8.RuneError || size != 1 {
		return r, size
	}
	// The range of the second byte after each first byte (Table 3-7).
	low, high, need := byte(0x80), byte(0xbf), 0
	switch b := s[0]; {
	case 0xc2 <= b && b <= 0xdf:
		need = 1
	case 0xe0 <= b && b <= 0xef:
		need = 2
		if b == 0xe0 {
			low = 0xa0
		} else if b == 0xed {
			high = 0x9f
		}
	case 0xf0 <= b && b <= 0xf4:
		need = 3
		if b == 0xf0 {
			low = 0x90
		} else if b == 0xf4 {
			high = 0x8f
		}
	}
	for size <= need && size < len(s) && low <= s[size] && s[size] <= high {
		size++
		low, high = 0x80, 0xbf
	}
	return utf8.RuneError, size
}

// isSpace is Python's str.isspace, which counts the separators U+001C to U+001F.
func isSpace(r rune) bool { return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f }

// lower is Python's str.lower of one character, which has full case mapping.
func lower(r rune) string {
	if r == 'İ' {
		return "i\u0307"
	}
	return string(unicode.ToLower(r))
}

func lowerString(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(lower(r))
	}
	return b.String()
}

var unlikeNames = regexp.MustCompile(`[^a-z0-9+@./]+`)

// norm folds names, addresses, dates and numbers for comparison.
func norm(s string) string {
	return strings.Trim(unlikeNames.ReplaceAllString(lowerString(s), " "), " ./")
}
