package parse_test

import (
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
	"example.com/policymodel/parse/internal/corpus"
	"example.com/policymodel/policy"
)

// mutations make another text of one, as no writer would: with the words of real
// policies in places where they never stand.
var mutations = []func(r *rand.Rand, lines []string){
	func(r *rand.Rand, lines []string) {
		r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	},
	eachLine(func(r *rand.Rand, words []string) string {
		r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		return strings.Join(words, " ")
	}),
	eachLine(func(r *rand.Rand, words []string) string { return strings.Join(words[r.IntN(len(words)):], " ") }),
	eachLine(func(r *rand.Rand, words []string) string { return strings.ToUpper(strings.Join(words, " ")) }),
	eachLine(func(r *rand.Rand, words []string) string {
		return strings.Join(words, [...]string{". ", ", ", "; ", "\n- ", " | ", "\n# "}[r.IntN(6)])
	}),
	eachLine(func(r *rand.Rand, words []string) string {
		names := [...]string{"LAMPWORKS US LLC", "controller Lampworks Inc.", "(\"we\")", "1 May 2020", "1011 AB", "Germany", "not", "2,5 years", "privacy@lampworks.com"}
		words[r.IntN(len(words))] = names[r.IntN(len(names))]
		return strings.Join(words, " ")
	}),
}

// eachLine changes one in two of the lines that have words.
func eachLine(f func(r *rand.Rand, words []string) string) func(*rand.Rand, []string) {
	return func(r *rand.Rand, lines []string) {
		for i, line := range lines {
			if words := strings.Fields(line); len(words) > 0 && r.IntN(2) == 0 {
				lines[i] = f(r, words)
			}
		}
	}
}

// Whatever becomes of a policy, it can be read, and what is read of it is valid.
func TestMutations(t *testing.T) {
	parser, err := parse.New(nil)
	require.NoError(t, err)
	r := rand.New(rand.NewPCG(6, 9)) // the same texts each time
	for file, text := range corpus.Policies(t) {
		for n := range 2 * len(mutations) {
			lines := strings.Split(text, "\n")
			for range 1 + n%3 {
				mutations[r.IntN(len(mutations))](r, lines)
			}
			mutant := strings.Join(lines, "\n")
			var err error
			require.NotPanics(t, func() {
				var p *policy.Policy
				if p, err = parser.Parse(mutant); err == nil {
					require.NoError(t, p.Check())
				}
			}, "%s, %d", filepath.Base(file), n)
			if err != nil {
				require.ErrorAs(t, err, new(*parse.InputError), "%s, %d", filepath.Base(file), n)
			}
		}
	}
}
