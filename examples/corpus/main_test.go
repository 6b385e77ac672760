package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy/lines"
)

// TestMain runs the program itself where the tests start it as a process.
func TestMain(m *testing.M) {
	if os.Getenv("CORPUS_TEST_MAIN") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// text returns the policy of an invented shop; no two numbers give the same.
func text(n int) string {
	things := []string{"name", "e-mail address", "telephone number", "IP address", "postal address", "browser type", "location"}
	var b strings.Builder
	fmt.Fprintf(&b, "# Privacy Policy of Shop %d\n\n## Data\n\n", n)
	for i := range 1 + n%9 {
		fmt.Fprintf(&b, "We collect your %s and your %s to process order %d.\n\n", things[(n+i)%7], things[(n+3*i+1)%7], i)
	}
	b.WriteString("## Your rights\n\nYou have the right to access your personal data.\n")
	return b.String()
}

// write writes files with the names and texts that follow each other.
func write(t *testing.T, dir string, nameText ...string) {
	t.Helper()
	for i := 0; i < len(nameText); i += 2 {
		file := filepath.Join(dir, nameText[i])
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o777))
		require.NoError(t, os.WriteFile(file, []byte(nameText[i+1]), 0o666))
	}
}

// shops writes n policies and returns their folder.
func shops(t *testing.T, n int) string {
	dir := t.TempDir()
	for i := range n {
		write(t, dir, fmt.Sprintf("%03d.md", i), text(i))
	}
	return dir
}

// corpus runs the program and returns what it did.
func corpus(stdin string, args ...string) (status int, stdout, stderr string) {
	var out, errs strings.Builder
	status = run(context.Background(), args, strings.NewReader(stdin), &out, &errs)
	return status, out.String(), errs.String()
}

// doneIn returns the names of the policies that are done, in the order of the
// file. It checks that every line stands with its policy.
func doneIn(t *testing.T, results string) (names []string) {
	t.Helper()
	data, err := os.ReadFile(results)
	require.NoError(t, err)
	n := 0
	for l, err := range lines.Read(bytes.NewReader(data)) {
		require.NoError(t, err)
		if n == 0 {
			require.Equal(t, lines.Document, l.Kind)
			names = append(names, l.File)
		}
		require.Equal(t, names[len(names)-1], l.File)
		if n++; l.Kind == done {
			n = 0
		}
	}
	require.Zero(t, n, "the last policy is done")
	return names
}

func TestCorpus(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "out.jsonl")
	write(t, dir, "a.md", text(1), "b.txt", text(2), "sub/c.md", text(3), "sub/d.html", "<html>", "e.md", "Wij verzamelen uw naam.")
	status, stdout, stderr := corpus("", "-o", out, "-workers", "3", dir)
	assert.Equal(t, allDone, status)
	assert.Empty(t, stderr)
	assert.Equal(t, []string{filepath.Join(dir, "a.md"), filepath.Join(dir, "b.txt"), filepath.Join(dir, "e.md"), filepath.Join(dir, "sub/c.md")}, doneIn(t, out))
	assert.Contains(t, stdout, "4 policies\n")
	assert.Regexp(t, `right +access +75\.0 % +3 +3 +0 +3\n`, stdout)

	// A second run finds everything done.
	before, err := os.ReadFile(out)
	require.NoError(t, err)
	status, again, stderr := corpus("", "-o", out, dir)
	assert.Equal(t, allDone, status)
	assert.Empty(t, stderr)
	assert.Equal(t, stdout, again)
	after, err := os.ReadFile(out)
	require.NoError(t, err)
	assert.Equal(t, string(before), string(after))

	// What is new is appended.
	write(t, dir, "aa.md", text(4))
	status, stdout, _ = corpus("", "-o", out, dir)
	assert.Equal(t, allDone, status)
	assert.Contains(t, stdout, "5 policies\n")
	names := doneIn(t, out)
	assert.Equal(t, filepath.Join(dir, "aa.md"), names[len(names)-1])
}

func TestPaths(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "out.jsonl")
	t.Chdir(dir)
	write(t, dir, "one/en.md", text(1), "one/nl.md", text(2), "two/en.md", text(3), "two/en.policy", text(4), "we[i]rd*.md", text(5))
	require.NoError(t, os.Symlink("../one/en.md", filepath.Join(dir, "two", "link.md")))
	status, _, stderr := corpus("", "-o", out, "*/en.*", "two", "./one/en.md", "we[i]rd*.md", "none/*.md", "missing.md")
	assert.Equal(t, someFailed, status)
	assert.Equal(t, []string{"one/en.md", "two/en.md", "two/en.policy", "two/link.md", "we[i]rd*.md"}, doneIn(t, out))
	assert.Equal(t, 2, strings.Count(stderr, "\n"), stderr)
	assert.Contains(t, stderr, "corpus: none/*.md: no file matches\n")
	assert.Contains(t, stderr, "missing.md")
}

