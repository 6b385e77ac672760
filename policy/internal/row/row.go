// Package row finds what the limits in a table are for: the cells of a row are
// passages of their own, so that a length of time stands in none that names data.
// The packages that export records share it.
package row

import (
	"slices"
	"sort"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/internal/tie"
	"example.com/policymodel/taxonomy"
)

const (
	maxWords    = 8  // of a passage that is a cell, or leans on the one before it: "2 years after your last order"
	maxPassages = 64 // of a row
	maxBack     = 3  // passages between a cell and the one that names the data
)

// Limits returns how long each of the groups, which [tie.Groups] made of p, says
// that data is kept, by the groups' ids. What stands in a row beside the subjects
// of some groups is theirs, and not general. Links are in the order of their
// first mentions.
func Limits(p *policy.Policy, groups []*tie.Group) map[string][]tie.Link {
	limits := make(map[string][]tie.Link, len(groups))
	var general *tie.Group
	inside := make(map[int][]*tie.Group) // by passage
	for _, g := range groups {
		if g.ID == "" {
			general = g
			continue
		}
		limits[g.ID] = g.Links(taxonomy.FacetRetention)
		for _, m := range g.Mentions {
			if in := inside[m.Passage]; len(in) == 0 || in[len(in)-1] != g {
				inside[m.Passage] = append(in, g)
			}
		}
	}
	if general == nil {
		return limits
	}
	flows := slices.Clone(p.Flows)
	slices.SortStableFunc(flows, func(a, b policy.Flow) int { return a.Span.Compare(b.Span) })
	changed := make(map[string]bool)
	for _, l := range general.Links(taxonomy.FacetRetention) {
		rest := l
		rest.Mentions = nil
		for _, m := range l.Mentions {
			of := beside(p, flows, inside, m)
			if len(of) == 0 {
				rest.Mentions = append(rest.Mentions, m)
			}
			for _, g := range of {
				if !changed[g.ID] {
					changed[g.ID] = true
					limits[g.ID] = slices.Clone(limits[g.ID])
				}
				limits[g.ID] = with(limits[g.ID], l, m)
			}
		}
		if len(rest.Mentions) > 0 {
			limits[""] = append(limits[""], rest)
		}
	}
	for id := range changed {
		slices.SortStableFunc(limits[id], func(a, b tie.Link) int { return a.Mentions[0].Span.Compare(b.Mentions[0].Span) })
	}
	return limits
}

// with returns links with a mention of l.
func with(links []tie.Link, l tie.Link, m policy.Mention) []tie.Link {
	i := slices.IndexFunc(links, func(x tie.Link) bool { return x.ID == l.ID && x.Period == l.Period })
	if i < 0 {
		l.Mentions = []policy.Mention{m}
		return append(links, l)
	}
	links[i].Mentions = append(slices.Clone(links[i].Mentions), m)
	slices.SortFunc(links[i].Mentions, func(a, b policy.Mention) int { return a.Span.Compare(b.Span) })
	return links
}

// beside returns the groups with a mention in the row of m, each once: in the
// flow around it or, where a row ties no more than data and a limit, in the cell
// before it.
func beside(p *policy.Policy, flows []policy.Flow, inside map[int][]*tie.Group, m policy.Mention) []*tie.Group {
	if !isCell(p, m.Passage) {
		return nil
	}
	at := p.Passages[m.Passage].Span
	if i := sort.Search(len(flows), func(i int) bool { return flows[i].Span.Start > at.Start }) - 1; i >= 0 && flows[i].Span.Contains(at) {
		return within(p, inside, flows[i].Span)
	}
	for i := m.Passage - 1; i >= 0 && i >= m.Passage-maxBack && p.Passages[i].Section == p.Passages[m.Passage].Section && isCell(p, i); i-- {
		if of := inside[i]; len(of) > 0 {
			return of
		}
	}
	return nil
}

// within returns the groups with a mention in the passages of a flow, none if it
// has more of them than a row.
func within(p *policy.Policy, inside map[int][]*tie.Group, flow policy.Span) []*tie.Group {
	var of []*tie.Group
	first := sort.Search(len(p.Passages), func(i int) bool { return p.Passages[i].Span.Start >= flow.Start })
	for i := first; i < len(p.Passages) && p.Passages[i].Span.Start < flow.End; i++ {
		if i-first >= maxPassages {
			return nil
		}
		for _, g := range inside[i] {
			if !slices.Contains(of, g) {
				of = append(of, g)
			}
		}
	}
	return of
}

// isCell reports whether passage i has as few words as a cell.
func isCell(p *policy.Policy, i int) bool {
	if i < 0 || i >= len(p.Passages) {
		return false
	}
	n := 0
	for range strings.FieldsSeq(p.Passages[i].Text) {
		if n++; n > maxWords {
			return false
		}
	}
	return true
}
