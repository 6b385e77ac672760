// Package sample has a policy of an invented publisher, made by hand, for the
// tests of the packages that export policies. It has facts of every facet and
// records of every kind, affirmed and denied, for several regions.
package sample

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// Policy returns the policy of Brindle Kettles, and the text that it is of.
func Policy() (*policy.Policy, string) {
	b := &builder{p: &policy.Policy{}}

	b.section("Brindle Kettles: Privacy Notice", policy.SectionIntroduction)
	b.passage("Last changed on 5 May 2024.")
	b.passage("Brindle Kettles Ltd, 4 Steam Lane, Dublin, Ireland, is the controller.")
	b.party("Brindle Kettles Ltd", policy.Controller, "IE", policy.Everybody)
	b.contact("4 Steam Lane, Dublin, Ireland", policy.Address, policy.Everybody, "")
	b.passage("In California, Brindle Kettles Inc. answers for your data.")
	b.party("Brindle Kettles Inc.", policy.Controller, "US", policy.California)
	b.passage("Our representative in the Union is Orla Finch, orla@brindle.example.")
	b.party("Orla Finch", policy.Representative, "", policy.EEA)
	b.contact("orla@brindle.example", policy.Email, policy.EEA, policy.Representative)
	b.passage("Our data protection officer is Tam Weir: dpo@brindle.example, +353 1 555 0100.")
	b.party("Tam Weir", policy.DataProtectionOfficer, "", policy.Everybody)
	b.contact("dpo@brindle.example", policy.Email, policy.Everybody, policy.DataProtectionOfficer)
	b.contact("+353 1 555 0100", policy.Phone, policy.Everybody, policy.DataProtectionOfficer)

	b.section("What we collect", policy.SectionCollection)
	b.passage("You give us your e-mail address and your delivery address when you order, so that we can send the kettle; we need them for our contract with you.")
	b.data(taxonomy.DataContactEmail, "e-mail address", taxonomy.SourcePerson)
	b.data(taxonomy.DataContactAddressDelivery, "delivery address", taxonomy.SourcePerson)
	b.fact(taxonomy.FacetPurpose, "service.delivery", "send the kettle")
	b.fact(taxonomy.FacetLegalBasis, "contract", "for our contract with you")
	b.flow(policy.Everybody, "data contact.email", "data contact.address.delivery", "source person", "purpose service.delivery", "legal-basis contract")
	b.passage("Without a delivery address we cannot send it, so you must give it.")
	b.data(taxonomy.DataContactAddressDelivery, "delivery address", taxonomy.SourcePerson)
	b.fact(taxonomy.FacetStatement, "mandatory", "you must give it")
	b.passage("With your consent we use your e-mail address for a newsletter.")
	b.data(taxonomy.DataContactEmail, "e-mail address", taxonomy.SourcePerson)
	b.fact(taxonomy.FacetPurpose, "marketing.direct", "newsletter")
	b.fact(taxonomy.FacetLegalBasis, "consent", "With your consent").Condition = policy.OnConsent
	b.flow(policy.Everybody, "data contact.email", "purpose marketing.direct", "legal-basis consent")
	b.passage("The kettle's app reads how hot you like your tea | and when, from which we infer what you like, in our legitimate interest.")
	b.data(taxonomy.DataActivityUsage, "how hot you like your tea", taxonomy.SourceAutomatic)
	b.data(taxonomy.DataInference, "what you like", taxonomy.SourceAutomatic)
	b.fact(taxonomy.FacetStatement, "profiling", "infer what you like")
	b.fact(taxonomy.FacetLegalBasis, "legitimate-interests", "in our legitimate interest")
	b.flow(policy.Everybody, "data activity.usage", "data inference", "source automatic", "legal-basis legitimate-interests")
	b.passage("Dealers tell us the kettle's serial number, and we see public reviews.")
	b.data(taxonomy.DataDeviceIdentifierSerial, "serial number", taxonomy.SourceThirdParty)
	b.data(taxonomy.DataContentText, "reviews", taxonomy.SourcePublic)
	b.fact(taxonomy.FacetSource, "third-party", "Dealers")
	b.fact(taxonomy.FacetSource, "public", "public")
	b.fact(taxonomy.FacetSubject, "customer", "Dealers")
	b.flow(policy.Everybody, "data device.identifier.serial", "source third-party")
	b.passage("We do not record your voice and use cookies only for statistics.")
	b.deny(taxonomy.FacetData, "content.audio", "your voice")
	b.fact(taxonomy.FacetTechnology, "cookie.statistics", "cookies only for statistics")
	b.passage("We may call statistics anonymous. We use data to improve kettles and to bring claims.")
	b.data(taxonomy.DataNonPersonal, "statistics")
	b.fact(taxonomy.FacetPurpose, "improvement", "improve kettles")
	b.fact(taxonomy.FacetPurpose, "legal.claims", "bring claims")

	b.section("Who gets it", policy.SectionSharing)
	b.passage("The courier gets your delivery address to bring the kettle.")
	b.data(taxonomy.DataContactAddressDelivery, "delivery address", taxonomy.SourcePerson)
	b.fact(taxonomy.FacetRecipient, "provider.delivery", "The courier")
	b.fact(taxonomy.FacetPurpose, "service.delivery", "bring the kettle")
	b.flow(policy.Everybody, "data contact.address.delivery", "recipient provider.delivery", "purpose service.delivery")
	b.passage("Tally & Sons counts the visitors of our site.")
	b.named(taxonomy.RecipientProviderAnalytics, "Tally & Sons", "Tally & Sons")
	b.fact(taxonomy.FacetPurpose, "analytics", "counts the visitors")
	b.fact(taxonomy.FacetSubject, "visitor", "visitors")
	b.flow(policy.Everybody, "purpose analytics", "recipient provider.analytics")
	b.passage("We give nothing to advertisers and never sell your data.")
	b.deny(taxonomy.FacetRecipient, "partner.advertising", "advertisers")
	b.fact(taxonomy.FacetStatement, "sale.no", "never sell your data")
	b.passage("Data goes to Kenya and Japan under standard contractual clauses.")
	b.transfer("KE", false, "Kenya")
	b.transfer("JP", false, "Japan")
	b.fact(taxonomy.FacetSafeguard, "standard-contractual-clauses", "standard contractual clauses")
	b.passage("For Japan there is an adequacy decision. Data of people in Russia stays in Russia.")
	b.transfer("JP", false, "Japan")
	b.fact(taxonomy.FacetSafeguard, "adequacy", "an adequacy decision")
	b.transfer("RU", true, "Russia")

	b.section("How long, how safe", policy.SectionRetention)
	b.passage("We keep the delivery address for two years and what you wrote as long as law asks.")
	b.data(taxonomy.DataContactAddressDelivery, "delivery address", taxonomy.SourcePerson)
	b.period("P2Y", "for two years")
	b.fact(taxonomy.FacetRetention, "legal-requirement", "as long as law asks")
	b.passage("Other data goes when its purpose is gone; then we delete it.")
	b.fact(taxonomy.FacetRetention, "purpose", "when its purpose is gone")
	b.fact(taxonomy.FacetDisposal, "deletion", "delete it")
	b.passage("Data is encrypted, access is limited, and we are certified under ISO/IEC 27001.")
	b.fact(taxonomy.FacetSecurity, "encryption", "encrypted")
	b.fact(taxonomy.FacetSecurity, "access-control", "access is limited")
	b.fact(taxonomy.FacetSecurity, "certification", "certified under ISO/IEC 27001")
	b.p.Security[len(b.p.Security)-1].Name = "ISO/IEC 27001"

	b.section("Your rights", policy.SectionRights)
	b.passage("In the European Economic Area you may see, correct, delete and take along your data, withdraw consent and complain to the authority.")
	for _, r := range []struct{ id, words string }{
		{"access", "see"}, {"rectification", "correct"}, {"erasure", "delete"}, {"portability", "take along"},
		{"withdraw-consent", "withdraw consent"}, {"complaint", "complain to the authority"},
	} {
		b.region(taxonomy.FacetRight, r.id, policy.EEA, r.words)
	}
	b.passage("Write to rights@brindle.example or at www.brindle.example/rights.")
	b.contact("rights@brindle.example", policy.Email, policy.Everybody, "")
	b.contact("www.brindle.example/rights", policy.URL, policy.Everybody, "")
	b.passage("In California you may opt out of a sale, and we use your postcode for research.")
	b.region(taxonomy.FacetRight, "opt-out-sale", policy.California, "opt out of a sale")
	b.region(taxonomy.FacetData, "location.approximate", policy.California, "your postcode")
	b.region(taxonomy.FacetPurpose, "research", policy.California, "research")
	b.flow(policy.California, "data location.approximate", "purpose research")
	b.passage("Our service is not for children under 16, and changes are told by e-mail.")
	b.p.Children = []policy.ChildAge{{Age: 16, Mentions: []policy.Mention{b.at("children under 16")}}}
	b.fact(taxonomy.FacetChangeNotice, "email", "told by e-mail")

	text := b.text.String()
	b.p.Source = policy.NewSource(text)
	b.p.Document = policy.Document{
		Language: language.English, Title: "Brindle Kettles: Privacy Notice", Organisation: "Brindle Kettles",
		LegalEntity: "Brindle Kettles Ltd", Updated: policy.Date{Year: 2024, Month: 5, Day: 5},
		Profile: "generic", Layout: "plain", Body: policy.Span{End: len(text)},
	}
	for i := range b.p.Sections {
		b.p.Sections[i].Span.End = len(text)
		if i > 0 {
			b.p.Sections[i-1].Span.End = b.p.Sections[i].Span.Start
		}
	}
	return b.p, text
}

