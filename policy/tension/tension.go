package tension

import (
	"cmp"
	"slices"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Finding is a pair of statements of one policy that do not go together.
type Finding struct {
	Code   Code
	First  Claim // what is promised, denied or restricted
	Second Claim // what it does not go with
}

// A Claim is what one side of a finding says, and where.
type Claim struct {
	Facet    taxonomy.Facet // "" for an age
	ID       string         // of a concept of Facet; "" for personal data in general
	Name     string         // of a named recipient
	Polarity policy.Polarity
	Region   policy.Region
	Age      int              // in years, where Facet is ""
	Mentions []policy.Mention // those that do not go with the other side, in text order
}

// Find returns the findings in p, in the order of [Kinds], then of the text.
// There is at most one finding of each code about the same two claims. The time
// is linear in the size of p but for sorting.
func Find(p *policy.Policy) []Finding {
	r := newReader(p)
	var found []Finding
	for _, kind := range kinds {
		found = append(found, sorted(kind.find(r, kind.Code))...)
	}
	return found
}

// sorted orders findings of one code by the text.
func sorted(found []Finding) []Finding {
	slices.SortFunc(found, func(x, y Finding) int {
		return cmp.Or(x.First.compare(&y.First), x.Second.compare(&y.Second))
	})
	return found
}

func (c *Claim) compare(d *Claim) int {
	return cmp.Or(
		c.Mentions[0].Span.Compare(d.Mentions[0].Span),
		cmp.Compare(c.ID, d.ID),
		cmp.Compare(c.Name, d.Name),
		cmp.Compare(c.Region, d.Region),
		cmp.Compare(c.Age, d.Age),
	)
}

// claim returns it as a claim that is made in some of its mentions.
func claim(it policy.Item, mentions []policy.Mention) Claim {
	return Claim{Facet: it.Facet, ID: it.ID, Name: it.Name, Polarity: it.Polarity, Region: it.Region, Mentions: mentions}
}
