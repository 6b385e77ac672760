package taxonomy

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// A Facet is one aspect of what a policy can say. Each has ids of a type of
// its own; the same id may stand in two facets and mean two things.
type Facet string

// Valid reports whether the taxonomy has f.
func (f Facet) Valid() bool { return f.table() != nil }

// Label returns a short name in the language that suits tag best, English or
// Dutch, and f itself where the taxonomy has none.
func (f Facet) Label(tag language.Tag) string {
	if t := f.table(); t != nil {
		return pick(t.labels, tag)
	}
	return string(f)
}

// Definition returns a sentence that says what f holds, "" for an unknown f.
func (f Facet) Definition() string {
	if t := f.table(); t != nil {
		return t.definition
	}
	return ""
}

// Facets yields the facets in the order of [All].
func Facets() iter.Seq[Facet] {
	return func(yield func(Facet) bool) {
		for i := range facetTables {
			if !yield(facetTables[i].facet) {
				return
			}
		}
	}
}

// table returns the table of f, nil if there is none.
func (f Facet) table() *facetTable {
	for i := range facetTables {
		if facetTables[i].facet == f {
			return &facetTables[i]
		}
	}
	return nil
}

// A facetTable finds the concepts of a facet by their positions in concepts.
type facetTable struct {
	facet      Facet
	labels     [2]string
	definition string
	first      int      // position of the first concept
	sorted     []uint16 // positions in order of id
}

// find returns the position of id in concepts, or -1.
func (t *facetTable) find(id string) int {
	i, ok := slices.BinarySearchFunc(t.sorted, id, func(n uint16, id string) int {
		return strings.Compare(concepts[n].ID, id)
	})
	if !ok {
		return -1
	}
	return int(t.sorted[i])
}

// span returns the concepts of the facet, which stand together.
func (t *facetTable) span() []Concept {
	return concepts[t.first : t.first+len(t.sorted)]
}

func (t *facetTable) parent(id string) (string, bool) {
	for {
		i := strings.LastIndexByte(id, '.')
		if i < 0 {
			return "", false
		}
		id = id[:i]
		if t.find(id) >= 0 {
			return id, true
		}
	}
}

func (t *facetTable) concept(id string) (Concept, bool) {
	if i := t.find(id); i >= 0 {
		return concepts[i], true
	}
	return Concept{}, false
}

func (t *facetTable) label(id string, tag language.Tag) string {
	if i := t.find(id); i >= 0 {
		return pick(concepts[i].labels, tag)
	}
	return id
}
