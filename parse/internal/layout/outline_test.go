package layout

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// outline prints one block a line: its kind with its depth, = for a duplicate or
// - for chrome, the introducing block's number as <n, and the first and last
// words.
func outline(text string, l *Layout) string {
	var out strings.Builder
	for i, b := range l.Blocks {
		fmt.Fprintf(&out, "%d %c", i, "PHIR"[b.Kind])
		if b.Depth > 0 {
			fmt.Fprint(&out, b.Depth)
		}
		out.WriteString([]string{"", "-", "="}[b.Role])
		if b.Intro >= 0 {
			fmt.Fprintf(&out, "<%d", b.Intro)
		}
		words := strings.Fields(text[b.Start:b.End])
		if len(words) > 6 {
			words = append(append(words[:3:3], "…"), words[len(words)-2:]...)
		}
		fmt.Fprintf(&out, " %s\n", strings.Join(words, " "))
	}
	return out.String()
}

// checkOutline scans text and compares its outline with want, both indented as
// it suits the test.
func checkOutline(t *testing.T, text string, format Format, want string) *Layout {
	t.Helper()
	l := Scan(text, Auto)
	assert.Equal(t, format, l.Format, "format")
	var lines []string
	for _, line := range strings.Split(strings.TrimSpace(want), "\n") {
		lines = append(lines, strings.TrimSpace(line)+"\n")
	}
	assert.Equal(t, strings.Join(lines, ""), outline(text, l))
	checkLayout(t, text, l)
	return l
}

// checkLayout checks what is true of every layout.
func checkLayout(t *testing.T, text string, l *Layout) {
	t.Helper()
	require.NotEqual(t, Auto, l.Format)
	end, first, last := 0, -1, 0
	for i := range l.Blocks {
		if fault := blockFault(text, l, i, end); fault != "" {
			t.Fatalf("block %d: %s: %+v", i, fault, l.Blocks[i])
		}
		b := &l.Blocks[i]
		end = b.End
		if b.Role == Body {
			if first < 0 {
				first = b.Start
			}
			last = b.End
		}
	}
	require.Equal(t, max(first, 0), l.Start)
	require.Equal(t, last, l.End)
	for i := range l.Sections {
		if fault := sectionFault(l, i); fault != "" {
			t.Fatalf("section %d: %s: %+v", i, fault, l.Sections[i])
		}
	}
}

// blockFault says what is wrong with block i, which may start at end.
func blockFault(text string, l *Layout, i, end int) string {
	b := &l.Blocks[i]
	switch {
	case b.Start < end:
		return "starts in the one before"
	case b.Start >= b.End:
		return "empty"
	case b.End > len(text):
		return "ends after the text"
	case strings.TrimSpace(text[b.Start:b.End]) != text[b.Start:b.End]:
		return "white space at its ends"
	case b.Kind == Heading && (b.Depth < 1 || b.Depth > maxLevel), b.Kind == Item && b.Depth < 1,
		(b.Kind == Paragraph || b.Kind == Row) && b.Depth != 0:
		return "depth"
	case b.Intro < -1 || b.Intro >= i:
		return "introduction out of range"
	case b.Section < -1 || b.Section >= len(l.Sections):
		return "section out of range"
	}
	if b.Intro >= 0 {
		in := &l.Blocks[b.Intro]
		switch {
		case b.Kind != Item && b.Kind != Row:
			return "introduced"
		case in.Role != Body || in.Kind == Heading:
			return "introduced by what is no text"
		case b.Kind == Item && in.Kind == Item && in.Depth >= b.Depth:
			return "introduced by an item that is not above it"
		}
	}
	if b.Section >= 0 {
		if s := &l.Sections[b.Section]; b.Start < s.Start || b.Role == Body && b.End > s.End {
			return "outside its section"
		}
	}
	return ""
}

// sectionFault says what is wrong with section i.
func sectionFault(l *Layout, i int) string {
	s := &l.Sections[i]
	h := &l.Blocks[s.Heading]
	switch {
	case h.Kind != Heading || h.Depth != s.Level || h.Start != s.Start || h.Section != i:
		return "not the section of its heading"
	case s.Parent < -1 || s.Parent >= i:
		return "parent out of range"
	case i > 0 && s.Start <= l.Sections[i-1].Start:
		return "out of order"
	}
	if s.Parent >= 0 {
		if p := &l.Sections[s.Parent]; p.Level >= s.Level || p.Start >= s.Start || s.End > p.End {
			return "not inside its parent"
		}
	}
	return ""
}

// unread returns the letters of text that stand in no block, but for list
// markers and what a Markdown table or fence needs.
func unread(text string, l *Layout) string {
	var out strings.Builder
	from := 0
	for i := 0; i <= len(l.Blocks); i++ {
		to := len(text)
		if i < len(l.Blocks) {
			to = l.Blocks[i].Start
		}
		between := text[from:to]
		// A marker is the last word before a block: "iv.", "(b)".
		words := strings.Fields(between)
		for n := len(words) - 1; n >= 0 && n >= len(words)-2 && i < len(l.Blocks); n-- {
			if utf8.RuneCountInString(words[n]) <= 6 {
				words = words[:n]
			}
		}
		for _, w := range words {
			if strings.IndexFunc(w, unicode.IsLetter) >= 0 && w != "<br>" {
				out.WriteString(w + " ")
			}
		}
		if i < len(l.Blocks) {
			from = l.Blocks[i].End
		}
	}
	return out.String()
}
