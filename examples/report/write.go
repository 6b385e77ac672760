package main

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"
	"unicode/utf8"
)

var (
	//go:embed report.html
	layout string
	//go:embed report.css
	style string
	//go:embed report.js
	script string
)

// The page is built by html/template, which escapes all that comes from a policy by
// the place where it stands. Style and script are ours, and the only values that are
// not escaped.
var pageTemplate = template.Must(template.New("report").Funcs(template.FuncMap{
	"style":  func() template.CSS { return template.CSS(style) },
	"script": func() template.JS { return template.JS(script) },
	"policy": contentPolicy,
	"count":  count,
}).Parse(layout))

// contentPolicy allows the page its own style and script, by their hashes, and
// nothing else: should a text ever slip through the escaping, it runs nothing.
func contentPolicy() string {
	return "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script) +
		"; base-uri 'none'; form-action 'none'"
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// write writes the page, or nothing at all if it cannot be made.
func write(w io.Writer, p *Page) error {
	var page strings.Builder
	if err := pageTemplate.Execute(&page, p); err != nil {
		return err
	}
	_, err := io.WriteString(w, shown(page.String()))
	return err
}

// shown returns s as a page can hold it: control characters as their pictures, and
// what is no character as U+FFFD. HTML has no way to write these, however escaped.
func shown(s string) string {
	if strings.IndexFunc(s, unshowable) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case !unshowable(r):
			return r
		case r == '\r':
			return '\n'
		case r < 0x20:
			return 0x2400 + r // the pictures stand in the order of the codes
		}
		return utf8.RuneError
	}, strings.ReplaceAll(s, "\r\n", "\n"))
}

// unshowable reports whether HTML cannot hold r. That is U+FFFD too, since it is what
// ranging over a string gives for bytes that are not UTF-8.
func unshowable(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r <= 0x9f ||
		r == utf8.RuneError || r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef
}
