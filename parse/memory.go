package parse

import (
	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/reading"
	"example.com/policymodel/parse/internal/records"
)

// A memory is where a text is read. A Parser keeps those that are idle, at most
// one for each processor, so that what it allocates for a text is little more
// than the Policy. Nothing of a text is left in them.
type memory struct {
	layout  layout.Scanner
	records records.Reader
	reading reading.Reader

	// What the records know, for the reading.
	given   reading.Given
	entries lexicon.Entries // of the facts in given
}

// maxKept is the length in bytes up to which the memory that a text took, some
// five times its length, is kept.
const maxKept = 1 << 18

// borrow returns an idle memory, or a new one.
func (p *Parser) borrow() *memory {
	select {
	case m := <-p.idle:
		return m
	default:
		return new(memory)
	}
}

// giveBack makes m, in which a text of so many bytes was read, idle.
func (p *Parser) giveBack(m *memory, size int) {
	if size > maxKept {
		return
	}
	m.records.Clear()
	m.reading.Clear()
	m.given = reading.Given{Names: emptied(m.given.Names), Parties: emptied(m.given.Parties), Facts: emptied(m.given.Facts)}
	m.entries.Clear()
	select {
	case p.idle <- m:
	default:
	}
}

// emptied returns s without its elements, of which nothing is left.
func emptied[T any](s []T) []T {
	clear(s)
	return s[:0]
}
