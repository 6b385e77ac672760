package reading

import (
	"slices"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/taxonomy"
)

// choose keeps, of the marks of one kind, the longest where one lies within
// another, and drops those whose conditions do not hold.
func (s *sentence) choose() {
	if !s.holdsFacts() {
		return
	}
	var until [lexicon.Kinds]int32 // word after the last mark kept, by kind
	var from [lexicon.Kinds]int32
	n, facts := 0, s.facts
	s.gone = s.gone[:0]
	for i := range facts {
		m := &facts[i]
		if e, k := m.Entry, m.Entry.Kind; k < lexicon.Cue {
			if !e.Holds(&s.cues, s.kinds) || m.Last < until[k] && !(m.First == from[k] && m.Last == until[k]-1) || m.Last > m.First && s.apart(m) {
				continue
			}
			if !e.Gap && m.Last >= until[k] {
				from[k], until[k] = m.First, m.Last+1
			}
			if k == lexicon.Right || e.Gap && (k == lexicon.Data || k == lexicon.Purpose && e.Verb) {
				s.gone = append(s.gone, n)
			}
		}
		facts[n] = *m
		n++
	}
	s.facts = facts[:n]
	if len(s.gone) > 0 {
		s.specialise()
	}
}

// specialise drops the marks that others tell more of, of those at s.gone. All of
// them are asked before any goes, as the answer for one may depend on the others.
func (s *sentence) specialise() {
	n := 0
	for _, i := range s.gone {
		if s.outdone(i) {
			s.gone[n] = i
			n++
		}
	}
	for n > 0 {
		n--
		s.facts = slices.Delete(s.facts, s.gone[n], s.gone[n]+1)
	}
}

// outdone reports whether another mark tells more than mark i.
func (s *sentence) outdone(i int) bool {
	m, rest := &s.facts[i], s.facts[i+1:]
	switch m.Entry.Kind {
	case lexicon.Data:
		return s.sameHead(m, rest)
	case lexicon.Right:
		return s.narrower(m)
	}
	return specialised(m, rest)
}

// apart reports whether the words of m do not belong together: a comma or colon
// parts two of them, "a session, cookies", "usage statistics, and links", m
// reaches into or out of brackets, "information about access (such as hardware",
// or beyond its clause or another verb.
func (s *sentence) apart(m *lexicon.Mark) bool {
	e, parts := m.Entry, words.Comma
	switch e.Kind {
	case lexicon.Purpose:
		if e.Gap {
			return s.straddles(m) || s.runsOn(m)
		}
		if e.Verb {
			return false
		}
	case lexicon.Data, lexicon.Recipient, lexicon.Technology:
		if e.Gap {
			return s.seps&(words.Open|words.Close) != 0 && s.unbalanced(m)
		}
		if e.Name != "" && m.Last > m.First+1 {
			return s.parted(m)
		}
		if e.Kind != lexicon.Technology {
			parts |= words.Colon // but "Functional: cookies that …"
		}
	default:
		return false
	}
	return m.Last == m.First+1 && s.ws[m.Last].Before&parts != 0
}

// straddles reports whether m begins in a condition or an aim and ends beyond
// it: "when you use our services, you provide …" provides no services.
func (s *sentence) straddles(m *lexicon.Mark) bool {
	c := s.clauseOf(m.First)
	if c.aim && c.last <= m.First+1 && s.marksCue(c.last+1, lexicon.CueBreak) {
		return false // "to see which pages you visit"
	}
	return (c.conditional || c.aim) && m.Last > c.last
}

// runsOn reports whether m, a verb and its object with a gap between them,
// reaches over another verb with an object of its own: "providing our services,
// answering questions about offers".
func (s *sentence) runsOn(m *lexicon.Mark) bool {
	form := s.ws[m.First].Form & (words.Gerund | words.Base)
	if form == 0 || !m.Entry.Verb {
		return false
	}
	for i := m.First + 2; i < m.Last; i++ {
		if s.ws[i].Before&words.Comma != 0 && s.ws[i].Form&form != 0 && s.lex.Verb(s.ws[i]) && !s.lex.Verb(s.ws[i-1]) {
			return true
		}
	}
	return false
}

// parted reports whether a comma stands within m.
func (s *sentence) parted(m *lexicon.Mark) bool {
	return slices.ContainsFunc(s.ws[m.First+1:m.Last+1], func(w words.Word) bool { return w.Before&words.Comma != 0 })
}

// unbalanced reports whether m has one bracket of a pair, and not all that
// stands between them.
func (s *sentence) unbalanced(m *lexicon.Mark) bool {
	depth := 0
	for _, w := range s.ws[m.First+1 : m.Last+1] {
		if w.Before&words.Open != 0 {
			depth++
		}
		if w.Before&words.Close != 0 {
			depth--
		}
	}
	next := int(m.Last) + 1
	return depth != 0 && !(depth == 1 && (next == len(s.ws) || s.ws[next].Before&words.Close != 0))
}

// specialised reports whether the object of m, a verb with a general object,
// names or begins something more special: "provide … services" around "map
// services", "show ads" before "ads that match your interests". The marks
// behind m are rest.
func specialised(m *lexicon.Mark, rest []lexicon.Mark) bool {
	for k := range rest {
		o := &rest[k]
		if o.First > m.Last {
			break
		}
		if o.Entry.Kind == lexicon.Purpose && o.First > m.First && o.Entry.ID != m.Entry.ID &&
			(o.Last == m.Last && !o.Entry.Verb || taxonomy.Purpose(o.Entry.ID).Is(taxonomy.Purpose(m.Entry.ID))) {
			return true
		}
	}
	return false
}

// sameHead reports whether the last word of m, data named by words apart, ends
// the name of a child of it: "your .. location" around "approximate location".
// The marks behind m are rest.
func (s *sentence) sameHead(m *lexicon.Mark, rest []lexicon.Mark) bool {
	for k := range rest {
		o := &rest[k]
		if o.First > m.Last {
			break
		}
		if o.Entry.Kind == lexicon.Data && o.Last == m.Last && o.First > m.First && isChild(o.Entry.ID, m.Entry.ID) && !s.joins(int(o.First)-1) {
			return true
		}
	}
	return false
}

// narrower reports whether a mark that overlaps m is of a child of its concept:
// "object to direct marketing" around "you may object", unless it is an example
// of the whole: "object to processing, including that for direct marketing".
func (s *sentence) narrower(m *lexicon.Mark) bool {
	for k := range s.facts {
		o := &s.facts[k]
		if o.First > m.Last {
			break
		}
		if o.Last >= m.First && o.Entry.Kind == m.Entry.Kind && isChild(o.Entry.ID, m.Entry.ID) && !s.cuedFrom(lexicon.CueSuch, m.Last+1, o.Last) {
			return true
		}
	}
	return false
}

// isChild reports whether id is of a concept below that of parent.
func isChild(id, parent string) bool {
	return len(id) > len(parent) && id[len(parent)] == '.' && id[:len(parent)] == parent
}
