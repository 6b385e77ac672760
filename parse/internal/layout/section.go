package layout

import "slices"

// maxLevel is the deepest level of a heading.
const maxLevel = 9

// layout makes the section tree and puts the result together.
func (s *scanner) layout() *Layout {
	l := &s.out
	*l = Layout{Format: s.format, Blocks: s.blocks, Sections: l.Sections[:0]}
	n := 0
	l.Start, l.End = -1, 0
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.Role != Body {
			continue
		}
		if l.Start < 0 {
			l.Start = b.Start
		}
		l.End = b.End
		if b.Kind == Heading {
			n++
		}
	}
	if l.Start < 0 {
		l.Start = 0
	}
	if n == 0 {
		return l
	}
	l.Sections = slices.Grow(l.Sections, n)
	var open [maxLevel + 1]int // open section by level, plus one
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.Start >= l.End {
			break
		}
		if b.Kind == Heading && b.Role == Body {
			sec := Section{Heading: i, Level: b.Depth, Parent: -1, Start: b.Start, End: b.End}
			for d := 1; d < b.Depth; d++ {
				if open[d] > 0 {
					sec.Parent = open[d] - 1
				}
			}
			l.Sections = append(l.Sections, sec)
			open[b.Depth] = len(l.Sections)
			clear(open[b.Depth+1:])
		}
		b.Section = len(l.Sections) - 1
		if b.Section >= 0 && b.Role == Body {
			l.Sections[b.Section].End = b.End
		}
	}
	// A section ends with the last one inside it.
	for i := len(l.Sections) - 1; i >= 0; i-- {
		if p := l.Sections[i].Parent; p >= 0 {
			l.Sections[p].End = max(l.Sections[p].End, l.Sections[i].End)
		}
	}
	return l
}
