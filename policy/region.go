package policy

import (
	"iter"
	"strings"
)

// Includes reports whether what is said of the people of r is said of those of
// other as well: [Everybody] includes all regions, [EEA] its 30 states and
// their subdivisions, a country its subdivisions, and each region itself.
//
// The states of the European Economic Area are the 27 of the European Union,
// Iceland, Liechtenstein and Norway, since the United Kingdom's transition
// period ended on 31 December 2020 (Withdrawal Agreement, Art. 126).
// Territories with country codes of their own, such as "RE", are not counted.
func (r Region) Includes(other Region) bool {
	switch {
	case r == other, r == Everybody:
		return true
	case r == EEA:
		country, _, _ := strings.Cut(string(other), "-")
		return inEEA(country)
	}
	rest, ok := strings.CutPrefix(string(other), string(r))
	return ok && rest[0] == '-'
}

func inEEA(country string) bool {
	switch country {
	case "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
		"LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", // the Union
		"IS", "LI", "NO":
		return true
	}
	return false
}

// Valid reports whether r is "", "EEA" or has the form of an ISO 3166-1
// alpha-2 or 3166-2 code in upper case. It does not ask whether ISO 3166 has
// assigned the code.
func (r Region) Valid() bool {
	if r == Everybody || r == EEA {
		return true
	}
	country, part, ok := strings.Cut(string(r), "-")
	return isCountry(country) && (!ok || len(part) >= 1 && len(part) <= 3 && only(part, "AZ09"))
}

// isCountry reports whether s has the form of an ISO 3166-1 alpha-2 code.
func isCountry(s string) bool { return len(s) == 2 && only(s, "AZ") }

// only reports whether all bytes of s are in one of ranges, which are pairs of
// a first and a last byte.
func only(s, ranges string) bool {
	for i := range len(s) {
		ok := false
		for j := 0; j < len(ranges); j += 2 {
			ok = ok || ranges[j] <= s[i] && s[i] <= ranges[j+1]
		}
		if !ok {
			return false
		}
	}
	return true
}

// narrowness ranks regions by what they are: everybody 0, the EEA 1, a country
// 2, a part of one 3.
func (r Region) narrowness() int {
	switch {
	case r == Everybody:
		return 0
	case r == EEA:
		return 1
	case !strings.Contains(string(r), "-"):
		return 2
	}
	return 3
}

// PartiesFor yields the parties that answer for the data of people of a
// region, those for the narrowest region first, then in text order. A person
// in "NL" finds the parties for NL, then those for the EEA, then those for
// everybody; for [Everybody] only the last are found.
func (p *Policy) PartiesFor(people Region) iter.Seq[Party] {
	return narrowestFirst(p.Parties, people, func(x *Party) Region { return x.Region })
}

// ContactsFor yields the contacts for people of a region, in the order of
// [Policy.PartiesFor].
func (p *Policy) ContactsFor(people Region) iter.Seq[Contact] {
	return narrowestFirst(p.Contacts, people, func(x *Contact) Region { return x.Region })
}

func narrowestFirst[T any](all []T, people Region, region func(*T) Region) iter.Seq[T] {
	return func(yield func(T) bool) {
		for rank := people.narrowness(); rank >= 0; rank-- {
			for i := range all {
				r := region(&all[i])
				if r.narrowness() == rank && r.Includes(people) && !yield(all[i]) {
					return
				}
			}
		}
	}
}