// Names that JSON cannot hold are found again.
func TestOddNames(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "out.jsonl")
	name := filepath.Join(dir, "shop\xff.md")
	if os.WriteFile(name, []byte(text(1)), 0o666) != nil {
		t.Skip("the file system holds no such names")
	}
	for range 2 {
		status, stdout, stderr := corpus("", "-o", out, dir)
		assert.Equal(t, allDone, status, stderr)
		assert.Contains(t, stdout, "1 policies\n")
		assert.Equal(t, []string{filepath.Join(dir, "shop\ufffd.md")}, doneIn(t, out))
	}
	write(t, dir, "shop\xfe.md", text(2))
	status, _, stderr := corpus("", "-o", out, dir)
	assert.Equal(t, someFailed, status)
	assert.Contains(t, stderr, "another file has this name")
}

func TestFailedFiles(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "out.jsonl")
	write(t, dir, "a.md", text(1), "b.md", "%PDF-1.7\n", "c.md", text(2), "d.md", "")
	require.NoError(t, os.Symlink("nowhere", filepath.Join(dir, "e.md")))
	for range 2 { // failed files are tried again, and named again
		status, stdout, stderr := corpus("", "-o", out, dir)
		assert.Equal(t, someFailed, status)
		assert.Contains(t, stdout, "2 policies\n")
		assert.Equal(t, []string{filepath.Join(dir, "a.md"), filepath.Join(dir, "c.md")}, doneIn(t, out))
		assert.Equal(t, 3, strings.Count(stderr, "\n"), stderr)
		assert.Contains(t, stderr, filepath.Join(dir, "b.md")+": ")
		assert.Contains(t, stderr, "PDF")
		assert.Contains(t, stderr, "e.md")
	}
	write(t, dir, "b.md", text(3), "d.md", text(4))
	require.NoError(t, os.Remove(filepath.Join(dir, "e.md")))
	status, stdout, stderr := corpus("", "-o", out, dir)
	assert.Equal(t, allDone, status)
	assert.Empty(t, stderr)
	assert.Contains(t, stdout, "4 policies\n")
}

func TestStandardInput(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out.jsonl")
	const in = `{"file":"kites","text":"We collect your name."}

{"file":"scan","text":"%PDF-1.7\n"}
{"file":"broken","text":"We col
{"text":"We collect your name."}
{"file":"kites","text":"We collect your address."}
{"file":"stoelen","text":"Wij verzamelen uw naam.","more":1}`
	for range 2 {
		status, stdout, stderr := corpus(in, "-o", out, "-")
		assert.Equal(t, someFailed, status)
		assert.Equal(t, []string{"kites", "stoelen"}, doneIn(t, out))
		assert.Regexp(t, `data +identity.name +100.0 % +2 +2 +0 +2\n`, stdout)
		assert.Equal(t, 4, strings.Count(stderr, "\n"), stderr)
		for _, want := range []string{
			"corpus: scan: ", "standard input, line 4: ", "standard input, line 5: no file name\n", "standard input, line 6: a second text for \"kites\"\n",
		} {
			assert.Contains(t, stderr, want)
		}
	}
	status, stdout, _ := corpus("", "-o", filepath.Join(t.TempDir(), "none.jsonl"), "-")
	assert.Equal(t, allDone, status)
	assert.Equal(t, "0 policies\n", stdout)
}

func TestArguments(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out.jsonl")
	for _, args := range [][]string{nil, {"a.md"}, {"-o", out}, {"-o", out, "-workers", "-1", "a.md"}, {"-x"}} {
		status, stdout, stderr := corpus("", args...)
		assert.Equal(t, unusable, status, "%q", args)
		assert.Empty(t, stdout)
		assert.Contains(t, stderr, "usage: corpus")
	}
	assert.NoFileExists(t, out)
	status, _, stderr := corpus("", "-o", t.TempDir(), "a.md")
	assert.Equal(t, unusable, status)
	assert.NotEmpty(t, stderr)
}

// A file that is not ours is not touched.
func TestForeignResults(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out.jsonl")
	for _, contents := range []string{
		"my thesis", "my thesis\n", "{}\n", `{"file":"a"}` + "\n", "\n",
		`{"file":"a","kind":"document"}` + "\n" + `{"file":"b","kind":"document"}` + "\n",
		`{"file":"a","kind":"document"}` + "\n" + `{"file":"a","kind":"done","lines":2}` + "\n",
		strings.Repeat(`{"file":"a","kind":"done","lines":0}`+"\n", 2),
		`{"file":"a","kind":"done","lines":0}` + "\nsecret",
	} {
		require.NoError(t, os.WriteFile(out, []byte(contents), 0o666))
		status, stdout, stderr := corpus("", "-o", out, t.TempDir())
		assert.Equal(t, unusable, status, contents)
		assert.Empty(t, stdout)
		assert.Contains(t, stderr, out)
		after, err := os.ReadFile(out)
		require.NoError(t, err)
		assert.Equal(t, contents, string(after))
	}
}
