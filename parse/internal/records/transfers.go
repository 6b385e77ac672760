package records

import "example.com/policymodel/policy"

// readTransfers reads the countries in which s says that data is stored or
// processed.
func (r *reader) readTransfers(s sentence) {
	places := r.places(s.lo, s.hi)
	accepted := -1 // end of the last place that counted
	for k, p := range places {
		c := p.country()
		if p.adjective || r.isPart(p.lo, p.hi) || !r.isWhole(s, p) {
			continue
		}
		town := p // with the town before it
		town.lo = r.townBefore(s, p)
		listed := accepted >= 0 && (r.goesOn(accepted, p.lo) || r.goesOn(accepted, town.lo))
		if !listed && !r.listsCountries(s, p) && (c == "" || !r.isDestination(s, p) && (town.lo == p.lo || !r.isDestination(s, town))) {
			continue
		}
		accepted = p.hi
		if c == "" {
			continue // the EEA, in a list with countries
		}
		m := r.mention(p.lo, p.hi)
		r.addTransfer(c, false, m)
		if r.isOrigin(s, places, k) {
			r.addTransfer(c, true, m)
		}
	}
}

// goesOn reports whether a list of places goes on from token lo to hi.
func (r *reader) goesOn(lo, hi int) bool {
	return lo <= hi && hi-lo <= 4 && r.onlyListing(lo, hi)
}

var townLinks = setOf("am an upon aan den der de la")

// townBefore returns the first token of the town that stands before the country
// p, "Frankfurt am Main, Germany" or "Frankfurt (Germany)", and p.lo if there
// is none.
func (r *reader) townBefore(s sentence, p place) int {
	k := p.lo
	if k > s.lo && r.wordIsAny(k-1, theWords) {
		k--
	}
	if k--; k <= s.lo || !r.cased || !r.toks[k].is(',') && !r.toks[k].is('(') {
		return p.lo
	}
	const most = 4
	lo := k
	for lo > s.lo && k-lo < most {
		t := &r.toks[lo-1]
		switch {
		case t.kind == word && t.flags&fUpper != 0 && t.tags&^(tAbbr|tMonth) == 0:
			lo--
		case t.kind == word && lo < k && lo-1 > s.lo && r.wordIsAny(lo-1, townLinks) && r.toks[lo-2].flags&fUpper != 0 && r.toks[lo-2].tags == 0:
			lo -= 2
		case lo == k || r.isPart(lo, lo+1):
			return p.lo
		default:
			return lo
		}
	}
	return lo
}

func (r *reader) addTransfer(country string, localised bool, m policy.Mention) {
	for i := range r.out.Transfers {
		if t := &r.out.Transfers[i]; t.Country == country && t.Localised == localised {
			if t.Mentions[len(t.Mentions)-1] != m {
				t.Mentions = append(t.Mentions, m)
			}
			return
		}
	}
	r.out.Transfers = append(r.out.Transfers, policy.Transfer{Country: country, Localised: localised, Mentions: r.one(m)})
}

// isWhole reports whether p stands for the country itself, not for something
// of it: not "US law", "EU-U.S.", "United States Department".
func (r *reader) isWhole(s sentence, p place) bool {
	if p.lo > s.lo && r.toks[p.lo-1].is('-') && r.toks[p.lo].flags&fSpace == 0 || p.hi < s.hi && r.toks[p.hi].is('-') && r.toks[p.hi].flags&fSpace == 0 {
		return false
	}
	if p.hi == s.hi {
		return true
	}
	t := &r.toks[p.hi]
	return t.kind != word || t.tags&(tStop|tLocated|tStore|tOver|tUnder|tCopula|tAnd) != 0 && t.tags&(tPeople|tLaw) == 0
}

var listWords = setOf("the de het in")

// onlyListing reports whether tokens lo to hi only go on with a list.
func (r *reader) onlyListing(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		t := &r.toks[k]
		if t.is(',') || t.is('(') || t.is(')') || t.is('/') || t.is('&') || t.tags&tAnd != 0 || t.kind == word && r.wordIsAny(k, listWords) {
			continue
		}
		return false
	}
	return true
}

var (
	elsewhereWords = setOf("from of uit van by door under onder between tussen outside buiten")
	fromWords      = setOf("from uit vanuit")
	inWords        = setOf("in at on op")
)

