package fideslang

import (
	"cmp"
	"slices"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/fill"
	"example.com/policymodel/policy/internal/tie"
	"example.com/policymodel/taxonomy"
)

// A System is a system of Fideslang with its privacy declarations. It is plain
// data; reading it from several goroutines is safe as long as nobody changes
// it. Fields that are zero are left out, except those that Fideslang requires.
type System struct {
	Key               string        // fides_key; required
	Name              string        // name
	Type              string        // system_type; required, and not known from a policy
	Responsibility    string        // responsibility: "Controller" if the text says so
	LegalName         string        // legal_name
	LegalAddress      string        // legal_address
	Officer           string        // dpo: how to reach the data protection officer
	SecurityPractices string        // data_security_practices
	Transfers         bool          // does_international_transfers
	TransferBases     []string      // legal_basis_for_transfers
	Cookies           bool          // uses_cookies
	Declarations      []Declaration // privacy_declarations; required
}

// A Declaration says what data is used for one data use.
type Declaration struct {
	Name            string   // name: labels of the purposes
	Use             string   // data_use; required
	Categories      []string // data_categories; required
	LegalBasis      string   // legal_basis_for_processing
	Retention       string   // retention_period
	SpecialCategory bool     // processes_special_category_data
	ThirdParties    string   // third_parties; if there are any, data_shared_with_third_parties is true
}

// From returns the system of what p says, and a report of what Fideslang
// requires or a declaration lacks. It takes time and memory linear in the size
// of p and of the system, but for sorting.
func From(p *policy.Policy) (*System, *fill.Report) {
	b := &builder{p: p, system: new(System), report: new(fill.Report)}
	b.describe()
	b.declare()
	b.lost()
	return b.system, b.report
}

type builder struct {
	p      *policy.Policy
	system *System
	report *fill.Report
}

func (b *builder) describe() {
	s, d := b.system, &b.p.Document
	s.Name = tie.Line(cmp.Or(d.Organisation, d.LegalEntity))
	if s.Key = slug(s.Name); s.Key == "" {
		s.Key = "unknown"
		b.report.Miss("fides_key", s.Key, "the text names no organisation")
	}
	b.report.Miss("system_type", "", "a policy does not tell the type of a system")
	s.LegalName = tie.Line(d.LegalEntity)
	for _, x := range b.p.Parties {
		if x.Role == policy.Controller {
			s.LegalName, s.Responsibility = cmp.Or(s.LegalName, tie.Line(x.Name)), "Controller"
		}
	}
	for _, c := range b.p.Contacts {
		if c.Role == policy.DataProtectionOfficer {
			s.Officer = cmp.Or(s.Officer, tie.Line(c.Value))
		}
	}
	for _, x := range b.p.Parties {
		if tie.Line(x.Name) == s.LegalName && s.LegalAddress == "" {
			s.LegalAddress = tie.Address(b.p, x.Region, &x)
		}
	}
	var measures []string
	for it := range b.p.FactsOf(taxonomy.FacetSecurity) {
		if !it.Denied() && it.ID != string(taxonomy.SecurityNoGuarantee) {
			measures = appendNew(measures, b.label(it.Facet, it.ID, it.Name))
		}
	}
	s.SecurityPractices = strings.Join(measures, "; ")
	s.Transfers = slices.ContainsFunc(b.p.Transfers, func(t policy.Transfer) bool { return !t.Localised })
	for it := range b.p.FactsOf(taxonomy.FacetSafeguard) {
		if !it.Denied() {
			s.TransferBases = appendNew(s.TransferBases, transferBasis(taxonomy.Safeguard(it.ID)))
		}
	}
	for it := range policy.Says(b.p, taxonomy.TechnologyCookie) {
		s.Cookies = s.Cookies || !it.Denied()
	}
}

// transferBasis returns Fideslang's name of a safeguard.
func transferBasis(id taxonomy.Safeguard) string {
	switch id {
	case taxonomy.SafeguardAdequacy:
		return "Adequacy Decision"
	case taxonomy.SafeguardStandardContractualClauses:
		return "SCCs"
	case taxonomy.SafeguardBindingCorporateRules:
		return "BCRs"
	}
	return "Other"
}

// legalBasis returns Fideslang's name of a legal basis, "" if it has none.
func legalBasis(id string) string {
	switch taxonomy.LegalBasis(id) {
	case taxonomy.LegalBasisConsent:
		return "Consent"
	case taxonomy.LegalBasisContract:
		return "Contract"
	case taxonomy.LegalBasisLegalObligation:
		return "Legal obligations"
	case taxonomy.LegalBasisVitalInterests:
		return "Vital interests"
	case taxonomy.LegalBasisPublicTask:
		return "Public interest"
	case taxonomy.LegalBasisLegitimateInterests:
		return "Legitimate interests"
	}
	return ""
}

// A draft is a declaration that is being put together.
type draft struct {
	Declaration
	names, bases, periods, parties []string
}

