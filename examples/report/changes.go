package main

import (
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/compare"
)

// Changes is what differs between the policy and an older version or a translation.
type Changes struct {
	Title  string
	Intro  string
	Before string // heads of the columns of the two sides
	After  string
	Groups []ChangeGroup
}

// A ChangeGroup holds the changes of one grade, or those of flows.
type ChangeGroup struct {
	ID, Label, Note string
	Open            bool
	Rows            []ChangeRow
}

// A ChangeRow is one change with the evidence of both sides.
type ChangeRow struct {
	Type   string
	Label  string // of the type
	What   string
	FromTo string
	Why    string
	Before []Place // in the older version, which the page does not have: without anchors
	After  []Place

	spans []policy.Span
}

// compared returns what became of the older version.
func compared(now, older version) *Changes {
	c := &Changes{Groups: []ChangeGroup{
		{ID: string(compare.Material), Label: "Material changes", Note: "What is done with data, by whom, for whom or on which terms."},
		{ID: string(compare.Wording), Label: "Wording", Note: "Said more or less exactly, or said again."},
		{ID: string(compare.Cosmetic), Label: "Cosmetic", Note: "The form of a name, a title, a link or an address."},
		{ID: string(compare.Flow), Label: "Flows", Note: "Data newly tied to a purpose, a recipient or a ground, or no longer."},
	}}
	c.Title, c.Before, c.After = "What changed", "Before", "After"
	from, to := older.Policy.Document, now.Policy.Document
	c.Intro = "Since " + older.Name + dated(from.Updated) + "."
	translation := base(from.Language) != base(to.Language)
	list := compare.Versions
	if translation {
		list = compare.Translations
		c.Title, c.Before, c.After = "What the texts differ in", "Other text", "This text"
		c.Intro = "Against " + older.Name + dated(from.Updated) + ", a text in another language (" + languageWords(from.Language) + ")."
	}
	lines := policy.NewLineTable(older.Text)
	row := func(x compare.Change) ChangeRow {
		r := ChangeRow{
			Type: string(x.Type), Label: typeWords(x.Type, translation), What: subjectWords(x), FromTo: fromTo(x), Why: whyWords(x),
			spans: first(x.After.Evidence),
		}
		for _, s := range first(x.Before.Evidence) {
			r.Before = append(r.Before, Place{Line: lines.Position(s.Start).Line, Words: quote(s.Text(older.Text))})
		}
		return r
	}
	for _, x := range list(older.Policy, now.Policy) {
		for i := range c.Groups {
			if c.Groups[i].ID == string(x.Grade) {
				c.Groups[i].Rows = append(c.Groups[i].Rows, row(x))
			}
		}
	}
	if !translation {
		flows := &c.Groups[len(c.Groups)-1]
		for _, x := range compare.Flows(older.Policy, now.Policy) {
			flows.Rows = append(flows.Rows, row(x))
		}
	}
	material := &c.Groups[0]
	material.Open = len(material.Rows) <= mostOpen
	return c
}

// mostOpen is how many changes stand open, before what follows is too far down.
const mostOpen = 40

// typeWords name a type. A translation that lacks something did not lose it.
func typeWords(t compare.Type, translation bool) string {
	switch {
	case translation && t == compare.Added:
		return "only here"
	case translation && t == compare.Removed:
		return "only there"
	}
	return string(t)
}

// whyWords say why a change has its grade. The grade itself is that of the group.
func whyWords(x compare.Change) string {
	silent := ""
	if x.Silent {
		silent = "the stated date is the same"
	}
	return join("; ", string(x.Verdict), x.Why, silent)
}

// Count returns the number of changes.
func (c *Changes) Count() int {
	n := 0
	for _, g := range c.Groups {
		n += len(g.Rows)
	}
	return n
}

// link makes the evidence in the newer version reachable.
func (c *Changes) link(g *pager) {
	for i := range c.Groups {
		for j := range c.Groups[i].Rows {
			r := &c.Groups[i].Rows[j]
			for _, s := range r.spans {
				r.After = append(r.After, g.place(s))
			}
		}
	}
}

// first returns the first few spans: enough to see what is meant.
func first(spans []policy.Span) []policy.Span { return spans[:min(len(spans), 2)] }

func dated(d policy.Date) string {
	if d.IsZero() {
		return " (without a date)"
	}
	return " (" + d.String() + ")"
}

func base(t language.Tag) string {
	b, _ := t.Base()
	return b.String()
}

// subjectWords say what a change is about.
func subjectWords(x compare.Change) string {
	s := x.Subject()
	if facet, ok := s.Kind.Facet(); ok {
		denied := ""
		if s.Polarity == policy.No {
			denied = "denied"
		}
		what := facet.Label(language.English) + ": " + conceptLabel(facet, s.ID)
		return join(", ", what+parenthesis(join("; ", s.Name, periodWords(s.Period))), denied, forPeopleOf(s.Region))
	}
	switch s.Kind {
	case compare.Document:
		return "the document: " + strings.ReplaceAll(string(x.Key), "_", " ")
	case compare.Controller:
		return join(", ", roleWords[s.Role]+": "+s.Name, forPeopleOf(s.Region))
	case compare.Contact:
		return join(", ", contactWords[s.Type]+": "+quote(s.Value), forPeopleOf(s.Region))
	case compare.Transfer:
		if s.Localised {
			return "data stays in " + countryWords(s.Country)
		}
		return "data goes to " + countryWords(s.Country)
	case compare.Children:
		return "age: " + decimal(s.Age)
	}
	side := x.After
	if side.IsZero() {
		side = x.Before
	}
	data := labels(side.Data)
	if data == "" {
		data = generalData
	}
	return join(", ", data+" → "+conceptLabel(s.End, s.ID), forPeopleOf(s.Region))
}

// fromTo says what a property was and what it is.
func fromTo(x compare.Change) string {
	if x.Key == "" {
		return ""
	}
	return valueWords(x.Key, x.From(), &x.Before) + " → " + valueWords(x.Key, x.To(), &x.After)
}

// valueWords write the value of a property for people.
func valueWords(key compare.Key, value string, s *compare.Statement) string {
	switch key {
	case compare.ByID:
		if facet, ok := s.Kind.Facet(); ok {
			return conceptLabel(facet, s.ID) + parenthesis(s.Name)
		}
	case compare.ByRegion:
		if value == "" {
			return "everybody"
		}
		return regionWords(policy.Region(value))
	case compare.ByCondition:
		if value == "" {
			return "no condition"
		}
		return conditionWords[policy.Condition(value)]
	case compare.ByPeriod:
		if value != "" {
			return periodWords(policy.Duration(value))
		}
	case compare.ByPolarity:
		return polarityWords(s.Polarity)
	case compare.ByCountry:
		if value != "" {
			return countryWords(value)
		}
	case compare.BySources:
		if value != "" {
			return labels(s.Sources)
		}
	case compare.ByRole:
		if role := roleWords[policy.Role(value)]; role != "" {
			return role
		}
	}
	if value == "" {
		return "not stated"
	}
	return quote(value)
}
