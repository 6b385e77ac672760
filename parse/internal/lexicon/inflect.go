package lexicon

import (
	"slices"
	"strings"

	"example.com/policymodel/parse/internal/words"
)

// A form is an inflected word.
type form struct {
	word string
	form words.Form
}

// inflector makes the inflections of one language. Forms that do not exist in
// the language do no harm: no text has them.
type inflector interface {
	noun(word string) []form
	verb(infinitive string, irregular []string) []form
	gap() int // words that ".." stands for, at most
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

type english struct{}

func (english) gap() int { return englishGap }

func (english) noun(w string) []form {
	n := len(w)
	if n < 3 || w[n-1] == 's' && !strings.HasSuffix(w, "ss") {
		return spelling([]form{{w, words.Base}})
	}
	forms := []form{{w, words.Base}}
	switch {
	case w[n-1] == 'y' && !isVowel(w[n-2]):
		forms = append(forms, form{w[:n-1] + "ies", words.Plural})
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"):
		forms = append(forms, form{w + "es", words.Plural})
	default:
		forms = append(forms, form{w + "s", words.Plural})
	}
	return spelling(forms)
}

func (e english) verb(w string, irregular []string) []form {
	n := len(w)
	forms := e.noun(w)
	if w[n-1] == 's' && !strings.HasSuffix(w, "ss") {
		forms = append(forms, form{w + "es", words.Plural})
	}
	stem := w
	switch {
	case strings.HasSuffix(w, "ie"):
		forms = append(forms, form{w + "d", words.Participle}, form{w[:n-2] + "ying", words.Gerund})
	case strings.HasSuffix(w, "ee"):
		forms = append(forms, form{w + "d", words.Participle}, form{w + "ing", words.Gerund})
	case w[n-1] == 'e':
		stem = w[:n-1]
		forms = append(forms, form{w + "d", words.Participle}, form{stem + "ing", words.Gerund})
	case w[n-1] == 'y' && n > 1 && !isVowel(w[n-2]):
		forms = append(forms, form{w[:n-1] + "ied", words.Participle}, form{w + "ing", words.Gerund})
	default:
		forms = append(forms, form{w + "ed", words.Participle}, form{w + "ing", words.Gerund})
		if n > 2 && !isVowel(w[n-1]) && isVowel(w[n-2]) && !isVowel(w[n-3]) {
			double := w + w[n-1:]
			forms = append(forms, form{double + "ed", words.Participle}, form{double + "ing", words.Gerund})
		}
	}
	for _, past := range irregular {
		f := words.Participle
		if strings.HasSuffix(past, "ing") {
			f = words.Gerund
		}
		forms = append(forms, form{past, f})
	}
	return spelling(forms)
}

// spelling adds the American or British spelling of each form, and "3rd".
func spelling(forms []form) []form {
	for _, f := range forms {
		for _, pair := range [...][2]string{
			{"isation", "ization"}, {"ise", "ize"}, {"ising", "izing"}, {"yse", "yze"}, {"ysing", "yzing"},
			{"our", "or"}, {"ogue", "og"}, {"centre", "center"}, {"fulfil", "fulfill"}, {"cancell", "cancel"}, {"licence", "license"},
			{"programme", "program"}, {"defence", "defense"}, {"enrol", "enroll"}, {"cheque", "check"}, {"third", "3rd"},
		} {
			if i := strings.Index(f.word, pair[0]); i >= 0 && !strings.Contains(f.word, pair[1]) {
				forms = append(forms, form{f.word[:i] + pair[1] + f.word[i+len(pair[0]):], f.form})
			} else if i := strings.Index(f.word, pair[1]); i >= 0 && pair[1] != "or" {
				forms = append(forms, form{f.word[:i] + pair[0] + f.word[i+len(pair[1]):], f.form})
			}
		}
	}
	return forms
}

type dutch struct{}

func (dutch) gap() int { return dutchGap }

func (dutch) noun(w string) []form {
	n := len(w)
	forms := []form{{w, words.Base}}
	if n < 3 {
		return forms
	}
	add := func(s ...string) {
		for _, w := range s {
			forms = append(forms, form{w, words.Plural})
		}
	}
	add(w + "s")
	last := w[n-1]
	if last == 'e' && !strings.HasSuffix(w, "ere") { // derde, derden; "anderen" is no form of "andere"
		add(w + "n")
	}
	if last != 'e' || w[n-2] == 'i' || w[n-2] == 'e' { // categorie, categorieën; but "alleen" is no form of "alle"
		add(w + "e")
		if !strings.HasSuffix(w, "er") { // gebruiker, gebruikers; nor of "ander"
			add(w + "en")
		}
	}
	switch {
	case strings.HasSuffix(w, "heid"):
		add(w[:n-3] + "eden")
	case isVowel(last):
	case isVowel(w[n-2]) && n > 3 && w[n-3] == w[n-2]: // naam, namen
		stem := w[:n-2] + softened(last)
		add(stem+"en", stem+"e")
	case isVowel(w[n-2]) && (n < 3 || !isVowel(w[n-3])): // adres, adressen
		add(w+string(last)+"en", w+string(last)+"e")
	default: // bedrijf, bedrijven
		stem := w[:n-1] + softened(last)
		add(stem+"en", stem+"e")
	}
	return forms
}

// softened returns what a final consonant becomes before a vowel.
func softened(c byte) string {
	switch c {
	case 'f':
		return "v"
	case 's':
		return "z"
	}
	return string(c)
}

// verb makes the forms of an infinitive. Irregular verbs list theirs, the
// present first: "geven geef geeft gaf gaven gegeven".
func (d dutch) verb(w string, irregular []string) []form {
	forms := []form{{w, words.Base}, {w + "d", words.Gerund}, {w + "de", words.Gerund}}
	if len(irregular) > 0 {
		for _, f := range irregular {
			switch {
			case isParticiple(f, w):
				forms = append(forms, form{f, words.Participle}, form{f + "e", words.Participle})
			default:
				forms = append(forms, form{f, words.Finite})
			}
		}
		return forms
	}
	for _, stem := range d.stems(w) {
		forms = append(forms, form{stem, words.Finite}, form{stem + "t", words.Finite})
		for _, past := range [...]string{"de", "den", "te", "ten"} {
			forms = append(forms, form{stem + past, words.Participle})
		}
		for _, participle := range participles(stem) {
			forms = append(forms, form{participle, words.Participle}, form{participle + "e", words.Participle})
		}
	}
	return forms
}

// isParticiple reports whether an irregular form is the past participle of an
// infinitive: gegeven, opgeslagen, gebracht.
func isParticiple(form, infinitive string) bool {
	return form != infinitive && strings.Contains(form, "ge") && strings.HasSuffix(form, "en") ||
		strings.HasPrefix(form, "ge") && !strings.HasPrefix(infinitive, "ge") && (strings.HasSuffix(form, "d") || strings.HasSuffix(form, "t"))
}

// stems returns what may be the stem of a regular infinitive.
func (dutch) stems(w string) []string {
	stem := strings.TrimSuffix(strings.TrimSuffix(w, "n"), "e")
	n := len(stem)
	if n < 2 {
		return []string{stem}
	}
	switch last := stem[n-1]; {
	case n > 2 && stem[n-2] == last: // wissen, wis
		return []string{stem[:n-1]}
	case last == 'v':
		stem = stem[:n-1] + "f"
	case last == 'z':
		stem = stem[:n-1] + "s"
	}
	if isVowel(stem[n-2]) && (n < 3 || !isVowel(stem[n-3])) { // delen, deel; but leveren, lever
		return []string{stem, stem[:n-1] + stem[n-2:]}
	}
	return []string{stem}
}

// participles returns what may be the past participles of a stem.
func participles(stem string) []string {
	var out []string
	for _, t := range [...]string{"d", "t"} {
		p := stem
		if !strings.HasSuffix(stem, t) {
			p += t
		}
		if slices.ContainsFunc([]string{"be", "ge", "ver", "ont", "her", "er"}, func(s string) bool { return strings.HasPrefix(stem, s) }) {
			out = append(out, p)
			continue
		}
		out = append(out, "ge"+p)
		for _, particle := range particles {
			if rest, ok := strings.CutPrefix(p, particle); ok && len(rest) > 3 {
				out = append(out, particle+"ge"+rest)
			}
		}
	}
	return out
}

// particles are the separable first parts of Dutch verbs.
var particles = [...]string{"aan", "af", "bij", "bekend", "door", "deel", "in", "mee", "na", "om", "op", "over", "samen", "terug", "toe", "uit", "vast", "voor", "weg", "weer"}
