package records

import "strings"

// Companies that a text calls its supplier, representative or supervisor are
// not its publisher, however often it names them and whatever address it gives.

var (
	// Words for somebody else in any case, or only as "our provider": the
	// provider of a website is its publisher.
	helperWords = setOf("host hosts hoster webhost subprocessor subprocessors auditor auditors accountant accountants carrier courier " +
		"subverwerker subverwerkers boekhouder drukker vervoerder koerier incassobureau betaaldienst bezorgdienst hostingbedrijf")
	ourHelperWords = setOf("provider providers partner partners supplier suppliers vendor vendors contractor contractors agency agent bank " +
		"leverancier leveranciers dienstverlener dienstverleners")
	helperEndings = [...]string{"provider", "providers", "partner", "partners", "leverancier", "leveranciers", "verwerker", "verwerkers", "hoster"}
	taskWords     = setOf("payment payments hosting delivery shipping mailing newsletter analytics parcel accounting betaling betalingen " +
		"nieuwsbrief boekhouding administratie verzending bezorging servers server")
	firmWords    = setOf("service services company firm")
	ourWords     = setOf("our ons onze my mijn")
	ofWhoseWords = setOf("of van")
)

// isHelper reports whether token k is a word for somebody other than the
// publisher, of which the tokens from lo on may tell whose he is.
func (r *reader) isHelper(lo, k int) bool {
	t := &r.toks[k]
	if t.kind != word || t.tags&(tStop|tData|tPrivacy) != 0 {
		return false
	}
	if t.tags&(tProcessor|tRepresentative|tAuthority) != 0 || r.wordIsAny(k, helperWords) {
		return true
	}
	common := r.wordIsAny(k, ourHelperWords)
	if !common && !(r.voc.dutch && r.hasEnding(t, helperEndings[:])) {
		return r.wordIsAny(k, firmWords) && k > lo && r.wordIsAny(k-1, taskWords)
	}
	task := k > lo && r.wordIsAny(k-1, taskWords)
	for j := k - 1; j >= lo && j > k-6 && r.toks[j].kind == word; j-- {
		if r.wordIsAny(j, ourWords) {
			return true
		}
	}
	return (task || !common) && !(k+1 < len(r.toks) && r.wordIsAny(k+1, ofWhoseWords))
}

// hasEnding reports whether t is a word with more before one of endings.
func (r *reader) hasEnding(t *token, endings []string) bool {
	w := r.text[t.start:t.end]
	for _, e := range endings {
		if len(w) > len(e)+2 && strings.EqualFold(w[len(w)-len(e):], e) {
			return true
		}
	}
	return false
}

// helps reports whether s makes company n somebody other than the publisher.
func (r *reader) helps(s sentence, n name) bool {
	return r.helping || r.helperBefore(s, n) || r.helperAfter(s, n) || r.isEngaged(s, n) || r.isAgent(s, n)
}

// helperBefore reads "our hosting provider is Example B.V.", "EU
// representative: Example B.V."
func (r *reader) helperBefore(s sentence, n name) bool {
	linked := false
	lo := max(s.lo, n.lo-16)
	for k := n.lo - 1; k >= lo; k-- {
		t := &r.toks[k]
		linked = linked || r.toks[k+1].flags&fLine != 0 && r.isShortLine(k+1)
		switch {
		case t.tags&tController != 0, t.tags&tWe != 0 && r.wordIsAny(k, weWords), t.kind == mark && (t.value == '.' || t.value == ';' || t.value == '|'):
			return false
		case r.isHelper(lo, k):
			return (linked || k == n.lo-1) && r.maskBetween(lo, k)&tController == 0
		case t.is(':'), t.is(','), t.is('('), t.tags&(tCopula|tNamed) != 0:
			linked = true
		case !linked:
			return false
		}
	}
	return false
}

