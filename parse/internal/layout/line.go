package layout

import (
	"math"
	"slices"
	"strings"
)

// A line is a line of text that is not empty.
type line struct {
	start, end int    // the text left when white space and markup are taken away
	raw        int    // start, with the markup
	indent     int32  // columns before raw
	kind       marker // of formItem
	gap        uint8  // empty lines before it, at most 255
	form       form
	level      uint8 // of formHeading and formUnderline; numbering depth of an item's marker
	hard       bool  // ends with a hard line break: two spaces or <br>
	page       bool  // first of a page: a form feed stands before it
	quote      bool  // in a block quote
	first      class
	last       class
}

// A form tells what a line's markup says.
type form uint8

const (
	formText form = iota
	formHeading
	formUnderline // === or --- below a heading
	formItem
	formRow   // of a table
	formRule  // * * *, ---, the line below a table's head: nothing to read
	formFence // ``` or a line of tags alone: letters, but no words
)

// stats is what split counts on the way, to tell formats apart.
type stats struct {
	lines    int
	twins    int      // lines equal to the line before
	hashes   int      // lines that start with # marks
	rules    int      // lines of = or - alone
	bolds    int      // lines that start and end with **
	bullets  int      // lines that start with a private-use character
	pages    int      // form feeds
	upper    int      // lines that start with an upper-case letter
	lower    int      // lines that start with a lower-case letter
	pairs    [2]int   // lines after one of 40 bytes and more, without and with an empty line between
	broken   [2]int   // those that break in mid-sentence
	widths   [256]int // lines by length in bytes
	gaps     [4]int   // lines by empty lines before
	overlong int      // lines of 256 bytes and more
}

// split cuts the text into lines, which it appends to lines.
func split(text string, lines []line) ([]line, stats) {
	var st stats
	sep := byte('\n')
	n := strings.Count(text, "\n")
	if n == 0 && strings.IndexByte(text, '\r') >= 0 {
		sep = '\r'
		n = strings.Count(text, "\r")
	}
	lines = slices.Grow(lines, min(n, len(text)/2)+1)
	gap, page := 0, false
	for pos := 0; pos < len(text); {
		next := len(text)
		end := next
		if k := strings.IndexByte(text[pos:], sep); k >= 0 {
			end, next = pos+k, pos+k+1
		}
		var l line
		l.raw = end
		col := 0
	indent:
		for i := pos; i < end; {
			switch c := text[i]; c {
			case ' ':
				col++
				i++
			case '\t':
				col += 4 - col%4
				i++
			case '\f':
				page = true
				st.pages++
				col = 0
				i++
			default:
				n := spaceAt(text, i)
				if n == 0 {
					l.raw = i
					break indent
				}
				i += n
			}
		}
		if l.raw == end {
			gap++
			pos = next
			continue
		}
		l.indent = int32(min(col, math.MaxInt32))
		l.start, l.end = l.raw, trimRight(text, l.raw, end)
		l.gap = uint8(min(gap, 255))
		l.page = page
		l.hard = end-l.end >= 2 && text[l.end] == ' ' && text[l.end+1] == ' ' || lineBreakTag(text, l.raw, l.end) < l.end
		l.first = firstClass(text, l.raw, l.end)
		l.last = lastClass(text, l.raw, l.end)
		var before *line
		if len(lines) > 0 {
			before = &lines[len(lines)-1]
		}
		st.add(text, before, &l)
		lines = append(lines, l)
		gap, page = 0, false
		pos = next
	}
	return lines, st
}

// add counts l, which stands after before.
func (st *stats) add(text string, before, l *line) {
	st.lines++
	size := l.end - l.raw
	st.widths[min(size, 255)]++
	if size > 255 {
		st.overlong++
	}
	st.gaps[min(l.gap, 3)]++
	switch l.first {
	case classUpper:
		st.upper++
	case classLower:
		st.lower++
	}
	plain := true
	switch c := text[l.raw]; {
	case c == '#':
		if headingMarks(text, l.raw, l.end) > 0 {
			st.hashes++
		}
		plain = false
	case c == '=' || c == '-':
		if size >= 3 && strings.Trim(text[l.raw:l.end], text[l.raw:l.raw+1]) == "" {
			st.rules++
		}
		plain = false
	case c == '*':
		if size > 4 && text[l.raw+1] == '*' && text[l.end-1] == '*' && text[l.end-2] == '*' {
			st.bolds++
		}
		plain = false
	case c == 0xEE || c == 0xEF && size > 1 && text[l.raw+1] < 0xA4: // U+E000 to U+F8FF
		st.bullets++
		plain = false
	case c == '|' || c == '>' || c == '+':
		plain = false
	}
	if before == nil {
		return
	}
	if before.end-before.raw == size && text[before.raw:before.end] == text[l.raw:l.end] {
		st.twins++
	}
	if !plain || l.gap > 3 || before.end-before.raw < 40 {
		return
	}
	k := 0
	if l.gap > 0 {
		k = 1
	}
	st.pairs[k]++
	if l.first == classLower {
		switch before.last {
		case classStop, classAsk, classColon, classSemi:
		default:
			st.broken[k]++
		}
	}
}

// width returns the length in bytes that all but one in twenty lines keep to.
func (st *stats) width() int {
	left := st.lines / 20
	for w := 255; w > 0; w-- {
		if left -= st.widths[w]; left < 0 {
			return w
		}
	}
	return 0
}

// headingMarks returns the number of # marks at text[i:j], 0 if they mark no
// heading.
func headingMarks(text string, i, j int) int {
	n := 0
	for i+n < j && text[i+n] == '#' {
		n++
	}
	if n > 6 || i+n == j || text[i+n] != ' ' && text[i+n] != '\t' {
		return 0
	}
	return n
}
