// Compare tells what differs between privacy policies.
//
//	go run ./examples/compare OLD NEW              what changed, with the words that prove it
//	go run ./examples/compare -drift A B           what two languages of one policy say differently
//	go run ./examples/compare -matrix data FILE... several policies side by side
//	go run ./examples/compare -history FILE...     since which version the last one says what it says
//	go run ./examples/compare -tension FILE...     what does not go together within a policy
//
// Each file is plain text or Markdown in English or Dutch. More than two files
// are shown side by side; -matrix takes the name of a facet ("data",
// "recipient", "right", "retention") or of records ("controller", "contact",
// "transfer", "children").
//
// With -json, changes and drift are printed as JSON Lines, one object for each:
//
//	{"change":"added","kind":"right","id":"portability","polarity":"yes","region":"EEA","material":true,"before":[],"after":[{"start":1,"end":9}],"why":"…"}
//
// With -all, what is tied together in flows is compared too, and drift includes
// differences that may be gaps in the reading.
//
// The exit status is 0 if all went well, whether or not anything differs, 1 if
// a file could not be read or is no text, and 2 for wrong arguments.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/compare"
	"example.com/policymodel/taxonomy"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// A document is a file and the policy in it.
type document struct {
	file, text string
	policy     *policy.Policy
}

// run does what args ask for and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("compare", flag.ContinueOnError)
	flags.SetOutput(stderr)
	asJSON := flags.Bool("json", false, "print changes as JSON Lines")
	all := flags.Bool("all", false, "compare flows too, and print unclear differences")
	drift := flags.Bool("drift", false, "compare two languages of one policy")
	matrix := flags.String("matrix", "", "show a `kind` of statements side by side")
	history := flags.Bool("history", false, "tell since when the last of several versions says what it says")
	tensions := flags.Bool("tension", false, "tell what does not go together within each policy")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: compare [-json] [-all] [-drift] A B\n       compare -matrix KIND FILE...\n       compare -history FILE...\n       compare -tension FILE...")
	}
	if flags.Parse(args) != nil {
		return 2
	}
	modes := 0
	for _, set := range []bool{*drift, *matrix != "", *history, *tensions} {
		if set {
			modes++
		}
	}
	two := *drift || *asJSON || *all // options about two policies
	if n := flags.NArg(); n == 0 || modes > 1 || two && (n != 2 || modes == 1 && !*drift) || modes == 0 && n < 2 || *matrix != "" && !known(compare.Kind(*matrix)) {
		flags.Usage()
		return 2
	}
	var docs []document
	for _, file := range flags.Args() {
		d, err := read(file)
		if err != nil {
			fmt.Fprintln(stderr, "compare:", err)
			return 1
		}
		docs = append(docs, d)
	}
	var err error
	switch {
	case *tensions:
		err = printTensions(stdout, docs)
	case *history:
		err = printHistory(stdout, docs)
	case *matrix != "":
		err = printMatrix(stdout, compare.Kind(*matrix), docs)
	case len(docs) > 2:
		err = printMatrix(stdout, compare.Kind(taxonomy.FacetData), docs)
	default:
		changes := differences(docs[0].policy, docs[1].policy, *drift, *all)
		if *asJSON {
			err = printJSON(stdout, changes)
		} else {
			err = printChanges(stdout, docs[0], docs[1], changes)
		}
	}
	if err != nil {
		fmt.Fprintln(stderr, "compare:", err)
		return 1
	}
	return 0
}

// known reports whether a matrix can be made of a kind.
func known(kind compare.Kind) bool {
	switch kind {
	case compare.Controller, compare.Contact, compare.Transfer, compare.Children:
		return true
	}
	for facet := range taxonomy.Facets() {
		if kind == compare.Kind(facet) {
			return true
		}
	}
	return false
}

// read reads and parses a file.
func read(file string) (document, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return document{}, err
	}
	p, err := parse.Parse(string(text), nil)
	if err != nil {
		return document{}, fmt.Errorf("%s: %w", file, err)
	}
	return document{file, string(text), p}, nil
}

// differences returns what differs between two policies. Whom data is about, and
// where data comes from at all, is left out: policies tell it in passing.
func differences(a, b *policy.Policy, drift, all bool) []compare.Change {
	diff := compare.Versions
	if drift {
		diff = compare.Translations
	}
	changes := slices.DeleteFunc(diff(a, b), func(c compare.Change) bool {
		kind := c.Subject().Kind
		return kind == compare.Kind(taxonomy.FacetSubject) || kind == compare.Kind(taxonomy.FacetSource) || c.Verdict == compare.Unclear && !all
	})
	if all {
		changes = append(changes, compare.Flows(a, b)...)
	}
	return changes
}

func printJSON(w io.Writer, changes []compare.Change) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, c := range changes {
		if err := enc.Encode(c); err != nil {
			return err
		}
	}
	return nil
}
