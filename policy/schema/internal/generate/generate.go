// Package generate makes the JSON Schema of a policy's JSON form from the Go
// types of package policy and the comments in its source.
package generate

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// An object is a JSON object that keeps the order of its members.
type object []member

type member struct {
	name  string
	value any
}

func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%q:", m.name)
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// leaves are the schemas of types that are JSON strings of a certain form. The
// forms are those that policy.Policy.Check asks for.
var leaves = map[reflect.Type]object{
	reflect.TypeFor[policy.Date]():     {{"type", "string"}, {"format", "date"}, {"pattern", `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`}},
	reflect.TypeFor[policy.Duration](): {{"type", "string"}, {"pattern", `^P(([0-9]{1,9}[YMWD]){1,4}(T([0-9]{1,9}[HMS]){1,3})?|T([0-9]{1,9}[HMS]){1,3})$`}},
	reflect.TypeFor[policy.Region]():   {{"type", "string"}, {"pattern", `^(|EEA|[A-Z]{2}(-[A-Z0-9]{1,3})?)$`}},
	reflect.TypeFor[policy.Polarity](): {{"type", "string"}, {"enum", []string{"yes", "no"}}},
	reflect.TypeFor[language.Tag]():    {{"type", "string"}, {"description", "A BCP 47 language tag; \"und\" if unknown."}},
}

// bounds are the least values of whole numbers, by the name of type and field.
var bounds = map[string]int{
	"Span.Start": 0, "Span.End": 0, "Source.Bytes": 0, "Mention.Passage": 0, "Unclassified.Passage": 0,
	"Passage.Section": -1, "Section.Parent": -1, "ChildAge.Age": 1,
}

// patterns are the forms of strings, by the name of type and field.
var patterns = map[string]string{
	"Source.SHA256": `^([0-9a-f]{64})?$`, "Party.Country": country, "Transfer.Country": country,
}

const (
	country = `^[A-Z]{2}$`
	word    = `^[a-z0-9-]+$`
	id      = `^[a-z0-9]+([.-][a-z0-9]+)*$`
)

// A generator makes one schema.
type generator struct {
	types map[string]*doc.Type // of package policy, by name
	defs  map[string]object    // by the name of the type
}

// Schema returns the schema as indented JSON. The folder is that of the source
// of package policy.
func Schema(folder string) ([]byte, error) {
	g := &generator{defs: make(map[string]object)}
	if err := g.load(folder); err != nil {
		return nil, err
	}
	root := object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", fmt.Sprintf("https://example.com/policymodel/policy-%d.schema.json", policy.FormatVersion)},
		{"title", "Policy"},
	}
	p := g.structure(reflect.TypeFor[policy.Policy]())
	for _, m := range p {
		switch m.name {
		case "properties":
			m.value = append(object{
				{"format", object{{"description", "Version of this form."}, {"const", policy.FormatVersion}}},
			}, m.value.(object)...)
		case "required":
			m.value = append([]string{"format"}, m.value.([]string)...)
		}
		root = append(root, m)
	}
	var defs object
	for name, d := range g.defs {
		defs = append(defs, member{name, d})
	}
	slices.SortFunc(defs, func(a, b member) int { return strings.Compare(a.name, b.name) })
	data, err := json.Marshal(append(root, member{"$defs", defs}))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, data, "", "  "); err != nil {
		return nil, err
	}
	return append(b.Bytes(), '\n'), nil
}

// load reads the comments of package policy.
func (g *generator) load(folder string) error {
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return err
	}
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(fset, name, src, parser.ParseComments)
		if err != nil {
			return err
		}
		files = append(files, file)
	}
	pkg, err := doc.NewFromFiles(fset, files, "example.com/policymodel/policy")
	if err != nil {
		return err
	}
	g.types = make(map[string]*doc.Type)
	for _, t := range pkg.Types {
		g.types[t.Name] = t
	}
	return nil
}

// schema returns the schema of a type, in the field of a struct. Words and ids
// that are not known pass, since newer versions may have more.
func (g *generator) schema(t reflect.Type, field string) any {
	if leaf, ok := leaves[t]; ok {
		return g.define(t, leaf)
	}
	switch t.Kind() {
	case reflect.Bool:
		return object{{"type", "boolean"}}
	case reflect.Int:
		if least, ok := bounds[field]; ok {
			return object{{"type", "integer"}, {"minimum", least}}
		}
		return object{{"type", "integer"}}
	case reflect.Slice:
		s := object{{"type", "array"}, {"items", g.schema(t.Elem(), field)}}
		if t.Elem() == reflect.TypeFor[policy.Mention]() {
			s = append(s, member{"minItems", 1})
		}
		return s
	case reflect.Struct:
		if _, ok := g.defs[t.Name()]; !ok {
			g.defs[t.Name()] = nil // ends recursion
			g.defs[t.Name()] = g.structure(t)
		}
		return ref(t)
	case reflect.String:
		switch {
		case strings.HasSuffix(t.PkgPath(), "/taxonomy"):
			return g.define(t, g.identifier(t))
		case t.PkgPath() != "":
			return g.define(t, object{{"type", "string"}, {"pattern", word}, {"examples", g.values(t.Name())}})
		case patterns[field] != "":
			return object{{"type", "string"}, {"pattern", patterns[field]}}
		}
		return object{{"type", "string"}}
	}
	panic("generate: no schema for " + t.String())
}

