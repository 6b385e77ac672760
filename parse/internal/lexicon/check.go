package lexicon

import "math/bits"

// A checker checks code that was read: that it consists of states which name
// phrases that there are and states before them, so that no path comes back to
// where it was.
type checker struct {
	code    code
	kinds   []state // by half the place: of the states so far, with the bit isState
	phrases uint32  // what is below names a phrase
}

// isState is set in the kind of what is one.
const isState = 1 << kindBits

// is reports whether s names a state so far.
func (c *checker) is(s state) bool {
	if s.kind() == isPhrase {
		return s.phrase() < c.phrases
	}
	half := s.place() / 2
	return half < len(c.kinds) && c.kinds[half] == s.kind()|isState
}

// or0 reports whether s is 0 or names a state so far.
func (c *checker) or0(s state) bool { return s == 0 || c.is(s) }

// state checks a state of which the code starts at at, and which has the head of
// its encoded form. It returns where the next one starts, 0 if it is not right.
func (c *checker) state(at int, head uint32) int {
	kind, n := state(head)&kindMask, int(head>>kindBits)
	name := at
	switch {
	case kind == isFork:
		at = c.fork(at)
	case kind&isPhrase != 0 || kind&ends == 0 && n > 0:
		return 0
	default:
		name = at + n + n%2 + 2*int(kind&wild)
		at = c.plain(name, at+n%2, n, kind)
	}
	if at == 0 || at > len(c.code) {
		return 0
	}
	c.kinds[name/2] = kind | isState
	return at + at%2
}

// fork checks a fork.
func (c *checker) fork(at int) int {
	if at >= len(c.code) {
		return 0
	}
	end := at + 1 + int(c.code[at])*forkSize
	if end > len(c.code) {
		return 0
	}
	for at++; at < end; at += forkSize {
		if s := state(c.code[at]); !c.is(s) || s.kind() == isFork {
			return 0
		}
	}
	return end
}

// plain checks a state at at of which the code starts with n phrases at from.
func (c *checker) plain(at, from, n int, kind state) int {
	if at+4 > len(c.code) || kind&ends != 0 && n == 0 {
		return 0
	}
	for i, x := range c.code[from : from+n] {
		if (x&more != 0) != (i > 0) || x&^more >= c.phrases {
			return 0
		}
	}
	if kind&wild != 0 {
		// after a gap only a word can follow
		any, gap := state(c.code[at-4]), state(c.code[at-3])
		if !c.or0(any) || !c.or0(gap) || gap.kind() != 0 {
			return 0
		}
	}
	if c.code.sign(at)&(symbol(0).sign()|border.sign()) != 0 {
		return 0
	}
	name, slots := at, bits.OnesCount64(uint64(c.code.sign(at+2)))
	at += 4
	end := at + slots
	for ; slots > 0; slots-- {
		if at >= len(c.code) {
			return 0
		}
		x := c.code[at]
		at++
		switch {
		case x>>stateBits != 0:
			if !c.is(state(x & stateMask)) {
				return 0
			}
		case name+int(x) != end || end >= len(c.code):
			return 0
		default:
			several := c.code[end+1:]
			n := int(c.code[end])
			if n > len(several) {
				return 0
			}
			for _, x := range several[:n] {
				if !c.is(state(x & stateMask)) {
					return 0
				}
			}
			end += 1 + n
		}
	}
	return end
}
