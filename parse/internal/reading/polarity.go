package reading

import (
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// mayDeny reports whether s has a negation or is part of a list of what is denied.
func (s *sentence) mayDeny() bool { return s.denyList || s.said.Has(lexicon.CueNot) }

// polarity tells whether the text affirms or denies what m marks, if s may deny
// something; ok is false where it does neither.
func (s *sentence) polarity(m lexicon.Mark) (p policy.Polarity, ok bool) {
	switch m.Entry.Kind {
	case lexicon.Data:
		if m.Entry.ID == string(taxonomy.DataTrackingCookie) && s.deniesAfter(m) {
			return policy.Yes, false // "these cookies collect no personal data"
		}
		if s.cuedFrom(lexicon.CueNot, m.First, m.Last) {
			return policy.Yes, true // named by a negation: "not linked to you"
		}
		if s.spared(m) {
			return policy.No, true
		}
		if !s.denyList && !s.elliptic(m.First) && s.deniesElse(m.First) {
			return policy.Yes, !s.behindNot(m)
		}
		// "we do not share your address" says nothing about having it
		if s.denied(m.First, 1<<lexicon.CueCollect|1<<lexicon.CueStore) && (s.denyList || s.reachesBack(m)) {
			return policy.No, !s.own.Has(lexicon.CueHedge) && !s.forAim(m)
		}
		if s.denied(m.First, 1<<lexicon.CueUse|1<<lexicon.CueShare|1<<lexicon.CueSell) {
			return policy.Yes, s.own.Has(lexicon.CueHedge) // "we do not share it without your consent"
		}
		return policy.Yes, !s.behindNot(m)
	case lexicon.Recipient:
		if m.Entry.ID == string(taxonomy.RecipientThirdPartyChosen) {
			return policy.Yes, true // "not with others, unless you ask us to"
		}
		if m.Entry.ID == string(taxonomy.RecipientThirdParty) && s.marksCue(m.First, lexicon.CueNot) {
			return policy.No, true // "nobody else"
		}
		no := s.denied(m.First, 1<<lexicon.CueShare|1<<lexicon.CueSell|1<<lexicon.CueTransfer) && !s.deniesOther(m)
		if !no && s.clauses[0].exception && m.Entry.ID == string(taxonomy.RecipientThirdParty) && s.clauseNo(m.First) > 0 {
			// "except as set out here, we do not share it with third parties"
			no = s.denies(m.First, 1<<lexicon.CueShare|1<<lexicon.CueSell)
		}
		if no && (s.personDenies(m) || s.sellsItself(m)) {
			return policy.No, false // "you cannot share it with others", "ask us not to share it", "our partners do not sell it"
		}
		if m.Entry.Name != "" && !s.clauseOf(m.First).conditional && (s.without(m) || s.refused(m) && !s.after(m, lexicon.CueFrom)) {
			no = true // "we do not use Acme Analytics"
		}
		if m.Entry.Name == "" && !s.own.Any(1<<lexicon.CuePii|1<<lexicon.CueHedge) && s.usesNone(m) {
			no = true // "we do not use analytics providers"
		}
		return policy.Polarity(no), true
	case lexicon.Purpose:
		if s.obliges() {
			return policy.Yes, true // "without it, we cannot process your order"
		}
		if s.refused(m) {
			return policy.No, !s.own.Has(lexicon.CueHedge)
		}
		if c := s.clauseOf(m.First); s.cuesOf(c).Has(lexicon.CueWe) && !c.conditional && !c.aim && !m.Entry.Verb && s.without(m) {
			return policy.No, !s.own.Any(1<<lexicon.CueHedge | 1<<lexicon.CueConsent) // "we send no newsletters"
		}
		if k := s.clauseNo(m.First); k > 0 && s.clauses[k].aim && !s.exceptBefore(m.First) &&
			(s.denies(s.clauses[k-1].last, 1<<lexicon.CueShare|1<<lexicon.CueSell) ||
				!s.own.Has(lexicon.CueHedge) && s.denies(s.clauses[k-1].last, 1<<lexicon.CueCollect|1<<lexicon.CueStore)) {
			return policy.Yes, false // "not share it for advertising", "not store it to analyse it"
		}
		if s.initial(m) && s.deniesAfter(m) {
			return policy.Yes, true // "create data that cannot be used to identify you"
		}
		return policy.Yes, !s.cuesOf(s.clauseOf(m.First)).Has(lexicon.CueNot) || !s.denied(m.First, 1<<lexicon.CueUse|1<<lexicon.CueShare)
	case lexicon.Technology:
		if s.own.Has(lexicon.CueConsent) && s.own.Has(lexicon.CueHedge) {
			return policy.Yes, true // "no marketing cookies without your consent"
		}
		k := s.clauseNo(m.First)
		c := &s.clauses[k] // "if you accept no cookies" refuses nothing
		no := s.without(m) && !(c.conditional && s.cuesOf(c).Has(lexicon.CueYou)) || (s.refused(m) || s.fronted(m)) && !c.conditional
		if no && s.excepted(m) {
			return policy.Yes, true // "no cookies except session cookies"
		}
		if no && s.own.Has(lexicon.CueHedge) && k+1 < len(s.clauses) && s.clauses[k+1].conditional {
			return policy.No, false // "no cookies when your browser sends a signal"
		}
		return policy.Polarity(no), true
	case lexicon.Statement:
		c := s.clauseOf(m.First)
		switch taxonomy.Statement(m.Entry.ID) {
		case taxonomy.StatementFinancialIncentive:
			return policy.Yes, !s.cuesOf(c).Has(lexicon.CueNot)
		case taxonomy.StatementProfiling, taxonomy.StatementAutomatedDecisions, taxonomy.StatementCombination:
			if s.overlaps(m, lexicon.Right) && !s.cuesOf(c).Has(lexicon.CueWe) && s.own.Has(lexicon.CueRight) {
				return policy.Yes, true // "you have the right not to be subject to automated decisions"
			}
			return policy.Polarity(s.cuesOf(c).Has(lexicon.CueNot) && !c.conditional && !s.exceptBefore(m.First)), true
		}
	}
	return policy.Yes, true
}

// spared reports whether m stands behind "no" in a list of what s says, up to a
// colon, that is not asked for: "we need no data to run: no name, no address".
func (s *sentence) spared(m lexicon.Mark) bool {
	c := &s.clauses[0]
	return s.seps&words.Colon != 0 && s.clauseNo(m.First) > 0 && !c.conditional && !c.exception &&
		s.cuesOf(c).Has(lexicon.CueNot) && s.cuesOf(c).Any(1<<lexicon.CueCollect|1<<lexicon.CueStore) && s.without(m)
}

// forAim reports whether m is followed, in its clause or in one of aim right
// behind it, by what it would be for, so that only the use for it is denied:
// "we do not collect your address for marketing".
func (s *sentence) forAim(m lexicon.Mark) bool {
	k := s.clauseNo(m.First)
	last := s.clauses[k].last
	if k+1 < len(s.clauses) && s.clauses[k+1].aim {
		last = s.clauses[k+1].last
	}
	for _, o := range s.facts {
		if o.Entry.Kind == lexicon.Purpose && o.First > m.Last && o.Last <= last && s.after(o, lexicon.CueAim) {
			return true
		}
	}
	return false
}

// reachesBack reports whether the first negation in the clause of m, if it
// stands behind m, is said of what m marks: "your address is not stored", but
// not "logs hold your address and do not track you".
func (s *sentence) reachesBack(m lexicon.Mark) bool {
	if s.fronted(m) {
		return true
	}
	c, not := s.clauseOf(m.First), false
	for _, o := range s.cued {
		if o.First < c.first || o.Last > c.last {
			continue
		}
		switch {
		case not && (o.Entry.Is(lexicon.CueCollect) || o.Entry.Is(lexicon.CueStore)):
			return true
		case not || !o.Entry.Is(lexicon.CueNot):
		case o.First <= m.Last:
			return true
		case s.joins(int(o.First)-1) || s.joins(int(o.First)-2):
			return false
		case o.Last >= c.last-1 && (s.cuedFrom(lexicon.CueCollect, c.first, m.First) || s.cuedFrom(lexicon.CueStore, c.first, m.First)):
			return true // Dutch puts it last: "wij bewaren uw adres niet"
		default:
			not = true
		}
	}
	return !not
}

// fronted reports whether m stands before its verb and a negation behind both,
// as in Dutch: "uw adres bewaren wij niet".
func (s *sentence) fronted(m lexicon.Mark) bool {
	if !s.said.Has(lexicon.CueNot) || !s.marksCue(m.Last+2, lexicon.CueWe) {
		return false
	}
	verb := m.Last + 1
	return (s.marksCue(verb, lexicon.CueCollect) || s.marksCue(verb, lexicon.CueStore) || s.marksCue(verb, lexicon.CueUse)) &&
		s.cuedFrom(lexicon.CueNot, verb+2, verb+2+maxFronted)
}

// maxFronted is within how many words of the organisation a negation follows
// that is said of what stands before the verb.
const maxFronted = 3

// behindNot reports whether m stands behind a negation in its clause that is not
// of a condition, and nothing between them says that data is got: "we do not
// show you advertising for your religion".
func (s *sentence) behindNot(m lexicon.Mark) bool {
	c := s.clauseOf(m.First)
	if !s.cuesOf(c).Has(lexicon.CueNot) || c.conditional || c.exception {
		return false
	}
	not := false
	for _, o := range s.cued {
		if o.First >= m.First {
			break
		}
		if o.First < c.first {
			continue
		}
		switch {
		case o.Entry.Is(lexicon.CueNot):
			not = not || !s.bracketed(o)
		case o.Entry.Is(lexicon.CueCollect), o.Entry.Is(lexicon.CueProvide), o.Entry.Is(lexicon.CueStore), o.Entry.Is(lexicon.CueSuch) && !not:
			not = false
		}
	}
	return not
}

// deniesAfter reports whether the first negation in the clause of m stands
// behind it.
func (s *sentence) deniesAfter(m lexicon.Mark) bool {
	not, ok := s.negation(s.clauseOf(m.First))
	return ok && not.First > m.Last
}

// maxUsed is how many words may stand between "use" and what is not used.
const maxUsed = 8

// usesNone reports whether m is what the text says that is not used: "we do not
// use analytics providers".
func (s *sentence) usesNone(m lexicon.Mark) bool {
	c := s.clauseOf(m.First)
	if c.conditional || !s.cuesOf(c).Has(lexicon.CueNot) || s.exceptBefore(m.First) || s.after(m, lexicon.CueFrom) && s.lex.Language == "en" {
		return false
	}
	not := int32(-1)
	for _, o := range s.cued {
		if o.First >= m.First {
			break
		}
		switch {
		case o.First < c.first || o.Entry.Gap:
		case o.Entry.Is(lexicon.CueNot):
			not = o.Last
		case o.Entry.Is(lexicon.CueUse) && not >= 0 && o.First <= not+2 && m.First <= o.Last+maxUsed:
			return true
		}
	}
	return false
}

// personDenies reports whether the first negation in the clause of m is what the
// person cannot do or asks for.
func (s *sentence) personDenies(m lexicon.Mark) bool {
	c := s.clauseOf(m.First)
	you, asks := int32(-1), int32(-1) // the words up to which the person is named, or asks, last
	for _, o := range s.cued {
		if o.First < c.first || o.Last > c.last {
			continue
		}
		switch cues := o.Entry.Cues(); {
		case cues.Has(lexicon.CueNot):
			return you >= 0 && o.First <= you+1 || asks >= 0 && o.First <= asks+4
		case cues.Has(lexicon.CueRequest), cues.Has(lexicon.CueRight):
			asks = max(asks, o.Last)
		case cues.Has(lexicon.CueYou) && (o.First == c.first || s.ws[o.First].Before&words.Comma != 0):
			you = o.Last
		}
	}
	return false
}

// deniesOther reports whether the first negation in the clause of m stands
// behind it and before no act of sharing: "what you send to others cannot be
// removed".
func (s *sentence) deniesOther(m lexicon.Mark) bool {
	if s.denyList {
		return false
	}
	c := s.clauseOf(m.First)
	not, ok := s.negation(c)
	if !ok || not.First <= m.Last {
		return false
	}
	end := c.last + 1
	return !s.cuedFrom(lexicon.CueShare, not.First, end) && !s.cuedFrom(lexicon.CueSell, not.First, end) && !s.cuedFrom(lexicon.CueTransfer, not.First, end)
}

// without reports whether m, or an earlier element of its list, has "no"
// before it: "no session or marketing cookies".
func (s *sentence) without(m lexicon.Mark) bool {
	if s.after(m, lexicon.CueNot) {
		return true
	}
	for _, o := range s.facts {
		if o.First >= m.First {
			break
		}
		if o.Entry.Kind == m.Entry.Kind && (o.Last >= m.First || s.listedBetween(o.Last, m.First)) && s.after(o, lexicon.CueNot) {
			return true
		}
	}
	return false
}

// refused reports whether "not" stands before "use" and that before m, in one
// clause: "we do not use your data for marketing".
func (s *sentence) refused(m lexicon.Mark) bool {
	if !s.said.Has(lexicon.CueNot) || !s.said.Has(lexicon.CueUse) {
		return false
	}
	k := s.clauseNo(m.First)
	c := &s.clauses[k]
	if c.aim && k > 0 {
		c = &s.clauses[k-1] // "not use it | for marketing"
	}
	if c.conditional || s.exceptBefore(m.First) {
		return false
	}
	not := false
	for _, o := range s.cued {
		if o.First >= m.First {
			break
		}
		if o.First < c.first {
			continue
		}
		cues := o.Entry.Cues()
		if not && cues.Has(lexicon.CueUse) {
			return true
		}
		if not && (cues.Has(lexicon.CueYou) || cues.Has(lexicon.CueThird) && s.afterAnd(o)) && !s.marksCue(o.First, lexicon.CueOblique) {
			not = false // "we do not control them, and users should read how they use …"
		}
		not = not || cues.Has(lexicon.CueNot)
	}
	return false
}

// obliges reports whether s says what cannot be done without data: "if you do
// not give us your address, we can offer you no services".
func (s *sentence) obliges() bool {
	for _, m := range s.facts {
		if m.Entry.Kind == lexicon.Statement && m.Entry.ID == string(taxonomy.StatementMandatory) {
			return true
		}
	}
	return false
}
