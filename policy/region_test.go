package policy_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/policy"
)

func TestRegionIncludes(t *testing.T) {
	for _, tt := range []struct {
		r, other policy.Region
		want     bool
	}{
		{"", "", true},
		{"", "EEA", true},
		{"", "US-CA", true},
		{"EEA", "", false},
		{"EEA", "EEA", true},
		{"EEA", "NL", true},
		{"EEA", "NO", true},
		{"EEA", "DE-BY", true},
		{"EEA", "GB", false},
		{"EEA", "CH", false},
		{"EEA", "US-DE", false},
		{"NL", "EEA", false},
		{"NL", "NL", true},
		{"NL", "", false},
		{"US", "US-CA", true},
		{"US", "US", true},
		{"US-CA", "US", false},
		{"US-CA", "US-CA", true},
		{"U", "US", false},
		{"US", "USA", false},
	} {
		assert.Equal(t, tt.want, tt.r.Includes(tt.other), "%q %q", tt.r, tt.other)
	}
	states := 0
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if policy.EEA.Includes(policy.Region([]rune{a, b})) {
				states++
			}
		}
	}
	assert.Equal(t, 30, states)
}

func TestRegionValid(t *testing.T) {
	for _, r := range []policy.Region{"", "EEA", "NL", "US-CA", "FR-75C", "GB-ENG", "CN-11"} {
		assert.True(t, r.Valid(), "%q", r)
	}
	for _, r := range []policy.Region{"nl", "N", "EU27", "EEA-NL", "US-", "US-ca", "US-CALI", "-CA", "US_CA", "ÉÉ"} {
		assert.False(t, r.Valid(), "%q", r)
	}
}

func TestPartiesForOrder(t *testing.T) {
	p := &policy.Policy{Parties: []policy.Party{
		{Name: "all 1"}, {Name: "Bavaria", Region: "DE-BY"}, {Name: "EEA 1", Region: "EEA"}, {Name: "Germany", Region: "DE"},
		{Name: "France", Region: "FR"}, {Name: "EEA 2", Region: "EEA"}, {Name: "all 2"},
	}}
	names := func(people policy.Region) (names []string) {
		for x := range p.PartiesFor(people) {
			names = append(names, x.Name)
		}
		return names
	}
	assert.Equal(t, []string{"Bavaria", "Germany", "EEA 1", "EEA 2", "all 1", "all 2"}, names("DE-BY"))
	assert.Equal(t, []string{"Germany", "EEA 1", "EEA 2", "all 1", "all 2"}, names("DE"))
	assert.Equal(t, []string{"EEA 1", "EEA 2", "all 1", "all 2"}, names("EEA"))
	assert.Equal(t, []string{"all 1", "all 2"}, names("IN"))
	assert.Equal(t, []string{"all 1", "all 2"}, names(""))
	assert.Len(t, slices.Collect(shop().ContactsFor("NL")), 2)
}
