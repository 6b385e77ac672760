package policy_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// The shop of these examples is an invented publisher, Larkmoor Lamps.

func Example() {
	data, err := json.Marshal(shop())
	if err != nil {
		panic(err)
	}
	if err := contacts(os.Stdout, data); err != nil {
		panic(err)
	}
	// Output:
	// contact.email yes: "e-mail address"
	// contact.address.delivery yes: "delivery address"
}

// contacts prints what a policy in JSON says about contact details.
func contacts(w io.Writer, data []byte) error {
	var p policy.Policy
	if err := json.Unmarshal(data, &p); err != nil {
		return err
	}
	for it := range policy.Says(&p, taxonomy.DataContact) {
		for _, m := range it.Mentions {
			fmt.Fprintf(w, "%s %s: %q\n", it.ID, it.Polarity, p.Words(m))
		}
	}
	return nil
}

func ExamplePolicy_Facts() {
	for it := range shop().Facts() {
		if it.Denied() {
			fmt.Println(it.Facet, it.ID)
		}
	}
	// Output:
	// data content.audio
	// recipient third-party
}

func ExamplePolicy_FactsOf() {
	p := shop()
	for it := range p.FactsOf(taxonomy.FacetRetention) {
		fmt.Println(it.ID, it.Period, p.Words(it.Mentions[0]))
	}
	// Output:
	// fixed-period P7Y for seven years
}

func ExampleSays() {
	p := shop()
	for it := range policy.Says(p, taxonomy.RecipientProvider) {
		fmt.Printf("%s %q\n", it.ID, it.Name)
	}
	// Output:
	// provider.delivery ""
	// provider.analytics "Lumen Count"
}

func ExamplePolicy_Occurrences() {
	p := shop()
	for o := range p.Occurrences() {
		section, _ := p.SectionOf(o.Mention)
		if section.Kind != policy.SectionRights {
			continue
		}
		switch words := p.Words(o.Mention); {
		case o.Item.Fact != nil:
			fmt.Println(o.Span, o.Item.Facet, o.Item.ID, words)
		case o.Contact != nil:
			fmt.Println(o.Span, o.Contact.Type, words)
		}
	}
	// Output:
	// 609-628 right copy a copy of your data
	// 639-663 email privacy@larkmoor.example
	// 690-712 email hello@larkmoor.example
}

func ExamplePolicy_FlowsOf() {
	for f := range shop().FlowsOf(taxonomy.DataContact) {
		fmt.Println(f.Data, f.Purposes)
	}
	// Output:
	// [contact.email contact.address.delivery] [service.delivery]
}

func ExamplePolicy_PartiesFor() {
	p := shop()
	for _, people := range []policy.Region{"NL", "US-CA"} {
		for party := range p.PartiesFor(people) {
			fmt.Println(people, party.Role, party.Name)
		}
	}
	// Output:
	// NL controller Larkmoor Europe GmbH
	// NL controller Larkmoor Lamps B.V.
	// US-CA controller Larkmoor Lamps B.V.
}

func ExamplePolicy_ContactsFor() {
	for contact := range shop().ContactsFor("IN") {
		fmt.Println(contact.Type, contact.Value)
	}
	// Output:
	// email hello@larkmoor.example
}

func ExampleRegion_Includes() {
	fmt.Println(policy.EEA.Includes("NL"), policy.EEA.Includes("GB"), policy.Region("US").Includes(policy.California))
	fmt.Println(policy.Everybody.Includes(policy.Russia), policy.Russia.Includes(policy.Everybody))
	// Output:
	// true false true
	// true false
}

func ExamplePolicy_Coverage() {
	c := shop().Coverage(shopText)
	fmt.Printf("read %.0f%%, not understood %.0f%%\n", 100*c.Share(policy.Read), 100*c.Share(policy.NotRead))
	for _, s := range c.Uncovered {
		fmt.Printf("not looked at: %q\n", s.Text(shopText))
	}
	// Output:
	// read 83%, not understood 0%
	// not looked at: "The hue bridge may hum at night."
}

