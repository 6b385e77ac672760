package processing

import (
	"cmp"
	"slices"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/fill"
	"example.com/policymodel/policy/internal/tie"
	"example.com/policymodel/taxonomy"
)

// A Record is a record of processing activities. It is plain data; reading it
// from several goroutines is safe as long as nobody changes it.
type Record struct {
	Organisation string      `json:"organisation,omitempty"` // the name that it goes by
	Updated      policy.Date `json:"updated,omitzero"`       // of the policy
	Rows         []Row       `json:"rows"`                   // those for everybody first, then by region; in text order, what has no purpose last
}

// A Row is one activity: one purpose for the people of one region.
type Row struct {
	People policy.Region `json:"people"` // "" for everybody

	Controllers     []Party `json:"controllers,omitempty"`     // Art. 30(1)(a); several are joint controllers or the text does not say
	Representatives []Party `json:"representatives,omitempty"` // Art. 30(1)(a)
	Officers        []Party `json:"officers,omitempty"`        // Art. 30(1)(a)
	Purpose         Entry   `json:"purpose"`                   // Art. 30(1)(b); the zero Entry for what has no purpose in the text
	Subjects        []Entry `json:"subjects,omitempty"`        // Art. 30(1)(c)
	Data            []Entry `json:"data,omitempty"`            // Art. 30(1)(c)
	Recipients      []Entry `json:"recipients,omitempty"`      // Art. 30(1)(d)
	Countries       []Entry `json:"countries,omitempty"`       // Art. 30(1)(e)
	Safeguards      []Entry `json:"safeguards,omitempty"`      // Art. 30(1)(e)
	TimeLimits      []Entry `json:"timeLimits,omitempty"`      // Art. 30(1)(f)
	Security        []Entry `json:"security,omitempty"`        // Art. 30(1)(g)
}

// An Entry is something that the policy says.
type Entry struct {
	ID       string        `json:"id"`       // in the taxonomy, or the ISO 3166-1 code of a country
	Text     string        `json:"text"`     // for people, in the language of the policy
	Evidence []policy.Span `json:"evidence"` // where the policy says it, in text order
}

// A Party is somebody with a role in the processing.
type Party struct {
	Name     string        `json:"name"` // empty if only contact details are known
	Contacts []string      `json:"contacts,omitempty"`
	Evidence []policy.Span `json:"evidence,omitempty"`
}

// From returns the record of what p says, and a report of what Art. 30(1) asks
// for and p has no evidence for. It takes time and memory linear in the size of
// p and of the record, but for sorting.
func From(p *policy.Policy) (*Record, *fill.Report) {
	r := &Record{Organisation: tie.Line(p.Document.Organisation), Updated: p.Document.Updated, Rows: []Row{}}
	for _, people := range regions(p) {
		b := newBuilder(p, people)
		groups := tie.Groups(p, taxonomy.FacetPurpose, func(x policy.Region) bool { return x == people })
		first := len(r.Rows)
		for _, g := range groups[1:] {
			r.Rows = append(r.Rows, b.row(g))
		}
		if rest := b.rest(groups[0], r.Rows[first:]); len(rest.Data)+len(rest.Recipients) > 0 {
			r.Rows = append(r.Rows, rest)
		}
	}
	return r, missing(r)
}

// regions returns everybody and the regions of purposes and flows, in text
// order.
func regions(p *policy.Policy) []policy.Region {
	all := []policy.Region{policy.Everybody}
	add := func(r policy.Region) {
		if !slices.Contains(all, r) {
			all = append(all, r)
		}
	}
	for _, f := range p.Purposes {
		add(f.Region)
	}
	for _, f := range p.Flows {
		add(f.Region)
	}
	return all
}

// A builder makes the rows for the people of one region.
type builder struct {
	p      *policy.Policy
	people policy.Region
	common Row                   // what stands in every row
	byData map[string][]tie.Link // time limits of categories of data, "" for those of none in particular
	tied   map[policy.Span]bool  // time limits that the text ties to a purpose
}

