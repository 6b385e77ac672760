package records

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// partiesOf returns the parties as "name|role|country|region".
func partiesOf(r *Records) []string {
	var got []string
	for _, p := range r.Parties {
		got = append(got, strings.Join([]string{p.Name, string(p.Role), p.Country, string(p.Region)}, "|"))
	}
	return got
}

func TestParties(t *testing.T) {
	tests := []struct {
		lang string
		text []string
		want []string
	}{
		// The company that the text calls "we".
		{"en", []string{`Lampworks Co., Ltd. and its affiliates ("Lampworks", "we", or "us") make lamps.`}, []string{"Lampworks Co., Ltd.|controller||"}},
		{"en", []string{`thank you for your interest in wick lampworks co., ltd. and its affiliated companies (“lampworks”, “we”, or “us”).`}, []string{"wick lampworks co., ltd.|controller||"}},
		{"en", []string{`Lampworks Inc., Wick LLC and their affiliates (“we”) make lamps.`}, []string{"Lampworks Inc.|controller||", "Wick LLC|controller||"}},
		{"en", []string{`Lampworks (“Lampworks”, “we”) makes lamps.`}, []string{"Lampworks|controller||"}},
		{"en", []string{"We are Lampworks Pty Ltd."}, []string{"Lampworks Pty Ltd.|controller||"}},
		{"en", []string{"We are Wick and Sons Ltd."}, []string{"Wick and Sons Ltd.|controller||"}},
		{"en", []string{`Company (referred to as "the Company", "We" or "Us" in this Agreement) refers to Wick Lamps, 1 Road.`}, []string{"Wick Lamps|controller||"}},
		{"en", []string{`Company (referred to as "the Company", "We" or "Us" in this Agreement) refers to wick lamps.`}, []string{"wick lamps|controller||"}},
		{"en", []string{"When we talk about Lampo, we mean Lampo Sweden AB (no. 556917)."}, []string{"Lampo Sweden AB|controller|SE|"}},
		{"nl", []string{`Lampenhuis Singapore Pte. Ltd., Lampenhuis Holding B.V. en hun gelieerde bedrijven (hierna te noemen "Lampenhuis", "wij" of "ons") maken lampen.`},
			[]string{"Lampenhuis Singapore Pte. Ltd.|controller|SG|", "Lampenhuis Holding B.V.|controller||"}},
		{"nl", []string{"Wij, LAMPEN TECHNOLOGIES (HONG KONG) LIMITED, (hierna “wij” of “Lampje” genoemd) respecteren u."}, []string{"LAMPEN TECHNOLOGIES (HONG KONG) LIMITED|controller|HK|"}},
		{"nl", []string{"Stichting Licht voor Delft, hierna te noemen “de Stichting”, is verantwoordelijk voor de verwerking van persoonsgegevens."}, []string{"Stichting Licht voor Delft|controller||"}},
		{"en", []string{"Lampo is a trading name of Wick Lamps Limited."}, []string{"Wick Lamps Limited|controller||"}},
		{"en", []string{"Lampo is a brand of Wick Lamps Limited."}, []string{"Wick Lamps Limited|controller||"}},
		{"en", []string{"This website is run by Wick Lamps Limited."}, []string{"Wick Lamps Limited|controller||"}},
		{"en", []string{"Our company, Wick Lamps Limited, makes lamps."}, []string{"Wick Lamps Limited|controller||"}},
		{"en", []string{"The controller is:", "Wick Lamps Limited", "1 Wick Road"}, []string{"Wick Lamps Limited|controller||"}},
		{"en", []string{"Wick Lamps Limited (hereafter: Wick) makes lamps."}, []string{"Wick Lamps Limited|controller||"}},
		{"en", []string{"Privacy", "Wick Lamps Limited attaches importance to your privacy."}, []string{"Wick Lamps Limited|controller||"}},
		{"en", []string{"Privacy", "Wick Hosting Limited, our host, attaches importance to your privacy."}, nil},
		{"nl", []string{"Lampo is een handelsnaam van Wick Lampen B.V."}, []string{"Wick Lampen B.V.|controller||"}},
		{"nl", []string{"“Lampo” (met inbegrip van lampo.example) is een handelsdivisie van Wick Lampen UAB."}, []string{"Wick Lampen UAB|controller||"}},
		{"nl", []string{"Deze app is gemaakt door Lampa Licht (hierna “Dienstverlener” genoemd)."}, []string{"Lampa Licht|controller||"}},

		{"en", []string{`Lampworks Co., Ltd. ("we") makes lamps.`, "Address: 3rd Floor, No.7 Wick Road, Shenzhen, China, 518000"}, []string{"Lampworks Co., Ltd.|controller|CN|"}},

		// Controllers that the text names as such.
		{"en", []string{"If you use lamps from the European Economic Area (EEA), then Lampworks GmbH in Germany is the data controller."}, []string{"Lampworks GmbH|controller|DE|EEA"}},
		{"en", []string{"if you are located in the european economic area, the entity responsible for the collection, use, and processing of your information described here is lampworks gmbh, located at dochtstr. 12, 97000 lampenau, germany."}, []string{"lampworks gmbh|controller|DE|EEA"}},
		{"en", []string{"The data controller is Lampworks SAS."}, []string{"Lampworks SAS|controller||"}},
		{"en", []string{"Data controller: Lampworks AB"}, []string{"Lampworks AB|controller||"}},
		{"en", []string{"You may contact our representatives under Article 27 GDPR in the EU and the UK:", "EU: Wick GmbH, 1 Road", "UK: Wick Lamps Ltd., 2 Road"},
			[]string{"Wick GmbH|representative||EEA", "Wick Lamps Ltd.|representative||GB"}},
		{"en", []string{"Lampworks Europe Ltd. and Lampworks, Inc. are joint controllers."}, []string{"Lampworks Europe Ltd.|controller||", "Lampworks, Inc.|controller||"}},
		{"en", []string{"If you live in the EEA, Switzerland or the United Kingdom, Lampworks Ltd is the controller of your data."},
			[]string{"Lampworks Ltd|controller||EEA", "Lampworks Ltd|controller||CH", "Lampworks Ltd|controller||GB"}},
		{"en", []string{"Residents of California: Wick LLC acts as the controller."}, []string{"Wick LLC|controller||US-CA"}},
		{"nl", []string{"Als u lampen gebruikt in de Europese Economische Ruimte (EER), zal Lampenhuis Nederland B.V. optreden als de gegevensbeheerder en Lampenhuis Pte. Ltd. zal verantwoordelijk zijn voor de gegevensverwerking."},
			[]string{"Lampenhuis Nederland B.V.|controller|NL|EEA", "Lampenhuis Pte. Ltd.|processor||EEA"}},
		{"nl", []string{"dan is Lampen GmbH in Duitsland de verwerkingsverantwoordelijke"}, []string{"Lampen GmbH|controller|DE|"}},
		{"nl", []string{"Lampenhuis is de verwerkingsverantwoordelijke voor uw persoonsgegevens."}, []string{"Lampenhuis|controller||"}},
		{"nl", []string{"Lampenhuis, gevestigd aan Lontstraat 5, 1234AB, Delft, is verantwoordelijk voor de verwerking van persoonsgegevens."}, []string{"Lampenhuis|controller|NL|"}},
		{"nl", []string{"Lampenhuis, gevestigd aan Lontstraat 5, 1234 AB Delft, is verantwoordelijk voor de verwerking van persoonsgegevens."}, []string{"Lampenhuis|controller|NL|"}},
		{"nl", []string{"Lampenhuis lampen en lonten B.V. is verantwoordelijk voor de verwerking van persoonsgegevens."}, []string{"Lampenhuis lampen en lonten B.V.|controller||"}},
		{"nl", []string{"Verantwoordelijke voor de verwerking is Lampenhuis Delft, Lontstraat 5."}, []string{"Lampenhuis Delft|controller||"}},
		{"nl", []string{"Praktijk voor Lichttherapie De Lamp is verwerkingsverantwoordelijke."}, []string{"Praktijk voor Lichttherapie De Lamp|controller||"}},
		{"nl", []string{"Lampenwinkel Van der Lont & Zonen, gevestigd aan de Lontstraat 5 te 1234 AB Delft, is verantwoordelijk voor de verwerking van persoonsgegevens."},
			[]string{"Lampenwinkel Van der Lont & Zonen|controller|NL|"}},
		{"nl", []string{"Lampenmakerij De Gouden Lont, gevestigd te Delft, is verantwoordelijk voor de verwerking van persoonsgegevens."}, []string{"Lampenmakerij De Gouden Lont|controller||"}},
		{"nl", []string{"De verantwoordelijke voor de verwerking is Café Het Licht, Lontstraat 5, 1234 AB Delft."}, []string{"Café Het Licht|controller|NL|"}},
		{"nl", []string{"Bakkerij Van Lont is de verwerkingsverantwoordelijke voor uw gegevens."}, []string{"Bakkerij Van Lont|controller||"}},
		{"nl", []string{"Stichting Van der Lamp is verwerkingsverantwoordelijke."}, []string{"Stichting Van der Lamp|controller||"}},
		{"nl", []string{"Stichting De Blauwe Lamp, gevestigd te Delft, is verwerkingsverantwoordelijke."}, []string{"Stichting De Blauwe Lamp|controller||"}},
		{"nl", []string{"Privacyverklaring van Lampenhuis De Lont"}, []string{"Lampenhuis De Lont|controller||"}},
		{"nl", []string{"Wij zijn Lampen BV, Lontstraat 3, 9000 Gent."}, []string{"Lampen BV|controller|BE|"}},
		{"nl", []string{"Wij zijn Lampen GmbH, Dochtgasse 3, 1010 Wenen."}, []string{"Lampen GmbH|controller||"}},
		{"nl", []string{"Wij zijn Lampen AG, Lont 3, 8001 Zürich."}, []string{"Lampen AG|controller||"}},
		{"nl", []string{"Gemeente Lichtenvoorde is de verwerkingsverantwoordelijke."}, []string{"Gemeente Lichtenvoorde|controller||"}},

		// Others.
		{"en", []string{"Torch Inc. is our data processor."}, []string{"Torch Inc.|processor||"}},
		{"en", []string{"We have appointed Torch Ireland Ltd as our representative in the EU."}, []string{"Torch Ireland Ltd|representative|IE|EEA"}},
		{"en", []string{"Our UK representative is Torch Ltd."}, []string{"Torch Ltd.|representative||GB"}},
		{"en", []string{"Our EU representative is Torch GmbH, Dochtgasse 3, 1010 Vienna, Austria."}, []string{"Torch GmbH|representative|AT|EEA"}},
		{"en", []string{"Our representative is Torch GmbH, Dochtgasse 3, 1010 Vienna, Austria."}, nil},
		{"en", []string{"We have designated Torch GmbH, Dochtgasse 3, 1010 Vienna, Austria, as our representative in the EU."}, []string{"Torch GmbH|representative|AT|EEA"}},
		{"en", []string{"Your data is processed by our processor, Torch Inc."}, []string{"Torch Inc.|processor||"}},
		{"en", []string{"Our data processor is Torch Inc., 1 Main Street, Springfield, IL 62701, USA."}, []string{"Torch Inc.|processor|US|"}},
		{"nl", []string{"Lampenhuis B.V. is verantwoordelijk voor de verwerking van persoonsgegevens door onze verwerkers."}, []string{"Lampenhuis B.V.|controller||"}},
		{"en", []string{"Our Data Protection Officer, Wick Candlemas, will help."}, []string{"Wick Candlemas|data-protection-officer||"}},
		{"en", []string{"Our DPO, Dr. Wicka de la Cruz, can be reached at dpo@lampworks.com."}, []string{"Dr. Wicka de la Cruz|data-protection-officer||"}},
		{"en", []string{"Our DPO is Prof. Dr. Wick von Docht-Lampe (dpo@lampworks.com)."}, []string{"Prof. Dr. Wick von Docht-Lampe|data-protection-officer||"}},
		{"en", []string{"Our data protection officer, Jan Candlemas in London, can be reached at dpo@lampworks.com."}, []string{"Jan Candlemas|data-protection-officer||"}},
		{"en", []string{"Wicka da Silva is our Data Protection Officer (dpo@lampworks.com)."}, []string{"Wicka da Silva|data-protection-officer||"}},
		{"en", []string{"Our DPO is based in Delft, see dpo@lampworks.com."}, []string{"DPO|data-protection-officer||"}},
		{"en", []string{"Wick Candlemas is our Data Protection Officer."}, []string{"Wick Candlemas|data-protection-officer||"}},
		{"en", []string{"The data controller of your data is Lampworks."}, []string{"Lampworks|controller||"}},
		{"en", []string{"Write to our Data Protection Officer at dpo@lampworks.com."}, []string{"Data Protection Officer|data-protection-officer||"}},
		{"en", []string{"Grievance Officer", "Name: Wick Candlemas"}, []string{"Wick Candlemas|grievance-officer||"}},
		{"en", []string{`Lampworks Ltd. ("we") makes lamps.`, "For users in India:", "Lampworks India Private Limited, 12 Wick Road, Bengaluru 560100, India"},
			[]string{"Lampworks Ltd.|controller||", "Lampworks India Private Limited|operator|IN|IN"}},
		{"nl", []string{"Onze functionaris voor gegevensbescherming is Lampa de Wit."}, []string{"Lampa de Wit|data-protection-officer||"}},
		{"nl", []string{"Onze functionaris gegevensbescherming is Jan Lampsma, bereikbaar via fg@lampenhuis.nl."}, []string{"Jan Lampsma|data-protection-officer||"}},
		{"nl", []string{"Onze functionaris voor gegevensbescherming is Jan de Wit, bereikbaar via fg@lampenhuis.nl."}, []string{"Jan de Wit|data-protection-officer||"}},
		{"nl", []string{"Onze FG, mevrouw L. van den Berg, is te bereiken via fg@lampenhuis.nl."}, []string{"L. van den Berg|data-protection-officer||"}},
		{"nl", []string{"Onze privacyfunctionaris heet Piet van der Lamp."}, []string{"Piet van der Lamp|data-protection-officer||"}},
		{"nl", []string{"Onze FG is de heer Mei de Boer (fg@lampenhuis.nl)."}, []string{"Mei de Boer|data-protection-officer||"}},

		// Nobody.
		{"en", []string{"We are not responsible for the privacy practices of Torch Inc."}, nil},
		{"en", []string{"You may be the data controller of your own lamps."}, nil},
		{"en", []string{"Personal data is processed by third parties such as data processors."}, nil},
		{"nl", []string{"U bent zelf verantwoordelijk voor uw lampen."}, nil},
	}
	for _, tt := range tests {
		_, r := read(t, tt.lang, tt.text...)
		assert.Equal(t, tt.want, partiesOf(r), "%q", tt.text)
	}
}

