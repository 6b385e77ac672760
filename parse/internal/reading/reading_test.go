package reading

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// readText reads text as the parser does, without records.
func readText(text string, lex *lexicon.Lexicon, names ...string) *policy.Policy {
	p := &policy.Policy{Source: policy.NewSource(text)}
	Read(p, text, layout.Scan(text, layout.Auto), lex, Given{Names: names})
	return p
}

// show returns the facts of a facet as "id", "no id", "id [region]", "id (name)".
func show(p *policy.Policy, facet taxonomy.Facet) []string {
	out := []string{}
	for it := range p.FactsOf(facet) {
		s := it.ID
		if it.Name != "" {
			s += " (" + it.Name + ")"
		}
		if it.Denied() {
			s = "no " + s
		}
		if it.Region != "" {
			s += " [" + string(it.Region) + "]"
		}
		out = append(out, s)
	}
	return out
}

// A factCase is a text and what it says of one facet.
type factCase struct {
	name, text string
	facet      taxonomy.Facet
	want       string // ids with commas
}

func testFacts(t *testing.T, lex *lexicon.Lexicon, cases []factCase) {
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := readText(tt.text, lex)
			assert.Equal(t, tt.want, strings.Join(show(p, tt.facet), ", "))
			require.NoError(t, p.Check())
		})
	}
}

func TestFacts(t *testing.T) {
	const data, purpose, recipient, right = taxonomy.FacetData, taxonomy.FacetPurpose, taxonomy.FacetRecipient, taxonomy.FacetRight
	const basis, statement, technology = taxonomy.FacetLegalBasis, taxonomy.FacetStatement, taxonomy.FacetTechnology
	testFacts(t, lexicon.English(), []factCase{
		// what is collected
		{"plain", "We collect your e-mail address.", data, "contact.email"},
		{"coordination", "We collect your name, e-mail and shipping address.", data, "identity.name, contact.email, contact.address.delivery"},
		{"the person gives", "You may provide us with your phone number and gender.", data, "contact.phone, demographic.gender"},
		{"passive", "Your IP address is recorded automatically.", data, "device.ip-address"},
		{"examples", "Usage data may include your browser type, such as its version, and the pages you visit.", data, "activity, device.browser, activity.browsing"},
		{"list", "We collect the following information:\n\n- your name;\n- your date of birth.\n", data, "identity.name, demographic.birth-date"},
		{"heading", "# What we collect\n\n- Payment details\n- IP address\n", data, "financial, device.ip-address"},
		{"lines of a table's cell", "| What we collect |\n|---|\n| We collect:<br>* your phone number<br>* type of browser<br>* IP<br>* address book |\n", data, "contact.phone, device.browser, device.ip-address, social.contacts"},
		{"accessed by", "The information you provide may be accessed by our business partners.", recipient, "partner"},
		{"anyone", "Anyone may view your profile information.", recipient, "public"},
		{"chosen to be public", "The photos that you choose to make publicly available can be found by search.", recipient, "public"},
		{"the public to be protected", "We may share your data to protect the public.", recipient, ""},
		{"not what was shared", "Communications you share with other users cannot be removed.", recipient, "other-users"},
		{"cannot ensure", "We cannot ensure that information you share will not become publicly available.", recipient, ""},
		{"except as this policy says", "Except as described in this policy, we do not disclose your data to any third party unless it is necessary to protect our rights.", purpose, "legal.claims"},
		{"hired companies", "We hire other companies to perform services on our behalf, such as hosting websites and providing customer support.", recipient, "provider, provider.hosting, provider.support"},
		{"label of a recipient", "Category: advertisers. Purpose: newsletters.", recipient, "partner.advertising"},
		{"where a signal is sent", "We do not use cookies or advertising when a do not track signal is sent.", technology, ""},
		{"definition", "Personal information is any information that, alone or combined with other data, can be used to identify a person.", statement, ""},
		{"recipient that receives", "Payment processors receive your card data.", recipient, "provider.payment"},
		{"label of a source", "Payment processors: we may receive your card data from them.", recipient, ""},
		{"examples of a recipient", "We share your data with hosting companies such as Brandelmoor and Quillfeather Cloud.", recipient, "provider.hosting, provider.hosting (Brandelmoor), provider.hosting (Quillfeather Cloud)"},
		{"an example in brackets", "We share your data with our hosting provider (Brandelmoor).", recipient, "provider.hosting, provider.hosting (Brandelmoor)"},
		{"an abbreviation", "We share your data with our hosting provider (BHP).", recipient, "provider.hosting"},
		{"list of names", "We share your data with these payment processors:\n\n- Brandelmoor: card payments\n- Cards\n", recipient, "provider.payment, provider.payment (Brandelmoor)"},
		{"heading that is a name", "# Payment\n\nWe share your card data with payment processors.\n\n## Brandelmoor or Quillfeather\n\nTheir privacy policy can be viewed at https://brandelmoor.example.\n", recipient, "provider.payment, provider.payment (Brandelmoor), provider.payment (Quillfeather)"},
		{"heading that is a service", "# Payment\n\nWe share your card data with payment processors.\n\n## Brandelmoor\n\nBrandelmoor is a service from abroad.\n", recipient, "provider.payment, provider.payment (Brandelmoor)"},
		{"heading of our own", "# Payment\n\nWe share your card data with payment processors.\n\n## Brandelmoor\n\nYou may pay there.\n", recipient, "provider.payment"},
		{"aims between semicolons", "We use your data to: enforce our terms; detect fraud; send newsletters.", purpose, "legal.enforcement, security.fraud, marketing.direct"},
		{"denied before a list", "We collect the data below. We do not sell it.\n\n- your name;\n- your phone number.\n", data, "identity.name, contact.phone"},
		{"label in a section", "# What we collect\n\nOther things of interest that we may come to hold: your name, your phone number and your e-mail address", data, "identity.name, contact.phone, contact.email"},
		{"denied", "We do not collect health data.", data, "no sensitive.health"},
		{"left out in brackets", "We store your user name (but not your password) when you sign in.", data, "account.id"},
		{"brackets with a statement", "We collect your e-mail address (we do not collect your phone number).", data, "contact.email, no contact.phone"},
		{"the occasion before a colon", "We collect the following:\n\n- if you decide to upgrade: credit card number\n", data, "financial.card"},
		{"a record is no request", "We collect the following:\n\n- Date and time of your requests\n", data, "activity.time"},
		{"a phrase into brackets", "We collect information about your access (such as hardware and ports), location and IP address.", data, "device.hardware, location, device.ip-address"},
		{"denied list", "We never collect:\n\n- your location;\n- your contacts.\n", data, "no location, no social.contacts"},
		{"hedged denial", "We do not knowingly collect your location without your consent.", data, ""},
		{"not shared says nothing", "We do not share your phone number with anyone.", data, ""},
		// what is not
		{"advice", "You should never disclose your password to others.", data, ""},
		{"contact", "If you have questions, contact us by e-mail or phone.", data, ""},
		{"aim", "We use your information to manage your account.", data, ""},
		{"others' practice", "Those websites collect your IP address under their own privacy policies.", data, ""},
		{"announcement", "This policy explains how we collect your e-mail address.", data, ""},
		{"announcement with examples", "This policy covers the data that we collect, such as your e-mail address.", data, "contact.email"},
		{"kept, not collected", "# Retention of your personal data\n\nWe retain usage data for a year.\n", data, ""},
		{"code of others", "The app may use third-party libraries that use cookies to collect information and improve their services.", data, ""},
		{"definition", "Cookies are small files that contain an identifier.", data, ""},
		{"occasion", "When you place an order, you provide us with your name.", data, "identity.name"},
		{"examples in an aim", "We use cookies to remember choices, such as your language.", data, "demographic.language"},
		{"thing used in an aim", "We use your data to answer by means such as chat.", data, ""},

		// what for
		{"aims", "We use your data to process your orders, improve our services and prevent fraud.", purpose, "service.order, improvement, security.fraud"},
		{"aims in a list", "We use your information to:\n\n* answer your questions;\n* send you our newsletter.\n", purpose, "service.support, marketing.direct"},
		{"nominal", "Your data is used for marketing purposes.", purpose, "marketing"},
		{"what is needed", "We need your address and date of birth in order to fill your order.", data, "contact.address, demographic.birth-date"},
		{"who works for us", "We pass your name to firms that carry out work for us.", recipient, "provider"},
		{"together with us", "We and our advertising partners use your advertising ID for statistics.", recipient, "partner.advertising"},
		{"tasks of providers", "We share your data with providers that run our help desk or analyse usage for us.", recipient, "provider.support, provider.analytics"},
		{"a business that is bought", "If our business is bought by or merged with another company, your information may pass to the new owner.", purpose, "business.transfer"},
		{"merged, not combined", "If our business is merged with another company, your information may pass to the new owner.", statement, ""},
		{"safeguards that are shown", "You may obtain a copy of these safeguards.", right, ""},
		{"a phone that sends", "Your phone sends us your GPS position.", data, "location.precise"},
		{"mistakes", "You may have mistakes put right or have your name taken out of our database.", right, "rectification, erasure"},
		{"an obligation as a condition", "We disclose your data where we are under a legal obligation to do so.", basis, ""},
		{"grounds among rights", "# Your rights\n\nYou may object to processing based on legitimate interests, ask for a copy, or withdraw your consent.\n", basis, ""},
		{"a phone that reports", "Your phone reports its software version and serial number to us.", data, "device.software, device.identifier.serial"},
		{"what is uploaded", "Your photos are only uploaded if you opt in.", data, "content.photo"},
		{"which apps", "We record which apps you open.", data, "activity.usage, device.apps"},
		{"two kinds of identifiers", "We collect device and advertising identifiers.", data, "device.identifier, device.identifier.advertising"},
		{"an operator", "We share your name with your mobile operator.", recipient, "partner.network-operator"},
		{"ads that match", "We use your age to show you ads that match your interests.", purpose, "advertising.personalised, personalisation"},
		{"kept as the law demands", "# Retention\n\nData is kept only as the law demands. When you ask us to erase it, we do so at once.\n", taxonomy.FacetRetention, "legal-requirement, deletion-request"},
		{"set apart", "# Retention\n\nCopies in backups are set apart from further processing.\n", taxonomy.FacetDisposal, "isolation"},
		{"turning to an authority", "You are free to turn to a data protection authority.", right, "complaint"},
		{"only for work", "# Security\n\nStaff may only see your data if their work calls for it.\n", taxonomy.FacetSecurity, "access-control"},
		{"a parent's consent is no ground", "Persons under 16 may only use our products with the consent of a parent.", basis, ""},
		{"accepted in use", "If you use our site, you accept the terms of this policy.", statement, "consent-by-use"},
		{"how old", "We use your date of birth to establish how old you are.", purpose, "identity.age"},
		{"ads geared to interests", "We use your age to gear our ads to your interests.", purpose, "advertising.personalised"},
		{"how well ads work", "We use cookies to learn how well our ads and web searches work.", purpose, "advertising.measurement"},
		{"what becomes public", "What you choose to share in your reviews becomes public.", recipient, "public"},
		{"requests of a government", "We disclose your data to comply with the law or enforceable government requests.", recipient, ""},
		{"protected with passwords", "# Security\n\nWe protect our systems with passwords and check how we store data.\n", taxonomy.FacetSecurity, "password, review"},
		{"named by a negation", "We also collect data that does not, on its own, permit association with a person.", data, "non-personal"},
		{"more than the occasion", "We store information when you create an account ID.", data, "account, account.id"},
		{"part of a task", "Our providers have access to your name for tasks such as processing card payments and delivering packages.", data, "identity.name"},
		{"the object of an aim", "We use these details to process your purchase.", data, ""},
		{"not about the device", "We may collect data about how you use your device.", data, "activity.usage, activity"},
		{"our own pages", "We obtain your name through our website and our social media pages.", data, "identity.name"},
		{"an assistant", "Others handle cards and provide marketing assistance on our behalf.", purpose, "marketing"},
		{"a forum", "Your name is used for participation in our forum and interaction with other users.", purpose, "service.community"},
		{"reasons that name nobody", "We may disclose your data where this is needed for national security, law enforcement or other matters of public interest.", recipient, ""},
		{"an example of a right", "You have the right to object to processing, including processing for direct marketing.", right, "objection, objection.marketing"},
		{"a list to leave", "If you do not wish to be on our mailing list, you can opt out at any time.", right, "objection.marketing"},
		{"who hears complaints", "# Contact\n\nAny grievances shall be brought to our Grievance Officer.\n", right, "grievance"},
		{"where it is used", "If you use our products in the EEA, you may object to the processing.", right, "objection [EEA]"},
		{"a change of owner", "If the business is sold, we will tell you of any changes in ownership by e-mail.", taxonomy.FacetChangeNotice, ""},
		{"deleted or made anonymous", "# Retention\n\nWe delete or anonymise your data once it is no longer needed.\n", taxonomy.FacetDisposal, "anonymisation, deletion"},
		{"the occasion is a purpose", "When you create an account, we collect your name.", purpose, "service.account"},
		{"an object beyond the condition", "When you use our services, you provide us with your name.", purpose, ""},
		{"the aim goes on after a possessive", "We use your data to keep our site, our shop and your account safe and to answer your questions.", purpose, "security, service.support"},
		{"the person's own act", "You can change this in your settings to improve your experience.", purpose, ""},
		{"special over general", "We use your data to provide map services.", purpose, "service.location"},
		{"law as a condition", "We may disclose your data if we are required to do so by law.", purpose, ""},
		{"law as an aim", "We may disclose your data to comply with the law.", purpose, "legal.compliance"},
		{"a comma within an aim", "We collect your name, image viewing statistics, and your age.", purpose, ""},
		{"ambiguous word alone", "This data includes the time of your visit and other statistics.", purpose, ""},
		{"verb in the name of data", "We collect your operating system version and the settings of our app.", purpose, ""},
		{"answers", "# Your rights\n\nWe will respond to your request within a month.\n", purpose, ""},
		{"to whom a right is granted", "# Your rights\n\nWe may ask you for a copy of your passport to verify your identity.\n", purpose, "identity.verification"},
		{"children", "We do not knowingly let children sign up for our newsletter or collect their names.", purpose, ""},
		{"protecting the data", "# Security\n\nWe use encryption to protect our systems against unauthorised access.\n", purpose, ""},
		{"using the data to protect", "# Security\n\nIn order to prevent fraud, we may use your data.\n", purpose, "security.fraud"},
		{"refused", "We do not use your data for marketing purposes.", purpose, "no marketing"},

		// who gets it
		{"recipients", "We share your data with our affiliates and payment processors.", recipient, "group, provider.payment"},
		{"refusal with exceptions", "We do not share your data with third parties, except with our service providers.", recipient, "no third-party, provider"},
		{"sale", "We do not sell your personal information.", recipient, "no third-party"},
		{"sale statement", "We do not sell your personal information.", statement, "sale.no"},
		{"source in a longer phrase, no recipient", "We obtain your name from social networks or data brokers.", recipient, ""},
		{"third parties that take over", "We may share your data with third parties in connection with a merger.", recipient, "successor"},
		{"3rd", "We use 3rd party services that collect your data.", recipient, "third-party"},
		{"source, no recipient", "We receive your name from third parties.", recipient, ""},
		{"a deal that is weighed", "We may use your information to evaluate or conduct a merger in which data is among the assets transferred.", recipient, ""},
		{"a verb among aims", "We employ third-party companies and individuals for the following reasons:\n\n* To assist us in analysing how our service is used.\n", recipient, "provider"},
		{"in a section on rights", "# Your rights\n\nYou may ask which third parties received your data.\n", recipient, ""},
		{"named", "We use Google Analytics to collect information about your visit.", recipient, "provider.analytics (Google Analytics)"},
		{"named in full", "We use Mixpanel, Inc. and Slack Technologies to process your name.", recipient, "provider.analytics (Mixpanel, Inc.), provider.communication (Slack Technologies)"},
		{"named by its policy", "We share data with advertising partners:\n\n* Privacy policy of Larkad: https://larkad.example/privacy\n", recipient, "partner.advertising, partner.advertising (Larkad)"},
		{"in a right", "You may lodge a complaint with a supervisory authority.", recipient, ""},

		// rights and grounds
		{"rights", "You have the right to access, correct and delete your personal data.", right, "access, rectification, erasure"},
		{"region", "If you are located in the European Economic Area, you may object to the processing.", right, "objection [EEA]"},
		{"region of a list", "If you live in California, you have the right to:\n\n- request deletion of your personal information;\n- opt out of the sale of your personal information.\n", right, "erasure [US-CA], opt-out-sale [US-CA]"},
		{"special right", "You may object to direct marketing.", right, "objection.marketing"},
		{"consent withdrawn", "Consent may be withdrawn at any time.", right, "withdraw-consent"},
		{"others' access", "Only authorised staff have access to your data.", right, ""},
		{"grounds", "We process your data to perform a contract with you or on the basis of your consent.", basis, "contract, consent"},
		{"grounds in a right", "You may object where we rely on our legitimate interests.", basis, ""},
		{"a ground that can be taken back", "We use your data with your consent, which you may withdraw at any time.", basis, "consent"},
		{"an aim is no ground", "We retain data to comply with our legal obligations.", basis, ""},

		{"no technology", "Our site does not use cookies.", technology, "no cookie"},
		{"technologies", "We use session cookies and web beacons.", technology, "cookie.session, beacon"},
		{"refusing cookies", "If you do not accept cookies, you may not be able to use our site.", statement, ""},
		{"refusing data", "If you do not provide your address, we may not be able to deliver your order.", statement, "mandatory"},
		{"denied statement", "No automated decision-making takes place.", statement, "no automated-decisions"},
	})
}

