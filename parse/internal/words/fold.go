package words

import "unicode/utf8"

// class of a byte in the scanner's eyes
const (
	other   = iota
	letter  // part of a word as it is
	capital // A-Z
	digit
	space
	high // first byte of a rune beyond ASCII
)

var classes = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= 'a' && c <= 'z':
			t[c] = letter
		case c >= 'A' && c <= 'Z':
			t[c] = capital
		case c >= '0' && c <= '9':
			t[c] = digit
		case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v':
			t[c] = space
		case c >= utf8.RuneSelf:
			t[c] = high
		}
	}
	return t
}()

// goesOn tells which bytes that are no ASCII letters may be part of a word.
var goesOn = func() (t [256]bool) {
	for c := range t {
		t[c] = classes[c] == digit || classes[c] == high || c == '\'' || c == ',' || addressMark[c]
	}
	return t
}()

// Latin letters beyond ASCII and what they fold to, from U+00C0.
const latin = "aaaaaaaceeeeiiiidnooooo*ouuuuyts" + "aaaaaaaceeeeiiiidnooooo*ouuuuyty" + // U+00C0 to U+00FF
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnn" + // U+0100 to U+0144
	"nnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" // U+0145 to U+017F

// foldRune returns what r folds to: an ASCII letter, 0 to drop r from the
// word, or a negative number if r is no part of a word. Letters of other
// scripts fold to themselves.
func foldRune(r rune) rune {
	switch {
	case r >= 0xC0 && r < 0xC0+rune(len(latin)):
		if c := latin[r-0xC0]; c != '*' {
			return rune(c)
		}
		return -1
	case r == 0xAD, r >= 0x200B && r <= 0x200D, r == 0x2060, r == 0xFEFF, r >= 0x300 && r <= 0x36F:
		return 0 // soft hyphen, zero width, combining mark
	case r < 0xC0, r >= 0x2000 && r < 0x2C00, r >= 0x3000 && r < 0x3040, r >= 0xE000 && r < 0xF900, r == utf8.RuneError, r >= 0xFE00 && r < 0xFE10, r >= 0x1F000 && r < 0x20000, r >= 0xFF00 && r < 0xFF21:
		return -1 // punctuation, symbols, private use, variation selectors, emoji
	}
	return r
}

// Fold returns s in lower case and without diacritics, as words are compared.
// What is no letter or digit stays as it is.
func Fold(s string) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		switch f := foldRune(r); {
		case r >= 'A' && r <= 'Z':
			b = append(b, byte(r)+'a'-'A')
		case r < utf8.RuneSelf || f < 0:
			b = utf8.AppendRune(b, r)
		case f > 0:
			b = utf8.AppendRune(b, f)
		}
	}
	return string(b)
}
