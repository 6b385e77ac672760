package reading

import (
	"slices"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A flowFrame gathers what a passage ties together: a sentence, or all
// sentences of a list item.
type flowFrame struct {
	span       policy.Span
	region     policy.Region
	data       []taxonomy.Data
	purposes   []taxonomy.Purpose
	recipients []taxonomy.Recipient
	bases      []taxonomy.LegalBasis
	sources    sourceSet
}

// add enters a fact that a sentence affirms.
func (f *flowFrame) add(e *lexicon.Entry) {
	switch e.Kind {
	case lexicon.Data:
		f.data = appendNew(f.data, taxonomy.Data(e.ID))
	case lexicon.Purpose:
		f.purposes = appendNew(f.purposes, taxonomy.Purpose(e.ID))
	case lexicon.Recipient:
		f.recipients = appendNew(f.recipients, taxonomy.Recipient(e.ID))
	case lexicon.LegalBasis:
		f.bases = appendNew(f.bases, taxonomy.LegalBasis(e.ID))
	}
}

func appendNew[T comparable](s []T, x T) []T {
	if slices.Contains(s, x) {
		return s
	}
	return append(s, x)
}

// clone returns a copy of s, nil if s is empty.
func clone[T any](s []T) []T { return append([]T(nil), s...) }

// reset empties f but keeps its buffers.
func (f *flowFrame) reset() {
	*f = flowFrame{data: f.data[:0], purposes: f.purposes[:0], recipients: f.recipients[:0], bases: f.bases[:0]}
}

// ties reports whether f ties together enough to be a flow: data and one more
// thing, or two other things.
func (f *flowFrame) ties() bool {
	n := 0
	for _, some := range [...]bool{f.sources != 0, len(f.purposes) > 0, len(f.recipients) > 0, len(f.bases) > 0} {
		if some {
			n++
		}
	}
	return len(f.data) > 0 && n > 0 || n > 1
}

// flush adds the flow to p if it is one, and starts anew.
func (f *flowFrame) flush(p *policy.Policy) {
	if f.ties() {
		p.Flows = append(p.Flows, policy.Flow{
			Span: f.span, Region: f.region, Data: clone(f.data), Sources: f.sources.list(),
			Purposes: clone(f.purposes), Recipients: clone(f.recipients), LegalBases: clone(f.bases),
		})
	}
	f.reset()
}

// whole reports whether the sentences of b belong together: one list item, or
// a paragraph under a heading of its own within its line.
func whole(b *layout.Block, s *sentence) bool {
	return b.Kind == layout.Item || b.Kind == layout.Row || s.first && len(s.ws) <= 6
}
