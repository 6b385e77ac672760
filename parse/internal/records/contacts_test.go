package records

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/policy"
)

// contactsOf returns the contacts of one type as strings: the value, with the
// region and role where there are any.
func contactsOf(r *Records, t policy.ContactType) []string {
	var got []string
	for _, c := range r.Contacts {
		if c.Type == t {
			got = append(got, strings.Trim(strings.Join([]string{c.Value, string(c.Region), string(c.Role)}, "|"), "|"))
		}
	}
	return got
}

func TestEmails(t *testing.T) {
	tests := []struct {
		lang, text string
		want       []string
	}{
		{"en", "Write to wick.dev@lampworks.example or lamp.app.io@lampworks.example.", []string{"wick.dev@lampworks.example", "lamp.app.io@lampworks.example"}},
		{"en", "Write to wick31.lamp07(at)lampworks(dot)example.", []string{"wick31.lamp07@lampworks.example"}},
		{"en", "Write to privacy@lampworks.example.", []string{"privacy@lampworks.example"}},
		{"en", "E-mail: Privacy.Team+eu@lamp-works.co.uk, thank you", []string{"Privacy.Team+eu@lamp-works.co.uk"}},
		{"en", "Mail us at <mailto:privacy@lampworks.com>.", []string{"privacy@lampworks.com"}},
		{"en", "Mail [our team](mailto:privacy@lampworks.com?subject=Hi) or [privacy@lampworks.com](mailto:privacy@lampworks.com).", []string{"privacy@lampworks.com"}},
		{"en", "write to privacy@lampworks.comor call", []string{"privacy@lampworks.com"}},
		{"en", "Write to privacy@lampworks.com.If you are unhappy, tell us.", []string{"privacy@lampworks.com"}},
		{"en", "Write to privacy [at] lampworks [dot] com.", []string{"privacy@lampworks.com"}},
		{"en", "Write to data.desk(at)lampworks.com today.", []string{"data.desk@lampworks.com"}},
		{"en", "Contact our Data Protection Officer at lamps@lampworks.com.", []string{"lamps@lampworks.com||data-protection-officer"}},
		{"en", "Write to dpo@lampworks.com.", []string{"dpo@lampworks.com||data-protection-officer"}},
		{"en", "If you live in California, write to ca@lampworks.com.", []string{"ca@lampworks.com|US-CA"}},
		{"en", "Follow @lampworks or meet us @ home.", nil},
		{"en", "a@b", nil},
		{"nl", "Stuur een e-mail naar privacy@lampenhuis.nl.", []string{"privacy@lampenhuis.nl"}},
		{"nl", "Onze functionaris gegevensbescherming is bereikbaar via fg@lampenhuis.nl", []string{"fg@lampenhuis.nl||data-protection-officer"}},
	}
	for _, tt := range tests {
		_, r := read(t, tt.lang, tt.text)
		assert.Equal(t, tt.want, contactsOf(r, policy.Email), "%q", tt.text)
	}
}

// The same value is one contact with a mention for each place.
func TestContactMentions(t *testing.T) {
	text, r := read(t, "en", "Write to privacy@lampworks.com.", "Again: Privacy@Lampworks.com", "See https://lampworks.com/privacy or https://lampworks.com/privacy/.")
	if assert.Len(t, r.Contacts, 2) {
		assert.Equal(t, "privacy@lampworks.com", r.Contacts[0].Value)
		if assert.Len(t, r.Contacts[0].Mentions, 2) {
			assert.Equal(t, "Privacy@Lampworks.com", r.Contacts[0].Mentions[1].Span.Text(text))
		}
		assert.Len(t, r.Contacts[1].Mentions, 2)
	}
}

