package reading

import (
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/taxonomy"
)

// sources tells how the data of s is obtained, as far as s or the heading above
// it says.
func (s *sentence) sources() sourceSet {
	if s.anaphor >= 0 && s.own.Any(lexicon.CueUse, lexicon.CueShare, lexicon.CueStore) && !s.own.Any(lexicon.CueCollect, lexicon.CueProvide) {
		return 0 // that was said before
	}
	if !s.cues.Any(lexicon.CueCollect, lexicon.CueProvide) && !(s.own.Has(lexicon.CueAutomatic) && s.own.Has(lexicon.CueSuch)) {
		if s.own.Any(lexicon.CueUse, lexicon.CueShare, lexicon.CueStore) {
			return 0
		}
		return s.announced()
	}
	var set sourceSet
	for _, m := range s.marks {
		if m.Entry.Kind == lexicon.Source {
			set |= sourceOf(m.Entry.ID)
		}
	}
	if set&(fromPerson|fromAutomatic) == fromPerson|fromAutomatic && s.own.Has(lexicon.CueProvide) {
		return set | fromUse
	}
	if set != 0 {
		return set
	}
	switch {
	case s.own.Has(lexicon.CueProvide) && s.own.Has(lexicon.CueAutomatic):
		return fromPerson | fromUse
	case s.own.Has(lexicon.CueProvide):
		return fromPerson
	case s.own.Has(lexicon.CueAutomatic):
		return fromAutomatic
	case s.heading != 0:
		return s.heading
	case s.cues.Has(lexicon.CueProvide):
		return fromPerson
	case s.cues.Has(lexicon.CueAutomatic):
		return fromAutomatic
	}
	return s.given
}

// announced returns the sources that the heading above s tells, or else what
// introduces its list.
func (s *sentence) announced() sourceSet {
	if s.heading != 0 {
		return s.heading
	}
	return s.given
}

// states reports whether a mark of a source says where data comes from, rather
// than when or how a person happens to give it.
func (s *sentence) states(m lexicon.Mark) bool {
	switch taxonomy.Source(m.Entry.ID) {
	case taxonomy.SourcePerson, taxonomy.SourceAutomatic:
		return s.own.Has(lexicon.CueOrigin) && !s.own.Any(lexicon.CueDelete, lexicon.CueRight) // "delete what we collected from you"
	}
	return s.cues.Any(lexicon.CueCollect, lexicon.CueProvide, lexicon.CueUse) || s.in(lexicon.InCollection)
}
