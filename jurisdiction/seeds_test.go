package jurisdiction_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

func ids[T any](list []T, id func(T) string) []string {
	var out []string
	for _, v := range list {
		out = append(out, id(v))
	}
	return out
}

func TestTransfersOfTexts(t *testing.T) {
	for _, tt := range []struct {
		file, on  string
		clauses   []string
		uncovered []string
	}{
		// Standard contractual clauses named before June 2021 are those of 2001 to
		// 2010.
		{xiaomi2021, "2021-01-15", []string{"scc-2001", "scc-2004", "scc-2010"}, nil},
		{xiaomi2021, today, []string{"scc-2021"}, nil},
		{dji2021, "2021-12-27", []string{"scc-2001", "scc-2004", "scc-2010", "scc-2021"}, nil},
		{dji2021, today, []string{"scc-2021"}, nil},
		{dji2014, "2014-11-07", nil, nil}, // appropriate steps, no clauses
		{kaios2017, today, nil, nil},
	} {
		tr, err := jurisdiction.Transfers(seed(t, tt.file), jurisdiction.EEA, day(t, tt.on))
		require.NoError(t, err)
		assert.Equal(t, tt.clauses, ids(tr.Clauses, func(c jurisdiction.Clauses) string { return c.ID }), "%s on %s", tt.file, tt.on)
		assert.Equal(t, tt.uncovered, tr.Uncovered, tt.file)
		assert.Equal(t, tt.file == kaios2017, len(tr.Abroad) == 0, tt.file)
		assert.Equal(t, jurisdiction.NotApplicable, tr.Localisation.Status)
	}
	// Where Xiaomi's data goes: inside to Germany, and to the United States only
	// under the Data Privacy Framework, since 2023.
	for on, us := range map[string]int{"2021-01-15": 0, today: 1} {
		tr, err := jurisdiction.Transfers(seed(t, xiaomi2021), jurisdiction.EEA, day(t, on))
		require.NoError(t, err)
		seen := map[string]bool{}
		for _, d := range tr.Destinations {
			seen[d.Transfer.Country] = true
			assert.Equal(t, d.Transfer.Country != "DE" && !d.Transfer.Localised, d.Leaves, d.Transfer.Country)
			if d.Transfer.Country == "US" {
				assert.Len(t, d.Adequate, us, on)
			} else {
				assert.Empty(t, d.Adequate, d.Transfer.Country)
			}
		}
		for _, c := range []string{"CN", "IN", "US", "DE", "RU", "SG"} {
			assert.True(t, seen[c], c)
		}
	}
}

func TestLocalisationOfTexts(t *testing.T) {
	for _, tt := range []struct {
		file string
		code jurisdiction.Code
		on   string
		want jurisdiction.Status
	}{
		{xiaomi2021, jurisdiction.Russia, "2021-01-15", jurisdiction.Met},
		{xiaomi2021, jurisdiction.Russia, "2025-06-30", jurisdiction.Met},
		{xiaomi2021, jurisdiction.Russia, "2025-07-01", jurisdiction.Partly},
		{xiaomi2021, jurisdiction.Russia, today, jurisdiction.Partly},
		{xiaomi2021, jurisdiction.Russia, "2015-08-31", jurisdiction.NotApplicable},
		{xiaomi2021, jurisdiction.India, "2021-01-15", jurisdiction.NotApplicable}, // said, but not asked
		{dji2021, jurisdiction.Russia, "2021-12-27", jurisdiction.NotFound},
		{dji2014, jurisdiction.Russia, "2014-11-07", jurisdiction.NotApplicable},
		{kaios2017, jurisdiction.Russia, "2017-06-30", jurisdiction.NotFound},
	} {
		tr, err := jurisdiction.Transfers(seed(t, tt.file), tt.code, day(t, tt.on))
		require.NoError(t, err)
		assert.Equal(t, tt.want, tr.Localisation.Status, "%s in %s on %s", tt.file, tt.code, tt.on)
		assert.NotEmpty(t, tr.Localisation.Why)
	}
}

