package records

import (
	"strconv"

	"example.com/policymodel/policy"
)

// Values of units in words.tsv.
const (
	unitYear  = 1
	unitMonth = 2
)

// unitOf has the first and last part of a duration of ISO 8601 for each value
// of a unit in words.tsv.
var unitOf = [...][2]string{1: {"P", "Y"}, 2: {"P", "M"}, 3: {"P", "W"}, 4: {"P", "D"}, 5: {"PT", "H"}, 6: {"PT", "M"}}

// readPeriods reads the lengths of time of s.
func (r *reader) readPeriods(s sentence) {
	for i := r.next(tUnit, s.lo, s.hi); i < s.hi; i = r.next(tUnit, i+1, s.hi) {
		t := &r.toks[i]
		if int(t.value) >= len(unitOf) {
			continue
		}
		u := unitOf[t.value]
		lo, n := r.quantity(s, i)
		if t.value == unitYear && n == 0 {
			lo, n = r.halfYears(s, i)
			u = unitOf[unitMonth]
		}
		if n <= 0 || r.isAge(s, lo, i) || r.isFrequency(s, lo, i) {
			continue
		}
		d := u[0] + strconv.Itoa(n) + u[1]
		r.out.Periods = append(r.out.Periods, Period{policy.Duration(d), r.span(lo, i+1), s.mask&tKeep != 0})
	}
}

// quantity returns the number before token i, and its first token: "30", "six
// (6)", "twenty-four", "a". It returns 0 if there is none.
func (r *reader) quantity(s sentence, i int) (lo, n int) {
	j := i - 1
	for j > s.lo && r.toks[j].kind == word && r.isFiller(j) {
		j--
	}
	bracket := false
	if j > s.lo+1 && r.toks[j].is(')') && (r.toks[j-1].kind == number || r.toks[j-1].tags&tNum != 0) && r.toks[j-2].is('(') {
		j, bracket = j-1, true
	}
	if j < s.lo {
		return 0, 0
	}
	switch t := &r.toks[j]; {
	case t.kind == number:
		if t.value <= 0 || t.end-t.start > 4 || j > s.lo && (r.toks[j-1].is('.') || r.toks[j-1].is('/') || r.toks[j-1].is(':')) && t.flags&fSpace == 0 {
			return 0, 0
		}
		lo, n = j, int(t.value)
	case t.tags&tNum != 0:
		lo, n = j, int(t.value)
		if j-2 >= s.lo && n < 10 && r.toks[j-1].is('-') && r.toks[j-2].tags&tNum != 0 && r.toks[j-2].value >= 20 {
			lo, n = j-2, n+int(r.toks[j-2].value)
		}
		if n == 1 && !bracket && r.isArticle(j) && !r.afterPreposition(s, j) {
			return 0, 0
		}
	case r.isArticle(j) && r.afterPreposition(s, j) && !r.wordIs(j-1, "half"):
		lo, n = j, 1
	default:
		return 0, 0
	}
	if bracket && lo-2 >= s.lo && r.toks[lo-2].tags&tNum != 0 {
		lo -= 2
		if lo-2 >= s.lo && r.toks[lo-1].is('-') && r.toks[lo-2].tags&tNum != 0 {
			lo -= 2
		}
	}
	return lo, n
}

var fillerWords = setOf("calendar business working full consecutive kalender volle hele further additional")

// isFiller reports whether word j may stand between a number and its unit.
func (r *reader) isFiller(j int) bool {
	return r.wordIsAny(j, fillerWords)
}

// halfYears returns the months in "half a year", "een half jaar" or "anderhalf
// jaar" before token i, and their first token; 0 if there are none.
func (r *reader) halfYears(s sentence, i int) (lo, months int) {
	switch j := i - 1; {
	case j < s.lo:
	case r.wordIs(j, "anderhalf"):
		return j, 18
	case r.wordIs(j, "half"):
		if j > s.lo && r.isArticle(j-1) {
			j--
		}
		return j, 6
	case r.isArticle(j) && j > s.lo && r.wordIs(j-1, "half"):
		return j - 1, 6
	}
	return 0, 0
}

var oneWords = setOf("a an een")

func (r *reader) isArticle(j int) bool {
	return r.wordIsAny(j, oneWords)
}

var lastingWords = setOf("for after within than least to of na binnen gedurende maximaal minimaal dan tot van minstens voor")

// afterPreposition reports whether what stands before token j makes "a year" a
// length of time.
func (r *reader) afterPreposition(s sentence, j int) bool {
	return j > s.lo && r.wordIsAny(j-1, lastingWords)
}

// isAge reports whether the period at tokens lo to i is somebody's age.
func (r *reader) isAge(s sentence, lo, i int) bool {
	return r.toks[i].value == unitYear && (r.maskOf(i+1, i+4)&tAge != 0 ||
		r.maskOf(lo-3, lo)&(tAge|tUnder) != 0 || s.mask&tChild != 0 && s.mask&tKeep == 0 || r.maskOf(i+1, i+3)&tOver != 0)
}

var everyWords = setOf("every per once")

// isFrequency reports whether the period says how often: "24 hours a day".
func (r *reader) isFrequency(s sentence, lo, i int) bool {
	return i+2 < s.hi && r.toks[i+2].tags&tUnit != 0 && (r.isArticle(i+1) || r.toks[i+1].is('/') || r.wordIs(i+1, "per")) ||
		lo > s.lo && r.wordIsAny(lo-1, everyWords)
}
