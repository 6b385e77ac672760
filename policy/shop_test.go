package policy_test

import (
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// shopText is the policy of an invented publisher that the tests read.
const shopText = `Larkmoor Lamps – Privacy Notice

Updated 4 March 2025. Larkmoor Lamps B.V. is responsible for your data. In the European
Economic Area, Larkmoor Europe GmbH is.

## What we ask for

When you order a lamp, we ask for your e-mail address and your delivery address to send it.
With your consent, we read the position of your phone. We do not record your voice.
The hue bridge may hum at night.

## Who gets it

- the courier who brings your lamp
- Lumen Count, which counts our visitors

We never sell your data. We keep invoices for seven years.

## Your rights

In the European Economic Area you may ask for a copy of your data: write to
privacy@larkmoor.example. From elsewhere, write to hello@larkmoor.example.
Children under 16 may not order. Our servers stand in Iceland.

Terms of sale | Cookies
`

// shop returns the policy that shopText is, made by hand.
func shop() *policy.Policy {
	p := &policy.Policy{
		Source: policy.NewSource(shopText),
		Document: policy.Document{
			Language: language.English, Title: "Privacy Notice", Organisation: "Larkmoor Lamps",
			LegalEntity: "Larkmoor Lamps B.V.", Updated: policy.Date{Year: 2025, Month: 3, Day: 4},
			Profile: "generic", Layout: "markdown",
			Body: policy.Span{End: strings.Index(shopText, "\nTerms of sale")},
		},
	}
	end := 0 // of the words found last
	find := func(words string) policy.Span {
		start := end + strings.Index(shopText[end:], words)
		end = start + len(words)
		return policy.Span{Start: start, End: end}
	}

	headings := []struct {
		title string
		kind  policy.SectionKind
	}{
		{"Larkmoor Lamps – Privacy Notice", policy.SectionIntroduction},
		{"What we ask for", policy.SectionCollection},
		{"Who gets it", policy.SectionSharing},
		{"Your rights", policy.SectionRights},
	}
	for i, h := range headings {
		s := find(h.title)
		p.Sections = append(p.Sections, policy.Section{
			Heading: s, Title: h.title, Span: policy.Span{Start: s.Start, End: p.Document.Body.End},
			Level: 1 + min(i, 1), Parent: min(i, 1) - 1, Kind: h.kind,
		})
		if i > 1 {
			p.Sections[i-1].Span.End = s.Start
		}
	}

	end = 0
	for _, ps := range []struct {
		words   string
		section int
		reading policy.Reading
	}{
		{"Larkmoor Lamps – Privacy Notice", 0, policy.Boilerplate},
		{"Updated 4 March 2025.", 0, policy.Boilerplate},
		{"Larkmoor Lamps B.V. is responsible for your data.", 0, policy.Read},
		{"In the European\nEconomic Area, Larkmoor Europe GmbH is.", 0, policy.Read},
		{"What we ask for", 1, policy.Boilerplate},
		{"When you order a lamp, we ask for your e-mail address and your delivery address to send it.", 1, policy.Read},
		{"With your consent, we read the position of your phone.", 1, policy.Read},
		{"We do not record your voice.", 1, policy.Read},
		{"Who gets it", 2, policy.Boilerplate},
		{"the courier who brings your lamp", 2, policy.Read},
		{"Lumen Count, which counts our visitors", 2, policy.Read},
		{"We never sell your data.", 2, policy.Read},
		{"We keep invoices for seven years.", 2, policy.Read},
		{"Your rights", 3, policy.Boilerplate},
		{"In the European Economic Area you may ask for a copy of your data: write to\nprivacy@larkmoor.example.", 3, policy.Read},
		{"From elsewhere, write to hello@larkmoor.example.", 3, policy.Read},
		{"Children under 16 may not order.", 3, policy.Read},
		{"Our servers stand in Iceland.", 3, policy.Read},
		{"Terms of sale | Cookies", 3, policy.SetAside},
	} {
		s := find(ps.words)
		p.Passages = append(p.Passages, policy.Passage{Span: s, Text: ps.words, Section: ps.section, Reading: ps.reading})
	}

	// said returns a fact that the words in a passage state.
	mention := func(passage int, words string) policy.Mention {
		in := p.Passages[passage]
		start := in.Span.Start + strings.Index(in.Text, words)
		return policy.Mention{Span: policy.Span{Start: start, End: start + len(words)}, Passage: passage}
	}
	said := func(m ...policy.Mention) policy.Fact { return policy.Fact{Mentions: m} }
	denied := func(m ...policy.Mention) policy.Fact { return policy.Fact{Polarity: policy.No, Mentions: m} }
	position := mention(6, "the position of your phone")
	position.Condition = policy.OnConsent

	p.Data = []policy.DataCategory{
		{ID: taxonomy.DataContactEmail, Sources: []taxonomy.Source{taxonomy.SourcePerson}, Fact: said(mention(5, "e-mail address"))},
		{ID: taxonomy.DataContactAddressDelivery, Sources: []taxonomy.Source{taxonomy.SourcePerson}, Fact: said(mention(5, "delivery address"))},
		{ID: taxonomy.DataLocation, Sources: []taxonomy.Source{taxonomy.SourceAutomatic}, Fact: said(position)},
		{ID: taxonomy.DataContentAudio, Fact: denied(mention(7, "your voice"))},
		{ID: taxonomy.DataFinancialInvoice, Fact: said(mention(12, "invoices"))},
	}
	p.Purposes = []policy.Purpose{
		{ID: taxonomy.PurposeServiceOrder, Fact: said(mention(5, "order a lamp"))},
		{ID: taxonomy.PurposeServiceDelivery, Fact: said(mention(5, "send it"), mention(9, "brings your lamp"))},
	}
	p.LegalBases = []policy.LegalBasis{{ID: taxonomy.LegalBasisConsent, Fact: said(mention(6, "With your consent"))}}
	p.Recipients = []policy.Recipient{
		{ID: taxonomy.RecipientProviderDelivery, Fact: said(mention(9, "the courier"))},
		{ID: taxonomy.RecipientProviderAnalytics, Name: "Lumen Count", Fact: said(mention(10, "Lumen Count"))},
		{ID: taxonomy.RecipientThirdParty, Fact: denied(mention(11, "never sell your data"))},
	}
	p.Retention = []policy.Retention{
		{ID: taxonomy.RetentionFixedPeriod, Period: "P7Y", Fact: said(mention(12, "for seven years"))},
	}
	p.Rights = []policy.Right{
		{ID: taxonomy.RightCopy, Fact: policy.Fact{Region: policy.EEA, Mentions: []policy.Mention{mention(14, "a copy of your data")}}},
	}
	p.Statements = []policy.Statement{{ID: taxonomy.StatementSaleNo, Fact: said(mention(11, "We never sell your data"))}}
	p.Subjects = []policy.DataSubject{{ID: taxonomy.SubjectVisitor, Fact: said(mention(10, "visitors"))}}

	p.Parties = []policy.Party{
		{Name: "Larkmoor Lamps B.V.", Role: policy.Controller, Country: "NL", Mentions: []policy.Mention{mention(2, "Larkmoor Lamps B.V.")}},
		{Name: "Larkmoor Europe GmbH", Role: policy.Controller, Region: policy.EEA, Mentions: []policy.Mention{mention(3, "Larkmoor Europe GmbH")}},
	}
	p.Contacts = []policy.Contact{
		{Type: policy.Email, Value: "privacy@larkmoor.example", Region: policy.EEA, Mentions: []policy.Mention{mention(14, "privacy@larkmoor.example")}},
		{Type: policy.Email, Value: "hello@larkmoor.example", Mentions: []policy.Mention{mention(15, "hello@larkmoor.example")}},
	}
	p.Transfers = []policy.Transfer{{Country: "IS", Mentions: []policy.Mention{mention(17, "Iceland")}}}
	p.Children = []policy.ChildAge{{Age: 16, Mentions: []policy.Mention{mention(16, "under 16")}}}
	p.Flows = []policy.Flow{
		{
			Span: p.Passages[5].Span, Data: []taxonomy.Data{taxonomy.DataContactEmail, taxonomy.DataContactAddressDelivery},
			Sources: []taxonomy.Source{taxonomy.SourcePerson}, Purposes: []taxonomy.Purpose{taxonomy.PurposeServiceDelivery},
		},
		{
			Span: p.Passages[6].Span, Data: []taxonomy.Data{taxonomy.DataLocation},
			LegalBases: []taxonomy.LegalBasis{taxonomy.LegalBasisConsent},
		},
		{
			Span: p.Passages[9].Span, Recipients: []taxonomy.Recipient{taxonomy.RecipientProviderDelivery},
			Purposes: []taxonomy.Purpose{taxonomy.PurposeServiceDelivery},
		},
	}
	hue := mention(6, "the position")
	p.Unclassified = []policy.Unclassified{{Facet: taxonomy.FacetData, Span: hue.Span, Words: "the position", Passage: hue.Passage}}
	p.Notes = []policy.Note{{Code: policy.NoteMixedLanguage, Span: p.Passages[10].Span, Message: "a name in no language"}}
	return p
}
