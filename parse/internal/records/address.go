package records

import "strings"

// maxAddress bounds how far an address is followed, in bytes, so that hostile
// text costs no more than a constant for each byte.
const maxAddress = 512

// address reads the URL that begins with the word text[start:i], and returns
// where to go on or 0.
func (s *scanner) address(start, i, end int) int {
	w := s.text[start:i]
	switch {
	case s.text[i] == ':' && strings.HasPrefix(s.text[i:end], "://") && (strings.EqualFold(w, "http") || strings.EqualFold(w, "https")):
		return s.url(start, i+3, end)
	case s.text[i] == '.' && len(w) == len("www") && strings.EqualFold(w, "www") && i+1 < end && !isSpace(s.text[i+1]):
		return s.url(start, i+1, end)
	}
	return 0
}

func (s *scanner) url(start, i, end int) int {
	j := addressEnd(s.text, i, end)
	if j == i {
		return 0
	}
	s.push(token{start: int32(start), end: int32(j), kind: url})
	return j
}

// addressEnd returns the end of the address that goes on at i: up to white
// space, a quote or a closing bracket, less trailing punctuation.
func addressEnd(text string, i, end int) int {
	j, depth := i, 0
loop:
	for ; j < end && j < i+maxAddress; j++ {
		switch c := text[j]; c {
		case '<', '>', '"', ']', '|', '\\', '*', '`', '{', '}':
			break loop
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				break loop
			}
		default:
			if c >= 0x80 || classes[c] == cSpace {
				break loop
			}
		}
	}
	for j > i && strings.IndexByte(".,;:!?'", text[j-1]) >= 0 {
		j--
	}
	return j
}

// domain reads the rest of a domain name, the full stop at i and the words
// around it: "example.com" and what follows it. It returns where to go on, or
// 0 if the full stop is an ordinary one.
func (s *scanner) domain(i, end int) int {
	const longest = len("info") // of the endings that isTopLevel knows
	j := i + 1
	for j < end && j <= i+longest+1 && isLetter(s.text[j]) {
		j++
	}
	if j == i+1 || j > i+1+longest {
		return 0
	}
	if j < end && (isDigit(s.text[j]) || s.text[j] == '-' && j+1 < end && isLetter(s.text[j+1])) || !isTopLevel(s.text[i+1:j]) || s.toAt(j, end) {
		return 0
	}
	k := len(s.toks)
	for k > 0 && int(s.toks[k-1].end) == s.at(k, i) && (s.toks[k-1].kind <= number || s.toks[k-1].is('-') || s.toks[k-1].is('.')) {
		k--
	}
	for k < len(s.toks) && s.toks[k].kind == mark {
		k++
	}
	if k == len(s.toks) {
		return 0
	}
	first := s.toks[k]
	switch {
	case j < end && s.text[j] == '/':
		j = addressEnd(s.text, j, end)
	case j+1 < end && s.text[j] == '.' && isLetter(s.text[j+1]): // "example.co.uk"
		j = addressEnd(s.text, j, end)
	}
	s.replace(k, token{start: first.start, end: int32(j), kind: url, flags: first.flags & (fSpace | fLine | fUpper)})
	return j
}

// toAt reports whether text[j:] goes on as the first part of an e-mail address:
// "jane.dev@…".
func (s *scanner) toAt(j, end int) bool {
	for n := 0; n < 64 && j < end && isLocal(s.text[j]); n++ {
		j++
	}
	return j < end && s.text[j] == '@'
}

// at returns where token k starts, i if it is the next one.
func (s *scanner) at(k, i int) int {
	if k == len(s.toks) {
		return i
	}
	return int(s.toks[k].start)
}

// isTopLevel reports whether s is an ending that makes "word.s" a domain
// rather than two sentences without a space between them.
func isTopLevel(s string) bool {
	switch s {
	case "com", "org", "net", "nl", "eu", "io", "co", "de", "uk", "be", "fr", "info", "gov", "edu", "app", "dev", "ai", "ch",
		"ru", "cn", "COM", "ORG", "NET", "NL", "EU":
		return true
	}
	return false
}

// email reads the e-mail address around the at sign at i, which replaces the
// tokens that its first part was read as.
func (s *scanner) email(i, end int) int {
	start := i
	for start > 0 && start > i-64 && isLocal(s.text[start-1]) {
		start--
	}
	for start < i && (s.text[start] == '.' || s.text[start] == '-' || s.text[start] == '_') {
		start++
	}
	k := len(s.toks)
	for k > 0 && int(s.toks[k-1].start) >= start && s.toks[k-1].kind != url && s.toks[k-1].kind != email {
		k--
	}
	if k == len(s.toks) || int(s.toks[k].start) != start && !strings.HasPrefix(s.text[start:], "_") {
		return 0
	}
	j := s.domainEnd(i+1, end)
	if j == 0 {
		return 0
	}
	s.replace(k, token{start: int32(start), end: int32(j), kind: email, flags: s.toks[k].flags & (fSpace | fLine)})
	return j
}

