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
		if n > 0 {
			from += n + 1
		}
		if kind&wild != 0 {
			from += wildWords
		}
		at = c.plain(from, n, kind)
	}
	if at != 0 {
		c.kinds[from] = uint8(kind | isState)
	}
	return at
}

// fork checks the fork at at.
func (c *checker) fork(at int) int {
	if at >= len(c.code) || int(c.code[at]) > len(c.code) {
		return 0
	}
	end := at + 1 + int(c.code[at])
	if end > len(c.code) {
		return 0
	}
	for _, x := range c.code[at+1 : end] {
		if s := state(x); !c.is(s) || s.kind() == isFork {
			return 0
		}
	}
	return end
}

// plain checks the state at at, where n phrases end.
func (c *checker) plain(at, n int, kind state) int {
	if at+stepsFrom > len(c.code) {
		return 0
	}
	if n > 0 {
		end := at - 1
		if kind&wild != 0 {
			end -= wildWords
		}
		if int(c.code[end]) != n {
			return 0
		}
		for _, x := range c.code[end-n : end] {
			if x >= c.phrases {
				return 0
			}
		}
	}
	if kind&wild != 0 {
		any, gap := state(c.code[at-wildWords]), state(c.code[at-wildWords+1])
		if any != 0 && (!c.is(any) || any.kind()&^wild != 0) || gap != 0 && (!c.is(gap) || gap.kind() != 0) { // no phrase ends there, and after a gap only a word can follow
			return 0
		}
	}
	next := c.code.set(at)
	if next.signs&unknown.sign() != 0 {
		return 0
	}
	return c.steps(at, bits.OnesCount64(uint64(next.slots)))
}

// steps checks the steps of the state at at, in so many slots.
func (c *checker) steps(at, slots int) int {
	list := c.code[at:]
	end := stepsFrom + slots
	for n := stepsFrom; n < stepsFrom+slots; n++ {
		if end > len(list) {
			return 0
		}
		x := list[n]
		if x>>stateBits != 0 {
			if !c.is(state(x & stateMask)) {
				return 0
			}
			continue
		}
		if int(x) != end || end == len(list) {
			return 0
		}
		first := end + 1
		end = first + int(list[end])
		if end > len(list) {
			return 0
		}
		for _, x := range list[first:end] {
			if !c.is(state(x & stateMask)) {
				return 0
			}
		}
	}
	if end > len(list) {
		return 0
	}
	return at + end
}
