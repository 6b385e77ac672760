package reading

import (
	"slices"
	"strings"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/policy"
)

// maxName is the number of words up to which a run of capitalised words is
// taken for a name.
const maxName = 6

// maxForm is how many words may stand behind a company's name up to its form.
const maxForm = 4

// maxDomain is the length in bytes up to which a domain is taken for a name.
const maxDomain = 40

// nameEnd returns the last word of the name that starts at word first, with the
// form behind a comma ("Acme, Inc."), or first-1 if none does.
func (r *reader) nameEnd(s *sentence, first int) int {
	last := first - 1
	for i := first; i < len(s.ws) && i < first+maxName; i++ {
		w := &s.ws[i]
		if i > first && w.Before&(words.Comma|words.Colon|words.Strong|words.Open|words.Close|words.Quote|words.Dash) != 0 {
			break
		}
		if w.Class != words.Capital && w.Class != words.Upper && !(w.Class == words.Number && i > first) && !(w.Class == words.Address && r.isDomain(w)) {
			break
		}
		last = i
	}
	for next := last + 1; last >= first && next < len(s.ws) && s.ws[next].Before&^words.Comma == 0 && s.formEnd(next) >= next; next = last + 1 {
		last = s.formEnd(next)
	}
	return last
}

// isDomain reports whether w is a bare domain written like a name: "Acme.io".
func (r *reader) isDomain(w *words.Word) bool {
	return w.Class == words.Address && w.End-w.Start <= maxDomain && r.text[w.Start]-'A' < 26 && !strings.ContainsAny(r.text[w.Start:w.End], "/@:")
}

// formEnd returns the last word of the company's form that begins at word i,
// "Inc", "B.V.", "s.r.o.", or i-1 if none does.
func (s *sentence) formEnd(i int) int {
	if s.said.Has(lexicon.CueForm) {
		for _, m := range s.cued {
			if int(m.First) == i && s.isForm(m) {
				return int(m.Last)
			}
		}
	}
	return i - 1
}

// isForm reports whether m marks a company's form, written as one.
func (s *sentence) isForm(m lexicon.Mark) bool {
	return m.Entry.Is(lexicon.CueForm) &&
		(m.Last > m.First || s.ws[m.First].Class == words.Capital || s.ws[m.First].Class == words.Upper)
}

// company reports whether the words first to last are a name with a company's
// form, "Acme Ltd", whatever else they mean.
func (s *sentence) company(first, last int) bool {
	if !s.said.Has(lexicon.CueForm) {
		return false
	}
	for _, m := range s.cued {
		if int(m.Last) == last && int(m.First) > first && s.isForm(m) {
			return true
		}
	}
	return false
}

// strange reports whether the words first to last mean nothing that a lexicon
// knows, so that they may be a name, and one of them is in no lexicon.
func (s *sentence) strange(first, last int) bool {
	if !s.unknown(first, last) {
		return false
	}
	covers := func(m lexicon.Mark) bool { return !m.Entry.Gap && int(m.Last) >= first && int(m.First) <= last }
	return !s.tellsAny(first, last) && !slices.ContainsFunc(s.facts, covers) && !slices.ContainsFunc(s.cued, covers)
}

// proper reports whether the words first to last, in the midst of a sentence,
// are the name of a company that no lexicon knows: "Acme", "Acme Bank".
func (s *sentence) proper(first, last int) bool {
	return s.company(first, last) || s.strange(first, last) || last > first && s.ws[first].Lemma == 0
}

// nameSample is the number of bytes in which words are looked for that are also
// written in lower case.
const nameSample = 1 << 15

