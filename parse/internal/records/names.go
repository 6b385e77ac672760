package records

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A name is a company's or organisation's name: tokens lo to hi, of which
// those from core on are its form ("B.V.").
type name struct {
	lo, core, hi int
}

const formWords = tSuffix | tWeak | tOrgPrefix

// findNames adds the names in s that have a company's form to r.nameBuf.
func (r *reader) findNames(s sentence) {
	last := s.lo // first token that no name has taken
	for i := r.next(formWords, s.lo, s.hi); i < s.hi; i = r.next(formWords, i+1, s.hi) {
		t := &r.toks[i]
		var n name
		switch {
		case i > s.lo && r.toks[i-1].kind == number && t.flags&fSpace == 0: // a postcode, "1011AB"
		case t.tags&tSuffix != 0, t.tags&tWeak != 0 && r.isForm(s, i):
			n = r.nameBefore(last, s.hi, i)
		case t.tags&tOrgPrefix != 0 && t.flags&fUpper != 0:
			n = r.nameAfter(s, i)
		}
		if n.hi == 0 || len(r.hints.Products) > 0 && r.isProduct(r.nameOf(n)) {
			continue
		}
		r.nameBuf = append(r.nameBuf, n)
		last, i = n.hi, n.hi-1
	}
}

// namesIn returns the range of indexes in r.nameBuf of the names that have a
// token between lo and hi.
func (r *reader) namesIn(lo, hi int) (first, end int) {
	first = sort.Search(len(r.nameBuf), func(k int) bool { return r.nameBuf[k].hi > lo })
	end = first
	for end < len(r.nameBuf) && r.nameBuf[end].lo < hi {
		end++
	}
	r.steps += end - first
	return first, end
}

// nameAt returns the index of the name that begins at token i, or -1.
func (r *reader) nameAt(i int) int {
	if k, end := r.namesIn(i, i+1); k < end && r.nameBuf[k].lo == i {
		return k
	}
	return -1
}

// nameEnding returns the index of the name that ends right before token i, but
// for a comma or a dash, or -1.
func (r *reader) nameEnding(i int) int {
	for k, end := r.namesIn(i-2, i); k < end; k++ {
		if h := r.nameBuf[k].hi; h == i || h == i-1 && (r.toks[h].is(',') || r.toks[h].is('-')) {
			return k
		}
	}
	return -1
}

// isPart reports whether tokens lo to hi stand within a company's name.
func (r *reader) isPart(lo, hi int) bool {
	k, end := r.namesIn(lo, hi)
	return k < end && r.nameBuf[k].lo <= lo && hi <= r.nameBuf[k].hi
}

var shortForms = setOf("ab spa sas")

// isForm reports whether word i, which may also be an ordinary word, is
// written like a company's form.
func (r *reader) isForm(s sentence, i int) bool {
	t := &r.toks[i]
	if i == s.lo {
		return false
	}
	prev := &r.toks[i-1]
	switch {
	case t.value == 1: // "Co."
		return i+1 < s.hi && (r.toks[i+1].is('.') || r.toks[i+1].is(',')) || prev.is('&')
	case !r.cased:
		return r.wordIs(i, "limited") && (prev.is(')') || prev.tags&tPlace != 0 || r.wordIs(i-1, "private"))
	case t.flags&fUpper == 0 || r.isShouting():
		return t.flags&fUpper != 0 && r.wordIs(i, "limited") && (prev.is(')') || prev.tags&(tStop|tGeneric) == 0 && prev.kind == word) && !(i+1 < s.hi && r.wordIs(i+1, "to"))
	case prev.tags&tStop != 0 && prev.flags&fCaps == 0:
		return false
	case r.wordIs(i, "company"):
		return !(i+1 < s.hi && r.toks[i+1].flags&fUpper != 0)
	case prev.kind == url && prev.flags&fUpper == 0 && !r.isBare(prev):
		return false
	}
	return t.flags&(fCaps|fDotted) != 0 || t.end-t.start > 3 || r.wordIsAny(i, shortForms)
}

// isBare reports whether t is no more than a domain, "Example.com".
func (r *reader) isBare(t *token) bool {
	if t.kind != url || t.flags&fLink != 0 || t.end-t.start > 40 {
		return false
	}
	s := r.text[t.start:t.end]
	return !strings.ContainsAny(s, "/:") && !strings.HasPrefix(s, "www.")
}

// maxName is how many tokens a name may have before its form, and the form by
// itself.
const maxName = 20

