package reading

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// TestExceptions is about what a denial leaves out.
func TestExceptions(t *testing.T) {
	const data, recipient, technology = taxonomy.FacetData, taxonomy.FacetRecipient, taxonomy.FacetTechnology
	testFacts(t, lexicon.English(), []factCase{
		{"except", "We do not use cookies except session cookies.", technology, "cookie.session"},
		{"no, except", "We use no cookies, except session cookies.", technology, "cookie.session"},
		{"other than", "We do not use any cookies other than session cookies.", technology, "no cookie, cookie.session"},
		{"only", "We do not use analytics cookies, only session cookies.", technology, "no cookie.statistics, cookie.session"},
		{"only first", "We only use session cookies and no advertising cookies.", technology, "cookie.session, no cookie.marketing"},
		{"no two kinds", "We use no tracking cookies or pixels.", technology, "no cookie.marketing, no pixel"},
		{"apart from", "We will not share your e-mail address with anyone, apart from Mailchimp.", recipient, "no third-party, provider.communication (Mailchimp)"},
		{"aside from", "We do not share your data with third parties, aside from our payment provider.", recipient, "no third-party, provider.payment"},
		{"data apart from", "We do not collect personal data, apart from your name and e-mail address.", data, "identity.name, contact.email"},
	})
	testFacts(t, lexicon.Dutch(), []factCase{
		{"behalve", "Wij gebruiken geen cookies, behalve functionele cookies.", technology, "cookie.preference"},
		{"andere dan", "Wij gebruiken geen andere cookies dan functionele cookies.", technology, "cookie, cookie.preference"},
		{"maar alleen", "Wij plaatsen geen trackingcookies, maar alleen functionele cookies.", technology, "no cookie.marketing, cookie.preference"},
		{"geen", "Wij gebruiken geen trackingcookies.", technology, "no cookie.marketing"},
	})
}

// TestUnsaid is about data and recipients that are named and neither affirmed
// nor denied: in advice, of others, of another time, of animals.
func TestUnsaid(t *testing.T) {
	const data, recipient, purpose, technology = taxonomy.FacetData, taxonomy.FacetRecipient, taxonomy.FacetPurpose, taxonomy.FacetTechnology
	testFacts(t, lexicon.English(), []factCase{
		{"kept secret", "You should choose a strong password and keep it secret.", data, ""},
		{"not to be shared", "Choose a unique password and never share it with third parties.", recipient, ""},
		{"plain text", "We do not store your password in plain text.", data, ""},
		{"unencrypted", "We do not keep your card number unencrypted.", data, ""},
		{"not at all", "We do not store your password.", data, "no account.credentials"},
		{"unlike others", "Unlike other companies, we do not share your location with advertisers.", recipient, "no partner.advertising"},
		{"others do", "Some websites use cookies to collect your location, but we do not.", data, ""},
		{"others sell", "Many companies sell your data to advertisers, but we never do.", recipient, ""},
		{"a pet", "We collect your pet's medical history.", data, ""},
		{"a person", "We collect your medical history.", data, "sensitive.health"},
		{"used to", "We used to share data with Facebook.", recipient, ""},
		{"used to use", "We used to use Hotjar, but no longer do.", technology, ""},
		{"stopped", "We stopped using Google Analytics in 2023.", recipient, "no provider.analytics (Google Analytics)"},
		{"is used to", "Your data is used to share pictures with Facebook.", recipient, "partner.social (Facebook)"},
		{"an app", "We collect your name. Our bookkeeping app helps you.", purpose, ""},
		{"an aim", "We use your data for bookkeeping.", purpose, "business.records"},
	})
	testFacts(t, lexicon.Dutch(), []factCase{
		{"pasfoto", "Stuur ons een kopie van uw identiteitsbewijs, die wij bewaren. Maak daarin uw pasfoto en BSN zwart.", data, "identity.government-id"},
		{"platte tekst", "Wij slaan uw wachtwoord nooit als platte tekst op.", data, ""},
		{"anders dan anderen", "In tegenstelling tot andere bedrijven delen wij uw locatie niet met adverteerders.", recipient, "no partner.advertising"},
		{"anderen wel", "Sommige websites gebruiken cookies om uw locatie te verzamelen, maar wij niet.", data, ""},
		{"huisdier", "Wij bewaren de medische gegevens van uw huisdier.", data, ""},
		{"mens", "Wij bewaren uw medische gegevens.", data, "sensitive.health"},
		{"verzekeraar", "Wij delen uw gegevens met je verzekeraar.", recipient, ""},
	})
}

// TestWording is about words that mean one thing in one place and another
// elsewhere.
func TestWording(t *testing.T) {
	const data, recipient, subject = taxonomy.FacetData, taxonomy.FacetRecipient, taxonomy.FacetSubject
	testFacts(t, lexicon.English(), []factCase{
		{"buyer of the company", "We may share your data with a buyer if our company is sold.", recipient, "successor"},
		{"no customer", "We may share your data with a buyer if our company is sold.", subject, ""},
		{"buyers", "Buyers give us their name and address.", subject, "customer"},
		{"of a bank", "We collect your sort code and account number.", data, "financial.bank-account"},
		{"of an account", "We collect your account number.", data, "account.id"},
		{"couriers", "We share your address with FedEx, DHL and UPS.", recipient, "provider.delivery (FedEx), provider.delivery (DHL), provider.delivery (UPS)"},
		{"no courier", "We share your address. We show pop-ups.", recipient, ""},
	})
	for text, want := range map[string]string{
		"You have the right to opt out of the sale of your personal information.":            "right to opt out of the sale",
		"You have the right to opt out of the sale or sharing of your personal information.": "right to opt out of the sale or sharing",
	} {
		p := readText(text, lexicon.English())
		require.Len(t, p.Rights, 1)
		assert.Equal(t, want, p.Rights[0].Mentions[0].Span.Text(text))
	}
}

// TestDeadlines is about lengths of time that something is done within, which
// are found before the text is read.
func TestDeadlines(t *testing.T) {
	entry := new(lexicon.Entries).Of(lexicon.Retention, string(taxonomy.RetentionFixedPeriod), "P30D")
	for text, want := range map[string]int{
		"We will answer your request to delete your data within 30 days.":          0,
		"We respond to requests for deletion within 30 days.":                      0,
		"We answer your question and delete it within 30 days.":                    1,
		"We delete your data within 30 days of your request.":                      1,
		"To answer your questions, we keep your data for 30 days.":                 1,
		"We keep your message for 30 days after we have answered your question.":   1,
		"We process your request and delete your data within 30 days.":             1,
		"We keep your data for 30 days. We answer your request within four weeks.": 1,
	} {
		start := strings.Index(text, "30 days")
		given := Given{Facts: []Found{{Span: policy.Span{Start: start, End: start + len("30 days")}, Entry: entry}}}
		p := &policy.Policy{Source: policy.NewSource(text)}
		Read(p, text, layout.Scan(text, layout.Auto), lexicon.English(), given)
		periods := 0
		for _, r := range p.Retention {
			if r.ID == taxonomy.RetentionFixedPeriod {
				periods++
			}
		}
		assert.Equal(t, want, periods, text)
	}
}
