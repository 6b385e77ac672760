package compare

import (
	"cmp"
	"slices"

	"example.com/policymodel/policy"
)

// A Spell is a run of consecutive versions that make the same statement.
type Spell struct {
	Subject
	First, Last int           // indices of the first and last version of the run
	Start       []policy.Span // the evidence in the first version
	End         []policy.Span // the evidence in the last version
}

// History returns the spells of every fact and record over the versions of a
// policy, the oldest first. It answers since when a policy says something: what
// the last version states has a spell that ends there, and First is the version
// that began to; its policy.Document.Updated the date. A statement that was
// dropped and came back has several spells.
//
// Spells are sorted by subject, then by First. The time is O(n log n) in the
// size of all versions together.
func History(versions ...*policy.Policy) []Spell {
	var spells []Spell
	open := map[Subject]int{} // index in spells
	for i, p := range versions {
		for _, s := range statements(p) {
			key := identity(s)
			at, ok := open[key]
			if !ok || spells[at].Last < i-1 {
				at = len(spells)
				open[key] = at
				spells = append(spells, Spell{Subject: s.Subject, First: i, Start: s.Evidence})
			}
			spells[at].Last, spells[at].End = i, s.Evidence
		}
	}
	slices.SortFunc(spells, func(x, y Spell) int {
		return cmp.Or(x.Subject.compare(y.Subject), cmp.Compare(x.First, y.First))
	})
	return spells
}

// identity is the subject of s without the spelling of names and addresses.
func identity(s *Statement) Subject {
	x := s.Subject
	switch s.Kind {
	case Controller:
		x.Name, x.Country = entity(s.Name), ""
	case Contact:
		x.Value = contact(s)
	}
	return x
}
