package records

import "example.com/policymodel/policy"

// The ages that a policy may set for children: no law that policies refer to
// names a lower one than 7 or a higher one than 21.
const (
	minAge = 7
	maxAge = 21
)

// readAges reads the age thresholds of s. A number is one if what stands
// around it speaks of age: "under 16", "16 years of age", "14+".
func (r *reader) readAges(s sentence) {
	for i := s.lo; i < s.hi; i++ {
		t := &r.toks[i]
		if t.kind != number && t.tags&tNum == 0 || t.value < minAge || t.value > maxAge || t.kind == number && t.end-t.start > 2 {
			continue
		}
		lo, hi, ok := r.ageAt(s, i)
		if !ok {
			continue
		}
		r.addAge(int(t.value), r.mention(lo, hi))
		i = hi - 1
	}
}

func (r *reader) addAge(age int, m policy.Mention) {
	for i := range r.out.Children {
		if c := &r.out.Children[i]; c.Age == age {
			c.Mentions = append(c.Mentions, m)
			return
		}
	}
	r.out.Children = append(r.out.Children, policy.ChildAge{Age: age, Mentions: r.one(m)})
}

var (
	ageLinks     = setOf("of or and en")
	rangeWords   = setOf("to and until through tot en")
	whoeverWords = setOf("nobody anybody everybody everyone one those niemand iedereen")
)

// isGroup reports whether the number before token i begins an age group of
// adults, "18-24", which says nothing of children.
func (r *reader) isGroup(s sentence, i int) bool {
	if i+1 >= s.hi || !r.toks[i].is('-') && !r.wordIsAny(i, rangeWords) {
		return false
	}
	t := &r.toks[i+1]
	return t.kind == number && t.end-t.start == 2 && t.value > maxAge
}

// ageAt reports whether number i is an age, and the tokens that say so.
func (r *reader) ageAt(s sentence, i int) (lo, hi int, ok bool) {
	lo, hi = i, i+1
	// What follows: years, years old, years of age, -jarige, +, or older.
	if hi+1 < s.hi && r.toks[hi].is(')') && i > s.lo && r.toks[i-1].is('(') { // thirteen (13)
		hi++
		lo--
		if lo > s.lo && r.toks[lo-1].tags&tNum != 0 {
			lo--
		}
	} else if hi+2 < s.hi && r.toks[hi].is('(') && r.toks[hi+2].is(')') && r.toks[hi+1].kind == number {
		hi += 3
	}
	if r.isGroup(s, hi) {
		return 0, 0, false
	}
	years, aged, plus, over := false, false, false, false
	for k := hi; k < s.hi && k < hi+5; k++ {
		t := &r.toks[k]
		switch {
		case t.tags&tUnit != 0:
			if t.value != 1 || years {
				return 0, 0, false
			}
			years = true
			hi = k + 1
			continue
		case t.is('+') && k == i+1 && t.flags&fSpace == 0:
			plus, hi = true, k+1
			continue
		case t.tags&tAge != 0:
			aged, hi = true, k+1
			continue
		case t.tags&(tOver|tUnder) != 0 && k > s.lo && (r.toks[k-1].tags&tAnd != 0 || years || aged):
			over, hi = true, k+1
			continue
		case t.is('-') || t.kind == word && r.wordIsAny(k, ageLinks):
			continue
		}
		break
	}
	// What stands before: under, over, at least, the age of.
	frame := tag(0)
	for k := lo - 1; k >= s.lo && k >= lo-6; k-- {
		t := &r.toks[k]
		if t.tags&(tUnder|tOver|tLeast|tAge) != 0 {
			frame |= t.tags & (tUnder | tOver | tLeast | tAge)
			lo = k
			continue
		}
		if t.kind == mark && !t.is('"') && !t.is('\'') && !t.is('(') || t.kind == word && t.tags&(tStop|tCopula|tNum|tUnit) == 0 || t.kind == number {
			break
		}
	}
	people := s.mask & (tChild | tPeople | tYou | tWe)
	switch {
	case r.isReference(s, i, hi):
		return 0, 0, false
	case years && s.mask&tKeep != 0 && s.mask&(tChild|tAge|tUnder) == 0:
		return 0, 0, false // kept for at least seven years
	case frame&tAge != 0, aged:
		return lo, hi, years || aged || frame&tAge != 0
	case frame&tUnder != 0:
		return lo, hi, years || people != 0 || lo > s.lo && r.wordIsAny(lo-1, whoeverWords)
	case frame&(tOver|tLeast) != 0:
		return lo, hi, years && people != 0 || frame&tOver != 0 && s.mask&tChild != 0
	case over:
		return lo, hi, years && people != 0 || s.mask&(tChild|tAge) != 0 && people != 0
	case plus:
		return lo, hi, !r.decimal(i)
	case i > s.lo && r.toks[i-1].is('('): // minors (16)
		return lo, hi, hi > i+1 && i > s.lo+1 && r.toks[i-2].tags&tChild != 0
	}
	return 0, 0, false
}

var (
	sectionWords   = setOf("section article artikel art")
	referenceUnits = setOf("characters cfr usc tekens")
)

// isReference reports whether number i is part of the number of a section, of
// a law, or of a larger number.
func (r *reader) isReference(s sentence, i, hi int) bool {
	if i > s.lo {
		switch p := &r.toks[i-1]; {
		case p.is('$'), p.is('#'), p.is('.') && r.toks[i].flags&fSpace == 0, p.is('/') && r.toks[i].flags&fSpace == 0:
			return true
		case p.tags&tLaw != 0, p.kind == word && r.wordIsAny(i-1, sectionWords):
			return true
		}
	}
	if hi < s.hi {
		switch n := &r.toks[hi]; {
		case n.is('%'), n.is('/') && n.flags&fSpace == 0, n.flags&fDotted != 0 && n.tags&tPlace != 0, n.is(',') && hi+1 < s.hi && r.toks[hi+1].kind == number && r.toks[hi+1].flags&fSpace == 0:
			return true
		case n.kind == word && r.wordIsAny(hi, referenceUnits):
			return true
		}
	}
	return r.decimal(i)
}

// decimal reports whether number i is followed by a fraction.
func (r *reader) decimal(i int) bool {
	return i+2 < len(r.toks) && (r.toks[i+1].is('.') || r.toks[i+1].is('/')) && r.toks[i+2].kind == number && r.toks[i+2].flags&fSpace == 0
}
