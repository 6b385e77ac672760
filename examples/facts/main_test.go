package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy/lines"
)

const (
	english = `Lantern Kites Privacy Policy

Information we collect

We collect your name and your e-mail address when you place an order.

Your rights

You have the right to access your personal data.
`
	dutch = "Privacybeleid van Zeewind\r\n\r\nGegevens die wij verzamelen\r\n\r\n" +
		"Wij verzamelen uw naam en uw telefoonnummer wanneer u een stoel huurt – vóór uw bezoek.\r\n\r\n" +
		"Uw rechten\r\n\r\nU hebt het recht om uw persoonsgegevens te laten wissen.\r\n"
)

// write writes a file of the test's own and returns its path.
func write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(file, []byte(text), 0o666))
	return file
}

// facts runs the program and returns what it printed.
func facts(t *testing.T, args ...string) (status int, printed []lines.Line, stderr string) {
	t.Helper()
	var out, errs strings.Builder
	status = run(args, &out, &errs)
	for l, err := range lines.Read(strings.NewReader(out.String())) {
		require.NoError(t, err)
		printed = append(printed, l)
	}
	return status, printed, errs.String()
}

func TestFacts(t *testing.T) {
	tests := []struct {
		name, text, language string
		want                 map[string]string // words by kind and id
	}{
		{"kites.md", english, "en", map[string]string{
			"data identity.name": "name", "data contact.email": "e-mail address", "right access": "access",
		}},
		{"stoelen.txt", dutch, "nl", map[string]string{
			"data identity.name": "naam", "data contact.phone": "telefoonnummer", "right erasure": "wissen",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := write(t, tt.name, tt.text)
			status, printed, stderr := facts(t, file)
			assert.Equal(t, 0, status)
			assert.Empty(t, stderr)
			require.NotEmpty(t, printed)
			assert.Equal(t, lines.Document, printed[0].Kind)
			assert.Equal(t, tt.language, printed[0].Language)

			words := map[string]string{}
			last := 0
			for _, l := range printed[1:] {
				assert.Equal(t, file, l.File)
				assert.NotEqual(t, lines.Document, l.Kind)
				assert.LessOrEqual(t, last, l.Start, "in the order of the text")
				last = l.Start
				require.LessOrEqual(t, l.End, len(tt.text))
				if l.ID != "" {
					assert.Equal(t, "yes", l.Polarity)
					words[string(l.Kind)+" "+l.ID] = tt.text[l.Start:l.End]
				}
			}
			for fact, want := range tt.want {
				assert.Contains(t, words[fact], want, fact)
			}
		})
	}
}

func TestOtherFilesArePrinted(t *testing.T) {
	good, pdf := write(t, "kites.md", english), write(t, "policy.pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n")
	missing := filepath.Join(t.TempDir(), "missing.txt")
	status, printed, stderr := facts(t, pdf, missing, good, good)
	assert.Equal(t, 1, status)

	reasons := strings.Split(strings.TrimSuffix(stderr, "\n"), "\n")
	require.Len(t, reasons, 2)
	assert.Contains(t, reasons[0], "facts: "+pdf+": ")
	assert.Contains(t, reasons[0], "PDF")
	assert.Contains(t, reasons[1], missing)

	_, once, _ := facts(t, good)
	assert.Equal(t, append(once, once...), printed)
}

func TestArguments(t *testing.T) {
	for _, args := range [][]string{nil, {"-json", "a.txt"}, {"-h"}} {
		status, printed, stderr := facts(t, args...)
		assert.Equal(t, 2, status, "%q", args)
		assert.Empty(t, printed)
		assert.Contains(t, stderr, "usage: facts FILE...")
	}
}

// A file whose name looks like a flag can be given after "--".
func TestDashes(t *testing.T) {
	t.Chdir(filepath.Dir(write(t, "-kites.md", english)))
	status, printed, _ := facts(t, "--", "-kites.md")
	assert.Equal(t, 0, status)
	require.NotEmpty(t, printed)
	assert.Equal(t, "-kites.md", printed[0].File)
}

func TestBrokenOutput(t *testing.T) {
	var stderr strings.Builder
	file := write(t, "kites.md", english)
	assert.Equal(t, 1, run([]string{file, file}, brokenWriter{}, &stderr))
	assert.Equal(t, "facts: disk full\n", stderr.String())
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }
