package jurisdiction_test

import (
	"errors"
	"fmt"
	"log"
	"time"

	"golang.org/x/text/language"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/policy"
)

func ExamplePlace_Laws() {
	norway, err := jurisdiction.ParsePlace("NO")
	if err != nil {
		log.Fatal(err)
	}
	for _, day := range []int{19, 20} {
		on := policy.Date{Year: 2018, Month: time.July, Day: day}
		laws, err := norway.Laws(on)
		if err != nil {
			log.Fatal(err)
		}
		for _, l := range laws {
			fmt.Println(on, l.Name(language.Dutch), l.Abbreviations(language.Dutch), l.Link)
		}
	}
	// Output:
	// 2018-07-19 Richtlijn 95/46/EG [DPD] http://data.europa.eu/eli/dir/1995/46/oj
	// 2018-07-20 Algemene verordening gegevensbescherming [AVG] http://data.europa.eu/eli/reg/2016/679/oj
}

func ExamplePlace_Jurisdictions() {
	uk, err := jurisdiction.ParsePlace("GB")
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range []string{"2020-12-31", "2021-01-01"} {
		on, err := policy.ParseDate(s)
		if err != nil {
			log.Fatal(err)
		}
		codes, err := uk.Jurisdictions(on)
		fmt.Println(on, codes, err)
	}
	// Output:
	// 2020-12-31 [EEA] <nil>
	// 2021-01-01 [] <nil>
}

func ExamplePlaceOfTag() {
	on := policy.Date{Year: 2023, Month: time.January, Day: 1}
	for _, s := range []string{"en-US-u-sd-usca", "nl-u-rg-nlzzzz", "en-US", "nl"} {
		place, err := jurisdiction.PlaceOfTag(language.MustParse(s))
		if err != nil {
			fmt.Println(err)
			continue
		}
		codes, err := place.Jurisdictions(on)
		fmt.Println(place, codes, err)
	}
	// Output:
	// US-CA [US-CA] <nil>
	// NL [EEA] <nil>
	// US [] <nil>
	// jurisdiction: language tag "nl" is a language without a place; add a region, as in nl-NL or nl-u-rg-nlzzzz
}

// A right that a policy grants to people in a region may or may not help those
// in a jurisdiction.
func ExamplePlace_Covers() {
	on := policy.Date{Year: 2023, Month: time.January, Day: 1}
	for _, region := range []policy.Region{policy.Everybody, policy.EEA, "DE", "US-CA", "CN"} {
		place, err := jurisdiction.ParsePlace(string(region))
		if err != nil {
			log.Fatal(err)
		}
		var extents []jurisdiction.Extent
		for _, c := range jurisdiction.All() {
			extent, err := place.Covers(c, on)
			if err != nil {
				log.Fatal(err)
			}
			extents = append(extents, extent)
		}
		fmt.Printf("%q of %v: %v\n", region, jurisdiction.All(), extents)
	}
	// Output:
	// "" of [EEA US-CA IN RU]: [whole whole whole whole]
	// "EEA" of [EEA US-CA IN RU]: [whole none none none]
	// "DE" of [EEA US-CA IN RU]: [some none none none]
	// "US-CA" of [EEA US-CA IN RU]: [none whole none none]
	// "CN" of [EEA US-CA IN RU]: [none none none none]
}

func ExampleParse() {
	c, err := jurisdiction.Parse("EEA")
	fmt.Println(c.Name(language.English), c.Abbreviation(language.Dutch), err)
	_, err = jurisdiction.Parse("Californië")
	fmt.Println(err)
	// Output:
	// European Economic Area EER <nil>
	// jurisdiction: jurisdiction "Californië" is a name, not a code; write US-CA
}

func ExampleNoLawError() {
	india, err := jurisdiction.ParsePlace("IN")
	if err != nil {
		log.Fatal(err)
	}
	_, err = india.Laws(policy.Date{Year: 2005, Month: time.June, Day: 1})
	var none *jurisdiction.NoLawError
	if errors.As(err, &none) {
		fmt.Println(err)
	}
	// Output:
	// jurisdiction: no law of IN in the data binds in IN on 2005-06-01; the first binds from 2009-10-27
}

// The states and territories that the jurisdiction had and has no more.
func ExampleCode_Territories() {
	for _, t := range jurisdiction.EEA.Territories() {
		if !t.Interval.Until.IsZero() && t.Group == jurisdiction.EU {
			fmt.Printf("%s of %s %s %q\n", t.Place, t.State, t.Interval, t.Note)
		}
	}
	// Output:
	// BL of FR 1994-01-01..2012-01-01 "part of GP until 2007"
	// GB of GB 1994-01-01..2021-01-01 "no member state from 2020-02-01; EU law applied to the end of the transition, 2020-12-31, then UK GDPR"
	// GI of GB 1994-01-01..2021-01-01 "to which EU law extended through the United Kingdom"
}
