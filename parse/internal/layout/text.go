package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A class is what the first or the last character of a run of text tells.
type class uint8

const (
	classNone   class = iota // nothing there
	classLower               // a lower-case letter
	classUpper               // an upper-case letter, or one of a script without case
	classDigit               // a digit
	classStop                // . ! …
	classAsk                 // ?
	classColon               // :
	classSemi                // ;
	classComma               // ,
	classHyphen              // - after a letter: a word broken at the line end, or a dash
	classOther               // anything else
)

// spaceAt returns the length of the white space, byte order mark or zero-width
// character at text[i:], or 0.
func spaceAt(text string, i int) int {
	switch c := text[i]; {
	case c == ' ' || c-'\t' < 5: // \t \n \v \f \r
		return 1
	case c < utf8.RuneSelf:
		return 0
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	if isBlank(r) {
		return n
	}
	return 0
}

// isBlank reports whether r leaves no mark on the page.
func isBlank(r rune) bool {
	switch r {
	case 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x00AD:
		return true
	}
	return unicode.IsSpace(r)
}

// trimLeft returns the first offset in [i, j) that holds no white space.
func trimLeft(text string, i, j int) int {
	for i < j {
		n := spaceAt(text, i)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// trimRight returns the offset after the last character in [i, j) that is no
// white space.
func trimRight(text string, i, j int) int {
	for i < j {
		c := text[j-1]
		if c < utf8.RuneSelf {
			if c != ' ' && c-'\t' >= 5 {
				break
			}
			j--
			continue
		}
		r, n := utf8.DecodeLastRuneInString(text[i:j])
		if !isBlank(r) {
			break
		}
		j -= n
	}
	return j
}

// trimEdges takes white space, hard line breaks, emphasis marks around the whole
// and, for a table row, pipes off both ends of [i, j).
func trimEdges(text string, i, j int, row bool) (int, int) {
	for {
		i = trimLeft(text, i, j)
		if row && i < j && text[i] == '|' {
			i++
			continue
		}
		break
	}
	for {
		j = trimRight(text, i, j)
		if i == j {
			return i, j
		}
		switch c := text[j-1]; {
		case c == '\\' || row && c == '|':
			j--
			continue
		case c == '>':
			if k := lineBreakTag(text, i, j); k < j {
				j = k
				continue
			}
		case c == '*' || c == '_':
			if n := emphasis(text, i, j); n > 0 {
				i, j = trimLeft(text, i+n, j-n), j-n
				continue
			}
		}
		return i, j
	}
}

// emphasis returns the length of the emphasis mark that opens at i and closes at
// j, with none of its kind between, or 0.
func emphasis(text string, i, j int) int {
	c := text[j-1]
	n := 0
	for n < 3 && i+n < j-n-1 && text[i+n] == c && text[j-n-1] == c {
		n++
	}
	if n == 0 || strings.Contains(text[i+n:j-n], text[i:i+n]) {
		return 0
	}
	return n
}

// lineBreakTag returns the start of the <br> tag that ends at j, or j.
func lineBreakTag(text string, i, j int) int {
	k := j - 1
	for k > i && (text[k-1] == '/' || text[k-1] == ' ') {
		k--
	}
	if k-3 >= i && text[k-3] == '<' && text[k-2]|0x20 == 'b' && text[k-1]|0x20 == 'r' {
		return k - 3
	}
	return j
}

// firstClass returns the class of the first character of [i, j) that is no
// opening quote, bracket or emphasis mark.
func firstClass(text string, i, j int) class {
	for i < j {
		c := text[i]
		switch {
		case c-'a' < 26:
			return classLower
		case c-'A' < 26:
			return classUpper
		case c-'0' < 10:
			return classDigit
		case c == '*' || c == '_' || c == '"' || c == '\'' || c == '(' || c == '[' || c == '\\':
			i++
			continue
		case c < utf8.RuneSelf:
			return classOther
		}
		r, n := utf8.DecodeRuneInString(text[i:j])
		switch {
		case unicode.IsLower(r):
			return classLower
		case unicode.IsLetter(r):
			return classUpper
		case unicode.In(r, unicode.Pi, unicode.Ps, unicode.Pf) || isBlank(r):
			i += n
			continue
		}
		return classOther
	}
	return classNone
}

// lastClass returns the class of the last character of [i, j) that is no
// closing quote, bracket or emphasis mark. The target of a link is passed over.
func lastClass(text string, i, j int) class {
	linked := false
	for i < j {
		c := text[j-1]
		switch {
		case c-'a' < 26:
			return classLower
		case c-'A' < 26:
			return classUpper
		case c-'0' < 10:
			return classDigit
		case c == '.' || c == '!':
			return classStop
		case c == '?':
			return classAsk
		case c == ':':
			return classColon
		case c == ';':
			return classSemi
		case c == ',':
			return classComma
		case c == '-':
			if j-2 >= i && isLetterByte(text[j-2]) {
				return classHyphen
			}
			return classOther
		case c == ')' && !linked:
			// Looking for one target is enough, and done once.
			linked = true
			if k := linkTarget(text, i, j); k < j {
				j = k
			} else {
				j--
			}
			continue
		case c == '*' || c == '_' || c == '"' || c == '\'' || c == ')' || c == ']' || c == '\\' || c == ' ':
			j--
			continue
		case c < utf8.RuneSelf:
			return classOther
		}
		r, n := utf8.DecodeLastRuneInString(text[i:j])
		switch {
		case r == '…' || r == '。':
			return classStop
		case unicode.IsLower(r):
			return classLower
		case unicode.IsLetter(r):
			return classUpper
		case unicode.In(r, unicode.Pf, unicode.Pe, unicode.Pi) || isBlank(r):
			j -= n
			continue
		}
		return classOther
	}
	return classNone
}

// linkTarget returns the offset of the ] before the link target that ends at j
// ("…](…)"), or j if there is none.
func linkTarget(text string, i, j int) int {
	for depth, k := 0, j-1; k > i; k-- {
		switch text[k] {
		case ')':
			depth++
		case '(':
			if depth--; depth == 0 {
				if text[k-1] == ']' {
					return k - 1
				}
				return j
			}
		case '\n':
			return j
		}
	}
	return j
}

func isLetterByte(c byte) bool { return c|0x20-'a' < 26 || c >= utf8.RuneSelf }

// containsFold reports whether s holds one of the lower-case ASCII words, in any
// case.
func containsFold(s string, words ...string) bool {
	first := uint32(0) // letters that words begin with
	for _, w := range words {
		first |= 1 << (w[0] & 31)
	}
	for i := range len(s) {
		if first>>(s[i]&31)&1 == 0 {
			continue
		}
		for _, w := range words {
			if s[i]|0x20 == w[0] && equalPrefix(s[i:], w) {
				return true
			}
		}
	}
	return false
}

// lastWord returns the letters at the end of [i, j).
func lastWord(text string, i, j int) string {
	k := j
	for k > i && isLetterByte(text[k-1]) {
		k--
	}
	return text[k:j]
}

// leavesOpen reports whether [i, j), a title or a sentence, ends with a word
// that leaves it open in English or Dutch. A question may end with most of them:
// "Whom we share it with".
func leavesOpen(text string, i, j int) bool {
	switch lower(lastWord(text, i, j)) {
	case "may", "the", "and", "or", "that", "including", "include", "includes", "following", "follows",
		"om", "te", "en", "het", "de", "een", "dat", "die", "zoals", "waaronder", "volgende", "namelijk":
		return true
	case "to", "for", "with", "by", "if", "when", "where", "as", "will", "can", "are", "is", "we", "from", "of", "through",
		"van", "voor", "met", "door", "als", "wanneer", "waar", "wij", "uit", "zijn", "kunnen", "via":
		return !asks(text, i, j)
	}
	return false
}

// asks reports whether [i, j) starts with a question word.
func asks(text string, i, j int) bool {
	k := i
	for k < j && isLetterByte(text[k]) {
		k++
	}
	switch lower(text[i:k]) {
	case "who", "whom", "what", "where", "which", "how", "why", "when", "with", "wie", "wat", "waar", "welke", "hoe", "waarom", "wanneer", "met":
		return true
	}
	return false
}

// lower returns a short ASCII word in lower case, "" for a longer one.
func lower(w string) string {
	var buf [12]byte
	if len(w) > len(buf) {
		return ""
	}
	for i := range len(w) {
		buf[i] = w[i]
		if w[i]-'A' < 26 {
			buf[i] |= 0x20
		}
	}
	return string(buf[:len(w)])
}

// hasWord reports whether [i, j) holds a letter or a digit.
func hasWord(text string, i, j int) bool {
	for i < j {
		c := text[i]
		if c < utf8.RuneSelf {
			if c|0x20-'a' < 26 || c-'0' < 10 {
				return true
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:j])
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return true
		}
		i += n
	}
	return false
}
