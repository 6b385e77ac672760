package reading

import (
	"testing"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/taxonomy"
)

// What publishers put in other words: data, purposes, recipients, how long it is kept.
func TestEnglishWordings(t *testing.T) {
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
		{"nobody else", "# Sharing\n\nNobody else gets to see your data.", recipient, "no third-party"},
		{"no one outside", "We share your data with no one outside our company.", recipient, "no third-party"},
		{"the same group", "We share your data with companies that belong to the same group.", recipient, "group"},
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

		{"statistical evaluation", "We use the data for statistical evaluation.", purpose, "analytics.statistics"},
		{"targeted content", "We use the data to target our content.", purpose, "personalisation"},

		// which data it is
		{"history of contacts", "We collect your name and contact history.", data, "identity.name, communication.content"},
		{"time of consent", "We store the date and time of your registration.", data, "activity.time, account.login"},
		{"prompts", "We collect your prompts and inputs.", data, "content"},
		{"a code", "We may assign an individual code to your phone.", data, "device.identifier"},
		{"age of users", "We ask for the age of each player.", data, "demographic.age"},
		{"nothing that identifies", "The only data that we collect is anonymous.", data, "non-personal"},
		{"not seen", "We have no access to your messages.", data, "no communication.messages"},
		{"not asked for", "We will never ask for access to your photos.", data, "no content.photo"},
		{"stays on the phone", "Your location never leaves your phone.", data, "no location"},
		{"spared", "We do not require any personal data to run: no phone number, no e-mail address.", data, "no contact.phone, no contact.email"},
		{"without it", "You can play without giving us your name or address.", data, ""},
		{"to be covered", "We ask for a copy of your passport and ask that you cover any sensitive data.", data, "identity.government-id"},

		// what is none
		{"its own number", "We collect your name. Our VAT number is 12345.", data, "identity.name"},
		{"a number that is given", "We collect your name. VAT-ID: GB 12345.", data, "identity.name"},
	})
}

// The same for rights, grounds, security and changes.
func TestEnglishNotices(t *testing.T) {
	const right, basis, security, statement, technology = taxonomy.FacetRight, taxonomy.FacetLegalBasis, taxonomy.FacetSecurity, taxonomy.FacetStatement, taxonomy.FacetTechnology
	rights, grounds, safety := "# Your rights\n\n", "# Legal grounds\n\n", "# Security\n\n"
	testFacts(t, lexicon.English(), []factCase{
		{"what is known", rights + "You can ask us what we know about you.", right, "access"},
		{"another shop", rights + "You may take your data to another provider.", right, "portability"},
		{"taken back", rights + "You can take back your consent.", right, "withdraw-consent"},
		{"a choice", rights + "You may change or withdraw your choice at any time.", right, "withdraw-consent"},
		{"wrong data", rights + "You may ask us to have wrong data put right.", right, "rectification"},
		{"shared for ads", rights + "You can opt out of having your data shared for targeted advertising.", right, "objection.profiling"},

		{"agreed to it", grounds + "We do this because you have agreed to it.", basis, "consent"},
		{"a business interest", grounds + "We have a business interest in this.", basis, "legitimate-interests"},
		{"a life", grounds + "This is needed to save somebody's life.", basis, "vital-interests"},

		{"secrecy", safety + "Our staff are bound to secrecy.", security, "confidentiality"},
		{"for their work", safety + "Employees only see what they need for their work.", security, "access-control"},
		{"a locked room", safety + "Our servers stand in a locked room.", security, "physical"},
		{"backups", safety + "We make daily backups and keep our software up to date.", security, "technical"},
		{"a second factor", safety + "We log in with a second factor.", security, "two-factor"},
		{"trained people", safety + "Our people are trained in handling data.", security, "training"},
		{"no system", safety + "No system is fully safe.", security, "no-guarantee"},
		{"a purpose", "We use your data for access control purposes.", security, ""},

		{"after changes", "Your continued use of any of our shops after we have made changes constitutes your acceptance.", statement, "consent-by-use"},
		{"will need to", "You will need to provide your name to order.", statement, "mandatory"},
		{"empty fields", "If you leave these fields empty, we cannot help you.", statement, "mandatory"},
		{"no money", "We make no money from your data.", statement, "sale.no"},
		{"without the parents", "Tell us if your child has given us data without your permission.", statement, "children.parental-consent"},

		{"of others", "We use cookies from third parties.", technology, "cookie.third-party"},
		{"needed", "We use cookies that are needed to show the site.", technology, "cookie.necessary"},
		{"that remember", "We set cookies that remember your choices.", technology, "cookie, cookie.preference"},
		{"that count", "We set cookies that count visitors.", technology, "cookie, cookie.statistics"},
	})
}
