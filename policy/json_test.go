package policy_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
)

func encode(t *testing.T, p *policy.Policy) []byte {
	t.Helper()
	data, err := json.Marshal(p)
	require.NoError(t, err)
	return data
}

func TestJSONRoundTrip(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	policies := []*policy.Policy{{}, shop()}
	for range 200 {
		_, p := random(rng, 1+rng.IntN(20))
		policies = append(policies, p)
	}
	for _, p := range policies {
		require.NoError(t, p.Check())
		data := encode(t, p)
		q := policy.Policy{Document: policy.Document{Title: "what was there before"}}
		require.NoError(t, json.Unmarshal(data, &q))
		require.Equal(t, p, &q)
		require.Equal(t, string(data), string(encode(t, &q)))
	}
}

func TestJSONHeader(t *testing.T) {
	p := shop()
	p.Taxonomy = "0.9.1"
	data := encode(t, p)
	assert.True(t, bytes.HasPrefix(data, []byte(`{"format":1,"taxonomy":"0.9.1","source":{`)), "%.80s", data)
	var q policy.Policy
	require.NoError(t, json.Unmarshal(data, &q))
	assert.Equal(t, "0.9.1", q.Taxonomy, "of the reader, not of who wrote it again")
	assert.Equal(t, policy.FormatVersion, 1)
	assert.NotContains(t, string(data), "\n ", "compact")
}

// A policy keeps its form as part of other JSON.
func TestJSONNested(t *testing.T) {
	type file struct {
		Name   string
		Policy *policy.Policy
		Copy   policy.Policy
		None   *policy.Policy
	}
	in := file{"shop", shop(), *shop(), nil}
	data, err := json.MarshalIndent(in, "", "  ")
	require.NoError(t, err)
	assert.Equal(t, 2, strings.Count(string(data), `"format"`))
	var out file
	require.NoError(t, json.Unmarshal(data, &out))
	assert.Equal(t, in, out)
}

func TestJSONNotUTF8(t *testing.T) {
	const text = "We collect na\xefve data."
	p := &policy.Policy{Source: policy.NewSource(text), Passages: []policy.Passage{
		{Span: policy.Span{Start: 0, End: len(text)}, Text: text, Section: -1, Reading: policy.Read},
	}}
	data := encode(t, p)
	assert.Contains(t, string(data), `"text":"We collect na\ufffdve data.","bytes":"`)
	var q policy.Policy
	require.NoError(t, json.Unmarshal(data, &q))
	assert.Equal(t, p, &q)
}

func TestJSONUnknown(t *testing.T) {
	p := shop()
	p.Data[0].ID = "contact.carrier-pigeon"
	p.Flows[0].Data[0] = "contact.carrier-pigeon"
	data := string(encode(t, p))
	data = strings.Replace(data, `"taxonomy":"`, `"taxonomy":"7.`, 1)
	data = strings.Replace(data, `"parties":[`, `"weather":[{"id":1},[]],"mood":{"a":[1]},"parties":[`, 1)
	var q policy.Policy
	require.NoError(t, json.Unmarshal([]byte(data), &q))
	assert.Equal(t, p, &q)
}

