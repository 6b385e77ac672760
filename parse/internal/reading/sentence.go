package reading

import (
	"slices"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/policy"
)

// A sentence is one sentence with what its words and its place tell.
type sentence struct {
	ws     []words.Word
	marks  []lexicon.Mark
	blocks []lexicon.Mark // a buffer
	gone   []int          // a buffer

	semicolons []int32 // a buffer
	lex        *lexicon.Lexicon
	kind       layout.Kind
	block      int
	first      bool // in its block
	more       bool // sentences follow it in its block

	has    uint32         // 1<<kind of its marks, when analysed
	said   lexicon.CueSet // cues of its marks, whether they hold or not
	ands   wordSet        // words that are "and" or "or"
	own    lexicon.CueSet // cues of its own words
	cues   lexicon.CueSet // with those of the sentence that introduces it
	before lexicon.CueSet // of the earlier sentences of its block

	kinds     lexicon.SectionSet
	under     lexicon.SectionSet // kinds of the section around the one that s heads
	region    policy.Region
	cond      policy.Condition
	listed    bool // part of a list that another sentence introduces
	ours      bool // which says what the organisation does with data
	denyList  bool // which that sentence denies
	aimList   bool // of aims: "we use it to:"
	clauses   []clause
	heading   sourceSet // what the headings above say of sources
	given     sourceSet // what introduces the list says of them
	passageNo int
	label     label
	lower     bool   // the text has no capital letters
	recipient string // the recipient that the introducing sentence names last
	named     string // the recipient that this one names last
}

// A wordSet is a set of words of a sentence.
type wordSet [(words.MaxSentence + 63) / 64]uint64

// A clause is a part of a sentence with its own subject: words First to Last.
type clause struct {
	first, last int
	conditional bool // if, when, unless …
	exception   bool // except, unless
	aim         bool // to, in order to
	apart       bool // in brackets, of what is left out: "(but not your password)"
	goesOn      int  // the clause before such brackets that goes on with this one, plus 1
	cues        lexicon.CueSet
}

func (s *sentence) reset(ws []words.Word, b *layout.Block, block int) {
	*s = sentence{ws: ws, kind: b.Kind, block: block, clauses: s.clauses[:0], blocks: s.blocks, gone: s.gone, semicolons: s.semicolons}
}

func (s *sentence) section(f *sectionFrame) {
	s.kinds = f.kinds
	s.region = f.region
	s.heading = f.sources
}

func (s *sentence) introduced(f *blockFrame) {
	s.listed, s.ours = true, f.cues.Has(lexicon.CueWe) && f.cues.Any(lexicon.CueUse, lexicon.CueCollect) && !f.cues.Has(lexicon.CueTheir)
	if len(f.flow.data) == 0 {
		s.given = f.flow.sources
	}
	s.cues = f.cues
	s.denyList = f.denied
	s.aimList = f.aims
	s.recipient = f.recipient
	if f.label {
		s.label = belowLabel
		s.narrow(f.kinds)
	}
	s.cond = f.cond
	if f.region != "" {
		s.region = f.region
	}
}

// in reports whether s stands in a section of one of the kinds.
func (s *sentence) in(kinds lexicon.SectionSet) bool { return s.kinds&kinds != 0 }

// fragment reports whether s is no full sentence: a heading, a table cell or
// a few words before the text of a list item.
func (s *sentence) fragment() bool {
	return s.kind == layout.Heading || s.kind == layout.Row || len(s.ws) <= 8 || s.listed && s.kind == layout.Item
}

// span returns the bytes that s covers.
func (s *sentence) span() policy.Span {
	return policy.Span{Start: int(s.ws[0].Start), End: int(s.ws[len(s.ws)-1].End)}
}

