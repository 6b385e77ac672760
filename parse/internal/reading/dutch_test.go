package reading

import (
	"testing"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/taxonomy"
)

// Clauses, denials and compounds that Dutch has and English has not.
func TestDutchClauses(t *testing.T) {
	const data, purpose, right = taxonomy.FacetData, taxonomy.FacetPurpose, taxonomy.FacetRight
	testFacts(t, lexicon.Dutch(), []factCase{
		// "om" is an aim with an infinitive only
		{"asked for", "Wij vragen nooit om een kopie van uw paspoort.", data, "no identity.government-id"},
		{"asked for, with an aim", "Wij vragen om uw telefoonnummer om u te kunnen bellen.", data, "contact.phone"},
		{"aim", "Wij gebruiken uw telefoonnummer om uw vragen over de moestuin te beantwoorden.", purpose, "service.support"},
		{"aims in a list", "Wij gebruiken uw gegevens om onder meer:\n\n- uw bestelling te verwerken;\n- facturen te sturen.\n", purpose, "service.order, service.payment"},
		{"aim not to do", "U heeft het recht om niet te worden onderworpen aan geautomatiseerde besluitvorming.", right, "automated-decision"},

		// what a negation is said of
		{"no verb of its own", "Wij registreren wel uw naam, maar geen adres.", data, "identity.name, no contact.address"},
		{"at the end", "Wij bewaren uw telefoonnummer niet.", data, "no contact.phone"},
		{"before its verb", "Uw paspoortnummer leggen wij niet vast.", data, "no identity.government-id"},
		{"cookies before their verb", "Reclamecookies gebruiken we niet.", taxonomy.FacetTechnology, "no cookie.marketing"},
		{"no more than", "Wij vragen niet meer gegevens dan nodig, zoals uw naam en e-mailadres.", data, "identity.name, contact.email"},
		{"not possible without", "Als u deze gegevens niet verstrekt, kunnen wij uw bestelling niet verwerken.", purpose, "service.order"},
		{"not used for", "Wij gebruiken uw gegevens niet voor marketing.", purpose, "no marketing"},

		// compounds that share their last part
		{"shared last part", "Wij bewaren uw bestel- en betaalgegevens.", data, "commercial.order, financial"},
		{"three of them", "Wij bewaren account-, bestel- en contactgegevens.", data, "account, commercial.order, contact"},
		{"purposes", "Wij gebruiken uw gegevens voor marketing- en onderzoeksdoeleinden.", purpose, "marketing, research"},
		{"name and address", "Wij bewaren van leden de naam-, adres- en contactgegevens.", data, "identity.name, contact, contact.address"},

		// who gives data, and what is needed
		{"they give", "Cliënten geven bij aanmelding hun naam en telefoonnummer op.", data, "identity.name, contact.phone"},
		{"they join", "Deelnemers melden zich aan met hun naam en e-mailadres.", data, "identity.name, contact.email"},
		{"you must fill in", "Om te reageren dient u uw naam en e-mailadres in te vullen.", data, "identity.name, contact.email"},
		{"needed", "Daarvoor zijn nodig: uw naam, geboortedatum en rekeningnummer.", data, "identity.name, demographic.birth-date, financial.bank-account"},
		{"concerns", "De roeiclub legt gegevens van leden vast. Dit betreft naam, geslacht en geboortedatum.", data, "identity.name, demographic.gender, demographic.birth-date"},
		{"think of", "Wij ontvangen gegevens van u. Denk hierbij aan uw naam en uw telefoonnummer.", data, "identity.name, contact.phone"},
		{"a file", "In het dossier staan gegevens over uw gezondheid.", data, "sensitive.health"},
	})
}

// What associations, practices, schools, shops and landlords say.
func TestDutchOrganisations(t *testing.T) {
	const data, purpose, right, security = taxonomy.FacetData, taxonomy.FacetPurpose, taxonomy.FacetRight, taxonomy.FacetSecurity
	const aims = "# Doeleinden\n\nWij verwerken persoonsgegevens voor:\n\n"
	const rights = "# Uw rechten\n\n"
	const safe = "# Beveiliging\n\n"
	const keeping = "# Hoe lang bewaren wij uw gegevens?\n\n"
	testFacts(t, lexicon.Dutch(), []factCase{
		{"association", aims + "- het innen van contributie\n- het indelen van teams\n- uitnodigen voor de ledenvergadering\n- werving van nieuwe leden\n", purpose, "service.payment, service, communication, marketing"},
		{"practice", aims + "- een goede behandeling\n- declaraties indienen bij de verzekeraar\n- het maken van een afspraak\n", purpose, "service.payment, service"},
		{"care", "Wij houden een dossier bij ten behoeve van uw behandeling.", purpose, "service"},
		{"school", aims + "- het begeleiden van leerlingen\n- ouders informeren\n- bekostiging van de overheid verkrijgen\n", purpose, "service, communication, legal.compliance"},
		{"shop", aims + "- verwerken en bezorgen van bestellingen\n- retouren afhandelen\n- toesturen van de catalogus\n", purpose, "service.order, service.delivery, service.support"},
		{"theatre", "Wij gebruiken uw e-mailadres om u de kaartjes toe te sturen.", purpose, "service.delivery"},
		{"by law", "Wij verwerken ook gegevens als wij hier wettelijk toe verplicht zijn.", purpose, "legal.compliance"},
		{"landlord", aims + "- verhuur van het vakantiehuis\n- terugbetalen van de borg\n", purpose, "service, service.payment"},
		{"municipality", aims + "- het verstrekken van vergunningen\n- afleggen van verantwoording aan het Rijk\n", purpose, "service, legal.compliance"},
		{"changes of a service", "Wij gebruiken uw e-mailadres om u te mailen over wijzigingen in het rooster, en om uw vragen te beantwoorden.", purpose, "communication, service.support"},
		{"photos", "Bij wedstrijden worden foto's gemaakt.", data, "content.photo"},
		{"their own data", rights + "Leden hebben toegang tot hun eigen gegevens en kunnen die zelf wijzigen.", right, "access, rectification"},
		{"parents ask", rights + "Ouders mogen de school vragen om gegevens te verwijderen.", right, "erasure"},
		{"a dossier", rights + "U mag uw dossier inzien of laten vernietigen.", right, "access, erasure"},
		{"no more post", rights + "Wilt u geen reclame meer ontvangen?", right, "objection.marketing"},
		{"locks", safe + "De papieren liggen achter slot en grendel. Alleen het bestuur heeft toegang.", security, "physical, access-control"},
		{"in plain words", safe + "Computers zijn beveiligd met een wachtwoord. Wij maken back-ups. Het slotje in uw browser laat zien dat de verbinding veilig is.", security, "password, technical, encryption.transit"},
		{"member no more", keeping + "Ben je geen lid meer, dan wissen wij je gegevens.", taxonomy.FacetRetention, "service-termination"},
		{"the law asks", keeping + "Voor de boekhouding zijn wij verplicht facturen te bewaren.", taxonomy.FacetRetention, "regulatory-reporting, legal-requirement"},
		{"shredded", keeping + "Oude dossiers gaan door de versnipperaar.", taxonomy.FacetDisposal, "deletion"},
		{"look again", "Ons privacybeleid kan veranderen. Bezoek deze pagina daarom met enige regelmaat.", taxonomy.FacetChangeNotice, "posting"},
	})
}
