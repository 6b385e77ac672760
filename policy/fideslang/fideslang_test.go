package fideslang_test

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/fideslang"
	"example.com/policymodel/policy/fill"
	"example.com/policymodel/policy/internal/corpus"
	"example.com/policymodel/policy/internal/golden"
	"example.com/policymodel/policy/internal/sample"
	"example.com/policymodel/taxonomy"
)

func Example() {
	p, err := parse.Parse("Reed Boats Ltd is the controller. With your consent we use your e-mail address to send you our newsletter.", nil)
	if err != nil {
		panic(err)
	}
	system, _ := fideslang.From(p)
	if err := system.Write(os.Stdout); err != nil {
		panic(err)
	}
	// Output:
	// system:
	//   - fides_key: "reed_boats"
	//     name: "Reed Boats"
	//     system_type: ""
	//     responsibility:
	//       - "Controller"
	//     legal_name: "Reed Boats Ltd"
	//     privacy_declarations:
	//       - name: "Direct marketing"
	//         data_use: "marketing.communications"
	//         data_categories:
	//           - "user.contact.email"
	//         legal_basis_for_processing: "Consent"
}

func yaml(t *testing.T, s *fideslang.System) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, s.Write(&b))
	return b.String()
}

func TestGolden(t *testing.T) {
	p, _ := sample.Policy()
	s, report := fideslang.From(p)
	golden.Written(t, "brindle.yaml", s.Write)
	golden.Written(t, "brindle.fill.txt", report.Write)
}

func TestFrom(t *testing.T) {
	p, _ := sample.Policy()
	s, report := fideslang.From(p)
	assert.Equal(t, "brindle_kettles", s.Key)
	assert.Equal(t, "Controller", s.Responsibility)
	assert.Equal(t, "Brindle Kettles Ltd", s.LegalName)
	assert.Equal(t, "4 Steam Lane, Dublin, Ireland", s.LegalAddress)
	assert.Equal(t, "dpo@brindle.example", s.Officer)
	assert.Equal(t, "Encryption; Access control; Certification (ISO/IEC 27001)", s.SecurityPractices)
	assert.True(t, s.Transfers)
	assert.True(t, s.Cookies)
	assert.Equal(t, []string{"SCCs", "Adequacy Decision"}, s.TransferBases)
	byUse := make(map[string]fideslang.Declaration)
	for _, d := range s.Declarations {
		byUse[d.Use] = d
	}
	assert.Equal(t, fideslang.Declaration{
		Name: "Delivery of goods", Use: "essential.service", Categories: []string{"user.contact.email", "user.contact.address"},
		LegalBasis: "Contract", ThirdParties: "Delivery providers",
	}, byUse["essential.service"])
	assert.Equal(t, "Analytics providers (Tally & Sons)", byUse["analytics"].ThirdParties)
	assert.True(t, report.Has("system_type"))
	assert.Contains(t, report.Losses, fill.Loss{
		What: []string{"purpose legal.claims", "purpose research"}, Reason: "Fideslang has no data use for it",
	})

	p.Retention = append(p.Retention, policy.Retention{ID: taxonomy.RetentionFixedPeriod, Period: "P5Y",
		Fact: policy.Fact{Mentions: p.Purposes[0].Mentions}})
	s, _ = fideslang.From(p)
	assert.Equal(t, "Fixed period (P5Y)", s.Declarations[0].Retention)

	// Two legal bases of one use are not one.
	p.Flows[1].Purposes = p.Flows[0].Purposes
	s, report = fideslang.From(p)
	assert.Empty(t, s.Declarations[0].LegalBasis)
	assert.Contains(t, report.Losses, fill.Loss{
		What: []string{"essential.service (Contract, Consent)"}, Reason: "a declaration has room for one legal basis",
	})
}

// What a row of a table says of how long data is kept is said of its purpose.
func TestRows(t *testing.T) {
	p, err := parse.Parse("# Privacy policy\n\n| Data | Purpose | Retention |\n|---|---|---|\n"+
		"| E-mail address | Newsletter | 2 years |\n| Delivery address | Delivering your order | 30 days |\n", nil)
	require.NoError(t, err)
	s, _ := fideslang.From(p)
	kept := make(map[string]string)
	for _, d := range s.Declarations {
		kept[d.Name] = d.Retention
	}
	assert.Equal(t, map[string]string{"Direct marketing": "Fixed period (P2Y)", "Delivery of goods": "Fixed period (P30D)"}, kept)
}

