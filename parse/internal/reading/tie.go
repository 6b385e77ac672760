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
		if g.has(ofBasis) && !g.has(ofData) && f.span.IsZero() {
			g.speaksOf(r.sectionSaid(s)) // "Legal basis: consent" at its end
		}
	case g.has(ofUse):
		r.tieUse(s)
	case f.has(ofUse) && !f.has(ofBasis|ofData) && !f.gets && !s.refers():
		r.flush() // what data is used for was said without any
	}
}

// tieUse ties what sentence s says data is used for to the data named before
// it, if that is what s is about, or ends the flow before it.
func (r *reader) tieUse(s *sentence) {
	f, g := &r.flow, &r.next
	same := f.has(ofData) && r.sameData(s)
	if said := r.refersBack(s); same && f.has(ofUse) {
		if !g.has(ofData) && s.numbered() {
			g.sources = 0
		}
		g.speaksOf(f)
	} else if said != nil && !f.has(ofData) && !g.has(ofData) {
		g.speaksOf(said)
	}
	if f.has(ofUse) || f.has(ofData) && !same {
		r.flush()
	}
	if !f.has(ofData) && !g.has(ofData) && s.namesBasis() {
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
	return !r.next.has(ofData) && (s.enumerated() || s.own.Has(lexicon.CuePii) && !s.own.Has(lexicon.CueYou))
}

// finish ends the flow of s, or of a part of it: it joins what s ties together
// to the flow of the sentences before it in its block, or ends that flow.
func (r *reader) finish(s *sentence) {
	f, g := &r.flow, &r.next
	if s.cues.Has(lexicon.CuePii) && !g.has(ofData) && s.tellsSources() {
		g.sources = s.sources.of("")
		if s.onlySources() {
			g.sources = s.sources &^ fromUse
		}
	}
	tells := g.kinds != 0 // as those of most sentences are not
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
	if s.own.Has(lexicon.CueIf) && s.own.Any(1<<lexicon.CueCollect|1<<lexicon.CueProvide) {
		f.gets = true
	}
	if s.region != everybody && f.region == everybody {
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
	if s.own.Has(lexicon.CueCookies) && s.holds(lexicon.Technology) && g.has(ofUse) && !s.advises() {
		g.add(unsaidEntries().cookie)
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
	of := unsaidEntries()
	if !slices.Contains(r.next.concepts, conceptOf(of.communication)) {
		return
	}
	if s.own.Has(lexicon.CueByPhone) {
		r.reachBy(of.phone)
	}
	if s.own.Has(lexicon.CueByMail) {
		r.reachBy(of.mail)
	}
}

// reachBy adds to the flow of the sentence being read data that the text has
// named.
func (r *reader) reachBy(e *lexicon.Entry) {
	if r.facts.find(e, policy.Yes, everybody) >= 0 {
		r.next.add(e)
	}
}

// unsaid are concepts that sentences tell of in other words than their phrases.
type unsaid struct{ communication, phone, mail, cookie *lexicon.Entry }

var unsaidEntries = sync.OnceValue(func() *unsaid {
	var entries lexicon.Entries
	data := func(id taxonomy.Data) *lexicon.Entry { return entries.Of(lexicon.Data, string(id), "") }
	return &unsaid{
		communication: entries.Of(lexicon.Purpose, string(taxonomy.PurposeCommunication), ""),
		phone:         data(taxonomy.DataContactPhone), mail: data(taxonomy.DataContactEmail), cookie: data(taxonomy.DataTrackingCookie),
	}
})

// inherit adds to the flow of a list's element what the sentence that
// introduces the list says of the same: the aims of the data, or the data of
// the aims, even where an element of a list of aims names some of its own.
func (f *flowFrame) inherit(intro *flowFrame, aims bool) {
	switch {
	case (aims || intro.back) && f.has(ofData) && intro.has(ofData) && f.has(ofUse):
		f.speaksOf(intro)
	case f.has(ofData) && (!aims || !intro.has(ofData)):
		if f.sources == 0 {
			f.sources = intro.sources
		}
		if intro.has(ofData) {
			break // "device data, such as:" says what for of its own data
		}
		if !f.has(ofUse) {
			f.take(intro, ofPurpose|ofRecipient)
		}
		if !f.has(ofBasis) {
			f.take(intro, ofBasis)
		}
	case !f.has(ofData) && f.has(ofUse):
		f.take(intro, ofData)
		if f.has(ofData) {
			f.sources = intro.sources
		}
		if !f.has(ofBasis) {
			f.take(intro, ofBasis)
		}
	}
}

// lead keeps what the last sentence of a block ties together, and the sources
// that those before it name, for the list that the block introduces.
func (r *reader) lead(f *blockFrame) {
	l, sources := &r.last, f.flow.sources
	if l.sources != 0 {
		sources = l.sources
	}
	var said *flowFrame // what the sentence goes on about
	if !l.has(ofData) {
		if said = r.refersBack(&r.s); r.s.refers() && r.flow.block == r.s.block && r.flow.has(ofData) {
			said = &r.flow
		}
	}
	if said != nil {
		l.take(said, ofData)
		sources = said.sources
	} else if above := r.above(&r.s); above != nil && !above.has(ofData) && sources == 0 && r.lay.Blocks[r.said.block].Intro < 0 {
		sources = above.sources
	}
	f.flow = flowFrame{concepts: share(&r.kept, l.concepts), kinds: l.kinds, sources: sources, back: said != nil}
}