func TestAgesOfTexts(t *testing.T) {
	for _, tt := range []struct {
		file, place, on string
		want            jurisdiction.Status
		lower           bool
	}{
		{dji2021, "NL", "2021-12-27", jurisdiction.Met, false},    // 14 and 16, and 16
		{dji2021, "IT", "2021-12-27", jurisdiction.Met, false},    // and 14
		{dji2021, "FR", "2021-12-27", jurisdiction.Partly, false}, // and 15
		{dji2021, "DK", "2021-12-27", jurisdiction.Partly, false}, // and 13
		{djiDutch, "NL", today, jurisdiction.Met, false},
		{kaios2017, "NL", today, jurisdiction.Partly, true}, // 13 and 16
		{kaios2017, "BE", today, jurisdiction.Met, false},   // 13 and 13
		{kaios2017, "DK", "2023-12-31", jurisdiction.Met, false},
		{kaios2017, "DK", "2024-01-01", jurisdiction.Partly, true},
		{dji2014, "NL", today, jurisdiction.Partly, true}, // 13
		{xiaomi2021, "NL", "2021-01-15", jurisdiction.NotFound, false},
	} {
		place, err := jurisdiction.ParsePlace(tt.place)
		require.NoError(t, err)
		ss, err := jurisdiction.AgesIn(seed(t, tt.file), place, day(t, tt.on))
		require.NoError(t, err)
		require.Len(t, ss, 1)
		assert.Equal(t, tt.want, ss[0].Status, "%s in %s on %s", tt.file, tt.place, tt.on)
		assert.Equal(t, tt.lower, ss[0].Lower, "%s in %s on %s", tt.file, tt.place, tt.on)
	}
}

func TestAnswersOfTexts(t *testing.T) {
	answers := func(file, s, on string) *jurisdiction.Answering {
		place, err := jurisdiction.ParsePlace(s)
		require.NoError(t, err)
		a, err := jurisdiction.Answers(seed(t, file), place, day(t, on))
		require.NoError(t, err)
		return a
	}
	officer := func(a *jurisdiction.Answering, role policy.Role) jurisdiction.Status {
		for _, o := range a.Officers {
			if o.Role == role {
				return o.Verdict.Status
			}
		}
		return ""
	}
	bavaria := answers(dji2021, "DE-BY", "2021-12-27")
	require.NotEmpty(t, bavaria.Parties)
	assert.Equal(t, "DJI GmbH", bavaria.Parties[0].Name)
	assert.Equal(t, "BayLDA", bavaria.Authorities[0].Abbreviation)
	assert.Equal(t, jurisdiction.NotApplicable, officer(bavaria, policy.Representative))
	assert.Equal(t, jurisdiction.CannotTell, officer(bavaria, policy.DataProtectionOfficer))

	nl := answers(xiaomi2021, "NL", "2021-01-15")
	require.NotEmpty(t, nl.Parties)
	assert.Equal(t, "Xiaomi Technology Netherlands B.V.", nl.Parties[0].Name)
	assert.Equal(t, "AP", nl.Authorities[0].Abbreviation)

	india := answers(xiaomi2021, "IN", "2021-01-15")
	require.NotEmpty(t, india.Parties)
	assert.Equal(t, policy.India, india.Parties[0].Region)
	assert.Equal(t, jurisdiction.Met, officer(india, policy.GrievanceOfficer))
	assert.Equal(t, jurisdiction.NotFound, officer(answers(dji2021, "IN", today), policy.GrievanceOfficer))

	kaios := answers(kaios2017, "NL", today)
	assert.Equal(t, jurisdiction.NotFound, officer(kaios, policy.Representative))
	assert.Empty(t, answers(kaios2017, "NL", "2017-06-30").Officers)
	assert.Empty(t, answers(dji2021, "US-CA", today).Officers)
	assert.Empty(t, answers(dji2021, "CH", today).Officers)
}