// nameBefore reads the name whose form begins at token i. It reaches back no
// further than from.
func (r *reader) nameBefore(from, end, i int) name {
	n := name{core: i, hi: r.formEnd(end, i)}
	k := i
	if k > from && r.toks[k-1].is(',') {
		k-- // "Example Media, LLC"
	}
	if k > from && r.wordIs(k-1, "private") {
		k--
		n.core = k
	}
	start := k
	for from = max(from, i-maxName); k > from; {
		j := r.stepBack(from, k)
		if j < 0 || r.toks[k].flags&fLine != 0 && r.isShortLine(k) {
			break
		}
		k = j
	}
	// Words that begin no name, at its start: "Contact Example Inc."
	for k < start && (r.toks[k].tags&(tStop|tCopula|tAddress|tEmail|tName|tController|tPrivacy|tNamed) != 0 || r.toks[k].tags&(tReach|tGeneric) == tReach|tGeneric || r.toks[k].kind == mark) {
		k++
	}
	if k == start {
		// A name in lower case, "example N.V."
		if p := k - 1; p < from || r.toks[p].kind != word || r.toks[p].tags != 0 || r.toks[i].tags&tSuffix == 0 && r.toks[i].flags&fDotted == 0 || k != i {
			return name{}
		}
		k = r.capitalAbove(from, k-1)
	}
	n.lo = k
	return n
}

// maxPlain is how many words in lower case a name has at most.
const maxPlain = 5

// capitalAbove returns the first token of a name whose last words, up to token
// k, are in lower case: "Example accountants en adviseurs B.V." It must begin
// the sentence or line; k is returned where none does.
func (r *reader) capitalAbove(from, k int) int {
	for j := k; j > from && k-j < maxPlain; {
		j--
		t := &r.toks[j]
		switch {
		case t.kind != word || r.toks[j+1].flags&fLine != 0:
			return k
		case t.flags&fUpper == 0 && (t.tags == 0 || t.tags&tAnd != 0):
		case t.flags&fUpper != 0 && t.tags&tStop == 0 && (j == from || t.flags&fLine != 0):
			return j
		default:
			return k
		}
	}
	return k
}

// isShortLine reports whether the line that ends before token k is too short
// to have been wrapped, so that a name does not go on from it.
func (r *reader) isShortLine(k int) bool {
	const wrapped = 50 // bytes; texts are wrapped at 60 or more
	end := int(r.toks[k-1].end)
	for i := end - 1; i >= 0 && i > end-wrapped; i-- {
		if r.text[i] == '\n' {
			return true
		}
	}
	return end < wrapped
}

// nameOf returns the text of n.
func (r *reader) nameOf(n name) string {
	s := r.words(n.lo, n.hi)
	return strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
}

var (
	linkingWords = setOf("of van for voor de do")
	familyWords  = setOf("sons son daughters brothers partners associates co zonen zoon dochters")
)

// stepBack returns the first token of the part of a name that ends before
// token k, or -1 if no part of a name stands there.
func (r *reader) stepBack(from, k int) int {
	t := &r.toks[k-1]
	switch {
	case t.kind == word && r.isNameWord(t):
		return k - 1
	case r.isBare(t) && (!r.cased || t.flags&fUpper != 0 || k < len(r.toks) && r.toks[k].tags&(tSuffix|tWeak) != 0):
		return k - 1
	case t.kind == number && t.end-t.start < 4 && k-2 >= from && r.toks[k-2].kind == word && r.toks[k-2].tags == 0 && r.isNameWord(&r.toks[k-2]) && r.toks[k].kind == word && r.cased:
		return k - 2 // Studio 54 Inc.
	case t.kind == word && t.flags&fSpace == 0 && t.flags&fUpper == 0 && k-3 >= from && r.toks[k-2].is('.') && r.toks[k-2].flags&fSpace == 0 && r.isNameWord(&r.toks[k-3]):
		return k - 3 // Example.fm Limited
	case t.kind == number && k < len(r.toks) && r.toks[k].flags&fSpace == 0 && r.toks[k].kind == word && r.isNameWord(&r.toks[k]):
		return k - 1 // 23andMe
	case (t.is('&') || t.is('+')) && k-2 >= from && r.toks[k-2].kind == word && r.isNameWord(&r.toks[k-2]):
		return k - 2
	case (t.is('-') || t.is('!') || t.is('.')) && (t.is('!') || r.toks[k].flags&fSpace == 0) && t.flags&fSpace == 0 && k-2 >= from && r.toks[k-2].kind == word && r.isNameWord(&r.toks[k-2]):
		return k - 2
	case t.is(')'):
		for j := k - 2; j >= from && j >= k-6; j-- {
			if r.toks[j].is('(') {
				if j > from && r.toks[j-1].kind == word && r.isNameWord(&r.toks[j-1]) && j < k-2 {
					return j - 1
				}
				return -1
			}
			if r.toks[j].kind != word || r.cased && r.toks[j].flags&fUpper == 0 {
				return -1
			}
		}
	case t.kind == word && r.cased && k-2 >= from && (t.tags&tAnd != 0 || r.wordIsAny(k-1, linkingWords)):
		p := &r.toks[k-2]
		if p.kind == word && p.flags&fUpper != 0 && p.tags&(tStop|tGeneric|tPolicyWord|tPlace|tController|tProcessor|tOfficer|tData|tPrivacy) == 0 &&
			!(k-3 >= from && r.toks[k-3].is(',')) && (t.tags&tAnd == 0 ||
			r.wordIsAny(k, familyWords)) {
			return k - 2
		}
	}
	return -1
}

