package source

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse/internal/corpus"
)

const prose = "Tulip Bikes collects your name and your e-mail address when you rent a bicycle. "

func utf16le(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

func utf16be(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteByte(byte(u >> 8))
		b.WriteByte(byte(u))
	}
	return b.String()
}

// cyrillic returns a text in a one-byte encoding of Cyrillic.
func cyrillic() string {
	return strings.Repeat("\xcf\xee\xeb\xe8\xf2\xe8\xea\xe0 \xea\xee\xed\xf4\xe8\xe4\xe5\xed\xf6\xe8\xe0\xeb\xfc\xed\xee\xf1\xf2\xe8. ", 30)
}

func TestCheckRefuses(t *testing.T) {
	page := "<div class=\"page\"><h1>Privacy</h1>" + strings.Repeat("<p>"+prose+"</p>\n", 20) + "</div>"
	tests := []struct {
		name, text string
		kind       Kind
		says       string // part of the error
	}{
		{"nothing", "", Empty, "holds no text"},
		{"white space", " \t\r\n\u00a0\u3000\n", Empty, "holds no text"},
		{"byte order mark alone", "\ufeff\n", Empty, "holds no text"},
		{"zero bytes alone", "\x00\x00\x00\x00", Empty, "holds no text"},
		{"PDF", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", PDF, "pdftotext"},
		{"PDF after a line", "\n%PDF-1.4\n", PDF, "looks like a PDF file"},
		{"DOCX", "PK\x03\x04\x14\x00\x06\x00[Content_Types].xml word/document.xml", ZIP, "Word (DOCX)"},
		{"OpenDocument", "PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.text", ZIP, "OpenDocument"},
		{"ZIP", "PK\x03\x04\x14\x00policy.txt", ZIP, "unpack it"},
		{"gzip", "\x1f\x8b\x08\x00\x00\x00", Gzip, "decompress"},
		{"bzip2", "BZh91AY&SY\x00", Gzip, "bzip2"},
		{"PNG", "\x89PNG\r\n\x1a\n\x00", Image, "PNG"},
		{"JPEG", "\xff\xd8\xff\xe0\x00\x10JFIF", Image, "JPEG"},
		{"WebP", "RIFF\x10\x00\x00\x00WEBPVP8 ", Image, "WebP"},
		{"RTF", "{\\rtf1\\ansi Privacy}", RTF, "plain text"},
		{"old Word", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", Binary, "old Office document"},
		{"page", "<!DOCTYPE html>\n<html><body>" + prose, HTML, "extract the text"},
		{"page after a comment", "\ufeff<!-- saved -->\n<html lang=en>" + prose, HTML, "markup"},
		{"XML", "<?xml version=\"1.0\"?><policy/>", HTML, "markup"},
		{"part of a page", page, HTML, "markup"},
		{"a list of a page", "<ul><li>Your name</li><li>Your kite's name</li></ul>", HTML, "markup"},
		{"UTF-16 with a mark", "\xff\xfe" + utf16le(prose), UTF16, "iconv"},
		{"UTF-16, little end first", utf16le(prose), UTF16, "iconv"},
		{"UTF-16, big end first", utf16be(prose), UTF16, "iconv"},
		{"binary", strings.Repeat("ab\x00\x01c", 200), Binary, "binary data"},
		{"binary without zeros", strings.Repeat("\x01\x02\xff\x03abc", 200), Binary, "binary data"},
		{"another encoding", cyrillic(), Encoding, "UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			inv, err := Check(tt.text, 0)
			assert.Zero(t, inv)
			var e *Error
			require.ErrorAs(t, err, &e)
			assert.Equal(t, tt.kind, e.Kind)
			assert.Equal(t, len(tt.text), e.Size)
			assert.LessOrEqual(t, e.Offset, len(tt.text))
			assert.Contains(t, err.Error(), tt.says)
			assert.True(t, strings.HasPrefix(err.Error(), "parse: input "), err.Error())
		})
	}
}

func TestCheckLimit(t *testing.T) {
	text := strings.Repeat("a", 100)
	_, err := Check(text, 99)
	assert.Equal(t, &Error{Kind: TooLarge, Size: 100, Limit: 99}, err)
	assert.EqualError(t, err, "parse: input of 100 bytes is longer than the limit of 99 bytes; raise the limit or pass the policy alone")
	for _, limit := range []int{100, 0, -1} {
		_, err = Check(text, limit)
		assert.NoError(t, err)
	}
}

func TestCheckAccepts(t *testing.T) {
	tests := []struct {
		name, text string
		want       Invalid
	}{
		{"a word", "x", Invalid{}},
		{"prose", prose, Invalid{}},
		{"byte order mark", "\ufeff" + prose, Invalid{}},
		{"Markdown with tags", "# Privacy\n\n<div>\n\n" + strings.Repeat("| Name<br>E-mail<br>Phone | <b>Contract</b> |\n", 40) + "\n</div>\n", Invalid{}},
		{"addresses in angle brackets", strings.Repeat("<https://tulip.example/p> <privacy@tulip.example>\n", 20), Invalid{}},
		{"comparison", strings.Repeat("children < 13 and > 3, a<b ", 50), Invalid{}},
		{"a script's first line", "<?php\n$title = 'Privacy';\n" + prose, Invalid{}},
		{"PDF in the text", prose + "%PDF- files are kept.", Invalid{}},
		{"a word that starts like bzip2", "BZh is short for Bureau Zuid-Holland.", Invalid{}},
		{"a stray zero", strings.Repeat(prose, 3) + "\x00" + prose, Invalid{}},
		{"Latin-1", "caf\xe9 en cr\xe8me, bureau " + prose, Invalid{3, 4, 2}},
		{"a run", prose + "\xff\xfe\xfd." + prose + "\xff", Invalid{len(prose), len(prose) + 3, 4}},
		{"a rune cut off", prose + "\xe2\x82", Invalid{len(prose), len(prose) + 2, 2}},
		{"U+FFFD itself is valid", prose + "\ufffd", Invalid{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			inv, err := Check(tt.text, 1<<20)
			require.NoError(t, err)
			assert.Equal(t, tt.want, inv)
		})
	}
}

func TestErrorText(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range []Kind{Empty, TooLarge, PDF, ZIP, Gzip, Image, RTF, HTML, UTF16, Encoding, Binary} {
		e := &Error{Kind: k}
		assert.False(t, seen[e.Error()], "%s: the same words as another kind", k)
		seen[e.Error()] = true
		if h := e.Hint(); h != "" {
			assert.True(t, strings.HasSuffix(e.Error(), "; "+h))
		}
	}
}

func TestCorpusIsText(t *testing.T) {
	root := corpus.Path(t)
	for dir, want := range map[string]int{"seeds": 5, "wild": 138, "wild-nl": 13} {
		files, err := filepath.Glob(filepath.Join(root, "corpus", dir, "*"))
		require.NoError(t, err)
		require.Len(t, files, want, dir)
		for _, f := range files {
			text, err := os.ReadFile(f)
			require.NoError(t, err)
			inv, err := Check(string(text), 16<<20)
			assert.NoError(t, err, f)
			assert.Equal(t, utf8.Valid(text), inv == Invalid{}, f)
		}
	}
	f, err := os.Open(filepath.Join(root, "bench", "gdpr-transparency-200.jsonl"))
	require.NoError(t, err)
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	n := 0
	for lines.Scan() {
		var d struct{ Doc, Text string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &d))
		_, err := Check(d.Text, 16<<20)
		assert.NoError(t, err, d.Doc)
		n++
	}
	require.NoError(t, lines.Err())
	assert.Greater(t, n, 90)
}

