package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
)

// whole returns what a run without interruption writes.
func whole(t *testing.T, args ...string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "whole.jsonl")
	status, _, stderr := corpus("", append([]string{"-o", out}, args...)...)
	require.Equal(t, allDone, status, stderr)
	data, err := os.ReadFile(out)
	require.NoError(t, err)
	return string(data)
}

// A file of results that was cut at any byte is completed to what a run without
// interruption writes: nothing is lost, nothing stands twice.
func TestResumeAfterCut(t *testing.T) {
	dir := shops(t, 24)
	want := whole(t, dir)
	out := filepath.Join(t.TempDir(), "out.jsonl")
	random := rand.New(rand.NewPCG(1, 2))
	cuts := []int{0, 1, 9, len(want) - 1, len(want)}
	for len(cuts) < 120 {
		cuts = append(cuts, random.IntN(len(want)))
	}
	for _, cut := range cuts {
		require.NoError(t, os.WriteFile(out, []byte(want[:cut]), 0o666))
		status, stdout, stderr := corpus("", "-o", out, dir)
		require.Equal(t, allDone, status, stderr)
		require.Contains(t, stdout, "24 policies\n")
		got, err := os.ReadFile(out)
		require.NoError(t, err)
		require.Equal(t, want, string(got), "cut at byte %d", cut)
	}
}

// The end of a file may hold NULs after a power failure, or white space. They are
// cut off with what was not completed.
func TestResumeAfterBlanks(t *testing.T) {
	dir := shops(t, 4)
	want := whole(t, dir)
	out := filepath.Join(t.TempDir(), "out.jsonl")
	line := strings.LastIndex(want[:len(want)-1], "\n") + 1
	for _, cut := range []int{0, len(want) - 1, len(want), line, line + 3, line / 2} {
		for _, blanks := range []string{"\n", "\x00", "\n\n \t\r\n", strings.Repeat("\x00", 1<<17), "\x00\n" + strings.Repeat("\x00", 1<<16-2)} {
			if text := want[:cut]; blanks[0] == '\n' && text != "" && text[cut-1] != '\n' && cut != len(want)-1 {
				continue // the line would have an end
			}
			require.NoError(t, os.WriteFile(out, []byte(want[:cut]+blanks), 0o666))
			status, _, stderr := corpus("", "-o", out, dir)
			require.Equal(t, allDone, status, stderr)
			got, err := os.ReadFile(out)
			require.NoError(t, err)
			require.Equal(t, want, string(got), "cut at byte %d, %q", cut, blanks[:1])
		}
	}
}