// ordinary reports whether word i is also written in lower case in the text, at
// its beginning at least, so that it is no name.
func (r *reader) ordinary(s *sentence, i int) bool {
	if len(r.lower.slots) == 0 {
		r.lower.sample(r.text[:min(len(r.text), nameSample)])
	}
	return r.lower.has(r.text[s.ws[i].Start:s.ws[i].End])
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

// maxAside is how many words in brackets may stand behind a name in a list.
const maxAside = 6

// nextName returns the word at which the name after the one that ends with word
// last may begin, after a comma or "and" and the address that the name links
// to or a remark in brackets: "Acme (USA), Example"; 0 if the list ends.
func (s *sentence) nextName(last int) int {
	next := last + 1
	for next < len(s.ws) && s.ws[next].Before&words.Open != 0 && s.ws[next].Class != words.Address {
		for next++; next < len(s.ws) && next <= last+1+maxAside && s.ws[next].Before&words.Close == 0; {
			next++
		}
		if next < len(s.ws) && s.ws[next].Before&words.Close == 0 {
			return 0
		}
	}
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

// knownName returns the entry of a company in the lexicon that stands within
// the words first to last, nil if there is none.
func (s *sentence) knownName(first, last int) *lexicon.Entry {
	for _, m := range s.facts {
		if m.Entry.Name != "" && int(m.First) >= first && int(m.Last) <= last {
			return m.Entry
		}
	}
	return nil
}

// fullName returns the entry of the known company that m marks and the last word
// of its name, with the rest of it up to its form: "GitHub, Inc.", "Slack
// Technologies".
func (r *reader) fullName(s *sentence, m lexicon.Mark) (e *lexicon.Entry, last int32) {
	last = m.Last
	for i := m.Last + 1; int(i) < len(s.ws) && i <= m.Last+maxForm; i++ {
		w := &s.ws[i]
		if w.Before&^words.Comma != 0 || w.Class != words.Capital && w.Class != words.Upper {
			break
		}
		if end := s.formEnd(int(i)); end >= int(i) {
			last = int32(end)
		} else if s.marksCue(i, lexicon.CueFirm) {
			last = i
		} else if w.Before != 0 {
			break // a comma stands only before a form
		}
	}
	if last == m.Last {
		return m.Entry, last
	}
	return r.recipient(m.Entry.ID, r.nameAt(s, int(m.First), int(last))), last
}

// nameAt returns the name that the words first to last are.
func (r *reader) nameAt(s *sentence, first, last int) string {
	span := policy.Span{Start: int(s.ws[first].Start), End: int(s.ws[last].End)}
	name := oneLine(span.Text(r.text))
	if form := s.ws[last]; form.Class == words.Capital && (form.End-form.Start)%2 == 1 && s.company(first, last) && strings.HasPrefix(r.text[span.End:], ".") {
		name += "." // of "Inc", "Ltd" or "B.V", though it may end the sentence, too
	}
	return name
}

// addNamed adds the recipient whose name is the words first to last.
func (r *reader) addNamed(s *sentence, id string, first, last int) {
	if r.unfinished(s, last) {
		return
	}
	name := r.nameAt(s, first, last)
	if !r.own(name) && !s.noName(first, last) && !isPlural(name) && !strings.Contains(name, "_") {
		r.facts.add(r.recipient(id, name), policy.Yes, s.region, 0, s.mention(int32(first), int32(last)))
	}
}

// unfinished reports whether word last is a part of what a hyphen goes on with:
// "IT- and hosting providers".
func (r *reader) unfinished(s *sentence, last int) bool {
	end := int(s.ws[last].End)
	return end < len(r.text) && r.text[end] == '-'
}

// noName reports whether one of the words first to last belongs to what is
// written like a company's name and is none.
func (s *sentence) noName(first, last int) bool {
	none := func(m lexicon.Mark) bool {
		return m.Entry.Is(lexicon.CueNoName) && int(m.First) >= first && int(m.Last) <= last
	}
	if s.said.Has(lexicon.CueNoName) && (s.tells(first, last, lexicon.CueNoName) || slices.ContainsFunc(s.cued, none)) {
		return true
	}
	for _, w := range s.ws[first : last+1] {
		if w.Class != words.Number {
			return false
		}
	}
	return true
}

// isPlural reports whether name is the plural of an abbreviation: "DSPs".
func isPlural(name string) bool {
	stem, ok := strings.CutSuffix(name, "s")
	return ok && stem == strings.ToUpper(stem)
}

// own reports whether name is the organisation's, or that of a company that
// answers for the processing with it.
func (r *reader) own(name string) bool {
	if rest, ok := strings.CutPrefix(name, "The "); ok {
		name = rest
	}
	for _, n := range r.given.Names {
		if len(name) >= len(n) && strings.EqualFold(name[:len(n)], n) {
			return true
		}
	}
	return slices.ContainsFunc(r.given.Parties, func(p string) bool { return alike(p, name) })
}

// alike reports whether two names of companies are the same but for case and for
// the marks that they are written with or without.
func alike(a, b string) bool {
	for {
		a, b = strings.TrimLeft(a, ",."), strings.TrimLeft(b, ",.")
		n, m := strings.IndexAny(a, ",."), strings.IndexAny(b, ",.")
		if n < 0 {
			n = len(a)
		}
		if m < 0 {
			m = len(b)
		}
		if n = min(n, m); !strings.EqualFold(a[:n], b[:n]) {
			return false
		}
		if n == 0 {
			return a == b
		}
		a, b = a[n:], b[n:]
	}
}

// oneLine returns a name as it stands in the text on one line, in valid UTF-8.
func oneLine(name string) string {
	if strings.ContainsAny(name, "\t\r\n\v\f\u00a0\u0085") || strings.Contains(name, "  ") {
		name = strings.Join(strings.Fields(name), " ")
	}
	return strings.ToValidUTF8(name, "\uFFFD")
}

// A party is a recipient named in the text.
type party struct{ id, name string }

// recipient returns the entry of a named recipient, the same for the same
// name.
func (r *reader) recipient(id, name string) *lexicon.Entry {
	key := party{id, name}
	e := r.parties[key]
	if e == nil {
		e = r.entries.Of(lexicon.Recipient, id, name)
		if r.parties == nil {
			r.parties = map[party]*lexicon.Entry{}
		}
		r.parties[key] = e
	}
	return e
}