func newBuilder(p *policy.Policy, people policy.Region) *builder {
	b := &builder{p: p, people: people, byData: make(map[string][]tie.Link), tied: make(map[policy.Span]bool)}
	b.common = Row{
		People: people, Controllers: b.parties(policy.Controller, true), Representatives: b.parties(policy.Representative, false),
		Officers: b.parties(policy.DataProtectionOfficer, false), Countries: b.countries(),
		Safeguards: b.facts(taxonomy.FacetSafeguard), Security: b.facts(taxonomy.FacetSecurity),
	}
	holds := tie.Of(people)
	purposes := tie.Groups(p, taxonomy.FacetPurpose, holds)
	b.common.Subjects = b.entries(taxonomy.FacetSubject, purposes[0].Links(taxonomy.FacetSubject))
	for _, g := range purposes[1:] {
		for _, l := range g.Links(taxonomy.FacetRetention) {
			for _, m := range l.Mentions {
				b.tied[m.Span] = true
			}
		}
	}
	for _, g := range tie.Groups(p, taxonomy.FacetData, holds) {
		b.byData[g.ID] = g.Links(taxonomy.FacetRetention)
	}
	return b
}

// row returns the row of a purpose.
func (b *builder) row(g *tie.Group) Row {
	r := b.common
	if g.ID != "" {
		r.Purpose = Entry{g.ID, tie.Label(b.p, taxonomy.FacetPurpose, g.ID), spans(g.Mentions)}
		r.Subjects = join(b.entries(taxonomy.FacetSubject, g.Links(taxonomy.FacetSubject)), r.Subjects)
		r.TimeLimits = b.entries(taxonomy.FacetRetention, g.Links(taxonomy.FacetRetention))
	}
	r.Data = slices.DeleteFunc(b.entries(taxonomy.FacetData, g.Links(taxonomy.FacetData)), func(e Entry) bool {
		d := taxonomy.Data(e.ID)
		return d.Is(taxonomy.DataNonPersonal) || d.Is(taxonomy.DataAggregated)
	})
	r.Recipients = b.entries(taxonomy.FacetRecipient, g.Links(taxonomy.FacetRecipient))
	if g.ID != "" {
		b.limit(&r)
	}
	return r
}

// rest returns the row of what is tied to no purpose, so stands in none of the
// rows of purposes.
func (b *builder) rest(g *tie.Group, rows []Row) Row {
	r := b.row(g)
	data, recipients := make(map[string]bool), make(map[string]bool)
	for i := range rows {
		for _, e := range rows[i].Data {
			data[e.Text] = true
		}
		for _, e := range rows[i].Recipients {
			recipients[e.Text] = true
		}
	}
	r.Data = slices.DeleteFunc(r.Data, func(e Entry) bool { return data[e.Text] })
	r.Recipients = slices.DeleteFunc(r.Recipients, func(e Entry) bool { return recipients[e.Text] })
	b.limit(&r)
	return r
}

// limit adds the time limits of the data in a row, and the general ones.
func (b *builder) limit(r *Row) {
	for _, d := range r.Data {
		for _, e := range b.entries(taxonomy.FacetRetention, b.untied(d.ID)) {
			e.Text = d.Text + ": " + e.Text
			r.TimeLimits = append(r.TimeLimits, e)
		}
	}
	r.TimeLimits = join(r.TimeLimits, b.entries(taxonomy.FacetRetention, b.untied("")))
}

// untied returns the time limits of a category of data, or the general ones, that
// the text ties to no purpose.
func (b *builder) untied(data string) []tie.Link {
	var links []tie.Link
	for _, l := range b.byData[data] {
		l.Mentions = slices.DeleteFunc(slices.Clone(l.Mentions), func(m policy.Mention) bool { return b.tied[m.Span] })
		if len(l.Mentions) > 0 {
			links = append(links, l)
		}
	}
	return links
}

// join returns the entries of a and then those of b with other texts.
func join(a, b []Entry) []Entry {
	joined := slices.Clone(a)
	for _, e := range b {
		if !slices.ContainsFunc(a, func(x Entry) bool { return x.Text == e.Text }) {
			joined = append(joined, e)
		}
	}
	return joined
}

// entries returns what a purpose is tied to.
func (b *builder) entries(facet taxonomy.Facet, links []tie.Link) []Entry {
	var all []Entry
	for _, l := range links {
		all = append(all, Entry{l.ID, b.text(facet, l.ID, l.Name, l.Period), spans(l.Mentions)})
	}
	return all
}

// facts returns what the policy affirms of all processing.
func (b *builder) facts(facet taxonomy.Facet) []Entry {
	var all []Entry
	for it := range b.p.FactsOf(facet) {
		if it.Denied() || !it.Region.Includes(b.people) || it.ID == string(taxonomy.SecurityNoGuarantee) {
			continue
		}
		text := b.text(facet, it.ID, it.Name, it.Period)
		if !slices.ContainsFunc(all, func(e Entry) bool { return e.Text == text }) {
			all = append(all, Entry{it.ID, text, spans(it.Mentions)})
		}
	}
	return all
}