// DJI's notice of 2021 lists nine categories of the statute.
func TestCaliforniaOfTexts(t *testing.T) {
	uses, err := jurisdiction.CategoriesIn(seed(t, dji2021), day(t, "2021-12-27"))
	require.NoError(t, err)
	stated := map[string]bool{}
	for _, u := range uses {
		stated[u.Category.ID] = u.Stated
		if u.Stated {
			assert.NotEmpty(t, u.Collected, u.Category.ID)
		}
	}
	for _, id := range []string{"ccpa-pi-a-identifiers", "ccpa-pi-b-customer-records", "ccpa-pi-c-protected", "ccpa-pi-d-commercial",
		"ccpa-pi-f-network", "ccpa-pi-g-geolocation", "ccpa-pi-h-sensory", "ccpa-pi-i-professional", "ccpa-pi-k-inferences"} {
		assert.True(t, stated[id], id)
	}
	// The network activity goes to analytics providers, and is used for debugging.
	for _, u := range uses {
		switch u.Category.ID {
		case "ccpa-pi-f-network":
			assert.Contains(t, u.Recipients, taxonomy.RecipientProviderAnalytics)
			assert.Contains(t, u.Business, "ccpa18-bp-3-debugging")
		case "ccpa-pi-i-professional":
			assert.Contains(t, u.Purposes, taxonomy.PurposeRecruitment)
		}
	}
	for _, file := range []string{dji2014, djiDutch, kaios2017, xiaomi2021} {
		uses, err := jurisdiction.CategoriesIn(seed(t, file), day(t, today))
		require.NoError(t, err)
		for _, u := range uses {
			assert.False(t, u.Stated, "%s: %s", file, u.Category.ID)
		}
	}
}

func TestRightsOfTexts(t *testing.T) {
	status := func(file string, c jurisdiction.Code, on, id string) jurisdiction.Status {
		ss, err := jurisdiction.RightsIn(seed(t, file), c, day(t, on))
		require.NoError(t, err)
		for _, s := range ss {
			if s.Right.ID == id {
				return s.Status
			}
		}
		return ""
	}
	for _, tt := range []struct {
		file string
		code jurisdiction.Code
		on   string
		id   string
		want jurisdiction.Status
	}{
		{dji2021, jurisdiction.EEA, "2021-12-27", "gdpr-objection", jurisdiction.Met},
		{dji2021, jurisdiction.EEA, "2021-12-27", "gdpr-automated", jurisdiction.NotFound},
		{dji2021, jurisdiction.California, "2021-12-27", "ccpa-opt-out", jurisdiction.Met},
		{dji2021, jurisdiction.California, today, "ccpa-limit", jurisdiction.NotFound},
		{djiDutch, jurisdiction.California, today, "ccpa-opt-out", jurisdiction.NotFound},
		{xiaomi2021, jurisdiction.India, "2021-01-15", "spdi-grievance", jurisdiction.Met},
		{xiaomi2021, jurisdiction.India, "2027-05-14", "dpdp-nominate", jurisdiction.NotFound},
		{dji2014, jurisdiction.EEA, today, "gdpr-objection", jurisdiction.NotFound},
		{dji2014, jurisdiction.EEA, today, "gdpr-objection-marketing", jurisdiction.Met},
		{kaios2017, jurisdiction.EEA, "2017-06-30", "gdpr-access", ""},
	} {
		assert.Equal(t, tt.want, status(tt.file, tt.code, tt.on, tt.id), "%s: %s on %s", tt.file, tt.id, tt.on)
	}
}

// Policies of many publishers are judged without a panic, and by evidence that is
// in the text.
func TestWildTexts(t *testing.T) {
	judged := 0
	wild, err := filepath.Glob(corpusPath(t, "corpus", "wild*", "*"))
	require.NoError(t, err)
	require.NotEmpty(t, wild)
	for _, file := range wild {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		p, err := parse.Parse(string(text), nil)
		if err != nil {
			continue // no text
		}
		for _, c := range jurisdiction.All() {
			a, err := jurisdiction.Assess(p, c, day(t, today))
			require.NoError(t, err)
			judged++
			for _, v := range a.Verdicts {
				for i, m := range v.Evidence {
					if m.Span.Start < 0 || m.Span.End > len(text) || m.Span.Len() == 0 || i > 0 && v.Evidence[i-1].Span.Compare(m.Span) >= 0 {
						assert.Fail(t, "evidence", "%s: %s: %s", file, v.Requirement.ID, m.Span)
					}
				}
			}
			_, err = jurisdiction.Transfers(p, c, day(t, today))
			require.NoError(t, err)
		}
	}
	assert.Greater(t, judged, 500)
}
