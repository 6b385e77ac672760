package layout

import (
	"slices"
	"strings"
)

// build makes lines into blocks.
func (s *scanner) build() {
	s.blocks = slices.Grow(s.blocks[:0], len(s.lines))
	s.traits = slices.Grow(s.traits[:0], len(s.lines))
	var (
		last    *line     // of the block that may go on, nil if none may
		lastOf  = -1      // where the last line of that block starts
		nLines  = 0       // lines of that block
		table   = false   // inside a table
		nesting = &s.nest // the list items that are open
	)
	nesting.clear()
	for k := range s.lines {
		l := &s.lines[k]
		switch l.form {
		case formRule, formUnderline:
			if l.form == formUnderline && last != nil && l.gap == 0 && s.underline(l, lastOf, nLines) {
				nesting.clear()
			}
			table = l.form == formRule && l.level > 0
			if n := len(s.blocks); table && n > 0 && l.gap == 0 && s.blocks[n-1].Kind == Row {
				s.blocks[n-1].Head = true
			}
			last = nil
			continue
		case formFence:
			s.add(l, Paragraph, isEmpty)
			last, table = nil, false
			continue
		case formHeading:
			if hasWord(s.text, l.start, l.end) {
				s.add(l, Heading, isFull)
				s.labels++
			}
			nesting.clear()
			last, table = nil, false
			continue
		case formRow:
			s.add(l, Row, 0)
			last, table = nil, true
			continue
		}
		if table && l.gap == 0 && l.form == formText {
			// Without pipes, the last cell of the row before goes on.
			if n := len(s.blocks); !hasPipe(s.text, l.start, l.end) && n > 0 && s.blocks[n-1].Kind == Row {
				s.extend(l)
			} else {
				s.add(l, Row, 0)
			}
			continue
		}
		table = false
		if k+1 < len(s.lines) && s.lines[k+1].form == formRule && s.lines[k+1].level > 0 &&
			s.lines[k+1].gap == 0 && hasPipe(s.text, l.start, l.end) {
			s.add(l, Row, 0)
			last = nil
			continue
		}
		if l.form == formItem {
			// In Markdown, lists of two styles at one indent are two lists, unless an
			// item of the first asks for the second.
			n := len(s.traits)
			flat := s.format == Markdown && (n == 0 || s.traits[n-1].last != classColon)
			depth := nesting.push(l.indent, l.kind, flat)
			last = nil
			if s.add(l, Item, isMarked) {
				s.blocks[n].Depth = depth
				last, lastOf, nLines = l, l.start, 1
			}
			continue
		}
		if s.wrap {
			if loose := s.loose(k); loose > 0 {
				if m := k + loose; last == nil || m == len(s.lines) || s.lines[m].form != formText || !s.joins(last, m) {
					f := flags(0)
					if isPageNumber(s.text, l.start, l.end) {
						f = isEmpty
					}
					s.add(l, Paragraph, f)
					last = nil
				}
				continue
			}
		}
		if last != nil && s.joins(last, k) {
			s.extend(l)
			last, lastOf = l, l.start
			nLines++
			continue
		}
		var f flags
		if s.airy && l.gap == 0 && len(nesting.open) > 0 || nesting.holds(l.indent) {
			f = isInner
		} else {
			nesting.clear()
		}
		if !s.add(l, Paragraph, f) {
			last = nil
			continue
		}
		last, lastOf, nLines = l, l.start, 1
		if k+1 < len(s.lines) && (s.wrap || s.lines[k+1].gap == 0) && s.isBoldLine(l) {
			last = nil // it stands alone even without an empty line after it
		}
	}
}

// add appends a block that starts with l. A line with no letter or digit makes
// none, and add returns false.
func (s *scanner) add(l *line, kind Kind, f flags) bool {
	i, j := trimEdges(s.text, l.start, l.end, kind == Row)
	if i == j || !hasWord(s.text, i, j) {
		return false
	}
	if l.quote {
		f |= isQuoted
	}
	if c := s.text[l.start]; i-l.start >= 2 && (c == '*' || c == '_') {
		f |= isBold // strong emphasis stood around all of it
	}
	s.blocks = append(s.blocks, Block{Start: i, End: j, Kind: kind, Section: -1, Intro: -1})
	s.traits = append(s.traits, trait{flags: f, kind: l.kind, indent: l.indent, level: l.level, gap: l.gap, first: l.first, last: l.last})
	return true
}

// extend lets the last block go on through l.
func (s *scanner) extend(l *line) {
	n := len(s.blocks) - 1
	if n < 0 {
		return
	}
	if i, j := trimEdges(s.text, l.start, l.end, s.blocks[n].Kind == Row); i < j {
		s.blocks[n].End = j
		s.traits[n].last = l.last
	}
}

// underline makes the block before l, whose last line starts at lastOf, a
// heading, and reports whether it did.
func (s *scanner) underline(l *line, lastOf, nLines int) bool {
	n := len(s.blocks) - 1
	if n < 0 || s.blocks[n].Kind == Item && s.traits[n].kind < ordered {
		return false // a line across the page
	}
	if b := &s.blocks[n]; nLines > 1 && s.size(n) > 200 && b.End > lastOf {
		// Too long for a title: the last line alone is one.
		i, j := trimEdges(s.text, lastOf, b.End, false)
		b.End = trimRight(s.text, b.Start, lastOf)
		s.blocks = append(s.blocks, Block{Start: i, End: j, Section: -1, Intro: -1})
		s.traits = append(s.traits, s.traits[n])
		n++
	}
	s.makeHeading(n)
	s.traits[n].flags = s.traits[n].flags&isQuoted | isFull
	s.traits[n].level = l.level
	s.labels++
	return true
}

