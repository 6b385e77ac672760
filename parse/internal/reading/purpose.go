package reading

import (
	"strings"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/taxonomy"
)

// serves reports whether s may say what data is used for, and so with m.
func (s *sentence) serves(m lexicon.Mark) bool {
	return s.cues.Any(1<<lexicon.CueUse|1<<lexicon.CueCollect|1<<lexicon.CueProvide|1<<lexicon.CueShare|1<<lexicon.CueStore|1<<lexicon.CuePurposes|1<<lexicon.CueGround) ||
		s.in(lexicon.InUse|lexicon.InLegalBasis) || s.before.Any(1<<lexicon.CueUse|1<<lexicon.CueCollect) || s.reaches(m)
}

// reaches reports whether the organisation says outright that it writes to
// people, as in "we may send you newsletters": its data is what it writes with.
func (s *sentence) reaches(m lexicon.Mark) bool {
	if !m.Entry.Verb || s.own.Has(lexicon.CueChange) || s.in(lexicon.InContact|lexicon.InChanges|lexicon.InDisputes) {
		return false
	}
	switch id := taxonomy.Purpose(m.Entry.ID); {
	case id == taxonomy.PurposeCommunication && s.in(lexicon.InRights|lexicon.InSecurity|lexicon.InChildren):
	case id == taxonomy.PurposeCommunication, id == taxonomy.PurposeServiceMessaging, id.Is(taxonomy.PurposeMarketing):
		c := s.clauseOf(m.First)
		return !c.conditional && (s.cuedFrom(lexicon.CueWe, c.first, m.First) || s.marksCue(m.First+1, lexicon.CueWe) && !s.marksCue(m.First+1, lexicon.CueOblique)) // Dutch "sturen wij u …"
	}
	return false
}

// purposive reports whether a mark of a purpose stands as an aim: "to
// improve", "for improving", an item "Improve …", "we send you newsletters";
// not what the person does or what is said of the policy itself.
func (s *sentence) purposive(m lexicon.Mark) bool {
	if s.own.Has(lexicon.CueChange) && !((s.own.Has(lexicon.CueUse) || s.aimList) && s.clauseOf(m.First).aim) {
		return false // but "we use your address to send you updates and changes to our policies"
	}
	if s.overlaps(m, lexicon.Right) && s.grants() ||
		s.around(m, 1<<lexicon.Data|1<<lexicon.Technology|1<<lexicon.Recipient) != 0 {
		return false
	}
	if s.answers(m) {
		return false
	}
	if s.lists(lexicon.Recipient) && !s.clauseOf(m.First).aim {
		return false // "third parties in connection with a merger"
	}
	if s.in(lexicon.InRetention) && !s.in(lexicon.InUse) && s.fragment() && !s.own.Has(lexicon.CuePurposes) {
		return false // "Job applications: 4 weeks"
	}
	c := s.clauseOf(m.First)
	switch {
	case c.aim, s.initial(m):
		return true
	case c.conditional && m.Entry.ID == string(taxonomy.PurposeLegalCompliance):
		return s.complies(c)
	case c.conditional && s.cuedFrom(lexicon.CueYou, c.first, m.Last+1): // "when you place an order"
		return s.cues.Any(1<<lexicon.CueCollect|1<<lexicon.CueProvide) || c.first == 0 && s.own.Has(lexicon.CuePii) && s.cuedFrom(lexicon.CueUse, c.last+1, int32(len(s.ws)))
	case !m.Entry.Verb:
		return true
	case s.ws[m.First].Form&words.Gerund != 0:
		return true
	case s.ws[m.First].Form == words.Participle && s.cues.Any(1<<lexicon.CueUse|1<<lexicon.CueShare) && strings.HasPrefix(m.Entry.ID, "service"):
		return false // "services provided by us"
	case s.cuesOf(c).Has(lexicon.CueWe):
		return s.cues.Any(1<<lexicon.CueCollect|1<<lexicon.CueUse|1<<lexicon.CueShare|1<<lexicon.CueStore) || s.in(lexicon.InUse) ||
			s.cuedFrom(lexicon.CuePurposes, 0, m.First) || s.reaches(m)
	}
	return s.listed || s.in(lexicon.InUse)
}

// complies reports whether c, a condition that a law sets, tells what data is used
// for: "where required by law" is a mere condition, but "we also process data where
// we have to by law" and "we share it with nobody, unless a law asks for it" are not.
func (s *sentence) complies(c *clause) bool {
	if (c.exception || s.own.Has(lexicon.CueExcept)) && s.own.Has(lexicon.CueShare) && !s.own.Has(lexicon.CueStore) {
		return true
	}
	const beside = 1<<lexicon.CueShare | 1<<lexicon.CueStore | 1<<lexicon.CueTransfer | 1<<lexicon.CueNot
	return s.own.Has(lexicon.CueWe) && s.own.Has(lexicon.CueUse) && !s.own.Any(beside)
}

// answers reports whether what m marks is done for the person who exercises a
// right, asks or reads, for children who are kept out, or to the data, rather
// than with it: "we respond to such requests within a month".
func (s *sentence) answers(m lexicon.Mark) bool {
	const about = lexicon.InRights | lexicon.InContact | lexicon.InChanges | lexicon.InDisputes
	const uses = lexicon.InUse | lexicon.InLegalBasis | lexicon.InCollection | lexicon.InSharing | lexicon.InCookies
	c := s.clauseOf(m.First)
	switch {
	case m.Entry.ID == string(taxonomy.PurposeIdentityVerification):
		return false
	case s.own.Has(lexicon.CueChild) && s.own.Has(lexicon.CueNot):
		return true
	case s.in(lexicon.InSecurity) && !s.listed && s.own.Has(lexicon.CueProtect) && strings.HasPrefix(m.Entry.ID, string(taxonomy.PurposeSecurity)) && !s.own.Any(1<<lexicon.CueCollect|1<<lexicon.CueShare):
		return true // the data is what is protected
	case s.grantsRight() && !c.aim && !s.cuesOf(c).Has(lexicon.CueWe):
		return s.kind != layout.Item || !s.in(lexicon.InUse) // but "Newsletters (you can unsubscribe)"
	}
	return s.in(about) && !s.in(uses) && !s.reaches(m) && s.kind != layout.Row && !s.cues.Any(1<<lexicon.CueUse|1<<lexicon.CueCollect|1<<lexicon.CueShare|1<<lexicon.CueGround)
}

// lists reports whether s is an element of a list that begins with a mark of
// kind k, such as a recipient in a list of recipients.
func (s *sentence) lists(k lexicon.Kind) bool {
	if s.own.Has(lexicon.CueWe) || !s.numbered() && !(s.listed && s.kind == layout.Item) ||
		!s.cues.Has(lexicon.CueShare) && !s.before.Has(lexicon.CueShare) {
		return false
	}
	for _, m := range s.facts {
		if m.First > 1 {
			break
		}
		if m.Entry.Kind == k {
			return true
		}
	}
	return false
}

// initial reports whether m begins an item or a heading, but for a word or two,
// or is all that stands before a colon: "Newsletter: e-mail address".
func (s *sentence) initial(m lexicon.Mark) bool {
	if next := int(m.Last) + 1; m.First == 0 && next < len(s.ws) && s.ws[next].Before&words.Colon != 0 {
		return true
	}
	return m.First <= 1 && (s.kind == layout.Item || s.kind == layout.Heading || s.kind == layout.Row)
}
