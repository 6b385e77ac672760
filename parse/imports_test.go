package parse_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestImports holds the packages to their order: taxonomy, policy, then parse
// and jurisdiction, which do not know each other. Outside tests only
// golang.org/x/text is imported besides the standard library.
func TestImports(t *testing.T) {
	const module = "example.com/policymodel/"
	allowed := map[string][]string{
		"taxonomy":     {"taxonomy"},
		"policy":       {"taxonomy", "policy"},
		"parse":        {"taxonomy", "policy", "parse"},
		"jurisdiction": {"taxonomy", "policy", "jurisdiction"},
	}
	files := 0
	for top, may := range allowed {
		err := filepath.WalkDir(filepath.Join("..", top), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			files++
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
			require.NoError(t, err)
			for _, imp := range f.Imports {
				name, err := strconv.Unquote(imp.Path.Value)
				require.NoError(t, err)
				if rest, ok := strings.CutPrefix(name, module); ok {
					first, _, _ := strings.Cut(rest, "/")
					assert.True(t, slices.Contains(may, first), "%s imports %s", path, name)
				} else if strings.Contains(strings.SplitN(name, "/", 2)[0], ".") {
					assert.True(t, strings.HasPrefix(name, "golang.org/x/text/"), "%s imports %s", path, name)
				}
			}
			return nil
		})
		require.NoError(t, err)
	}
	assert.Greater(t, files, 50)
}
