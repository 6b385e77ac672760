package reading

import (
	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/policy"
)

// A sentence is one sentence with what its words and its place tell.
type sentence struct {
	*line
	standing

	lex        *lexicon.Lexicon
	lower      bool // the text has no capital letters
	clauses    []clause
	gone       []int   // a buffer
	semicolons []int32 // a buffer
}

// A standing is what the place of a sentence tells, and what was found out about
// it so far.
type standing struct {
	kind  layout.Kind
	block int
	sec   int  // of its block
	first bool // in its block
	more  bool // sentences follow it in its block

	cues   lexicon.CueSet // with those of the sentence that introduces it
	before lexicon.CueSet // of the earlier sentences of its block

	kinds     lexicon.SectionSet
	under     lexicon.SectionSet // kinds of the section around the one that s heads
	region    region
	cond      condition
	listed    bool      // part of a list that another sentence introduces
	ours      bool      // which says what the organisation does with data
	denyList  bool      // which that sentence denies
	aimList   bool      // of aims: "we use it to:"
	word      int32     // whose clause was asked for last
	clause    int       // the index of that clause
	leaves    bool      // some clause is apart
	heading   sourceSet // what the headings above say of sources
	given     sourceSet // what introduces the list says of them
	sources   sourceSet // how its data is obtained
	passageNo int
	label     label
	parties   bool   // a cell of a table's column of recipients
	recipient string // the recipient that the introducing sentence names last
	named     string // the recipient that this one names last
	reach     int32  // the last word of the phrases without a gap that were read, -1 at first
	ownData   int32  // the word at which the first data of its flow begins, -1 if there is none
	anaphor   int32  // the word at which it first speaks of data named before, -1 if it does not
	example   example

	parts  []int32 // the words at which those of its statements begin that are to come
	stated bool    // it states something

	data, recipients int // how many facts of the kind its own words state
}

// A wordSet is a set of words of a sentence.
type wordSet [(words.MaxSentence + 63) / 64]uint64

func (s *wordSet) add(i int32) {
	if i < words.MaxSentence {
		s[i/64] |= 1 << (i % 64)
	}
}

func (s *wordSet) has(i int) bool {
	return uint(i) < words.MaxSentence && s[i/64]&(1<<(i%64)) != 0
}

func (s *sentence) reset(l *line, b *layout.Block, block int) {
	s.line, s.clauses = l, s.clauses[:0]
	s.standing = standing{}
	s.kind, s.block, s.sec = b.Kind, block, b.Section
	s.reach, s.ownData, s.anaphor = -1, -1, -1
}

func (s *sentence) section(f *sectionFrame) {
	s.kinds = f.kinds
	s.region = f.region
	s.heading = f.sources
	s.denyList = f.denied && s.kind == layout.Item
}

