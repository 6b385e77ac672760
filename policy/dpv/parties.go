package dpv

import (
	"example.com/policymodel/policy"
)

// role returns the property and class of a party in a role. Roles that DPV
// does not have are entities.
func role(r policy.Role) (property, class term) {
	switch r {
	case policy.Controller:
		return hasDataController, dataController
	case policy.Processor:
		return hasDataProcessor, dataProcessor
	case policy.Operator:
		return hasEntity, legalEntity
	case policy.Representative:
		return hasRepresentative, representative
	case policy.DataProtectionOfficer:
		return hasDPO, dpo
	}
	return hasEntity, entity
}

// parties adds the parties with their contacts. A contact belongs to the first
// party in its role for the same people; one without a role to the controller,
// or else the operator. Contacts without a party are the root's.
func (g *grapher) parties() {
	type place struct {
		role   policy.Role
		region policy.Region
	}
	nodes := make(map[place]*node)
	for i := range g.p.Parties {
		party := &g.p.Parties[i]
		property, class := role(party.Role)
		n := newNode(class)
		n.add(hasName, text(party.Name))
		g.locate(n, hasCountry, policy.Region(party.Country))
		g.locate(n, hasJurisdiction, party.Region)
		g.cite(n, spans(party.Mentions)...)
		g.root.add(property, n)
		if at := (place{party.Role, party.Region}); nodes[at] == nil {
			nodes[at] = n
		}
	}
	for i := range g.p.Contacts {
		c := &g.p.Contacts[i]
		roles := []policy.Role{c.Role}
		if c.Role == "" {
			roles = []policy.Role{policy.Controller, policy.Operator}
		}
		n := g.root
		for _, role := range roles {
			if party := nodes[place{role, c.Region}]; party != nil {
				n = party
				break
			}
		}
		property := hasContact
		if c.Type == policy.Address {
			property = hasAddress
		}
		n.add(property, text(c.Value))
	}
}
