package tie

import (
	"slices"
	"sort"
	"strings"

	"example.com/policymodel/policy"
)

const (
	maxWords    = 8  // of a passage that is a cell, or leans on the one before it: "2 years after your last order"
	maxPassages = 64 // of a row
	maxBack     = 3  // passages between a cell and the one that names the data
)

// beside returns the groups with a mention in the row of a table of which the
// passage is a cell, each once: in the flow around it or, where a row ties no more
// than data and a limit, in the cell before it. Cells are passages of their own,
// so that a length of time stands in none that names data.
func (t *table) beside(passage int) []*Group {
	if !t.isCell(passage) {
		return nil
	}
	at := t.p.Passages[passage].Span
	if i := sort.Search(len(t.flows), func(i int) bool { return t.flows[i].Span.Start > at.Start }) - 1; i >= 0 && t.flows[i].Span.Contains(at) {
		return t.row(t.flows[i].Span)
	}
	for i := passage - 1; i >= 0 && i >= passage-maxBack && t.p.Passages[i].Section == t.p.Passages[passage].Section && t.isCell(i); i-- {
		if of := t.inside[i]; len(of) > 0 {
			return of
		}
	}
	return nil
}

// row returns the groups with a mention in the passages of a flow, none if it has
// more of them than a row.
func (t *table) row(flow policy.Span) []*Group {
	var of []*Group
	first := sort.Search(len(t.p.Passages), func(i int) bool { return t.p.Passages[i].Span.Start >= flow.Start })
	for i := first; i < len(t.p.Passages) && t.p.Passages[i].Span.Start < flow.End; i++ {
		if i-first >= maxPassages {
			return nil
		}
		for _, g := range t.inside[i] {
			if !slices.Contains(of, g) {
				of = append(of, g)
			}
		}
	}
	return of
}

// isCell reports whether passage i has as few words as a cell.
func (t *table) isCell(i int) bool {
	if i < 0 || i >= len(t.p.Passages) {
		return false
	}
	n := 0
	for range strings.FieldsSeq(t.p.Passages[i].Text) {
		if n++; n > maxWords {
			return false
		}
	}
	return true
}
