package parse

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"unsafe"

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
	text := ours(7) + ours(8) + ours(9) + ours(10)
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

// crowded are pieces of text that take much memory when they are repeated: each
// is several sentences, lines, names or records.
var crowded = []string{
	"we! ", "we!", "we? ", "name, ", "| a ", "& Co. ", "Inc. ", "1.1.1. ", "(a) ", "# a\n\n", "- a\n", "a\n", "a:\n- b\n", "a!", "# a\n", "a\n---\n", "(", ". ",
	"Acme Ltd. ", "a@b.nl ", "1 May 2020. ", "We transfer data to Germany. ", "A B. ", "(we) ", "Acme Inc. (\"we\") ", "for 30 days ",
	"| a | b |\n", "We share data with Google. ", "We collect your name for marketing. ", "# Data\n\nWe collect your name.\n\n",
}

func TestMemoryOfCrowdedTexts(t *testing.T) {
	p, err := New(nil)
	require.NoError(t, err)
	for _, s := range crowded {
		for _, size := range []int{1 << 12, 1 << 14, 1 << 18} {
			_, err := p.Parse(strings.Repeat(s, size/len(s)))
			require.NoError(t, err)
			requireBounded(t, p, fmt.Sprintf("%d bytes of %q", size, s))
		}
	}
}

// What a text takes at most, for each of its bytes: see the package's comment.
func TestMemoryIsBounded(t *testing.T) {
	warm, err := New(nil)
	require.NoError(t, err)
	for _, s := range crowded {
		text := strings.Repeat(s, 1<<18/len(s))
		_, err := warm.Parse(text) // compiles the lexicon
		require.NoError(t, err)
		p, err := New(nil) // without the memory of another text
		require.NoError(t, err)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err = p.Parse(text)
		runtime.ReadMemStats(&after)
		require.NoError(t, err)
		assert.Less(t, (after.TotalAlloc-before.TotalAlloc)/uint64(len(text)), uint64(120), "bytes for each byte of %q", s)
	}
}

func TestMemoryOfManyNames(t *testing.T) {
	p, err := New(nil)
	require.NoError(t, err)
	for _, n := range []int{10, 100, 1000} {
		var b strings.Builder
		for i := range n {
			b.WriteString(ours(i))
		}
		_, err := p.Parse(b.String())
		require.NoError(t, err)
		requireBounded(t, p, fmt.Sprintf("%d publishers", n))
	}
}

// The memory that most texts are read in is kept.
func TestMemoryOfCorpusIsKept(t *testing.T) {
	p, err := New(nil)
	require.NoError(t, err)
	for name, text := range corpus.Policies(t, "seeds", "wild", "wild-nl") {
		_, err := p.Parse(text)
		require.NoError(t, err)
		require.Len(t, p.idle, 1, name)
		requireBounded(t, p, name)
	}
}

// requireBounded asserts that the memory that p keeps, if it keeps one, is as
// large as was counted, but for maps, and not too large.
func requireBounded(t *testing.T, p *Parser, after string) {
	t.Helper()
	if len(p.idle) == 0 {
		return
	}
	m := <-p.idle
	n := room(reflect.ValueOf(*m), map[unsafe.Pointer]bool{})
	require.LessOrEqual(t, n, maxKept, after)
	counted := int(m.size)
	require.InDelta(t, n, counted, 100_000, "%s: %d bytes, %d counted", after, n, counted)
	p.idle <- m
}

// room returns the bytes of the slices and maps in v.
func room(v reflect.Value, seen map[unsafe.Pointer]bool) (n int) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && !seen[v.UnsafePointer()] {
			seen[v.UnsafePointer()] = true
			n += int(v.Type().Elem().Size()) + room(v.Elem(), seen)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			n += room(v.Field(i), seen)
		}
	case reflect.Slice:
		if v.Cap() == 0 || seen[v.UnsafePointer()] {
			return 0
		}
		seen[v.UnsafePointer()] = true
		n += v.Cap() * int(v.Type().Elem().Size())
		v = v.Slice(0, v.Cap())
		fallthrough
	case reflect.Array:
		if k := v.Type().Elem().Kind(); k < reflect.Array {
			return n // numbers
		}
		for i := range v.Len() {
			n += room(v.Index(i), seen)
		}
	case reflect.Map:
		n = min(v.Len(), 1) // they are empty
	}
	return n
}
