package tilt

import (
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/internal/tie"
	"example.com/policymodel/taxonomy"
)

// general is the id of what is said of personal data without a category.
const general = "personal-data"

// disclosed fills DataDisclosed and Sources, an element for each category.
func (f *filler) disclosed() {
	f.doc.DataDisclosed, f.doc.Sources = []DataDisclosed{}, []DataSource{}
	var groups []*tie.Group
	for _, g := range tie.Groups(f.p, taxonomy.FacetData, f.holds) {
		switch {
		case taxonomy.Data(g.ID).Is(taxonomy.DataNonPersonal), taxonomy.Data(g.ID).Is(taxonomy.DataAggregated):
			f.report.Lose("data "+g.ID, "not personal data")
		case g.ID != "" || !g.Empty():
			groups = append(groups, g)
		}
	}
	if len(groups) == 0 {
		f.report.Miss("dataDisclosed", "", "the text names no data that is collected")
	}
	must := f.mandatory()
	for _, g := range groups {
		f.doc.DataDisclosed = append(f.doc.DataDisclosed, f.element(g, len(groups), must))
		f.source(g)
	}
	if len(f.doc.Sources) == 0 {
		f.report.Miss("sources", "", "the text names no source besides the person")
	}
	for _, s := range f.doc.Sources {
		f.report.MissIn(s.ID, len(f.doc.Sources), "sources[].sources[].url", "", "the model has no addresses of sources")
	}
}

// element returns what is said of one category.
func (f *filler) element(g *tie.Group, n int, must map[int]policy.Mention) DataDisclosed {
	d := DataDisclosed{
		ID: g.ID, Category: f.label(taxonomy.FacetData, g.ID),
		Purposes: []Purpose{}, LegalBases: []LegalBasis{}, LegitimateInterests: []LegitimateInterest{},
		Recipients: []Recipient{}, Storage: []Storage{},
	}
	if g.ID == "" {
		d.ID, d.Category = general, taxonomy.FacetData.Label(f.p.Document.Language)
	}
	miss := func(field, written, reason string) {
		f.report.MissIn(d.ID, n, "dataDisclosed[]."+field, written, reason)
	}

	for _, l := range g.Links(taxonomy.FacetPurpose) {
		d.Purposes = append(d.Purposes, Purpose{f.label(taxonomy.FacetPurpose, l.ID), f.words(l.Mentions, "")})
	}
	if len(d.Purposes) == 0 {
		miss("purposes", "", "no passage ties a purpose to this data")
	}
	for _, l := range g.Links(taxonomy.FacetLegalBasis) {
		words := f.words(l.Mentions, "")
		if l.ID == string(taxonomy.LegalBasisLegitimateInterests) {
			d.LegitimateInterests = append(d.LegitimateInterests, LegitimateInterest{ptr(true), words})
		}
		c, _ := taxonomy.Lookup(taxonomy.FacetLegalBasis, l.ID)
		for _, cited := range c.Citations() {
			if ref, ok := reference(cited); ok {
				d.LegalBases = append(d.LegalBases, LegalBasis{ref, words})
				break
			}
		}
	}
	if len(d.LegalBases) == 0 {
		miss("legalBases", "", "no passage ties a legal basis to this data")
		miss("legitimateInterests", "", "no passage ties a legal basis to this data")
	}
	for _, l := range g.Links(taxonomy.FacetRecipient) {
		d.Recipients = append(d.Recipients, Recipient{Name: tie.Line(l.Name), Category: f.label(taxonomy.FacetRecipient, l.ID)})
	}
	if len(d.Recipients) == 0 {
		miss("recipients", "", "no passage ties a recipient to this data")
	}
	if s, ok := f.storage(g.Links(taxonomy.FacetRetention)); ok {
		d.Storage = append(d.Storage, s)
		if len(s.Temporal) > 1 {
			miss("storage[].aggregationFunction", s.AggregationFunction, "the model does not know which of several periods decides; the schema's default stands for it")
		}
	} else {
		miss("storage", "", "no passage ties a period or criterion of storage to this data")
	}

	for _, m := range g.Mentions {
		if at, ok := must[m.Passage]; ok {
			d.NonDisclosure = NonDisclosure{ObligationToProvide: true, Consequences: f.words([]policy.Mention{at}, "")}
			break
		}
	}
	if !d.NonDisclosure.ObligationToProvide {
		miss("nonDisclosure.obligationToProvide", "false", "the text does not say whether this data has to be given")
		miss("nonDisclosure.consequences", "", "the text does not say whether this data has to be given")
	}
	miss("nonDisclosure.legalRequirement", "false", "the model does not tell law from contract as the ground of an obligation to give data")
	miss("nonDisclosure.contractualRegulation", "false", "the model does not tell law from contract as the ground of an obligation to give data")
	return d
}

// storage returns how long data is kept.
func (f *filler) storage(limits []tie.Link) (Storage, bool) {
	s := Storage{AggregationFunction: "max"}
	for _, l := range limits {
		words := f.words(l.Mentions, f.label(taxonomy.FacetRetention, l.ID))
		if l.Period.Valid() {
			s.Temporal = append(s.Temporal, Period{words, tie.WithoutWeeks(l.Period)})
		} else {
			s.PurposeConditional = append(s.PurposeConditional, words)
		}
	}
	return s, len(s.Temporal)+len(s.PurposeConditional) > 0
}

// mandatory returns the passages that say that data has to be given.
func (f *filler) mandatory() map[int]policy.Mention {
	must := make(map[int]policy.Mention)
	for it := range policy.Says(f.p, taxonomy.StatementMandatory) {
		if it.Denied() || !f.holds(it.Region) {
			continue
		}
		for _, m := range it.Mentions {
			must[m.Passage] = m
		}
	}
	return must
}

// source adds an element to Sources for data that does not come from the
// person. What is observed is collected from the person: see the Article 29
// Working Party's guidelines on transparency, WP260 rev.01, paragraph 26.
func (f *filler) source(g *tie.Group) {
	s := DataSource{ID: g.ID, DataCategory: f.label(taxonomy.FacetData, g.ID), Sources: []Source{}}
	if g.ID == "" {
		s.ID, s.DataCategory = general, taxonomy.FacetData.Label(f.p.Document.Language)
	}
	for _, l := range g.Links(taxonomy.FacetSource) {
		switch taxonomy.Source(l.ID) {
		case taxonomy.SourcePerson, taxonomy.SourceAutomatic:
			continue
		}
		s.Sources = append(s.Sources, Source{
			Description:       f.words(l.Mentions, f.label(taxonomy.FacetSource, l.ID)),
			PubliclyAvailable: taxonomy.Source(l.ID).Is(taxonomy.SourcePublic),
		})
	}
	if len(s.Sources) > 0 {
		f.doc.Sources = append(f.doc.Sources, s)
	}
}
