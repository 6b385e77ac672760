package records

import (
	"slices"
	"strings"
	"time"

	"example.com/policymodel/policy"
)

// A datum is a date in the text, with what tells whether it is the policy's
// own.
type datum struct {
	date      policy.Date
	span      policy.Span
	rank      rank
	block     int
	early     bool // among the first body blocks
	own       bool // the sentence calls it the policy's
	ambiguous bool // month and day may be the other way round
	about     string
}

// A rank tells how surely a date is that of the policy's last change.
type rank uint8

const (
	unrelated rank = iota
	bare           // a date by itself
	version
	effective
	updated
)

// readDates reads the dates of s. A year is what each is recognised by.
func (r *reader) readDates(s sentence) {
	for i := r.nextKind(number, s.lo, s.hi); i < s.hi; i = r.nextKind(number, i+1, s.hi) {
		t := &r.toks[i]
		if t.value < 1900 || t.value > 2199 || t.end-t.start != 4 {
			continue
		}
		lo, hi, d, ambiguous := r.dateAt(s, i)
		if hi == 0 || !d.Valid() {
			continue
		}
		x := datum{date: d, span: r.span(lo, hi), block: r.block, ambiguous: ambiguous}
		r.classify(&x, s, lo, hi)
		r.dates = append(r.dates, x)
		i = max(i, hi-1)
	}
}

// dateAt reads the date whose year is token y, and returns its first token and
// the token after it, 0 if it is none.
func (r *reader) dateAt(s sentence, y int) (lo, hi int, d policy.Date, ambiguous bool) {
	year := int(r.toks[y].value)
	// 2021-12-27
	if y+4 < s.hi && r.numeric(y) {
		m, n := int(r.toks[y+2].value), int(r.toks[y+4].value)
		if d = (policy.Date{Year: year, Month: time.Month(m), Day: n}); d.Valid() {
			return y, y + 5, d, false
		}
	}
	// 27/12/2021
	if y-4 >= s.lo && r.numeric(y-4) {
		a, b := int(r.toks[y-4].value), int(r.toks[y-2].value)
		dayFirst := policy.Date{Year: year, Month: time.Month(b), Day: a}
		monthFirst := policy.Date{Year: year, Month: time.Month(a), Day: b}
		switch {
		case a == b || !monthFirst.Valid():
			if a != b && dayFirst.Valid() {
				r.dayFirst++
			}
			return y - 4, y + 1, dayFirst, false
		case !dayFirst.Valid():
			r.dayFirst--
			return y - 4, y + 1, monthFirst, false
		}
		return y - 4, y + 1, dayFirst, !r.voc.dutch && !r.toks[y-1].is('.')
	}
	i := r.backOver(s, y-1)
	if i < s.lo {
		return 0, 0, d, false
	}
	if t := &r.toks[i]; t.tags&tMonth != 0 { // 27 December 2021, the 27th of December 2021
		day, j := r.dayBefore(s, i-1)
		if day == 0 || r.isVersion(s, j, i) {
			return 0, 0, d, false
		}
		return j, y + 1, policy.Date{Year: year, Month: time.Month(t.value), Day: day}, false
	}
	day, j := r.dayBefore(s, i) // December 27th, 2021
	if day == 0 {
		return 0, 0, d, false
	}
	if j = r.backOver(s, j-1); j < s.lo || r.toks[j].tags&tMonth == 0 {
		return 0, 0, d, false
	}
	return j, y + 1, policy.Date{Year: year, Month: time.Month(r.toks[j].value), Day: day}, false
}

// numeric reports whether tokens i to i+4 are three numbers with one kind of
// mark between them and no space.
func (r *reader) numeric(i int) bool {
	a, b := &r.toks[i+1], &r.toks[i+3]
	if a.kind != mark || b.kind != mark || a.value != b.value || a.value != '-' && a.value != '/' && a.value != '.' ||
		r.toks[i].kind != number || r.toks[i+2].kind != number || r.toks[i+4].kind != number {
		return false
	}
	for k := i + 1; k <= i+4; k++ {
		if r.toks[k].flags&fSpace != 0 {
			return false
		}
	}
	return true
}

// backOver returns the first token at or before i that is no comma or full
// stop and not the "of" of a date.
func (r *reader) backOver(s sentence, i int) int {
	for i >= s.lo && (r.toks[i].is(',') || r.toks[i].is('.') || r.toks[i].kind == word && r.wordIs(i, "of")) {
		i--
	}
	return i
}

// dayBefore returns the day of the month that ends at token i, and its first
// token; 0 if there is none.
func (r *reader) dayBefore(s sentence, i int) (day, first int) {
	i = r.backOver(s, i)
	if i > s.lo && r.toks[i].kind == word && r.wordIs(i, "day") {
		i--
	}
	if i > s.lo && r.toks[i].kind == word && r.toks[i].flags&fSpace == 0 {
		switch r.text[r.toks[i].start:r.toks[i].end] {
		case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH", "e", "ste", "de":
			i--
		}
	}
	if i < s.lo || r.toks[i].kind != number || r.toks[i].end-r.toks[i].start > 2 || r.toks[i].value < 1 || r.toks[i].value > 31 {
		return 0, 0
	}
	if i-2 >= s.lo && r.toks[i-1].is('.') && r.toks[i-2].kind == number && r.toks[i].flags&fSpace == 0 {
		return 0, 0 // Version 2.1
	}
	return int(r.toks[i].value), i
}

