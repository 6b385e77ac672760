package records

import (
	"slices"
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

// maxParties bounds the statements of roles that are kept.
const maxParties = 256

func (r *reader) addParty(p party) {
	if len(r.parties) < maxParties {
		p.name = r.spelled(p.name)
		r.parties = append(r.parties, p)
	}
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

// finishParties makes the list of parties: the company that speaks, and who
// has a role, once for each role and region.
func (r *reader) finishParties() {
	ours := append(r.ours, r.parties...)
	said := false
	for _, c := range r.us {
		if c.we && (c.name == r.out.LegalEntity || !r.isRegional(c.name) && (c.company || r.out.LegalEntity == "")) {
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
	r.ours = ours
	for _, p := range ours {
		if p.office && holds(ours, p.role) || r.isOwn(p) {
			continue
		}
		if r.out.LegalEntity != "" && sameName(p.name, r.out.Organisation) && (said || !r.isRegional(r.out.LegalEntity)) {
			p.name = r.out.LegalEntity
		}
		r.putParty(p)
	}
	for i := range r.out.Parties {
		p := &r.out.Parties[i]
		p.Country = r.countryOf(p.Name)
		if p.Country == "" && p.Region == "" && p.Name == r.out.LegalEntity {
			p.Country = r.ownSeat()
		}
		slices.SortStableFunc(p.Mentions, func(a, b policy.Mention) int { return a.Span.Start - b.Span.Start })
	}
	slices.SortStableFunc(r.out.Parties, func(a, b policy.Party) int { return a.Mentions[0].Span.Start - b.Mentions[0].Span.Start })
}

// ownSeat returns the country of the addresses that are nobody's, which makes
// them those of the company that speaks: if they are in one country, and no
// other company of the publisher is named.
func (r *reader) ownSeat() string {
	for _, c := range r.us {
		if c.company && c.name != r.out.LegalEntity && related(c.name, r.out.Organisation) {
			return ""
		}
	}
	if r.seat == manySeats {
		return ""
	}
	return r.seat
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
		if q.Region != p.region || !sameName(q.Name, p.name) && !(p.office && q.Role == p.role) {
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
	r.out.Parties = append(r.out.Parties, policy.Party{Name: p.name, Role: p.role, Region: p.region, Mentions: r.one(p.mention)})
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
	r.shouting = -1 // names may be in capitals
	country := ""
	for _, p := range r.places(0, len(r.toks)) {
		if !p.adjective && len(p.code) == 2 {
			country = p.code
		}
	}
	r.text = text
	return country
}
