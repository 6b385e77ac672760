package reading

import (
	"testing"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/taxonomy"
)

// TestUse is about what data is used for.
func TestUse(t *testing.T) {
	const purpose = taxonomy.FacetPurpose
	testFacts(t, lexicon.English(), []factCase{
		// in the ways in which people put it
		{"smooth connection", "# Why we use data\n\n- ensuring a smooth connection of the website\n- deal with your enquiry\n- get back to you\n", purpose, "service, service.support"},
		{"in touch", "We use your phone number to keep in touch with you and to let you log in.", purpose, "communication, service.account"},
		{"refunds", "We use your bank details to handle refunds and to carry out your order.", purpose, "service.payment, service.order"},
		{"faults", "We process log data to eliminate errors and to ward off attacks.", purpose, "improvement.debugging, security"},
		{"ads that work", "We use cookies to see how well our ads perform.", purpose, "analytics, advertising.measurement"},
		{"target ads", "We use your data to target our advertising.", purpose, "advertising.personalised"},
		{"new customers", "We use the data to find new customers and to make you offers.", purpose, "marketing, marketing.direct"},
		{"rules followed", "We use your data to make sure that members follow our rules.", purpose, "legal.enforcement"},
		{"who you are", "We use your documents to confirm who you are and for age verification.", purpose, "identity.verification, identity.age"},

		{"heading that asks", "# What do we do with your information?\n\n- improve our shop\n", purpose, "improvement"},

		// what stands in a clause of its own
		{"what is learnt", "We use cookies to see which pages are visited most.", purpose, "analytics"},
		{"an occasion without the person", "If Acme is involved in a merger, information about you may be disclosed.", purpose, "business.transfer"},
		{"the person's occasion", "If you call us about a merger, we are happy to help.", purpose, ""},
		{"a condition in a list of aims", "We use your data for these purposes:\n\n- If we have not asked for your consent, we process your data to show you relevant ads.\n", purpose, "advertising.personalised"},
		{"changes among other news", "We use your address to communicate with you about our services, including about changes to our terms.", purpose, "communication"},

		// what is sent says what it is sent with
		{"push outright", "# Mobile devices\n\nWe may, with your consent, send push notifications.", purpose, "service.messaging"},
		{"push by others", "# Mobile devices\n\nYour phone may send push notifications.", purpose, ""},

		{"numbers in brackets", "The log data helps us (i) analyse traffic; (ii) find and fix errors; and (iii) stop attacks.", purpose, "analytics, improvement.debugging, security"},
		{"what cannot be", "We use your data to:\n\n- Create aggregated data that cannot be used to identify you.\n", purpose, "analytics.statistics"},
		{"the occasion first", "Where you make a purchase, we use your personal data.", purpose, "service.order"},
		{"it is needed", "# Other\n\nWe need this information to answer your questions.", purpose, "service.support"},
		{"legitimate interests", "# Other\n\nOur legitimate interests include improving our website.", purpose, "improvement"},
		{"an aim among templates", "# Why\n\nWe use data for the following purposes:\n\n- SPAM protection\n- heat mapping\n- user database management\n", purpose, "security.abuse, analytics, service.account"},

		// what is no use
		{"advice on passwords", "You should choose a strong password to keep your account secure.", purpose, ""},
		{"not collected for it", "We do not collect data to analyse your behaviour.", purpose, ""},
		{"people's own rights", "# How we use data\n\nThis does not hinder the exercise of data subject rights.", purpose, ""},
		{"no obligation", "# How we use data\n\nThere is no statutory obligation to provide your data.", purpose, ""},
		{"tracking as a sale", "# How we use data\n\nOur tracking technologies may qualify as a sale.", purpose, ""},
		{"mail to us", "# How we use data\n\nTo learn more, send us an e-mail.", purpose, ""},
		{"delivery of ads", "We share data with advertisers to improve the delivery and performance of ads.", purpose, "improvement, advertising.measurement"},
		{"the reader's password", "Never share the password you use to access your account.", purpose, ""},
	})
}

