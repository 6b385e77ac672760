// Score measures facts, as package lines writes them, against annotated
// policies, and lists each miss with its place in the text.
//
//	go run ./examples/facts "$POLICY_CORPUS"/corpus/seeds/* >facts.jsonl
//	go run ./parse/internal/score/cmd/score -misses "$POLICY_CORPUS" facts.jsonl
//
// With -passages the facts are those of the labelled policies instead. With
// -only, misses are listed of those whose first line contains the given words,
// such as "dji-nl missing  data/".
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"example.com/policymodel/parse/internal/score"
	"example.com/policymodel/policy/lines"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run returns the exit status: 1 for files that cannot be read, 2 for wrong
// arguments.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("score", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: score [-passages] [-misses] [-only words] CORPUS FACTS.jsonl")
		flags.PrintDefaults()
	}
	passages := flags.Bool("passages", false, "score passages instead of annotated policies")
	misses := flags.Bool("misses", false, "list misses")
	only := flags.String("only", "", "list misses whose first line contains these `words`")
	if flags.Parse(args) != nil {
		return 2
	}
	if flags.NArg() != 2 {
		flags.Usage()
		return 2
	}
	result, missed, err := measure(flags.Arg(0), flags.Arg(1), *passages)
	if err != nil {
		fmt.Fprintln(stderr, "score:", err)
		return 1
	}
	fmt.Fprint(stdout, result)
	for _, m := range missed {
		if text := m.String(); *misses || *only != "" {
			if first, _, _ := strings.Cut(text, "\n"); strings.Contains(first, *only) {
				fmt.Fprint(stdout, text)
			}
		}
	}
	return 0
}

func measure(corpus, facts string, passages bool) (fmt.Stringer, []score.Miss, error) {
	found, err := read(facts)
	if err != nil {
		return nil, nil, err
	}
	if passages {
		bench, err := score.Bench(corpus)
		r := score.Passages(bench, found)
		return r, r.Misses, err
	}
	gold, err := score.Gold(corpus)
	r := score.Facts(gold, found)
	return r, r.Misses, err
}

func read(file string) ([]lines.Line, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []lines.Line
	for l, err := range lines.Read(f) {
		if err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	return all, nil
}
