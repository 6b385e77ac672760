package records

import "example.com/policymodel/policy"

const roleWords = tController | tProcessor | tResponsible | tRepresentative | tOfficer | tDpo | tGrievance

// readParties reads who has which role in s.
func (r *reader) readParties(s sentence) {
	controllers := 0
	for i := r.next(roleWords, s.lo, s.hi); i < s.hi; i = r.next(roleWords, i+1, s.hi) {
		t := &r.toks[i]
		switch {
		case t.tags&tController != 0:
			if r.readRole(s, i, policy.Controller) {
				controllers++
			}
		case t.tags&tProcessor != 0:
			r.readRole(s, i, policy.Processor)
		case t.tags&tResponsible != 0:
			r.readResponsible(s, i, controllers > 0)
		case t.tags&tRepresentative != 0:
			r.readRepresentative(s, i)
		default:
			r.readOfficer(s, i)
		}
	}
}

var weWords = setOf("we wij")

// readRole reads who is the controller or processor that word i speaks of, and
// reports whether the sentence says it.
func (r *reader) readRole(s sentence, i int, role policy.Role) bool {
	if r.maskOf(i-4, i)&tNeg != 0 {
		return false
	}
	v := i - 1 // the verb: Example B.V. is the controller; is Example B.V. the controller
	for v >= s.lo && v >= i-12 && r.toks[v].tags&tCopula == 0 {
		v--
	}
	if v >= s.lo && v >= i-12 && !r.isMeans(s, i) {
		if v > s.lo && r.toks[v-1].tags&tWe != 0 || r.wordIsAny(v+1, weWords) {
			return true // the company that speaks, known from elsewhere
		}
		if n := r.lastName(i, v); n >= 0 {
			sc := r.sentenceScope()
			if sc.n == 0 {
				sc = r.scope
			}
			r.assign(s, r.nameBuf[n], role, sc)
			for ; n > 0 && r.joined(r.nameBuf[n-1].hi, r.nameBuf[n].lo); n-- {
				r.assign(s, r.nameBuf[n-1], role, sc)
			}
			return true
		}
		lo := r.subjectAt(s.lo, v)
		if role == policy.Controller && len(r.nameBuf) == 0 && lo < v && (lo == s.lo || r.toks[lo-1].kind == mark) && r.maskOf(v+1, i)&(tThird|tWe) == 0 {
			r.subject(lo, v)
			return true
		}
	}
	return r.readHolderAfter(s, i, role)
}

var meansWords = setOf("by door with met")

// isMeans reports whether the role word i only says with whose help something
// is done: "by our processors".
func (r *reader) isMeans(s sentence, i int) bool {
	k := i - 1
	for k > s.lo && k > i-3 && r.toks[k].tags&(tData|tWe|tStop) != 0 && !r.wordIsAny(k, meansWords) {
		k--
	}
	return k >= s.lo && r.wordIsAny(k, meansWords)
}

// readHolderAfter reads the name after the role word i: the controller is
// Example B.V.; controller: Example B.V.
func (r *reader) readHolderAfter(s sentence, i int, role policy.Role) bool {
	if k, end := r.namesIn(i+1, i+41); k < end {
		n := r.nameBuf[k]
		if n.lo == 0 {
			return false // the word is part of the name, and nothing stands before it
		}
		between, before := r.maskBetween(i+1, n.lo), &r.toks[n.lo-1]
		if between&(tWe|tCopula) == tCopula || between&tWe == 0 && before.is(':') || between&tCopula != 0 && before.is(',') || n.lo <= i+3 && before.kind == mark {
			r.assign(s, n, role, r.sentenceScope())
			return true
		}
		return false
	}
	if role != policy.Controller {
		return false
	}
	for v := i + 1; v < s.hi && v < i+12; v++ {
		if !r.wordIs(v, "is") {
			continue
		}
		if v+2 == s.hi && r.toks[v+1].is(':') {
			break // the holder is still to come
		}
		if hi := r.capitalised(v+1, s.hi); hi > v+1 && (hi == s.hi || r.toks[hi].kind == mark) && !r.isGeneric(v+1, hi) {
			r.subject(v+1, hi)
			return true
		}
		return false
	}
	if r.toks[s.hi-1].is(':') && s.hi-s.lo < 30 || r.heading && s.hi-s.lo <= 8 && s.mask&(tYou|tNeg) == 0 {
		r.pending = pending{role, r.scope.first(), patience, r.block}
	}
	return false
}

// assign gives company n a role for the people of sc. The controller for
// everybody may be the company that speaks.
func (r *reader) assign(s sentence, n name, role policy.Role, sc scope) {
	for _, g := range sc.all() {
		r.addParty(party{name: r.nameOf(n), role: role, region: g, mention: r.mention(n.lo, n.hi)})
	}
	r.home(s, n)
	if role == policy.Controller && sc.n == 0 {
		r.company(n, weightRole, false)
	}
}

// subject makes tokens lo to hi, a name without a company's form, the
// controller.
func (r *reader) subject(lo, hi int) {
	name := r.words(lo, hi)
	if r.isProduct(name) {
		return
	}
	sc := r.sentenceScope()
	for _, g := range sc.all() {
		r.addParty(party{name: name, role: policy.Controller, region: g, mention: r.mention(lo, hi)})
	}
	if r.maskBetween(lo, hi)&tThird == 0 {
		r.brand(lo, hi, weightRole)
		r.speaker(lo, hi, weightRole)
	}
}

// lastName returns the index of the name that is the subject of the verb v
// before the role word i, or -1.
func (r *reader) lastName(i, v int) int {
	first, end := r.namesIn(v-60, i)
	for k := end - 1; k >= first; k-- {
		n := r.nameBuf[k]
		if n.hi > i {
			continue
		}
		if n.lo > v { // "is Example B.V. the controller"
			if n.lo <= v+3 || r.maskBetween(n.hi, i)&tCopula != 0 {
				return k
			}
			continue
		}
		if v-n.hi > 45 || r.maskBetween(n.hi, v)&tWe != 0 && v-n.hi > 8 {
			return -1
		}
		return k
	}
	return -1
}

// joined reports whether only "and", commas and the like stand between tokens
// lo and hi.
func (r *reader) joined(lo, hi int) bool {
	if hi-lo > 3 {
		return false
	}
	for k := lo; k < hi; k++ {
		if t := &r.toks[k]; !t.is(',') && !t.is('&') && t.tags&tAnd == 0 {
			return false
		}
	}
	return true
}

// readResponsible reads "Example B.V. is responsible for the processing of
// your data". Where the sentence has named a controller before, the one
// responsible for the processing is its processor.
func (r *reader) readResponsible(s sentence, i int, controlled bool) {
	if r.maskOf(i-3, i+2)&tNeg != 0 || r.maskOf(i-3, i)&tWe != 0 {
		return
	}
	after := r.maskOf(i+1, i+9)
	if after&tProcessing == 0 || after&tData == 0 && r.maskOf(i+1, i+16)&tData == 0 && !r.isProcessingNoun(s, i) && !r.wordIs(i, "verantwoordelijke") {
		return
	}
	role := policy.Controller
	if controlled {
		role = policy.Processor
	}
	best := -1
	for k, end := r.namesIn(i-60, i+45); k < end; k++ {
		switch n := r.nameBuf[k]; {
		case n.hi <= i && (i-n.hi <= 6 || r.maskBetween(n.hi, i)&tCopula != 0) && r.maskBetween(n.hi, i)&tWe == 0 && i-n.hi < 60:
			best = k
		case n.lo > i && best < 0 && n.lo-i < 45 && (r.maskBetween(i+1, n.lo)&tCopula != 0 || r.toks[n.lo-1].kind == mark):
			best = k
		}
	}
	if best >= 0 {
		r.assign(s, r.nameBuf[best], role, r.sentenceScope())
		return
	}
	// A name without a company's form, behind: "responsible for the processing is Example, …"
	if role == policy.Controller && r.cased && len(r.nameBuf) == 0 {
		for v := i + 1; v < min(s.hi, i+10); v++ {
			if !r.wordIs(v, "is") {
				continue
			}
			if hi := r.capitalised(v+1, s.hi); hi > v+1 && (hi == s.hi || r.toks[hi].kind == mark) && !r.isGeneric(v+1, hi) {
				r.subject(v+1, hi)
			}
			return
		}
	}
	// A name without a company's form, at the start: "Example, located in Delft, is responsible"
	if role == policy.Controller && r.cased && len(r.nameBuf) == 0 && r.maskOf(i-3, i)&tCopula != 0 {
		hi := s.lo
		for hi < i && hi < s.lo+8 && !r.toks[hi].is(',') && !r.toks[hi].is('(') {
			if r.toks[hi].tags&(tCopula|tStop|tWe|tYou|tPolicyWord) == 0 {
				hi++
				continue
			}
			n := r.nameLinks(hi, i)
			if n == 0 || hi == s.lo {
				break
			}
			hi += n + 1
		}
		if hi > s.lo && hi < i && r.toks[s.lo].flags&fUpper != 0 && !r.isGeneric(s.lo, hi) && r.maskBetween(s.lo, hi)&(tPeople|tRecipient|tThird) == 0 {
			r.subject(s.lo, hi)
		}
	}
}

