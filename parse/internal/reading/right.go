package reading

import (
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/taxonomy"
)

// grants reports whether s may say what the person can ask for.
func (s *sentence) grants() bool {
	if s.own.Has(lexicon.CueWe) && !s.cues.Any(1<<lexicon.CueYou|1<<lexicon.CueRight|1<<lexicon.CuePii) {
		return false // "we may delete certain records"
	}
	return s.cues.Has(lexicon.CueRight) || s.in(lexicon.InRights) && (s.fragment() || !s.own.Has(lexicon.CueThird))
}

// negated reports whether the clause of m, a right, has a negation outside of
// it: "you cannot access your data", but not "ask us not to use it".
func (s *sentence) negated(m lexicon.Mark) bool {
	c := s.clauseOf(m.First)
	if !s.said.Has(lexicon.CueNot) || !s.cuesOf(c).Has(lexicon.CueNot) {
		return false
	}
	for _, o := range s.cued {
		if o.First > c.last {
			break
		}
		if o.Entry.Is(lexicon.CueNot) && o.First >= c.first && (o.First < m.First || o.Last > m.Last) {
			return true
		}
	}
	return false
}

// grantsRight reports whether s names a right of the person.
func (s *sentence) grantsRight() bool { return s.grantsOther("") }

// grantsOther reports whether s names a right of the person other than r, not
// just as a remark: "newsletters (you can unsubscribe)".
func (s *sentence) grantsOther(r taxonomy.Right) bool {
	if !s.holds(lexicon.Right) {
		return false
	}
	for _, m := range s.facts {
		if m.Entry.Kind == lexicon.Right && m.Entry.ID != string(r) && !s.remark(int(m.First)) {
			return s.grants()
		}
	}
	return false
}

// remark reports whether word i stands in brackets that open within s.
func (s *sentence) remark(i int) bool {
	for ; i > 0 && s.ws[i].Before&words.Close == 0; i-- {
		if s.ws[i].Before&words.Open != 0 {
			return true
		}
	}
	return false
}
