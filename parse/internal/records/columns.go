package records

import (
	"strings"

	"example.com/policymodel/parse/internal/layout"
)

var (
	siteWords  = setOf("location locations country countries jurisdiction jurisdictions locatie locaties land landen vestigingsland opslaglocatie verwerkingslocatie")
	siteAsides = setOf("data hosting storage server servers processing stored hosted processed where of the and or entity company provider vendor processor " +
		"geographic region opslag verwerking gegevens waar van de het en")
	dutyWords = setOf("purpose purposes service services function functions task tasks activity activities description processing data information role " +
		"processor subprocessor sub provider vendor supplier recipient third party partner " +
		"doel doeleinden dienst diensten functie taak omschrijving verwerking gegevens verwerker subverwerker leverancier ontvanger")
)

// readColumns notes which column tells where companies store or process data, if
// the block b being read begins a table of what they do.
func (r *reader) readColumns(b *layout.Block) {
	if b.Kind == layout.Row && r.block > 0 && r.layout.Blocks[r.block-1].Kind == layout.Row {
		return // the table goes on
	}
	r.site = 0
	if b.Kind != layout.Row {
		return
	}
	site, duty := 0, false
	at := cell{at: b.Start}
	for _, s := range r.sents {
		names, others := false, false
		for k := s.lo; k < s.hi; k++ {
			if r.toks[k].kind == word {
				is := r.wordIsAny(k, siteWords)
				names = names || is
				others = others || !is && !r.wordIsAny(k, siteAsides)
				duty = duty || r.wordIsAny(k, dutyWords)
			}
		}
		if n := at.of(r, s); names && !others && site == 0 {
			site = n
		}
	}
	if duty {
		r.site = site
	}
}

// A cell is one of a row, which has n cells before it, at an offset in it.
type cell struct{ n, at int }

// of moves c on to the cell of s and returns the number of cells before that.
func (c *cell) of(r *reader, s sentence) int {
	at := int(r.toks[s.lo].start)
	c.n += strings.Count(r.text[c.at:at], "|")
	c.at = at
	return c.n
}

// readSites reads the countries that s, a cell, begins with.
func (r *reader) readSites(s sentence) {
	at := s.lo
	for _, p := range r.places(s.lo, s.hi) {
		if p.adjective || !r.onlyListing(at, p.lo) || !r.isWhole(s, p) {
			return
		}
		at = p.hi
		if c := p.country(); c != "" {
			r.addTransfer(c, false, r.mention(p.lo, p.hi))
		}
	}
}