// A builder writes a text and the policy that it is at the same time.
type builder struct {
	p    *policy.Policy
	text strings.Builder
}

// section starts a section.
func (b *builder) section(title string, kind policy.SectionKind) {
	start := b.text.Len()
	b.p.Sections = append(b.p.Sections, policy.Section{
		Heading: policy.Span{Start: start, End: start + len(title)}, Title: title, Span: policy.Span{Start: start},
		Level: 1, Parent: -1, Kind: kind,
	})
	b.passage(title)
	b.p.Passages[len(b.p.Passages)-1].Reading = policy.Boilerplate
}

// passage adds a passage, which what follows is said in.
func (b *builder) passage(text string) {
	start := b.text.Len()
	b.text.WriteString(text + "\n")
	b.p.Passages = append(b.p.Passages, policy.Passage{
		Span: policy.Span{Start: start, End: start + len(text)}, Text: text, Section: len(b.p.Sections) - 1, Reading: policy.Read,
	})
}

// at returns the mention of words in the last passage.
func (b *builder) at(words string) policy.Mention {
	i := len(b.p.Passages) - 1
	offset := strings.Index(b.p.Passages[i].Text, words)
	if offset < 0 {
		panic("sample: no words " + words)
	}
	start := b.p.Passages[i].Span.Start + offset
	return policy.Mention{Span: policy.Span{Start: start, End: start + len(words)}, Passage: i}
}

