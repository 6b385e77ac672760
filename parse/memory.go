package parse

import (
	"example.com/policymodel/parse/internal/buffer"
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

	size buffer.Size // once it is cleared
}

// maxKept is the size in bytes up to which a memory is kept. A policy of 140 kB
// takes less than half of it; what a text takes does not depend on its length
// alone.
const maxKept = 2_000_000

// borrow returns an idle memory, or a new one.
func (p *Parser) borrow() *memory {
	select {
	case m := <-p.idle:
		return m
	default:
		return new(memory)
	}
}

// giveBack makes m idle, unless it grew too large.
func (p *Parser) giveBack(m *memory) {
	if m.clear(); m.size > maxKept {
		return
	}
	select {
	case p.idle <- m:
	default:
	}
}

// clear makes m forget its text, and sets its size.
func (m *memory) clear() {
	n := &m.size
	*n = 0
	m.layout.Clear(n)
	m.records.Clear(n)
	m.reading.Clear(n)
	g := &m.given
	m.given = reading.Given{Names: buffer.Emptied(n, g.Names), Parties: buffer.Emptied(n, g.Parties), Facts: buffer.Emptied(n, g.Facts)}
	m.entries.Clear(n)
}
