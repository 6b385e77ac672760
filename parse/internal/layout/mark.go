package layout

import "strings"

// mark reads the markup at the edges of every line: heading marks, list
// markers, quotes, table pipes. Only list markers count outside Markdown.
func mark(text string, lines []line, markdown bool) {
	for k := range lines {
		l := &lines[k]
		if markdown && l.markdown(text) {
			continue
		}
		l.item(text)
	}
}

// item looks for a list marker at the start of the line.
func (l *line) item(text string) {
	m, next := itemMarker(text, l.start, l.end)
	if m == 0 || next >= l.end && m >= ordered {
		return
	}
	if n := headingMarks(text, next, l.end); n > 0 {
		l.form, l.level, l.start = formHeading, uint8(n), trimLeft(text, next+n, l.end)
		return
	}
	l.form, l.kind, l.start = formItem, m, next
	// "- a. Text" has two markers.
	if m < ordered {
		if m, next := itemMarker(text, next, l.end); m >= ordered && next < l.end {
			l.start = next
		}
	}
	l.first = firstClass(text, l.start, l.end)
}

// markdown reads the line's Markdown and reports whether nothing else is to be
// looked for.
func (l *line) markdown(text string) bool {
	i, j := l.start, l.end
	for i < j && text[i] == '>' {
		l.quote = true
		i = trimLeft(text, i+1, j)
		l.first = firstClass(text, i, j)
	}
	l.start = i
	if i == j {
		l.form = formRule
		return true
	}
	switch c := text[i]; c {
	case '#':
		if n := headingMarks(text, i, j); n > 0 {
			l.form, l.level = formHeading, uint8(n)
			i = trimLeft(text, i+n, j)
			for j > i && text[j-1] == '#' {
				j--
			}
			l.start, l.end = i, trimRight(text, i, j)
			return true
		}
	case '=', '-', '*', '_':
		n, solid := repeated(text, i, j)
		switch {
		case n < 2 || n < 3 && c != '=' && c != '-':
		case solid && c == '=':
			l.form, l.level = formUnderline, 1
			return true
		case solid && c == '-':
			l.form, l.level = formUnderline, 2
			return true
		case n >= 3:
			l.form = formRule
			return true
		}
		if c == '-' && isTableRule(text, i, j) {
			l.form, l.level = formRule, 1
			return true
		}
	case '|', ':':
		if isTableRule(text, i, j) {
			l.form, l.level = formRule, 1
			return true
		}
		if c == '|' {
			l.form = formRow
			return true
		}
	case '`', '~':
		if strings.HasPrefix(text[i:j], "```") || strings.HasPrefix(text[i:j], "~~~") {
			l.form = formFence
			return true
		}
	case '<':
		if onlyTags(text, i, j) {
			l.form = formFence
			return true
		}
	}
	return false
}

// repeated returns how often the character at text[i] stands in [i, j) if
// nothing but white space stands beside it, and whether there is no white
// space; otherwise 0.
func repeated(text string, i, j int) (n int, solid bool) {
	c := text[i]
	solid = true
	for ; i < j; i++ {
		switch text[i] {
		case c:
			n++
		case ' ', '\t':
			solid = false
		default:
			return 0, false
		}
	}
	return n, solid
}

// isTableRule reports whether [i, j) is the line below a table's head, such as
// "---|---".
func isTableRule(text string, i, j int) bool {
	pipe, dash := false, false
	for ; i < j; i++ {
		switch text[i] {
		case '|':
			pipe = true
		case '-':
			dash = true
		case ':', ' ', '\t':
		default:
			return false
		}
	}
	return pipe && dash
}

// onlyTags reports whether [i, j) holds markup tags and nothing else. An
// address in angle brackets is no tag.
func onlyTags(text string, i, j int) bool {
	for i < j {
		if text[i] != '<' {
			return false
		}
		k := strings.IndexByte(text[i:j], '>')
		if k < 2 {
			return false
		}
		if !isTag(text[i+1 : i+k]) {
			return false
		}
		i = trimLeft(text, i+k+1, j)
	}
	return true
}

// isTag reports whether s, what stands between < and >, is a tag of HTML.
func isTag(s string) bool {
	if strings.HasPrefix(s, "!") || strings.HasPrefix(s, "?") {
		return true
	}
	s = strings.TrimPrefix(s, "/")
	k := 0
	for k < len(s) && isAlnum(s[k]) {
		k++
	}
	if k < len(s) && s[k] != ' ' && s[k] != '/' {
		return false
	}
	for _, t := range [...]string{"div", "span", "br", "p", "a", "img", "table", "tbody", "thead", "tr", "td", "th", "ul", "ol", "li",
		"h1", "h2", "h3", "h4", "h5", "h6", "hr", "b", "i", "u", "strong", "em", "font", "center", "section", "article", "header", "footer",
		"nav", "main", "details", "summary", "figure", "iframe", "script", "style", "form", "input", "button", "svg"} {
		if equalFold(s[:k], t) {
			return true
		}
	}
	return false
}

// isURL reports whether s starts like a web or mail address.
func isURL(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") ||
		strings.HasPrefix(s, "mailto:") || strings.HasPrefix(s, "www.")
}
