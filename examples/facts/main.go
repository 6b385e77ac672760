// Facts prints what privacy policies say, as JSON Lines.
//
//	go run ./examples/facts FILE...
//
// Each file is plain text or Markdown in English or Dutch. One line of output
// is one mention: a place in a file where it states a fact, with the offsets of
// its words. What each policy says of itself comes first, the rest in the order
// of the text:
//
//	{"file":"shop.txt","kind":"document","language":"en","organisation":"Kite Shop","profile":"generic","start":0,"end":5210}
//	{"file":"shop.txt","kind":"data","id":"contact.email","polarity":"yes","sources":["person"],"start":812,"end":826,"section":"collection"}
//
// Package lines documents the keys. To list what a policy says of selling data:
//
//	go run ./examples/facts shop.txt | jq -c 'select(.kind == "statement" and (.id | startswith("sale")))'
//
// The exit status is 0 if every file was parsed and 2 for wrong arguments. It
// is 1 if a file could not be read or is no text: standard error says which and
// why, and the other files are printed all the same.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/lines"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run prints the facts in the files that args name and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("facts", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() { fmt.Fprintln(stderr, "usage: facts FILE...") }
	if flags.Parse(args) != nil {
		return 2
	}
	if flags.NArg() == 0 {
		flags.Usage()
		return 2
	}
	parser, err := parse.New(nil)
	if err != nil {
		fmt.Fprintln(stderr, "facts:", err)
		return 1
	}
	status := 0
	for _, file := range flags.Args() {
		p, err := parseFile(parser, file)
		if err != nil {
			fmt.Fprintln(stderr, "facts:", err)
			status = 1
			continue
		}
		if err := lines.Write(stdout, file, p); err != nil {
			fmt.Fprintln(stderr, "facts:", err)
			return 1 // nothing more can be printed
		}
	}
	return status
}

// parseFile reads and parses a file. Errors name it.
func parseFile(parser *parse.Parser, file string) (*policy.Policy, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	p, err := parser.Parse(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return p, nil
}
