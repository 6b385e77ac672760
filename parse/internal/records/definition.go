package records

// readDefinitions reads where s says what the publisher is called: in brackets,
// or after words such as "hereinafter".
func (r *reader) readDefinitions(s sentence) {
	for i := s.lo; i < s.hi; i++ {
		switch t := &r.toks[i]; {
		case t.is('('):
			if end := r.closing(s, i); end > 0 && r.define(s, i, i+1, end) {
				i = end
			}
		case t.tags&tNamed == 0:
		case r.wordIs(i, "dba"): // Example Inc. dba Example
			r.brand(i+1, r.capitalised(i+1, s.hi), weightDefined)
		case i > s.lo && r.toks[i-1].is(','):
			end := i + 1
			for end < s.hi && end < i+16 && !r.toks[end].is(',') && !r.toks[end].is('.') {
				end++
			}
			if r.define(s, i-1, i, end) {
				i = end - 1
			}
		}
	}
}

// closing returns the token that closes the bracket at token i, or 0.
func (r *reader) closing(s sentence, i int) int {
	for k := i + 1; k < s.hi && k <= i+40; k++ {
		if r.toks[k].is(')') {
			return k
		}
	}
	return 0
}

// farBack is how many tokens before a definition a company may stand.
const farBack = 120

// define reads tokens lo to hi as a statement of what the company before token
// at is called: Example B.V. ("Example", "we"). It reports whether they are
// one.
func (r *reader) define(s sentence, at, lo, hi int) bool {
	we, named, quotes := false, false, 0
	for k := lo; k < hi; k++ {
		t := &r.toks[k]
		we = we || t.tags&tWe != 0 && r.isQuote(k-1)
		named = named || t.tags&tNamed != 0
		if r.isQuote(k) {
			quotes++
		}
	}
	if quotes < 2 && !named {
		return false
	}
	we = we || r.nth < firstBlocks && r.namesSpeaker(lo, hi)
	first, last := r.namesIn(max(s.lo, at-farBack), at) // companies before it
	if last--; last < first {
		first = -1
	}
	if !we && (r.nth >= firstBlocks || first >= 0 && (at-r.nameBuf[last].hi > 12 || r.maskBetween(r.nameBuf[last].lo, at)&tThird != 0 || r.helps(s, r.nameBuf[last]))) {
		return true // somebody else
	}
	start := at
	if first < 0 {
		if start = r.subjectBefore(s, at); start == at && we && at == s.lo+1 {
			start = s.lo // a name in lower case
		}
		if !we && (start == at || start > s.lo) {
			return true
		}
	}
	weight := weightAlias
	if we {
		weight = weightDefined
	}
	r.aliases(lo, hi, weight)
	switch {
	case first >= 0:
		for k := first; k <= last && (k == first || r.joined(r.nameBuf[k-1].hi, r.nameBuf[k].lo)); k++ {
			r.company(r.nameBuf[k], weight-min(k-first, 1), we)
		}
	case we && start < at && r.isGeneric(start, r.subjectEnd(start, at)):
		r.readReferent(s, hi)
	case we && start < at:
		end := r.subjectEnd(start, at)
		r.brand(start, end, weight)
		r.speaker(start, end, weight-5)
	}
	return true
}

// namesSpeaker reports whether the name given in tokens lo to hi is one for
// somebody who runs a service, such as "the Company".
func (r *reader) namesSpeaker(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if !r.isQuote(k+1) && k+1 < hi || r.toks[k].flags&fUpper == 0 && r.cased {
			continue
		}
		if r.runsService(k) {
			return true
		}
	}
	return false
}

// runs reports whether tokens lo to hi are capitalised words that end with one
// for somebody who runs a service: "Service Provider".
func (r *reader) runs(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if r.toks[k].flags&fUpper == 0 {
			return false
		}
	}
	return r.runsService(hi - 1)
}

var serviceWords = setOf("provider company developer dienstverlener bedrijf ontwikkelaar aanbieder organisatie organisation " +
	"organization foundation stichting vereniging gemeente school owner eigenaar operator beheerder")

// runsService reports whether token k is a word for somebody who runs a
// service.
func (r *reader) runsService(k int) bool {
	return r.wordIsAny(k, serviceWords)
}