// A name at the very start may have the word for a role in it.
func TestRoleWithinName(t *testing.T) {
	_, r := read(t, "en", "Lamp Controller Inc.")
	assert.Empty(t, r.Parties)
}

func TestOrganisation(t *testing.T) {
	tests := []struct {
		lang                         string
		text                         []string
		title, organisation, company string
	}{
		{"en", []string{"Lampworks Privacy Policy", "We care."}, "Lampworks Privacy Policy", "Lampworks", ""},
		{"en", []string{"lampworks privacy policy", "we care."}, "lampworks privacy policy", "lampworks", ""},
		{"en", []string{"Privacy Policy | Lampworks"}, "Privacy Policy | Lampworks", "Lampworks", ""},
		{"en", []string{"Privacy Notice of Wick Lamps"}, "Privacy Notice of Wick Lamps", "Wick Lamps", ""},
		{"en", []string{"Lampworks Inc. Privacy Statement"}, "Lampworks Inc. Privacy Statement", "Lampworks", "Lampworks Inc."},
		{"en", []string{"Privacy Policy", `Lampworks International LLC ("Lampo", "we") makes lamps.`}, "Privacy Policy", "Lampo", "Lampworks International LLC"},
		{"en", []string{"Privacy Policy", `Lampworks International LLC ("we") makes lamps.`}, "Privacy Policy", "Lampworks International", "Lampworks International LLC"},
		{"en", []string{"Privacy Policy", "At Lampo, we care.", "This site is operated by Wick LLC."}, "Privacy Policy", "Lampo", "Wick LLC"},
		{"en", []string{"Privacy Policy", "At Wick LLC we care."}, "Privacy Policy", "Wick", "Wick LLC"},
		{"en", []string{"Online Privacy Policy", "Changes to this Privacy Policy"}, "Online Privacy Policy", "", ""},
		{"en", []string{"We use Google Analytics by Google LLC (“Google”)."}, "", "", ""},
		{"nl", []string{"Privacybeleid Lampenhuis", "Wij geven om u."}, "Privacybeleid Lampenhuis", "Lampenhuis", ""},
		{"nl", []string{"Wij, LAMPEN LIMITED, (hierna “wij” of “Lampje” genoemd) respecteren u.", "In dit privacybeleid van LampenOS leest u alles."}, "", "LampenOS", "LAMPEN LIMITED"},
		{"nl", []string{"Privacyverklaring", "Lampenhuis respecteert uw privacy.", "Lampenhuis verwerkt uw gegevens."}, "Privacyverklaring", "Lampenhuis", ""},
		{"nl", []string{"Raadpleeg het privacybeleid van Fakkel."}, "", "", ""},
	}
	for _, tt := range tests {
		_, r := read(t, tt.lang, tt.text...)
		assert.Equal(t, tt.title, r.Title, "%q", tt.text)
		assert.Equal(t, tt.organisation, r.Organisation, "%q", tt.text)
		assert.Equal(t, tt.company, r.LegalEntity, "%q", tt.text)
	}
}

