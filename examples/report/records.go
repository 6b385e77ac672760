package main

import (
	"net/url"
	"regexp"
	"strings"

	"example.com/policymodel/policy"
)

// A Record is a party, a contact, a country or an age.
type Record struct {
	ID     string
	Kind   string // id of a Kind
	What   string
	Value  string
	Link   string // of the value; "" for none
	Detail string
	Places []Place
}

// records returns parties, contacts, countries and ages, and marks them.
func (g *pager) records() []Record {
	var all []Record
	push := func(kind, what, value, link, detail string, mentions []policy.Mention) {
		r := Record{
			ID: kind + decimal(len(all)), Kind: kind,
			What: what, Value: quote(value), Link: link, Detail: detail,
		}
		r.Places = g.mentioned(mentions, kind, r.ID, join(", ", r.What+": "+r.Value, r.Detail), false)
		all = append(all, r)
	}
	p := g.Policy
	for _, x := range p.Parties {
		push(kindParty, roleWords[x.Role], x.Name, "", join("; ", countryWords(x.Country), forPeopleOf(x.Region)), x.Mentions)
	}
	for _, x := range p.Contacts {
		push(kindContact, contactWords[x.Type], x.Value, contactLink(x), join("; ", roleWords[x.Role], forPeopleOf(x.Region)), x.Mentions)
	}
	for _, x := range p.Transfers {
		what := "data goes to"
		if x.Localised {
			what = "data stays in"
		}
		push(kindTransfer, what, countryWords(x.Country), "", "", x.Mentions)
	}
	for _, x := range p.Children {
		push(kindChildren, "age", decimal(x.Age), "", "", x.Mentions)
	}
	return all
}

func forPeopleOf(r policy.Region) string {
	if r == policy.Everybody {
		return ""
	}
	return "for people in " + regionWords(r)
}

// mailbox is an e-mail address that means nothing but itself in a mailto link.
var mailbox = regexp.MustCompile(`^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$`)

// contactLink returns where a contact links to: a web page or a mailbox. Policies
// are other people's text, so anything else stays text, whatever scheme it has.
func contactLink(c policy.Contact) string {
	switch {
	case c.Type == policy.Email && mailbox.MatchString(c.Value):
		return "mailto:" + c.Value
	case c.Type != policy.URL:
		return ""
	}
	value := c.Value
	if !strings.Contains(value, ":") {
		value = "https://" + value
	}
	u, err := url.Parse(value)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil {
		return ""
	}
	return u.String()
}
