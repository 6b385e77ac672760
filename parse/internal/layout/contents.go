package layout

import "slices"

// contents sets tables of contents aside: lists of lines that repeat headings
// further down, or link to places on the page. The text stands after block head
// and before block tail. contents returns the first block of the first table
// that it finds up to head, or -1.
func (s *scanner) contents(head, tail int) int {
	n := len(s.blocks)
	entries := 0
	for i := range tail {
		if s.isEntry(i) {
			entries++
		}
	}
	if entries < 6 {
		return -1
	}
	x := s.index(entries)
	s.later = slices.Grow(s.later[:0], n)[:n]
	later := s.later // by block: the next heading with its title, or -1
	for i := n - 1; i >= 0; i-- {
		later[i] = -1
		if i >= tail || !s.isEntry(i) {
			continue
		}
		h := s.titleHash(i)
		later[i] = int32(x.get(h))
		if i >= head && s.isTarget(i) {
			x.set(h, i)
		}
	}
	first := -1
	for i := 0; i < tail; i++ {
		if later[i] >= 0 {
			at := i
			i = s.contentsRun(i, later)
			if first < 0 && at <= head && s.blocks[at].Role == Chrome {
				first = at
			}
		}
	}
	return first
}

// isEntry reports whether block i may be a line of a table of contents or the
// heading that it names.
func (s *scanner) isEntry(i int) bool {
	b := &s.blocks[i]
	return b.Role == Body && b.Kind != Row && (b.Kind == Heading || s.traits[i].has(isShort|isLinks)) && b.End-b.Start <= 4*maxTitle
}

// isTarget reports whether block i may be a heading that a table of contents
// names: by its markup, or a short line with text below it or below the next.
func (s *scanner) isTarget(i int) bool {
	t := &s.traits[i]
	switch {
	case s.blocks[i].Kind == Heading:
		return true
	case s.blocks[i].Kind == Item && t.number == 0, t.has(isLinks), s.format == Markdown && s.labels >= 3 && !t.has(isBold):
		return false
	}
	for range 2 {
		if i = s.next(i); i == len(s.blocks) {
			return false
		}
		if s.size(i) >= 80 {
			return true
		}
	}
	return false
}

// contentsRun looks at the lines from block i on that repeat later headings. If
// they are a table of contents, it sets them aside. It returns the last block
// that it looked at.
func (s *scanner) contentsRun(i int, later []int32) int {
	hits, misses, last, end := 0, 0, i, i
	lowest, highest := int(later[i]), -1
	for k := i; k < len(s.blocks); k++ {
		s.work++
		if s.blocks[k].Role != Body {
			continue
		}
		if !s.isEntry(k) || k >= lowest {
			break
		}
		if j := int(later[k]); j > highest { // in the order of the text
			hits++
			last, highest = k, j
		} else if misses++; misses > 1+hits/4 {
			break
		}
		end = k
	}
	// A table of contents spans the text: what is named stands far apart.
	if hits < 3 {
		return end
	}
	rest := s.blocks[len(s.blocks)-1].End - s.blocks[last].End
	if (s.blocks[highest].Start-s.blocks[lowest].Start)*3 < rest {
		return end
	}
	for k := i; k <= last; k++ {
		if s.blocks[k].Role == Body {
			s.blocks[k].Role = Chrome
			if later[k] >= 0 {
				s.traits[later[k]].flags |= isNamed
			}
		}
	}
	s.contentsTitle(i - 1)
	return last
}

// anchors sets lists of links to places on the page aside.
func (s *scanner) anchors() {
	n := len(s.blocks)
	for i := 0; i < n; i++ {
		if !s.isAnchor(i) {
			continue
		}
		end := i + 1
		for end < n && s.isAnchor(end) {
			end++
		}
		if end-i >= 3 {
			for k := i; k < end; k++ {
				s.blocks[k].Role = Chrome
			}
			s.contentsTitle(i - 1)
		}
		i = end
	}
}

func (s *scanner) isAnchor(i int) bool {
	return s.traits[i].has(isAnchors) && s.blocks[i].Kind != Heading && s.blocks[i].Role == Body
}

// contentsTitle sets the title of a table of contents aside.
func (s *scanner) contentsTitle(i int) {
	if i = s.prev(i + 1); i < 0 || s.size(i) > 40 {
		return
	}
	b := s.blocks[i]
	j := b.End
	if s.text[j-1] == ':' {
		j--
	}
	for _, w := range [...]string{"contents", "table of contents", "content", "index", "inhoud", "inhoudsopgave", "on this page", "op deze pagina"} {
		if equalFold(s.text[b.Start:j], w) {
			s.blocks[i].Role = Chrome
		}
	}
}
