package tie

import (
	"slices"
	"strings"

	"example.com/policymodel/policy"
)

// Address returns the postal address of a party for the people of a region,
// on one line: one that contains its name or stands in a passage that names
// it, else the only one that is for the same people, unless it contains the
// name of another party. Addresses of other roles than controller and operator
// are not looked at.
func Address(p *policy.Policy, people policy.Region, party *policy.Party) string {
	named := make(map[int]bool)
	for _, m := range party.Mentions {
		named[m.Passage] = true
	}
	var others []string
	for c := range p.ContactsFor(people) {
		if c.Type != policy.Address || c.Role != "" && c.Role != policy.Controller && c.Role != policy.Operator {
			continue
		}
		value := Line(c.Value)
		if contains(value, party.Name) || slices.ContainsFunc(c.Mentions, func(m policy.Mention) bool { return named[m.Passage] }) {
			return value
		}
		if c.Region == party.Region && !slices.Contains(others, value) {
			others = append(others, value)
		}
	}
	if len(others) != 1 || slices.ContainsFunc(p.Parties, func(x policy.Party) bool { return contains(others[0], x.Name) }) {
		return ""
	}
	return others[0]
}

// contains reports whether s has a name in it, in whatever case.
func contains(s, name string) bool {
	return name != "" && strings.Contains(strings.ToLower(s), strings.ToLower(Line(name)))
}
