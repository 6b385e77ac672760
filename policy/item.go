package policy

import (
	"iter"
	"strings"

	"example.com/policymodel/taxonomy"
)

// An Item is a fact of any facet, in the form that the facts of all facets
// share. It points into the policy that it comes from.
type Item struct {
	Facet   taxonomy.Facet
	ID      string            // the concept, an id of Facet
	Name    string            // of a recipient or a certification that is named
	Period  Duration          // of a retention for a fixed period
	Sources []taxonomy.Source // of a data category
	*Fact
}

// Facts yields all facts, facet by facet in the order of [taxonomy.Facets],
// those of a facet in text order.
func (p *Policy) Facts() iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for facet := range taxonomy.Facets() {
			if !p.each(facet, yield) {
				return
			}
		}
	}
}

// FactsOf yields the facts of one facet in text order.
func (p *Policy) FactsOf(facet taxonomy.Facet) iter.Seq[Item] {
	return func(yield func(Item) bool) { p.each(facet, yield) }
}

// Says yields what p says of id and of its descendants, affirmed or denied, in
// text order. The id need not be a concept itself: "identity" has descendants.
func Says[T taxonomy.ID](p *Policy, id T) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		p.each(id.Facet(), func(it Item) bool {
			return !isOrBelow(it.ID, string(id)) || yield(it)
		})
	}
}

// isOrBelow reports whether id is ancestor or extends it by further words.
func isOrBelow(id, ancestor string) bool {
	rest, ok := strings.CutPrefix(id, ancestor)
	return ok && (rest == "" || ancestor != "" && rest[0] == '.')
}

// each calls yield for the facts of a facet until it returns false, and
// reports whether it never did.
func (p *Policy) each(facet taxonomy.Facet, yield func(Item) bool) bool {
	switch facet {
	case taxonomy.FacetData:
		return items(p.Data, yield, func(f *DataCategory) Item {
			return Item{Facet: facet, ID: string(f.ID), Sources: f.Sources, Fact: &f.Fact}
		})
	case taxonomy.FacetPurpose:
		return items(p.Purposes, yield, func(f *Purpose) Item {
			return Item{Facet: facet, ID: string(f.ID), Fact: &f.Fact}
		})
	case taxonomy.FacetLegalBasis:
		return items(p.LegalBases, yield, func(f *LegalBasis) Item {
			return Item{Facet: facet, ID: string(f.ID), Fact: &f.Fact}
		})
	case taxonomy.FacetRecipient:
		return items(p.Recipients, yield, func(f *Recipient) Item {
			return Item{Facet: facet, ID: string(f.ID), Name: f.Name, Fact: &f.Fact}
		})
	case taxonomy.FacetSource:
		return items(p.Sources, yield, func(f *DataSource) Item {
			return Item{Facet: facet, ID: string(f.ID), Fact: &f.Fact}
		})
	case taxonomy.FacetRetention:
		return items(p.Retention, yield, func(f *Retention) Item {
			return Item{Facet: facet, ID: string(f.ID), Period: f.Period, Fact: &f.Fact}
		})
	case taxonomy.FacetDisposal:
		return items(p.Disposal, yield, func(f *Disposal) Item {
			return Item{Facet: facet, ID: string(f.ID), Fact: &f.Fact}
		})
	case taxonomy.FacetRight:
		return items(p.Rights, yield, func(f *Right) Item {
			return Item{Facet: facet, ID: string(f.ID), Fact: &f.Fact}
		})
	case taxonomy.FacetSafeguard:
		return items(p.Safeguards, yield, func(f *Safeguard) Item {
			return Item{Facet: facet, ID: string(f.ID), Fact: &f.Fact}
		})
	case taxonomy.FacetSecurity:
		return items(p.Security, yield, func(f *SecurityMeasure) Item {
			return Item{Facet: facet, ID: string(f.ID), Name: f.Name, Fact: &f.Fact}
		})
	case taxonomy.FacetTechnology:
		return items(p.Technologies, yield, func(f *Technology) Item {
			return Item{Facet: facet, ID: string(f.ID), Fact: &f.Fact}
		})
	case taxonomy.FacetChangeNotice:
		return items(p.ChangeNotices, yield, func(f *ChangeNotice) Item {
			return Item{Facet: facet, ID: string(f.ID), Fact: &f.Fact}
		})
	case taxonomy.FacetStatement:
		return items(p.Statements, yield, func(f *Statement) Item {
			return Item{Facet: facet, ID: string(f.ID), Fact: &f.Fact}
		})
	case taxonomy.FacetSubject:
		return items(p.Subjects, yield, func(f *DataSubject) Item {
			return Item{Facet: facet, ID: string(f.ID), Fact: &f.Fact}
		})
	}
	return true
}

func items[F any](facts []F, yield func(Item) bool, item func(*F) Item) bool {
	for i := range facts {
		if !yield(item(&facts[i])) {
			return false
		}
	}
	return true
}
