package records

import (
	"slices"
	"strings"

	"example.com/policymodel/policy"
)

// A contactKey is what contacts are told apart by.
type contactKey struct {
	kind  policy.ContactType
	value string
}

// keyOf returns the key of a contact: the same for values that mean the same.
func keyOf(c *policy.Contact) contactKey {
	k := contactKey{c.Type, c.Value}
	switch c.Type {
	case policy.Email:
		k.value = strings.ToLower(c.Value)
	case policy.URL:
		k.value = strings.TrimSuffix(c.Value, "/")
	default:
		k.value = key(c.Value)
	}
	return k
}

// addContact adds a mention of a contact: the same value is one contact.
func (r *reader) addContact(c policy.Contact, m policy.Mention) {
	k := keyOf(&c)
	i, ok := r.contacts[k]
	if !ok {
		if r.contacts == nil {
			r.contacts = make(map[contactKey]int)
		}
		r.contacts[k] = len(r.out.Contacts)
		c.Mentions = []policy.Mention{m}
		r.out.Contacts = append(r.out.Contacts, c)
		return
	}
	have := &r.out.Contacts[i]
	if have.Role == "" {
		have.Role = c.Role
	}
	if have.Region != c.Region {
		have.Region = policy.Everybody
	}
	if have.Mentions[len(have.Mentions)-1].Span != m.Span {
		have.Mentions = append(have.Mentions, m)
	}
}

// readContacts reads the ways to reach somebody that s names.
func (r *reader) readContacts(s sentence) {
	if s.kinds&(hasEmail|hasURL|hasNumber) == 0 && s.mask&(tName|tAt) == 0 && r.pending.role == "" {
		return
	}
	sc := r.scope
	if s.mask&tPlace != 0 && s.kinds&(hasEmail|hasURL|hasNumber) != 0 {
		if own := r.sentenceScope(); own.n > 0 {
			sc = own
		}
	}
	region := sc.first()
	if s.kinds&hasEmail != 0 || s.mask&tAt != 0 {
		r.readEmails(s, region)
	}
	if s.kinds&hasURL != 0 {
		r.readURLs(s, region)
	}
	if s.kinds&hasNumber != 0 {
		r.readPhones(s, region)
	}
	r.readHolder(s, region)
}

func (r *reader) readEmails(s sentence, region policy.Region) {
	for i := s.lo; i < s.hi; i++ {
		t := &r.toks[i]
		if t.kind == email && t.flags&fHidden == 0 {
			v := r.text[t.start:t.end]
			r.addContact(policy.Contact{Type: policy.Email, Value: v, Region: region, Role: r.roleNear(s, i, v)}, r.mention(i, i+1))
		}
		if t.tags&tAt != 0 {
			if lo, hi, v := r.disguised(s, i); hi > 0 {
				r.addContact(policy.Contact{Type: policy.Email, Value: v, Region: region, Role: r.roleNear(s, i, v)}, r.mention(lo, hi))
				i = hi - 1
			}
		}
	}
}

// disguised reads an e-mail address that is written with words for its marks,
// such as "privacy [at] example [dot] com", around the word "at", token i.
func (r *reader) disguised(s sentence, i int) (lo, hi int, value string) {
	if i-2 < s.lo || i+3 >= s.hi || !(r.toks[i-1].is('[') && r.toks[i+1].is(']') || r.toks[i-1].is('(') && r.toks[i+1].is(')')) {
		return 0, 0, ""
	}
	lo = i - 2
	if r.toks[lo].kind != word {
		return 0, 0, ""
	}
	for lo-2 >= s.lo && r.toks[lo].flags&fSpace == 0 && (r.toks[lo-1].is('.') || r.toks[lo-1].is('-')) && r.toks[lo-2].kind == word && r.toks[lo-1].flags&fSpace == 0 {
		lo -= 2
	}
	var host strings.Builder
	dots := 0
	for hi = i + 2; hi < s.hi && hi < i+14; hi++ {
		t := &r.toks[hi]
		switch {
		case t.is('['), t.is(']'), t.is('('), t.is(')'):
			if t.is(')') && dots > 0 && r.toks[hi-1].kind == word && !r.wordIs(hi-1, "dot") && !r.wordIs(hi-1, "punt") {
				return lo, hi, r.text[r.toks[lo].start:r.toks[i-2].end] + "@" + host.String()
			}
		case t.kind == word && (r.wordIs(hi, "dot") || r.wordIs(hi, "punt")), t.is('.') && hi+1 < s.hi && r.toks[hi+1].flags&fSpace == 0:
			host.WriteByte('.')
			dots++
		case r.isBare(t), t.kind == word && (host.Len() == 0 || strings.HasSuffix(host.String(), ".") || strings.HasSuffix(host.String(), "-")), t.is('-') && t.flags&fSpace == 0, t.kind == number && t.flags&fSpace == 0:
			host.WriteString(r.text[t.start:t.end])
			if t.kind == url {
				dots++
			}
		default:
			goto done
		}
	}
done:
	if dots == 0 || host.Len() < 4 || strings.HasSuffix(host.String(), ".") {
		return 0, 0, ""
	}
	return lo, hi, r.text[r.toks[lo].start:r.toks[i-2].end] + "@" + host.String()
}

