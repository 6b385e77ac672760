package main

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy/lines"
)

func TestScreen(t *testing.T) {
	var out strings.Builder
	now := time.Unix(1e9, 0)
	s := newScreen(&out)
	assert.False(t, s.terminal)
	s.now = func() time.Time { return now }

	s.start(4, 40e6)
	s.step(10e6)
	assert.Empty(t, out.String(), "quiet where there is no terminal")

	s.terminal = true
	now = now.Add(2 * time.Second)
	s.step(10e6)
	assert.Equal(t, "\r\x1b[K2 of 4 policies, 20.0 MB, 10.0 MB/s, 2s left", out.String())
	s.step(10e6)
	assert.NotContains(t, out.String(), "3 of 4", "not more often than can be read")

	out.Reset()
	s.report(errors.New("no such policy"))
	s.clear()
	assert.Equal(t, "\r\x1b[Kcorpus: no such policy\n", out.String())
	now = now.Add(time.Second)
	s.step(0)
	assert.Contains(t, out.String(), "4 of 4 policies, 30.0 MB, 10.0 MB/s, 1s left")

	out.Reset()
	s.inputs = 0
	now = now.Add(time.Second)
	s.step(10e6)
	assert.Equal(t, "\r\x1b[K5 policies, 40.0 MB, 10.0 MB/s", out.String())
}

func TestNoTerminal(t *testing.T) {
	f, err := os.Create(t.TempDir() + "/log")
	require.NoError(t, err)
	defer f.Close()
	assert.False(t, newScreen(f).terminal)
}

func TestSummary(t *testing.T) {
	s := newSummary()
	s.add([]lines.Line{
		{Kind: lines.Document}, {Kind: lines.Data, ID: "location", Polarity: "yes"}, {Kind: lines.Data, ID: "location", Polarity: "no"},
		{Kind: lines.Data, ID: "location", Polarity: "yes"}, {Kind: lines.Right, ID: "access", Polarity: "yes"},
	})
	s.add([]lines.Line{{Kind: lines.Data, ID: "device", Polarity: "no"}, {Kind: lines.Data, ID: "location"}})
	s.add(nil)
	var out strings.Builder
	require.NoError(t, s.print(&out))
	assert.Equal(t, `3 policies

kind   concept   share   policies  affirm  deny  mentions
data   location  66.7 %  2         2       1     4
data   device    33.3 %  1         0       1     1
right  access    33.3 %  1         1       0     1
`, out.String())
	assert.Error(t, s.print(brokenWriter{}))
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }
