package reading

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/taxonomy"
)

// maxHead is the number of words up to which a cell of the first row of a table
// may head a column.
const maxHead = 20

// maxParty is the number of words up to which a cell that names a recipient, or
// only says "name", heads a column of companies.
const maxParty = 3

// maxColumns is the number of columns from which a row of cells is no table.
const maxColumns = 32

// maxCell is the number of words up to which a cell of a table is no sentence of
// its own, if it does not speak as one.
const maxCell = 12

// A column is what the head of a table's column says about the cells below it:
// "Purpose", "Data we collect". The zero column says nothing.
type column struct {
	kinds lexicon.SectionSet
	cues  lexicon.CueSet
	asks  bool  // whether data is collected, to which a cell answers
	not   kinds // of facts that a cell that is no sentence does not state
	sells bool  // whether data is sold, to which a cell answers
	sold  bool  // a cell says that it is
	named bool  // whether its cells may be names of those who get data

	recipient string // kind of recipient that the cells name, "" if unknown
}

// table follows the tables of the text row by row: block i is read next.
func (r *reader) table(i int) {
	if r.lay.Blocks[i].Kind == layout.Row {
		r.row(i)
	}
}

// row begins to read row i of a table.
func (r *reader) row(i int) {
	b := &r.lay.Blocks[i]
	r.denied, r.cell, r.cellFrom = false, 0, b.Start
	switch {
	case i == 0 || r.lay.Blocks[i-1].Kind != layout.Row || r.headless:
		r.columns = r.columns[:0]
		r.tableHead(b)
	default:
		r.denied = r.answersNo(b)
	}
}

// tableHead reads the first row of a table, which heads the columns if all of
// its cells are short.
func (r *reader) tableHead(b *layout.Block) {
	ok := true
	r.headless = true
	for start := b.Start; ok && start <= b.End; {
		end := b.End
		if n := strings.IndexByte(r.text[start:b.End], '|'); n >= 0 {
			end = start + n
		}
		ws := r.scan.Block(r.text, start, end)
		ok = len(ws) <= maxHead && len(r.columns) < maxColumns
		r.headless = r.headless && len(ws) == 0
		marks, shares := r.match.MatchHeading(ws), false
		c := column{cues: *r.match.Cues()}
		for _, m := range marks {
			switch m.Entry.Kind {
			case lexicon.Section:
				c.kinds |= m.Entry.SectionSet()
			case lexicon.Recipient:
				if c.recipient == "" && m.Entry.Name == "" && m.Entry.Plain() && !m.Entry.List {
					c.recipient = m.Entry.ID
				}
			case lexicon.Cue:
				if m.Entry.Plain() {
					cues := m.Entry.Cues()
					c.cues.Union(cues)
					shares = shares || cues.Has(lexicon.CueShare) && !cues.Has(lexicon.CueSell)
				}
			}
		}
		switch {
		case c.cues.Has(lexicon.CuePurposes):
			c.kinds |= lexicon.InUse
		case c.cues.Has(lexicon.CueShare) && c.recipient == "" && !c.cues.Has(lexicon.CueThird) && !c.cues.Has(lexicon.CuePartyHead) && r.sharedData(ws, &c.cues):
			c.kinds = lexicon.InCollection
		case (c.cues.Has(lexicon.CueThird) || c.cues.Has(lexicon.CueShare) || c.recipient != "" && len(ws) <= maxParty) && c.kinds&lexicon.InUse == 0:
			c.kinds = lexicon.InSharing // "categories of third parties to which we provide your data"
		case c.kinds == 0 && len(r.columns) == 0 && len(ws) <= maxParty:
			c.named = c.cues.Has(lexicon.CuePartyHead)
		}
		if c.kinds == 0 && c.cues.Has(lexicon.CueDataHead) {
			c.kinds = lexicon.InCollection
		}
		c.asks = len(ws) <= 2 && c.cues.Has(lexicon.CueCollect)
		c.sells = c.cues.Has(lexicon.CueSell) && !shares
		c.not = foreign(c.kinds)
		r.columns = append(r.columns, c)
		start = end + 1
	}
	if !ok {
		r.columns = r.columns[:0]
	}
	if slices.ContainsFunc(r.columns, func(c column) bool { return c.kinds == lexicon.InRetention }) {
		for i := range r.columns {
			if c := &r.columns[i]; c.kinds&lexicon.InRetention == 0 {
				c.not |= kept // which have a column of their own
			}
		}
	}
}

// sharedData reports whether ws, the head of a column about sharing, is of the
// data that is shared: "personal data disclosed", but not "data is sent to".
func (r *reader) sharedData(ws []words.Word, cues *lexicon.CueSet) bool {
	if !cues.Any(1<<lexicon.CuePii | 1<<lexicon.CueDataHead) {
		return false
	}
	switch last := ws[len(ws)-1]; r.text[last.Start:last.End] {
	case "with", "to", "met", "aan":
		return false
	}
	return true
}

// kept are the kinds of facts that tell how long data is kept.
const kept = kinds(1<<lexicon.Retention | 1<<lexicon.Disposal)

// foreign returns the kinds of facts that a cell does not state by a word or two
// in a column whose head is about the given subjects, and about no other:
// payments are no data below "Purpose".
func foreign(subjects lexicon.SectionSet) kinds {
	const every = ^kinds(0)
	not := every
	for _, x := range [...]struct {
		subject lexicon.SectionSet
		not     kinds
	}{
		{lexicon.InCollection, kept | 1<<lexicon.Purpose},
		{lexicon.InUse, kept | 1<<lexicon.Data},
		{lexicon.InLegalBasis, kept | 1<<lexicon.Data},
		{lexicon.InSharing, kept},
		{lexicon.InRetention, 1<<lexicon.Data | 1<<lexicon.Recipient | 1<<lexicon.Right},
	} {
		if subjects&x.subject != 0 {
			not &= x.not
			subjects &^= x.subject
		}
	}
	if not == every || subjects&^lexicon.InCalifornia != 0 {
		return 0
	}
	return not
}

// answersNo reports whether a row says that its data is not collected: "no" in
// the column that asks for that.
func (r *reader) answersNo(b *layout.Block) bool {
	cells := r.text[b.Start:b.End]
	for i := range r.columns {
		cell, rest, more := strings.Cut(cells, "|")
		if r.columns[i].asks && isNo(strings.TrimFunc(cell, beside)) {
			return true
		}
		if !more {
			break
		}
		cells = rest
	}
	return false
}

func isNo(s string) bool  { return strings.EqualFold(s, "no") || strings.EqualFold(s, "nee") }
func isYes(s string) bool { return strings.EqualFold(s, "yes") || strings.EqualFold(s, "ja") }

// answered reports whether block i is what a mere "No" below it answers, as in a
// table that lost its form: what is collected, perhaps examples of it, and
// whether it is. The answer to a question, or to what a colon ends, is none.
func (r *reader) answered(i int) bool {
	return (r.mayDeny(i+1) || r.mayDeny(i+2)) && r.answers(i)
}

// mayDeny reports whether block i, if there is one, begins as "No" does.
func (r *reader) mayDeny(i int) bool {
	if i < len(r.lay.Blocks) {
		b := &r.lay.Blocks[i]
		for k := b.Start; k < b.End; k++ {
			if c := r.text[k]; !beside(rune(c)) {
				return c|0x20 == 'n'
			}
		}
	}
	return false
}

// beside reports whether c may stand beside the word in a cell.
func beside(c rune) bool { return c == ' ' || c == '\t' || c == '*' || c == '_' || c == '.' }

// answers does what answered does, for blocks of which one may be a "No".
func (r *reader) answers(i int) bool {
	for j := i; j <= i+2 && j < len(r.lay.Blocks); j++ {
		b := &r.lay.Blocks[j]
		if b.Kind == layout.Row || b.Section != r.lay.Blocks[i].Section {
			break
		}
		switch cell := strings.TrimFunc(r.text[b.Start:b.End], beside); {
		case isNo(cell):
			return j > i
		case isYes(cell), strings.HasSuffix(cell, "?"), strings.HasSuffix(cell, ":"):
			return false
		}
	}
	return false
}

// column gives s, of a table's row, what the head of its column says.
func (r *reader) column(s *sentence, b *layout.Block) {
	if b.Kind == layout.Row && len(r.columns) >= 2 {
		r.cellOf(s, b)
	}
}

