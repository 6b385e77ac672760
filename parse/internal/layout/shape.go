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
		inWord  bool
		size    int  // letters of the word
		cap     bool // the word starts with an upper-case letter
		last    byte // the last character that is no mark
		strong  bool
		bracket = -1 // letters seen before the open [
	)
	endWord := func() {
		if inWord {
			inWord = false
			if size >= 4 {
				s.long++
				if cap {
					s.titled++
				}
			}
		}
	}
	for i < j {
		c := text[i]
		switch {
		case c-'a' < 26:
			if !inWord {
				inWord, size, cap = true, 0, false
				s.words++
			}
			size++
			s.letters++
		case c-'A' < 26:
			if !inWord {
				inWord, size, cap = true, 0, true
				s.words++
			}
			size++
			s.letters++
			s.upper++
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(text[i:j])
			if unicode.IsLetter(r) {
				up := unicode.IsUpper(r)
				if !inWord {
					inWord, size, cap = true, 0, up
					s.words++
				}
				size++
				s.letters++
				if up {
					s.upper++
				}
			} else if r != '’' {
				endWord()
			}
			if strong {
				s.bold++
			}
			last = c
			i += n
			continue
		case c-'0' < 10:
			if !inWord {
				inWord, size, cap = true, 0, false
			}
			s.digits++
		case c == '\'' || c == '-':
		case c == '*' || c == '_' || c == '\\' || c == '`':
			if markdown {
				if (c == '*' || c == '_') && i+1 < j && text[i+1] == c {
					strong = !strong
					i++
				}
				i++
				continue
			}
			endWord()
		case c == '[':
			endWord()
			bracket = s.letters
			i++
			continue
		case c == ']':
			endWord()
			if markdown && bracket >= 0 && i+1 < j && text[i+1] == '(' {
				s.links++
				s.linked += s.letters - bracket
				bracket = -1
				end := skipTarget(text, i+1, j)
				if strings.IndexByte(text[i:end], '#') >= 0 {
					s.anchors++
				}
				i = end
				continue
			}
			i++
			continue
		case c == '@':
			s.address = true
			endWord()
		case c == ':':
			endWord()
			if i+2 < j && text[i+1] == '/' && text[i+2] == '/' {
				s.address = true
			} else if i+1 < j {
				s.pair = s.pair || text[i+1] == ' '
			}
		case c == '.' || c == '!' || c == '?':
			endWord()
			if i+2 < j && text[i+1] == ' ' && last != 0 {
				s.stop = true
			}
		case c == ',':
			s.commas++
			endWord()
		default:
			endWord()
		}
		if strong && c|0x20-'a' < 26 {
			s.bold++
		}
		if c != ' ' {
			last = c
		}
		i++
	}
	endWord()
	s.ask = last == '?'
	return s
}

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
