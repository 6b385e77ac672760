package processing_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/internal/corpus"
	"example.com/policymodel/policy/internal/golden"
	"example.com/policymodel/policy/internal/sample"
	"example.com/policymodel/policy/processing"
	"example.com/policymodel/taxonomy"
)

func Example() {
	p, err := parse.Parse("Reed Boats Ltd is the controller. We use your e-mail address to send you our newsletter.", nil)
	if err != nil {
		panic(err)
	}
	record, _ := processing.From(p)
	if err := record.WriteMarkdown(os.Stdout); err != nil {
		panic(err)
	}
	// Output:
	// # Record of processing activities: Reed Boats
	//
	// ## Everybody
	//
	// - Controller (a): Reed Boats Ltd
	// - Representative (a): *not stated*
	// - Data protection officer (a): *not stated*
	// - Third countries (e): *not stated*
	// - Safeguards (e): *not stated*
	// - Security (g): *not stated*
	//
	// | Purpose (b) | Data subjects (c) | Personal data (c) | Recipients (d) | Time limits (f) |
	// |---|---|---|---|---|
	// | Direct marketing | *not stated* | E-mail address | *not stated* | *not stated* |
}

func ExampleRecord_WriteCSV() {
	p, err := parse.Parse("Reed Boats Ltd is the controller. We use your e-mail address to send you our newsletter.", nil)
	if err != nil {
		panic(err)
	}
	record, report := processing.From(p)
	for _, row := range record.Rows {
		fmt.Println(row.Purpose.Text, "of", row.Data[0].Text)
	}
	fmt.Println("representative missing:", report.Has("representative"))
	if err := record.WriteCSV(os.Stdout); err != nil {
		panic(err)
	}
	// Output:
	// Direct marketing of E-mail address
	// representative missing: true
	// people,controller,controller_contact,representative,representative_contact,dpo,dpo_contact,purpose,purpose_id,data_subjects,data_categories,recipients,third_countries,safeguards,time_limits,security_measures,evidence
	// ,Reed Boats Ltd,,,,,,Direct marketing,marketing.direct,,E-mail address,,,,,,46-60; 64-87
}

func csvOf(t *testing.T, r *processing.Record) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, r.WriteCSV(&b))
	return b.String()
}

func TestGolden(t *testing.T) {
	p, _ := sample.Policy()
	record, report := processing.From(p)
	golden.Written(t, "brindle.csv", record.WriteCSV)
	golden.Written(t, "brindle.md", record.WriteMarkdown)
	golden.Written(t, "brindle.fill.txt", report.Write)
}

// row returns the cells of a purpose by their columns.
func row(t *testing.T, r *processing.Record, purpose string) map[string]string {
	t.Helper()
	lines, err := csv.NewReader(strings.NewReader(csvOf(t, r))).ReadAll()
	require.NoError(t, err)
	for _, line := range lines[1:] {
		cells := make(map[string]string)
		for i, name := range lines[0] {
			cells[name] = line[i]
		}
		if cells["purpose_id"] == purpose {
			return cells
		}
	}
	t.Fatalf("no row for %q", purpose)
	return nil
}

func TestRows(t *testing.T) {
	p, _ := sample.Policy()
	r, _ := processing.From(p)

	delivery := row(t, r, "service.delivery")
	assert.Equal(t, "Brindle Kettles Ltd", delivery["controller"])
	assert.Equal(t, "4 Steam Lane, Dublin, Ireland; rights@brindle.example", delivery["controller_contact"])
	assert.Equal(t, "dpo@brindle.example; +353 1 555 0100", delivery["dpo_contact"])
	assert.Equal(t, "Orla Finch", delivery["representative"])
	assert.Equal(t, "orla@brindle.example", delivery["representative_contact"])
	assert.Equal(t, "E-mail address; Delivery address", delivery["data_categories"])
	assert.Equal(t, "Delivery providers", delivery["recipients"])
	assert.Equal(t, "KE; JP", delivery["third_countries"])
	assert.Contains(t, delivery["time_limits"], "Delivery address: Fixed period (P2Y)")
	assert.Contains(t, delivery["time_limits"], "; ", "and the general one")
	assert.NotContains(t, delivery["data_subjects"], "Visitors", "tied to another purpose")

	marketing := row(t, r, "marketing.direct")
	assert.NotContains(t, marketing["time_limits"], "Delivery address")
	assert.Contains(t, row(t, r, "analytics")["data_subjects"], "Visitors")
	assert.Equal(t, "Analytics providers (Tally & Sons)", row(t, r, "analytics")["recipients"])

	research := row(t, r, "research")
	assert.Equal(t, "US-CA", research["people"])
	assert.Equal(t, "Brindle Kettles Inc.", research["controller"])
	assert.Equal(t, "rights@brindle.example", research["controller_contact"], "the address is that of another controller")
	assert.Empty(t, research["representative"], "only people in the EEA have one")

	assert.Contains(t, row(t, r, "")["data_categories"], "Feature use", "tied to no purpose")
	assert.NotContains(t, csvOf(t, r), "Audio", "denied")
	assert.NotContains(t, csvOf(t, r), "Non-personal")
}

