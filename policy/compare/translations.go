package compare

import (
	"slices"
	"strings"
	"unicode"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Verdict tells what kind of difference between two translations a change is.
type Verdict string

// The verdicts.
const (
	// Omitted: the other text has no passage about it.
	Omitted Verdict = "omitted"
	// Dropped: the other text has the passage without these words.
	Dropped Verdict = "dropped"
	// Differs: both texts speak of it, and say different things.
	Differs Verdict = "differs"
	// Unclear: the corresponding passage of the other text has words that were
	// not understood and may say it, or says it of other people.
	Unclear Verdict = "unclear"
)

// Translations returns the differences between a policy in one language and the
// same policy in another: what one says and the other does not, before being a
// and after being b. Each change has a Verdict, which comes from the passages
// of the other text that correspond to the evidence: passages correspond if
// they state the same facts. Changes whose Verdict is Unclear are more often
// gaps in the reading than in the translation; a report of what the texts say
// leaves them out.
//
// Conditions, sources, titles, headings and the wording of addresses are not compared:
// languages express them too differently. Otherwise it is as Versions.
func Translations(a, b *policy.Policy) []Change {
	changes := slices.DeleteFunc(differences(a, b), func(c Change) bool {
		switch s := c.side(); {
		case c.Key == ByLanguage, c.Key == ByTitle, c.Key == BySection, c.Key == ByCondition, c.Key == BySources:
			return true
		case s.Kind == Kind(taxonomy.FacetSource), s.Kind == Kind(taxonomy.FacetSubject):
			return true
		case c.Key == ByValue && s.Type == policy.Address:
			return digits(c.Before.Value) == digits(c.After.Value)
		}
		return false
	})
	corr := correspond(a, b)
	for i := range changes {
		corr.judge(&changes[i])
	}
	return sorted(changes)
}

// digits returns the digits of s, which tell addresses apart in any language.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// judge sets the verdict of c, and its grade where that depends on it.
func (r *correspondence) judge(c *Change) {
	if c.side().Kind == Document {
		c.Verdict = Differs
		if c.From() == "" || c.To() == "" {
			c.Verdict = Omitted
		}
		if c.Key == ByUpdated {
			c.Grade, c.Why = Material, "readers of the two texts do not learn the same date"
		}
		return
	}
	switch {
	case c.Type == Added:
		c.Verdict, c.Counterpart = r.b.missing(&c.After, r.a, r.ratio)
	case c.Type == Removed:
		c.Verdict, c.Counterpart = r.a.missing(&c.Before, r.b, 1/r.ratio)
	case c.Key == ByRegion, c.Type != Changed:
		// Each side lacks what the other says.
		x, _ := r.a.missing(&c.Before, r.b, 1/r.ratio)
		y, _ := r.b.missing(&c.After, r.a, r.ratio)
		switch {
		case c.Type != Changed && r.meet(&c.Before, &c.After):
			c.Verdict = Differs
		case x == Unclear || y == Unclear:
			c.Verdict = Unclear
		default:
			c.Verdict = Differs
		}
	default:
		c.Verdict = Differs
	}
}

// meet reports whether a mention of x and one of y stand in passages that
// correspond.
func (r *correspondence) meet(x, y *Statement) bool {
	in := map[int]bool{}
	for _, m := range y.mentions {
		in[m.Passage] = true
	}
	return slices.ContainsFunc(x.mentions, func(m policy.Mention) bool {
		q, ok := r.a.counterpart(m.Passage)
		return ok && in[q]
	})
}

// missing judges a statement of t that the other text lacks. Ratio is how many
// letters t has for one of the other, where they say the same.
func (t *text) missing(s *Statement, other *text, ratio float64) (Verdict, []policy.Span) {
	const most = 16 // mentions to look at; more tell nothing new
	verdict := Omitted
	var spans []policy.Span
	// Records are found by their form, whatever stands around them.
	_, fact := s.Kind.Facet()
	elsewhere := other.topical[topicOf(s)]
	for i, m := range s.mentions {
		if i == most {
			break
		}
		q, ok := t.counterpart(m.Passage)
		if !ok {
			if gap, hidden := t.gap(m.Passage, other, ratio); fact && hidden {
				return Unclear, gap
			}
			continue
		}
		spans = append(spans, other.p.Passages[q].Span)
		if fact && (elsewhere || t.within(m, s) || t.unread(m, q, other, ratio)) {
			return Unclear, spans[len(spans)-1:]
		}
		verdict = Dropped
	}
	slices.SortFunc(spans, policy.Span.Compare)
	return verdict, slices.Compact(spans)
}