func TestDutchFacts(t *testing.T) {
	const data, purpose, recipient, right = taxonomy.FacetData, taxonomy.FacetPurpose, taxonomy.FacetRecipient, taxonomy.FacetRight
	testFacts(t, lexicon.Dutch(), []factCase{
		{"plain", "Wij verzamelen uw e-mailadres en telefoonnummer.", data, "contact.email, contact.phone"},
		{"suspended hyphen", "Wij gebruiken geen analytics- of marketingcookies.", taxonomy.FacetTechnology, "no analytics, no cookie.statistics, no cookie.marketing"},
		{"compounds", "We verwerken je locatiegegevens en bankrekeningnummer.", data, "location, financial.bank-account"},
		{"separable verb", "Wij slaan uw IP-adres op.", data, "device.ip-address"},
		{"list", "Wij verwerken de volgende persoonsgegevens:\n\n- Voor- en achternaam\n- Geboortedatum\n", data, "identity.name, demographic.birth-date"},
		{"denied", "Wij verzamelen geen gezondheidsgegevens.", data, "no sensitive.health"},
		{"cookies that collect nothing", "Deze cookies verzamelen geen persoonsgegevens.", data, ""},
		{"labels", "Wij verwerken:\n\n- Foto's: om te laten zien wat wij doen\n- Certificaten en getuigschriften\n", data, "content.photo, professional.education"},
		{"examples after an aim", "Onze host verwerkt technische gegevens die nodig zijn om de site te tonen, zoals uw IP-adres.", data, "device, device.ip-address"},
		{"why data is needed", "# Welke gegevens verzamelen wij\n\nWij verzamelen gegevens die nodig zijn voor de werking van onze winkel:\n\n- Postcode\n", data, "contact.address"},
		{"with a modal", "Wij gebruiken uw gegevens om contact met u op te kunnen nemen.", purpose, "communication"},
		{"kept for other reasons", "# Bewaartermijnen\n\n- Sollicitaties: 4 weken\n", purpose, ""},
		{"only with consent", "Wij plaatsen geen analytische of marketingcookies zonder uw toestemming.", taxonomy.FacetTechnology, "cookie.statistics, cookie.marketing"},
		{"exceptions to a right", "# Uw rechten\n\n- Recht op verwijdering, tenzij een wettelijke bewaarplicht geldt.\n", taxonomy.FacetRetention, ""},
		{"what follows and", "Wij maken afspraken met derden met wie wij gegevens delen en geven uw gegevens niet door buiten Europa.", recipient, "third-party"},
		{"aims", "We gebruiken uw gegevens om onze diensten te verbeteren en fraude te voorkomen.", purpose, "improvement, security.fraud"},
		{"nominal aims", "Wij verwerken uw gegevens voor het afhandelen van uw betaling.", purpose, "service.payment"},
		{"recipients", "Wij delen uw gegevens met onze dochterondernemingen en dienstverleners.", recipient, "group, provider"},
		{"a right as a remark", "# Grondslagen\n\nWij verwerken uw gegevens op basis van:\n\n- Toestemming: voor nieuwsbrieven (u kunt zich altijd afmelden)\n", purpose, "marketing.direct"},
		{"sale", "Wij verkopen uw gegevens niet aan derden.", recipient, "no third-party"},
		{"choice", "Wij verstrekken uw gegevens niet aan andere partijen, tenzij u hier vooraf toestemming voor heeft gegeven.", recipient, "no third-party, third-party.chosen"},
		{"rights", "U heeft het recht om uw gegevens in te zien, te corrigeren of te verwijderen.", right, "access, rectification, erasure"},
		{"everything is no exception", "Wij delen alles met onze dienstverleners.", recipient, "provider"},
		{"used and not shared", "Uw gegevens worden enkel gebruikt voor interne doeleinden en worden niet met derden gedeeld.", purpose, "business"},
		{"engaged third parties", "Soms schakelen wij derden in die voor ons bellen.", recipient, "provider"},
		{"parties that are no affiliates", "Wij geven uw gegevens niet door aan niet-gelieerde partijen.", recipient, "no third-party"},
		{"a business that is transferred", "# Uw rechten\n\nBij een overdracht van bedrijfsmiddelen blijven uw rechten gelden.\n", right, ""},
		{"before the object", "Wij kunnen bij uw inschrijving op onze site om uw telefoonnummer vragen.", data, "contact.phone"},
		{"the occasion", "Bij uw inschrijving op onze site vragen wij naar uw naam.", purpose, "service.account"},
		{"who handles payments", "Wij geven uw naam door aan het bedrijf dat de betaling afhandelt.", recipient, "provider.payment"},
		{"together with us", "Daarbij gebruiken wij en onze advertentiepartners uw reclame-ID.", recipient, "partner.advertising"},
		{"what goes over", "Bij een fusie kunnen uw gegevens overgaan op de nieuwe eigenaar.", recipient, "successor"},
		{"taken out of a file", "U kunt uw gegevens uit ons bestand laten halen.", right, "erasure"},
		{"ways to be safe", "Uw gegevens worden tijdens de verzending versleuteld en zijn beschermd met meervoudige verificatie.", taxonomy.FacetSecurity, "encryption.transit, encryption, two-factor"},
		{"safeguards in the next sentence", "Uw gegevens kunnen buiten uw eigen land worden bewaard. Wij zorgen voor passende waarborgen.", taxonomy.FacetSafeguard, "unspecified"},
		{"what is not given", "Bent u verplicht uw naam op te geven? Zonder uw naam kunnen wij de dienst niet leveren.", taxonomy.FacetStatement, "mandatory"},
		{"what a phone passes on", "Uw telefoon geeft het IMEI-nummer en de softwareversie aan ons door.", data, "device.identifier.imei, device.software"},
		{"copies of data", "Wij bewaren kopieën van uw contacten en foto's.", data, "social.contacts, content.photo"},
		{"which apps", "Wij leggen vast welke apps u opent.", data, "device.apps, activity.usage"},
		{"a location of a kind", "Wij verzamelen uw globale locatie.", data, "location.approximate"},
		{"shared with consent", "Met uw toestemming delen wij uw naam met adverteerders.", recipient, "partner.advertising"},
		{"under that age", "Wij verwerken niet bewust gegevens van personen onder die leeftijd.", taxonomy.FacetStatement, "children.no-knowing-collection"},
		{"set apart", "# Bewaartermijnen\n\nVraagt u om verwijdering, dan worden back-ups van verdere verwerking afgezonderd.\n", taxonomy.FacetDisposal, "isolation"},
		{"other users are no others", "Wij delen uw naam met andere gebruikers.", recipient, "other-users"},
		{"hired", "Wij zullen derde partijen inhuren om uw gegevens te verwerken.", recipient, "provider"},
		{"details", "Bij een aankoop vragen wij om uw creditcarddetails en contactdetails.", data, "financial.card, contact"},
		{"letters are no parcels", "Wij gebruiken uw e-mailadres om meldingen over producten en nieuwsbrieven te sturen.", purpose, "communication, marketing.direct"},
		{"access to a site", "Als u zich wenst te registreren voor toegang tot onze site, vragen wij om uw naam.", purpose, "service.account"},
		{"a record that is kept", "Als wij gegevens vrijgeven, houden wij een verslag bij.", taxonomy.FacetRetention, "records"},
		{"without telling", "Wij kunnen dit beleid wijzigen zonder u vooraf op de hoogte te stellen.", taxonomy.FacetChangeNotice, "none"},
		{"deleted or made anonymous", "# Bewaartermijnen\n\nDaarna verwijderen of anonimiseren wij uw gegevens.\n", taxonomy.FacetDisposal, "deletion, anonymisation"},
		{"criteria", "# Bewaartermijnen\n\nWij letten op:\n\n- de kans op schade\n- boekhoudkundige voorschriften\n", taxonomy.FacetRetention, "harm-risk, regulatory-reporting"},
		{"until a product ends", "# Bewaartermijnen\n\nWij bewaren uw gegevens totdat wij met het product zijn gestopt.\n", taxonomy.FacetRetention, "service-termination"},
		{"duties", "Wij kunnen uw gegevens verstrekken op grond van wettelijke voorschriften of om fraude en andere misstanden op te sporen.", purpose, "legal.compliance, security.fraud, security.abuse"},
		{"where an app hangs", "Wij verzamelen hoe vaak u de app gebruikt en waar de app vastloopt.", data, "activity.usage, diagnostics.crash"},
		{"the occasion is no right", "# Welke gegevens wij verzamelen\n\nAls u gegevens synchroniseert en waarschuwingen opvraagt, kunt u ons uw locatie verstrekken.\n", right, ""},
		{"what belongs to the organisation", "Wij gebruiken uw adres om prijzen van onze winacties te verwerken.", purpose, "marketing.promotion"},
		{"before and after a visit", "Wij verzamelen de pagina's die u vlak voor uw bezoek bekijkt.", data, "activity.referrer, activity.browsing"},
		{"what was said and when", "Wij bewaren het tijdstip, het onderwerp en de inhoud van uw berichten aan ons.", data, "communication.metadata, communication.content"},
		{"where a visit comes from", "Wij verzamelen het type browser en de domeinnaam van de site van waaruit u bij ons komt.", data, "device.browser, activity.referrer"},
		{"crimes", "Wij kunnen gegevens verstrekken aan bevoegde instanties bij een vermoeden van strafbare feiten.", recipient, "authority, authority.law-enforcement"},
		{"services are not delivered in parcels", "Wij gebruiken uw naam om u onze producten en diensten te leveren.", purpose, "service"},
		{"what cookies are good for", "# Cookies\n\nMet cookies kunnen wij onze site afstemmen op uw voorkeuren.\n", purpose, "personalisation"},
		{"wherever it is kept", "Ongeacht waar de gegevens worden opgeslagen, nemen wij passende maatregelen.", taxonomy.FacetSafeguard, "unspecified"},
		{"no plan to collect", "Wij zijn niet van plan gegevens te verzamelen van personen die jonger zijn dan zestien jaar.", taxonomy.FacetStatement, "children.no-knowing-collection"},
		{"a record of releases", "Bij elke afgifte houden wij bij aan wie gegevens zijn vrijgegeven.", taxonomy.FacetRetention, "records"},
		{"region", "Als u zich in de Europese Economische Ruimte bevindt, kunt u bezwaar maken tegen de verwerking.", right, "objection [EEA]"},
	})
}

