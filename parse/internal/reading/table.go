package reading

import (
	"cmp"
	"strings"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
)

// maxHead is the number of words up to which a cell of the first row of a table
// may head a column.
const maxHead = 20

// maxColumns is the number of columns from which a row of cells is no table.
const maxColumns = 32

// A column is what the head of a table's column says about the cells below it:
// "Purpose", "Data we collect". The zero column says nothing.
type column struct {
	kinds lexicon.SectionSet
	cues  lexicon.CueSet
	asks  bool // whether data is collected, to which a cell answers

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
		marks := r.match.MatchHeading(ws)
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
					c.cues.Union(m.Entry.Cues())
				}
			}
		}
		switch {
		case c.cues.Has(lexicon.CuePurposes):
			c.kinds |= lexicon.InUse
		case (c.cues.Has(lexicon.CueThird) || c.cues.Has(lexicon.CueShare)) && c.kinds&lexicon.InUse == 0:
			c.kinds = lexicon.InSharing // "categories of third parties to which we provide your data"
		}
		if c.kinds == 0 && c.cues.Has(lexicon.CueDataHead) {
			c.kinds = lexicon.InCollection
		}
		c.asks = len(ws) <= 2 && c.cues.Has(lexicon.CueCollect)
		r.columns = append(r.columns, c)
		start = end + 1
	}
	if !ok {
		r.columns = r.columns[:0]
	}
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
		r.cellOf(s)
	}
}

// cellOf does so if the table's columns have heads.
func (r *reader) cellOf(s *sentence) {
	start := int(s.ws[0].Start)
	r.cell += strings.Count(r.text[r.cellFrom:start], "|")
	r.cellFrom = start
	n := r.cell
	if n >= len(r.columns) || r.columns[n].kinds == 0 {
		return
	}
	s.narrow(r.columns[n].kinds)
	s.cues.Union(&r.columns[n].cues)
	s.aimList = false // of the cell before
	if s.parties = r.columns[n].kinds == lexicon.InSharing; s.parties {
		s.recipient = cmp.Or(s.recipient, r.columns[n].recipient)
	}
	s.denyList = s.denyList || r.denied
}
