package tie_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/internal/tie"
)

func TestAddress(t *testing.T) {
	at := func(passage int) []policy.Mention { return []policy.Mention{{Passage: passage}} }
	address := func(value string, r policy.Region, passage int) policy.Contact {
		return policy.Contact{Type: policy.Address, Value: value, Region: r, Mentions: at(passage)}
	}
	acme := policy.Party{Name: "Acme  Ltd", Role: policy.Controller, Mentions: at(1)}
	for name, c := range map[string]struct {
		contacts []policy.Contact
		want     string
	}{
		"none":            {nil, ""},
		"with the name":   {[]policy.Contact{address("1 Road", "", 7), address("ACME Ltd,\n2 Road", "", 8)}, "ACME Ltd, 2 Road"},
		"same passage":    {[]policy.Contact{address("1 Road", "", 7), address("3 Road", "", 1)}, "3 Road"},
		"the only one":    {[]policy.Contact{address("1 Road", "", 7), address("1  Road", "", 8)}, "1 Road"},
		"one of two":      {[]policy.Contact{address("1 Road", "", 7), address("3 Road", "", 8)}, ""},
		"another's":       {[]policy.Contact{address("Zenith GmbH, 1 Road", "", 7)}, ""},
		"other people's":  {[]policy.Contact{address("1 Road", policy.EEA, 7)}, ""},
		"an officer's":    {[]policy.Contact{{Type: policy.Address, Value: "1 Road", Role: policy.DataProtectionOfficer, Mentions: at(1)}}, ""},
		"not for anybody": {[]policy.Contact{address("1 Road", policy.India, 1)}, ""},
	} {
		p := &policy.Policy{Parties: []policy.Party{acme, {Name: "Zenith GmbH", Role: policy.Controller}}, Contacts: c.contacts}
		assert.Equal(t, c.want, tie.Address(p, policy.EEA, &acme), name)
	}
}