func TestSpecialCategory(t *testing.T) {
	at := policy.Span{Start: 1, End: 2}
	p := &policy.Policy{Flows: []policy.Flow{{
		Span: at, Data: []taxonomy.Data{taxonomy.DataSensitiveHealth}, Purposes: []taxonomy.Purpose{taxonomy.PurposeAnalytics},
	}}}
	s, _ := fideslang.From(p)
	assert.True(t, s.Declarations[0].SpecialCategory)
	assert.Contains(t, yaml(t, s), "processes_special_category_data: true")
}

func TestEmpty(t *testing.T) {
	s, report := fideslang.From(&policy.Policy{})
	assert.YAMLEq(t, `{"system": [{"fides_key": "unknown", "system_type": "", "privacy_declarations": []}]}`, yaml(t, s))
	assert.True(t, report.Has("fides_key"))
	assert.True(t, report.Has("privacy_declarations"))
}

// Whatever the words are, YAML gives them back. JSON is YAML as well.
func TestQuoting(t *testing.T) {
	for _, words := range []string{
		"yes", "1.0", "null", "a: b", "- a", "# a", "'\"\\", "&a *b !c |d >e %f @g `h", "2024-05-05", "\x00\x07\x1b\u2028", "é\U0001F600", "~", "\t", "{[,]}", "key:\n  - value",
	} {
		s := &fideslang.System{
			Key: words, Name: words, Type: words, Declarations: []fideslang.Declaration{{Use: words, Categories: []string{words}, ThirdParties: words}},
		}
		want, err := json.Marshal(map[string]any{"system": []any{map[string]any{
			"fides_key": words, "name": words, "system_type": words, "privacy_declarations": []any{map[string]any{
				"data_use": words, "data_categories": []any{words}, "data_shared_with_third_parties": true, "third_parties": words,
			}},
		}}})
		require.NoError(t, err)
		assert.YAMLEq(t, string(want), yaml(t, s), "%q", words)
	}
	// What YAML may not have as it is, is escaped.
	assert.Contains(t, yaml(t, &fideslang.System{Key: "\x7f\u0085\ufeff"}), `fides_key: "\x7f\u0085\ufeff"`)

	s := &fideslang.System{Key: "\xff", Declarations: []fideslang.Declaration{{Use: "a"}}}
	assert.YAMLEq(t, `{"system": [{"fides_key": "\ufffd", "system_type": "", "privacy_declarations": [{"data_use": "a", "data_categories": []}]}]}`, yaml(t, s))
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestWriteError(t *testing.T) {
	broken := errors.New("broken")
	assert.ErrorIs(t, new(fideslang.System).Write(failing{broken}), broken)
}

// keys returns the keys of a list of Fideslang's taxonomy.
func keys(t *testing.T, name string) map[string]bool {
	t.Helper()
	f, err := os.Open(corpus.Path(t, "vocab", name))
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	require.Equal(t, "fides_key", rows[0][0])
	all := make(map[string]bool)
	for _, row := range rows[1:] {
		all[row[0]] = true
	}
	return all
}

// Every key that is written for a real policy exists in Fideslang's taxonomy.
func TestCorpusKeys(t *testing.T) {
	categories, uses := keys(t, "fideslang-data-categories.csv"), keys(t, "fideslang-data-uses.csv")
	form := regexp.MustCompile(`^[a-zA-Z0-9_.<>-]+$`) // of a fides_key
	parser, err := parse.New(nil)
	require.NoError(t, err)
	declared := 0
	for name, text := range corpus.Policies(t) {
		p, err := parser.Parse(text)
		require.NoError(t, err, name)
		s, _ := fideslang.From(p)
		assert.Regexp(t, form, s.Key, name)
		for _, d := range s.Declarations {
			declared++
			assert.True(t, uses[d.Use], "%s: %s", name, d.Use)
			for _, c := range d.Categories {
				assert.True(t, categories[c], "%s: %s", name, c)
			}
		}
		written := yaml(t, s)
		assert.YAMLEq(t, written, written, "%s: no YAML", name)
	}
	assert.Greater(t, declared, 500)
}
