package records

import (
	"strings"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/policy"
)

// A group is a run of short blocks, which may be the lines of one address.
type group struct {
	start, end int // bytes
	blocks     int
	section    int
	mask       tag
	numbers    bool
	block      int // the last
}

// maxLine is how many tokens a block has at most that may be a line of an
// address.
const maxLine = 14

// maxLabel is how many tokens a heading or label over lines has at most.
const maxLabel = 5

// mayBeLine reports whether b, by its layout a heading, may be a line of an
// address all the same: it is short, stands below another line, and has a number
// or follows such a line.
func (r *reader) mayBeLine(b *layout.Block) bool {
	const longest = 60 // bytes
	if b.End-b.Start > longest || b.Start < 2 || r.text[b.Start-2] == '#' || r.group.blocks == 0 && !r.before.label && r.text[b.Start-2] == '\n' {
		return false
	}
	for i := b.Start; i < b.End; i++ {
		if isDigit(r.text[i]) {
			return true
		}
	}
	return r.follows(b)
}

// follows reports whether b stands on the line after the open group.
func (r *reader) follows(b *layout.Block) bool {
	return r.group.blocks > 0 && r.group.numbers && b.Start-r.group.end <= 1
}

// isAddressLine reports whether the block, one that may be, is a line of an
// address: a street with its number, a post code with its town, or a place
// below these.
func (r *reader) isAddressLine() bool {
	n := len(r.toks)
	if n > 8 || len(r.sents) != 1 || n > 1 && r.toks[0].kind == number && r.toks[1].kind == mark && !r.toks[1].is(',') {
		return false
	}
	s := r.sents[0]
	if s.has&hasNumber == 0 {
		return s.has&hasPlace != 0 && s.mask&^(tPlace|tStop|tAnd) == 0
	}
	for i := range r.toks {
		if r.isStreet(s, i) && (r.toks[i].tags&tStreet == 0 || i+1 == n || r.toks[i+1].kind != word) {
			return true
		}
	}
	return false
}

// addToGroup adds the block just read, b, to the lines before it, or closes
// them. Blocks that are no lines have been read by themselves.
func (r *reader) addToGroup(b *layout.Block) {
	if !r.isLine() {
		r.closeGroup()
		return
	}
	numbers := r.has&hasNumber != 0
	if g := &r.group; g.blocks > 0 && !r.before.label && (g.section == b.Section || b.Kind == layout.Heading) && g.blocks < 12 && b.Start-g.end < 80 {
		g.end, g.blocks, g.block, g.section = b.End, g.blocks+1, r.block, b.Section
		g.mask |= r.mask
		g.numbers = g.numbers || numbers
		return
	}
	r.closeGroup()
	if !r.before.label {
		r.group = group{b.Start, b.End, 1, b.Section, r.mask, numbers, r.block}
	}
}

// closeGroup reads the postal addresses in the lines read so far.
func (r *reader) closeGroup() {
	if r.group.blocks == 0 {
		return
	}
	g := r.group
	r.group = group{}
	if !g.numbers || g.mask&(tStreet|tPlace) == 0 && !r.voc.dutch {
		return
	}
	r.scan(g.start, g.end)
	s := sentence{hi: len(r.toks), mask: g.mask}
	block := r.block
	r.block = g.block
	r.enter(s)
	r.findNames(s)
	r.readAddresses(s)
	r.block = block
}

// readAddresses reads the postal addresses of s.
func (r *reader) readAddresses(s sentence) {
	if s.mask&(tStreet|tPlace) == 0 && !r.voc.dutch {
		return
	}
	for i := s.lo; i < s.hi; i++ {
		if !r.isStreet(s, i) {
			continue
		}
		lo, owner := r.addressStart(s, i)
		hi := r.addressStop(s, i, lo)
		country, ok := r.isPostal(lo, hi)
		if !ok {
			continue
		}
		r.addAddress(s, lo, hi, owner, country)
		i = hi - 1
	}
}

