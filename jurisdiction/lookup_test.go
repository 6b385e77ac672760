package jurisdiction

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

func TestAges(t *testing.T) {
	for _, tt := range []struct {
		place, on string
		want      []int
	}{
		{"NL", Version, []int{16}}, {"DE", Version, []int{16}}, {"DE-BY", Version, []int{16}}, {"AT", Version, []int{14}},
		{"BE", "2018-09-04", []int{16}}, {"BE", "2018-09-05", []int{13}},
		{"DK", "2023-12-31", []int{13}}, {"DK", "2024-01-01", []int{15}},
		{"SI", "2023-01-25", []int{16}}, {"SI", "2023-01-26", []int{15}},
		{"FR", Version, []int{15}}, {"RE", Version, []int{15}}, {"FR-974", Version, []int{15}},
		{"ES", Version, []int{14}}, {"IC", Version, []int{14}}, {"NO", Version, []int{13}}, {"NO", "2018-07-19", nil},
		{"NL", "2018-05-24", nil}, {"EEA", Version, nil}, {"EU", Version, nil}, {"", Version, nil}, {"CH", Version, nil}, {"US", Version, nil},
		{"US-CA", "2019-12-31", []int{18, 13}}, {"US-CA", Version, []int{16, 13, 18, 13}},
		{"IN", "2027-05-13", []int{18}}, {"IN-KA", "2027-05-14", []int{18}},
		{"RU", Version, []int{14, 18, 18}},
	} {
		as, err := Ages(place(t, tt.place), date(t, tt.on))
		require.NoError(t, err)
		var got []int
		for _, a := range as {
			got = append(got, a.Years)
		}
		assert.Equal(t, tt.want, got, "%s on %s", tt.place, tt.on)
	}
	p := &policy.Policy{Children: []policy.ChildAge{{Age: 13}}}
	for s, want := range map[string]AgeStanding{"NO": {Status: Met}, "NL": {Status: Partly, Lower: true}, "BE": {Status: Met}} {
		ss, err := AgesIn(p, place(t, s), date(t, Version))
		require.NoError(t, err)
		require.Len(t, ss, 1)
		assert.Equal(t, want.Status, ss[0].Status, s)
		assert.Equal(t, want.Lower, ss[0].Lower, s)
	}
	ss, err := AgesIn(&policy.Policy{}, place(t, "NL"), date(t, Version))
	require.NoError(t, err)
	assert.Equal(t, NotFound, ss[0].Status)
	assert.False(t, ss[0].Lower)
}

func TestAdequate(t *testing.T) {
	for _, tt := range []struct{ country, on, want string }{
		{"US", "2000-07-25", ""}, {"US", "2000-07-26", "adq-us-safe-harbour"}, {"US", "2015-10-05", "adq-us-safe-harbour"},
		{"US", "2015-10-06", ""}, {"US", "2016-07-12", "adq-us-privacy-shield"}, {"US", "2020-07-15", "adq-us-privacy-shield"},
		{"US", "2020-07-16", ""}, {"US", "2023-07-09", ""}, {"US", "2023-07-10", "adq-us-dpf"}, {"US", Version, "adq-us-dpf"},
		{"GB", "2020-12-31", ""}, {"GB", "2021-01-01", "tca-finprov-10a"}, {"GB", "2021-06-27", "tca-finprov-10a"},
		{"GB", "2021-06-28", "adq-gb"}, {"GB", Version, "adq-gb"}, {"GB", "2031-12-27", "adq-gb"}, {"GB", "2031-12-28", ""},
		{"UK", Version, "adq-gb"}, {"BR", "2026-01-25", ""}, {"BR", "2026-01-26", "adq-br"}, {"JP", "2019-01-23", "adq-jp"},
		{"KR", Version, "adq-kr"}, {"CH", "2014-11-07", "adq-ch"}, {"IL", "2011-01-30", ""},
		{"CN", Version, ""}, {"IN", Version, ""}, {"RU", Version, ""}, {"SG", Version, ""}, {"HK", Version, ""}, {"NL", Version, ""},
	} {
		ds, err := Adequate(tt.country, date(t, tt.on))
		require.NoError(t, err)
		var got []string
		for _, d := range ds {
			got = append(got, d.ID)
			assert.Equal(t, strings.HasPrefix(d.ID, "adq-us"), d.Listed, d.ID)
		}
		assert.Equal(t, tt.want, strings.Join(got, " "), "%s on %s", tt.country, tt.on)
	}
	assert.Len(t, Decisions(), len(decisionTable()))
	Decisions()[0].Country = "changed"
	assert.Equal(t, "CH", decisionTable()[0].Country)
}