// data affirms a category of data.
func (b *builder) data(id taxonomy.Data, words string, sources ...taxonomy.Source) {
	b.fact(taxonomy.FacetData, string(id), words)
	b.p.Data[slices.IndexFunc(b.p.Data, func(d policy.DataCategory) bool { return d.ID == id })].Sources = sources
}

// named affirms a recipient with a name.
func (b *builder) named(id taxonomy.Recipient, name, words string) {
	b.p.Recipients = append(b.p.Recipients, policy.Recipient{ID: id, Name: name, Fact: policy.Fact{Mentions: []policy.Mention{b.at(words)}}})
}

// period affirms that data is kept for a time.
func (b *builder) period(d policy.Duration, words string) {
	b.fact(taxonomy.FacetRetention, "fixed-period", words)
	b.p.Retention[len(b.p.Retention)-1].Period = d
}

func (b *builder) fact(facet taxonomy.Facet, id, words string) *policy.Mention {
	return b.say(facet, id, policy.Yes, policy.Everybody, words)
}

func (b *builder) deny(facet taxonomy.Facet, id, words string) {
	b.say(facet, id, policy.No, policy.Everybody, words)
}

func (b *builder) region(facet taxonomy.Facet, id string, r policy.Region, words string) {
	b.say(facet, id, policy.Yes, r, words)
}