// What a row of a table says of its data stands in no other row.
func TestTable(t *testing.T) {
	p, err := parse.Parse("# Privacy policy\n\n| Data | Purpose | Legal basis | Retention |\n|---|---|---|---|\n"+
		"| E-mail address | Newsletter | Consent | 2 years |\n| Delivery address, e-mail address | Delivering your order | Contract | 30 days |\n\n"+
		"Everything else that we have of you is deleted after a period of ten years.\n", nil)
	require.NoError(t, err)
	r, _ := processing.From(p)
	assert.Equal(t, "Fixed period (P2Y); Fixed period (P10Y)", row(t, r, "marketing.direct")["time_limits"])
	assert.Equal(t, "Fixed period (P30D); Fixed period (P10Y)", row(t, r, "service.delivery")["time_limits"])
}

// Cells that spreadsheets would run, and words that are Markdown, are disarmed.
func TestHostileWords(t *testing.T) {
	p := &policy.Policy{
		Document: policy.Document{Organisation: "[click](http://x.example) <b>"},
		Parties: []policy.Party{
			{Name: "=1+1\n|a|", Role: policy.Controller}, {Name: "@x", Role: policy.Representative},
			{Name: "+1", Role: policy.DataProtectionOfficer},
		},
		Purposes: []policy.Purpose{{ID: "-new", Fact: policy.Fact{Mentions: []policy.Mention{{Span: policy.Span{Start: 1, End: 2}}}}}},
	}
	r, _ := processing.From(p)
	cells := row(t, r, "'-new")
	assert.Equal(t, "'=1+1 |a|", cells["controller"])
	assert.Equal(t, "'@x", cells["representative"])
	assert.Equal(t, "'+1", cells["dpo"])
	assert.Equal(t, "1-2", cells["evidence"])
	var b strings.Builder
	require.NoError(t, r.WriteMarkdown(&b))
	assert.Contains(t, b.String(), `\[click\](http://x.example) \<b\>`)
	assert.Contains(t, b.String(), `=1+1 \|a\|`)
}

func TestEmpty(t *testing.T) {
	r, report := processing.From(&policy.Policy{})
	assert.Empty(t, r.Rows)
	assert.True(t, report.Has("purpose"))
	assert.Equal(t, 1, strings.Count(csvOf(t, r), "\n"), "the names of the columns")
	var b strings.Builder
	require.NoError(t, r.WriteMarkdown(&b))
	assert.Equal(t, "# Record of processing activities\n", b.String())
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestWriteErrors(t *testing.T) {
	p, _ := sample.Policy()
	r, _ := processing.From(p)
	broken := errors.New("broken")
	assert.ErrorIs(t, r.WriteCSV(failing{broken}), broken)
	assert.ErrorIs(t, r.WriteMarkdown(failing{broken}), broken)
}

// Records of real policies have a row for each purpose that is affirmed, CSV
// reads back, and evidence lies in the text.
func TestCorpus(t *testing.T) {
	parser, err := parse.New(nil)
	require.NoError(t, err)
	for name, text := range corpus.Policies(t) {
		p, err := parser.Parse(text)
		require.NoError(t, err, name)
		r, report := processing.From(p)
		have := make(map[string]bool)
		for _, row := range r.Rows {
			have[string(row.People)+" "+row.Purpose.ID] = true
			for _, e := range append(row.Data, row.Purpose) {
				for _, s := range e.Evidence {
					require.True(t, policy.Span{End: len(text)}.Contains(s), name)
				}
			}
		}
		for it := range p.FactsOf(taxonomy.FacetPurpose) {
			assert.True(t, it.Denied() || have[string(it.Region)+" "+it.ID], "%s: %s", name, it.ID)
		}
		lines, err := csv.NewReader(strings.NewReader(csvOf(t, r))).ReadAll()
		require.NoError(t, err, name)
		assert.Len(t, lines, len(r.Rows)+1, name)
		var b bytes.Buffer
		require.NoError(t, r.WriteMarkdown(&b))
		require.NoError(t, report.Write(&b))
	}
}
