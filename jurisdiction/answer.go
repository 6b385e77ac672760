package jurisdiction

import (
	"slices"

	"example.com/policymodel/policy"
)

// An Authority supervises data protection, or takes complaints about it.
type Authority struct {
	Place        Place
	Name         string // in its own language; in several, with " / " between
	Abbreviation string // "" if it has none
	Domain       string // of its web site, "" if none is recorded
	Interval     Interval
	Source       string // as in a Provision
	Mark         Mark
	Note         string // what it is for, where it is not for private companies in general
}

// Authorities returns the authorities for a place on a date, the nearest first:
// those of a subdivision, then those of the country. Those of California come
// before the federal one. For EEA and EU they are the European bodies, to which
// nobody complains: ask for a state. In Germany the authority of the Land where a
// company is established is competent, so ask for the Land: DE-BY for Bavaria.
//
// Errors are [ErrNoDate], and a [*ValueError] for a date that is not valid.
func Authorities(place Place, on policy.Date) ([]Authority, error) {
	if err := checkDate(on); err != nil {
		return nil, err
	}
	codes := []string{place.code}
	if c := place.country(); c != place.code {
		codes = append(codes, c)
	}
	if place.code == string(EEA) {
		codes = []string{EU}
	}
	var as []Authority
	for _, code := range codes {
		for _, a := range authorityTable() {
			if code != "" && a.Place.code == code && a.Interval.Contains(on) {
				as = append(as, a)
			}
		}
	}
	if len(as) == 0 { // an EEA territory without one of its own, as RE
		for _, t := range tables().territories {
			if t.Place == place && t.State != place && t.Interval.Contains(on) {
				return Authorities(t.State, on)
			}
		}
	}
	return as, nil
}

var authorityTable = table(func(r *reader) []Authority {
	var as []Authority
	r.read("authorities", "place name abbreviation domain from until source mark note", func(f func(string) string) {
		as = append(as, Authority{Place: Place{f("place")}, Name: f("name"), Abbreviation: f("abbreviation"), Domain: f("domain"),
			Interval: r.interval(f("from"), f("until")), Source: r.source(f("source")), Mark: Mark(f("mark")), Note: f("note")})
	})
	return as
})

// Answering tells a person in a place who answers for their data according to a
// policy, and who supervises that.
type Answering struct {
	// Parties answer for people of the place, and Contacts reach somebody: those
	// for the narrowest region first, as in [policy.Policy.PartiesFor].
	Parties  []policy.Party
	Contacts []policy.Contact
	// Officers are those that the law of the place can ask the policy to name.
	Officers    []OfficerStanding
	Authorities []Authority
}

// An OfficerStanding is whether a policy names an officer.
type OfficerStanding struct {
	Role    policy.Role
	Verdict Verdict // on the requirement to name the officer
}

// officers are the requirements to name officers.
var officers = map[string]policy.Role{
	"gdpr-13-1-a-representative": policy.Representative, "gdpr-13-1-b-dpo": policy.DataProtectionOfficer,
	"spdi-5-9-grievance-officer": policy.GrievanceOfficer, "dpdp-8-9-contact": policy.DataProtectionOfficer,
}

// Answers tells who answers for people in a place on a date. The place is one that
// people can be in: a country, a subdivision or a jurisdiction. Where the law of no
// jurisdiction binds there are no officers.
//
// Errors are [ErrNoPolicy], [ErrNoDate], a [*ValueError] for a date that is not
// valid, and a [*NoLawError].
func Answers(p *policy.Policy, place Place, on policy.Date) (*Answering, error) {
	if p == nil {
		return nil, ErrNoPolicy
	}
	codes, err := place.Jurisdictions(on)
	if err != nil {
		return nil, err
	}
	a := &Answering{}
	// The region of a policy has no code for EU or groups of countries.
	region := policy.Region(place.code)
	if !region.Valid() {
		region = policy.Everybody
	}
	a.Parties = slices.Collect(p.PartiesFor(region))
	a.Contacts = slices.Collect(p.ContactsFor(region))
	if a.Authorities, err = Authorities(place, on); err != nil {
		return nil, err
	}
	for _, c := range codes {
		x := newIndex(p, c, on)
		for i := range requirementTable() {
			r := &requirementTable()[i]
			role, ok := officers[r.ID]
			if ok && r.Jurisdiction == c && r.Interval.Contains(on) {
				a.Officers = append(a.Officers, OfficerStanding{role, x.judgeRow(r)})
			}
		}
	}
	return a, nil
}
