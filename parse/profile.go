package parse

import (
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
// switches the detection of profiles off.
var Generic = &Profile{Name: "generic"}

// profiles are the built-in profiles, in the order of Profiles.
var profiles = [...]*Profile{dji, xiaomi, kaios}

// Profiles returns the built-in profiles.
func Profiles() []*Profile { return profiles[:len(profiles):len(profiles)] }

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
		n := 0
		for _, name := range p.names() {
			n += countFold(text, name, 4*minNamed)
		}
		if n > most {
			best, most = p, n
		}
	}
	return best
}

// names returns the words that stand for the publisher.
func (p *Profile) names() []string {
	names := p.Aliases
	if p.Organisation != "" {
		names = append([]string{p.Organisation}, names...)
	}
	return names
}

// countFold counts how often the word name stands in text, up to a limit, by
// letters without regard to case.
func countFold(text, name string, limit int) int {
	if name == "" {
		return 0
	}
	lower, upper := strings.ToLower(name), strings.ToUpper(name)
	n := 0
	for i := 0; i+len(name) <= len(text) && n < limit; {
		j := indexEither(text[i:], lower[0], upper[0])
		if j < 0 {
			break
		}
		i += j
		end := i + len(name)
		if end <= len(text) && strings.EqualFold(text[i:end], name) && (i == 0 || !words.IsLetter(text[i-1])) && (end == len(text) || !words.IsLetter(text[end])) {
			n++
		}
		i++
	}
	return n
}

func indexEither(s string, a, b byte) int {
	for i := 0; i < len(s); i++ {
		if s[i] == a || s[i] == b {
			return i
		}
	}
	return -1
}
