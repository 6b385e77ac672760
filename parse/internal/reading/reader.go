package reading

import (
	"math/bits"
	"slices"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/policy"
)

// A Reader reads one text after the other in the same memory. The zero Reader
// is ready to use.
type Reader struct {
	r       reader
	matcher lexicon.Matcher
	shared  lexicon.Matcher // of words that share their last part

	passages     []policy.Passage
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
	p.Unclassified = x.unclassified
	r.facts.mentions = slices.Grow(r.facts.mentions, len(text)/mentionBytes)
	r.read()
	x.passages, x.unclassified = p.Passages, p.Unclassified
	p.Passages, p.Unclassified = clone(p.Passages), clone(p.Unclassified)
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
		parties: r.parties, entries: r.entries, lower: lowered{slots: r.lower.slots[:0]}, heads: emptied(r.heads[:cap(r.heads)]), flow: r.flow, next: r.next, last: r.last, said: r.said, tied: r.tied[:0], flows: emptied(r.flows), kept: r.kept[:0],
		s: sentence{clauses: s.clauses[:0], gone: s.gone, semicolons: s.semicolons}, page: r.page,
	}
	for _, f := range [...]*flowFrame{&r.flow, &r.next, &r.last, &r.said.flow, &r.said.all} {
		f.reset()
	}
	r.said.block = 0
	r.entries.Clear()
	r.page.clear()
	x.passages, x.unclassified = emptied(x.passages), emptied(x.unclassified)
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

// count returns the number of sources in s.
func (s sourceSet) count() int { return bits.OnesCount8(uint8(s) & (1<<len(sourceIDs) - 1)) }