func (r *reader) addAddress(s sentence, lo, hi, owner int, country string) {
	sc := r.sentenceScope()
	if sc.n == 0 {
		sc = r.scope
	}
	value := r.joinLines(lo, hi)
	if owner < 0 && country != "" && sc.n == 0 {
		if r.seat == "" {
			r.seat = country
		} else if r.seat != country {
			r.seat = manySeats
		}
	}
	if owner >= 0 {
		n := r.nameBuf[owner]
		if n.hi <= lo {
			value = r.spelled(r.nameOf(n)) + ", " + value
		}
		if country != "" {
			r.countries = append(r.countries, homeland{r.nameOf(n), country})
		}
		if len(r.operators) < 64 && (r.known || !r.helps(s, n)) {
			for _, g := range sc.all() {
				r.operators = append(r.operators, party{name: r.nameOf(n), role: policy.Operator, region: g, mention: r.mention(n.lo, n.hi)})
			}
		}
	}
	r.addContact(policy.Contact{Type: policy.Address, Value: value, Region: sc.first()}, r.mention(lo, hi))
}

// manySeats stands for addresses in more countries than one.
const manySeats = "-"

// streetEndings end the names of Dutch and German streets.
var streetEndings = [...]string{"straat", "weg", "laan", "plein", "kade", "gracht", "singel", "dreef", "dijk", "steeg", "hof", "straße", "strasse", "str", "gasse", "allee", "platz", "boulevard", "ring", "park", "markt", "baan", "haven"}

// isStreet reports whether token i is the part of an address that it is
// recognised by: a street or building with a number, or a post office box.
func (r *reader) isStreet(s sentence, i int) bool {
	t := &r.toks[i]
	switch {
	case t.kind == number:
		return r.isDutchCode(s, i)
	case t.kind != word:
		return false
	case t.tags&tStreet != 0 && t.value == 2:
		return i+1 < s.hi && r.toks[i+1].kind == number && (i > s.lo || t.end-t.start > 3)
	case t.tags&tStreet != 0:
		if r.cased && t.flags&fUpper == 0 && !r.wordIs(i, "floor") {
			return false
		}
		return r.numberNear(s, i, 16)
	}
	j := i + 1
	if j < s.hi && r.toks[j].is('.') {
		j++
	}
	if j >= s.hi || r.toks[j].kind != number || r.toks[j].end-r.toks[j].start > 4 || r.toks[j].flags&fSpace == 0 {
		return false
	}
	if t.tags != 0 && t.tags&tPlace == 0 || r.cased && t.flags&fUpper == 0 && !(i > s.lo && r.toks[i-1].flags&fUpper != 0) {
		return false
	}
	w := r.text[t.start:t.end]
	for _, e := range streetEndings {
		if len(w) > len(e)+2 && strings.EqualFold(w[len(w)-len(e):], e) {
			return true
		}
	}
	return false
}

// isDutchCode reports whether token i begins a Dutch post code, four digits
// and two letters, with a town after it.
func (r *reader) isDutchCode(s sentence, i int) bool {
	return i+2 < s.hi && r.toks[i].value >= 1000 && r.toks[i].end-r.toks[i].start == 4 && r.toks[i+1].kind == word &&
		r.toks[i+1].end-r.toks[i+1].start == 2 && (r.toks[i+1].flags&fCaps != 0 || !r.cased) && (r.toks[i+2].flags&fUpper != 0 || !r.cased || r.toks[i+2].is(','))
}

// isBelgianCode reports whether token k of an address in a Dutch text, from lo
// to hi, is a Belgian post code: four digits at the start of a line or after a
// comma, with a town after them.
func (r *reader) isBelgianCode(lo, hi, k int) bool {
	t := &r.toks[k]
	return r.voc.dutch && t.end-t.start == 4 && t.value >= 1000 && k > lo+1 && (r.toks[k-1].is(',') || t.flags&fLine != 0) &&
		k+1 < hi && r.toks[k+1].kind == word && r.toks[k+1].flags&fUpper != 0 && r.toks[k+1].end-r.toks[k+1].start > 2
}

var (
	// Larger towns with post codes of four digits that are not in Belgium.
	abroadWords = setOf("wenen graz linz salzburg innsbruck klagenfurt villach bregenz zürich zurich genève geneve bern bazel basel lausanne luzern " +
		"lugano winterthur zug kopenhagen aarhus odense aalborg oslo trondheim stavanger luxemburg boedapest vaduz sofia ljubljana " +
		"sydney melbourne brisbane perth adelaide canberra auckland wellington kaapstad johannesburg")
	germanStreets = [...]string{"straße", "strasse", "gasse", "platz", "allee", "ring", "vej", "gade", "gata", "utca"}
)

