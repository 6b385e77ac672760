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
	const corpus, facts, passages = "../../testdata", "../../testdata/facts.jsonl", "../../testdata/passages.jsonl"
	broken := filepath.Join(t.TempDir(), "broken.jsonl")
	require.NoError(t, os.WriteFile(broken, []byte("{\n"), 0o666))
	summary, err := os.ReadFile("../../testdata/facts.txt")
	require.NoError(t, err)

	tests := []struct {
		name   string
		args   []string
		status int
		stdout []string // parts of it, in order
		stderr string   // part of it
	}{
		{"summary", []string{corpus, facts}, 0, []string{string(summary)}, ""},
		{"misses", []string{"-misses", corpus, facts}, 0, []string{string(summary), "\nlantern extra    recipient/third-party/no\n    ", "\nzeewind missing  right/erasure/yes\n"}, ""},
		{"only", []string{"-only", "extra    security", corpus, facts}, 0, []string{string(summary) + "zeewind extra    security/encryption/yes\n    "}, ""},
		{"passages", []string{"-passages", "-misses", corpus, passages}, 0, []string{"micro P 0.846", "\norg.chairs.v2 missing  Mandatory Data Disclosure\n"}, ""},
		{"no arguments", nil, 2, nil, "usage: score"},
		{"unknown flag", []string{"-x", corpus, facts}, 2, nil, "usage: score"},
		{"no corpus", []string{"nowhere", facts}, 1, nil, "no annotations in nowhere"},
		{"no passages", []string{"-passages", "nowhere", facts}, 1, nil, "no such file"},
		{"no facts", []string{corpus, "nowhere"}, 1, nil, "no such file"},
		{"broken facts", []string{corpus, broken}, 1, nil, "lines: line 1: unexpected end of JSON input"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var stdout, stderr strings.Builder
			assert.Equal(t, tt.status, run(tt.args, &stdout, &stderr))
			rest := stdout.String()
			for _, part := range tt.stdout {
				_, after, ok := strings.Cut(rest, part)
				assert.True(t, ok, "%q is not in %q", part, rest)
				rest = after
			}
			if tt.stdout == nil {
				assert.Empty(t, rest)
			}
			if tt.stderr == "" {
				assert.Empty(t, stderr.String())
			}
			assert.Contains(t, stderr.String(), tt.stderr)
		})
	}
}
