package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestMain stands in for main where the program starts itself anew.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && (os.Args[1] == firstUseArg || os.Args[1] == peakArg) {
		main()
		return
	}
	os.Exit(m.Run())
}

// folder makes a folder with two texts that are read and one that is not.
func folder(t *testing.T) (dir string, size int) {
	dir = t.TempDir()
	texts := map[string]string{
		"kites.md":        strings.Repeat("# Privacy\n\nWe collect your name and your postal address.\n\n", 20),
		"sub/stoelen.txt": strings.Repeat("Wij verzamelen uw naam en uw telefoonnummer.\n\n", 20),
	}
	require.NoError(t, os.Mkdir(filepath.Join(dir, "sub"), 0o777))
	for name, text := range texts {
		size += len(text)
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666))
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "notes.html"), []byte("<html>"), 0o666))
	return dir, size
}

func TestJSON(t *testing.T) {
	dir, size := folder(t)
	var out, errs strings.Builder
	require.Equal(t, 0, run([]string{"-json", "-rounds", "5", dir}, &out, &errs), errs.String())
	assert.Empty(t, errs.String())
	assert.Equal(t, 1, strings.Count(out.String(), "\n"))

	var got map[string]float64
	require.NoError(t, json.Unmarshal([]byte(out.String()), &got))
	assert.EqualValues(t, size, got["bytes"])
	for _, key := range []string{
		"parse_mb_s", "licensecheck_mb_s", "ahocorasick_mb_s", "decode_mb_s", "allocs_per_kb", "bytes_per_byte", "first_use_ms", "speedup_2_cores",
	} {
		assert.Positive(t, got[key], key)
	}
	assert.Len(t, got, 9)
}

func TestTable(t *testing.T) {
	dir, _ := folder(t)
	var out, errs strings.Builder
	require.Equal(t, 0, run([]string{"-rounds", "5", dir}, &out, &errs), errs.String())
	for _, want := range []string{"2 texts", "parse.Parse", "licensecheck.Scan", "Aho-Corasick", "decode UTF-8", "first use", "memory"} {
		assert.Contains(t, out.String(), want)
	}
}

func TestArguments(t *testing.T) {
	dir, _ := folder(t)
	for status, calls := range map[int][][]string{
		2: {nil, {"-rounds", "4", dir}, {"-no-such-flag", dir}},
		1: {{t.TempDir()}, {filepath.Join(dir, "missing")}, {"-lexicons", t.TempDir(), dir}},
	} {
		for _, args := range calls {
			var out, errs strings.Builder
			assert.Equal(t, status, run(args, &out, &errs), "%q", args)
			assert.Empty(t, out.String())
			assert.NotEmpty(t, errs.String())
		}
	}
}

// A folder is read if it is given as a link, a link in it is not followed, and
// what cannot be read is named.
func TestReadTexts(t *testing.T) {
	dir, _ := folder(t)
	link := filepath.Join(t.TempDir(), "link")
	if os.Symlink(dir, link) != nil {
		t.Skip("the file system has no links")
	}
	require.NoError(t, os.Symlink(dir, filepath.Join(dir, "sub", "circle.md")))
	names, texts, err := readTexts([]string{link})
	require.NoError(t, err)
	assert.Equal(t, []string{filepath.Join(link, "kites.md"), filepath.Join(link, "sub", "stoelen.txt")}, names)
	assert.Len(t, texts, 2)

	empty := filepath.Join(dir, "sub", "empty.md")
	require.NoError(t, os.WriteFile(empty, nil, 0o666))
	_, err = newBench([]string{dir}, "../../parse/internal/lexicon/data")
	assert.ErrorContains(t, err, empty)
	require.NoError(t, os.Remove(empty))

	if os.Symlink(os.DevNull, empty) == nil {
		_, _, err = readTexts([]string{dir})
		assert.ErrorContains(t, err, empty+": not a regular file")
	}
	_, _, err = readTexts([]string{""})
	assert.Error(t, err)
}

func TestPlainPhrases(t *testing.T) {
	const file = `# comment about phrases
<info> = information | data
[data contact.address]
Postal/ZIP code {list}   # both
home address
~send .. address
<info> on paper
street [name]
_ address
(a | b) c
[verbs]
go went gone
[cue collect]
collection of
`
	assert.Equal(t, []string{"postal code", "zip code", "home address", "collection of"}, plainPhrases(file))
}

func TestLexiconPhrases(t *testing.T) {
	for _, lang := range []string{"en", "nl"} {
		phrases, err := readPhrases(filepath.Join("../../parse/internal/lexicon/data", lang))
		require.NoError(t, err)
		assert.Greater(t, len(phrases), 500)
		assert.NotContains(t, phrases, "")
	}
}

func TestMedian(t *testing.T) {
	assert.Equal(t, 2.0, median([]float64{3, 1, 2}))
	assert.Equal(t, 2*time.Second, median([]time.Duration{4e9, 1e9, 3e9, 1e9}))
}
