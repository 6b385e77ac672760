package reading

import (
	"strings"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/taxonomy"
)

// policiesOf adds the third parties whose privacy policies a sentence points
// to: "privacy policy of Acme Maps". What kind of recipient they are is told by
// the sentence that introduces the list, or else by the lexicon.
func (r *reader) policiesOf(s *sentence) {
	if s.said.Any(1 << lexicon.CuePolicyOf) {
		r.addPoliciesOf(s)
	}
}

// addPoliciesOf does so for a sentence that points to policies.
func (r *reader) addPoliciesOf(s *sentence) {
	for _, m := range s.cued {
		if !m.Entry.Is(lexicon.CuePolicyOf) {
			continue
		}
		first := int(m.Last) + 1
		last := r.nameEnd(s, first)
		if last < first {
			continue
		}
		id := string(taxonomy.RecipientThirdParty)
		if s.recipient != "" {
			id = s.recipient
		} else if known := s.knownName(first, last); known != nil {
			id = known.ID
		}
		r.addNamed(s, id, first, last)
	}
}

// An example is a list of companies that are named as examples of a recipient,
// which goes on to word last.
type example struct {
	id   string
	last int
}

// examples adds the companies that are named as examples of the recipient m:
// "hosting companies such as Acme and Example Cloud", "our bank (Acme)", "our
// courier Acme". Those that the lexicon knows are noted in s.
func (r *reader) examples(s *sentence, m lexicon.Mark) {
	if id := taxonomy.Recipient(m.Entry.ID); s.lower || id == taxonomy.RecipientPublic || id == taxonomy.RecipientOtherUsers || id.Is(taxonomy.RecipientAuthority) {
		return
	}
	first := s.afterSuch(int(m.Last) + 1)
	if first == 0 {
		r.called(s, m)
		return
	}
	colon := first < len(s.ws) && s.ws[first].Before&words.Colon != 0
	for first > 0 && first < len(s.ws) {
		last := r.nameEnd(s, first)
		if colon && !s.closes(last) {
			return // "providers: What they get"
		}
		known := s.knownName(first, last)
		if last < first || known == nil && !s.proper(first, last) && s.marked(first, last) || s.ws[last].Class == words.Number {
			return // "Companies Act 2014"
		}
		if known == nil && (s.company(first, last) || !r.ordinary(s, first)) {
			r.addNamed(s, m.Entry.ID, first, last)
		}
		s.example = example{m.Entry.ID, last}
		first = s.nextName(last)
	}
}

// marked reports whether a mark touches the words first to last.
func (s *sentence) marked(first, last int) bool {
	return touched(s.facts, first, last) || s.cuesTouch(first, last)
}

// closes reports whether a name that ends with word last may be an element of a
// list: it is the last, or the list goes on.
func (s *sentence) closes(last int) bool {
	next := last + 1
	return next == len(s.ws) || s.ws[next].Before&(words.Comma|words.Open|words.Close|words.Dash) != 0 || s.joins(next)
}

// called adds the companies whose names stand right behind the recipient m: "our
// courier Acme", "our partner, Acme,", "our couriers, Acme and Example".
func (r *reader) called(s *sentence, m lexicon.Mark) {
	first := int(m.Last) + 1
	if first == len(s.ws) || s.ws[first].Before&^words.Comma != 0 || s.ws[first].Before == 0 && s.ws[m.Last].Class != words.Lower {
		return // "Marketing Acme Inc."
	}
	apart := s.ws[first].Before&words.Comma != 0
	if apart && !s.marksCue(m.First, lexicon.CueOblique) && !s.after(m, lexicon.CueOblique) {
		return // "couriers, Acme, banks"
	}
	for first > 0 && first < len(s.ws) {
		last := r.nameEnd(s, first)
		if last < first {
			return
		}
		known := s.knownName(first, last) != nil
		if !known && (!s.proper(first, last) || s.abbreviated(first, last) || !s.company(first, last) && r.ordinary(s, first)) {
			return
		}
		if next := last + 1; apart && next < len(s.ws) && s.ws[next].Before&(words.Comma|words.Open|words.Close) == 0 && !s.joins(next) {
			return // "if our partners, Acme says, …"
		}
		if !known {
			r.addNamed(s, m.Entry.ID, first, last)
		}
		s.example = example{m.Entry.ID, last}
		if !apart && !s.joins(last+1) {
			return
		}
		first = s.nextName(last)
	}
}

// exemplified returns the entry e of the known company that m marks or, where
// the text names it as an example of a more special recipient, one of that kind:
// "advertisers such as Facebook".
func (r *reader) exemplified(s *sentence, e *lexicon.Entry, m lexicon.Mark) *lexicon.Entry {
	if int(m.First) > s.example.last || !strings.Contains(s.example.id, ".") {
		return e
	}
	switch taxonomy.Recipient(e.ID) {
	case taxonomy.RecipientPartnerSocial, taxonomy.RecipientThirdParty:
		return r.recipient(s.example.id, e.Name)
	}
	return e
}

// afterSuch returns the word after "such as", which stands at word i or up to
// four words later, or after an opening bracket or a colon before word i; 0 if
// there is none.
func (s *sentence) afterSuch(i int) int {
	if s.said.Has(lexicon.CueSuch) {
		for k := range s.cued {
			m := &s.cued[k]
			if int(m.First) > i+4 {
				break
			}
			if int(m.First) >= i && m.Entry.Is(lexicon.CueSuch) {
				return int(m.Last) + 1
			}
		}
	}
	if i < len(s.ws) && (s.ws[i].Before == words.Open || s.ws[i].Before&words.Colon != 0) && s.ws[i].Class == words.Capital {
		return i // not "(DPA)", which is short for m
	}
	return 0
}

// near returns the recipient without a name that was read last in the section
// of s, or else in those around it; "" if there is none.
func (r *reader) near(s *sentence) string {
	for sec := s.sec; sec >= 0; sec = r.lay.Sections[sec].Parent {
		if id := r.secs[sec].recipient; id != "" {
			return id
		}
	}
	return ""
}
