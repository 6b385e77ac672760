package layout

import "strings"

// Limits of a line that may be a heading by its shape.
const (
	maxTitle      = 120 // bytes, link targets included where there are none
	maxTitleWords = 16
	maxSentence   = 12 // words of one that is neither in title case, numbered nor bold
)

// look finds out which blocks may be headings, links or labels by their shape.
func (s *scanner) look() {
	markdown := s.format == Markdown
	for i := range s.blocks {
		b, t := &s.blocks[i], &s.traits[i]
		start := b.Start
		if t.has(isMarked) && t.kind >= ordered {
			t.number = 1
		} else if depth, next := numbering(s.text, b.Start, b.End); depth > 0 {
			t.number, start = uint8(depth), next
		}
		if t.last == classLower && leavesOpen(s.text, start, b.End) {
			t.flags |= isCut
		}
		if b.Kind == Heading || b.Kind == Row {
			continue
		}
		if c := s.text[b.Start]; !markdown || c != '[' && c != '!' {
			if size := b.End - b.Start; size > 2*maxTitle || size > maxTitle && !t.has(isBold) && c != '*' && c != '_' {
				continue
			}
			// Most blocks show at their ends that they are no heading.
			marks := t.has(isBold) || t.number > 0 && b.End-b.Start <= maxTitle/2 ||
				(c == '*' || c == '_') && s.text[b.End-1] == c
			if !marks && (t.last == classStop || t.last == classComma || t.last == classSemi || t.first == classLower && s.format != Scraped) {
				continue
			}
		}
		sh := look(s.text, start, b.End, markdown)
		s.judge(b, t, &sh)
	}
}

// judge sets the flags of a block from its shape.
func (s *scanner) judge(b *Block, t *trait, sh *shape) {
	if sh.letters == 0 {
		if sh.digits == 0 {
			t.flags |= isEmpty
		}
		return
	}
	if sh.links > 0 && sh.linked >= sh.letters {
		t.flags |= isLinks
		if sh.anchors == sh.links {
			t.flags |= isAnchors
		}
	}
	if sh.bold > 0 && sh.bold >= sh.letters {
		t.flags |= isBold
	}
	if sh.upper == sh.letters && sh.letters >= 3 {
		t.flags |= isCaps
	}
	if sh.long > 0 && sh.titled*4 >= sh.long*3 {
		t.flags |= isTitled
	}
	if sh.words > maxTitleWords || b.End-b.Start > maxTitle && sh.links == 0 {
		return
	}
	switch {
	case t.first == classOther || t.first == classNone:
		return
	case sh.address, sh.digits > 4, sh.stop && !t.has(isBold):
		return
	case sh.digits > 0 && sh.commas > 0 && t.number == 0, // a place: "Town, AB1 2CD"
		sh.words > maxSentence && t.number == 0 && !t.has(isTitled|isCaps|isBold):
		return
	case t.first == classLower && s.format != Scraped && t.number == 0:
		return
	case t.last == classComma, t.last == classSemi:
		return
	case t.last == classStop && !t.has(isBold) && !(t.number > 0 && t.has(isTitled)):
		return
	case isDateLine(s.text[b.Start:b.End]):
		return
	}
	t.flags |= isShort
	if sh.pair && t.number == 0 && !t.has(isBold) {
		t.flags |= isPair
	}
}

// isDateLine reports whether s says when the policy was made: "Last updated …".
func isDateLine(s string) bool {
	k := 0
	for k < len(s) && isLetterByte(s[k]) {
		k++
	}
	switch lower(s[:k]) {
	case "last", "updated", "effective", "modified", "revised", "version", "date", "as",
		"laatst", "laatste", "bijgewerkt", "gewijzigd", "versie", "datum", "ingangsdatum":
		return strings.ContainsAny(s, "0123456789")
	}
	return false
}

