package reading

import (
	"strings"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/taxonomy"
)

// silent returns the kinds of which s states no facts, whatever it names.
func (s *sentence) silent() kinds {
	if !s.holdsFacts() {
		return ^kinds(0)
	}
	of := ^kinds(1<<lexicon.Cue - 1)
	if s.holds(lexicon.Data) && !s.handlesData() {
		of |= 1 << lexicon.Data
	}
	if s.holds(lexicon.Purpose) && (s.advises() || s.legal() || s.theirs() || s.own.Has(lexicon.CueDefine)) {
		of |= 1 << lexicon.Purpose
	}
	if s.onlySources() {
		of |= 1<<(lexicon.Recipient+1) - 1
	}
	if s.announces() {
		of |= (1<<(lexicon.Right+1) - 1) &^ (1 << lexicon.LegalBasis)
	}
	return of
}

// accepts reports whether the mark, of no kind of which s is silent, states a fact
// where it stands.
func (s *sentence) accepts(m lexicon.Mark) bool {
	if s.kind == layout.Heading && !s.titles(m) {
		return false
	}
	if s.leaves && (m.Entry.Kind <= lexicon.Recipient || m.Entry.Kind == lexicon.Technology) && s.clauseOf(m.First).apart {
		return false
	}
	switch m.Entry.Kind {
	case lexicon.Data:
		if m.Entry.ID == string(taxonomy.DataTrackingCookie) && (!s.own.Any(1<<lexicon.CueCollect|1<<lexicon.CueStore) || s.own.Has(lexicon.CueChoice)) {
			return false
		}
		return !s.aside(m) && !s.valued(m) && !s.ofOurs(m) && !s.excluded(m) && (!m.Entry.List || s.inList(m))
	case lexicon.Purpose:
		return s.serves(m) && s.purposive(m) && (!m.Entry.List || s.inList(m))
	case lexicon.Recipient:
		if m.Entry.Name != "" {
			return s.names(m) && !s.isOwn(m)
		}
		if m.Entry.ID == string(taxonomy.RecipientPartnerNetworkOperator) && s.own.Has(lexicon.CueCollect) && s.overlaps(m, lexicon.Data) && s.alone(m) {
			return false // "your device, browser and mobile carrier"
		}
		if m.Entry.Verb && s.aimList && !s.own.Has(lexicon.CueShare) {
			return false // "to help us analyse use" is an aim of those named before
		}
		return (s.shares() || s.receives(m)) && !s.isOwn(m) && !(s.grants() && s.covered(m, lexicon.Right)) && !s.from(m) && !s.protects(m) && (!m.Entry.List || s.inList(m))
	case lexicon.Right:
		return (s.grants() || m.Entry.ID == string(taxonomy.RightWithdrawConsent)) && !s.negated(m) && !s.occasionOf(m)
	case lexicon.Retention, lexicon.Disposal:
		if m.Entry.ID == string(taxonomy.RetentionFixedPeriod) {
			return false // is given with its period
		}
		if s.in(lexicon.InRights) && !s.in(lexicon.InRetention) && m.Entry.ID == string(taxonomy.RetentionLegalRequirement) && s.grantsRight() && !s.weKeep(m) {
			return false // "erasure, unless a law asks us to keep the data"
		}
		return s.lasts(m)
	case lexicon.Safeguard:
		return !general(m.Entry.ID) || s.cues.Any(1<<lexicon.CueTransfer|1<<lexicon.CueAbroad|1<<lexicon.CueShare) || s.before.Has(lexicon.CueAbroad) || s.in(lexicon.InTransfer)
	case lexicon.Security:
		if m.Entry.ID == string(taxonomy.SecurityNoGuarantee) {
			return true // comes as advice: "please be aware that …"
		}
		return !s.advises() && (!m.Entry.List || s.inList(m)) && (s.cues.Has(lexicon.CueProtect) || s.in(lexicon.InSecurity) || special(m.Entry.ID))
	case lexicon.Technology:
		return (!m.Entry.List || s.inList(m)) && !s.own.Has(lexicon.CueNotCovered)
	case lexicon.ChangeNotice:
		return s.cues.Has(lexicon.CueChange) || s.in(lexicon.InChanges)
	case lexicon.Source:
		return s.states(m)
	case lexicon.LegalBasis:
		return s.grounds(m)
	case lexicon.Statement:
		switch taxonomy.Statement(m.Entry.ID) {
		case taxonomy.StatementSaleNo, taxonomy.StatementSaleYes:
			return s.tellsOfSale(m)
		case taxonomy.StatementCombination:
			// not "personal information, that is, what can be linked with other information to identify you"
			return !s.own.Has(lexicon.CueDefine)
		}
	}
	return true
}

