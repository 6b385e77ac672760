package reading

import (
	"strings"

	"example.com/policymodel/parse/internal/layout"
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
	if !s.said.Has(lexicon.CuePolicyOf) {
		return
	}
	for _, m := range s.marks {
		if !m.Entry.Is(lexicon.CuePolicyOf) {
			continue
		}
		first := int(m.Last) + 1
		last := s.nameEnd(first)
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

// examples adds the companies that are named as examples of the recipient m:
// "hosting companies such as Acme and Example Cloud", "our bank (Acme)".
func (r *reader) examples(s *sentence, m lexicon.Mark) {
	if s.lower {
		return
	}
	first := s.afterSuch(int(m.Last) + 1)
	for first > 0 && first < len(s.ws) {
		last := s.nameEnd(first)
		known := s.knownName(first, last)
		if last < first || known == nil && s.marked(lexicon.Kinds, first, last) || s.ws[last].Class == words.Number {
			return // "Companies Act 2014"
		}
		if known == nil {
			r.addNamed(s, m.Entry.ID, first, last)
		}
		first = s.nextName(last)
	}
}

// nextName returns the word at which the name after the one that ends with word
// last may begin, after a comma or "and" and the address that the name links
// to; 0 if the list ends.
func (s *sentence) nextName(last int) int {
	next := last + 1
	for next < len(s.ws) && s.ws[next].Class == words.Address {
		next++
	}
	if next == len(s.ws) || !s.joins(next) && s.ws[next].Before&words.Comma == 0 {
		return 0
	}
	if s.joins(next) {
		next++
	}
	return next
}

// afterSuch returns the word after "such as" or an opening bracket, which
// stands at word i or up to four words later; 0 if there is none.
func (s *sentence) afterSuch(i int) int {
	for _, m := range s.marks {
		if at := int(m.First); at >= i && at <= i+4 && m.Entry.Is(lexicon.CueSuch) {
			return int(m.Last) + 1
		}
	}
	if i < len(s.ws) && s.ws[i].Before == words.Open && s.ws[i].Class == words.Capital {
		return i // not "(DPA)", which is short for m
	}
	return 0
}

// listedName adds the company with whose name an item of a list of recipients
// begins: "Acme Cloud: hosting". One of its words must be known to no lexicon,
// since any word may begin with a capital there.
func (r *reader) listedName(s *sentence) {
	if s.recipient == "" || !s.listed || s.ws[0].Before&words.Bullet != 0 && !s.first || s.kind != layout.Item && s.kind != layout.Row || s.lower || s.denyList {
		return
	}
	last := s.nameEnd(0)
	if last < 0 || last >= 4 || s.marked(lexicon.Kinds, 0, last) ||
		last+1 < len(s.ws) && s.ws[last+1].Before&(words.Comma|words.Colon|words.Open|words.Dash) == 0 {
		return
	}
	if last == 0 && len(s.ws) > 1 && (s.ws[1].Before&words.Comma != 0 || s.ws[1].Before&words.Open != 0 && s.marksCue(1, lexicon.CueSuch)) {
		return // "Payroll, accounts and tax", "Marketplaces (such as …)"
	}
	if s.unknown(0, last) {
		r.addNamed(s, s.recipient, 0, last)
	}
}

// near returns the recipient without a name that was read last in the section
// of s, or else in those around it; "" if there is none.
func (r *reader) near(s *sentence) string {
	for sec := r.lay.Blocks[s.block].Section; sec >= 0; sec = r.lay.Sections[sec].Parent {
		if id := r.secs[sec].recipient; id != "" {
			return id
		}
	}
	return ""
}

// unknown reports whether one of the words first to last is in no lexicon.
func (s *sentence) unknown(first, last int) bool {
	for _, w := range s.ws[first : last+1] {
		if w.Lemma == 0 {
			return true
		}
	}
	return false
}

// addNamed adds the recipient whose name is the words first to last.
func (r *reader) addNamed(s *sentence, id string, first, last int) {
	span := policy.Span{Start: int(s.ws[first].Start), End: int(s.ws[last].End)}
	if span.End < len(r.text) && r.text[span.End] == '-' {
		return // "IT- and hosting providers"
	}
	name := strings.ToValidUTF8(strings.Join(strings.Fields(span.Text(r.text)), " "), "\uFFFD")
	if !r.own(name) && !s.noName(first, last) {
		r.facts.add(r.recipient(id, name), policy.Yes, s.region, 0, policy.Mention{Span: span, Passage: s.passageNo, Condition: s.cond})
	}
}

// noName reports whether one of the words first to last belongs to what is
// written like a company's name and is none.
func (s *sentence) noName(first, last int) bool {
	for _, m := range s.marks {
		if m.Entry.Is(lexicon.CueNoName) && int(m.First) >= first && int(m.Last) <= last {
			return true
		}
	}
	for _, w := range s.ws[first : last+1] {
		if w.Class != words.Number {
			return false
		}
	}
	return true
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

// fullName returns the entry and mark of the known company that m marks with
// the rest of its name, up to its form: "GitHub, Inc.", "Slack Technologies".
func (r *reader) fullName(s *sentence, m lexicon.Mark) (*lexicon.Entry, lexicon.Mark) {
	last := m.Last
	for i := m.Last + 1; int(i) < len(s.ws) && i <= m.Last+maxForm; i++ {
		w := &s.ws[i]
		if w.Before&^words.Comma != 0 || w.Class != words.Capital && w.Class != words.Upper {
			break
		}
		if s.marksCue(i, lexicon.CueForm) {
			last = i
		} else if w.Before != 0 {
			break // a comma stands only before a form
		}
	}
	if last == m.Last {
		return m.Entry, m
	}
	m.Last = last
	span := r.mention(s, m).Span
	name := strings.ToValidUTF8(strings.Join(strings.Fields(span.Text(r.text)), " "), "\uFFFD")
	if form := s.ws[last]; form.End-form.Start < 5 && strings.HasPrefix(r.text[span.End:], ".") {
		name += "." // of the abbreviation, though it may end the sentence, too
	}
	return r.recipient(m.Entry.ID, name), m
}

// maxForm is how many words may stand behind a company's name up to its form.
const maxForm = 4

// own reports whether name is the organisation's.
func (r *reader) own(name string) bool {
	for _, n := range r.given.Names {
		if len(name) >= len(n) && strings.EqualFold(name[:len(n)], n) {
			return true
		}
	}
	return false
}

// A party is a recipient named in the text.
type party struct{ id, name string }

// recipient returns the entry of a named recipient, the same for the same
// name.
func (r *reader) recipient(id, name string) *lexicon.Entry {
	key := party{id, name}
	e := r.parties[key]
	if e == nil {
		e = lexicon.NewEntry(lexicon.Recipient, id, name)
		if r.parties == nil {
			r.parties = map[party]*lexicon.Entry{}
		}
		r.parties[key] = e
	}
	return e
}
