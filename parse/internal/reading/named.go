package reading

import (
	"strings"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// maxName is the number of words up to which a run of capitalised words is
// taken for a name.
const maxName = 6

// policiesOf adds the third parties whose privacy policies a sentence points
// to: "privacy policy of Acme Maps". What kind of recipient they are is told by
// the sentence that introduces the list, or else by the lexicon.
func (r *reader) policiesOf(s *sentence) {
	for _, m := range s.marks {
		if m.Entry.Kind != lexicon.Cue || m.Entry.CueID() != lexicon.CuePolicyOf {
			continue
		}
		first := int(m.Last) + 1
		last := s.nameEnd(first)
		if last < first {
			continue
		}
		span := policy.Span{Start: int(s.ws[first].Start), End: int(s.ws[last].End)}
		name := strings.ToValidUTF8(strings.Join(strings.Fields(span.Text(r.text)), " "), "\uFFFD")
		if r.own(name) {
			continue
		}
		id := string(taxonomy.RecipientThirdParty)
		if s.recipient != "" {
			id = s.recipient
		} else if known := s.knownName(first, last); known != nil {
			id = known.ID
		}
		r.facts.add(r.recipient(id, name), policy.Yes, s.region, 0, policy.Mention{Span: span, Passage: s.passageNo, Condition: s.cond})
	}
}

// nameEnd returns the last word of the name that starts at word first, or
// first-1 if none does.
func (s *sentence) nameEnd(first int) int {
	last := first - 1
	for i := first; i < len(s.ws) && i < first+maxName; i++ {
		w := s.ws[i]
		if i > first && w.Before&(words.Comma|words.Colon|words.Strong|words.Open|words.Close|words.Quote) != 0 {
			break
		}
		if w.Class != words.Capital && w.Class != words.Upper && !(w.Class == words.Number && i > first) {
			break
		}
		last = i
	}
	return last
}

// knownName returns the entry of a company in the lexicon that stands within
// the words first to last, nil if there is none.
func (s *sentence) knownName(first, last int) *lexicon.Entry {
	for _, m := range s.marks {
		if m.Entry.Name != "" && int(m.First) >= first && int(m.Last) <= last {
			return m.Entry
		}
	}
	return nil
}

// own reports whether name is the organisation's.
func (r *reader) own(name string) bool {
	for _, n := range r.given.Names {
		if len(name) >= len(n) && strings.EqualFold(name[:len(n)], n) {
			return true
		}
	}
	return false
}

// recipient returns the entry of a named recipient, the same for the same
// name.
func (r *reader) recipient(id, name string) *lexicon.Entry {
	for _, e := range r.parties {
		if e.ID == id && e.Name == name {
			return e
		}
	}
	e := lexicon.NewEntry(lexicon.Recipient, id, name)
	r.parties = append(r.parties, e)
	return e
}
