package dpv_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/dpv"
	"example.com/policymodel/policy/fill"
	"example.com/policymodel/policy/internal/corpus"
	"example.com/policymodel/policy/internal/golden"
	"example.com/policymodel/policy/internal/sample"
	"example.com/policymodel/taxonomy"
)

func Example() {
	p := &policy.Policy{
		Data: []policy.DataCategory{{
			ID:   taxonomy.DataContactEmail,
			Fact: policy.Fact{Region: policy.EEA, Mentions: []policy.Mention{{Span: policy.Span{Start: 11, End: 25}}}},
		}},
	}
	var buf bytes.Buffer
	if _, err := dpv.Write(&buf, p, nil); err != nil {
		panic(err)
	}
	_, process, _ := strings.Cut(buf.String(), `"dpv:hasPersonalData": `)
	fmt.Println(process[:strings.Index(process, `"oa:hasSource"`)])
	// Output:
	// {
	//       "@id": "_:fact-1",
	//       "@type": "pd:EmailAddress",
	//       "dct:title": "E-mail address",
	//       "dct:identifier": "contact.email",
	//       "dpv:hasJurisdiction": {
	//         "@id": "loc:EEA"
	//       },
	//       "dct:source": {
	//         "@type": "oa:SpecificResource",
}

func write(t *testing.T, p *policy.Policy, opts *dpv.Options) ([]byte, *fill.Report) {
	t.Helper()
	var buf bytes.Buffer
	report, err := dpv.Write(&buf, p, opts)
	require.NoError(t, err)
	return buf.Bytes(), report
}

func TestGolden(t *testing.T) {
	p, _ := sample.Policy()
	data, report := write(t, p, &dpv.Options{URL: "https://brindle.example/privacy"})
	golden.Equal(t, "brindle.jsonld", string(data))
	golden.Written(t, "brindle.fill.txt", report.Write)
}

// nodes calls visit for every object in v.
func nodes(v any, visit func(map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		visit(v)
		for _, x := range v {
			nodes(x, visit)
		}
	case []any:
		for _, x := range v {
			nodes(x, visit)
		}
	}
}

func decode(t *testing.T, data []byte) map[string]any {
	t.Helper()
	var v map[string]any
	require.NoError(t, json.Unmarshal(data, &v))
	return v
}

// References lead to nodes that exist, and each node stands once.
func TestReferences(t *testing.T) {
	p, _ := sample.Policy()
	data, _ := write(t, p, nil)
	defined, used := make(map[string]int), make(map[string]bool)
	nodes(decode(t, data), func(n map[string]any) {
		id, ok := n["@id"].(string)
		if !ok || !strings.HasPrefix(id, "_:") {
			return
		}
		if len(n) > 1 {
			defined[id]++
		} else {
			used[id] = true
		}
	})
	for id := range used {
		assert.Contains(t, defined, id)
	}
	for id, n := range defined {
		assert.Equal(t, 1, n, id)
	}
}

func TestDenied(t *testing.T) {
	p, _ := sample.Policy()
	data, report := write(t, p, nil)
	assert.NotContains(t, string(data), "content.audio")
	assert.NotContains(t, string(data), "partner.advertising")
	assert.Contains(t, report.Losses, fill.Loss{
		What: []string{"data content.audio", "recipient partner.advertising"}, Reason: "denied, for which DPV has no terms",
	})
}

func TestEmpty(t *testing.T) {
	data, report := write(t, &policy.Policy{}, &dpv.Options{URL: "not an IRI"})
	assert.Equal(t, "_:policy", decode(t, data)["@id"])
	for _, field := range []string{
		"dpv:hasDataController", "dpv:hasDataProtectionOfficer", "dpv:hasPersonalData", "dpv:hasPurpose", "dpv:hasLegalBasis",
		"dpv:hasRecipient", "dpv:hasDataSource", "dpv:hasDataSubject", "dpv:hasStorageCondition", "dpv:hasRight",
		"dpv:hasTechnicalOrganisationalMeasure",
	} {
		assert.True(t, report.Has(field), field)
	}
}