func TestJSONErrors(t *testing.T) {
	good := string(encode(t, shop()))
	with := func(old, new string) string {
		require.Contains(t, good, old)
		return strings.Replace(good, old, new, 1)
	}
	for _, tt := range []struct {
		name, data, path, message, at string
	}{
		{"empty", ``, "", "unexpected end", ""},
		{"array", `[]`, "", "cannot unmarshal array", ""},
		{"string", `"x"`, "", "cannot unmarshal string", ""},
		{"cut off", good[:200], "", "unexpected end", ""},
		{"no version", `{}`, "format", "version 0", ""},
		{"newer version", with(`"format":1`, `"format":2`), "format", "version 2 is not one of 1 to 1", `2,"source"`},
		{"version of another type", with(`"format":1`, `"format":"1"`), "format", "cannot unmarshal string", `"1",`},
		{"twice", with(`,"parties":[`, `,"data":[],"parties":[`), "data", "stands twice", `"data":[],"parties"`},
		{"no array", with(`"transfers":[`, `"transfers":{},"x":[`), "transfers", "is not an array", `{},"x"`},
		{"array for an object", with(`"source":{`, `"source":[],"x":{`), "source", "cannot unmarshal array", `[],"x"`},
		{"type", with(`"id":"contact.email"`, `"id":12`), "data[0]", "cannot unmarshal number", `{"id":12`},
		{"fraction", with(`"age":16`, `"age":16.5`), "children[0]", "cannot unmarshal number 16.5", `{"age":16.5`},
		{"polarity", with(`"id":"location","sources":["automatic"],"polarity":"yes"`, `"id":"location","polarity":"y"`),
			"data[2]", `polarity "y" is neither`, `{"id":"location"`},
		{"date", with(`"2025-03-04"`, `"4 March 2025"`), "document", "YYYY-MM-DD", `{"language":"en"`},
		{"language", with(`"language":"en"`, `"language":"?"`), "document", "language", `{"language":"?"`},
		{"base64", with(`"section":0`, `"bytes":"?","section":0`), "passages[0]", "base64", `{"span":{"start":0`},
		{"span", with(`"mentions":[{"span":{"start":303`, `"mentions":[{"span":{"start":9999`),
			"data[2]", "data[2].mentions[0].span 9999-329 is empty or not within the text of 802 bytes", `{"id":"location"`},
		{"passage", with(`"passage":12`, `"passage":1200`), "data[4]", "data[4].mentions[0].passage is 1200", `{"id":"financial.invoice"`},
		{"source", with(`"bytes":802`, `"bytes":7`), "document", "document.body", `{"language"`},
		{"null element", with(`"rights":[`, `"rights":[null,`), "rights[0]", `rights[0].id is ""`, `null,`},
	} {
		var p policy.Policy
		err := p.UnmarshalJSON([]byte(tt.data))
		var decode *policy.DecodeError
		require.ErrorAs(t, err, &decode, tt.name)
		assert.Equal(t, tt.path, decode.Path, tt.name)
		assert.Contains(t, err.Error(), tt.message, tt.name)
		assert.Contains(t, err.Error(), "policy: JSON at byte ", tt.name)
		if tt.at != "" {
			assert.True(t, strings.HasPrefix(tt.data[decode.Offset:], tt.at), "%s: offset is at %.40s", tt.name, tt.data[decode.Offset:])
		}
		assert.Equal(t, policy.Policy{}, p, tt.name)
	}

	var syntax *json.SyntaxError
	require.ErrorAs(t, new(policy.Policy).UnmarshalJSON([]byte(`{"format":1,}`)), &syntax)
	assert.EqualValues(t, 13, syntax.Offset)
	require.ErrorAs(t, json.Unmarshal([]byte(`{"format":1,}`), new(policy.Policy)), &syntax)
	var check *policy.CheckError
	require.ErrorAs(t, json.Unmarshal([]byte(with(`"age":16`, `"age":-16`)), new(policy.Policy)), &check)
	assert.Equal(t, "children[0].age", check.Path)

	p := *shop()
	require.NoError(t, json.Unmarshal([]byte("null"), &p))
	assert.Equal(t, *shop(), p)
}

// Deep nesting and many fields are refused or read, not a reason to crash.
func TestJSONHostile(t *testing.T) {
	deep := `{"format":1,"data":` + strings.Repeat(`[`, 1e6) + strings.Repeat(`]`, 1e6) + `}`
	assert.Error(t, json.Unmarshal([]byte(deep), new(policy.Policy)))
	many := `{"format":1` + strings.Repeat(`,"data":[]`, 1e5) + `}`
	assert.ErrorContains(t, json.Unmarshal([]byte(many), new(policy.Policy)), "stands twice")
}

func FuzzUnmarshalJSON(f *testing.F) {
	rng := rand.New(rand.NewPCG(3, 4))
	seeds := []*policy.Policy{{}, shop()}
	for range 5 {
		_, p := random(rng, 1+rng.IntN(4))
		seeds = append(seeds, p)
	}
	for _, p := range seeds {
		data, err := json.Marshal(p)
		require.NoError(f, err)
		f.Add(data)
	}
	f.Add([]byte(`{"format":1,"document":{"language":"x-a"},"data":null,"DATA":[],"source":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var p policy.Policy
		if err := p.UnmarshalJSON(data); err != nil {
			var decode *policy.DecodeError
			require.ErrorAs(t, err, &decode)
			require.GreaterOrEqual(t, decode.Offset, int64(0))
			require.LessOrEqual(t, decode.Offset, int64(len(data)))
			return
		}
		require.NoError(t, p.Check())
		again := encode(t, &p)
		var q policy.Policy
		require.NoError(t, json.Unmarshal(again, &q), "%s", again)
		require.Equal(t, string(again), string(encode(t, &q)))
		requireSame(t, &p, &q)
	})
}

// requireSame requires that q is p but for slices that are empty in p and nil
// in q.
func requireSame(t *testing.T, p, q *policy.Policy) {
	t.Helper()
	require.Equal(t, p.Source, q.Source)
	require.Equal(t, p.Document, q.Document)
	require.Equal(t, len(p.Passages), len(q.Passages))
	for i := range p.Passages {
		require.Equal(t, p.Passages[i], q.Passages[i])
	}
	var facts [2][]string
	for i, x := range []*policy.Policy{p, q} {
		for it := range x.Facts() {
			facts[i] = append(facts[i], string(it.Facet)+" "+it.ID+" "+it.Name)
		}
	}
	require.Equal(t, facts[0], facts[1])
}
