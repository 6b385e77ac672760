package main

import (
	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A requirement is what a reader asks of policies. Those of law are in package
// jurisdiction; this is how to ask something of one's own, with the same statuses.
type requirement struct {
	text  string
	judge func(*policy.Policy) (jurisdiction.Status, []policy.Mention)
}

// requirements are those of an invented buyer of games.
var requirements = []requirement{
	{"says that some data is kept for 90 days at most", keepsBriefly},
	{"says that data is not sold", saysNoSale},
}

// keepsBriefly looks for a fixed period of at most 90 days. A text that says nothing
// of retention does not meet it; of one that could not be read, nobody can tell.
func keepsBriefly(p *policy.Policy) (jurisdiction.Status, []policy.Mention) {
	for _, r := range p.Retention {
		if !r.Denied() && r.Period.Valid() && r.Period.Days() <= 90 {
			return jurisdiction.Met, r.Mentions
		}
	}
	return unless(p, taxonomy.FacetRetention)
}

// saysNoSale tells what the text says the opposite of from what it leaves out.
func saysNoSale(p *policy.Policy) (jurisdiction.Status, []policy.Mention) {
	for item := range policy.Says(p, taxonomy.StatementSaleNo) {
		return jurisdiction.Met, item.Mentions
	}
	for item := range policy.Says(p, taxonomy.StatementSaleYes) {
		return jurisdiction.Denied, item.Mentions
	}
	return unless(p, taxonomy.FacetStatement)
}

// unless is the status where no fact of a facet serves.
func unless(p *policy.Policy, facet taxonomy.Facet) (jurisdiction.Status, []policy.Mention) {
	if p.Answer(facet) == policy.Unclear {
		return jurisdiction.CannotTell, nil
	}
	return jurisdiction.NotFound, nil
}
