package compare

import (
	"iter"
	"slices"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// Flows returns what is newly tied together and what is tied together no more:
// data with whom it goes to, what it is used for and on which ground. One
// change tells of one recipient, purpose or legal basis and of all data that it
// gained or lost, with the passages that tie them. A tie that the other side
// makes with an ancestor or a descendant on either end, or for more or fewer
// people, is no change: that a concept was narrowed is said by [Versions].
func Flows(before, after *policy.Policy) []Change {
	a, b := ties(before), ties(after)
	changes := append(gained(a, b, Removed), gained(b, a, Added)...)
	return silence(changes, before, after)
}

// A tie is two concepts that a passage ties together for the people of a
// region.
type tie struct {
	data   taxonomy.Data
	end    taxonomy.Facet
	id     string
	region policy.Region
}

// ties returns the ties of a policy with the passages that make them.
func ties(p *policy.Policy) map[tie][]policy.Span {
	all := map[tie][]policy.Span{}
	for _, f := range p.Flows {
		for _, d := range f.Data {
			each := func(end taxonomy.Facet, id string) {
				t := tie{d, end, id, f.Region}
				all[t] = append(all[t], f.Span)
			}
			for _, x := range f.Recipients {
				each(taxonomy.FacetRecipient, string(x))
			}
			for _, x := range f.Purposes {
				each(taxonomy.FacetPurpose, string(x))
			}
			for _, x := range f.LegalBases {
				each(taxonomy.FacetLegalBasis, string(x))
			}
		}
	}
	return all
}

// gained returns the ties of one side that the other has nothing like, as
// changes of a type.
func gained(here, there map[tie][]policy.Span, t Type) []Change {
	known := map[tie]bool{} // the ties of there and what is above them
	for x := range there {
		for above := range x.above() {
			known[above] = true
		}
	}
	found := map[Subject]*Statement{}
	for x, spans := range here {
		if like(x, there, known) {
			continue
		}
		subject := Subject{Kind: Flow, End: x.end, ID: x.id, Region: x.region}
		s := found[subject]
		if s == nil {
			s = &Statement{Subject: subject}
			found[subject] = s
		}
		s.Data = append(s.Data, x.data)
		s.Evidence = append(s.Evidence, spans...)
	}
	var changes []Change
	for _, s := range found {
		slices.Sort(s.Data)
		slices.SortFunc(s.Evidence, policy.Span.Compare)
		s.Evidence = slices.Compact(s.Evidence)
		c := Change{Type: t, Grade: Material}
		what := label(Subject{Kind: Kind(s.End), ID: s.ID, Region: s.Region}) + " "
		if t == Added {
			c.After, c.Why = *s, what+"is now tied to data that it was not tied to"
		} else {
			c.Before, c.Why = *s, what+"is no longer tied to data that it was tied to"
		}
		changes = append(changes, c)
	}
	return changes
}

// like reports whether one side ties x, or what is above or below it.
func like(x tie, there map[tie][]policy.Span, known map[tie]bool) bool {
	if known[x] {
		return true
	}
	for above := range x.above() {
		if _, ok := there[above]; ok {
			return true
		}
	}
	return false
}

// above yields x and the ties of ancestors of its ends, for its people and for
// all that include them.
func (x tie) above() iter.Seq[tie] {
	return func(yield func(tie) bool) {
		for _, r := range append(wider(x.region), x.region) {
			for _, d := range up(string(x.data)) {
				for _, id := range up(x.id) {
					if !yield(tie{taxonomy.Data(d), x.end, id, r}) {
						return
					}
				}
			}
		}
	}
}

// up returns an id and what stands above it.
func up(id string) []string {
	list := []string{id}
	for i := strings.LastIndexByte(id, '.'); i >= 0; i = strings.LastIndexByte(id, '.') {
		id = id[:i]
		list = append(list, id)
	}
	return list
}
