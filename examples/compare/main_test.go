package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	old = `# Lantern Kites Privacy Policy

Last updated: 1 May 2023

## What we collect

We collect your name and your address when you place an order.

## Children

We do not knowingly collect personal data from children under the age of 13.

## Your rights

You have the right to access your personal data.
`
	revised = `# Lantern Kites Privacy Policy

Last updated: 1 May 2023

## What we collect

We collect your name and your billing address when you place an order.

## Children

We do not knowingly collect personal data from children under the age of 16.

## Your rights

You have the right to access your personal data and the right to data portability.
`
	dutch = `# Privacybeleid van Lantern Kites

Laatst bijgewerkt: 1 mei 2023

## Wat wij verzamelen

Wij verzamelen uw naam wanneer u een bestelling plaatst.

## Kinderen

Wij verzamelen niet bewust persoonsgegevens van kinderen jonger dan 13 jaar.

## Uw rechten

U hebt recht op inzage in uw persoonsgegevens.
`
	torn = `# Lantern Kites Privacy Policy

## Our promise

We do not share your personal data with third parties.

## Advertising

We share your personal data with advertisers.
`
)

// write writes texts to files old.md, revised.md … in a folder of the test's
// own, which becomes the working directory.
func write(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{"old.md": old, "revised.md": revised, "dutch.md": dutch, "torn.md": torn, "undated.md": strings.Replace(old, "Last updated: 1 May 2023", "", 1), "policy.pdf": "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"} {
		require.NoError(t, os.WriteFile(filepath.Join(".", name), []byte(text), 0o666))
	}
}

func TestRun(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"changes", []string{"old.md", "revised.md"}, `
MATERIAL
  changed   children: 16, age 13 → 16
            material, silent: the age limit changed
            before line 11: "under the age of 13"
            after  line 11: "under the age of 16"
  narrowed  data: Billing address, id contact.address → contact.address.billing
            material, silent: in place of “Postal address” the text says “Billing address”
            before line 7: "address"
            after  line 7: "billing address"
  added     right: Right to data portability
            material, silent: Right “Right to data portability” is stated and was not
            after  line 15: "data portability"
`},
		{"drift of a date", []string{"-drift", "old.md", "undated.md"}, `
MATERIAL
  changed   document: updated 2023-05-01 → (none)
            omitted, material: readers of the two texts do not learn the same date
`},
		{"nothing", []string{"old.md", "old.md"}, "no differences\n"},
		{"JSON", []string{"-json", "old.md", "revised.md"}, `
{"change":"changed","kind":"children","age":16,"key":"age","from":"13","to":"16","material":true,"before":[{"start":211,"end":230}],"after":[{"start":219,"end":238}],"why":"material, silent: the age limit changed"}
{"change":"narrowed","kind":"data","id":"contact.address.billing","polarity":"yes","key":"id","from":"contact.address","to":"contact.address.billing","material":true,"before":[{"start":108,"end":115}],"after":[{"start":108,"end":123}],"why":"material, silent: in place of “Postal address” the text says “Billing address”"}
{"change":"added","kind":"right","id":"portability","polarity":"yes","material":true,"before":[],"after":[{"start":322,"end":338}],"why":"material, silent: Right “Right to data portability” is stated and was not"}
`},
		{"drift", []string{"-drift", "old.md", "dutch.md"}, `
MATERIAL
  removed   data: Postal address
            dropped, material: Personal data “Postal address” was stated and is no more
            before line 7: "address"
            near   line 7: "Wij verzamelen uw naam wanneer u een bestelling plaatst"
`},
		{"matrix", []string{"-matrix", "right", "old.md", "revised.md"}, `
right                      old  revised
Right of access            yes  yes
Right to data portability  -    yes
`},
		{"matrix of three", []string{"old.md", "revised.md", "dutch.md"}, `
data             old  revised  dutch
Name             yes  yes      yes
Postal address   yes  -        -
Billing address  -    yes      -
`},
		{"history", []string{"-history", "old.md", "revised.md", "revised.md"}, `
since 2023-05-01  children: 16, line 11
`},
		{"tension", []string{"-tension", "torn.md", "old.md"}, `
torn.md: sharing-denied (contradiction)
  Personal data is not given to third parties; it is given to third parties or to partners.
  line 5: "We do not share your personal data with third parties"
  line 9: "We share your personal data with advertisers"
`},
	}
	write(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var out, errs strings.Builder
			assert.Equal(t, 0, run(tt.args, &out, &errs))
			assert.Empty(t, errs.String())
			got, want := out.String(), strings.TrimPrefix(tt.want, "\n")
			if tt.name == "history" || tt.name == "tension" {
				assert.Contains(t, got, want)
				return
			}
			assert.Equal(t, want, got)
		})
	}
}

// All lines have the keys of the format, and evidence within the files.
func TestAll(t *testing.T) {
	write(t)
	for _, args := range [][]string{{"-json", "-all", "old.md", "torn.md"}, {"-json", "-drift", "-all", "dutch.md", "revised.md"}} {
		var out, errs strings.Builder
		require.Equal(t, 0, run(args, &out, &errs))
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		require.Greater(t, len(lines), 2)
		for _, l := range lines {
			var c struct {
				Change, Kind  string
				Material      *bool
				Before, After []struct{ Start, End int }
				Why           string
			}
			require.NoError(t, json.Unmarshal([]byte(l), &c), l)
			assert.Contains(t, []string{"added", "removed", "changed", "narrowed", "widened"}, c.Change)
			assert.NotEmpty(t, c.Kind)
			assert.NotNil(t, c.Material)
			assert.NotEmpty(t, c.Why)
			assert.NotNil(t, c.Before, l)
			assert.NotNil(t, c.After, l)
		}
	}
}

func TestErrors(t *testing.T) {
	write(t)
	tests := []struct {
		args   []string
		status int
		stderr string
	}{
		{nil, 2, "usage: compare"},
		{[]string{"old.md"}, 2, "usage: compare"},
		{[]string{"-drift", "old.md"}, 2, "usage: compare"},
		{[]string{"-json", "old.md", "revised.md", "dutch.md"}, 2, "usage: compare"},
		{[]string{"-matrix", "weather", "old.md"}, 2, "usage: compare"},
		{[]string{"-drift", "-history", "old.md", "revised.md"}, 2, "usage: compare"},
		{[]string{"-json", "-tension", "old.md", "revised.md"}, 2, "usage: compare"},
		{[]string{"old.md", "missing.md"}, 1, "missing.md"},
		{[]string{"old.md", "policy.pdf"}, 1, "policy.pdf"},
	}
	for _, tt := range tests {
		var out, errs strings.Builder
		assert.Equal(t, tt.status, run(tt.args, &out, &errs), tt.args)
		assert.Empty(t, out.String())
		assert.Contains(t, errs.String(), tt.stderr)
	}
	for _, args := range [][]string{{"old.md", "revised.md"}, {"-json", "old.md", "revised.md"}, {"-matrix", "data", "old.md"}, {"-history", "old.md"}, {"-tension", "torn.md"}} {
		var errs strings.Builder
		assert.Equal(t, 1, run(args, broken{}, &errs), args)
		assert.Equal(t, "compare: disk full\n", errs.String())
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }
