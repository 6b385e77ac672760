package records

import (
	"sort"
	"strings"

	"example.com/policymodel/policy"
)

// A party is one statement of somebody's role.
type party struct {
	name    string
	role    policy.Role
	region  policy.Region
	mention policy.Mention
	office  bool // the name is that of the office, its holder is not named
}

// A homeland is where the text says that a company is.
type homeland struct {
	company string
	country string
}

// pending is a role whose holder is named in one of the next blocks.
type pending struct {
	role   policy.Role
	region policy.Region
	left   int // words until it is forgotten
	block  int // that names it
}

// age lets the pending role grow older by so many words.
func (p *pending) age(words int) {
	if p.left -= words; p.left <= 0 {
		*p = pending{}
	}
}

// patience is how many words may stand between a role and its holder.
const patience = 40

func (r *reader) addParty(name string, role policy.Role, g policy.Region, m policy.Mention) {
	if len(r.parties) < 256 {
		r.parties = append(r.parties, party{name: r.spelled(name), role: role, region: g, mention: m})
	}
}

// addName adds company n in a role, for everybody whom s speaks of.
func (r *reader) addName(s sentence, n name, role policy.Role, sc scope) {
	for _, g := range sc.all() {
		r.addParty(r.nameOf(n), role, g, r.mention(n.lo, n.hi))
	}
	r.home(s, n)
}

// home notes the country that stands right after the company n: "Example GmbH
// in Germany".
func (r *reader) home(s sentence, n name) {
	for k := n.hi; k < s.hi && k <= n.hi+2; k++ {
		if p, ok := r.placeAt(k); ok && !p.adjective && p.country() != "" {
			r.countries = append(r.countries, homeland{r.nameOf(n), p.country()})
			return
		}
	}
}

const roleWords = tController | tProcessor | tResponsible | tRepresentative | tOfficer | tDpo | tGrievance

// readParties reads who has which role in s.
func (r *reader) readParties(s sentence) {
	if s.mask&roleWords == 0 {
		return
	}
	controllers := 0
	for i := s.lo; i < s.hi; i++ {
		t := &r.toks[i]
		if t.kind != word {
			continue
		}
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
		case t.tags&(tDpo|tGrievance) != 0 || t.tags&tOfficer != 0:
			r.readOfficer(s, i)
		}
	}
}

// readRole reads who is the controller or processor that word i speaks of.
func (r *reader) readRole(s sentence, i int, role policy.Role) bool {
	if r.maskOf(i-3, i)&(tThird|tOutside|tNeg) == tOutside || r.maskOf(i-4, i)&tNeg != 0 {
		return false
	}
	// Example B.V. is the controller; is Example B.V. the controller
	v := -1
	for k := i - 1; k >= s.lo && k >= i-12; k-- {
		if r.toks[k].tags&tCopula != 0 {
			v = k
			break
		}
	}
	if v >= 0 {
		if r.toks[max(v-1, s.lo)].tags&tWe != 0 || v+1 < i && r.wordIsAny(v+1, "we", "wij") {
			return true // we are: the company that speaks, known from elsewhere
		}
		if n := r.lastName(s, i, v); n >= 0 {
			sc := r.sentenceScope()
			if sc.n == 0 && r.scope.n > 0 {
				sc = r.scope
			}
			for {
				r.addName(s, r.nameBuf[n], role, sc)
				if role == policy.Controller && sc.n == 0 {
					r.company(r.nameBuf[n], weightRole, false)
				}
				if n == 0 || !r.joined(r.nameBuf[n-1].hi, r.nameBuf[n].lo) {
					return true
				}
				n--
			}
		}
		if lo := r.subjectAt(s.lo, v); len(r.nameBuf) == 0 && lo < v && (lo == s.lo || r.toks[lo-1].kind == mark) && r.maskOf(v+1, i)&(tThird|tWe) == 0 && role == policy.Controller {
			r.subject(s, lo, v, role)
			return true
		}
	}
	// the controller is Example B.V.; controller: Example B.V.
	if k, end := r.namesIn(i+1, i+41); k < end {
		n := r.nameBuf[k]
		between := r.maskBetween(i+1, n.lo)
		before := &r.toks[n.lo-1]
		if between&(tWe|tCopula) == tCopula || between&tWe == 0 && before.is(':') || between&tCopula != 0 && before.is(',') || n.lo <= i+3 && before.kind == mark {
			sc := r.sentenceScope()
			r.addName(s, n, role, sc)
			if role == policy.Controller && sc.n == 0 {
				r.company(n, weightRole, false)
			}
			return true
		}
	}
	if role == policy.Controller && r.toks[s.hi-1].is(':') && s.hi-s.lo < 30 {
		r.pending = pending{role, r.scope.first(), patience, r.block}
	}
	return false
}

// subject adds a party that is named without a company's form, tokens lo to
// hi.
func (r *reader) subject(s sentence, lo, hi int, role policy.Role) {
	if r.isProduct(r.words(lo, hi)) {
		return
	}
	sc := r.sentenceScope()
	for _, g := range sc.all() {
		r.addParty(r.words(lo, hi), role, g, r.mention(lo, hi))
	}
	if r.maskBetween(lo, hi)&tThird != 0 {
		return
	}
	r.brand(lo, hi, weightRole)
	r.speaker(lo, hi, weightRole)
}

// lastName returns the index of the name that is the subject of the verb v
// before the role word i, or -1.
func (r *reader) lastName(s sentence, i, v int) int {
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
	if after&tProcessing == 0 || after&tData == 0 && r.maskOf(i+1, i+16)&tData == 0 && !r.isProcessingNoun(s, i) {
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
		sc := r.sentenceScope()
		r.addName(s, r.nameBuf[best], role, sc)
		if role == policy.Controller && sc.n == 0 {
			r.company(r.nameBuf[best], weightRole, false)
		}
		return
	}
	// A name without a company's form, at the start: "Example, located in Delft, is responsible"
	if role == policy.Controller && r.cased && len(r.nameBuf) == 0 && r.maskOf(i-3, i)&tCopula != 0 {
		hi := s.lo
		for hi < i && hi < s.lo+6 && r.toks[hi].tags&(tCopula|tStop|tWe|tYou|tPolicyWord) == 0 && !r.toks[hi].is(',') && !r.toks[hi].is('(') {
			hi++
		}
		if hi > s.lo && hi < i && r.toks[s.lo].flags&fUpper != 0 && !r.isGeneric(s.lo, hi) && r.maskBetween(s.lo, hi)&(tPeople|tRecipient|tThird) == 0 {
			r.subject(s, s.lo, hi, role)
		}
	}
}

