package reading

import (
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
	if !s.said.Has(lexicon.CueNaming) || s.lower || s.kind == layout.Heading || s.advises() || s.own.Any(lexicon.CueNot, lexicon.CueTheir, lexicon.CueDefine) {
		return
	}
	for _, m := range s.marks {
		if !m.Entry.Is(lexicon.CueNaming) || s.byPerson(m) {
			continue
		}
		for first := int(m.Last) + 1; first < len(s.ws); {
			last := s.nameEnd(first)
			if last < first || s.ws[first].Before&words.Strong != 0 {
				break
			}
			if s.ws[first].Lemma == 0 && strings.HasPrefix(r.text[s.ws[0].Start:], r.text[s.ws[first].Start:s.ws[first].End]) {
				break // "Acme Maps is provided by Acme"
			}
			if s.foreign(r, first, last) {
				r.addNamed(s, s.does(), first, last)
			} else if s.knownName(first, last) == nil {
				break
			}
			if first = s.nextName(last); first == 0 {
				break
			}
		}
	}
}

// foreign reports whether the words first to last are the name of a company
// that no lexicon knows, with nothing after it that makes it another thing:
// not "Acme cookies" or "SSL encryption".
func (s *sentence) foreign(r *reader, first, last int) bool {
	if !s.unknown(first, last) || first == last && s.ws[first].Class == words.Upper {
		return false
	}
	for _, m := range s.marks {
		if !m.Entry.Gap && int(m.Last) >= first && int(m.First) <= last {
			return false
		}
	}
	next := last + 1
	if next == len(s.ws) || s.ws[next].Before&(words.Comma|words.Open|words.Close) != 0 || s.joins(next) {
		return true
	}
	switch strings.ToLower(r.text[s.ws[next].Start:s.ws[next].End]) {
	case "to", "for", "as", "who", "which", "that", "when", "om", "voor", "als", "die", "met":
		return true
	}
	return false
}

// byPerson reports whether it is the person who does what m says: "when you
// use Acme".
func (s *sentence) byPerson(m lexicon.Mark) bool {
	person := false
	for _, o := range s.marks {
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
	for _, m := range s.marks {
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
