package reading

import (
	"testing"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/taxonomy"
)

// Ways in which Dutch publishers put what others put in other words.
func TestDutchWordings(t *testing.T) {
	const data, purpose, recipient, retention = taxonomy.FacetData, taxonomy.FacetPurpose, taxonomy.FacetRecipient, taxonomy.FacetRetention
	const technology, right, statement = taxonomy.FacetTechnology, taxonomy.FacetRight, taxonomy.FacetStatement
	const keeping = "# Bewaartermijnen\n\n"
	const sharing = "# Met wie delen wij gegevens?\n\n"
	testFacts(t, lexicon.Dutch(), []factCase{
		// how long what is kept
		{"kept for, in a list", keeping + "- Facturen en boekhouding: 7 jaar\n- Contactgegevens van huurders: 2 jaar\n", data, "financial.invoice, contact"},
		{"for good care", keeping + "Het dossier blijft zo lang bewaard als nodig is voor goede zorg.", retention, "purpose, service-duration"},

		// unless a law asks for it
		{"unless by law", sharing + "De molen verstrekt gegevens niet aan derden, tenzij dit wettelijk verplicht is.", purpose, "legal.compliance"},
		{"only by law", sharing + "Uw gegevens worden alleen gedeeld wanneer dit op grond van de wet verplicht is.", purpose, "legal.compliance"},

		{"books", sharing + "- Onze boekhouder voor de administratieve verwerking\n", purpose, "business"},
		{"security", "Wij gebruiken logbestanden om de veiligheid van ons netwerk te vergroten.", purpose, "security"},
		{"trends", "Wij gebruiken gegevens voor de identificatie van gebruikstrends.", purpose, ""},
		{"appointments", "Wij gebruiken uw telefoonnummer om een afspraak met u in te plannen.", purpose, "service"},

		{"anonymous", "Wij meten anoniem hoe de site wordt gebruikt.", data, "non-personal"},
		{"form", "Wij bewaren de informatie die u invult in ons contactformulier.", data, "communication.content"},
		{"address for invoices", "Wij bewaren uw adresgegevens (voor de facturatie).", data, "contact.address, contact.address.billing"},

		{"hired", "Personen die wij inhuren om de site te onderhouden hebben toegang tot uw gegevens.", recipient, "provider"},
		{"no outside parties", "Wij delen geen gegevens met externe partijen.", recipient, "no third-party"},
		{"referral", "Wij verwijzen u alleen met uw toestemming door naar een andere zorgverlener.", recipient, "third-party.chosen, third-party"},
		{"log in elsewhere", "U kunt meer met ons delen via uw account bij een dienst van derden voor sociale media.", recipient, ""},

		{"no cookies for", "Wij plaatsen geen cookies voor advertenties.", technology, "no cookie.marketing"},
		{"tags", "Onze brieven bevatten bakens en scripts.", technology, "beacon"},
		{"chose not to", "Wij sturen u aanbiedingen, tenzij u ervoor heeft gekozen deze niet te ontvangen.", right, "objection.marketing"},
		{"profiles", "Van bezoekers worden geen profielen opgebouwd.", statement, "no profiling"},
		{"without cookies", "Als u geen cookies accepteert, kunt u geen gebruik maken van bepaalde functies.", statement, "mandatory"},

		// the main clause behind another
		{"then the verb", "Om lid te worden, zullen onze betaalverwerkers uw naam en betaalgegevens ontvangen.", data, "identity.name, financial"},
		{"because", "Omdat wij uitsluitend IP-adressen verwerken, is inzage niet altijd mogelijk.", data, "device.ip-address"},
		{"that holds none", "Wij delen informatie die geen persoonlijke gegevens bevat met adverteerders.", recipient, "partner.advertising"},
		{"sent outright", "# Telefoons\n\nElke dag sturen wij u pushberichten.", purpose, "service.messaging"},

		{"an improved product", "Wij hebben een gerechtvaardigd belang, zoals fraudecontrole en productverbetering.", purpose, "security.fraud, improvement"},
		{"who asks", "De molen kan om aanvullende identificatie vragen.", purpose, "identity.verification"},
		{"a number of years", keeping + "- Sollicitatiegegevens: 4 weken\n", data, "professional.application"},
		{"cookies set by others", "Deze cookies worden ingesteld door onze advertentiepartners.", technology, "cookie, cookie.third-party"},
		{"not all of it", "Accepteert u geen cookies, dan kunt u niet alle mogelijkheden van de site gebruiken.", statement, "mandatory"},
		{"cookie settings", "U kunt uw cookievoorkeuren op elk moment aanpassen.", right, ""},
		{"the newest", "Deze verklaring kan wijzigen. De meest recente versie is altijd beschikbaar.", taxonomy.FacetChangeNotice, "posting"},
		{"mail on changes", "Bij belangrijke wijzigingen sturen wij u een e-mail.", taxonomy.FacetChangeNotice, "email"},
		{"a bank in a list", sharing + "- De bank, voor uw betaling\n- Notarissen\n", recipient, "provider.payment, adviser"},
		{"within the concern", "Wij delen gegevens binnen ons concern.", recipient, "group"},
		{"a dispute", "Wij bewaren gegevens langer als er een geschil loopt.", retention, "legal-claims"},
		{"by kind", "De bewaartermijn verschilt per soort gegeven.", retention, "data-nature"},
		{"a good reason", "Wij bewaren gegevens langer als wij daar een goede reden voor hebben.", retention, "legitimate-reason"},
		{"judged by machine", "Uw aanvraag wordt volledig automatisch beoordeeld.", statement, "automated-decisions"},
		{"schooled", "# Beveiliging\n\nMedewerkers worden geschoold in het omgaan met gegevens.", taxonomy.FacetSecurity, "training"},
		{"bare aims in a list", "# Waarvoor gebruiken wij uw gegevens?\n\n- **Beveiliging en fraudepreventie**\n- **Communicatie:** u krijgt brieven\n", purpose, "security, security.fraud, communication"},
		{"booking sites", sharing + "- Boekingskanalen (zoals Brandelmoor)\n", recipient, "partner, partner (Brandelmoor)"},
		{"ads that fit", "U kunt bezwaar maken tegen het gebruik voor gerichte reclame.", right, "objection.profiling, objection.marketing"},
		{"notes of talks", "Als u belt, maken wij een notitie van het gesprek.", data, "communication.content"},
		{"helped on", "Wij bewaren uw bericht zodat een collega u verder kan helpen.", purpose, "service.support"},
		{"wiped", "Camerabeelden worden na een week automatisch gewist.", taxonomy.FacetDisposal, "deletion"},
		{"be rid of it", "Wilt u niet langer dat wij uw gegevens bewaren? Laat het ons weten.", right, "erasure"},
		{"with consent on the site", "Foto's van het erf plaatsen wij alleen met toestemming op onze website.", taxonomy.FacetLegalBasis, "consent"},
		{"to be able to", "Wij gebruiken deze gegevens om de overeenkomst met u te kunnen uitvoeren.", taxonomy.FacetLegalBasis, "contract"},
		{"moved away", "Wij wissen uw gegevens nadat u bent verhuisd.", retention, "service-termination"},
		{"not without", "Zonder e-mailadres kunt u geen account aanmaken.", statement, "mandatory"},
		{"until all are content", "Wij bewaren uw bericht totdat wij weten dat u tevreden bent met ons antwoord.", retention, "purpose"},
		{"until it is done", "Wij bewaren deze gegevens tot uw bestelling is afgerond.", retention, "service-duration"},
		{"what the law wants of all", "Bij de verwerking houden wij ons aan de vereisten van de privacywetgeving.", retention, ""},
		{"those who bring it", "Wij delen uw adres met de bezorgservice.", recipient, "provider.delivery"},
		{"given to none", "Wij geven uw gegevens niet aan andere bedrijven.", recipient, "no third-party"},
		{"handed over unless", sharing + "Wij geven uw gegevens niet door, tenzij wij daar wettelijk toe verplicht zijn.", purpose, "legal.compliance"},
		{"made with them", "Wij maken afspraken met derde partijen.", purpose, ""},
		{"not registered", "Als u zich niet registreert, verzamelen wij alleen uw IP-adres.", purpose, ""},
		{"to register", "U moet zich eerst registreren. Daarvoor verwerken wij uw naam.", purpose, "service.account"},
		{"to look at", "Wij maken het mogelijk om uw gegevens op elk moment ter inzage te bieden, te corrigeren of te verwijderen.", right, "rectification, access, erasure"},
		{"no one else", "# Beveiliging\n\nAls therapeut heb ik als enige de toegang tot uw dossier.", taxonomy.FacetSecurity, "access-control"},
		{"limits misuse", "# Beveiliging\n\nWij nemen maatregelen om ongeautoriseerde toegang te beperken.", taxonomy.FacetSecurity, ""},
		{"what it lets us do", "Deze informatie stelt ons in staat om de app te verbeteren.", right, ""},
		{"by an account", "Door een account te registreren geeft u toestemming voor de verwerking.", statement, "consent-by-use"},
		{"a school", "# Waarvoor gebruiken wij gegevens?\n\n- de organisatie van het onderwijs\n- het innen van schoolgeld\n", purpose, "service, service.payment"},
		{"what is agreed", "Met alle verwerkers maken wij strikte afspraken.", taxonomy.FacetSecurity, "provider-control"},
		{"taking part", "# Doeleinden\n\n- Om te kunnen deelnemen aan de kampen\n", purpose, "service"},
		{"an inquiry", "De molen kan worden gehouden tot het delen van gegevens in verband met een strafrechtelijk onderzoek.", purpose, "legal.compliance"},
		{"counting", "Wij gebruiken logbestanden om bezoekers te tellen.", purpose, "analytics.statistics"},
		{"tickets", "Wij gebruiken uw e-mailadres om u de toegangstickets toe te sturen.", purpose, "service.delivery"},
		{"in court", "Wij gebruiken gegevens om ons in een procedure te verdedigen.", purpose, "legal.claims"},
		{"shops near", "De app gebruikt uw locatie om winkels in de buurt te tonen.", purpose, "service.location"},
		{"roughly", "Aan de hand van uw IP-adres bepalen wij bij benadering uw locatie.", data, "location.approximate, device.ip-address"},
		{"what is stored", "Wij verzamelen informatie over de artikelen die u opslaat.", data, "content"},

		{"somebody for", "Zo maken wij gebruik van een derde partij voor:\n\n- het verzorgen van de IT-infrastructuur\n- het versturen van nieuwsbrieven\n", recipient, "provider, provider.development, provider.communication"},
		{"goes with the rest", "Bij verkoop kan gebruikersinformatie deel uitmaken van de overgedragen activa.", recipient, "successor"},
		{"as long as work goes on", keeping + "Na twee jaar wissen wij alles, tenzij een lopende opdracht een langere bewaring vereist.", retention, "service-duration"},
		{"no longer a user", keeping + "Wij bewaren het profiel totdat u niet langer van onze diensten gebruik maakt.", retention, "service-termination"},
		{"the Belgian authority", "Met een klacht kunt u zich wenden tot de Gegevensbeschermingsautoriteit.", right, "complaint"},
		{"what was sold", "U kunt zich uitschrijven voor de verkoop van gegevens.", right, "opt-out-sale"},
		{"which cookies keep", "Wij plaatsen cookies voor het opslaan van uw voorkeuren.", technology, "cookie, cookie.preference"},
	})
}

