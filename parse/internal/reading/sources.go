package reading

import (
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/taxonomy"
)

// obtained tells how the data of s is obtained, as far as s or the heading above
// it says; 0 if s speaks of none.
func (s *sentence) obtained() sourceSet {
	if !s.holds(lexicon.Data) && !s.cues.Has(lexicon.CuePii) {
		return 0
	}
	return s.told()
}

// told does so for a sentence that speaks of data.
func (s *sentence) told() sourceSet {
	acts := s.own.Any(1<<lexicon.CueUse | 1<<lexicon.CueShare | 1<<lexicon.CueStore)
	if acts && s.anaphor >= 0 && !s.own.Any(1<<lexicon.CueCollect|1<<lexicon.CueProvide) {
		return 0 // that was said before
	}
	if !s.cues.Any(1<<lexicon.CueCollect|1<<lexicon.CueProvide) && !(s.own.Has(lexicon.CueAutomatic) && s.own.Has(lexicon.CueSuch)) {
		if acts {
			return 0
		}
		return s.announced()
	}
	var set sourceSet
	others := s.own.Has(lexicon.CueProvide) && s.othersProvide()
	if s.holds(lexicon.Source) {
		set = s.originsNamed(others)
	}
	if others {
		return set | fromThirdParty
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

// originsNamed returns the sources that s names; not the person if it is others
// who provide what s says is provided.
func (s *sentence) originsNamed(others bool) sourceSet {
	var set sourceSet
	for _, m := range s.facts {
		if m.Entry.Kind != lexicon.Source {
			continue
		}
		if of := sourceOf(m.Entry.ID); of != fromPerson || !others {
			set |= of
		}
	}
	return set
}

// othersProvide reports whether what s says is provided is provided by others
// than the person: "our partners may provide us with your age".
func (s *sentence) othersProvide() bool {
	others := false
	for _, m := range s.cued {
		switch {
		case m.Entry.Is(lexicon.CueProvide):
			return (others || s.othersBefore(m)) && !s.cuedFrom(lexicon.CueYou, m.First, m.Last)
		case m.Entry.Cues().Any(1<<lexicon.CueWe|1<<lexicon.CueYou) && !s.marksCue(m.First, lexicon.CueOblique):
			return false
		case m.Entry.Is(lexicon.CueThird):
			others = others || m.First <= maxOthers
		}
	}
	return false
}

// othersBefore reports whether the first recipient without a name comes before
// the cue m, as the subject of s may.
func (s *sentence) othersBefore(m lexicon.Mark) bool {
	for _, o := range s.facts {
		if o.Entry.Kind == lexicon.Recipient && o.Entry.Name == "" {
			return o.First <= maxOthers && (o.First < m.First || o.First == m.First && o.Last > m.Last)
		}
	}
	return false
}

// maxOthers is the number of words within which others are the subject of a
// sentence.
const maxOthers = 4

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
		return s.own.Has(lexicon.CueOrigin) && !s.own.Any(1<<lexicon.CueDelete|1<<lexicon.CueRight) // "delete what we collected from you"
	}
	return s.cues.Any(1<<lexicon.CueCollect|1<<lexicon.CueProvide|1<<lexicon.CueUse) || s.in(lexicon.InCollection)
}

// tellsSources reports whether s, which names no data, says where personal data
// comes from. An element of a list does so only in words of its own.
func (s *sentence) tellsSources() bool {
	if !s.cues.Has(lexicon.CuePii) {
		return false
	}
	if s.listed && !s.holds(lexicon.Source) && !s.own.Any(1<<lexicon.CueCollect|1<<lexicon.CueProvide|1<<lexicon.CueAutomatic|1<<lexicon.CueOrigin) {
		return false
	}
	return s.own.Has(lexicon.CueIf) || !s.own.Any(1<<lexicon.CueNot|1<<lexicon.CueDefine)
}
