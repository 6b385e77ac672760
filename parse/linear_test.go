package parse_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
)

// hostile are texts made to be slow or large to read, each about n bytes long.
func hostile(n int) map[string]string {
	repeat := func(s string) string { return strings.Repeat(s, n/len(s)+1) }
	nested := &strings.Builder{}
	for depth := 0; nested.Len() < n; depth = (depth + 1) % 60 {
		nested.WriteString(strings.Repeat(" ", depth) + "- we collect:\n")
	}
	named := &strings.Builder{}
	for i := 0; named.Len() < n; i++ {
		fmt.Fprintf(named, "We share data with hosting providers such as Q%c%c%c%c.\n\n", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26, 'a'+i/17576%26)
	}
	return map[string]string{
		"names":                  named.String(),
		"beginnings of phrases":  repeat("personal information that you provide to us when you use our services and "),
		"one word":               repeat("information "),
		"one line":               "We collect " + repeat("your name, e-mail address, IP address, "),
		"headings":               repeat("# We collect data\n\n"),
		"nested lists":           nested.String(),
		"commas":                 repeat(","),
		"brackets":               repeat("([{"),
		"links":                  repeat("[a](b) "),
		"open links":             repeat("[a](b"),
		"combining marks":        "We collect e" + repeat("\u0301"),
		"right to left":          repeat("נתונים אישיים\u202e we collect data "),
		"no spaces":              repeat("persoonsgegevensverwerkingsovereenkomst"),
		"addresses":              repeat("a@b.example, +31 20 555 01 23, https://a.example/privacy "),
		"companies":              repeat("Acme Ltd, "),
		"negations":              repeat("we do not collect, use or share, except as we do, "),
		"semicolons":             "We share data to: " + repeat("improve; "),
		"table":                  repeat("| name | email |\n"),
		"invalid":                repeat("\xff\xfe "),
		"sentences of questions": repeat("Do we share? We do. "),
	}
}

// What a parse allocates grows in proportion to its text, but for the room that
// slices grow by: four times the text, at most five times as much. The steps of
// each stage are counted in its own package.
func TestLinear(t *testing.T) {
	p, err := parse.New(nil)
	require.NoError(t, err)
	allocated := func(text string) (bytes, objects float64) {
		p, err := parse.New(nil) // without the memory of another text
		require.NoError(t, err)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err = p.Parse(text)
		runtime.ReadMemStats(&after)
		require.NoError(t, err)
		return float64(after.TotalAlloc - before.TotalAlloc), float64(after.Mallocs - before.Mallocs)
	}
	small, large := hostile(1<<16), hostile(1<<18)
	for name, text := range small {
		_, err := p.Parse(text) // compiles the lexicons
		if err != nil {
			var refused *parse.InputError
			require.ErrorAs(t, err, &refused, name)
			continue
		}
		b1, n1 := allocated(text)
		b2, n2 := allocated(large[name])
		assert.Less(t, b2, 5*b1+1<<16, "%s: %.0f bytes, then %.0f", name, b1, b2)
		assert.Less(t, n2, 5*n1+1000, "%s: %.0f allocations, then %.0f", name, n1, n2)
	}
}

func BenchmarkHostile(b *testing.B) {
	p, err := parse.New(nil)
	require.NoError(b, err)
	for name, text := range hostile(1 << 18) {
		if _, err := p.Parse(text); err != nil {
			continue
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := p.Parse(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
