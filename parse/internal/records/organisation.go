package records

import (
	"strings"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/policy"
)

// A candidate is a name that the publisher may go by, or a company that may be
// the one that speaks.
type candidate struct {
	name    string
	mention policy.Mention
	weight  int
	company bool // has a company's form
	we      bool // the text says that this is "we"
}

// The weights of the places where a name stands.
const (
	weightDefined  = 10 // Example B.V. ("Example", "we")
	weightTitle    = 12 // Example Privacy Policy
	weightSaid     = 8  // this Privacy Policy of Example; we are Example
	weightRole     = 6  // Example is the controller
	weightOperated = 4  // operated by Example
	weightAlias    = 3  // Example B.V. ("Example")
	weightWelcome  = 3  // At Example, we; welcome to Example
	weightNamed    = 1  // anywhere
)

// earlyBlocks is up to which block a text is taken to introduce itself.
const earlyBlocks = 60

// readOrganisation looks for the names that s gives to the publisher.
func (r *reader) readOrganisation(s sentence) {
	for _, n := range r.nameBuf {
		r.company(n, weightNamed, false)
	}
	early := len(r.us) == 0 || r.block < earlyBlocks
	if early {
		for i := s.lo; i < s.hi; i++ {
			if r.toks[i].is('(') {
				i = r.definition(s, i)
			}
		}
	}
	if s.mask&(tPrivacy|tPolicyWord) == tPrivacy|tPolicyWord {
		r.readTitle(s)
	}
	if !early {
		return
	}
	if s.mask&tWe != 0 {
		r.introduction(s)
	}
	r.operator(s)
}

// company notes the company n.
func (r *reader) company(n name, weight int, we bool) {
	s := r.spelled(r.words(n.lo, n.hi))
	for i := range r.us {
		if c := &r.us[i]; c.company && key(c.name) == key(s) {
			if weight > c.weight {
				c.weight = weight
			}
			c.we = c.we || we
			return
		}
	}
	if len(r.us) < 128 {
		r.us = append(r.us, candidate{s, r.mention(n.lo, n.hi), weight, true, we})
	}
}

// brand notes tokens lo to hi as a name of the publisher.
func (r *reader) brand(lo, hi, weight int) {
	for hi > lo && (r.toks[hi-1].kind == mark || r.toks[hi-1].tags&(tStop|tSite|tGeneric) != 0 && r.toks[hi-1].flags&fCaps == 0) {
		hi--
	}
	for lo < hi && (r.toks[lo].kind == mark || r.toks[lo].tags&(tStop|tGeneric|tWe|tYou|tPeople|tPlace|tEffective|tUpdated|tPrivacy|tSite) != 0 && r.toks[lo].flags&fCaps == 0) {
		lo++
	}
	if lo >= hi || hi-lo > 6 || r.toks[lo].kind == number && hi-lo == 1 || r.toks[lo].kind == email {
		return
	}
	// A company goes by its name without the form.
	for _, n := range r.nameBuf {
		if n.lo <= lo && hi <= n.hi && n.core > n.lo && n.core < n.hi {
			lo, hi = n.lo, n.core
			if r.toks[hi-1].is(',') {
				hi--
			}
		}
	}
	name := strings.TrimSuffix(strings.TrimSuffix(r.words(lo, hi), "'s"), "’s")
	for i := range r.brands {
		if b := &r.brands[i]; strings.EqualFold(b.name, name) {
			b.weight = max(b.weight, weight) + 1
			return
		}
	}
	if len(r.brands) < 64 && len(name) > 1 {
		r.brands = append(r.brands, candidate{name: name, mention: r.mention(lo, hi), weight: weight})
	}
}