// Companies that are named behind what they are used for.
func TestDutchTools(t *testing.T) {
	testFacts(t, lexicon.Dutch(), []factCase{
		{"software", "Onze winkel is ontwikkeld met software van Brandelmoor.", taxonomy.FacetRecipient, "provider (Brandelmoor)"},
		{"hosting", "Wij nemen webhosting af van Brandelmoor.", taxonomy.FacetRecipient, "provider.hosting (Brandelmoor)"},
		{"a service", "Voor het afhandelen van betalingen maken wij gebruik van het platform van Brandelmoor.", taxonomy.FacetRecipient, "provider.payment (Brandelmoor)"},
		{"made with", "Facturen maken wij met Brandelmoor.", taxonomy.FacetRecipient, "provider (Brandelmoor)"},
		{"services of two", "Wij gebruiken de diensten van Brandelmoor en Quillfeather.", taxonomy.FacetRecipient, "provider (Brandelmoor), provider (Quillfeather)"},
		{"hosted with", "Voor onze site maken wij gebruik van hosting bij Brandelmoor.", taxonomy.FacetRecipient, "provider.hosting (Brandelmoor)"},
		{"its cloud", "Wij slaan uw gegevens op in de cloud van Brandelmoor.", taxonomy.FacetRecipient, "provider (Brandelmoor)"},
		{"those with whom", "Partijen waarmee wij gegevens delen zijn Brandelmoor en Quillfeather.", taxonomy.FacetRecipient, "provider (Brandelmoor), provider (Quillfeather)"},
		{"how it is made", "Facturen maken wij met zorg.", taxonomy.FacetRecipient, ""},
	})
}
