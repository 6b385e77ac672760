package reading

import (
	"math/bits"
	"slices"

	"example.com/policymodel/parse/internal/buffer"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A flowFrame gathers what a passage ties together: one sentence, or several
// that speak of the same data.
type flowFrame struct {
	span     policy.Span
	block    int // where it ends
	region   region
	concepts []concept // each once, in the order in which they are named
	kinds    kindSet   // of concepts
	sources  sourceSet
	gets     bool // it tells of data, which it may not name, that is obtained
	denies   bool // some of it is denied
	back     bool // its data was named before it: "we use this information to:"
}

// add enters a fact that a sentence affirms, if flows are of its kind.
func (f *flowFrame) add(e *lexicon.Entry) {
	if e.Kind <= lexicon.Recipient {
		f.enter(conceptOf(e))
	}
}

// enter enters a concept.
func (f *flowFrame) enter(c concept) {
	if !slices.Contains(f.concepts, c) {
		f.concepts = append(f.concepts, c)
		f.kinds |= c.set()
	}
}

// take enters the concepts of g that are of the given kinds.
func (f *flowFrame) take(g *flowFrame, kinds kindSet) {
	switch {
	case g.kinds&kinds == 0:
		return
	case f.kinds == 0 && g.kinds&^kinds == 0:
		f.concepts, f.kinds = append(f.concepts, g.concepts...), g.kinds
		return
	}
	for _, c := range g.concepts {
		if c.set()&kinds != 0 {
			f.enter(c)
		}
	}
}

// join adds what g ties together to f.
func (f *flowFrame) join(g *flowFrame) {
	f.take(g, ofData|ofUse)
	f.sources |= g.sources
}

// speaksOf adds to f the data of g, and where it comes from.
func (f *flowFrame) speaksOf(g *flowFrame) {
	f.take(g, ofData)
	f.sources |= g.sources
}

// has reports whether f has concepts of some of the given kinds.
func (f *flowFrame) has(kinds kindSet) bool { return f.kinds&kinds != 0 }

// clear makes f as good as new, but for its buffer.
func (f *flowFrame) clear(n *buffer.Size) { *f = flowFrame{concepts: buffer.Reset(n, f.concepts)} }

// reset empties f but keeps its buffer.
func (f *flowFrame) reset() {
	f.concepts = f.concepts[:0]
	f.span, f.block, f.region = policy.Span{}, 0, everybody
	f.kinds, f.sources, f.gets, f.denies, f.back = 0, 0, false, false, false
}

// ties reports whether f ties together enough to be a flow: data and one more
// thing, or two other things.
func (f *flowFrame) ties() bool {
	n := bits.OnesCount8(uint8(f.kinds))
	return n > 1 || n == 1 && f.sources != 0
}

// An ended flow is one whose concepts are those of reader.tied before end, and
// behind those of the flow before it.
type ended struct {
	span    policy.Span
	region  region
	sources sourceSet
	end     int
}

// share appends s to the array at and returns the part that holds it, nil if s
// is empty. A caller that appends to the part gets a copy.
func share[T any](at *[]T, s []T) []T {
	if len(s) == 0 {
		return nil
	}
	*at = append(*at, s...)
	return behind(*at, len(*at)-len(s))
}

// behind returns the part of s from element n on, nil if there is none. A caller
// that appends to it gets a copy.
func behind[T any](s []T, n int) []T {
	if n == len(s) {
		return nil
	}
	return s[n:len(s):len(s)]
}

// flush ends the flow: it adds it to the policy if it is one, and starts anew.
func (r *reader) flush() {
	f := &r.flow
	if f.has(ofData) || f.sources != 0 {
		r.say(f)
	}
	if f.span.End > 0 {
		r.head(f)
	}
	if f.ties() {
		r.tied = append(r.tied, f.concepts...)
		r.flows = append(r.flows, ended{f.span, f.region, f.sources, len(r.tied)})
	}
	f.reset()
}

// buildFlows puts the flows into the policy. The ids of each kind of all of them
// are in one array.
func (r *reader) buildFlows() {
	if len(r.flows) == 0 {
		return
	}
	var count [lexicon.Recipient + 1]int
	for _, c := range r.tied {
		count[c.kind()]++
	}
	from := 0 // sources
	for i := range r.flows {
		from += r.flows[i].sources.count()
	}
	data, sources := make([]taxonomy.Data, 0, count[lexicon.Data]), make([]taxonomy.Source, 0, from)
	purposes, bases := make([]taxonomy.Purpose, 0, count[lexicon.Purpose]), make([]taxonomy.LegalBasis, 0, count[lexicon.LegalBasis])
	recipients := make([]taxonomy.Recipient, 0, count[lexicon.Recipient])
	ids, start := conceptIDs(), 0
	r.p.Flows = make([]policy.Flow, len(r.flows))
	for i := range r.flows {
		e, f := &r.flows[i], &r.p.Flows[i]
		d, p, b, to := len(data), len(purposes), len(bases), len(recipients)
		for _, c := range r.tied[start:e.end] {
			switch id := c.id(ids); c.kind() {
			case lexicon.Data:
				data = append(data, taxonomy.Data(id))
			case lexicon.Purpose:
				purposes = append(purposes, taxonomy.Purpose(id))
			case lexicon.LegalBasis:
				bases = append(bases, taxonomy.LegalBasis(id))
			case lexicon.Recipient:
				recipients = append(recipients, taxonomy.Recipient(id))
			}
		}
		start = e.end
		*f = policy.Flow{
			Span: e.span, Region: r.facts.place(e.region),
			Data: behind(data, d), Sources: e.sources.list(&sources), Purposes: behind(purposes, p),
			Recipients: behind(recipients, to), LegalBases: behind(bases, b),
		}
	}
}

// head adds to f, which does not tell what its data is used for, the aims that
// the heading above it names. It notes them if f is of the heading itself.
func (r *reader) head(f *flowFrame) {
	sec := r.lay.Blocks[f.block].Section
	switch {
	case sec < 0:
	case r.lay.Sections[sec].Heading == f.block:
		r.secs[sec].aims = r.aims(f)
	case f.has(ofData) && !f.has(ofPurpose) && !f.denies:
		for _, c := range r.secs[sec].aims {
			f.enter(c)
		}
	}
}

// aims returns the purposes of f.
func (r *reader) aims(f *flowFrame) []concept {
	from := len(r.kept)
	for _, c := range f.concepts {
		if c.set() == ofPurpose {
			r.kept = append(r.kept, c)
		}
	}
	return behind(r.kept, from)
}
