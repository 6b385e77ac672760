package jurisdiction

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// A Code names a jurisdiction. Its values are the codes that the facts of a
// policy use for their regions. The zero Code names none.
type Code string

const (
	// EEA is the European Economic Area: the member states of the European
	// Union with Iceland, Liechtenstein and Norway. Neither ISO 3166 nor BCP 47
	// has a code for it.
	EEA Code = "EEA"
	// California is the state of the United States, by its ISO 3166-2 code.
	California Code = "US-CA"
	// India is the Republic of India, by its ISO 3166-1 code.
	India Code = "IN"
	// Russia is the Russian Federation, by its ISO 3166-1 code.
	Russia Code = "RU"
)

// All returns the jurisdictions, in the order of their constants.
func All() []Code {
	return []Code{EEA, California, India, Russia}
}

// Parse returns the jurisdiction with the code s, in upper or lower case. Any
// other string is a [*ValueError], which for the name of a jurisdiction or a
// place inside one says what to write instead.
func Parse(s string) (Code, error) {
	for _, c := range All() {
		if strings.EqualFold(s, string(c)) {
			return c, nil
		}
	}
	codes := fmt.Sprint("write one of ", All())
	e := &ValueError{Kind: "jurisdiction", Value: s, Reason: "not one of the codes", Help: codes}
	if c, ok := codeByName(s); ok {
		e.Reason, e.Help = "a name, not a code", fmt.Sprintf("write %s", c)
	} else if p, err := ParsePlace(s); err == nil && p.String() != "" {
		e.Reason = "a place, not a jurisdiction"
		e.Help = codes + ", or ask ParsePlace and Place.Jurisdictions for the place's own"
	}
	return "", e
}

// codeByName finds a jurisdiction by a name or abbreviation in any language.
func codeByName(s string) (Code, bool) {
	for _, c := range All() {
		for _, n := range tables().names[string(c)] {
			if strings.EqualFold(s, n.name) || slices.ContainsFunc(n.abbreviations, func(a string) bool {
				return strings.EqualFold(s, a)
			}) {
				return c, true
			}
		}
	}
	return "", false
}

// Valid reports whether c is one of [All].
func (c Code) Valid() bool {
	return slices.Contains(All(), c)
}

// Name returns the name of the jurisdiction in the language of t: Dutch for
// Dutch tags, English for all others. It is c itself if c is not [Code.Valid].
func (c Code) Name(t language.Tag) string {
	return name(string(c), t)
}

// Abbreviation returns the jurisdiction's abbreviation in the language of t as
// in [Code.Name] (EEA, in Dutch EER), or "" if it has none.
func (c Code) Abbreviation(t language.Tag) string {
	if a := abbreviations(string(c), t); len(a) > 0 {
		return a[0]
	}
	return ""
}

// check returns a *ValueError unless c is valid.
func (c Code) check() error {
	if c.Valid() {
		return nil
	}
	_, err := Parse(string(c))
	if err == nil { // right letters, wrong case
		err = &ValueError{Kind: "jurisdiction", Value: string(c), Reason: "not a Code in upper case",
			Help: "use a constant or the result of Parse"}
	}
	return err
}
