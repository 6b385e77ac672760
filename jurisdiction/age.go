package jurisdiction

import (
	"slices"
	"strconv"

	"example.com/policymodel/policy"
)

// An Age is the age from which, or below which, law treats people as it does
// adults or children in a matter of personal data.
type Age struct {
	Provision
	Place Place // where it is the law: a state, or a jurisdiction
	Years int   // those below it are children in this matter
}

// Ages returns the ages that the law of a place sets on a date. In a state of the
// EEA it is the age of GDPR Art. 8(1), below which consent to an online service
// must come from the holder of parental responsibility. California and India have
// their own; Russian law sets none for personal data, and the Civil Code gives 14,
// with doubts about those from 14 to 18. There are none for places that are wider
// than a state, or that lie in none of the jurisdictions.
//
// Errors are [ErrNoDate], and a [*ValueError] for a date that is not valid.
func Ages(place Place, on policy.Date) ([]Age, error) {
	if err := checkDate(on); err != nil {
		return nil, err
	}
	c, _ := place.within(on)
	state := place
	if c == EEA {
		for _, t := range tables().territories {
			if (t.Place == place || t.Place.code == place.country()) && t.Interval.Contains(on) {
				state = t.State
			}
		}
	} else if c != "" {
		state = Place{string(c)}
	}
	var as []Age
	for _, a := range ageTable() {
		if a.Place == state && a.Jurisdiction == c && a.Interval.Contains(on) {
			as = append(as, a)
		}
	}
	return as, nil
}

// An AgeStanding compares what a policy says of children with an age of the law.
type AgeStanding struct {
	Age Age
	// Stated are the ages that the policy states, in text order.
	Stated []policy.ChildAge
	// Status is Met if an age that the policy states is the law's, NotFound if it
	// states none, and Partly if it states others only: Lower tells whether those
	// are all below it, so that people who are children by law are not treated as
	// such.
	Status Status
	Lower  bool
}

// AgesIn compares the ages that a policy states with the [Ages] of a place. That
// they differ need not be a breach: a policy may be stricter, and GDPR Art. 8
// concerns consent alone.
//
// Errors are [ErrNoPolicy] and those of Ages.
func AgesIn(p *policy.Policy, place Place, on policy.Date) ([]AgeStanding, error) {
	if p == nil {
		return nil, ErrNoPolicy
	}
	ages, err := Ages(place, on)
	if err != nil {
		return nil, err
	}
	var ss []AgeStanding
	for _, a := range ages {
		s := AgeStanding{Age: a, Stated: slices.Clone(p.Children), Status: NotFound}
		if len(s.Stated) > 0 {
			s.Status, s.Lower = Partly, true
		}
		for _, stated := range s.Stated {
			s.Lower = s.Lower && stated.Age < a.Years
			if stated.Age == a.Years {
				s.Status = Met
			}
		}
		ss = append(ss, s)
	}
	return ss, nil
}

var ageTable = table(func(r *reader) []Age {
	var as []Age
	r.read("ages", "id place jurisdiction age text citation from until source mark note", func(f func(string) string) {
		years, err := strconv.Atoi(f("age"))
		r.check(err)
		as = append(as, Age{Provision: r.provision(f), Place: Place{f("place")}, Years: years})
	})
	return as
})
