package reading

import (
	"slices"

	"example.com/policymodel/parse/internal/buffer"
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
	cues  []lexicon.CueMask
	ends  []int // of each block: the number of lines up to its end
	first int   // block
	next  int   // line to be read

	rest []words.Word // of the last block: the page is full
}

// pageWords is the number of words, and of blocks, from which a page is full. A
// block that has more goes on on the next page: what is noted of a sentence takes
// so much more room than its words, if they are few, that there have to be few
// sentences on a page, however the text is laid out.
const pageWords = 1024

// A line is a sentence with what its words tell, whatever stands around it.
type line struct {
	ws    []words.Word
	facts []lexicon.Mark // marks of facts, of regions and of what sections are about
	cued  []lexicon.Mark // of cues, but for what single words tell

	cuesAt []lexicon.CueMask // of each word: the cues of marks that begin with it

	has   uint32         // 1<<kind of facts
	bound bool           // some of its cues hold only in certain places
	said  lexicon.CueSet // cues of its marks, whether they hold or not
	own   lexicon.CueSet // cues of its own words that hold
	mute  wordSet        // words of which blocks take the cues away
	cuts  wordSet        // words where clauses may be cut
	doing wordSet        // words with data and, found before it, a cue of the same words that says what is done
	seps  words.Sep      // those among its words that may part clauses
}

// turn makes the page that begins with a block, or goes on with it.
func (r *reader) turn(block int) {
	pg := &r.page
	rest := pg.rest
	*pg = page{ws: pg.ws, facts: pg.facts[:0], cued: pg.cued[:0], lines: pg.lines[:0], cues: pg.cues[:0], ends: pg.ends[:0], first: block}
	if len(rest) > 0 {
		r.fill(rest)
		pg.ends = append(pg.ends, len(pg.lines))
		return
	}
	pg.ws = pg.ws[:0]
	for ; block < len(r.lay.Blocks) && len(pg.ws) < pageWords && len(pg.ends) < pageWords; block++ {
		if b := &r.lay.Blocks[block]; b.Role == layout.Body {
			from := len(pg.ws)
			pg.ws = r.scan.Append(pg.ws, r.text, b.Start, b.End)
			ws := pg.ws[from:]
			if b.Section >= 0 && r.lay.Sections[b.Section].Heading == block {
				r.heading(b.Section, ws)
			} else {
				r.fill(ws)
			}
		}
		pg.ends = append(pg.ends, len(pg.lines))
	}
}

// fill adds the sentences of ws, the words of a block, until the page is full.
func (r *reader) fill(ws []words.Word) {
	pg := &r.page
	words.Sentences(ws, func(first, end int) bool {
		r.find(pg.add(ws[first:end]))
		pg.rest = ws[end:]
		return end < pageWords
	})
}

// goesOn reports whether the block whose lines were returned last has more.
func (pg *page) goesOn() bool { return len(pg.rest) > 0 && pg.next == len(pg.lines) }

// lines returns the sentences of a block, which is read after the one before it.
// Of a block that goes on, it returns those on the next page.
func (r *reader) lines(block int) []line {
	pg := &r.page
	if block >= pg.first+len(pg.ends) || pg.goesOn() {
		r.turn(block)
	}
	from, end := pg.next, pg.ends[block-pg.first]
	pg.next = end
	return pg.lines[from:end]
}

// add adds a line with the given words, and nothing else so far.
func (pg *page) add(ws []words.Word) *line {
	n := len(pg.lines)
	pg.lines = slices.Grow(pg.lines, 1)[:n+1]
	l := &pg.lines[n]
	*l = line{}
	l.ws = ws
	n = len(pg.cues)
	pg.cues = slices.Grow(pg.cues, len(ws))[:n+len(ws)]
	l.cuesAt = pg.cues[n:]
	clear(l.cuesAt)
	return l
}

// heading reads the words of the heading of section i. Most are one sentence,
// and what tells their subject is found with its other phrases.
func (r *reader) heading(i int, ws []words.Word) {
	found := r.match.MatchHeading(ws)
	found = unblocked(found, r.match.Blocks())
	cues, _ := r.told(ws)
	r.section(i, found, cues)
	words.Sentences(ws, func(_, end int) bool {
		if end == len(ws) {
			r.sort(r.page.add(ws), untitled(found))
		} else {
			r.fill(ws)
		}
		return false
	})
}

// untitled returns the marks found in a heading, in order, without those that
// are of no use but in headings. Those of its first word stay, as in a label.
func untitled(found []lexicon.Mark) []lexicon.Mark {
	return slices.DeleteFunc(found, func(m lexicon.Mark) bool { return m.First > 0 && m.Entry.Titles() })
}

// find finds the phrases of l.
func (r *reader) find(l *line) {
	r.sort(l, r.match.Match(l.ws))
}

// sort tells l of the marks found in it, but for those that the blocks found
// last take away.
func (r *reader) sort(l *line, found []lexicon.Mark) {
	pg := &r.page
	found = r.sharedParts(l.ws, r.look(l, found))
	r.steps += len(found) * len(found)
	found = unblocked(found, r.match.Blocks())
	l.own, l.mute = r.told(l.ws)
	facts, cued := len(pg.facts), len(pg.cued)
	for i := range found {
		m := &found[i]
		e := m.Entry
		if e.Kind != lexicon.Cue {
			l.has |= 1 << e.Kind
			pg.facts = append(pg.facts, *m)
			if e.Kind == lexicon.Data && doesFirst(pg.cued[cued:], m) {
				l.doing.add(m.First)
			}
			continue
		}
		cues := e.Cues()
		l.cuesAt[m.First] |= cues.Mask()
		if e.Plain() {
			l.own.Union(cues)
		} else {
			l.said.Union(cues)
			l.bound = true
		}
		pg.cued = append(pg.cued, *m)
		if cues.Any(starting|subjects) || cues.Has(lexicon.CueAuxiliary) && l.ws[m.First].Before&words.Comma != 0 {
			l.cuts.add(m.First)
		}
	}
	l.said.Union(&l.own)
	l.facts, l.cued = slices.Clip(pg.facts[facts:]), slices.Clip(pg.cued[cued:])
}

// told returns the cues that the words matched last tell by themselves, and the
// words of which blocks take them away.
func (r *reader) told(ws []words.Word) (cues lexicon.CueSet, mute wordSet) {
	muted := false
	for _, b := range r.match.Blocks() {
		if b.Entry.Blocks(lexicon.Cue) {
			muted = true
			for i := b.First; i <= b.Last; i++ {
				mute.add(i)
			}
		}
	}
	if !muted {
		return *r.match.Cues(), mute
	}
	for i := range ws {
		if !mute.has(i) {
			cues.Union(r.lex.Cues(ws[i]))
		}
	}
	return cues, mute
}

// look finds what tells about l without a phrase: the separators that may part
// clauses, and the organisation's names, which it adds to marks in order.
func (r *reader) look(l *line, marks []lexicon.Mark) []lexicon.Mark {
	ws, text, initials := l.ws, r.text, &r.initials
	for i := range ws {
		w := &ws[i]
		if w.Before&parting != 0 {
			l.cuts.add(int32(i))
			l.seps |= w.Before
		}
		if at := int(w.Start); initials[text[at]]&firstByte != 0 && (at+1 == len(text) || initials[text[at+1]]&secondByte != 0) {
			marks = r.ownName(marks, ws, i)
		}
	}
	return marks
}

// unblocked returns found, in order, without those that blocks take away.
func unblocked(found, blocks []lexicon.Mark) []lexicon.Mark {
	if len(blocks) == 0 {
		return found
	}
	i := 0
	for i < len(found) && found[i].First < blocks[0].First {
		i++
	}
	n := i
	for ; i < len(found); i++ {
		m := &found[i]
		for blocks[0].Last < m.First {
			if blocks = blocks[1:]; len(blocks) == 0 {
				n += copy(found[n:], found[i:])
				return found[:n]
			}
		}
		if blocks[0].First > m.First || !blocked(m, blocks) {
			found[n] = *m
			n++
		}
	}
	return found[:n]
}

// blocked reports whether one of blocks takes m away: one that is longer, or just
// as long if m is a phrase without a gap, or a purpose where the block has none.
func blocked(m *lexicon.Mark, blocks []lexicon.Mark) bool {
	e := m.Entry
	for i := range blocks {
		b := &blocks[i]
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
func (pg *page) clear(n *buffer.Size) {
	*pg = page{
		ws: buffer.Reset(n, pg.ws), cues: buffer.Reset(n, pg.cues), ends: buffer.Reset(n, pg.ends),
		facts: buffer.Emptied(n, pg.facts[:cap(pg.facts)]), cued: buffer.Emptied(n, pg.cued[:cap(pg.cued)]), lines: buffer.Emptied(n, pg.lines[:cap(pg.lines)]),
	}
}