// roleNear returns whom the address at token i reaches.
func (r *reader) roleNear(s sentence, i int, value string) policy.Role {
	if len(value) > 4 && strings.EqualFold(value[:3], "dpo") {
		return policy.DataProtectionOfficer
	}
	if s.mask&(tOfficer|tDpo|tGrievance) != 0 {
		for k := i - 1; k >= s.lo && k >= i-24; k-- {
			if r.toks[k].tags&(tOfficer|tDpo|tGrievance) != 0 {
				if role, _, _ := r.officerAt(s, k); role != "" {
					return role
				}
			}
		}
	}
	if r.pending.role != "" && r.pending.role != policy.Controller {
		return r.pending.role
	}
	return ""
}

// readHolder reads the holder of a role that an earlier line has named, or a
// person to contact: "Name: Jane Doe".
func (r *reader) readHolder(s sentence, region policy.Region) {
	p := r.pending
	if s.mask&tName != 0 {
		for i := s.lo; i+2 < s.hi; i++ {
			if r.toks[i].tags&tName == 0 || !r.toks[i+1].is(':') && !r.toks[i+1].is('|') {
				continue
			}
			to := r.person(i+2, s.hi)
			if to == 0 {
				continue
			}
			if p.role != "" && p.role != policy.Controller {
				g := p.region
				if g == "" {
					g = region
				}
				r.addParty(party{name: r.words(i+2, to), role: p.role, region: g, mention: r.mention(i+2, to)})
			}
			r.addContact(policy.Contact{Type: policy.Person, Value: r.words(i+2, to), Region: region, Role: p.role}, r.mention(i+2, to))
			return
		}
	}
	if p.role == "" || s.mask&roleWords != 0 {
		return
	}
	if len(r.nameBuf) > 0 {
		n := r.nameBuf[0]
		if n.lo-s.lo <= 4 && p.role != policy.GrievanceOfficer && (p.role != policy.DataProtectionOfficer || r.block <= p.block+1) {
			var sc scope
			if p.region != "" {
				sc.add(p.region)
			}
			r.assign(s, n, p.role, sc)
			r.pending = pending{}
			return
		}
	}
	if p.role == policy.Controller || s.hi-s.lo > 12 || r.block > p.block+1 {
		return
	}
	if to := r.person(s.lo, s.hi); to > 0 && (to == s.hi || r.toks[to].flags&fLine != 0 || r.toks[to].is('.')) {
		var sc scope
		if p.region != "" {
			sc.add(p.region)
		}
		r.addPerson(s.lo, to, p.role, sc)
		r.pending = pending{}
	}
}

// readURLs reads the addresses at which the reader can exercise a right or
// choice, find information on privacy, or complain.
func (r *reader) readURLs(s sentence, region policy.Region) {
	for i := s.lo; i < s.hi; i++ {
		t := &r.toks[i]
		if t.kind != url || t.flags&fHidden != 0 {
			continue
		}
		v := r.text[t.start:t.end]
		if !isWeb(v) || !r.isUseful(s, i, v) {
			continue
		}
		r.addContact(policy.Contact{Type: policy.URL, Value: v, Region: region}, r.mention(i, i+1))
	}
}

// isWeb reports whether v is the address of a page: with a scheme, "www.", or
// a path below a domain.
func isWeb(v string) bool {
	switch {
	case len(v) > 8 && (strings.EqualFold(v[:7], "http://") || strings.EqualFold(v[:8], "https://")):
		return strings.IndexByte(v[8:], '.') > 0
	case len(v) > 4 && strings.EqualFold(v[:4], "www."):
		return true
	}
	if len(v) > 0 && (v[0] == '/' || v[0] == '#' || v[0] == '.') {
		return false
	}
	slash := strings.IndexByte(v, '/')
	return slash > 0 && strings.IndexByte(v[:slash], '.') > 0 || slash < 0 && strings.IndexByte(v, '.') > 0 && !strings.ContainsAny(v, "#?:")
}

