package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRun(t *testing.T) {
	var out strings.Builder
	require.NoError(t, run(nil, &out))
	for _, want := range []string{
		"Larkspur (Larkspur Kites B.V.), language en, last updated 2025-03-03",
		"controller: Larkspur Kites B.V.",
		"email: privacy@larkspur-kites.example",
		"data goes to: US",
		"age: 16",
		"contact.address.delivery           line 14   delivery address",
		"no sensitive.health",
		"provider.analytics (Google Analytics)",
		"fixed-period P7Y",
		"complaint [EEA]",
		"sale.no",
	} {
		assert.Contains(t, out.String(), want)
	}
}

func TestRunFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "policy.txt")
	require.NoError(t, os.WriteFile(file, []byte("We collect your shoe size and your e-mail address."), 0o600))
	var out strings.Builder
	require.NoError(t, run([]string{file}, &out))
	assert.Contains(t, out.String(), "contact.email")

	assert.Error(t, run([]string{filepath.Join(t.TempDir(), "none.txt")}, &out))
	require.NoError(t, os.WriteFile(file, []byte("%PDF-1.4"), 0o600))
	assert.ErrorContains(t, run([]string{file}, &out), "pdftotext")
}