var versionWords = setOf("version versie release edition revision rev v")

// isVersion reports whether number j before the month at token i is no day but
// that of a version: "Version 2, June 2021", "Version 2 of June 2021".
func (r *reader) isVersion(s sentence, j, i int) bool {
	if i == j+1 {
		return false
	}
	return r.toks[j+1].is(',') || j > s.lo && r.wordIsAny(j-1, versionWords)
}

// reachOfLabel is how many tokens before a date tell what it is of.
const reachOfLabel = 14

// classify finds what the date at tokens lo to hi is of.
func (r *reader) classify(x *datum, s sentence, lo, hi int) {
	x.early = len(r.dates) == 0 && r.nth < earlyBlocks
	near := r.label(s, lo, -1)
	short := s.hi-s.lo <= 24
	if short && near&(tUpdated|tEffective|tVersion) == 0 {
		near |= r.label(s, hi, +1)
	}
	if lo-s.lo <= 2 && r.before.words <= 12 && (r.before.label || r.before.words <= 5) {
		near |= r.before.mask
	}
	x.about = r.about(s, lo)
	x.own = s.mask&(tPolicyWord|tPrivacy) != 0
	switch {
	case near&tLaw != 0 && near&tUpdated == 0, near&tPrior != 0 && r.maskOf(lo-4, lo)&tPrior != 0:
		return
	case near&tUpdated != 0:
		x.rank = updated
	case near&tEffective != 0 && s.mask&tLaw != 0 && s.mask&tPolicyWord == 0: // since when the law applies
		return
	case near&tEffective != 0:
		x.rank = effective
	case near&tVersion != 0:
		x.rank = version
	case s.hi-s.lo <= hi-lo+3 && len(r.sents) <= 2:
		x.rank = bare
	}
	// In running text, "was adopted" or "as changed" need not speak of the
	// policy.
	if !short && !x.own && x.rank != unrelated && lo-s.lo > 6 {
		x.rank = unrelated
	}
}

// label returns the tags of the words next to a date, from token i on in the
// direction of step, up to another date.
func (r *reader) label(s sentence, i, step int) tag {
	var m tag
	n := reachOfLabel
	if step > 0 {
		n = 6
	} else {
		i--
	}
	for ; n > 0 && i >= s.lo && i < s.hi; n-- {
		t := &r.toks[i]
		if t.kind == number && t.end-t.start == 4 {
			break
		}
		m |= t.tags
		i += step
	}
	return m
}

// about returns the heading of the section, or the words before the date.
func (r *reader) about(s sentence, lo int) string {
	if b := r.layout.Blocks[r.block]; b.Section >= 0 && b.Section < len(r.layout.Sections) {
		if h := r.layout.Sections[b.Section].Heading; h >= 0 && h < len(r.layout.Blocks) && h != r.block {
			if h != r.dated {
				text := r.text[r.layout.Blocks[h].Start:r.layout.Blocks[h].End]
				r.steps += len(text)
				r.dated, r.datedText = h, strings.Trim(clean(text), "#= ")
			}
			return r.datedText
		}
	}
	if lo > s.lo {
		return strings.TrimRight(r.words(max(s.lo, lo-8), lo), ": ")
	}
	return ""
}

// finishDates chooses the policy's own date and settles the order of day and
// month.
//
// A numeric date such as 02/09/2023 is read with the day first in Dutch and
// wherever other dates of the text, or else its spelling, point that way; with
// the month first where they point to the USA. It is left out where nothing
// tells.
func (r *reader) finishDates() {
	order := r.dayFirst
	if order == 0 {
		order = -r.americans
	}
	kept := r.dates[:0]
	for _, x := range r.dates {
		if x.ambiguous {
			if order == 0 {
				continue
			}
			if order < 0 {
				x.date.Month, x.date.Day = time.Month(x.date.Day), int(x.date.Month)
			}
		}
		kept = append(kept, x)
	}
	r.dates = kept
	best := -1
	for i := range r.dates {
		if best < 0 || r.better(&r.dates[i], &r.dates[best]) {
			best = i
		}
	}
	if best >= 0 && r.dates[best].rank == unrelated {
		best = -1
	}
	for i, x := range r.dates {
		switch {
		case i == best:
			r.out.Updated, r.out.UpdatedSpan = x.date, x.span
		case best >= 0 && x.date == r.out.Updated && x.rank != unrelated:
		default:
			r.out.Dates = append(r.out.Dates, Date{x.date, x.span, x.about})
		}
	}
	slices.SortStableFunc(r.out.Dates, func(a, b Date) int { return a.Span.Start - b.Span.Start })
}

// better reports whether x is rather the policy's date than y, which stands
// before it.
func (r *reader) better(x, y *datum) bool {
	if x.rank != y.rank {
		return x.rank > y.rank
	}
	if x.rank == bare { // at the top or at the very end
		return !y.early && x.block >= len(r.layout.Blocks)-8
	}
	if y.early {
		return false
	}
	return x.own && !y.own || x.own == y.own && x.date.Compare(y.date) > 0
}
