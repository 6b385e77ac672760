package main

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
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

const document = `{"file":"shop","kind":"document","language":"en","start":0,"end":9}` + "\n"

// A file that is not ours is not touched.
func TestForeignResults(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out.jsonl")
	for _, contents := range []string{
		"my thesis", "my thesis\n", "{}\n", `{"file":"a"}` + "\n", "\n\nmy thesis\n",
		`{"file":"a","kind":"document"}` + "\n" + `{"file":"b","kind":"document"}` + "\n",
		`{"file":"a","kind":"document"}` + "\n" + `{"file":"a","kind":"done","lines":2}` + "\n",
		strings.Repeat(`{"file":"a","kind":"done","lines":0}`+"\n", 2),
		`{"file":"a","kind":"done","lines":0}` + "\nsecret",
		`{"file":"shop","text":"We collect your name."}`,
		`{"file":"shop","text":"We collect your name."}` + "\n",
		`{"file":"shop","text":"We col`,
		`{"file":"shop", "kind":"document"`,
		`{"file":"shop","kind":"data","id":"location","start":1,"end":2}`,
		`{"file":"shop","kind":"data","id":"location","start":1,"end":2}` + "\n",
		`{"file":"shop","kind":"document","title":"Terms"}`,
		`{"file":"shop","kind":"document","weight":2,"start":0,"end":9}` + "\n",
		`{"file":"my precious config", "a": 1}`,
		"{\"file\":\"tab\tand more",
		"[\"" + strings.Repeat("x", 1<<17),
		document + "\x00" + document,
		document + "\n" + document,
		document + "secret",
		document + `{"file":"shops`,
		document + document,
		document + `{"file":"shop","kind":"data","id":"location","polarity":"yes", "start":1,"end":2}` + "\n",
		strings.ReplaceAll(document, "shop", "a") + document,
		document + `{"file":"shop","kind":"done","lines":1}` + "\n" + document + document,
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

// Other programs' lines for several policies are not ours either.
func TestForeignLines(t *testing.T) {
	var facts bytes.Buffer
	for n := range 3 {
		p, err := parse.Parse(text(n), nil)
		require.NoError(t, err)
		require.NoError(t, lines.Write(&facts, fmt.Sprint(n), p))
	}
	out := filepath.Join(t.TempDir(), "facts.jsonl")
	require.NoError(t, os.WriteFile(out, facts.Bytes(), 0o666))
	status, _, stderr := corpus("", "-o", out, t.TempDir())
	assert.Equal(t, unusable, status, stderr)
	after, err := os.ReadFile(out)
	require.NoError(t, err)
	assert.Equal(t, facts.String(), string(after))
}

// Input is not emptied where it is given as the file of results.
func TestInputAsResults(t *testing.T) {
	file := filepath.Join(t.TempDir(), "in.jsonl")
	const in = `{"file":"shop","text":"We collect your name."}`
	require.NoError(t, os.WriteFile(file, []byte(in), 0o666))
	status, _, stderr := corpus(in, "-o", file, "-")
	assert.Equal(t, unusable, status)
	assert.Contains(t, stderr, file)
	after, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, in, string(after))
}

// The file of results is no input, whatever its name and wherever it stands.
func TestResultsAmongInputs(t *testing.T) {
	dir := shops(t, 3)
	t.Chdir(dir)
	for range 2 {
		status, _, stderr := corpus("", "-o", "results.md", dir, "*.md", "results.md")
		assert.Equal(t, allDone, status, stderr)
		assert.Len(t, doneIn(t, "results.md"), 6) // under two names each
	}
}

// Folders are read if they are given as links, and links in them are not
// followed in circles.
func TestLinkedFolders(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "out.jsonl")
	t.Chdir(dir)
	write(t, dir, "real/a.md", text(1), "real/sub/b.txt", text(2))
	if os.Symlink("real", "link") != nil {
		t.Skip("the file system has no links")
	}
	require.NoError(t, os.Symlink("..", "real/sub/circle"))
	require.NoError(t, os.Symlink("self", "self"))
	status, _, stderr := corpus("", "-o", out, "link", "lin?", "link/sub/circle/")
	assert.Equal(t, allDone, status, stderr)
	assert.Equal(t, []string{"link/a.md", "link/sub/b.txt", "link/sub/circle/a.md", "link/sub/circle/sub/b.txt"}, doneIn(t, out))
	status, _, stderr = corpus("", "-o", out, "self")
	assert.Equal(t, someFailed, status)
	assert.Contains(t, stderr, "self")
}

// Files that the parser refuses for their size are not read.
func TestLargeFiles(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "out.jsonl")
	write(t, dir, "a.md", text(1), "b.txt", "x", "c.txt", strings.Repeat(" x", parse.DefaultLimit/2+1))
	require.NoError(t, os.Truncate(filepath.Join(dir, "b.txt"), 1<<40))
	status, _, stderr := corpus("", "-o", out, dir)
	assert.Equal(t, someFailed, status)
	assert.Len(t, doneIn(t, out), 1)
	assert.Equal(t, 2, strings.Count(stderr, "is longer than the limit"), stderr)

	text, err := load(filepath.Join(dir, "c.txt"))
	var input *parse.InputError
	require.ErrorAs(t, err, &input)
	assert.Empty(t, text)
	_, want := parse.Parse(strings.Repeat(" x", parse.DefaultLimit/2+1), nil)
	assert.Equal(t, want, err)
}

// A mark of the byte order does not take the first line, and a line that is too
// long does not take the next.
func TestStandardInputBytes(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out.jsonl")
	in := "\ufeff" + `{"file":"kites","text":"We collect your name."}` + "\n" +
		strings.Repeat("x", maxLine) + "\n" + `{"file":"shop","text":"We collect your name."}`
	status, _, stderr := corpus(in, "-o", out, "-")
	assert.Equal(t, someFailed, status)
	assert.Equal(t, []string{"kites", "shop"}, doneIn(t, out))
	assert.Equal(t, "corpus: standard input, line 2: line is too long\n", stderr)
}

// A summary that is lost is told by the status.
func TestBrokenSummary(t *testing.T) {
	var stderr strings.Builder
	status := run(t.Context(), []string{"-o", filepath.Join(t.TempDir(), "out.jsonl"), shops(t, 1)}, nil, brokenWriter{}, &stderr)
	assert.Equal(t, interrupted, status)
	assert.Contains(t, stderr.String(), "disk full")
}

func TestManyWorkers(t *testing.T) {
	status, _, stderr := corpus("", "-o", filepath.Join(t.TempDir(), "out.jsonl"), "-workers", fmt.Sprint(math.MaxInt), shops(t, 3))
	assert.Equal(t, allDone, status, stderr)
}
