package taxonomy

import (
	"iter"
	"slices"

	"golang.org/x/text/language"
)

// A Concept is what the taxonomy says about one id. The zero Concept is none.
type Concept struct {
	Facet      Facet
	ID         string
	Definition string // a sentence or noun phrase in English
	Fideslang  string // key of the data category or data use that fits, or ""

	labels    [2]string // English, Dutch
	dpv       []Term
	ccpa      []CCPACategory
	citations []Citation
}

// Label returns a short name in the language that suits tag best, English or
// Dutch. English is what is left where neither suits.
func (c Concept) Label(tag language.Tag) string { return pick(c.labels, tag) }

// Parent returns the nearest ancestor of c, if any.
func (c Concept) Parent() (Concept, bool) {
	t := c.Facet.table()
	if t == nil {
		return Concept{}, false
	}
	id, ok := t.parent(c.ID)
	if !ok {
		return Concept{}, false
	}
	return t.concept(id)
}

// DPV returns the terms of the Data Privacy Vocabulary that match c.
func (c Concept) DPV() []Term { return slices.Clone(c.dpv) }

// CCPA returns the categories of personal information under which data of
// this kind falls in California, by letter. [CCPASensitive] is among them
// where such data can be sensitive; Citations gives the paragraph. Whether it
// is can depend on more than the kind: a card number is sensitive only
// together with what gives access, § 1798.140(ae)(1)(B), and a message only
// if the business is not its recipient, (ae)(1)(E).
func (c Concept) CCPA() []CCPACategory { return slices.Clone(c.ccpa) }

// Citations returns the provisions of law that define c or that it rests on,
// the main one of each law first.
func (c Concept) Citations() []Citation { return slices.Clone(c.citations) }

// SpecialCategory reports whether c is or contains a special category of
// personal data, Art. 9(1) of the GDPR. Data on criminal convictions and
// offences is none; it has rules of its own, and cites Art. 10.
func (c Concept) SpecialCategory() bool {
	return slices.Contains(c.citations, Citation{LawGDPR, "Art. 9(1)"})
}

// Lookup returns the concept with an id in a facet.
func Lookup(facet Facet, id string) (Concept, bool) {
	if t := facet.table(); t != nil {
		return t.concept(id)
	}
	return Concept{}, false
}

// All yields the concepts, those of a facet together, in the order of
// concepts.tsv, which puts like things next to each other.
func All() iter.Seq[Concept] {
	return func(yield func(Concept) bool) {
		for i := range concepts {
			if !yield(concepts[i]) {
				return
			}
		}
	}
}
