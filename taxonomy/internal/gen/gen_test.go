package gen

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const facets = "facet\ttype\ten\tnl\tdefinition\n" +
	"data\tData\tData\tGegevens\tA kind of data.\n" +
	"right\tRight\tRight\tRecht\tA right.\n"

// concepts makes a table of rows whose cells are parted by bars.
func concepts(rows ...string) []byte {
	head := strings.Join(conceptColumns, "\t") + "\n# a comment\n"
	return []byte(head + strings.ReplaceAll(strings.Join(rows, "\n"), "|", "\t") + "\n")
}

func TestRead(t *testing.T) {
	table, err := Read([]byte(facets), concepts(
		"data|device.ip-address|IP address|IP-adres|An address.|exact pd:IPAddress; broader pd:DeviceBased|A|gdpr Recital 30|user.device.ip_address",
		"right|access|Access|Inzage|To see data.||||",
	))
	require.NoError(t, err)
	assert.Equal(t, []Concept{{
		Facet: "data", ID: "device.ip-address", Const: "DataDeviceIPAddress",
		EN: "IP address", NL: "IP-adres", Definition: "An address.",
		DPV:       []Term{{"exact", "https://w3id.org/dpv/pd#IPAddress"}, {"broader", "https://w3id.org/dpv/pd#DeviceBased"}},
		CCPA:      []string{"A"},
		Law:       []Citation{{"gdpr", "Recital 30"}},
		Fideslang: "user.device.ip_address",
	}, {
		Facet: "right", ID: "access", Const: "RightAccess", EN: "Access", NL: "Inzage", Definition: "To see data.",
	}}, table.Concepts)

	files, err := table.Files()
	require.NoError(t, err)
	assert.Contains(t, files, "facet.gen.go")
	assert.Contains(t, files, "table.gen.go")
	assert.Contains(t, string(files["data.gen.go"]), `DataDeviceIPAddress Data = "device.ip-address"`)
	assert.Contains(t, string(files["right.gen.go"]), "facetTables[1]")
}

func TestReadRefuses(t *testing.T) {
	good := "data|a|A|A|A.||||"
	tests := []struct {
		rows []string
		want string // part of the error
	}{
		{[]string{good, good}, `concepts.tsv:4: data "a" or its constant stands twice`},
		{[]string{"data|a-b|A|A|A.||||", "data|a.b|B|B|B.||||"}, "constant stands twice"},
		{[]string{good, "data|b|A|B|B.||||"}, `label "A" stands twice in facet "data"`},
		{[]string{good, "data|b|B|A|B.||||"}, `label "A" stands twice in facet "data"`},
		{[]string{"mood|a|A|A|A.||||"}, `unknown facet "mood"`},
		{[]string{"data|a..b|A|A|A.||||"}, `malformed id "a..b"`},
		{[]string{"data|A|A|A|A.||||"}, `malformed id "A"`},
		{[]string{good, "right|a|A|A|A.||||", "data|b|B|B|B.||||"}, `facet "data" is not in one piece`},
		{[]string{"data|a|A|A|A.|||"}, "8 columns, want 9"},
		{[]string{"data|a|a|A|A.||||"}, `"a" does not start with a capital`},
		{[]string{"data|a|A|A |A.||||"}, "has space around it"},
		{[]string{"data|a|A||A.||||"}, `"" does not start with a capital`},
		{[]string{"data|a|A|A|A||||"}, "does not end with a full stop"},
		{[]string{"data|a|A|A|A.|pd:Age|||"}, `bad DPV term "pd:Age"`},
		{[]string{"data|a|A|A|A.|exact xx:Age|||"}, `bad DPV term "exact xx:Age"`},
		{[]string{"data|a|A|A|A.|exact pd:|||"}, `bad DPV term "exact pd:"`},
		{[]string{"data|a|A|A|A.||M||"}, `bad CCPA category "M"`},
		{[]string{"right|a|A|A|A.||A||"}, `bad CCPA category "A"`},
		{[]string{"data|a|A|A|A.|||gdpr|"}, `bad citation "gdpr"`},
		{[]string{"data|a|A|A|A.|||xx Art. 1|"}, `bad citation "xx Art. 1"`},
		{[]string{"data|a|A|A|A.||L||"}, "go together"},
		{[]string{"data|a|A|A|A.|||ccpa § 1798.140(ae)(1)(C)|"}, "go together"},
	}
	for _, tt := range tests {
		_, err := Read([]byte(facets), concepts(tt.rows...))
		assert.ErrorContains(t, err, tt.want)
	}

	_, err := Read([]byte(facets+"data\tData\tData\tGegevens\tTwice.\n"), concepts(good))
	assert.ErrorContains(t, err, `facets.tsv:4: facet "data" stands twice`)
	_, err = Read([]byte("facet\ttype\n"), concepts(good))
	assert.ErrorContains(t, err, "facets.tsv:1: columns are")
	_, err = Read([]byte(facets), nil)
	assert.ErrorContains(t, err, `concepts.tsv: facet "data" has no concept`)
}

func TestGoName(t *testing.T) {
	for id, want := range map[string]string{
		"contact.email":          "ContactEmail",
		"device.identifier.imei": "DeviceIdentifierIMEI",
		"identity.government-id": "IdentityGovernmentID",
		"sdk":                    "SDK",
		"device.sim":             "DeviceSIM",
	} {
		assert.Equal(t, want, GoName(id))
	}
}