var (
	refersWords = setOf("refers refer means verwijst betekent")
	toWords     = setOf("to naar")
)

// readReferent reads the name after a definition that any text may have:
// "the Company" ("we") refers to Example B.V.
func (r *reader) readReferent(s sentence, end int) {
	for k := end + 1; k < s.hi && k < end+20; k++ {
		if !r.wordIsAny(k, refersWords) {
			continue
		}
		if k+1 < s.hi && r.wordIsAny(k+1, toWords) {
			k++
		}
		if n := r.nameAt(k + 1); n >= 0 {
			r.company(r.nameBuf[n], weightDefined, true)
			r.brand(r.nameBuf[n].lo, r.nameBuf[n].hi, weightVerb)
			return
		}
		hi := r.capitalised(k+1, s.hi)
		if hi == k+1 {
			hi = r.plainName(k+1, s.hi)
		}
		if hi > k+1 {
			r.speaker(k+1, hi, weightDefined)
			r.brand(k+1, hi, weightDefined)
		}
		return
	}
}

var articleWords = setOf("the a an any de het een")

// plainName returns the end of a name without capitals that ends a definition
// and begins at token lo, or lo if there is none.
func (r *reader) plainName(lo, hi int) int {
	const never = tWe | tData | tSite | tGeneric | tPolicyWord | tYou | tRecipient | tPeople
	end := lo
	for end < hi && !r.toks[end].is('.') {
		if r.toks[end].kind != word {
			return lo
		}
		end++
	}
	if end > lo+4 || r.maskBetween(lo, end)&never != 0 || r.wordIsAny(lo, articleWords) {
		return lo
	}
	return end
}

// aliases notes the words between quotation marks in tokens lo to hi, or those
// with capitals after "hereinafter", as names of the publisher.
func (r *reader) aliases(lo, hi, weight int) {
	found := false
	for k := lo; k < hi; k++ {
		if !r.isQuote(k) {
			continue
		}
		stop := k + 1
		for stop < hi && !r.isQuote(stop) {
			stop++
		}
		found = r.alias(k+1, stop, weight) || found
		k = stop
	}
	for k := lo; k < hi && !found; k++ {
		if end := r.capitalised(k, hi); end > k {
			found = !r.isQuote(k-1) && r.alias(k, end, weight)
			k = end - 1
		}
	}
}

// alias notes tokens lo to hi as a name of the publisher, and reports whether
// they can be one.
func (r *reader) alias(lo, hi, weight int) bool {
	const never = tWe | tData | tSite | tGeneric | tPolicyWord | tYou | tRecipient | tPeople
	switch m := r.maskBetween(lo, hi); {
	case hi <= lo || hi-lo > 5:
		return false
	case r.cased && m&(tWe|tYou) == 0 && r.runs(lo, hi):
		if len(r.out.Aliases) < maxCandidates {
			r.out.Aliases = append(r.out.Aliases, r.words(lo, hi))
		}
		return false
	case m&never != 0,
		r.cased && r.toks[lo].flags&(fUpper|fInner) == 0 && r.toks[lo].kind == word,
		weight < weightDefined && m&tThird != 0:
		return false
	}
	r.brand(lo, hi, weight)
	return true
}

var meanWords = setOf("mean means bedoelen")

// readSaying reads sentences that tell what "we" means without brackets: when
// we say "we", we mean Example B.V.; when we speak of Example, we mean Example
// B.V.
func (r *reader) readSaying(s sentence) {
	open, we, depth := false, false, 0
	for i := s.lo; i < s.hi; i++ {
		switch t := &r.toks[i]; {
		case t.is('('):
			depth++
		case t.is(')'):
			depth--
		case depth == 0 && t.is('"'):
			open = !open
		case depth == 0 && open && t.tags&tWe != 0:
			we = true
		}
	}
	if we {
		for i := s.lo; i < s.hi; i++ {
			if !r.toks[i].is('"') {
				continue
			}
			stop := i + 1
			for stop < s.hi && !r.toks[stop].is('"') {
				stop++
			}
			r.alias(i+1, stop, weightDefined)
			i = stop
		}
		for k := range r.nameBuf {
			if k > 0 && !r.joined(r.nameBuf[k-1].hi, r.nameBuf[k].lo) {
				break
			}
			r.company(r.nameBuf[k], weightDefined, true)
		}
		return
	}
	for _, n := range r.nameBuf {
		if n.lo-2 <= s.lo || !r.wordIsAny(n.lo-1, meanWords) || r.maskOf(n.lo-3, n.lo)&tWe == 0 || r.maskOf(n.lo-30, n.lo-3)&tWe == 0 {
			continue
		}
		r.company(n, weightDefined, true)
		hi := n.lo - 2
		if r.toks[hi-1].is(',') {
			hi--
		}
		if lo := r.subjectAt(s.lo, hi); lo < hi {
			r.brand(lo, hi, weightDefined)
		}
	}
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
	if i-1 == s.lo && r.toks[s.lo].flags&fUpper != 0 {
		return s.lo // "Company", which is a name only by what follows
	}
	return i
}

