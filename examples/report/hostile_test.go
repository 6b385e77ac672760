package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// hostile are texts that try to become something else than text.
var hostile = []string{
	`<script>alert(1)</script>`,
	`</script><script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`' onmouseover='alert(1)`,
	"` onfocus=`alert(1)",
	`</textarea><svg onload=alert(1)>`,
	`</title></style>`,
	`<!--`, `-->`, `<![CDATA[`, `]]>`,
	`{{.Title}}{{style}}`,
	`javascript:alert(1)`,
	`&lt;b&gt;&#x3c;script&#x3e;&amp;lt;`,
	"\u2028alert(1)\u2029",
	"\u202edesrever\u2066",
	`\u003cscript\u003e \x3c`,
	"</mark></p></div>",
	"\xff\xfe<\xc0\xbcscript>",
}

// hostilePlaces are where a parser finds names, facts and contacts; the hostile text
// stands for BAD. One at a time: a text full of markup is refused as no text.
var hostilePlaces = []string{
	"Privacy policy of BAD",
	"Acme BAD B.V. (\"BAD\") is the controller of your personal data.",
	"We collect your name, BAD, e-mail address and BAD data.",
	"We collect:\n\n- your BAD;\n- your phone number BAD.",
	"We share your name with Google BAD to BAD and to deliver your order.",
	"Contact us at https://acme.example/BAD or by e-mail at x@acme.example?subject=BAD.",
	"Visit javascript:alert(1)//BAD, [here](javascript:BAD) or http://BAD.example.",
	"## BAD\n\nBAD@acme.example, Kade 1 BAD, 1011 AB Amsterdam, the Netherlands",
}

// TestHostileText reads one as the policy and the next as its older version. That a page has
// no element, attribute or link but ours, checkPage sees.
func TestHostileText(t *testing.T) {
	for _, place := range hostilePlaces {
		with := func(bad string) string {
			return samplePolicy + sampleOlder + "\n" + strings.ReplaceAll(place, "BAD", bad) + "\n"
		}
		for i, bad := range hostile {
			text := with(bad)
			checkPage(t, pageOf(t, text, with(hostile[(i+1)%len(hostile)])), text)
		}
	}
}

// TestHostileModel puts them into every string of a model, as no parser would.
func TestHostileModel(t *testing.T) {
	for _, bad := range hostile {
		text := "one " + bad + " two"
		mentions := []policy.Mention{{Span: policy.Span{Start: 4, End: 4 + len(bad)}, Condition: policy.Condition(bad)}}
		fact := policy.Fact{Region: policy.Region(bad), Mentions: mentions}
		p := &policy.Policy{
			Document: policy.Document{
				Language: language.English, Title: bad, Organisation: bad, LegalEntity: bad, Profile: bad, Layout: bad,
			},
			Passages:   []policy.Passage{{Span: policy.Span{End: len(text)}, Text: text, Section: -1, Reading: policy.NotRead}},
			Data:       []policy.DataCategory{{ID: taxonomy.Data(bad), Sources: []taxonomy.Source{taxonomy.Source(bad)}, Fact: fact}},
			Recipients: []policy.Recipient{{ID: taxonomy.Recipient(bad), Name: bad, Fact: fact}},
			Retention:  []policy.Retention{{ID: taxonomy.Retention(bad), Period: policy.Duration(bad), Fact: fact}},
			Security:   []policy.SecurityMeasure{{ID: taxonomy.Security(bad), Name: bad, Fact: fact}},
			Parties:    []policy.Party{{Name: bad, Role: policy.Role(bad), Country: bad, Region: policy.Region(bad), Mentions: mentions}},
			Contacts: []policy.Contact{
				{Type: policy.Email, Value: bad, Role: policy.Role(bad), Mentions: mentions},
				{Type: policy.URL, Value: bad, Mentions: mentions},
				{Type: policy.ContactType(bad), Value: bad, Mentions: mentions},
			},
			Transfers: []policy.Transfer{{Country: bad, Mentions: mentions}},
			Flows: []policy.Flow{{
				Span: mentions[0].Span, Data: []taxonomy.Data{taxonomy.Data(bad)}, Purposes: []taxonomy.Purpose{taxonomy.Purpose(bad)},
				Recipients: []taxonomy.Recipient{taxonomy.Recipient(bad)}, Region: policy.Region(bad),
			}},
			Unclassified: []policy.Unclassified{{Facet: taxonomy.FacetData, Span: mentions[0].Span, Words: bad}},
		}
		v := version{Name: bad, Text: text, Policy: p}
		law, err := assessed(v, jurisdiction.EEA, day)
		require.NoError(t, err)
		older := version{Name: bad, Text: "", Policy: &policy.Policy{}}
		var page strings.Builder
		require.NoError(t, write(&page, newPage(v, law, compared(v, older))))
		root := checkPage(t, page.String(), text)
		assert.Contains(t, root.all("h1")[0].content(), shown(bad))
	}
}

func TestContactLink(t *testing.T) {
	for _, x := range []struct {
		kind        policy.ContactType
		value, want string
	}{
		{policy.Email, "a.b+c@d.example", "mailto:a.b+c@d.example"},
		{policy.Email, "a@b.example?cc=x@y.example", ""},
		{policy.Email, "javascript:alert(1)//@b.example", ""},
		{policy.URL, "https://a.example/b?c=d#e", "https://a.example/b?c=d#e"},
		{policy.URL, "http://a.example", "http://a.example"},
		{policy.URL, "www.a.example/b", "https://www.a.example/b"},
		{policy.URL, "javascript:alert(1)", ""},
		{policy.URL, "JaVaScRiPt:alert(1)", ""},
		{policy.URL, " javascript:alert(1)", ""},
		{policy.URL, "java\nscript:alert(1)", ""},
		{policy.URL, "data:text/html,x", ""},
		{policy.URL, "https://user:password@a.example", ""},
		{policy.URL, "//", ""},
		{policy.URL, "", ""},
		{policy.Phone, "https://a.example", ""},
		{policy.Address, "https://a.example", ""},
	} {
		assert.Equal(t, x.want, contactLink(policy.Contact{Type: x.kind, Value: x.value}), "%s %q", x.kind, x.value)
	}
}