// usefulParts are parts of addresses that tell what a page is for.
var usefulParts = [...]string{
	"privacy", "polic", "beleid", "optout", "opt-out", "opt_out", "choices", "preference", "consent", "gdpr", "ccpa", "avg",
	"cookie", "dataprotection", "data-protection", "datenschutz", "datasubject", "dsar", "personal-data", "personaldata", "my-data", "adsettings",
	"unsubscribe", "complain", "klacht", "watchdog", "autoriteitpersoonsgegevens", "ico.org", "cnil.fr", "edpb.europa", "edps.europa", "lda.bayern",
	"bfdi.bund", "dataprotection.ie", "dpo", "privacyshield", "dataprivacyframework", "networkadvertising", "aboutads", "youronlinechoices", "donottrack",
	"data-request", "oag.ca.gov", "persoonsgegevens", "yourdata", "ads/preferences", "adchoices", "truste.com", "jamsadr", "bbb.org",
}

// isUseful reports whether the address v at token i is one of those that are
// contacts.
func (r *reader) isUseful(s sentence, i int, v string) bool {
	t := &r.toks[i]
	lo, hi := max(s.lo, i-24), i
	if strings.HasSuffix(v, "/email-protection") {
		return false // an e-mail address that was hidden from us
	}
	if t.flags&fLink != 0 && t.value >= 0 {
		lo = int(t.value)
		if r.isMenu(v) {
			return false
		}
		if label := r.maskBetween(lo, hi); label&(tReach|tPrivacy|tAuthority) != 0 && label&tPolicyWord != 0 || label&(tPrivacy|tAuthority) != 0 {
			return true
		}
		lo = max(s.lo, lo-12)
	}
	if hash := strings.IndexByte(v, '#'); hash > 0 {
		v = v[:hash]
	}
	if r.hasUsefulPart(v) {
		return true
	}
	return r.leadsTo(s, lo, i) && strings.ContainsAny(v, "/") || strings.HasPrefix(v, "www.") && r.leadsTo(s, lo, i)
}

// leadsTo reports whether the words before the address at token i say that it
// serves to reach somebody or to exercise a choice: the nearest word that
// tells decides.
func (r *reader) leadsTo(s sentence, lo, i int) bool {
	means := false
	for k := i - 1; k >= lo; k-- {
		t := &r.toks[k]
		switch {
		case t.tags&(tReach|tAuthority) != 0, t.tags&tKeep != 0 && means:
			return means || i-k <= 12
		case t.tags&tPrivacy != 0:
			return i-k <= 6
		case r.wordIs(k, "visit") && i-k <= 1:
			return s.mask&(tPrivacy|tReach|tAuthority) != 0
		case t.tags&tSite != 0 && i-k <= 2 && !means:
			// "our website (https://example.com)" is where, not how
			return r.maskOf(k-10, k)&(tAuthority|tReach) != 0 && r.maskOf(k-2, k)&tWe == 0
		case t.kind == word && (r.wordIs(k, "via") || r.wordIs(k, "at") || r.wordIs(k, "op") || r.wordIs(k, "through")):
			means = true
		case t.kind == url && !r.isLink(k):
			return false
		}
	}
	return false
}

// isMenu reports whether a link with target v is navigation: it leads to a
// place on a page, in a block that is nothing but links.
func (r *reader) isMenu(v string) bool {
	if strings.IndexByte(v, '#') < 0 || len(r.toks) > 24 {
		return false
	}
	label := false
	for i := range r.toks {
		switch t := &r.toks[i]; {
		case t.is('['):
			label = true
		case r.isLink(i):
			label = false
		case !label && t.kind == word:
			return false
		}
	}
	return true
}

// dropAnchors leaves out links to places on one page, if there are more than a
// few: they are that page's own table of contents, or its notes.
func (r *reader) dropAnchors() {
	pages := map[string]int{}
	for i := range r.out.Contacts {
		if page, _, ok := strings.Cut(r.out.Contacts[i].Value, "#"); ok && r.out.Contacts[i].Type == policy.URL {
			pages[page]++
		}
	}
	if len(pages) == 0 {
		return
	}
	const few = 3
	r.out.Contacts = slices.DeleteFunc(r.out.Contacts, func(c policy.Contact) bool {
		page, _, ok := strings.Cut(c.Value, "#")
		return ok && c.Type == policy.URL && pages[page] > few
	})
}

// hasUsefulPart reports whether an address has one of usefulParts.
func (r *reader) hasUsefulPart(v string) bool {
	for i := range len(v) {
		l := letters[v[i]]
		if l == 0 {
			continue
		}
	parts:
		for _, p := range r.voc.useful[l-'a'] {
			if len(v)-i < len(p) {
				continue
			}
			for k := 1; k < len(p); k++ {
				if folded(v[i+k]) != p[k] {
					continue parts
				}
			}
			return true
		}
	}
	return false
}
