package schema_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/internal/sample"
	"example.com/policymodel/policy/schema"
	"example.com/policymodel/policy/schema/internal/generate"
	"example.com/policymodel/taxonomy"
)

func Example() {
	var s struct {
		ID         string `json:"$id"`
		Properties map[string]struct{ Description string }
	}
	if err := json.Unmarshal([]byte(schema.JSON()), &s); err != nil {
		panic(err)
	}
	fmt.Println(s.ID)
	fmt.Println(s.Properties["sections"].Description)
	// Output:
	// https://example.com/policymodel/policy-1.schema.json
	// the tree of headings, in text order
}

// The file is what the types and their comments make it.
func TestGenerated(t *testing.T) {
	want, err := generate.Schema("..")
	require.NoError(t, err)
	assert.Equal(t, string(want), schema.JSON(), "go generate ./policy/schema brings the schema up to date")
	_, err = generate.Schema(t.TempDir() + "/[")
	assert.Error(t, err)
}

func load(t *testing.T) map[string]any {
	t.Helper()
	var s map[string]any
	require.NoError(t, json.Unmarshal([]byte(schema.JSON()), &s))
	return s
}

// Everything that a policy is written with has a place in the schema, and what
// the schema requires is written. Validity as such is tested with a validator,
// in examples/validate.
func TestFits(t *testing.T) {
	s := load(t)
	p, _ := sample.Policy()
	p.Passages[0].Text = strings.Replace(p.Passages[0].Text, "B", "\xff", 1)
	p.Unclassified = []policy.Unclassified{{Facet: taxonomy.FacetData, Span: p.Passages[1].Span, Words: "a", Passage: 1}}
	p.Notes = []policy.Note{{Code: policy.NoteInvalidUTF8, Span: policy.Span{End: 1}, Message: "b"}}
	for it := range p.Facts() {
		it.Region = policy.California
	}
	p.Flows[0].Region = policy.California
	require.NoError(t, p.Check())
	data, err := json.Marshal(p)
	require.NoError(t, err)
	var v any
	require.NoError(t, json.Unmarshal(data, &v))
	seen := make(map[string]bool)
	fits(t, s, s, v, "", seen)

	// The sample has all there is, so that nothing was left untested.
	for name, d := range s["$defs"].(map[string]any) {
		properties, _ := d.(map[string]any)["properties"].(map[string]any)
		for field := range properties {
			assert.True(t, seen[name+"."+field], "the sample has no %s.%s", name, field)
		}
	}
}

// fits walks v along a schema.
func fits(t *testing.T, root, s map[string]any, v any, name string, seen map[string]bool) {
	if ref, ok := s["$ref"].(string); ok {
		name = strings.TrimPrefix(ref, "#/$defs/")
		s = root["$defs"].(map[string]any)[name].(map[string]any)
	}
	switch v := v.(type) {
	case map[string]any:
		require.Equal(t, "object", s["type"], name)
		properties := s["properties"].(map[string]any)
		for field, x := range v {
			if assert.Contains(t, properties, field, name) {
				seen[name+"."+field] = true
				fits(t, root, properties[field].(map[string]any), x, name+"."+field, seen)
			}
		}
		for _, field := range s["required"].([]any) {
			assert.Contains(t, v, field, name)
		}
	case []any:
		require.Equal(t, "array", s["type"], name)
		for _, x := range v {
			fits(t, root, s["items"].(map[string]any), x, name, seen)
		}
	case string:
		assert.Equal(t, "string", s["type"], name)
	case bool:
		assert.Equal(t, "boolean", s["type"], name)
	case float64:
		if s["const"] != v {
			assert.Equal(t, "integer", s["type"], name)
		}
	}
}

func TestExamples(t *testing.T) {
	defs := load(t)["$defs"].(map[string]any)
	assert.Contains(t, defs["DataID"].(map[string]any)["examples"], "contact.email")
	assert.Contains(t, defs["Condition"].(map[string]any)["examples"], string(policy.OnConsent))
	assert.NotContains(t, defs["Condition"].(map[string]any)["examples"], "")
}
