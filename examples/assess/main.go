// Assess prints how privacy policies stand to what the law of a jurisdiction asks
// them to disclose on a date.
//
//	go run ./examples/assess -jurisdiction EEA -date 2026-11-21 FILE...
//
// Each file is plain text or Markdown in English or Dutch. The jurisdiction is EEA,
// US-CA, IN or RU. For each file a table has one row for each requirement, and a
// summary. With -json, one requirement is one line of JSON, in the order of the
// law:
//
//	{"file":"shop.txt","jurisdiction":"EEA","date":"2026-11-21","requirement":"gdpr-13-1-c-purposes","citation":"Art. 13(1)(c)","status":"met","evidence":[{"start":812,"end":824}],"why":"stated: purpose"}
//
// Status is met, partly, not-found, denied, not-applicable or cannot-tell; start and
// end are offsets in bytes. To list what a policy lacks:
//
//	go run ./examples/assess -jurisdiction EEA -date 2026-11-21 -json shop.txt | jq -r 'select(.status == "not-found").citation'
//
// The exit status is 0 if every file was assessed and 2 for wrong arguments. It is
// 1 if a file could not be read, is no text, or cannot be assessed on the date:
// standard error says which and why, and the other files are printed all the same.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"text/tabwriter"

	"golang.org/x/text/language"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run assesses the files that args name and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("assess", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: assess -jurisdiction EEA|US-CA|IN|RU -date YYYY-MM-DD [-json] FILE...")
	}
	code := flags.String("jurisdiction", "", "EEA, US-CA, IN or RU")
	date := flags.String("date", "", "the day whose law is asked for, as in 2026-11-21")
	asJSON := flags.Bool("json", false, "print JSON Lines")
	if flags.Parse(args) != nil {
		return 2
	}
	c, err := jurisdiction.Parse(*code)
	if err != nil {
		fmt.Fprintln(stderr, "assess:", err)
		return 2
	}
	on, err := policy.ParseDate(*date)
	if err != nil || flags.NArg() == 0 {
		if err != nil {
			fmt.Fprintf(stderr, "assess: date %q is not a day such as 2026-11-21\n", *date)
		}
		flags.Usage()
		return 2
	}
	parser, err := parse.New(nil)
	if err != nil {
		fmt.Fprintln(stderr, "assess:", err)
		return 1
	}
	status := 0
	for _, file := range flags.Args() {
		a, err := assess(parser, file, c, on)
		if err != nil {
			fmt.Fprintln(stderr, "assess:", err)
			status = 1
			continue
		}
		write := writeTable
		if *asJSON {
			write = writeLines
		}
		if err := write(stdout, file, a); err != nil {
			fmt.Fprintln(stderr, "assess:", err)
			return 1 // nothing more can be printed
		}
	}
	return status
}

// assess reads, parses and assesses a file. Errors name it.
func assess(parser *parse.Parser, file string, c jurisdiction.Code, on policy.Date) (*jurisdiction.Assessment, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	p, err := parser.Parse(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	a, err := jurisdiction.Assess(p, c, on)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return a, nil
}

// writeLines prints one line of JSON for each verdict.
func writeLines(w io.Writer, file string, a *jurisdiction.Assessment) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, v := range a.Verdicts {
		spans := make([]policy.Span, len(v.Evidence))
		for i, m := range v.Evidence {
			spans[i] = m.Span
		}
		err := enc.Encode(struct {
			File         string              `json:"file"`
			Jurisdiction jurisdiction.Code   `json:"jurisdiction"`
			Date         policy.Date         `json:"date"`
			Requirement  string              `json:"requirement"`
			Citation     string              `json:"citation"`
			Status       jurisdiction.Status `json:"status"`
			Evidence     []policy.Span       `json:"evidence"`
			Why          string              `json:"why"`
		}{file, a.Jurisdiction, a.Date, v.Requirement.ID, v.Requirement.Citation, v.Status, spans, v.Why})
		if err != nil {
			return err
		}
	}
	return nil
}

// writeTable prints an assessment for people.
func writeTable(w io.Writer, file string, a *jurisdiction.Assessment) error {
	fmt.Fprintf(w, "%s: %s on %s\n", file, a.Jurisdiction.Name(language.English), a.Date)
	if a.Note != "" {
		fmt.Fprintln(w, a.Note)
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, v := range a.Verdicts {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", v.Status, v.Requirement.ID, v.Requirement.Citation, v.Why)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	s := a.Summary()
	for _, status := range jurisdiction.Statuses() {
		fmt.Fprintf(w, "%s %d  ", status, s.Counts[status])
	}
	_, err := fmt.Fprintf(w, "share met %.0f%% of %d\n\n", 100*s.Share, s.Owed)
	return err
}
