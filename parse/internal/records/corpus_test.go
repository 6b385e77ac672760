package records

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse/internal/corpus"
	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/policy"
)

func files(t testing.TB, pattern ...string) []string {
	names, err := filepath.Glob(filepath.Join(pattern...))
	require.NoError(t, err)
	require.NotEmpty(t, names, "no file matches %s", pattern)
	return names
}

func load(t testing.TB, name string) (string, *layout.Layout) {
	b, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(b), layout.Scan(string(b), layout.Auto)
}

// languageOf guesses from a few small words; the library has its own way.
func languageOf(text string) string {
	if strings.Count(text, " het ")+strings.Count(text, " van ") > strings.Count(text, " the ") {
		return "nl"
	}
	return "en"
}

// annotated is what the annotation of a policy says of its records.
type annotated struct {
	File, Language string
	Document       struct {
		Organisation string
		LegalEntity  string `json:"legal_entity"`
		Updated      string
	}
	Controllers []struct{ Name, Region string }
	Contacts    []struct{ Type, Value string }
	Transfers   struct{ Destinations, Localisation []string }
	Children    []struct{ Age int }
}

// normal is how the values of records are compared.
func normal(s string) string {
	f := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || strings.ContainsRune("+@./", r))
	})
	return strings.Trim(strings.Join(f, " "), " ./")
}

func (a *annotated) facts() map[string]bool {
	m := map[string]bool{
		"organisation " + normal(a.Document.Organisation): true,
		"company " + normal(a.Document.LegalEntity):       true,
		"updated " + a.Document.Updated:                   true,
	}
	for _, c := range a.Controllers {
		m[fmt.Sprintf("party %s [%s]", normal(c.Name), c.Region)] = true
	}
	for _, c := range a.Contacts {
		if c.Type == "email" || c.Type == "url" || c.Type == "phone" {
			m[c.Type+" "+normal(c.Value)] = true
		}
	}
	for _, c := range a.Transfers.Destinations {
		m["transfer "+c] = true
	}
	for _, c := range a.Transfers.Localisation {
		m["stays in "+c] = true
	}
	for _, c := range a.Children {
		m[fmt.Sprint("age ", c.Age)] = true
	}
	return m
}

func facts(r *Records) map[string]bool {
	m := map[string]bool{
		"organisation " + normal(r.Organisation): true,
		"company " + normal(r.LegalEntity):       true,
		"updated " + r.Updated.String():          true,
	}
	for _, p := range r.Parties {
		m[fmt.Sprintf("party %s [%s]", normal(p.Name), p.Region)] = true
	}
	for _, c := range r.Contacts {
		if c.Type == policy.Email || c.Type == policy.URL || c.Type == policy.Phone {
			m[string(c.Type)+" "+normal(c.Value)] = true
		}
	}
	for _, x := range r.Transfers {
		if x.Localised {
			m["stays in "+x.Country] = true
		} else {
			m["transfer "+x.Country] = true
		}
	}
	for _, c := range r.Children {
		m[fmt.Sprint("age ", c.Age)] = true
	}
	return m
}

// TestAnnotated compares with the annotated policies, without any hint.
func TestAnnotated(t *testing.T) {
	dir := corpus.Path(t)
	right, extra, missing := 0, 0, 0
	for _, name := range files(t, dir, "gold", "*.json") {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		var a annotated
		require.NoError(t, json.Unmarshal(b, &a))
		text, l := load(t, filepath.Join(dir, "corpus", "seeds", a.File))
		r := Read(text, l, a.Language, nil)
		check(t, text, r)
		want, got := a.facts(), facts(r)
		for f := range want {
			if got[f] {
				right++
			} else {
				missing++
				t.Logf("%s: missing %s", a.File, f)
			}
		}
		for f := range got {
			if !want[f] {
				extra++
				t.Logf("%s: extra %s", a.File, f)
			}
		}
	}
	f1 := 2 * float64(right) / float64(2*right+extra+missing)
	t.Logf("%d right, %d extra, %d missing: F1 %.3f", right, extra, missing, f1)
	assert.GreaterOrEqual(t, f1, 0.97)
}

// TestCorpus reads other publishers' policies, of which only the form of the
// answers is known, and how often there should be one.
func TestCorpus(t *testing.T) {
	dir := corpus.Path(t)
	var texts, dated, named, companies, reachable int
	for _, name := range files(t, dir, "corpus", "wild*", "*.md") {
		text, l := load(t, name)
		r := Read(text, l, languageOf(text), nil)
		check(t, text, r)
		texts++
		if !r.Updated.IsZero() {
			dated++
		}
		if r.Organisation != "" {
			named++
		}
		if r.LegalEntity != "" {
			companies++
		}
		if len(r.Contacts) > 0 {
			reachable++
		}
	}
	t.Logf("%d texts: %d dated, %d with a publisher, %d with a company, %d with a contact", texts, dated, named, companies, reachable)
	assert.Greater(t, dated, texts*6/10)
	assert.Greater(t, named, texts*8/10)
	assert.Greater(t, companies, texts*6/10)
	assert.Greater(t, reachable, texts*9/10)
}

func BenchmarkRead(b *testing.B) {
	dir := corpus.Path(b)
	type doc struct {
		text, lang string
		layout     *layout.Layout
	}
	var docs []doc
	n := 0
	for _, name := range files(b, dir, "corpus", "*", "*.*") {
		text, l := load(b, name)
		docs = append(docs, doc{text, languageOf(text), l})
		n += len(text)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			Read(d.text, d.layout, d.lang, nil)
		}
	}
}

func BenchmarkVocabulary(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		newVocabulary("en")
	}
}
