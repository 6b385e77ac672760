package taxonomy_test

import (
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"example.com/policymodel/taxonomy"
)

func Example() {
	id := taxonomy.DataContactAddressBilling
	fmt.Println(id, id.Is(taxonomy.DataContact))
	fmt.Println(id.Label(language.English))
	fmt.Println(id.Label(language.MustParse("nl-BE")))
	// Output:
	// contact.address.billing true
	// Billing address
	// Factuuradres
}

func ExampleParse() {
	for _, s := range []string{"contact.email", "contact.pager", "Contact Email"} {
		id, err := taxonomy.Parse[taxonomy.Data](s)
		switch {
		case err == nil:
			fmt.Println(id, "is known")
		case errors.Is(err, taxonomy.ErrUnknown):
			fmt.Println(id, "may be of a newer version")
		default:
			fmt.Println(err)
		}
	}
	// Output:
	// contact.email is known
	// contact.pager may be of a newer version
	// taxonomy: malformed id "Contact Email" of facet "data"
}

func ExampleLookup() {
	c, ok := taxonomy.Lookup(taxonomy.FacetData, "sensitive.health")
	fmt.Println(ok, c.Definition)
	for _, t := range c.DPV() {
		fmt.Println(t.Match, t.IRI)
	}
	for _, k := range c.CCPA() {
		fmt.Println(k, k.Name())
	}
	fmt.Println(c.SpecialCategory(), c.Citations()[0])
	fmt.Println(c.Fideslang)
	// Output:
	// true Data on a person's physical or mental health.
	// exact https://w3id.org/dpv/legal/eu/gdpr#HealthData
	// close https://w3id.org/dpv/pd#Health
	// B Customer records
	// C Characteristics of protected classifications
	// L Sensitive personal information
	// true GDPR Art. 9(1)
	// user.health_and_medical
}

func ExampleConcept_Citations() {
	for _, id := range []taxonomy.Right{taxonomy.RightErasure, taxonomy.RightOptOutSale} {
		c, _ := id.Concept()
		for _, cite := range c.Citations() {
			switch cite.Law {
			case taxonomy.LawGDPR, taxonomy.LawCCPA, taxonomy.LawDPDP:
				fmt.Println(c.ID, cite)
			}
		}
	}
	// Output:
	// erasure GDPR Art. 17
	// erasure Cal. Civ. Code § 1798.105
	// erasure DPDP Act s. 12
	// opt-out-sale Cal. Civ. Code § 1798.120
}

func ExampleFacets() {
	for f := range taxonomy.Facets() {
		if f == taxonomy.FacetRetention {
			fmt.Println(f, f.Valid(), f.Definition())
		}
	}
	// Output:
	// retention true What decides how long data is kept.
}

func ExampleIDs() {
	for id := range taxonomy.IDs[taxonomy.Disposal]() {
		fmt.Println(id.Facet(), id, id.Label(language.English))
	}
	// Output:
	// disposal deletion Deletion
	// disposal anonymisation Anonymisation
	// disposal isolation Isolation
}

func ExampleAll() {
	n := make(map[taxonomy.Facet]int)
	for c := range taxonomy.All() {
		n[c.Facet]++
	}
	for f := range taxonomy.Facets() {
		fmt.Println(n[f], f.Label(language.Dutch))
		if f == taxonomy.FacetLegalBasis {
			break
		}
	}
	// Output:
	// 103 Persoonsgegevens
	// 40 Doeleinde
	// 6 Grondslag
}

func ExampleDescendants() {
	for id := range taxonomy.Descendants(taxonomy.RightObjection) {
		c, _ := id.Concept()
		fmt.Println(c.Label(language.Dutch), c.Citations())
	}
	// Output:
	// Recht van bezwaar tegen direct marketing [GDPR Art. 21(2)]
	// Recht van bezwaar tegen profilering [GDPR Art. 21(1) GDPR Art. 21(2)]
}

func ExampleChildren() {
	for id := range taxonomy.Children(taxonomy.DataContact) {
		fmt.Println(id)
	}
	// Output:
	// contact.email
	// contact.phone
	// contact.address
}
