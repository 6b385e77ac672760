package compare

import (
	"cmp"
	"slices"

	"example.com/policymodel/policy"
)

// statements returns what p states, as facts and as records other than flows
// and the document, in an order that does not depend on that of p. Statements
// of the same subject become one.
func statements(p *policy.Policy) []*Statement {
	byKey := map[Subject]*Statement{}
	add := func(subject Subject, mentions []policy.Mention) *Statement {
		s := byKey[subject]
		if s == nil {
			s = &Statement{Subject: subject}
			byKey[subject] = s
		}
		s.mentions = append(s.mentions, mentions...)
		return s
	}
	for it := range p.Facts() {
		s := add(Subject{Kind: Kind(it.Facet), ID: it.ID, Name: it.Name, Polarity: it.Polarity, Region: it.Region, Period: it.Period}, it.Mentions)
		s.Sources = append(s.Sources, it.Sources...)
	}
	for _, x := range p.Parties {
		add(Subject{Kind: Controller, Name: x.Name, Role: x.Role, Country: x.Country, Region: x.Region}, x.Mentions)
	}
	for _, x := range p.Contacts {
		add(Subject{Kind: Contact, Type: x.Type, Value: x.Value, Region: x.Region, Role: x.Role}, x.Mentions)
	}
	for _, x := range p.Transfers {
		add(Subject{Kind: Transfer, Country: x.Country, Localised: x.Localised}, x.Mentions)
	}
	for _, x := range p.Children {
		add(Subject{Kind: Children, Age: x.Age}, x.Mentions)
	}
	all := make([]*Statement, 0, len(byKey))
	for _, s := range byKey {
		s.settle()
		all = append(all, s)
	}
	slices.SortFunc(all, func(x, y *Statement) int { return x.Subject.compare(y.Subject) })
	return all
}

// settle brings what was gathered from several places into its final form.
func (s *Statement) settle() {
	slices.SortFunc(s.mentions, func(x, y policy.Mention) int {
		return cmp.Or(x.Span.Compare(y.Span), cmp.Compare(x.Passage, y.Passage), cmp.Compare(x.Condition, y.Condition))
	})
	for i, m := range s.mentions {
		s.Evidence = append(s.Evidence, m.Span)
		if i == 0 {
			s.Condition = m.Condition
		} else if s.Condition != m.Condition {
			s.Condition = policy.None
		}
	}
	s.Evidence = slices.Compact(s.Evidence)
	slices.Sort(s.Sources)
	s.Sources = slices.Compact(s.Sources)
}

// uniform reports whether all mentions of s make the same condition.
func (s *Statement) uniform() bool {
	for _, m := range s.mentions {
		if m.Condition != s.mentions[0].Condition {
			return false
		}
	}
	return true
}

// rank orders kinds: the document, records, then facets as in the taxonomy.
func (k Kind) rank() int {
	switch k {
	case Document:
		return 0
	case Controller:
		return 1
	case Contact:
		return 2
	case Transfer:
		return 3
	case Children:
		return 4
	case Flow:
		return 100
	}
	return 5 + slices.Index(facets(), k)
}

// compare orders subjects by kind, then by what they are.
func (x Subject) compare(y Subject) int {
	return cmp.Or(
		cmp.Compare(x.Kind.rank(), y.Kind.rank()),
		cmp.Compare(x.Kind, y.Kind),
		cmp.Compare(x.End, y.End),
		cmp.Compare(x.ID, y.ID),
		cmp.Compare(x.Name, y.Name),
		cmp.Compare(x.Period, y.Period),
		compareBool(bool(x.Polarity), bool(y.Polarity)),
		cmp.Compare(x.Region, y.Region),
		cmp.Compare(x.Role, y.Role),
		cmp.Compare(x.Type, y.Type),
		cmp.Compare(x.Value, y.Value),
		cmp.Compare(x.Country, y.Country),
		compareBool(x.Localised, y.Localised),
		cmp.Compare(x.Age, y.Age),
	)
}

func compareBool(x, y bool) int {
	switch {
	case x == y:
		return 0
	case x:
		return 1
	}
	return -1
}
