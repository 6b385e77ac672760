package reading

import (
	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
)

// A page is a run of blocks with the words and phrases of their sentences. They
// are found for all of them before any sentence is read: matching and reading
// are each so much code that a processor does one of them for long rather than
// both in turn.
type page struct {
	ws    []words.Word
	marks []lexicon.Mark
	facts []lexicon.Mark
	cued  []lexicon.Mark
	lines []line
	ends  []int // of each block: the number of lines up to its end
	first int   // block
	next  int   // line to be read
}

// pageWords is the number of words from which a page is full.
const pageWords = 1024

// A line is a sentence with what its words tell, whatever stands around it.
type line struct {
	ws    []words.Word
	marks []lexicon.Mark
	facts []lexicon.Mark // those of facts, of regions and of what sections are about
	cued  []lexicon.Mark // its cues

	has   uint32         // 1<<kind of its marks
	bound bool           // some of its cues hold only in certain places
	said  lexicon.CueSet // cues of its marks, whether they hold or not
	own   lexicon.CueSet // cues of its own words that hold
	ands  wordSet        // words that are "and" or "or"
	cuts  wordSet        // words where clauses may be cut
}

// turn makes the page that begins with a block.
func (r *reader) turn(block int) {
	pg := &r.page
	*pg = page{ws: pg.ws[:0], marks: pg.marks[:0], facts: pg.facts[:0], cued: pg.cued[:0], lines: pg.lines[:0], ends: pg.ends[:0], first: block}
	for ; block < len(r.lay.Blocks) && len(pg.ws) < pageWords; block++ {
		if b := &r.lay.Blocks[block]; b.Role == layout.Body {
			from := len(pg.ws)
			pg.ws = append(pg.ws, r.scan.Block(r.text, b.Start, b.End)...)
			ws := pg.ws[from:]
			words.Sentences(ws, func(first, end int) bool {
				pg.lines = append(pg.lines, line{ws: ws[first:end]})
				r.find(&pg.lines[len(pg.lines)-1])
				return true
			})
		}
		pg.ends = append(pg.ends, len(pg.lines))
	}
}

// lines returns the sentences of a block, which is read after the one before it.
func (r *reader) lines(block int) []line {
	pg := &r.page
	if block >= pg.first+len(pg.ends) {
		r.turn(block)
	}
	from, end := pg.next, pg.ends[block-pg.first]
	pg.next = end
	return pg.lines[from:end]
}

// find finds the phrases of l.
func (r *reader) find(l *line) {
	found := r.sharedParts(l.ws, r.ownNames(l.ws, r.match.Match(l.ws)))
	r.steps += len(found) * len(found)
	from := len(r.page.marks)
	if r.match.Blocks() {
		r.page.marks = r.unblocked(r.page.marks, found)
	} else {
		r.page.marks = append(r.page.marks, found...)
	}
	l.marks = r.page.marks[from:len(r.page.marks):len(r.page.marks)]
	for i := range l.ws {
		if l.ws[i].Before&parting != 0 {
			l.cuts.add(int32(i))
		}
	}
	facts, cued := len(r.page.facts), len(r.page.cued)
	for i := range l.marks {
		e := l.marks[i].Entry
		l.has |= 1 << e.Kind
		if e.Kind != lexicon.Cue {
			r.page.facts = append(r.page.facts, l.marks[i])
			continue
		}
		r.page.cued = append(r.page.cued, l.marks[i])
		cues := e.Cues()
		l.said.Union(cues)
		if cues.Has(lexicon.CueAnd) {
			l.ands.add(l.marks[i].First)
		}
		if cues.AnyOf(cutting) {
			l.cuts.add(l.marks[i].First)
		}
		if e.Plain() {
			l.own.Union(cues)
		} else {
			l.bound = true
		}
	}
	l.facts, l.cued = r.page.facts[facts:], r.page.cued[cued:]
}

// unblocked adds to list those of marks that no block mark among them covers.
func (r *reader) unblocked(list, marks []lexicon.Mark) []lexicon.Mark {
	r.blocks = r.blocks[:0]
	for _, m := range marks {
		if m.Entry.Kind == lexicon.Block {
			r.blocks = append(r.blocks, m)
		}
	}
	for _, m := range marks {
		if m.Entry.Kind != lexicon.Block && !blocked(m, r.blocks) {
			list = append(list, m)
		}
	}
	return list
}

// blocked reports whether a block mark takes m away: one that is longer, or just
// as long if m is a phrase without a gap, or a purpose where the block has none.
func blocked(m lexicon.Mark, blocks []lexicon.Mark) bool {
	for _, b := range blocks {
		if b.First > m.First {
			break
		}
		if b.Last >= m.Last && b.Entry.Blocks(m.Entry.Kind) && (!m.Entry.Gap || m.Entry.Kind == lexicon.Purpose && !b.Entry.Gap || b.Last-b.First > m.Last-m.First) {
			return true
		}
		if m.Entry.Gap && m.Entry.Kind == lexicon.Purpose && m.First < b.Last && b.Last < m.Last && b.Entry.Blocks(m.Entry.Kind) {
			return true
		}
	}
	return false
}

// clear makes pg forget what it held.
func (pg *page) clear() {
	*pg = page{ws: pg.ws[:0], marks: emptied(pg.marks), facts: emptied(pg.facts), cued: emptied(pg.cued), lines: emptied(pg.lines), ends: pg.ends[:0]}
}
