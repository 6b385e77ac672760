package main

import (
	"errors"
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/policy"
)

// Law is the assessment by one jurisdiction on a day.
type Law struct {
	Name   string
	Date   string
	Note   string // why there are no verdicts, if so
	Met    string // the share of what is owed that is met
	Groups []StatusGroup
}

// A StatusGroup holds the requirements with one status.
type StatusGroup struct {
	ID, Label string
	Open      bool // what people look for first
	Rows      []VerdictRow
}

// A VerdictRow is the verdict on one requirement.
type VerdictRow struct {
	Text, Citation, Need, Why, Missing string

	Places []Place
	spans  []policy.Span
}

// assessed judges the policy by the law of a jurisdiction on a day. That there was no
// law yet is part of the answer, not an error.
func assessed(v version, code jurisdiction.Code, on policy.Date) (*Law, error) {
	law := &Law{Name: code.Name(language.English), Date: on.String()}
	a, err := jurisdiction.Assess(v.Policy, code, on)
	if none := new(jurisdiction.NoLawError); errors.As(err, &none) {
		law.Note = "No law of the jurisdiction is known for that day; the first is of " + none.First.String() + "."
		return law, nil
	}
	if err != nil {
		return nil, err
	}
	law.Note = a.Note
	s := a.Summary()
	if s.Owed > 0 {
		law.Met = percent(s.Share) + " of the " + decimal(s.Owed) + " requirements that apply"
	}
	for _, x := range a.Gravest() {
		if n := len(law.Groups); n == 0 || law.Groups[n-1].ID != string(x.Status) {
			open := x.Status != jurisdiction.Met && x.Status != jurisdiction.NotApplicable
			law.Groups = append(law.Groups, StatusGroup{ID: string(x.Status), Label: statusWords[x.Status], Open: open})
		}
		group := &law.Groups[len(law.Groups)-1]
		row := VerdictRow{
			Text:     x.Requirement.Text,
			Citation: x.Requirement.Citation,
			Need:     string(x.Requirement.Need),
			Why:      x.Why,
		}
		if !strings.Contains(x.Why, join(", ", x.Missing...)) {
			row.Missing = join("; ", x.Missing...)
		}
		for _, m := range x.Evidence {
			row.spans = append(row.spans, m.Span)
		}
		group.Rows = append(group.Rows, row)
	}
	return law, nil
}

// link makes the evidence reachable.
func (l *Law) link(g *pager) {
	for _, group := range l.Groups {
		for i := range group.Rows {
			row := &group.Rows[i]
			for _, s := range row.spans {
				row.Places = append(row.Places, g.place(s))
			}
		}
	}
}

// statusWords name the statuses.
var statusWords = map[jurisdiction.Status]string{
	jurisdiction.Met:           "met",
	jurisdiction.Partly:        "partly met",
	jurisdiction.NotFound:      "not found",
	jurisdiction.Denied:        "denied",
	jurisdiction.NotApplicable: "not applicable",
	jurisdiction.CannotTell:    "cannot tell",
}
