package reading

import (
	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/taxonomy"
)

// shares reports whether s says who gets data.
func (s *sentence) shares() bool {
	if !s.cues.Any(1<<lexicon.CueShare|1<<lexicon.CueTransfer) && !s.in(lexicon.InSharing) && !s.before.Has(lexicon.CueShare) {
		return false
	}
	return !s.legal() && !s.own.Has(lexicon.CueDefine) && !s.own.Has(lexicon.CueNotCovered) && !s.advises()
}

// receives reports whether m begins a clause that says that it gets data:
// "payment processors receive your card number".
func (s *sentence) receives(m lexicon.Mark) bool {
	if s.advises() || s.others() || s.own.Has(lexicon.CueDefine) || s.kind == layout.Heading {
		return false
	}
	c := s.clauseOf(m.First)
	if next := int(m.Last) + 1; next < len(s.ws) && s.ws[next].Before&words.Colon != 0 {
		return false // a label
	}
	we := s.together(m)
	if c.conditional || c.aim || m.First > c.first+2 && we < 0 || s.cuesOf(c).Has(lexicon.CueNot) {
		return false
	}
	data := s.dataFrom(m.Last + 1)
	if data == nil || data.First > c.last {
		return false
	}
	for _, o := range s.cued {
		if o.First > m.Last+3 || !s.precedes(o, data) {
			break
		}
		switch uses := we >= 0 && o.Entry.Is(lexicon.CueUse); {
		case o.First > m.Last && (uses || o.Entry.Is(lexicon.CueCollect)),
			o.First <= m.Last && uses && o.Last == we-1: // Dutch: "gebruiken wij en …"
			return true
		}
	}
	return false
}

// dataFrom returns the first mark of data from word i on, nil if there is none.
func (s *sentence) dataFrom(i int32) *lexicon.Mark {
	for k := range s.facts {
		if m := &s.facts[k]; m.First >= i && m.Entry.Kind == lexicon.Data {
			return m
		}
	}
	return nil
}

// precedes reports whether the cue o comes before data, in the order in which
// phrases are found: the longest of those that begin with one word comes first.
func (s *sentence) precedes(o lexicon.Mark, data *lexicon.Mark) bool {
	if o.First != data.First {
		return o.First < data.First
	}
	return o.Last > data.Last || o.Last == data.Last && s.doing.has(int(o.First))
}

// doesFirst reports whether the last of cued, which were found before data m,
// are of the same words and tell what is done with data: "log data".
func doesFirst(cued []lexicon.Mark, m *lexicon.Mark) bool {
	for k := len(cued) - 1; k >= 0 && cued[k].First == m.First && cued[k].Last == m.Last; k-- {
		if cued[k].Entry.Cues().Any(1<<lexicon.CueCollect | 1<<lexicon.CueUse) {
			return true
		}
	}
	return false
}

// together returns the word that stands for the organisation where m is joined
// to it, "we and our advertisers", -1 where it is not.
func (s *sentence) together(m lexicon.Mark) int32 {
	for and := m.First - 1; and >= m.First-3 && and > 0; and-- {
		if s.joins(int(and)) && s.marksCue(and-1, lexicon.CueWe) {
			return and - 1
		}
	}
	return -1
}

// from reports whether m is named as where something comes from: "from third
// parties", "door derden", but not "with and from third parties".
func (s *sentence) from(m lexicon.Mark) bool {
	if s.overlaps(m, lexicon.Source) && !s.cues.Has(lexicon.CueShare) {
		return true
	}
	if s.own.Has(lexicon.CueCollect) && s.after(m, lexicon.CueFrom) && !s.cuesOf(s.clauseOf(m.First)).Has(lexicon.CueSell) {
		return !s.bothWays(m) && !s.gets(m)
	}
	return s.own.Has(lexicon.CueOrigin) && s.own.Has(lexicon.CueCollect) && !taxonomy.Recipient(m.Entry.ID).Is(taxonomy.RecipientAuthority) && s.originates(m)
}

