package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A shape is what a short run of text looks like to a reader: link targets and
// marks are left out.
type shape struct {
	words   int
	titled  int // words of four letters and more that start with an upper-case letter
	long    int // words of four letters and more
	letters int
	upper   int // letters
	digits  int
	linked  int // letters inside links
	bold    int // letters in strong emphasis
	links   int
	anchors int // links to a place on a page
	commas  int
	pair    bool // a colon and more text: "Label: value"
	stop    bool // a sentence ends before the end
	address bool // holds an @ or ://
	ask     bool // ends with ?
}

// look returns the shape of [i, j). With markdown, links and emphasis are read
// as such.
func look(text string, i, j int, markdown bool) shape {
	var s shape
	var (
		size    = -1 // letters of the word, -1 between words
		cap     bool // the word starts with an upper-case letter
		last    byte // the last character that is no mark
		strong  bool
		bracket = -1 // letters seen before the open [
	)
	for i < j {
		c := text[i]
		from := i
		switch parts[c] {
		case partLower, partUpper:
			upper := 0
			for i < j && parts[text[i]]&(partLower|partUpper) != 0 {
				upper += int(parts[text[i]] & partUpper)
				i++
			}
			if size < 0 {
				size, cap = 0, parts[c] == partUpper
				s.words++
			}
			size += i - from
			s.letters += i - from
			s.upper += upper
			if strong {
				s.bold += i - from
			}
			last = c
			continue
		case partDigit:
			if size < 0 {
				size, cap = 0, false
			}
			s.digits++
		case partInner:
		case partHigh:
			r, n := utf8.DecodeRuneInString(text[i:j])
			if unicode.IsLetter(r) {
				up := unicode.IsUpper(r)
				if size < 0 {
					size, cap = 0, up
					s.words++
				}
				size++
				s.letters++
				if up {
					s.upper++
				}
			} else if r != '’' {
				size = s.end(size, cap)
			}
			if strong {
				s.bold++
			}
			last = c
			i += n
			continue
		case partMark:
			if markdown {
				if (c == '*' || c == '_') && i+1 < j && text[i+1] == c {
					strong = !strong
					i++
				}
				i++
				continue
			}
			size = s.end(size, cap)
		default:
			size = s.end(size, cap)
			switch c {
			case ' ':
				i++
				continue
			case '[':
				bracket = s.letters
				i++
				continue
			case ']':
				i++
				if markdown && bracket >= 0 && i < j && text[i] == '(' {
					s.links++
					s.linked += s.letters - bracket
					bracket = -1
					end := skipTarget(text, i, j)
					if strings.IndexByte(text[i:end], '#') >= 0 {
						s.anchors++
					}
					i = end
				}
				continue
			case '@':
				s.address = true
			case ':':
				if i+2 < j && text[i+1] == '/' && text[i+2] == '/' {
					s.address = true
				} else if i+1 < j {
					s.pair = s.pair || text[i+1] == ' '
				}
			case '.', '!', '?':
				if i+2 < j && text[i+1] == ' ' && last != 0 {
					s.stop = true
				}
			case ',':
				s.commas++
			}
		}
		last = c
		i++
	}
	s.end(size, cap)
	s.ask = last == '?'
	return s
}

// end counts a word of so many letters, none if size is negative, and returns -1.
func (s *shape) end(size int, cap bool) int {
	if size >= 4 {
		s.long++
		if cap {
			s.titled++
		}
	}
	return -1
}

// What a byte is in a word; other bytes part words.
const (
	partUpper = 1 << iota // a letter
	partLower
	partDigit
	partInner // ' and -
	partMark  // of Markdown
	partHigh  // of a rune beyond ASCII
)

var parts = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= 'a' && c <= 'z':
			t[c] = partLower
		case c >= 'A' && c <= 'Z':
			t[c] = partUpper
		case c >= '0' && c <= '9':
			t[c] = partDigit
		case c == '\'' || c == '-':
			t[c] = partInner
		case c == '*' || c == '_' || c == '\\' || c == '`':
			t[c] = partMark
		case c >= utf8.RuneSelf:
			t[c] = partHigh
		}
	}
	return t
}()

// skipTarget returns the offset after the link target whose ( stands at i. A
// target that is not closed is no target.
func skipTarget(text string, i, j int) int {
	depth := 0
	for k := i; k < j; k++ {
		switch text[k] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return k + 1
			}
		case '\n':
			return i + 1
		case ']':
			if k+1 < j && text[k+1] == '(' { // the next link: this one is not closed
				return i + 1
			}
		}
	}
	return i + 1
}
