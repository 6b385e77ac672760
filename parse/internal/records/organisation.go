package records

import (
	"bytes"
	"slices"
	"strings"

	"example.com/policymodel/policy"
)

// A candidate is a name that the publisher may go by, or a company or person
// that may be the one who speaks.
type candidate struct {
	name    string
	mention policy.Mention
	weight  int
	base    int  // weight of the best of its places
	n       int  // how often it was seen again
	company bool // has a company's form
	we      bool // the text says that this is "we"
	third   bool // a company that many policies name
}

// The weights of the places where a name stands.
const (
	weightTitle    = 26 // Example Privacy Policy
	weightSaid     = 22 // this Privacy Policy of Example; we are Example
	weightDefined  = 16 // Example B.V. ("Example", "we")
	weightRole     = 12 // Example is the controller
	weightOperated = 8  // operated by Example
	weightAlias    = 6  // Example B.V. ("Example")
	weightWelcome  = 6  // at Example, we; welcome to Example
	weightVerb     = 4  // Example respects
	weightNamed    = 2  // anywhere
)

// earlyBlocks is up to which body block a text is taken to introduce itself,
// and firstBlocks up to which it does so without saying "we".
const (
	earlyBlocks = 60
	firstBlocks = 7
)

// minCount is how often a name that nothing else tells to be the publisher's
// must stand within sentences.
const minCount = 6

// maxCandidates bounds the names that are weighed against each other.
const maxCandidates = 96

// readOrganisation looks for the names that s gives to the publisher.
func (r *reader) readOrganisation(s sentence) {
	for _, n := range r.nameBuf {
		if r.known || !r.helps(s, n) {
			r.company(n, weightNamed, false)
		}
	}
	if s.mask&(tPrivacy|tPolicyWord) == tPrivacy|tPolicyWord {
		r.readTitle(s)
	}
	if r.nth >= earlyBlocks && len(r.us) > 0 {
		return
	}
	quoted := s.has&hasQuote != 0
	if s.has&hasBracket != 0 && quoted || s.mask&tNamed != 0 {
		r.readDefinitions(s)
	}
	if s.mask&tWe != 0 && (quoted || len(r.nameBuf) > 0) {
		r.readSaying(s)
	}
	r.readSubject(s)
	if s.mask&tWe != 0 {
		r.readIntroduction(s)
	}
	if s.mask&tIntro != 0 {
		r.readOperator(s)
	}
}

// company notes the company n.
func (r *reader) company(n name, weight int, we bool) {
	s := r.spelled(r.nameOf(n))
	r.known = r.known || weight > weightNamed
	for i := range r.us {
		if c := &r.us[i]; c.company && sameName(c.name, s) {
			c.weight = max(c.weight, weight)
			c.we = c.we || we
			c.n++
			return
		}
	}
	if len(r.us) < maxCandidates {
		r.us = append(r.us, candidate{name: s, mention: r.mention(n.lo, n.hi), weight: weight, company: true, we: we,
			third: r.maskBetween(n.lo, n.hi)&tThird != 0})
	}
}

// speaker notes tokens lo to hi as the name of the one who speaks, which has
// no company's form.
func (r *reader) speaker(lo, hi, weight int) {
	if len(r.us) < maxCandidates && lo < hi && !r.isGeneric(lo, hi) && !(lo > 0 && r.toks[lo-1].is('{')) {
		r.us = append(r.us, candidate{name: r.spelled(r.words(lo, hi)), mention: r.mention(lo, hi), weight: weight, we: true})
	}
}

