package records

import (
	"strconv"
	"strings"

	"example.com/policymodel/policy"
)

// Values of units in words.tsv.
const (
	unitYear  = 1
	unitMonth = 2
)

// unitOf has, for each value of a unit in words.tsv, the first and last part of
// a duration of ISO 8601 and what half a unit adds to it, "" if that cannot be
// said exactly.
var unitOf = [...]struct{ first, last, half string }{
	1: {"P", "Y", "6M"}, 2: {"P", "M", ""}, 3: {"P", "W", ""}, 4: {"P", "D", "T12H"}, 5: {"PT", "H", "30M"}, 6: {"PT", "M", "30S"},
}

// A quantity is how many of a unit there are, said by tokens from lo on: n, and
// a half if half is set. The zero quantity is none.
type quantity struct {
	lo, n int
	half  bool
}

// readPeriods reads the lengths of time of s.
func (r *reader) readPeriods(s sentence) {
	for i := r.next(tUnit, s.lo, s.hi); i < s.hi; i = r.next(tUnit, i+1, s.hi) {
		unit := int(r.toks[i].value)
		if unit >= len(unitOf) {
			continue
		}
		q := r.quantity(s, i)
		hi, months := i+1, 0
		if !q.half {
			if q.n == 0 && i > s.lo && r.isArticle(i-1) { // "een jaar en zes maanden"
				q = quantity{lo: i - 1, n: 1}
				if end, _ := r.rest(s, unit, hi); end == 0 {
					continue
				}
			}
			if end, n := r.rest(s, unit, hi); end > 0 {
				hi, months, q.half = end, n, n == 0
			}
		}
		if q.n <= 0 && !q.half || r.isAge(s, q.lo, i) || r.isFrequency(s, q.lo, i) {
			continue
		}
		if d := q.duration(unit, months); d != "" {
			r.out.Periods = append(r.out.Periods, Period{d, r.span(q.lo, hi), s.mask&tKeep != 0})
		}
		i = hi - 1
	}
}

// duration returns q of a unit and so many months, "" if a duration cannot say
// that exactly.
func (q quantity) duration(unit, months int) policy.Duration {
	u := unitOf[unit]
	if q.half && u.half == "" {
		return ""
	}
	d := u.first
	if q.n > 0 {
		d += strconv.Itoa(q.n) + u.last
	}
	if q.half {
		d += u.half
	}
	if months > 0 {
		d += strconv.Itoa(months) + unitOf[unitMonth].last
	}
	return policy.Duration(d)
}

// rest reads what comes on top of a unit, from token i on: "and a half", of
// which it returns the end, or months on top of years, "and six months".
func (r *reader) rest(s sentence, unit, i int) (end, months int) {
	if i+2 >= s.hi || r.toks[i].tags&tAnd == 0 {
		return 0, 0
	}
	if r.isArticle(i+1) && r.wordIs(i+2, "half") && !(i+3 < s.hi && r.toks[i+3].tags&tUnit != 0) {
		return i + 3, 0
	}
	if m := &r.toks[i+2]; unit == unitYear && m.tags&tUnit != 0 && m.value == unitMonth && !(i+3 < s.hi && r.wordIsAny(i+3, respectivelyWords)) {
		if q := r.quantity(s, i+2); q.lo == i+1 && q.n < 12 && !q.half && r.wordIsAny(i, andWords) {
			return i + 3, q.n
		}
	}
	return 0, 0
}

var (
	andWords          = setOf("and en")
	respectivelyWords = setOf("respectively respectievelijk")
)

// quantity returns the quantity before token i: "30", "six (6)",
// "twenty-four", "a", "two and a half", "2.5".
func (r *reader) quantity(s sentence, i int) (q quantity) {
	j := i - 1
	for j > s.lo && r.toks[j].kind == word && r.isFiller(j) {
		j--
	}
	bracket := false
	if j > s.lo+1 && r.toks[j].is(')') && (r.toks[j-1].kind == number || r.toks[j-1].tags&tNum != 0) && r.toks[j-2].is('(') {
		j, bracket = j-1, true
	}
	if j < s.lo {
		return quantity{}
	}
	switch t := &r.toks[j]; {
	case t.kind == number:
		q = r.digitsAt(s, j)
	case t.tags&tNum != 0:
		if r.isArticle(j) && j > s.lo && r.wordIs(j-1, "half") {
			return r.halves(s, j)
		}
		if q = r.numeral(s, j); q.n == 1 && !bracket && r.isArticle(j) && !r.afterPreposition(s, j) {
			return quantity{}
		}
	case r.isArticle(j) && r.afterPreposition(s, j) && !r.wordIs(j-1, "half"):
		q = quantity{lo: j, n: 1}
	default:
		return r.halves(s, j)
	}
	if bracket && q.n > 0 && q.lo-2 >= s.lo && r.toks[q.lo-2].tags&tNum != 0 {
		q.lo = r.numeral(s, q.lo-2).lo
	}
	return q
}