func (s *sentence) introduced(f *blockFrame) {
	s.listed, s.ours = true, f.cues.Has(lexicon.CueWe) && f.cues.Any(1<<lexicon.CueUse|1<<lexicon.CueCollect) && !f.cues.Has(lexicon.CueTheir)
	if !f.flow.has(ofData) {
		s.given = f.flow.sources
	}
	s.cues = f.cues
	s.denyList = s.denyList || f.denied
	s.aimList = f.aims
	s.recipient = f.recipient
	if f.label {
		s.label = belowLabel
		s.narrow(f.kinds)
	}
	s.cond = f.cond
	if f.region != everybody {
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

// analyse finds cues, clauses and condition of s where it stands.
func (s *sentence) analyse() {
	if s.bound {
		for i := range s.cued {
			if e := s.cued[i].Entry; e.Holds(&s.own, s.kinds) {
				s.own.Union(e.Cues())
			}
		}
	}
	s.cues.Union(&s.own)
	if s.own.Any(1<<lexicon.CueAnaphor | 1<<lexicon.CueSaid) {
		s.anaphor = s.firstCue(1<<lexicon.CueAnaphor | 1<<lexicon.CueSaid)
	}
	s.cut()
	if c := conditionOf(&s.own); c != unconditional {
		s.cond = c
	}
}

// firstRegion returns the region that s names first.
func (r *reader) firstRegion(s *sentence) region {
	for _, m := range s.facts {
		if m.Entry.Kind == lexicon.Region {
			return r.facts.region(m.Entry)
		}
	}
	return s.region
}

// introducesAims reports whether a list that s introduces is a list of aims:
// of the cues that tell, one of purpose comes last.
func (s *sentence) introducesAims() bool {
	aims := s.aimList
	if !aims && !s.said.Any(1<<lexicon.CueAim|1<<lexicon.CuePurposes) {
		return false
	}
	data, list := false, int32(0) // the list is of data, even where an aim comes last: "the following data for support"
	for _, m := range s.cued {
		cues := m.Entry.Cues()
		if cues.Has(lexicon.CueDataList) {
			aims, data, list = false, true, m.Last
		}
		if cues.Has(lexicon.CueAim) {
			if data && int(m.Last) < len(s.ws)-1 || int(m.Last) < len(s.ws)-1 && !s.own.Any(1<<lexicon.CueWe|1<<lexicon.CueUse|1<<lexicon.CuePurposes|1<<lexicon.CuePii|1<<lexicon.CueCollect|1<<lexicon.CueShare) {
				continue // "some things to remember:"
			}
			aims = m.Last > m.First || int(m.Last) == len(s.ws)-1 || s.clauseOf(m.First).aim
		}
		if cues.Has(lexicon.CuePurposes) {
			aims = aims || !data
			if s.in(lexicon.InCollection) && !s.in(lexicon.InUse|lexicon.InLegalBasis) && len(s.ws)-int(m.Last) > nearEnd {
				aims = false // "we collect data that is needed for the working of our site:"
			}
		}
		if cues.Any(1<<lexicon.CueCollect | 1<<lexicon.CueProvide | 1<<lexicon.CueSuch | 1<<lexicon.CueShare) {
			data = data && (!cues.Has(lexicon.CueSuch) || m.First <= list) // "… for the following purposes"
			aims = aims && m.Last-m.First > 2
		}
	}
	return aims
}

// nearEnd is within how many words of the end of a sentence about the
// collection of data "for the" tells that a list of aims follows.
const nearEnd = 3

// A condition is what a statement depends on: the index of one of conditions.
type condition uint8

const unconditional condition = 0

// conditions are the cues that make a statement depend on something, in the
// order in which they count. The first stands for none.
var conditions = [...]struct {
	cue  lexicon.CueID
	cond policy.Condition
}{
	{cond: policy.None},
	{lexicon.CueConsent, policy.OnConsent}, {lexicon.CueRequest, policy.OnRequest}, {lexicon.CueLaw, policy.ByLaw},
	{lexicon.CueChoice, policy.ByChoice}, {lexicon.CueService, policy.SomeService}, {lexicon.CueNecessary, policy.IfNecessary},
	{lexicon.CueEvent, policy.OnEvent}, {lexicon.CueExcept, policy.Unless}, {lexicon.CueIf, policy.Otherwise},
}

// conditionOf returns what the cues make a statement depend on.
func conditionOf(cues *lexicon.CueSet) condition {
	const any = 1<<lexicon.CueConsent | 1<<lexicon.CueRequest | 1<<lexicon.CueLaw | 1<<lexicon.CueChoice | 1<<lexicon.CueService |
		1<<lexicon.CueNecessary | 1<<lexicon.CueEvent | 1<<lexicon.CueExcept | 1<<lexicon.CueIf
	if !cues.Any(any) {
		return unconditional
	}
	for i := 1; i < len(conditions); i++ {
		if cues.Has(conditions[i].cue) {
			return condition(i)
		}
	}
	return unconditional
}