func TestCheckDoesNotAllocate(t *testing.T) {
	text := strings.Repeat(prose, 100) + "<br>\xff"
	assert.Zero(t, testing.AllocsPerRun(10, func() { Check(text, 0) }))
}

func FuzzCheck(f *testing.F) {
	for _, s := range []string{"", prose, "%PDF-1.4", "\xff\xfea\x00", "<html>", "<p><p><p><p><p><p><p><p>", cyrillic(), "<!-- <!--"} {
		f.Add(s, 1000)
	}
	f.Fuzz(func(t *testing.T, text string, limit int) {
		inv, err := Check(text, limit)
		if err != nil {
			e, ok := err.(*Error)
			require.True(t, ok)
			require.NotEmpty(t, e.Kind)
			require.LessOrEqual(t, 0, e.Offset)
			require.LessOrEqual(t, e.Offset, len(text))
			require.Zero(t, inv)
			return
		}
		require.Equal(t, utf8.ValidString(text), inv == Invalid{})
		if inv.Count > 0 {
			require.LessOrEqual(t, inv.End, len(text))
			require.LessOrEqual(t, inv.End-inv.Start, inv.Count)
			require.Equal(t, utf8.RuneError, []rune(text[inv.Start:inv.End])[0])
			require.True(t, utf8.ValidString(text[:inv.Start]))
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	for name, text := range map[string]string{
		"valid":   strings.Repeat(prose+"Café Zoë.\n", 2000),
		"damaged": "\xff" + strings.Repeat(prose+"Café Zoë.\n", 2000),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Check(text, 0); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
