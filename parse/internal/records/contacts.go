package records

import (
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
	case policy.Address:
		k.value = key(strings.Replace(c.Value, " te ", " ", 1)) // Voorbeeldstraat 1 te 1011 AB Amsterdam
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
		c.Mentions = r.one(m)
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
	if s.has&hasEmail != 0 || s.mask&tAt != 0 {
		r.readEmails(s)
	}
	if s.has&hasURL != 0 {
		r.readURLs(s)
	}
	if s.has&hasDigits != 0 {
		r.readPhones(s)
	}
	r.readHolder(s)
}

// region returns whom a contact that s names is meant for.
func (r *reader) region(s sentence) policy.Region {
	if s.has&(hasEmail|hasURL|hasNumber) != 0 {
		if own := r.sentenceScope(); own.n > 0 {
			return own.first()
		}
	}
	return r.scope.first()
}

// readByPlace reads the representatives that s names by where they are, "EU:
// Example GmbH; UK: Example Ltd", and reports whether there are any.
func (r *reader) readByPlace(s sentence) bool {
	found := false
	for k := range r.nameBuf {
		n := r.nameBuf[k]
		for i := n.lo - 2; i >= s.lo && i >= n.lo-4; i-- {
			if p, ok := r.placeAt(i); ok && r.toks[n.lo-1].is(':') && p.hi == n.lo-1 {
				var sc scope
				sc.add(p.region())
				r.assign(s, n, policy.Representative, sc)
				found = true
				break
			}
		}
	}
	return found
}

// readHolder reads the holder of a role that an earlier line has named, or a
// person to contact: "Name: Jane Doe".
func (r *reader) readHolder(s sentence) {
	p := r.pending
	if s.mask&tName != 0 {
		for i := r.next(tName, s.lo, s.hi); i+2 < s.hi; i = r.next(tName, i+1, s.hi) {
			if !r.toks[i+1].is(':') && !r.toks[i+1].is('|') {
				continue
			}
			to := r.person(i+2, s.hi)
			if to == 0 {
				continue
			}
			if p.role != "" && p.role != policy.Controller {
				g := p.region
				if g == "" {
					g = r.region(s)
				}
				r.addParty(party{name: r.words(i+2, to), role: p.role, region: g, mention: r.mention(i+2, to)})
			}
			r.addContact(policy.Contact{Type: policy.Person, Value: r.words(i+2, to), Region: r.region(s), Role: p.role}, r.mention(i+2, to))
			return
		}
	}
	if p.role == "" || s.mask&roleWords != 0 {
		return
	}
	if p.role == policy.Representative && r.readByPlace(s) {
		r.pending.left = patience // more of them may follow
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
	if _, place := r.placeAt(s.lo); place {
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