// analyse finds cues, clauses, region and condition from the marks of s.
func (s *sentence) analyse(lex *lexicon.Lexicon) {
	s.lex = lex
	s.drop()
	conditional := false
	for _, m := range s.marks {
		s.has |= 1 << m.Entry.Kind
		if m.Entry.Kind != lexicon.Cue {
			continue
		}
		s.said.Add(m.Entry.CueID())
		if m.Entry.CueID() == lexicon.CueAnd && m.First < words.MaxSentence {
			s.ands[m.First/64] |= 1 << (m.First % 64)
		}
		if m.Entry.Plain() {
			s.own.Add(m.Entry.CueID())
		} else {
			conditional = true
		}
	}
	if conditional {
		for _, m := range s.marks {
			if m.Entry.Kind == lexicon.Cue && m.Entry.Holds(&s.own, s.kinds) {
				s.own.Add(m.Entry.CueID())
			}
		}
	}
	s.cues.Union(&s.own)
	s.cut(lex)
	for _, m := range s.marks {
		if m.Entry.Kind == lexicon.Region {
			s.region = policy.Region(m.Entry.ID)
			break
		}
	}
	if c := condition(&s.own); c != policy.None {
		s.cond = c
	}
}

// drop takes away the marks that a block mark covers, and the block marks.
func (s *sentence) drop() {
	s.blocks = s.blocks[:0]
	for _, m := range s.marks {
		if m.Entry.Kind == lexicon.Block {
			s.blocks = append(s.blocks, m)
		}
	}
	if len(s.blocks) == 0 {
		return
	}
	s.keep(func(m lexicon.Mark) bool { return m.Entry.Kind != lexicon.Block && !s.blocked(m) })
}

// blocked reports whether a block mark takes m away: one that is longer, or as
// long as a phrase without a gap.
func (s *sentence) blocked(m lexicon.Mark) bool {
	for _, b := range s.blocks {
		if b.First > m.First {
			break
		}
		if b.Last >= m.Last && b.Entry.Blocks(m.Entry.Kind) && (!m.Entry.Gap || b.Last-b.First > m.Last-m.First) {
			return true
		}
		if m.Entry.Gap && m.Entry.Kind == lexicon.Purpose && m.First < b.Last && b.Last < m.Last && b.Entry.Blocks(m.Entry.Kind) {
			return true
		}
	}
	return false
}

// keep keeps the marks for which ok holds. All of them are asked before any
// goes, as the answer for one may depend on the others.
func (s *sentence) keep(ok func(lexicon.Mark) bool) {
	s.gone = s.gone[:0]
	for i, m := range s.marks {
		if !ok(m) {
			s.gone = append(s.gone, i)
		}
	}
	if len(s.gone) == 0 {
		return
	}
	n := s.gone[0]
	for k, i := range s.gone {
		next := len(s.marks)
		if k+1 < len(s.gone) {
			next = s.gone[k+1]
		}
		n += copy(s.marks[n:], s.marks[i+1:next])
	}
	s.marks = s.marks[:n]
}

// cut finds the clauses of s.
func (s *sentence) cut(lex *lexicon.Lexicon) {
	s.open(0).aim = s.aimList
	mi, oblique := 0, false
	around := 0 // the clause around the brackets that are open, plus 1
	for i := range s.ws {
		switch {
		case around > 0 && s.ws[i].Before&words.Close != 0:
			outer := s.clauses[around-1]
			c := s.open(i)
			c.conditional, c.exception, c.aim, c.goesOn = outer.conditional, outer.exception, outer.aim, around
			around = 0
		case around == 0 && s.leavesOut(i, mi):
			around = len(s.clauses)
			s.open(i).apart = !s.subjectAt(i, mi)
		case s.ws[i].Before&words.Colon != 0 && s.labelled(lex, i, mi):
			s.open(i)
		}
		subject, acts := false, false
		after := oblique // "our customers"
		oblique = false
		for ; mi < len(s.marks) && int(s.marks[mi].First) <= i; mi++ {
			m := s.marks[mi]
			if m.Entry.Kind != lexicon.Cue {
				continue
			}
			switch m.Entry.CueID() {
			case lexicon.CueBreak:
				if c := s.clauses[len(s.clauses)-1]; !c.conditional || i > c.first+maxOpening {
					s.open(i)
				}
			case lexicon.CueIf:
				s.open(i).conditional = true
			case lexicon.CueExcept:
				s.open(i).exception = true
			case lexicon.CueAim:
				if m.Last > m.First || s.aims(lex, i) {
					s.open(i).aim = true
				}
			case lexicon.CueSuch:
				if i > 0 && s.ws[i].Before&words.Comma != 0 && s.clauses[len(s.clauses)-1].aim {
					s.open(i) // "technical data that is needed to show the site, such as …"
				}
			case lexicon.CueWe:
				subject = true
				acts = s.actsAfter(mi)
			case lexicon.CueYou:
				subject = true
			case lexicon.CueOblique:
				oblique = true
			}
		}
		if i > 0 && s.ws[i].Before&(words.Semicolon|words.Dash) != 0 {
			aim := s.clauses[len(s.clauses)-1].aim
			if c := s.open(i); aim && s.ws[i].Form&words.Base != 0 && lex.Verb(s.ws[i]) {
				c.aim = true // "to: enforce …; detect …"
			}
			continue
		}
		if !subject {
			continue
		}
		// ", we …" after a condition; Dutch ", kunnen we …"
		if last := &s.clauses[len(s.clauses)-1]; (last.conditional || last.exception || last.aim) && i > last.first && (!oblique && !after || last.conditional && s.acting(i, mi)) {
			switch {
			case s.ws[i].Before&words.Comma != 0, last.aim && acts:
				s.open(i)
			case last.conditional && i > last.first+2 && s.inverted(i):
				s.open(i - 1)
			case i > last.first+1 && s.ws[i-1].Before&words.Comma != 0:
				s.open(i - 1)
			}
		}
	}
	for _, m := range s.marks {
		if m.Entry.Kind == lexicon.Cue && m.Entry.Holds(&s.own, s.kinds) && !s.bracketed(m) {
			s.clauseOf(m.Last).cues.Add(m.Entry.CueID())
		}
	}
	for k := range s.clauses {
		if c := &s.clauses[k]; c.goesOn > 0 {
			c.cues.Union(&s.clauses[c.goesOn-1].cues)
		}
	}
}

