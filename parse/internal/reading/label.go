package reading

import (
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
)

// A label tells whether a sentence belongs to a record, whose parts are named
// one by one: "Purpose: newsletters", "Legal basis: consent".
type label uint8

const (
	unlabelled label = iota
	ownLabel         // the sentence begins with a label
	belowLabel       // it is an element of a list that one begins
)

// readLabel notes whether s begins with a label, or is one before a list, and
// what the label says of the rest.
func (r *reader) readLabel(s *sentence) {
	if s.said.Any(1 << lexicon.CueLabel) {
		r.readRecord(s)
	}
}

// readRecord does so for a sentence that has a label somewhere.
func (r *reader) readRecord(s *sentence) {
	var kinds lexicon.SectionSet
	for _, m := range s.cued {
		if m.First > 0 {
			break
		}
		if next := int(m.Last) + 1; m.Entry.Is(lexicon.CueLabel) && (next < len(s.ws) && s.ws[next].Before&words.Colon != 0 || next == len(s.ws) && r.followedBy(s, ':')) {
			s.label = ownLabel
		}
	}
	if s.label != ownLabel {
		return
	}
	for _, m := range s.facts {
		if m.First > 0 {
			break
		}
		kinds |= m.Entry.SectionSet()
	}
	if kinds == 0 && s.begins(0, lexicon.CueDataHead) && !s.labelsRecipient() {
		kinds = lexicon.InCollection
	}
	s.narrow(kinds)
	if kinds == 0 && s.labelsRecipient() {
		s.own.Add(lexicon.CueShare)
		s.cues.Add(lexicon.CueShare)
	}
	if s.before.Has(lexicon.CueShare) {
		s.cues.Union(&s.before) // "Category: providers. Purpose: hosting."
	}
}

// labelsRecipient reports whether a recipient stands right behind the label
// that s begins with: "Category: advertisers".
func (s *sentence) labelsRecipient() bool {
	for _, m := range s.facts {
		if m.Entry.Kind == lexicon.Recipient && s.ws[m.First].Before&words.Colon != 0 {
			return true
		}
	}
	return false
}

// narrow sets the kinds of section that s stands in to those that a label or
// the head of a column names, if it names any.
func (s *sentence) narrow(kinds lexicon.SectionSet) {
	if kinds != 0 {
		s.kinds = kinds | s.kinds&(lexicon.InCalifornia|lexicon.InCookies)
	}
}

// ends reports whether the flow read so far ends before s, because one of the
// two is a record and the other is no part of it.
func (r *reader) ends(s *sentence) bool {
	f := &r.flow
	if f.span.IsZero() {
		return false
	}
	if s.label == unlabelled {
		return f.block != s.block
	}
	return s.label == ownLabel && r.another(s)
}

// another reports whether s begins another record than the flow read so far:
// with a label that this one has.
func (r *reader) another(s *sentence) bool {
	f := &r.flow
	return r.lay.Blocks[f.block].Section != s.sec || f.repeats(&r.next)
}

// repeats reports whether f and g tell the same kind of thing.
func (f *flowFrame) repeats(g *flowFrame) bool {
	return f.kinds&g.kinds != 0
}
