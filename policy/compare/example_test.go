package compare_test

import (
	"fmt"
	"os"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/compare"
)

// must parses a text of an example.
func must(text string) *policy.Policy {
	p, err := parse.Parse(text, nil)
	if err != nil {
		panic(err)
	}
	return p
}

const (
	terns2022 = `# Tern Ferries Privacy Policy

Last updated: 1 June 2022

We collect your name and your address when you book a crossing.
We share your personal data with our service providers.
We keep your personal data for 3 years.
`
	terns2024 = `# Tern Ferries Privacy Policy

Last updated: 1 June 2022

When you book a crossing, we collect your name and your billing address.
We share your personal data with our service providers and with advertisers.
We keep your personal data for 5 years.
`
	ternsNL = `# Privacybeleid van Tern Ferries

Laatst bijgewerkt: 1 juni 2022

Wanneer u een overtocht boekt, verzamelen wij uw naam en uw factuuradres.
Wij delen uw persoonsgegevens met onze dienstverleners.
Wij bewaren uw persoonsgegevens 3 jaar.
`
)

func ExampleVersions() {
	for _, c := range compare.Versions(must(terns2022), must(terns2024)) {
		s := c.Subject()
		fmt.Printf("%s %s %s", c.Type, s.Kind, s.ID)
		if c.Key != "" {
			fmt.Printf(" (%s: %s, then %s)", c.Key, c.From(), c.To())
		}
		fmt.Printf(": %s", c.Grade)
		if c.Silent {
			fmt.Print(", under the same date")
		}
		fmt.Println()
	}
	// Output:
	// narrowed data contact.address.billing (id: contact.address, then contact.address.billing): material, under the same date
	// added recipient partner.advertising: material, under the same date
	// changed retention fixed-period (period: P3Y, then P5Y): material, under the same date
}

func ExampleTranslations() {
	for _, c := range compare.Translations(must(terns2024), must(ternsNL)) {
		s := c.Subject()
		fmt.Printf("%s: %s %s %s (%q, %q)\n", c.Verdict, c.Type, s.Kind, s.ID, c.From(), c.To())
	}
	// Output:
	// dropped: removed recipient partner.advertising ("", "")
	// differs: changed retention fixed-period ("P5Y", "P3Y")
}

func ExampleHistory() {
	versions := []*policy.Policy{must(terns2022), must(terns2024)}
	for _, s := range compare.History(versions...) {
		if s.Kind == "recipient" && s.Last == len(versions)-1 {
			fmt.Printf("%s since version %d\n", s.ID, s.First)
		}
	}
	// Output:
	// partner.advertising since version 1
	// provider since version 0
}

func ExampleFlows() {
	before := must("We use your e-mail address to send you our newsletter.")
	after := must("We use your e-mail address and your phone number to send you our newsletter.")
	for _, c := range compare.Flows(before, after) {
		s := c.After
		fmt.Println(c.Type, s.Data, "for", s.ID, s.Evidence)
	}
	// Output:
	// added [contact.phone] for marketing.direct [0-75]
}

// A change has the evidence of both sides, and reads from either.
func ExampleChange() {
	before, after := must(terns2022), must(terns2024)
	for _, c := range compare.Versions(before, after) {
		if !c.Material() || c.Key != compare.ByPeriod {
			continue
		}
		fmt.Println(c.Reason())
		fmt.Println("was:", c.Before.Evidence, "is:", c.After.Evidence)
		back := c.Mirror()
		fmt.Println("back:", back.From(), "to", back.To())
	}
	// Output:
	// material, silent: the period is longer
	// was: [209-216] is: [239-246]
	// back: P5Y to P3Y
}

func ExampleNewMatrix() {
	m := compare.NewMatrix("data", []string{"2022", "2024"}, []*policy.Policy{
		must("We collect your name. With your consent, we collect your location."),
		must("We collect your name and your location."),
	})
	fmt.Println(m.Kind, m.Columns)
	for _, row := range m.Rows {
		fmt.Print(row.Label)
		for _, cell := range row.Cells {
			for _, s := range cell {
				fmt.Printf(" %v %q", s.Evidence, s.Condition)
			}
		}
		fmt.Println()
	}
	// Output:
	// data [2022 2024]
	// Name [16-20] "" [16-20] ""
	// Location [52-65] "consent" [25-38] ""
}

func ExampleMatrix_Write() {
	m := compare.NewMatrix("recipient", []string{"2022", "2024", "nl"}, []*policy.Policy{must(terns2022), must(terns2024), must(ternsNL)})
	if err := m.Write(os.Stdout); err != nil {
		panic(err)
	}
	// Output:
	// recipient             2022  2024  nl
	// Service providers     yes   yes   yes
	// Advertising partners  -     yes   -
}
