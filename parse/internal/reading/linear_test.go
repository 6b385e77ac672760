package reading

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/policy"
)

// name returns the i-th of many made-up names.
func name(i int) string {
	s := []byte("Quaaaaaa")
	for k := 2; k < len(s); k++ {
		s[k] = "bcdfghjklmnprtvw"[i%16]
		i /= 16
	}
	return string(s)
}

// The pairs of marks in sentences and the looks for facts grow no faster than
// the text, whatever stands in it.
func TestLinear(t *testing.T) {
	for what, line := range map[string]func(i int) string{
		"names": func(i int) string { return "We share data with hosting providers such as " + name(i) + ".\n\n" },
		"names listed": func(i int) string {
			return "We share data with hosting providers such as " + name(i) + ", " + name(i+1) + " and "
		},
		"name items": func(i int) string { return "We share data with hosting providers:\n\n- " + name(i) + ": hosting\n" },
		"policies":   func(i int) string { return "See the privacy policy of " + name(i) + ".\n\n" },
		"headings":   func(i int) string { return "## " + name(i) + "\n\nWe collect your name.\n\n" },
		"regions":    func(i int) string { return "In California we share data with providers such as " + name(i) + ". " },
		"data":       func(int) string { return "we collect your name, e-mail address and location, " },
		"purposes":   func(int) string { return "we use data to improve, to market; to analyse and " },
		"negations":  func(int) string { return "we do not collect, share or sell data except as we do " },
		"questions":  func(int) string { return "Do we share? " },
		"rows":       func(i int) string { return "| " + name(i) + " | e-mail address | marketing |\n" },
		"deep lists": func(i int) string { return strings.Repeat(" ", i%50) + "- we collect:\n" },
	} {
		steps := func(n int) int {
			var b strings.Builder
			for i := 0; b.Len() < n; i++ {
				b.WriteString(line(i))
			}
			text := b.String()
			var x Reader
			x.Read(new(policy.Policy), text, layout.Scan(text, layout.Auto), lexicon.English(), Given{})
			return x.r.steps + x.r.facts.steps
		}
		one, two := steps(50_000), steps(100_000)
		assert.LessOrEqual(t, float64(two), 2.2*float64(one)+1000, fmt.Sprint(what, ": ", one, ", then ", two))
	}
}
