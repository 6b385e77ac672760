package jurisdiction

import (
	"slices"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// An index is a policy made ready for the questions of one jurisdiction on one
// date. It lives as long as one call.
type index struct {
	p       *policy.Policy
	c       Code
	on      policy.Date
	facts   map[taxonomy.Facet][]policy.Item
	extents []regionExtent // of the regions met so far
	words   map[string][]policy.Mention
}

type regionExtent struct {
	region policy.Region
	extent Extent
}

func newIndex(p *policy.Policy, c Code, on policy.Date) *index {
	x := &index{p: p, c: c, on: on, facts: make(map[taxonomy.Facet][]policy.Item, len(facetTokens))}
	all := make([]policy.Item, 0, len(p.Data)+len(p.Purposes)+len(p.LegalBases)+len(p.Recipients)+len(p.Sources)+
		len(p.Subjects)+len(p.Retention)+len(p.Disposal)+len(p.Rights)+len(p.Safeguards)+len(p.Security)+
		len(p.Technologies)+len(p.ChangeNotices)+len(p.Statements))
	start := 0
	for it := range p.Facts() {
		if n := len(all); n > start && all[start].Facet != it.Facet {
			x.facts[all[start].Facet] = all[start:n:n]
			start = n
		}
		all = append(all, it)
	}
	if start < len(all) {
		x.facts[all[start].Facet] = all[start:]
	}
	return x
}

// extent returns how much of the jurisdiction is in a region. Of a region that
// names no place it is nothing.
func (x *index) extent(r policy.Region) Extent {
	if r == policy.Everybody {
		return Whole
	}
	for _, e := range x.extents {
		if e.region == r {
			return e.extent
		}
	}
	extent := None
	if place, err := ParsePlace(string(r)); err == nil {
		extent, _ = place.Covers(x.c, x.on)
	}
	x.extents = append(x.extents, regionExtent{r, extent})
	return extent
}

// within reports whether a country lies in the jurisdiction.
func (x *index) within(country string) bool {
	return country != "" && x.extent(policy.Region(country)) > None
}

// see adds what one fact or record shows to q. It returns false for one that
// does not count because of its region.
func (x *index) see(q *proof, t *token, region policy.Region, weak bool, ms []policy.Mention) bool {
	particular := t.region == "" || region == t.region ||
		t.region == policy.California && slices.ContainsFunc(ms, x.forCalifornians)
	if !particular || len(ms) == 0 {
		return false
	}
	extent := x.extent(region)
	if extent == None {
		q.other = region
		return false
	}
	strength := extent
	if weak {
		strength = Some
	}
	if strength < q.strength {
		return true
	}
	if strength > q.strength {
		q.strength, q.evidence, q.only, q.service = strength, q.evidence[:0], "", false
	}
	if extent == Some {
		q.only = region
	}
	q.service = q.service || weak
	q.evidence = append(q.evidence, t.examples(ms)...)
	return true
}

// examples returns the first mentions: three of a thing that is asked for by name,
// one of each where any thing of a facet will do.
func (t *token) examples(ms []policy.Mention) []policy.Mention {
	if t.id == "" {
		return ms[:1]
	}
	return ms[:min(3, len(ms))]
}

// prove finds what shows a token.
func (x *index) prove(t *token) proof {
	var q proof
	switch t.kind {
	case "fact":
		x.proveFact(&q, t)
	case "ctl", "rep", "dpo", "gro":
		x.proveParty(&q, t)
	case "ctc", "email", "addr", "ctc2", "groc":
		x.proveContact(&q, t)
	case "dest":
		for i := range x.p.Transfers {
			if tr := &x.p.Transfers[i]; x.leaves(tr) {
				x.see(&q, t, policy.Everybody, false, tr.Mentions)
			}
		}
	case "locz":
		for i := range x.p.Transfers {
			if tr := &x.p.Transfers[i]; tr.Localised && x.within(tr.Country) {
				x.see(&q, t, policy.Everybody, false, tr.Mentions)
			}
		}
	case "child":
		for i := range x.p.Children {
			x.see(&q, t, policy.Everybody, false, x.p.Children[i].Mentions)
		}
		for _, it := range x.facts[taxonomy.FacetStatement] {
			if strings.HasPrefix(it.ID, "children.") && !it.Denied() {
				x.see(&q, t, it.Region, false, it.Mentions)
			}
		}
	case "upd", "upd12":
		updated := x.p.Document.Updated
		if updated.IsZero() || t.kind == "upd12" && addMonths(updated, 12).Compare(x.on) < 0 {
			break
		}
		q.strength, q.evidence = Whole, x.datePassage(updated)
	case "words":
		if q.evidence = x.findWords(t.id); len(q.evidence) > 0 {
			q.strength = Whole
		}
	case "flow":
		x.proveFlow(&q, t)
	case "passage", "section":
		x.proveTogether(&q, t)
	}
	return q
}

// leaves reports whether a transfer takes data of people of the jurisdiction to a
// country outside. That data of people of another country stays there does not,
// even where the same words name that country as a destination.
func (x *index) leaves(tr *policy.Transfer) bool {
	if tr.Localised || x.within(tr.Country) {
		return false
	}
	for i := range x.p.Transfers {
		if other := &x.p.Transfers[i]; other.Localised && other.Country == tr.Country {
			return slices.ContainsFunc(tr.Mentions, func(m policy.Mention) bool { return !slices.Contains(other.Mentions, m) })
		}
	}
	return true
}

// forCalifornians reports whether m stands in a section for people in California.
func (x *index) forCalifornians(m policy.Mention) bool {
	return x.inSection(m, policy.SectionCalifornia)
}

// inSection reports whether m stands in a section of a kind, or below one.
func (x *index) inSection(m policy.Mention, kind policy.SectionKind) bool {
	if m.Passage < 0 || m.Passage >= len(x.p.Passages) {
		return false
	}
	for i := x.p.Passages[m.Passage].Section; i >= 0 && i < len(x.p.Sections); {
		if x.p.Sections[i].Kind == kind {
			return true
		}
		parent := x.p.Sections[i].Parent
		if parent >= i { // not the order of the model
			return false
		}
		i = parent
	}
	return false
}

// weighed are the facets of which a statement about some services alone shows
// only a part. Data, purposes and recipients always belong to some service.
var weighed = map[taxonomy.Facet]bool{
	taxonomy.FacetRight: true, taxonomy.FacetRetention: true, taxonomy.FacetDisposal: true, taxonomy.FacetSafeguard: true,
	taxonomy.FacetSecurity: true, taxonomy.FacetChangeNotice: true,
}

func (x *index) proveFact(q *proof, t *token) {
	if t.id == "" {
		q.evidence = make([]policy.Mention, 0, len(x.facts[t.facet]))
	}
	for _, it := range x.facts[t.facet] {
		if !t.matches(it.ID) || t.id == "" && hollow(it) {
			continue
		}
		if it.Denied() && !t.neg {
			// That one thing of a facet is not so leaves the others.
			q.denied = q.denied || t.id != "" && (t.region == "" || it.Region == t.region) && x.extent(it.Region) == Whole
			continue
		}
		x.see(q, t, it.Region, weighed[t.facet] && ofServices(it.Mentions), it.Mentions)
	}
}

// ofServices reports whether something is said of some services only, wherever it
// is said.
func ofServices(ms []policy.Mention) bool {
	return !slices.ContainsFunc(ms, func(m policy.Mention) bool { return m.Condition != policy.SomeService })
}

// hollow reports whether a fact belongs to a facet without showing it: that
// security is not guaranteed is no security measure, that changes are not
// announced is no announcement, and how long records of requests are kept, or what
// others do, is not how long data is kept.
func hollow(it policy.Item) bool {
	switch it.Facet {
	case taxonomy.FacetSecurity:
		return it.ID == string(taxonomy.SecurityNoGuarantee)
	case taxonomy.FacetChangeNotice:
		return it.ID == string(taxonomy.ChangeNoticeNone)
	case taxonomy.FacetRetention:
		return it.ID == string(taxonomy.RetentionRecords) || it.ID == string(taxonomy.RetentionThirdPartyPolicy)
	}
	return false
}

var roles = map[string]policy.Role{"rep": policy.Representative, "dpo": policy.DataProtectionOfficer,
	"gro": policy.GrievanceOfficer, "groc": policy.GrievanceOfficer}

func (x *index) proveParty(q *proof, t *token) {
	for i := range x.p.Parties {
		party := &x.p.Parties[i]
		wanted := party.Role == roles[t.kind]
		if t.kind == "ctl" {
			wanted = party.Role == policy.Controller || party.Role == policy.Operator
		}
		if wanted && party.Name != "" {
			x.see(q, t, party.Region, false, party.Mentions)
		}
	}
	if t.kind == "ctl" {
		return
	}
	for i := range x.p.Contacts {
		if c := &x.p.Contacts[i]; c.Role == roles[t.kind] {
			x.see(q, t, c.Region, false, c.Mentions)
		}
	}
}

func (x *index) proveContact(q *proof, t *token) {
	n := 0
	for _, direct := range []bool{true, false} {
		for i := range x.p.Contacts {
			c := &x.p.Contacts[i]
			wanted := (c.Type != policy.URL) == direct
			switch {
			case c.Type == policy.Person:
				wanted = false
			case t.kind == "groc":
				wanted = wanted && c.Role == roles["groc"]
			case t.kind == "email":
				wanted = wanted && c.Type == policy.Email
			case t.kind == "addr":
				wanted = wanted && c.Type == policy.Address
			}
			if wanted && x.see(q, t, c.Region, false, c.Mentions) {
				n++
			}
		}
		// Addresses of web pages are often those of others: they count where
		// there is nothing else.
		if n > 0 && t.kind != "ctc2" {
			return
		}
	}
	if t.kind == "ctc2" && n < 2 {
		*q = proof{}
	}
}
