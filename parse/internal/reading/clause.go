package reading

import (
	"math/bits"
	"slices"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
)

// A clause is a part of a sentence with its own subject: words First to Last.
type clause struct {
	first, last int32
	goesOn      int32 // the clause before such brackets that goes on with this one, plus 1
	conditional bool  // if, when, unless …
	exception   bool  // except, unless
	aim         bool  // to, in order to
	apart       bool  // in brackets, of what is left out: "(but not your password)"
	told        bool  // of its cues
	cues        lexicon.CueMask
}

// depends reports whether c is said of what another clause says.
func (c *clause) depends() bool { return c.conditional || c.exception || c.aim }

// subjects are cues that tell where a clause ends before its main clause.
const subjects lexicon.CueMask = 1<<lexicon.CueSuch | 1<<lexicon.CueWe | 1<<lexicon.CueYou

// starting are the cues that clauses begin with.
const starting lexicon.CueMask = 1<<lexicon.CueBreak | 1<<lexicon.CueIf | 1<<lexicon.CueExcept | 1<<lexicon.CueAim

// opening are those without which there is but one clause, unless separators
// part them or the whole is an aim.
const opening = starting | 1<<lexicon.CueNot

// parting are the separators that may part clauses.
const parting = words.Open | words.Close | words.Colon | words.Semicolon | words.Dash

// cut finds the clauses of s.
func (s *sentence) cut() {
	s.open(0).aim = s.aimList
	if !s.aimList && s.seps&(words.Semicolon|words.Dash) == 0 && !s.said.Any(opening) {
		return
	}
	around := int32(0) // the clause around the brackets that are open, plus 1
	for k := 0; 64*k < len(s.ws); k++ {
		for set := s.cuts[k]; set != 0; set &= set - 1 {
			i := int32(64*k + bits.TrailingZeros64(set))
			sep, cues := s.ws[i].Before, s.cuesAt[i]
			if sep&(words.Open|words.Close|words.Colon) != 0 {
				around = s.cutAside(i, around)
			}
			if cues.Any(starting | 1<<lexicon.CueSuch) {
				s.cutBefore(i)
			}
			if i > 0 && sep&(words.Semicolon|words.Dash) != 0 && (!cues.Has(lexicon.CueSuch) || cues.Has(lexicon.CueExample)) {
				s.cutElement(i)
			} else if cues.Any(1<<lexicon.CueWe|1<<lexicon.CueYou|1<<lexicon.CueAuxiliary) && s.lastClause().depends() {
				s.cutMain(i)
			}
		}
	}
}

// cutAside cuts s at word i, before which a bracket or a colon stands, if what
// follows is a clause by itself. The clause around the brackets that are open is
// around-1, and is returned for the next word.
func (s *sentence) cutAside(i, around int32) int32 {
	sep := s.ws[i].Before
	switch {
	case around > 0 && sep&words.Close != 0:
		if int(around) < len(s.clauses) {
			outer := &s.clauses[around-1]
			c := s.open(i)
			c.conditional, c.exception, c.aim, c.goesOn = outer.conditional, outer.exception, outer.aim, around
		}
		return 0
	case around == 0 && s.leavesOut(i):
		around = int32(len(s.clauses))
		c := s.open(i)
		c.apart = !s.marksCue(i, lexicon.CueWe) && (s.marksCue(i, lexicon.CueNot) || s.marksCue(i+1, lexicon.CueNot))
		s.leaves = s.leaves || c.apart
	case around == 0 && sep&words.Open != 0 && int(i+1) < len(s.ws) && s.ws[i+1].Before&words.Close == 0: // not "(b)"
		return int32(len(s.clauses)) // "the app (to show you where you are), your address"
	case sep&words.Colon != 0 && (s.labelled(i) || s.said.Has(lexicon.CueNot) && s.titled(i)):
		s.open(i) // "Payment data: we do not store card numbers"
	}
	return around
}

