package reading

import (
	"strings"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/taxonomy"
)

// handlesData reports whether s says that data is collected, received, used,
// kept or shared, or that the person provides it.
func (s *sentence) handlesData() bool {
	if s.advises() || s.others() || s.legal() || s.in(lexicon.InDefinitions) && !s.in(lexicon.InCollection) {
		return false
	}
	gets := s.own.Any(1<<lexicon.CueCollect | 1<<lexicon.CueProvide)
	switch {
	case gets, s.listed && s.fragment() && s.cues.Has(lexicon.CueDataList) && s.in(lexicon.InTransfer),
		s.in(lexicon.InRetention) && s.keptFor():
		return true
	case s.own.Has(lexicon.CueDefine),
		s.own.Has(lexicon.CueChange), s.invites(), s.grantsRight(),
		s.own.Has(lexicon.CueRight) && !s.own.Any(1<<lexicon.CueWe|1<<lexicon.CueAutomatic) && !s.element(), // "you can manage … in your settings"
		s.own.Has(lexicon.CueAbroad),
		s.in(lexicon.InRights|lexicon.InContact) && !s.in(lexicon.InCollection),
		s.in(lexicon.InRetention|lexicon.InTransfer) && !s.in(lexicon.InCollection) && !(s.own.Any(1<<lexicon.CueStore|1<<lexicon.CueShare) && s.itemises()),
		s.in(lexicon.InLegalBasis) && !s.in(lexicon.InCollection|lexicon.InUse) && !(s.own.Any(1<<lexicon.CueStore|1<<lexicon.CueUse) && s.itemises()),
		s.in(lexicon.InSecurity) && !s.in(lexicon.InCollection) && !(s.own.Has(lexicon.CueWe) && s.own.Has(lexicon.CueUse)):
		return false
	}
	if s.cues.Any(1<<lexicon.CueCollect | 1<<lexicon.CueUse | 1<<lexicon.CueShare | 1<<lexicon.CueStore | 1<<lexicon.CueProvide | 1<<lexicon.CueAutomatic) {
		return true
	}
	if s.before.Any(1<<lexicon.CueCollect|1<<lexicon.CueProvide) && s.own.Any(1<<lexicon.CueSuch|1<<lexicon.CuePii) {
		return true
	}
	if s.own.Has(lexicon.CueSuch) && s.count(lexicon.Data) > 1 {
		return true // "usage data may include your IP address and browser type"
	}
	if n := s.count(lexicon.Data); s.in(lexicon.InCollection) && (n > 2 || n > 1 && s.kind == layout.Item) {
		return true // "Other information: your name and e-mail address"
	}
	return s.heads() || s.fragment() && (s.in(lexicon.InCollection|lexicon.InCookies|lexicon.InCalifornia|lexicon.InUse) ||
		s.listed && s.cues.Has(lexicon.CueSuch) && s.cues.Has(lexicon.CuePii)) // "this information includes:"
}

// invites reports whether s tells how to reach somebody, which is no aim of the
// organisation's: "contact us with your name", but not "we use your name to
// contact you".
func (s *sentence) invites() bool {
	if !s.own.Has(lexicon.CueContact) {
		return false
	}
	for k := range s.clauses {
		if c := &s.clauses[k]; !c.aim && s.cuesOf(c).Has(lexicon.CueContact) {
			return true
		}
	}
	return false
}

// itemises reports whether s tells of which data it speaks: "we keep the
// following data for two years: name, address and date of birth".
func (s *sentence) itemises() bool {
	return s.own.Has(lexicon.CueSuch) || s.count(lexicon.Data) >= listed
}

// keptFor reports whether s is an item that tells how long the data is kept with
// which it begins: "Invoices: 7 years", "Contact details of customers: 2 years".
func (s *sentence) keptFor() bool {
	if s.kind != layout.Item || !s.holds(lexicon.Data) {
		return false
	}
	for _, m := range s.facts {
		if m.First > 1 {
			break
		}
		for i := int(m.Last) + 1; m.Entry.Kind == lexicon.Data && i < len(s.ws) && i <= int(m.Last)+maxBetween; i++ {
			if s.ws[i].Before&words.Colon != 0 {
				return true
			}
		}
	}
	return false
}

// heads reports whether s is the name of a kind of data that the rest of its
// block tells of: "Device information. When you visit us, …".
func (s *sentence) heads() bool {
	if !s.first || !s.more || s.in(lexicon.InRights|lexicon.InRetention|lexicon.InContact|lexicon.InChanges) {
		return false
	}
	for _, m := range s.facts {
		if m.Entry.Kind == lexicon.Data && m.First == 0 && int(m.Last) == len(s.ws)-1 {
			return true
		}
	}
	return false
}

// element reports whether s is an item that begins with data, of a list of what
// is collected: "date of the request".
func (s *sentence) element() bool {
	if !s.listed || s.kind != layout.Item || s.aimList || !s.cues.Any(1<<lexicon.CueCollect|1<<lexicon.CueProvide) {
		return false
	}
	for _, m := range s.facts {
		if m.First > 1 {
			break
		}
		if m.Entry.Kind == lexicon.Data {
			return true
		}
	}
	return false
}

// aside reports whether the data that m marks is only what something else is
// about: the aim in "to manage your account".
func (s *sentence) aside(m lexicon.Mark) bool {
	if m.Entry.ID == string(taxonomy.DataInference) {
		return false // named by what is done with it: "relevant to your interests"
	}
	part := s.around(m, 1<<lexicon.Recipient|1<<lexicon.Purpose|1<<lexicon.Source)
	if part&(1<<lexicon.Recipient) != 0 || part&(1<<lexicon.Purpose) != 0 && !s.after(m, lexicon.CueStore) {
		return true
	}
	if m.Entry.ID == string(taxonomy.DataTrackingCookie) && !s.clauseOf(m.First).conditional {
		return false // where they are named as the means, what they tell is collected
	}
	if part&(1<<lexicon.Source) != 0 {
		return true
	}
	if !s.cues.Any(1<<lexicon.CueCollect|1<<lexicon.CueProvide) && s.after(m, lexicon.CueFrom) {
		return true
	}
	c := s.clauseOf(m.First)
	if c.conditional && s.occasions(m) {
		return true
	}
	if s.concerns(m, c) {
		return true
	}
	return c.aim && !s.cuesOf(c).Any(1<<lexicon.CueCollect|1<<lexicon.CueProvide|1<<lexicon.CueStore) && !s.exemplified(m) && !s.spared(m)
}

// ofOurs reports whether what m marks is the organisation's own: "our address",
// but not what it sets or asks itself, as "our cookies", "our surveys".
func (s *sentence) ofOurs(m lexicon.Mark) bool {
	if m.First == 0 || !s.marksCue(m.First-1, lexicon.CueOur) {
		return false
	}
	switch taxonomy.Data(m.Entry.ID) {
	case taxonomy.DataTrackingCookie, taxonomy.DataDiagnosticsLog, taxonomy.DataCommunicationContent, taxonomy.DataContentFeedback, taxonomy.DataDeviceIdentifier:
		return false
	}
	return true
}

// excluded reports whether what m marks is left out of what is said to be got:
// "account data, excluding your race or religion", but not "no data other than
// your name".
func (s *sentence) excluded(m lexicon.Mark) bool {
	if s.denyList || !s.said.Has(lexicon.CueExcluding) {
		return false
	}
	at := int32(-1)
	for _, o := range s.cued {
		if o.First >= m.First {
			break
		}
		switch {
		case o.Entry.Is(lexicon.CueNot) && at < 0:
			return false
		case o.Entry.Is(lexicon.CueExcluding):
			at = o.Last
		}
	}
	if at < 0 || m.First-at > maxLeft {
		return false
	}
	for i := at + 1; i <= m.First; i++ {
		if s.ws[i].Before&(words.Close|words.Semicolon) != 0 {
			return false
		}
	}
	return true
}

// maxLeft is within how many words of "excluding" data is left out.
const maxLeft = 6

// occasions reports whether the data that m marks is part of what a purpose
// names: "when you place an order", but not "when you create an account ID".
func (s *sentence) occasions(m lexicon.Mark) bool {
	if !s.holds(lexicon.Purpose) {
		return false
	}
	for _, o := range s.facts {
		if o.Entry.Kind != lexicon.Purpose || o.First > m.Last || m.First > o.Last {
			continue
		}
		if m.First < o.Last || m.Last == m.First || o.Entry.ID != string(taxonomy.PurposeServiceAccount) {
			return true
		}
	}
	return false
}

// concerns reports whether m is what a service is about: its object in an aim,
// "to process your order", or part of its object's name, "processing card
// payments".
func (s *sentence) concerns(m lexicon.Mark, c *clause) bool {
	if !s.holds(lexicon.Purpose) {
		return false
	}
	for _, o := range s.facts {
		if o.First > m.First {
			break
		}
		if o.Entry.Kind != lexicon.Purpose || o.Last < m.Last || !o.Entry.Gap || !strings.HasPrefix(o.Entry.ID, string(taxonomy.PurposeService)+".") {
			continue
		}
		if c.aim && (o.First == m.First || o.Last == m.Last) || o.Entry.Verb && o.First == m.First-1 && o.Last == m.Last+1 && s.ws[o.Last].Before == 0 {
			return true
		}
	}
	return false
}

