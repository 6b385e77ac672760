package tie_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy/internal/tie"
	"example.com/policymodel/taxonomy"
)

// limits lists how long the groups of a text say that data is kept.
func limits(t *testing.T, text string, subject taxonomy.Facet) string {
	t.Helper()
	p, err := parse.Parse(text, nil)
	require.NoError(t, err)
	groups := tie.Groups(p, subject, tie.Everywhere)
	var all []string
	for _, g := range groups {
		for _, l := range g.Links(taxonomy.FacetRetention) {
			all = append(all, strings.TrimSpace(fmt.Sprint(g.ID, ": ", l.ID, " ", l.Period)))
		}
	}
	return strings.Join(all, ", ")
}

func TestLimits(t *testing.T) {
	const full = "# Privacy policy\n\n| Data | Purpose | Legal basis | Retention |\n|---|---|---|---|\n" +
		"| E-mail address | Newsletter | Consent | 2 years |\n" +
		"| Delivery address, name | Delivering your order | Contract | 30 days |\n" +
		"| Name | Newsletter | Consent | 2 years after your last visit |\n"
	for _, tt := range []struct {
		name    string
		text    string
		subject taxonomy.Facet
		want    string
	}{
		{"by data", full, taxonomy.FacetData, "contact.email: fixed-period P2Y, contact.address.delivery: fixed-period P30D, identity.name: fixed-period P30D, identity.name: fixed-period P2Y"},
		{"by purpose", full, taxonomy.FacetPurpose, "marketing.direct: fixed-period P2Y, service.delivery: fixed-period P30D"},
		{"without purposes", "# Privacy policy\n\n| Data | Retention |\n|---|---|\n| E-mail address | 2 years |\n| Name | 1 year |\n", taxonomy.FacetData,
			"contact.email: fixed-period P2Y, identity.name: fixed-period P1Y"},
		{"unknown data", "# Privacy policy\n\n| Purpose | Data | Retention |\n|---|---|---|\n| Newsletter | Shoe size | 2 years |\n", taxonomy.FacetPurpose, "marketing.direct: fixed-period P2Y"},
		{"Dutch", "# Privacyverklaring\n\n| Gegevens | Doel | Bewaartermijn |\n|---|---|---|\n| E-mailadres | Nieuwsbrief | 2 jaar |\n| Naam | Bezorging van uw bestelling | 30 dagen |\n", taxonomy.FacetData,
			"contact.email: fixed-period P2Y, identity.name: fixed-period P30D"},
		{"a sentence of its own", "# Privacy policy\n\nWe use your e-mail address to send you our newsletter.\n\nWe keep all personal data that we have of you for two years.\n", taxonomy.FacetData, ": fixed-period P2Y"},
		{"a heading between", "# Privacy policy\n\nWe collect your name.\n\n# Retention\n\n2 years.\n", taxonomy.FacetData, ": fixed-period P2Y"},
		{"in one passage", "We keep your name for two years.", taxonomy.FacetData, "identity.name: fixed-period P2Y"},
		{"nothing", "We are here.", taxonomy.FacetData, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, limits(t, tt.text, tt.subject))
		})
	}
}
