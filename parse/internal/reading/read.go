package reading

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// sentence reads one sentence: marks, cues, and what of it states a fact.
func (r *reader) sentence(s *sentence) {
	s.analyse()
	if s.holds(lexicon.Region) {
		s.region = r.firstRegion(s)
	}
	r.readLabel(s)
	sp := s.span()
	s.passageNo = len(r.p.Passages)
	r.list(s)
	s.choose()
	r.describe(s)
	if s.kind != layout.Heading {
		r.explains(s)
	}
	s.sources = s.obtained()
	if s.seps&words.Semicolon != 0 {
		s.findParts()
	}
	silent, denies := s.silent(), s.mayDeny()
	for _, m := range s.facts {
		for s.passes(m.First) {
			r.finish(s)
		}
		if silent&(1<<m.Entry.Kind) == 0 && s.accepts(m) {
			polarity, ok := policy.Yes, true
			if denies {
				polarity, ok = s.polarity(m)
			}
			if ok {
				r.state(s, m, polarity)
			}
		}
		if !m.Entry.Gap {
			s.reach = max(s.reach, m.Last)
		}
	}
	for len(s.parts) > 0 && s.passes(s.lastCue()) {
		r.finish(s)
	}
	if r.brief = s.kind != layout.Heading && s.first && !s.more && len(s.ws) <= maxBrief; r.brief || s.kind == layout.Heading {
		r.headNames(s, s.recipients > 0)
	}
	r.policiesOf(s)
	r.tools(s)
	r.companies(s)
	for len(r.given.Facts) > 0 && r.given.Facts[0].Span.Start < sp.End {
		r.stateFound(s, &r.given.Facts[0])
		r.given.Facts = r.given.Facts[1:]
	}
	r.finish(s)
	r.unclassified(s)
	r.passage(sp.Start, sp.End, s.sec, s.reading())
}

// stateFound adds a fact that was found by other means than a phrase, if s, which
// may hold it, states it.
func (r *reader) stateFound(s *sentence, g *Found) {
	if s.span().Contains(g.Span) && (!g.Loose || s.keeps()) && !s.answersWithin(g.Span.Start) {
		s.stated = true
		r.facts.add(g.Entry, policy.Yes, s.region, 0, mention{int32(g.Span.Start), int32(g.Span.End), int32(s.passageNo), s.cond})
	}
}

// state adds the fact that m states.
func (r *reader) state(s *sentence, m lexicon.Mark, polarity policy.Polarity) {
	e, last, of := m.Entry, m.Last, sourceSet(0)
	s.stated = true
	if polarity == policy.Yes && e.Kind <= lexicon.Recipient {
		of = r.affirm(s, m)
	}
	switch e.Kind {
	case lexicon.Data:
		s.data++
	case lexicon.Recipient:
		s.recipients++
		if e.Name != "" {
			e, last = r.fullName(s, m)
			e = r.exemplified(s, e, m)
		}
	case lexicon.Statement:
		if e.ID == string(taxonomy.StatementSaleNo) {
			// who does not sell data does not disclose it to third parties for money
			r.facts.add(thirdParty(), policy.No, s.region, 0, s.mention(m.First, m.Last))
		}
	}
	r.facts.add(e, polarity, s.region, of, s.mention(m.First, last))
	if e.Kind == lexicon.Recipient && polarity == policy.Yes && e.Name == "" {
		s.named = e.ID
		r.examples(s, m)
		if sec := s.sec; sec >= 0 {
			r.secs[sec].recipient = e.ID
		}
	}
}

// affirm adds to the flow of s what m says of it, and returns the sources of the
// data if m is some.
func (r *reader) affirm(s *sentence, m lexicon.Mark) (of sourceSet) {
	switch e := m.Entry; e.Kind {
	case lexicon.Data:
		of = s.sources.of(taxonomy.Data(e.ID))
		if s.occasion(m) || r.about(s, m) {
			return of
		}
		if s.ownData < 0 {
			s.ownData = m.First
		}
	case lexicon.LegalBasis:
		if s.overlaps(m, lexicon.Recipient) {
			return 0
		}
	}
	r.next.enter(conceptOf(m.Entry))
	r.next.sources |= of
	return of
}

// keeps reports whether a length of time in s is one that data is kept for
// because of where s stands: "Invoices: 7 years" below "How long do we keep
// your data?".
func (s *sentence) keeps() bool {
	return (s.in(lexicon.InRetention) || s.listed && s.cues.Has(lexicon.CueStore)) &&
		s.kind != layout.Heading && !s.own.Any(1<<lexicon.CueContact|1<<lexicon.CueChange) && !(s.own.Has(lexicon.CueRight) && s.own.Has(lexicon.CueYou))
}