func ExampleLineTable() {
	p := shop()
	lines := policy.NewLineTable(shopText)
	for it := range policy.Says(p, taxonomy.RightCopy) {
		fmt.Println(lines.Position(it.Mentions[0].Span.Start))
	}
	// Output:
	// 21:47
}

func ExamplePolicy_Verify() {
	p := shop()
	later := strings.Replace(shopText, "We never sell your data. ", "", 1)
	v := p.Verify(later)
	fmt.Println(v.Same, v.Stands, v.Moved, v.Gone)
	for _, f := range v.Findings {
		if f.Standing == policy.Gone && f.Item.Fact != nil {
			fmt.Println(f.Item.Facet, f.Item.ID, p.Words(f.Mention))
		}
	}
	// Output:
	// false 13 7 2
	// statement sale.no We never sell your data
	// recipient third-party never sell your data
}

func ExamplePolicy_Check() {
	p := shop()
	p.Data[2].Mentions[0].Span.End = 9000
	fmt.Println(p.Check())
	// Output:
	// policy: data[2].mentions[0].span 303-9000 is empty or not within the text of 802 bytes
}

func ExamplePolicy_MarshalJSON() {
	p := &policy.Policy{Taxonomy: "1.0.0", Transfers: []policy.Transfer{{Country: "IS", Localised: true}}}
	data, err := json.Marshal(p)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(data))
	// Output:
	// {"format":1,"taxonomy":"1.0.0","source":{"sha256":"","bytes":0},"document":{"language":"und"},"transfers":[{"country":"IS","localised":true,"mentions":null}]}
}

func ExamplePolicy_UnmarshalJSON() {
	var p policy.Policy
	err := json.Unmarshal([]byte(`{"format":1,"rights":[{"id":"access","polarity":"maybe","mentions":[]}]}`), &p)
	fmt.Println(err)
	// Output:
	// policy: JSON at byte 22: rights[0]: polarity "maybe" is neither yes nor no
}

func ExampleDecodeError() {
	var p policy.Policy
	err := json.Unmarshal([]byte(`{"format":1,"data":[{"id":"contact.email","mentions":[]}]}`), &p)
	var wrong *policy.DecodeError
	if errors.As(err, &wrong) {
		fmt.Println(wrong.Path, wrong.Offset)
		fmt.Println(wrong.Err)
	}
	// Output:
	// data[0] 20
	// policy: data[0].mentions is empty
}

func ExampleSpan() {
	text := "We collect your name and your e-mail address."
	name, address := policy.Span{Start: 16, End: 20}, policy.Span{Start: 30, End: 44}
	both := name.Cover(address)
	fmt.Printf("%v %q\n", both, both.Text(text))
	fmt.Println(both.Contains(name), name.Overlaps(address))
	// Output:
	// 16-44 "name and your e-mail address"
	// true false
}

func ExampleParseDate() {
	d, err := policy.ParseDate("2024-02-29")
	fmt.Println(d.Month, d.Compare(policy.Date{Year: 2024, Month: 3, Day: 1}), err)
	_, err = policy.ParseDate("29-02-2024")
	fmt.Println(err)
	// Output:
	// February -1 <nil>
	// policy: date "29-02-2024" is not a date of the form YYYY-MM-DD
}

func ExampleFact_Condition() {
	f := policy.Fact{Mentions: []policy.Mention{{Condition: policy.OnConsent}, {Condition: policy.ByLaw}}}
	fmt.Printf("%q\n", f.Condition())
	f.Mentions = append(f.Mentions, policy.Mention{}) // and once without any
	fmt.Printf("%q\n", f.Condition())
	// Output:
	// "consent"
	// ""
}

func ExampleParseDuration() {
	d, err := policy.ParseDuration("P18M")
	fmt.Println(d.Compare("P1Y"), d.Days(), err)
	_, err = policy.ParseDuration("18 months")
	fmt.Println(err)
	// Output:
	// 1 547.86375 <nil>
	// policy: duration "18 months" is not of the form PnYnMnWnDTnHnMnS
}
