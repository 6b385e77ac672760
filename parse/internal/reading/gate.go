package reading

import (
	"strings"
	"sync"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// sentence reads one sentence: marks, cues, and what of it states a fact.
func (r *reader) sentence(s *sentence) {
	s.marks = r.ownNames(s.ws, r.match.Match(s.ws))
	s.analyse(r.lex)
	sp := s.span()
	s.passageNo = r.passage(sp.Start, sp.End, r.lay.Blocks[s.block].Section, policy.NotRead)
	s.choose()
	sources := s.sources()
	var count [lexicon.Cue]int
	part := s.parts()
	for _, m := range s.marks {
		if part.passed(m.First) {
			r.finish(s, sources, count[lexicon.Data] > 0)
		}
		e := m.Entry
		if e.Kind >= lexicon.Cue || !s.accepts(m) {
			continue
		}
		polarity, ok := s.polarity(m)
		if !ok {
			continue
		}
		of := sourceSet(0)
		if e.Kind == lexicon.Data && polarity == policy.Yes {
			of = sources.of(taxonomy.Data(e.ID))
			r.next.sources |= of
		}
		count[e.Kind]++
		if e.Kind == lexicon.Statement && e.ID == string(taxonomy.StatementSaleNo) {
			// who does not sell data does not disclose it to third parties for money
			r.facts.add(thirdParty(), policy.No, s.region, 0, r.mention(s, m))
		}
		if e.Kind == lexicon.Recipient && polarity == policy.Yes {
			s.named = e.ID
		}
		if polarity == policy.Yes {
			r.next.add(e)
		}
		r.facts.add(e, polarity, s.region, of, r.mention(s, m))
	}
	r.policiesOf(s)
	for len(r.given.Facts) > 0 && r.given.Facts[0].Span.Start < sp.End {
		if g := r.given.Facts[0]; sp.Contains(g.Span) {
			count[g.Entry.Kind]++
			r.facts.add(g.Entry, policy.Yes, s.region, 0, policy.Mention{Span: g.Span, Passage: s.passageNo, Condition: s.cond})
		}
		r.given.Facts = r.given.Facts[1:]
	}
	r.finish(s, sources, count[lexicon.Data] > 0)
	r.unclassified(s, count[lexicon.Data], count[lexicon.Recipient])
	r.p.Passages[s.passageNo].Reading = s.reading(count != [lexicon.Cue]int{})
}

// thirdParty is the recipient that a refusal to sell denies.
var thirdParty = sync.OnceValue(func() *lexicon.Entry {
	return lexicon.NewEntry(lexicon.Recipient, string(taxonomy.RecipientThirdParty), "")
})

// mention returns the mention that m makes in s.
func (r *reader) mention(s *sentence, m lexicon.Mark) policy.Mention {
	return policy.Mention{
		Span:    policy.Span{Start: int(s.ws[m.First].Start), End: int(s.ws[m.Last].End)},
		Passage: s.passageNo, Condition: s.cond,
	}
}

// reading tells what became of s.
func (s *sentence) reading(facts bool) policy.Reading {
	switch {
	case facts:
		return policy.Read
	case s.others(), s.in(lexicon.InDisputes):
		return policy.OutOfScope
	case s.kind != layout.Heading && !s.advises() && s.own.Has(lexicon.CuePii) &&
		s.own.Any(lexicon.CueCollect, lexicon.CueUse, lexicon.CueShare, lexicon.CueStore, lexicon.CueTransfer):
		return policy.NotRead
	}
	return policy.Boilerplate
}

// choose keeps, of the marks of one kind, the longest where one lies within
// another, and drops those whose conditions do not hold.
func (s *sentence) choose() {
	var until [lexicon.Kinds]int32 // word after the last mark kept, by kind
	var from [lexicon.Kinds]int32
	s.keep(func(m lexicon.Mark) bool {
		k := m.Entry.Kind
		if k >= lexicon.Cue {
			return true
		}
		if !m.Entry.Holds(&s.cues, s.kinds) || m.Last < until[k] && !(m.First == from[k] && m.Last == until[k]-1) {
			return false
		}
		if !m.Entry.Gap && m.Last >= until[k] {
			from[k], until[k] = m.First, m.Last+1
		}
		return true
	})
	s.keep(func(m lexicon.Mark) bool {
		switch m.Entry.Kind {
		case lexicon.Right:
			return !s.narrower(m)
		case lexicon.Purpose:
			return !m.Entry.Gap || !m.Entry.Verb || !s.specialised(m)
		}
		return true
	})
}

// specialised reports whether the object of m, a verb with a general object,
// names something more special: "provide … services" around "map services".
func (s *sentence) specialised(m lexicon.Mark) bool {
	for _, o := range s.marks {
		if o.Entry.Kind == lexicon.Purpose && o.First > m.First && o.Last <= m.Last && o.Entry.ID != m.Entry.ID &&
			(o.Last == m.Last && !o.Entry.Verb || taxonomy.Purpose(o.Entry.ID).Is(taxonomy.Purpose(m.Entry.ID))) {
			return true
		}
	}
	return false
}

// narrower reports whether a mark that overlaps m is of a child of its concept:
// "object to direct marketing" around "you may object".
func (s *sentence) narrower(m lexicon.Mark) bool {
	for _, o := range s.marks {
		if o.Entry.Kind == m.Entry.Kind && o.Entry.ID != m.Entry.ID && o.First <= m.Last && m.First <= o.Last &&
			strings.HasPrefix(o.Entry.ID, m.Entry.ID+".") {
			return true
		}
	}
	return false
}

// polarity tells whether the text affirms or denies what m marks; ok is false
// where it does neither.
func (s *sentence) polarity(m lexicon.Mark) (p policy.Polarity, ok bool) {
	switch m.Entry.Kind {
	case lexicon.Data:
		// "we do not share your address" says nothing about having it
		if s.denied(m.First, lexicon.CueCollect, lexicon.CueStore) {
			return policy.No, !s.own.Has(lexicon.CueHedge)
		}
		return policy.Yes, !s.denied(m.First, lexicon.CueUse, lexicon.CueShare, lexicon.CueSell) || s.own.Has(lexicon.CueHedge)
	case lexicon.Recipient:
		return policy.Polarity(s.denied(m.First, lexicon.CueShare, lexicon.CueSell, lexicon.CueTransfer)), true
	case lexicon.Purpose:
		if s.refused(m) {
			return policy.No, !s.own.Has(lexicon.CueHedge)
		}
		return policy.Yes, !s.clauseOf(m.First).cues.Has(lexicon.CueNot) || !s.denied(m.First, lexicon.CueUse, lexicon.CueShare)
	case lexicon.Technology:
		return policy.Polarity(s.after(m, lexicon.CueNot) || s.refused(m)), true
	case lexicon.Statement:
		switch taxonomy.Statement(m.Entry.ID) {
		case taxonomy.StatementProfiling, taxonomy.StatementAutomatedDecisions, taxonomy.StatementCombination:
			c := s.clauseOf(m.First)
			return policy.Polarity(c.cues.Has(lexicon.CueNot) && !c.conditional && !s.exceptBefore(m.First)), true
		}
	}
	return policy.Yes, true
}

// accepts reports whether the mark states a fact where it stands.
func (s *sentence) accepts(m lexicon.Mark) bool {
	if s.onlySources() && m.Entry.Kind <= lexicon.Recipient {
		return false
	}
	if s.kind == layout.Heading && !s.titles(m) {
		return false
	}
	switch m.Entry.Kind {
	case lexicon.Data:
		if m.Entry.ID == string(taxonomy.DataTrackingCookie) && (!s.own.Any(lexicon.CueCollect, lexicon.CueStore) || s.own.Has(lexicon.CueChoice)) {
			return false
		}
		return s.handlesData() && !s.aside(m) && (!m.Entry.List || s.inList(m))
	case lexicon.Purpose:
		return s.serves() && s.purposive(m)
	case lexicon.Recipient:
		if m.Entry.Name != "" {
			return s.names(m) && !s.isOwn(m)
		}
		return s.shares() && !s.covered(m, lexicon.Right) && !s.from(m) && !s.protects(m) && (!m.Entry.List || s.inList(m))
	case lexicon.Right:
		return s.grants() && !s.clauseOf(m.First).cues.Has(lexicon.CueNot)
	case lexicon.Retention, lexicon.Disposal:
		if m.Entry.ID == string(taxonomy.RetentionFixedPeriod) {
			return false // is given with its period
		}
		return s.cues.Any(lexicon.CueStore, lexicon.CueDelete) || s.in(lexicon.InRetention)
	case lexicon.Safeguard:
		return s.cues.Any(lexicon.CueTransfer, lexicon.CueAbroad, lexicon.CueShare) || s.in(lexicon.InTransfer)
	case lexicon.Security:
		if m.Entry.ID == string(taxonomy.SecurityNoGuarantee) {
			return true // comes as advice: "please be aware that …"
		}
		return !s.advises() && (s.cues.Has(lexicon.CueProtect) || s.in(lexicon.InSecurity) || special(m.Entry.ID))
	case lexicon.ChangeNotice:
		return s.cues.Has(lexicon.CueChange) || s.in(lexicon.InChanges)
	case lexicon.Source:
		return s.states(m)
	case lexicon.LegalBasis:
		// "kept to comply with legal obligations" is an aim, no ground
		if s.overlaps(m, lexicon.Recipient) {
			return false
		}
		return m.Entry.ID == string(taxonomy.LegalBasisConsent) || !s.own.Has(lexicon.CueStore) || s.own.Has(lexicon.CueGround)
	}
	return true
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

// refused reports whether "not" stands before "use" and that before m, in one
// clause: "we do not use your data for marketing".
func (s *sentence) refused(m lexicon.Mark) bool {
	k := s.clauseNo(m.First)
	c := &s.clauses[k]
	if c.aim && k > 0 {
		c = &s.clauses[k-1] // "not use it | for marketing"
	}
	if c.conditional || s.exceptBefore(m.First) {
		return false
	}
	not := false
	for _, o := range s.marks {
		if o.First >= m.First {
			break
		}
		if o.Entry.Kind != lexicon.Cue || int(o.First) < c.first {
			continue
		}
		switch o.Entry.CueID() {
		case lexicon.CueNot:
			not = true
		case lexicon.CueUse:
			if not {
				return true
			}
		}
	}
	return false
}

// titles reports whether a mark in a heading states what it names: a right, a
// ground, a purpose in a section about use, a company; other headings only
// announce what is said below them.
func (s *sentence) titles(m lexicon.Mark) bool {
	switch m.Entry.Kind {
	case lexicon.Right:
		return s.initial(m) || s.own.Has(lexicon.CueRight)
	case lexicon.LegalBasis:
		return true
	case lexicon.Purpose:
		return s.initial(m) && s.in(lexicon.InUse|lexicon.InLegalBasis)
	}
	return m.Entry.Name != "" || m.Entry.Kind == lexicon.Technology && strings.Contains(m.Entry.ID, ".")
}

// onlySources reports whether s says where data comes from that was named
// before: "we collect such information from your devices".
func (s *sentence) onlySources() bool {
	return s.own.Has(lexicon.CueAnaphor) && s.own.Has(lexicon.CueOrigin) && (!s.own.Has(lexicon.CueSuch) || s.own.Has(lexicon.CueExample))
}

// advises reports whether s tells the reader what to do.
func (s *sentence) advises() bool {
	return s.cues.Has(lexicon.CueAdvice) && !s.own.Any(lexicon.CueCollect, lexicon.CueStore) && (s.own.Has(lexicon.CueAdvice) || !s.own.Has(lexicon.CueWe))
}

// others reports whether s speaks of what others do on their own account.
func (s *sentence) others() bool {
	return s.own.Has(lexicon.CueTheir) || s.in(lexicon.InThirdParties) && !s.own.Has(lexicon.CueWe)
}

// handlesData reports whether s says that data is collected, received, used,
// kept or shared, or that the person provides it.
func (s *sentence) handlesData() bool {
	if s.advises() || s.others() || s.in(lexicon.InDefinitions) {
		return false
	}
	gets := s.own.Any(lexicon.CueCollect, lexicon.CueProvide)
	switch {
	case gets:
		return true
	case s.own.Has(lexicon.CueDefine),
		s.own.Any(lexicon.CueContact, lexicon.CueChange), s.grantsRight(),
		s.own.Has(lexicon.CueRight) && !s.own.Any(lexicon.CueWe, lexicon.CueAutomatic), // "you can manage … in your settings"
		s.own.Has(lexicon.CueAbroad),
		s.in(lexicon.InRights|lexicon.InRetention|lexicon.InContact|lexicon.InTransfer|lexicon.InLegalBasis) && !s.in(lexicon.InCollection):
		return false
	}
	if s.cues.Any(lexicon.CueCollect, lexicon.CueUse, lexicon.CueShare, lexicon.CueStore, lexicon.CueProvide, lexicon.CueAutomatic) {
		return true
	}
	if s.before.Any(lexicon.CueCollect, lexicon.CueProvide) && s.own.Any(lexicon.CueSuch, lexicon.CuePii) {
		return true
	}
	if s.own.Has(lexicon.CueSuch) && s.count(lexicon.Data) > 1 {
		return true // "usage data may include your IP address and browser type"
	}
	return s.fragment() && s.in(lexicon.InCollection|lexicon.InCookies|lexicon.InCalifornia|lexicon.InUse)
}

// count returns the number of marks of kind k.
func (s *sentence) count(k lexicon.Kind) int {
	n := 0
	for _, m := range s.marks {
		if m.Entry.Kind == k {
			n++
		}
	}
	return n
}

// states reports whether a mark of a source says where data comes from, rather
// than when or how a person happens to give it.
func (s *sentence) states(m lexicon.Mark) bool {
	switch taxonomy.Source(m.Entry.ID) {
	case taxonomy.SourcePerson, taxonomy.SourceAutomatic:
		return s.own.Has(lexicon.CueOrigin)
	}
	return s.cues.Any(lexicon.CueCollect, lexicon.CueProvide, lexicon.CueUse) || s.in(lexicon.InCollection)
}

// isOwn reports whether m is the organisation's own name.
func (s *sentence) isOwn(m lexicon.Mark) bool {
	for _, o := range s.marks {
		if o.Entry == lexicon.Organisation && o.First <= m.Last && m.First <= o.Last {
			return true
		}
	}
	return false
}

// names reports whether a mark of a known company names it as one that gets
// data: written as a name, in a sentence about data or tools.
func (s *sentence) names(m lexicon.Mark) bool {
	if w := s.ws[m.First].Class; w != words.Capital && w != words.Upper && !s.lower {
		return false
	}
	return !s.own.Has(lexicon.CuePolicyOf) && (s.cues.Any(lexicon.CueUse, lexicon.CueCollect, lexicon.CueShare, lexicon.CueCookies, lexicon.CueTransfer, lexicon.CueStore) ||
		s.in(lexicon.InSharing|lexicon.InCookies|lexicon.InThirdParties))
}

// protects reports whether m names people whom something is done for: "to
// protect the public".
func (s *sentence) protects(m lexicon.Mark) bool {
	switch taxonomy.Recipient(m.Entry.ID) {
	case taxonomy.RecipientPublic, taxonomy.RecipientOtherUsers:
		return s.clauseOf(m.First).aim || s.initialVerb()
	}
	return false
}

// initialVerb reports whether s is a list item that starts with its verb.
func (s *sentence) initialVerb() bool {
	for _, m := range s.marks {
		if m.First > 0 {
			return false
		}
		if m.Entry.Kind == lexicon.Purpose && m.Entry.Verb {
			return s.listed
		}
	}
	return false
}

// from reports whether m is named as where something comes from: "from third
// parties", "door derden".
func (s *sentence) from(m lexicon.Mark) bool {
	return s.after(m, lexicon.CueFrom) && s.own.Has(lexicon.CueCollect) && !s.clauseOf(m.First).cues.Has(lexicon.CueSell)
}

// after reports whether a cue c stands right before m, or with one word
// between.
func (s *sentence) after(m lexicon.Mark, c lexicon.CueID) bool {
	for _, o := range s.marks {
		if o.First >= m.First {
			break
		}
		if o.Entry.Kind == lexicon.Cue && o.Entry.CueID() == c && o.Last >= m.First-2 && o.Last < m.First {
			return true
		}
	}
	return false
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

// aside reports whether the data that m marks is only what something else is
// about: the aim in "to manage your account".
func (s *sentence) aside(m lexicon.Mark) bool {
	if m.Entry.ID == string(taxonomy.DataInference) {
		return false // named by what is done with it: "relevant to your interests"
	}
	if s.within(m, lexicon.Recipient) || s.within(m, lexicon.Purpose) || s.within(m, lexicon.Source) {
		return true
	}
	if s.after(m, lexicon.CueFrom) && !s.cues.Any(lexicon.CueCollect, lexicon.CueProvide) {
		return true
	}
	c := s.clauseOf(m.First)
	if c.conditional && s.overlaps(m, lexicon.Purpose) {
		return true // the occasion: "when you place an order"
	}
	return c.aim && !c.cues.Any(lexicon.CueCollect, lexicon.CueProvide, lexicon.CueStore)
}

// serves reports whether s may say what data is used for.
func (s *sentence) serves() bool {
	if s.advises() || s.own.Has(lexicon.CueTheir) {
		return false
	}
	return s.cues.Any(lexicon.CueUse, lexicon.CueCollect, lexicon.CueProvide, lexicon.CueShare, lexicon.CueStore, lexicon.CuePurposes, lexicon.CueGround) ||
		s.in(lexicon.InUse|lexicon.InLegalBasis) || s.before.Any(lexicon.CueUse, lexicon.CueCollect)
}

// shares reports whether s says who gets data.
func (s *sentence) shares() bool {
	if s.advises() || s.own.Has(lexicon.CueDefine) {
		return false
	}
	return s.cues.Any(lexicon.CueShare, lexicon.CueTransfer) || s.in(lexicon.InSharing) || s.before.Has(lexicon.CueShare)
}

// grants reports whether s may say what the person can ask for.
func (s *sentence) grants() bool {
	return s.cues.Has(lexicon.CueRight) || s.in(lexicon.InRights) && (s.fragment() || !s.own.Has(lexicon.CueThird))
}

// inList reports whether an ambiguous word stands beside other marks of its
// kind, after "your", or alone in its item.
func (s *sentence) inList(m lexicon.Mark) bool {
	if int(m.Last-m.First)+3 >= len(s.ws) {
		return true
	}
	for _, o := range s.marks {
		if o.Entry.Kind == m.Entry.Kind && (o.First > m.Last && s.listedBetween(m.Last, o.First) || o.Last < m.First && s.listedBetween(o.Last, m.First)) {
			return true
		}
		if o.Entry.Kind == lexicon.Cue && o.Entry.CueID() == lexicon.CueYou && o.Last < m.First && m.First-o.Last <= 2 && o.First == o.Last {
			return true
		}
	}
	return false
}

// listedBetween reports whether only a comma, "and" and the like stand
// between words a and b.
func (s *sentence) listedBetween(a, b int32) bool {
	if b-a > 4 {
		return false
	}
	for i := a + 1; i <= b; i++ {
		if s.ws[i].Before&(words.Comma|words.Slash|words.Open|words.Close|words.Semicolon|words.Colon) != 0 {
			return true
		}
	}
	return b-a == 2
}

// purposive reports whether a mark of a purpose stands as an aim: "to
// improve", "for improving", an item "Improve …", "we send you newsletters";
// not what the person does or what is said of the policy itself.
func (s *sentence) purposive(m lexicon.Mark) bool {
	if s.own.Any(lexicon.CueChange, lexicon.CueDefine) || s.overlaps(m, lexicon.Right) ||
		s.within(m, lexicon.Data) || s.within(m, lexicon.Technology) || s.within(m, lexicon.Recipient) {
		return false
	}
	if s.lists(lexicon.Recipient) && !s.clauseOf(m.First).aim {
		return false // "third parties in connection with a merger"
	}
	c := s.clauseOf(m.First)
	acts := s.cues.Any(lexicon.CueCollect, lexicon.CueUse, lexicon.CueShare, lexicon.CueStore)
	switch {
	case c.aim, s.initial(m):
		return true
	case c.conditional && c.cues.Has(lexicon.CueYou): // "when you place an order"
		return s.own.Any(lexicon.CueCollect, lexicon.CueProvide)
	case !m.Entry.Verb:
		return true
	case s.ws[m.First].Form&words.Gerund != 0:
		return true
	case s.ws[m.First].Form == words.Participle && s.cues.Any(lexicon.CueUse, lexicon.CueShare) && strings.HasPrefix(m.Entry.ID, "service"):
		return false // "services provided by us"
	case c.cues.Has(lexicon.CueWe):
		return acts || s.in(lexicon.InUse)
	}
	return s.listed || s.in(lexicon.InUse)
}

// lists reports whether s is an element of a list that begins with a mark of
// kind k, such as a recipient in a list of recipients.
func (s *sentence) lists(k lexicon.Kind) bool {
	if s.own.Has(lexicon.CueWe) || !s.numbered() && !(s.listed && s.kind == layout.Item) ||
		!s.cues.Has(lexicon.CueShare) && !s.before.Has(lexicon.CueShare) {
		return false
	}
	for _, m := range s.marks {
		if m.First > 1 {
			break
		}
		if m.Entry.Kind == k {
			return true
		}
	}
	return false
}

// initial reports whether m begins an item or a heading, but for a word or two.
func (s *sentence) initial(m lexicon.Mark) bool {
	return m.First <= 1 && (s.kind == layout.Item || s.kind == layout.Heading || s.kind == layout.Row)
}

// overlaps reports whether a mark of kind k shares words with m.
func (s *sentence) overlaps(m lexicon.Mark, k lexicon.Kind) bool {
	for _, o := range s.marks {
		if o.Entry.Kind == k && o.First <= m.Last && m.First <= o.Last {
			return true
		}
	}
	return false
}

// within reports whether m is part of a longer phrase of kind k.
func (s *sentence) within(m lexicon.Mark, k lexicon.Kind) bool {
	for _, o := range s.marks {
		if o.Entry.Kind == k && !o.Entry.Gap && o.First <= m.First && o.Last >= m.Last && o.Last-o.First > m.Last-m.First {
			return true
		}
	}
	return false
}

// covered reports whether a mark of kind k covers m.
func (s *sentence) covered(m lexicon.Mark, k lexicon.Kind) bool {
	for _, o := range s.marks {
		if o.Entry.Kind == k && o.First <= m.First && o.Last >= m.Last {
			return true
		}
	}
	return false
}

// sources tells how the data of s is obtained, as far as s or the heading above
// it says.
func (s *sentence) sources() sourceSet {
	if !s.cues.Any(lexicon.CueCollect, lexicon.CueProvide) {
		if s.own.Any(lexicon.CueUse, lexicon.CueShare, lexicon.CueStore) {
			return 0
		}
		return s.heading
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
	return 0
}

// ownNames adds marks for the organisation's names, keeping the order of marks.
func (r *reader) ownNames(ws []words.Word, marks []lexicon.Mark) []lexicon.Mark {
	for i := range ws {
		for _, name := range r.given.Names {
			start := int(ws[i].Start)
			end := start + len(name)
			if end > len(r.text) || !strings.EqualFold(r.text[start:end], name) || end < len(r.text) && words.IsLetter(r.text[end]) {
				continue
			}
			last := i
			for last+1 < len(ws) && int(ws[last+1].End) <= end {
				last++
			}
			marks = append(marks, lexicon.Mark{First: int32(i), Last: int32(last), Entry: lexicon.Organisation})
			for k := len(marks) - 1; k > 0 && marks[k].First < marks[k-1].First; k-- {
				marks[k], marks[k-1] = marks[k-1], marks[k]
			}
		}
	}
	return marks
}
