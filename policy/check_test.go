package policy_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

func TestCheckHolds(t *testing.T) {
	require.NoError(t, new(policy.Policy).Check())
	p := shop()
	require.NoError(t, p.Check())
	p.Data[0].ID = "contact.carrier-pigeon" // of a newer taxonomy
	p.Passages[0].Reading = "skimmed"
	p.Contacts[0].Type = "signal"
	p.Flows[1].Data = nil
	p.Document.Body = policy.Span{}
	p.Notes[0].Span = policy.Span{}
	require.NoError(t, p.Check())
	p.Passages[7].Text = p.Passages[7].Text[1:] + "\xff" // as a text that is not UTF-8 may be
	require.NoError(t, p.Check())
}

func TestCheckFails(t *testing.T) {
	type P = policy.Policy
	for _, tt := range []struct {
		path, problem string
		spoil         func(p *P)
	}{
		{"source.sha256", "hexadecimal", func(p *P) { p.Source.SHA256 = "abc" }},
		{"source.sha256", "lower case", func(p *P) { p.Source.SHA256 = "A" + p.Source.SHA256[1:] }},
		{"source.bytes", "-1", func(p *P) { p.Source = policy.Source{SHA256: p.Source.SHA256, Bytes: -1} }},
		{"document.title", "UTF-8", func(p *P) { p.Document.Title = "\xff" }},
		{"document.updated", "2023-02-29", func(p *P) { p.Document.Updated = policy.Date{2023, 2, 29} }},
		{"document.body", "not within the text", func(p *P) { p.Document.Body.End = 803 }},
		{"sections[1].span", "empty", func(p *P) { p.Sections[1].Span.End = p.Sections[1].Span.Start }},
		{"sections[1].heading", "not within the section", func(p *P) { p.Sections[1].Heading = p.Sections[0].Heading }},
		{"sections[1].parent", "1", func(p *P) { p.Sections[1].Parent = 1 }},
		{"sections[0].parent", "-2", func(p *P) { p.Sections[0].Parent = -2 }},
		{"sections[2].level", "parent", func(p *P) { p.Sections[2].Level = 1 }},
		{"sections[2].span", "out of order", func(p *P) { p.Sections[1], p.Sections[2] = p.Sections[2], p.Sections[1] }},
		{"sections[1].span", "parent", func(p *P) { p.Sections[0].Span.End = 200 }},
		{"sections[1].kind", "hyphens", func(p *P) { p.Sections[1].Kind = "Kind" }},
		{"passages[1].span", "overlaps", func(p *P) { p.Passages[1].Span.Start -= 10 }},
		{"passages[0].span", "not within", func(p *P) { p.Passages[0].Span.Start = -1 }},
		{"passages[1].text", "has 0 bytes, its span 21", func(p *P) { p.Passages[1].Text = "" }},
		{"passages[1].section", "4", func(p *P) { p.Passages[1].Section = 4 }},
		{"passages[1].reading", "empty", func(p *P) { p.Passages[1].Reading = "" }},
		{"data[0].id", `""`, func(p *P) { p.Data[0].ID = "" }},
		{"data[0].id", `"contact..email"`, func(p *P) { p.Data[0].ID = "contact..email" }},
		{"data[0].id", `"contact-"`, func(p *P) { p.Data[0].ID = "contact-" }},
		{"data[1].id", "earlier fact", func(p *P) { p.Data[1].ID = p.Data[0].ID }},
		{"data[1].sources[1]", `"Person"`, func(p *P) { p.Data[1].Sources = []taxonomy.Source{"person", "Person"} }},
		{"data[1].mentions[0].span", "out of order", func(p *P) { p.Data[0], p.Data[1] = p.Data[1], p.Data[0] }},
		{"purposes[1].mentions", "empty", func(p *P) { p.Purposes[1].Mentions = nil }},
		{"purposes[1].mentions[0].span", "passage", func(p *P) { p.Purposes[1].Mentions[0].Passage = 6 }},
		{"purposes[1].mentions[0].passage", "19", func(p *P) { p.Purposes[1].Mentions[0].Passage = 19 }},
		{"purposes[1].mentions[1].span", "stands twice", func(p *P) { p.Purposes[1].Mentions[1] = p.Purposes[1].Mentions[0] }},
		{"purposes[1].mentions[1].condition", "Consent", func(p *P) { p.Purposes[1].Mentions[1].Condition = "Consent" }},
		{"recipients[1].name", "UTF-8", func(p *P) { p.Recipients[1].Name = "\xc0\xaf" }},
		{"retention[0].period", `"7 years"`, func(p *P) { p.Retention[0].Period = "7 years" }},
		{"rights[0].region", `"Europe"`, func(p *P) { p.Rights[0].Region = "Europe" }},
		{"parties[0].name", "empty", func(p *P) { p.Parties[0].Name = "" }},
		{"parties[0].role", "empty", func(p *P) { p.Parties[0].Role = "" }},
		{"parties[0].country", `"nl"`, func(p *P) { p.Parties[0].Country = "nl" }},
		{"parties[1].region", `"eea"`, func(p *P) { p.Parties[1].Region = "eea" }},
		{"contacts[0].type", "empty", func(p *P) { p.Contacts[0].Type = "" }},
		{"contacts[0].value", "empty", func(p *P) { p.Contacts[0].Value = "" }},
		{"contacts[0].role", "Officer", func(p *P) { p.Contacts[0].Role = "Officer" }},
		{"contacts[1].mentions[0].span", "out of order", func(p *P) { p.Contacts[0], p.Contacts[1] = p.Contacts[1], p.Contacts[0] }},
		{"transfers[0].country", "capital", func(p *P) { p.Transfers[0].Country = "" }},
		{"children[0].age", "0", func(p *P) { p.Children[0].Age = 0 }},
		{"flows[1].span", "out of order", func(p *P) { p.Flows[0], p.Flows[1] = p.Flows[1], p.Flows[0] }},
		{"flows[0].span", "empty", func(p *P) { p.Flows[0].Span = policy.Span{} }},
		{"flows[0].region", "EU!", func(p *P) { p.Flows[0].Region = "EU!" }},
		{"flows[0].legalBases[0]", `"?"`, func(p *P) { p.Flows[0].LegalBases = []taxonomy.LegalBasis{"?"} }},
		{"unclassified[0].facet", "empty", func(p *P) { p.Unclassified[0].Facet = "" }},
		{"unclassified[0].span", "passage", func(p *P) { p.Unclassified[0].Passage = 0 }},
		{"unclassified[0].passage", "-1", func(p *P) { p.Unclassified[0].Passage = -1 }},
		{"notes[0].code", "empty", func(p *P) { p.Notes[0].Code = "" }},
		{"notes[0].span", "empty", func(p *P) { p.Notes[0].Span.End = 3 }},
	} {
		p := shop()
		tt.spoil(p)
		var check *policy.CheckError
		require.ErrorAs(t, p.Check(), &check, tt.path)
		assert.Equal(t, tt.path, check.Path)
		assert.Contains(t, check.Problem, tt.problem, tt.path)
	}
}
