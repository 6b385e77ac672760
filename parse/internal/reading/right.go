package reading

import (
	"example.com/policymodel/parse/internal/lexicon"
)

// grants reports whether s may say what the person can ask for.
func (s *sentence) grants() bool {
	if s.own.Has(lexicon.CueWe) && !s.cues.Any(lexicon.CueYou, lexicon.CueRight, lexicon.CuePii) {
		return false // "we may delete certain records"
	}
	return s.cues.Has(lexicon.CueRight) || s.in(lexicon.InRights) && (s.fragment() || !s.own.Has(lexicon.CueThird))
}

// grantsRight reports whether s names a right of the person.
func (s *sentence) grantsRight() bool {
	for _, m := range s.marks {
		if m.Entry.Kind == lexicon.Right {
			return s.grants()
		}
	}
	return false
}
