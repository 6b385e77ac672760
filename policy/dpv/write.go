package dpv

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/fill"
	"example.com/policymodel/policy/internal/tie"
	"example.com/policymodel/taxonomy"
)

// Options says what a policy's text does not. Nil options are zero options.
type Options struct {
	// URL is the absolute IRI of the policy, which becomes the id of the root.
	// If it is empty or none, the root is a blank node.
	URL string
}

// Write writes p as one JSON-LD document, indented, and returns a report of
// what is missing. The error is that of w. It takes time and memory linear in
// the size of p, but for sorting.
func Write(w io.Writer, p *policy.Policy, opts *Options) (*fill.Report, error) {
	g := &grapher{p: p, report: new(fill.Report), refs: make(map[key][]fact)}
	root := newNode(privacyNotice)
	root.id = "_:policy"
	if opts != nil {
		if u, err := url.Parse(opts.URL); err == nil && u.IsAbs() {
			root.id = u.String()
		}
	}
	g.root = root
	g.document()
	g.parties()
	process := g.process()
	g.flows(process)
	g.missing(process)
	root.add(hasProcess, process)

	data, err := json.Marshal(root)
	if err != nil {
		return nil, fmt.Errorf("dpv: %w", err) // not reached: all values are strings and numbers
	}
	// The context stands first, for people.
	var b bytes.Buffer
	b.WriteString(`{"@context":{`)
	for i, n := range namespaces {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%q:%q", n.prefix, n.iri)
	}
	// Evidence is written often: these types need not stand with each value.
	fmt.Fprintf(&b, `,%q:{"@type":"@id"}`, oaHasSource)
	fmt.Fprintf(&b, `,%q:{"@type":%q},%[3]q:{"@type":%[2]q}},`, oaStart, xsdNonNegativeInteger, oaEnd)
	b.Write(data[1:])
	var out bytes.Buffer
	if err := json.Indent(&out, b.Bytes(), "", "  "); err != nil {
		return nil, fmt.Errorf("dpv: %w", err) // not reached either
	}
	out.WriteByte('\n')
	_, err = w.Write(out.Bytes())
	return g.report, err
}

// A grapher makes the graph of one policy.
type grapher struct {
	p      *policy.Policy
	root   *node
	report *fill.Report
	refs   map[key][]fact // the nodes of the facts with an id
	facts  int            // how many facts have nodes
}

type key struct {
	facet taxonomy.Facet
	id    string
}

// A fact is the node of a fact.
type fact struct {
	ref      term
	region   policy.Region
	mentions []policy.Mention
}

// text returns s as valid UTF-8 on one line.
func text(s string) string { return tie.Line(s) }

func (g *grapher) document() {
	d := &g.p.Document
	if d.Title != "" {
		g.root.add(title, text(d.Title))
	}
	if d.Language != language.Und {
		g.root.add(languageOf, d.Language.String())
	}
	if d.Updated.Valid() {
		g.root.add(modified, literal{d.Updated.String(), xsdDate})
	}
	if g.p.Source.SHA256 != "" {
		g.root.add(identifier, "sha256:"+text(g.p.Source.SHA256))
	}
	if d.Organisation != "" {
		n := newNode(organisation)
		n.add(hasName, text(d.Organisation))
		g.root.add(hasEntity, n)
	}
}

// locate adds a place, or says that DPV does not have it.
func (g *grapher) locate(n *node, property term, r policy.Region) {
	if r == policy.Everybody {
		return
	}
	if at, ok := place(r); ok {
		n.add(property, ref{at})
	} else {
		g.report.Lose("place "+text(string(r)), "DPV has no such place")
	}
}

// cite adds the places that are evidence.
func (g *grapher) cite(n *node, spans ...policy.Span) {
	for _, s := range spans {
		selector := newNode(oaDataPosition)
		selector.add(oaStart, s.Start)
		selector.add(oaEnd, s.End)
		resource := newNode(oaSpecificResource)
		resource.add(oaHasSource, g.root.id)
		resource.add(oaHasSelector, selector)
		n.add(source, resource)
	}
}

func spans(mentions []policy.Mention) []policy.Span {
	s := make([]policy.Span, len(mentions))
	for i, m := range mentions {
		s[i] = m.Span
	}
	return s
}

// process returns the process that has all facts.
func (g *grapher) process() *node {
	process := newNode(personalDataProcess)
	process.id = "_:process"
	for it := range g.p.Facts() {
		what := string(it.Facet) + " " + it.ID
		property := property(it.Facet, it.ID)
		if it.Denied() {
			g.report.Lose(what, "denied, for which DPV has no terms")
			continue
		}
		types, matched := classes(it.Facet, it.ID)
		if property == "" || len(types) == 0 {
			g.report.Lose(what, "DPV has no term for it")
			continue
		}
		if !matched {
			g.report.Lose(what, "DPV has only the general class for it, which is written")
		}
		n := g.concept(it.Facet, it.ID, types)
		g.facts++
		n.id = "_:fact-" + strconv.Itoa(g.facts)
		if it.Name != "" {
			n.add(hasName, text(it.Name))
		}
		g.duration(n, it.Period)
		g.locate(n, hasJurisdiction, it.Region)
		g.cite(n, spans(it.Mentions)...)
		process.add(property, n)
		k := key{it.Facet, it.ID}
		g.refs[k] = append(g.refs[k], fact{term(n.id), it.Region, it.Mentions})
	}
	g.operations(process, len(g.p.Data) > 0 && process.has(hasDataSource), process.has(hasPurpose), process.has(hasRecipient))
	for i := range g.p.Transfers {
		g.transfer(process, &g.p.Transfers[i])
	}
	for _, c := range g.p.Children {
		g.report.Lose("age "+strconv.Itoa(c.Age), "DPV has no term for it")
	}
	return process
}