// numeral returns the number in words that ends with token j.
func (r *reader) numeral(s sentence, j int) quantity {
	n := int(r.toks[j].value)
	if j-2 >= s.lo && n < 10 && r.toks[j-1].is('-') && r.toks[j-2].tags&tNum != 0 && r.toks[j-2].value >= 20 {
		return quantity{lo: j - 2, n: n + int(r.toks[j-2].value)}
	}
	return quantity{lo: j, n: n}
}

// digitsAt returns the number in digits that ends with token j, "1,500" or
// "2.5" also. Other fractions than a half, parts of dates and of versions are
// none.
func (r *reader) digitsAt(s sentence, j int) quantity {
	t := &r.toks[j]
	size := t.end - t.start
	q := quantity{lo: j, n: int(t.value)}
	if j > s.lo && t.flags&fSpace == 0 {
		switch p := &r.toks[j-1]; {
		case p.is('/'), p.is(':'):
			return quantity{}
		case !p.is('.') && !p.is(','):
		case j-2 < s.lo || r.toks[j-2].kind != number:
			if p.is('.') {
				return quantity{}
			}
		default:
			whole := &r.toks[j-2]
			q = quantity{lo: j - 2, n: int(whole.value)}
			switch {
			case whole.end-whole.start > 3 || q.lo > s.lo && (r.toks[q.lo-1].kind == mark && whole.flags&fSpace == 0 || r.wordIsAny(q.lo-1, versionWords)):
				return quantity{}
			case size == 3 && p.is(',') != r.voc.dutch:
				q.n = q.n*1000 + int(t.value)
			case size == 1 && t.value == 5:
				q.half = true
			default:
				return quantity{}
			}
			return q
		}
	}
	if t.value <= 0 || size > 4 {
		return quantity{}
	}
	return q
}

var (
	halfWords    = setOf("half halve")
	oneHalfWords = setOf("anderhalf anderhalve")
	halfEndings  = [...]string{"ëneenhalf", "eneenhalf", "ënhalf", "enhalf", "ënhalve", "enhalve"}
)

// halves returns the quantity with a half in it that ends with token j: "half
// a", "een half", "two and a half", "anderhalf", "2½".
func (r *reader) halves(s sentence, j int) quantity {
	t := &r.toks[j]
	if t.kind == mark && r.text[t.start:t.end] == "½" {
		q := quantity{lo: j, half: true}
		if j > s.lo && r.toks[j-1].kind == number {
			q = r.digitsAt(s, j-1)
			q.half = q.n > 0 && !q.half
		}
		return q
	}
	if r.wordIsAny(j, oneHalfWords) {
		return quantity{j, 1, true}
	}
	if r.isArticle(j) && j > s.lo {
		j-- // half a year
		if !r.wordIs(j, "half") {
			return quantity{}
		}
	}
	if !r.wordIsAny(j, halfWords) {
		return r.joinedHalf(j)
	}
	q := quantity{lo: j, half: true}
	k := r.overDash(s, j-1)
	if k >= s.lo && r.isArticle(k) {
		q.lo = k
		k = r.overDash(s, k-1)
	}
	if k >= s.lo && r.wordIsAny(k, andWords) {
		switch k = r.overDash(s, k-1); {
		case k < s.lo:
		case r.toks[k].kind == number:
			q = r.digitsAt(s, k)
			q.half = q.n > 0 && !q.half
		case r.toks[k].tags&tNum != 0:
			q = r.numeral(s, k)
			q.half = true
		}
	}
	return q
}

// overDash returns token k, or the one before it if it is a dash.
func (r *reader) overDash(s sentence, k int) int {
	if k > s.lo && r.toks[k].is('-') {
		k--
	}
	return k
}

// joinedHalf returns the quantity that is one Dutch word: "tweeënhalf".
func (r *reader) joinedHalf(j int) quantity {
	t := &r.toks[j]
	if t.kind != word || !r.voc.dutch {
		return quantity{}
	}
	w := strings.ToLower(r.text[t.start:t.end])
	for _, e := range halfEndings {
		if stem, ok := strings.CutSuffix(w, e); ok {
			if n := r.voc.find(hashOf(stem)); n.tags&tNum != 0 {
				return quantity{j, int(n.value), true}
			}
		}
	}
	return quantity{}
}

var fillerWords = setOf("calendar business working full consecutive kalender volle hele further additional")

// isFiller reports whether word j may stand between a number and its unit.
func (r *reader) isFiller(j int) bool {
	return r.wordIsAny(j, fillerWords)
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
