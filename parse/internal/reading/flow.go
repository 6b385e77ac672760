package reading

import (
	"slices"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
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
	back       bool // its data was named before it: "we use this information to:"
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

// flush adds the flow to the policy if it is one, and starts anew.
func (r *reader) flush() {
	f := &r.flow
	r.say(f)
	if f.ties() {
		r.p.Flows = append(r.p.Flows, policy.Flow{
			Span: f.span, Region: f.region,
			Data: share(&r.pool.data, f.data), Sources: f.sources.list(&r.pool.sources), Purposes: share(&r.pool.purposes, f.purposes),
			Recipients: share(&r.pool.recipients, f.recipients), LegalBases: share(&r.pool.bases, f.bases),
		})
	}
	f.reset()
}

// uses reports whether f says what is done with data.
func (f *flowFrame) uses() bool {
	return len(f.purposes) > 0 || len(f.recipients) > 0 || len(f.bases) > 0
}

// join adds what g ties together to f.
func (f *flowFrame) join(g *flowFrame) {
	f.span, f.block = f.span.Cover(g.span), g.block
	f.sources |= g.sources
	f.gets = f.gets || g.gets
	if f.region == policy.Everybody {
		f.region = g.region
	}
	for _, x := range g.data {
		f.data = appendNew(f.data, x)
	}
	for _, x := range g.purposes {
		f.purposes = appendNew(f.purposes, x)
	}
	for _, x := range g.recipients {
		f.recipients = appendNew(f.recipients, x)
	}
	for _, x := range g.bases {
		f.bases = appendNew(f.bases, x)
	}
}

// tie adds what sentence s ties together to the flow of the sentences before it
// in its block, or ends that flow. Where s tells another use of the same data,
// the data goes with it.
func (r *reader) tie(s *sentence) {
	f, g := &r.flow, &r.next
	switch {
	case f.span.End > g.span.Start && f.ties(), // another part of the same sentence
		r.ends(s):
		r.flush()
	case s.label != unlabelled, s.kind == layout.Row:
		if s.kind != layout.Row && len(g.bases) > 0 && len(g.data) == 0 && f.span.IsZero() {
			g.speaksOf(r.sectionSaid(s)) // "Legal basis: consent" at its end
		}
	case g.uses():
		sameData := len(f.data) > 0 && (s.refers() || len(g.data) == 0 && (s.own.Has(lexicon.CuePii) && !s.own.Has(lexicon.CueYou) || s.enumerated()))
		if sameData && f.uses() {
			if len(g.data) == 0 && s.numbered() {
				g.sources = 0
			}
			g.speaksOf(f)
		} else if said := r.refersBack(s); said != nil && len(f.data) == 0 && len(g.data) == 0 {
			g.speaksOf(said)
		}
		if f.uses() || len(f.data) > 0 && !sameData {
			r.flush()
		}
		if len(f.data) == 0 && len(g.data) == 0 && s.namesBasis() {
			g.speaksOf(r.nearest(s))
		}
	case f.uses() && len(f.bases) == 0 && len(f.data) == 0 && !f.gets && len(g.data) > 0 && !s.refers():
		r.flush()
	}
	if s.onlySources() && g.sources != 0 {
		f.sources = 0 // what introduces the list said it in general
	}
	f.join(g)
	g.reset()
}

// finish ends the flow of s, or of a part of it.
func (r *reader) finish(s *sentence, sources sourceSet) {
	r.next.span, r.next.block, r.next.region = s.span(), s.block, s.region
	r.next.gets = s.own.Has(lexicon.CueIf) && s.own.Any(lexicon.CueCollect, lexicon.CueProvide)
	if len(r.next.data) == 0 && s.cues.Has(lexicon.CuePii) && (!s.listed || s.own.Any(lexicon.CueCollect, lexicon.CueProvide, lexicon.CueAutomatic, lexicon.CueOrigin) || s.holds(lexicon.Source)) && (s.own.Has(lexicon.CueIf) || !s.own.Any(lexicon.CueNot, lexicon.CueDefine)) {
		r.next.sources = sources.of("")
		if s.onlySources() {
			r.next.sources = sources &^ fromUse
		}
	}
	if s.own.Has(lexicon.CueCookies) && s.holds(lexicon.Technology) && r.next.uses() && !s.advises() {
		r.next.data = appendNew(r.next.data, taxonomy.DataTrackingCookie)
		if r.next.sources == 0 {
			r.next.sources = fromAutomatic
		}
	}
	if r.intro != nil {
		r.next.inherit(r.intro, s.aimList)
	}
	r.last.reset()
	r.last.join(&r.next)
	r.tie(s)
}

// inherit adds to the flow of a list's element what the sentence that
// introduces the list says of the same: the aims of the data, or the data of
// the aims, even where an element of a list of aims names some of its own.
func (f *flowFrame) inherit(intro *flowFrame, aims bool) {
	switch {
	case (aims || intro.back) && len(f.data) > 0 && len(intro.data) > 0 && f.uses():
		f.speaksOf(intro)
	case len(f.data) > 0 && len(intro.data) == 0:
		if f.sources == 0 {
			f.sources = intro.sources
		}
		if !f.uses() {
			f.purposes = append(f.purposes, intro.purposes...)
			f.recipients = append(f.recipients, intro.recipients...)
		}
		if len(f.bases) == 0 {
			f.bases = append(f.bases, intro.bases...)
		}
	case !aims && len(f.data) > 0:
		if f.sources == 0 {
			f.sources = intro.sources
		}
	case len(f.data) == 0 && f.uses():
		f.data = append(f.data, intro.data...)
		if len(f.data) > 0 {
			f.sources = intro.sources
		}
		if len(f.bases) == 0 {
			f.bases = append(f.bases, intro.bases...)
		}
	}
}

// lead keeps what the last sentence of a block ties together, and the sources
// that those before it name, for the list that the block introduces.
func (r *reader) lead(f *blockFrame) {
	l, sources := &r.last, f.flow.sources
	f.flow = flowFrame{
		data: share(&r.pool.data, l.data), purposes: share(&r.pool.purposes, l.purposes),
		recipients: share(&r.pool.recipients, l.recipients), bases: share(&r.pool.bases, l.bases),
		sources: l.sources,
	}
	if f.flow.sources == 0 {
		f.flow.sources = sources
	}
	if len(l.data) == 0 && r.s.refers() && r.flow.block == r.s.block && len(r.flow.data) > 0 {
		f.flow.data, f.flow.sources, f.flow.back = share(&r.pool.data, r.flow.data), r.flow.sources, true
	} else if said := r.refersBack(&r.s); said != nil && len(l.data) == 0 {
		f.flow.data, f.flow.sources, f.flow.back = share(&r.pool.data, said.data), said.sources, true
	} else if said := r.above(&r.s); said != nil && len(said.data) == 0 && f.flow.sources == 0 && r.lay.Blocks[r.said.block].Intro < 0 {
		f.flow.sources = said.sources
	}
}

// parts are the words at which the statements of a sentence begin that
// semicolons part: "you give us your name when you order; you give us …".
type parts []int32

func (s *sentence) parts() parts {
	at := parts(s.semicolons[:0])
	for i := 1; i < len(s.ws) && s.kind != layout.Row; i++ {
		if b := s.ws[i].Before; b&words.Semicolon != 0 && (b&(words.Dash|words.Bullet) != 0 || s.statesFrom(i)) {
			at = append(at, int32(i))
		}
	}
	s.semicolons = at
	return at
}

// maxSubject is how far the subject of a statement stands from its beginning:
// "when you order, you give us …".
const maxSubject = 2

// handling are the cues of what is done with data.
var handling = lexicon.Cues(lexicon.CueCollect, lexicon.CueProvide, lexicon.CueUse, lexicon.CueShare, lexicon.CueStore)

// statesFrom reports whether a statement with a subject of its own begins at
// word i, behind a semicolon, up to the next one: who does what with data. "To
// prevent fraud; when we believe that the law asks for it" has none.
func (s *sentence) statesFrom(i int) bool {
	end := i + 1
	for end < len(s.ws) && s.ws[end].Before&words.Semicolon == 0 {
		end++
	}
	subject, acts := false, false
	for _, m := range s.marks {
		if int(m.First) < i || m.Entry.Kind != lexicon.Cue {
			continue
		}
		if int(m.First) >= end {
			break
		}
		if m.Entry.Cues().Any(lexicon.CueWe, lexicon.CueYou) {
			c := s.clauseOf(m.First)
			subject = subject || int(m.First) <= i+maxSubject || !c.conditional && !c.aim && c.cues.Overlaps(&handling)
		}
		acts = acts || m.Entry.Cues().Overlaps(&handling)
	}
	return subject && acts
}

// passed reports whether word i lies beyond the next part, and goes on to it.
func (p *parts) passed(i int32) bool {
	if len(*p) == 0 || i < (*p)[0] {
		return false
	}
	*p = (*p)[1:]
	return true
}

// enumerated reports whether s goes on with a list in running text: "(2)
// detecting security incidents", or has no subject of its own.
func (s *sentence) enumerated() bool {
	return s.numbered() || !s.own.Any(lexicon.CueWe, lexicon.CueYou)
}

// numbered reports whether s starts with a number in brackets or a bullet.
func (s *sentence) numbered() bool {
	return s.ws[0].Before&words.Bullet != 0 || len(s.ws) > 1 && s.ws[0].Before&words.Open != 0 && s.ws[1].Before&words.Close != 0
}

// occasion reports whether m is data that only names the occasion on which
// other data is given, named or not: "when you share your photos, we collect
// your location", "… we collect some data".
func (s *sentence) occasion(m lexicon.Mark) bool {
	k := s.clauseNo(m.First)
	if m.Entry.Kind != lexicon.Data || !s.clauses[k].conditional {
		return false
	}
	for _, o := range s.marks {
		if o.Entry.Kind == lexicon.Data && o.Entry.ID != m.Entry.ID && o.First > m.Last && !s.clauseOf(o.First).conditional {
			return true
		}
	}
	return slices.ContainsFunc(s.clauses[k+1:], func(c clause) bool {
		return !c.conditional && !c.aim && c.cues.Any(lexicon.CueCollect, lexicon.CueProvide)
	})
}
