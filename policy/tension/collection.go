package tension

import (
	"slices"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// collectionDenied finds sentences that refuse to collect any personal data
// beside data of some kind that is collected. Personal data in general is no
// concept of the taxonomy, so the refusal is read from the passages.
func collectionDenied(r *reader, code Code) []Finding {
	var refusals []policy.Mention
	for i := range r.p.Passages {
		p := &r.p.Passages[i]
		if p.Reading == policy.SetAside || p.Reading == policy.OutOfScope || len(p.Text) > 200 {
			continue // a refusal to collect anything is short
		}
		if text := strings.ToLower(p.Text); !strings.Contains(text, "personal") && !strings.Contains(text, "persoon") {
			continue
		}
		if r.refuses(i) {
			refusals = append(refusals, policy.Mention{Span: p.Span, Passage: i})
		}
	}
	if len(refusals) == 0 {
		return nil
	}
	var first *Finding
	for y := range r.p.FactsOf(taxonomy.FacetData) {
		if y.Polarity == policy.No || y.Region != policy.Everybody {
			continue
		}
		switch taxonomy.Data(y.ID) {
		case taxonomy.DataNonPersonal, taxonomy.DataAggregated:
			continue
		}
		a, b := r.against(refusals, r.affirmations(y, collecting))
		if len(a) == 0 {
			continue
		}
		f := Finding{code, Claim{Facet: taxonomy.FacetData, Polarity: policy.No, Mentions: a}, claim(y, b)}
		if first == nil || f.Second.compare(&first.Second) < 0 {
			first = &f
		}
	}
	if first == nil {
		return nil
	}
	return []Finding{*first}
}

// refuses reports whether a passage says that the organisation collects no
// personal data, and nothing else.
func (r *reader) refuses(passage int) bool {
	s := r.sentence(passage)
	if s.qualified || s.consent || s.minors || s.any(unreal) || len(r.has(passage, taxonomy.FacetRecipient, 0)) > 0 {
		return false
	}
	for i := 1; i < len(s.list); i++ {
		pair := s.list[i-1].text + " " + s.list[i].text
		start, end := i-1, i+1
		switch {
		case pair == "personal data", pair == "personal information", pair == "persoonlijke gegevens":
		case s.list[i].text == "persoonsgegevens":
			start = i
		default:
			continue
		}
		if slices.ContainsFunc(s.list[end:], func(w word) bool { return !slices.Contains(alone, w.text) }) {
			return false
		}
		clause := s.list[max(0, start-8):start]
		if r.dutch {
			clause = s.list[max(0, start-8):]
		}
		ok, negated := says(clause, taking)
		return ok && negated
	}
	return false
}