// joinHeadings makes one block of a heading that was broken into two lines.
func (s *scanner) joinHeadings() {
	widest := 0
	for i := range s.blocks {
		if s.mayHead(i) {
			widest = max(widest, s.size(i))
		}
	}
	n := 0
	for i := range s.blocks {
		if n > 0 && s.mayHead(n-1) && s.mayHead(i) && s.traits[i].number == 0 && int(s.traits[i].gap) <= s.between+1 &&
			s.traits[n-1].last != classAsk && s.blocks[i].Start-s.blocks[n-1].End < 80 {
			word := s.blocks[i].Start
			for word < s.blocks[i].End && s.text[word] != ' ' {
				word++
			}
			if s.size(n-1)+1+word-s.blocks[i].Start >= widest-widest/8 && s.size(n-1) < s.width*3/4 {
				s.blocks[n-1].End = s.blocks[i].End
				s.traits[n-1].last = s.traits[i].last
				s.traits[n-1].flags = s.traits[n-1].flags&^isCut | s.traits[i].flags&isCut
				continue
			}
		}
		s.blocks[n], s.traits[n] = s.blocks[i], s.traits[i]
		n++
	}
	s.blocks, s.traits = s.blocks[:n], s.traits[:n]
}

// mayHead reports whether block i is an unmarked line in title case, or in
// upper case, that may be a heading.
func (s *scanner) mayHead(i int) bool {
	t := &s.traits[i]
	return s.blocks[i].Kind == Paragraph && t.has(isShort) && (t.has(isTitled) || t.has(isCaps)) && t.last != classColon
}

// headings decides which blocks are headings by their shape and gives each
// heading its level.
func (s *scanner) headings() {
	n := len(s.blocks)
	marked := s.format == Markdown && s.labels >= 3
	caps := false
	for i := 0; i < n; {
		if !s.candidate(i, marked) {
			i++
			continue
		}
		end := i
		for end = s.next(i); end < n && s.candidate(end, marked); end = s.next(end) {
		}
		s.headRun(i, end, marked)
		i = end
	}
	for i := range s.blocks {
		if s.blocks[i].Kind == Heading && s.blocks[i].Role == Body && s.traits[i].has(isCaps) {
			caps = true
		}
	}
	s.levels(caps)
}

// candidate reports whether block i, no heading by its markup, may be one.
func (s *scanner) candidate(i int, marked bool) bool {
	b, t := &s.blocks[i], &s.traits[i]
	if b.Role != Body || !t.has(isShort) || t.has(isInner|isEmpty|isCut) {
		return false
	}
	if t.has(isLinks) && !t.has(isBold) || marked && !t.has(isBold) && !s.isSubtitle(i) {
		return false
	}
	if b.Kind == Item {
		return t.kind >= ordered
	}
	if b.Kind != Paragraph {
		return false
	}
	next := s.next(i)
	if next == len(s.blocks) {
		return false
	}
	if t.last == classColon {
		// A label introduces a list; above other text it is a title.
		return s.blocks[next].Kind == Paragraph && (t.has(isBold) || s.size(i) <= 60)
	}
	if t.has(isPair) && !s.standsApart(i) {
		return false
	}
	if s.wrap && !t.has(isTitled|isCaps|isBold) && t.number == 0 {
		// A short line of a table or an address, unless it stands apart.
		return (i == 0 || int(t.gap) > s.between) && int(s.traits[next].gap) > s.between
	}
	return true
}

// isSubtitle reports whether block i, in a text whose headings are marked up, is
// one that is not: a short line in title case, or with a section number, that
// stands apart between sentences.
func (s *scanner) isSubtitle(i int) bool {
	b, t := &s.blocks[i], &s.traits[i]
	if b.Kind != Paragraph || s.size(i) > 80 || s.size(i) < 6 || t.last == classColon || t.has(isPair) {
		return false
	}
	if t.number == 0 && (!t.has(isTitled) || strings.IndexByte(s.text[b.Start:b.End], ',') >= 0) {
		return false
	}
	return s.standsApart(i)
}

// standsApart reports whether block i has an empty line on either side, with a
// sentence or something else that is complete before it and a long text after.
func (s *scanner) standsApart(i int) bool {
	next := s.next(i)
	if next == len(s.blocks) || s.traits[i].gap == 0 || s.traits[next].gap == 0 || s.blocks[next].Kind == Heading || s.size(next) < 80 {
		return false
	}
	prev := s.prev(i)
	if prev < 0 {
		return true
	}
	switch s.traits[prev].last {
	case classStop, classAsk, classSemi:
		return true
	}
	return s.blocks[prev].Kind != Paragraph
}