// isAbroad reports whether the post code at token k of an address from lo on,
// one like those of Belgium, is by its town or street that of another country.
func (r *reader) isAbroad(lo, k int) bool {
	if r.wordIsAny(k+1, abroadWords) {
		return true
	}
	for i := lo; i < k; i++ {
		if r.hasEnding(&r.toks[i], germanStreets[:]) {
			return true
		}
	}
	return false
}

// numberNear reports whether a number stands within n tokens of i.
func (r *reader) numberNear(s sentence, i, n int) bool {
	for k := max(s.lo, i-n); k < min(s.hi, i+n); k++ {
		if r.toks[k].kind == number && (r.toks[k].value < 1900 || r.toks[k].value > 2100 || r.toks[k].end-r.toks[k].start != 4) {
			return true
		}
	}
	return false
}

var (
	placeParticles = setOf("of de den der van the te")
	frenchArticles = setOf("la le du des")
)

// isAddressPart reports whether token k may be part of an address.
func (r *reader) isAddressPart(k int) bool {
	t := &r.toks[k]
	switch t.kind {
	case number:
		return true
	case mark:
		switch t.value {
		case ',', '#', '-', '/', '\'', '&':
			return true
		case '.':
			return r.isAbbreviation(k)
		}
		return false
	case word:
	default:
		return false
	}
	if t.tags&(tEmail|tPhone|tReach|tAddress|tName|tWe|tYou|tData|tPolicyWord|tController|tProtect|tOfficer) != 0 && t.tags&tStreet == 0 || r.isLabel(k) {
		return false
	}
	if t.tags&(tStreet|tAbbr|tPlace|tSuffix) != 0 {
		return true
	}
	if k > 0 && r.toks[k-1].kind == number && t.flags&fSpace == 0 {
		return true // 14th, 12a
	}
	if t.tags&tStop != 0 {
		return t.flags&fCaps != 0 || r.wordIsAny(k, placeParticles) || r.wordIs(k, "het") && t.flags&fUpper != 0
	}
	if !r.cased {
		return t.tags&(tCopula|tStore|tKeep|tLocated|tIf|tPeople|tReside) == 0
	}
	return t.flags&fUpper != 0 || r.wordIsAny(k, frenchArticles)
}

// isAbbreviation reports whether the full stop at token k ends a short word
// within an address.
func (r *reader) isAbbreviation(k int) bool {
	if k == 0 || k+1 == len(r.toks) {
		return false
	}
	prev, next := &r.toks[k-1], &r.toks[k+1]
	if prev.kind == number && next.kind == number && next.flags&fSpace == 0 {
		return true // "Unit 2.8"
	}
	if prev.kind != word || next.kind == word && next.flags&fSpace != 0 && next.tags&tStop != 0 {
		return false
	}
	return prev.tags&(tAbbr|tSuffix) != 0 || prev.end-prev.start <= 5 || next.kind == number
}

// isLabel reports whether word k is a label such as "T:" or the start of
// "E-mail".
func (r *reader) isLabel(k int) bool {
	return k+1 < len(r.toks) && r.toks[k+1].is(':') || k+2 < len(r.toks) && r.toks[k+1].is('-') && r.toks[k+2].tags&tEmail != 0
}

// addressStart returns the first token of the address around token i, and the
// index of the name of the company that is there, or -1.
func (r *reader) addressStart(s sentence, i int) (lo, owner int) {
	lo = i
	for lo > s.lo && i-lo < 30 {
		if n := r.nameEnding(lo); n >= 0 {
			return r.nameBuf[n].lo, n
		}
		if t := &r.toks[lo-1]; !r.isAddressPart(lo-1) || t.kind == number && t.end-t.start > 5 {
			break
		}
		lo--
	}
	for lo < i && (r.toks[lo].kind == mark && !r.toks[lo].is('#') || r.toks[lo].tags&tStop != 0 && r.toks[lo].flags&fUpper == 0 || r.toks[lo].tags&tSuffix != 0) {
		lo++
	}
	// Example B.V., located at …
	for first, k := r.namesIn(lo-12, lo); k > first; {
		k--
		if n := r.nameBuf[k]; n.hi <= lo && (lo-n.hi <= 3 || r.maskBetween(n.hi, lo)&(tLocated|tAddress) != 0) && r.maskBetween(n.hi, lo)&(tWe|tYou) == 0 {
			return lo, k
		}
	}
	return lo, -1
}

