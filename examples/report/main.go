// Report shows what a privacy policy says as one web page that works offline.
//
//	go run ./examples/report -o page.html                   policies written for this example
//	go run ./examples/report -o page.html POLICY            a policy of yours
//	go run ./examples/report -o page.html POLICY OLDER      and what changed since an older version
//
// Each file is plain text or Markdown in English or Dutch; a translation will do
// for the older version. The page has the text with the words that state facts
// marked, tables of facts, flows, parties and contacts, and how the policy stands
// to the law of a jurisdiction on a day:
//
//	go run ./examples/report -for California -at 2023-01-01 -o page.html POLICY
//
// The jurisdiction is EEA, California, India or Russia, EEA unless given, and the
// day is today unless given. Without -o the page goes to standard output. It holds
// its own style and script, and a Content-Security-Policy that allows nothing else.
package main

import (
	"bytes"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/text/language"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
)

//go:embed policy.txt
var samplePolicy string

//go:embed older.txt
var sampleOlder string

func main() {
	y, m, d := time.Now().Date()
	today := policy.Date{Year: y, Month: m, Day: d}
	if err := run(os.Args[1:], today, os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "report:", err)
		}
		os.Exit(1)
	}
}

// run writes the report that args ask for, to stdout if they name no file. Usage goes
// to stderr.
func run(args []string, today policy.Date, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("report", flag.ContinueOnError)
	flags.SetOutput(stderr)
	people := flags.String("for", "EEA", "whose law the policy is assessed by: EEA, California, India or Russia")
	at := flags.String("at", today.String(), "the day whose law counts, YYYY-MM-DD")
	out := flags.String("o", "", "the file to write; standard output if empty")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 2 {
		return fmt.Errorf("two policies at most, got %d", flags.NArg())
	}
	code, err := jurisdictionNamed(*people)
	if err != nil {
		return err
	}
	on, err := policy.ParseDate(*at)
	if err != nil {
		return err
	}

	now := version{Name: "the policy of this example", Text: samplePolicy}
	older := &version{Name: "its older version", Text: sampleOlder}
	if flags.NArg() > 0 {
		if now, err = load(flags.Arg(0)); err != nil {
			return err
		}
		older = nil
	}
	if flags.NArg() > 1 {
		v, err := load(flags.Arg(1))
		if err != nil {
			return err
		}
		older = &v
	}
	var page bytes.Buffer
	if err := report(&page, now, older, code, on); err != nil {
		return err
	}
	if *out != "" {
		return os.WriteFile(*out, page.Bytes(), 0o644)
	}
	_, err = page.WriteTo(stdout)
	return err
}

// A version is a text with what was read from it.
type version struct {
	Name   string
	Text   string
	Policy *policy.Policy
}

func load(file string) (version, error) {
	text, err := os.ReadFile(file)
	return version{Name: filepath.Base(file), Text: string(text)}, err
}

// parse reads the policy, and names it in an error.
func (v *version) parse() (err error) {
	v.Policy, err = parse.Parse(v.Text, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", v.Name, err)
	}
	return nil
}

// jurisdictionNamed returns the jurisdiction with a code or an English name.
func jurisdictionNamed(s string) (jurisdiction.Code, error) {
	for _, c := range jurisdiction.All() {
		if strings.EqualFold(s, c.Name(language.English)) {
			return c, nil
		}
	}
	return jurisdiction.Parse(s)
}

// report parses the policies and writes the page. Older may be nil.
func report(w io.Writer, now version, older *version, code jurisdiction.Code, on policy.Date) error {
	if err := now.parse(); err != nil {
		return err
	}
	var changes *Changes
	if older != nil {
		if err := older.parse(); err != nil {
			return err
		}
		changes = compared(now, *older)
	}
	law, err := assessed(now, code, on)
	if err != nil {
		return err
	}
	return write(w, newPage(now, law, changes))
}
