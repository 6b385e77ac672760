package parse

import (
	"slices"
	"strings"

	"example.com/policymodel/parse/internal/words"
)

// A Profile holds what is true of one publisher's policies and could not be
// known from the language: names, companies, product words. It adds to the
// general reading and never replaces it. A Profile must not be changed while
// it is in use.
type Profile struct {
	Name         string   // short name, in lower case; policy.Document.Profile
	Organisation string   // the name that the publisher goes by
	Aliases      []string // other names for the same, as they stand where "we" could
	Entities     []string // companies of the group, by their full names
	Products     []string // names of products and services, which are no companies
	Domains      []string // of its web sites, such as "dji.com"
	Terms        []Term   // words of its own for concepts of the taxonomy
}

// Generic is the profile of publishers that have none. Set in a Config, it
// switches the detection of profiles off. It must not be changed.
var Generic = &Profile{Name: "generic"}

// profiles are the built-in profiles, in the order of Profiles.
var profiles = [...]*Profile{dji, xiaomi, kaios}

// Profiles returns copies of the built-in profiles.
func Profiles() []*Profile {
	var all []*Profile
	for _, p := range profiles {
		c := *p
		c.Aliases, c.Entities, c.Products, c.Domains, c.Terms = slices.Clone(p.Aliases), slices.Clone(p.Entities), slices.Clone(p.Products), slices.Clone(p.Domains), slices.Clone(p.Terms)
		all = append(all, &c)
	}
	return all
}

// profileSample is the number of bytes in which publishers are looked for.
const profileSample = 1 << 15

// minNamed is how often a text names a publisher before it is taken for that
// publisher's own.
const minNamed = 8

// detectProfile returns the built-in profile of the publisher whose names the
// text is full of, else Generic.
func detectProfile(text string) *Profile {
	best, most := Generic, minNamed-1
	if len(text) > profileSample {
		text = text[:profileSample]
	}
	for _, p := range profiles {
		n := countFold(text, p.Organisation, 4*minNamed)
		for _, name := range p.Aliases {
			n += countFold(text, name, 4*minNamed)
		}
		if n > most {
			best, most = p, n
		}
	}
	return best
}

// countFold counts how often the word name, of ASCII letters, stands in text,
// up to a limit, without regard to case. It looks for the letter of the name
// that is rarest.
func countFold(text, name string, limit int) int {
	at := 0
	for i := range len(name) {
		if rarity(name[i]) > rarity(name[at]) {
			at = i
		}
	}
	if name == "" {
		return 0
	}
	n := 0
	for _, c := range [...]byte{name[at] | 0x20, name[at] &^ 0x20} {
		for from := 0; n < limit; {
			k := strings.IndexByte(text[from:], c)
			if k < 0 {
				break
			}
			start := from + k - at
			end := start + len(name)
			from += k + 1
			if start >= 0 && end <= len(text) && text[start]|0x20 == name[0]|0x20 && text[end-1]|0x20 == name[len(name)-1]|0x20 && strings.EqualFold(text[start:end], name) &&
				(start == 0 || !words.IsLetter(text[start-1])) && (end == len(text) || !words.IsLetter(text[end])) {
				n++
			}
		}
	}
	return n
}

// rarity tells how rare an ASCII letter is, in English and in Dutch.
func rarity(c byte) int { return strings.IndexByte("enatirodslghvkmubpwjczfyxq", c|0x20) }