// definition reads the bracket that opens at token i, which may say what a
// company is called: Example B.V. ("Example", "we"). It returns where to go on.
func (r *reader) definition(s sentence, i int) int {
	end, we, named, quotes := 0, false, false, 0
	for k := i + 1; k < s.hi && k <= i+40; k++ {
		t := &r.toks[k]
		if t.is(')') {
			end = k
			break
		}
		we = we || t.tags&tWe != 0 && (r.isQuote(k-1) || r.isQuote(k+1))
		named = named || t.tags&tNamed != 0
		if t.is('"') || t.is('\'') {
			quotes++
		}
	}
	if end == 0 || quotes < 2 && !named {
		return i
	}
	first, last := -1, -1 // names before the bracket
	for k, n := range r.nameBuf {
		if n.hi <= i {
			if first < 0 {
				first = k
			}
			last = k
		}
	}
	if first >= 0 && !we && i-r.nameBuf[last].hi > 12 {
		return end
	}
	lo := i
	if first < 0 {
		if lo = r.subjectBefore(s, i); lo == i && !we {
			return end
		}
	}
	weight := weightAlias
	if we {
		weight = weightDefined
	}
	for k := i + 1; k < end; k++ {
		if !r.isQuote(k) {
			continue
		}
		stop := k + 1
		for stop < end && !r.isQuote(stop) {
			stop++
		}
		if stop > k+1 && stop-k <= 6 && r.maskBetween(k+1, stop)&(tWe|tData|tSite|tGeneric|tPolicyWord|tYou) == 0 {
			r.brand(k+1, stop, weight)
		}
		k = stop
	}
	switch {
	case first >= 0:
		for k := first; k <= last; k++ {
			r.company(r.nameBuf[k], weight-min(k-first, 1), we)
		}
	case we && lo < i:
		hi := r.subjectEnd(lo, i)
		r.brand(lo, hi, weight)
		r.us = append(r.us, candidate{r.spelled(r.words(lo, hi)), r.mention(lo, hi), weight - 3, false, true})
	}
	return end
}

func (r *reader) isQuote(k int) bool {
	return k >= 0 && k < len(r.toks) && (r.toks[k].is('"') || r.toks[k].is('\''))
}

// subjectBefore returns the first token of the capitalised words that stand
// before token i, perhaps with "and its affiliates" between; i if there are
// none.
func (r *reader) subjectBefore(s sentence, i int) int {
	for k := i; k > s.lo && k > i-8; k-- {
		if lo := r.subjectAt(s.lo, k); lo < k {
			return lo
		}
	}
	return i
}

// subjectEnd returns the end of the capitalised words from lo on.
func (r *reader) subjectEnd(lo, i int) int {
	k := lo
	for k < i && (r.toks[k].flags&fUpper != 0 || r.toks[k].kind != word && !r.toks[k].is(',') && !r.toks[k].is('(')) {
		k++
	}
	return max(k, lo+1)
}

// introduction reads "we, Example B.V., …", "we are Example" and "at Example,
// we".
func (r *reader) introduction(s sentence) {
	for i := s.lo; i < s.hi && i < s.lo+40; i++ {
		t := &r.toks[i]
		if t.tags&tWe == 0 || t.tags&tCopula != 0 {
			continue
		}
		j := i + 1
		switch {
		case j < s.hi && r.toks[j].is(','):
			j++
			for _, n := range r.nameBuf {
				if n.lo == j {
					r.company(n, weightDefined, true)
				}
			}
		case j < s.hi && r.toks[j].tags&tCopula != 0 && (r.wordIs(j, "are") || r.wordIs(j, "zijn")):
			j++
			for _, n := range r.nameBuf {
				if n.lo == j {
					r.company(n, weightSaid, true)
					r.brand(n.lo, n.hi, weightSaid)
				}
			}
		}
		// "At Example, we"; "Wij bij Example"
		if i-1 > s.lo && r.toks[i-1].is(',') && i-s.lo <= 6 && (r.wordIs(s.lo, "at") || r.wordIs(s.lo, "bij")) {
			if lo := r.subjectAt(s.lo+1, i-1); lo < i-1 {
				r.brand(lo, i-1, weightWelcome)
			}
		}
		if j+1 < s.hi && r.toks[j].kind == word && (r.wordIs(j, "at") || r.wordIs(j, "bij")) {
			if hi := r.capitalised(j+1, s.hi); hi > j+1 {
				r.brand(j+1, hi, weightWelcome)
			}
		}
		break
	}
}

