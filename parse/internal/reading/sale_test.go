package reading

import (
	"testing"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/taxonomy"
)

// TestSale is about whether data is sold, and what else may be.
func TestSale(t *testing.T) {
	const statement, recipient = taxonomy.FacetStatement, taxonomy.FacetRecipient
	testFacts(t, lexicon.English(), []factCase{
		// what is sold or not is no data
		{"samples", "Our samples are not for sale.", statement, ""},
		{"samples and third parties", "Our samples are not for sale.", recipient, ""},
		{"another business", "We are not in the business of repairing bicycles for companies.", statement, ""},
		{"products", "We do not sell our products to children.", statement, ""},
		{"products of others", "This policy does not apply to products sold by third parties.", statement, ""},
		{"data of others", "This policy does not apply to data sold by third parties.", statement, ""},
		{"tickets", "We cannot be reached when tickets are sold out.", statement, ""},
		{"something besides", "We do not sell bicycles to companies, and we protect your data.", statement, ""},
		{"tea", "We sell tea and collect personal data.", statement, ""},
		{"bicycles", "We sell bicycles and collect your e-mail address.", statement, ""},
		{"products to third parties", "We sell our products to third parties.", statement, ""},
		{"photos", "We sell photos and posters.", statement, ""},

		// who sells
		{"the person", "You may not rent or sell your account to others.", statement, ""},
		{"users", "Users may not sell the data of others.", statement, ""},
		{"partners", "Our partners do not sell your data.", statement, ""},
		{"partners as recipients", "Our partners do not sell your data.", recipient, ""},
		{"no access", "Third parties have no access to your data.", recipient, "no third-party"},
		{"providers", "We do not permit our service providers to sell your data.", statement, ""},
		{"advertisers", "Advertisers may sell your data.", statement, ""},
		{"with partners", "We and our partners do not sell your data.", statement, "sale.no"},
		{"a button", "Click on \"Do Not Sell\" to opt out of the sale of your personal information.", statement, ""},

		{"partners of ours", "We make sure that our partners do not sell your data.", statement, ""},
		{"nobody", "Nobody may sell your data.", statement, ""},

		// conditions
		{"a question", "Do we sell your data? No, we do not.", statement, ""},
		{"if not", "If we have not sold your personal information, we will tell you.", statement, ""},
		{"if", "If we sell your personal information, we will tell you.", statement, ""},
		{"before", "We will tell you before we sell your personal information.", statement, ""},
		{"a condition of the sale", "Where the law allows it, we may sell your personal information.", statement, "sale.yes"},
		{"while", "While we do not sell your personal data, we use advertising.", statement, "sale.no"},

		// children only
		{"no knowledge", "We do not have actual knowledge that we sell the personal information of minors under 16.", statement, ""},
		{"no knowledge, third parties", "We do not have actual knowledge that we sell the personal information of minors under 16.", recipient, ""},
		{"known to be", "We do not engage in the sale of personal information about anyone we know to be under the age of 18.", statement, ""},
		{"if young", "If you are under 16, we do not sell your data.", statement, ""},
		{"for the young", "For users under 16, we do not sell personal information.", statement, ""},
		{"children in front", "Personal information of children is never sold.", statement, ""},
		{"younger", "We do not sell the personal information of users we know to be younger than 16.", statement, ""},
		{"minors, too", "We do not sell personal information, including that of minors under 16.", statement, "sale.no"},
		{"besides minors", "We do not sell personal information, nor do we have actual knowledge of any sale of the data of minors.", statement, "sale.no"},
		{"a site for adults", "We do not sell your data and our site is not meant for children.", statement, "sale.no"},

		// denied
		{"not for sale", "Your data is not for sale.", statement, "sale.no"},
		{"not for sale, third parties", "Your data is not for sale.", recipient, "no third-party"},
		{"passive", "Your personal information will never be sold.", statement, "sale.no"},
		{"it", "We collect your name. It is never sold.", statement, "sale.no"},
		{"business", "We are not in the business of renting or selling your data.", statement, "sale.no"},
		{"kinds of data", "We never sell, rent or trade your phone number.", statement, "sale.no"},
		{"nor", "Nor do we sell your data.", statement, "sale.no"},
		{"gathered", "The information gathered here will never be passed on or sold.", statement, "sale.no"},

		// affirmed
		{"kind of data", "We sell your e-mail address to advertisers.", statement, "sale.yes"},
		{"past", "We sold email addresses to data brokers last year.", statement, "sale.yes"},
		{"perfect", "We have sold identifiers to advertising networks.", statement, "sale.yes"},
		{"and/or", "We share and/or sell cookie data with advertising partners.", statement, "sale.yes"},
		{"is sold", "Your personal information is sold to advertising networks.", statement, "sale.yes"},
		{"two kinds", "We may sell your location and browsing history.", statement, "sale.yes"},
	})
	testFacts(t, lexicon.Dutch(), []factCase{
		{"monsters", "Onze monsters zijn niet te koop.", statement, ""},
		{"alcohol", "Wij verkopen geen alcohol aan minderjarigen.", statement, ""},
		{"gegevens van anderen", "Dit beleid geldt niet voor gegevens van producten die derden verkopen.", statement, ""},
		{"u", "U mag de gegevens niet verkopen.", statement, ""},
		{"partners van ons", "Onze partners verkopen uw gegevens niet.", statement, ""},
		{"verhuur", "Wij verhuren vakantiehuizen en bewaren uw gegevens niet langer dan nodig.", statement, ""},
		{"kinderen", "Wij verkopen geen gegevens van jonge kinderen.", recipient, ""},
		{"als", "Als wij uw gegevens verkopen, laten wij u dat weten.", statement, ""},
		{"niet", "Wij verkopen uw e-mailadres niet aan derden.", statement, "sale.no"},
		{"nooit", "Wij zullen uw gegevens nooit verkopen of verhuren.", statement, "sale.no"},
		{"opsomming", "Wij verkopen, verhuren of delen uw gegevens niet.", statement, "sale.no"},
		{"wel", "Wij verkopen uw e-mailadres aan derden.", statement, "sale.yes"},
		{"verkocht", "Wij hebben e-mailadressen verkocht aan adverteerders.", statement, "sale.yes"},
		{"wordt verkocht", "Uw persoonsgegevens worden verkocht aan derden.", statement, "sale.yes"},
		{"vraag", "Verkopen wij uw e-mailadres?", statement, ""},
		{"mogelijk", "Wij kunnen uw telefoonnummer verkopen aan partners.", statement, "sale.yes"},
	})
}
