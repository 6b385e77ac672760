package reading

import (
	"strings"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/policy"
)

// maxUnclassified is the number of words up to which an element of a list is
// taken for the name of something.
const maxUnclassified = 6

// unclassified reports the elements of a list of data or recipients that have
// no concept: commas, "and" and "or" around words without any mark.
func (r *reader) unclassified(s *sentence) {
	data, recipients := s.counts[lexicon.Data], s.counts[lexicon.Recipient]
	if data >= 2 || recipients >= 2 || s.listed && s.kind == layout.Item {
		r.leaveOut(s, data, recipients)
	}
}

// leaveOut does so for a sentence that may have or be an element of a list.
func (r *reader) leaveOut(s *sentence, data, recipients int16) {
	switch {
	case data >= 2 && data >= recipients:
		r.leaveOthers(s, lexicon.Data)
	case recipients >= 2:
		r.leaveOthers(s, lexicon.Recipient)
	case s.listed && data+recipients == 0 && s.kind == layout.Item && len(s.ws) <= maxUnclassified+2 && s.handlesData() && s.cues.Has(lexicon.CueCollect) && !s.clauses[0].aim:
		r.leave(s, lexicon.Data, 0, len(s.ws)-1)
	}
}

// leaveOthers reports the elements of lists of kind in s that are of none.
func (r *reader) leaveOthers(s *sentence, kind lexicon.Kind) {
	first, fi := 0, 0
	listStarted := false
	last, lastOf := -1, -1 // words that the facts before word i reach to, and those of the kind
	for i := 1; i < len(s.ws); i++ {
		if !s.beginsElement(i) {
			continue
		}
		for ; fi < len(s.facts) && int(s.facts[fi].First) < i; fi++ {
			m := &s.facts[fi]
			last = max(last, int(m.Last))
			if m.Entry.Kind == kind {
				lastOf = max(lastOf, int(m.Last))
			}
		}
		if lastOf >= first {
			listStarted = true
		} else if listStarted && last < first && i > first && i-first <= maxUnclassified && !s.numbers(first, i-1) && !s.cuesTouch(first, i-1) {
			r.leave(s, kind, first, i-1)
		}
		first = i
		if s.joins(i) {
			first++
		}
	}
}

// cuesTouch reports whether a cue shares a word with the words first to last.
func (s *sentence) cuesTouch(first, last int) bool {
	return s.tellsAny(first, last) || touched(s.cued, first, last)
}

// touched reports whether one of marks shares a word with the words first to
// last.
func touched(marks []lexicon.Mark, first, last int) bool {
	for _, m := range marks {
		if int(m.First) > last {
			break
		}
		if int(m.Last) >= first {
			return true
		}
	}
	return false
}

// beginsElement reports whether another element of a list may begin at word i.
func (s *sentence) beginsElement(i int) bool {
	return s.ws[i].Before&(words.Comma|words.Semicolon|words.Open|words.Close) != 0 || s.joins(i)
}

// numbers reports whether words first to last only count: "(ii)", "b".
func (s *sentence) numbers(first, last int) bool {
	return first == last && (s.ws[first].End-s.ws[first].Start <= 2 || s.ws[first].Before&words.Open != 0 && s.ws[first].End-s.ws[first].Start <= 4)
}

// joins reports whether word i is "and" or "or".
func (s *sentence) joins(i int) bool { return s.ands.has(i) }

// leave notes the words first to last as unclassified.
func (r *reader) leave(s *sentence, kind lexicon.Kind, first, last int) {
	sp := policy.Span{Start: int(s.ws[first].Start), End: int(s.ws[last].End)}
	r.p.Unclassified = append(r.p.Unclassified, policy.Unclassified{
		Facet: kind.Facet(), Span: sp, Words: strings.ToValidUTF8(sp.Text(r.text), "\uFFFD"), Passage: s.passageNo,
	})
}
