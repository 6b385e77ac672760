package tour_test

import (
	"fmt"
	"log"
	"time"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/compare"
	"example.com/policymodel/taxonomy"
)

const (
	older = `# Privacy policy of Marram Ferries

Marram Ferries Ltd. is the controller of your data: privacy@marram.example.

We collect your name and your precise location to plan your crossing. We keep your location for 30 days.
`
	newer = `# Privacy policy of Marram Ferries

Marram Ferries Ltd. is the controller of your data: privacy@marram.example.

We collect your name and your precise location to plan your crossing. We keep your location for two years.
We share your location with advertisers.
`
)

// What a policy says of location, whether that is enough in the EEA, and what the
// next version changes.
func Example() {
	before, err := parse.Parse(older, nil)
	if err != nil {
		log.Fatal(err)
	}
	for item := range policy.Says(before, taxonomy.DataLocation) {
		for _, m := range item.Mentions {
			fmt.Println(item.ID, item.Polarity, m.Span, before.Words(m))
		}
	}

	a, err := jurisdiction.Assess(before, jurisdiction.EEA, policy.Date{Year: 2026, Month: time.November, Day: 21})
	if err != nil {
		log.Fatal(err)
	}
	v, _ := a.Verdict("gdpr-13-2-b-right-erasure")
	fmt.Println(v.Requirement.Citation, v.Status)

	after, err := parse.Parse(newer, nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range compare.Versions(before, after) {
		s := c.Subject()
		fmt.Printf("%s %s %s %q %q\n", c.Type, s.Kind, s.ID, c.From(), c.To())
	}
	// Output:
	// location.precise yes 143-159 precise location
	// location yes 191-204 your location
	// Art. 13(2)(b), 17 not-found
	// added recipient partner.advertising "" ""
	// changed retention fixed-period "P30D" "P2Y"
}