func TestConditions(t *testing.T) {
	for text, want := range map[string]policy.Condition{
		"We collect your location with your consent.":                policy.OnConsent,
		"We share your name with authorities where required by law.": policy.ByLaw,
		"If you choose to, you provide us with your photo.":          policy.ByChoice,
		"We collect your name.":                                      policy.None,
	} {
		p := readText(text, lexicon.English())
		for it := range p.FactsOf(taxonomy.FacetData) {
			assert.Equal(t, want, it.Condition(), text)
		}
		assert.NotEmpty(t, p.Data, text)
	}
}

func TestSources(t *testing.T) {
	for text, want := range map[string]string{
		"You provide us with your name.":                                    "[person]",
		"We automatically collect your IP address.":                         "[automatic]",
		"We receive your name from third parties.":                          "[third-party]",
		"# Information you give us\n\nWe collect your name.":                "[person]",
		"When you visit our site, you may provide us with your IP address.": "[automatic]",
		"Some partners may also provide us with your age.":                  "[third-party]",
		"You and our partners may provide us with your age.":                "[person]",
	} {
		p := readText(text, lexicon.English())
		if assert.NotEmpty(t, p.Data, text) {
			assert.Equal(t, want, fmt.Sprint(p.Data[0].Sources), text)
		}
	}
}

