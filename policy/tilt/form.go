package tilt

import (
	"net/url"
	"strings"

	"example.com/policymodel/taxonomy"
)

// The forms in this file are those of the schema's patterns and formats.

// isCountry reports whether s is two capital letters.
func isCountry(s string) bool {
	return len(s) == 2 && 'A' <= s[0] && s[0] <= 'Z' && 'A' <= s[1] && s[1] <= 'Z'
}

// isPhone reports whether s is digits with dots, slashes, hyphens and white
// space between them, up to four of the first in brackets, after plus signs.
func isPhone(s string) bool {
	s = strings.TrimPrefix(strings.TrimLeft(s, "+"), "(")
	digits := 0
	for digits < min(len(s), 4) && isDigit(s[digits]) {
		digits++
	}
	if digits == 0 {
		return false
	}
	return only(strings.TrimPrefix(s[digits:], ")"), "-./0123456789 \t\n\r\f\v")
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isEmail reports whether s is an address with a local part of atoms and a
// domain of host names, RFC 5321 section 4.1.2.
func isEmail(s string) bool {
	local, domain, ok := strings.Cut(s, "@")
	if !ok || len(s) > 254 || len(local) > 64 {
		return false
	}
	for atom := range strings.SplitSeq(local, ".") {
		if atom == "" || !only(atom, letters+"0123456789!#$%&'*+-/=?^_`{|}~") {
			return false
		}
	}
	for label := range strings.SplitSeq(domain, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' || !only(label, letters+"0123456789-") {
			return false
		}
	}
	return true
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// only reports whether s has no characters but those of set, which is ASCII.
func only(s, set string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !strings.ContainsRune(set, r) }) < 0
}

// isReference reports whether s is a URI reference, RFC 3986 section 4.1, with
// no address of version 6 in it.
func isReference(s string) bool {
	if s == "" || !only(s, letters+"0123456789-._~:/?#@!$&'()*+,;=%") {
		return false
	}
	_, err := url.Parse(s)
	return err == nil && strings.Count(s, "#") < 2
}

// reference returns a provision of the GDPR as TILT writes it: "Art. 6(1)(a)"
// is "GDPR-6-1-a".
func reference(c taxonomy.Citation) (string, bool) {
	article, ok := strings.CutPrefix(c.Provision, "Art. ")
	if c.Law != taxonomy.LawGDPR || !ok {
		return "", false
	}
	return "GDPR-" + strings.NewReplacer(")(", "-", "(", "-", ")", "").Replace(article), true
}
