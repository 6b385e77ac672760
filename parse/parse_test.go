package parse_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// ids returns the ids of a facet that the policy affirms or denies, as
// "id" or "no id", with the region in brackets.
func ids(p *policy.Policy, facet taxonomy.Facet) []string {
	var out []string
	for item := range p.FactsOf(facet) {
		s := item.ID
		if item.Denied() {
			s = "no " + s
		}
		if item.Region != "" {
			s += " [" + string(item.Region) + "]"
		}
		out = append(out, s)
	}
	return out
}

func TestEnglish(t *testing.T) {
	p, err := parse.Parse(englishPolicy, nil)
	require.NoError(t, err)
	requireSound(t, englishPolicy, p)
	assert.Equal(t, language.English, p.Document.Language)
	assert.Equal(t, "markdown", p.Document.Layout)
	assert.Equal(t, "generic", p.Document.Profile)
	assert.Equal(t, "Tansy Bikes", p.Document.Organisation)
	assert.Equal(t, "Tansy Bikes Ltd.", p.Document.LegalEntity)
	assert.Equal(t, "2024-05-04", p.Document.Updated.String())
	assert.Equal(t, []string{"identity.name", "contact.email", "contact.phone", "device.ip-address", "device.browser", "location.precise", "no sensitive.health"}, ids(p, taxonomy.FacetData))
	assert.ElementsMatch(t, []string{"service.account", "service.payment", "improvement", "improvement.development", "security.fraud"}, ids(p, taxonomy.FacetPurpose))
	assert.Equal(t, []string{"provider", "provider.payment", "no third-party"}, ids(p, taxonomy.FacetRecipient))
	assert.Equal(t, []string{"access", "rectification", "erasure", "objection [EEA]", "complaint [EEA]"}, ids(p, taxonomy.FacetRight))
	assert.Contains(t, ids(p, taxonomy.FacetStatement), "sale.no")
	require.Len(t, p.Retention, 1)
	assert.Equal(t, policy.Duration("P2Y"), p.Retention[0].Period)
	assert.Equal(t, []taxonomy.Source{taxonomy.SourcePerson}, p.Data[0].Sources)
	require.Len(t, p.Contacts, 1)
	assert.Equal(t, "privacy@tansy-bikes.example", p.Contacts[0].Value)
}

func TestDutch(t *testing.T) {
	p, err := parse.Parse(dutchPolicy, nil)
	require.NoError(t, err)
	requireSound(t, dutchPolicy, p)
	assert.Equal(t, language.Dutch, p.Document.Language)
	assert.Equal(t, "Wilgenhof B.V.", p.Document.LegalEntity)
	assert.Equal(t, "2023-03-12", p.Document.Updated.String())
	assert.Equal(t, []string{"identity.name", "contact.address", "contact.phone", "contact.email", "device.ip-address"}, ids(p, taxonomy.FacetData))
	for _, want := range []string{"service.payment", "marketing.direct", "improvement"} {
		assert.Contains(t, ids(p, taxonomy.FacetPurpose), want)
	}
	assert.Equal(t, []string{"provider", "no third-party"}, ids(p, taxonomy.FacetRecipient))
	assert.Equal(t, []string{"access", "rectification", "erasure", "withdraw-consent", "complaint"}, ids(p, taxonomy.FacetRight))
	assert.Contains(t, ids(p, taxonomy.FacetStatement), "sale.no")
}

