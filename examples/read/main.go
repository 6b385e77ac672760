// Read tells in plain words what a privacy policy says.
//
//	go run ./examples/read          a policy written for this example
//	go run ./examples/read FILE     a policy of yours: plain text or Markdown
//
// For each fact it prints the concept, what is said about it, and the line
// and words that prove it.
package main

import (
	_ "embed"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

//go:embed policy.txt
var sample string

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "read:", err)
		os.Exit(1)
	}
}

// run prints what the policy in the file args[0] says, or the embedded one.
func run(args []string, w io.Writer) error {
	text := sample
	if len(args) > 0 {
		data, err := os.ReadFile(args[0])
		if err != nil {
			return err
		}
		text = string(data)
	}
	p, err := parse.Parse(text, nil)
	if err != nil {
		return err
	}
	print(w, text, p)
	return nil
}

// print writes the records, then the facts, facet by facet.
func print(w io.Writer, text string, p *policy.Policy) {
	d := p.Document
	fmt.Fprintf(w, "%s (%s), language %s, last updated %s\n", or(d.Organisation, "unknown organisation"), or(d.LegalEntity, "no legal entity named"), d.Language, or(d.Updated.String(), "not stated"))
	for _, party := range p.Parties {
		fmt.Fprintf(w, "  %s: %s%s\n", party.Role, party.Name, where(party.Region))
	}
	for _, c := range p.Contacts {
		fmt.Fprintf(w, "  %s: %s\n", c.Type, oneLine(c.Value))
	}
	for _, t := range p.Transfers {
		fmt.Fprintf(w, "  data goes to: %s\n", t.Country)
	}
	for _, c := range p.Children {
		fmt.Fprintf(w, "  age: %d\n", c.Age)
	}
	table := policy.NewLineTable(text)
	facet := taxonomy.Facet("")
	for item := range p.Facts() {
		if item.Facet != facet {
			facet = item.Facet
			fmt.Fprintf(w, "\n%s\n", facet.Label(language.English))
		}
		m := item.Mentions[0]
		fmt.Fprintf(w, "  %-34s line %-4d %s\n", describe(item), table.Position(m.Span.Start).Line, oneLine(p.Words(m)))
	}
}

// describe names a fact and what the text says about it.
func describe(item policy.Item) string {
	s := item.ID
	if item.Name != "" {
		s += " (" + item.Name + ")"
	}
	if item.Period != "" {
		s += " " + string(item.Period)
	}
	if item.Denied() {
		s = "no " + s
	}
	return s + where(item.Region)
}

func where(r policy.Region) string {
	if r == policy.Everybody {
		return ""
	}
	return " [" + string(r) + "]"
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
