package layout

import (
	"unicode"
	"unicode/utf8"
)

// A marker tells the style of a list item's marker, so that items of one list
// can be told from items of a list inside it. Bullets are their own character;
// ordered markers are one of the constants below plus orderedDot, …Paren or
// …Both.
type marker rune

const (
	ordered      marker = 0x200000 // above all characters
	orderedDigit        = ordered + 0
	orderedLower        = ordered + 1
	orderedUpper        = ordered + 2
	orderedDot          = 0 // 1.
	orderedParen        = 4 // 1)
	orderedBoth         = 8 // (1)
)

// digits reports whether the marker is a number.
func (m marker) digits() bool { return m >= ordered && m&3 == 0 }

// itemMarker returns the list marker at text[i:j] and the offset of what follows
// it. The marker is 0 where there is none.
func itemMarker(text string, i, j int) (m marker, next int) {
	if i < j && text[i] == '\\' { // an escaped * or -
		i++
	}
	if i >= j {
		return 0, i
	}
	c := text[i]
	switch {
	case c == '*' || c == '-' || c == '+':
		m, next = marker(c), i+1
	case c >= utf8.RuneSelf:
		r, n := utf8.DecodeRuneInString(text[i:j])
		if !isBullet(r) {
			return 0, i
		}
		next = i + n
		if next < j && text[next] == 0xEF { // a variation selector
			if r, n := utf8.DecodeRuneInString(text[next:j]); r == 0xFE0E || r == 0xFE0F {
				next += n
			}
		}
		if r != '–' && r != '—' {
			return marker(r), trimLeft(text, next, j)
		}
		m = marker(r)
	case c == '(' || isAlnum(c):
		m, next = orderedMarker(text, i, j)
	}
	if m == 0 || next < j && spaceAt(text, next) == 0 {
		return 0, i
	}
	return m, trimLeft(text, next, j)
}

func isAlnum(c byte) bool { return c-'0' < 10 || c|0x20-'a' < 26 }

// orderedMarker reads "1.", "1)", "(1)", "a.", "iv)" at text[i:j].
func orderedMarker(text string, i, j int) (m marker, next int) {
	both := text[i] == '('
	if both {
		i++
	}
	if i+1 < j && text[i+1]|0x20-'a' < 26 && !isRoman(text[i+1:i+2]) {
		return 0, i // a word, as most lines begin with
	}
	k := i
	for k < j && k-i < 5 && isAlnum(text[k]) {
		k++
	}
	if k == i || k == j {
		return 0, i
	}
	switch c := text[i]; {
	case c-'0' < 10:
		for p := i; p < k; p++ {
			if text[p]-'0' >= 10 {
				return 0, i
			}
		}
		if k-i > 3 {
			return 0, i // a year
		}
		m = orderedDigit
	case k-i > 1 && !isRoman(text[i:k]):
		return 0, i
	case c-'A' < 26:
		m = orderedUpper
	default:
		m = orderedLower
	}
	if text[k] == '\\' && k+1 < j { // 1\. escaped
		k++
	}
	switch {
	case both && text[k] == ')':
		m += orderedBoth
	case !both && text[k] == ')':
		m += orderedParen
	case !both && text[k] == '.':
		m += orderedDot
	default:
		return 0, i
	}
	return m, k + 1
}

// isRoman reports whether s is made of i, v and x alone, as the numbers of a
// list are.
func isRoman(s string) bool {
	for k := range len(s) {
		if c := s[k] | 0x20; c != 'i' && c != 'v' && c != 'x' {
			return false
		}
	}
	return true
}

// isBullet reports whether r is used as a list bullet.
func isBullet(r rune) bool {
	switch {
	case r == '•' || r == '·' || r == '‣' || r == '⁃' || r == '∙' || r == '–' || r == '—' || r == '■':
		return true
	case r >= 0x25A0 && r <= 0x25FF: // geometric shapes
		return true
	case r >= 0x2713 && r <= 0x2718 || r >= 0x27A1 && r <= 0x27BF || r >= 0x2B24 && r <= 0x2B25: // check marks, arrows
		return true
	}
	return r >= 0xE000 && r <= 0xF8FF // private use: bullets of symbol fonts
}

// numbering returns the depth of the section number at text[i:j] ("2" is 1,
// "2.1" is 2, "Article 3" is 1) and the offset of the title after it. The depth
// is 0 where there is no number or nothing after it.
func numbering(text string, i, j int) (depth, next int) {
	if i == j || text[i]-'0' >= 10 {
		return chapter(text, i, j)
	}
	k := i
	for depth < 9 {
		d := k
		for d < j && d-k < 3 && text[d]-'0' < 10 {
			d++
		}
		if d == k {
			break
		}
		depth++
		k = d
		if k < j && text[k] == '\\' {
			k++
		}
		if k >= j || text[k] != '.' {
			break
		}
		k++
	}
	if k < j && (text[k] == ')' || text[k] == ':') {
		k++
	}
	next = trimLeft(text, k, j)
	// "3rd", "24-hour" and "5 %" are no section numbers.
	if next == k || next >= j || !isTitleStart(text, next, j) {
		return 0, i
	}
	return depth, next
}

// chapter reads "Article 3", "Artikel 3", "Section IV" and their kin.
func chapter(text string, i, j int) (depth, next int) {
	if i == j || !chapterLetters[text[i]] {
		return 0, i
	}
	k := i
	for k < j && isLetterByte(text[k]) {
		k++
	}
	switch {
	case k-i < 4 || k-i > 10 || k+1 >= j || text[k] != ' ':
		return 0, i
	}
	word := text[i:k]
	k++
	d := k
	for d < j && d-k <= 4 && isAlnum(text[d]) {
		d++
	}
	if d == k || d-k > 4 || text[k]-'0' >= 10 && d-k > 1 && !isRoman(text[k:d]) || !isChapterWord(word) {
		return 0, i
	}
	return 1, d
}

// chapterLetters are those that the words of isChapterWord begin with.
var chapterLetters = [256]bool{
	'a': true, 'A': true, 'b': true, 'B': true, 'c': true, 'C': true, 'd': true, 'D': true,
	'h': true, 'H': true, 'p': true, 'P': true, 's': true, 'S': true,
}

func isChapterWord(s string) bool {
	switch lower(s) {
	case "article", "artikel", "section", "chapter", "hoofdstuk", "part", "deel", "annex", "appendix", "bijlage", "paragraaf":
		return true
	}
	return false
}

// equalFold reports whether s is the lower-case ASCII word w in any case.
func equalFold(s, w string) bool {
	if len(s) != len(w) {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if c-'A' < 26 {
			c |= 0x20
		}
		if c != w[i] {
			return false
		}
	}
	return true
}

// isTitleStart reports whether a title can start at text[i:j].
func isTitleStart(text string, i, j int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:j])
	return unicode.IsLetter(r) || r == '*' || r == '_' || r == '[' || r == '“' || r == '"' || r == '‘' || r == '\''
}