// helperAfter reads "Example B.V. is our hosting provider", "Example B.V., our
// hosting provider", "Example B.V. hosts our website".
func (r *reader) helperAfter(s sentence, n name) bool {
	const most = 30 // tokens of an address between
	k := n.hi
	if k < s.hi && (r.toks[k].is(',') || r.toks[k].is('(')) && k+1 < s.hi && r.wordIsAny(k+1, ourWords) {
		return r.helperWithin(s, k+1)
	}
	for ; k < s.hi && k < n.hi+most; k++ {
		switch t := &r.toks[k]; {
		case t.tags&tCopula != 0, r.wordIsAny(k, servingVerbs):
			for j := k + 1; j < s.hi && j <= k+3; j++ {
				if r.wordIsAny(j, ourWords) {
					return t.tags&tCopula == 0 || r.helperWithin(s, j)
				}
			}
			return false
		case t.kind == word && t.flags&fUpper == 0 && t.tags&tLocated == 0 && !r.isAddressPart(k) && t.tags&tStop == 0:
			return false
		}
	}
	return false
}

var servingVerbs = setOf("hosts handles verzorgt host")

// helperWithin reports whether a word for somebody else follows "our", token k.
func (r *reader) helperWithin(s sentence, k int) bool {
	for j := k + 1; j < s.hi && j <= k+6 && r.toks[j].kind != mark; j++ {
		if r.isHelper(k, j) {
			return true
		}
	}
	return false
}

var (
	engageWords = setOf("use uses used using engage engaged hire hired contracted appointed designated outsource outsourced " +
		"gebruiken gebruik gebruikt schakelen ingeschakeld uitbesteed aangesteld benoemd aangewezen")
	withVerbs  = setOf("work works cooperate partner share werken samen delen")
	withWords  = setOf("with met")
	ownerLinks = setOf("by of from door van")
)

// isEngaged reads "we use Example B.V. for …" and "we use Lamp, provided by
// Example B.V."
func (r *reader) isEngaged(s sentence, n name) bool {
	k := n.lo - 1
	if k > s.lo && r.wordIsAny(k, ownerLinks) { // who owns what is used
		for j := k; j > s.lo && j > k-6; j-- {
			if r.toks[j].is(',') {
				k = j
				break
			}
		}
	}
	if k > s.lo && (r.toks[k].is(',') && k < n.lo-1 || r.toks[k].is('(')) {
		k--
	}
	with := k >= s.lo && r.wordIsAny(k, withWords)
	lo := max(s.lo, k-9)
	if r.maskOf(lo, k+1)&tWe == 0 {
		return false
	}
	we, engaged := false, false
	for ; k >= lo; k-- {
		t := &r.toks[k]
		if t.kind == mark && !t.is('-') && !t.is('"') || t.tags&(tName|tNamed) != 0 {
			return false
		}
		we = we || t.tags&tWe != 0 && r.wordIsAny(k, weWords)
		engaged = engaged || r.wordIsAny(k, engageWords) || with && r.wordIsAny(k, withVerbs)
		if we && engaged {
			return true
		}
	}
	return false
}

var agentWords = setOf("hosted handled represented gehost verzorgd afgehandeld vertegenwoordigd")

// isAgent reads "our website is hosted by Example B.V.", "our payments are
// processed by Example B.V."
func (r *reader) isAgent(s sentence, n name) bool {
	by := n.lo - 1
	if by <= s.lo || !r.wordIsAny(by, byWords) {
		return false
	}
	for k := by - 1; k >= s.lo && k > by-10 && !r.toks[k].is(','); k-- {
		if r.wordIsAny(k, agentWords) || r.wordIsAny(k, taskWords) {
			return true
		}
	}
	for k := n.hi; r.voc.dutch && k < s.hi && k < n.hi+20; k++ {
		if r.wordIsAny(k, agentWords) {
			return true
		}
	}
	return false
}

// helpersBelow reports whether the heading s says that the lines below are
// about somebody other than the publisher.
func (r *reader) helpersBelow(s sentence) bool {
	if s.hi-s.lo > 8 || s.mask&(tController|tOfficer|tCopula) != 0 {
		return false
	}
	for k := s.lo; k < s.hi; k++ {
		if r.isHelper(s.lo, k) {
			return r.firstOf(s, weWords) == s.hi
		}
	}
	return false
}

// firstOf returns the first token of s that is a word of set, or s.hi.
func (r *reader) firstOf(s sentence, set *wordSet) int {
	k := s.lo
	for k < s.hi && !r.wordIsAny(k, set) {
		k++
	}
	return k
}
