// Extend shows how a program adds to what the library knows, without changing it:
// a phrase, a profile of a publisher, and a requirement of its own.
//
//	go run ./examples/extend
//
// It reads a policy of an invented publisher with each addition and without, and
// prints what the addition changes.
package main

import (
	_ "embed"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

//go:embed policy.txt
var text string

// A term of one's own: a phrase that stands for a concept of the taxonomy.
var nibPrint = parse.NewTerm(taxonomy.DataSensitiveBiometric, "nib print")

// brightmoor is what the language cannot tell of one publisher: its name, that
// Quillfinder is a game and no company, and what its players call a quill score.
var brightmoor = &parse.Profile{
	Name:         "brightmoor",
	Organisation: "Brightmoor Post",
	Products:     []string{"Quillfinder"},
	Domains:      []string{"brightmoor.example"},
	Terms:        []parse.Term{parse.NewTerm(taxonomy.DataContentFeedback, "quill score")},
}

func main() {
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "extend:", err)
		os.Exit(1)
	}
}

// run prints what each addition changes.
func run(w io.Writer) error {
	plain, err := parse.Parse(text, nil)
	if err != nil {
		return err
	}
	for _, add := range []struct {
		name string
		cfg  parse.Config
	}{
		{"a term", parse.Config{Terms: []parse.Term{nibPrint}}},
		{"a profile", parse.Config{Profile: brightmoor}},
		{"both", parse.Config{Terms: []parse.Term{nibPrint}, Profile: brightmoor}},
	} {
		p, err := parse.Parse(text, &add.cfg)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "With %s:\n", add.name)
		fmt.Fprintf(w, "  profile %s, organisation %q\n", p.Document.Profile, p.Document.Organisation)
		for _, line := range factsOnlyIn(p, plain) {
			fmt.Fprintln(w, "  "+line)
		}
	}
	a, err := assess(plain, plain.Document.Updated)
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "Requirements of our own:")
	for _, v := range a.Verdicts {
		if !strings.HasPrefix(v.Requirement.ID, "buyer-") {
			continue
		}
		fmt.Fprintf(w, "  %s: %s", v.Requirement.Text, v.Status)
		for _, m := range v.Evidence {
			fmt.Fprintf(w, " %q", plain.Words(m))
		}
		fmt.Fprintln(w)
	}
	s := a.Summary()
	fmt.Fprintf(w, "With those of the law, %d of %d are met.\n", s.Counts[jurisdiction.Met], s.Owed)
	return nil
}

// factsOnlyIn lists the facts of p that q does not have, with the words that state
// them.
func factsOnlyIn(p, q *policy.Policy) []string {
	var known []string
	for item := range q.Facts() {
		known = append(known, describe(q, item))
	}
	var list []string
	for item := range p.Facts() {
		if line := describe(p, item); !slices.Contains(known, line) {
			list = append(list, line)
		}
	}
	return list
}

func describe(p *policy.Policy, item policy.Item) string {
	return fmt.Sprintf("%s %s %q", item.Facet, item.ID, p.Words(item.Mentions[0]))
}