// headRun decides about the candidates from block i up to, not including, end,
// with no other body block between them.
func (s *scanner) headRun(i, end int, marked bool) {
	count := 0
	for k := i; k < end; k = s.next(k) {
		count++
	}
	prev := s.prev(i)
	for k := i; k < end; {
		next := s.next(k)
		if s.isHeading(prev, k, next, end, count, marked) {
			s.makeHeading(k)
		}
		prev, k = k, next
	}
}

// isHeading decides about block k, a candidate in a run of count candidates
// that ends before end; prev and next are the blocks beside it, prev -1 for the
// first.
func (s *scanner) isHeading(prev, k, next, end, count int, marked bool) bool {
	n := len(s.blocks)
	b, t := &s.blocks[k], &s.traits[k]
	if next >= n {
		return false
	}
	follow, ft := &s.blocks[next], &s.traits[next]
	if b.Kind == Item {
		// "1. Title" is a heading where text stands below it, an item where
		// another item stands beside it.
		if follow.Kind == Item && ft.kind == t.kind {
			return false
		}
		if prev >= 0 && s.blocks[prev].Kind == Item && s.traits[prev].kind == t.kind {
			return false
		}
		return t.has(isBold|isCaps|isTitled) || !marked && t.last != classColon
	}
	switch t.last {
	case classColon:
		return next >= end
	case classStop:
		return ft.gap == 0 || s.size(k) <= 40
	}
	if next >= end || t.has(isBold) && count < 4 {
		return true
	}
	// Inside a run of short lines: a list or an address, unless the numbers
	// say that the next numbered line is a part of this one.
	if count == 2 {
		// A title and a subtitle; two lines that stand together are the end of a
		// list and a title.
		return !s.airy || ft.gap > 0 || t.number > 0 || t.has(isTitled|isCaps) && ft.has(isTitled|isCaps)
	}
	if t.number == 0 {
		return false
	}
	for next < end && s.traits[next].number == 0 {
		next = s.next(next)
		s.work++
	}
	return next >= end || s.traits[next].number > t.number
}

// makeHeading turns block k into a heading. Its number is a part of it.
func (s *scanner) makeHeading(k int) {
	b, t := &s.blocks[k], &s.traits[k]
	if b.Kind == Item {
		start := b.Start
		for start > 0 && s.text[start-1] != '\n' && s.text[start-1] != '\r' {
			start--
		}
		for start = trimLeft(s.text, start, b.Start); start < b.Start && s.text[start] == '>'; {
			start = trimLeft(s.text, start+1, b.Start)
		}
		if k == 0 || start >= s.blocks[k-1].End {
			b.Start = start
			for b.End < len(s.text) && (s.text[b.End] == '*' || s.text[b.End] == '_') {
				b.End++ // the emphasis opens inside now
			}
		}
	}
	b.Kind, b.Depth = Heading, 0
	t.flags &^= isMarked
}

// levels gives every heading its level.
func (s *scanner) levels(caps bool) {
	base := 0  // level of the last heading in markup
	above := 0 // level of the last heading that is no label
	named := false
	digits := false
	for i := range s.blocks {
		b, t := &s.blocks[i], &s.traits[i]
		if b.Kind != Heading {
			continue
		}
		switch {
		case t.level > 0:
			b.Depth = int(t.level)
			base = b.Depth
		case s.format == Markdown:
			b.Depth = base + max(int(t.number), 1)
		case t.number > 0:
			b.Depth = int(t.number)
			if t.kind >= ordered && !t.kind.digits() && digits {
				b.Depth++ // A. below 1.
			}
			digits = digits || t.kind.digits()
		case t.last == classColon:
			b.Depth = above + 1
		case t.has(isNamed):
			b.Depth = 1
			named = true
		case caps && !t.has(isCaps) || named:
			// A table of contents names the headings of the first level.
			b.Depth = 2
		default:
			b.Depth = 1
		}
		b.Depth = min(b.Depth, maxLevel)
		if t.last != classColon {
			above = b.Depth
		}
	}
}