// declare makes the declarations, in the order of the first purposes of each
// data use.
func (b *builder) declare() {
	var drafts []*draft
	byUse := make(map[string]*draft)
	groups := tie.Groups(b.p, taxonomy.FacetPurpose, tie.Everywhere)
	b.untied(groups)
	for _, g := range groups[1:] {
		use := key(taxonomy.FacetPurpose, g.ID)
		if use == "" {
			b.report.Lose("purpose "+g.ID, "Fideslang has no data use for it")
			continue
		}
		d := byUse[use]
		if d == nil {
			d = &draft{Declaration: Declaration{Use: use, Categories: []string{}}}
			byUse[use] = d
			drafts = append(drafts, d)
		}
		b.enter(d, g)
	}
	b.system.Declarations = []Declaration{}
	if len(drafts) == 0 {
		b.report.Miss("privacy_declarations", "", "the text names no purpose that Fideslang has a data use for")
	}
	for _, d := range drafts {
		b.system.Declarations = append(b.system.Declarations, b.finish(d, len(drafts)))
	}
}

// enter adds what is tied to a purpose to the declaration of its use.
func (b *builder) enter(d *draft, g *tie.Group) {
	d.names = appendNew(d.names, b.label(taxonomy.FacetPurpose, g.ID, ""))
	for _, l := range g.Links(taxonomy.FacetData) {
		category := key(taxonomy.FacetData, l.ID)
		if category == "" {
			b.report.Lose("data "+l.ID, "Fideslang has no data category for it")
			continue
		}
		d.Categories = appendNew(d.Categories, category)
		c, _ := taxonomy.Lookup(taxonomy.FacetData, l.ID)
		d.SpecialCategory = d.SpecialCategory || c.SpecialCategory()
	}
	for _, l := range g.Links(taxonomy.FacetLegalBasis) {
		if basis := legalBasis(l.ID); basis != "" {
			d.bases = appendNew(d.bases, basis)
		}
	}
	for _, l := range g.Links(taxonomy.FacetRetention) {
		d.periods = appendNew(d.periods, b.label(taxonomy.FacetRetention, l.ID, string(l.Period)))
	}
	for _, l := range g.Links(taxonomy.FacetRecipient) {
		d.parties = appendNew(d.parties, b.label(taxonomy.FacetRecipient, l.ID, l.Name))
	}
}

// finish returns the declaration of a draft, one of n.
func (b *builder) finish(d *draft, n int) Declaration {
	d.Name, d.Retention, d.ThirdParties = strings.Join(d.names, ", "), strings.Join(d.periods, "; "), strings.Join(d.parties, "; ")
	if len(d.Categories) == 0 {
		b.report.MissIn(d.Use, n, "privacy_declarations[].data_categories", "", "no passage ties data to this use")
	}
	switch len(d.bases) {
	case 0:
		b.report.MissIn(d.Use, n, "privacy_declarations[].legal_basis_for_processing", "", "no passage ties a legal basis to this use")
	case 1:
		d.LegalBasis = d.bases[0]
	default:
		b.report.Lose(d.Use+" ("+strings.Join(d.bases, ", ")+")", "a declaration has room for one legal basis")
	}
	return d.Declaration
}

// untied reports data that is tied to no purpose, only to the general group.
func (b *builder) untied(groups []*tie.Group) {
	tied := make(map[string]bool)
	for _, g := range groups[1:] {
		for _, l := range g.Links(taxonomy.FacetData) {
			tied[l.ID] = true
		}
	}
	for _, l := range groups[0].Links(taxonomy.FacetData) {
		if !tied[l.ID] {
			b.report.Lose("data "+l.ID, "no passage ties it to a purpose, which a declaration needs")
		}
	}
}

// lost reports facets that Fideslang has no place for.
func (b *builder) lost() {
	for _, facet := range []taxonomy.Facet{
		taxonomy.FacetSource, taxonomy.FacetSubject, taxonomy.FacetDisposal, taxonomy.FacetRight, taxonomy.FacetChangeNotice, taxonomy.FacetStatement,
	} {
		for it := range b.p.FactsOf(facet) {
			b.report.Lose(string(facet)+" "+it.ID, "a system has no place for it")
		}
	}
}

// key returns the Fideslang key of a concept or else of its nearest ancestor
// with one, "" if there is none.
func key(facet taxonomy.Facet, id string) string {
	c, ok := taxonomy.Lookup(facet, id)
	for ; ok; c, ok = c.Parent() {
		if c.Fideslang != "" {
			return c.Fideslang
		}
	}
	return ""
}

// label returns what people call a concept: "Analytics providers (Tally)".
func (b *builder) label(facet taxonomy.Facet, id, name string) string {
	label := tie.Line(tie.Label(b.p, facet, id))
	if name != "" {
		label += " (" + tie.Line(name) + ")"
	}
	return label
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// slug returns s as a fides_key: lower-case ASCII letters and digits with "_"
// for the rest.
func slug(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	return strings.Join(words, "_")
}