// brand notes tokens lo to hi as a name of the publisher.
func (r *reader) brand(lo, hi, weight int) {
	lo, hi = r.trimBrand(lo, hi)
	if lo >= hi || hi-lo > 6 || r.isGeneric(lo, hi) || r.toks[lo].kind == number && hi-lo == 1 || r.toks[lo].kind == email || lo > 0 && r.toks[lo-1].is('{') || r.toks[lo].kind == url && !r.isBare(&r.toks[lo]) {
		return
	}
	// A company goes by its name without the form.
	if k, end := r.namesIn(lo, hi); k < end {
		if n := r.nameBuf[k]; n.lo <= lo && hi <= n.hi && n.core > n.lo && n.core < n.hi {
			lo, hi = n.lo, n.core
			if r.toks[hi-1].is(',') {
				hi--
			}
		}
	}
	name := strings.TrimSuffix(strings.TrimSuffix(r.words(lo, hi), "'s"), "’s")
	if r.isProduct(name) {
		return
	}
	r.known = r.known || weight > weightVerb
	for i := range r.brands {
		if b := &r.brands[i]; strings.EqualFold(b.name, name) {
			b.base = max(b.base, weight)
			b.n = min(b.n+1, 3)
			b.weight = b.base + b.n
			b.we = b.we || weight == weightDefined
			return
		}
	}
	if len(r.brands) < maxCandidates && (len(name) > 1 || weight == weightTitle) {
		r.brands = append(r.brands, candidate{name: name, mention: r.mention(lo, hi), weight: weight, base: weight, we: weight == weightDefined})
	}
}

// trimBrand leaves out what stands around a name: places before it, words that
// any text may have on both sides.
func (r *reader) trimBrand(lo, hi int) (int, int) {
	for hi > lo && (r.toks[hi-1].kind == mark || r.toks[hi-1].tags&(tStop|tSite|tGeneric) != 0 && r.toks[hi-1].flags&fCaps == 0) {
		hi--
	}
	for lo < hi {
		p, ok := r.placeAt(lo)
		if !ok || p.hi > hi {
			break
		}
		lo = p.hi
	}
	for lo < hi && (r.toks[lo].kind == mark || r.toks[lo].tags&(tStop|tGeneric|tWe|tYou|tPeople|tEffective|tUpdated|tPrivacy|tSite) != 0 && r.toks[lo].flags&fCaps == 0) {
		lo++
	}
	return lo, hi
}

// isGeneric reports whether tokens lo to hi are words that any text may give to
// anybody, such as "the Company".
func (r *reader) isGeneric(lo, hi int) bool {
	const generic = tStop | tGeneric | tSite | tRecipient | tSuffix | tWeak | tPolicyWord | tLaw | tData | tPeople | tPlace | tPrivacy | tUpdated | tPrior | tController | tProcessor | tPhone | tServer
	for k := lo; k < hi; k++ {
		if t := &r.toks[k]; t.kind != mark && t.tags&generic == 0 {
			return false
		}
	}
	return true
}

// finishOrganisation chooses the publisher's names.
func (r *reader) finishOrganisation() {
	if r.out.Title == "" {
		r.chromeTitle()
	}
	if r.out.Title == "" {
		r.headTitle()
	}
	entity := r.chooseEntity()
	if entity < 0 && !slices.ContainsFunc(r.brands, func(b candidate) bool { return !b.weak() }) {
		entity = r.fallbackEntity()
	}
	if o := r.hints.Organisation; o != "" && contains(r.text, o) {
		r.out.Organisation = o
	} else if best := r.chooseBrand(entity); best >= 0 {
		r.out.Organisation = r.brands[best].name
	}
	if entity < 0 {
		entity = r.fallbackEntity()
	}
	if entity >= 0 {
		r.out.LegalEntity = r.us[entity].name
		r.us[entity].we = r.us[entity].weight > weightNamed || !r.isRegional(r.out.LegalEntity)
		if r.out.Organisation == "" {
			r.out.Organisation = r.stem(r.out.LegalEntity)
		}
	}
	for i := range r.us { // nobody with a company's form: a person, an office
		c := &r.us[i]
		if r.out.LegalEntity == "" && c.we && (c.weight == weightRole || !strings.EqualFold(c.name, r.out.Organisation)) {
			r.out.LegalEntity = c.name
		}
	}
	if r.out.Organisation == "" {
		r.out.Organisation = r.frequent()
	}
	for _, b := range r.brands {
		if b.we && !strings.EqualFold(b.name, r.out.Organisation) {
			r.out.Names = append(r.out.Names, b.name)
		}
	}
}

