package reading

import (
	"slices"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
)

// holds reports whether s has marks of kind k, for all that was known before
// some were dropped.
func (s *sentence) holds(k lexicon.Kind) bool { return s.has&(1<<k) != 0 }

// holdsFacts reports whether s has marks of a kind that facts are of.
func (s *sentence) holdsFacts() bool { return s.has&(1<<lexicon.Cue-1) != 0 }

// count returns the number of marks of kind k.
func (s *sentence) count(k lexicon.Kind) int {
	n := 0
	if !s.holds(k) {
		return 0
	}
	for _, m := range s.facts {
		if m.Entry.Kind == k {
			n++
		}
	}
	return n
}

// after reports whether a cue c stands right before m, or with one word
// between.
func (s *sentence) after(m lexicon.Mark, c lexicon.CueID) bool {
	if !s.said.Has(c) || s.ws[m.First].Before&words.Colon != 0 {
		return false
	}
	return endsBefore(s.cued, m.First, c)
}

// afterAnd reports whether "and" or "or" stands right before m, or with one word
// between.
func (s *sentence) afterAnd(m lexicon.Mark) bool {
	i := int(m.First)
	return s.ws[i].Before&words.Colon == 0 && (s.joins(i-1) || s.joins(i-2))
}

// endsBefore reports whether the last word of one of cues, a cue c, stands right
// before word i, or with one word between.
func endsBefore(cues []lexicon.Mark, i int32, c lexicon.CueID) bool {
	for k := range cues {
		o := &cues[k]
		if o.First >= i {
			break
		}
		if o.Last >= i-2 && o.Last < i && o.Entry.Is(c) {
			return true
		}
	}
	return false
}

// overlaps reports whether a mark of kind k shares words with m.
func (s *sentence) overlaps(m lexicon.Mark, k lexicon.Kind) bool {
	if !s.holds(k) {
		return false
	}
	for i := range s.facts {
		o := &s.facts[i]
		if o.First > m.Last {
			break
		}
		if o.Last >= m.First && o.Entry.Kind == k {
			return true
		}
	}
	return false
}

// A kinds is a set of kinds of marks: 1<<Data | 1<<Purpose.
type kinds uint32

// around returns those of the given kinds of which s has a longer phrase that m,
// which is read next, is part of.
func (s *sentence) around(m lexicon.Mark, of kinds) kinds {
	if of &= kinds(s.has); of == 0 || m.Last > s.reach {
		return 0
	}
	found := kinds(0)
	for i := range s.facts {
		o := &s.facts[i]
		if o.First > m.First {
			break
		}
		if o.Last >= m.Last && o.Last-o.First > m.Last-m.First && !o.Entry.Gap {
			found |= 1 << o.Entry.Kind
		}
	}
	return found & of
}

// covered reports whether a mark of kind k covers m.
func (s *sentence) covered(m lexicon.Mark, k lexicon.Kind) bool {
	if !s.holds(k) {
		return false
	}
	for i := range s.facts {
		o := &s.facts[i]
		if o.First > m.First {
			break
		}
		if o.Last >= m.Last && o.Entry.Kind == k {
			return true
		}
	}
	return false
}

// marksCue reports whether cue c begins at word i.
func (s *sentence) marksCue(i int32, c lexicon.CueID) bool {
	return uint(i) < uint(len(s.cuesAt)) && s.cuesAt[i].Has(c)
}

// cuedFrom reports whether a cue c begins at word first or behind, before word
// end.
func (s *sentence) cuedFrom(c lexicon.CueID, first, end int32) bool {
	return s.said.Has(c) && s.cuedAny(1<<c, first, end)
}

// cuedAny reports whether one of the cues cs does.
func (s *sentence) cuedAny(cs lexicon.CueMask, first, end int32) bool {
	for i := max(first, 0); i < min(end, int32(len(s.cuesAt))); i++ {
		if s.cuesAt[i].Any(cs) {
			return true
		}
	}
	return false
}

// wordCues returns the cues that word i, if there is one, tells by itself.
func (s *sentence) wordCues(i int) lexicon.CueSet {
	if i < 0 || i >= len(s.ws) || s.mute.has(i) {
		return lexicon.CueSet{}
	}
	return *s.lex.Cues(s.ws[i])
}

// tells reports whether one of the words first to last tells a cue c by itself.
func (s *sentence) tells(first, last int, c lexicon.CueID) bool {
	for i := first; i <= last; i++ {
		if cues := s.wordCues(i); cues.Has(c) {
			return true
		}
	}
	return false
}

// tellsAny reports whether one of the words first to last tells some cue by
// itself.
func (s *sentence) tellsAny(first, last int) bool {
	for i := first; i <= last; i++ {
		if s.wordCues(i) != (lexicon.CueSet{}) {
			return true
		}
	}
	return false
}

// lastCue returns the word at which the last cue of s begins, -1 if s has none.
func (s *sentence) lastCue() int32 {
	last := int32(-1)
	if n := len(s.cued); n > 0 {
		last = s.cued[n-1].First
	}
	for i := int32(len(s.ws)) - 1; i > last; i-- {
		if s.wordCues(int(i)) != (lexicon.CueSet{}) {
			return i
		}
	}
	return last
}

// begins reports whether a cue c begins at word i.
func (s *sentence) begins(i int, c lexicon.CueID) bool {
	return s.said.Has(c) && (s.tells(i, i, c) || s.marksCue(int32(i), c))
}

// firstCue returns the word at which the first of the cues cs begins, -1 if s
// has none of them.
func (s *sentence) firstCue(cs lexicon.CueMask) int32 {
	return int32(slices.IndexFunc(s.cuesAt, func(cues lexicon.CueMask) bool { return cues.Any(cs) }))
}
