package jurisdiction

import (
	"cmp"
	"encoding/json"
	"slices"

	"example.com/policymodel/policy"
)

// A Status is how a policy stands to a requirement.
type Status string

// The statuses.
const (
	Met           Status = "met"            // the text discloses it
	Partly        Status = "partly"         // some of it, or only for some people or processing
	NotFound      Status = "not-found"      // nothing in the text discloses it
	Denied        Status = "denied"         // the text says the opposite of what is asked
	NotApplicable Status = "not-applicable" // its condition does not hold by the text
	CannotTell    Status = "cannot-tell"    // the condition or the element cannot be judged from a text
)

// Statuses returns the statuses, the gravest first.
func Statuses() []Status {
	return []Status{Denied, NotFound, Partly, CannotTell, Met, NotApplicable}
}

// A Verdict is the judgement of one requirement.
type Verdict struct {
	Requirement Requirement
	Status      Status
	// Evidence is where the text says it, or denies it, in text order: up to three
	// mentions of a fact or record that is asked for by name, one of each where
	// any fact of a facet will do. That of a met requirement is empty only if the
	// place of a date was not found. Where only form or process cannot be told, it
	// is where the text shows that the condition holds.
	Evidence []policy.Mention
	Why      string   // for people; may change
	Missing  []string // what would complete it: names of concepts, for people
}

// MarshalJSON returns the verdict as an object with the keys requirement (the id),
// citation, need, status, evidence (a list of spans), why and, where something is
// missing, missing.
func (v Verdict) MarshalJSON() ([]byte, error) {
	spans := make([]policy.Span, len(v.Evidence))
	for i, m := range v.Evidence {
		spans[i] = m.Span
	}
	return json.Marshal(struct {
		Requirement string        `json:"requirement"`
		Citation    string        `json:"citation"`
		Need        Need          `json:"need"`
		Status      Status        `json:"status"`
		Evidence    []policy.Span `json:"evidence"`
		Why         string        `json:"why"`
		Missing     []string      `json:"missing,omitempty"`
	}{v.Requirement.ID, v.Requirement.Citation, v.Requirement.Need, v.Status, spans, v.Why, v.Missing})
}

// An Assessment is a policy judged by the law of a jurisdiction on a date.
type Assessment struct {
	Jurisdiction Code        `json:"jurisdiction"`
	Date         policy.Date `json:"date"`
	Laws         []string    `json:"laws"`           // ids of the laws that bind on the date
	Verdicts     []Verdict   `json:"verdicts"`       // in the order of Requirements
	Note         string      `json:"note,omitempty"` // why there are no verdicts, if so
}

// Verdict returns the verdict on the requirement with an id, if the assessment has
// one.
func (a *Assessment) Verdict(id string) (Verdict, bool) {
	i := slices.IndexFunc(a.Verdicts, func(v Verdict) bool { return v.Requirement.ID == id })
	if i < 0 {
		return Verdict{}, false
	}
	return a.Verdicts[i], true
}

// With returns the verdicts with one of some statuses, in order.
func (a *Assessment) With(statuses ...Status) []Verdict {
	var vs []Verdict
	for _, v := range a.Verdicts {
		if slices.Contains(statuses, v.Status) {
			vs = append(vs, v)
		}
	}
	return vs
}

// Gravest returns the verdicts with the gravest statuses first, in the order of
// [Statuses], and otherwise in order.
func (a *Assessment) Gravest() []Verdict {
	rank := Statuses()
	vs := slices.Clone(a.Verdicts)
	slices.SortStableFunc(vs, func(v, w Verdict) int {
		return cmp.Compare(slices.Index(rank, v.Status), slices.Index(rank, w.Status))
	})
	return vs
}

// A Summary counts verdicts.
type Summary struct {
	Counts map[Status]int `json:"counts"`
	// Owed is how many mandatory and conditional requirements were judged to be
	// met, met partly, not found or denied, and Share is the part of them that is
	// met, from 0 to 1; 0 if there are none.
	Owed  int     `json:"owed"`
	Share float64 `json:"share"`
}

// Summary counts the verdicts of the assessment.
func (a *Assessment) Summary() Summary {
	s := Summary{Counts: map[Status]int{}}
	met := 0
	for _, v := range a.Verdicts {
		s.Counts[v.Status]++
		if n := v.Requirement.Need; n != Mandatory && n != Conditional {
			continue
		}
		switch v.Status {
		case Met:
			met++
			s.Owed++
		case Partly, NotFound, Denied:
			s.Owed++
		}
	}
	if s.Owed > 0 {
		s.Share = float64(met) / float64(s.Owed)
	}
	return s
}