// isNameWord reports whether t may be part of a company's name.
func (r *reader) isNameWord(t *token) bool {
	if t.tags&(tSuffix|tWeak) != 0 && t.tags&tStop == 0 && t.flags&fUpper != 0 {
		return r.cased && t.tags&tSuffix == 0 || t.flags&fDotted == 0 && (t.end-t.start == 2 && t.flags&fCaps == 0) // "Oy Example Ab"
	}
	if !r.cased {
		return t.tags&(tStop|tCopula|tUpdated|tKeep|tStore|tReach|tSuffix|tPolicyWord|tData|tNamed|tAddress|tWe|tYou|tLocated) == 0
	}
	return t.flags&(fUpper|fInner) != 0 && (t.tags&tStop == 0 || t.flags&fCaps != 0 && t.end-t.start > 1 && t.tags&(tWe|tYou) == 0)
}

// formEnd returns the token after the company's form that begins at token i:
// "Co., Ltd.", "GmbH & Co. KG".
func (r *reader) formEnd(end, i int) int {
	j := i
	for end = min(end, i+maxName); j < end; {
		t := &r.toks[j]
		abbreviated := t.value == 1 || t.end-t.start == 2
		j++
		if j < end && r.toks[j].is('.') && r.toks[j].flags&fSpace == 0 && abbreviated {
			j++
		}
		k := j
		if k < end && (r.toks[k].is(',') || r.toks[k].is('&')) {
			k++
		}
		if k < end && r.toks[k].is('(') && k+2 < end && r.toks[k+2].is(')') && r.wordIs(k+1, "pty") {
			k++
		}
		if k == end || r.toks[k].kind != word || r.toks[k].tags&(tSuffix|tWeak) == 0 || r.toks[k].tags&tStop != 0 || k > j && r.toks[k].tags&(tSuffix|tWeak) != 0 && !r.continues(j, k) {
			break
		}
		if r.cased && r.toks[k].flags&fUpper == 0 && r.toks[k].tags&tSuffix == 0 {
			break
		}
		j = k
	}
	return j
}

var lastForms = setOf("ltd limited inc llc")

// continues reports whether the form goes on at token k after a comma or "&"
// at token j.
func (r *reader) continues(j, k int) bool {
	return r.toks[j].is('&') && r.wordIs(k, "co") || r.toks[j].is(',') && r.wordIsAny(k, lastForms)
}

var innerWords = setOf("van de het voor der den")

// nameAfter reads the name of an organisation whose form stands first, at
// token i: "Stichting Voorbeeld".
func (r *reader) nameAfter(s sentence, i int) name {
	j := i + 1
	for j < s.hi {
		t := &r.toks[j]
		switch {
		case t.kind == word && t.flags&fUpper != 0 && (t.tags&tStop == 0 || t.flags&fSpace == 0):
			j++
			continue
		case t.is('-') && t.flags&fSpace == 0 && j+1 < s.hi && r.toks[j+1].flags&fSpace == 0:
			j++
			continue
		case t.kind == word && t.tags&(tStop|tAnd) != 0 && j+1 < s.hi && r.toks[j+1].kind == word && r.toks[j+1].flags&fUpper != 0 && r.toks[j+1].tags&tStop == 0 &&
			(r.wordIsAny(j, innerWords) || r.wordIs(j, "en") && j > i+1):
			j += 2
			continue
		}
		if n := r.nameLinks(j, s.hi); n > 0 {
			j += n + 1
			continue
		}
		break
	}
	for j > i+1 && r.toks[j-1].kind == mark {
		j--
	}
	if j == i+1 {
		return name{}
	}
	return name{i, j, j}
}

