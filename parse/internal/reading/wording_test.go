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
	})
}
