package reading

import (
	"testing"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/taxonomy"
)

// Companies that no lexicon knows, where English texts name them.
func TestNamed(t *testing.T) {
	const recipient = taxonomy.FacetRecipient
	testFacts(t, lexicon.English(), []factCase{
		{"apposition", "We share your data with our payment provider Brandelmoor.", recipient, "provider.payment, provider.payment (Brandelmoor)"},
		{"apposition between commas", "We share your data with our partner, Brandelmoor, to improve our service.", recipient, "partner, partner (Brandelmoor)"},
		{"subject after a comma", "If we share data with our partners, Brandelmoor says that it gets it.", recipient, "partner"},
		{"several in apposition", "Your card is stored by our payment processors, Brandelmoor, Quillfeather and Tarnwick, for us.", recipient, "provider.payment, provider.payment (Brandelmoor), provider.payment (Quillfeather), provider.payment (Tarnwick)"},
		{"apposition behind the name", "We may share your data with Brandelmoor Ltd., our parent company.", recipient, "group (Brandelmoor Ltd.), group"},
		{"product and what it is", "We use the Brandelmoor player to show films.", recipient, "provider (Brandelmoor)"},
		{"product of two words", "We use the Brandelmoor video player to show films.", recipient, "provider (Brandelmoor)"},
		{"partner that helps", "Our partner, Brandelmoor, assists us in understanding visits.", recipient, "partner, partner (Brandelmoor)"},
		{"protocol", "We use the Brandelmoor Layer protocol to send your data.", recipient, ""},
		{"the person's use", "In order to let you use Brandelmoor services, we collect your name.", recipient, ""},
		{"form behind a comma", "We use Brandelmoor, Inc. to process payments.", recipient, "provider.payment (Brandelmoor, Inc.)"},
		{"form of known words", "We share your data with Example Services B.V. to process payments.", recipient, "provider.payment (Example Services B.V.), provider.payment"},
		{"domain", "We share your data with analytics providers such as Brandelmoor.io and Quillfeather.", recipient, "provider.analytics, provider.analytics (Brandelmoor.io), provider.analytics (Quillfeather)"},
		{"remarks in a list", "We share your data with payment processors (e.g., Brandelmoor (Spain), Quillfeather Ltd. (Latvia) and Tarnwick).", recipient,
			"provider.payment, provider.payment (Brandelmoor), provider.payment (Quillfeather Ltd.), provider.payment (Tarnwick)"},
		{"colon", "We share your data with these payment processors: Brandelmoor and Quillfeather.", recipient, "provider.payment, provider.payment (Brandelmoor), provider.payment (Quillfeather)"},
		{"colon before a sentence", "We share your data with payment processors: What they get is little, whatever you buy.", recipient, "provider.payment"},
		{"states", "We share your data with service providers, such as those in Oregon, Nevada and Texas.", recipient, "provider"},
		{"plural of an abbreviation", "We share your data with ad networks (including DSPs and SSPs).", recipient, "partner.advertising"},
		{"searchers", "Your profile is visible to the public (Brandelmoor).", recipient, "public"},
		{"by a company with its form", "# With whom we share data\n\nThe ads on our site are managed by Brandelmoor LLC for us.\n", recipient, "provider (Brandelmoor LLC)"},
		{"its product", "Brandelmoor Maps is provided by Brandelmoor Ltd.", recipient, ""},

		{"list with forms", "We share your data with the following service providers:\n\n- Brandelmoor, Inc. – [Privacy Policy](https://brandelmoor.example)\n- Example Services AB (support tool)\n- Kettle.io (advice)\n", recipient,
			"provider, provider (Brandelmoor, Inc.), provider.support (Example Services AB), provider.support, provider (Kettle.io)"},
		{"list of several", "We share your data with the following service providers:\n\n- **Brandelmoor and Quillfeather** — web hosting\n", recipient,
			"provider, provider.hosting (Brandelmoor), provider.hosting (Quillfeather), provider.hosting"},
		{"list of what they do", "We share your data with the following service providers:\n\n- **Hosting of our site**: Brandelmoor (servers in Spain)\n", recipient,
			"provider, provider.hosting, provider.hosting (Brandelmoor)"},
		{"list of common nouns", "We share your data with the following service providers:\n\n- Archivists: for our archive\n- Tell your archivists what to keep.\n", recipient, "provider"},
		{"list below a heading", "# With whom we share data\n\n- AdMob and Unity Ads (ads)\n- Brandelmoor (web hosting)\n- Archivists (our archive)\n", recipient,
			"partner.advertising (AdMob), partner.advertising (Unity Ads), provider.hosting (Brandelmoor), provider.hosting"},
		{"table", "# Data\n\nWe share your data with the following processors:\n\n| Name | Purpose |\n|---|---|\n| Brandelmoor GmbH | Sending of newsletters |\n| Quillfeather | Web hosting |\n", recipient,
			"provider, provider.communication (Brandelmoor GmbH), provider.communication, provider.hosting (Quillfeather), provider.hosting"},
		{"column by its head", "# Data\n\n| Advertising partners | Policy |\n|---|---|\n| Brandelmoor | https://brandelmoor.example |\n", recipient, "partner.advertising (Brandelmoor)"},
		{"column of recipients", "# Data\n\n| Data | Who do we share it with? |\n|---|---|\n| Name | Brandelmoor GmbH which provides web hosting. Quillfeather AB. |\n", recipient,
			"provider.hosting (Brandelmoor GmbH), provider.hosting, provider (Quillfeather AB)"},
	})
}

