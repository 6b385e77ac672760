package reading

import (
	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
)

// A saidFrame is what a block said of data: its kinds, those of all the list if
// the block is an item, or only where all of it comes from.
type saidFrame struct {
	flow  flowFrame
	block int
	used  bool      // and what it is used for
	all   flowFrame // of the section so far
}

// say notes what flow f says of data.
func (r *reader) say(f *flowFrame) {
	if r.lay.Blocks[r.said.block].Section != r.lay.Blocks[f.block].Section {
		r.said.all.reset()
	}
	r.said.all.speaksOf(f)
	if intro := r.lay.Blocks[f.block].Intro; intro < 0 || r.lay.Blocks[r.said.block].Intro != intro && r.said.block != intro {
		r.said.flow.reset()
		r.said.used = false
	}
	r.said.block = f.block
	r.said.used = r.said.used || f.has(ofUse)
	if f.has(ofData) || !r.said.flow.has(ofData) {
		r.said.flow.speaksOf(f)
	}
}

// above returns what the block right above that of s, in the same section,
// said of data, nil if nothing.
func (r *reader) above(s *sentence) *flowFrame {
	if s.block == 0 || r.said.block != s.block-1 || r.lay.Blocks[r.said.block].Section != s.sec {
		return nil
	}
	return &r.said.flow
}

// sectionSaid returns what the section of s said of data so far.
func (r *reader) sectionSaid(s *sentence) *flowFrame {
	if r.lay.Blocks[r.said.block].Section != s.sec {
		r.said.all.reset()
	}
	return &r.said.all
}

// namesBasis reports whether s tells the legal basis of what was said before:
// "the legal basis for this is your consent".
func (s *sentence) namesBasis() bool {
	return s.holds(lexicon.LegalBasis) && s.own.Has(lexicon.CueGround) && s.cuedFrom(lexicon.CueLabel, 0, 2)
}

// nearest returns what was last said of data in the block of s or in the one
// right above it, something empty if nothing was.
func (r *reader) nearest(s *sentence) *flowFrame {
	if above := r.above(s); above != nil {
		return above
	}
	if r.said.block == s.block {
		return &r.said.flow
	}
	return &flowFrame{}
}

// maxBack is the number of words within which a sentence says that it is about
// the data named before it.
const maxBack = 6

// refers reports whether s says something of data that was named before it:
// "such information". Where s names data of its own first, that is what is
// meant.
func (s *sentence) refers() bool {
	return s.anaphor >= 0 && (s.ownData < 0 || s.anaphor <= s.ownData)
}

// about reports whether m, data, is what an aim is about, in a sentence on what
// data named before it is used for: "we use such information to show your
// profile".
func (r *reader) about(s *sentence, m lexicon.Mark) bool {
	return r.next.has(ofPurpose) && s.own.Has(lexicon.CueAnaphor) &&
		s.own.Any(1<<lexicon.CueUse|1<<lexicon.CueShare) && s.anaphor < m.First && s.refers()
}

// sectionBefore returns what the section right before that of s, of the same
// rank, said of data, if s is the first below its heading: "What for? We use
// this data to …". It returns nil if that is nothing.
func (r *reader) sectionBefore(s *sentence) *flowFrame {
	last, here := r.lay.Blocks[r.said.block].Section, s.sec
	if here < 0 || last < 0 || last == here || r.lay.Sections[here].Heading != s.block-1 ||
		r.lay.Sections[last].Level != r.lay.Sections[here].Level || r.lay.Sections[last].Parent != r.lay.Sections[here].Parent ||
		last != here-1 || !r.said.all.has(ofData) {
		return nil
	}
	return &r.said.all
}

// refersBack returns what the block above said if s begins its block, and
// itself with "this information" or the like, nil if it does not.
func (r *reader) refersBack(s *sentence) *flowFrame {
	if !s.first {
		return nil
	}
	if s.anaphor >= 0 && s.anaphor < maxBack {
		if said := r.above(s); said != nil {
			return said
		}
		return r.sectionBefore(s)
	}
	if r.frameOf[s.block] > 0 && s.ownData < 0 && s.own.Has(lexicon.CueUse) && s.own.Has(lexicon.CuePii) && !s.own.Has(lexicon.CueDataList) && !r.said.used && r.lay.Blocks[r.said.block].Kind == layout.Item {
		return r.above(s)
	}
	return nil
}