// Flows may name what no fact says, parties may have roles that DPV does not
// have, places may not exist.
func TestOddities(t *testing.T) {
	p := &policy.Policy{
		Flows: []policy.Flow{{Data: []taxonomy.Data{"contact.email"}, Purposes: []taxonomy.Purpose{"new.purpose"}, Region: "QQ"}},
		Parties: []policy.Party{
			{Name: "A", Role: policy.Processor, Country: "QQ"}, {Name: "B", Role: policy.Operator}, {Name: "C", Role: policy.GrievanceOfficer, Region: policy.India},
		},
		Contacts:  []policy.Contact{{Type: policy.Email, Value: "b@b.example"}, {Type: policy.Phone, Value: "1", Role: policy.Controller}},
		Transfers: []policy.Transfer{{Country: "QQ"}},
	}
	data, report := write(t, p, nil)
	v := decode(t, data)
	entities := v["dpv:hasEntity"].([]any)
	assert.Equal(t, "b@b.example", entities[0].(map[string]any)["dpv:hasContact"], "the operator's, since there is no controller")
	assert.Equal(t, "1", v["dpv:hasContact"], "nobody's")
	assert.Equal(t, "dpv:Entity", entities[1].(map[string]any)["@type"])
	flow := v["dpv:hasProcess"].(map[string]any)["dpv:hasProcess"].(map[string]any)
	assert.Equal(t, "pd:EmailAddress", flow["dpv:hasPersonalData"].(map[string]any)["@type"])
	assert.Equal(t, "dpv:Purpose", flow["dpv:hasPurpose"].(map[string]any)["@type"])
	assert.Contains(t, report.Losses, fill.Loss{What: []string{"place QQ"}, Reason: "DPV has no such place"})
	assert.NotContains(t, string(data), "QQ")
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestWriteError(t *testing.T) {
	broken := errors.New("broken")
	_, err := dpv.Write(failing{broken}, &policy.Policy{}, nil)
	assert.ErrorIs(t, err, broken)
}

// Every IRI that is written for a real policy exists in the vocabulary.
func TestCorpusTerms(t *testing.T) {
	known := make(map[string]bool)
	for prefix, name := range map[string]string{"dpv": "dpv", "pd": "pd", "eu-gdpr": "eu-gdpr", "loc": "loc"} {
		f, err := os.Open(corpus.Path(t, "vocab", "dpv-2.3", name+".csv"))
		require.NoError(t, err)
		defer f.Close()
		rows, err := csv.NewReader(f).ReadAll()
		require.NoError(t, err)
		for _, row := range rows[1:] {
			known[prefix+":"+row[0]] = true
		}
	}
	parser, err := parse.New(nil)
	require.NoError(t, err)
	written := make(map[string]bool)
	for name, text := range corpus.Policies(t) {
		p, err := parser.Parse(text)
		require.NoError(t, err, name)
		data, _ := write(t, p, nil)
		nodes(decode(t, data)["dpv:hasProcess"], func(n map[string]any) { terms(n, written) })
		for property, v := range decode(t, data) {
			if property != "@context" {
				terms(map[string]any{property: v}, written)
				nodes(v, func(n map[string]any) { terms(n, written) })
			}
		}
	}
	n := 0
	for name := range written {
		switch prefix, _, _ := strings.Cut(name, ":"); prefix {
		case "dct", "oa", "rdf", "xsd", "_":
		default:
			n++
			assert.True(t, known[name], name)
		}
	}
	assert.Greater(t, n, 150, "so many terms of DPV are in use")
}

// terms collects the properties, types and ids of one node.
func terms(n map[string]any, into map[string]bool) {
	for name, v := range n {
		switch name {
		case "@value":
		case "@type":
			types, ok := v.([]any)
			if !ok {
				types = []any{v}
			}
			for _, x := range types {
				into[x.(string)] = true
			}
		case "@id":
			into[v.(string)] = true
		default:
			into[name] = true
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	p, text := sample.Policy()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := dpv.Write(&bytes.Buffer{}, p, nil); err != nil {
			b.Fatal(err)
		}
	}
}
