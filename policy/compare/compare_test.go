package compare_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/compare"
	"example.com/policymodel/taxonomy"
)

func read(t testing.TB, text string) *policy.Policy {
	t.Helper()
	p, err := parse.Parse(text, nil)
	require.NoError(t, err)
	return p
}

// states returns a policy that states what add gives it.
func states(add ...func(*policy.Policy)) *policy.Policy {
	p := &policy.Policy{Passages: []policy.Passage{{Span: policy.Span{Start: 0, End: 100}, Text: strings.Repeat("x", 100), Section: -1, Reading: policy.Read}}}
	for _, f := range add {
		f(p)
	}
	return p
}

var place = []policy.Mention{{Span: policy.Span{Start: 1, End: 5}}}

func said(polarity policy.Polarity, region policy.Region) policy.Fact {
	return policy.Fact{Polarity: polarity, Region: region, Mentions: place}
}

func data(id taxonomy.Data, f policy.Fact, sources ...taxonomy.Source) func(*policy.Policy) {
	return func(p *policy.Policy) {
		p.Data = append(p.Data, policy.DataCategory{ID: id, Sources: sources, Fact: f})
	}
}

func recipient(id taxonomy.Recipient, name string, f policy.Fact) func(*policy.Policy) {
	return func(p *policy.Policy) {
		p.Recipients = append(p.Recipients, policy.Recipient{ID: id, Name: name, Fact: f})
	}
}

func right(id taxonomy.Right, region policy.Region) func(*policy.Policy) {
	return func(p *policy.Policy) {
		p.Rights = append(p.Rights, policy.Right{ID: id, Fact: said(policy.Yes, region)})
	}
}

func retention(period policy.Duration) func(*policy.Policy) {
	return func(p *policy.Policy) {
		p.Retention = append(p.Retention, policy.Retention{ID: taxonomy.RetentionFixedPeriod, Period: period, Fact: said(policy.Yes, "")})
	}
}

func party(name string, role policy.Role, country string, region policy.Region) func(*policy.Policy) {
	return func(p *policy.Policy) {
		p.Parties = append(p.Parties, policy.Party{Name: name, Role: role, Country: country, Region: region, Mentions: place})
	}
}

func contact(kind policy.ContactType, value string) func(*policy.Policy) {
	return func(p *policy.Policy) {
		p.Contacts = append(p.Contacts, policy.Contact{Type: kind, Value: value, Mentions: place})
	}
}

func age(n int) func(*policy.Policy) {
	return func(p *policy.Policy) { p.Children = append(p.Children, policy.ChildAge{Age: n, Mentions: place}) }
}

func updated(year int) func(*policy.Policy) {
	return func(p *policy.Policy) { p.Document.Updated = policy.Date{Year: year, Month: 5, Day: 1} }
}

func obtained(id taxonomy.Data, source taxonomy.Source) func(*policy.Policy) {
	return func(p *policy.Policy) {
		p.Flows = append(p.Flows, policy.Flow{Span: place[0].Span, Data: []taxonomy.Data{id}, Sources: []taxonomy.Source{source}})
	}
}

func under(c policy.Condition, f policy.Fact) policy.Fact {
	f.Mentions = slices.Clone(f.Mentions)
	for i := range f.Mentions {
		f.Mentions[i].Condition = c
	}
	return f
}

// short writes a change as "type kind id [key from>to] grade".
func short(c compare.Change) string {
	s := c.Subject()
	parts := []string{string(c.Type), string(s.Kind)}
	for _, x := range []string{s.ID, s.Name, string(s.Region)} {
		if x != "" {
			parts = append(parts, x)
		}
	}
	if s.Kind == compare.Contact && c.Key == "" {
		parts = append(parts, s.Value)
	}
	if c.Key != "" {
		parts = append(parts, "["+string(c.Key)+" "+c.From()+">"+c.To()+"]")
	}
	return strings.Join(append(parts, string(c.Grade)), " ")
}

func shorts(changes []compare.Change) []string {
	list := []string{}
	for _, c := range changes {
		list = append(list, short(c))
	}
	return list
}

