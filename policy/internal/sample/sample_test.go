package sample_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy/internal/sample"
	"example.com/policymodel/taxonomy"
)

func TestPolicy(t *testing.T) {
	p, text := sample.Policy()
	require.NoError(t, p.Check())
	for o := range p.Occurrences() {
		assert.Equal(t, o.Span.Text(text), p.Words(o.Mention))
	}
	for facet := range taxonomy.Facets() {
		n := 0
		for range p.FactsOf(facet) {
			n++
		}
		assert.NotZero(t, n, "no fact of %s", facet)
	}
	for it := range p.Facts() {
		_, ok := taxonomy.Lookup(it.Facet, it.ID)
		assert.True(t, ok, "%s %s", it.Facet, it.ID)
	}
}