func isLocal(c byte) bool {
	return isLetter(c) || isDigit(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%'
}

// domainEnd returns the end of the domain name at i, 0 if there is none. Words
// that follow without a space are left out.
func (s *scanner) domainEnd(i, end int) int {
	text := s.text
	j, dot, known := i, 0, 0 // known is the end of the first ending that is known
	for j < end && j < i+255 && (isLetter(text[j]) || isDigit(text[j]) || text[j] == '-' || text[j] == '.') {
		if text[j] == '.' {
			if dot > 0 && known == 0 && isTopLevel(text[dot+1:j]) && text[dot+1:j] != "co" {
				known = j
			}
			if j == dot+1 || j == i {
				break
			}
			dot = j
		}
		j++
	}
	for j > i && (text[j-1] == '.' || text[j-1] == '-') {
		j--
	}
	switch last := strings.LastIndexByte(text[i:j], '.'); {
	case known > 0 && j > known && !isTopLevel(text[i+last+1:j]):
		return known
	case last <= 0 || j-(i+last) < 3:
		return 0
	default:
		return s.unglue(i+last+1, j)
	}
}

// unglue returns the end of the top-level domain text[i:j], without a function
// word that has lost the space before it: "comor".
func (s *scanner) unglue(i, j int) int {
	for k := i + 2; k <= i+4 && k+1 < j; k++ {
		if !isTopLevel(s.text[i:k]) {
			continue
		}
		w := strings.ToLower(s.text[k:j])
		if s.voc.find(hashOf(w)).tags&tStop != 0 {
			return k
		}
	}
	return j
}

// link reads the target of a Markdown link, from i on, whose label opens at
// token label.
func (s *scanner) link(i, end int, label int32) int {
	text := s.text[:min(end, i+4*maxAddress)]
	start, stop := i, -1
	j, depth := i, 0
	for ; depth >= 0; j++ {
		for j < len(text) && !targetMarks[text[j]] {
			j++
		}
		if j == len(text) {
			return 0
		}
		switch text[j] {
		case '(':
			depth++
		case ')':
			depth--
		case '\n':
			return 0
		case ']':
			if j+1 < end && s.text[j+1] == '(' { // this one is not closed
				return 0
			}
		default:
			if j == start && text[j] != '>' {
				start++
			} else if stop < 0 && text[j] != '<' { // a title follows
				stop = j
			}
		}
	}
	if stop < 0 {
		stop = j - 1
	}
	s.target(start, stop, label)
	for k := max(int(label), len(s.toks)-32); k < len(s.toks)-1; k++ {
		if s.toks[k].kind >= url {
			s.toks[k].flags |= fHidden
		}
	}
	return j
}

// targetMarks has the bytes that part or end the targets of links.
var targetMarks = func() (t [256]bool) {
	for c := range t {
		t[c] = isSpace(byte(c)) || strings.IndexByte("()]<>", byte(c)) >= 0
	}
	return t
}()

// target adds the token of a link's target, text[start:end].
func (s *scanner) target(start, end int, label int32) {
	t := token{start: int32(start), end: int32(end), kind: url, flags: fLink, value: label}
	if len(s.text[start:end]) > 7 && strings.EqualFold(s.text[start:start+7], "mailto:") {
		start += 7
		if q := strings.IndexByte(s.text[start:end], '?'); q >= 0 {
			end = start + q
		}
		if at := strings.IndexByte(s.text[start:end], '@'); at > 0 && s.domainEnd(start+at+1, end) == end {
			t.start, t.end, t.kind = int32(start), int32(end), email
		}
	}
	if t.start < t.end {
		s.push(t)
	}
}

// tag reads an HTML tag: nothing but the target of a link is kept of it.
func (s *scanner) tag(i, end int) int {
	t := s.text[i:min(end, i+512)]
	if len(t) < 3 || !isLetter(t[1]) && t[1] != '/' {
		return 0
	}
	quoted := false
	for n := 2; n < len(t); n++ {
		switch t[n] {
		case '"':
			quoted = !quoted
		case '<', '\n':
			return 0
		case '@', ':':
			if !quoted {
				return 0 // an address in angle brackets
			}
		case '>':
			if strings.HasPrefix(t, "<br") || strings.HasPrefix(t, "<BR") {
				s.flags |= fLine
			}
			s.flags |= fSpace
			if h := strings.Index(t[:n], `href="`); h >= 0 {
				if q := strings.IndexByte(t[h+6:n], '"'); q > 0 {
					s.target(i+h+6, i+h+6+q, -1)
				}
			}
			return i + n + 1
		}
	}
	return 0
}
