package jurisdiction_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/policy"
)

// What a buyer asks of shops, beside the law.
func ExampleRequirement_Judge() {
	p := mustParse(shop)
	on := policy.Date{Year: 2026, Month: 11, Day: 21}
	a, err := jurisdiction.Assess(p, jurisdiction.EEA, on)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range []jurisdiction.Requirement{
		{Provision: jurisdiction.Provision{ID: "own-sale", Text: "whether data is sold"}, Evidence: "stmt:sale"},
		{Provision: jurisdiction.Provision{ID: "own-period", Text: "how long data is kept, and what then"}, Evidence: "ret:fixed-period | ~ret + disp"},
		{Provision: jurisdiction.Provision{ID: "own-encryption", Text: "that data is encrypted"}, Evidence: "sec:encryption",
			Condition: "data goes abroad", When: "transfer"},
	} {
		r.Jurisdiction, r.Need = jurisdiction.EEA, jurisdiction.Mandatory
		v, err := r.Judge(p, on)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(v.Status, v.Why)
		a.Verdicts = append(a.Verdicts, v)
	}
	fmt.Println(len(a.Verdicts), "verdicts in all")
	// Output:
	// met stated: sale
	// partly stated: Fixed period; not found in full: Disposal
	// not-applicable the text does not say that the condition holds: data goes abroad
	// 35 verdicts in all
}

// A requirement of the law is judged alone as it is by Assess: what Requirements
// returns says all that decides.
func TestJudge(t *testing.T) {
	for _, text := range []string{shop, "We do not collect any personal data.", "We transfer your data to Kenya and make automated decisions about you. We rely on our legitimate interests."} {
		p := mustParse(text)
		for _, c := range jurisdiction.All() {
			for _, on := range []string{"2017-06-30", "2021-12-27", "2026-11-21", "2027-05-14"} {
				a, err := jurisdiction.Assess(p, c, day(t, on))
				require.NoError(t, err)
				for _, v := range a.Verdicts {
					alone, err := v.Requirement.Judge(p, day(t, on))
					require.NoError(t, err)
					assert.Equal(t, v, alone, "%s on %s", v.Requirement.ID, on)
				}
			}
		}
	}
}

func TestJudgeErrors(t *testing.T) {
	on := day(t, "2026-11-21")
	good := jurisdiction.Requirement{Provision: jurisdiction.Provision{Jurisdiction: jurisdiction.EEA}, Evidence: "right"}
	p := mustParse(shop)
	_, err := good.Judge(p, on)
	require.NoError(t, err)
	_, err = good.Judge(nil, on)
	assert.ErrorIs(t, err, jurisdiction.ErrNoPolicy)
	_, err = good.Judge(p, policy.Date{})
	assert.ErrorIs(t, err, jurisdiction.ErrNoDate)
	for kind, r := range map[string]jurisdiction.Requirement{
		"jurisdiction": {Evidence: "right"},
		"evidence":     {Provision: good.Provision, Evidence: "right:nothing"},
		"condition":    {Provision: good.Provision, Evidence: "right", When: "sometimes"},
	} {
		_, err := r.Judge(p, on)
		var wrong *jurisdiction.ValueError
		require.ErrorAs(t, err, &wrong)
		assert.Equal(t, kind, wrong.Kind)
	}
}
