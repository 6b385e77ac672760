package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// conditionWords say what a statement depends on.
var conditionWords = map[policy.Condition]string{
	policy.OnConsent:   "with consent",
	policy.OnRequest:   "on request",
	policy.ByLaw:       "where law requires or permits",
	policy.ByChoice:    "depending on settings or choice",
	policy.SomeService: "for some services",
	policy.IfNecessary: "where necessary",
	policy.OnEvent:     "on an occasion",
	policy.Unless:      "with exceptions",
	policy.Otherwise:   "under a condition",
}

// roleWords name the roles of parties.
var roleWords = map[policy.Role]string{
	policy.Controller:            "controller",
	policy.Processor:             "processor",
	policy.Operator:              "operator",
	policy.Representative:        "representative",
	policy.GrievanceOfficer:      "grievance officer",
	policy.DataProtectionOfficer: "data protection officer",
}

// contactWords name the types of contacts.
var contactWords = map[policy.ContactType]string{
	policy.Email: "e-mail", policy.URL: "web", policy.Phone: "phone", policy.Address: "post", policy.Person: "person",
}

func polarityWords(p policy.Polarity) string {
	if p == policy.No {
		return "denied"
	}
	return "stated"
}

// regionWords names the people of a region, "" for everybody.
func regionWords(r policy.Region) string {
	c := jurisdiction.Code(r)
	if c == jurisdiction.EEA {
		return "the EEA"
	}
	if c.Valid() {
		return c.Name(language.English)
	}
	return countryWords(string(r))
}

// countryWords names a country, or gives the code where it has no name.
func countryWords(code string) string {
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	if name := display.English.Regions().Name(region); name != "" {
		return name
	}
	return code
}

// conceptLabel names a concept of a facet, or gives its id.
func conceptLabel(facet taxonomy.Facet, id string) string {
	if c, ok := taxonomy.Lookup(facet, id); ok {
		return c.Label(language.English)
	}
	return id
}

// labels names ids of one facet, separated by commas.
func labels[T taxonomy.ID](ids []T) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = id.Label(language.English)
	}
	return strings.Join(names, ", ")
}

// quote returns s on one line, cut at a space if it is long.
func quote(s string) string {
	const most = 160
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	cut := string([]rune(s)[:most])
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return strings.TrimRightFunc(cut, unicode.IsPunct) + " …"
}

// join puts together what is not empty.
func join(separator string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, separator)
}

// count writes a number of things: "1 place", "3 places".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return decimal(n) + " " + many
}
