package policy

import (
	"golang.org/x/text/language"

	"example.com/policymodel/taxonomy"
)

// An Answer tells whether a policy speaks of a facet at all.
type Answer string

// The answers. A caller that finds no fact of a facet must know whether the
// policy is silent about it or could not be read.
const (
	Stated  Answer = "stated"  // there is at least one fact of the facet
	Silent  Answer = "silent"  // all that could be about the facet was read; the text states nothing
	Unclear Answer = "unclear" // something about the facet was not understood
)

// Answer tells whether p states anything of a facet, and if it does not,
// whether that is because the text is silent: Unclear means that a passage was not
// read which stands in a section about the facet, or where no heading tells what
// it is about, that something named in its place has no concept
// (Policy.Unclassified), or that the text is in a language that is not read.
func (p *Policy) Answer(facet taxonomy.Facet) Answer {
	for range p.FactsOf(facet) {
		return Stated
	}
	if p.Document.Language == language.Und && len(p.Passages) > 0 {
		return Unclear
	}
	for i := range p.Unclassified {
		if p.Unclassified[i].Facet == facet {
			return Unclear
		}
	}
	for i := range p.Passages {
		q, kind := &p.Passages[i], SectionOther
		if q.Section >= 0 {
			kind = p.Sections[q.Section].Kind
		}
		if q.Reading == NotRead && (kind == SectionOther || kind.about(facet)) {
			return Unclear
		}
	}
	return Silent
}

// about reports whether sections of kind k are where a policy speaks of facet.
func (k SectionKind) about(facet taxonomy.Facet) bool {
	switch facet {
	case taxonomy.FacetData, taxonomy.FacetSource, taxonomy.FacetSubject:
		return k == SectionCollection || k == SectionCookies || k == SectionCalifornia
	case taxonomy.FacetPurpose, taxonomy.FacetLegalBasis:
		return k == SectionUse || k == SectionLegalBasis
	case taxonomy.FacetRecipient:
		return k == SectionSharing
	case taxonomy.FacetRetention, taxonomy.FacetDisposal:
		return k == SectionRetention
	case taxonomy.FacetRight:
		return k == SectionRights || k == SectionCalifornia
	case taxonomy.FacetSafeguard:
		return k == SectionTransfer
	case taxonomy.FacetSecurity:
		return k == SectionSecurity
	case taxonomy.FacetTechnology:
		return k == SectionCookies
	case taxonomy.FacetChangeNotice:
		return k == SectionChanges
	case taxonomy.FacetStatement:
		return k == SectionChildren || k == SectionSharing
	}
	return false
}