// say adds a fact, or a mention to one that is there.
func (b *builder) say(facet taxonomy.Facet, id string, polarity policy.Polarity, r policy.Region, words string) *policy.Mention {
	m := b.at(words)
	for it := range b.p.FactsOf(facet) {
		if it.ID == id && it.Polarity == polarity && it.Region == r && it.Name == "" {
			it.Mentions = append(it.Mentions, m)
			return &it.Mentions[len(it.Mentions)-1]
		}
	}
	f := policy.Fact{Polarity: polarity, Region: r, Mentions: []policy.Mention{m}}
	p := b.p
	switch facet {
	case taxonomy.FacetData:
		p.Data = append(p.Data, policy.DataCategory{ID: taxonomy.Data(id), Fact: f})
	case taxonomy.FacetPurpose:
		p.Purposes = append(p.Purposes, policy.Purpose{ID: taxonomy.Purpose(id), Fact: f})
	case taxonomy.FacetLegalBasis:
		p.LegalBases = append(p.LegalBases, policy.LegalBasis{ID: taxonomy.LegalBasis(id), Fact: f})
	case taxonomy.FacetRecipient:
		p.Recipients = append(p.Recipients, policy.Recipient{ID: taxonomy.Recipient(id), Fact: f})
	case taxonomy.FacetSource:
		p.Sources = append(p.Sources, policy.DataSource{ID: taxonomy.Source(id), Fact: f})
	case taxonomy.FacetSubject:
		p.Subjects = append(p.Subjects, policy.DataSubject{ID: taxonomy.Subject(id), Fact: f})
	case taxonomy.FacetRetention:
		p.Retention = append(p.Retention, policy.Retention{ID: taxonomy.Retention(id), Fact: f})
	case taxonomy.FacetDisposal:
		p.Disposal = append(p.Disposal, policy.Disposal{ID: taxonomy.Disposal(id), Fact: f})
	case taxonomy.FacetRight:
		p.Rights = append(p.Rights, policy.Right{ID: taxonomy.Right(id), Fact: f})
	case taxonomy.FacetSafeguard:
		p.Safeguards = append(p.Safeguards, policy.Safeguard{ID: taxonomy.Safeguard(id), Fact: f})
	case taxonomy.FacetSecurity:
		p.Security = append(p.Security, policy.SecurityMeasure{ID: taxonomy.Security(id), Fact: f})
	case taxonomy.FacetTechnology:
		p.Technologies = append(p.Technologies, policy.Technology{ID: taxonomy.Technology(id), Fact: f})
	case taxonomy.FacetChangeNotice:
		p.ChangeNotices = append(p.ChangeNotices, policy.ChangeNotice{ID: taxonomy.ChangeNotice(id), Fact: f})
	case taxonomy.FacetStatement:
		p.Statements = append(p.Statements, policy.Statement{ID: taxonomy.Statement(id), Fact: f})
	}
	return &f.Mentions[0] // shared with the fact that was appended
}

// flow ties together what the last passage says: "data contact.email".
func (b *builder) flow(r policy.Region, ties ...string) {
	f := policy.Flow{Span: b.p.Passages[len(b.p.Passages)-1].Span, Region: r}
	for _, t := range ties {
		facet, id, _ := strings.Cut(t, " ")
		switch taxonomy.Facet(facet) {
		case taxonomy.FacetData:
			f.Data = append(f.Data, taxonomy.Data(id))
		case taxonomy.FacetSource:
			f.Sources = append(f.Sources, taxonomy.Source(id))
		case taxonomy.FacetPurpose:
			f.Purposes = append(f.Purposes, taxonomy.Purpose(id))
		case taxonomy.FacetRecipient:
			f.Recipients = append(f.Recipients, taxonomy.Recipient(id))
		case taxonomy.FacetLegalBasis:
			f.LegalBases = append(f.LegalBases, taxonomy.LegalBasis(id))
		}
	}
	b.p.Flows = append(b.p.Flows, f)
}

func (b *builder) party(name string, role policy.Role, country string, r policy.Region) {
	b.p.Parties = append(b.p.Parties, policy.Party{Name: name, Role: role, Country: country, Region: r, Mentions: []policy.Mention{b.at(name)}})
}

func (b *builder) contact(value string, typ policy.ContactType, r policy.Region, role policy.Role) {
	b.p.Contacts = append(b.p.Contacts, policy.Contact{Type: typ, Value: value, Region: r, Role: role, Mentions: []policy.Mention{b.at(value)}})
}

func (b *builder) transfer(country string, localised bool, words string) {
	for i := range b.p.Transfers {
		if t := &b.p.Transfers[i]; t.Country == country {
			t.Mentions = append(t.Mentions, b.at(words))
			return
		}
	}
	b.p.Transfers = append(b.p.Transfers, policy.Transfer{Country: country, Localised: localised, Mentions: []policy.Mention{b.at(words)}})
}
