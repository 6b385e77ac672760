package main

import (
	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// An invented buyer of games asks for more than the law does. What the notation of
// package jurisdiction can say is a Requirement.
var asked = []jurisdiction.Requirement{
	{
		Provision: jurisdiction.Provision{ID: "buyer-sale", Jurisdiction: jurisdiction.EEA, Text: "whether data is sold"},
		Need:      jurisdiction.Mandatory, Evidence: "stmt:sale",
	},
	{
		Provision: jurisdiction.Provision{ID: "buyer-couriers", Jurisdiction: jurisdiction.EEA, Text: "which data couriers get"},
		Need:      jurisdiction.Conditional, Condition: "there are couriers", When: "rcpt:provider.delivery",
		Evidence: "flow(data rcpt:provider.delivery) | ~rcpt:provider.delivery",
	},
}

// briefly is a requirement that keepsBriefly judges: the notation knows that there
// is a period, and not how long it is.
var briefly = jurisdiction.Requirement{
	Provision: jurisdiction.Provision{ID: "buyer-90-days", Jurisdiction: jurisdiction.EEA, Text: "that some data is kept for 90 days at most"},
	Need:      jurisdiction.Mandatory,
}

// assess holds a policy against the law of the EEA and what the buyer asks.
func assess(p *policy.Policy, on policy.Date) (*jurisdiction.Assessment, error) {
	a, err := jurisdiction.Assess(p, jurisdiction.EEA, on)
	if err != nil {
		return nil, err
	}
	for _, r := range asked {
		v, err := r.Judge(p, on)
		if err != nil {
			return nil, err
		}
		a.Verdicts = append(a.Verdicts, v)
	}
	a.Verdicts = append(a.Verdicts, keepsBriefly(p))
	return a, nil
}

// keepsBriefly looks for a fixed period of at most 90 days. A text that says nothing
// of retention does not meet it; of one that could not be read, nobody can tell.
func keepsBriefly(p *policy.Policy) jurisdiction.Verdict {
	v := jurisdiction.Verdict{Requirement: briefly, Status: jurisdiction.NotFound, Why: "no such period is stated"}
	if p.Answer(taxonomy.FacetRetention) == policy.Unclear {
		v.Status, v.Why = jurisdiction.CannotTell, "what is said of retention was not understood"
	}
	for _, r := range p.Retention {
		if !r.Denied() && r.Period.Valid() && r.Period.Days() <= 90 {
			v.Status, v.Why, v.Evidence = jurisdiction.Met, "stated: "+string(r.Period), r.Mentions
		}
	}
	return v
}
