package policy_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
)

func TestJSONRoundTrip(t *testing.T) {
	p := shop()
	require.NoError(t, p.Check())
	data, err := json.Marshal(p)
	require.NoError(t, err)
	var q policy.Policy
	require.NoError(t, json.Unmarshal(data, &q))
	assert.Equal(t, p, &q)
}
