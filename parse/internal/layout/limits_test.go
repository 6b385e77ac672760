package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hostile are texts made to be slow, each about n bytes long.
func hostile(n int) map[string]string {
	fill := func(unit string) string { return strings.Repeat(unit, n/len(unit)+1) }
	var deep, bullets, twins, runs strings.Builder
	for d := 0; deep.Len() < n; d++ {
		fmt.Fprintf(&deep, "%s- item %d\n", strings.Repeat(" ", d%2000), d)
	}
	for r := rune(0xE000); bullets.Len() < n; r++ {
		fmt.Fprintf(&bullets, "%c item\n", 0xE000+r%0x1900)
	}
	// Lines alike at both ends, which are no twins.
	for i := 0; twins.Len() < n; i++ {
		fmt.Fprintf(&twins, "we collect the data that is called by number %d in the list of all the data that we collect.\nwe say so.\nwe say so.\n", i)
	}
	for i := 0; runs.Len() < n; i++ {
		fmt.Fprintf(&runs, "%d Title\n\n", i%30)
	}
	return map[string]string{
		"one line":             fill("we collect your name and "),
		"one word":             fill("a"),
		"empty lines":          fill("\n"),
		"short lines":          fill("a\n"),
		"headings":             fill("# Rights\n"),
		"headings by shape":    fill("Your Rights\n\n"),
		"the same twice":       fill("we collect the name of every rider.\nwe collect the name of every rider.\n"),
		"sums":                 fill("your nameyour town\nyour name\nyour town\n") + fill("one two\n"),
		"growing sums":         strings.Repeat(fill("ab ")[:n/60]+"\n", 60),
		"alike at both ends":   twins.String(),
		"contents":             runs.String() + runs.String(),
		"nested lists":         deep.String(),
		"many bullets":         bullets.String(),
		"many bullets, spaced": strings.ReplaceAll(bullets.String(), "\n", "\n\n"),
		"open links":           fill("[a]("),
		"open link":            "[" + fill("](a "),
		"closed links":         fill("[a](b)"),
		"brackets":             fill("(") + fill(")"),
		"emphasis":             fill("*_") + "a" + fill("_*"),
		"stars":                fill("**a "),
		"open tags":            fill("<br "),
		"tags":                 fill("<br>"),
		"tag lines":            fill("<div>\n") + "text",
		"quotes":               fill(">") + "\n" + fill("> a\n"),
		"pipes":                fill("a|b\n---|---\n|"),
		"underlines":           fill("a\n=\n---\n"),
		"spaces":               fill(" ") + "a" + fill(" "),
		"form feeds":           fill("\f") + fill("a\f\n"),
		"colons":               fill("we collect:\n\n"),
		"buttons":              fill("back to top\n\n") + "text\n" + fill("menu\n"),
		"page numbers":         "We collect the name of every rider and we keep\n" + fill("12\n\n") + "it for a year.\n",
		"bare links":           "We keep\n" + fill("https://a.example\n\n"),
		"broken bytes":         fill("\xe2\x80\xff\n"),
		"carriage returns":     fill("a b\r"),
	}
}

// The work that depends on more than a line or a block is a small multiple of
// the text, and so is memory.
func TestLinear(t *testing.T) {
	for name, text := range hostile(1 << 20) {
		for _, f := range formats {
			s := scanner{text: text, format: f}
			l := s.scan()
			if !assert.LessOrEqual(t, s.work, 8*len(text), "%s in format %d", name, f) {
				continue
			}
			if f == Auto {
				checkLayout(t, text, l)
			}
			require.LessOrEqual(t, len(l.Blocks), strings.Count(text, "\n")+strings.Count(text, "\r")+1, name)
		}
	}
}

func TestLinearLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("large texts")
	}
	long := strings.Repeat("we collect your name, ", 10<<20/22)
	for name, text := range map[string]string{
		"a line of 10 MB":        long,
		"a bullet of 10 MB":      "* **" + long,
		"200,000 headings":       strings.Repeat("## What we keep of the rides that you make\n\n", 200_000),
		"200,000 titles":         strings.Repeat("What we keep of the rides that you make\n\n", 200_000),
		"200,000 nested items":   strings.Repeat("- a\n  - b\n    - c\n      - d\n", 50_000),
		"200,000 numbered items": strings.Repeat("1. a\n   (a) b\n       i. c\n       - d\n", 50_000),
	} {
		s := scanner{text: text}
		l := s.scan()
		checkLayout(t, text, l)
		assert.LessOrEqual(t, s.work, 8*len(text), name)
	}
}

// The number of allocations does not grow with the text.
func TestAllocs(t *testing.T) {
	for format, text := range samples() {
		for _, n := range []int{1, 100} {
			long := strings.Repeat(text, n)
			allocs := testing.AllocsPerRun(3, func() { Scan(long, format) })
			assert.LessOrEqual(t, allocs, 24.0, "format %d, %d times", format, n)
		}
	}
}

func FuzzScan(f *testing.F) {
	for format, text := range samples() {
		f.Add(text, uint8(format))
	}
	for _, text := range hostile(200) {
		f.Add(text, uint8(Auto))
		f.Add(text, uint8(Markdown))
	}
	f.Fuzz(func(t *testing.T, text string, format uint8) {
		l := Scan(text, Format(format%uint8(len(formats))))
		checkLayout(t, text, l)
		for _, b := range l.Blocks {
			require.True(t, hasWord(text, b.Start, b.End), "%q", text[b.Start:b.End])
		}
	})
}

func BenchmarkScan(b *testing.B) {
	for format, text := range samples() {
		text := strings.Repeat(text, 40)
		b.Run([]string{"Auto", "Plain", "Markdown", "PDF", "Scraped"}[format], func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Scan(text, Auto)
			}
		})
	}
}

func BenchmarkScanCorpus(b *testing.B) {
	var texts []string
	size := 0
	eachText(b, func(_, text string) {
		texts = append(texts, text)
		size += len(text)
	})
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			Scan(text, Auto)
		}
	}
}
