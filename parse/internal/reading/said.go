package reading

import (
	"example.com/policymodel/parse/internal/lexicon"
)

// speaksOf adds to f the data of g, and where it comes from.
func (f *flowFrame) speaksOf(g *flowFrame) {
	for _, d := range g.data {
		f.data = appendNew(f.data, d)
	}
	f.sources |= g.sources
}

// A saidFrame is the data of the last flow that has any, or of all the list if
// that is an item's: what "this information" means in the block below.
type saidFrame struct {
	flow  flowFrame
	block int
}

// say notes the data of flow f, which block i tells.
func (r *reader) say(i int, f *flowFrame) {
	if len(f.data) == 0 {
		return
	}
	if intro := r.lay.Blocks[i].Intro; intro < 0 || r.lay.Blocks[r.said.block].Intro != intro {
		r.said.flow.reset()
	}
	r.said.block = i
	r.said.flow.speaksOf(f)
}

// refersBack reports whether s begins its block with "this information" or the
// like, and means what the block before it said.
func (r *reader) refersBack(s *sentence) bool {
	return s.first && s.own.Any(lexicon.CueAnaphor, lexicon.CueSaid) && r.said.block == s.block-1 &&
		r.lay.Blocks[r.said.block].Section == r.lay.Blocks[s.block].Section
}
