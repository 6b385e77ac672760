package tilt_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/fill"
	"example.com/policymodel/policy/internal/golden"
	"example.com/policymodel/policy/internal/sample"
	"example.com/policymodel/policy/tilt"
	"example.com/policymodel/taxonomy"
)

func Example() {
	p, err := parse.Parse("Reed Boats Ltd is the controller. We collect your e-mail address to send you our newsletter.", nil)
	if err != nil {
		panic(err)
	}
	doc, report := tilt.From(p, nil)
	for _, d := range doc.DataDisclosed {
		for _, purpose := range d.Purposes {
			fmt.Printf("%s: %s\n", d.Category, purpose.Purpose)
		}
	}
	fmt.Println(report.Has("controller.address"))
	// Output:
	// E-mail address: Direct marketing
	// true
}

func ExampleRead() {
	p, _ := sample.Policy()
	made, _ := tilt.From(p, nil)
	var buf bytes.Buffer
	if err := made.Write(&buf); err != nil {
		panic(err)
	}
	doc, err := tilt.Read(&buf)
	if err != nil {
		panic(err)
	}
	fmt.Println(doc.Controller.Name, doc.Controller.Country)
	fmt.Println(doc.DataProtectionOfficer.Email)
	// Output:
	// Brindle Kettles Ltd IE
	// dpo@brindle.example
}

func write(t *testing.T, d *tilt.Document) []byte {
	t.Helper()
	var buf bytes.Buffer
	require.NoError(t, d.Write(&buf))
	return buf.Bytes()
}

func TestGolden(t *testing.T) {
	p, _ := sample.Policy()
	doc, report := tilt.From(p, &tilt.Options{
		ID: "brindle-1", URL: "https://brindle.example/privacy", Version: 3,
		Created: time.Date(2025, 1, 2, 3, 4, 5, 0, time.FixedZone("", 3600)),
	})
	golden.Equal(t, "brindle.tilt.json", string(write(t, doc)))
	golden.Written(t, "brindle.fill.txt", report.Write)
}

func TestRoundTrip(t *testing.T) {
	p, _ := sample.Policy()
	for _, people := range []policy.Region{"", policy.California, "NL"} {
		doc, _ := tilt.From(p, &tilt.Options{People: people})
		back, err := tilt.Read(bytes.NewReader(write(t, doc)))
		require.NoError(t, err)
		assert.Equal(t, doc, back)
	}
}

func TestPeople(t *testing.T) {
	p, _ := sample.Policy()
	ids := func(d *tilt.Document) (ids []string) {
		for _, x := range d.DataDisclosed {
			ids = append(ids, x.ID)
		}
		return ids
	}
	eea, report := tilt.From(p, nil)
	assert.Equal(t, "Brindle Kettles Ltd", eea.Controller.Name)
	assert.NotContains(t, ids(eea), "location.approximate", "said in California alone")
	assert.True(t, *eea.RightToWithdrawConsent.Available)
	assert.Empty(t, report.Losses[len(report.Losses)-1].What[1:])

	california, report := tilt.From(p, &tilt.Options{People: policy.California})
	assert.Equal(t, "Brindle Kettles Inc.", california.Controller.Name)
	assert.Equal(t, "US", california.Controller.Country)
	assert.Equal(t, "", california.Controller.Address, "the Irish address is that of another controller")
	assert.Contains(t, ids(california), "location.approximate")
	assert.Nil(t, california.RightToWithdrawConsent.Available, "said in the EEA alone")
	assert.True(t, report.Has("rightToWithdrawConsent"))
	assert.Contains(t, report.Losses, fill.Loss{What: []string{"right opt-out-sale"}, Reason: "TILT has no such right"})
}