func TestUnclassified(t *testing.T) {
	p := readText("We collect your name, e-mail address, shoe size and gender.", lexicon.English())
	require.Len(t, p.Unclassified, 1)
	u := p.Unclassified[0]
	assert.Equal(t, "shoe size", u.Words)
	assert.Equal(t, taxonomy.FacetData, u.Facet)
	assert.True(t, p.Passages[u.Passage].Span.Contains(u.Span))

	p = readText("We collect (i) your name, (ii) e-mail address, however, age, etc., and gender.", lexicon.English())
	assert.Empty(t, p.Unclassified, "numbers and fillers name nothing")
}

func TestReadings(t *testing.T) {
	p := readText("Thank you for your interest.\n\nWe collect your name.\n\nWe process personal data in a zymurgic manner.\n", lexicon.English())
	var got []policy.Reading
	for _, q := range p.Passages {
		got = append(got, q.Reading)
	}
	assert.Equal(t, []policy.Reading{policy.Boilerplate, policy.Read, policy.NotRead}, got)
}

func TestOwnNames(t *testing.T) {
	text := "Larkspur collects your name. Larkspur shares it with Larkspur."
	assert.Equal(t, []string{"identity.name"}, show(readText(text, lexicon.English(), "Larkspur"), taxonomy.FacetData))
}

func TestAliases(t *testing.T) {
	text := "The Service Provider gives your name to a service provider."
	p := &policy.Policy{Source: policy.NewSource(text)}
	Read(p, text, layout.Scan(text, layout.Auto), lexicon.English(), Given{Aliases: []string{"Service Provider"}})
	assert.Equal(t, []string{"identity.name"}, show(p, taxonomy.FacetData))
	require.Len(t, p.Recipients, 1)
	assert.Equal(t, "service provider", p.Words(p.Recipients[0].Mentions[0]))
	assert.Len(t, p.Recipients[0].Mentions, 1)
}

func TestLowercase(t *testing.T) {
	text := "we collect your name.we share your data with affiliates. if you live in california, you may request deletion of your personal information."
	p := readText(text, lexicon.English())
	assert.Equal(t, []string{"identity.name"}, show(p, taxonomy.FacetData))
	assert.Equal(t, []string{"group"}, show(p, taxonomy.FacetRecipient))
	assert.Equal(t, []string{"erasure [US-CA]"}, show(p, taxonomy.FacetRight))
	assert.Len(t, p.Passages, 3)
}