func (r *reader) isProcessingNoun(s sentence, i int) bool {
	for k := i + 1; k < s.hi && k < i+6; k++ {
		if r.wordIs(k, "gegevensverwerking") {
			return true
		}
	}
	return false
}

// readRepresentative reads who represents the controller in a region (GDPR
// Art. 27).
func (r *reader) readRepresentative(s sentence, i int) {
	region := policy.Region("")
	dist := 1 << 20
	for _, p := range r.places(max(s.lo, i-14), min(s.hi, i+18)) {
		if d := abs(p.lo - i); !r.isPart(p.lo, p.hi) && d < dist && !r.endsAddress(i, p) {
			region, dist = p.region(), d
		}
	}
	if region == "" {
		region = r.scope.first()
	}
	if region == "" {
		return
	}
	best, dist := -1, 1<<20
	for k, end := r.namesIn(i-30, i+30); k < end; k++ {
		n := r.nameBuf[k]
		if n.lo > i && r.wordIsAny(n.lo-1, ofWords) {
			continue // whom it represents
		}
		d := n.lo - i
		if n.hi <= i {
			d = i - n.hi + 1
		}
		// The company that appoints stands before, the one appointed after.
		if d > 0 && d < 30 && d < dist && (n.hi <= i || r.toks[n.lo-1].kind == mark || r.maskBetween(i, n.lo)&tCopula != 0 || n.lo-i < 10) {
			best, dist = k, d
		}
	}
	if best >= 0 && (r.nameBuf[best].lo > i || s.mask&tCopula != 0 || r.isEngaged(s, r.nameBuf[best])) {
		var sc scope
		sc.add(region)
		r.assign(s, r.nameBuf[best], policy.Representative, sc)
		return
	}
	if last := &r.toks[s.hi-1]; last.is(':') || r.heading || s.hi-s.lo <= 8 {
		r.pending = pending{policy.Representative, region, patience, r.block}
	}
}

