package fill_test

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/text/language"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/fill"
	"example.com/policymodel/taxonomy"
)

// writeLabel writes the label of an invented format: the data that a policy says
// is collected, a line each, and who answers for it. The format has no place for
// what is denied.
func writeLabel(w io.Writer, p *policy.Policy) (*fill.Report, error) {
	report := new(fill.Report)
	company := p.Document.LegalEntity
	if company == "" {
		company = "unknown"
		report.Miss("responsible", company, "the text names no company")
	}
	if _, err := fmt.Fprintln(w, "responsible:", company); err != nil {
		return nil, err
	}
	for it := range p.FactsOf(taxonomy.FacetData) {
		if it.Denied() {
			report.Lose("data "+it.ID, "the format has no place for what is denied")
			continue
		}
		c, _ := taxonomy.Lookup(it.Facet, it.ID)
		if _, err := fmt.Fprintln(w, "collects:", c.Label(language.English)); err != nil {
			return nil, err
		}
	}
	return report, nil
}

// An exporter: it invents nothing, and reports what is missing and what is lost.
func Example() {
	p, err := parse.Parse("We collect your name and your e-mail address. We do not collect your location.", nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := writeLabel(os.Stdout, p)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.Has("responsible"))
	if err := report.Write(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// responsible: unknown
	// collects: Name
	// collects: E-mail address
	// true
	// responsible: no evidence: the text names no company; written as "unknown"
	// not expressed: the format has no place for what is denied: data location
}
