package score

import (
	"fmt"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/lines"
)

// A placed is a set of things by their names, each with its places.
type placed map[string][]Place

func (p placed) add(name string, at ...Place) { p[name] = append(p[name], at...) }

// compareNames compares two sets of what and reports what one lacks.
func (s *factScorer) compareNames(what string, wanted, have placed) Score {
	return compare(wanted, have, strings.Compare, func(name string, o Outcome) {
		switch o {
		case Missing:
			s.miss(o, what+" "+name, wanted[name])
		case Extra:
			s.miss(o, what+" "+name, have[name])
		}
	})
}

// flows compares what flows tie to data, wherever they do.
func (s *factScorer) flows() {
	wanted, have := placed{}, placed{}
	for _, f := range s.doc.Flows {
		at := s.quoted(f.Quote)
		addPairs(wanted, at, "purpose", f.Data, f.Purposes)
		addPairs(wanted, at, "recipient", f.Data, f.Recipients)
		addPairs(wanted, at, "source", f.Data, f.Sources)
		addPairs(wanted, at, "legal-basis", f.Data, f.LegalBases)
	}
	for _, l := range s.found {
		if l.Kind == lines.Flow {
			at := []Place{s.placeOf(l)}
			addPairs(have, at, "purpose", l.Data, l.Purposes)
			addPairs(have, at, "recipient", l.Data, l.Recipients)
			addPairs(have, at, "source", l.Data, l.Sources)
			addPairs(have, at, "legal-basis", l.Data, l.LegalBases)
		}
	}
	s.Flows.add(s.compareNames("flow", wanted, have))
}

func addPairs[D, X ~string](set placed, at []Place, key string, data []D, others []X) {
	for _, d := range data {
		for _, x := range others {
			set.add(fmt.Sprintf("%s %s %s", d, key, x), at...)
		}
	}
}

// names compares the names that facts of any facet have in the gold with those
// of recipients.
func (s *factScorer) names() {
	wanted, have := placed{}, placed{}
	for _, f := range s.doc.Facts {
		if f.Name != "" {
			wanted.add(norm(f.Name), s.quoted(f.Quotes)...)
		}
	}
	for _, l := range s.found {
		if l.Kind == lines.Recipient && l.Name != "" {
			have.add(norm(l.Name), s.placeOf(l))
		}
	}
	s.Names.add(s.compareNames("name", wanted, have))
}

// about compares what the text says of itself. What the gold lacks is no fault,
// but for a date.
func (s *factScorer) about() {
	var found lines.Line
	for _, l := range s.found {
		if l.Kind == lines.Document {
			found = *l
			break
		}
	}
	for _, key := range []struct{ name, want, got string }{
		{"language", s.doc.Language, found.Language},
		{"updated", s.doc.About.Updated, found.Updated.String()},
		{"organisation", s.doc.About.Organisation, found.Organisation},
		{"legal_entity", s.doc.About.LegalEntity, found.LegalEntity},
	} {
		what := fmt.Sprintf("document.%s: want %q, got %q", key.name, key.want, key.got)
		switch {
		case key.want != "" && norm(key.got) == norm(key.want):
			s.Records.Right++
		case key.want != "":
			s.Records.Missing++
			s.miss(Missing, what, nil)
		case key.got != "" && key.name == "updated":
			s.Records.Extra++
			s.miss(Extra, what, nil)
		}
	}
}

// records compares controllers, contacts, transfers and ages.
func (s *factScorer) records() {
	kinds := []lines.Kind{lines.Controller, lines.Contact, lines.Transfer, lines.Children}
	wanted, have := map[lines.Kind]placed{}, map[lines.Kind]placed{}
	for _, k := range kinds {
		wanted[k], have[k] = placed{}, placed{}
	}
	for _, c := range s.doc.Controllers {
		wanted[lines.Controller].add(controllerName(c.Name, c.Region), s.quoted(c.Quote)...)
	}
	for _, c := range s.doc.Contacts {
		if t := policy.ContactType(c.Type); comparesContact(t) {
			wanted[lines.Contact].add(contactName(t, c.Value), s.quoted(c.Quote)...)
		}
	}
	for _, country := range s.doc.Transfers.Destinations {
		wanted[lines.Transfer].add(transferName(country, false), s.quoted(s.doc.Transfers.Quotes)...)
	}
	for _, country := range s.doc.Transfers.Localisation {
		wanted[lines.Transfer].add(transferName(country, true), s.quoted(s.doc.Transfers.Quotes)...)
	}
	for _, c := range s.doc.Children {
		wanted[lines.Children].add(fmt.Sprint(c.Age), s.quoted(c.Quote)...)
	}
	for _, l := range s.found {
		switch at := s.placeOf(l); l.Kind {
		case lines.Controller:
			have[l.Kind].add(controllerName(l.Name, string(l.Region)), at)
		case lines.Contact:
			if comparesContact(l.Type) {
				have[l.Kind].add(contactName(l.Type, l.Value), at)
			}
		case lines.Transfer:
			have[l.Kind].add(transferName(l.Country, l.Localisation), at)
		case lines.Children:
			have[l.Kind].add(fmt.Sprint(l.Age), at)
		}
	}
	for _, k := range kinds {
		s.Records.add(s.compareNames(string(k), wanted[k], have[k]))
	}
}

// comparesContact tells whether contacts of type t are scored: those whose
// value has one spelling.
func comparesContact(t policy.ContactType) bool {
	return t == policy.Email || t == policy.URL || t == policy.Phone
}

func contactName(t policy.ContactType, value string) string {
	return fmt.Sprintf("%s %s", t, norm(value))
}

func controllerName(name, region string) string { return fmt.Sprintf("%s %q", norm(name), region) }

func transferName(country string, localised bool) string {
	if localised {
		return country + " localised"
	}
	return country
}
