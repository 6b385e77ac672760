package jurisdiction_test

import (
	"fmt"
	"log"
	"time"

	"golang.org/x/text/language"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/policy"
)

var november = policy.Date{Year: 2026, Month: time.November, Day: 21}

func ExampleAll() {
	for _, c := range jurisdiction.All() {
		fmt.Println(c, c.Name(language.Dutch))
	}
	// Output:
	// EEA Europese Economische Ruimte
	// US-CA Californië
	// IN India
	// RU Rusland
}

// When a law binds is not when it came into force, and not everywhere the same.
func ExampleCode_Laws() {
	for _, l := range jurisdiction.India.Laws() {
		for _, a := range l.Applications {
			fmt.Printf("%s %s %q: %s\n", l.ID, a.Interval, a.Mark, a.Note)
		}
	}
	// Output:
	// in-43a 2009-10-27..2027-05-14 "from memory": the start; the end is contested by a day as in-dpdp is
	// in-spdi 2011-04-11..2027-05-14 "inferred": the end: no express repeal, but the enabling provisions are omitted
	// in-dpdp 2027-05-14.. "contested": phase 3, the duties towards people; 2027-05-13 by the date of the notification; phases 1 and 2 from 2025-11-14 and 2026-11-14 concern the Board and consent managers
	// in-dpdp-rules 2027-05-14.. "contested": as in-dpdp
}

func ExampleParsePlace() {
	for _, s := range []string{"nld", "uk", "de-by", "NL-AW", "Europa"} {
		place, err := jurisdiction.ParsePlace(s)
		fmt.Println(place, err)
	}
	// Output:
	// NL <nil>
	// GB <nil>
	// DE-BY <nil>
	// AW <nil>
	//  jurisdiction: place "Europa" is not a code of ISO 3166-1 or UN M.49; write a code such as NL, US-CA, EU or EEA, or nothing for everywhere
}

func ExamplePlaceOfRegion() {
	place, err := jurisdiction.PlaceOfRegion(language.MustParseRegion("150"))
	if err != nil {
		log.Fatal(err)
	}
	extent, err := place.Covers(jurisdiction.EEA, november)
	fmt.Println(place, extent, err)
	// Output:
	// 150 some <nil>
}

func ExampleRights() {
	rights, err := jurisdiction.Rights(jurisdiction.EEA, november)
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range rights[:3] {
		fmt.Println(r.Citation, r.Concepts)
		if r.Response.Unit == jurisdiction.Months && r.Response.N == 1 {
			fmt.Println("  within a month;", r.Fee)
		} else {
			fmt.Println(" ", r.Term)
		}
	}
	// Output:
	// Art. 13, 14 [information]
	//   at collection; 14(3): ≤ 1 month
	// Art. 15(1), (2) [access]
	//   within a month; free; a reasonable fee or refusal only for manifestly unfounded or excessive requests, Art. 12(5)
	// Art. 15(3), (4) [copy]
	//   within a month; the first copy is free, further copies for a reasonable fee, Art. 15(3)
}

func ExampleBases() {
	bases, err := jurisdiction.Bases(jurisdiction.India, policy.Date{Year: 2027, Month: time.June, Day: 1})
	if err != nil {
		log.Fatal(err)
	}
	for _, b := range bases[:4] {
		fmt.Println(b.Citation, b.Concepts, "nearly:", b.Near)
	}
	// Output:
	// s.4(1)(a), 6 [consent] nearly: false
	// s.7(a) [consent] nearly: true
	// s.7(b), Rule 5 [public-task] nearly: false
	// s.7(c) [public-task] nearly: false
}

func ExampleAges() {
	for _, s := range []string{"NO", "US-CA", "FR"} {
		place, err := jurisdiction.ParsePlace(s)
		if err != nil {
			log.Fatal(err)
		}
		ages, err := jurisdiction.Ages(place, november)
		if err != nil {
			log.Fatal(err)
		}
		for _, a := range ages {
			fmt.Println(a.Place, a.Years, a.Citation)
		}
	}
	// Output:
	// NO 13 Personopplysningsloven § 5 (raising to 15: consultation 2025, not seen adopted)
	// US-CA 16 § 1798.120(c)
	// US-CA 13 § 1798.120(c); 11 CCR § 7070
	// US-CA 18 B&P §§ 22580-22582
	// US-CA 13 15 U.S.C. § 6502; 16 CFR §§ 312.4, 312.5
	// FR 15 Loi 78-17 Art. 45 (Art. 7-1 until 2019-05-31), by Loi 2018-493
}

