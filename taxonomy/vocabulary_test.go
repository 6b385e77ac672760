package taxonomy_test

import (
	"bufio"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/taxonomy"
)

// corpusPath returns the path of a file of the corpus that the environment
// variable POLICY_CORPUS names, and skips the test where it is unset.
func corpusPath(t *testing.T, elem ...string) string {
	t.Helper()
	folder := os.Getenv("POLICY_CORPUS")
	if folder == "" {
		t.Skip("POLICY_CORPUS is not set")
	}
	if !filepath.IsAbs(folder) {
		folder = filepath.Join("..", folder) // from the root of the module
	}
	return filepath.Join(append([]string{folder}, elem...)...)
}

func TestMatch(t *testing.T) {
	for m, want := range map[taxonomy.Match]string{
		0: "Match(0)", taxonomy.MatchExact: "exact", taxonomy.MatchClose: "close",
		taxonomy.MatchBroader: "broader", taxonomy.MatchNarrower: "narrower", 255: "Match(255)",
	} {
		assert.Equal(t, want, m.String())
	}
}

func TestCCPA(t *testing.T) {
	assert.Equal(t, "Geolocation data", taxonomy.CCPAGeolocation.Name())
	assert.Equal(t, "Sensitive personal information", taxonomy.CCPASensitive.Name())
	for _, c := range []taxonomy.CCPACategory{"", "M", "AB", "a"} {
		assert.Empty(t, c.Name())
	}

	// The letters that the statute's own examples decide.
	for id, want := range map[taxonomy.Data][]taxonomy.CCPACategory{
		taxonomy.DataIdentityName:           {taxonomy.CCPAIdentifiers, taxonomy.CCPACustomerRecords},
		taxonomy.DataDeviceIPAddress:        {taxonomy.CCPAIdentifiers},
		taxonomy.DataCommercialOrder:        {taxonomy.CCPACommercial},
		taxonomy.DataActivitySearch:         {taxonomy.CCPANetworkActivity},
		taxonomy.DataLocationPrecise:        {taxonomy.CCPAGeolocation, taxonomy.CCPASensitive},
		taxonomy.DataSensitiveBiometric:     {taxonomy.CCPABiometric, taxonomy.CCPASensitive},
		taxonomy.DataProfessionalEducation:  {taxonomy.CCPACustomerRecords, taxonomy.CCPAEducation},
		taxonomy.DataProfessionalOccupation: {taxonomy.CCPACustomerRecords, taxonomy.CCPAProfessional},
		taxonomy.DataDemographicGender:      {taxonomy.CCPAProtected},
		taxonomy.DataSensory:                {taxonomy.CCPASensory},
		taxonomy.DataInference:              {taxonomy.CCPAInferences},
		taxonomy.DataAggregated:             nil,
	} {
		c, ok := id.Concept()
		require.True(t, ok)
		assert.Equal(t, want, c.CCPA(), id)
	}
}

func TestCitations(t *testing.T) {
	// Art. 6(1) has six grounds in this order.
	want := 'a'
	for id := range taxonomy.IDs[taxonomy.LegalBasis]() {
		c, _ := id.Concept()
		assert.Equal(t, taxonomy.Citation{Law: taxonomy.LawGDPR, Provision: "Art. 6(1)(" + string(want) + ")"}, c.Citations()[0])
		want++
	}
	assert.Equal(t, 'g', want)

	for id, want := range map[taxonomy.Right]string{
		taxonomy.RightAccess:             "GDPR Art. 15(1)",
		taxonomy.RightErasure:            "GDPR Art. 17",
		taxonomy.RightPortability:        "GDPR Art. 20",
		taxonomy.RightObjectionMarketing: "GDPR Art. 21(2)",
		taxonomy.RightWithdrawConsent:    "GDPR Art. 7(3)",
		taxonomy.RightComplaint:          "GDPR Art. 77",
		taxonomy.RightOptOutSale:         "Cal. Civ. Code § 1798.120",
		taxonomy.RightNominate:           "DPDP Act s. 14",
	} {
		c, _ := id.Concept()
		assert.Equal(t, want, c.Citations()[0].String(), id)
	}
	// Every right rests on a law.
	for id := range taxonomy.IDs[taxonomy.Right]() {
		c, _ := id.Concept()
		assert.NotEmpty(t, c.Citations(), id)
	}
	for law, want := range map[taxonomy.Law]string{
		taxonomy.LawEPrivacy: "Directive 2002/58/EC Art. 5(3)",
		taxonomy.LawCalOPPA:  "Cal. Bus. & Prof. Code Art. 5(3)",
		taxonomy.LawCOPPA:    "Art. 5(3)",
		"":                   "Art. 5(3)",
	} {
		assert.Equal(t, want, taxonomy.Citation{Law: law, Provision: "Art. 5(3)"}.String())
	}
}

