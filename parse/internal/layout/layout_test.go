package layout

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse/internal/corpus"
)

var formats = []Format{Auto, Plain, Markdown, PDF, Scraped}

// samples are the texts of the tests, one in each format.
func samples() map[Format]string {
	return map[Format]string{
		Plain:    "Lumen Lamps Privacy Notice\n\nLumen Lamps makes lamps.\n\nYour rights\n\nYou may ask us to:\n\n• see your data;\n• erase it.\n",
		Markdown: markdownText,
		PDF:      spaced(pdfLines),
		Scraped:  scrapedText,
	}
}

func ExampleScan() {
	text := "# Privacy\n\nWe collect:\n\n- your name;\n- your town.\n\n## Rights\n\nYou may object.\n"
	l := Scan(text, Auto)
	for i, b := range l.Blocks {
		fmt.Printf("%d: %q, introduced by %d\n", i, text[b.Start:b.End], b.Intro)
	}
	for _, s := range l.Sections {
		h := l.Blocks[s.Heading]
		fmt.Printf("level %d, parent %d: %s\n", s.Level, s.Parent, text[h.Start:h.End])
	}
	// Output:
	// 0: "Privacy", introduced by -1
	// 1: "We collect:", introduced by -1
	// 2: "your name;", introduced by 1
	// 3: "your town.", introduced by 1
	// 4: "Rights", introduced by -1
	// 5: "You may object.", introduced by -1
	// level 1, parent -1: Privacy
	// level 2, parent 0: Rights
}

func TestDetect(t *testing.T) {
	for format, text := range samples() {
		assert.Equal(t, format, Scan(text, Auto).Format, "%.40q", text)
		crlf := strings.ReplaceAll(text, "\n", "\r\n")
		assert.Equal(t, format, Scan(crlf, Auto).Format, "%.40q", crlf)
	}
	for _, text := range []string{"", " \n\n ", "We collect your name.", "a\nb\nc\n", "\xff\xfe"} {
		assert.Equal(t, Plain, Scan(text, Auto).Format, "%q", text)
	}
}

// Scan gives the same blocks whatever ends the lines.
func TestLineEnds(t *testing.T) {
	for format, text := range samples() {
		want := outline(text, Scan(text, format))
		for _, end := range []string{"\r\n", "\r"} {
			other := strings.ReplaceAll(text, "\n", end)
			l := Scan(other, format)
			checkLayout(t, other, l)
			assert.Equal(t, want, outline(other, l), "%q", end)
		}
		l := Scan("\ufeff"+text, format)
		assert.Equal(t, want, outline("\ufeff"+text, l), "byte order mark")
	}
}

func TestEmpty(t *testing.T) {
	for _, text := range []string{"", "\n\n", " \t\f\u00a0\u200b\ufeff", "---\n***\n|---|---|\n", "• \n(a)\n*\n"} {
		for _, f := range formats {
			l := Scan(text, f)
			checkLayout(t, text, l)
			if strings.IndexFunc(text, unicode.IsLetter) < 0 {
				assert.Empty(t, l.Blocks, "%q in format %d", text, f)
				assert.Zero(t, l.End)
			}
		}
	}
}

func TestEdges(t *testing.T) {
	tests := []struct{ text, want string }{
		{"  a b  ", "a b"},
		{"**a**", "a"},
		{"***a***", "a"},
		{"_**a**_", "a"},
		{"**a.** b", "**a.** b"},
		{"**a** and **b**", "**a** and **b**"},
		{"a **b**", "a **b**"},
		{"*a*<br>", "a"},
		{"a <br /> <BR>", "a"},
		{"a\\", "a"},
		{"a*", "a*"},
		{"**", ""},
		{"*", "*"},
		{"<br>", ""},
		{"\u00a0a\u200b\u00a0", "a"},
		{"é **ü**\ufeff", "é **ü**"},
	}
	for _, tt := range tests {
		i, j := trimEdges(tt.text, 0, len(tt.text), false)
		assert.Equal(t, tt.want, tt.text[i:j], "%q", tt.text)
	}
	i, j := trimEdges("| a | b ||", 0, 10, true)
	assert.Equal(t, "a | b", "| a | b ||"[i:j])
}

func TestItemMarker(t *testing.T) {
	tests := []struct {
		text  string
		found bool
		rest  string
	}{
		{"- a", true, "a"}, {"* a", true, "a"}, {"+ a", true, "a"}, {"\\* a", true, "a"}, {"– a", true, "a"}, {"— a", true, "a"},
		{"• a", true, "a"}, {"•a", true, "a"}, {"▪️ a", true, "a"}, {"\uf0b7a", true, "a"}, {"✓ a", true, "a"},
		{"1. a", true, "a"}, {"12) a", true, "a"}, {"(3) a", true, "a"}, {"1\\. a", true, "a"}, {"1.\u00a0a", true, "a"},
		{"a. a", true, "a"}, {"(b) a", true, "a"}, {"c) a", true, "a"}, {"iv. a", true, "a"}, {"(xii) a", true, "a"}, {"A. a", true, "a"},
		{"a", false, ""}, {"-a", false, ""}, {"**a** b", false, ""}, {"–a", false, ""}, {"1.2 a", false, ""}, {"1 a", false, ""},
		{"2020. a", false, ""}, {"(see) a", false, ""}, {"e.g. a", false, ""}, {"ab. a", false, ""}, {"1.a", false, ""},
		{"", false, ""}, {"(", false, ""}, {"\\", false, ""}, {"1", false, ""}, {"(a", false, ""}, {"€ 5", false, ""},
	}
	for _, tt := range tests {
		m, next := itemMarker(tt.text, 0, len(tt.text))
		assert.Equal(t, tt.found, m != 0, "%q", tt.text)
		if tt.found {
			assert.Equal(t, tt.rest, tt.text[next:], "%q", tt.text)
		}
	}
}

