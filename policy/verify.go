package policy

import (
	"index/suffixarray"
	"strings"
	"unicode/utf8"
)

// A Verification tells what became of a policy's evidence in another text,
// such as a later version of the text that it was read from.
type Verification struct {
	Same     bool      // the text is the one that the policy was read from, byte for byte
	Findings []Finding // one for each mention, in the order of [Policy.Occurrences]

	Stands, Moved, Gone int // how many findings have each standing
}

// A Finding tells where the words of a mention stand now.
type Finding struct {
	Occurrence
	Standing Standing
	Now      Span // in the text that was verified; zero if the words are gone
}

// A Standing is what became of a mention.
type Standing string

// The standings.
const (
	Stands Standing = "stands" // the passage, with the mention in it, is where it was
	Moved  Standing = "moved"  // the passage is elsewhere in the text, or the mention elsewhere in it
	Gone   Standing = "gone"   // the text does not have the passage any more
)

// Verify looks for the evidence of p in text. A mention depends on its whole
// passage: if a word of it has changed, the mention is gone, since what the
// passage says may have changed with it. White space may differ. Of several
// places where a passage stands, the likeliest by distance is taken.
//
// Verify compares words and understands none: what was added beside a passage,
// such as an exception, is seen only by parsing the text anew. The time is
// O(n log n) for texts of n bytes. In a policy that fails [Policy.Check],
// mentions that are not within their passage are gone.
func (p *Policy) Verify(text string) Verification {
	v := Verification{Same: NewSource(text) == p.Source}
	f := finder{passages: p.Passages, text: text, places: make([]place, len(p.Passages))}
	for o := range p.Occurrences() {
		found := Finding{Occurrence: o, Now: f.find(o.Mention)}
		switch found.Now {
		case Span{}:
			found.Standing = Gone
			v.Gone++
		case o.Span:
			found.Standing = Stands
			v.Stands++
		default:
			found.Standing = Moved
			v.Moved++
		}
		v.Findings = append(v.Findings, found)
	}
	return v
}

// maxCandidates is how many places of one passage are compared: a short one
// may stand in very many, and the work must stay linear.
const maxCandidates = 64

// A finder finds passages in a text. It should be asked in text order.
type finder struct {
	passages []Passage
	text     string
	places   []place // of the passages, as far as asked for
	shift    int     // by how much the passage found last has moved

	// Built when a passage is not where it is expected first.
	squeezed *squeezed
	index    *suffixarray.Index // of squeezed.text
}

// A place is where a passage stands in the text.
type place struct {
	known bool // whether it was looked for
	exact bool // found byte for byte, shift bytes further on
	shift int

	squeezed *squeezed // otherwise: the passage, nil if it is gone,
	at       int       // and where it stands in finder.squeezed
}

// find returns where the words of m stand, the zero Span if nowhere.
func (f *finder) find(m Mention) Span {
	if m.Passage < 0 || m.Passage >= len(f.passages) {
		return Span{}
	}
	ps := &f.passages[m.Passage]
	if len(ps.Text) != ps.Span.Len() || !ps.Span.Contains(m.Span) || m.Span.Len() == 0 {
		return Span{}
	}
	pl := &f.places[m.Passage]
	if !pl.known {
		*pl = f.locate(m.Passage)
		pl.known = true
	}
	switch {
	case pl.exact:
		return Span{m.Span.Start + pl.shift, m.Span.End + pl.shift}
	case pl.squeezed == nil:
		return Span{}
	}
	first := pl.squeezed.fromOriginal(m.Span.Start - ps.Span.Start)
	last := pl.squeezed.fromOriginal(m.Span.End-ps.Span.Start) - 1
	if first > last { // nothing but white space
		return Span{}
	}
	return Span{f.squeezed.toOriginal(pl.at + first), f.squeezed.toOriginal(pl.at+last) + 1}
}

// locate looks for a passage where it was, then as far away as the passage
// found last, then nearest to that with white space squeezed.
func (f *finder) locate(passage int) place {
	ps := &f.passages[passage]
	for _, shift := range [...]int{0, f.shift} {
		at := ps.Span.Start + shift
		if at >= 0 && at <= len(f.text) && strings.HasPrefix(f.text[at:], ps.Text) &&
			f.whole(passage, f.text[:at], f.text[at+len(ps.Text):]) {
			f.shift = shift
			return place{exact: true, shift: shift}
		}
	}
	s := squeeze(ps.Text)
	if len(s.text) == 0 {
		return place{}
	}
	if f.index == nil {
		f.squeezed = squeeze(f.text)
		f.index = suffixarray.New(f.squeezed.text)
	}
	text, expected := f.squeezed.text, f.squeezed.fromOriginal(ps.Span.Start+f.shift)
	best, distance := -1, 0
	for _, at := range f.index.Lookup(s.text, maxCandidates) {
		end := at + len(s.text)
		before, after := text[max(at-utf8.UTFMax, 0):at], text[end:min(end+utf8.UTFMax, len(text))]
		d := max(at-expected, expected-at)
		if (best < 0 || d < distance || d == distance && at < best) && f.whole(passage, string(before), string(after)) {
			best, distance = at, d
		}
	}
	if best < 0 {
		return place{}
	}
	f.shift = f.squeezed.toOriginal(best) - s.toOriginal(0) - ps.Span.Start
	return place{squeezed: s, at: best}
}

// whole reports whether a passage would not be cut out of a word if it stood
// between before and after. Where it touches its neighbour in the policy's own
// text, as in texts whose sentences are glued together, it may.
func (f *finder) whole(passage int, before, after string) bool {
	ps := &f.passages[passage]
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(ps.Text)
	if isWord(last) && isWord(first) && (passage == 0 || f.passages[passage-1].Span.End != ps.Span.Start) {
		return false
	}
	last, _ = utf8.DecodeLastRuneInString(ps.Text)
	first, _ = utf8.DecodeRuneInString(after)
	return !isWord(last) || !isWord(first) || passage+1 < len(f.passages) && f.passages[passage+1].Span.Start == ps.Span.End
}