// capitalised returns the end of the capitalised words from token i on.
func (r *reader) capitalised(i, end int) int {
	k := i
	for k < end && k < i+6 {
		t := &r.toks[k]
		if t.kind == word && t.flags&fUpper != 0 && (t.tags&tStop == 0 || k > i && t.flags&fCaps != 0) || t.bare() && t.flags&fUpper != 0 ||
			t.kind == number && k > i && t.flags&fSpace == 0 {
			k++
			continue
		}
		if (t.is('&') || t.is('-') && t.flags&fSpace == 0) && k > i && k+1 < end && r.toks[k+1].flags&fUpper != 0 {
			k++
			continue
		}
		break
	}
	for k > i && r.toks[k-1].kind == mark {
		k--
	}
	return k
}

// operator reads "operated by Example B.V." and "welcome to Example".
func (r *reader) operator(s sentence) {
	for i := s.lo; i+2 < s.hi && i < s.lo+60; i++ {
		t := &r.toks[i]
		if t.kind != word {
			continue
		}
		switch {
		case r.isOperated(i) && (r.wordIs(i+1, "by") || r.wordIs(i+1, "door")):
			for _, n := range r.nameBuf {
				if n.lo == i+2 {
					r.company(n, weightOperated, false)
				}
			}
		case t.tags&tGeneric != 0 && (r.wordIs(i, "welcome") && r.wordIs(i+1, "to") || r.wordIs(i, "welkom") && r.wordIs(i+1, "bij")):
			if hi := r.capitalised(i+2, s.hi); hi > i+2 {
				r.brand(i+2, hi, weightWelcome)
			}
		}
	}
}

func (r *reader) isOperated(i int) bool {
	switch n := r.toks[i].end - r.toks[i].start; n {
	case 5, 7, 8, 9, 11:
		for _, w := range [...]string{"operated", "owned", "provided", "beheerd", "aangeboden", "geëxploiteerd"} {
			if r.wordIs(i, w) {
				return true
			}
		}
	}
	return false
}

// readTitle reads "Example Privacy Policy", "Privacy Policy of Example", as a
// title or within a sentence.
func (r *reader) readTitle(s sentence) {
	short := s.hi-s.lo <= 12 && len(r.sents) <= 2 && r.block < earlyBlocks
	for i := s.lo; i < s.hi; i++ {
		t := &r.toks[i]
		if t.tags&tPrivacy == 0 || t.kind != word {
			continue
		}
		end := i + 1
		for end < s.hi && (r.toks[end].is('&') || r.toks[end].tags&(tAnd|tPrivacy|tLaw) != 0) {
			end++
		}
		if t.tags&tPolicyWord == 0 {
			if end == s.hi || r.toks[end].tags&tPolicyWord == 0 {
				continue
			}
			end++
		}
		title := short && (s.lo == i || end == s.hi || r.toks[end].kind == mark || r.isLink(end))
		if title && r.out.Title == "" && r.block < earlyBlocks {
			r.out.Title = trimTitle(r.words(s.lo, s.hi))
			r.out.TitleSpan = r.span(s.lo, s.hi)
		}
		weight := weightNamed
		switch {
		case title:
			weight = weightTitle
		case i > s.lo && r.isDeterminer(s, i):
			weight = weightSaid
		}
		r.titleName(s, i, end, weight, title)
		i = end - 1
	}
}

// titleName reads the name before or after the words "privacy policy", tokens
// i to end.
func (r *reader) titleName(s sentence, i, end, weight int, title bool) {
	lo := r.subjectAt(s.lo, i)
	if title && !r.cased {
		for lo > s.lo && r.toks[lo-1].kind == word && r.toks[lo-1].tags&(tStop|tGeneric) == 0 {
			lo--
		}
	}
	if lo < i && lo > s.lo && r.maskBetween(lo, i)&tStop == 0 && (title || r.isDeterminer(s, lo)) {
		r.brand(lo, i, weight)
	} else if lo < i && title {
		r.brand(lo, i, weight)
	}
	j := end
	if j < s.hi && (r.toks[j].is('|') || r.toks[j].is('-') || r.toks[j].is(':')) && title {
		j++
	} else if j < s.hi && r.toks[j].kind == word && (r.wordIs(j, "of") || r.wordIs(j, "van") || r.wordIs(j, "for") || r.wordIs(j, "voor")) {
		j++
		for j < s.hi && r.toks[j].kind == word && (r.wordIs(j, "de") || r.wordIs(j, "het") || r.wordIs(j, "the")) {
			j++
		}
	} else if !(title && r.voc.dutch) {
		return
	}
	if hi := r.capitalised(j, s.hi); hi > j {
		r.brand(j, hi, weight)
	} else if title && !r.cased && s.hi > j && s.hi-j <= 3 {
		r.brand(j, s.hi, weight)
	}
}

