package records_test

import (
	"fmt"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/records"
)

func ExampleRead() {
	const text = `# Lampworks Privacy Policy

Last updated: 4 March 2022

Lampworks Co., Ltd. (“Lampworks”, “we”) makes lamps. We keep your orders for seven years, on servers in Singapore.

If you live in the European Economic Area, Lampworks GmbH in Germany is the data controller.

Write to privacy@lampworks.example.
`
	r := records.Read(text, layout.Scan(text, layout.Auto), "en", nil)
	fmt.Println(r.Title, r.Organisation, r.LegalEntity, r.Updated)
	for _, p := range r.Parties {
		fmt.Printf("%s: %s %q %q\n", p.Role, p.Name, p.Country, p.Region)
	}
	fmt.Println(r.Contacts[0].Value, r.Transfers[0].Country, r.Periods[0].Duration, r.Periods[0].Keeping)
	// Output:
	// Lampworks Privacy Policy Lampworks Lampworks Co., Ltd. 2022-03-04
	// controller: Lampworks Co., Ltd. "" ""
	// controller: Lampworks GmbH "DE" "EEA"
	// privacy@lampworks.example SG P7Y true
}
