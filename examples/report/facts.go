package main

import (
	"regexp"
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
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

// periodWords writes a duration in words: "1 year and 6 months".
func periodWords(d policy.Duration) string {
	if !d.Valid() {
		return string(d)
	}
	var words []string
	date, time, _ := strings.Cut(string(d[1:]), "T")
	for _, part := range periodPart.FindAllStringSubmatch(date, -1) {
		words = append(words, plural(part[1], map[string]string{"Y": "year", "M": "month", "W": "week", "D": "day"}[part[2]]))
	}
	for _, part := range periodPart.FindAllStringSubmatch(time, -1) {
		words = append(words, plural(part[1], map[string]string{"H": "hour", "M": "minute", "S": "second"}[part[2]]))
	}
	return strings.Join(words, " and ")
}

var periodPart = regexp.MustCompile(`([0-9]+)([A-Z])`)

func plural(n, unit string) string {
	if n == "1" {
		return "1 " + unit
	}
	return n + " " + unit + "s"
}

func parenthesis(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}
