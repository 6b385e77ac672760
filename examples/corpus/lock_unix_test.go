//go:build darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd

package main

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A second user of the results is refused while there is a first.
func TestResultsInUse(t *testing.T) {
	dir, out := shops(t, 3), filepath.Join(t.TempDir(), "out.jsonl")
	first, err := openResults(out, newSummary())
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(out, []byte(document), 0o666)) // the first is writing
	status, _, stderr := corpus("", "-o", out, dir)
	assert.Equal(t, unusable, status)
	assert.Equal(t, "corpus: "+out+": another process uses it\n", stderr)
	text, err := os.ReadFile(out)
	require.NoError(t, err)
	assert.Equal(t, document, string(text))

	require.NoError(t, first.close())
	status, _, stderr = corpus("", "-o", out, dir)
	assert.Equal(t, allDone, status, stderr)
}

// Devices and pipes, which may have no end, are neither results nor inputs.
func TestNotRegular(t *testing.T) {
	dir, out := shops(t, 2), filepath.Join(t.TempDir(), "out.jsonl")
	pipe, link := filepath.Join(dir, "pipe.txt"), filepath.Join(dir, "zero.txt")
	require.NoError(t, syscall.Mkfifo(pipe, 0o666))
	require.NoError(t, os.Symlink("/dev/zero", link))
	for _, results := range []string{pipe, link, "/dev/full"} {
		status, _, stderr := corpus("", "-o", results, dir)
		assert.Equal(t, unusable, status)
		assert.Equal(t, "corpus: "+results+": not a regular file\n", stderr)
	}
	status, _, stderr := corpus("", "-o", out, dir, pipe, filepath.Join(dir, "*o.txt"))
	assert.Equal(t, someFailed, status)
	assert.Equal(t, "corpus: "+pipe+": not a regular file\ncorpus: "+link+": not a regular file\n", stderr)
	assert.Len(t, doneIn(t, out), 2)
}