// The same where Dutch texts name them.
func TestNamedDutch(t *testing.T) {
	const recipient = taxonomy.FacetRecipient
	testFacts(t, lexicon.Dutch(), []factCase{
		{"colon", "Wij delen uw gegevens met deze betaalproviders: Brandelmoor en Quillfeather.", recipient, "provider.payment, provider.payment (Brandelmoor), provider.payment (Quillfeather)"},
		{"list of what they do", "# Met wie delen wij gegevens?\n\n- **Hosting**: Brandelmoor B.V. (servers in Spanje)\n- **Hosting**: Quillfeather (servers in Spanje)\n", recipient,
			"provider.hosting, provider.hosting (Brandelmoor B.V.), provider.hosting (Quillfeather)"},
		{"storage", "Al uw gegevens worden opgeslagen in Brandelmoor, een database.", recipient, "provider (Brandelmoor)"},
		{"shared with", "Wij delen uw gegevens alleen met Brandelmoor voor statistieken.", recipient, "provider (Brandelmoor)"},
		{"address behind a name", "De site wordt gehost door Brandelmoor B.V., Tarnweg 4.", recipient, "provider (Brandelmoor B.V.)"},
		{"compounds with one last part", "Wij delen uw gegevens met database-, e-mail- en supportleveranciers.", recipient, "provider.hosting, provider.communication, provider.support, provider"},
		{"what companies do", "# Met wie delen wij gegevens?\n\n- Brandelmoor: verstuurt onze nieuwsbrief\n- Kosten: wat ons dat kost\n", recipient, "provider.communication (Brandelmoor), provider.communication"},
		{"engaged", "Voor ons onderhoud schakelen wij diverse partijen in:\n\n- Brandelmoor: advies\n", recipient, "provider, provider (Brandelmoor)"},
		{"what others do", "Deze verklaring geldt niet voor wat derden zoals Facebook doen.", recipient, ""},
		{"the provider gets it", "Bij elk bezoek verwerkt onze hostingpartij uw IP-adres.", recipient, "provider.hosting"},
		{"as a processor for others", "Wij treden op als verwerker en delen uw gegevens niet.", recipient, ""},
		{"denied list", "Wij gebruiken geen Google Analytics, Mixpanel of Hotjar.", recipient, "no provider.analytics (Google Analytics), no provider.analytics (Mixpanel), no provider.analytics (Hotjar)"},
	})
}

// Recipients, sources that are none, and refusals of others.
func TestRecipients(t *testing.T) {
	const recipient = taxonomy.FacetRecipient
	testFacts(t, lexicon.English(), []factCase{
		{"with and from", "We share and receive data with and from payment processors.", recipient, "provider.payment"},
		{"other sources", "We receive your data from other sources, such as business partners and analytics providers.", recipient, ""},
		{"sources and recipients", "We share data that we receive from other sources with analytics providers.", recipient, "provider.analytics"},
		{"provided by others", "We cannot correct data provided to us by credit reporting agencies.", recipient, ""},
		{"what the person cannot do", "You cannot share your location with other users.", recipient, ""},
		{"what the person cannot do, behind a comma", "For example, you cannot share your location with your contacts if you do not permit it.", recipient, ""},
		{"asked of a company", "You can request that Acme not share your personal data with our affiliates.", recipient, ""},
		{"they log data", "Advertisers log data, such as your IP address.", recipient, "partner.advertising"},
		{"not identifying", "We may share data that does not reveal your identity with advertisers.", recipient, "partner.advertising"},
		{"identity not disclosed", "We do not disclose your identity to advertisers.", recipient, "no partner.advertising"},
		{"members of the group", "We may share your data with members of the Acme Group.", recipient, "group"},
		{"approved by authorities", "We share your data under contracts approved by the competent authorities.", recipient, ""},
		{"tasks of those before", "We share data with our service providers. They help us with things such as customer support and hosting.", recipient, "provider, provider.support, provider.hosting"},
		{"relied on", "We rely on third-party vendors to run our site, such as for payment processing.", recipient, "provider, provider.payment"},
		{"passive", "Your card number is stored by our payment processor.", recipient, "provider.payment"},
		{"not used", "We do not use third-party analytics providers.", recipient, "no provider.analytics"},
		{"not controlled", "We do not control the sharing practices of analytics providers.", recipient, ""},
		{"products", "We share your data with service providers who help us to deliver our products and services.", recipient, "provider"},
		{"parcels", "We share your data with companies that deliver packages on our behalf.", recipient, "provider, provider.delivery"},
		{"advertisers by name", "We share your data with advertisers such as Facebook.", recipient, "partner.advertising, partner.advertising (Facebook)"},
	})
}
