package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
)

// between returns the rows that tell what became of an older text, a line each:
// group, label, what, from and to, evidence before and after.
func between(t *testing.T, older, now string) []string {
	t.Helper()
	a, b := version{Name: "a", Text: older}, version{Name: "b", Text: now}
	require.NoError(t, a.parse())
	require.NoError(t, b.parse())
	law, err := assessed(b, "EEA", day)
	require.NoError(t, err)
	c := compared(b, a)
	newPage(b, law, c) // links the evidence
	var rows []string
	for _, g := range c.Groups {
		for _, r := range g.Rows {
			row := []string{g.ID, r.Label, r.What, r.FromTo}
			for _, p := range append(r.Before, r.After...) {
				row = append(row, p.Anchor+"<"+p.Words+">")
			}
			rows = append(rows, strings.Join(row, "|"))
		}
	}
	return rows
}

func TestChanges(t *testing.T) {
	rows := between(t,
		"We collect your name. We keep it for two years. We send data to Ireland. We may collect your location.",
		"We collect your name and your date of birth. We keep it for 6 months. We send data to Ireland. With your consent, we may collect your location.")
	for _, want := range []string{
		"material|added|Personal data: Date of birth||t30<date of birth>",
		"2 years → 6 months",
		"→ with consent",
	} {
		assert.Contains(t, strings.Join(rows, "\n"), want)
	}
	assert.Empty(t, between(t, samplePolicy, samplePolicy))
}

// Material changes stand open as long as they are few.
func TestOpen(t *testing.T) {
	a, b := version{Name: "a", Text: "We collect your name."}, version{Name: "b", Text: "We collect your e-mail address."}
	require.NoError(t, a.parse())
	require.NoError(t, b.parse())
	assert.True(t, compared(b, a).Groups[0].Open)
	for i := range mostOpen {
		b.Policy.Recipients = append(b.Policy.Recipients, policy.Recipient{ID: "provider", Name: string(rune('A' + i)), Fact: b.Policy.Data[0].Fact})
	}
	c := compared(b, a)
	assert.Greater(t, len(c.Groups[0].Rows), mostOpen)
	assert.False(t, c.Groups[0].Open)
}

// What the reason of a verdict names as missing is not named again.
func TestLawMissing(t *testing.T) {
	v := version{Name: "a", Text: "We collect your name."}
	require.NoError(t, v.parse())
	law, err := assessed(v, "EEA", day)
	require.NoError(t, err)
	require.Equal(t, "not-found", law.Groups[0].ID)
	for _, row := range law.Groups[0].Rows {
		assert.Contains(t, row.Why, "not found: ")
		assert.Empty(t, row.Missing, row.Why)
	}
}

func TestTranslation(t *testing.T) {
	rows := strings.Join(between(t,
		"Privacybeleid\n\nWij verzamelen uw naam en uw e-mailadres. Wij delen deze gegevens met vervoerders.",
		"Privacy policy\n\nWe collect your name and your phone number. We share these data with carriers."), "\n")
	assert.Contains(t, rows, "only here|Personal data: Telephone number")
	assert.Contains(t, rows, "only there|Personal data: E-mail address")
	assert.NotContains(t, rows, "Personal data: Name")
	assert.NotContains(t, rows, "flow|", "translations are not compared by flows")
}