func TestVersions(t *testing.T) {
	yes, no := said(policy.Yes, ""), said(policy.No, "")
	tests := []struct {
		name          string
		before, after *policy.Policy
		want          []string
	}{
		{"added", states(), states(data("contact.email", yes)), []string{"added data contact.email material"}},
		{"removed", states(right("access", "")), states(), []string{"removed right access material"}},
		{"a parent gives way to a child", states(data("contact.address", yes)), states(data("contact.address.billing", yes)),
			[]string{"narrowed data contact.address.billing [id contact.address>contact.address.billing] material"}},
		{"a grandparent to several", states(data("device", yes)), states(data("device.identifier.imei", yes), data("device.os", yes)),
			[]string{"narrowed data device.identifier.imei [id device>device.identifier.imei] material", "narrowed data device.os [id device>device.os] material"}},
		{"a child gives way to its parent", states(recipient("partner.advertising", "", yes)), states(recipient("partner", "", yes)),
			[]string{"widened recipient partner [id partner.advertising>partner] material"}},
		{"a recipient gets a name", states(recipient("provider.analytics", "", yes)), states(recipient("provider.analytics", "Meter", yes)),
			[]string{"narrowed recipient provider.analytics Meter [id provider.analytics>provider.analytics (Meter)] material"}},
		{"a named recipient in another role", states(recipient("provider.analytics", "Meter", yes)), states(recipient("partner.advertising", "Meter", yes)),
			[]string{"changed recipient partner.advertising Meter [id provider.analytics (Meter)>partner.advertising (Meter)] material"}},
		{"a child beside its parent", states(data("contact", yes)), states(data("contact", yes), data("contact.email", yes)), []string{"added data contact.email material"}},
		{"a group is named for its members", states(data("contact.email", yes)), states(data("contact", yes), data("contact.email", yes)), []string{"added data contact wording"}},
		{"but not for recipients", states(recipient("provider.payment", "", yes)), states(recipient("provider", "", yes), recipient("provider.payment", "", yes)), []string{"added recipient provider material"}},
		{"polarity", states(recipient("third-party", "", no)), states(recipient("third-party", "", yes)), []string{"changed recipient third-party [polarity no>yes] material"}},
		{"a denial beside an affirmation", states(recipient("third-party", "", yes)), states(recipient("third-party", "", yes), recipient("third-party", "", no)), []string{"added recipient third-party material"}},
		{"fewer people", states(right("erasure", "")), states(right("erasure", policy.EEA)), []string{"changed right erasure EEA [region >EEA] material"}},
		{"a part of the people", states(right("erasure", "US")), states(right("erasure", policy.California)), []string{"changed right erasure US-CA [region US>US-CA] material"}},
		{"other people", states(right("erasure", policy.EEA)), states(right("erasure", policy.California)), []string{"removed right erasure EEA material", "added right erasure US-CA material"}},
		{"people who have it already", states(right("erasure", "")), states(right("erasure", ""), right("erasure", policy.EEA)), []string{"added right erasure EEA wording"}},
		{"consent", states(data("location", yes)), states(data("location", under(policy.OnConsent, yes))), []string{"changed data location [condition >consent] material"}},
		{"a condition of no account", states(data("location", under(policy.ByLaw, yes))), states(data("location", under(policy.OnEvent, yes))), []string{}},
		{"an unknown condition", states(data("location", yes)), states(data("location", under(policy.Otherwise, yes))), []string{}},
		{"period", states(retention("P3Y")), states(retention("P1Y")), []string{"changed retention fixed-period [period P3Y>P1Y] material"}},
		{"the same period", states(retention("P12M")), states(retention("P1Y")), []string{"changed retention fixed-period [period P12M>P1Y] wording"}},
		{"the nearest period", states(retention("P30D"), retention("P3Y")), states(retention("P2Y")),
			[]string{"changed retention fixed-period [period P3Y>P2Y] material", "removed retention fixed-period material"}},
		{"sources", states(data("device.os", yes, taxonomy.SourcePerson)), states(data("device.os", yes, taxonomy.SourceAutomatic, taxonomy.SourcePerson), obtained("device.os", taxonomy.SourceAutomatic)),
			[]string{"changed data device.os [sources person>automatic,person] wording"}},
		{"sources that no passage ties", states(data("device.os", yes, taxonomy.SourcePerson)), states(data("device.os", yes, taxonomy.SourceAutomatic)), []string{}},
		{"sources that one side does not tell", states(data("device.os", yes)), states(data("device.os", yes, taxonomy.SourcePerson)), []string{}},
		{"age", states(age(13)), states(age(16)), []string{"changed children [age 13>16] material"}},
		{"date", states(updated(2020)), states(updated(2021)), []string{"changed document [updated 2020-05-01>2021-05-01] wording"}},
		{"a party spelled in another way", states(party("Kite Co., Ltd.", policy.Controller, "", "")), states(party("KITE Co. Ltd", policy.Controller, "NL", "")), []string{}},
		{"a party elsewhere", states(party("Kite", policy.Controller, "DE", "")), states(party("Kite", policy.Controller, "NL", "")), []string{"changed controller Kite [country DE>NL] material"}},
		{"a party for others", states(party("Kite", policy.Controller, "", policy.EEA)), states(party("Kite", policy.Controller, "", "")), []string{"changed controller Kite [region EEA>] material"}},
		{"a party in another role", states(party("Kite", policy.Controller, "", "")), states(party("Kite", policy.Processor, "", "")), []string{"changed controller Kite [role controller>processor] material"}},
		{"another party in its place", states(party("Kite", policy.Controller, "", policy.EEA)), states(party("Gull", policy.Controller, "", policy.EEA)), []string{"changed controller Gull EEA [name Kite>Gull] material"}},
		{"another address", states(party("Kite", policy.Operator, "", "")), states(party("Gull", policy.Operator, "", "")), []string{"removed controller Kite material", "added controller Gull material"}},
		{"a new party", states(), states(party("Kite", policy.Representative, "", policy.EEA)), []string{"added controller Kite EEA material"}},
		{"a link in another form", states(contact(policy.URL, "https://www.kite.example/privacy/")), states(contact(policy.URL, "kite.example/privacy")), []string{}},
		{"a link in another language", states(contact(policy.URL, "kite.example/en/privacy")), states(contact(policy.URL, "kite.example/nl/privacy")),
			[]string{"changed contact [value kite.example/en/privacy>kite.example/nl/privacy] cosmetic"}},
		{"a phone in another form", states(contact(policy.Phone, "+31 20 555 01 00")), states(contact(policy.Phone, "+31205550100")), []string{}},
		{"an address moves within the building", states(contact(policy.Address, "2nd floor, 1 Harbour Road, Port Town")), states(contact(policy.Address, "5th floor, 1 Harbour Road, Port Town")),
			[]string{"changed contact [value 2nd floor, 1 Harbour Road, Port Town>5th floor, 1 Harbour Road, Port Town] wording"}},
		{"another e-mail address", states(contact(policy.Email, "info@kite.example")), states(contact(policy.Email, "privacy@kite.example")),
			[]string{"removed contact info@kite.example material", "added contact privacy@kite.example material"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			changes := compare.Versions(tt.before, tt.after)
			assert.ElementsMatch(t, tt.want, shorts(changes))
			for _, c := range changes {
				check(t, c)
			}
		})
	}
}

// What a policy says of itself is compared property by property.
func TestDocument(t *testing.T) {
	base := func() *policy.Policy {
		p := states()
		p.Document = policy.Document{Language: language.English, Title: "Privacy", Organisation: "Kite", LegalEntity: "Kite Ltd",
			Updated: policy.Date{Year: 2024, Month: 5, Day: 1}}
		return p
	}
	for _, tt := range []struct {
		key      compare.Key
		change   func(*policy.Policy)
		from, to string
	}{
		{compare.ByLanguage, func(p *policy.Policy) { p.Document.Language = language.Dutch }, "en", "nl"},
		{compare.ByTitle, func(p *policy.Policy) { p.Document.Title = "Privacy notice" }, "Privacy", "Privacy notice"},
		{compare.ByOrganisation, func(p *policy.Policy) { p.Document.Organisation = "Gull" }, "Kite", "Gull"},
		{compare.ByLegalEntity, func(p *policy.Policy) { p.Document.LegalEntity = "Gull Ltd" }, "Kite Ltd", "Gull Ltd"},
		{compare.ByUpdated, func(p *policy.Policy) { p.Document.Updated.Year = 2025 }, "2024-05-01", "2025-05-01"},
	} {
		after := base()
		tt.change(after)
		changes := compare.Versions(base(), after)
		require.Len(t, changes, 1, tt.key)
		c := changes[0]
		assert.Equal(t, compare.Changed, c.Type)
		assert.Equal(t, compare.Document, c.Subject().Kind)
		assert.Equal(t, tt.key, c.Key)
		assert.Equal(t, [2]string{tt.from, tt.to}, [2]string{c.From(), c.To()}, tt.key)
	}
}

// The keys of the other statements, and the types of change.
func TestKeys(t *testing.T) {
	yes := said(policy.Yes, "")
	transfer := func(localised bool) *policy.Policy {
		return states(func(p *policy.Policy) {
			p.Transfers = []policy.Transfer{{Country: "RU", Localised: localised, Mentions: place}}
		})
	}
	for _, tt := range []struct {
		before, after *policy.Policy
		typ           compare.Type
		key           compare.Key
	}{
		{transfer(false), transfer(true), compare.Changed, compare.ByLocalisation},
		{states(party("Kite", policy.Controller, "", policy.EEA)), states(party("Gull", policy.Controller, "", policy.EEA)), compare.Changed, compare.ByName},
		{states(contact(policy.URL, "kite.example/en/privacy")), states(contact(policy.URL, "kite.example/nl/privacy")), compare.Changed, compare.ByValue},
		{states(data("contact", yes)), states(data("contact.email", yes)), compare.Narrowed, compare.ByID},
		{states(data("contact.email", yes)), states(data("contact", yes)), compare.Widened, compare.ByID},
	} {
		changes := compare.Versions(tt.before, tt.after)
		require.Len(t, changes, 1, tt.key)
		assert.Equal(t, tt.typ, changes[0].Type)
		assert.Equal(t, tt.key, changes[0].Key)
	}
}

