package layout

// unmarked finds lists whose items have no markers: after a line that asks for
// a list, lines that end with a semicolon or a comma, with the line that closes
// them, or short lines without an end; in a scraped page also lines that stand
// there twice.
func (s *scanner) unmarked() {
	n := len(s.blocks)
	if s.format == PDF {
		s.lostBullets()
	}
	twinned := s.format == Scraped && s.fewTwins()
	for i := 0; i < n; i++ {
		if s.blocks[i].Role != Body || s.blocks[i].Kind == Heading {
			continue
		}
		if !s.asks(i) {
			if twinned && s.traits[i].has(isTwin) && !s.traits[i].has(isShort) {
				s.makeItem(i)
			}
			continue
		}
		more := false // the last item ends with a sign that another follows
		for k := s.next(i); k < n; k = s.next(k) {
			b, t := &s.blocks[k], &s.traits[k]
			if b.Kind != Paragraph || t.has(isInner|isBold) {
				break
			}
			switch {
			case t.last == classSemi || t.last == classComma && s.size(k) < 300:
				more = true
			case more:
				more = s.conjunction(k)
			case s.infinitive(k):
			case twinned && t.has(isTwin):
			case s.isPlain(k):
			default:
				b = nil
			}
			if b == nil {
				break
			}
			s.makeItem(k)
			i = k
			if s.asks(k) && !more {
				// An item that asks for a list of its own.
				break
			}
		}
	}
}

// lostBullets finds the items of a PDF whose bullets did not come through: two
// or more paragraphs in a row that are indented where most text is not, or one
// after a line that asks for it.
func (s *scanner) lostBullets() {
	indented := 0
	for i := range s.blocks {
		if s.isIndented(i) {
			indented++
		}
	}
	if indented*3 > len(s.blocks)*2 {
		return
	}
	for i := 0; i < len(s.blocks); i++ {
		if !s.isIndented(i) {
			continue
		}
		end := i
		for end < len(s.blocks) && s.isIndented(end) {
			end++
		}
		if end-i > 1 || i > 0 && s.asks(i-1) {
			for k := i; k < end; k++ {
				s.makeItem(k)
			}
		}
		i = end
	}
}

func (s *scanner) isIndented(i int) bool {
	return s.traits[i].indent > 0 && s.blocks[i].Kind == Paragraph && s.blocks[i].Role == Body && !s.traits[i].has(isInner)
}

// asks reports whether block i ends with a colon, or is a sentence that does
// not end.
func (s *scanner) asks(i int) bool { return s.traits[i].last == classColon }

func (s *scanner) makeItem(k int) {
	s.blocks[k].Kind, s.blocks[k].Depth = Item, 1
}

// fewTwins reports whether twins are the exception among the page's lines: then
// they are its list items.
func (s *scanner) fewTwins() bool {
	twins, all := 0, 0
	for i := range s.blocks {
		if s.blocks[i].Role == Body {
			all++
			if s.traits[i].has(isTwin) {
				twins++
			}
		}
	}
	return twins*10 < all*8
}

// conjunction reports whether block k ends with "and" or "or".
func (s *scanner) conjunction(k int) bool {
	b := s.blocks[k]
	w := b.End
	for w > b.Start && isLetterByte(s.text[w-1]) {
		w--
	}
	word := s.text[w:b.End]
	return equalFold(word, "and") || equalFold(word, "or") || equalFold(word, "en") || equalFold(word, "of")
}

// infinitive reports whether block k starts with "to " or "om ".
func (s *scanner) infinitive(k int) bool {
	b := s.blocks[k]
	if b.End-b.Start < 4 || s.text[b.Start+2] != ' ' {
		return false
	}
	w := s.text[b.Start : b.Start+2]
	return equalFold(w, "to") || equalFold(w, "om")
}

// isPlain reports whether block k is a short line in a run of such lines: an
// entry of a list, not the heading of the text below.
func (s *scanner) isPlain(k int) bool {
	if !s.traits[k].has(isShort) || s.traits[k].number > 0 || s.traits[k].has(isLabel) {
		return false
	}
	next := s.next(k)
	return next < len(s.blocks) && s.blocks[next].Kind == Paragraph && s.traits[next].has(isShort) &&
		s.traits[next].gap <= s.traits[k].gap && !s.traits[next].has(isBold)
}

// intros finds for every item and row the block that introduces it.
func (s *scanner) intros() {
	var (
		parents []int // the last item at each depth, from 1
		intro   = -1  // of the list at hand
		last    = -1  // the last body block
		kind    marker
		inList  bool
	)
	for i := range s.blocks {
		b, t := &s.blocks[i], &s.traits[i]
		if b.Role != Body {
			continue
		}
		switch b.Kind {
		case Heading:
			intro, inList, parents = -1, false, parents[:0]
		case Paragraph:
			if !t.has(isInner) {
				inList = false
				parents = parents[:0]
			}
		case Row:
			if last < 0 || s.blocks[last].Kind != Row {
				intro = s.introduces(last)
			}
			b.Intro = intro
			inList = false
		case Item:
			if !inList {
				if intro < 0 || !s.goesOn(last, t, kind) {
					intro = s.introduces(last)
				}
				inList = true
				parents = parents[:0]
			}
			if b.Depth <= 1 {
				kind = t.kind
			}
			d := b.Depth - 1
			if d > len(parents) {
				d = len(parents)
			}
			parents = parents[:d]
			b.Intro = intro
			if d > 0 {
				b.Intro = parents[d-1]
			}
			parents = append(parents, i)
		}
		last = i
	}
}

// introduces returns i if the block introduces a list that follows it, or -1.
func (s *scanner) introduces(i int) int {
	if i < 0 || s.blocks[i].Kind == Heading || s.blocks[i].Kind == Row {
		return -1
	}
	if s.open(i) || s.size(i) <= 250 {
		return i
	}
	return -1
}

// goesOn reports whether an item goes on with the list before the paragraph
// last: it does where the numbers do, or where the paragraph is no introduction.
func (s *scanner) goesOn(last int, t *trait, kind marker) bool {
	return last >= 0 && t.kind >= ordered && t.kind == kind && !s.open(last)
}