// alone reports whether no other words than those of m are marked as what m is.
func (s *sentence) alone(m lexicon.Mark) bool {
	for _, o := range s.facts {
		if o.Entry.Kind == m.Entry.Kind && (o.Last < m.First || m.Last < o.First) {
			return false
		}
	}
	return true
}

// occasionOf reports whether what m marks is when the person gives data, and no
// right: "when you ask for warnings, you may provide us with your location".
func (s *sentence) occasionOf(m lexicon.Mark) bool {
	return s.clauseOf(m.First).conditional && s.own.Has(lexicon.CueProvide) && s.in(lexicon.InCollection) && !s.in(lexicon.InRights)
}

// lasts reports whether a mark of retention or disposal says how long data is
// kept: not what becomes of children's data, or of cookies in a browser.
func (s *sentence) lasts(m lexicon.Mark) bool {
	if s.own.Has(lexicon.CueChild) || m.Entry.Kind == lexicon.Disposal && s.own.Has(lexicon.CueCookies) {
		return false
	}
	if c := s.mainOf(m); c.conditional && s.in(lexicon.InRights) && !s.in(lexicon.InRetention) &&
		(s.own.Has(lexicon.CueNot) || s.cuesOf(c).Has(lexicon.CueYou) || s.grantsRight() && !s.own.Has(lexicon.CueWe)) {
		return false // "you cannot ask for that if law obliges us to keep it", "if you need it for legal claims"
	}
	return s.own.Any(1<<lexicon.CueStore|1<<lexicon.CueDelete) || s.in(lexicon.InRetention) ||
		s.cues.Any(1<<lexicon.CueStore|1<<lexicon.CueDelete) && !s.cues.Any(1<<lexicon.CueUse|1<<lexicon.CueShare|1<<lexicon.CueCollect)
}

// mainOf returns the clause of m, or the one whose aim that clause tells: "we
// keep it | to comply with the law".
func (s *sentence) mainOf(m lexicon.Mark) *clause {
	k := s.clauseNo(m.First)
	for k > 0 && s.clauses[k].aim {
		k--
	}
	return &s.clauses[k]
}

// weKeep reports whether m stands in a statement that the organisation keeps
// data, for all that a right may be named beside it.
func (s *sentence) weKeep(m lexicon.Mark) bool {
	c := s.mainOf(m)
	return !c.conditional && !c.exception && s.cuesOf(c).Has(lexicon.CueWe) && s.cuesOf(c).Has(lexicon.CueStore)
}

// grounds reports whether a mark of a legal basis is one that processing rests
// on.
func (s *sentence) grounds(m lexicon.Mark) bool {
	if s.namesRecipient(m) {
		return false
	}
	if s.kind == layout.Row {
		return true
	}
	if s.grantsOther(taxonomy.RightWithdrawConsent) && (!s.own.Has(lexicon.CueCollect) || s.in(lexicon.InRights)) {
		return false // "you may object where we rely on …" is about the right
	}
	if m.Entry.ID == string(taxonomy.LegalBasisLegalObligation) && s.clauseOf(m.First).conditional &&
		(s.cues.Has(lexicon.CueShare) || s.in(lexicon.InSharing)) && !s.own.Any(1<<lexicon.CueGround|1<<lexicon.CueNecessary) && !s.in(lexicon.InLegalBasis) {
		return false // "we disclose it if we are legally obliged to" is a condition
	}
	if !s.own.Has(lexicon.CueStore) || s.own.Has(lexicon.CueGround) {
		return true
	}
	switch taxonomy.LegalBasis(m.Entry.ID) {
	case taxonomy.LegalBasisContract:
		return !s.in(lexicon.InRetention) // "kept for the duration of the contract"
	case taxonomy.LegalBasisLegalObligation:
		// "kept to comply with legal obligations" is an aim, no ground
		return s.initial(m) && s.in(lexicon.InLegalBasis)
	}
	return true
}

// general reports whether a safeguard is named by words that mean other things
// too, so that only a transfer makes them mean it.
func general(id string) bool {
	return id == string(taxonomy.SafeguardConsent) || id == string(taxonomy.SafeguardUnspecified)
}

// special reports whether a security measure is named by words that mean no
// other thing, so that they need no context.
func special(id string) bool {
	switch taxonomy.Security(id) {
	case taxonomy.SecurityPhysical, taxonomy.SecurityTechnical, taxonomy.SecurityOrganisational, taxonomy.SecurityPassword,
		taxonomy.SecurityReview, taxonomy.SecurityTwoFactor, taxonomy.SecurityClassification:
		return false
	}
	return true
}

// maxTitle is the number of words up to which a heading below one about the
// collection of data names a kind of data: "Device information".
const maxTitle = 6

// titles reports whether a mark in a heading states what it names: a right, a
// ground, a purpose in a section about use, a kind of data that is collected, a
// company; other headings only announce what is said below them.
func (s *sentence) titles(m lexicon.Mark) bool {
	switch m.Entry.Kind {
	case lexicon.Right:
		return s.initial(m) || s.own.Has(lexicon.CueRight)
	case lexicon.LegalBasis:
		return true
	case lexicon.Data:
		return s.under&lexicon.InCollection != 0 && len(s.ws) <= maxTitle
	case lexicon.Purpose:
		return (s.initial(m) || len(s.ws) <= maxTitle) && s.in(lexicon.InUse|lexicon.InLegalBasis)
	}
	return m.Entry.Name != "" || m.Entry.Kind == lexicon.Technology && strings.Contains(m.Entry.ID, ".")
}

// advises reports whether s tells the reader what to do.
func (s *sentence) advises() bool {
	return s.cues.Any(1<<lexicon.CueAdvice) && !s.own.Any(1<<lexicon.CueCollect|1<<lexicon.CueStore) && (s.own.Has(lexicon.CueAdvice) || !s.own.Has(lexicon.CueWe))
}

// maxAbout is the number of words within which a sentence says that it is about
// the policy.
const maxAbout = 5

// announces reports whether s tells what the policy is about: "this policy
// describes what we collect and with whom we share it".
func (s *sentence) announces() bool {
	if !s.own.Has(lexicon.CueAbout) || s.own.Has(lexicon.CueSuch) || s.clauses[0].exception {
		return false // "except as described in this policy, we do not share it"
	}
	return s.cuedFrom(lexicon.CueAbout, 0, maxAbout)
}

// legal reports whether s is one of the terms of a contract, which stand
// beside the policy in some texts: who owns what, who is liable.
func (s *sentence) legal() bool {
	return s.kinds == lexicon.InDisputes && !s.own.Has(lexicon.CuePii)
}

// others reports whether s speaks of what others do on their own account.
func (s *sentence) others() bool {
	return s.theirs() || s.in(lexicon.InThirdParties) && !s.own.Has(lexicon.CueWe)
}

// theirs reports whether s is about what others do, unless it is an element of
// a list of what the organisation does: "to see from which other sites you come".
func (s *sentence) theirs() bool {
	return s.own.Has(lexicon.CueTheir) && !(s.ours && s.kind == layout.Item)
}

// namesRecipient reports whether m is part of the name of a recipient: "third
// parties that have your permission", but not "only with your permission".
func (s *sentence) namesRecipient(m lexicon.Mark) bool {
	for _, o := range s.facts {
		if o.Entry.Kind == lexicon.Recipient && o.First <= m.Last && m.First <= o.Last &&
			o.Entry.ID != string(taxonomy.RecipientPublic) && (o.Entry.ID != string(taxonomy.RecipientThirdPartyChosen) || s.cuedFrom(lexicon.CueThird, o.First, m.First)) {
			return true
		}
	}
	return false
}
