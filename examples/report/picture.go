package main

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Picture draws flows as three columns, data, purposes and recipients, with
// ribbons between what one passage ties together. Few are drawn so that it stays
// legible: concepts stand for all below them, and the rarest of a column for each
// other.
type Picture struct {
	Width, Height int
	Columns       []Column
	Ribbons       []Ribbon
	Dropped       int // ties that are not drawn
}

// A Column is a column of boxes under a heading.
type Column struct {
	ID    string // of a facet, which gives the colour
	Label string
	X     int
	Boxes []Box
}

// A Box stands for a concept.
type Box struct {
	ID         string
	Label      string // as far as it fits
	Full       string
	Count      int // of flows
	X, Y, W, H int
}

// A Ribbon ties two boxes.
type Ribbon struct {
	From, To string // ids of boxes
	Kind     string // of the box on the left
	Title    string
	Path     string
	Width    string
}

// The measures of the picture, in the units of its view box.
const (
	boxWidth    = 210
	boxHeight   = 26
	boxStep     = 34
	columnGap   = 110
	headRoom    = 34
	mostBoxes   = 10 // in a column, with that of the rest
	mostRunes   = 28 // in a box
	mostRibbons = 24 // between two columns, besides those that are the only one of a box
)

// What stands in a column where a flow names nothing.
const (
	noPurpose   = "no purpose named"
	noRecipient = ""
)

// picture lays out the flows. Those that name neither a purpose nor a recipient have
// nothing to draw.
func picture(flows []policy.Flow) Picture {
	ends := make([][3][]string, 0, len(flows))
	for _, f := range flows {
		if len(f.Purposes) == 0 && len(f.Recipients) == 0 {
			continue
		}
		ends = append(ends, [3][]string{
			names(taxonomy.FacetData, f.Data, generalData),
			names(taxonomy.FacetPurpose, f.Purposes, noPurpose),
			names(taxonomy.FacetRecipient, f.Recipients, noRecipient),
		})
	}
	if len(ends) == 0 {
		return Picture{}
	}
	p := Picture{Columns: []Column{
		{ID: string(taxonomy.FacetData), Label: "Data"},
		{ID: string(taxonomy.FacetPurpose), Label: "Purposes"},
		{ID: string(taxonomy.FacetRecipient), Label: "Recipients"},
	}}
	boxes := make([]map[string]*Box, 3)
	for i := range p.Columns {
		c := &p.Columns[i]
		c.X = 1 + i*(boxWidth+columnGap)
		boxes[i] = c.fill(ends, i)
		p.Height = max(p.Height, headRoom+len(c.Boxes)*boxStep)
	}
	p.Width = 3*boxWidth + 2*columnGap + 2
	p.tie(ends, boxes)
	return p
}

// names returns the labels of the highest concepts above ids, or the one that stands
// for none.
func names[T ~string](facet taxonomy.Facet, ids []T, none string) []string {
	var list []string
	for _, id := range ids {
		list = add(list, conceptLabel(facet, rootOf(facet, string(id))))
	}
	if list == nil && none != "" {
		list = []string{none}
	}
	return list
}

// rootOf returns the highest concept above an id, so that a picture can show few.
func rootOf(facet taxonomy.Facet, id string) string {
	c, ok := taxonomy.Lookup(facet, id)
	for ok {
		id = c.ID
		c, ok = c.Parent()
	}
	return id
}

// fill makes the boxes of the i-th column, the most frequent first, and returns the
// box of each name.
func (c *Column) fill(ends [][3][]string, i int) map[string]*Box {
	counts := make(map[string]int)
	var order []string
	for _, e := range ends {
		for _, name := range e[i] {
			if counts[name] == 0 {
				order = append(order, name)
			}
			counts[name]++
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return counts[b] - counts[a] })
	rest := 0
	if len(order) > mostBoxes {
		rest = len(order) - (mostBoxes - 1)
	}
	kept := len(order) - rest
	for n, name := range order[:kept] {
		c.Boxes = append(c.Boxes, Box{ID: c.ID + "-" + decimal(n), Label: cut(name), Full: name, Count: counts[name]})
	}
	if rest > 0 {
		b := Box{ID: c.ID + "-more", Label: "and " + decimal(rest) + " more", Full: strings.Join(order[kept:], ", ")}
		for _, name := range order[kept:] {
			b.Count += counts[name]
		}
		c.Boxes = append(c.Boxes, b)
	}
	byName := make(map[string]*Box, len(order))
	for n := range c.Boxes {
		b := &c.Boxes[n]
		b.X, b.Y, b.W, b.H = c.X, headRoom+n*boxStep, boxWidth, boxHeight
	}
	for n, name := range order {
		byName[name] = &c.Boxes[min(n, len(c.Boxes)-1)]
	}
	return byName
}

func cut(label string) string {
	if runes := []rune(label); len(runes) > mostRunes {
		return string(runes[:mostRunes-1]) + "…"
	}
	return label
}

// tie draws ribbons between boxes that flows tie, in the order of the boxes. A
// passage that names many things at once says little of any two of them, so its
// weight is shared among its ties; only the heaviest are drawn.
func (p *Picture) tie(ends [][3][]string, boxes []map[string]*Box) {
	for left := range 2 {
		ties := make(map[pair]*tie)
		for _, e := range ends {
			seen := make(map[pair]bool)
			for _, a := range e[left] {
				for _, b := range e[left+1] {
					x := pair{boxes[left][a], boxes[left+1][b]}
					if seen[x] {
						continue
					}
					seen[x] = true
					if ties[x] == nil {
						ties[x] = &tie{pair: x}
					}
					ties[x].passages++
					ties[x].weight += 1 / float64(max(len(e[left]), len(e[left+1])))
				}
			}
		}
		heaviest := slices.SortedFunc(maps.Values(ties), func(a, b *tie) int {
			return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.from.Y, b.from.Y), cmp.Compare(a.to.Y, b.to.Y))
		})
		tied := make(map[*Box]bool)
		for i, t := range heaviest {
			if i >= mostRibbons && tied[t.from] && tied[t.to] {
				p.Dropped++
				continue
			}
			tied[t.from], tied[t.to] = true, true
			p.Ribbons = append(p.Ribbons, t.ribbon(p.Columns[left].ID))
		}
	}
}

// A pair is two boxes of neighbouring columns.
type pair struct{ from, to *Box }

// A tie is what the flows say of a pair.
type tie struct {
	pair
	passages int
	weight   float64
}

func (t *tie) ribbon(kind string) Ribbon {
	x1, y1 := t.from.X+t.from.W, t.from.Y+t.from.H/2
	x2, y2 := t.to.X, t.to.Y+t.to.H/2
	middle := (x1 + x2) / 2
	return Ribbon{
		From: t.from.ID, To: t.to.ID, Kind: kind,
		Title: t.from.Full + " → " + t.to.Full + ": " + count(t.passages, "passage", "passages"),
		Path:  fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x1, y1, middle, y1, middle, y2, x2, y2),
		Width: fmt.Sprintf("%.1f", 1.5+2.5*math.Log2(1+t.weight)),
	}
}
