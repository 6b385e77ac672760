package lexicon

import "math/bits"

// A checker checks code that was read: that it consists of states which name
// phrases that there are and states before them, so that no path comes back to
// where it was.
type checker struct {
	code    code
	kinds   []uint8 // by place: of the states so far, with the bit isState
	phrases uint32  // what is below names a phrase
}

// isState is set in the kind of what is one.
const isState = 1 << kindBits

// is reports whether s names a state so far.
func (c *checker) is(s state) bool {
	if s.kind() == isPhrase {
		return s.phrase() < c.phrases
	}
	at := s.place()
	return at < len(c.kinds) && state(c.kinds[at]) == s.kind()|isState
}

// state checks a state of which the code starts at at, and which has the head of
// its encoded form. It returns where the next one starts, 0 if it is not right.
func (c *checker) state(at int, head uint32) int {
	kind, n := state(head)&kindMask, int(head>>kindBits)
	from := at
	switch {
	case kind == isFork:
		at = c.fork(from)
	case kind&isPhrase != 0 || (kind&ends != 0) != (n > 0):
		return 0
	default:
		from += n + int(kind&wild)
		at = c.plain(from, n, kind)
	}
	if at != 0 {
		c.kinds[from] = uint8(kind | isState)
	}
	return at
}

// fork checks the fork at at.
func (c *checker) fork(at int) int {
	if at >= len(c.code) || c.code[at] > uint64(len(c.code)) {
		return 0
	}
	end := at + 1 + int(c.code[at])*forkSize
	if end > len(c.code) {
		return 0
	}
	for at++; at < end; at += forkSize {
		if s := c.code[at]; s > stateMask || !c.is(state(s)) || state(s).kind() == isFork {
			return 0
		}
	}
	return end
}

// plain checks the state at at, where n phrases end.
func (c *checker) plain(at, n int, kind state) int {
	if at+2 > len(c.code) {
		return 0
	}
	for i := range n {
		x, others := c.code[at-1-int(kind&wild)-i], 0
		if i == 0 {
			others = n - 1
		}
		if uint32(x) >= c.phrases || x>>32 != uint64(others) {
			return 0
		}
	}
	if kind&wild != 0 {
		any, gap := state(c.code[at-2]>>32), state(c.code[at-2])
		if any != 0 && !c.is(any) || gap != 0 && (!c.is(gap) || gap.kind() != 0) { // after a gap only a word can follow
			return 0
		}
	}
	if sign(c.code[at])&(symbol(0).sign()|border.sign()) != 0 {
		return 0
	}
	return c.steps(at, bits.OnesCount64(c.code[at+1]))
}

// steps checks the steps of the state at at, in so many slots.
func (c *checker) steps(at, slots int) int {
	size := 2 * (len(c.code) - at) // in halves
	end := 4 + slots
	for n := 4; n < 4+slots; n++ {
		if end > size {
			return 0
		}
		x := c.code.half(at, n)
		if x>>stateBits != 0 {
			if !c.is(state(x & stateMask)) {
				return 0
			}
			continue
		}
		if int(x) != end || end == size {
			return 0
		}
		first := end + 1
		end = first + int(c.code.half(at, end))
		if end > size {
			return 0
		}
		for n := first; n < end; n++ {
			if !c.is(state(c.code.half(at, n) & stateMask)) {
				return 0
			}
		}
	}
	if end > size {
		return 0
	}
	return at + (end+1)/2
}