func TestClauses(t *testing.T) {
	for _, tt := range []struct{ on, rest, fresh string }{
		{"2014-11-07", "scc-2001 scc-2004 scc-2010", "scc-2001 scc-2004 scc-2010"},
		{"2021-06-26", "scc-2001 scc-2004 scc-2010", "scc-2001 scc-2004 scc-2010"},
		{"2021-06-27", "scc-2001 scc-2004 scc-2010 scc-2021", "scc-2001 scc-2004 scc-2010 scc-2021"},
		{"2021-09-27", "scc-2001 scc-2004 scc-2010 scc-2021", "scc-2021"},
		{"2022-12-27", "scc-2001 scc-2004 scc-2010 scc-2021", "scc-2021"},
		{"2022-12-28", "scc-2021", "scc-2021"},
		{Version, "scc-2021", "scc-2021"},
		{"2001-09-02", "", ""},
	} {
		cs, err := ClausesOn(date(t, tt.on))
		require.NoError(t, err)
		var rest, fresh []string
		for _, c := range cs {
			rest = append(rest, c.ID)
			if c.New(date(t, tt.on)) {
				fresh = append(fresh, c.ID)
			}
		}
		assert.Equal(t, tt.rest, strings.Join(rest, " "), tt.on)
		assert.Equal(t, tt.fresh, strings.Join(fresh, " "), tt.on)
	}
}

func TestBases(t *testing.T) {
	on := date(t, Version)
	bs, err := Bases(California, on)
	require.NoError(t, err)
	assert.Empty(t, bs)
	instead, err := Rules(California, InsteadOfBasis, on)
	require.NoError(t, err)
	assert.Len(t, instead, 8)
	instead, err = Rules(California, InsteadOfBasis, date(t, "2020-01-01"))
	require.NoError(t, err)
	assert.Len(t, instead, 4)
	instead, err = Rules(EEA, InsteadOfBasis, on)
	require.NoError(t, err)
	assert.Empty(t, instead)

	p := &policy.Policy{LegalBases: []policy.LegalBasis{
		{ID: taxonomy.LegalBasisConsent, Fact: said("")},
		{ID: taxonomy.LegalBasisLegitimateInterests, Fact: said("")},
		{ID: taxonomy.LegalBasisContract, Fact: said("EEA")},
	}}
	standing := func(c Code, on string) (map[string]Status, []taxonomy.LegalBasis) {
		ss, other, err := BasesIn(p, c, date(t, on))
		require.NoError(t, err)
		m := map[string]Status{}
		for _, s := range ss {
			m[s.Basis.ID] = s.Status
			assert.Equal(t, s.Status == Met || s.Status == Partly, len(s.Evidence) > 0, s.Basis.ID)
		}
		return m, other
	}
	eea, other := standing(EEA, Version)
	assert.Empty(t, other)
	assert.Equal(t, Met, eea["gdpr-6-1-a"])
	assert.Equal(t, Met, eea["gdpr-6-1-b"])
	assert.Equal(t, NotFound, eea["gdpr-6-1-c"])
	assert.Equal(t, CannotTell, eea["gdpr-9-2-d"])
	assert.NotContains(t, eea, "dir95-7-a")
	before, _ := standing(EEA, "2018-05-24")
	assert.Equal(t, Met, before["dir95-7-a"])
	russia, other := standing(Russia, Version)
	assert.Empty(t, other)
	assert.Equal(t, Met, russia["ru-6-1-7"])
	assert.Equal(t, NotFound, russia["ru-6-1-5"], "contract is the ground for the EEA only")
	assert.NotContains(t, russia, "ru-6-1-10")
	india, other := standing(India, "2027-05-14")
	assert.Equal(t, Met, india["dpdp-consent"])
	assert.Equal(t, Partly, india["dpdp-7-a"])
	assert.Equal(t, []taxonomy.LegalBasis{taxonomy.LegalBasisLegitimateInterests}, other)
	california, other := standing(California, Version)
	assert.Empty(t, california)
	assert.Len(t, other, 2)
}

