package taxonomy

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/taxonomy/internal/gen"
)

// The generated files are what the tables give.
func TestGenerated(t *testing.T) {
	facets, err := os.ReadFile("facets.tsv")
	require.NoError(t, err)
	concepts, err := os.ReadFile("concepts.tsv")
	require.NoError(t, err)
	table, err := gen.Read(facets, concepts)
	require.NoError(t, err)
	files, err := table.Files()
	require.NoError(t, err)

	for name, want := range files {
		got, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got), "%s is stale: run go generate", name)
	}
	names, err := filepath.Glob("*.gen.go")
	require.NoError(t, err)
	assert.Len(t, names, len(files), "a generated file is left over")
}