// Whatever a file holds, it is left alone or loses no more than the results of
// one policy, or blanks.
func FuzzResults(f *testing.F) {
	p, err := parse.Parse(text(3), nil)
	require.NoError(f, err)
	file := filepath.Join(f.TempDir(), "seed.jsonl")
	r, err := openResults(file, newSummary())
	require.NoError(f, err)
	require.NoError(f, r.add("a\u2028<\"\\é", p))
	require.NoError(f, r.add("b", p))
	require.NoError(f, r.close())
	seed, err := os.ReadFile(file)
	require.NoError(f, err)
	for _, text := range []string{string(seed), string(seed) + document, document + "\x00", `{"file":"a\"b","kind":"docu`, `{"file":"\`, "\n", "{}"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file := filepath.Join(t.TempDir(), "out.jsonl")
		require.NoError(t, os.WriteFile(file, data, 0o666))
		r, err := openResults(file, newSummary())
		if err == nil {
			require.NoError(t, r.file.Close())
		}
		got, readErr := os.ReadFile(file)
		require.NoError(t, readErr)
		if err != nil {
			require.Equal(t, data, got)
			return
		}
		require.True(t, bytes.HasPrefix(data, got))
		require.True(t, unfinished(strings.TrimRight(string(data[len(got):]), "\x00 \t\r\n")))
	})
}

// A process that is killed a hundred times at random points, and started again
// each time, has written in the end what one run writes.
func TestResumeAfterKill(t *testing.T) {
	const jobs, kills = 4, 25
	dir := shops(t, 160)
	want := whole(t, dir)
	for job := range jobs {
		t.Run(fmt.Sprint(job), func(t *testing.T) {
			t.Parallel()
			out := filepath.Join(t.TempDir(), "out.jsonl")
			random := rand.New(rand.NewPCG(uint64(job), 3))
			killed := 0
			for killed < kills {
				// Kill it when so many more bytes have been written or, every fifth
				// time, at any time: while it starts, or reads what is there.
				delay, limit := time.Duration(0), size(out)+random.Int64N(int64(2*len(want)/kills))
				if killed%5 == 0 {
					delay, limit = time.Duration(random.Int64N(int64(100*time.Millisecond))), 0
				}
				if kill(t, delay, limit, out, dir) {
					killed++
					continue
				}
				got, err := os.ReadFile(out)
				require.NoError(t, err)
				require.Equal(t, want, string(got), "after %d kills", killed)
				require.NoError(t, os.Remove(out)) // from the start again
			}
			status, _, stderr := corpus("", "-o", out, dir)
			require.Equal(t, allDone, status, stderr)
			got, err := os.ReadFile(out)
			require.NoError(t, err)
			assert.Equal(t, want, string(got))
		})
	}
}

// size returns the size of a file, 0 if there is none.
func size(file string) int64 {
	info, err := os.Stat(file)
	if err != nil {
		return 0
	}
	return info.Size()
}

// process returns the program as a process that is to be started.
func process(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), "CORPUS_TEST_MAIN=1")
	return cmd
}

// kill runs the program and kills it after the delay, when out has limit bytes.
// It reports whether the program was killed before it was done.
func kill(t *testing.T, delay time.Duration, limit int64, out, dir string) bool {
	t.Helper()
	cmd := process("-o", out, "-workers", "2", dir)
	require.NoError(t, cmd.Start())
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for wait := delay; ; wait = 50 * time.Microsecond {
		select {
		case err := <-ended:
			require.NoError(t, err)
			return false
		case <-time.After(wait):
			if size(out) >= limit {
				if err := cmd.Process.Kill(); !errors.Is(err, os.ErrProcessDone) {
					require.NoError(t, err)
				}
				return <-ended != nil
			}
		}
	}
}

// An interrupted program ends soon, with a status of its own, and leaves results
// that can be completed. Here it waits for more input when it is interrupted.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("processes cannot be interrupted here")
	}
	out := filepath.Join(t.TempDir(), "out.jsonl")
	cmd := process("-o", out, "-")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	stdin, err := cmd.StdinPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	_, err = io.WriteString(stdin, `{"file":"kites","text":"We collect your name."}`+"\n"+`{"file":"half`)
	require.NoError(t, err)
	require.Eventually(t, func() bool { return size(out) > 0 }, 20*time.Second, time.Millisecond)
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	var exit *exec.ExitError
	require.ErrorAs(t, cmd.Wait(), &exit)
	assert.Equal(t, interrupted, exit.ExitCode())
	assert.Contains(t, stderr.String(), "interrupted")
	assert.Equal(t, []string{"kites"}, doneIn(t, out))
}

// An interrupted run that does not end is left.
func TestAwait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		var stderr strings.Builder
		status := make(chan int, 1)
		status <- someFailed
		assert.Equal(t, someFailed, await(ctx, status, &stderr))

		time.AfterFunc(time.Hour, cancel)
		start := time.Now()
		assert.Equal(t, interrupted, await(ctx, status, &stderr))
		assert.Equal(t, time.Hour+patience, time.Since(start))
		assert.Equal(t, "corpus: interrupted; run it again to go on\n", stderr.String())

		time.AfterFunc(patience/2, func() { status <- unusable })
		assert.Equal(t, unusable, await(ctx, status, &stderr), "it still ended")
	})
}

// Interrupted between any two policies, the work goes on where it stopped.
func TestResumeAfterCancel(t *testing.T) {
	dir := shops(t, 24)
	want := whole(t, dir)
	cuts := 0
	for attempt := 0; cuts == 0; attempt++ { // a run may be done before the cut comes
		require.Less(t, attempt, 100)
		out := filepath.Join(t.TempDir(), "out.jsonl")
		for runUntilGrown(t, out, dir) == interrupted {
			cuts++
			require.Less(t, cuts, 1000)
		}
		got, err := os.ReadFile(out)
		require.NoError(t, err)
		assert.Equal(t, want, string(got))
	}
}

// runUntilGrown works on dir until out is longer than before, and returns the
// status of that run.
func runUntilGrown(t *testing.T, out, dir string) int {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	before := size(out)
	go func() {
		for size(out) <= before && ctx.Err() == nil {
			time.Sleep(20 * time.Microsecond)
		}
		cancel()
	}()
	status := run(ctx, []string{"-o", out, "-workers", "1", dir}, nil, io.Discard, io.Discard)
	require.Contains(t, []int{allDone, interrupted}, status)
	return status
}

// Where the results cannot be written, the work stops with a status that says so.
func TestBrokenResults(t *testing.T) {
	dir := shops(t, 3)
	out := filepath.Join(t.TempDir(), "out.jsonl")
	require.NoError(t, os.WriteFile(out, nil, 0o666))
	readOnly, err := os.Open(out)
	require.NoError(t, err)
	parser, err := parse.New(nil)
	require.NoError(t, err)
	var stderr strings.Builder
	todo := files([]string{dir}, nil, nil)
	status := todo.run(t.Context(), parser, 1, &results{file: readOnly, summary: newSummary()}, newScreen(&stderr))
	assert.Equal(t, interrupted, status)
	assert.Equal(t, 1, strings.Count(stderr.String(), "\n"))
	assert.Contains(t, stderr.String(), out)
}
