package source

import "strings"

// Markup is a page of HTML where its tags that make blocks (paragraphs, lists,
// tables) are at least minTags and stand no further apart than tagSpacing bytes
// on average. Markdown with some tags in it has fewer: on 250 policies in
// Markdown, the most had one in 2,000 bytes. A piece of a page may have fewer
// tags, where these stand closer.
const (
	minTags      = 8
	tagSpacing   = 300
	minClose     = 3
	closeSpacing = 100
)

// markup reports whether text is the markup of a page, and where it shows.
func markup(text string, start int) (at int, ok bool) {
	head := text[start:min(len(text), start+4096)]
	for strings.HasPrefix(head, "<!--") { // comments before the page
		k := strings.Index(head, "-->")
		if k < 0 {
			break
		}
		head = strings.TrimLeft(head[k+3:], " \t\r\n")
	}
	for _, p := range [...]string{"<!doctype html", "<html", "<?xml", "<head>", "<body", "<rss", "<svg"} {
		if len(head) >= len(p) && strings.EqualFold(head[:len(p)], p) {
			return start, true
		}
	}
	tags, first := 0, -1
	for i := start; ; {
		k := strings.IndexByte(text[i:], '<')
		if k < 0 {
			break
		}
		i += k + 1
		if isBlockTag(text[i:min(len(text), i+12)]) {
			if first < 0 {
				first = i - 1
			}
			tags++
		}
	}
	size := len(text) - start
	return first, tags >= minTags && tags*tagSpacing >= size || tags >= minClose && tags*closeSpacing >= size
}

// isBlockTag reports whether s, what follows a <, is the tag of an element that
// makes a block or heads a page.
func isBlockTag(s string) bool {
	s = strings.TrimPrefix(s, "/")
	k := 0
	for k < len(s) && (s[k]|0x20-'a' < 26 || s[k]-'0' < 10) {
		k++
	}
	if k == 0 || k == len(s) || s[k] != '>' && s[k] != ' ' && s[k] != '\n' && s[k] != '\t' && s[k] != '/' {
		return false
	}
	switch name := s[:k]; len(name) {
	case 1:
		return name[0]|0x20 == 'p'
	case 2:
		switch lower := [2]byte{name[0] | 0x20, name[1] | 0x20}; string(lower[:]) {
		case "li", "ul", "ol", "td", "th", "tr", "dd", "dt", "dl":
			return true
		}
		return name[0]|0x20 == 'h' && name[1]-'1' < 6
	default:
		for _, w := range [...]string{"div", "span", "table", "tbody", "section", "article", "script", "style", "meta", "link", "title", "head", "body", "html", "nav", "header", "footer", "form"} {
			if strings.EqualFold(name, w) {
				return true
			}
		}
	}
	return false
}
