package reading

import (
	"slices"

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
	facts []lexicon.Mark // marks of facts, of regions and of what sections are about
	cued  []lexicon.Mark // its cues

	has   uint32         // 1<<kind of its marks
	bound bool           // some of its cues hold only in certain places
	said  lexicon.CueSet // cues of its marks, whether they hold or not
	own   lexicon.CueSet // cues of its own words that hold
	ands  wordSet        // words that are "and" or "or"
	cuts  wordSet        // words where clauses may be cut, whatever stands before them
	acts  wordSet        // words where those that depend on others may be cut
	doing wordSet        // words with data and, found before it, a cue of the same words that says what is done
	seps  words.Sep      // those among its words that may part clauses
}

// turn makes the page that begins with a block.
func (r *reader) turn(block int) {
	pg := &r.page
	*pg = page{ws: pg.ws[:0], facts: pg.facts[:0], cued: pg.cued[:0], lines: pg.lines[:0], ends: pg.ends[:0], first: block}
	for ; block < len(r.lay.Blocks) && len(pg.ws) < pageWords; block++ {
		if b := &r.lay.Blocks[block]; b.Role == layout.Body {
			from := len(pg.ws)
			pg.ws = r.scan.Append(pg.ws, r.text, b.Start, b.End)
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
	pg, found := &r.page, r.sharedParts(l.ws, r.ownNames(l.ws, r.match.Match(l.ws)))
	r.steps += len(found) * len(found)
	r.findBlocks(found)
	for i := range l.ws {
		if sep := l.ws[i].Before; sep&parting != 0 {
			l.cuts.add(int32(i))
			l.seps |= sep
		}
	}
	facts, cued := len(pg.facts), len(pg.cued)
	for i := range found {
		m := &found[i]
		if len(r.blocks) > 0 && r.blocked(m) {
			continue
		}
		l.has |= 1 << m.Entry.Kind
		if m.Entry.Kind != lexicon.Cue {
			pg.facts = append(pg.facts, *m)
			if m.Entry.Kind == lexicon.Data && doesFirst(pg.cued[cued:], m) {
				l.doing.add(m.First)
			}
			continue
		}
		pg.cued = append(pg.cued, *m)
		cues := m.Entry.Cues()
		if cues.Has(lexicon.CueAnd) {
			l.ands.add(m.First)
		}
		if cues.AnyOf(heads) {
			l.cuts.add(m.First)
		}
		if cues.AnyOf(subjects) {
			l.acts.add(m.First)
		}
		if m.Entry.Plain() {
			l.own.Union(cues)
		} else {
			l.said.Union(cues)
			l.bound = true
		}
	}
	l.said.Union(&l.own)
	l.facts, l.cued = slices.Clip(pg.facts[facts:]), slices.Clip(pg.cued[cued:])
}

// findBlocks notes the block marks among those found last.
func (r *reader) findBlocks(found []lexicon.Mark) {
	r.blocks = r.blocks[:0]
	if !r.match.Blocks() {
		return
	}
	for i := range found {
		if found[i].Entry.Kind == lexicon.Block {
			r.blocks = append(r.blocks, found[i])
		}
	}
}

// blocked reports whether m is a block mark or one of those found takes it away:
// one that is longer, or just as long if m is a phrase without a gap, or a
// purpose where the block has none.
func (r *reader) blocked(m *lexicon.Mark) bool {
	e := m.Entry
	if e.Kind == lexicon.Block {
		return true
	}
	for i := range r.blocks {
		b := &r.blocks[i]
		if b.First > m.First {
			break
		}
		if b.Last < m.First || !b.Entry.Blocks(e.Kind) {
			continue
		}
		if b.Last >= m.Last && (!e.Gap || e.Kind == lexicon.Purpose && !b.Entry.Gap || b.Last-b.First > m.Last-m.First) {
			return true
		}
		if e.Gap && e.Kind == lexicon.Purpose && m.First < b.Last && b.Last < m.Last {
			return true
		}
	}
	return false
}

// clear makes pg forget what it held.
func (pg *page) clear() {
	*pg = page{ws: pg.ws[:0], facts: emptied(pg.facts[:cap(pg.facts)]), cued: emptied(pg.cued[:cap(pg.cued)]), lines: emptied(pg.lines[:cap(pg.lines)]), ends: pg.ends[:0]}
}
