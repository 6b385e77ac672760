package jurisdiction_test

import (
	"fmt"
	"log"
	"time"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
)

// A policy of an invented shop.
const shop = `# Privacy Policy of Kite Shop

Last updated: 1 June 2026

Kite Shop B.V. in the Netherlands is the controller of your data. Write to privacy@kiteshop.example.

We collect your name and e-mail address to deliver your order. We do this to perform our contract with you.

We share your address with delivery companies. We do not sell personal information.

We keep your data for two years.

If you are in the European Economic Area, you have the right to access, correct and erase your data, and to lodge a complaint
with a supervisory authority.

We do not knowingly collect data of children under 16.
`

// mustParse parses a policy for an example.
func mustParse(text string) *policy.Policy {
	p, err := parse.Parse(text, nil)
	if err != nil {
		log.Fatal(err)
	}
	return p
}

func Example() {
	p := mustParse(shop)
	on := policy.Date{Year: 2026, Month: time.November, Day: 21}
	for _, c := range []jurisdiction.Code{jurisdiction.EEA, jurisdiction.California} {
		a, err := jurisdiction.Assess(p, c, on)
		if err != nil {
			log.Fatal(err)
		}
		for _, id := range []string{"gdpr-13-2-b-right-erasure", "gdpr-13-2-b-right-portability", "ccpa-7011-e1d-sold-shared", "ccpa-7011-e2b-delete"} {
			if v, ok := a.Verdict(id); ok {
				fmt.Printf("%s, %s: %s; %s\n", c, v.Requirement.Citation, v.Status, v.Why)
			}
		}
	}
	// Output:
	// EEA, Art. 13(2)(b), 17: met; stated: Right to erasure
	// EEA, Art. 13(2)(b), 20: not-found; not found: right to data portability exists
	// US-CA, 11 CCR § 7011(e): met; stated: No sale of data
	// US-CA, 11 CCR § 7011(e): not-found; not found: right to delete; it is said only of people elsewhere (EEA)
}

func ExampleAssess() {
	p := mustParse(shop)
	a, err := jurisdiction.Assess(p, jurisdiction.EEA, policy.Date{Year: 2026, Month: time.November, Day: 21})
	if err != nil {
		log.Fatal(err)
	}
	v, _ := a.Verdict("gdpr-13-2-d-complaint")
	fmt.Println(v.Status, v.Requirement.Text)
	for _, m := range v.Evidence {
		fmt.Printf("%q\n", p.Words(m))
	}
	// Output:
	// met right to complain to a supervisory authority
	// "lodge a complaint"
	// "supervisory authority"
}

func ExampleAssessment_Summary() {
	a, err := jurisdiction.Assess(mustParse(shop), jurisdiction.India, policy.Date{Year: 2026, Month: time.November, Day: 21})
	if err != nil {
		log.Fatal(err)
	}
	s := a.Summary()
	fmt.Printf("%d met of %d owed\n", s.Counts[jurisdiction.Met], s.Owed)
	for _, v := range a.Gravest()[:2] {
		fmt.Println(v.Status, v.Requirement.Citation, v.Missing)
	}
	// Output:
	// 6 met of 11 owed
	// not-found Rule 4(1)(v), 8 [reasonable security practices and procedures]
	// not-found Rule 5(6) [Right of access Right to rectification]
}

func ExampleRequirements() {
	for _, s := range []string{"2022-12-31", "2026-11-21"} {
		on, err := policy.ParseDate(s)
		if err != nil {
			log.Fatal(err)
		}
		rs, err := jurisdiction.Requirements(jurisdiction.California, on)
		if err != nil {
			log.Fatal(err)
		}
		for _, r := range rs {
			if r.ID == "ccpa-7011-e1b-sources" {
				fmt.Println(len(rs), r.Citation, r.Text)
			}
		}
	}
	// Output:
	// 45 11 CCR § 7011(c) categories of sources (2026: meaningful understanding)
	// 58 11 CCR § 7011(e) categories of sources (2026: meaningful understanding)
}

func ExampleRight_Deadline() {
	received := policy.Date{Year: 2024, Month: time.January, Day: 31}
	rights, err := jurisdiction.Rights(jurisdiction.EEA, received)
	if err != nil {
		log.Fatal(err)
	}
	kingsDay := policy.Date{Year: 2024, Month: time.April, Day: 27}
	for _, r := range rights {
		if r.ID == "gdpr-access" {
			d, err := r.Deadline(received, jurisdiction.Weekdays(kingsDay))
			fmt.Println(r.Citation, r.Response, "until", d.Answer, "or with", r.Extension, "more", d.Extended, err)
		}
	}
	// Output:
	// Art. 15(1), (2) 1 month until 2024-02-29 or with 2 months more 2024-04-30 <nil>
}

func ExampleRightsIn() {
	p := mustParse(shop)
	ss, err := jurisdiction.RightsIn(p, jurisdiction.EEA, policy.Date{Year: 2026, Month: time.November, Day: 21})
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range ss[1:6] {
		fmt.Print(s.Right.ID, " ", s.Status)
		for _, m := range s.Evidence {
			fmt.Printf(" %q", p.Words(m))
		}
		fmt.Println()
	}
	// Output:
	// gdpr-access met "right to access"
	// gdpr-copy not-found
	// gdpr-rectification met "correct and erase your data"
	// gdpr-erasure met "erase your data"
	// gdpr-restriction not-found
}

