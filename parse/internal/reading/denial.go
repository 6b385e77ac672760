package reading

import (
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
)

// exceptBefore reports whether an exception starts before word i: after the
// negation or at the start of s, but not "we only use those that do not share".
func (s *sentence) exceptBefore(i int32) bool {
	if !s.said.Has(lexicon.CueExcept) {
		return false
	}
	denied := int32(-1)
	if !s.denyList {
		denied = s.firstNot()
	}
	for k := range s.clauses {
		if s.clauses[k].first > i {
			break
		}
		if first := s.clauses[k].first; s.clauses[k].exception && (first > denied || first == 0) {
			return true
		}
	}
	return false
}

// excepted reports whether an exception starts between m and the last negation
// before it: "no cookies except session cookies".
func (s *sentence) excepted(m lexicon.Mark) bool {
	if !s.said.Has(lexicon.CueExcept) {
		return false
	}
	not := int32(-1)
	for _, o := range s.cued {
		if o.First >= m.First {
			break
		}
		if o.Entry.Is(lexicon.CueNot) {
			not = o.First
		}
	}
	for k := s.clauseNo(m.First); k >= 0 && s.clauses[k].first > not; k-- {
		if s.clauses[k].exception {
			return not >= 0
		}
	}
	return false
}

// firstNot returns the word at which the first negation of s begins, or
// len(s.ws) if there is none.
func (s *sentence) firstNot() int32 {
	if i := s.firstCue(1 << lexicon.CueNot); i >= 0 {
		return i
	}
	return int32(len(s.ws))
}

// negation returns the mark of the first negation in c; ok is false if there is
// none.
func (s *sentence) negation(c *clause) (not lexicon.Mark, ok bool) {
	for _, m := range s.cued {
		if m.Entry.Is(lexicon.CueNot) && m.First >= c.first && m.Last <= c.last {
			return m, true
		}
	}
	return lexicon.Mark{}, false
}

// denied reports whether the text denies what word i is part of: a negation
// in its clause together with one of the actions, no exception before it.
func (s *sentence) denied(i int32, actions lexicon.CueMask) bool {
	if s.exceptBefore(i) {
		return false
	}
	if s.denies(i, actions) {
		return true
	}
	c := s.clauseOf(i)
	return s.denyList && (!s.cuesOf(c).Has(lexicon.CueNot) || c.conditional)
}

// denies reports whether the clause of word i negates one of the actions: the
// one that follows the negation or one that is joined to it, "not collect or
// share", but not "not keep what you share".
func (s *sentence) denies(i int32, actions lexicon.CueMask) bool {
	c := s.clauseOf(i)
	if s.elliptic(i) {
		return true
	}
	if !s.cuesOf(c).Has(lexicon.CueNot) || c.conditional || !s.cuesOf(c).Any(actions) {
		return false
	}
	not, last := false, int32(-1)
	for _, m := range s.cued {
		if m.First < c.first {
			continue
		}
		if m.First > c.last || m.First >= i && last >= 0 {
			break
		}
		cues := m.Entry.Cues()
		if cues.Has(lexicon.CueNot) {
			not = not || !s.bracketed(m)
		}
		if !cues.Any(deniable) {
			continue
		}
		if !not || last >= 0 && m.First > last+1 && s.ws[m.First].Before&words.Comma == 0 && !s.joins(int(m.First)-1) && !s.joins(int(m.First)-2) {
			continue
		}
		if cues.Any(actions) {
			return true
		}
		last = m.First
	}
	return last < 0
}

// deniesElse reports whether a negation stands before word i in its clause and
// what it denies is none of what is done with data, which may yet be named
// behind i: "we cannot open files that you store".
func (s *sentence) deniesElse(i int32) bool {
	c, not := s.clauseOf(i), int32(-1)
	for _, m := range s.cued {
		if m.First < c.first {
			continue
		}
		if m.First > c.last || m.First >= i {
			break
		}
		switch cues := m.Entry.Cues(); {
		case not < 0 && cues.Has(lexicon.CueNot) && !s.bracketed(m):
			not = m.Last
		case not >= 0 && cues.Any(deniable):
			return false
		}
	}
	if not < 0 || !s.marksCue(not, lexicon.CueNotVerb) {
		return false
	}
	return i-not > nearNot || s.cuedFrom(lexicon.CueCollect, i, c.last) || s.cuedFrom(lexicon.CueStore, i, c.last)
}

// nearNot is up to how many words behind "not" data without a verb is denied:
// "not your name".
const nearNot = 3

// deniable are the cues of what is done with data and may be denied.
const deniable lexicon.CueMask = 1<<lexicon.CueCollect | 1<<lexicon.CueUse | 1<<lexicon.CueShare | 1<<lexicon.CueSell | 1<<lexicon.CueStore | 1<<lexicon.CueTransfer

// elliptic reports whether word i is denied in a clause without a verb, whose
// verb is that of the clause before: "we keep your name, but no address".
func (s *sentence) elliptic(i int32) bool {
	k := s.clauseNo(i)
	c := &s.clauses[k]
	if k == 0 || !s.cuesOf(c).Has(lexicon.CueNot) || c.conditional || c.aim || s.clauses[k-1].conditional || !s.marksCue(c.first, lexicon.CueBreak) {
		return false
	}
	return c.last-c.first <= maxEllipsis && s.cuesOf(&s.clauses[k-1]).Any(deniable) && !s.cuesOf(c).Any(handling) &&
		!s.cuesOf(c).Any(1<<lexicon.CueAuxiliary|1<<lexicon.CueWe|1<<lexicon.CueYou)
}

// maxEllipsis is the number of words up to which a clause is taken to have no
// verb of its own.
const maxEllipsis = 12

// deniesList reports whether a list that s introduces is a list of what is
// denied.
func (s *sentence) deniesList() bool {
	if s.own.Any(1<<lexicon.CueExcept | 1<<lexicon.CueHedge) {
		return false
	}
	return s.denied(int32(len(s.ws)-1), 1<<lexicon.CueCollect|1<<lexicon.CueStore|1<<lexicon.CueShare)
}