// exemplified reports whether m is among examples that are the person's own,
// "choices you made, such as your language", or are data one and all:
// "including IP address, device type and language".
func (s *sentence) exemplified(m lexicon.Mark) bool {
	c := s.clauseOf(m.First)
	if !s.cuesOf(c).Has(lexicon.CueSuch) {
		return false
	}
	such := int32(-1)
	for _, o := range s.cued {
		if o.First >= m.First {
			break
		}
		switch {
		case o.First < c.first:
		case such < 0 && o.Entry.Is(lexicon.CueSuch):
			such = o.First
		case such >= 0 && o.Entry.Is(lexicon.CueYou):
			return true
		}
	}
	if such < 0 {
		return false
	}
	data, last := 0, ""
	for _, o := range s.facts {
		if o.First > c.last {
			break
		}
		if o.First > such && o.Entry.Kind == lexicon.Data && o.Entry.ID != last {
			data, last = data+1, o.Entry.ID
		}
	}
	return data > 2
}

// onlySources reports whether s says where data comes from that was named
// before: "we collect such information from your devices".
func (s *sentence) onlySources() bool {
	return s.own.Has(lexicon.CueAnaphor) && s.own.Has(lexicon.CueOrigin) && (!s.own.Has(lexicon.CueSuch) || s.own.Has(lexicon.CueExample)) &&
		s.count(lexicon.Data) < listed
}

// listed is the number of marks of data from which they are a list of their own.
const listed = 3

// inList reports whether an ambiguous word stands beside other marks of its
// kind, after "your", or alone in its item.
func (s *sentence) inList(m lexicon.Mark) bool {
	if int(m.Last-m.First)+3 >= len(s.ws) || s.labels(m) {
		return true
	}
	if m.Entry.Kind == lexicon.Recipient && s.kind == layout.Item && s.in(lexicon.InSharing) && (m.First == 0 || m.First == 1 && s.ws[0].End-s.ws[0].Start <= maxArticle) {
		return true // "The bank, for refunds"
	}
	if next := int(m.Last) + 1; (m.First == 0 || m.First == 1 && s.ws[0].End == s.ws[1].Start) && s.kind == layout.Item && next < len(s.ws) && s.ws[next].Before&(words.Open|words.Colon|words.Dash) != 0 {
		return true // "Photos (if you upload them)"
	}
	for _, o := range s.facts {
		if o.First > m.Last+maxBetween {
			break
		}
		if o.Entry.Kind == m.Entry.Kind && (o.First > m.Last && s.listedBetween(m.Last, o.First) || o.Last < m.First && s.listedBetween(o.Last, m.First)) {
			return true
		}
	}
	if !s.cuedFrom(lexicon.CueYou, m.First-2, m.First) {
		return false
	}
	for _, o := range s.cued {
		if o.Entry.Is(lexicon.CueYou) && o.Last < m.First && m.First-o.Last <= 2 && o.First == o.Last &&
			(s.lex.Language != "en" || s.marksCue(o.First, lexicon.CueOblique)) { // "your photos", not "what you picture"
			return true
		}
	}
	return false
}

// maxArticle is the length in bytes up to which a word before a noun is taken for
// its article: "the", Dutch "een".
const maxArticle = 3

// valued reports whether m labels an address or a number: "E-mail: …", "VAT
// number: GB 123", but not "Invoices: 7 years".
func (s *sentence) valued(m lexicon.Mark) bool {
	next := int(m.Last) + 1
	if next == len(s.ws) || s.ws[next].Before&words.Colon == 0 {
		return false
	}
	c := s.ws[next].Class
	return c == words.Address || c == words.Number && !s.in(lexicon.InRetention) || c == words.Upper && m.Entry.ID == string(taxonomy.DataIdentityGovernmentID)
}

// labels reports whether m begins a list item and only stands beside others
// there: "Photos: to show what we do", "References and reports".
func (s *sentence) labels(m lexicon.Mark) bool {
	next := m.Last + 1
	if m.First > 0 || s.kind != layout.Item || int(next) >= len(s.ws) {
		return false
	}
	return s.ws[next].Before&(words.Colon|words.Comma|words.Open|words.Slash) != 0 || s.joins(int(next))
}

// maxBetween is how far two elements of a list stand from each other at most.
const maxBetween = 4

// listedBetween reports whether only a comma, "and" and the like stand
// between words a and b.
func (s *sentence) listedBetween(a, b int32) bool {
	if b-a > maxBetween {
		return false
	}
	for i := a + 1; i <= b; i++ {
		if s.ws[i].Before&(words.Comma|words.Slash|words.Open|words.Close|words.Semicolon|words.Colon) != 0 {
			return true
		}
	}
	return b-a == 2
}