// subjectEnd returns the end of the capitalised words from lo on.
func (r *reader) subjectEnd(lo, i int) int {
	k := lo
	for k < i && (r.toks[k].flags&(fUpper|fInner) != 0 || r.toks[k].kind == number || r.toks[k].is('&') || r.toks[k].is('-')) {
		k++
	}
	return max(k, lo+1)
}

// readSubject reads the name in "Example respects your privacy". A name before
// any other word counts for less: only its being frequent makes it the
// publisher's.
func (r *reader) readSubject(s sentence) {
	if len(r.nameBuf) > 0 {
		if n := r.nameBuf[0]; n.lo == s.lo && r.nth > 0 && r.nth < firstBlocks && n.hi < s.hi && r.toks[n.hi].kind == word && r.toks[n.hi].tags&tVerb != 0 && !r.helps(s, n) {
			r.company(n, weightVerb, false) // "Example B.V. respects your privacy"
		}
		return
	}
	hi := r.capitalised(s.lo, s.hi)
	if hi == s.lo || hi == s.hi || r.toks[hi].kind != word {
		return
	}
	verb := r.maskOf(hi, hi+3)&tVerb != 0
	switch m := r.maskBetween(s.lo, hi); {
	case m&(tRecipient|tPeople) != 0 || !verb && m&^tThird != 0 || m&tThird != 0 && hi > s.lo+1:
	case verb && m&tThird == 0:
		r.brand(s.lo, hi, weightVerb)
	default:
		r.brand(s.lo, hi, weightNamed)
	}
}

var (
	areWords = setOf("are zijn")
	atWords  = setOf("at bij")

	selfWords = setOf("company organisation organization firm association foundation bedrijf organisatie onderneming vereniging stichting")
)

// readIntroduction reads "we, Example B.V., …", "we are Example", "our company,
// Example B.V., …" and "at Example, we".
func (r *reader) readIntroduction(s sentence) {
	const reach = 40 // tokens before "we"
	i := r.next(tWe, s.lo, min(s.hi, s.lo+reach+1))
	if i-s.lo > reach || i >= s.hi-1 {
		return
	}
	j := i + 2
	switch t := &r.toks[i+1]; {
	case t.is(','):
		if n := r.nameAt(j); n >= 0 {
			r.company(r.nameBuf[n], weightDefined, true)
		}
	case r.wordIsAny(i+1, areWords):
		if n := r.nameAt(j); n >= 0 {
			r.company(r.nameBuf[n], weightSaid, true)
			r.brand(r.nameBuf[n].lo, r.nameBuf[n].hi, weightSaid)
		} else if hi := r.capitalised(j, s.hi); hi > j && r.maskBetween(j, hi)&(tController|tProcessor|tLaw) == 0 && (hi == s.hi || r.toks[hi].kind == mark || r.toks[hi].tags&tStop != 0) {
			r.brand(j, hi, weightSaid)
		}
	case r.wordIsAny(i+1, atWords):
		if hi := r.capitalised(j, s.hi); hi > j {
			r.brand(j, hi, weightWelcome)
		}
	case i-1 > s.lo && r.toks[i-1].is(',') && i-s.lo <= 6 && r.wordIsAny(s.lo, atWords):
		r.brand(r.subjectAt(s.lo+1, i-1), i-1, weightWelcome)
	case !r.voc.dutch && r.wordIsAny(s.lo, atWords) && i-s.lo > 1 && r.capitalised(s.lo+1, s.hi) == i:
		r.brand(s.lo+1, i, weightWelcome) // "At Example we"
	case r.nth < firstBlocks && i+3 < s.hi && r.wordIsAny(i+1, selfWords) && r.toks[i+2].is(','):
		if n := r.nameAt(i + 3); n >= 0 {
			r.company(r.nameBuf[n], weightDefined, true) // "our company, Example B.V., …"
		}
	case r.voc.dutch && r.wordIs(s.lo, "bij") && i-s.lo > 2 && r.capitalised(s.lo+1, s.hi) == i-1:
		r.brand(s.lo+1, i-1, weightWelcome) // "Bij Voorbeeld vinden wij"
	}
}

