package reading

import (
	"math/bits"
	"slices"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Reader reads one text after the other in the same memory. The zero Reader
// is ready to use.
type Reader struct {
	r       reader
	matcher lexicon.Matcher
	shared  lexicon.Matcher // of words that share their last part

	passages     []policy.Passage
	flows        []policy.Flow
	unclassified []policy.Unclassified
}

// Read adds to p what the text says: sections, passages, facts, flows and
// what was not classified. All that it adds is p's own.
func (x *Reader) Read(p *policy.Policy, text string, lay *layout.Layout, lex *lexicon.Lexicon, given Given) {
	x.matcher.Use(lex)
	x.shared.Use(lex)
	r := &x.r
	r.p, r.text, r.lay, r.lex, r.match, r.shared, r.given = p, text, lay, lex, &x.matcher, &x.shared, given
	r.scan.Vocabulary, r.scan.Lowercase = &lex.Vocabulary, lowercase(text[lay.Start:lay.End])
	p.Passages = slices.Grow(x.passages, len(text)/passageBytes+len(lay.Blocks)/2)
	p.Flows, p.Unclassified = x.flows, x.unclassified
	r.facts.mentions = slices.Grow(r.facts.mentions, len(text)/mentionBytes)
	r.read()
	x.passages, x.flows, x.unclassified = p.Passages, p.Flows, p.Unclassified
	p.Passages, p.Flows, p.Unclassified = clone(p.Passages), clone(p.Flows), clone(p.Unclassified)
	own(p)
}

// Clear makes x forget what it read.
func (x *Reader) Clear() {
	r := &x.r
	r.scan.Vocabulary = nil
	x.matcher.Use(nil)
	x.shared.Use(nil)
	r.facts.clear()
	clear(r.parties)
	s := &r.s
	*r = reader{
		scan: r.scan, secs: r.secs[:0], frameOf: r.frameOf[:0], frames: r.frames[:0], facts: r.facts, columns: r.columns[:0],
		parties: r.parties, entries: r.entries, lower: lowered{slots: r.lower.slots[:0]}, heads: emptied(r.heads[:cap(r.heads)]), flow: r.flow, next: r.next, last: r.last, said: r.said, pool: r.pool, kept: r.kept[:0],
		s: sentence{clauses: s.clauses[:0], gone: s.gone, semicolons: s.semicolons}, page: r.page, blocks: emptied(r.blocks[:cap(r.blocks)]),
	}
	for _, f := range [...]*flowFrame{&r.flow, &r.next, &r.last, &r.said.flow, &r.said.all} {
		f.reset()
	}
	r.said.block = 0
	r.entries.Clear()
	r.page.clear()
	r.pool = pool{data: r.pool.data[:0], sources: r.pool.sources[:0], purposes: r.pool.purposes[:0], recipients: r.pool.recipients[:0], bases: r.pool.bases[:0]}
	x.passages, x.flows, x.unclassified = emptied(x.passages), emptied(x.flows), emptied(x.unclassified)
}

// emptied returns s without its elements, of which nothing is left. Of a slice
// that did not only grow since, the elements up to its capacity are to be given.
func emptied[T any](s []T) []T {
	clear(s)
	return s[:0]
}

// clone returns a copy of s that has just the room that it needs.
func clone[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	return append(make([]T, 0, len(s)), s...)
}

// sized returns s with n elements, all of them zero.
func sized[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// own makes the ids of p's flows, which are in the memory of the Reader, p's.
func own(p *policy.Policy) {
	var data, sources, purposes, recipients, bases int
	for i := range p.Flows {
		f := &p.Flows[i]
		data, sources, purposes = data+len(f.Data), sources+len(f.Sources), purposes+len(f.Purposes)
		recipients, bases = recipients+len(f.Recipients), bases+len(f.LegalBases)
	}
	all := pool{
		make([]taxonomy.Data, 0, data), make([]taxonomy.Source, 0, sources), make([]taxonomy.Purpose, 0, purposes),
		make([]taxonomy.Recipient, 0, recipients), make([]taxonomy.LegalBasis, 0, bases),
	}
	for i := range p.Flows {
		f := &p.Flows[i]
		f.Data, f.Sources, f.Purposes = share(&all.data, f.Data), share(&all.sources, f.Sources), share(&all.purposes, f.Purposes)
		f.Recipients, f.LegalBases = share(&all.recipients, f.Recipients), share(&all.bases, f.LegalBases)
	}
}

// count returns the number of sources in s.
func (s sourceSet) count() int { return bits.OnesCount8(uint8(s) & (1<<len(sourceIDs) - 1)) }
