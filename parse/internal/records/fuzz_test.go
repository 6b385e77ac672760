package records

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/parse/internal/layout"
)

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"", "\xff(\x00", "# Lampworks Privacy Policy\n\nLast updated: 4/5/2022",
		"Lampworks GmbH & Co. KG (“Lamp”, “we”), 12 Wick Road, Lampville, CA 94000, is the data controller for users in California.",
		"Tel: +31 (0)20 555 01 23, privacy [at] lampworks [dot] com, [x](mailto:a@b.co?x) <https://a.nl/privacy>",
		"under thirteen (13) years; six (6) months; ISO/IEC 27001:2013; servers in the U.S.",
		"Wij, Lampenhuis B.V., bewaren uw gegevens twaalf maanden in Nederland. Kinderen jonger dan 16 jaar.",
		"(((((([[[[[[](](](](", "a.com.com@b.com.", "1-2-3-4-5-2022 2022-1-1-1", "Inc. Inc. Ltd., Co., Ltd. B.V. N.V.",
	} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, text string, dutch bool) {
		lang := "en"
		if dutch {
			lang = "nl"
		}
		check(t, text, Read(text, layout.Scan(text, layout.Auto), lang, nil))
	})
}

// Hostile texts take work in proportion to their length: ten times the text
// takes about ten times the looks at tokens.
func TestLinear(t *testing.T) {
	for _, part := range []string{
		"Inc. ", "Acme Inc., ", "(", "[", "[a](", "](", "@", "a@", "a@b.c ", "a.com.", "http://", "under ", "2022 ", "1/1/2022 ", "16 ", "the United States ",
		"(\"we\") ", "controller ", "Officer: ", "is Acme Ltd the controller ", "Privacy Policy ", "1 Main Street, ", "+1 ", "servers in Germany ", "for 1 year ",
		"a-", "A. ", "\"", "Jane ", "we are located in Japan ", "our site is hosted in Japan, ", "outside the EEA, including Japan, ", "our company, Acme Ltd, ", "representative in Germany ", "https://a.nl/privacy#", "a1@b.nl ",
	} {
		requireLinear(t, part, func(text string) *layout.Layout {
			return &layout.Layout{Blocks: []layout.Block{{End: len(text), Section: -1, Intro: -1}}, End: len(text)}
		}, func(n int) string { return strings.Repeat(part, n/len(part)+1) })
	}
	long := func(part string, n int) string { return strings.Repeat(part, n/len(part)+1) }
	for name, text := range map[string]func(n int) string{
		"of": func(n int) string {
			return "Contact our controller Acme at +31 20 5550123 in the " + long("of ", n) + "Germany."
		},
		"places":  func(n int) string { return "We transfer data to " + long("Germany, France, ", n) },
		"titles":  func(n int) string { return long("cookies ", n) + "Acme Privacy Policy" },
		"regions": func(n int) string { return "Our " + long("representative in the EU ", n) },
		"parties": func(n int) string {
			return long("representative in the EU ", n/2) + long("operated by Acme Inc. ", n/2)
		},
		"streets":  func(n int) string { return long("12 Main St., ", n) },
		"suites":   func(n int) string { return long("Suite 100, San Jose, CA 95110, USA. ", n) },
		"headings": func(n int) string { return "# " + long("Data *we* collect ", n) + "\n\n" + long("On 1 May 2020. ", n) },
	} {
		requireLinear(t, name, func(text string) *layout.Layout { return layout.Scan(text, layout.Auto) }, text)
	}
}

func requireLinear(t *testing.T, name string, shape func(text string) *layout.Layout, text func(n int) string) {
	t.Helper()
	steps := func(n int) int {
		text := text(n)
		r := newReader(text, shape(text), "en", nil)
		r.readAll()
		return r.steps
	}
	small, large := steps(20_000), steps(200_000)
	assert.Less(t, large, 12*small+1000, "%q: %d steps for 20 kB, %d for 200 kB", name, small, large)
}
