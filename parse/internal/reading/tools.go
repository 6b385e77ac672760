package reading

import (
	"cmp"
	"slices"
	"strings"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/taxonomy"
)

// tools adds the companies that a sentence names as those that data goes to:
// "we use Acme to process payments", "our site is hosted by Acme Cloud". What
// they do tells what kind of recipient they are.
func (r *reader) tools(s *sentence) {
	if s.said.Any(1<<lexicon.CueNaming | 1<<lexicon.CueNamingThe) {
		r.addTools(s)
	}
}

// addTools does so for a sentence with words that companies are named by.
func (r *reader) addTools(s *sentence) {
	if s.lower || s.kind == layout.Heading || s.own.Any(1<<lexicon.CueNot|1<<lexicon.CueTheir|1<<lexicon.CueDefine) || s.advises() {
		return
	}
	ws := s.ws
	for _, m := range s.cued {
		first := int(m.Last) + 1
		if first >= len(ws) || ws[first].Class == words.Lower {
			continue // no name follows
		}
		product := m.Entry.Is(lexicon.CueNamingThe)
		if !product && !m.Entry.Is(lexicon.CueNaming) || s.byPerson(m) {
			continue
		}
		for first < len(s.ws) {
			last := r.nameEnd(s, first)
			if last < first || s.ws[first].Before&words.Strong != 0 || last > first && s.ws[last].Class == words.Number {
				break // "Acme Ltd, High Street 4"
			}
			if r.repeated(s, first) {
				break // "Acme Maps is provided by Acme"
			}
			if product && !s.isProduct(last) {
				break // "using the Secure Sockets Layer"
			}
			if s.knownName(first, last) == nil {
				if !s.foreign(first, last) {
					break
				}
				r.addNamed(s, cmp.Or(s.apposed(last), s.does()), first, last)
			}
			if first = s.nextName(last); first == 0 {
				break
			}
		}
	}
}

// companies adds the companies that s names with their forms where it tells who
// gets data: "your data is kept by Acme Ltd".
func (r *reader) companies(s *sentence) {
	if s.said.Any(1 << lexicon.CueForm) {
		r.addCompanies(s)
	}
}

// addCompanies does so for a sentence with the form of a company.
func (r *reader) addCompanies(s *sentence) {
	if s.lower || s.kind == layout.Heading || s.advises() || s.others() || s.announces() || s.denyList ||
		s.own.Any(1<<lexicon.CueNot|1<<lexicon.CueTheir|1<<lexicon.CueDefine|1<<lexicon.CueContact|1<<lexicon.CueRight|1<<lexicon.CueIf) ||
		!s.in(lexicon.InSharing|lexicon.InCookies|lexicon.InThirdParties) && !s.own.Any(1<<lexicon.CueShare|1<<lexicon.CueTransfer) {
		return
	}
	for first := 0; first < len(s.ws); first++ {
		w := &s.ws[first]
		if w.Class != words.Capital && w.Class != words.Upper && !r.isDomain(w) {
			continue
		}
		last := r.nameEnd(s, first)
		if last < first {
			continue
		}
		if s.company(first, last) && s.knownName(first, last) == nil && s.governed(first) && !r.repeated(s, first) {
			r.addNamed(s, cmp.Or(s.apposed(last), s.does()), first, last)
		}
		first = last
	}
}

// governed reports whether what begins at word first stands behind a word in
// lower case, such as "by".
func (s *sentence) governed(first int) bool {
	if s.ws[first].Before&(words.Close|words.Comma|words.Slash|words.Strong) != 0 {
		return false
	}
	return first > 1 && s.ws[first-1].Class == words.Lower && s.ws[first-1].End-s.ws[first-1].Start > 1 && s.ws[first-2].Class != words.Capital
}

// repeated reports whether word first begins s, too, or belongs to a known
// company before.
func (r *reader) repeated(s *sentence, first int) bool {
	name := r.text[s.ws[first].Start:s.ws[first].End]
	if first > 0 && strings.HasPrefix(r.text[s.ws[0].Start:], name) {
		return true
	}
	return slices.ContainsFunc(s.facts, func(m lexicon.Mark) bool {
		return m.Entry.Name != "" && int(m.Last) < first && strings.HasPrefix(r.text[s.ws[m.First].Start:], name)
	})
}