func TestHints(t *testing.T) {
	h := &Hints{Organisation: "LampWorks", Entities: []string{"LampWorks Co., Ltd."}, Products: []string{"Torch AG"}}
	_, r := readWith(t, "en", h, `lampworks co., ltd. (“lampo”, “we”) makes lamps.`)
	assert.Equal(t, "LampWorks", r.Organisation)
	assert.Equal(t, "LampWorks Co., Ltd.", r.LegalEntity)
	assert.Equal(t, []string{"lampo"}, r.Names)
	assert.Equal(t, []string{"LampWorks Co., Ltd.|controller||"}, partiesOf(r))

	_, r = readWith(t, "en", h, "Torch AG is the data controller.")
	assert.Empty(t, r.Parties)
	assert.Empty(t, r.Organisation, "the text does not name it")
}

func TestAliases(t *testing.T) {
	_, r := read(t, "en", "This policy applies to the Lamp app (hereby referred to as \"Application\") that was made by Jane Wick (hereby referred to as \"Service Provider\").")
	assert.Equal(t, []string{"Service Provider"}, r.Aliases)
}

func TestOffice(t *testing.T) {
	_, r := read(t, "en", "You can contact our Data Protection Officer (DPO) at privacy@lampworks.example.")
	require.Len(t, r.Parties, 1)
	assert.Equal(t, "Data Protection Officer", r.Parties[0].Name)
	assert.Len(t, r.Parties[0].Mentions, 2)
}