// A policy that says nothing fills nothing, and its document is whole.
func TestEmpty(t *testing.T) {
	doc, report := tilt.From(&policy.Policy{}, nil)
	assert.Equal(t, tilt.Meta{
		ID: tilt.NoHash, Created: tilt.NoDate, Modified: tilt.NoDate, Version: 1, Language: "en", Status: "active", Hash: tilt.NoHash,
	}, doc.Meta)
	assert.Equal(t, tilt.Controller{Country: tilt.NoCountry, Representative: tilt.Representative{Email: tilt.NoEmail}}, doc.Controller)
	assert.Equal(t, tilt.Officer{Country: tilt.NoCountry, Email: tilt.NoEmail}, doc.DataProtectionOfficer)
	for _, field := range []string{
		"meta._id", "meta.name", "meta.created", "meta.modified", "meta.version", "meta.language", "meta.status", "meta.url", "meta._hash",
		"controller.name", "controller.address", "controller.country", "controller.representative.name", "controller.representative.email",
		"dataProtectionOfficer.name", "dataProtectionOfficer.address", "dataProtectionOfficer.country", "dataProtectionOfficer.email",
		"dataDisclosed", "thirdCountryTransfers", "accessAndDataPortability.available", "sources", "rightToInformation",
		"rightToRectificationOrDeletion", "rightToDataPortability", "rightToWithdrawConsent", "rightToComplain",
		"automatedDecisionMaking", "changesOfPurpose",
	} {
		assert.True(t, report.Has(field), field)
	}
	assert.NotContains(t, string(write(t, doc)), "null")
	assert.NotContains(t, string(write(t, new(tilt.Document))), "null")
}

// What a row of a table says of its data is said of no other data.
func TestTable(t *testing.T) {
	p, err := parse.Parse("# Privacy policy\n\n| Data | Retention |\n|---|---|\n| E-mail address | 2 years |\n| Delivery address | 30 days |\n", nil)
	require.NoError(t, err)
	doc, _ := tilt.From(p, nil)
	require.Len(t, doc.DataDisclosed, 2, "nothing is said of personal data in general")
	assert.Equal(t, []tilt.Period{{Description: "2 years", TTL: "P2Y"}}, doc.DataDisclosed[0].Storage[0].Temporal)
	assert.Equal(t, []tilt.Period{{Description: "30 days", TTL: "P30D"}}, doc.DataDisclosed[1].Storage[0].Temporal)
}

func TestTransfers(t *testing.T) {
	p, _ := sample.Policy()
	doc, _ := tilt.From(p, nil)
	yes := true
	clauses := &tilt.Guarantee{Available: &yes, Description: "Data goes to Kenya and Japan under standard contractual clauses."}
	assert.Equal(t, []tilt.Transfer{
		{Country: "KE", StandardClauses: clauses},
		{Country: "JP", StandardClauses: clauses, AdequacyDecision: &tilt.Guarantee{
			Available: &yes, Description: "For Japan there is an adequacy decision. Data of people in Russia stays in Russia.",
		}},
	}, doc.ThirdCountryTransfers, "data that stays in a country is not transferred to it")

	p.Transfers = []policy.Transfer{{Country: "IS"}}
	doc, report := tilt.From(p, nil)
	require.Len(t, doc.ThirdCountryTransfers, 1, "Iceland is in the EEA; safeguards without a country remain")
	assert.Empty(t, doc.ThirdCountryTransfers[0].Country)
	assert.True(t, report.Has("thirdCountryTransfers[].country"))

	no := policy.Fact{Polarity: policy.No, Mentions: []policy.Mention{{Span: policy.Span{Start: 1, End: 2}}}}
	p.Safeguards = []policy.Safeguard{{ID: taxonomy.SafeguardAdequacy, Fact: no}, {ID: taxonomy.SafeguardConsent, Fact: no}}
	doc, report = tilt.From(p, nil)
	assert.False(t, *doc.ThirdCountryTransfers[0].AdequacyDecision.Available)
	assert.Contains(t, report.Losses, fill.Loss{What: []string{"safeguard consent"}, Reason: "TILT has no such safeguard"})
}

