package compare

import (
	"cmp"
	"slices"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// facts compares the facts of one facet. A fact that both
// sides state is compared in its condition and sources. What is left is matched
// from the closest likeness to the farthest: the same in all but polarity, in
// all but the period, a concept and its descendant, in all but the region, a
// name under another concept. What is still left was added or removed.
func facts(a, b side, kind Kind) []Change {
	before, after := a.of(kind), b.of(kind)
	m := matcher{before: index(before), after: index(after)}
	for _, x := range before {
		if y := m.after[x.Subject]; y != nil {
			m.same(x, y, a, b)
			delete(m.before, x.Subject)
			delete(m.after, x.Subject)
		}
	}
	m.polarities(before)
	m.periods(before, after)
	m.descendants(before, after)
	m.regions(before, after)
	m.renamed(before, after)
	return m.rest(before, after)
}

func index(list []*Statement) map[Subject]*Statement {
	m := make(map[Subject]*Statement, len(list))
	for _, s := range list {
		m[s.Subject] = s
	}
	return m
}

// A matcher pairs the statements of two sides. The maps hold what no pair has
// yet.
type matcher struct {
	before, after map[Subject]*Statement
	changes       []Change
}

func (m *matcher) change(t Type, key Key, x, y *Statement) {
	c := Change{Type: t, Key: key}
	if x != nil {
		c.Before = *x
	}
	if y != nil {
		c.After = *y
	}
	m.changes = append(m.changes, c)
}

// take pairs x and y once and for all.
func (m *matcher) take(t Type, key Key, x, y *Statement) {
	m.change(t, key, x, y)
	delete(m.before, x.Subject)
	delete(m.after, y.Subject)
}

// same compares two statements of one subject.
func (m *matcher) same(x, y *Statement, a, b side) {
	if conditional(x) && conditional(y) && x.Condition != y.Condition && (leaves(x, y) || x.Condition == policy.None || y.Condition == policy.None) {
		m.change(Changed, ByCondition, x, y)
	}
	// A policy tells how data is obtained in few of the places that name it. A
	// source is gained or lost if a passage ties it to this data, and the other
	// policy tells sources of its own.
	switch taxonomy.Data(x.ID) {
	case taxonomy.DataAggregated, taxonomy.DataNonPersonal:
		return // made of other data
	}
	if len(x.Sources) > 0 && len(y.Sources) > 0 && !slices.Equal(x.Sources, y.Sources) &&
		a.ties(x, without(x.Sources, y.Sources)) && b.ties(y, without(y.Sources, x.Sources)) {
		m.change(Changed, BySources, x, y)
	}
}

// ties reports whether passages tie the data that x is about to all of sources,
// for the same people.
func (s side) ties(x *Statement, sources []taxonomy.Source) bool {
	return !slices.ContainsFunc(sources, func(source taxonomy.Source) bool {
		return !s.sources[origin{taxonomy.Data(x.ID), source, x.Region}]
	})
}

// without returns the elements of list that other has not.
func without[T comparable](list, other []T) (rest []T) {
	for _, x := range list {
		if !slices.Contains(other, x) {
			rest = append(rest, x)
		}
	}
	return rest
}

// conditional reports whether the condition of s can be compared: it is one of
// a known kind, and all mentions agree on it, for a condition that is made in
// one place of several says little. The conditions of rights, retention and
// other statements are part of what they are.
func conditional(s *Statement) bool {
	switch taxonomy.Facet(s.Kind) {
	case taxonomy.FacetData, taxonomy.FacetPurpose, taxonomy.FacetRecipient, taxonomy.FacetTechnology:
		return s.Condition != policy.Otherwise && s.uniform()
	}
	return false
}

// leaves reports whether one of two statements leaves the matter to the person.
func leaves(x, y *Statement) bool { return binding(x.Condition) || binding(y.Condition) }

func (m *matcher) polarities(before []*Statement) {
	for _, x := range before {
		opposite := x.Subject
		opposite.Polarity = !opposite.Polarity
		if y := m.after[opposite]; y != nil && m.before[x.Subject] != nil {
			m.take(Changed, ByPolarity, x, y)
		}
	}
}

// periods pairs each length of time with the nearest.
func (m *matcher) periods(before, after []*Statement) {
	type group struct{ a, b []*Statement }
	groups := map[Subject]*group{}
	at := func(s *Statement) *group {
		key := s.Subject
		key.Period = ""
		g := groups[key]
		if g == nil {
			g = new(group)
			groups[key] = g
		}
		return g
	}
	for _, x := range before {
		if x.Period != "" && m.before[x.Subject] != nil {
			g := at(x)
			g.a = append(g.a, x)
		}
	}
	for _, y := range after {
		if y.Period != "" && m.after[y.Subject] != nil {
			g := at(y)
			g.b = append(g.b, y)
		}
	}
	for _, g := range groups {
		for _, p := range nearest(g.a, g.b, func(s *Statement) float64 { return s.Period.Days() }, nil) {
			m.take(Changed, ByPeriod, p[0], p[1])
		}
	}
}

// descendants pairs concepts that one side states with their nearest ancestors
// that the other states in their place, for the same people and in the same
// sense. One concept can give way to several.
func (m *matcher) descendants(before, after []*Statement) {
	var taken []*Change
	pair := func(children []*Statement, here, there map[Subject]*Statement, t Type) {
		for _, c := range children {
			if here[c.Subject] == nil {
				continue
			}
			parent := nearestAncestor(c.Subject, there)
			if parent == nil {
				continue
			}
			ch := &Change{Type: t, Key: ByID, Before: *parent, After: *c}
			if t == Widened {
				ch.Before, ch.After = *c, *parent
			}
			taken = append(taken, ch)
		}
	}
	pair(after, m.after, m.before, Narrowed)
	pair(before, m.before, m.after, Widened)
	for _, c := range taken {
		m.changes = append(m.changes, *c)
		delete(m.before, c.Before.Subject)
		delete(m.after, c.After.Subject)
	}
}

// nearestAncestor returns the statement in list that is about the nearest
// ancestor of s; the ancestor of a named recipient is the same without its
// name.
func nearestAncestor(s Subject, list map[Subject]*Statement) *Statement {
	for {
		switch i := strings.LastIndexByte(s.ID, '.'); {
		case s.Name != "":
			s.Name = ""
		case i >= 0:
			s.ID = s.ID[:i]
		default:
			return nil
		}
		if x := list[s]; x != nil {
			return x
		}
	}
}

// regions pairs what is said of people with what is said of a part of them.
func (m *matcher) regions(before, after []*Statement) {
	var taken []Change
	pair := func(narrow []*Statement, here, there map[Subject]*Statement, mirrored bool) {
		for _, n := range narrow {
			if here[n.Subject] == nil {
				continue
			}
			for _, r := range wider(n.Region) {
				s := n.Subject
				s.Region = r
				w := there[s]
				if w == nil {
					continue
				}
				c := Change{Type: Changed, Key: ByRegion, Before: *w, After: *n}
				if mirrored {
					c.Before, c.After = c.After, c.Before
				}
				taken = append(taken, c)
				break
			}
		}
	}
	pair(after, m.after, m.before, false)
	pair(before, m.before, m.after, true)
	for _, c := range taken {
		m.changes = append(m.changes, c)
		delete(m.before, c.Before.Subject)
		delete(m.after, c.After.Subject)
	}
}

// wider returns the regions that include r, without r, from the nearest.
func wider(r policy.Region) []policy.Region {
	var list []policy.Region
	if country, _, ok := strings.Cut(string(r), "-"); ok {
		list = append(list, policy.Region(country))
	}
	if r != policy.EEA && policy.EEA.Includes(r) {
		list = append(list, policy.EEA)
	}
	if r != policy.Everybody {
		list = append(list, policy.Everybody)
	}
	return list
}

// renamed pairs a named recipient with itself under another concept.
func (m *matcher) renamed(before, after []*Statement) {
	type key struct {
		name     string
		polarity policy.Polarity
		region   policy.Region
	}
	of := func(s *Statement) key { return key{plain(s.Name), s.Polarity, s.Region} }
	left := map[key][]*Statement{}
	for _, x := range before {
		if x.Name != "" && m.before[x.Subject] != nil {
			left[of(x)] = append(left[of(x)], x)
		}
	}
	for _, y := range after {
		if y.Name == "" || m.after[y.Subject] == nil {
			continue
		}
		if xs := left[of(y)]; len(xs) > 0 {
			x := xs[0]
			left[of(y)] = xs[1:]
			if x.ID != y.ID {
				m.take(Changed, ByID, x, y)
				continue
			}
			// The same but for the spelling of the name.
			delete(m.before, x.Subject)
			delete(m.after, y.Subject)
		}
	}
}

// rest adds what no pair has, and returns all changes.
func (m *matcher) rest(before, after []*Statement) []Change {
	for _, x := range before {
		if m.before[x.Subject] != nil {
			m.change(Removed, "", x, nil)
		}
	}
	for _, y := range after {
		if m.after[y.Subject] != nil {
			m.change(Added, "", nil, y)
		}
	}
	return m.changes
}

// nearest pairs elements of a and b by the distance of their values, the
// smallest first; where like is given, those alike before all others. Groups
// beyond any real policy's are paired in their order instead, so that the time
// stays in proportion.
func nearest(a, b []*Statement, value func(*Statement) float64, like func(x, y *Statement) bool) [][2]*Statement {
	const most = 1 << 10
	if len(a) > most || len(b) > most || len(a)*len(b) > most {
		byValue := func(x, y *Statement) int {
			return cmp.Or(cmp.Compare(value(x), value(y)), x.Subject.compare(y.Subject))
		}
		a, b = slices.Clone(a), slices.Clone(b)
		slices.SortFunc(a, byValue)
		slices.SortFunc(b, byValue)
		var pairs [][2]*Statement
		for i := range min(len(a), len(b)) {
			pairs = append(pairs, [2]*Statement{a[i], b[i]})
		}
		return pairs
	}
	type candidate struct {
		x, y     *Statement
		alike    bool
		distance float64
	}
	var candidates []candidate
	for _, x := range a {
		for _, y := range b {
			d := value(x) - value(y)
			candidates = append(candidates, candidate{x, y, like != nil && like(x, y), max(d, -d)})
		}
	}
	slices.SortFunc(candidates, func(c, d candidate) int {
		cx, cy, dx, dy := c.x.Subject, c.y.Subject, d.x.Subject, d.y.Subject
		if cy.compare(cx) < 0 { // the order must not depend on the side
			cx, cy = cy, cx
		}
		if dy.compare(dx) < 0 {
			dx, dy = dy, dx
		}
		return cmp.Or(-compareBool(c.alike, d.alike), cmp.Compare(c.distance, d.distance), cx.compare(dx), cy.compare(dy))
	})
	paired := map[*Statement]bool{}
	var pairs [][2]*Statement
	for _, c := range candidates {
		if !paired[c.x] && !paired[c.y] {
			paired[c.x], paired[c.y] = true, true
			pairs = append(pairs, [2]*Statement{c.x, c.y})
		}
	}
	return pairs
}