// concept returns the node of a concept.
func (g *grapher) concept(facet taxonomy.Facet, id string, types []term) *node {
	n := newNode(types...)
	n.add(title, text(tie.Label(g.p, facet, id)))
	n.add(identifier, text(id))
	return n
}

// duration makes a storage condition of n if it is a duration by its types.
func (g *grapher) duration(n *node, d policy.Duration) {
	i := slices.IndexFunc(n.types, func(t term) bool { return t == temporalDuration || t == untilEvent })
	if i < 0 {
		return
	}
	duration := newNode(n.types[i])
	if d.Valid() {
		duration.add(rdfValue, literal{tie.WithoutWeeks(d), xsdDuration})
	}
	n.types[i] = storageDuration
	n.add(hasDuration, duration)
}

// operations adds the kinds of processing that what is said implies.
func (g *grapher) operations(n *node, collects, uses, discloses bool) {
	for _, op := range []struct {
		is   bool
		name term
	}{{collects, collect}, {uses, use}, {discloses, disclose}} {
		if op.is {
			n.addRef(hasProcessing, op.name)
		}
	}
}

func (g *grapher) transfer(process *node, t *policy.Transfer) {
	n, property := newNode(transfer), hasProcessing
	if t.Localised {
		n, property = newNode(storageLocation), hasStorageCondition
	}
	g.locate(n, hasLocation, policy.Region(t.Country))
	g.cite(n, spans(t.Mentions)...)
	if n.has(hasLocation) {
		process.add(property, n)
	}
}

// flows adds a process for each flow.
func (g *grapher) flows(process *node) {
	for i := range g.p.Flows {
		f := &g.p.Flows[i]
		n := newNode(personalDataProcess)
		n.id = "_:flow-" + strconv.Itoa(i+1)
		addAll(g, n, f, f.Data)
		addAll(g, n, f, f.Sources)
		addAll(g, n, f, f.Purposes)
		addAll(g, n, f, f.Recipients)
		addAll(g, n, f, f.LegalBases)
		g.operations(n, len(f.Sources) > 0, len(f.Purposes) > 0, len(f.Recipients) > 0)
		g.locate(n, hasJurisdiction, f.Region)
		g.cite(n, f.Span)
		process.add(hasProcess, n)
	}
	for i := range g.p.Flows {
		f := &g.p.Flows[i]
		for _, x := range []struct {
			n     int
			field term
		}{{len(f.Data), hasPersonalData}, {len(f.Purposes), hasPurpose}, {len(f.LegalBases), hasLegalBasis}} {
			if x.n == 0 {
				g.report.MissIn("flow-"+strconv.Itoa(i+1), len(g.p.Flows), "hasProcess[].hasProcess[]."+string(x.field), "", "the passage does not name it")
			}
		}
	}
}

// addAll adds the facts that a flow names, or nodes of their own for ids that
// no fact has.
func addAll[T taxonomy.ID](g *grapher, n *node, f *policy.Flow, ids []T) {
	for _, id := range ids {
		facet := id.Facet()
		property := property(facet, string(id))
		refs := g.in(f, g.refs[key{facet, string(id)}])
		for _, r := range refs {
			n.addRef(property, r)
		}
		if len(refs) == 0 {
			types, _ := classes(facet, string(id))
			n.add(property, g.concept(facet, string(id), types))
		}
	}
}

// in returns the facts that a flow means, of those with one id: those that are
// mentioned in it, else the first that is said of the same people, else the
// first.
func (g *grapher) in(f *policy.Flow, facts []fact) []term {
	var refs []term
	for _, x := range facts {
		i, _ := slices.BinarySearchFunc(x.mentions, f.Span.Start, func(m policy.Mention, start int) int { return m.Span.Start - start })
		if i < len(x.mentions) && x.mentions[i].Span.Start < f.Span.End {
			refs = append(refs, x.ref)
		}
	}
	if len(refs) == 0 && len(facts) > 0 {
		i := max(0, slices.IndexFunc(facts, func(x fact) bool { return x.region == f.Region }))
		refs = append(refs, facts[i].ref)
	}
	return refs
}

// missing reports what Art. 13 of the GDPR asks for and the process lacks.
func (g *grapher) missing(process *node) {
	for _, x := range []struct {
		n      *node
		field  term
		reason string
	}{
		{g.root, hasDataController, "the text names no controller (Art. 13(1)(a))"},
		{g.root, hasDPO, "the text names no data protection officer (Art. 13(1)(b))"},
		{process, hasPersonalData, "the text names no data (Art. 14(1)(d))"},
		{process, hasPurpose, "the text names no purpose (Art. 13(1)(c))"},
		{process, hasLegalBasis, "the text names no legal basis (Art. 13(1)(c))"},
		{process, hasRecipient, "the text names no recipient (Art. 13(1)(e))"},
		{process, hasDataSource, "the text names no source (Art. 14(2)(f))"},
		{process, hasDataSubject, "the text does not say whom the data is about"},
		{process, hasStorageCondition, "the text does not say how long data is kept (Art. 13(2)(a))"},
		{process, hasRight, "the text grants no right (Art. 13(2)(b))"},
		{process, hasMeasure, "the text names no measure of protection (Art. 13(1)(f), Art. 32)"},
	} {
		if !x.n.has(x.field) {
			g.report.Miss(string(x.field), "", x.reason)
		}
	}
}