var nameLinkWords = setOf("van de der den het ten ter te in 't op")

// nameLinks returns how many words from token k on link the parts of a Dutch
// name, the first of them with a capital letter: "Van der" in "Bakkerij Van der
// Meer", "De" in "Café De Lamp"; 0 if no part of a name follows them.
func (r *reader) nameLinks(k, end int) int {
	const most = 3
	if k >= end || !r.voc.dutch || r.toks[k].flags&(fUpper|fLine) != fUpper {
		return 0
	}
	n := 0
	for n < most && k+n < end && r.toks[k+n].flags&fCaps == 0 && r.wordIsAny(k+n, nameLinkWords) {
		n++
	}
	if n == 0 || k+n == end {
		return 0
	}
	t := &r.toks[k+n]
	if t.kind != word || t.flags&(fUpper|fInner) == 0 || t.tags&tStop != 0 {
		return 0
	}
	return n
}

// isProduct reports whether the profile knows that a name is no company's.
func (r *reader) isProduct(name string) bool {
	return slices.ContainsFunc(r.hints.Products, func(p string) bool { return strings.EqualFold(name, p) })
}

// subjectAt reads a name without a company's form that ends before token hi:
// up to five words with capitals, back to lo. It returns the first token, or
// hi if there is none.
func (r *reader) subjectAt(lo, hi int) int {
	if !r.cased {
		return hi
	}
	k := hi
	for k > lo && hi-k < 6 {
		t := &r.toks[k-1]
		if t.kind == word && t.flags&fUpper != 0 && t.tags&(tStop|tWe|tYou) == 0 || r.isBare(t) || t.kind == number && k < hi && r.toks[k].flags&fSpace == 0 {
			k--
			continue
		}
		if (t.is('&') || t.is('-') && t.flags&fSpace == 0 && k < hi && r.toks[k].flags&fSpace == 0) && k < hi && k-1 > lo && r.toks[k-2].flags&fUpper != 0 {
			k--
			continue
		}
		if r.voc.dutch {
			if j := r.linksBefore(lo, k, hi); j >= 0 {
				k = j
				continue
			}
		}
		break
	}
	for k < hi && (r.toks[k].tags&(tGeneric|tPlace|tNum) != 0 || r.toks[k].is('&')) {
		k++
	}
	return k
}

// linksBefore returns the token before the links of a name that end before
// token k, a word with a capital letter; -1 if there are none.
func (r *reader) linksBefore(lo, k, hi int) int {
	for n := 1; k < hi && n <= 3 && k-n > lo; n++ {
		if r.nameLinks(k-n, hi) != n {
			continue
		}
		if t := &r.toks[k-n-1]; t.kind == word && t.flags&fUpper != 0 && t.tags&(tStop|tWe|tYou|tPolicyWord) == 0 {
			return k - n - 1
		}
	}
	return -1
}

// key returns what names are compared by: letters and digits in lower case.
func key(name string) string {
	var buf [64]byte
	return string(appendKey(buf[:0], name))
}

// appendKey appends the key of a name to b.
func appendKey(b []byte, name string) []byte {
	for _, c := range name {
		switch c = unicode.ToLower(c); {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b = append(b, byte(c))
		case c >= utf8.RuneSelf:
			b = utf8.AppendRune(b, c)
		}
	}
	return b
}

// sameName reports whether a and b have the same key. What is too long for a name
// is like nothing but itself.
func sameName(a, b string) bool {
	if max(len(a), len(b)) > maxNameBytes {
		return a == b
	}
	i, j := 0, 0
	for {
		for i < len(a) && a[i] < 0x80 && !isLetter(a[i]) && !isDigit(a[i]) {
			i++
		}
		for j < len(b) && b[j] < 0x80 && !isLetter(b[j]) && !isDigit(b[j]) {
			j++
		}
		switch {
		case i == len(a) || j == len(b):
			return i == len(a) && j == len(b)
		case a[i] >= 0x80 || b[j] >= 0x80:
			return key(a[i:]) == key(b[j:])
		case folded(a[i]) != folded(b[j]):
			return false
		}
		i++
		j++
	}
}

// spelled returns name as the profile spells it.
func (r *reader) spelled(name string) string {
	for _, e := range r.hints.Entities {
		if sameName(e, name) {
			return e
		}
	}
	if sameName(r.hints.Organisation, name) {
		return r.hints.Organisation
	}
	return name
}
