package tilt

import (
	"strings"
	"time"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/fill"
	"example.com/policymodel/policy/internal/tie"
	"example.com/policymodel/taxonomy"
)

// Options says what a policy's text does not. Nil options are zero options.
type Options struct {
	// People is the region whose people the document is for. The zero Region
	// means policy.EEA, since TILT is about the GDPR.
	People policy.Region

	ID      string    // of the document; by default the SHA-256 of the policy's text
	URL     string    // of the policy, a URI reference
	Created time.Time // of the document; by default the date of the policy's last change
	Version int       // of the document; by default 1
}

// From returns the document of what p says, and a report of the fields that
// the schema requires and p has no evidence for. It takes time and memory
// linear in the size of p and of the document, but for sorting.
func From(p *policy.Policy, opts *Options) (*Document, *fill.Report) {
	f := &filler{p: p, doc: new(Document), report: new(fill.Report)}
	if opts != nil {
		f.opts = *opts
	}
	if f.opts.People == policy.Everybody {
		f.opts.People = policy.EEA
	}
	f.controller()
	f.meta()
	f.officer()
	f.disclosed()
	f.transfers()
	f.rights()
	f.decisions()
	f.doc.ChangesOfPurpose = []ChangeOfPurpose{}
	f.report.Miss("changesOfPurpose", "", "the model has no announced changes of purpose")
	return f.doc, f.report
}

// A filler fills one document.
type filler struct {
	p      *policy.Policy
	opts   Options
	doc    *Document
	report *fill.Report
}

// holds reports whether what is said of the people of r is said of those whom
// the document is for.
func (f *filler) holds(r policy.Region) bool { return r.Includes(f.opts.People) }

// or returns s, or what stands for it if it is empty, which it reports.
func (f *filler) or(s, otherwise, field, reason string) string {
	if s != "" {
		return s
	}
	f.report.Miss(field, otherwise, reason)
	return otherwise
}

func (f *filler) meta() {
	m, d := &f.doc.Meta, &f.p.Document
	m.Hash = f.or(hash(f.p.Source.SHA256), NoHash, "meta._hash", "the policy does not tell which text it was read from")
	m.ID = f.or(f.opts.ID, m.Hash, "meta._id", "no id was given; that of the text stands for it")
	m.Name = d.Organisation
	if m.Name == "" {
		m.Name = f.doc.Controller.Name
	}
	m.Name = f.or(m.Name, "", "meta.name", "the text names no organisation")
	m.Modified = f.or(d.Updated.String(), NoDate, "meta.modified", "the text gives no date")
	if !f.opts.Created.IsZero() {
		m.Created = f.opts.Created.UTC().Format(time.RFC3339)
	} else {
		m.Created = f.or(d.Updated.String(), NoDate, "meta.created", "the text gives no date")
	}
	if m.Version = f.opts.Version; m.Version < 1 {
		m.Version = 1
		f.report.Miss("meta.version", "1", "no version was given; the schema's default stands for it")
	}
	// A guess, such as English for an unknown language, is no evidence.
	if base, sure := d.Language.Base(); sure >= language.High && strings.Contains(languages, " "+base.String()+" ") {
		m.Language = base.String()
	} else {
		m.Language = f.or("", "en", "meta.language", "the language is unknown; the schema's default stands for it")
	}
	m.Status = f.or("", "active", "meta.status", "a text does not tell whether it is in force; the schema's default stands for it")
	if !isReference(f.opts.URL) {
		f.opts.URL = ""
	}
	m.URL = f.or(f.opts.URL, "", "meta.url", "no address of the policy was given")
}

// languages are the codes of ISO 639-1 that the schema lists.
const languages = " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz" +
	" ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu" +
	" ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd" +
	" ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st" +
	" su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "

// hash returns s if it has the length of a SHA-256.
func hash(s string) string {
	if len(s) != len(NoHash) || !only(s, "0123456789abcdef") {
		return ""
	}
	return s
}

func (f *filler) controller() {
	c := &f.doc.Controller
	party := f.party(policy.Controller, policy.Operator)
	if party == nil {
		party = &policy.Party{Name: f.p.Document.LegalEntity}
	}
	c.Name = f.or(tie.Line(party.Name), "", "controller.name", "the text names no controller")
	c.Address = f.or(tie.Address(f.p, f.opts.People, party), "", "controller.address", "the text gives no postal address of the controller")
	country := party.Country
	if !isCountry(country) {
		country = ""
	}
	c.Country = f.or(country, NoCountry, "controller.country", "the text does not say where the controller is")

	r := &c.Representative
	if party := f.party(policy.Representative); party != nil {
		r.Name = tie.Line(party.Name)
	}
	r.Name = f.or(r.Name, "", "controller.representative.name", "the text names no representative")
	r.Email = f.or(f.contact(policy.Email, isEmail, policy.Representative), NoEmail, "controller.representative.email", "the text gives no e-mail address of a representative")
	r.Phone = f.contact(policy.Phone, isPhone, policy.Representative)
}

func (f *filler) officer() {
	o := &f.doc.DataProtectionOfficer
	reason := "the text names no data protection officer"
	country := ""
	if party := f.party(policy.DataProtectionOfficer); party != nil {
		o.Name, country = tie.Line(party.Name), party.Country
		reason = "the text does not give it for the data protection officer"
	}
	if !isCountry(country) {
		country = ""
	}
	any := func(string) bool { return true }
	o.Name = f.or(o.Name, "", "dataProtectionOfficer.name", reason)
	o.Address = f.or(f.contact(policy.Address, any, policy.DataProtectionOfficer), "", "dataProtectionOfficer.address", reason)
	o.Country = f.or(country, NoCountry, "dataProtectionOfficer.country", reason)
	o.Email = f.or(f.contact(policy.Email, isEmail, policy.DataProtectionOfficer), NoEmail, "dataProtectionOfficer.email", reason)
	o.Phone = f.contact(policy.Phone, isPhone, policy.DataProtectionOfficer)
}

// party returns the first party with one of the roles, the first role before
// the second, nil if there is none.
func (f *filler) party(roles ...policy.Role) *policy.Party {
	for _, role := range roles {
		for party := range f.p.PartiesFor(f.opts.People) {
			if party.Role == role {
				return &party
			}
		}
	}
	return nil
}

// contact returns the first contact of a type that has a role and a form.
func (f *filler) contact(typ policy.ContactType, form func(string) bool, role policy.Role) string {
	for c := range f.p.ContactsFor(f.opts.People) {
		if value := tie.Line(c.Value); c.Type == typ && c.Role == role && form(value) {
			return value
		}
	}
	return ""
}

// label returns what people call a concept, in the language of the policy.
func (f *filler) label(facet taxonomy.Facet, id string) string { return tie.Label(f.p, facet, id) }

// words returns the passage of the first mention, or otherwise.
func (f *filler) words(m []policy.Mention, otherwise string) string {
	if len(m) > 0 {
		if s := tie.Quote(f.p, m[0]); s != "" {
			return s
		}
	}
	return otherwise
}

func ptr[T any](v T) *T { return &v }
