package tension

import (
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// rightWithheld finds rights that one sentence grants and another of the same
// people withholds. That requests can be refused in certain cases, and that a
// right holds under conditions, is no withholding.
func rightWithheld(r *reader, code Code) []Finding {
	var items []policy.Item
	for it := range r.p.FactsOf(taxonomy.FacetRight) {
		items = append(items, it)
	}
	var found []Finding
	for _, x := range items {
		no := r.withheld(x)
		if len(no) == 0 {
			continue
		}
		for _, y := range items {
			if x.Region != y.Region || !is(y.ID, x.ID) {
				continue
			}
			if a, b := apart(no, r.granted(y)); len(a) > 0 && len(b) > 0 {
				c := claim(x, a)
				c.Polarity = policy.No
				found = append(found, Finding{code, c, claim(y, b)})
			}
		}
	}
	return found
}

// withheld returns the mentions that deny a right, or name it in a sentence
// about what people may not do.
func (r *reader) withheld(it policy.Item) []policy.Mention {
	return r.rights(it, func(s *sentence) bool { return it.Polarity == policy.No || s.any(withholding) && s.any(entitling) })
}

// granted returns the mentions that grant a right.
func (r *reader) granted(it policy.Item) []policy.Mention {
	return r.rights(it, func(s *sentence) bool { return it.Polarity == policy.Yes && !s.any(negations) })
}

func (r *reader) rights(it policy.Item, test func(*sentence) bool) []policy.Mention {
	var list []policy.Mention
	for _, m := range it.Mentions {
		if m.Passage < 0 || m.Passage >= len(r.p.Passages) {
			continue
		}
		if s := r.sentence(m.Passage); !s.qualified && !s.minors && test(s) {
			list = append(list, m)
		}
	}
	return list
}
