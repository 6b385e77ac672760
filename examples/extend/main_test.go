package main

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

func Example() {
	if err := run(os.Stdout); err != nil {
		panic(err)
	}
	// Output:
	// With a term:
	//   profile generic, organisation ""
	//   data sensitive.biometric "nib print"
	// With a profile:
	//   profile brightmoor, organisation "Brightmoor Post"
	//   data content.feedback "quill score"
	// With both:
	//   profile brightmoor, organisation "Brightmoor Post"
	//   data sensitive.biometric "nib print"
	//   data content.feedback "quill score"
	// Requirements of our own:
	//   whether data is sold: not-found
	//   which data couriers get: met "We share your e-mail address with parcel carriers to deliver prizes"
	//   that some data is kept for 90 days at most: met "30 days"
	// With those of the law, 5 of 17 are met.
}

func read(t *testing.T, text string, cfg *parse.Config) *policy.Policy {
	t.Helper()
	p, err := parse.Parse(text, cfg)
	require.NoError(t, err)
	return p
}

func says[T taxonomy.ID](p *policy.Policy, id T) bool {
	for range policy.Says(p, id) {
		return true
	}
	return false
}

func TestTerm(t *testing.T) {
	assert.False(t, says(read(t, text, nil), taxonomy.DataSensitiveBiometric))
	assert.True(t, says(read(t, text, &parse.Config{Terms: []parse.Term{nibPrint}}), taxonomy.DataSensitiveBiometric))

	_, err := parse.New(&parse.Config{Terms: []parse.Term{{Facet: taxonomy.FacetData, ID: "nib", Phrase: "nib print"}}})
	var wrong *parse.ConfigError
	assert.ErrorAs(t, err, &wrong, "a concept that the taxonomy does not have")
}

func TestProfile(t *testing.T) {
	without := read(t, text, nil)
	assert.Equal(t, "generic", without.Document.Profile)
	assert.False(t, says(without, taxonomy.DataContentFeedback))

	with := read(t, text, &parse.Config{Profile: brightmoor})
	assert.Equal(t, "brightmoor", with.Document.Profile)
	assert.Equal(t, "Brightmoor Post", with.Document.Organisation)
	assert.True(t, says(with, taxonomy.DataContentFeedback))
	assert.False(t, says(with, taxonomy.DataSensitiveBiometric), "the term is no part of the profile")
	for item := range without.Facts() {
		assert.Contains(t, allFacts(with), describe(without, item), "a profile adds to the general reading")
	}
}

func allFacts(p *policy.Policy) []string {
	return factsOnlyIn(p, new(policy.Policy))
}

func TestRequirements(t *testing.T) {
	for _, x := range []struct {
		text          string
		briefly, sale jurisdiction.Status
	}{
		{"We delete your e-mail address after 30 days.", jurisdiction.Met, jurisdiction.NotFound},
		{"We keep your e-mail address for two years.", jurisdiction.NotFound, jurisdiction.NotFound},
		{"We do not sell your personal information.", jurisdiction.NotFound, jurisdiction.Met},
		{"We sell your personal information to advertisers.", jurisdiction.NotFound, jurisdiction.Met},
	} {
		a, err := assess(read(t, x.text, nil), policy.Date{Year: 2026, Month: 11, Day: 21})
		require.NoError(t, err)
		for id, want := range map[string]jurisdiction.Status{"buyer-90-days": x.briefly, "buyer-sale": x.sale, "buyer-couriers": jurisdiction.NotApplicable} {
			v, ok := a.Verdict(id)
			require.True(t, ok, id)
			assert.Equal(t, want, v.Status, "%s of %q", id, x.text)
			assert.Equal(t, want == jurisdiction.Met, len(v.Evidence) > 0)
		}
	}
	unread := read(t, "Wir speichern Ihre Daten so lange wie nötig und löschen sie danach wieder aus unseren Systemen.", nil)
	assert.Equal(t, jurisdiction.CannotTell, keepsBriefly(unread).Status, "a language that is not read")
}