// cutBefore cuts s at word i if the cues that stand there begin a clause.
func (s *sentence) cutBefore(i int32) {
	cues, last := s.cuesAt[i], s.lastClause()
	aim := cues.Has(lexicon.CueAim) && (s.aims(i) || s.aimPhrase(i))
	if aim || cues.Any(1<<lexicon.CueIf|1<<lexicon.CueExcept) ||
		cues.Has(lexicon.CueBreak) && (!last.conditional || i > last.first+maxOpening) ||
		cues.Has(lexicon.CueSuch) && last.aim && i > 0 && s.ws[i].Before&words.Comma != 0 { // "technical data that is needed to show the site, such as …"
		c := s.open(i)
		c.conditional, c.exception, c.aim = c.conditional || cues.Has(lexicon.CueIf), c.exception || cues.Has(lexicon.CueExcept), c.aim || aim
	}
}

// cutElement cuts s at word i, behind a semicolon or a dash.
func (s *sentence) cutElement(i int32) {
	aim := s.lastClause().aim
	verb := s.ws[s.pastNumber(i)]
	if c := s.open(i); aim && verb.Form&words.Base != 0 && s.lex.Verb(verb) {
		c.aim = true // "to: enforce …; detect …", "(i) enforce …; and (ii) detect …"
	}
}

// cutMain cuts s at word i, where the organisation or the person is named or an
// auxiliary verb stands, if the main clause begins there, behind one that depends
// on it: ", we …" after a condition, Dutch ", kunnen we …", ", worden gegevens …".
func (s *sentence) cutMain(i int32) {
	sep, cues, last := s.ws[i].Before, s.cuesAt[i], s.lastClause()
	if !cues.Any(1<<lexicon.CueWe | 1<<lexicon.CueYou) {
		if i > last.first && sep&words.Comma != 0 && s.lex.Language == "nl" {
			s.open(i)
		}
		return
	}
	if i <= last.first || (cues.Has(lexicon.CueOblique) || s.marksCue(i-1, lexicon.CueOblique)) && !(last.conditional && s.acting(i)) {
		return // "our customers"
	}
	switch {
	case sep&words.Comma != 0, last.aim && !last.conditional && cues.Has(lexicon.CueWe) && s.actsAfter(i):
		s.open(i)
	case last.conditional && i > last.first+2 && s.inverted(i), i > last.first+1 && s.ws[i-1].Before&words.Comma != 0:
		s.open(i - 1)
	}
}

// cuesOf returns the cues of c that end in it and are asked for by place.
func (s *sentence) cuesOf(c *clause) lexicon.CueMask {
	if !c.told {
		c.told = true
		s.tell(c)
	}
	return c.cues
}

// tell tells c of its cues.
func (s *sentence) tell(c *clause) {
	for i := range s.cued {
		m := &s.cued[i]
		if m.First > c.last {
			break
		}
		if m.Last < c.first || m.Last > c.last || s.bound && !m.Entry.Holds(&s.own, s.kinds) {
			continue
		}
		cues := m.Entry.Cues().Mask()
		if cues.Has(lexicon.CueNot) && !c.cues.Has(lexicon.CueNot) && s.bracketed(*m) {
			cues &^= 1 << lexicon.CueNot
		}
		c.cues |= cues
	}
	if c.goesOn > 0 {
		c.cues |= s.cuesOf(&s.clauses[c.goesOn-1])
	}
}

// pastNumber returns the word behind a number in brackets at word i, and "and"
// before it, or else i: "; and (iii) detect".
func (s *sentence) pastNumber(i int32) int32 {
	k := i
	if s.joins(int(k)) {
		k++
	}
	if int(k+1) < len(s.ws) && s.ws[k].Before&words.Open != 0 && s.ws[k+1].Before&words.Close != 0 {
		return k + 1
	}
	return i
}

