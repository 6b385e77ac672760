package compare

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// records compares the records of one kind.
func records(kind Kind, a, b side) []Change {
	m := matcher{before: index(a.of(kind)), after: index(b.of(kind))}
	before, after := a.of(kind), b.of(kind)
	switch kind {
	case Controller:
		m.match(before, after, "", func(s *Statement) Subject { return Subject{Name: entity(s.Name), Role: s.Role, Region: s.Region} })
		m.match(before, after, ByRegion, func(s *Statement) Subject { return Subject{Name: entity(s.Name), Role: s.Role} })
		m.match(before, after, ByRole, func(s *Statement) Subject { return Subject{Name: entity(s.Name), Region: s.Region} })
		m.match(before, after, ByName, func(s *Statement) Subject {
			if s.Role == policy.Operator { // mere addresses replace nobody
				return Subject{}
			}
			return Subject{Role: s.Role, Region: s.Region}
		})
	case Contact:
		m.match(before, after, "", func(s *Statement) Subject {
			return Subject{Type: s.Type, Value: contact(s), Role: s.Role, Region: s.Region}
		})
		m.match(before, after, ByRegion, func(s *Statement) Subject { return Subject{Type: s.Type, Value: contact(s), Role: s.Role} })
		m.match(before, after, ByRole, func(s *Statement) Subject { return Subject{Type: s.Type, Value: contact(s)} })
		m.match(before, after, ByValue, place)
		m.moved(before, after)
	case Transfer:
		m.match(before, after, "", func(s *Statement) Subject { return Subject{Country: s.Country, Localised: s.Localised} })
		m.match(before, after, ByLocalisation, func(s *Statement) Subject { return Subject{Country: s.Country} })
	case Children:
		m.match(before, after, "", func(s *Statement) Subject { return Subject{Age: s.Age} })
		m.ages(a, b)
	}
	return m.rest(before, after)
}

// match pairs what is left on both sides under the same key; where several are,
// in their order. The pairs differ in a property; for "" they are the same but
// for spelling, and for parties but for a country that one side does not state.
func (m *matcher) match(before, after []*Statement, property Key, key func(*Statement) Subject) {
	left := map[Subject][]*Statement{}
	for _, x := range before {
		if m.before[x.Subject] != nil {
			left[key(x)] = append(left[key(x)], x)
		}
	}
	for _, y := range after {
		xs := left[key(y)]
		if m.after[y.Subject] == nil || len(xs) == 0 || key(y) == (Subject{}) {
			continue
		}
		x := xs[0]
		left[key(y)] = xs[1:]
		switch {
		case property != "":
			m.take(Changed, property, x, y)
		case x.Kind == Controller && x.Country != y.Country && x.Country != "" && y.Country != "":
			m.take(Changed, ByCountry, x, y)
		default:
			delete(m.before, x.Subject)
			delete(m.after, y.Subject)
		}
	}
}

// words returns the words of s in lower case: runs of letters and digits.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// entity returns a party's name for comparison. Legal forms are spelled in many
// ways, "Co., Ltd." and "Co Ltd", "B.V." and "BV".
func entity(name string) string { return strings.Join(words(name), "") }

// contact returns a contact's value for comparison.
func contact(s *Statement) string {
	v := strings.ToLower(strings.Join(strings.Fields(s.Value), " "))
	switch s.Type {
	case policy.URL:
		_, rest, ok := strings.Cut(v, "://")
		if ok {
			v = rest
		}
		return strings.TrimSuffix(strings.TrimPrefix(v, "www."), "/")
	case policy.Phone:
		return strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return r
			}
			return -1
		}, v)
	case policy.Email:
		return v
	}
	return plain(v)
}

// place is a key for contacts that are another form of one: links within one
// site.
func place(s *Statement) Subject {
	if s.Type != policy.URL {
		return Subject{}
	}
	host, path, _ := strings.Cut(contact(s), "/")
	// A link keeps most of its path when it is translated or updated.
	last := path[strings.LastIndexByte(path, '/')+1:]
	return Subject{Type: s.Type, Value: host + "/" + last}
}

// moved pairs postal addresses that share at least half of their words.
func (m *matcher) moved(before, after []*Statement) {
	const most = 64 // addresses of a side; more are no policy's
	gather := func(list []*Statement, left map[Subject]*Statement) (out []*Statement) {
		for _, s := range list {
			if s.Type == policy.Address && left[s.Subject] != nil && len(out) < most {
				out = append(out, s)
			}
		}
		return out
	}
	a, b := gather(before, m.before), gather(after, m.after)
	type candidate struct {
		x, y  *Statement
		share float64
	}
	var candidates []candidate
	for _, x := range a {
		for _, y := range b {
			if share := overlap(words(x.Value), words(y.Value)); share >= 0.5 {
				candidates = append(candidates, candidate{x, y, share})
			}
		}
	}
	slices.SortFunc(candidates, func(c, d candidate) int {
		cx, cy, dx, dy := c.x.Subject, c.y.Subject, d.x.Subject, d.y.Subject
		if cy.compare(cx) < 0 {
			cx, cy = cy, cx
		}
		if dy.compare(dx) < 0 {
			dx, dy = dy, dx
		}
		return cmp.Or(-cmp.Compare(c.share, d.share), cx.compare(dx), cy.compare(dy))
	})
	for _, c := range candidates {
		if m.before[c.x.Subject] != nil && m.after[c.y.Subject] != nil {
			m.take(Changed, ByValue, c.x, c.y)
		}
	}
}

// overlap returns the share of words that two lists have in common, from 0 to
// 1 (the coefficient of Dice).
func overlap(x, y []string) float64 {
	if len(x)+len(y) == 0 {
		return 0
	}
	counts := map[string]int{}
	for _, w := range x {
		counts[w]++
	}
	n := 0
	for _, w := range y {
		if counts[w] > 0 {
			counts[w]--
			n++
		}
	}
	return 2 * float64(n) / float64(len(x)+len(y))
}

// ages pairs age thresholds that mean the same, the nearest first: those of
// sentences on not collecting data of children with each other.
func (m *matcher) ages(a, b side) {
	refusing := func(s side) map[int]bool {
		passages := map[int]bool{}
		for it := range policy.Says(s.p, taxonomy.StatementChildrenNoKnowingCollection) {
			for _, mention := range it.Mentions {
				passages[mention.Passage] = true
			}
		}
		return passages
	}
	ra, rb := refusing(a), refusing(b)
	refuses := func(s *Statement, passages map[int]bool) bool {
		return slices.ContainsFunc(s.mentions, func(x policy.Mention) bool { return passages[x.Passage] })
	}
	left := func(list []*Statement, in map[Subject]*Statement) (out []*Statement) {
		for _, s := range list {
			if in[s.Subject] != nil {
				out = append(out, s)
			}
		}
		return out
	}
	pairs := nearest(left(a.of(Children), m.before), left(b.of(Children), m.after),
		func(s *Statement) float64 { return float64(s.Age) },
		func(x, y *Statement) bool { return refuses(x, ra) && refuses(y, rb) })
	for _, p := range pairs {
		m.take(Changed, ByAge, p[0], p[1])
	}
}
