package reading

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/taxonomy"
)

func TestTables(t *testing.T) {
	testFacts(t, lexicon.English(), []factCase{
		{"data under its head", "# What we do\n\n| Purpose | Data | Legal basis |\n|---|---|---|\n| To improve the service | IP address, name | Consent |\n",
			taxonomy.FacetData, "device.ip-address, identity.name"},
		{"aims under theirs", "# What we do\n\n| Purpose | Data | Legal basis |\n|---|---|---|\n| To improve the service | IP address, name | Consent |\n",
			taxonomy.FacetPurpose, "improvement"},
		{"recipients under theirs", "# Your notice\n\n| Data | Categories of third parties |\n|---|---|\n| Name | Our affiliates |\n| Gender | Service providers |\n",
			taxonomy.FacetRecipient, "group, provider"},
		{"not collected", "# Your notice\n\n| Category | Examples | Collected |\n|---|---|---|\n| A | gender | YES |\n| B | fingerprints | NO |\n",
			taxonomy.FacetData, "demographic.gender, no sensitive.biometric"},
	})
}

// What a column is headed by tells what its cells do not say.
func TestColumns(t *testing.T) {
	row := func(cells string) string {
		return "# Data\n\n| Data | Purpose | Legal basis | Recipients | Retention |\n|---|---|---|---|---|\n" + cells + "\n"
	}
	testFacts(t, lexicon.English(), []factCase{
		{"no data among aims", row("| Name | Payments | Contract | Brandelmoor | 2 years |"), taxonomy.FacetData, "identity.name"},
		{"a word of an aim", row("| Name | Booking your class | Contract | Brandelmoor | 2 years |"), taxonomy.FacetData, "identity.name"},
		{"a sentence among aims", row("| Name | We use your gender to improve our service | Contract | Brandelmoor | 2 years |"), taxonomy.FacetData, "identity.name, demographic.gender"},
		{"several sentences among aims", row("| Name | Improving the service. Based on your gender | Contract | Brandelmoor | 2 years |"), taxonomy.FacetData, "identity.name, demographic.gender"},
		{"no aim among data", row("| Marketing data | Research | Contract | Brandelmoor | 2 years |"), taxonomy.FacetPurpose, "research"},
		{"no reason to keep among grounds", row("| Name | Research | Legitimate interest | Brandelmoor | 2 years |"), taxonomy.FacetRetention, ""},
		{"no reason to keep beside limits", "# Data\n\n| Data | Why | Ground | Retention period |\n|---|---|---|---|\n| Name | Research | Legitimate interest | As long as you have an account |\n", taxonomy.FacetRetention, "service-duration"},
		{"no right among limits", row("| Name | Research | Contract | Brandelmoor | Until you unsubscribe |"), taxonomy.FacetRight, ""},
		{"no data behind a company", row("| Name | Research | Contract | Brandelmoor (booking system) | 2 years |"), taxonomy.FacetData, "identity.name"},
		{"a company and a remark", row("| Name | Research | Contract | Brandelmoor (booking system) | 2 years |"), taxonomy.FacetRecipient, "provider (Brandelmoor)"},
		{"data that is shared", row("| Name | Research | Contract | Advertisers (age, gender) | 2 years |"), taxonomy.FacetData, "identity.name, demographic.age, demographic.gender"},
	})
	testFacts(t, lexicon.Dutch(), []factCase{
		{"no data among aims", "# Gegevens\n\n| Gegevens | Doel |\n|---|---|\n| Naam | Boeking van uw les |\n| Adres | Betalingen |\n", taxonomy.FacetData, "identity.name, contact.address"},
	})
}

// An answer is no name of a company.
func TestAnswers(t *testing.T) {
	table := func(head string, answers ...string) string {
		text := "# Data\n\n| Category | " + head + " | Shared with |\n|---|---|---|\n"
		for i, a := range answers {
			text += "| Gender " + strconv.Itoa(i) + " | " + a + " | Advertisers |\n"
		}
		return text
	}
	for _, tt := range []struct {
		head      string
		answers   []string
		statement string
	}{
		{"Sold?", []string{"Yes"}, "sale.yes"},
		{"Sold?", []string{"No", "yes"}, "sale.yes"},
		{"Do we sell it?", []string{"**YES**", "No"}, "sale.yes"},
		{"Do we sell it?", []string{"No", "No"}, "sale.no"},
		{"Sold or shared?", []string{"Yes"}, ""},
		{"Shared?", []string{"Yes"}, ""},
	} {
		p := readText(table(tt.head, tt.answers...), lexicon.English())
		assert.Equal(t, tt.statement, strings.Join(show(p, taxonomy.FacetStatement), ", "), tt)
		assert.NotContains(t, strings.Join(show(p, taxonomy.FacetRecipient), ", "), "(", tt)
	}
	testFacts(t, lexicon.Dutch(), []factCase{
		{"sold", "# Gegevens\n\n| Gegevens | Verkocht? | Gedeeld met |\n|---|---|---|\n| Naam | Ja | Adverteerders |\n", taxonomy.FacetStatement, "sale.yes"},
		{"by nobody", "# Gegevens\n\n| Gegevens | Verkocht? | Gedeeld met |\n|---|---|---|\n| Naam | Ja | Adverteerders |\n", taxonomy.FacetRecipient, "partner.advertising"},
		{"not sold", "# Gegevens\n\n| Gegevens | Verkopen wij ze? |\n|---|---|\n| Naam | Nee |\n", taxonomy.FacetStatement, "sale.no"},
	})
}

func TestTools(t *testing.T) {
	tests := []struct{ text, want string }{
		{"We use Wicko to process payments.", "provider.payment (Wicko)"},
		{"We use Wicko, Lampo and Kitex to improve our website.", "provider (Wicko), provider (Lampo), provider (Kitex)"},
		{"We use Wicko Cloud, located in Delft, as our hosting provider.", "provider.hosting (Wicko Cloud)"},
		{"Our site and your data are hosted by Wicko Cloud.", "provider.hosting (Wicko Cloud)"},
		{"When you use Wicko, we collect your name.", ""},
		{"We use JavaScript and TLS to show our site.", ""},
		{"We do not use Wicko.", ""},
		{"We share your data with payment processors.\n\nWicko:\n\nTheir privacy policy can be viewed at https://wicko.example/privacy.", "provider.payment, provider.payment (Wicko)"},
		{"Kite Maps is provided by Kite, which uses data.", ""},
	}
	for _, tt := range tests {
		p := readText("# Privacy\n\n"+tt.text, lexicon.English())
		got := []string{}
		for _, s := range show(p, taxonomy.FacetRecipient) {
			if strings.Contains(s, "(") || strings.Contains(tt.want, s) {
				got = append(got, s)
			}
		}
		assert.Equal(t, tt.want, strings.Join(got, ", "), tt.text)
	}
}

func TestDenials(t *testing.T) {
	testFacts(t, lexicon.English(), []factCase{
		{"exception first", "Other than as set out here, we do not share your data with third parties.", taxonomy.FacetRecipient, "no third-party"},
		{"none", "None of your data is shared with third parties.", taxonomy.FacetRecipient, "no third-party"},
		{"another action", "We do not keep biometric data provided to third-party vendors.", taxonomy.FacetRecipient, "provider"},
		{"joined action", "We do not collect or share your gender with third parties.", taxonomy.FacetRecipient, "no third-party"},
		{"in brackets", "We collect video (not sound) from your camera and your gender.", taxonomy.FacetData, "content.video, device.hardware, demographic.gender"},
		{"aim of a refusal", "We do not share your data for marketing purposes.", taxonomy.FacetPurpose, ""},
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