func TestURLs(t *testing.T) {
	tests := []struct {
		lang, text string
		want       []string
	}{
		{"en", "You can exercise your rights by contacting our support here: [https://help.lampworks.com/hc](https://help.lampworks.com/hc).", []string{"https://help.lampworks.com/hc"}},
		{"en", "Contact us via https://help.lampworks.com/desk.", []string{"https://help.lampworks.com/desk"}},
		{"en", "Opt out at www.lampchoices.com/optout, if you like.", []string{"www.lampchoices.com/optout"}},
		{"en", "You can delete your data at https://my.lampworks.com.", []string{"https://my.lampworks.com"}},
		{"en", "Complain to the regulator (https://www.lampwatch.gov/en/index.html).", []string{"https://www.lampwatch.gov/en/index.html"}},
		{"en", "Torch Inc.'s privacy policy: https://torch.example/legal/data", []string{"https://torch.example/legal/data"}},
		{"en", "See the [privacy notice](https://torch.example/p/1 \"Torch\") of Torch.", []string{"https://torch.example/p/1"}},
		{"en", "Read [how to opt out](https://torch.example/x?a=(b)).", []string{"https://torch.example/x?a=(b)"}},
		{"en", "This policy applies to our websites (https://www.lampworks.com, https://shop.lampworks.com).", nil},
		{"en", "Buy lamps at https://www.lampworks.com.", nil},
		{"en", "This policy was made with https://privacytemplate.example/policies.", nil},
		{"en", "We use [Torch](https://torch.example) for maps.", nil},
		{"en", "[How we share](#share)", nil},
		{"en", "See our [privacy policy](/privacy).", nil},
		{"en", "lampworks.com is our site.", nil},
		{"nl", "Neem contact met ons op via https://hulp.lampenhuis.nl/formulier.", []string{"https://hulp.lampenhuis.nl/formulier"}},
		{"nl", "Privacybeleid van Fakkel: https://fakkel.example/gegevens", []string{"https://fakkel.example/gegevens"}},
		{"nl", "U kunt zich afmelden op https://lampenhuis.nl/uit.", []string{"https://lampenhuis.nl/uit"}},
		{"nl", "U kunt een klacht indienen bij de toezichthouder: <https://lampwacht.example/klacht>", []string{"https://lampwacht.example/klacht"}},
		{"nl", "Dit geldt voor onze websites (https://www.lampenhuis.nl).", nil},
	}
	for _, tt := range tests {
		_, r := read(t, tt.lang, tt.text)
		assert.Equal(t, tt.want, contactsOf(r, policy.URL), "%q", tt.text)
	}
}

// Many links to places on one page are that page's own table of contents.
func TestAnchors(t *testing.T) {
	_, r := read(t, "en",
		"See [privacy](https://lampworks.com/privacy#one) here.", "See [privacy](https://lampworks.com/privacy#two) here.",
		"See [privacy](https://lampworks.com/privacy#three) here.", "See [privacy](https://lampworks.com/privacy#four) here.",
		"See [privacy](https://torch.example/privacy#choices) there.")
	assert.Equal(t, []string{"https://torch.example/privacy#choices"}, contactsOf(r, policy.URL))
}

func TestPhones(t *testing.T) {
	tests := []struct {
		lang, text string
		want       []string
	}{
		{"en", "Tel: +31 20 555 01 23", []string{"+31 20 555 01 23"}},
		{"en", "Call +44 (0)20 7946 0018 now", []string{"+44 (0)20 7946 0018"}},
		{"en", "Tel| +86 0755 26656600  ", []string{"+86 0755 26656600"}},
		{"en", "Phone: 080 6885 6200, Mon to Sat: 9 to 6", []string{"080 6885 6200"}},
		{"en", "toll-free at 1-800-555-0199.", []string{"1-800-555-0199"}},
		{"en", "or (800) 555-0199 in the USA", []string{"(800) 555-0199"}},
		{"en", "Fax: +31 20 555 01 24", nil},
		{"en", "Lamps since 01-02-2003, 2016/679, Section 1798.100.", nil},
		{"en", "Registration number 556587-4300", nil},
		{"en", "ISO 27001:2013 2001 555", nil},
		{"nl", "Telefoon: 088 123 45 67", []string{"088 123 45 67"}},
		{"nl", "**Telefoonnummer:** +31 (0)6 5550 1234", []string{"+31 (0)6 5550 1234"}},
		{"nl", "U kunt bellen naar 0800-1234567.", []string{"0800-1234567"}},
		{"nl", "KvK 12345678, 1234 AB Delft", nil},
	}
	for _, tt := range tests {
		_, r := read(t, tt.lang, tt.text)
		assert.Equal(t, tt.want, contactsOf(r, policy.Phone), "%q", tt.text)
	}
	_, r := read(t, "nl", "Telefoon:", "020 555 0123")
	assert.Equal(t, []string{"020 555 0123"}, contactsOf(r, policy.Phone))
}

