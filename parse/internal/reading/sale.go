package reading

import (
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/taxonomy"
)

// tellsOfSale reports whether m, words that say that something is sold or is
// not, states whether the organisation sells data: not what others do, what
// would follow if it did, or what is sold in a shop.
func (s *sentence) tellsOfSale(m lexicon.Mark) bool {
	if len(s.ws) == 1 {
		return true // a cell that answers the head of its column
	}
	if s.own.Has(lexicon.CueNotCovered) || s.supposed(m) || s.othersSell(m) || s.sellsBeside(m) {
		return false
	}
	if m.Entry.ID == string(taxonomy.StatementSaleNo) {
		return s.saleOfData(m) && !s.ofChildren(m)
	}
	switch {
	case !s.marksCue(m.First, lexicon.CueSell): // "considered a sale"
		return true
	case m.First == 0 && s.marksCue(1, lexicon.CueWe): // a question, in Dutch
		return false
	case m.Entry.Gap: // "sell … to advertisers"
		return s.namesData(s.clauseOf(m.First).first, m.Last+1)
	}
	return s.weSell(m)
}

// supposed reports whether m stands in a condition, before any comma, or reaches
// into one: "if we sell your data, we will tell you".
func (s *sentence) supposed(m lexicon.Mark) bool {
	k := s.clauseNo(m.First)
	for last := s.clauseNo(m.Last); last > k; last-- {
		if s.clauses[last].conditional && !s.clauses[last].exception {
			return true
		}
	}
	c := &s.clauses[k]
	if !c.conditional || c.exception || s.marksCue(c.first, lexicon.CueBreak) { // "while we do not sell it, we share it"
		return false
	}
	for i := c.first + 1; i <= m.First; i++ {
		if s.ws[i].Before&words.Comma != 0 || i > c.first+2 && s.actor(i) {
			return false
		}
	}
	return true
}

// actor reports whether word i is the organisation as a subject: "we".
func (s *sentence) actor(i int32) bool {
	return s.marksCue(i, lexicon.CueWe) && !s.marksCue(i, lexicon.CueOblique)
}

// othersSell reports whether it is somebody else of whom m says that they sell
// or do not: "our partners do not sell it", "you may not sell your account", "we
// permit no partner to sell it".
func (s *sentence) othersSell(m lexicon.Mark) bool {
	first, active := s.clauseOf(m.First).first, false
	for _, o := range s.cued {
		if o.First > m.Last {
			break
		}
		if o.First < m.First {
			continue
		}
		switch cues := o.Entry.Cues(); {
		case cues.Has(lexicon.CueSell):
			active = active || s.ws[o.First].Form != words.Participle
		case cues.Has(lexicon.CueThird) && o.Last < m.Last &&
			(s.marksCue(o.Last+1, lexicon.CueAim) || s.marksCue(o.Last+1, lexicon.CueBreak) || s.begins(int(o.Last)+1, lexicon.CueBehindName)):
			return true
		}
	}
	if !active {
		return false
	}
	others := false
	for _, o := range s.cued {
		if o.First >= m.First {
			break
		}
		switch cues := o.Entry.Cues(); {
		case o.First < first || s.marksCue(o.First, lexicon.CueOblique):
		case cues.Has(lexicon.CueWe):
			others = false
		case cues.Has(lexicon.CueYou):
			others = others || m.First == o.Last+1 || s.marksCue(o.Last+1, lexicon.CueAuxiliary)
		case cues.Has(lexicon.CueThird):
			others = others || o.First-first <= 2 ||
				m.First-o.Last <= 2 && (s.begins(int(o.First)-1, lexicon.CueBehindName) || s.begins(int(o.First)-2, lexicon.CueBehindName)) // "that our partners do not"
		}
	}
	return others
}

// sellsBeside reports whether m goes on from what is sold to what else is done,
// or to a right: "we sell tea and keep your data", "'do not sell' to opt out of
// the sale of your data".
func (s *sentence) sellsBeside(m lexicon.Mark) bool {
	if !m.Entry.Gap {
		return false
	}
	sell := int32(-1)
	for _, o := range s.cued {
		if o.First > m.Last {
			break
		}
		if o.First < m.First {
			continue
		}
		cues := o.Entry.Cues()
		if sell < 0 && cues.Has(lexicon.CueSell) {
			if sell = o.First; sell < m.Last && (s.ws[sell+1].Before&words.Comma != 0 || s.joins(int(sell)+1)) {
				return false // "sell, rent or share it"
			}
		}
		if sell >= 0 && o.First > sell && (cues.Has(lexicon.CueRight) || cues.Any(deniable) && s.joins(int(o.First)-1)) {
			return true
		}
	}
	return false
}

// saleOfData reports whether m, a denial of a sale, is about data: by its own
// words, "not sell it", by those before it, and those behind it in its clause.
func (s *sentence) saleOfData(m lexicon.Mark) bool {
	if s.anaphor >= 0 || m.Entry.Gap && !(s.denialOrSale(m.First) && s.denialOrSale(m.Last)) {
		return true
	}
	end := s.withAim(m.Last)
	return s.namesData(0, end+1) || m.Last == end && s.before.Has(lexicon.CuePii)
}