func (r *reader) isProcessingNoun(s sentence, i int) bool {
	for k := i + 1; k < s.hi && k < i+6; k++ {
		if r.toks[k].kind == word && r.wordIs(k, "gegevensverwerking") {
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
		if d := abs(p.lo - i); !r.isPart(p.lo, p.hi) && d < dist {
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
		if n.lo > i && r.wordIsAny(n.lo-1, "of", "van", "for", "voor") {
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
	if best >= 0 && (r.nameBuf[best].lo > i || s.mask&tCopula != 0) {
		var sc scope
		sc.add(region)
		r.addName(s, r.nameBuf[best], policy.Representative, sc)
		return
	}
	if last := &r.toks[s.hi-1]; last.is(':') || r.heading || s.hi-s.lo <= 8 {
		r.pending = pending{policy.Representative, region, patience, r.block}
	}
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
			r.addName(s, n, role, sc)
			return
		}
	}
	if from, to := r.personNear(s, lo, hi); to > 0 {
		for _, g := range sc.all() {
			r.addParty(r.words(from, to), role, g, r.mention(from, to))
		}
		r.addContact(policy.Contact{Type: policy.Person, Value: r.words(from, to), Region: sc.first(), Role: role}, r.mention(from, to))
		return
	}
	if s.kinds&hasEmail != 0 {
		for _, g := range sc.all() {
			r.addParty(r.words(lo, hi), role, g, r.mention(lo, hi))
			r.parties[len(r.parties)-1].office = true
		}
	}
	if role == policy.GrievanceOfficer || r.toks[s.hi-1].is(':') || s.hi-s.lo <= 8 {
		r.pending = pending{role, sc.first(), patience, r.block}
	}
}

// personNear reads a person's name next to the title at tokens lo to hi:
// "officer, Jane Doe", "officer: Jane Doe", "Jane Doe is our officer".
func (r *reader) personNear(s sentence, lo, hi int) (from, to int) {
	k := hi
	for k < s.hi && k < hi+4 && (r.toks[k].is('(') || r.toks[k].is(')') || r.toks[k].tags&tDpo != 0) {
		k++
	}
	if k+1 < s.hi && (r.toks[k].is(':') || r.toks[k].is(',') || r.toks[k].is('-') || r.toks[k].kind == word && (r.wordIs(k, "is") || r.wordIs(k, "named"))) {
		if to = r.person(k+1, s.hi); to > 0 {
			return k + 1, to
		}
	}
	return 0, 0
}

// person returns the end of a person's name that begins at token i: two to
// four words with capitals none of which is in the vocabulary; 0 if there is
// none.
func (r *reader) person(i, end int) int {
	if i < end && r.toks[i].tags&tName != 0 && i+1 < end && r.toks[i+1].is(':') {
		i += 2
	}
	k := i
	for k < end && k < i+5 {
		t := &r.toks[k]
		known := t.tags &^ (tAbbr | tStop | tPlace)
		if t.kind == word && t.flags&fUpper != 0 && known == 0 && (t.tags&tStop == 0 || k > i) && (k == i || t.flags&fLine == 0) {
			k++
			if k < end && r.toks[k].is('.') && r.toks[k-1].end-r.toks[k-1].start <= 3 && r.toks[k].flags&fSpace == 0 && k+1 < end && r.toks[k+1].flags&fUpper != 0 {
				k++
			}
			continue
		}
		if k > i && r.wordIsAny(k, "van", "de", "der", "den", "von", "ten", "ter") && k+2 < end && (r.toks[k+1].flags&fUpper != 0 || r.toks[k+2].flags&fUpper != 0) ||
			k > i && k+1 < end && r.wordIsAny(k, "van", "de", "der", "den") && r.toks[k+1].flags&fUpper != 0 {
			k++
			continue
		}
		break
	}
	if k-i < 2 {
		return 0
	}
	return k
}

// finishParties makes the list of parties: the company that speaks, and who
// has a role, once for each role and region.
func (r *reader) finishParties() {
	ours := r.parties[:len(r.parties):len(r.parties)]
	said := false
	for _, c := range r.us {
		if c.we && (c.name == r.out.LegalEntity || !r.isRegional(c.name)) && (c.company || r.out.LegalEntity == "") {
			ours = append(ours, party{name: c.name, role: policy.Controller, mention: c.mention})
			said = true
		}
	}
	if !said && r.named && r.out.Organisation != "" && !hasController(ours) {
		for _, b := range r.brands {
			if strings.EqualFold(b.name, r.out.Organisation) {
				ours = append(ours, party{name: r.out.Organisation, role: policy.Controller, mention: b.mention})
				break
			}
		}
	}
	for _, p := range r.operators {
		if related(p.name, r.out.Organisation) || related(p.name, r.out.LegalEntity) {
			ours = append(ours, p)
		}
	}
	for _, p := range ours {
		if p.office && holds(ours, p.role) || r.isOwn(p) {
			continue
		}
		if r.out.LegalEntity != "" && sameName(p.name, r.out.Organisation) {
			p.name = r.out.LegalEntity
		}
		r.putParty(p)
	}
	for i := range r.out.Parties {
		p := &r.out.Parties[i]
		p.Country = r.countryOf(p.Name)
		sort.SliceStable(p.Mentions, func(a, b int) bool { return p.Mentions[a].Span.Start < p.Mentions[b].Span.Start })
	}
	sort.SliceStable(r.out.Parties, func(a, b int) bool {
		return r.out.Parties[a].Mentions[0].Span.Start < r.out.Parties[b].Mentions[0].Span.Start
	})
}

// isOwn reports whether p makes the publisher its own officer or
// representative, which only its address among theirs can have led to.
func (r *reader) isOwn(p party) bool {
	switch p.role {
	case policy.DataProtectionOfficer, policy.GrievanceOfficer:
		return related(p.name, r.out.Organisation) || sameName(p.name, r.out.LegalEntity)
	case policy.Representative:
		return sameName(p.name, r.out.LegalEntity)
	}
	return false
}

// holds reports whether somebody is named for a role.
func holds(ps []party, role policy.Role) bool {
	for _, p := range ps {
		if p.role == role && !p.office {
			return true
		}
	}
	return false
}

// isRegional reports whether the text makes a company the controller for the
// people of some region.
func (r *reader) isRegional(company string) bool {
	for _, p := range r.parties {
		if p.role == policy.Controller && p.region != "" && sameName(p.name, company) {
			return true
		}
	}
	return false
}

func hasController(ps []party) bool {
	for _, p := range ps {
		if p.role == policy.Controller && p.region == "" {
			return true
		}
	}
	return false
}

func (r *reader) putParty(p party) {
	for i := range r.out.Parties {
		q := &r.out.Parties[i]
		if q.Region != p.region || !sameName(q.Name, p.name) {
			continue
		}
		switch {
		case q.Role == p.role:
		case p.role == policy.Operator:
			return
		case q.Role == policy.Operator:
			q.Role = p.role
		default:
			continue
		}
		for _, m := range q.Mentions {
			if m.Span == p.mention.Span {
				return
			}
		}
		q.Mentions = append(q.Mentions, p.mention)
		return
	}
	if p.role == policy.Operator {
		for i := range r.out.Parties {
			if sameName(r.out.Parties[i].Name, p.name) {
				return // it has a role elsewhere
			}
		}
	}
	r.out.Parties = append(r.out.Parties, policy.Party{Name: p.name, Role: p.role, Region: p.region, Mentions: []policy.Mention{p.mention}})
}

// countryOf returns the country of a company: as the text says next to its
// name or in its address, or else as the name has it.
func (r *reader) countryOf(company string) string {
	for _, h := range r.countries {
		if sameName(h.company, company) {
			return h.country
		}
	}
	text := r.text
	r.text = company
	r.scan(0, len(company))
	r.nameBuf = r.nameBuf[:0]
	country := ""
	for _, p := range r.places(0, len(r.toks)) {
		if !p.adjective && len(p.code) == 2 {
			country = p.code
		}
	}
	r.text = text
	return country
}
