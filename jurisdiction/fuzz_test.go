package jurisdiction

import (
	"testing"

	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
)

// FuzzJudge judges by whatever somebody writes in the notation.
func FuzzJudge(f *testing.F) {
	for i := range requirementTable() {
		r := requirementTable()[i].at(policy.Date{Year: 2026, Month: 11, Day: 21})
		f.Add(r.Evidence, r.When)
	}
	for _, s := range []string{"flow(ctl upd)", "passage(n/x words:abroad)", "section(flow(data purp) ctc)", "n/x | data", "~n/x + ~data", "data@EEA!", "ret= | rcpt!"} {
		f.Add(s, s)
	}
	p, err := parse.Parse("Floe Kites Ltd is the controller: privacy@floe.example. We use your name for marketing with your consent, and share it with advertisers in Kenya. "+
		"In California we do not sell your data. Last updated 2 May 2026.", nil)
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, evidence, when string) {
		for _, c := range All() {
			v, err := Requirement{Provision: Provision{Jurisdiction: c}, Evidence: evidence, When: when}.Judge(p, policy.Date{Year: 2026, Month: 11, Day: 21})
			if err != nil {
				continue
			}
			require.Contains(t, Statuses(), v.Status)
			require.NotEmpty(t, v.Why)
			for _, m := range v.Evidence {
				require.False(t, m.Span.IsZero())
				require.True(t, p.Passages[m.Passage].Span.Overlaps(m.Span))
			}
		}
	})
}
