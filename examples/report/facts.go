package main

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// FacetRows are the facts of one facet.
type FacetRows struct {
	ID    string
	Label string
	Rows  []FactRow
}

// A FactRow is one fact with the places that state it.
type FactRow struct {
	ID         string
	Concept    string // its label
	Code       string // its id
	Particular string // name, period, sources
	Polarity   string
	Denied     bool
	Condition  string
	Region     string
	Places     []Place
}

// facts returns the rows of all facts, and marks them.
func (g *pager) facts() []FacetRows {
	var all []FacetRows
	n := 0
	for item := range g.Policy.Facts() {
		if len(all) == 0 || all[len(all)-1].ID != string(item.Facet) {
			all = append(all, FacetRows{ID: string(item.Facet), Label: item.Facet.Label(language.English)})
		}
		row := FactRow{
			ID:         "f" + decimal(n),
			Concept:    conceptLabel(item.Facet, item.ID),
			Code:       item.ID,
			Particular: particulars(item),
			Polarity:   polarityWords(item.Polarity),
			Denied:     item.Denied(),
			Condition:  conditionWords[item.Condition()],
			Region:     regionWords(item.Region),
		}
		n++
		facet := all[len(all)-1]
		title := join(", ", facet.Label+": "+row.Concept+parenthesis(row.Particular), row.Polarity, forPeopleOf(item.Region))
		row.Places = g.mentioned(item.Mentions, facet.ID, row.ID, title, row.Denied)
		all[len(all)-1].Rows = append(facet.Rows, row)
	}
	return all
}

// particulars says what a fact has beside its concept.
func particulars(item policy.Item) string {
	from := ""
	if len(item.Sources) > 0 {
		from = "from: " + labels(item.Sources)
	}
	return join("; ", item.Name, periodWords(item.Period), from)
}

// periodWords writes a duration with one unit in words, and others as they are.
func periodWords(d policy.Duration) string {
	m := onePart.FindStringSubmatch(string(d))
	if m == nil {
		return string(d)
	}
	unit := map[string]string{"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}[m[1]+m[3]]
	if m[2] == "1" {
		return "1 " + unit
	}
	return m[2] + " " + unit + "s"
}

var onePart = regexp.MustCompile(`^P(T?)([0-9]+)([YMWDHS])$`)

func parenthesis(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

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

// A FlowRow is what one passage ties together.
type FlowRow struct {
	Data, Purposes, Recipients, Sources, Grounds, Region string
	Place                                                Place
}

// flows returns the rows of the table of flows.
func (g *pager) flows() []FlowRow {
	rows := make([]FlowRow, len(g.Policy.Flows))
	for i, f := range g.Policy.Flows {
		rows[i] = FlowRow{
			Data:       labels(f.Data),
			Purposes:   labels(f.Purposes),
			Recipients: labels(f.Recipients),
			Sources:    labels(f.Sources),
			Grounds:    labels(f.LegalBases),
			Region:     regionWords(f.Region),
			Place:      g.place(f.Span),
		}
		if rows[i].Data == "" {
			rows[i].Data = generalData
		}
	}
	return rows
}

// generalData stands for flows that name no category of data.
const generalData = "personal data in general"

// rootOf returns the highest concept above an id, so that a picture can show few.
func rootOf(facet taxonomy.Facet, id string) string {
	c, ok := taxonomy.Lookup(facet, id)
	for ok {
		id = c.ID
		c, ok = c.Parent()
	}
	return id
}
