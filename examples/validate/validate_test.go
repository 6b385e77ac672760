package validate

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/piprate/json-gold/ld"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/dpv"
	"example.com/policymodel/policy/schema"
	"example.com/policymodel/policy/tilt"
)

// texts are policies of invented publishers.
var texts = map[string]string{
	"words": "The kettle whistles.\n",
	"english": `Gannet Radio Privacy Policy

Last updated: 3 March 2024

Gannet Radio Ltd, 12 Quay Street, Cork, Ireland, is the controller. Our data protection officer is Ada Quill, dpo@gannet.example.

We collect your name, e-mail address and location when you register, with your consent, to send you our newsletter. We share your e-mail address with our service providers. We never sell your data. We keep it for 2 weeks. We transfer data to Japan under standard contractual clauses.

You have the right to access your data, to have it deleted and to lodge a complaint with a supervisory authority. We make decisions by automated means. California residents may opt out of the sale of their data.
`,
	"dutch": `Privacybeleid van Zilverlamp

Zilverlamp B.V. is de verwerkingsverantwoordelijke. Wij verzamelen uw naam en uw e-mailadres om uw bestelling te bezorgen. Wij bewaren uw gegevens twee jaar.

U hebt het recht om uw persoonsgegevens in te zien en te laten wissen.
`,
}

// corpus returns a path below POLICY_CORPUS, "" if it is not set.
func corpus(elem ...string) string {
	dir := os.Getenv("POLICY_CORPUS")
	if dir == "" {
		return ""
	}
	return filepath.Join(append([]string{dir}, elem...)...)
}

// policies returns the policies of texts and, where it is set, POLICY_CORPUS.
func policies(t *testing.T) map[string]*policy.Policy {
	t.Helper()
	all, err := parseAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var parseAll = sync.OnceValues(func() (map[string]*policy.Policy, error) {
	parser, err := parse.New(nil)
	if err != nil {
		return nil, err
	}
	all := map[string]*policy.Policy{"zero": {}}
	for name, text := range texts {
		if all[name], err = parser.Parse(text); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if corpus() == "" {
		return all, nil
	}
	for folder, least := range map[string]int{"seeds": 5, "wild": 100, "wild-nl": 10} {
		names, err := filepath.Glob(corpus("corpus", folder, "*"))
		if err != nil || len(names) < least {
			return nil, fmt.Errorf("only %d policies in %s (%v)", len(names), folder, err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			if all[folder+"/"+filepath.Base(name)], err = parser.Parse(string(text)); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return all, nil
})

// value decodes JSON for the validators.
func value(t *testing.T, data []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// compile compiles a schema, with formats asserted.
func compile(t *testing.T, data []byte) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	c.UseRegexpEngine(pattern)
	const url = "https://schema.example/schema.json"
	if err := c.AddResource(url, value(t, data)); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(url)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestPolicySchema validates the JSON form of policies.
func TestPolicySchema(t *testing.T) {
	s := compile(t, []byte(schema.JSON()))
	for name, p := range policies(t) {
		data, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(value(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, wrong := range []string{
		`{}`, `[]`, `{"format":2,"taxonomy":"1.0.0","source":{"sha256":"","bytes":0},"document":{"language":"en"}}`,
		`{"format":1,"taxonomy":"1.0.0","source":{"sha256":"x","bytes":0},"document":{"language":"en"}}`,
		`{"format":1,"taxonomy":"1.0.0","source":{"sha256":"","bytes":0},"document":{"language":"en","updated":"2024-13-01"}}`,
		`{"format":1,"taxonomy":"1.0.0","source":{"sha256":"","bytes":0},"document":{"language":"en"},"data":[{"id":"a","polarity":"maybe","mentions":[]}]}`,
	} {
		if s.Validate(value(t, []byte(wrong))) == nil {
			t.Errorf("no fault found with %s", wrong)
		}
	}
}

// TestTILT validates TILT documents against TILT's schema, formats included.
func TestTILT(t *testing.T) {
	if corpus() == "" {
		t.Skip("POLICY_CORPUS is not set")
	}
	data, err := os.ReadFile(corpus("vocab", "tilt-schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	s := compile(t, data)
	for name, p := range policies(t) {
		for _, people := range []policy.Region{policy.EEA, policy.California} {
			doc, _ := tilt.From(p, &tilt.Options{People: people, URL: "https://publisher.example/privacy"})
			var buf bytes.Buffer
			if err := doc.Write(&buf); err != nil {
				t.Fatal(err)
			}
			if err := s.Validate(value(t, buf.Bytes())); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	doc, _ := tilt.From(&policy.Policy{}, nil)
	doc.Controller.Country = "Ireland"
	var buf bytes.Buffer
	if err := doc.Write(&buf); err != nil {
		t.Fatal(err)
	}
	if s.Validate(value(t, buf.Bytes())) == nil {
		t.Error("no fault found with a country that is no code")
	}
}

// TestJSONLD reads linked data with a JSON-LD processor: it expands without
// loading anything, no property is lost, and the triples are as many as the
// values.
func TestJSONLD(t *testing.T) {
	processor := ld.NewJsonLdProcessor()
	options := ld.NewJsonLdOptions("")
	options.ProcessingMode = ld.JsonLd_1_1
	options.DocumentLoader = offline{}
	options.Format = "application/n-quads"
	for name, p := range policies(t) {
		var buf bytes.Buffer
		if _, err := dpv.Write(&buf, p, nil); err != nil {
			t.Fatal(err)
		}
		var doc map[string]any
		if err := json.Unmarshal(buf.Bytes(), &doc); err != nil {
			t.Fatal(err)
		}
		expanded, err := processor.Expand(doc, options)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		absolute(t, name, expanded)
		quads, err := processor.ToRDF(doc, options)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		delete(doc, "@context")
		got, want := strings.Count(quads.(string), "\n"), triples(doc)
		if got > want || got < want*9/10 { // values that stand twice are one triple
			t.Errorf("%s: %d triples, not %d", name, got, want)
		}
	}
}

// An offline loader loads nothing.
type offline struct{}

func (offline) LoadDocument(url string) (*ld.RemoteDocument, error) {
	return nil, fmt.Errorf("%s is not to be loaded", url)
}

var iri = regexp.MustCompile(`^(https?://|_:)`)

// absolute checks that all names in an expanded document are absolute IRIs,
// blank nodes or keywords.
func absolute(t *testing.T, name string, v any) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			absolute(t, name, x)
		}
	case map[string]any:
		for key, x := range v {
			switch key {
			case "@value":
			case "@id":
				if !iri.MatchString(x.(string)) {
					t.Errorf("%s: id %q", name, x)
				}
			case "@type":
				types, ok := x.([]any)
				if !ok {
					types = []any{x}
				}
				for _, typ := range types {
					if !iri.MatchString(typ.(string)) {
						t.Errorf("%s: type %q", name, typ)
					}
				}
			default:
				if !iri.MatchString(key) {
					t.Errorf("%s: property %q", name, key)
				}
				absolute(t, name, x)
			}
		}
	}
}

// triples counts the values of properties and types in a compact document.
func triples(v any) int {
	object, ok := v.(map[string]any)
	if !ok {
		return 0
	}
	if _, ok := object["@value"]; ok {
		return 0
	}
	n := 0
	for key, x := range object {
		list, ok := x.([]any)
		if !ok {
			list = []any{x}
		}
		switch key {
		case "@id":
		case "@type":
			n += len(list)
		default:
			n += len(list)
			for _, y := range list {
				n += triples(y)
			}
		}
	}
	return n
}