func TestAddresses(t *testing.T) {
	tests := []struct {
		lang string
		text []string
		want []string
	}{
		{"en", []string{"Write to Lampworks Ltd., 3rd Floor, East Wing, No.7 Wick Road, Shenzhen, China, 518000."}, []string{"Lampworks Ltd., 3rd Floor, East Wing, No.7 Wick Road, Shenzhen, China, 518000"}},
		{"en", []string{"in writing to lampworks co., ltd.3rd floor, east wing, no.7 wick road, shenzhen, china, 518000. please be patient."}, []string{"lampworks co., ltd.3rd floor, east wing, no.7 wick road, shenzhen, china, 518000"}},
		{"en", []string{"Lampworks GmbH, located at Dochtstr. 12, 97000 Lampenau, Germany. You may write."}, []string{"Lampworks GmbH, Dochtstr. 12, 97000 Lampenau, Germany"}},
		{"en", []string{"Our address is 20 Wick Street, Suite 300, Lampville, CA 94000."}, []string{"20 Wick Street, Suite 300, Lampville, CA 94000"}},
		{"en", []string{"P.O. Box 1027, Lampville, NY 10000-1027"}, []string{"P.O. Box 1027, Lampville, NY 10000-1027"}},
		{"en", []string{"Lampworks Inc.  \n1 Wick Road  \nLampville, CA 94000  \nUSA  \nWe will answer."}, []string{"Lampworks Inc., 1 Wick Road, Lampville, CA 94000, USA"}},
		{"en", []string{"Lampworks Inc.", "1 Wick Road", "Lampville, CA 94000", "Email: a@lampworks.com"}, []string{"Lampworks Inc., 1 Wick Road, Lampville, CA 94000"}},
		{"en", []string{"See Section 12 of the Road Act in Germany."}, nil},
		{"en", []string{"We sold 300 lamps in Canada."}, nil},
		{"nl", []string{"Lampenhuis B.V. Prins Lontlaan 582, Den Haag 2500BM Nederland"}, []string{"Lampenhuis B.V. Prins Lontlaan 582, Den Haag 2500BM Nederland"}},
		{"nl", []string{"Lampenhuis, gevestigd aan Lontstraat 5, 1234 AB Delft, is verantwoordelijk."}, []string{"Lontstraat 5, 1234 AB Delft"}},
		{"nl", []string{"Lampenhuis, gevestigd aan de Lontstraat 5 te 1234 AB Delft, is verantwoordelijk.", "Lontstraat 5\n1234 AB Delft"}, []string{"Lontstraat 5 te 1234 AB Delft"}},
		{"nl", []string{"- Lampenhuis B.V.\n- Lontstraat 5\n- 1234 AB Delft"}, []string{"Lampenhuis B.V., Lontstraat 5, 1234 AB Delft"}},
		{"nl", []string{"Lampenhuis, gevestigd aan Lontdreef 5, Unit 2.8, 1234 AB Delft."}, []string{"Lontdreef 5, Unit 2.8, 1234 AB Delft"}},
		{"nl", []string{"Schrijf naar Lontstraat 35, 1000 Brussel."}, []string{"Lontstraat 35, 1000 Brussel"}},
		{"nl", []string{"Lontstraat 101S, 8650 Houthulst", "0468 30 06 64"}, []string{"Lontstraat 101S, 8650 Houthulst"}},
		{"nl", []string{"In Lontstraat 35 staan 1000 lampen."}, nil},
		{"nl", []string{"Adres: Postbus 93, 2509 AJ Den Haag"}, []string{"Postbus 93, 2509 AJ Den Haag"}},
		{"nl", []string{"Voor gebruikers in India:", "Lampenhuis India Private Limited Building Orchid, Block E, Lamp Village, Outer Wick Road, Bengaluru, Karnataka - 560100, India"},
			[]string{"Lampenhuis India Private Limited Building Orchid, Block E, Lamp Village, Outer Wick Road, Bengaluru, Karnataka - 560100, India|IN"}},
	}
	for _, tt := range tests {
		_, r := read(t, tt.lang, tt.text...)
		assert.Equal(t, tt.want, contactsOf(r, policy.Address), "%q", tt.text)
	}
}

func TestPersons(t *testing.T) {
	_, r := read(t, "nl", "Klachten gaan naar de klachtenfunctionaris zoals hieronder vermeld:", "Naam: Lampa van den Licht", "Telefoon: 080 6885 6200")
	assert.Equal(t, []string{"Lampa van den Licht||grievance-officer"}, contactsOf(r, policy.Person))
	assert.Equal(t, []string{"080 6885 6200||grievance-officer"}, contactsOf(r, policy.Phone))
	_, r = read(t, "en", "Our Data Protection Officer is Wick Candlemas.")
	assert.Equal(t, []string{"Wick Candlemas||data-protection-officer"}, contactsOf(r, policy.Person))
}