// isBoldLine reports whether all letters of l are in strong emphasis.
func (s *scanner) isBoldLine(l *line) bool {
	if c := s.text[l.start]; s.format != Markdown || c != '*' && c != '_' || l.end-l.start > 2*maxTitle {
		return false
	}
	sh := look(s.text, l.start, l.end, true)
	return sh.bold > 0 && sh.bold >= sh.letters
}

func hasPipe(text string, i, j int) bool {
	for ; i < j; i++ {
		if text[i] == '|' {
			return true
		}
	}
	return false
}

// joins reports whether line k, a line of text, goes on with the paragraph or
// item whose last line is a.
func (s *scanner) joins(a *line, k int) bool {
	b := &s.lines[k]
	if s.format == Scraped || a.quote != b.quote {
		return false
	}
	done := a.last == classStop || a.last == classAsk || a.last == classColon || a.last == classSemi
	if !s.wrap {
		// Lines are paragraphs, save one broken by accident and what is indented
		// below an item.
		return b.gap == 0 && (b.first == classLower && !done && a.end-a.start >= 60 ||
			a.form == formItem && b.indent > a.indent && !a.hard)
	}
	switch {
	case int(b.gap) > s.between:
		// A page break in mid-sentence, or a paragraph's end.
		return s.format == PDF && b.gap <= 5 && !done && (b.first == classLower || s.full(a, b))
	case b.first == classLower:
		return a.last != classColon && a.last != classSemi
	case a.hard, a.last == classColon, a.last == classSemi:
		return false
	case !s.full(a, b):
		return false
	case !done:
		return true
	case b.indent > a.indent:
		return false // the first line of a paragraph, or a bullet that got lost
	case len(s.blocks) > 1 && s.traits[len(s.traits)-2].last == classSemi:
		return false // the item that closes a list
	}
	// The sentence ended at the line's end. A line that is neither full nor ends
	// a sentence is a heading.
	switch b.last {
	case classStop, classAsk, classColon, classSemi, classComma:
		return true
	}
	return k+1 < len(s.lines) && s.full(b, &s.lines[k+1])
}

// full reports whether a is filled so far that the first word of b found no
// room on it.
func (s *scanner) full(a, b *line) bool {
	word := b.start
	for word < b.end && s.text[word] != ' ' {
		word++
	}
	return (a.end-a.raw)+1+(word-b.start) >= s.width-s.width/8
}

// loose returns how many lines from k on are page numbers or bare addresses of
// links, which a PDF has in mid-sentence; at most 4.
func (s *scanner) loose(k int) int {
	n := 0
	for n < 4 && k+n < len(s.lines) {
		l := &s.lines[k+n]
		if l.form != formText || !isPageNumber(s.text, l.start, l.end) && !isBareURL(s.text[l.start:l.end]) {
			break
		}
		n++
	}
	return n
}

// isPageNumber reports whether [i, j) is "7", "- 7 -", "7/12" or "Page 7 of 12".
func isPageNumber(text string, i, j int) bool {
	if j-i > 20 {
		return false
	}
	digits, letters := 0, 0
	for k := i; k < j; k++ {
		switch c := text[k]; {
		case c-'0' < 10:
			digits++
		case c|0x20-'a' < 26:
			letters++
		case c != ' ' && c != '-' && c != '/' && c != '|':
			return false
		}
	}
	if digits == 0 || digits > 6 {
		return false
	}
	return letters == 0 || equalPrefix(text[i:j], "page ") || equalPrefix(text[i:j], "pagina ")
}

func equalPrefix(s, w string) bool { return len(s) >= len(w) && equalFold(s[:len(w)], w) }

// isBareURL reports whether s is an address and nothing else.
func isBareURL(s string) bool { return isURL(s) && strings.IndexByte(s, ' ') < 0 }

// A nest is the list items that stand open around a place in the text.
type nest struct {
	open []level
}

type level struct {
	indent int32
	kind   marker
}

// maxStyles is how many styles of marker are told apart at one indent.
const maxStyles = 5

func (n *nest) clear() { n.open = n.open[:0] }

// push opens an item and returns its depth. With flat, there is one list at one
// indent, whatever its markers.
func (n *nest) push(indent int32, kind marker, flat bool) int {
	top := len(n.open)
	for top > 0 && n.open[top-1].indent > indent+1 {
		top--
	}
	// At the same indent, another style of marker is a list inside the item,
	// the style of an item around it goes on with that one's list.
	for k := top; k > 0 && k > top-maxStyles && n.open[k-1].indent >= indent-1; k-- {
		if n.open[k-1].kind == kind || flat || k == top-maxStyles+1 {
			n.open = append(n.open[:k-1], level{n.open[k-1].indent, kind})
			return k
		}
	}
	n.open = append(n.open[:top], level{indent, kind})
	return len(n.open)
}

// holds reports whether text at the indent belongs to an open item.
func (n *nest) holds(indent int32) bool {
	for k := len(n.open); k > 0; k-- {
		if n.open[k-1].indent+2 <= indent {
			n.open = n.open[:k]
			return true
		}
	}
	return false
}
