package reading

import (
	"slices"
	"sync"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// tie adds what sentence s ties together to the flow of the sentences before it
// in its block, or ends that flow. Where s tells another use of the same data,
// the data goes with it.
func (r *reader) tie(s *sentence) {
	f, g := &r.flow, &r.next
	switch {
	case f.span.End > g.span.Start && f.ties(), // another part of the same sentence
		r.ends(s):
		r.flush()
	case s.kind == layout.Row:
	case s.label != unlabelled:
		if len(g.bases) > 0 && len(g.data) == 0 && f.span.IsZero() {
			g.speaksOf(r.sectionSaid(s)) // "Legal basis: consent" at its end
		}
	case g.uses():
		r.tieUse(s)
	case f.uses() && len(f.bases) == 0 && len(f.data) == 0 && !f.gets && len(g.data) > 0 && !s.refers():
		r.flush() // what data is used for was said without any
	}
	if s.onlySources() && g.sources != 0 {
		f.sources = 0 // what introduces the list said it in general
	}
	f.join(g)
	g.reset()
}

// tieUse ties what sentence s says data is used for to the data named before
// it, if that is what s is about, or ends the flow before it.
func (r *reader) tieUse(s *sentence) {
	f, g := &r.flow, &r.next
	same := len(f.data) > 0 && r.sameData(s)
	if said := r.refersBack(s); same && f.uses() {
		if len(g.data) == 0 && s.numbered() {
			g.sources = 0
		}
		g.speaksOf(f)
	} else if said != nil && len(f.data) == 0 && len(g.data) == 0 {
		g.speaksOf(said)
	}
	if f.uses() || len(f.data) > 0 && !same {
		r.flush()
	}
	if len(f.data) == 0 && len(g.data) == 0 && s.namesBasis() {
		g.speaksOf(r.nearest(s))
	}
}

// sameData reports whether s goes on about the data of the flow before it: it
// says so, or names none and goes on with a list, or speaks of "the data", but
// not of a person's data in general.
func (r *reader) sameData(s *sentence) bool {
	if s.refers() {
		return true
	}
	return len(r.next.data) == 0 && (s.enumerated() || s.own.Has(lexicon.CuePii) && !s.own.Has(lexicon.CueYou))
}

// finish ends the flow of s, or of a part of it.
func (r *reader) finish(s *sentence, sources sourceSet) {
	r.next.span, r.next.block, r.next.region = s.span(), s.block, s.region
	r.next.denies = s.own.Has(lexicon.CueNot)
	r.next.gets = s.own.Has(lexicon.CueIf) && s.own.Any(lexicon.CueCollect, lexicon.CueProvide)
	if len(r.next.data) == 0 && s.tellsSources() {
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
	r.reach(s)
	if r.intro != nil {
		r.next.inherit(r.intro, s.aimList)
	}
	r.last.reset()
	r.last.join(&r.next)
	r.tie(s)
}

// reach adds to the flow of s the data by which it says that the person is
// reached, "to call or e-mail you", where the text has named it as data.
func (r *reader) reach(s *sentence) {
	if !s.own.Any(lexicon.CueByPhone, lexicon.CueByMail) || !slices.Contains(r.next.purposes, taxonomy.PurposeCommunication) {
		return
	}
	means := means()
	for i := range means {
		m := &means[i]
		if s.own.Has(m.cue) && r.facts.find(&m.data, policy.Yes, policy.Everybody) >= 0 {
			r.next.data = appendNew(r.next.data, taxonomy.Data(m.data.ID))
		}
	}
}

// A mean is the data by which a person is reached, and the cue that says so.
type mean struct {
	cue  lexicon.CueID
	data lexicon.Entry
}

var means = sync.OnceValue(func() []mean {
	return []mean{
		{lexicon.CueByPhone, lexicon.EntryOf(lexicon.Data, string(taxonomy.DataContactPhone), "")},
		{lexicon.CueByMail, lexicon.EntryOf(lexicon.Data, string(taxonomy.DataContactEmail), "")},
	}
})

// inherit adds to the flow of a list's element what the sentence that
// introduces the list says of the same: the aims of the data, or the data of
// the aims, even where an element of a list of aims names some of its own.
func (f *flowFrame) inherit(intro *flowFrame, aims bool) {
	switch {
	case (aims || intro.back) && len(f.data) > 0 && len(intro.data) > 0 && f.uses():
		f.speaksOf(intro)
	case len(f.data) > 0 && (!aims || len(intro.data) == 0):
		if f.sources == 0 {
			f.sources = intro.sources
		}
		if len(intro.data) > 0 {
			break // "device data, such as:" says what for of its own data
		}
		if !f.uses() {
			f.purposes = append(f.purposes, intro.purposes...)
			f.recipients = append(f.recipients, intro.recipients...)
		}
		if len(f.bases) == 0 {
			f.bases = append(f.bases, intro.bases...)
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
