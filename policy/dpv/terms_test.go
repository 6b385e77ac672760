package dpv

import (
	"encoding/csv"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/internal/corpus"
	"example.com/policymodel/taxonomy"
)

// vocabulary returns the terms of the published vocabulary, with prefixes.
func vocabulary(t *testing.T) map[term]bool {
	t.Helper()
	terms := make(map[term]bool)
	for _, name := range []string{"dpv.csv", "pd.csv", "eu-gdpr.csv", "loc.csv"} {
		f, err := os.Open(corpus.Path(t, "vocab", "dpv-2.3", name))
		require.NoError(t, err)
		defer f.Close()
		rows, err := csv.NewReader(f).ReadAll()
		require.NoError(t, err)
		require.Greater(t, len(rows), 100)
		require.Equal(t, "iri", rows[0][2])
		for _, row := range rows[1:] {
			name, ok := curie(row[2])
			require.True(t, ok, row[2])
			terms[name] = true
		}
	}
	return terms
}

// constants returns the terms that terms.go declares.
func constants(t *testing.T) []term {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "terms.go", nil, 0)
	require.NoError(t, err)
	var all []term
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok {
			if typ, ok := spec.Type.(*ast.Ident); ok && typ.Name == "term" {
				all = append(all, term(strings.Trim(spec.Values[0].(*ast.BasicLit).Value, `"`)))
			}
		}
		return true
	})
	require.Greater(t, len(all), 50)
	return all
}

// Every term that can be written exists: the constants, the classes of all
// concepts, and all places.
func TestTermsExist(t *testing.T) {
	vocabulary := vocabulary(t)
	others := map[string]bool{"dct": true, "oa": true, "rdf": true, "xsd": true}
	for _, c := range constants(t) {
		prefix, _, _ := strings.Cut(string(c), ":")
		assert.True(t, vocabulary[c] || others[prefix], c)
	}
	for c := range taxonomy.All() {
		types, _ := classes(c.Facet, c.ID)
		for _, typ := range types {
			assert.True(t, vocabulary[typ], "%s of %s %s", typ, c.Facet, c.ID)
		}
	}
	for code := range places() {
		at, ok := place(policy.Region(code))
		require.True(t, ok)
		assert.True(t, vocabulary[at], at)
	}
	// and the places are all that there are
	for name := range vocabulary {
		code, ok := strings.CutPrefix(string(name), "loc:")
		if ok && strings.ToUpper(code) == code {
			assert.True(t, places()[code], code)
		}
	}
}

// A constant of one class or property stands once.
func TestConstants(t *testing.T) {
	seen := make(map[term]bool)
	for _, c := range constants(t) {
		assert.False(t, seen[c], c)
		seen[c] = true
		prefix, _, _ := strings.Cut(string(c), ":")
		assert.Contains(t, []string{"dpv", "dct", "oa", "rdf", "xsd"}, prefix)
	}
}

func TestClasses(t *testing.T) {
	for _, c := range []struct {
		facet   taxonomy.Facet
		id      string
		want    []term
		matched bool
	}{
		{taxonomy.FacetData, "contact.email", []term{"pd:EmailAddress"}, true},
		{taxonomy.FacetData, "demographic.age", []term{"pd:Age"}, true}, // pd:AgeRange means less
		{taxonomy.FacetData, "demographic.nationality", []term{"dpv:PersonalData"}, false},
		{taxonomy.FacetData, "content.video", []term{"dpv:PersonalData"}, false},
		{taxonomy.FacetData, "aggregated", []term{"dpv:Data"}, false},
		{taxonomy.FacetData, "no.such", []term{"dpv:PersonalData"}, false},
		{taxonomy.FacetLegalBasis, "consent", []term{"eu-gdpr:A6-1-a", "dpv:Consent"}, true},
		{taxonomy.FacetRecipient, "public", []term{"dpv:Recipient"}, false},
		{taxonomy.FacetStatement, "mandatory", nil, false},
		{taxonomy.FacetChangeNotice, "none", nil, false},
	} {
		got, matched := classes(c.facet, c.id)
		assert.Equal(t, c.want, got, c.id)
		assert.Equal(t, c.matched, matched, c.id)
	}
}

func TestPlace(t *testing.T) {
	for r, want := range map[policy.Region]term{
		"EEA": "loc:EEA", "IE": "loc:IE", "US-CA": "loc:US-CA", "US-QQ": "loc:US", "QQ": "", "QQ-X": "", "": "",
	} {
		got, ok := place(r)
		assert.Equal(t, want, got, r)
		assert.Equal(t, want != "", ok, r)
	}
}

// Concepts that no property relates to a process have no property at all.
func TestProperty(t *testing.T) {
	for _, c := range []struct {
		facet taxonomy.Facet
		id    string
		want  term
	}{
		{taxonomy.FacetData, "contact.email", hasPersonalData},
		{taxonomy.FacetData, "non-personal", hasData},
		{taxonomy.FacetDisposal, "deletion", hasStorageCondition},
		{taxonomy.FacetDisposal, "anonymisation", hasProcessing},
		{taxonomy.FacetSafeguard, "adequacy", hasLegalBasis},
		{taxonomy.FacetSafeguard, "binding-corporate-rules", hasMeasure},
		{taxonomy.FacetSecurity, "no-guarantee", ""},
		{taxonomy.FacetStatement, "sale.no", ""},
		{taxonomy.FacetStatement, "sale.yes", hasPurpose},
		{taxonomy.FacetStatement, "consent-by-use", hasLegalBasis},
		{taxonomy.FacetStatement, "automated-decisions", hasContext},
		{"no-facet", "x", ""},
	} {
		assert.Equal(t, c.want, property(c.facet, c.id), c.id)
	}
}
