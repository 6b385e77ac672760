package reading

import (
	"testing"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/taxonomy"
)

// TestWays is about the ways in which publishers put the same thing.
func TestWays(t *testing.T) {
	const data, purpose, recipient, retention = taxonomy.FacetData, taxonomy.FacetPurpose, taxonomy.FacetRecipient, taxonomy.FacetRetention
	testFacts(t, lexicon.English(), []factCase{
		// how long data is kept
		{"period of use", "We keep your records for the period of time in which you use our shop.", retention, "service-duration"},
		{"time as a customer", "We hold on to your records for the time that you are a customer.", retention, "service-duration"},
		{"a request comes in", "Files are erased following a deletion request.", retention, "deletion-request"},
		{"a law that asks for it", "We keep receipts because the law demands it.", retention, "legal-requirement"},
		{"a prescribed period", "We keep receipts for the legally prescribed period.", retention, "legal-requirement"},
		{"beyond what is needed", "Messages are not stored beyond the time needed to answer them.", retention, "purpose"},
		{"no further need", "When there is no further need for the data, we wipe it.", retention, "purpose"},
		{"as evidence", "We keep letters that we need as evidence.", retention, "legal-claims"},
		{"their own schedules", "Couriers store the data according to their own schedules.", retention, "third-party-policy"},

		// who gets it
		{"part of the assets", "If we transfer part of our assets to another company, your data may go with them.", recipient, "successor"},
		{"people invited", "Your name is shared with the people you invite.", recipient, "other-users"},
		{"hosts", "Your data is handed to a hosting firm and to our bookkeeper.", recipient, "provider.hosting, adviser"},
		{"your employer", "We send the report to your employer.", recipient, "third-party"},

		// what it is used for
		{"up and running", "We use the data to keep the site up and running.", purpose, "service"},
		{"from bots", "We use the data to tell humans from bots and to keep spammers away.", purpose, "security.abuse"},
		{"secure payments", "We use the data to ensure secure payments.", purpose, "security"},
		{"interactive features", "We use your name to let you take part in discussions.", purpose, "service.community"},
		{"really you", "We use the code to check that it is really you.", purpose, "identity.verification"},
		{"hunting bugs", "We use the logs to track down bugs.", purpose, "improvement.debugging"},
		{"a better model", "We use prompts to make our AI smarter.", purpose, "improvement.machine-learning"},
		{"safe premises", "We use the cameras to keep our buildings safe.", purpose, "security"},
		{"by name", "We use your details to greet you by name.", purpose, "personalisation"},

		// what is none
		{"its own number", "We collect your name. Our VAT number is 12345.", data, "identity.name"},
		{"a number that is given", "We collect your name. VAT-ID: GB 12345.", data, "identity.name"},
	})
}

// TestCompanyColumns is about tables whose first column names companies.
func TestCompanyColumns(t *testing.T) {
	table := func(intro, head string) string {
		return intro + "\n\n| " + head + " | Personal data disclosed | Purpose |\n|---|---|---|\n" +
			"| [Zephyrly](https://zephyrly.example) | E-mail address | Hosting |\n| Kwikmoor | Name | Sending of newsletters |\n"
	}
	const named = "provider.hosting (Zephyrly), provider.communication (Kwikmoor)"
	var tests []factCase
	for _, head := range [...]string{"Processor", "Supplier", "Vendor", "Third party"} {
		tests = append(tests, factCase{head, table("# Your notice", head), taxonomy.FacetRecipient, named})
	}
	for _, head := range [...]string{"Name", "Company", "Party name", "Tool"} {
		tests = append(tests,
			factCase{head + " of processors", table("# Processors\n\nWe use the following companies to process data for us:", head), taxonomy.FacetRecipient, "provider.hosting (Zephyrly), provider.hosting, provider.communication (Kwikmoor), provider.communication"},
			factCase{head + " of whatever", table("# Your notice\n\nThis is a table:", head), taxonomy.FacetRecipient, ""})
	}
	tests = append(tests, factCase{"data that is disclosed", table("# Your notice", "Processor"), taxonomy.FacetData, "contact.email, identity.name"})
	testFacts(t, lexicon.English(), tests)
}
