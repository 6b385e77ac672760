package jurisdiction

import (
	"slices"
	"strconv"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// What stands together in a text, and where its date stands.

// datePassage finds where the text states its date: in the first passage that has
// the year and the day of the month as words.
func (x *index) datePassage(d policy.Date) []policy.Mention {
	year, day := strconv.Itoa(d.Year), strconv.Itoa(d.Day)
	for i := range x.p.Passages {
		text := x.p.Passages[i].Text
		if at := strings.Index(text, year); at >= 0 && (hasNumber(text, day) || hasNumber(text, "0"+day)) && hasNumber(text, year) {
			return []policy.Mention{{Span: x.p.Passages[i].Span, Passage: i}}
		}
	}
	return nil
}

// hasNumber reports whether n stands in text and is not a part of a longer number.
func hasNumber(text, n string) bool {
	digit := func(b byte) bool { return '0' <= b && b <= '9' }
	for at := 0; ; {
		i := strings.Index(text[at:], n)
		if i < 0 {
			return false
		}
		at += i
		end := at + len(n)
		if (at == 0 || !digit(text[at-1])) && (end == len(text) || !digit(text[end])) {
			return true
		}
		at = end
	}
}

// proveFlow finds the flows that tie two things together.
func (x *index) proveFlow(q *proof, t *token) {
	for i := range x.p.Flows {
		f := &x.p.Flows[i]
		if !inFlow(f, &t.args[0]) || !inFlow(f, &t.args[1]) {
			continue
		}
		x.see(q, t, f.Region, false, x.mentionsOf(f.Span))
	}
}

func inFlow(f *policy.Flow, t *token) bool {
	switch t.facet {
	case taxonomy.FacetData:
		return inList(f.Data, t)
	case taxonomy.FacetSource:
		return inList(f.Sources, t)
	case taxonomy.FacetPurpose:
		return inList(f.Purposes, t)
	case taxonomy.FacetRecipient:
		return inList(f.Recipients, t)
	case taxonomy.FacetLegalBasis:
		return inList(f.LegalBases, t)
	}
	return false
}

func inList[T taxonomy.ID](list []T, t *token) bool {
	return slices.ContainsFunc(list, func(id T) bool { return t.matches(string(id)) })
}

// mentionsOf returns a mention for each passage that has a part of a span.
func (x *index) mentionsOf(s policy.Span) []policy.Mention {
	i, found := slices.BinarySearchFunc(x.p.Passages, s.Start, func(p policy.Passage, at int) int { return p.Span.Start - at })
	if !found && i > 0 {
		i--
	}
	var ms []policy.Mention
	for ; i < len(x.p.Passages) && x.p.Passages[i].Span.Start < s.End; i++ {
		p := x.p.Passages[i].Span
		part := policy.Span{Start: max(p.Start, s.Start), End: min(p.End, s.End)}
		if part.Start < part.End {
			ms = append(ms, policy.Mention{Span: part, Passage: i})
		}
	}
	return ms
}

// proveTogether finds what stands in one passage, or one section, with something
// else.
func (x *index) proveTogether(q *proof, t *token) {
	place := func(m policy.Mention) (int, bool) {
		if m.Passage < 0 || m.Passage >= len(x.p.Passages) {
			return 0, false
		}
		if t.kind == "passage" {
			return m.Passage, true
		}
		return x.p.Passages[m.Passage].Section, true
	}
	first := map[int]policy.Mention{}
	x.mentions(&t.args[0], func(m policy.Mention) {
		if at, ok := place(m); ok {
			if _, seen := first[at]; !seen {
				first[at] = m
			}
		}
	})
	x.mentions(&t.args[1], func(m policy.Mention) {
		at, ok := place(m)
		if a, both := first[at]; ok && both {
			delete(first, at)
			q.strength = Whole
			q.evidence = append(q.evidence, a, m)
		}
	})
}

// mentions calls f for each mention of what a token reads that counts in the
// jurisdiction.
func (x *index) mentions(t *token, f func(policy.Mention)) {
	each := func(region policy.Region, ms []policy.Mention) {
		if x.extent(region) > None {
			for _, m := range ms {
				f(m)
			}
		}
	}
	switch t.kind {
	case "fact":
		for _, it := range x.facts[t.facet] {
			if t.matches(it.ID) && !it.Denied() {
				each(it.Region, it.Mentions)
			}
		}
	case "ctc":
		for i := range x.p.Contacts {
			if c := &x.p.Contacts[i]; c.Type != policy.Person {
				each(c.Region, c.Mentions)
			}
		}
	}
}