// denialOrSale reports whether word i is a negation or a verb of selling.
func (s *sentence) denialOrSale(i int32) bool {
	return s.marksCue(i, lexicon.CueNot) || s.marksCue(i, lexicon.CueSell)
}

// namesData reports whether data is named from word first on, before word end.
func (s *sentence) namesData(first, end int32) bool {
	if s.firstOf(lexicon.CuePii, first, end) >= 0 {
		return true
	}
	for _, o := range s.facts {
		if o.First >= end {
			break
		}
		if o.First >= first && o.Entry.Kind == lexicon.Data && (!o.Entry.List || s.inList(o)) {
			return true
		}
	}
	return false
}

// firstOf returns the first word from word first on, before word end, at which a
// cue c begins, -1 if there is none.
func (s *sentence) firstOf(c lexicon.CueID, first, end int32) int32 {
	if !s.own.Has(c) {
		return -1
	}
	for i := first; i < end; i++ {
		if s.begins(int(i), c) {
			return i
		}
	}
	return -1
}

// maxSold is within how many words of "sell" the data stands that is sold.
const maxSold = 2

// maxSeller is within how many words of the organisation it is said to sell:
// "we may share and/or sell".
const maxSeller = 5

// weSell reports whether the organisation says outright that it sells data which
// the lexicon has a name for: m is the verb, the data stands right behind it, or
// in Dutch not far before it.
func (s *sentence) weSell(m lexicon.Mark) bool {
	first, we := s.clauseOf(m.First).first, int32(-1)
	for _, o := range s.cued {
		if o.First > m.Last {
			break
		}
		switch cues := o.Entry.Cues(); {
		case o.First < first || s.marksCue(o.First, lexicon.CueOblique):
		case cues.Has(lexicon.CueWe):
			we = o.Last
		case cues.Any(1<<lexicon.CueYou | 1<<lexicon.CueThird):
			we = -1
		}
	}
	if we < 0 || m.First-we > maxSeller && s.lex.Language == "en" {
		return false
	}
	for _, o := range s.facts {
		switch {
		case o.Entry == m.Entry || o.Last < first:
		case o.Entry.ID == m.Entry.ID && o.First <= m.Last && m.First <= o.Last:
			return false // another phrase says it
		case o.Entry.Kind != lexicon.Data || o.Entry.List && !s.marksCue(o.First-1, lexicon.CueYou):
		case o.First >= m.First && o.First <= m.Last+maxSold && !s.joins(int(m.Last)+1),
			o.Last < m.First && o.Last >= m.First-maxSeller && s.lex.Language == "nl" && o.First > we:
			return true
		}
	}
	return false
}

// ofChildren reports whether m, a denial of a sale, is about the data of
// children only: "of minors under 16", but not "of anyone, including minors".
func (s *sentence) ofChildren(m lexicon.Mark) bool {
	if !s.own.Has(lexicon.CueChild) {
		return false
	}
	if k := s.clauseNo(m.First); k > 0 && s.clauses[k-1].conditional && s.firstOf(lexicon.CueChild, s.clauses[k-1].first, s.clauses[k].first) >= 0 {
		return true // "if you are under 16, we do not sell your data"
	}
	if s.marksCue(0, lexicon.CueAim) && s.firstOf(lexicon.CueChild, 0, min(m.First, maxBack)) >= 0 {
		return true // "for users under 16, …"
	}
	if first := s.clauseOf(m.First).first; !s.cuedFrom(lexicon.CueWe, first, m.First) && !s.cuedFrom(lexicon.CueSuch, first, m.First) && !s.cuedFrom(lexicon.CueNot, first, m.First) {
		if child := s.firstOf(lexicon.CueChild, first, m.First); child >= 0 && !s.joins(int(child)-1) {
			return true // "data of children is not sold"
		}
	}
	child := s.firstOf(lexicon.CueChild, m.First+1, s.withAim(m.Last)+1)
	return child >= 0 && !s.joins(int(child)-1) && !s.cuedFrom(lexicon.CueSuch, m.First, child) && !s.cuedFrom(lexicon.CueNot, m.Last+1, child)
}

// withAim returns the last word of the clause of word i and of the aims right
// behind it.
func (s *sentence) withAim(i int32) int32 {
	k := s.clauseNo(i)
	for k+1 < len(s.clauses) && s.clauses[k+1].aim {
		k++
	}
	return s.clauses[k].last
}

// sellsItself reports whether m is who is said not to sell or share data: "our
// partners do not sell it", but not "third parties are not given access".
func (s *sentence) sellsItself(m lexicon.Mark) bool {
	c := s.clauseOf(m.First)
	not, ok := s.negation(c)
	if !ok || m.First > c.first+2 || not.First <= m.Last || not.First > m.Last+maxFronted {
		return false
	}
	for _, o := range s.cued {
		if o.First > not.Last && o.First <= not.Last+2 && o.First == o.Last && o.Entry.Cues().Any(1<<lexicon.CueSell|1<<lexicon.CueShare) {
			return s.ws[o.First].Form&words.Base != 0
		}
	}
	return false
}