func TestRightsIn(t *testing.T) {
	p := right(taxonomy.RightAccess, said("EEA"))
	p.Rights = append(p.Rights, policy.Right{ID: taxonomy.RightObjectionMarketing, Fact: said("")},
		policy.Right{ID: taxonomy.RightPortability, Fact: denied("")})
	ss, err := RightsIn(p, EEA, date(t, Version))
	require.NoError(t, err)
	got := map[string]Status{}
	for _, s := range ss {
		got[s.Right.ID] = s.Status
	}
	assert.Equal(t, Met, got["gdpr-access"])
	assert.Equal(t, Met, got["gdpr-objection-marketing"])
	assert.Equal(t, NotFound, got["gdpr-objection"])
	assert.Equal(t, Denied, got["gdpr-portability"])
	assert.Equal(t, CannotTell, got["gdpr-remedy"])
	ss, err = RightsIn(p, California, date(t, Version))
	require.NoError(t, err)
	for _, s := range ss {
		assert.NotEqual(t, Met, s.Status, s.Right.ID)
	}
}

func TestAuthorities(t *testing.T) {
	for _, tt := range []struct{ place, on, want string }{
		{"NL", "2014-11-07", "CBP"}, {"NL", "2015-12-31", "CBP"}, {"NL", "2016-01-01", "AP"}, {"NL", Version, "AP"},
		{"DE-BY", Version, "BayLDA BayLfD BfDI"}, {"DE", Version, "BfDI"}, {"DE-NW", Version, "LDI NRW BfDI"},
		{"SE", "2020-12-31", ""}, {"SE", "2021-01-01", "IMY"}, {"RE", Version, "CNIL"}, {"GF", Version, "CNIL"},
		{"US-CA", Version, "CPPA OAG, Cal DOJ FTC"}, {"US-CA", "2021-12-27", "OAG, Cal DOJ FTC"}, {"US", Version, "FTC"},
		{"IN", "2021-01-15", "MeitY CERT-In"}, {"IN", Version, "DPB, DPBI MeitY CERT-In"}, {"RU", Version, "Roskomnadzor, РКН"},
		{"EEA", Version, "EDPB EDPS"}, {"EU", Version, "EDPB EDPS"}, {"CH", Version, ""}, {"", Version, ""},
	} {
		as, err := Authorities(place(t, tt.place), date(t, tt.on))
		require.NoError(t, err)
		var got []string
		for _, a := range as {
			if a.Abbreviation != "" {
				got = append(got, a.Abbreviation)
			}
		}
		assert.Equal(t, tt.want, strings.Join(got, " "), "%s on %s", tt.place, tt.on)
	}
}

func TestCategories(t *testing.T) {
	count := func(kind CategoryKind, on string) int {
		cs, err := Categories(kind, date(t, on))
		require.NoError(t, err)
		return len(cs)
	}
	for _, tt := range []struct {
		on                           string
		personal, sensitive, purpose int
	}{
		{"2019-12-31", 0, 0, 0}, {"2020-01-01", 11, 0, 7}, {"2022-12-31", 11, 0, 7}, {"2023-01-01", 12, 10, 8},
		{"2024-01-01", 12, 11, 8}, {"2025-01-01", 12, 12, 8}, {"2026-01-01", 12, 13, 8},
	} {
		assert.Equal(t, []int{tt.personal, tt.sensitive, tt.purpose},
			[]int{count(PersonalCategory, tt.on), count(SensitiveCategory, tt.on), count(BusinessPurpose, tt.on)}, tt.on)
	}
	first := func(kind CategoryKind, on string) Category {
		cs, err := Categories(kind, date(t, on))
		require.NoError(t, err)
		return cs[0]
	}
	assert.Equal(t, "§ 1798.140(o)(1)(A)", first(PersonalCategory, "2022-12-31").Citation)
	assert.Equal(t, "§ 1798.140(v)(1)(A)", first(PersonalCategory, "2023-01-01").Citation)
	// Numbers 6 and 7 moved on.
	sixth := func(on string) string {
		cs, err := Categories(BusinessPurpose, date(t, on))
		require.NoError(t, err)
		return cs[5].Text
	}
	assert.Contains(t, sixth("2022-12-31"), "research")
	assert.Contains(t, sixth("2023-01-01"), "advertising")
}

