package jurisdiction

import (
	"slices"

	"golang.org/x/text/language"
)

// A Mark says how far a row of the data can be relied on. The zero Mark, the
// empty string, means that the row was read in its source. The row's note says
// what of it a mark concerns.
type Mark string

const (
	FromMemory Mark = "from memory" // not seen in a source when written down
	Contested  Mark = "contested"   // sources disagree
	Inferred   Mark = "inferred"    // follows from a source that does not say it
)

// The groups of EEA territories. A law can bind in one before the other.
const (
	EU   = "EU"   // member states of the European Union and what belongs to them
	EFTA = "EFTA" // states of the EEA Agreement outside the European Union
)

// A Territory is a part of a jurisdiction for a time.
type Territory struct {
	Place        Place
	Jurisdiction Code
	Group        string   // EU or EFTA in the EEA, "" elsewhere
	State        Place    // the state that the territory belongs to; Place itself for a state
	Interval     Interval // when law of the jurisdiction can bind there
	Source       string   // the act that the interval follows from
	Mark         Mark
	Note         string
}

// Territories returns the territories that the jurisdiction has or had, sorted
// by place and time. The intervals of one place do not overlap. In the EEA, the
// states are the territories that are their own State; the others are parts of
// them with an ISO 3166-1 code of their own to which the law extends. There are
// none if c is not [Code.Valid].
func (c Code) Territories() []Territory {
	var ts []Territory
	for _, t := range tables().territories {
		if t.Jurisdiction == c {
			ts = append(ts, t)
		}
	}
	return ts
}

// A Law is an instrument of a jurisdiction: an act, or rules under one. Acts that
// only amend others are among the [Rules], kind Amendment.
type Law struct {
	ID           string // stable: an id never changes its meaning
	Jurisdiction Code
	Citation     string // official number and place, as lawyers cite it
	Link         string // URL of the text, or "" if none is recorded
	Source       string // what was read to write the row
	// Applications say where and when the law binds those who process personal
	// data, which can be later than its entry into force.
	Applications []Application
}

// An Application is a time for which a law binds in a part of its jurisdiction.
type Application struct {
	Group    string // the group of territories, or "" for the whole jurisdiction
	Interval Interval
	Source   string // what the interval follows from
	Mark     Mark
	Note     string
}

// Laws returns the main laws of the jurisdiction, past, present and enacted for
// the future, in the order in which they came. There are none if c is not
// [Code.Valid].
func (c Code) Laws() []Law {
	var ls []Law
	for _, l := range tables().laws {
		if l.Jurisdiction == c {
			ls = append(ls, l.clone())
		}
	}
	return ls
}

func (l Law) clone() Law {
	l.Applications = slices.Clone(l.Applications)
	return l
}

// Name returns the name of the law in the language of t, or its English name if
// no other is recorded: Dutch for the laws of the EEA, for the GDPR all languages
// of the EEA, and the language of the jurisdiction for some.
func (l Law) Name(t language.Tag) string {
	return name(l.ID, t)
}

// Abbreviations returns the short forms of the law's name in the language of t,
// the usual one first, or the English ones if none is recorded: GDPR, in Dutch
// AVG.
func (l Law) Abbreviations(t language.Tag) []string {
	return slices.Clone(abbreviations(l.ID, t))
}

// naming is what something is called in one language.
type naming struct {
	language      language.Base
	name          string
	abbreviations []string
}

// name returns the name of a law or jurisdiction in the language of t, else in
// English, which comes first in the table. It is id itself if id is unknown.
func name(id string, t language.Tag) string {
	ns := tables().names[id]
	if len(ns) == 0 {
		return id
	}
	base, _ := t.Base()
	for _, n := range ns {
		if n.language == base {
			return n.name
		}
	}
	return ns[0].name
}

// abbreviations is like name, and takes the English ones also where the language
// has a name but no abbreviation.
func abbreviations(id string, t language.Tag) []string {
	ns := tables().names[id]
	if len(ns) == 0 {
		return nil
	}
	base, _ := t.Base()
	for _, n := range ns {
		if n.language == base && len(n.abbreviations) > 0 {
			return n.abbreviations
		}
	}
	return ns[0].abbreviations
}
