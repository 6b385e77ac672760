package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy/lines"
)

func TestMain(m *testing.M) { ptest.Main(m) }

// pipeline runs the pipeline on the local runner and returns the lines of a file
// that it wrote, sorted.
func pipeline(t *testing.T, input string) (read func(name string) []string) {
	t.Helper()
	output := filepath.Join(t.TempDir(), "out")
	ptest.BuildAndRun(t, func(s beam.Scope) { build(s, input, output) })
	return func(name string) []string {
		data, err := os.ReadFile(output + "-" + name + ".jsonl")
		require.NoError(t, err)
		return slices.Sorted(strings.SplitSeq(strings.TrimSuffix(string(data), "\n"), "\n"))
	}
}

func TestPipeline(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.md": "# Privacy Policy of Kite Shop\n\nLast updated: 4 May 2021\n\nWe collect your name. We use your name to send parcels.\n",
		"b.md": "# Privacy Policy of Tea Shop\n\nLast updated: 6 June 2021\n\nWe do not collect your name. We collect your location.\n",
		"c.md": "We collect your name.",
		"d.md": "%PDF-1.7\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666))
	}
	read := pipeline(t, filepath.Join(dir, "*.md"))

	counts := read("counts")
	assert.Contains(t, counts, `{"year":2021,"kind":"document","policies":2,"affirmed":2,"denied":0,"mentions":2}`)
	assert.Contains(t, counts, `{"kind":"document","policies":1,"affirmed":1,"denied":0,"mentions":1}`)
	assert.Contains(t, counts, `{"year":2021,"kind":"data","id":"identity.name","policies":2,"affirmed":1,"denied":1,"mentions":3}`)
	assert.Contains(t, counts, `{"kind":"data","id":"identity.name","policies":1,"affirmed":1,"denied":0,"mentions":1}`)

	var f failure
	failed := read("failed")
	require.Len(t, failed, 1)
	require.NoError(t, json.Unmarshal([]byte(failed[0]), &f))
	assert.Equal(t, filepath.Join(dir, "d.md"), f.File)
	assert.Contains(t, f.Error, "PDF")
}

// The pipeline writes the facts that the parser finds, for every policy of the
// corpus, and counts them.
func TestCorpus(t *testing.T) {
	root := os.Getenv("POLICY_CORPUS")
	if root == "" {
		t.Skip("POLICY_CORPUS is not set")
	}
	input := filepath.Join(root, "corpus", "wild", "*")
	files, err := filepath.Glob(input)
	require.NoError(t, err)
	require.NotEmpty(t, files, "no texts in corpus/wild of POLICY_CORPUS")

	parser, err := parse.New(nil)
	require.NoError(t, err)
	var facts []string
	counts := map[Subject]Count{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		p, err := parser.Parse(string(text))
		require.NoError(t, err)
		named := map[Subject]bool{}
		for l := range lines.All(p, file) {
			line, err := encode(&l)
			require.NoError(t, err)
			facts = append(facts, line)
			if l.ID == "" && l.Kind != lines.Document {
				continue
			}
			key := Subject{p.Document.Updated.Year, string(l.Kind), l.ID}
			n := counts[key]
			n.Mentions++
			if !named[key] {
				n.Policies++
			}
			named[key] = true
			counts[key] = n
		}
	}
	slices.Sort(facts)

	read := pipeline(t, input)
	require.True(t, slices.Equal(facts, read("facts")), "the facts of the parser")
	lines := read("counts")
	assert.Len(t, lines, len(counts))
	years := map[int]bool{}
	for _, line := range lines {
		var got struct {
			Subject
			Count
		}
		require.NoError(t, json.Unmarshal([]byte(line), &got))
		want := counts[got.Subject]
		assert.Equal(t, want.Policies, got.Policies, line)
		assert.Equal(t, want.Mentions, got.Mentions, line)
		assert.LessOrEqual(t, max(got.Affirmed, got.Denied), got.Policies, line)
		assert.GreaterOrEqual(t, got.Affirmed+got.Denied, got.Policies, line)
		years[got.Year] = true
	}
	assert.Greater(t, len(years), 3)
}
