package jurisdiction_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// corpusPath returns the path of a file or folder of the corpus that the
// environment variable POLICY_CORPUS names, which need not exist. It skips the
// test where the variable is unset.
func corpusPath(tb testing.TB, elem ...string) string {
	tb.Helper()
	folder := os.Getenv("POLICY_CORPUS")
	if folder == "" {
		tb.Skip("POLICY_CORPUS is not set")
	}
	if !filepath.IsAbs(folder) {
		folder = filepath.Join("..", folder) // from the root of the module
	}
	return filepath.Join(append([]string{folder}, elem...)...)
}

// corpusText returns what a file of the corpus holds.
func corpusText(tb testing.TB, elem ...string) string {
	tb.Helper()
	text, err := os.ReadFile(corpusPath(tb, elem...))
	require.NoError(tb, err)
	return string(text)
}