// structure returns the schema of a struct.
func (g *generator) structure(t reflect.Type) object {
	var properties object
	var required []string
	comments := g.fields(t.Name())
	for _, f := range reflect.VisibleFields(t) {
		tag, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous || tag == "" {
			continue
		}
		owner := t.Name()
		if len(f.Index) > 1 { // of an embedded struct
			owner = t.Field(f.Index[0]).Name
		}
		s := g.schema(f.Type, owner+"."+f.Name)
		comment := comments[f.Name]
		if owner != t.Name() {
			comment = g.fields(owner)[f.Name]
		}
		if comment != "" {
			s = append(object{{"description", comment}}, s.(object)...)
		}
		properties = append(properties, member{tag, s})
		if !strings.Contains(options, "omit") {
			required = append(required, tag)
		}
	}
	if t == reflect.TypeFor[policy.Passage]() {
		properties = append(properties, member{"bytes", object{
			{"description", "The text, if it is not UTF-8."}, {"type", "string"}, {"contentEncoding", "base64"},
		}})
	}
	return object{
		{"description", sentence(g.types[t.Name()].Doc)}, {"type", "object"},
		{"properties", properties}, {"required", required},
	}
}

// define puts a schema under the name of its type and returns a reference.
func (g *generator) define(t reflect.Type, s object) object {
	name := t.Name()
	if strings.HasSuffix(t.PkgPath(), "/taxonomy") {
		name += "ID" // policy has types of the same names
	} else if d := g.types[name]; d != nil {
		s = append(object{{"description", sentence(d.Doc)}}, s...)
	}
	g.defs[name] = s
	return object{{"$ref", "#/$defs/" + name}}
}

func ref(t reflect.Type) object { return object{{"$ref", "#/$defs/" + t.Name()}} }

// identifier returns the schema of an id: any that has the form of one, since
// newer taxonomies have more, with those of this one as examples.
func (g *generator) identifier(t reflect.Type) object {
	if t == reflect.TypeFor[taxonomy.Facet]() {
		var facets []string
		for f := range taxonomy.Facets() {
			facets = append(facets, string(f))
		}
		return object{{"description", "A facet of the taxonomy."}, {"type", "string"}, {"pattern", id}, {"examples", facets}}
	}
	facet := reflect.Zero(t).Interface().(interface{ Facet() taxonomy.Facet }).Facet()
	var ids []string
	for c := range taxonomy.All() {
		if c.Facet == facet {
			ids = append(ids, c.ID)
		}
	}
	return object{
		{"description", fmt.Sprintf("An id of the facet %q. The examples are all that the taxonomy has in version %s.", facet, taxonomy.Version)},
		{"type", "string"}, {"pattern", id}, {"examples", ids},
	}
}

// values returns the constants of a string type.
func (g *generator) values(name string) []string {
	var values []string
	for _, c := range g.types[name].Consts {
		for _, spec := range c.Decl.Specs {
			for _, v := range spec.(*ast.ValueSpec).Values {
				if s := strings.Trim(v.(*ast.BasicLit).Value, `"`); s != "" { // the empty one is left out of the JSON
					values = append(values, s)
				}
			}
		}
	}
	return values
}

// fields returns the comments of a struct's fields by their names.
func (g *generator) fields(name string) map[string]string {
	comments := make(map[string]string)
	for _, spec := range g.types[name].Decl.Specs {
		s, ok := spec.(*ast.TypeSpec).Type.(*ast.StructType)
		if !ok {
			continue
		}
		for _, f := range s.Fields.List {
			for _, n := range f.Names {
				comments[n.Name] = strings.TrimSpace(f.Comment.Text())
			}
		}
	}
	return comments
}

// sentence returns the first paragraph of a comment on one line.
func sentence(comment string) string {
	first, _, _ := strings.Cut(comment, "\n\n")
	return strings.NewReplacer("[", "", "]", "").Replace(strings.Join(strings.Fields(first), " "))
}
