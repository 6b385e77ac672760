package records

import (
	"slices"
	"strings"

	"example.com/policymodel/policy"
)

// readURLs reads the addresses at which the reader can exercise a right or
// choice, find information on privacy, or complain.
func (r *reader) readURLs(s sentence) {
	for i := r.nextKind(url, s.lo, s.hi); i < s.hi; i = r.nextKind(url, i+1, s.hi) {
		t := &r.toks[i]
		if t.flags&fHidden != 0 {
			continue
		}
		v := r.text[t.start:t.end]
		if !isWeb(v) || !r.isUseful(s, i, v) {
			continue
		}
		r.addContact(policy.Contact{Type: policy.URL, Value: v, Region: r.region(s)}, r.mention(i, i+1))
	}
}

// isWeb reports whether v is the address of a page: with a scheme, "www.", or
// a path below a domain.
func isWeb(v string) bool {
	switch {
	case len(v) > 8 && v[0]|0x20 == 'h' && (strings.EqualFold(v[:7], "http://") || strings.EqualFold(v[:8], "https://")):
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

// usefulParts are parts of addresses, in lower case, that tell what a page is
// for: privacy, choices, requests; or whose it is: authorities, programmes for
// choices and disputes.
var usefulParts = [...]string{
	"privacy", "polic", "beleid", "optout", "opt-out", "opt_out", "choices", "preference", "consent", "gdpr", "ccpa", "cookie", "unsubscribe",
	"dataprotection", "data-protection", "datenschutz", "persoonsgegevens", "personal-data", "personaldata", "datasubject", "data-request", "dsar",
	"my-data", "yourdata", "donottrack", "adsettings", "ads/preferences", "complain", "klacht", "dpo",
	"autoriteitpersoonsgegevens", "gegevensbeschermingsautoriteit", "ico.org", "cnil.fr", "edpb.europa", "edps.europa", "lda.bayern", "bfdi.bund",
	"dataprotection.ie", "garanteprivacy", "aepd.es", "uodo.gov", "datatilsynet", "imy.se", "tietosuoja", "dsb.gv", "edoeb.admin", "oaic.gov", "oag.ca.gov",
	"adchoices", "youronlinechoices", "networkadvertising", "aboutads", "dataprivacyframework", "truste.com", "trustarc", "watchdog", "jamsadr", "bbb.org",
}

// templateParts are parts of the addresses of templates and generators, which a
// text names as where it comes from.
var templateParts = [...]string{"template", "generator"}

// isUseful reports whether the address v at token i is one of those that are
// contacts.
func (r *reader) isUseful(s sentence, i int, v string) bool {
	t := &r.toks[i]
	lo := max(s.lo, i-24)
	if strings.HasSuffix(v, "/email-protection") {
		return false // an e-mail address that was hidden from us
	}
	if t.flags&fLink != 0 && t.value >= 0 {
		lo = int(t.value)
		if r.isMenu(v) {
			return false
		}
		if r.maskBetween(lo, i)&(tPrivacy|tAuthority) != 0 {
			return true
		}
		lo = max(s.lo, lo-12)
	}
	if hash := strings.IndexByte(v, '#'); hash > 0 {
		v = v[:hash]
	}
	useful := r.voc.useful.in(v) || r.reaching && len(r.toks) == 1 && !r.isBare(t) || (strings.Contains(v, "/") || strings.HasPrefix(v, "www.")) && r.leadsTo(s, lo, i)
	return useful && !r.voc.templates.in(v)
}

var viaWords = setOf("via at op through")

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
		case t.tags&tPolicyWord != 0 && r.wordIs(k, "policy") && r.maskOf(k, i)&tData != 0:
			return i-k <= 8 // "the policy for safeguarding your data: https://…"
		case i-k <= 1 && r.wordIs(k, "visit"):
			return s.mask&(tPrivacy|tReach|tAuthority) != 0
		case t.tags&tSite != 0 && i-k <= 2 && !means:
			// "our website (https://example.com)" is where, not how
			return r.maskOf(k-10, k)&(tAuthority|tReach) != 0 && r.maskOf(k-2, k)&tWe == 0
		case r.wordIsAny(k, viaWords):
			means = true
		case t.kind == url && !r.isLink(k) && r.text[t.start:t.end] != r.text[r.toks[i].start:r.toks[i].end]: // which may be the label of its own link
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

// parts are strings to be found in addresses, in lower case and beginning with
// three letters.
type parts struct {
	starts [1 << 15 / 64]uint64 // a set of three letters: the last five bits of each
	lists  [32][]string         // by the last five bits of the first letter
}

func newParts(list []string) *parts {
	p := new(parts)
	for _, s := range list {
		start := uint(s[0]%32)<<10 | uint(s[1]%32)<<5 | uint(s[2]%32)
		p.starts[start/64] |= 1 << (start % 64)
		p.lists[s[0]%32] = append(p.lists[s[0]%32], s)
	}
	return p
}

// in reports whether v has one of the strings.
func (p *parts) in(v string) bool {
	start := uint(0)
	for i := range len(v) {
		start = start<<5%(1<<15) | uint(v[i]%32)
		if p.starts[start/64]>>(start%64)&1 != 0 && p.begin(v[i-2:]) {
			return true
		}
	}
	return false
}

// begin reports whether v begins with one of the strings.
func (p *parts) begin(v string) bool {
	for _, s := range p.lists[v[0]%32] {
		if len(v) >= len(s) && foldedEqual(v[:len(s)], s) {
			return true
		}
	}
	return false
}
