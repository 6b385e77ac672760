package tension

import (
	"slices"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A practice is what facts of a facet say is done, and how sentences say so.
type practice struct {
	facet taxonomy.Facet
	verbs []string
}

var (
	collecting = practice{taxonomy.FacetData, taking}
	using      = practice{taxonomy.FacetPurpose, employing}
	tracking   = practice{taxonomy.FacetTechnology, employing}
	sharing    = practice{taxonomy.FacetRecipient, giving}
)

// denied finds concepts that are denied in one place and affirmed, they or
// their descendants, in another. Activity is too broad a word for that: logs of
// one service are not those of another.
func denied(do practice) func(*reader, Code) []Finding {
	return func(r *reader, code Code) []Finding {
		return r.conflicts(code, do, func(no, yes string) bool { return no != string(taxonomy.DataActivity) && is(yes, no) })
	}
}

// conflicts finds pairs of a denied concept and an affirmed one of the same
// people that clash.
func (r *reader) conflicts(code Code, do practice, clash func(no, yes string) bool) []Finding {
	var no, yes []policy.Item
	for it := range r.p.FactsOf(do.facet) {
		switch {
		case it.Name != "":
		case it.Polarity == policy.No:
			no = append(no, it)
		default:
			yes = append(yes, it)
		}
	}
	var found []Finding
	for _, n := range no {
		denials := r.denials(n, do)
		if len(denials) == 0 {
			continue
		}
		for _, y := range yes {
			if y.Region != n.Region || !clash(n.ID, y.ID) {
				continue
			}
			if a, b := r.against(denials, r.affirmations(y, do)); len(a) > 0 {
				found = append(found, Finding{code, claim(n, a), claim(y, b)})
			}
		}
	}
	return found
}

// denials returns the mentions that deny it without reserve: the organisation
// speaks of itself, there is no condition, exception or definition, the rule is
// not for children alone, and it is not limited to a purpose that is named
// after it nor, for recipients and purposes, to certain data.
func (r *reader) denials(it policy.Item, do practice) []policy.Mention {
	var list []policy.Mention
	for _, m := range it.Mentions {
		s := r.unreserved(m)
		if s == nil {
			continue
		}
		if ok, negated := says(r.clause(m), do.verbs); !ok || !negated {
			continue
		}
		if do.facet != taxonomy.FacetPurpose && len(r.has(m.Passage, taxonomy.FacetPurpose, m.Span.End)) > 0 {
			continue
		}
		switch do.facet {
		case taxonomy.FacetData:
			if len(r.has(m.Passage, taxonomy.FacetRecipient, 0)) > 0 {
				continue // not collected by others, or not for them
			}
		case taxonomy.FacetRecipient, taxonomy.FacetPurpose:
			if r.limited(m.Passage) || !s.any(personal) {
				continue
			}
		}
		if r.restricted(m) {
			continue
		}
		list = append(list, m)
	}
	return list
}

// unreserved returns the sentence of m if it is said without condition, exception or
// definition and not of children alone, nil otherwise.
func (r *reader) unreserved(m policy.Mention) *sentence {
	if m.Condition != policy.None || m.Passage < 0 || m.Passage >= len(r.p.Passages) {
		return nil
	}
	s := r.sentence(m.Passage)
	if s.qualified || s.consent || s.minors || s.any(unreal) {
		return nil
	}
	return s
}

// restricted reports whether the words after m say which of its kind is meant:
// "logs that contain names", "access to your device".
func (r *reader) restricted(m policy.Mention) bool {
	s, i := r.sentence(m.Passage), r.after(m)
	return i < len(s.list) && slices.Contains(restricting, s.list[i].text) ||
		i > 0 && slices.Contains(restricting, s.list[i-1].text)
}

// limited reports whether a passage speaks of certain data only.
func (r *reader) limited(passage int) bool {
	for _, f := range r.has(passage, taxonomy.FacetData, 0) {
		if f.ID != "activity" && f.ID != "contact" {
			return true
		}
	}
	return false
}

// affirmations returns the mentions that affirm it without leaving it to the
// person: what the organisation does, with data about people.
func (r *reader) affirmations(it policy.Item, do practice) []policy.Mention {
	var list []policy.Mention
	for _, m := range it.Mentions {
		s := r.unreserved(m)
		if s == nil {
			continue
		}
		if do.facet == taxonomy.FacetPurpose && !s.any(personal) {
			continue
		}
		clause := r.clause(m)
		if ok, negated := says(clause, do.verbs); !ok || negated {
			continue
		}
		if do.facet == taxonomy.FacetRecipient && !r.given(m, clause) {
			continue
		}
		list = append(list, m)
	}
	return list
}

// given reports whether a clause says that data is given to whom m names, not
// received from or used for them.
func (r *reader) given(m policy.Mention, clause []word) bool {
	end := r.after(m)
	before := r.sentence(m.Passage).list[max(0, end-4):end]
	if r.dutch {
		return slices.ContainsFunc(before, func(w word) bool { return w.text == "aan" || w.text == "met" })
	}
	for i := len(clause) - 1; i >= 0; i-- {
		switch w := clause[i].text; {
		case slices.Contains(giving, w):
			return true
		case slices.Contains(taken, w):
			return false
		}
	}
	return false
}

// against returns the denials and the affirmations that do not go together:
// without affirmations that are exceptions set out with the rule, and those in
// a sentence that says both.
//
// Of very many, the first are looked at: more would not change what is found.
func (r *reader) against(denials, affirmations []policy.Mention) (a, b []policy.Mention) {
	const most = 32
	denials, affirmations = denials[:min(len(denials), most)], affirmations[:min(len(affirmations), most)]
	for _, y := range affirmations {
		for _, n := range denials {
			if r.follows(n.Passage, y.Passage) {
				continue
			}
			if !slices.Contains(a, n) {
				a = append(a, n)
			}
			if len(b) == 0 || b[len(b)-1] != y {
				b = append(b, y)
			}
		}
	}
	slices.SortFunc(a, func(x, y policy.Mention) int { return x.Span.Compare(y.Span) })
	return a, b
}

// sharingDenied finds refusals to give data to third parties beside statements
// that it is given to third parties or partners. Providers, the group,
// authorities and successors are left out: policies and the GDPR (Art. 4(10))
// do not count providers as third parties, and the others are mostly exceptions.
func sharingDenied(r *reader, code Code) []Finding {
	return r.conflicts(code, sharing, covers)
}

// covers reports whether who is refused under one id includes those of another.
// Partners are third parties, though not below them in the taxonomy.
func covers(refused, id string) bool {
	if is(id, string(taxonomy.RecipientThirdPartyChosen)) {
		return false
	}
	return is(id, refused) || refused == string(taxonomy.RecipientThirdParty) && is(id, string(taxonomy.RecipientPartner))
}

// narrowing finds concepts that are denied in one place while an ancestor is
// affirmed in another without a word of the exception. Activity is too broad a
// word here as well.
func narrowing(r *reader, code Code) []Finding {
	var found []Finding
	for _, do := range []practice{collecting, sharing, using} {
		found = append(found, r.conflicts(code, do, func(no, yes string) bool {
			return no != yes && yes != string(taxonomy.DataActivity) && is(no, yes)
		})...)
	}
	return found
}
