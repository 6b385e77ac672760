package tilt_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/internal/corpus"
	"example.com/policymodel/policy/internal/sample"
	"example.com/policymodel/policy/tilt"
)

// TestSchema holds documents against the schema's own text, with as much of
// JSON Schema draft 7 as TILT's schema uses. The module in examples/validate
// does so with a validator.
func TestSchema(t *testing.T) {
	var schema map[string]any
	require.NoError(t, json.Unmarshal([]byte(corpus.Read(t, "vocab", "tilt-schema.json")), &schema))

	check := func(name string, p *policy.Policy) {
		doc, _ := tilt.From(p, nil)
		var v any
		require.NoError(t, json.Unmarshal(write(t, doc), &v))
		assert.Empty(t, breaches(schema, v, ""), name)
	}
	p, _ := sample.Policy()
	check("sample", p)
	check("nothing", &policy.Policy{})
	for name, text := range corpus.Policies(t, "seeds") {
		p, err := parse.Parse(text, nil)
		require.NoError(t, err, name)
		check(filepath.Base(name), p)
	}

	// The checks see what is wrong.
	for _, c := range []struct{ old, new, want string }{
		{`"country": "IE"`, `"country": "Ireland"`, "/controller/country"},
		{`"GDPR-6-1-b"`, `"Art. 6"`, "/dataDisclosed"},
		{`"supervisoryAuthority"`, `"authority"`, "/rightToComplain"},
		{`"max"`, `"most"`, "/dataDisclosed"},
		{`"version": 1`, `"version": 0`, "/meta/version"},
		{`"changesOfPurpose"`, `"changes"`, ": no changesOfPurpose"},
		{`"dpo@brindle.example"`, `1`, "/dataProtectionOfficer/email"},
	} {
		doc, _ := tilt.From(p, nil)
		text := string(write(t, doc))
		require.Contains(t, text, c.old)
		var v any
		require.NoError(t, json.Unmarshal([]byte(strings.ReplaceAll(text, c.old, c.new)), &v))
		assert.Contains(t, strings.Join(breaches(schema, v, ""), "\n"), c.want)
	}
}

// breaches returns where v does not keep to a schema.
func breaches(schema map[string]any, v any, path string) []string {
	var all []string
	breach := func(format string, args ...any) { all = append(all, path+": "+fmt.Sprintf(format, args...)) }
	if typ, ok := schema["type"].(string); ok && !isType(v, typ) {
		breach("not of type %s: %v", typ, v)
		return all
	}
	if want, ok := schema["const"]; ok && v != want {
		breach("not %v", want)
	}
	if enum, ok := schema["enum"].([]any); ok {
		found := false
		for _, x := range enum {
			found = found || x == v
		}
		if !found {
			breach("%v is not one of %v", v, enum)
		}
	}
	if s, ok := v.(string); ok {
		if n, ok := schema["minLength"].(float64); ok && len(s) < int(n) {
			breach("%q is too short", s)
		}
		if n, ok := schema["maxLength"].(float64); ok && len(s) > int(n) {
			breach("%q is too long", s)
		}
		// Package regexp has no lookahead and no backreferences.
		if p, ok := schema["pattern"].(string); ok && !strings.Contains(p, "(?!") && !regexp.MustCompile(p).MatchString(s) {
			breach("%q does not match %s", s, p)
		}
	}
	if n, ok := schema["minimum"].(float64); ok && v.(float64) < n {
		breach("%v is too small", v)
	}
	if object, ok := v.(map[string]any); ok {
		names, _ := schema["required"].([]any)
		for _, name := range names {
			if _, ok := object[name.(string)]; !ok {
				breach("no %v", name)
			}
		}
		properties, _ := schema["properties"].(map[string]any)
		for name, x := range object {
			if sub, ok := properties[name].(map[string]any); ok {
				all = append(all, breaches(sub, x, path+"/"+name)...)
			}
		}
		if cond, ok := schema["if"].(map[string]any); ok && len(breaches(cond, v, path)) == 0 {
			all = append(all, breaches(schema["then"].(map[string]any), v, path)...)
		}
	}
	if list, ok := v.([]any); ok {
		items, _ := schema["items"].(map[string]any)
		for i, x := range list {
			all = append(all, breaches(items, x, fmt.Sprintf("%s/%d", path, i))...)
		}
	}
	if choices, ok := schema["anyOf"].([]any); ok {
		var first []string
		for _, choice := range choices {
			b := breaches(choice.(map[string]any), v, path)
			if len(b) == 0 {
				return all
			}
			if first == nil {
				first = b
			}
		}
		all = append(all, first...)
	}
	return all
}

func isType(v any, typ string) bool {
	switch v := v.(type) {
	case map[string]any:
		return typ == "object"
	case []any:
		return typ == "array"
	case string:
		return typ == "string"
	case bool:
		return typ == "boolean"
	case float64:
		return typ == "number" || typ == "integer" && v == float64(int(v))
	}
	return false
}
