package reading

import (
	"slices"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A flowFrame gathers what a passage ties together: one sentence, or several
// that speak of the same data.
type flowFrame struct {
	span       policy.Span
	block      int // where it ends
	region     policy.Region
	data       []taxonomy.Data
	purposes   []taxonomy.Purpose
	recipients []taxonomy.Recipient
	bases      []taxonomy.LegalBasis
	sources    sourceSet
	gets       bool // it tells of data, which it may not name, that is obtained
	denies     bool // some of it is denied
	back       bool // its data was named before it: "we use this information to:"
}

// add enters a fact that a sentence affirms, if flows are of its kind.
func (f *flowFrame) add(e *lexicon.Entry) {
	if e.Kind <= lexicon.Recipient {
		f.enter(e)
	}
}

// enter enters the id of e.
func (f *flowFrame) enter(e *lexicon.Entry) {
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

// union adds to s those of more that are not in it yet. Neither has any twice.
func union[T comparable](s, more []T) []T {
	if len(s) == 0 {
		return append(s, more...)
	}
	for _, x := range more {
		s = appendNew(s, x)
	}
	return s
}

// reset empties f but keeps its buffers.
func (f *flowFrame) reset() {
	f.data = f.data[:0]
	f.purposes = f.purposes[:0]
	f.recipients = f.recipients[:0]
	f.bases = f.bases[:0]
	f.span, f.block, f.region = policy.Span{}, 0, policy.Everybody
	f.sources, f.gets, f.denies, f.back = 0, false, false, false
}

// ties reports whether f ties together enough to be a flow: data and one more
// thing, or two other things.
func (f *flowFrame) ties() bool {
	if len(f.data) > 0 {
		return f.sources != 0 || f.uses()
	}
	switch {
	case f.sources != 0:
		return f.uses()
	case len(f.purposes) > 0:
		return len(f.recipients) > 0 || len(f.bases) > 0
	}
	return len(f.recipients) > 0 && len(f.bases) > 0
}

// A pool holds the ids of all flows, so that each flow is a part of one array.
type pool struct {
	data       []taxonomy.Data
	sources    []taxonomy.Source
	purposes   []taxonomy.Purpose
	recipients []taxonomy.Recipient
	bases      []taxonomy.LegalBasis
}

// share appends s to the array at and returns the part that holds it, nil if s
// is empty. A caller that appends to the part gets a copy.
func share[T any](at *[]T, s []T) []T {
	if len(s) == 0 {
		return nil
	}
	from := len(*at)
	*at = append(*at, s...)
	return (*at)[from:len(*at):len(*at)]
}

// flush ends the flow: it adds it to the policy if it is one, and starts anew.
func (r *reader) flush() {
	f := &r.flow
	if len(f.data) > 0 || f.sources != 0 {
		r.say(f)
	}
	if f.span.End > 0 {
		r.head(f)
	}
	if f.ties() {
		r.put(f)
	}
	f.reset()
}

// put adds f to the policy.
func (r *reader) put(f *flowFrame) {
	r.p.Flows = append(r.p.Flows, policy.Flow{
		Span: f.span, Region: f.region,
		Data: share(&r.pool.data, f.data), Sources: f.sources.list(&r.pool.sources), Purposes: share(&r.pool.purposes, f.purposes),
		Recipients: share(&r.pool.recipients, f.recipients), LegalBases: share(&r.pool.bases, f.bases),
	})
}

// head adds to f, which does not tell what its data is used for, the aims that
// the heading above it names. It notes them if f is of the heading itself.
func (r *reader) head(f *flowFrame) {
	sec := r.lay.Blocks[f.block].Section
	switch {
	case sec < 0:
	case r.lay.Sections[sec].Heading == f.block:
		r.secs[sec].aims = share(&r.pool.purposes, f.purposes)
	case len(f.data) > 0 && len(f.purposes) == 0 && !f.denies:
		f.purposes = append(f.purposes, r.secs[sec].aims...)
	}
}

// uses reports whether f says what is done with data.
func (f *flowFrame) uses() bool {
	return len(f.purposes) > 0 || len(f.recipients) > 0 || len(f.bases) > 0
}

// join adds what g ties together to f.
func (f *flowFrame) join(g *flowFrame) {
	f.sources |= g.sources
	if len(g.data) > 0 {
		f.data = union(f.data, g.data)
	}
	if len(g.purposes) > 0 {
		f.purposes = union(f.purposes, g.purposes)
	}
	if len(g.recipients) > 0 {
		f.recipients = union(f.recipients, g.recipients)
	}
	if len(g.bases) > 0 {
		f.bases = union(f.bases, g.bases)
	}
}