// answersWithin reports whether the time at offset start is one within which the
// organisation answers, whatever it is asked to delete or to show: "we answer
// your request to delete your data within 30 days".
func (s *sentence) answersWithin(start int) bool {
	for _, m := range s.facts {
		if int(s.ws[m.First].Start) >= start {
			break
		}
		if m.Entry.Kind != lexicon.Purpose || !m.Entry.Verb || m.Entry.ID != string(taxonomy.PurposeServiceSupport) {
			continue
		}
		for i := m.Last + 1; int(i) < len(s.ws) && int(s.ws[i].Start) < start; i++ {
			if s.joins(int(i)) || s.marksCue(i, lexicon.CueWe) || s.ws[i].Before&words.Comma != 0 {
				return false // "we answer your question and keep it for a year"
			}
		}
		return true
	}
	return false
}

// mention returns the mention that the words first to last make in s.
func (s *sentence) mention(first, last int32) mention {
	return mention{s.ws[first].Start, s.ws[last].End, int32(s.passageNo), s.cond}
}

// thirdParty is the recipient that a refusal to sell denies.
var thirdParty = sync.OnceValue(func() *lexicon.Entry {
	return new(lexicon.Entries).Of(lexicon.Recipient, string(taxonomy.RecipientThirdParty), "")
})

// reading tells what became of s.
func (s *sentence) reading() policy.Reading {
	switch {
	case s.stated:
		return policy.Read
	case s.others(), s.in(lexicon.InDisputes):
		return policy.OutOfScope
	case s.kind != layout.Heading && !s.advises() && s.own.Has(lexicon.CuePii) &&
		s.own.Any(1<<lexicon.CueCollect|1<<lexicon.CueUse|1<<lexicon.CueShare|1<<lexicon.CueStore|1<<lexicon.CueTransfer):
		return policy.NotRead
	}
	return policy.Boilerplate
}

// ownName adds to marks those for the names of the organisation that begin with
// word i, keeping the order of marks.
func (r *reader) ownName(marks []lexicon.Mark, ws []words.Word, i int) []lexicon.Mark {
	for _, name := range r.given.Names {
		if r.isName(ws[i], name) && strings.EqualFold(r.text[ws[i].Start:int(ws[i].Start)+len(name)], name) {
			marks = markOwn(marks, ws, i, len(name))
		}
	}
	for _, name := range r.given.Aliases {
		if r.isName(ws[i], name) && r.text[ws[i].Start:int(ws[i].Start)+len(name)] == name {
			marks = markOwn(marks, ws, i, len(name))
		}
	}
	return marks
}

// What a byte may be of a name.
const (
	firstByte = 1 << iota
	secondByte
)

// initials tells of each byte whether a name may begin with it, in any case, and
// whether it may be the second one of a name, or behind one of a single byte.
func initials(given *Given) (set [256]uint8) {
	for c := utf8.RuneSelf; c < len(set); c++ {
		set[c] = firstByte | secondByte
	}
	for _, names := range [...][]string{given.Names, given.Aliases} {
		for _, name := range names {
			if name == "" {
				continue
			}
			enter(&set, name, firstByte)
			enter(&set, name[1:], secondByte)
		}
	}
	return set
}

// enter adds to set that the first byte of name may be what is told.
func enter(set *[256]uint8, name string, what uint8) {
	if name != "" && name[0] < utf8.RuneSelf {
		r := unicode.ToLower(rune(name[0]))
		set[r], set[unicode.ToUpper(r)] = set[r]|what, set[unicode.ToUpper(r)]|what
		return
	}
	for c := range set { // may fold to any letter
		set[c] |= what
	}
}

// isName reports whether there is room for name at w, and no letter after it.
func (r *reader) isName(w words.Word, name string) bool {
	end := int(w.Start) + len(name)
	return end <= len(r.text) && (end == len(r.text) || !words.IsLetter(r.text[end]) || strings.HasPrefix(r.text[end:], "’"))
}

// markOwn adds a mark for the organisation's name of n bytes at word i.
func markOwn(marks []lexicon.Mark, ws []words.Word, i, n int) []lexicon.Mark {
	last := i
	for last+1 < len(ws) && int(ws[last+1].End) <= int(ws[i].Start)+n {
		last++
	}
	k := len(marks)
	for k > 0 && marks[k-1].First > int32(i) {
		k--
	}
	return slices.Insert(marks, k, lexicon.Mark{First: int32(i), Last: int32(last), Entry: lexicon.Organisation})
}
