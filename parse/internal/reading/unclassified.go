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
func (r *reader) unclassified(s *sentence, data, recipients int) {
	kind := lexicon.Data
	switch {
	case data >= 2 && data >= recipients:
	case recipients >= 2:
		kind = lexicon.Recipient
	case s.listed && s.kind == layout.Item && data+recipients == 0 && len(s.ws) <= maxUnclassified+2 && s.handlesData() && s.cues.Has(lexicon.CueCollect) && !s.clauses[0].aim:
		r.leave(s, kind, 0, len(s.ws)-1)
		return
	default:
		return
	}
	first := 0
	listStarted := false
	for i := 1; i <= len(s.ws); i++ {
		if i < len(s.ws) && s.ws[i].Before&(words.Comma|words.Semicolon|words.Open|words.Close) == 0 && !s.joins(i) {
			continue
		}
		marked := s.marked(kind, first, i-1)
		if listStarted && !marked && i > first && i < len(s.ws) && i-first <= maxUnclassified && !s.numbers(first, i-1) && !s.marked(lexicon.Kinds, first, i-1) {
			r.leave(s, kind, first, i-1)
		}
		listStarted = listStarted || marked
		first = i
		if i < len(s.ws) && s.joins(i) {
			first++
		}
	}
}

// numbers reports whether words first to last only count: "(ii)", "b".
func (s *sentence) numbers(first, last int) bool {
	return first == last && (s.ws[first].End-s.ws[first].Start <= 2 || s.ws[first].Before&words.Open != 0 && s.ws[first].End-s.ws[first].Start <= 4)
}

// joins reports whether word i is "and" or "or".
func (s *sentence) joins(i int) bool {
	return s.ands.has(i)
}

// leave notes the words first to last as unclassified.
func (r *reader) leave(s *sentence, kind lexicon.Kind, first, last int) {
	sp := policy.Span{Start: int(s.ws[first].Start), End: int(s.ws[last].End)}
	r.p.Unclassified = append(r.p.Unclassified, policy.Unclassified{
		Facet: kind.Facet(), Span: sp, Words: strings.ToValidUTF8(sp.Text(r.text), "\uFFFD"), Passage: s.passageNo,
	})
}

// marked reports whether a mark of kind k, or with Kinds any mark at all,
// touches the words first to last.
func (s *sentence) marked(k lexicon.Kind, first, last int) bool {
	for _, m := range s.marks {
		if int(m.Last) >= first && int(m.First) <= last && (k == lexicon.Kinds || m.Entry.Kind == k) {
			return true
		}
	}
	return false
}
