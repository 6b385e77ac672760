package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/policy"
)

const shop = "# Privacy Policy of Kite Shop\n\nKite Shop B.V. is the controller. We collect your name to deliver your order.\n\n" +
	"You may lodge a complaint with a supervisory authority.\n"

func write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	return file
}

func TestLines(t *testing.T) {
	file := write(t, "shop.md", shop)
	var out, errs bytes.Buffer
	require.Zero(t, run([]string{"-jurisdiction", "EEA", "-date", "2026-11-21", "-json", file}, &out, &errs), errs.String())
	on := policy.Date{Year: 2026, Month: 11, Day: 21}
	rs, err := jurisdiction.Requirements(jurisdiction.EEA, on)
	require.NoError(t, err)
	var n int
	for line := range strings.Lines(out.String()) {
		var v struct {
			File, Jurisdiction, Date, Requirement, Citation, Status, Why string
			Evidence                                                     []policy.Span
		}
		d := json.NewDecoder(strings.NewReader(line))
		require.NoError(t, d.Decode(&v))
		assert.Equal(t, file, v.File)
		assert.Equal(t, "EEA", v.Jurisdiction)
		assert.Equal(t, "2026-11-21", v.Date)
		assert.Equal(t, rs[n].ID, v.Requirement, "the order of the law")
		assert.Equal(t, rs[n].Citation, v.Citation)
		assert.NotEmpty(t, v.Why)
		assert.NotNil(t, v.Evidence)
		switch v.Requirement {
		case "gdpr-13-2-d-complaint":
			assert.Equal(t, "met", v.Status)
			require.NotEmpty(t, v.Evidence)
			assert.Contains(t, v.Evidence[0].Text(shop), "complaint")
		case "gdpr-13-2-a-retention":
			assert.Equal(t, "not-found", v.Status)
			assert.Empty(t, v.Evidence)
		}
		n++
	}
	assert.Len(t, rs, n)
}

func TestTable(t *testing.T) {
	file := write(t, "shop.md", shop)
	var out, errs bytes.Buffer
	require.Zero(t, run([]string{"-jurisdiction", "in", "-date", "2010-01-01", file}, &out, &errs))
	assert.Contains(t, out.String(), "India on 2010-01-01\nnone of the laws")
	out.Reset()
	require.Zero(t, run([]string{"-jurisdiction", "US-CA", "-date", "2014-11-07", file, file}, &out, &errs))
	assert.Equal(t, 2, strings.Count(out.String(), "California on 2014-11-07"))
	assert.Contains(t, out.String(), "share met")
	assert.Regexp(t, `(?m)^not-found +oppa-b4-effective-date +Bus`, out.String())
	assert.Empty(t, errs.String())
}

func TestExitStatus(t *testing.T) {
	file := write(t, "shop.md", shop)
	none := filepath.Join(t.TempDir(), "none.txt")
	binary := write(t, "x.pdf", "%PDF-1.7\n\x00\x01")
	for _, tt := range []struct {
		args   []string
		status int
		says   string
	}{
		{nil, 2, "EEA US-CA IN RU"},
		{[]string{"-jurisdiction", "California", "-date", "2026-11-21", file}, 2, "write US-CA"},
		{[]string{"-jurisdiction", "NL", "-date", "2026-11-21", file}, 2, "a place"},
		{[]string{"-jurisdiction", "EEA", file}, 2, "not a day"},
		{[]string{"-jurisdiction", "EEA", "-date", "2026-02-30", file}, 2, "not a day"},
		{[]string{"-jurisdiction", "EEA", "-date", "2026-11-21"}, 2, "usage"},
		{[]string{"-nothing"}, 2, "usage"},
		{[]string{"-jurisdiction", "EEA", "-date", "2026-11-21", "-json", none, file}, 1, "none.txt"},
		{[]string{"-jurisdiction", "EEA", "-date", "2026-11-21", binary}, 1, "x.pdf"},
		{[]string{"-jurisdiction", "EEA", "-date", "1990-01-01", file}, 1, "the first binds from 1998-10-24"},
	} {
		var out, errs bytes.Buffer
		assert.Equal(t, tt.status, run(tt.args, &out, &errs), tt.args)
		assert.Contains(t, errs.String(), tt.says)
		if tt.status == 1 && len(tt.args) == 7 {
			assert.Contains(t, out.String(), "shop.md", "the others are printed all the same")
		}
	}
}
