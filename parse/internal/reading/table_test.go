package reading

import (
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
