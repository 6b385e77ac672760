package policy

import (
	"cmp"
	"iter"
	"slices"
)

// An Occurrence is one mention and what is mentioned there: exactly one of
// Item (where its Fact is not nil), Party, Contact, Transfer and Child is set.
// It points into the policy that it comes from.
type Occurrence struct {
	Mention
	Item     Item
	Party    *Party
	Contact  *Contact
	Transfer *Transfer
	Child    *ChildAge
}

// Occurrences yields all mentions of facts and records in text order: by
// start, then by end. At the same place facts come first, in the order of
// [Policy.Facts], then parties, contacts, transfers and ages.
func (p *Policy) Occurrences() iter.Seq[Occurrence] {
	return func(yield func(Occurrence) bool) {
		// A subject is an occurrence still without its mention; a place is a
		// mention and the index of its subject.
		type place struct {
			*Mention
			subject int
		}
		var subjects []Occurrence
		var places []place
		add := func(o Occurrence, mentions []Mention) {
			subjects = append(subjects, o)
			for i := range mentions {
				places = append(places, place{&mentions[i], len(subjects) - 1})
			}
		}
		for it := range p.Facts() {
			add(Occurrence{Item: it}, it.Mentions)
		}
		for i := range p.Parties {
			add(Occurrence{Party: &p.Parties[i]}, p.Parties[i].Mentions)
		}
		for i := range p.Contacts {
			add(Occurrence{Contact: &p.Contacts[i]}, p.Contacts[i].Mentions)
		}
		for i := range p.Transfers {
			add(Occurrence{Transfer: &p.Transfers[i]}, p.Transfers[i].Mentions)
		}
		for i := range p.Children {
			add(Occurrence{Child: &p.Children[i]}, p.Children[i].Mentions)
		}
		slices.SortFunc(places, func(a, b place) int {
			if c := a.Span.Compare(b.Span); c != 0 {
				return c
			}
			return cmp.Compare(a.subject, b.subject)
		})
		for _, pl := range places {
			o := subjects[pl.subject]
			o.Mention = *pl.Mention
			if !yield(o) {
				return
			}
		}
	}
}

// Words returns the words of m, from the text of its passage. It returns "" if
// p has no such place.
func (p *Policy) Words(m Mention) string {
	if m.Passage < 0 || m.Passage >= len(p.Passages) {
		return ""
	}
	return p.Passages[m.Passage].words(m.Span)
}

// words returns the part of p's text at s, a span of the whole text.
func (p *Passage) words(s Span) string {
	if !p.Span.Contains(s) {
		return ""
	}
	return Span{s.Start - p.Span.Start, s.End - p.Span.Start}.Text(p.Text)
}

// SectionOf returns the innermost section that m stands in, if any.
func (p *Policy) SectionOf(m Mention) (Section, bool) {
	if m.Passage < 0 || m.Passage >= len(p.Passages) {
		return Section{}, false
	}
	i := p.Passages[m.Passage].Section
	if i < 0 || i >= len(p.Sections) {
		return Section{}, false
	}
	return p.Sections[i], true
}
