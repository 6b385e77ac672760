package reading

import (
	"math/bits"
	"slices"

	"example.com/policymodel/parse/internal/buffer"
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
	p.Passages = slices.Grow(x.passages, max(len(text)/passageBytes+len(lay.Blocks)/2, len(lay.Blocks)))
	p.Unclassified = x.unclassified
	r.facts.mentions = slices.Grow(r.facts.mentions, len(text)/mentionBytes)
	r.read()
	x.passages, p.Passages = handed(p.Passages)
	x.unclassified, p.Unclassified = handed(p.Unclassified)
}

// Clear makes x forget what it read, and adds the room of its buffers to n.
func (x *Reader) Clear(n *buffer.Size) {
	x.matcher.Clear(n)
	x.shared.Clear(n)
	x.passages, x.unclassified = buffer.Emptied(n, x.passages), buffer.Emptied(n, x.unclassified)
	r := &x.r
	r.scan.Clear(n)
	r.facts.clear(n)
	r.entries.Clear(n)
	r.page.clear(n)
	for _, f := range [...]*flowFrame{&r.flow, &r.next, &r.last, &r.said.flow, &r.said.all} {
		f.clear(n)
	}
	s := &r.s
	*r = reader{
		scan: r.scan, facts: r.facts, entries: r.entries, page: r.page,
		flow: r.flow, next: r.next, last: r.last, said: saidFrame{flow: r.said.flow, all: r.said.all},
		secs: buffer.Emptied(n, r.secs), frameOf: buffer.Reset(n, r.frameOf), frames: buffer.Emptied(n, r.frames), columns: buffer.Emptied(n, r.columns),
		parties: buffer.Map(n, r.parties), lower: lowered{slots: buffer.Reset(n, r.lower.slots)}, heads: buffer.Emptied(n, r.heads[:cap(r.heads)]),
		tied: buffer.Reset(n, r.tied), flows: buffer.Reset(n, r.flows), kept: buffer.Reset(n, r.kept),
		s: sentence{clauses: buffer.Reset(n, s.clauses), gone: buffer.Reset(n, s.gone), semicolons: buffer.Reset(n, s.semicolons)},
	}
}

// large is the number of elements from which a slice is not kept between texts.
const large = 1 << 14

// handed returns what of s is kept for the next text, and what the caller gets: a
// copy, or s itself if it is large and nearly full.
func handed[T any](s []T) (kept, own []T) {
	if len(s) < large || cap(s)-len(s) > len(s)/8 {
		return s, clone(s)
	}
	return nil, slices.Clip(s)
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
