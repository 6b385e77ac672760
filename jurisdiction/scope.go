package jurisdiction

import (
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
)

// Laws returns the laws that bind on the date towards people in the place, in the
// order of [Code.Laws]. For a jurisdiction, or EU, they are those that bind
// anywhere in it.
//
// There are none, and no error, where the place lies in no jurisdiction on that
// day (Switzerland, or the United Kingdom from 2021) or is wider than one: the
// United States, Europe and everywhere do not tell whether people are in
// California or the EEA; ask [Place.Covers]. Whether a law reaches those who
// process the data of these people, by establishment, turnover or otherwise, is
// not considered.
//
// Errors are [ErrNoDate], a [*ValueError] for a date that is not
// [policy.Date.Valid], and a [*NoLawError] for one before any law in the data.
func (p Place) Laws(on policy.Date) ([]Law, error) {
	if err := checkDate(on); err != nil {
		return nil, err
	}
	c, group := p.within(on)
	if c == "" {
		return nil, nil
	}
	var laws []Law
	var first policy.Date
	for _, l := range tables().laws {
		if l.Jurisdiction != c {
			continue
		}
		binds := false
		for _, a := range l.Applications {
			if group != "" && a.Group != "" && a.Group != group {
				continue
			}
			if from := a.Interval.From; first.IsZero() || from.Compare(first) < 0 {
				first = from
			}
			binds = binds || a.Interval.Contains(on)
		}
		if binds {
			laws = append(laws, l.clone())
		}
	}
	if laws == nil {
		return nil, &NoLawError{Place: p, Jurisdiction: c, Date: on, First: first}
	}
	return laws, nil
}

// Jurisdictions returns the jurisdictions whose law binds on the date towards
// people in the place. At present no two have a place in common. When there are
// none, and the errors, are those of [Place.Laws].
func (p Place) Jurisdictions(on policy.Date) ([]Code, error) {
	laws, err := p.Laws(on)
	if len(laws) == 0 {
		return nil, err
	}
	return []Code{laws[0].Jurisdiction}, nil
}

// within returns the jurisdiction that p lies in on the date, with the group of
// territories where p is in one group alone, or "" if p lies in none.
func (p Place) within(on policy.Date) (c Code, group string) {
	if Code(p.code).Valid() {
		return Code(p.code), ""
	}
	if p.code == EU {
		return EEA, EU
	}
	country := p.country()
	for _, t := range tables().territories {
		if (t.Place.code == p.code || t.Place.code == country) && t.Interval.Contains(on) {
			return t.Jurisdiction, t.Group
		}
	}
	return "", ""
}

// An Extent is how much of a jurisdiction a place covers.
type Extent int

const (
	None  Extent = iota // nothing of it
	Some                // a part of it
	Whole               // all of it
)

// String returns "none", "some" or "whole", and "invalid" for other values.
func (e Extent) String() string {
	if e < None || e > Whole {
		return "invalid"
	}
	return [...]string{"none", "some", "whole"}[e]
}

// Covers returns how much of the jurisdiction c lies in the place on the date, as
// territory, whether or not a law binds there yet. It tells what a policy's words
// about a region mean for a jurisdiction: those about everywhere, the United
// States or California itself cover the whole of California; those about Germany
// or the European Union some of the EEA; those about China none of the four.
// [ParsePlace] reads every [policy.Region] that names one.
//
// Errors are [ErrNoDate], and a [*ValueError] for a date or a jurisdiction that
// is not valid.
func (p Place) Covers(c Code, on policy.Date) (Extent, error) {
	if err := c.check(); err != nil {
		return None, err
	}
	if err := checkDate(on); err != nil {
		return None, err
	}
	if p.code == "" || p.code == string(c) {
		return Whole, nil
	}
	touched, missed := false, false
	for _, t := range tables().territories {
		if t.Jurisdiction != c || !t.Interval.Contains(on) {
			continue
		}
		switch {
		case p.contains(t):
			touched = true
		case strings.HasPrefix(p.code, t.Place.code+"-"): // DE-BY in DE
			return Some, nil
		default:
			missed = true
		}
	}
	switch {
	case !touched:
		return None, nil
	case missed:
		return Some, nil
	}
	return Whole, nil
}

// contains reports whether all of the territory lies in p.
func (p Place) contains(t Territory) bool {
	switch p.code {
	case string(EEA):
		return t.Jurisdiction == EEA
	case EU:
		// x/text has members of the European Union without dates.
		return t.Group == EU
	case t.Place.code, t.Place.country():
		return true
	}
	if len(p.code) != 3 { // no UN M.49 code
		return false
	}
	group, err := language.ParseRegion(p.code)
	if err != nil {
		return false
	}
	r, err := language.ParseRegion(t.Place.country())
	return err == nil && group.Contains(r)
}
