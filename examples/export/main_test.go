package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/schema"
	"example.com/policymodel/policy/tilt"
)

const text = `Lantern Kites Privacy Policy

Lantern Kites Ltd is the controller. We use your e-mail address to send you our newsletter.

You have the right to access your personal data.
`

// file writes a file of the test's own and returns its path.
func file(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "kites.txt")
	require.NoError(t, os.WriteFile(name, []byte(text), 0o666))
	return name
}

func command(args ...string) (status int, stdout, stderr string) {
	var out, errs strings.Builder
	status = run(args, &out, &errs)
	return status, out.String(), errs.String()
}

func TestFormats(t *testing.T) {
	name := file(t, text)
	checks := map[string]func(t *testing.T, out, report string){
		"tilt": func(t *testing.T, out, report string) {
			doc, err := tilt.Read(strings.NewReader(out))
			require.NoError(t, err)
			assert.Equal(t, "Lantern Kites Ltd", doc.Controller.Name)
			assert.Contains(t, report, "controller.address: no evidence")
		},
		"dpv": func(t *testing.T, out, report string) {
			assert.True(t, json.Valid([]byte(out)))
			assert.Contains(t, out, `"pd:EmailAddress"`)
			assert.Contains(t, report, "dpv:hasStorageCondition: no evidence")
		},
		"json": func(t *testing.T, out, report string) {
			var p policy.Policy
			require.NoError(t, json.Unmarshal([]byte(out), &p))
			assert.Equal(t, policy.NewSource(text), p.Source)
			assert.Empty(t, report)
		},
		"schema": func(t *testing.T, out, report string) {
			assert.Equal(t, schema.JSON(), out)
			assert.Empty(t, report)
		},
		"records": func(t *testing.T, out, report string) {
			rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
			require.NoError(t, err)
			assert.Contains(t, rows[1], "marketing.direct")
			assert.Contains(t, report, "time_limits: no evidence")
		},
		"records-md": func(t *testing.T, out, report string) {
			assert.Contains(t, out, "| Direct marketing |")
			assert.Contains(t, report, "time_limits: no evidence")
		},
		"fideslang": func(t *testing.T, out, report string) {
			assert.Contains(t, out, `data_use: "marketing.communications"`)
			assert.Contains(t, report, "system_type: no evidence")
		},
	}
	require.Len(t, checks, len(formats))
	for _, format := range formats {
		t.Run(format, func(t *testing.T) {
			status, out, report := command("-format", format, name)
			assert.Equal(t, 0, status)
			assert.True(t, strings.HasSuffix(out, "\n"))
			checks[format](t, out, report)
			_, again, _ := command("-format", format, name)
			assert.Equal(t, out, again)
		})
	}
	status, out, _ := command("-format", "schema")
	assert.Equal(t, 0, status)
	assert.Equal(t, schema.JSON(), out)
}

func TestUnknownLanguage(t *testing.T) {
	status, _, report := command("-format", "json", file(t, "Nous recueillons votre adresse.\nVous avez des droits.\n"))
	assert.Equal(t, 0, status)
	assert.Contains(t, report, "document.language: no evidence")
}

func TestWrongArguments(t *testing.T) {
	for _, args := range [][]string{
		{}, {"x.txt"}, {"-format", "tilt"}, {"-format", "pdf", "x.txt"}, {"-format", "tilt", "a", "b"}, {"-format", "schema", "a", "b"}, {"-no"},
	} {
		status, out, errs := command(args...)
		assert.Equal(t, 2, status, args)
		assert.Empty(t, out)
		assert.Contains(t, errs, "usage: export -format tilt|dpv|json|schema|records")
	}
}

func TestFailures(t *testing.T) {
	status, out, errs := command("-format", "tilt", filepath.Join(t.TempDir(), "none"))
	assert.Equal(t, 1, status)
	assert.Empty(t, out)
	assert.Contains(t, errs, "none")

	name := file(t, "%PDF-1.7\n")
	status, out, errs = command("-format", "dpv", name)
	assert.Equal(t, 1, status)
	assert.Empty(t, out)
	assert.Contains(t, errs, name)

	for _, format := range formats {
		var errs strings.Builder
		assert.Equal(t, 1, run([]string{"-format", format, file(t, text)}, failing{}, &errs), format)
		assert.Contains(t, errs.String(), "broken")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("broken") }
