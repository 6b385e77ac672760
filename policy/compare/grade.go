package compare

import (
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Grade tells how much a change matters to the people whose data it is.
type Grade string

// The grades.
const (
	// Material: what is done with data, by whom, for whom or on which terms is
	// stated differently.
	Material Grade = "material"
	// Wording: the text says it more or less exactly, or says again what holds
	// already.
	Wording Grade = "wording"
	// Cosmetic: the form of a name, title, link or address.
	Cosmetic Grade = "cosmetic"
)

// grade sets the grades and the reasons. A change and its mirror have the same
// grade.
func grade(changes []Change, a, b side) {
	for i := range changes {
		c := &changes[i]
		if _, ok := c.Subject().Kind.Facet(); ok {
			c.Grade, c.Why = gradeFact(c, a, b)
		} else {
			c.Grade, c.Why = gradeRecord(c)
		}
	}
}

func gradeRecord(c *Change) (Grade, string) {
	switch s := c.side(); s.Kind {
	case Document:
		switch c.Key {
		case ByUpdated:
			return Wording, "the date that the policy states for itself changed"
		case ByLegalEntity:
			switch "" {
			case c.From():
				return Material, "the legal entity that speaks is named now"
			case c.To():
				return Material, "the legal entity that speaks is named no more"
			}
			return Material, "another legal entity speaks"
		case ByOrganisation:
			return Wording, "the organisation goes by another name"
		case ByLanguage:
			return Cosmetic, "the policy is in another language"
		case BySection:
			what := "a section on " + strings.ReplaceAll(s.Value, "-", " ")
			if c.Type == Added {
				what += " is new"
			} else {
				what += " is gone"
			}
			if s.Value == string(policy.SectionDisputes) {
				return Material, what
			}
			return Wording, what
		}
		return Cosmetic, "the title changed"
	case Controller:
		role := strings.ReplaceAll(string(s.Role), "-", " ")
		switch c.Type {
		case Added:
			return Material, "a " + role + " is named that was not"
		case Removed:
			return Material, "a " + role + " is named no more"
		}
		return Material, "the " + string(c.Key) + " of a " + role + " changed"
	case Contact:
		switch {
		case c.Type == Added:
			return Material, "there is another way to make contact"
		case c.Type == Removed:
			return Material, "a way to make contact is gone"
		case c.Key == ByValue && s.Type == policy.URL:
			return Cosmetic, "the link leads to another page of the same site"
		case c.Key == ByValue:
			return Wording, "the address was rewritten or moved"
		}
		return Wording, "the " + string(c.Key) + " that the contact is given for changed"
	case Transfer:
		switch c.Type {
		case Added:
			return Material, "a country is named to which data goes or where it stays"
		case Removed:
			return Material, "a country to which data goes or where it stays is named no more"
		}
		return Material, "whether data stays in the country changed"
	case Children:
		switch c.Type {
		case Added:
			return Material, "an age limit is stated that was not"
		case Removed:
			return Material, "an age limit is stated no more"
		}
		return Material, "the age limit changed"
	}
	return Material, "what is tied together changed"
}

func gradeFact(c *Change, a, b side) (Grade, string) {
	s := c.side()
	label := label(s.Subject)
	switch c.Key {
	case ByPolarity:
		if c.After.Polarity == policy.No {
			return Material, label + " was affirmed and is denied"
		}
		return Material, label + " was denied and is affirmed"
	case ByRegion:
		if c.Before.Region.Includes(c.After.Region) {
			return Material, label + " holds for fewer people"
		}
		return Material, label + " holds for more people"
	case ByPeriod:
		switch c.Before.Period.Compare(c.After.Period) {
		case -1:
			return Material, "the period is longer"
		case 1:
			return Material, "the period is shorter"
		}
		return Wording, "the same period is written in another way"
	case ByCondition:
		if binding(c.Before.Condition) || binding(c.After.Condition) {
			return Material, label + " depends on the person's consent, request or choice on one side only"
		}
		return Wording, "the condition is worded in another way"
	case BySources:
		return Wording, "how the data is obtained is told more or less fully"
	case ByID:
		switch c.Type {
		case Narrowed:
			return Material, "in place of " + naming(c.Before.Subject) + " the text says " + naming(c.After.Subject)
		case Widened:
			return Material, "in place of " + naming(c.Before.Subject) + " the text says " + naming(c.After.Subject)
		}
		return Material, s.Name + " has another role"
	}
	return gradeOne(c, a, b, label)
}

// gradeOne grades what was added or removed.
func gradeOne(c *Change, a, b side, label string) (Grade, string) {
	s, here, there := &c.After, b, a
	verb := " is stated and was not"
	if c.Type == Removed {
		s, here, there = &c.Before, a, b
		verb = " was stated and is no more"
	}
	if s.Polarity == policy.No {
		verb = strings.Replace(strings.Replace(verb, "is stated", "is denied", 1), "was stated", "was denied", 1)
	}
	for _, r := range wider(s.Region) {
		w := s.Subject
		w.Region = r
		if there.has(w) {
			return Wording, label + " is stated for a region of its own, and for " + people(r) + " on the other side as well"
		}
	}
	switch taxonomy.Facet(s.Kind) {
	case taxonomy.FacetSubject, taxonomy.FacetSource:
		return Wording, label + verb
	case taxonomy.FacetData:
		// Data facts about groups, "contact information", are mostly the
		// headings of their members.
		if s.Polarity == policy.Yes && stated(s.Subject, here) && stated(s.Subject, there) {
			return Wording, label + " is named as a group on one side only; members of it are named on both"
		}
	}
	return Material, label + verb
}

// stated reports whether a policy states a descendant of s.
func stated(s Subject, in side) bool {
	for id := range taxonomy.Descendants(taxonomy.Data(s.ID)) {
		d := s
		d.ID = string(id)
		if in.has(d) {
			return true
		}
	}
	return false
}

// binding reports whether a condition leaves the matter to the person.
func binding(c policy.Condition) bool {
	return c == policy.OnConsent || c == policy.OnRequest || c == policy.ByChoice
}

// label names what a fact is about, for people.
func label(s Subject) string {
	facet, _ := s.Kind.Facet()
	name := concept(s)
	if s.Period != "" {
		name += " of " + string(s.Period)
	}
	name = facet.Label(language.English) + " “" + name + "”"
	if s.Region != policy.Everybody {
		name += " for " + people(s.Region)
	}
	return name
}

// naming is label without facet, period and region.
func naming(s Subject) string { return "“" + concept(s) + "”" }

// concept names the concept of a fact, with the name of whom or what it is said.
func concept(s Subject) string {
	facet, _ := s.Kind.Facet()
	name := s.ID
	if c, ok := taxonomy.Lookup(facet, s.ID); ok {
		name = c.Label(language.English)
	}
	if s.Name != "" {
		name += " (" + s.Name + ")"
	}
	return name
}

func people(r policy.Region) string {
	if r == policy.Everybody {
		return "everybody"
	}
	return "people in " + string(r)
}