// capitalised returns the end of the capitalised words from token i on.
func (r *reader) capitalised(i, end int) int {
	k := i
	for ok := true; ok && k < min(end, i+6); {
		switch t := &r.toks[k]; t.kind {
		case word:
			ok = t.flags&fUpper != 0 && (t.tags&tStop == 0 || k > i && t.flags&fCaps != 0) || t.flags&fInner != 0
		case number:
			ok = k > i && t.flags&fSpace == 0 || k+1 < end && r.toks[k+1].flags&(fSpace|fUpper) == fUpper
		case mark:
			ok = (t.is('&') || t.is('-') && t.flags&fSpace == 0) && k > i && k+1 < end && r.toks[k+1].flags&fUpper != 0
		default:
			ok = t.flags&fUpper != 0 && r.isBare(t)
		}
		if ok {
			k++
		} else if r.voc.dutch && k > i {
			if n := r.nameLinks(k, min(end, i+6)); n > 0 {
				k, ok = k+n+1, true
			}
		}
	}
	for k > i && r.toks[k-1].kind == mark {
		k--
	}
	return k
}

var (
	welcomeWords = setOf("to bij")
	byWords      = setOf("by door")
)

// readOperator reads "operated by Example B.V.", "door Voorbeeld beheerd",
// "is a trading name of Example B.V." and "welcome to Example".
func (r *reader) readOperator(s sentence) {
	for i := s.lo; i+1 < s.hi && i < s.lo+60; i++ {
		t := &r.toks[i]
		switch {
		case t.tags&tIntro != 0 && t.value == 2 && r.wordIsAny(i+1, welcomeWords):
			r.brand(i+2, r.capitalised(i+2, s.hi), weightWelcome)
		case t.tags&tStop == 0: // "Example is a trading name of Example Holding Ltd"
			if n := r.nameAt(i + 2); n >= 0 && r.nth < 2*firstBlocks && i > s.lo && r.isTradeName(i) {
				r.company(r.nameBuf[n], weightRole, true)
				r.brand(s.lo, r.capitalised(s.lo, i), weightWelcome)
			}
		case !r.wordIsAny(i, byWords):
		case i > s.lo && r.maskOf(i-1, i)&tIntro != 0 || r.maskOf(i+1, i+6)&tIntro != 0 && r.voc.dutch:
			if r.nth >= 2*firstBlocks {
				continue
			}
			if n := r.nameAt(i + 1); n >= 0 {
				if !r.helps(s, r.nameBuf[n]) {
					r.company(r.nameBuf[n], weightOperated, false)
				}
				continue
			}
			hi := r.capitalised(i+1, s.hi)
			if hi > i+1 && r.nth < firstBlocks && r.maskBetween(i+1, hi)&(tThird|tPeople|tYou) == 0 {
				r.speaker(i+1, hi, weightOperated)
				r.brand(i+1, hi, weightAlias)
			}
		}
	}
}

var (
	tradeNames   = setOf("handelsnaam handelsdivisie handelsmerk merknaam")
	tradingNames = setOf("name division")
	ownedNames   = setOf("brand trademark")
)

// isTradeName reports whether word i is one for a name that is traded under,
// and what follows it tells whose that is.
func (r *reader) isTradeName(i int) bool {
	return r.wordIsAny(i, tradeNames) && r.wordIs(i+1, "van") ||
		r.wordIsAny(i, tradingNames) && r.wordIs(i-1, "trading") && r.wordIs(i+1, "of") ||
		r.wordIsAny(i, ownedNames) && r.wordIs(i-1, "a") && (r.wordIs(i+1, "of") || r.wordIs(i+1, "by")) && r.nth < firstBlocks
}
