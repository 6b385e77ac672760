package reading

import (
	"strings"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/policy"
)

// A headName is a name that a heading consists of, perhaps a company's.
type headName struct {
	span  policy.Span
	known *lexicon.Entry
}

// maxBrief is the number of words of a line that may head what follows it.
const maxBrief = 4

// headNames remembers the names of a heading that consists of names only,
// "Acme Pay or Example Pay", unless the heading states them by itself.
func (r *reader) headNames(s *sentence, stated bool) {
	r.heads, r.headPassage = r.heads[:0], s.passageNo
	if stated {
		return
	}
	for first := 0; first < len(s.ws) && !s.lower; first++ {
		last := r.nameEnd(s, first)
		if last < first || last-first >= maxBrief {
			r.heads = r.heads[:0]
			return
		}
		known := s.knownName(first, last)
		if known == nil && !s.company(first, last) && !s.strange(first, last) {
			r.heads = r.heads[:0]
			return
		}
		r.heads = append(r.heads, headName{policy.Span{Start: int(s.ws[first].Start), End: int(s.ws[last].End)}, known})
		if first = last + 1; first < len(s.ws) && !s.joins(first) {
			first-- // a comma parts them
		}
	}
}

// explains adds the companies that the heading names where s, below it,
// speaks of their policies or begins with the name: "Acme Maps is a service …".
func (r *reader) explains(s *sentence) {
	if len(r.heads) > 0 {
		r.addHeads(s)
	}
}

// addHeads does so if the heading names any.
func (r *reader) addHeads(s *sentence) {
	start := s.span().Start
	head := r.heads[0].span.Text(r.text)
	brief := r.brief
	if !s.own.Has(lexicon.CueTheir) && !(len(r.text)-start > len(head) && strings.EqualFold(r.text[start:start+len(head)], head)) {
		if brief {
			r.heads = r.heads[:0] // what follows a line is about it, or not at all
		}
		return
	}
	for _, h := range r.heads {
		name := oneLine(h.span.Text(r.text))
		entry := h.known
		if id := r.near(s); entry == nil && id != "" {
			entry = r.recipient(id, name)
		}
		if entry != nil && !r.own(name) {
			r.facts.add(entry, policy.Yes, s.region, 0, mention{int32(h.span.Start), int32(h.span.End), int32(r.headPassage), unconditional})
		}
	}
	r.heads = r.heads[:0]
}
