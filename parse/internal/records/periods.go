package records

import (
	"strconv"

	"example.com/policymodel/policy"
)

// unitOf has the first and last part of a duration of ISO 8601 for each value
// of a unit in words.tsv.
var unitOf = [...][2]string{1: {"P", "Y"}, 2: {"P", "M"}, 3: {"P", "W"}, 4: {"P", "D"}, 5: {"PT", "H"}, 6: {"PT", "M"}}

// readPeriods reads the lengths of time of s.
func (r *reader) readPeriods(s sentence) {
	for i := s.lo; i < s.hi; i++ {
		t := &r.toks[i]
		if t.tags&tUnit == 0 || int(t.value) >= len(unitOf) {
			continue
		}
		lo, n := r.quantity(s, i)
		if n <= 0 || r.isAge(s, lo, i) || r.isFrequency(s, lo, i) {
			continue
		}
		u := unitOf[t.value]
		d := u[0] + strconv.Itoa(n) + u[1]
		if r.isHalf(i-1) && t.value == 1 {
			d = "P" + strconv.Itoa(n) + "M"
		}
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
	if r.isHalf(j) {
		switch j--; {
		case r.wordIs(j+1, "anderhalf"):
			return j + 1, 18
		case j >= s.lo && r.isArticle(j):
			return j, 6
		}
		return j + 1, 6
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
	case r.isArticle(j) && r.afterPreposition(s, j):
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

// isFiller reports whether word j may stand between a number and its unit.
func (r *reader) isFiller(j int) bool {
	for _, w := range [...]string{"calendar", "business", "working", "full", "consecutive", "kalender", "volle", "hele", "further", "additional"} {
		if r.wordIs(j, w) {
			return true
		}
	}
	return false
}

func (r *reader) isHalf(j int) bool {
	return j >= 0 && r.toks[j].kind == word && (r.wordIs(j, "half") || r.wordIs(j, "anderhalf"))
}

func (r *reader) isArticle(j int) bool {
	return r.toks[j].kind == word && (r.wordIs(j, "a") || r.wordIs(j, "an") || r.wordIs(j, "een"))
}

// afterPreposition reports whether what stands before token j makes "a year" a
// length of time.
func (r *reader) afterPreposition(s sentence, j int) bool {
	if j == s.lo || r.toks[j-1].kind != word {
		return false
	}
	for _, w := range [...]string{"for", "after", "within", "than", "least", "to", "of", "na", "binnen", "gedurende", "maximaal", "minimaal", "dan", "tot", "van", "minstens", "voor"} {
		if r.wordIs(j-1, w) {
			return true
		}
	}
	return false
}

// isAge reports whether the period at tokens lo to i is somebody's age.
func (r *reader) isAge(s sentence, lo, i int) bool {
	return r.toks[i].value == 1 && (r.maskOf(i+1, i+4)&tAge != 0 ||
		r.maskOf(lo-3, lo)&(tAge|tUnder) != 0 || s.mask&tChild != 0 && s.mask&tKeep == 0 || r.maskOf(i+1, i+3)&tOver != 0)
}

// isFrequency reports whether the period says how often: "24 hours a day".
func (r *reader) isFrequency(s sentence, lo, i int) bool {
	return i+2 < s.hi && r.toks[i+2].tags&tUnit != 0 && (r.isArticle(i+1) || r.toks[i+1].is('/') || r.wordIs(i+1, "per")) ||
		lo > s.lo && r.toks[lo-1].kind == word && (r.wordIs(lo-1, "every") || r.wordIs(lo-1, "per") || r.wordIs(lo-1, "once"))
}