// text describes a concept: "Analytics providers (Tally & Sons)".
func (b *builder) text(facet taxonomy.Facet, id, name string, period policy.Duration) string {
	text := tie.Line(tie.Label(b.p, facet, id))
	if more := cmp.Or(tie.Line(name), string(period)); more != "" {
		text += " (" + more + ")"
	}
	return text
}

// countries returns the third countries that data goes to.
func (b *builder) countries() []Entry {
	var all []Entry
	for _, t := range b.p.Transfers {
		if !t.Localised && !policy.EEA.Includes(policy.Region(t.Country)) {
			all = append(all, Entry{t.Country, tie.Line(t.Country), spans(t.Mentions)})
		}
	}
	return all
}

// parties returns those in a role for the people of the narrowest region that
// has some, with their contacts at the first. Contacts that reach nobody in
// particular are the controller's.
func (b *builder) parties(role policy.Role, controller bool) []Party {
	people := b.people
	if !controller && people == policy.Everybody {
		people = policy.EEA // where the GDPR asks for them; everybody includes those there
	}
	var all []Party
	var found []policy.Party
	for party := range b.p.PartiesFor(people) {
		if party.Role == role && (len(found) == 0 || party.Region == found[0].Region) {
			found = append(found, party)
			all = append(all, Party{Name: tie.Line(party.Name), Evidence: spans(party.Mentions)})
		}
	}
	var contacts []string
	add := func(value string) {
		if value != "" && !slices.Contains(contacts, value) {
			contacts = append(contacts, value)
		}
	}
	for i := range found {
		if controller {
			add(tie.Address(b.p, people, &found[i]))
		}
	}
	for c := range b.p.ContactsFor(people) {
		switch {
		case c.Type == policy.URL, controller && c.Type == policy.Address:
		case c.Role == role, controller && c.Role == "":
			add(tie.Line(c.Value))
		}
	}
	if len(contacts) > 0 {
		if len(all) == 0 {
			all = append(all, Party{})
		}
		all[0].Contacts = contacts
	}
	return all
}

func spans(mentions []policy.Mention) []policy.Span {
	s := make([]policy.Span, len(mentions))
	for i, m := range mentions {
		s[i] = m.Span
	}
	return s
}

// missing reports what the rows lack.
func missing(r *Record) *fill.Report {
	report := new(fill.Report)
	if len(r.Rows) == 0 {
		report.Miss("purpose", "", "the text names no purpose (Art. 30(1)(b))")
	}
	for i := range r.Rows {
		row := &r.Rows[i]
		for _, x := range []struct {
			has           bool
			field, reason string
		}{
			{len(row.Controllers) > 0 && row.Controllers[0].Name != "", "controller", "the text names no controller (Art. 30(1)(a))"},
			{len(row.Controllers) > 0 && row.Controllers[0].Contacts != nil, "controller_contact", "the text gives no contact details (Art. 30(1)(a))"},
			{len(row.Representatives) > 0, "representative", "the text names no representative, where there has to be one (Art. 30(1)(a))"},
			{len(row.Officers) > 0, "dpo", "the text names no data protection officer, where there has to be one (Art. 30(1)(a))"},
			{row.Purpose.ID != "", "purpose", "the text names no purpose (Art. 30(1)(b))"},
			{len(row.Subjects) > 0, "data_subjects", "the text does not say whom the data is about (Art. 30(1)(c))"},
			{len(row.Data) > 0, "data_categories", "no passage ties data to the purpose (Art. 30(1)(c))"},
			{len(row.Recipients) > 0, "recipients", "no passage ties recipients to the purpose (Art. 30(1)(d))"},
			{len(row.Countries) > 0, "third_countries", "the text names no third country (Art. 30(1)(e))"},
			{len(row.Safeguards) > 0, "safeguards", "the text names no safeguard (Art. 30(1)(e))"},
			{len(row.TimeLimits) > 0, "time_limits", "the text does not say how long data is kept (Art. 30(1)(f))"},
			{len(row.Security) > 0, "security_measures", "the text names no measure of security (Art. 30(1)(g))"},
		} {
			if !x.has {
				report.MissIn(row.name(), len(r.Rows), x.field, "", x.reason)
			}
		}
	}
	return report
}

// name tells a row from the others: "marketing.direct", "research in US-CA".
func (r *Row) name() string {
	name := cmp.Or(r.Purpose.ID, "no purpose")
	if r.People != policy.Everybody {
		name += " in " + string(r.People)
	}
	return name
}