// isDeterminer reports whether what stands before token i is "this" or "our",
// perhaps with a capitalised name between.
func (r *reader) isDeterminer(s sentence, i int) bool {
	k := i - 1
	for k > s.lo && r.toks[k].flags&fUpper != 0 && i-k < 5 && r.toks[k].tags&tStop == 0 {
		k--
	}
	return k >= s.lo && r.toks[k].kind == word && (r.wordIs(k, "this") || r.wordIs(k, "dit") || r.wordIs(k, "deze") || r.wordIs(k, "our") || r.wordIs(k, "ons") || r.wordIs(k, "onze"))
}

func (r *reader) isLink(i int) bool { return r.toks[i].kind == url && r.toks[i].flags&fLink != 0 }

func trimTitle(s string) string { return strings.Trim(s, "#=|- ") }

// finishOrganisation chooses the publisher's names.
func (r *reader) finishOrganisation() {
	if r.out.Title == "" {
		r.chromeTitle()
	}
	if o := r.hints.Organisation; o != "" && countWord(r.text, o, 1) > 0 {
		r.out.Organisation = o
	}
	best := -1
	for i := range r.brands {
		b := &r.brands[i]
		b.weight += min(countWord(r.text, b.name, 24), 24) / 6
		if best < 0 || b.weight > r.brands[best].weight {
			best = i
		}
	}
	if r.out.Organisation == "" && best >= 0 && r.brands[best].weight > weightNamed+1 {
		r.out.Organisation = r.brands[best].name
	}
	for i := range r.us {
		if c := &r.us[i]; c.weight == weightNamed && c.company && related(c.name, r.out.Organisation) {
			c.weight++
		}
	}
	entity := -1
	for i := range r.us {
		if c := &r.us[i]; c.company && c.weight > weightNamed && (entity < 0 || c.weight > r.us[entity].weight) {
			entity = i
		}
	}
	if entity >= 0 {
		r.out.LegalEntity = r.us[entity].name
		r.us[entity].we = true
		if r.out.Organisation == "" {
			r.out.Organisation = stem(r.out.LegalEntity)
		}
	}
	for _, b := range r.brands {
		if b.weight >= weightDefined && !strings.EqualFold(b.name, r.out.Organisation) {
			r.out.Names = append(r.out.Names, b.name)
		}
	}
}

// chromeTitle takes the title from what stands around the body.
func (r *reader) chromeTitle() {
	for i := range r.layout.Blocks {
		b := &r.layout.Blocks[i]
		if b.Role == layout.Body || b.End-b.Start > 80 || i > 4*earlyBlocks {
			continue
		}
		r.scan(b.Start, b.End)
		r.split()
		r.nameBuf, r.block = r.nameBuf[:0], 0
		for _, s := range r.sents {
			if s.mask&(tPrivacy|tPolicyWord) == tPrivacy|tPolicyWord && r.out.Title == "" {
				r.readTitle(s)
			}
		}
		if r.out.Title != "" {
			return
		}
	}
}

// related reports whether a company's name has the name that the publisher
// goes by.
func related(company, organisation string) bool {
	o := key(organisation)
	return len(o) > 1 && strings.Contains(key(company), o)
}

// stem returns a company's name without its form.
func stem(company string) string {
	if i := strings.LastIndexByte(company, ' '); i > 0 {
		return strings.TrimRight(company[:i], ", ")
	}
	return company
}

// countWord counts how often name stands in text by itself, up to a limit,
// without regard to the case of ASCII letters.
func countWord(text, name string, limit int) int {
	if name == "" {
		return 0
	}
	first := folded(name[0])
	n := 0
	for i := 0; i+len(name) <= len(text) && n < limit; i++ {
		if folded(text[i]) == first && strings.EqualFold(text[i:i+len(name)], name) &&
			(i == 0 || !isLetter(text[i-1])) && (i+len(name) == len(text) || !isLetter(text[i+len(name)])) {
			n++
			i += len(name) - 1
		}
	}
	return n
}

func folded(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