// isDestination reports whether the words before p make it a country where
// data is stored, processed or sent: a preposition, and before it servers or a
// verb of that kind.
func (r *reader) isDestination(s sentence, p place) bool {
	if r.listsSites(s, p) {
		return true
	}
	k := p.lo - 1
	listing := false
	for k > s.lo && !r.leadsInto(k) {
		t := &r.toks[k]
		if j := r.countriesBefore(s, k); listing && j > 0 {
			k = j // "in countries other than where you live, including"
		}
		listing = listing || t.kind == word && r.isListing(k)
		if t.kind == mark && !t.is(',') && !t.is('(') && !t.is(':') || t.tags&tOutside != 0 || t.kind == word && t.tags&(tStop|tPlace|tAnd) == 0 && !r.isListing(k) || p.lo-k > 10 {
			return false
		}
		if t.tags&tWe != 0 || t.tags&tYou != 0 || t.tags&tCopula != 0 || r.wordIsAny(k, elsewhereWords) {
			return false
		}
		k--
	}
	if k < s.lo || !r.leadsInto(k) || k > s.lo && r.toks[k-1].is('(') {
		return false
	}
	if r.voc.dutch && r.maskOf(p.hi, p.hi+1)&tStore != 0 && r.maskOf(k-3, k)&(tYou|tPeople|tProcessing) == 0 {
		return r.dataIsMeant(s, k) // "in Nederland opgeslagen"
	}
	aside := k > s.lo && r.isListing(k-1) // p is an example, or stands in brackets
	for j := k - 1; j >= s.lo && j >= k-14; j-- {
		t := &r.toks[j]
		if r.isPart(j, j+1) && !aside {
			if n := r.hostBefore(s, k); n >= 0 {
				j = n
				continue
			}
			return false
		}
		aside = aside || t.is('(')
		switch {
		case aside && t.tags&tOutside != 0:
			// "sent outside the EEA (for instance to Acme in Japan)", "providers are located outside the EEA, including in Japan"
			return r.maskOf(j-8, j)&(tStore|tTransfer) != 0 || r.maskOf(j-8, j)&tRecipient != 0 && r.maskOf(s.lo, j)&tWe != 0
		case t.tags&tServer != 0:
			return r.dataIsMeant(s, j)
		case t.tags&tReside != 0, t.tags&tPeople != 0 && k-j <= 3:
			return false
		case t.tags&(tOutside|tNeg) != 0:
			return false
		case t.tags&tLocated != 0:
			return r.locates(s, j)
		case r.wordIsAny(j, fromWords) && k-j <= 4:
			return false
		case r.wordIsAny(j, hostedWords) && r.maskOf(j-8, j)&(tWe|tSite) != 0:
			return r.maskOf(j-4, j)&tNeg == 0 // "our app is hosted in", "the site is hosted in"
		case t.tags&tStore != 0:
			if t.tags&tTransfer != 0 && r.wordIsAny(k, inWords) || r.wordIs(j, "processing") && k-j > 3 {
				return false
			}
			return r.dataIsMeant(s, j) && r.maskOf(j-4, j)&tNeg == 0
		case t.tags&tRecipient != 0 && k-j <= 2:
			return r.maskOf(j-14, j)&tTransfer != 0
		case t.is(';'):
			return false
		}
	}
	return false
}

var (
	hostedWords = setOf("hosted gehost")
	serverWords = setOf("server servers datacenter datacenters datacentre datacentres datacentra datacentrum")
)

// hostBefore returns the token before "by Example B.V.", which ends before token
// k, if servers or hosting are by that company; else -1.
func (r *reader) hostBefore(s sentence, k int) int {
	n, end := r.namesIn(k-1, k)
	if n == end || r.nameBuf[n].hi != k {
		return -1
	}
	by := r.nameBuf[n].lo - 1
	if by <= s.lo || !r.wordIsAny(by, byWords) {
		return -1
	}
	if r.wordIsAny(by-1, hostedWords) {
		return by
	}
	for j := by - 1; j >= s.lo && j > by-8; j-- {
		if r.wordIsAny(j, serverWords) {
			return by
		}
	}
	return -1
}

var countryWords = setOf("countries country landen land jurisdictions")

// countriesBefore returns the token before the comma at token k that stands for
// countries, with no more than a few words about them between, or 0.
func (r *reader) countriesBefore(s sentence, k int) int {
	if !r.toks[k].is(',') {
		return 0
	}
	for j := k - 1; j > s.lo && j > k-10 && r.toks[j].kind == word; j-- {
		if r.wordIsAny(j, countryWords) {
			return j
		}
	}
	return 0
}

// listsSites reports whether p is given as one of the places of servers: "data
// centres, including the United States".
func (r *reader) listsSites(s sentence, p place) bool {
	listing := false
	for k := p.lo - 1; k >= s.lo && k > p.lo-6; k-- {
		t := &r.toks[k]
		switch {
		case t.tags&tServer != 0:
			return listing && r.dataIsMeant(s, k)
		case t.is(','), t.is('('), r.wordIsAny(k, theWords):
		case r.isListing(k), t.is(':'):
			listing = true
		default:
			return false
		}
	}
	return false
}

var (
	destinationWords = setOf("countries jurisdictions territories locations landen")
	betweenWords     = setOf("of the include includes are currently following without limitation but not limited " +
		"to in and or regions de het zijn volgende")
)

