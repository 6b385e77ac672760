package reading

import (
	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
)

// findParts finds the words at which the statements of s, which has semicolons,
// begin behind them: "you give us your name when you order; you give us …".
func (s *sentence) findParts() {
	s.parts = s.semicolons[:0]
	for i := 1; i < len(s.ws) && s.kind != layout.Row; i++ {
		if b := s.ws[i].Before; b&words.Semicolon != 0 && (b&(words.Dash|words.Bullet) != 0 || s.statesFrom(i)) {
			s.parts = append(s.parts, int32(i))
		}
	}
	s.semicolons = s.parts
}

// maxSubject is how far the subject of a statement stands from its beginning:
// "when you order, you give us …".
const maxSubject = 2

// handling are the cues of what is done with data.
const handling lexicon.CueMask = 1<<lexicon.CueCollect | 1<<lexicon.CueProvide | 1<<lexicon.CueUse | 1<<lexicon.CueShare | 1<<lexicon.CueStore

// statesFrom reports whether a statement with a subject of its own begins at
// word i, behind a semicolon, up to the next one: who does what with data. "To
// prevent fraud; when we believe that the law asks for it" has none.
func (s *sentence) statesFrom(i int) bool {
	end := i + 1
	for end < len(s.ws) && s.ws[end].Before&words.Semicolon == 0 {
		end++
	}
	subject, acts := false, false
	for k := i; k < end; k++ {
		cues := s.cuesAt[k]
		if cues.Any(1<<lexicon.CueWe | 1<<lexicon.CueYou) {
			c := s.clauseOf(int32(k))
			subject = subject || k <= i+maxSubject || !c.conditional && !c.aim && s.cuesOf(c).Any(handling)
		}
		acts = acts || cues.Any(handling)
	}
	return subject && acts
}

// passes reports whether word i lies beyond the next part, and goes on to it.
func (s *sentence) passes(i int32) bool {
	if len(s.parts) == 0 || i < s.parts[0] {
		return false
	}
	s.parts = s.parts[1:]
	return true
}

// enumerated reports whether s goes on with a list in running text: "(2)
// detecting security incidents", or has no subject of its own.
func (s *sentence) enumerated() bool {
	return s.numbered() || !s.own.Any(1<<lexicon.CueWe|1<<lexicon.CueYou)
}

// numbered reports whether l starts with a number in brackets or a bullet.
func (l *line) numbered() bool {
	return l.ws[0].Before&words.Bullet != 0 || len(l.ws) > 1 && l.ws[0].Before&words.Open != 0 && l.ws[1].Before&words.Close != 0
}

// occasion reports whether m, data, only names the occasion on which
// other data is given, named or not: "when you share your photos, we collect
// your location", "… we collect some data".
func (s *sentence) occasion(m lexicon.Mark) bool {
	k := s.clauseNo(m.First)
	if !s.clauses[k].conditional {
		return false
	}
	for _, o := range s.facts {
		if o.Entry.Kind == lexicon.Data && o.Entry.ID != m.Entry.ID && o.First > m.Last && !s.clauseOf(o.First).conditional {
			return true
		}
	}
	for k++; k < len(s.clauses); k++ {
		if c := &s.clauses[k]; !c.conditional && !c.aim && s.cuesOf(c).Any(1<<lexicon.CueCollect|1<<lexicon.CueProvide) {
			return true
		}
	}
	return false
}