// cellOf does so if the table's columns have heads.
func (r *reader) cellOf(s *sentence, b *layout.Block) {
	start := int(s.ws[0].Start)
	r.cell += strings.Count(r.text[r.cellFrom:start], "|")
	r.cellFrom = start
	n := r.cell
	if n >= len(r.columns) {
		return
	}
	if len(s.ws) == 1 && r.answer(s, &r.columns[n]) {
		return
	}
	if not := r.columns[n].not; kinds(s.has)&not != 0 && r.isCell(s, b) && !(s.holds(lexicon.LegalBasis) && not&(1<<lexicon.Purpose) != 0) {
		s.leaveOff(not)
	}
	about := r.columns[n].kinds
	if r.columns[n].named && s.ofParties() {
		about = lexicon.InSharing
	}
	if about == 0 {
		return
	}
	s.narrow(about)
	s.cues.Union(&r.columns[n].cues)
	s.aimList = false // of the cell before
	if s.parties = about == lexicon.InSharing; s.parties {
		s.recipient = cmp.Or(s.recipient, r.columns[n].recipient)
	}
	s.denyList = s.denyList || r.denied
}

// ofParties reports whether s, a cell, is of a table of those who get data, as
// what introduces it or the section says, and of no cookies.
func (s *sentence) ofParties() bool {
	return (s.in(lexicon.InSharing) || s.listed && (s.recipient != "" || s.cues.Has(lexicon.CueShare))) && !s.in(lexicon.InCookies)
}

// answer reports whether s, a word in column c, answers yes or no to its head,
// and adds what that states: that data is sold, or, at the end of the table, that
// none is.
func (r *reader) answer(s *sentence, c *column) bool {
	word := s.span().Text(r.text)
	yes := isYes(word)
	if !yes && !isNo(word) {
		return false
	}
	if !c.sells || c.sold {
		return true
	}
	e := saleEntries()
	if c.sold = yes; yes {
		s.affirm(e.yes)
	} else if next := s.block + 1; next == len(r.lay.Blocks) || r.lay.Blocks[next].Kind != layout.Row {
		s.affirm(e.no)
	}
	return true
}

// affirm adds to s, a word, that it states e.
func (s *sentence) affirm(e *lexicon.Entry) {
	s.facts = append(s.facts, lexicon.Mark{Entry: e})
	s.has |= 1 << e.Kind
}

// sale are the statements that answer whether data is sold.
type sale struct{ yes, no *lexicon.Entry }

var saleEntries = sync.OnceValue(func() *sale {
	entry := func(id taxonomy.Statement) *lexicon.Entry {
		return new(lexicon.Entries).Of(lexicon.Statement, string(id), "")
	}
	return &sale{entry(taxonomy.StatementSaleYes), entry(taxonomy.StatementSaleNo)}
})

// isCell reports whether s is all that a cell of row b says, in a few words that
// are no sentence.
func (r *reader) isCell(s *sentence, b *layout.Block) bool {
	if len(s.ws) > maxCell || s.own.Any(1<<lexicon.CueWe|1<<lexicon.CuePii|1<<lexicon.CueSuch) {
		return false
	}
	sp := s.span()
	before, after := strings.TrimRightFunc(r.text[b.Start:sp.Start], beside), strings.TrimLeftFunc(r.text[sp.End:b.End], beside)
	after = strings.TrimLeftFunc(strings.TrimPrefix(after, ")"), beside)
	return (before == "" || strings.HasSuffix(before, "|")) && (after == "" || after[0] == '|')
}

// inColumn reports whether s is all that a cell says, below the first row, in a
// column whose head is about the given subjects and nothing else.
func (r *reader) inColumn(s *sentence, subjects lexicon.SectionSet) bool {
	b := s.block
	return b > 0 && r.lay.Blocks[b-1].Kind == layout.Row && len(r.columns) >= 2 && r.cell < len(r.columns) &&
		r.columns[r.cell].kinds == subjects && r.isCell(s, &r.lay.Blocks[b])
}

// leaveOff takes the facts of the given kinds off s.
func (s *sentence) leaveOff(of kinds) {
	n := 0
	for _, m := range s.facts {
		if of&(1<<m.Entry.Kind) == 0 {
			s.facts[n] = m
			n++
		}
	}
	s.facts = s.facts[:n]
	s.has &^= uint32(of)
}
