package compare_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/compare"
	"example.com/policymodel/taxonomy"
)

func TestMatrix(t *testing.T) {
	kite := states(data("contact.email", said(policy.Yes, "")), data("location", said(policy.No, "")), data("future.kind", said(policy.Yes, "")),
		recipient("provider.analytics", "Meter", said(policy.Yes, "")), recipient("provider", "", said(policy.Yes, policy.EEA)),
		retention("P3Y"), age(13), party("Kite B.V.", policy.Controller, "NL", ""))
	gull := states(data("contact.email", said(policy.Yes, policy.EEA)), data("contact.email", said(policy.No, "")), data("identity.name", said(policy.Yes, "")),
		retention("P3Y"), retention("P30D"), age(9), age(16))
	names, both := []string{"Kite", "Gull"}, []*policy.Policy{kite, gull}

	tests := []struct {
		kind compare.Kind
		want string
	}{
		{"data", `
data            Kite  Gull
Name            -     yes
E-mail address  yes   yes [EEA], no
Location        no    -
future.kind     yes   -
`},
		{"recipient", `
recipient            Kite       Gull
Service providers    yes [EEA]  -
Analytics providers  Meter      -
`},
		{"retention", `
retention     Kite  Gull
Fixed period  P3Y   P30D, P3Y
`},
		{compare.Children, `
children  Kite  Gull
9         -     yes
13        yes   -
16        -     yes
`},
		{compare.Controller, `
controller  Kite       Gull
controller  Kite B.V.  -
`},
		{compare.Transfer, `
transfer  Kite  Gull
`},
	}
	for _, tt := range tests {
		t.Run(string(tt.kind), func(t *testing.T) {
			m := compare.NewMatrix(tt.kind, names, both)
			var b strings.Builder
			require.NoError(t, m.Write(&b))
			assert.Equal(t, strings.TrimPrefix(tt.want, "\n"), b.String())
			for _, r := range m.Rows {
				assert.Len(t, r.Cells, 2)
			}
		})
	}
	assert.Panics(t, func() { compare.NewMatrix("data", names, nil) })
}

func TestMatrixEvidence(t *testing.T) {
	m := compare.NewMatrix(compare.Kind(taxonomy.FacetData), []string{"a"}, []*policy.Policy{states(data("contact.email", said(policy.Yes, "")))})
	require.Len(t, m.Rows, 1)
	assert.Equal(t, "contact.email", m.Rows[0].ID)
	assert.Equal(t, []policy.Span{{Start: 1, End: 5}}, m.Rows[0].Cells[0][0].Evidence)
	assert.EqualError(t, m.Write(broken{}), "disk full")
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }
