package layout

// unmarked finds lists whose items have no markers: after a line that asks for
// a list, lines that end with a semicolon or a comma, with the line that closes
// them, or short lines without an end; in a scraped page also lines that stand
// there twice.
func (s *scanner) unmarked() {
	n := len(s.blocks)
	if s.wrap && s.format != Markdown {
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
		more := false  // the last item ends with a sign that another follows
		plain := false // the last item is a short line without an end
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
			case s.isPlain(k, plain):
				plain = true
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

// lostBullets finds the items of wrapped text whose bullets did not come through
// from a PDF: two or more paragraphs in a row that are indented where most text is not, or one
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
	word := lastWord(s.text, s.blocks[k].Start, s.blocks[k].End)
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
// entry of a list, not the heading of the text below. With after, the block
// before it is one.
func (s *scanner) isPlain(k int, after bool) bool {
	if !s.traits[k].has(isShort) || s.traits[k].has(isPair) || s.traits[k].number > 0 || s.traits[k].last == classColon {
		return false
	}
	next := s.next(k)
	if next == len(s.blocks) {
		return after
	}
	nt := &s.traits[next]
	if after && s.traits[k].gap < nt.gap {
		return true // the last of the lines that stand together
	}
	return s.blocks[next].Kind == Paragraph && nt.has(isShort) && !nt.has(isBold) && nt.gap <= s.traits[k].gap
}

// intros finds for every item and row the block that introduces it.
func (s *scanner) intros() {
	var (
		open = s.rungs[:0] // the lists that stand open, outermost first
		last = -1          // the last body block
		rows = -1          // introduction of the table at hand
	)
	defer func() { s.rungs = open }()
	for i := range s.blocks {
		b, t := &s.blocks[i], &s.traits[i]
		if b.Role != Body {
			continue
		}
		switch b.Kind {
		case Heading:
			open = open[:0]
		case Row:
			if last < 0 || s.blocks[last].Kind != Row {
				rows = s.introduces(last)
			}
			b.Intro = rows
			if b.Head {
				rows = i // says what the cells below it are
			}
		case Item:
			fresh := last >= 0 && s.blocks[last].Kind != Item // other text stands before it
			if fresh && len(open) > 0 && !s.traits[last].has(isInner) && (s.open(last) || !open[0].goesOn(t)) {
				open = open[:0]
			}
			outer := -1 // what introduces the outermost list
			if len(open) > 0 {
				outer = open[0].intro
			}
			for len(open) > 0 && open[len(open)-1].depth > b.Depth {
				open = open[:len(open)-1]
			}
			if d := len(open); d == 0 || open[d-1].depth < b.Depth {
				r := rung{depth: b.Depth, intro: outer}
				switch {
				case fresh && (d == 0 || s.open(last)):
					r.intro = s.introduces(last)
				case d > 0:
					r.intro = open[d-1].item
				}
				open = append(open, r)
			} else if fresh && s.open(last) {
				open[d-1].intro = last
			} else if s.format == Scraped && open[d-1].item == last && s.asks(last) && d < maxFlat {
				// a page without indents: the item before introduces the next ones
				open = append(open, rung{depth: b.Depth, intro: last})
			}
			r := &open[len(open)-1]
			r.item, r.kind = i, t.kind
			b.Depth, b.Intro = len(open), r.intro
		}
		last = i
	}
}

// maxFlat is the depth up to which items without indents can stand below one
// another.
const maxFlat = 4

// A rung is a list that stands open.
type rung struct {
	depth int // of its items as they were marked
	intro int // the block that introduces it, or -1
	item  int // its last item
	kind  marker
}

// goesOn reports whether an item with the trait t goes on with the list after
// text that does not introduce it: that is so where its marker counts.
func (r *rung) goesOn(t *trait) bool { return t.kind >= ordered && t.kind == r.kind }

// introduces returns i if the block introduces a list that follows it, or -1.
func (s *scanner) introduces(i int) int {
	if i < 0 || s.blocks[i].Kind == Heading || s.blocks[i].Kind == Row {
		return -1
	}
	if s.open(i) || s.size(i) <= 300 && s.traits[i].number == 0 {
		return i
	}
	return -1
}