// listsCountries reports whether p is the first of the countries that s lists as
// those to which data goes: "it is transferred to other countries, which
// include Japan", "countries to which data is sent: Japan".
func (r *reader) listsCountries(s sentence, p place) bool {
	const reach = 12 // tokens between the word "countries" and the first of them
	if s.mask&(tTransfer|tStore|tProcessing) == 0 || s.mask&(tData|tServer) == 0 {
		return false
	}
	colon, listing, named := false, false, -1
	for k := p.lo - 1; k >= s.lo && k >= p.lo-3*reach; k-- {
		t := &r.toks[k]
		if r.wordIsAny(k, destinationWords) {
			named = k
			break
		}
		switch {
		case t.is(':'):
			colon = true
		case r.isListing(k):
			listing = true
		case listing && t.tags&(tOutside|tPlace) != 0: // "outside the EEA, such as"
		case colon, t.is(','), t.is('('), r.wordIsAny(k, betweenWords):
			if !colon && p.lo-k > reach {
				return false
			}
		default:
			return false
		}
	}
	if named < 0 || named > s.lo+1 && (r.wordIs(named-1, "from") || r.wordIs(named-2, "from")) {
		return false
	}
	return r.maskOf(s.lo, named)&(tNeg|tReside|tOutside) == 0 && r.maskOf(named-6, named)&tPeople == 0 &&
		r.maskOf(named, p.lo)&(tReside|tPeople) == 0 && (listing || r.maskOf(named, p.lo)&tOutside == 0)
}

var intoWords = setOf("in to within into at naar binnen op aan on")

// leadsInto reports whether word k is a preposition that leads to a place.
func (r *reader) leadsInto(k int) bool {
	return r.toks[k].kind == word && r.wordIsAny(k, intoWords)
}

var listingWords = setOf("including such as like other andere countries zoals inclusief waaronder " +
	"landen notably namely primarily mainly gebied country both example instance bijvoorbeeld")

func (r *reader) isListing(k int) bool {
	return r.wordIsAny(k, listingWords)
}

// dataIsMeant reports whether s speaks of data, or of servers that hold it.
func (r *reader) dataIsMeant(s sentence, j int) bool {
	return s.mask&(tData|tServer) != 0 || r.heading
}

// locates reports whether "located", token j, is said of servers, or of
// companies that data is sent to.
func (r *reader) locates(s sentence, j int) bool {
	near := r.maskOf(j-9, j)
	switch {
	case near&tServer != 0, near&tWe != 0 && r.keptThere(s, j):
		return true
	case near&(tYou|tPeople|tWe) != 0 && near&tRecipient == 0:
		return false
	}
	return near&tRecipient != 0 && (r.maskOf(j-40, j)&tTransfer != 0 || r.supplies(j-9, j)) || near&tStore != 0 && near&tData != 0
}

var thereWords = setOf("there daar aldaar")

// keptThere reports whether s says behind token j that something is stored or
// processed there: "we are in Japan and store your data there".
func (r *reader) keptThere(s sentence, j int) bool {
	const reach = 40 // tokens
	for k := j + 1; k < min(s.hi, j+reach); k++ {
		if r.toks[k].kind == word && r.wordIsAny(k, thereWords) {
			return r.maskOf(k-6, k+3)&tStore != 0 && r.dataIsMeant(s, k)
		}
	}
	return false
}

var supplierWords = setOf("provider providers processor processors subprocessor subprocessors supplier suppliers vendor vendors contractor contractors " +
	"dienstverlener dienstverleners leverancier leveranciers verwerker verwerkers subverwerker subverwerkers")

// supplies reports whether tokens lo to hi name those who process data for the
// publisher: "our providers are located in Japan" tells where it is.
func (r *reader) supplies(lo, hi int) bool {
	for k := max(lo, r.sent.lo); k < hi; k++ {
		if r.toks[k].kind == word && r.wordIsAny(k, supplierWords) && r.maskOf(k-5, k)&tWe != 0 {
			return true
		}
	}
	return false
}

// isOrigin reports whether another place of the sentence is the same country
// as the k-th and is where the data comes from, so that it stays there.
func (r *reader) isOrigin(s sentence, places []place, k int) bool {
	const most = 40 // places; a longer list says nothing of the kind
	if len(places) > most {
		return false
	}
	for j, p := range places {
		r.steps++
		if j == k || p.country() != places[k].country() || r.isPart(p.lo, p.hi) {
			continue
		}
		if p.hi < s.hi && r.toks[p.hi].tags&tPeople != 0 {
			return true
		}
		if p.adjective || !r.isWhole(s, p) {
			continue
		}
		if before := r.maskOf(p.lo-6, p.lo); before&(tLocated|tPeople|tReside|tProcessing) != 0 && before&(tServer|tStore|tOutside|tYou|tRecipient|tIf) == 0 && !r.isDestination(s, p) {
			return true
		}
	}
	return false
}
