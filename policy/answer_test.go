package policy_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

func TestAnswer(t *testing.T) {
	section := func(kind policy.SectionKind, reading policy.Reading) policy.Policy {
		return policy.Policy{
			Document: policy.Document{Language: language.English},
			Sections: []policy.Section{{Kind: kind, Parent: -1}},
			Passages: []policy.Passage{{Section: 0, Reading: reading}},
		}
	}
	for _, tt := range []struct {
		name  string
		p     policy.Policy
		facet taxonomy.Facet
		want  policy.Answer
	}{
		{"nothing at all", policy.Policy{}, taxonomy.FacetData, policy.Silent},
		{"a fact", policy.Policy{Rights: []policy.Right{{ID: taxonomy.RightAccess}}}, taxonomy.FacetRight, policy.Stated},
		{"a fact of another facet", policy.Policy{Rights: []policy.Right{{ID: taxonomy.RightAccess}}}, taxonomy.FacetData, policy.Silent},
		{"unread, on the facet", section(policy.SectionRetention, policy.NotRead), taxonomy.FacetRetention, policy.Unclear},
		{"unread, on another", section(policy.SectionSecurity, policy.NotRead), taxonomy.FacetRetention, policy.Silent},
		{"unread, on nothing that is known", section(policy.SectionOther, policy.NotRead), taxonomy.FacetRetention, policy.Unclear},
		{"unread, without a heading", policy.Policy{Document: policy.Document{Language: language.English}, Passages: []policy.Passage{{Section: -1, Reading: policy.NotRead}}}, taxonomy.FacetRetention, policy.Unclear},
		{"read, without a heading", policy.Policy{Document: policy.Document{Language: language.English}, Passages: []policy.Passage{{Section: -1, Reading: policy.Boilerplate}}}, taxonomy.FacetRetention, policy.Silent},
		{"read", section(policy.SectionRetention, policy.Boilerplate), taxonomy.FacetRetention, policy.Silent},
		{"no concept", policy.Policy{Unclassified: []policy.Unclassified{{Facet: taxonomy.FacetData}}}, taxonomy.FacetData, policy.Unclear},
		{"other language", policy.Policy{Passages: []policy.Passage{{Section: -1}}}, taxonomy.FacetData, policy.Unclear},
	} {
		assert.Equal(t, tt.want, tt.p.Answer(tt.facet), tt.name)
	}
}

func ExamplePolicy_Answer() {
	p := policy.Policy{
		Document: policy.Document{Language: language.English},
		Purposes: []policy.Purpose{{ID: taxonomy.PurposeMarketing}},
	}
	fmt.Println(p.Answer(taxonomy.FacetPurpose), p.Answer(taxonomy.FacetRetention))
	// Output: stated silent
}
