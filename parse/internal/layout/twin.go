package layout

// minTwin is the length in bytes from which the same words a second time are
// no accident.
const minTwin = 25

// neighbours sets blocks aside that say the same as the one before them and, in
// a scraped page, those that say the same as the ones after them together.
func (s *scanner) neighbours() {
	kept := -1 // the last block that is no twin of its neighbour
	for i := range s.blocks {
		if kept >= 0 && (s.format == Scraped || s.size(i) >= minTwin) && s.equal(kept, i) {
			s.blocks[i].Role = Duplicate
			s.traits[kept].flags |= isTwin
			continue
		}
		kept = i
	}
	if s.format == Scraped {
		s.sums()
	}
}

// repeats sets blocks aside that have the words of an earlier one. A scraped
// page has every repetition by mistake, save those of its headings; elsewhere
// what stands in two places may mean two things, one for each region or kind of
// data, so only a large part of the text a second time counts.
func (s *scanner) repeats() {
	eligible := 0
	for i := range s.blocks {
		if s.mayRepeat(i) {
			eligible++
		}
	}
	if eligible < 2 {
		return
	}
	x := s.index(2 * eligible)
	if s.format != Scraped {
		alike := 0 // bytes of blocks that may have a twin
		for i := range s.blocks {
			if s.mayRepeat(i) && x.put(s.rough(i), i) >= 0 {
				alike += s.size(i)
			}
		}
		if alike*8 < len(s.text) {
			return
		}
		clear(x.slots)
	}
	run := stretch{twin: -1}
	for i := range s.blocks {
		if !s.mayRepeat(i) {
			continue
		}
		j := s.twin(&x, i)
		if s.format == Scraped {
			if j >= 0 {
				s.blocks[i].Role = Duplicate
			}
			continue
		}
		if j <= run.twin { // or -1
			s.drop(run)
			run = stretch{twin: -1}
		}
		if j >= 0 {
			if run.twin < 0 {
				run.first = i
			}
			run.last, run.twin = i, j
		}
	}
	s.drop(run)
}

// A stretch is a run of blocks that have twins further up, in the same order.
type stretch struct {
	first, last int
	twin        int // of last, -1 in no run
}

// drop sets a stretch aside if it is so long that the page must have been
// taken twice.
func (s *scanner) drop(r stretch) {
	if r.twin < 0 || (s.blocks[r.last].End-s.blocks[r.first].Start)*4 < len(s.text) {
		return
	}
	for i := r.first; i <= r.last; i++ {
		if s.blocks[i].Role == Body {
			s.blocks[i].Role = Duplicate
		}
	}
}

// mayRepeat reports whether block i is looked at by repeats.
func (s *scanner) mayRepeat(i int) bool {
	switch {
	case s.blocks[i].Role != Body:
		return false
	case s.format == Scraped:
		return s.size(i) >= minTwin && !s.traits[i].has(isShort)
	}
	return s.size(i) >= 4*minTwin
}

// twin returns an earlier block with the words of block i, or -1. Whole blocks
// are hashed only where their ends are alike, and no more than that.
func (s *scanner) twin(x *index, i int) int {
	j := x.put(s.brief(i), i)
	if j < 0 || s.equal(i, j) {
		return j
	}
	if !s.traits[j].has(isHashed) {
		s.traits[j].flags |= isHashed
		x.put(s.hash(j), j)
	}
	if j = x.put(s.hash(i), i); j >= 0 && s.equal(i, j) {
		return j
	}
	return -1
}

// sums sets long lines aside which say nothing but the lines after them: the
// text of an element of a page, followed by the text of the elements in it.
func (s *scanner) sums() {
	for i := range s.blocks {
		if s.blocks[i].Role == Body && s.isSum(i) {
			s.blocks[i].Role = Duplicate
		}
	}
}

// isSum reports whether the lines after block i, in order, say all of it.
func (s *scanner) isSum(i int) bool {
	whole := s.folder(i)
	var inner folder // what was last matched, for the parts of a part
	parts := 0
	for j := i + 1; j < len(s.blocks); j++ {
		if s.blocks[j].Role != Body {
			continue
		}
		if rest, ok := s.starts(inner, j); ok && parts > 0 {
			inner = rest
			continue
		}
		rest, ok := s.starts(whole, j)
		if !ok {
			return false
		}
		inner = folder{whole.rest[:len(whole.rest)-len(rest.rest)]}
		// The part itself is no part of the part.
		if s.size(j) >= s.size(i) {
			return false
		}
		whole = rest
		parts++
		if end := whole; end.next() == 0 {
			return parts > 1
		}
	}
	return false
}

// starts reports whether f goes on with the words of block j, and what is left
// of f after them.
func (s *scanner) starts(f folder, j int) (folder, bool) {
	b := s.folder(j)
	for {
		s.work++
		y := b.next()
		if y == 0 {
			return f, true
		}
		if f.next() != y {
			return f, false
		}
	}
}
