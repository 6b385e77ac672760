package compare

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// facets returns the kinds of facts in the order of the taxonomy.
var facets = sync.OnceValue(func() []Kind {
	var kinds []Kind
	for f := range taxonomy.Facets() {
		kinds = append(kinds, Kind(f))
	}
	return kinds
})

// Versions returns the differences between two versions of a policy, or
// between any two policies in one language: first those of the document and
// the records, then those of the facts. Flows are compared by [Flows].
//
// A statement that both make is no difference, however it is worded and
// wherever it stands. The result does not depend on the order of the facts in
// the policies; that of after against before is its mirror; that of a policy
// against itself is empty. The time is O(n log n).
func Versions(before, after *policy.Policy) []Change {
	return silence(differences(before, after), before, after)
}

// differences returns the differences without what depends on the whole.
func differences(before, after *policy.Policy) []Change {
	a, b := newSide(before), newSide(after)
	changes := append(documents(&before.Document, &after.Document), sections(before, after)...)
	for _, kind := range []Kind{Controller, Contact, Transfer, Children} {
		changes = append(changes, records(kind, a, b)...)
	}
	for _, kind := range facets() {
		changes = append(changes, facts(a, b, kind)...)
	}
	grade(changes, a, b)
	return changes
}

// silence marks silent changes, and sorts.
func silence(changes []Change, before, after *policy.Policy) []Change {
	same := !before.Document.Updated.IsZero() && before.Document.Updated == after.Document.Updated
	for i := range changes {
		changes[i].Silent = same && changes[i].Subject().Kind != Document
	}
	return sorted(changes)
}

// sorted sorts changes and returns them.
func sorted(changes []Change) []Change {
	slices.SortFunc(changes, func(x, y Change) int { return x.compare(&y) })
	return changes
}

// compare orders changes by what they are about on whichever side has it.
func (c *Change) compare(d *Change) int {
	return cmp.Or(
		c.first().compare(d.first()),
		c.second().compare(d.second()),
		slices.Compare(c.side().Data, d.side().Data),
		cmp.Compare(c.Key, d.Key),
	)
}

// first and second return the subjects of a change in an order of their own,
// so that a change and its mirror are sorted alike.
func (c *Change) first() Subject {
	x, y := c.Before.Subject, c.After.Subject
	if x.Kind == "" || y.Kind != "" && y.compare(x) < 0 {
		return y
	}
	return x
}

func (c *Change) second() Subject {
	x, y := c.Before.Subject, c.After.Subject
	if x.Kind == "" || y.Kind == "" {
		return Subject{}
	}
	if y.compare(x) < 0 {
		return x
	}
	return y
}

// A side is one of the two policies.
type side struct {
	p       *policy.Policy
	all     []*Statement    // sorted
	sources map[origin]bool // that passages tie to data
}

// An origin is a kind of data of the people of a region and where it comes from.
type origin struct {
	data   taxonomy.Data
	source taxonomy.Source
	region policy.Region
}

func newSide(p *policy.Policy) side {
	s := side{p: p, all: statements(p), sources: map[origin]bool{}}
	for _, f := range p.Flows {
		for _, d := range f.Data {
			for _, x := range f.Sources {
				s.sources[origin{d, x, f.Region}] = true
			}
		}
	}
	return s
}

// of returns the statements of a kind.
func (s side) of(kind Kind) []*Statement {
	start, _ := slices.BinarySearchFunc(s.all, kind, func(x *Statement, k Kind) int {
		return cmp.Or(cmp.Compare(x.Kind.rank(), k.rank()), cmp.Compare(x.Kind, k))
	})
	end := start
	for end < len(s.all) && s.all[end].Kind == kind {
		end++
	}
	return s.all[start:end]
}

// has reports whether the policy makes a statement.
func (s side) has(x Subject) bool { return s.find(x) != nil }

func (s side) find(x Subject) *Statement {
	i, ok := slices.BinarySearchFunc(s.all, x, func(y *Statement, x Subject) int { return y.Subject.compare(x) })
	if !ok {
		return nil
	}
	return s.all[i]
}

// documents compares what the policies say of themselves.
func documents(x, y *policy.Document) []Change {
	var changes []Change
	differ := func(key Key, from, to string) {
		if from == to {
			return
		}
		changes = append(changes, Change{
			Type: Changed, Key: key,
			Before: Statement{Subject: Subject{Kind: Document, Value: from}},
			After:  Statement{Subject: Subject{Kind: Document, Value: to}},
		})
	}
	differ(ByUpdated, x.Updated.String(), y.Updated.String())
	differ(ByLanguage, x.Language.String(), y.Language.String())
	if plain(x.Title) != plain(y.Title) {
		differ(ByTitle, x.Title, y.Title)
	}
	if plain(x.Organisation) != plain(y.Organisation) {
		differ(ByOrganisation, x.Organisation, y.Organisation)
	}
	if plain(x.LegalEntity) != plain(y.LegalEntity) {
		differ(ByLegalEntity, x.LegalEntity, y.LegalEntity)
	}
	return changes
}

// sections compares what the policies have sections about, of the subjects that
// no facet has, such as how disputes are settled, and of notices for a region.
func sections(before, after *policy.Policy) []Change {
	a, b := headings(before), headings(after)
	var changes []Change
	for kind, s := range a {
		if b[kind] == nil {
			changes = append(changes, Change{Type: Removed, Key: BySection, Before: *s})
		}
	}
	for kind, s := range b {
		if a[kind] == nil {
			changes = append(changes, Change{Type: Added, Key: BySection, After: *s})
		}
	}
	return changes
}

// headings returns the headings of p of each kind that counts.
func headings(p *policy.Policy) map[policy.SectionKind]*Statement {
	kinds := map[policy.SectionKind]*Statement{}
	for _, s := range p.Sections {
		switch s.Kind {
		case policy.SectionDisputes, policy.SectionCalifornia, policy.SectionRegional:
			if kinds[s.Kind] == nil {
				kinds[s.Kind] = &Statement{Subject: Subject{Kind: Document, Value: string(s.Kind)}}
			}
			kinds[s.Kind].Evidence = append(kinds[s.Kind].Evidence, s.Heading)
		}
	}
	return kinds
}

// plain reduces words to what tells them apart: letters and digits in lower
// case with single spaces between.
func plain(s string) string {
	return strings.Join(words(s), " ")
}