// addressStop returns the end of the address around token i.
func (r *reader) addressStop(s sentence, i, lo int) int {
	hi := i + 1
	for hi < s.hi && hi-lo < 60 && (r.isAddressPart(hi) || r.toks[hi].is('(') && hi+2 < s.hi && r.toks[hi+2].is(')') && r.toks[hi+1].kind == word) {
		if r.toks[hi].flags&fLine != 0 && r.isProse(s, hi) {
			break
		}
		if r.nameAt(hi) >= 0 || r.toks[hi].flags&fLine != 0 && r.toks[hi].kind == number && r.text[r.toks[hi].start] == '0' {
			break // a telephone number
		}
		if r.toks[hi].is('(') {
			hi += 2
		}
		hi++
	}
	for hi > i+1 && (r.toks[hi-1].kind == mark && !r.toks[hi-1].is(')') || r.toks[hi-1].tags&tStop != 0 && r.toks[hi-1].flags&fCaps == 0) {
		hi--
	}
	return hi
}

// isProse reports whether the line that begins at token k is no line of an
// address but the start of a sentence, or follows the country.
func (r *reader) isProse(s sentence, k int) bool {
	if p := k - 1; r.toks[p].tags&tPlace != 0 {
		if pl, ok := r.placeAt(p); ok && !pl.adjective {
			return true
		}
	}
	return r.cased && k+1 < s.hi && r.toks[k].kind == word && r.toks[k+1].kind == word && r.toks[k+1].flags&fUpper == 0 && !r.isAddressPart(k+1)
}

// isPostal reports whether tokens lo to hi make an address: a country, a post
// code, or a state with one. It returns the country, if it is known.
func (r *reader) isPostal(lo, hi int) (country string, ok bool) {
	words, numbers := 0, 0
	for k := lo; k < hi; k++ {
		t := &r.toks[k]
		switch t.kind {
		case word:
			words++
			if k+1 < hi && t.flags&fCaps != 0 && t.end-t.start == 2 && r.toks[k+1].kind == number && r.toks[k+1].end-r.toks[k+1].start == 5 &&
				strings.Contains(stateCodes, r.text[t.start:t.end]) {
				country, ok = "US", true
			}
		case number:
			numbers++
			ok = ok || t.end-t.start >= 5
			if t.end-t.start == 4 && r.isDutchCode(sentence{lo: lo, hi: hi}, k) {
				country, ok = "NL", true
			} else if r.isBelgianCode(lo, hi, k) {
				ok = true
				if !r.isAbroad(lo, k) {
					country = "BE"
				}
			}
		}
	}
	for _, p := range r.places(lo, hi) {
		if c := p.country(); c != "" && !p.adjective {
			if r.isPart(p.lo, p.hi) && p.hi < hi-3 {
				continue
			}
			zip := p.hi < hi && r.toks[p.hi].kind == number && r.toks[p.hi].end-r.toks[p.hi].start == 5
			if c == "GE" && zip {
				c = "US"
			}
			country, ok = c, true
		}
	}
	return country, ok && words >= 2 && numbers >= 1
}

// stateCodes are the postal codes of the states of the USA.
const stateCodes = "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR"

// joinLines returns the text of tokens lo to hi on one line, with a comma
// where a line of the address ends.
func (r *reader) joinLines(lo, hi int) string {
	if r.layout.Format == layout.PDF {
		return r.words(lo, hi)
	}
	lines := false
	for k := lo + 1; k < hi; k++ {
		lines = lines || r.toks[k].flags&fLine != 0
	}
	if !lines {
		return r.words(lo, hi)
	}
	var b strings.Builder
	from := lo
	for k := lo + 1; k <= hi; k++ {
		if k < hi && r.toks[k].flags&fLine == 0 {
			continue
		}
		if b.Len() > 0 {
			if !strings.HasSuffix(b.String(), ",") {
				b.WriteByte(',')
			}
			b.WriteByte(' ')
		}
		for from < k-1 && (r.toks[from].is('-') || r.toks[from].is('*')) {
			from++ // the bullet of a list item
		}
		b.WriteString(r.words(from, k))
		from = k
	}
	return b.String()
}