func ExampleDecisions() {
	for _, d := range jurisdiction.Decisions() {
		if !d.Interval.Until.IsZero() {
			fmt.Println(d.Country, d.Citation, d.CELEX, d.Interval)
		}
	}
	// Output:
	// GB EU-UK Trade and Cooperation Agreement Art. FINPROV.10A  2021-01-01..2021-06-28
	// GB (EU) 2021/1772 of 28 June 2021 32021D1772 2021-06-28..2031-12-28
	// US 2000/520/EC of 26 July 2000 32000D0520 2000-07-26..2015-10-06
	// US (EU) 2016/1250 of 12 July 2016 32016D1250 2016-07-12..2020-07-16
}

func ExampleMechanisms() {
	ms, err := jurisdiction.Mechanisms(jurisdiction.EEA, november)
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range ms[:4] {
		fmt.Println(m.Citation, m.Safeguard)
	}
	// Output:
	// Art. 45(1), (3) adequacy
	// Art. 46(2)(a) unspecified
	// Art. 46(2)(b), 47 binding-corporate-rules
	// Art. 46(2)(c) standard-contractual-clauses
}

// Contracts that were made with old clauses ran on for some time.
func ExampleClausesOn() {
	on := policy.Date{Year: 2022, Month: time.January, Day: 1}
	cs, err := jurisdiction.ClausesOn(on)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range cs {
		fmt.Printf("%.14s: new contracts %t, for transfers %t, effect until %q\n", c.Citation, c.New(on), c.Tool, c.Runs.String())
	}
	// Output:
	// 2001/497/EC of: new contracts false, for transfers true, effect until "2022-12-28"
	// 2004/915/EC of: new contracts false, for transfers true, effect until "2022-12-28"
	// 2010/87/EU of : new contracts false, for transfers true, effect until "2022-12-28"
	// (EU) 2021/914 : new contracts true, for transfers true, effect until ""
}

func ExampleAuthorities() {
	place, err := jurisdiction.ParsePlace("US-CA")
	if err != nil {
		log.Fatal(err)
	}
	as, err := jurisdiction.Authorities(place, november)
	if err != nil {
		log.Fatal(err)
	}
	for _, a := range as {
		fmt.Printf("%s %s %q\n", a.Abbreviation, a.Interval, a.Note)
		fmt.Println("  source:", a.Source)
	}
	// Output:
	// CPPA 2023-07-01.. "enforces from this day; public name \"CalPrivacy\" since late 2025"
	//   source: W3C DPV 2.3, repository w3c-cg/dpv, commit e377ed5
	// OAG, Cal DOJ .. ""
	//   source: W3C DPV 2.3, repository w3c-cg/dpv, commit e377ed5
	// FTC .. "COPPA, DPF"
	//   source: W3C DPV 2.3, repository w3c-cg/dpv, commit e377ed5
}

func ExampleCategories() {
	cs, err := jurisdiction.Categories(jurisdiction.SensitiveCategory, november)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range cs[:3] {
		fmt.Println(c.Citation, c.Text, c.Data)
	}
	// Output:
	// § 1798.140(ae)(1)(A) social security, driver's license, state identification card, or passport number [identity.government-id]
	// § 1798.140(ae)(1)(B) account log-in, financial account, debit or credit card number in combination with a code, password, or credentials allowing access [account.credentials financial.card financial.bank-account]
	// § 1798.140(ae)(1)(C), (w) precise geolocation: within a circle of radius 1,850 feet [location.precise]
}

func ExampleRules() {
	for _, kind := range jurisdiction.Kinds() {
		rules, err := jurisdiction.Rules(jurisdiction.Russia, kind, november)
		if err != nil {
			log.Fatal(err)
		}
		switch kind {
		case jurisdiction.StorageLimit, jurisdiction.OfficerRule:
			for _, r := range rules {
				fmt.Printf("%s: %s: %s\n", kind, r.Citation, r.Text)
			}
		}
	}
	// Output:
	// storage: Art. 5(7): no longer than the purposes require, unless law or contract sets a term
	// storage: Art. 21(4): destroy within 30 days of reaching the purpose
	// officer: Art. 22.1, 18.1(1)(1): person responsible for organising processing: operators that are legal entities; in the policy: no (named in the Art. 22 notification)
	// officer: Art. 22(1), (2): notification of Roskomnadzor before processing; few exceptions since 2022-09-01: nearly every operator; in the policy: no
}