func TestCategoriesIn(t *testing.T) {
	p := &policy.Policy{
		Data: []policy.DataCategory{
			{ID: taxonomy.DataContactAddressBilling, Sources: []taxonomy.Source{taxonomy.SourcePerson}, Fact: said("")},
			{ID: taxonomy.DataDeviceIdentifierIMEI, Fact: said(policy.California)},
			{ID: taxonomy.DataSensitiveHealth, Fact: said(policy.EEA)},
			{ID: taxonomy.DataInference, Fact: denied("")},
		},
		Flows: []policy.Flow{{Data: []taxonomy.Data{taxonomy.DataContactAddressBilling}, Purposes: []taxonomy.Purpose{taxonomy.PurposeServicePayment},
			Recipients: []taxonomy.Recipient{taxonomy.RecipientProviderPayment}}},
	}
	uses, err := CategoriesIn(p, date(t, Version))
	require.NoError(t, err)
	require.Len(t, uses, 25)
	of := map[string]CategoryUse{}
	for _, u := range uses {
		of[u.Category.ID] = u
	}
	a := of["ccpa-pi-a-identifiers"]
	assert.Len(t, a.Collected, 2)
	assert.True(t, a.Stated)
	assert.Equal(t, []taxonomy.Source{taxonomy.SourcePerson}, a.Sources)
	assert.Equal(t, []taxonomy.Recipient{taxonomy.RecipientProviderPayment}, a.Recipients)
	assert.Equal(t, []string{"ccpa-bp-5-services"}, a.Business)
	b := of["ccpa-pi-b-customer-records"]
	assert.Len(t, b.Collected, 1)
	assert.False(t, b.Stated)
	assert.Empty(t, of["ccpa-pi-l-sensitive"].Collected, "of people in the EEA only")
	assert.Empty(t, of["ccpa-pi-k-inferences"].Collected, "denied")
	uses, err = CategoriesIn(p, date(t, "2021-12-27"))
	require.NoError(t, err)
	assert.Len(t, uses, 11)
	assert.Equal(t, []string{"ccpa18-bp-5-services"}, uses[0].Business)
}

func TestRules(t *testing.T) {
	has := func(c Code, kind Kind, on, id string) bool {
		rs, err := Rules(c, kind, date(t, on))
		require.NoError(t, err)
		for _, r := range rs {
			if r.ID == id {
				return true
			}
		}
		return false
	}
	for _, tt := range []struct {
		code            Code
		kind            Kind
		id, before, day string
	}{
		{Russia, BreachRule, "ru-21-3.1-24h", "2022-08-31", "2022-09-01"},
		{Russia, TransferRule, "ru-12-3-notify", "2023-02-28", "2023-03-01"},
		{Russia, TransferRule, "ru-localisation-2025", "2025-06-30", "2025-07-01"},
		{Russia, TransferRule, "ru-12-2-criterion", "2026-07-25", "2026-07-26"},
		{Russia, Fine, "ru-13.11-15", "2025-05-29", "2025-05-30"},
		{Russia, Amendment, "ru-156", "2025-08-31", "2025-09-01"},
		{India, Commencement, "dpdp-phase-1", "2025-11-13", "2025-11-14"},
		{India, Commencement, "dpdp-phase-2", "2026-11-13", "2026-11-14"},
		{India, Commencement, "dpdp-phase-3", "2027-05-13", "2027-05-14"},
		{California, Amendment, "ccpa-regs-2026", "2025-12-31", "2026-01-01"},
		{California, Amendment, "ccpa-2027", "2026-12-31", "2027-01-01"},
		{California, ScopeRule, "scope-ccpa-threshold", "2024-12-31", "2025-01-01"},
		{EEA, Amendment, "gdpr-proc", "2027-04-01", "2027-04-02"},
		{EEA, BreachRule, "gdpr-33", "2018-05-24", "2018-05-25"},
	} {
		assert.False(t, has(tt.code, tt.kind, tt.before, tt.id), "%s on %s", tt.id, tt.before)
		assert.True(t, has(tt.code, tt.kind, tt.day, tt.id), "%s on %s", tt.id, tt.day)
	}
	for _, k := range Kinds() {
		n := 0
		for _, c := range All() {
			rs, err := Rules(c, k, date(t, "2027-05-14"))
			require.NoError(t, err)
			n += len(rs)
		}
		assert.Positive(t, n, k)
	}
}

// Kinds has every kind, and every kind has rules somewhere.
func TestKinds(t *testing.T) {
	want := []Kind{ScopeRule, Amendment, Commencement, ChildRule,
		TransferRule, BreachRule, Fine, StorageLimit, OfficerRule,
		Sensitive, Definition, InsteadOfBasis, OpenQuestion}
	assert.Equal(t, want, Kinds())
	for _, kind := range want {
		n := 0
		for _, c := range All() {
			rules, err := Rules(c, kind, date(t, Version))
			require.NoError(t, err)
			n += len(rules)
		}
		assert.NotZero(t, n, kind)
	}
}