func TestSilent(t *testing.T) {
	email := data("contact.email", said(policy.Yes, ""))
	silent := func(before, after *policy.Policy) []bool {
		var list []bool
		for _, c := range compare.Versions(before, after) {
			list = append(list, c.Silent)
		}
		return list
	}
	assert.Equal(t, []bool{true}, silent(states(updated(2020)), states(updated(2020), email)))
	assert.Equal(t, []bool{false, false}, silent(states(updated(2020)), states(updated(2021), email)))
	assert.Equal(t, []bool{false}, silent(states(), states(email)), "no date that could have changed")
}

func TestJSON(t *testing.T) {
	before := states(right("access", ""), contact(policy.Email, "info@kite.example"), retention("P3Y"), updated(2020))
	after := states(right("access", policy.EEA), retention("P1Y"), age(16), updated(2020))
	var lines []string
	for _, c := range compare.Versions(before, after) {
		b, err := json.Marshal(c)
		require.NoError(t, err)
		lines = append(lines, string(b))
	}
	assert.Equal(t, []string{
		`{"change":"removed","kind":"contact","type":"email","value":"info@kite.example","material":true,"before":[{"start":1,"end":5}],"after":[],"why":"material, silent: a way to make contact is gone"}`,
		`{"change":"added","kind":"children","age":16,"material":true,"before":[],"after":[{"start":1,"end":5}],"why":"material, silent: an age limit is stated that was not"}`,
		`{"change":"changed","kind":"retention","id":"fixed-period","polarity":"yes","period":"P1Y","key":"period","from":"P3Y","to":"P1Y","material":true,"before":[{"start":1,"end":5}],"after":[{"start":1,"end":5}],"why":"material, silent: the period is shorter"}`,
		`{"change":"changed","kind":"right","id":"access","polarity":"yes","region":"EEA","key":"region","from":"","to":"EEA","material":true,"before":[{"start":1,"end":5}],"after":[{"start":1,"end":5}],"why":"material, silent: Right “Right of access” for people in EEA holds for fewer people"}`,
	}, lines)
}

func TestFlows(t *testing.T) {
	flow := func(region policy.Region, d taxonomy.Data, r taxonomy.Recipient) func(*policy.Policy) {
		return func(p *policy.Policy) {
			p.Flows = append(p.Flows, policy.Flow{Span: policy.Span{Start: 1, End: 9}, Region: region, Data: []taxonomy.Data{d}, Recipients: []taxonomy.Recipient{r}})
		}
	}
	before := states(flow("", "contact.email", "provider"), flow("", "location", "partner.advertising"))
	tests := []struct {
		name  string
		after *policy.Policy
		want  []string
	}{
		{"the same", before, []string{}},
		{"gained and lost", states(flow("", "contact.email", "partner"), flow("", "location", "partner.advertising")), []string{"added flow partner material", "removed flow provider material"}},
		{"narrower ends", states(flow("", "contact.email", "provider.hosting"), flow("", "location.precise", "partner.advertising")), []string{}},
		{"wider ends", states(flow("", "contact", "provider"), flow("", "location", "partner")), []string{}},
		{"fewer people", states(flow(policy.EEA, "contact.email", "provider"), flow("", "location", "partner.advertising")), []string{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.ElementsMatch(t, tt.want, shorts(compare.Flows(before, tt.after))) })
	}
}

func TestHistory(t *testing.T) {
	email, phone := data("contact.email", said(policy.Yes, "")), data("contact.phone", said(policy.Yes, ""))
	spells := compare.History(states(email), states(email, phone), states(phone), states(email, phone))
	require.Len(t, spells, 3)
	assert.Equal(t, [2]int{0, 1}, [2]int{spells[0].First, spells[0].Last}, "contact.email")
	assert.Equal(t, [2]int{3, 3}, [2]int{spells[1].First, spells[1].Last}, "contact.email again")
	assert.Equal(t, "contact.phone", spells[2].ID)
	assert.Equal(t, [2]int{1, 3}, [2]int{spells[2].First, spells[2].Last})
	assert.Empty(t, compare.History())
}
