package main

import (
	"slices"
	"strconv"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Page is all that the template shows.
type Page struct {
	Title    string
	Subtitle string
	Language string // of the policy's text
	Overview []Pair
	Legend   []Kind
	Text     []Stretch
	Facets   []FacetRows
	Records  []Record
	Picture  Picture
	Flows    []FlowRow
	Law      *Law
	Changes  *Changes // nil without an older version
	Missed   []Missed
}

// A Pair is a name with what it stands for.
type Pair struct{ Name, Value string }

// A Kind is what marks are coloured by: a facet or a kind of record.
type Kind struct {
	ID    string
	Label string
	Note  string // what it holds
	Count int    // of marks
}

// The kinds of records. No facet has these names.
const (
	kindParty    = "party"
	kindContact  = "contact"
	kindTransfer = "transfer"
	kindChildren = "children"
)

// kinds are all kinds in the order of the legend. Where marks overlap, the colour is
// that of the first.
var kinds = append(facetKinds(),
	Kind{ID: kindParty, Label: "Parties", Note: "Who is responsible, or has another role."},
	Kind{ID: kindContact, Label: "Contacts", Note: "Ways to reach somebody."},
	Kind{ID: kindTransfer, Label: "Countries", Note: "Where data is stored or processed."},
	Kind{ID: kindChildren, Label: "Ages", Note: "Ages of children that the text states."},
)

func facetKinds() []Kind {
	var list []Kind
	for f := range taxonomy.Facets() {
		list = append(list, Kind{ID: string(f), Label: f.Label(language.English), Note: f.Definition()})
	}
	return list
}

// byKind orders marks as kinds are.
func byKind(a, b mark) int {
	return kindRank(a.kind) - kindRank(b.kind)
}

func kindRank(id string) int {
	return slices.IndexFunc(kinds, func(k Kind) bool { return k.ID == id })
}

// A Stretch is a run of blocks that are all part of the policy proper, or all not.
type Stretch struct {
	Aside  bool
	Brief  bool   // a few repeated lines amid the policy
	Label  string // of what is set aside
	Blocks []Block
}

// A Place is a link into the text, with the words there.
type Place struct {
	Anchor string
	Line   int
	Words  string
}

// A Missed is something in the text that was not understood.
type Missed struct {
	What string
	Place
}

// A pager gathers what the parts of a page have in common.
type pager struct {
	version
	lines   *policy.LineTable
	marks   []mark
	anchors []int // offsets that are linked to and where no mark needs to be
}

// place returns a link to a span, which it makes sure to work.
func (g *pager) place(s policy.Span) Place {
	g.anchors = append(g.anchors, s.Start)
	return Place{
		Anchor: anchor(s.Start),
		Line:   g.lines.Position(s.Start).Line,
		Words:  quote(s.Text(g.Text)),
	}
}

// mentioned returns links to mentions and marks them in the text.
func (g *pager) mentioned(mentions []policy.Mention, kind, row, title string, denied bool) []Place {
	places := make([]Place, len(mentions))
	for i, m := range mentions {
		places[i] = g.place(m.Span)
		g.marks = append(g.marks, mark{
			span: m.Span, kind: kind, row: row, denied: denied,
			title: join(", ", title, conditionWords[m.Condition]),
		})
	}
	return places
}

// newPage gathers the page of a version. What law and changes give as evidence
// becomes links here, since these need a segment to lead to. Changes may be nil.
func newPage(v version, law *Law, changes *Changes) *Page {
	g := &pager{version: v, lines: policy.NewLineTable(v.Text)}
	p := &Page{Law: law, Changes: changes, Language: v.Policy.Document.Language.String()}
	d := v.Policy.Document
	p.Title = join(": ", d.Organisation, "what the privacy policy says")
	if d.Organisation == "" {
		p.Title = "What the privacy policy says"
	}
	p.Subtitle = d.Title

	p.Facets = g.facts()
	p.Records = g.records()
	p.Flows = g.flows()
	p.Picture = picture(v.Policy.Flows)
	p.Missed = g.missed()
	law.link(g)
	if changes != nil {
		changes.link(g)
	}
	p.Overview = overview(v)
	p.Legend = legend(g.marks)
	p.Text = stretches(blocks(v, g.marks, g.anchors))
	return p
}

// overview says what the policy says of itself, and how much of it was read.
func overview(v version) []Pair {
	d := v.Policy.Document
	facts := 0
	for range v.Policy.Facts() {
		facts++
	}
	c := v.Policy.Coverage(v.Text)
	pairs := []Pair{
		{"File", v.Name},
		{"Organisation", d.Organisation},
		{"Company", d.LegalEntity},
		{"Last updated", d.Updated.String()},
		{"Language", languageWords(d.Language)},
		{"Facts", count(facts, "fact", "facts") + ", " + count(len(v.Policy.Flows), "flow", "flows")},
		{"Not understood", percent(c.Share(policy.NotRead)) + " of the text"},
	}
	for i := range pairs {
		if pairs[i].Value == "" {
			pairs[i].Value = "not stated"
		}
	}
	return pairs
}

func languageWords(t language.Tag) string {
	switch base, _ := t.Base(); base.String() {
	case "en":
		return "English"
	case "nl":
		return "Dutch"
	}
	return "unknown"
}

// legend lists the kinds of the marks.
func legend(marks []mark) []Kind {
	counts := make(map[string]int)
	for _, m := range marks {
		counts[m.kind]++
	}
	var present []Kind
	for _, k := range kinds {
		if k.Count = counts[k.ID]; k.Count > 0 {
			present = append(present, k)
		}
	}
	return present
}

// stretches gathers blocks that are set aside, so that the page can fold them.
func stretches(list []Block) []Stretch {
	var all []Stretch
	for _, b := range list {
		if len(all) == 0 || all[len(all)-1].Aside != b.Aside {
			all = append(all, Stretch{Aside: b.Aside})
		}
		s := &all[len(all)-1]
		s.Blocks = append(s.Blocks, b)
	}
	for i := range all {
		s := &all[i]
		if !s.Aside {
			continue
		}
		s.Brief = len(s.Blocks) < 4 && i > 0 && i < len(all)-1
		s.Label = count(len(s.Blocks), "line", "lines") + " set aside: navigation or repeated text"
		if s.Brief {
			s.Label = count(len(s.Blocks), "repeated line", "repeated lines")
		}
	}
	return all
}

// missed lists what was not understood, in text order by kind.
func (g *pager) missed() []Missed {
	var list []Missed
	for _, u := range g.Policy.Unclassified {
		list = append(list, Missed{"no concept (" + u.Facet.Label(language.English) + ")", g.place(u.Span)})
	}
	for _, x := range g.Policy.Passages {
		if x.Reading == policy.NotRead {
			list = append(list, Missed{"not read", g.place(x.Span)})
		}
	}
	return list
}

func decimal(n int) string { return strconv.Itoa(n) }

func percent(share float64) string {
	return strconv.FormatFloat(100*share, 'f', 0, 64) + "%"
}