func TestNames(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Contact Lampworks Inc. today", "Lampworks Inc."},
		{"with Wick & Lamp LLP.", "Wick & Lamp LLP"},
		{"by Lamp.io, Inc. and", "Lamp.io, Inc."},
		{"by Lamp.com B.V.", "Lamp.com B.V."},
		{"Oy Lampo Students Ab is", "Oy Lampo Students Ab"},
		{"from Wick Lamp GmbH & Co. KG, which", "Wick Lamp GmbH & Co. KG"},
		{"Lampworks (Ireland) Unlimited Company", "Lampworks (Ireland) Unlimited Company"},
		{"eLamp Group AB, Box 4", "eLamp Group AB"},
		{"Studio 54 Corporation", "Studio 54 Corporation"},
		{"54Lamps Ltd's lamps", "54Lamps Ltd"},
		{"lampo S.A. of Panama", "lampo S.A."},
		{"Lamp-Link Corporation Limited", "Lamp-Link Corporation Limited"},
		{"Lampworks S.à r.l.", ""},
		{"this is a line of text that was wrapped and goes on with Lampworks\nMedia, LLC", "Lampworks Media, LLC"},
		{"**Wick Road 1\nMedia, LLC**", "Media, LLC"},
		{"Gemeente Lichtenvoorde en", "Gemeente Lichtenvoorde"},
		{"Ministerie van Licht en Lampen", "Ministerie van Licht en Lampen"},
		{"including but not limited to lamps", ""},
		{"as an example", ""},
		{"OUR LIABILITY IS LIMITED TO LAMPS", ""},
		{"The Company", ""},
	}
	for _, tt := range tests {
		lang := "en"
		if strings.HasPrefix(tt.text, "Gemeente") || strings.HasPrefix(tt.text, "Ministerie") {
			lang = "nl"
		}
		r := newReader(tt.text, testLayout, lang, nil)
		r.cased = true
		r.scan(0, len(tt.text))
		s := sentence{hi: len(r.toks)}
		for _, tok := range r.toks {
			s.mask |= tok.tags
		}
		r.enter(s)
		r.findNames(s)
		got := ""
		if len(r.nameBuf) > 0 {
			got = r.nameOf(r.nameBuf[0])
		}
		assert.Equal(t, tt.want, got, "%q", tt.text)
	}
}

// What is read of a company's name by itself does not look at the sentence that
// was read last.
func TestCountryInName(t *testing.T) {
	for _, name := range []string{"Lampworks (US) Ltd.", "LAMPWORKS US LLC"} {
		_, r := read(t, "en", "The data controller is "+name+".", "We are here to help. We would like to hear from all of you whenever there is something that you want to ask us.")
		require.Len(t, r.Parties, 1)
		assert.Equal(t, name, r.Parties[0].Name)
		assert.Equal(t, "US", r.Parties[0].Country)
	}
}
