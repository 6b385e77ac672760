package reading

import (
	"testing"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/taxonomy"
)

func TestTechnology(t *testing.T) {
	var cases []factCase
	for _, c := range [][3]string{ // name, text, want
		{"how long", "Cookies may be persistent or stored only during your session.", "cookie.persistent, cookie.session"},
		{"until the browser closes", "Some cookies are removed when you close your browser.", "cookie, cookie.session"},
		{"of others", "Third parties that provide content on our site may use cookies.", "cookie.third-party, cookie"},
		{"what for", "We use cookies for analytics and cookies for marketing.", "cookie, cookie.statistics, cookie.marketing"},
		{"logs among others", "Information is gathered through cookies, pixels, logs and similar technologies.", "cookie, pixel, log-file"},
		{"logs alone", "Chat logs of the game are deleted after three days.", ""},
		{"analytics for an aim", "We use analytics to understand how people read.", "analytics"},
		{"analytics as a purpose", "We use your information for analytics and for support.", ""},
	} {
		cases = append(cases, factCase{c[0], c[1], taxonomy.FacetTechnology, c[2]})
	}
	testFacts(t, lexicon.English(), cases)
}

func TestSecurity(t *testing.T) {
	var cases []factCase
	for _, c := range [][3]string{
		{"of others' staff", "Providers are subject to appropriate confidentiality and security measures.", "confidentiality"},
		{"no one can", "We protect your data, but no one can guarantee its safety.", "no-guarantee"},
		{"risk of other sites", "# Links\n\nYou use other sites at your own risk.\n", ""},
		{"recorded for training", "We record calls for quality purposes so that we can train our staff.", ""},
		{"no guarantee of something else", "We cannot guarantee that the site will always be up.", ""},
		{"no guarantee", "We cannot guarantee that hackers will never get in.", "no-guarantee"},
		{"access to features", "We may restrict access to certain features of our service for your protection.", ""},
		{"not encrypted", "E-mails are not secure unless they have been encrypted.", "no-guarantee"},
		{"hash", "To protect you we share a cryptographic hash of your address.", ""},
		{"courses", "We collect the training courses that you take.", ""},
		{"access of children", "Parents can protect children by limiting their child's access to sites.", ""},
		{"before a contract", "We process data for pre-contractual measures and protect it.", ""},
		{"others' policies", "We do not endorse their privacy or information security policies or practices.", ""},
		{"not a secure environment", "The internet is not a fully secure environment and we cannot guarantee the safety of your data.", "no-guarantee"},
		{"arbiter", "Complaints that we cannot settle are referred to TRUSTe.", ""},
	} {
		cases = append(cases, factCase{c[0], c[1], taxonomy.FacetSecurity, c[2]})
	}
	testFacts(t, lexicon.English(), cases)
}

func TestChangeNotice(t *testing.T) {
	var cases []factCase
	for _, c := range [][3]string{
		{"posting", "We will notify you of changes by posting the new version.", "posting"},
		{"date of amendments", "We give notice of amendments to this policy and update the date above.", "posting"},
		{"here", "An updated version will at all times be available here.", "posting"},
		{"an e-mail", "If the changes are material, we tell you via an email.", "email"},
		{"so many weeks", "We may make changes to this policy with two weeks notice.", "prominent"},
		{"device", "# Changes to this policy\n\nWe may show a device notification.\n", "device"},
		{"not by use", "# Changes to this policy\n\nYou accept them through your continued use of the website.\n", ""},
		{"an older version that applied", "Data collected under a previous version of this policy stays as it is.", ""},
		{"of services", "We use your address to notify you about changes to our service.", ""},
	} {
		cases = append(cases, factCase{c[0], c[1], taxonomy.FacetChangeNotice, c[2]})
	}
	testFacts(t, lexicon.English(), cases)
}