// maxLeftOut is the number of words up to which brackets hold a mere remark.
const maxLeftOut = 25

// leavesOut reports whether brackets open before word i that tell what is left
// out: "(but not your password)".
func (s *sentence) leavesOut(i int32) bool {
	if i == 0 || s.ws[i].Before&words.Open == 0 || !s.said.Has(lexicon.CueNot) {
		return false
	}
	end := i + 1
	for int(end) < len(s.ws) && s.ws[end].Before&words.Close == 0 {
		end++
	}
	near := i + 1
	if s.marksCue(i, lexicon.CueWe) {
		near = i + 2 // "(we do not …)", a statement by itself
	}
	not := int32(-1)
	for _, m := range s.cued {
		if m.First < i {
			continue
		}
		if m.First >= end {
			break
		}
		if m.Entry.Is(lexicon.CueNot) {
			not = m.First
		}
		if not >= 0 && m.Last == end-1 && (m.Entry.Is(lexicon.CueCollect) || m.Entry.Is(lexicon.CueStore)) {
			near = end // "(your position is not stored)"
		}
		if not >= 0 && not <= near {
			return end-i <= maxLeftOut
		}
	}
	return false
}

// labelled reports whether the colon before word i of a list's item ends a
// clause about the occasion, and data follows: "if you pay: card number".
func (s *sentence) labelled(i int32) bool {
	last := s.lastClause()
	if !s.listed || i < last.first+2 || !last.conditional && !last.aim || s.aimList || s.lex.Verb(s.ws[i]) {
		return false
	}
	for _, m := range s.facts {
		if m.First > i+1 {
			break
		}
		if m.First >= i && m.Entry.Kind == lexicon.Data {
			return true
		}
	}
	return false
}

// titled reports whether the words before word i are a kind of data, with the
// rest of the sentence about it: "Payment data: …".
func (s *sentence) titled(i int32) bool {
	for _, m := range s.facts {
		if m.First > 0 {
			break
		}
		if m.Entry.Kind == lexicon.Data && m.Last == i-1 {
			return true
		}
	}
	return false
}

// bracketed reports whether m begins what brackets exclude, "video (not
// audio)": that denies nothing of the rest.
func (s *sentence) bracketed(m lexicon.Mark) bool {
	if !m.Entry.Is(lexicon.CueNot) || s.ws[m.First].Before&words.Open == 0 {
		return false
	}
	for i := int(m.Last) + 1; i < len(s.ws) && i <= int(m.Last)+maxExcluded; i++ {
		if s.ws[i].Before&words.Close != 0 {
			return true
		}
	}
	return false
}

// maxExcluded is the number of words up to which "not" and what follows it in
// brackets excludes something.
const maxExcluded = 6

// maxOpening is how far a word such as "however" stands at most from the "if"
// of the clause that it is part of: "if you, however, do not".
const maxOpening = 3

// lastClause returns the last clause found so far.
func (s *sentence) lastClause() *clause { return &s.clauses[len(s.clauses)-1] }

// open starts a clause at word first. It is much code, for many places.
//
//go:noinline
func (s *sentence) open(first int32) *clause {
	if n := len(s.clauses); n > 0 {
		if s.clauses[n-1].first == first {
			return &s.clauses[n-1]
		}
		s.clauses[n-1].last = first - 1
	}
	s.clauses = append(s.clauses, clause{first: first, last: int32(len(s.ws) - 1)})
	return &s.clauses[len(s.clauses)-1]
}

// aims reports whether the single word i, such as "to" or "for", begins a
// clause of purpose: a verb follows in the form that it asks for.
func (s *sentence) aims(i int32) bool {
	if s.lex.Language == "nl" {
		return len(s.ws)-int(i) <= nearColon && !s.asksFor(i) || s.infinitiveAfter(i)
	}
	verb := int(i) + 1
	if verb < len(s.ws) && s.ws[verb].Before&words.Comma != 0 { // "to, among other things, improve"
		for verb++; verb < len(s.ws) && verb < int(i)+7 && s.ws[verb].Before&words.Comma == 0; {
			verb++
		}
	}
	form := words.Gerund
	if s.ws[i].End-s.ws[i].Start == 2 { // "to"
		form = words.Base
	}
	return verb < len(s.ws) && s.ws[verb].Form&form != 0 && s.lex.Verb(s.ws[verb])
}