func TestSpecialCategory(t *testing.T) {
	var got []taxonomy.Data
	for id := range taxonomy.IDs[taxonomy.Data]() {
		if c, _ := id.Concept(); c.SpecialCategory() {
			got = append(got, id)
		}
	}
	assert.Equal(t, []taxonomy.Data{
		taxonomy.DataDemographicEthnicity, taxonomy.DataSensitive, taxonomy.DataSensitiveHealth,
		taxonomy.DataSensitiveBiometric, taxonomy.DataSensitiveGenetic, taxonomy.DataSensitiveReligion,
		taxonomy.DataSensitivePolitical, taxonomy.DataSensitiveSexual, taxonomy.DataSensitiveUnion,
	}, got)
}

// column returns the values of a column of a CSV file.
func column(t *testing.T, path, name string) map[string]bool {
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	require.NotEmpty(t, rows)
	n := slices.Index(rows[0], name)
	require.GreaterOrEqual(t, n, 0, "column %q of %s", name, path)
	values := make(map[string]bool)
	for _, row := range rows[1:] {
		values[row[n]] = true
	}
	return values
}

func TestDPVTermsExist(t *testing.T) {
	terms := make(map[string]bool)
	for _, name := range []string{"dpv.csv", "pd.csv", "eu-gdpr.csv"} {
		for iri := range column(t, corpusPath(t, "vocab", "dpv-2.3", name), "iri") {
			terms[iri] = true
		}
	}
	for c := range taxonomy.All() {
		seen := make(map[string]bool)
		for _, m := range c.DPV() {
			assert.True(t, terms[m.IRI], "%s of %s", m.IRI, c.ID)
			assert.False(t, seen[m.IRI], "%s stands twice at %s", m.IRI, c.ID)
			seen[m.IRI] = true
		}
	}
}

func TestFideslangKeysExist(t *testing.T) {
	categories := column(t, corpusPath(t, "vocab", "fideslang-data-categories.csv"), "fides_key")
	uses := column(t, corpusPath(t, "vocab", "fideslang-data-uses.csv"), "fides_key")
	for c := range taxonomy.All() {
		switch {
		case c.Fideslang == "":
		case c.Facet == taxonomy.FacetData:
			assert.True(t, categories[c.Fideslang], "%s of %s", c.Fideslang, c.ID)
		case c.Facet == taxonomy.FacetPurpose:
			assert.True(t, uses[c.Fideslang], "%s of %s", c.Fideslang, c.ID)
		default:
			t.Errorf("%s %s has a Fideslang key", c.Facet, c.ID)
		}
	}
}

// The concepts are exactly those that annotators and measures know.
func TestContract(t *testing.T) {
	f, err := os.Open(corpusPath(t, "contract", "concepts.tsv"))
	require.NoError(t, err)
	defer f.Close()
	var want, got []string
	for s := bufio.NewScanner(f); s.Scan(); {
		if cells := strings.Split(s.Text(), "\t"); !strings.HasPrefix(s.Text(), "#") {
			want = append(want, cells[0]+" "+cells[1])
		}
	}
	for c := range taxonomy.All() {
		got = append(got, string(c.Facet)+" "+c.ID)
	}
	slices.Sort(want)
	slices.Sort(got)
	assert.Equal(t, want, got)
}
