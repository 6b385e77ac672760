package policy

import (
	"fmt"
	"sort"
	"unicode/utf8"
)

// A Position is a place in a text as people count. The zero Position is none.
type Position struct {
	Offset int // in bytes, from 0
	Line   int // from 1; a line ends after its "\n"
	Column int // in runes, from 1; a byte that is not UTF-8 counts as one
}

// String returns "line:column".
func (p Position) String() string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }

// A LineTable finds the positions of offsets in one text. It is immutable.
type LineTable struct {
	text  string
	lines []int  // offset of the start of each line
	marks []mark // the first rune that starts in each block of the text
}

// A mark says how many runes stand before an offset, so that a long line need
// not be counted from its start.
type mark struct{ offset, runes int }

const markEvery = 1 << 10 // bytes

// NewLineTable returns the table of text, which it keeps. It takes linear
// time.
func NewLineTable(text string) *LineTable {
	t := &LineTable{text: text, lines: []int{0}}
	runes, next := 0, 0
	for i, r := range text {
		if i >= next {
			t.marks = append(t.marks, mark{i, runes})
			next += markEvery
		}
		runes++
		if r == '\n' {
			t.lines = append(t.lines, i+1)
		}
	}
	return t
}

// Position returns the position of an offset in bytes, such as that of a
// [Span]'s Start. An offset within a rune has that rune's column; one outside
// the text is moved to its start or end.
func (t *LineTable) Position(offset int) Position {
	offset = min(max(offset, 0), len(t.text))
	line := sort.SearchInts(t.lines, offset+1) // lines that start at offset or before
	return Position{offset, line, t.runesBefore(offset) - t.runesBefore(t.lines[line-1]) + 1}
}

// runesBefore counts the runes that end at offset or before.
func (t *LineTable) runesBefore(offset int) int {
	i := sort.Search(len(t.marks), func(i int) bool { return t.marks[i].offset > offset }) - 1
	if i < 0 {
		return 0
	}
	m := t.marks[i]
	for m.offset < offset {
		_, size := utf8.DecodeRuneInString(t.text[m.offset:])
		if m.offset += size; m.offset > offset {
			break
		}
		m.runes++
	}
	return m.runes
}