// nearColon is within how many words of the end of a Dutch sentence "om" begins
// a clause without a verb of its own: "om onder meer:", before a list of aims.
const nearColon = 4

// asksFor reports whether word i ends a cue of the collection of data: Dutch
// "wij vragen om".
func (s *sentence) asksFor(i int32) bool {
	for _, m := range s.cued {
		if m.First >= i {
			break
		}
		if m.Last == i && m.Entry.Is(lexicon.CueCollect) {
			return true
		}
	}
	return false
}

// infinitiveAfter reports whether an infinitive with "te" belongs to the Dutch
// "om" at word i: "om uw vraag te beantwoorden", but not "om uw naam, om u te
// kunnen helpen".
func (s *sentence) infinitiveAfter(i int32) bool {
	for _, m := range s.cued {
		if m.First <= i {
			continue
		}
		switch {
		case m.Entry.Is(lexicon.CueInfinitive):
			return true
		case m.Entry.Is(lexicon.CueAim):
			return false
		}
	}
	return false
}

// inverted reports whether subject i of a Dutch sentence stands behind its verb,
// as no subject of a subordinate clause does: "als u dat wilt | kunt u …".
func (s *sentence) inverted(i int32) bool {
	if s.lex.Language != "nl" || s.ws[i-1].Before&words.Open != 0 {
		return false
	}
	for _, m := range s.cued {
		if m.First > i-1 {
			break
		}
		if m.Entry.Is(lexicon.CueAuxiliary) && m.Last == i-1 {
			return true
		}
	}
	return false
}

// aimPhrase reports whether a phrase of several words that begins a clause of
// purpose stands at word i: "in order to".
func (s *sentence) aimPhrase(i int32) bool {
	return slices.ContainsFunc(s.cued, func(m lexicon.Mark) bool {
		return m.First == i && m.Last > m.First && m.Entry.Is(lexicon.CueAim)
	})
}

// acting reports whether an auxiliary verb stands within five words of word i,
// with no comma between: "your data may be transferred".
func (s *sentence) acting(i int32) bool {
	end := i + 1
	for int(end) < len(s.ws) && end <= i+5 && s.ws[end].Before&words.Comma == 0 {
		end++
	}
	return s.cuedFrom(lexicon.CueAuxiliary, i+1, end)
}

// actsAfter reports whether the organisation, named at word i, does something
// with data in the next words: "we collect", but not Dutch "acties van Acme te
// verwerken".
func (s *sentence) actsAfter(i int32) bool {
	last := i
	for _, m := range s.cued {
		if m.First == i && m.Entry.Is(lexicon.CueWe) {
			last = m.Last
		}
	}
	return s.cuedAny(1<<lexicon.CueCollect|1<<lexicon.CueUse|1<<lexicon.CueShare|1<<lexicon.CueStore, last+1, last+4) &&
		!s.marksCue(i-1, lexicon.CueFrom)
}

// clauseOf returns the clause of word i.
func (s *sentence) clauseOf(i int32) *clause { return &s.clauses[s.clauseNo(i)] }

// clauseNo returns the index of the clause of word i. Words are mostly asked for
// several times, and in order.
func (s *sentence) clauseNo(i int32) int {
	if i == s.word {
		return s.clause
	}
	k := s.clause
	if i < s.word {
		k = 0
	}
	for k < len(s.clauses)-1 && i > s.clauses[k].last {
		k++
	}
	s.word, s.clause = i, k
	return k
}