func ExampleBasesIn() {
	on := policy.Date{Year: 2027, Month: time.May, Day: 14}
	for _, c := range []jurisdiction.Code{jurisdiction.EEA, jurisdiction.India, jurisdiction.California} {
		bases, other, err := jurisdiction.BasesIn(mustParse(shop), c, on)
		if err != nil {
			log.Fatal(err)
		}
		for _, b := range bases {
			if b.Status == jurisdiction.Met {
				fmt.Println(c, b.Basis.Citation)
			}
		}
		fmt.Println(c, "without a ground there:", other)
	}
	// Output:
	// EEA Art. 6(1)(b)
	// EEA without a ground there: []
	// IN without a ground there: [contract]
	// US-CA without a ground there: [contract]
}

func ExampleAgesIn() {
	on := policy.Date{Year: 2026, Month: time.November, Day: 21}
	for _, s := range []string{"NL", "DK", "ES"} {
		place, err := jurisdiction.ParsePlace(s)
		if err != nil {
			log.Fatal(err)
		}
		ages, err := jurisdiction.AgesIn(mustParse(shop), place, on)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(place, ages[0].Age.Years, ages[0].Status, "with", ages[0].Stated[0].Age)
	}
	// Output:
	// NL 16 met with 16
	// DK 15 partly with 16
	// ES 14 partly with 16
}

func ExampleAdequate() {
	for _, s := range []string{"2020-07-15", "2020-07-16", "2023-07-10"} {
		on, err := policy.ParseDate(s)
		if err != nil {
			log.Fatal(err)
		}
		ds, err := jurisdiction.Adequate("US", on)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(on, len(ds))
		for _, d := range ds {
			fmt.Println(" ", d.Citation, "listed organisations only:", d.Listed)
		}
	}
	// Output:
	// 2020-07-15 1
	//   (EU) 2016/1250 of 12 July 2016 listed organisations only: true
	// 2020-07-16 0
	// 2023-07-10 1
	//   (EU) 2023/1795 of 10 July 2023 listed organisations only: true
}

func ExampleTransfers() {
	p := mustParse("We store your data on servers in Singapore and Switzerland. Data of users in Russia is stored in Russia.\n")
	on := policy.Date{Year: 2026, Month: time.November, Day: 21}
	t, err := jurisdiction.Transfers(p, jurisdiction.EEA, on)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("without safeguards:", t.Uncovered, len(t.Named))
	for _, v := range t.Verdicts {
		if v.Status == jurisdiction.NotFound {
			fmt.Println("missing:", v.Requirement.Text)
		}
	}

	t, err = jurisdiction.Transfers(p, jurisdiction.Russia, on)
	if err != nil {
		log.Fatal(err)
	}
	l := t.Localisation
	fmt.Println(l.Duty.Citation, l.Status, p.Words(l.Evidence[0]))
	fmt.Println(len(t.Rules) > 0, "there are rules on transfers")
	// Output:
	// without safeguards: [SG] 0
	// missing: whether an adequacy decision exists or not
	// missing: which safeguards
	// missing: how to obtain a copy, or where it is available
	// Art. 18(5) partly Russia
	// true there are rules on transfers
}

// What a policy calls safeguards can stand for mechanisms of the law.
func ExampleTransferring() {
	p := mustParse("We transfer your data to Kenya under standard contractual clauses.\n")
	t, err := jurisdiction.Transfers(p, jurisdiction.EEA, policy.Date{Year: 2022, Month: time.June, Day: 1})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(t.Named[0].ID)
	for _, m := range t.Mechanisms {
		fmt.Println(m.Citation)
	}
	for _, c := range t.Clauses {
		fmt.Printf("%s until %q\n", c.Citation, c.Runs.String())
	}
	// Output:
	// standard-contractual-clauses
	// Art. 46(2)(c)
	// Art. 46(2)(d)
	// 2001/497/EC of 15 June 2001 (Set I) until "2022-12-28"
	// 2004/915/EC of 27 December 2004 (Set II, amends 2001/497/EC) until "2022-12-28"
	// 2010/87/EU of 5 February 2010 until "2022-12-28"
	// (EU) 2021/914 of 4 June 2021, OJ L 199, 7.6.2021, p. 31 until ""
}

func ExampleAnswers() {
	place, err := jurisdiction.ParsePlace("DE-BY")
	if err != nil {
		log.Fatal(err)
	}
	a, err := jurisdiction.Answers(mustParse(shop), place, policy.Date{Year: 2026, Month: time.November, Day: 21})
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range a.Parties {
		fmt.Println(p.Role, p.Name)
	}
	for _, c := range a.Contacts {
		fmt.Println(c.Value)
	}
	for _, o := range a.Officers {
		fmt.Println(o.Role, o.Verdict.Status)
	}
	fmt.Println(a.Authorities[0].Name, a.Authorities[0].Domain)
	// Output:
	// controller Kite Shop B.V.
	// privacy@kiteshop.example
	// representative not-applicable
	// data-protection-officer cannot-tell
	// Bayerisches Landesamt für Datenschutzaufsicht lda.bayern.de
}

func ExampleCategoriesIn() {
	uses, err := jurisdiction.CategoriesIn(mustParse(shop), policy.Date{Year: 2026, Month: time.November, Day: 21})
	if err != nil {
		log.Fatal(err)
	}
	for _, u := range uses {
		if len(u.Collected) > 0 {
			fmt.Println(u.Category.Citation, u.Category.Text, u.Recipients, u.Business)
		}
	}
	// Output:
	// § 1798.140(v)(1)(A) identifiers [provider.delivery] [ccpa-bp-5-services]
	// § 1798.140(v)(1)(B), § 1798.80(e) personal information of customer records [provider.delivery] [ccpa-bp-5-services]
}
