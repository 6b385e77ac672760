package parse

import "golang.org/x/text/language"

// functionWord tells in which language w is one of the short words that make
// up a large part of any text: English, Dutch, or another of the languages
// that share such words with them (French, German, Spanish, Italian,
// Portuguese).
func functionWord(w string) (en, nl, other int) {
	switch w {
	case "the", "and", "of", "to", "your", "you", "our", "or", "that", "this", "with", "for", "by", "not", "may", "from", "it", "us", "are", "on", "any":
		return 1, 0, 0
	case "de", "het", "een", "en", "van", "uw", "je", "wij", "die", "dat", "dit", "met", "voor", "niet", "ons", "onze", "te", "op", "kan", "bij", "aan", "ook", "als", "om", "zijn":
		return 0, 1, 0
	case "et", "les", "des", "une", "vos", "nous", "vous", "pour", "dans", "que", "par", "sur", "est", // French
		"und", "der", "das", "wir", "sie", "ihre", "von", "mit", "auf", "ist", "zu", "den", // German
		"los", "las", "del", "para", "por", "una", "sus", "dati", "che", "di", "ou": // Spanish, Italian, Portuguese
		return 0, 0, 1
	}
	return 0, 0, 0
}

// languageSample is the number of bytes that are looked at.
const languageSample = 1 << 16

// detectLanguage returns English, Dutch or Und.
func detectLanguage(text string) language.Tag {
	var word [5]byte
	n, total, en, nl, other := 0, 0, 0, 0, 0
	for i := 0; i < len(text) && i < languageSample; i++ {
		c := text[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= 0x80:
			if n < len(word) {
				word[n] = c | 0x20
			}
			n++
			continue
		case n > 1 && n < len(word):
			e, d, o := functionWord(string(word[:n]))
			en, nl, other = en+e, nl+d, other+o
		}
		if n > 0 {
			total++
		}
		n = 0
	}
	switch {
	case other > max(en, nl):
	case en >= nl && 20*en > total && en > 0:
		return language.English
	case 20*nl > total && nl > 0:
		return language.Dutch
	}
	return language.Und
}