func TestRefusedInput(t *testing.T) {
	p, err := parse.New(&parse.Config{Limit: 1000})
	require.NoError(t, err)
	for _, tt := range []struct {
		text   string
		kind   parse.InputKind
		detail string
		offset int
		hint   string // a word of it
	}{
		{"", parse.InputEmpty, "", 0, ""},
		{strings.Repeat("We collect data. ", 100), parse.InputTooLarge, "", 0, "limit"},
		{"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", parse.InputPDF, "", 0, "pdftotext"},
		{"PK\x03\x04\x14\x00\x06\x00word/document.xml", parse.InputZIP, "Word (DOCX)", 0, "unpack"},
		{"\x1f\x8b\x08\x00", parse.InputGzip, "gzip", 0, "decompress"},
		{"\x89PNG\r\n\x1a\n", parse.InputImage, "PNG", 0, "OCR"},
		{"\n{\\rtf1 We collect data", parse.InputRTF, "", 1, "plain text"},
		{"<!DOCTYPE html><html><head><title>Privacy</title></head><body><p>We collect data</p></body></html>", parse.InputHTML, "", 0, "plain text"},
		{"\xff\xfeW\x00e\x00", parse.InputUTF16, "", 0, "UTF-8"},
		{strings.Repeat("\xe0\xe4\xf6", 100), parse.InputEncoding, "", 0, "UTF-8"},
		{strings.Repeat("\x00\x01\x02\x03\x84\x92\xfe", 40), parse.InputBinary, "", 0, ""},
	} {
		t.Run(string(tt.kind), func(t *testing.T) {
			_, err := p.Parse(tt.text)
			var input *parse.InputError
			require.ErrorAs(t, err, &input)
			assert.Equal(t, tt.kind, input.Kind)
			assert.Equal(t, tt.detail, input.Detail)
			assert.Equal(t, tt.offset, input.Offset)
			assert.Equal(t, len(tt.text), input.Size)
			assert.Equal(t, tt.kind == parse.InputTooLarge, input.Limit == 1000)
			assert.Contains(t, input.Hint(), tt.hint)
			assert.Equal(t, tt.hint == "", input.Hint() == "")
			assert.Contains(t, err.Error(), "parse: input ")
		})
	}
	long := strings.Repeat("We collect your name. ", parse.DefaultLimit/22+1)
	_, err = parse.Parse(long, nil)
	var input *parse.InputError
	require.ErrorAs(t, err, &input)
	assert.Equal(t, parse.DefaultLimit, input.Limit)
}

// The layout is found out, or what the Config says.
func TestLayouts(t *testing.T) {
	for _, tt := range []struct {
		cfg  parse.Layout
		text string
		want string
	}{
		{parse.AutoLayout, "We collect your name.\n\nWe keep it for a year.\n", "plain"},
		{parse.AutoLayout, "# Data\n\nWe collect:\n\n* your *name*\n* your [e-mail address](https://a.example)\n", "markdown"},
		{parse.PlainLayout, "# Data\n\nWe collect your name.\n", "plain"},
		{parse.MarkdownLayout, "We collect your name.\n", "markdown"},
		{parse.PDFLayout, "We collect your\n\nname.\n", "pdf"},
		{parse.ScrapedLayout, "Home\nWe collect your name.\nWe collect your name.\n", "scraped"},
	} {
		p, err := parse.Parse(tt.text, &parse.Config{Layout: tt.cfg})
		require.NoError(t, err)
		assert.Equal(t, tt.want, p.Document.Layout, tt.text)
		assert.Contains(t, ids(p, taxonomy.FacetData), "identity.name", tt.text)
	}
}

func TestInvalidUTF8(t *testing.T) {
	p, err := parse.Parse("We collect your na\xffme and your e-mail address.", nil)
	require.NoError(t, err)
	require.NotEmpty(t, p.Notes)
	assert.Equal(t, policy.NoteInvalidUTF8, p.Notes[0].Code)
	assert.Equal(t, policy.Span{Start: 18, End: 19}, p.Notes[0].Span)
	assert.Contains(t, ids(p, taxonomy.FacetData), "contact.email")
}

func TestOtherLanguage(t *testing.T) {
	p, err := parse.Parse("Wir erheben personenbezogene Daten, wenn Sie unsere Website besuchen und sich anmelden.", nil)
	require.NoError(t, err)
	assert.Equal(t, language.Und, p.Document.Language)
	var codes []policy.NoteCode
	for _, n := range p.Notes {
		codes = append(codes, n.Code)
	}
	assert.Contains(t, codes, policy.NoteUnknownLanguage)
}

func TestConfigErrors(t *testing.T) {
	for name, cfg := range map[string]*parse.Config{
		"Language": {Language: language.German},
		"Layout":   {Layout: 99},
		"Limit":    {Limit: -1},
		"Terms[1]": {Terms: []parse.Term{
			parse.NewTerm(taxonomy.DataLocation, "hoofprint"),
			{Facet: taxonomy.FacetData, ID: "no.such", Phrase: "x"},
		}},
		"Terms[0]": {Terms: []parse.Term{{Facet: taxonomy.FacetData, ID: string(taxonomy.DataLocation), Phrase: "x", Language: language.French}}},
		"Terms[2]": {Terms: []parse.Term{ // of which the last has too many words in Dutch alone
			{Facet: taxonomy.FacetData, ID: string(taxonomy.DataLocation), Phrase: "x", Language: language.English},
			parse.NewTerm(taxonomy.DataLocation, "hoofprint"),
			parse.NewTerm(taxonomy.DataLocation, "one two three four five six seven eight nine ten eleven twelve thirteen locatiegegevens"),
		}},
		"Terms[3]": {Terms: []parse.Term{3: {Facet: taxonomy.FacetRecipient, ID: "provider", Phrase: "acme", Name: "\xff"},
			0: parse.NewTerm(taxonomy.DataLocation, "x"), 1: parse.NewTerm(taxonomy.DataLocation, "y"), 2: parse.NewTerm(taxonomy.DataLocation, "z")}},
		"Profile.Name":     {Profile: &parse.Profile{Name: "\xff"}},
		"Profile.Entities": {Profile: &parse.Profile{Entities: []string{"\xff"}, Products: []string{"\xff"}, Domains: []string{"\xff"}}}, // the first
		"Profile.Aliases":  {Profile: &parse.Profile{Aliases: []string{"Acme", "\xff"}}},
		"Profile.Terms[0]": {Profile: &parse.Profile{Terms: []parse.Term{parse.NewTerm(taxonomy.DataLocation, "(")}}},
	} {
		_, err := parse.New(cfg)
		var ce *parse.ConfigError
		require.ErrorAs(t, err, &ce, name)
		assert.Equal(t, name, ce.Field)
	}
	for _, phrase := range []string{"", "..", "a ..", "(a", "<nothing>", "~", "a .. b .. c .. d", "{list}", "a\nb", "100%", strings.Repeat("a ", 20)} {
		_, err := parse.New(&parse.Config{Terms: []parse.Term{parse.NewTerm(taxonomy.DataLocation, phrase)}})
		assert.Error(t, err, "phrase %q", phrase)
		assert.NotNil(t, errors.Unwrap(err))
	}
}

func TestTerms(t *testing.T) {
	text := "We collect your hoofprint and your electronic letterbox address."
	plain, err := parse.Parse(text, &parse.Config{Language: language.English})
	require.NoError(t, err)
	assert.NotContains(t, ids(plain, taxonomy.FacetData), "sensitive.biometric")
	p, err := parse.Parse(text, &parse.Config{Language: language.English, Terms: []parse.Term{
		parse.NewTerm(taxonomy.DataSensitiveBiometric, "hoofprint"),
		parse.NewTerm(taxonomy.DataContactEmail, "electronic letterbox [address]"),
	}})
	require.NoError(t, err)
	assert.Subset(t, ids(p, taxonomy.FacetData), []string{"sensitive.biometric", "contact.email"})
}

func TestProfiles(t *testing.T) {
	names := map[string]bool{}
	for _, p := range parse.Profiles() {
		assert.False(t, names[p.Name], "two profiles %s", p.Name)
		names[p.Name] = true
		text := strings.Repeat(p.Organisation+" collects your name. ", 10)
		pol, err := parse.Parse(text, nil)
		require.NoError(t, err)
		assert.Equal(t, p.Name, pol.Document.Profile)
		pol, err = parse.Parse(text, &parse.Config{Profile: parse.Generic})
		require.NoError(t, err)
		assert.Equal(t, "generic", pol.Document.Profile)
	}
	assert.Len(t, names, 3)
}

func FuzzParse(f *testing.F) {
	f.Add(englishPolicy)
	f.Add(dutchPolicy)
	for _, s := range []string{
		"", "a", "We collect\n\n\n• x\n• y", "If you are in the EEA, we do not sell, except to", "e-mail: a@b.c.d", "| a | b |\n|---|---|\n| name | e-mail |",
		"Wij bewaren uw gegevens 3 jaar.\n\f\n- naam", "\xff\xfe\xfd", strings.Repeat("(", 300), "(i) a; (ii) b; (iii) c", "locatiegegevens-, app- en",
	} {
		f.Add(s)
	}
	p, err := parse.New(&parse.Config{Limit: 1 << 16})
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text string) {
		pol, err := p.Parse(text)
		if err != nil {
			var input *parse.InputError
			require.ErrorAs(t, err, &input)
			return
		}
		requireSound(t, text, pol)
	})
}