// TestKeeping is about how long data is kept and what becomes of it then.
func TestKeeping(t *testing.T) {
	const retention, disposal = taxonomy.FacetRetention, taxonomy.FacetDisposal
	testFacts(t, lexicon.English(), []factCase{
		{"served its purpose", "Once your data has served its purpose, it is deleted.", retention, "purpose"},
		{"lifetime", "We keep your data for the lifetime of your account.", retention, "service-duration"},
		{"as the law demands", "We keep invoices for as long as legislation demands.", retention, "legal-requirement"},
		{"end of a subscription", "When your subscription ends, we remove your data.", retention, "service-termination"},
		{"revocation", "Your address is stored until revocation of your consent.", retention, "deletion-request"},
		{"bookkeeping", "We keep transaction data for bookkeeping.", retention, "regulatory-reporting"},
		{"kind of data", "How long we keep data depends on the type of data.", retention, "data-nature"},
		{"terms are no term", "We may preserve, use or disclose your data to enforce our terms of use and related agreements.", retention, ""},
		{"a purpose", "Messages are processed for record-keeping.", retention, ""},
		{"condition of a right", "# Your rights\n\nYou can ask us to restrict processing if you need us to keep the data for legal claims.", retention, ""},
		{"reason against a right", "# Your rights\n\nIf you ask us to delete your data, we may keep some of it to comply with the law.", retention, "legal-requirement"},

		{"so long as", "We keep your data for so long as you have an account.", retention, "service-duration"},
		{"their own terms", "Other apps may retain such data under their terms; we keep no copy.", retention, ""},
		{"until it is dealt with", "We keep your enquiry until it has been dealt with.", retention, "purpose"},
		{"an account deleted", "If you delete your account, all your data is erased.", retention, "service-termination"},

		{"wiped", "# Retention\n\nAfter that, the data is wiped from our servers.", disposal, "deletion"},
		{"made anonymous", "At the end of the period the data is made anonymous.", disposal, "anonymisation"},
		{"a request", "# Retention\n\nWe may retain data even after you request its deletion.", disposal, ""},
		{"what stays", "# Retention\n\nYour posts will not be automatically deleted.", disposal, ""},
		{"long deleted", "# Retention\n\nCopies may remain even after your account has been deleted.", disposal, ""},
		{"malicious code", "We may use data to remove or isolate malicious code.", disposal, ""},
	})
}

// TestAsking is about what people may ask for, and what is said of it.
func TestAsking(t *testing.T) {
	const right, statement, basis, safeguard = taxonomy.FacetRight, taxonomy.FacetStatement, taxonomy.FacetLegalBasis, taxonomy.FacetSafeguard
	testFacts(t, lexicon.English(), []factCase{
		{"which data", "You can ask us which data we hold about you.", right, "access"},
		{"errors", "You may ask us to fix any errors in your data.", right, "rectification"},
		{"be removed", "You may request that your data be removed from our systems.", right, "erasure"},
		{"be restricted", "You can request that processing be restricted.", right, "restriction"},
		{"elsewhere", "You may have your data sent to another provider.", right, "portability"},
		{"export", "You can export your data.", right, "portability"},
		{"a refusal", "You may ask us not to use your data for marketing.", right, "objection.marketing"},
		{"no newsletter", "If you do not want to receive promotional messages, click the link below.", right, "objection.marketing"},
		{"not machines", "# Contact\n\nYou have the right not to be subject to a decision based solely on automated processing.", right, "automated-decision"},
		{"heading that tells", "# You are in control\n\n- delete your data\n", right, "erasure"},
		{"denied", "You cannot access your data.", right, ""},
		{"others' access", "# Your rights\n\nThird parties may access your data.", right, ""},
		{"by way of a form", "Use this form to correct your personal data.", right, "rectification"},
		{"their own data", "Users can review their account information at any time.", right, "access"},
		{"a copy of papers", "# Your rights\n\nPlease send us a letter with a copy of your identity card.", right, ""},
		{"take back", "You have the right to take back your consent.", right, "withdraw-consent"},

		{"a right is no claim", "You have the right not to be subject to automated decisions.", statement, "automated-decisions"},
		{"a claim", "We do not make automated decisions.", statement, "no automated-decisions"},
		{"definition", "Personal data identifies you, alone or in combination with other data.", statement, ""},
		{"no incentive", "We do not offer financial incentives.", statement, ""},
		{"users' profiles", "Acme is a forum where users create profiles about their hobbies.", statement, ""},
		{"how we respond", "The law wants us to tell you how we respond to web browser Do Not Track (DNT) signals.", statement, ""},
		{"none is sold", "No personal information is sold.", statement, "sale.no"},
		{"needed", "Some information is required to create an account.", statement, "mandatory"},
		{"not needed", "You may choose not to share your position.", statement, ""},

		{"agreed", "Where you have agreed to it, we use your position.", basis, "consent"},
		{"without consent", "In these cases we may disclose your data without your consent.", basis, ""},
		{"article and number", "Processing takes place according to Art. 6 par. 1 letter b) GDPR.", basis, "contract"},
		{"opted in", "If you have opted in, we send you offers.", basis, "consent"},
		{"heading with grounds", "# On what grounds do we process data?\n\n- consent\n", basis, "consent"},
		{"obliged", "We are legally obliged to process this data.", basis, "legal-obligation"},
		{"justified", "The processing rests on our justified interest.", basis, "legitimate-interests"},

		{"certified", "Our host is certified under the EU-US Data Privacy Framework.", safeguard, "adequacy"},
		{"same standard", "We make sure that data is protected to the same standard when it is transferred abroad.", safeguard, "unspecified"},
	})
}
