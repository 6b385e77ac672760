package words

// maxAddress bounds how far an address is followed, so that hostile input
// costs no more than a constant for each word.
const maxAddress = 2048

// addressMark holds the bytes within an address that are no letters or digits.
var addressMark = [256]bool{'.': true, ':': true, '@': true, '_': true, '+': true, '-': true}

// addressAt returns the offset after a URL, domain or e-mail address that
// starts at i and has its first mark at j, or 0 if there is none.
func addressAt(text string, i, j, end int) int {
	switch text[j] {
	case ':':
		if hasPrefix(text[j:end], "://") || text[i:j] == "mailto" {
			return addressEnd(text, j+1, end)
		}
	case '@':
		return addressEnd(text, j+1, end)
	default:
		// the local part of an e-mail address, www.example.com or example.com
		k, dot := j, 0
		for k < end && k < i+64 && isAddressByte(text[k]) {
			if text[k] == '.' {
				dot = k
			}
			k++
		}
		switch {
		case k < end && text[k] == '@' && k+1 < end && classes[text[k+1]] != space:
			return addressEnd(text, k+1, end)
		case text[j] == '.' && (text[i:j] == "www" || text[i:j] == "WWW"):
			return addressEnd(text, j, end)
		case dot > 0 && topLevel(text[dot+1:k]):
			if k < end && text[k] == '/' {
				return addressEnd(text, k, end)
			}
			return k
		}
	}
	return 0
}

func isAddressByte(c byte) bool {
	return classes[c] == letter || classes[c] == capital || classes[c] == digit || c == '.' || c == '_' || c == '-' || c == '+' || c == '%'
}

// addressEnd returns the end of the address that goes on at i: up to white
// space or a bracket, less trailing punctuation.
func addressEnd(text string, i, end int) int {
	j := i
	for j < end && j < i+maxAddress && classes[text[j]] != space && classes[text[j]] != high {
		switch text[j] {
		case '<', '>', '"', ')', ']', '|', '\\', '*', '`':
			goto trim
		}
		j++
	}
trim:
	for j > i && (text[j-1] == '.' || text[j-1] == ',' || text[j-1] == ';' || text[j-1] == ':' || text[j-1] == '!' || text[j-1] == '?' || text[j-1] == '\'') {
		j--
	}
	return j
}

// topLevel reports whether s is an ending that makes "word.s" a domain rather
// than two sentences that lost the space between them.
func topLevel(s string) bool {
	switch s {
	case "com", "org", "net", "nl", "eu", "io", "co", "de", "uk", "be", "fr", "app", "dev", "gov", "edu", "info", "html", "htm", "php", "pdf", "ai", "tv", "ru", "cn", "ca", "nu", "ie", "se", "fi", "ch", "at", "dk", "no",
		"COM", "ORG", "NET", "NL", "EU":
		return true
	}
	return false
}

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }
