// Export writes what a privacy policy says in a format of other tools.
//
//	go run ./examples/export -format FORMAT FILE
//
// The file is plain text or Markdown in English or Dutch. The formats are
//
//	tilt        the Transparency Information Language, JSON
//	dpv         JSON-LD with terms of the W3C Data Privacy Vocabulary 2.3
//	json        the JSON form of this library
//	schema      the JSON Schema of that form; it is the same for every FILE, which may be left out
//	records     rows of a record of processing activities, GDPR Art. 30(1), CSV
//	records-md  the same in Markdown
//	fideslang   a manifest with privacy declarations of Fideslang, YAML
//
// One document goes to standard output. Standard error gets the fill report:
// which fields the format asks for and the text has no evidence for, and what
// the text says that the format has no place for. The packages below policy
// tell what stands in such fields.
//
// The exit status is 0 if the document was written, 1 if the file could not be
// read or is no text, and 2 for wrong arguments.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/dpv"
	"example.com/policymodel/policy/fideslang"
	"example.com/policymodel/policy/fill"
	"example.com/policymodel/policy/processing"
	"example.com/policymodel/policy/schema"
	"example.com/policymodel/policy/tilt"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// formats are the names of the formats.
var formats = []string{"tilt", "dpv", "json", "schema", "records", "records-md", "fideslang"}

// run exports the file that args name and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("export", flag.ContinueOnError)
	flags.SetOutput(stderr)
	format := flags.String("format", "", "the format to write: "+strings.Join(formats, ", "))
	flags.Usage = func() {
		fmt.Fprintf(stderr, "usage: export -format %s FILE\n", strings.Join(formats, "|"))
	}
	if flags.Parse(args) != nil {
		return 2
	}
	if !slices.Contains(formats, *format) || flags.NArg() > 1 || flags.NArg() == 0 && *format != "schema" {
		flags.Usage()
		return 2
	}
	if err := export(*format, flags.Arg(0), stdout, stderr); err != nil {
		fmt.Fprintln(stderr, "export:", err)
		return 1
	}
	return 0
}

// export writes the document of a file to w and the report to errs.
func export(format, file string, w, errs io.Writer) error {
	if format == "schema" {
		_, err := io.WriteString(w, schema.JSON())
		return err
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	p, err := parse.Parse(string(text), nil)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	report, err := write(format, p, w)
	if err != nil {
		return err
	}
	return report.Write(errs)
}

// write writes p in a format.
func write(format string, p *policy.Policy, w io.Writer) (*fill.Report, error) {
	switch format {
	case "tilt":
		doc, report := tilt.From(p, nil)
		return report, doc.Write(w)
	case "dpv":
		return dpv.Write(w, p, nil)
	case "records":
		record, report := processing.From(p)
		return report, record.WriteCSV(w)
	case "records-md":
		record, report := processing.From(p)
		return report, record.WriteMarkdown(w)
	case "fideslang":
		system, report := fideslang.From(p)
		return report, system.Write(w)
	case "json":
		report := new(fill.Report)
		if p.Document.Language == language.Und {
			report.Miss("document.language", "und", "the language of the text is not known")
		}
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		return report, enc.Encode(p)
	}
	return nil, errors.New("no format " + format)
}