// chooseEntity returns the index in r.us of the company that the text says is
// the one who speaks, or -1.
func (r *reader) chooseEntity() int {
	best := -1
	for i := range r.us {
		c := &r.us[i]
		if c.company && c.weight > weightNamed && (c.we || !c.third) && (best < 0 || c.weight > r.us[best].weight) {
			best = i
		}
	}
	return best
}

// fallbackEntity returns the index in r.us of a company that the text only
// names: one whose name has the publisher's or, if that is not known either,
// the one that it names most or gives the address of; or -1.
func (r *reader) fallbackEntity() int {
	best := -1
	for i := range r.us {
		c := &r.us[i]
		switch {
		case !c.company, c.third && !related(c.name, r.out.Organisation):
		case r.out.Organisation != "" && !related(c.name, r.out.Organisation):
		case r.out.Organisation == "" && c.n < 3 && !r.operates(c.name):
		case best < 0 || c.n > r.us[best].n:
			best = i
		}
	}
	for i := range r.us { // the controller for the people of a region
		if c := &r.us[i]; best < 0 && c.company && r.isRegional(c.name) {
			best = i
		}
	}
	return best
}

// chooseBrand returns the index in r.brands of the name that the publisher
// goes by, or -1. Being part of the name of the company that speaks counts for
// a name, and how often the text has it.
func (r *reader) chooseBrand(entity int) int {
	best := -1
	for i := range r.brands {
		b := &r.brands[i]
		n := r.tally.count(b.name)
		if b.weak() && (n < minCount || entity >= 0 && !related(r.us[entity].name, b.name)) {
			continue
		}
		b.weight += min(n, 24) / 6
		if entity >= 0 && related(r.us[entity].name, b.name) {
			b.weight += 4
		}
		if best < 0 || b.weight > r.brands[best].weight {
			best = i
		}
	}
	if best < 0 || r.brands[best].weight <= weightVerb {
		return -1
	}
	r.named = !r.brands[best].weak()
	return r.undomain(best)
}

// weak reports whether nothing but its frequency speaks for c.
func (c *candidate) weak() bool { return c.base < weightVerb }

// undomain returns the brand that the i-th is the domain of, if the text names
// both "Example.com" and "Example".
func (r *reader) undomain(i int) int {
	dot := strings.LastIndexByte(r.brands[i].name, '.')
	if dot <= 0 || !isTopLevel(r.brands[i].name[dot+1:]) {
		return i
	}
	for j := range r.brands {
		if strings.EqualFold(r.brands[j].name, r.brands[i].name[:dot]) {
			return j
		}
	}
	return i
}

// related reports whether a company's name has the name that the publisher
// goes by, as its beginning or as words of its own.
func related(company, organisation string) bool {
	var a, b [64]byte
	o := appendKey(a[:0], organisation)
	return len(o) > 1 && (bytes.HasPrefix(appendKey(b[:0], company), o) || contains(company, organisation))
}

// stem returns a company's name without its form.
func (r *reader) stem(company string) string {
	for {
		i := strings.LastIndexByte(company, ' ')
		if i <= 0 {
			return company
		}
		k := key(company[i:])
		if r.voc.find(hashOf(k)).tags&(tSuffix|tWeak) == 0 {
			return company
		}
		company = strings.TrimRight(company[:i], ", &")
	}
}

// operates reports whether a company stands at an address of the text.
func (r *reader) operates(company string) bool {
	for _, p := range r.operators {
		if sameName(p.name, company) {
			return true
		}
	}
	return false
}

// maxNameBytes is the length from which nothing is taken for a name, so that it
// is found in time linear in the text.
const maxNameBytes = 256

// contains reports whether name stands in text by itself, without regard to
// the case of ASCII letters.
func contains(text, name string) bool {
	if len(name) > maxNameBytes {
		return false
	}
	for i := 0; i+len(name) <= len(text); i++ {
		if folded(text[i]) == folded(name[0]) && strings.EqualFold(text[i:i+len(name)], name) &&
			(i == 0 || !isLetter(text[i-1])) && (i+len(name) == len(text) || !isLetter(text[i+len(name)])) {
			return true
		}
	}
	return false
}

func folded(c byte) byte {
	if l := letters[c]; l != 0 {
		return l
	}
	return c
}