// endsAddress reports whether p is the country of an address that follows a
// company's name after word i.
func (r *reader) endsAddress(i int, p place) bool {
	k, end := r.namesIn(i+1, p.lo)
	return k < end && r.nameBuf[k].hi < p.lo && r.toks[p.lo-1].is(',')
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// officerAt returns the role of the officer that word i ends or begins, and
// the tokens of its title.
func (r *reader) officerAt(s sentence, i int) (role policy.Role, lo, hi int) {
	t := &r.toks[i]
	switch {
	case t.tags&tGrievance != 0 && t.tags&tDpo != 0:
		return policy.GrievanceOfficer, i, i + 1
	case t.tags&tDpo != 0 && (!r.cased || t.flags&(fCaps|fDotted) != 0 || t.end-t.start > 3):
		return policy.DataProtectionOfficer, i, i + 1
	case t.tags&tGrievance != 0 && i+1 < s.hi && r.toks[i+1].tags&tOfficer != 0:
		return policy.GrievanceOfficer, i, i + 2
	case t.tags&tOfficer == 0:
	case i >= s.lo+2 && r.toks[i-1].tags&tProtect != 0 && r.toks[i-2].tags&tData != 0:
		return policy.DataProtectionOfficer, i - 2, i + 1
	case i > s.lo && r.toks[i-1].tags&tPrivacy != 0:
		return policy.DataProtectionOfficer, i - 1, i + 1
	case r.voc.dutch: // functionaris (voor) gegevensbescherming
		for k := i + 1; k < s.hi && k <= i+3; k++ {
			if r.toks[k].tags&tProtect != 0 {
				return policy.DataProtectionOfficer, i, k + 1
			}
		}
	}
	return "", 0, 0
}

// readOfficer reads who is the officer that word i speaks of: a person or a
// company, or the office itself where the sentence tells how to reach it.
func (r *reader) readOfficer(s sentence, i int) {
	role, lo, hi := r.officerAt(s, i)
	if role == "" {
		return
	}
	sc := r.sentenceScope()
	if sc.n == 0 && role == policy.GrievanceOfficer {
		sc = r.scope
	}
	// our DPO is Example GmbH; we have appointed Example GmbH as our DPO
	for k, end := r.namesIn(lo-5, hi+7); k < end; k++ {
		n := r.nameBuf[k]
		near := n.lo >= hi && n.lo <= hi+6 && (r.toks[n.lo-1].kind == mark || r.maskBetween(hi, n.lo)&tCopula != 0) && !r.wordIs(n.lo-1, "of")
		if near || n.hi <= lo && lo-n.hi <= 4 && r.maskOf(n.lo-6, n.lo)&tCopula != 0 {
			r.assign(s, n, role, sc)
			return
		}
	}
	if from, to := r.personNear(s, lo, hi); to > 0 {
		r.addPerson(from, to, role, sc)
		return
	}
	if s.has&hasEmail != 0 {
		for _, g := range sc.all() {
			r.addParty(party{name: r.words(lo, hi), role: role, region: g, mention: r.mention(lo, hi), office: true})
		}
	}
	if role == policy.GrievanceOfficer || r.toks[s.hi-1].is(':') || s.hi-s.lo <= 8 {
		r.pending = pending{role, sc.first(), patience, r.block}
	}
}

// addPerson gives the person named by tokens lo to hi a role.
func (r *reader) addPerson(lo, hi int, role policy.Role, sc scope) {
	name, m := r.words(lo, hi), r.mention(lo, hi)
	for _, g := range sc.all() {
		r.addParty(party{name: name, role: role, region: g, mention: m})
	}
	r.addContact(policy.Contact{Type: policy.Person, Value: name, Region: sc.first(), Role: role}, m)
}

var namedWords = setOf("is named genaamd heet")

// personNear reads a person's name next to the title at tokens lo to hi:
// "officer, Jane Doe", "officer: Jane Doe", "Jane Doe is our officer".
func (r *reader) personNear(s sentence, lo, hi int) (from, to int) {
	k := hi
	for k < s.hi && k < hi+4 && (r.toks[k].is('(') || r.toks[k].is(')') || r.toks[k].tags&tDpo != 0) {
		k++
	}
	if k+1 < s.hi && (r.toks[k].is(':') || r.toks[k].is(',') || r.toks[k].is('-') || r.wordIsAny(k, namedWords)) {
		from = r.afterTitle(k+1, s.hi)
		if to = r.person(from, s.hi); to > 0 {
			return from, to
		}
	}
	for k = lo - 1; k > s.lo && k > lo-4; k-- {
		if r.wordIs(k, "is") {
			if from = r.afterTitle(s.lo, k); r.person(from, k) == k { // "Jane van der Doe"
				return from, k
			}
			if from = r.subjectAt(s.lo, k); from < k && r.person(from, k) == k {
				return from, k
			}
			break
		}
	}
	return 0, 0
}

var titleWords = setOf("mr mrs ms dr drs prof ing ir mw dhr mevrouw meneer heer")

// afterTitle returns the token after the title of a person, in lower case, that
// begins at token i: "mevrouw", "de heer", "mr."
func (r *reader) afterTitle(i, end int) int {
	if i+1 < end && r.voc.dutch && r.wordIs(i, "de") && r.wordIs(i+1, "heer") {
		i++
	}
	for i+1 < end && r.toks[i].flags&fUpper == 0 && r.wordIsAny(i, titleWords) {
		if i++; r.toks[i].is('.') {
			i++
		}
	}
	return i
}

// person returns the end of a person's name that begins at token i: two to six
// words with capitals, none of which is in the vocabulary but as a month, and
// particles between them; 0 if there is none.
func (r *reader) person(i, end int) int {
	if i < end && r.toks[i].tags&tName != 0 && i+1 < end && r.toks[i+1].is(':') {
		i += 2
	}
	names, full := 0, 0 // of these, longer than an initial and no title
	k := i
	for k < end && names < 6 {
		t := &r.toks[k]
		known := t.tags &^ (tAbbr | tStop | tPlace | tMonth)
		if t.kind == word && t.flags&fUpper != 0 && known == 0 && (t.tags&tStop == 0 || k > i) && (k == i || t.flags&fLine == 0) {
			k++
			names++
			if !r.wordIsAny(k-1, titleWords) {
				full++
			}
			if k+1 < end && (r.toks[k].is('.') && (t.end-t.start <= 3 || t.tags&tAbbr != 0) || r.toks[k].is('-') && r.toks[k+1].flags&fSpace == 0) &&
				r.toks[k].flags&fSpace == 0 && (r.toks[k+1].flags&fUpper != 0 || r.toks[k].is('.') && r.particles(k+1, end) > 0) {
				k++
			}
			continue
		}
		n := 0
		if k > i {
			n = r.particles(k, end)
		}
		if n == 0 {
			break
		}
		k += n
	}
	if names < 2 || full == 0 {
		return 0
	}
	return k
}

var particles = setOf("van de der den von ten ter la le da di dos du del della el al zu af")

// particles returns how many words from token k on are such as "van" and "den"
// in "van den Berg"; 0 if no name follows them.
func (r *reader) particles(k, end int) int {
	const most = 3
	n := 0
	for n < most && k+n < end && r.toks[k+n].flags&fUpper == 0 && r.wordIsAny(k+n, particles) {
		n++
	}
	if n == 0 || k+n == end || r.toks[k+n].kind != word || r.toks[k+n].flags&fUpper == 0 {
		return 0
	}
	return n
}
