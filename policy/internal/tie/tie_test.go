package tie_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/internal/sample"
	"example.com/policymodel/policy/internal/tie"
	"example.com/policymodel/taxonomy"
)

var facets = []taxonomy.Facet{
	taxonomy.FacetData, taxonomy.FacetPurpose, taxonomy.FacetLegalBasis, taxonomy.FacetRecipient,
	taxonomy.FacetSource, taxonomy.FacetRetention, taxonomy.FacetSubject,
}

// describe lists groups and what they tie, one group a line.
func describe(groups []*tie.Group) string {
	var b strings.Builder
	for _, g := range groups {
		fmt.Fprintf(&b, "%q", g.ID)
		for _, f := range facets {
			for _, l := range g.Links(f) {
				fmt.Fprintf(&b, " %s:%s", f, l.ID)
				if l.Name != "" || l.Period != "" {
					fmt.Fprintf(&b, "(%s%s)", l.Name, l.Period)
				}
				if len(l.Mentions) > 1 {
					fmt.Fprintf(&b, "×%d", len(l.Mentions))
				}
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestGroupsByData(t *testing.T) {
	p, _ := sample.Policy()
	got := describe(tie.Groups(p, taxonomy.FacetData, tie.Of(policy.EEA)))
	assert.Equal(t, `"" purpose:improvement purpose:legal.claims purpose:analytics recipient:provider.analytics(Tally & Sons) retention:purpose subject:visitor
"contact.email" purpose:service.delivery purpose:marketing.direct legal-basis:contract legal-basis:consent source:person×3
"contact.address.delivery" purpose:service.delivery×2 legal-basis:contract recipient:provider.delivery source:person×5 retention:fixed-period(P2Y) retention:legal-requirement
"activity.usage" legal-basis:legitimate-interests source:automatic×2
"inference" legal-basis:legitimate-interests source:automatic×2
"device.identifier.serial" source:third-party×2 subject:customer
"content.text" source:public subject:customer
"non-personal"
`, got)
}

func TestGroupsByPurpose(t *testing.T) {
	p, _ := sample.Policy()
	got := describe(tie.Groups(p, taxonomy.FacetPurpose, tie.Everywhere))
	assert.Contains(t, got, `"service.delivery" data:contact.email data:contact.address.delivery×2 legal-basis:contract recipient:provider.delivery source:person`)
	assert.Contains(t, got, `"analytics" recipient:provider.analytics(Tally & Sons) subject:visitor`)
	assert.Contains(t, got, "\n\"research\" data:location.approximate\n")
	assert.NotContains(t, got, "content.audio", "denied")
	assert.NotContains(t, got, "partner.advertising", "denied")
	general, _, _ := strings.Cut(got, "\n")
	assert.Contains(t, general, "data:activity.usage")
	assert.Contains(t, general, "legal-basis:legitimate-interests")
}

// A flow may name what no fact says: its own span is the evidence then.
func TestFlowWithoutFacts(t *testing.T) {
	p := &policy.Policy{
		Passages: []policy.Passage{{Span: policy.Span{Start: 5, End: 20}, Text: "a line\n of text"}},
		Flows: []policy.Flow{{
			Span: policy.Span{Start: 5, End: 20}, Data: []taxonomy.Data{"contact"}, Purposes: []taxonomy.Purpose{"research"},
		}},
	}
	groups := tie.Groups(p, taxonomy.FacetData, tie.Everywhere)
	require.Len(t, groups, 2)
	assert.True(t, groups[0].Empty())
	at := policy.Mention{Span: policy.Span{Start: 5, End: 20}, Passage: 0}
	assert.Equal(t, []tie.Link{{ID: "research", Mentions: []policy.Mention{at}}}, groups[1].Links(taxonomy.FacetPurpose))
	assert.Equal(t, []policy.Mention{at}, groups[1].Mentions)
	assert.Equal(t, "a line of text", tie.Quote(p, at))
	assert.Empty(t, tie.Quote(p, policy.Mention{Passage: -1}))
	assert.Empty(t, tie.Quote(p, policy.Mention{Passage: 1}))
	assert.Len(t, tie.Groups(p, taxonomy.FacetData, tie.Of(policy.EEA)), 2)
	assert.Len(t, tie.Groups(&policy.Policy{}, taxonomy.FacetData, tie.Everywhere), 1)
}

func TestLabel(t *testing.T) {
	p, _ := sample.Policy()
	assert.Equal(t, "E-mail address", tie.Label(p, taxonomy.FacetData, "contact.email"))
	assert.Equal(t, "contact.telepathy", tie.Label(p, taxonomy.FacetData, "contact.telepathy"))
	assert.Equal(t, "a \uFFFD b", tie.Line(" a \xff\n\tb "))
}

func TestWithoutWeeks(t *testing.T) {
	for d, want := range map[policy.Duration]string{
		"P3Y": "P3Y", "P2W": "P14D", "P1Y6M": "P1Y6M", "PT72H": "PT72H", "P1M2W3DT4H": "P1M17DT4H", "P0D": "P0D", "P0W": "P0D",
	} {
		assert.Equal(t, want, tie.WithoutWeeks(d))
	}
}