func TestNumbering(t *testing.T) {
	tests := []struct {
		text  string
		depth int
	}{
		{"1 Title", 1}, {"1. Title", 1}, {"1.2 Title", 2}, {"1.2. Title", 2}, {"10.2.3 Title", 3}, {"1.2) Title", 2}, {"1\\. Title", 1},
		{"3: Title", 1}, {"Article 3", 1}, {"Artikel 12 Titel", 1}, {"Section IV", 1}, {"Bijlage B", 1}, {"1.1 **Title**", 2},
		{"3rd party", 0}, {"24-hour help", 0}, {"2020 was", 0}, {"1.5", 0}, {"5 %", 0}, {"Sections of", 0}, {"Part of it", 0}, {"", 0}, {"Title", 0},
	}
	for _, tt := range tests {
		depth, next := numbering(tt.text, 0, len(tt.text))
		assert.Equal(t, tt.depth, depth, "%q", tt.text)
		assert.LessOrEqual(t, next, len(tt.text))
	}
}

// eachText calls f for every text below POLICY_CORPUS.
func eachText(tb testing.TB, f func(name, text string)) {
	root := corpus.Path(tb)
	for _, dir := range []string{"seeds", "wild", "wild-nl"} {
		files, err := filepath.Glob(filepath.Join(root, "corpus", dir, "*"))
		require.NoError(tb, err)
		require.NotEmpty(tb, files, dir)
		for _, file := range files {
			text, err := os.ReadFile(file)
			require.NoError(tb, err)
			f(dir+"/"+filepath.Base(file), string(text))
		}
	}
	file, err := os.Open(filepath.Join(root, "bench", "gdpr-transparency-200.jsonl"))
	require.NoError(tb, err)
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var d struct{ Doc, Text string }
		require.NoError(tb, json.Unmarshal(lines.Bytes(), &d))
		f("bench/"+d.Doc, d.Text)
	}
	require.NoError(tb, lines.Err())
}

func TestCorpus(t *testing.T) {
	n := 0
	eachText(t, func(name, text string) {
		n++
		for _, f := range formats {
			t.Run(fmt.Sprint(name, "/", f), func(t *testing.T) { checkLayout(t, text, Scan(text, f)) })
		}
		l := Scan(text, Auto)
		// Most of a text is read: a site's menus and a table of contents are small
		// beside it, but for the scraped page.
		body, all := 0, 0
		for _, b := range l.Blocks {
			all += b.End - b.Start
			if b.Role == Body {
				body += b.End - b.Start
			}
		}
		if l.Format != Scraped {
			assert.Greater(t, body*100, all*25, "%s: %d of %d bytes are body", name, body, all)
		}
		if len(text) > 10000 {
			assert.NotEmpty(t, l.Sections, name)
		}
	})
	assert.Greater(t, n, 250)
}

// The shapes of the five annotated texts, as a reader counts them.
func TestSeeds(t *testing.T) {
	tests := map[string]struct {
		format                            Format
		headings, items, rows, introduced int
	}{
		"dji-en-2014.md":     {Markdown, 16, 9, 7, 16},
		"dji-nl.txt":         {PDF, 17, 43, 0, 33},
		"kaios-nl-2017.txt":  {Plain, 14, 17, 0, 11},
		"xiaomi-nl-2021.txt": {Plain, 39, 108, 0, 97},
		"dji-en-2021.txt":    {Scraped, 27, 66, 0, 56},
	}
	seen := 0
	eachText(t, func(name, text string) {
		want, ok := tests[strings.TrimPrefix(name, "seeds/")]
		if !ok {
			return
		}
		seen++
		l := Scan(text, Auto)
		assert.Equal(t, want.format, l.Format, name)
		assert.Empty(t, unread(text, l), "%s: letters in no block", name)
		headings, items, rows, introduced := 0, 0, 0, 0
		for _, b := range l.Blocks {
			if b.Role != Body {
				continue
			}
			switch b.Kind {
			case Heading:
				headings++
			case Item:
				items++
			case Row:
				rows++
			}
			if b.Intro >= 0 {
				introduced++
			}
		}
		assert.Equal(t, want.headings, headings, "%s: headings", name)
		assert.Equal(t, want.items, items, "%s: items", name)
		assert.Equal(t, want.rows, rows, "%s: rows", name)
		assert.Equal(t, want.introduced, introduced, "%s: introduced", name)
	})
	if seen > 0 {
		assert.Equal(t, len(tests), seen)
	}
}
