package jurisdiction

import (
	"encoding/json"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// said is a fact about people of a region, with one mention.
func said(region policy.Region, conditions ...policy.Condition) policy.Fact {
	f := policy.Fact{Region: region}
	if len(conditions) == 0 {
		conditions = []policy.Condition{policy.None}
	}
	for i, c := range conditions {
		f.Mentions = append(f.Mentions, policy.Mention{Span: policy.Span{Start: i, End: i + 1}, Condition: c})
	}
	return f
}

func denied(region policy.Region) policy.Fact {
	f := said(region)
	f.Polarity = policy.No
	return f
}

func right(id taxonomy.Right, f policy.Fact) *policy.Policy {
	return &policy.Policy{Rights: []policy.Right{{ID: id, Fact: f}}}
}

func party(role policy.Role, country string, region policy.Region) policy.Party {
	return policy.Party{Name: "Kite Shop", Role: role, Country: country, Region: region, Mentions: said("").Mentions}
}

func contact(kind policy.ContactType, role policy.Role, region policy.Region) policy.Contact {
	return policy.Contact{Type: kind, Value: "x", Role: role, Region: region, Mentions: said("").Mentions}
}

func TestVerdicts(t *testing.T) {
	const gdpr, ccpa, old = "2026-11-21", "2026-11-21", "2017-01-01"
	transfer := func(country string) policy.Transfer {
		return policy.Transfer{Country: country, Mentions: said("").Mentions}
	}
	passages := func(texts ...string) []policy.Passage {
		var ps []policy.Passage
		at := 0
		for _, s := range texts {
			ps = append(ps, policy.Passage{Span: policy.Span{Start: at, End: at + len(s)}, Text: s, Reading: policy.Read, Section: -1})
			at += len(s) + 1
		}
		return ps
	}
	for _, tt := range []struct {
		name string
		p    *policy.Policy
		code Code
		on   string
		id   string
		want Status
	}{
		{"granted to everybody", right(taxonomy.RightAccess, said("")), EEA, gdpr, "gdpr-13-2-b-right-access", Met},
		{"granted under law", right(taxonomy.RightAccess, said("", policy.ByLaw)), EEA, gdpr, "gdpr-13-2-b-right-access", Met},
		{"granted in the EEA", right(taxonomy.RightErasure, said(policy.EEA)), EEA, gdpr, "gdpr-13-2-b-right-erasure", Met},
		{"granted in one state", right(taxonomy.RightErasure, said("DE")), EEA, gdpr, "gdpr-13-2-b-right-erasure", Partly},
		{"granted in another", right(taxonomy.RightErasure, said("CH")), EEA, gdpr, "gdpr-13-2-b-right-erasure", NotFound},
		{"granted in the EEA, asked for California", right(taxonomy.RightErasure, said(policy.EEA)), California, ccpa, "ccpa-7011-e2b-delete", NotFound},
		{"granted in the United States", right(taxonomy.RightErasure, said("US")), California, ccpa, "ccpa-7011-e2b-delete", Met},
		{"granted in the United Kingdom in 2020", right(taxonomy.RightErasure, said("GB")), EEA, "2020-12-31", "gdpr-13-2-b-right-erasure", Partly},
		{"and in 2021", right(taxonomy.RightErasure, said("GB")), EEA, "2021-01-01", "gdpr-13-2-b-right-erasure", NotFound},
		{"for a service", right(taxonomy.RightPortability, said("", policy.SomeService)), EEA, gdpr, "gdpr-13-2-b-right-portability", Partly},
		{"for a service and in general", right(taxonomy.RightPortability, said("", policy.SomeService, policy.None)), EEA, gdpr, "gdpr-13-2-b-right-portability", Met},
		{"denied", right(taxonomy.RightPortability, denied("")), EEA, gdpr, "gdpr-13-2-b-right-portability", Denied},
		{"denied elsewhere", right(taxonomy.RightPortability, denied("RU")), EEA, gdpr, "gdpr-13-2-b-right-portability", NotFound},
		{"silent", &policy.Policy{}, EEA, gdpr, "gdpr-13-2-b-right-portability", NotFound},
		{"marketing alone", right(taxonomy.RightObjectionMarketing, said("")), EEA, gdpr, "gdpr-13-2-b-right-objection", Partly},
		{"one of two rights", right(taxonomy.RightAccess, said("")), India, gdpr, "spdi-5-6-review", Partly},
		{"copy for access", right(taxonomy.RightCopy, said("")), EEA, gdpr, "gdpr-13-2-b-right-access", Met},
		{"access for know", right(taxonomy.RightAccess, said("")), California, ccpa, "ccpa-7011-e2a-know", Partly},

		{"no ground, no withdrawal", &policy.Policy{}, EEA, gdpr, "gdpr-13-2-c-withdraw", NotApplicable},
		{"consent, no withdrawal", &policy.Policy{LegalBases: []policy.LegalBasis{{ID: taxonomy.LegalBasisConsent, Fact: said("")}}}, EEA, gdpr, "gdpr-13-2-c-withdraw", NotFound},
		{"consent of Russians", &policy.Policy{LegalBases: []policy.LegalBasis{{ID: taxonomy.LegalBasisConsent, Fact: said("RU")}}}, EEA, gdpr, "gdpr-13-2-c-withdraw", NotApplicable},
		{"consent alone", &policy.Policy{LegalBases: []policy.LegalBasis{{ID: taxonomy.LegalBasisConsent, Fact: said("")}}}, EEA, gdpr, "gdpr-13-1-c-legal-basis", Partly},
		{"contract", &policy.Policy{LegalBases: []policy.LegalBasis{{ID: taxonomy.LegalBasisContract, Fact: said("EEA")}}}, EEA, gdpr, "gdpr-13-1-c-legal-basis", Met},
		{"only no recipients", &policy.Policy{Recipients: []policy.Recipient{{ID: taxonomy.RecipientThirdParty, Fact: denied("")}}}, EEA, gdpr, "gdpr-13-1-e-recipients", NotApplicable},
		{"no recipients, said", &policy.Policy{Recipients: []policy.Recipient{{ID: taxonomy.RecipientThirdParty, Fact: denied("")}}}, California, ccpa, "oppa-b1-third-parties", Met},

		{"representative of an EEA controller", &policy.Policy{Parties: []policy.Party{party(policy.Controller, "DE", "EEA"), party(policy.Controller, "CN", "")}}, EEA, gdpr, "gdpr-13-1-a-representative", NotApplicable},
		{"of one outside, for the EEA", &policy.Policy{Parties: []policy.Party{party(policy.Controller, "CN", "EEA")}}, EEA, gdpr, "gdpr-13-1-a-representative", NotFound},
		{"of one outside, in Dutch", &policy.Policy{Document: policy.Document{Language: language.Dutch}, Parties: []policy.Party{party(policy.Controller, "CN", "")}}, EEA, gdpr, "gdpr-13-1-a-representative", NotFound},
		{"of one outside, in English", &policy.Policy{Document: policy.Document{Language: language.English}, Parties: []policy.Party{party(policy.Controller, "CN", "")}}, EEA, gdpr, "gdpr-13-1-a-representative", CannotTell},
		{"of one in Britain, 2020", &policy.Policy{Parties: []policy.Party{party(policy.Controller, "GB", "EEA")}}, EEA, "2020-12-31", "gdpr-13-1-a-representative", NotApplicable},
		{"of one in Britain, 2021", &policy.Policy{Parties: []policy.Party{party(policy.Controller, "GB", "EEA")}}, EEA, "2021-01-01", "gdpr-13-1-a-representative", NotFound},
		{"of one named", &policy.Policy{Parties: []policy.Party{party(policy.Controller, "CN", ""), party(policy.Representative, "IE", "EEA")}}, EEA, gdpr, "gdpr-13-1-a-representative", Met},
		{"officer not named", &policy.Policy{}, EEA, gdpr, "gdpr-13-1-b-dpo", CannotTell},
		{"officer named", &policy.Policy{Contacts: []policy.Contact{contact(policy.Email, policy.DataProtectionOfficer, "")}}, EEA, gdpr, "gdpr-13-1-b-dpo", Met},
		{"grievance officer without address", &policy.Policy{Parties: []policy.Party{party(policy.GrievanceOfficer, "", "IN")}}, India, gdpr, "spdi-5-9-grievance-officer", Partly},
		{"with address", &policy.Policy{Parties: []policy.Party{party(policy.GrievanceOfficer, "", "IN")}, Contacts: []policy.Contact{contact(policy.Email, policy.GrievanceOfficer, "IN")}}, India, gdpr, "spdi-5-9-grievance-officer", Met},
		{"of another country", &policy.Policy{Parties: []policy.Party{party(policy.GrievanceOfficer, "", "RU")}}, India, gdpr, "spdi-5-9-grievance-officer", NotFound},

		{"transfer to Switzerland", &policy.Policy{Transfers: []policy.Transfer{transfer("CH")}}, EEA, gdpr, "gdpr-13-1-f-safeguards", NotApplicable},
		{"to the United States", &policy.Policy{Transfers: []policy.Transfer{transfer("US")}}, EEA, gdpr, "gdpr-13-1-f-safeguards", NotFound},
		{"to Brazil before its decision", &policy.Policy{Transfers: []policy.Transfer{transfer("BR")}}, EEA, "2026-01-25", "gdpr-13-1-f-safeguards", NotFound},
		{"to Brazil after it", &policy.Policy{Transfers: []policy.Transfer{transfer("BR")}}, EEA, "2026-01-26", "gdpr-13-1-f-safeguards", NotApplicable},
		{"within the EEA", &policy.Policy{Transfers: []policy.Transfer{transfer("NL")}}, EEA, gdpr, "gdpr-13-1-f-transfer", NotApplicable},
		{"data that stays in China", &policy.Policy{Transfers: []policy.Transfer{{Country: "CN", Localised: true, Mentions: said("").Mentions}}}, EEA, gdpr, "gdpr-13-1-f-transfer", NotApplicable},
		{"on consent", &policy.Policy{Transfers: []policy.Transfer{transfer("US")}, Safeguards: []policy.Safeguard{{ID: taxonomy.SafeguardConsent, Fact: said("")}}}, EEA, gdpr, "gdpr-13-1-f-safeguards", NotFound},
		{"words alone", &policy.Policy{Passages: passages("Data may be moved OUTSIDE  the EEA.")}, EEA, gdpr, "gdpr-13-1-f-transfer", Met},
		{"no such words", &policy.Policy{Passages: passages("We play outside the house.")}, EEA, gdpr, "gdpr-13-1-f-transfer", NotApplicable},
		{"joint controllers", &policy.Policy{Passages: passages("Kite Shop and Kite Club are joint controllers.")}, EEA, gdpr, "gdpr-26-2-joint", CannotTell},
		{"no adequacy, said", &policy.Policy{Transfers: []policy.Transfer{transfer("US")}, Safeguards: []policy.Safeguard{{ID: taxonomy.SafeguardAdequacy, Fact: denied("")}}}, EEA, gdpr, "gdpr-13-1-f-adequacy", Met},

		{"no guarantee is no measure", &policy.Policy{Security: []policy.SecurityMeasure{{ID: taxonomy.SecurityNoGuarantee, Fact: said("")}}}, India, gdpr, "spdi-4-1-v-security", NotFound},
		{"records are no retention", &policy.Policy{Retention: []policy.Retention{{ID: taxonomy.RetentionRecords, Fact: said("")}}}, EEA, gdpr, "gdpr-13-2-a-retention", NotFound},
		{"no notice is no notice", &policy.Policy{ChangeNotices: []policy.ChangeNotice{{ID: taxonomy.ChangeNoticeNone, Fact: said("")}}}, California, ccpa, "oppa-b3-changes", NotFound},
		{"no form", &policy.Policy{}, EEA, gdpr, "gdpr-12-1-form", CannotTell},
		{"the Directive's fairness", &policy.Policy{}, EEA, old, "dir95-10-c-recipients", CannotTell},
		{"on request", &policy.Policy{}, Russia, gdpr, "ru-14-7-6-terms", CannotTell},
		{"sold", &policy.Policy{Statements: []policy.Statement{{ID: taxonomy.StatementSaleYes, Fact: said("")}}}, California, ccpa, "ccpa-7011-e2d-optout", NotFound},
		{"not sold", &policy.Policy{Statements: []policy.Statement{{ID: taxonomy.StatementSaleNo, Fact: said("")}}}, California, ccpa, "ccpa-7011-e2d-optout", NotApplicable},
		{"eleven months old", &policy.Policy{Document: policy.Document{Updated: policy.Date{Year: 2025, Month: 12, Day: 21}}}, California, ccpa, "ccpa-130-a5-update", Met},
		{"a day too old", &policy.Policy{Document: policy.Document{Updated: policy.Date{Year: 2025, Month: 11, Day: 20}}}, California, ccpa, "ccpa-130-a5-update", NotFound},
		{"nationality in 2023", &policy.Policy{Data: []policy.DataCategory{{ID: taxonomy.DataDemographicNationality, Fact: said("")}}}, California, "2023-12-31", "ccpa-100-a-2-sensitive", NotApplicable},
		{"nationality in 2024", &policy.Policy{Data: []policy.DataCategory{{ID: taxonomy.DataDemographicNationality, Fact: said("")}}}, California, "2024-01-01", "ccpa-100-a-2-sensitive", Partly},
	} {
		a, err := Assess(tt.p, tt.code, date(t, tt.on))
		require.NoError(t, err)
		v, ok := a.Verdict(tt.id)
		require.True(t, ok, tt.id)
		assert.Equal(t, tt.want, v.Status, "%s: %s: %s", tt.name, tt.id, v.Why)
		assert.NotEmpty(t, v.Why, tt.name)
		if v.Status == Denied {
			assert.NotEmpty(t, v.Evidence, tt.name)
		}
	}
}

// What is said elsewhere is told.
// Evidence of a flow over several passages is what the first of them says of it.
func TestEvidenceOfFlows(t *testing.T) {
	p := &policy.Policy{
		Passages: []policy.Passage{
			{Span: policy.Span{Start: 0, End: 10}, Text: "Data: name", Section: -1},
			{Span: policy.Span{Start: 12, End: 20}, Text: "Purpose:", Section: -1},
			{Span: policy.Span{Start: 21, End: 30}, Text: "marketing", Section: -1},
			{Span: policy.Span{Start: 40, End: 44}, Text: "Bye.", Section: -1},
		},
		Flows: []policy.Flow{{
			Span: policy.Span{Start: 6, End: 30},
			Data: []taxonomy.Data{taxonomy.DataIdentityName}, Purposes: []taxonomy.Purpose{taxonomy.PurposeMarketing},
		}},
	}
	v, err := Requirement{Provision: Provision{Jurisdiction: EEA}, Evidence: "flow(data purp)"}.Judge(p, policy.Date{Year: 2026, Month: 11, Day: 21})
	require.NoError(t, err)
	var words []string
	for _, m := range v.Evidence {
		words = append(words, p.Words(m))
	}
	assert.Equal(t, []string{"name"}, words)
}

func TestWhyElsewhere(t *testing.T) {
	a, err := Assess(right(taxonomy.RightErasure, said(policy.EEA)), California, date(t, Version))
	require.NoError(t, err)
	v, ok := a.Verdict("ccpa-7011-e2b-delete")
	require.True(t, ok)
	assert.Contains(t, v.Why, "people elsewhere (EEA)")
}

func TestAssessErrors(t *testing.T) {
	on := date(t, Version)
	p := &policy.Policy{}
	_, err := Assess(nil, EEA, on)
	require.ErrorIs(t, err, ErrNoPolicy)
	_, err = Assess(p, EEA, policy.Date{})
	require.ErrorIs(t, err, ErrNoDate)
	var ve *ValueError
	_, err = Assess(p, "NL", on)
	require.ErrorAs(t, err, &ve)
	_, err = Assess(p, EEA, policy.Date{Year: 2026, Month: 2, Day: 30})
	require.ErrorAs(t, err, &ve)
	var none *NoLawError
	for c, day := range map[Code]string{EEA: "1998-10-23", California: "2004-06-30", India: "2009-10-26", Russia: "2007-01-25"} {
		_, err = Assess(p, c, date(t, day))
		require.ErrorAs(t, err, &none, c)
		assert.ErrorContains(t, err, "the first binds from")
	}
	// A law without duties to disclose.
	a, err := Assess(p, India, date(t, "2010-01-01"))
	require.NoError(t, err)
	assert.Empty(t, a.Verdicts)
	assert.NotEmpty(t, a.Note)
	assert.Equal(t, []string{"in-43a"}, a.Laws)
	assert.Zero(t, a.Summary().Share)
	for _, f := range []func() error{
		func() error { _, err := Requirements("XX", on); return err },
		func() error { _, err := Rights("XX", on); return err },
		func() error { _, err := Bases("XX", on); return err },
		func() error { _, err := Mechanisms("XX", on); return err },
		func() error { _, err := Rules("XX", Fine, on); return err },
		func() error { _, err := Rules(EEA, "XX", on); return err },
		func() error { _, err := Transfers(p, "XX", on); return err },
		func() error { _, err := Adequate("XX", on); return err },
		func() error { _, err := Adequate("EU", on); return err },
		func() error { _, err := RightsIn(p, "XX", on); return err },
		func() error { _, _, err := BasesIn(p, "XX", on); return err },
	} {
		require.ErrorAs(t, f(), &ve)
	}
	for _, f := range []func() error{
		func() error { _, err := Requirements(EEA, policy.Date{}); return err },
		func() error { _, err := Ages(Place{"NL"}, policy.Date{}); return err },
		func() error { _, err := Authorities(Place{"NL"}, policy.Date{}); return err },
		func() error { _, err := Categories(PersonalCategory, policy.Date{}); return err },
		func() error { _, err := CategoriesIn(p, policy.Date{}); return err },
		func() error { _, err := ClausesOn(policy.Date{}); return err },
		func() error { _, err := Answers(p, Place{"NL"}, policy.Date{}); return err },
	} {
		require.ErrorIs(t, f(), ErrNoDate)
	}
	for _, f := range []func() error{
		func() error { _, err := RightsIn(nil, EEA, on); return err },
		func() error { _, _, err := BasesIn(nil, EEA, on); return err },
		func() error { _, err := AgesIn(nil, Place{"NL"}, on); return err },
		func() error { _, err := Transfers(nil, EEA, on); return err },
		func() error { _, err := Answers(nil, Place{"NL"}, on); return err },
		func() error { _, err := CategoriesIn(nil, on); return err },
	} {
		require.ErrorIs(t, f(), ErrNoPolicy)
	}
}

func TestSummaryAndOrder(t *testing.T) {
	p := right(taxonomy.RightAccess, said(""))
	p.Rights = append(p.Rights, policy.Right{ID: taxonomy.RightErasure, Fact: denied("")})
	a, err := Assess(p, EEA, date(t, Version))
	require.NoError(t, err)
	s := a.Summary()
	n := 0
	for _, status := range Statuses() {
		n += s.Counts[status]
		assert.Len(t, a.With(status), s.Counts[status], status)
	}
	assert.Equal(t, len(a.Verdicts), n)
	assert.Equal(t, s.Counts[Met]+s.Counts[Partly]+s.Counts[NotFound]+s.Counts[Denied], s.Owed)
	assert.InDelta(t, float64(s.Counts[Met])/float64(s.Owed), s.Share, 1e-9)
	g := a.Gravest()
	assert.Equal(t, "gdpr-13-2-b-right-erasure", g[0].Requirement.ID)
	assert.Equal(t, NotApplicable, g[len(g)-1].Status)
	assert.Len(t, g, len(a.Verdicts))
	_, ok := a.Verdict("none")
	assert.False(t, ok)

	text, err := json.Marshal(a)
	require.NoError(t, err)
	var back struct {
		Jurisdiction, Date string
		Laws               []string
		Verdicts           []struct {
			Requirement, Citation, Need, Status, Why string
			Evidence                                 []policy.Span
		}
	}
	require.NoError(t, json.Unmarshal(text, &back))
	assert.Equal(t, "EEA", back.Jurisdiction)
	assert.Equal(t, Version, back.Date)
	assert.Equal(t, []string{"gdpr"}, back.Laws)
	require.Len(t, back.Verdicts, len(a.Verdicts))
	assert.Equal(t, "gdpr-13-1-a-controller-identity", back.Verdicts[0].Requirement)
	assert.Equal(t, "Art. 13(1)(a)", back.Verdicts[0].Citation)
	assert.NotNil(t, back.Verdicts[0].Evidence)
}

// A policy that breaks the rules of the model makes no function panic.
func TestMalformedPolicies(t *testing.T) {
	bad := policy.Mention{Span: policy.Span{Start: 9, End: 3}, Passage: 7}
	fact := policy.Fact{Region: "no such place", Mentions: []policy.Mention{bad}}
	empty := policy.Fact{}
	p := &policy.Policy{
		Rights:     []policy.Right{{ID: "x", Fact: fact}, {ID: taxonomy.RightAccess, Fact: empty}, {ID: taxonomy.RightErasure, Fact: policy.Fact{Polarity: policy.No}}},
		Safeguards: []policy.Safeguard{{ID: taxonomy.SafeguardStandardContractualClauses, Fact: policy.Fact{Mentions: []policy.Mention{bad, {Passage: -1}}}}},
		Contacts:   []policy.Contact{{Type: "x", Mentions: []policy.Mention{bad}}, {Type: policy.Email}},
		Parties:    []policy.Party{{Role: policy.Controller, Country: "XX"}, {Role: policy.GrievanceOfficer}},
		Transfers:  []policy.Transfer{{Country: ""}, {Country: "x"}},
		Flows:      []policy.Flow{{Span: bad.Span, Data: []taxonomy.Data{"x"}, Purposes: []taxonomy.Purpose{"y"}}},
		Children:   []policy.ChildAge{{}},
		Document:   policy.Document{Updated: policy.Date{Year: -4, Month: 77}},
	}
	on := date(t, Version)
	for _, c := range All() {
		_, err := Assess(p, c, on)
		require.NoError(t, err)
		_, err = Transfers(p, c, on)
		require.NoError(t, err)
		_, err = RightsIn(p, c, on)
		require.NoError(t, err)
		_, _, err = BasesIn(p, c, on)
		require.NoError(t, err)
		_, err = Answers(p, Place{string(c)}, on)
		require.NoError(t, err)
	}
	_, err := CategoriesIn(p, on)
	require.NoError(t, err)
}

func TestConcurrentAssess(t *testing.T) {
	p := right(taxonomy.RightAccess, said(policy.EEA))
	on := date(t, Version)
	want, err := Assess(p, EEA, on)
	require.NoError(t, err)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, c := range All() {
				a, err := Assess(p, c, on)
				assert.NoError(t, err)
				if c == EEA {
					assert.Equal(t, want, a)
				}
				rs, err := Rights(c, on)
				assert.NoError(t, err)
				for i := range rs {
					clear(rs[i].Concepts) // the caller's own
				}
			}
		})
	}
	wg.Wait()
	rs, err := Rights(EEA, on)
	require.NoError(t, err)
	assert.Equal(t, taxonomy.RightInformation, rs[0].Concepts[0])
}
