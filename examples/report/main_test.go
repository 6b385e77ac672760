package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func page(t *testing.T, args ...string) string {
	t.Helper()
	var out strings.Builder
	require.NoError(t, run(args, day, &out, io.Discard))
	return out.String()
}

func TestRunSample(t *testing.T) {
	got := page(t)
	assert.Contains(t, got, "Tidewell Lamps")
	assert.Contains(t, got, `id="changes"`)
	assert.Equal(t, got, page(t), "the same every time")
}

func TestRunFiles(t *testing.T) {
	dir := t.TempDir()
	file, older, out := filepath.Join(dir, "now.txt"), filepath.Join(dir, "then.txt"), filepath.Join(dir, "page.html")
	require.NoError(t, os.WriteFile(file, []byte("We collect your e-mail address."), 0o600))
	require.NoError(t, os.WriteFile(older, []byte("We collect your phone number."), 0o600))

	one := page(t, file)
	assert.NotContains(t, one, `id="changes"`)
	assert.Contains(t, one, "now.txt")
	two := page(t, file, older)
	assert.Contains(t, two, "Since then.txt (without a date).")
	assert.Contains(t, page(t, file, file), "No difference was found.")

	assert.Empty(t, page(t, "-o", out, file, older))
	written, err := os.ReadFile(out)
	require.NoError(t, err)
	assert.Equal(t, two, string(written))
}

func TestRunLaw(t *testing.T) {
	for people, want := range map[string]string{"EEA": "European Economic Area", "california": "California", "IN": "India", "Russia": "Russia"} {
		assert.Contains(t, page(t, "-for", people), "What the law asks: "+want)
	}
	assert.Contains(t, page(t), "2026-01-15", "today unless told otherwise")
	assert.Contains(t, page(t, "-at", "2021-06-30"), "2021-06-30")
	assert.Contains(t, page(t, "-for", "India", "-at", "1999-01-01"), "No law of the jurisdiction is known for that day")
}

func TestRunErrors(t *testing.T) {
	pdf := filepath.Join(t.TempDir(), "policy.pdf")
	require.NoError(t, os.WriteFile(pdf, []byte("%PDF-1.4"), 0o600))
	for _, args := range [][]string{
		{"-for", "Atlantis"},
		{"-at", "yesterday"},
		{"-at", "2021-02-30"},
		{filepath.Join(t.TempDir(), "none.txt")},
		{pdf},
		{"a", "b", "c"},
		{"-unknown"},
	} {
		var out strings.Builder
		assert.Error(t, run(args, day, &out, io.Discard), args)
		assert.Empty(t, out.String())
	}
	var out strings.Builder
	assert.ErrorContains(t, run([]string{pdf}, day, &out, io.Discard), "policy.pdf")
}
