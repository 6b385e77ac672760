package parse

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse/internal/corpus"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// ours returns the n-th of many policies that say different things.
func ours(n int) string {
	return fmt.Sprintf(`# Kite Nr%[1]d Privacy Policy

Kite Nr%[1]d B.V. ("Kite Nr%[1]d", "we") is the controller. Last updated: 3 May 20%02[2]d.

## What we collect

We collect your name, your e-mail address and your Nr%[1]d number, and share them with Acme%[1]d Hosting Ltd, our hosting provider.
We keep them for %[1]d months. Write to nr%[1]d@kites.example or to Kite Nr%[1]d B.V., Keizersgracht %[1]d, 1015 CJ Amsterdam, The Netherlands.

## Payment providers

- Paying%[1]d Services: card payments
`, n, n%90+10)
}

func TestMemoryIsForgotten(t *testing.T) {
	p, err := New(nil)
	require.NoError(t, err)
	text := ours(7)
	pol, err := p.Parse(text)
	require.NoError(t, err)
	require.NotEmpty(t, pol.Parties)
	require.NotEmpty(t, pol.Contacts)
	requireForgotten(t, p, text, nil)
}

func TestMemoryOfCorpusIsForgotten(t *testing.T) {
	ids := map[string]bool{} // which stand in texts, too, as values of types of their own may
	for c := range taxonomy.All() {
		ids[c.ID] = true
	}
	known := func(v reflect.Value) bool { return v.Type() != reflect.TypeFor[string]() || ids[v.String()] }
	p, err := New(nil)
	require.NoError(t, err)
	for _, text := range corpus.Policies(t, "seeds", "wild") {
		_, err := p.Parse(text)
		require.NoError(t, err)
		requireForgotten(t, p, text, known)
	}
}

// requireForgotten asserts that the memory that p keeps holds nothing of text, but
// for strings that are known, if any are.
func requireForgotten(t *testing.T, p *Parser, text string, known func(reflect.Value) bool) {
	t.Helper()
	m := <-p.idle
	seen := map[any]bool{}
	words := 0
	var walk func(v reflect.Value, path string)
	walk = func(v reflect.Value, path string) {
		switch v.Kind() {
		case reflect.String:
			words++
			if s := v.String(); s != "" && (known == nil || !known(v)) && strings.Contains(text, s) {
				require.Fail(t, "not forgotten", "%s: %q", path, s)
			}
		case reflect.Pointer:
			if !v.IsNil() && !seen[v.Pointer()] {
				seen[v.Pointer()] = true
				walk(v.Elem(), path+"*")
			}
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i), path+"."+v.Type().Field(i).Name)
			}
		case reflect.Slice:
			v = v.Slice(0, v.Cap())
			fallthrough
		case reflect.Array:
			if k := v.Type().Elem().Kind(); k != reflect.String && k < reflect.Array {
				return // numbers
			}
			for i := range v.Len() {
				walk(v.Index(i), path+"[]")
			}
		case reflect.Map:
			assert.Zero(t, v.Len(), path)
		}
	}
	walk(reflect.ValueOf(*m), "memory")
	assert.Greater(t, words, 100)
	p.idle <- m
}

// A Policy is the caller's own, whatever the Parser reads after it.
func TestMemoryIsNotShared(t *testing.T) {
	p, err := New(nil)
	require.NoError(t, err)
	var kept []*policy.Policy
	for n := range 20 {
		pol, err := p.Parse(strings.Repeat(ours(n), 1+n%3))
		require.NoError(t, err)
		kept = append(kept, pol)
	}
	for n, pol := range kept {
		want, err := Parse(strings.Repeat(ours(n), 1+n%3), nil)
		require.NoError(t, err)
		require.Equal(t, want, pol)
	}
}

func TestMemoryOfLongTexts(t *testing.T) {
	p, err := New(nil)
	require.NoError(t, err)
	_, err = p.Parse(strings.Repeat(ours(1), maxKept/len(ours(1))+1))
	require.NoError(t, err)
	assert.Empty(t, p.idle)
}