// maxLeftOut is the number of words up to which brackets hold a mere remark.
const maxLeftOut = 25

// leavesOut reports whether brackets open before word i that tell what is left
// out: "(but not your password)". The marks from word i on begin at mi.
func (s *sentence) leavesOut(i, mi int) bool {
	if i == 0 || s.ws[i].Before&words.Open == 0 || !s.said.Has(lexicon.CueNot) {
		return false
	}
	not, near := false, i+1
	if s.subjectAt(i, mi) {
		near = i + 2 // "(we do not …)"
	}
	for _, m := range s.marks[mi:] {
		if int(m.First) > near {
			break
		}
		not = not || m.Entry.Kind == lexicon.Cue && m.Entry.CueID() == lexicon.CueNot
	}
	if !not {
		return false
	}
	for k := i + 1; k < len(s.ws); k++ {
		if s.ws[k].Before&words.Close != 0 {
			return k-i <= maxLeftOut
		}
	}
	return len(s.ws)-i <= maxLeftOut
}

// subjectAt reports whether the organisation is named at word i, so that what
// follows is a statement by itself: "(we do not collect your position)". The marks from word i on
// begin at mi.
func (s *sentence) subjectAt(i, mi int) bool {
	for _, m := range s.marks[mi:] {
		if int(m.First) > i {
			break
		}
		if m.Entry.Kind == lexicon.Cue && m.Entry.CueID() == lexicon.CueWe {
			return true
		}
	}
	return false
}

// labelled reports whether the colon before word i of a list's item ends a
// clause about the occasion, and data follows: "if you pay: card number".
func (s *sentence) labelled(lex *lexicon.Lexicon, i, mi int) bool {
	last := &s.clauses[len(s.clauses)-1]
	if !s.listed || i < last.first+2 || !last.conditional && !last.aim || s.aimList || lex.Verb(s.ws[i]) {
		return false
	}
	for _, m := range s.marks[mi:] {
		if int(m.First) > i+1 {
			break
		}
		if m.Entry.Kind == lexicon.Data {
			return true
		}
	}
	return false
}

