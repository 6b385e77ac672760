package layout

import "strings"

// format returns the format that text seems to be in, by what was counted in
// it; it never returns Auto.
func (st *stats) format(text string) Format {
	marks := st.hashes + st.rules + st.bolds
	if marks < 3 {
		marks += min(strings.Count(text, "]("), 3)
	}
	switch {
	case marks >= 3:
		return Markdown
	case st.twins >= 3 && st.twins*20 >= st.lines,
		st.lower >= 20 && st.upper*50 < st.lower:
		return Scraped
	case st.spaced():
		return PDF
	case st.bullets >= 3 && st.wrapped(), st.pages > 0 && st.wrapped():
		return PDF
	case marks > 0:
		return Markdown
	}
	return Plain
}

// spaced reports whether lines of one paragraph stand with empty lines between.
func (st *stats) spaced() bool {
	return st.broken[1] >= 3 && st.broken[1]*5 >= st.pairs[1] && st.overlong*20 <= st.lines
}

// wrapped reports whether paragraphs are broken into lines of about one width.
func (st *stats) wrapped() bool {
	if st.spaced() {
		return true
	}
	return st.broken[0] >= 2 && st.broken[0]*3 >= st.pairs[0] && st.overlong*20 <= st.lines
}