func TestDecisions(t *testing.T) {
	p, _ := sample.Policy()
	doc, _ := tilt.From(p, nil)
	assert.True(t, *doc.AutomatedDecisionMaking.InUse)
	assert.Contains(t, *doc.AutomatedDecisionMaking.LogicInvolved, "we infer what you like")

	// Spoken of beside a right, or in a section on rights, profiling need not be in use.
	at := p.Rights[0].Mentions[0]
	p.Statements = []policy.Statement{{ID: taxonomy.StatementProfiling, Fact: policy.Fact{Mentions: []policy.Mention{at}}}}
	doc, report := tilt.From(p, nil)
	assert.Nil(t, doc.AutomatedDecisionMaking.InUse)
	assert.True(t, report.Has("automatedDecisionMaking"))

	p.Statements = []policy.Statement{{ID: taxonomy.StatementAutomatedDecisions, Fact: policy.Fact{Polarity: policy.No, Mentions: []policy.Mention{{Passage: 1}}}}}
	doc, _ = tilt.From(p, nil)
	assert.Equal(t, tilt.Decisions{InUse: new(bool)}, doc.AutomatedDecisionMaking)
}

func TestDeniedRight(t *testing.T) {
	p, _ := sample.Policy()
	for i := range p.Rights {
		p.Rights[i].Polarity = policy.No
	}
	doc, _ := tilt.From(p, nil)
	assert.False(t, *doc.RightToDataPortability.Available)
	assert.False(t, *doc.RightToComplain.Available)
	assert.Nil(t, doc.RightToComplain.SupervisoryAuthority)
	assert.False(t, doc.AccessAndDataPortability.Available)
}

func TestLanguages(t *testing.T) {
	p, _ := sample.Policy()
	for tag, want := range map[language.Tag]string{
		language.Dutch: "nl", language.BritishEnglish: "en", language.German: "de", language.Und: "en", language.Filipino: "en",
	} {
		p.Document.Language = tag
		doc, report := tilt.From(p, nil)
		assert.Equal(t, want, doc.Meta.Language, tag)
		assert.Equal(t, tag == language.Und || tag == language.Filipino, report.Has("meta.language"), tag)
	}
}

func TestReadErrors(t *testing.T) {
	p, _ := sample.Policy()
	doc, _ := tilt.From(p, nil)
	whole := string(write(t, doc))
	for name, c := range map[string]struct{ in, want string }{
		"empty":       {"", "unexpected end"},
		"no object":   {"[]", "cannot unmarshal array"},
		"null":        {"null", "no property meta"},
		"nothing":     {"{}", "no property meta"},
		"one missing": {strings.Replace(whole, `"changesOfPurpose"`, `"changes"`, 1), "no property changesOfPurpose"},
		"wrong type":  {strings.Replace(whole, `"version": 1`, `"version": "1"`, 1), "meta.version"},
		"more":        {whole + "{}", "after top-level value"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := tilt.Read(strings.NewReader(c.in))
			require.Error(t, err)
			assert.True(t, strings.HasPrefix(err.Error(), "tilt: "), err)
			assert.ErrorContains(t, err, c.want)
		})
	}
	broken := errors.New("broken")
	_, err := tilt.Read(iotest.ErrReader(broken))
	assert.ErrorIs(t, err, broken)

	// null and unknown properties are no errors.
	got, err := tilt.Read(strings.NewReader(strings.Replace(whole, `"name": "Tam Weir"`, `"name": null, "title": "Dr"`, 1)))
	require.NoError(t, err)
	assert.Empty(t, got.DataProtectionOfficer.Name)
}

func FuzzRead(f *testing.F) {
	p, _ := sample.Policy()
	doc, _ := tilt.From(p, nil)
	var buf bytes.Buffer
	if err := doc.Write(&buf); err != nil {
		f.Fatal(err)
	}
	f.Add(buf.Bytes())
	f.Add([]byte(`{"meta":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := tilt.Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		once := write(t, d)
		back, err := tilt.Read(bytes.NewReader(once))
		require.NoError(t, err, "what was read can be written and read again")
		assert.Equal(t, string(once), string(write(t, back)))
	})
}

func BenchmarkFrom(b *testing.B) {
	p, text := sample.Policy()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		tilt.From(p, nil)
	}
}