// bracketed reports whether m begins what brackets exclude, "video (not
// audio)": that denies nothing of the rest.
func (s *sentence) bracketed(m lexicon.Mark) bool {
	if m.Entry.CueID() != lexicon.CueNot || s.ws[m.First].Before&words.Open == 0 {
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

// open starts a clause at word first.
func (s *sentence) open(first int) *clause {
	if n := len(s.clauses); n > 0 {
		if s.clauses[n-1].first == first {
			return &s.clauses[n-1]
		}
		s.clauses[n-1].last = first - 1
	}
	s.clauses = append(s.clauses, clause{first: first, last: len(s.ws) - 1})
	return &s.clauses[len(s.clauses)-1]
}

// aims reports whether the single word i, such as "to" or "for", begins a
// clause of purpose: a verb follows in the form that it asks for.
func (s *sentence) aims(lex *lexicon.Lexicon, i int) bool {
	if lex.Language == "nl" {
		return true
	}
	verb := i + 1
	if verb < len(s.ws) && s.ws[verb].Before&words.Comma != 0 { // "to, among other things, improve"
		for verb++; verb < len(s.ws) && verb < i+7 && s.ws[verb].Before&words.Comma == 0; {
			verb++
		}
	}
	if verb >= len(s.ws) || !lex.Verb(s.ws[verb]) {
		return false
	}
	if n := s.ws[i].End - s.ws[i].Start; n == 2 {
		return s.ws[verb].Form&words.Base != 0
	}
	return s.ws[verb].Form&words.Gerund != 0
}

// inverted reports whether subject i of a Dutch sentence stands behind its verb,
// as no subject of a subordinate clause does: "als u dat wilt | kunt u …".
func (s *sentence) inverted(i int) bool {
	if s.lex.Language != "nl" || s.ws[i-1].Before&words.Open != 0 {
		return false
	}
	for _, m := range s.marks {
		if int(m.First) > i-1 {
			break
		}
		if m.Entry.Kind == lexicon.Cue && m.Entry.CueID() == lexicon.CueAuxiliary && int(m.Last) == i-1 {
			return true
		}
	}
	return false
}

// acting reports whether an auxiliary verb stands within five words of word i,
// with no comma between: "your data may be transferred". The marks after word
// i begin at mi.
func (s *sentence) acting(i, mi int) bool {
	end := i + 1
	for end < len(s.ws) && end <= i+5 && s.ws[end].Before&words.Comma == 0 {
		end++
	}
	for _, m := range s.marks[mi:] {
		if int(m.First) >= end {
			break
		}
		if m.Entry.Kind == lexicon.Cue && m.Entry.CueID() == lexicon.CueAuxiliary {
			return true
		}
	}
	return false
}

// actsAfter reports whether the organisation, marked by mark i, does something
// with data in the next words: "we collect".
func (s *sentence) actsAfter(i int) bool {
	at := s.marks[i].Last
	for _, m := range s.marks[i+1:] {
		if m.First > at+3 {
			break
		}
		if m.Entry.Kind == lexicon.Cue && m.First > at {
			switch m.Entry.CueID() {
			case lexicon.CueCollect, lexicon.CueUse, lexicon.CueShare, lexicon.CueStore:
				return true
			}
		}
	}
	return false
}

// clauseOf returns the clause of word i.
func (s *sentence) clauseOf(i int32) *clause { return &s.clauses[s.clauseNo(i)] }

// clauseNo returns the index of the clause of word i.
func (s *sentence) clauseNo(i int32) int {
	for k := range s.clauses {
		if int(i) <= s.clauses[k].last {
			return k
		}
	}
	return len(s.clauses) - 1
}

// exceptBefore reports whether an exception starts before word i: after the
// negation or at the start of s, but not "we only use those that do not share".
func (s *sentence) exceptBefore(i int32) bool {
	if !s.said.Has(lexicon.CueExcept) {
		return false
	}
	denied := -1
	if !s.denyList {
		denied = s.firstNot()
	}
	for k := range s.clauses {
		if s.clauses[k].first > int(i) {
			break
		}
		if first := s.clauses[k].first; s.clauses[k].exception && (first > denied || first == 0) {
			return true
		}
	}
	return false
}

// firstNot returns the word at which the first negation of s begins, or
// len(s.ws) if there is none.
func (s *sentence) firstNot() int {
	if !s.said.Has(lexicon.CueNot) {
		return len(s.ws)
	}
	for _, m := range s.marks {
		if m.Entry.Kind == lexicon.Cue && m.Entry.CueID() == lexicon.CueNot {
			return int(m.First)
		}
	}
	return len(s.ws)
}

// denied reports whether the text denies what word i is part of: a negation
// in its clause together with one of the actions, no exception before it.
func (s *sentence) denied(i int32, actions ...lexicon.CueID) bool {
	if s.exceptBefore(i) {
		return false
	}
	if s.denies(i, actions...) {
		return true
	}
	c := s.clauseOf(i)
	return s.denyList && (!c.cues.Has(lexicon.CueNot) || c.conditional)
}

// denies reports whether the clause of word i negates one of the actions: the
// one that follows the negation or one that is joined to it, "not collect or
// share", but not "not keep what you share".
func (s *sentence) denies(i int32, actions ...lexicon.CueID) bool {
	c := s.clauseOf(i)
	if !c.cues.Has(lexicon.CueNot) || c.conditional || !c.cues.Any(actions...) {
		return false
	}
	not, last := false, int32(-1)
	for _, m := range s.marks {
		if m.Entry.Kind != lexicon.Cue || int(m.First) < c.first {
			continue
		}
		if int(m.First) > c.last || m.First >= i && last >= 0 {
			break
		}
		switch id := m.Entry.CueID(); id {
		case lexicon.CueNot:
			not = not || !s.bracketed(m)
		case lexicon.CueCollect, lexicon.CueUse, lexicon.CueShare, lexicon.CueSell, lexicon.CueStore, lexicon.CueTransfer:
			if !not || last >= 0 && m.First > last+2 && !s.joins(int(m.First)-1) && !s.joins(int(m.First)-2) {
				continue
			}
			if slices.Contains(actions, id) {
				return true
			}
			last = m.First
		}
	}
	return last < 0 || last > i
}

// deniesList reports whether a list that s introduces is a list of what is
// denied.
func (s *sentence) deniesList() bool {
	if s.own.Any(lexicon.CueExcept, lexicon.CueHedge) {
		return false
	}
	return s.denied(int32(len(s.ws)-1), lexicon.CueCollect, lexicon.CueStore, lexicon.CueShare)
}

// nearEnd is within how many words of the end of a sentence about the
// collection of data "for the" tells that a list of aims follows.
const nearEnd = 3

// introducesAims reports whether a list that s introduces is a list of aims:
// of the cues that tell, one of purpose comes last.
func (s *sentence) introducesAims() bool {
	aims := s.aimList
	if !aims && !s.said.Any(lexicon.CueAim, lexicon.CuePurposes) {
		return false
	}
	data, list := false, int32(0) // the list is of data, even where an aim comes last: "the following data for support"
	for _, m := range s.marks {
		if m.Entry.Kind != lexicon.Cue {
			continue
		}
		switch m.Entry.CueID() {
		case lexicon.CueDataList:
			aims, data, list = false, true, m.Last
		case lexicon.CueAim:
			if data && int(m.Last) < len(s.ws)-1 || int(m.Last) < len(s.ws)-1 && !s.own.Any(lexicon.CueWe, lexicon.CueUse, lexicon.CuePurposes, lexicon.CuePii, lexicon.CueCollect, lexicon.CueShare) {
				continue // "some things to remember:"
			}
			aims = m.Last > m.First || int(m.Last) == len(s.ws)-1 || s.clauseOf(m.First).aim
		case lexicon.CuePurposes:
			aims = aims || !data
			if s.in(lexicon.InCollection) && !s.in(lexicon.InUse|lexicon.InLegalBasis) && len(s.ws)-int(m.Last) > nearEnd {
				aims = false // "we collect data that is needed for the working of our site:"
			}
		case lexicon.CueCollect, lexicon.CueProvide, lexicon.CueSuch, lexicon.CueShare:
			data = data && (m.Entry.CueID() != lexicon.CueSuch || m.First <= list) // "… for the following purposes"
			aims = aims && m.Last-m.First > 2
		}
	}
	return aims
}

// condition returns what the cues make a statement depend on.
func condition(cues *lexicon.CueSet) policy.Condition {
	for _, c := range [...]struct {
		cue  lexicon.CueID
		cond policy.Condition
	}{
		{lexicon.CueConsent, policy.OnConsent}, {lexicon.CueRequest, policy.OnRequest}, {lexicon.CueLaw, policy.ByLaw},
		{lexicon.CueChoice, policy.ByChoice}, {lexicon.CueService, policy.SomeService}, {lexicon.CueNecessary, policy.IfNecessary},
		{lexicon.CueEvent, policy.OnEvent}, {lexicon.CueExcept, policy.Unless}, {lexicon.CueIf, policy.Otherwise},
	} {
		if cues.Has(c.cue) {
			return c.cond
		}
	}
	return policy.None
}