// apposed returns the recipient that stands in apposition to the name that ends
// with word last: "Acme, our parent company"; "" if none does.
func (s *sentence) apposed(last int) string {
	if last+1 == len(s.ws) || s.ws[last+1].Before&words.Comma == 0 {
		return ""
	}
	for _, m := range s.facts {
		if at := int(m.First); m.Entry.Kind == lexicon.Recipient && m.Entry.Name == "" && at > last && at <= last+maxApposed {
			return m.Entry.ID
		}
	}
	return ""
}

// maxApposed is how many words behind a name a recipient stands in apposition
// to it.
const maxApposed = 4

// foreign reports whether the words first to last are the name of a company
// that no lexicon knows, with nothing after it that makes it another thing:
// not "Acme cookies" or "SSL encryption".
func (s *sentence) foreign(first, last int) bool {
	if s.company(first, last) {
		return true
	}
	if !s.strange(first, last) || s.abbreviated(first, last) {
		return false
	}
	return s.stops(last) || s.own.Has(lexicon.CueWe) && s.isProduct(last)
}

// isProduct reports whether what follows the name that ends with word last tells
// what it is: "Acme player", "Acme video player".
func (s *sentence) isProduct(last int) bool {
	for next := last + 1; next < len(s.ws) && next <= last+2 && s.ws[next].Before == 0 && s.ws[next].Class == words.Lower; next++ {
		if s.begins(next, lexicon.CueProduct) {
			return true
		}
	}
	return false
}

// stops reports whether nothing follows the name that ends with word last that
// makes it another thing.
func (s *sentence) stops(last int) bool {
	return s.closes(last) || s.begins(last+1, lexicon.CueBehindName)
}

// byPerson reports whether it is the person who does what m says: "when you
// use Acme".
func (s *sentence) byPerson(m lexicon.Mark) bool {
	person := false
	for _, o := range s.cued {
		if o.First >= m.First {
			break
		}
		switch cues := o.Entry.Cues(); {
		case cues.Has(lexicon.CueWe):
			person = false
		case cues.Has(lexicon.CueIf):
			person = true
		case cues.Has(lexicon.CueYou):
			person = o.Last == m.First-1
		}
	}
	return person
}

// does returns the kind of recipient that s names, "as our hosting provider",
// or else the one that does what its first purpose says.
func (s *sentence) does() string {
	aim := ""
	for _, m := range s.facts {
		switch m.Entry.Kind {
		case lexicon.Recipient:
			if m.Entry.Name == "" && strings.Contains(m.Entry.ID, ".") {
				return m.Entry.ID
			}
		case lexicon.Purpose:
			if aim == "" {
				aim = m.Entry.ID
			}
		}
	}
	for _, p := range [...]struct {
		of taxonomy.Purpose
		by taxonomy.Recipient
	}{
		{taxonomy.PurposeServicePayment, taxonomy.RecipientProviderPayment},
		{taxonomy.PurposeServiceDelivery, taxonomy.RecipientProviderDelivery},
		{taxonomy.PurposeServiceSupport, taxonomy.RecipientProviderSupport},
		{taxonomy.PurposeAnalytics, taxonomy.RecipientProviderAnalytics},
		{taxonomy.PurposeAdvertising, taxonomy.RecipientPartnerAdvertising},
		{taxonomy.PurposeMarketingDirect, taxonomy.RecipientProviderCommunication},
		{taxonomy.PurposeMarketing, taxonomy.RecipientProviderMarketing},
		{taxonomy.PurposeCommunication, taxonomy.RecipientProviderCommunication},
		{taxonomy.PurposeImprovementDebugging, taxonomy.RecipientProviderDevelopment},
	} {
		if taxonomy.Purpose(aim).Is(p.of) {
			return string(p.by)
		}
	}
	return string(taxonomy.RecipientProvider)
}