// bothWays reports whether what stands before m says that it gets data, too:
// "with and from", "to and from".
func (s *sentence) bothWays(m lexicon.Mark) bool {
	for i := int(m.First) - 1; i > 1 && i >= int(m.First)-2; i-- {
		if s.marksCue(int32(i), lexicon.CueFrom) {
			return s.joins(i-1) && s.own.Has(lexicon.CueShare)
		}
	}
	return false
}

// gets reports whether a phrase of sharing reaches to m: "handled by a payment
// provider", "goes via a provider".
func (s *sentence) gets(m lexicon.Mark) bool {
	if !s.said.Has(lexicon.CueShare) {
		return false
	}
	for _, o := range s.cued {
		if o.First >= m.First {
			break
		}
		if o.Last >= m.First-2 && o.Last > o.First && o.Entry.Is(lexicon.CueShare) {
			return true
		}
	}
	return false
}

// originates reports whether m stands behind words that say where data comes
// from, "we receive data from other sources, such as …", and behind none that
// tell of sharing it.
func (s *sentence) originates(m lexicon.Mark) bool {
	behind, until := false, int32(-1) // the origins that were met reach to the word until
	for _, o := range s.cued {
		if o.First >= m.First {
			break
		}
		if cues := o.Entry.Cues(); cues.Has(lexicon.CueOrigin) && o.Entry.Holds(&s.own, s.kinds) {
			behind, until = behind || o.Last < m.First, max(until, o.Last)
		} else if o.First > until && cues.Any(1<<lexicon.CueShare|1<<lexicon.CueSell|1<<lexicon.CueTransfer) {
			return false
		}
	}
	return behind
}

// isOwn reports whether m is the organisation's own name, part of it, or a name
// that begins with it; "Acme group companies" is none.
func (s *sentence) isOwn(m lexicon.Mark) bool {
	for _, o := range s.cued {
		if o.First > m.First {
			break
		}
		if o.Entry == lexicon.Organisation && m.First <= o.Last && (m.Last <= o.Last || m.Entry.Name != "") {
			return true
		}
	}
	return false
}

// names reports whether a mark of a known company names it as one that gets
// data: written as a name, in a sentence about data or tools.
func (s *sentence) names(m lexicon.Mark) bool {
	if w := s.ws[m.First].Class; w != words.Capital && w != words.Upper && !s.lower {
		return false
	}
	if s.own.Has(lexicon.CueNotCovered) || s.own.Has(lexicon.CueTheir) && !s.own.Any(1<<lexicon.CueShare|1<<lexicon.CueTransfer|1<<lexicon.CueUse) {
		return false // "links to …"
	}
	if m.Entry.ID == string(taxonomy.RecipientPartnerSocial) && !s.cues.Any(1<<lexicon.CueShare|1<<lexicon.CueTransfer|1<<lexicon.CueCookies) && !s.in(lexicon.InSharing|lexicon.InCookies) {
		return false // "log in through …", "our page on …"
	}
	return !s.own.Has(lexicon.CuePolicyOf) && (s.cues.Any(1<<lexicon.CueUse|1<<lexicon.CueCollect|1<<lexicon.CueShare|1<<lexicon.CueCookies|1<<lexicon.CueTransfer|1<<lexicon.CueStore) ||
		s.in(lexicon.InSharing|lexicon.InCookies|lexicon.InThirdParties) || s.listed && s.recipient != "" || s.parties)
}

// protects reports whether m names people whom something is done for: "to
// protect the public".
func (s *sentence) protects(m lexicon.Mark) bool {
	switch taxonomy.Recipient(m.Entry.ID) {
	case taxonomy.RecipientPublic:
		return (s.clauseOf(m.First).aim || s.initialVerb()) && s.own.Has(lexicon.CueProtect)
	case taxonomy.RecipientOtherUsers:
		return s.clauseOf(m.First).aim || s.initialVerb()
	}
	return false
}

// initialVerb reports whether s is a list item that starts with its verb.
func (s *sentence) initialVerb() bool {
	for _, m := range s.facts {
		if m.First > 0 {
			return false
		}
		if m.Entry.Kind == lexicon.Purpose && m.Entry.Verb {
			return s.listed
		}
	}
	return false
}
