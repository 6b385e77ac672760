package reading

import (
	"slices"
	"sync"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// tie prepares to join what sentence s ties together to the flow of the
// sentences before it in its block, or ends that flow. Where s tells another
// use of the same data, the data goes with it.
func (r *reader) tie(s *sentence) {
	f, g := &r.flow, &r.next
	switch {
	case s.kind == layout.Row:
	case s.label != unlabelled:
		if len(g.bases) > 0 && len(g.data) == 0 && f.span.IsZero() {
			g.speaksOf(r.sectionSaid(s)) // "Legal basis: consent" at its end
		}
	case g.uses():
		r.tieUse(s)
	case f.uses() && len(f.bases) == 0 && len(f.data) == 0 && !f.gets && !s.refers():
		r.flush() // what data is used for was said without any
	}
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

// finish ends the flow of s, or of a part of it: it joins what s ties together
// to the flow of the sentences before it in its block, or ends that flow.
func (r *reader) finish(s *sentence, sources sourceSet) {
	f, g := &r.flow, &r.next
	if s.cues.Has(lexicon.CuePii) && len(g.data) == 0 && s.tellsSources() {
		g.sources = sources.of("")
		if s.onlySources() {
			g.sources = sources &^ fromUse
		}
	}
	tells := len(g.data) > 0 || g.uses() // as most sentences do not
	if tells {
		r.complete(s)
	}
	if r.frameOf[s.block] > 0 {
		r.last.reset()
		r.last.join(g)
	}
	sp := s.span()
	switch {
	case f.span.End > sp.Start && f.ties(), // another part of the same sentence
		r.ends(s):
		r.flush()
	case tells:
		r.tie(s)
	}
	if g.sources != 0 && s.onlySources() {
		f.sources = 0 // what introduces the list said it in general
	}
	if f.span.End == 0 {
		f.span.Start = sp.Start
	}
	f.span.End, f.block = sp.End, s.block
	if s.own.Has(lexicon.CueNot) {
		f.denies = true
	}
	if s.own.Has(lexicon.CueIf) && (s.own.Has(lexicon.CueCollect) || s.own.Has(lexicon.CueProvide)) {
		f.gets = true
	}
	if s.region != policy.Everybody && f.region == policy.Everybody {
		f.region = s.region
	}
	if tells {
		f.join(g)
		g.reset()
	} else {
		f.sources |= g.sources
		g.sources = 0
	}
}

// complete adds to the flow of s what s does not tell in so many words: the
// data that cookies are, the means of reaching the person, and what the
// sentence that introduces its list says.
func (r *reader) complete(s *sentence) {
	g := &r.next
	if s.own.Has(lexicon.CueCookies) && s.holds(lexicon.Technology) && g.uses() && !s.advises() {
		g.data = appendNew(g.data, taxonomy.DataTrackingCookie)
		if g.sources == 0 {
			g.sources = fromAutomatic
		}
	}
	if s.own.Has(lexicon.CueByPhone) || s.own.Has(lexicon.CueByMail) {
		r.reach(s)
	}
	if r.intro != nil {
		g.inherit(r.intro, s.aimList)
	}
}

// reach adds to the flow of s the data by which it says that the person is
// reached, "to call or e-mail you", where the text has named it as data.
func (r *reader) reach(s *sentence) {
	if !slices.Contains(r.next.purposes, taxonomy.PurposeCommunication) {
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
