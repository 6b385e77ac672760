// Package tie puts together what a policy says about each category of data, or
// about each purpose: what its flows and passages tie to it. The packages that
// export share it.
//
// What is said of a category is not carried to the categories below or above
// it, and what a passage says of personal data in general is not carried to
// any category: it stands in a group of its own.
package tie

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Link is a concept that a group ties to its subject, with its evidence.
type Link struct {
	ID       string
	Name     string           // of a recipient that is named
	Period   policy.Duration  // of a retention for a fixed period
	Mentions []policy.Mention // at least one, in text order
}

// A Group is what the text ties together. It is about the concept ID of the
// facet it was made for; the general group, whose ID is empty, has what is tied
// to no such concept. Links are in the order of their first mentions.
type Group struct {
	ID       string
	Mentions []policy.Mention // of ID, affirmed, in text order

	links map[taxonomy.Facet][]Link
}

// Links returns what g ties to its subject in a facet.
func (g *Group) Links(facet taxonomy.Facet) []Link { return g.links[facet] }

// Empty reports whether g ties nothing.
func (g *Group) Empty() bool { return len(g.links) == 0 }

// An entry is an affirmed mention of a concept.
type entry struct {
	link Link // without mentions
	at   policy.Mention
}

type key struct {
	facet taxonomy.Facet
	id    string
}

// A table holds the affirmed mentions of a policy that hold for some people.
type table struct {
	p       *policy.Policy
	subject taxonomy.Facet // of the groups
	entries map[key][]entry

	groups  []*Group // the general one first
	byID    map[string]*Group
	have    map[*Group]map[linkKey]int // index of a link in its group
	flows   []policy.Flow              // of all people, in text order
	covered map[key][]reach            // flows with a subject, by what they tie
	inside  map[int][]*Group           // groups with a mention in a passage
}

type linkKey struct {
	key
	name   string
	period policy.Duration
}

// A reach is the span of a flow and how far it and those that start before it
// go.
type reach struct{ start, end int }

// facets are those that a group links to.
var facets = []taxonomy.Facet{
	taxonomy.FacetData, taxonomy.FacetPurpose, taxonomy.FacetLegalBasis, taxonomy.FacetRecipient,
	taxonomy.FacetSource, taxonomy.FacetRetention, taxonomy.FacetSubject,
}

// Groups returns a group for each concept of a facet, FacetData or
// FacetPurpose, that p affirms of the people for whom holds returns true, in
// text order, after the general group, which is always there. Denied facts are
// not looked at.
func Groups(p *policy.Policy, subject taxonomy.Facet, holds func(policy.Region) bool) []*Group {
	t := &table{
		p: p, subject: subject, entries: make(map[key][]entry), byID: make(map[string]*Group),
		have: make(map[*Group]map[linkKey]int), covered: make(map[key][]reach), inside: make(map[int][]*Group),
	}
	t.group("")
	t.enter(holds)
	t.flows = slices.Clone(p.Flows)
	slices.SortStableFunc(t.flows, func(a, b policy.Flow) int { return a.Span.Compare(b.Span) })
	for i := range t.flows {
		if f := &t.flows[i]; holds(f.Region) {
			t.flow(f)
		}
	}
	t.passages()
	t.rest()
	for _, g := range t.groups {
		for _, links := range g.links {
			for i := range links {
				links[i].Mentions = inOrder(links[i].Mentions)
			}
			slices.SortStableFunc(links, func(a, b Link) int { return a.Mentions[0].Span.Compare(b.Mentions[0].Span) })
		}
	}
	return t.groups
}

// group returns the group of a concept.
func (t *table) group(id string) *Group {
	g := t.byID[id]
	if g == nil {
		g = &Group{ID: id, links: make(map[taxonomy.Facet][]Link)}
		t.byID[id], t.have[g] = g, make(map[linkKey]int)
		t.groups = append(t.groups, g)
	}
	return g
}

// enter makes the entries of all facts that hold, and the groups of those of
// the subject.
func (t *table) enter(holds func(policy.Region) bool) {
	for _, facet := range facets {
		for it := range t.p.FactsOf(facet) {
			if it.Denied() || !holds(it.Region) {
				continue
			}
			k := key{facet, it.ID}
			name := it.Name
			if facet != taxonomy.FacetRecipient {
				name = ""
			}
			for _, m := range it.Mentions {
				t.entries[k] = append(t.entries[k], entry{Link{ID: it.ID, Name: name, Period: it.Period}, m})
			}
			if facet != t.subject {
				continue
			}
			g := t.group(it.ID)
			g.Mentions = append(g.Mentions, it.Mentions...)
			for _, m := range it.Mentions {
				if in := t.inside[m.Passage]; len(in) == 0 || in[len(in)-1] != g {
					t.inside[m.Passage] = append(in, g)
				}
			}
			for _, s := range it.Sources {
				for _, m := range it.Mentions {
					t.link(g, taxonomy.FacetSource, Link{ID: string(s)}, m)
				}
			}
		}
	}
	for _, list := range t.entries {
		slices.SortStableFunc(list, func(a, b entry) int { return a.at.Span.Compare(b.at.Span) })
	}
	for _, g := range t.groups {
		g.Mentions = inOrder(g.Mentions)
	}
}

// inOrder sorts mentions and leaves one at each place.
func inOrder(m []policy.Mention) []policy.Mention {
	slices.SortFunc(m, func(a, b policy.Mention) int { return a.Span.Compare(b.Span) })
	return slices.CompactFunc(m, func(a, b policy.Mention) bool { return a.Span == b.Span })
}

// link adds a link to g, or a mention to one that it has.
func (t *table) link(g *Group, facet taxonomy.Facet, l Link, at policy.Mention) {
	k := linkKey{key{facet, l.ID}, l.Name, l.Period}
	i, ok := t.have[g][k]
	if !ok {
		i = len(g.links[facet])
		t.have[g][k] = i
		g.links[facet] = append(g.links[facet], l)
	}
	links := g.links[facet]
	links[i].Mentions = append(links[i].Mentions, at)
}

// flow links what f ties together.
func (t *table) flow(f *policy.Flow) {
	ids := map[taxonomy.Facet][]string{
		taxonomy.FacetData: strs(f.Data), taxonomy.FacetSource: strs(f.Sources), taxonomy.FacetPurpose: strs(f.Purposes),
		taxonomy.FacetRecipient: strs(f.Recipients), taxonomy.FacetLegalBasis: strs(f.LegalBases),
	}
	groups := []*Group{t.groups[0]}
	if subjects := ids[t.subject]; len(subjects) > 0 {
		groups = groups[:0]
		for _, id := range subjects {
			g := t.group(id)
			if len(g.Mentions) == 0 { // no fact for these people
				for _, e := range t.within(key{t.subject, id}, f.Span) {
					g.Mentions = append(g.Mentions, e.at)
				}
			}
			groups = append(groups, g)
		}
	}
	for _, facet := range facets {
		if facet == t.subject {
			continue
		}
		for _, id := range ids[facet] {
			k := key{facet, id}
			for _, e := range t.within(k, f.Span) {
				for _, g := range groups {
					t.link(g, facet, e.link, e.at)
				}
			}
			if groups[0] != t.groups[0] {
				r := reach{f.Span.Start, f.Span.End}
				if n := len(t.covered[k]); n > 0 {
					r.end = max(r.end, t.covered[k][n-1].end)
				}
				t.covered[k] = append(t.covered[k], r)
			}
		}
	}
}

// within returns the entries of k in a flow, or one for the flow itself if no
// fact has been mentioned there.
func (t *table) within(k key, flow policy.Span) []entry {
	list := t.entries[k]
	i := sort.Search(len(list), func(i int) bool { return list[i].at.Span.Start >= flow.Start })
	j := i
	for j < len(list) && list[j].at.Span.Start < flow.End {
		j++
	}
	if i < j {
		return list[i:j]
	}
	passage := sort.Search(len(t.p.Passages), func(i int) bool { return t.p.Passages[i].Span.Start > flow.Start }) - 1
	return []entry{{Link{ID: k.id}, policy.Mention{Span: flow, Passage: passage}}}
}

// passages links retention and the people whom data is about, which no flow
// has, to the subjects that are mentioned in the same passage or, as limits are,
// in the same row of a table.
func (t *table) passages() {
	for _, facet := range []taxonomy.Facet{taxonomy.FacetRetention, taxonomy.FacetSubject} {
		for it := range t.sorted(facet) {
			for _, e := range t.entries[it] {
				groups := t.inside[e.at.Passage]
				if len(groups) == 0 && facet == taxonomy.FacetRetention {
					groups = t.beside(e.at.Passage)
				}
				if len(groups) == 0 {
					groups = t.groups[:1]
				}
				for _, g := range groups {
					t.link(g, facet, e.link, e.at)
				}
			}
		}
	}
}

// rest links what no flow ties to a subject to the general group.
func (t *table) rest() {
	for _, facet := range facets {
		if facet == t.subject || facet == taxonomy.FacetRetention || facet == taxonomy.FacetSubject {
			continue
		}
		for k := range t.sorted(facet) {
			for _, e := range t.entries[k] {
				if !t.isCovered(k, e.at.Span) && !t.isSource(k, e.at.Passage) {
					t.link(t.groups[0], facet, e.link, e.at)
				}
			}
		}
	}
}

// isCovered reports whether a flow with a subject ties what is mentioned at s.
func (t *table) isCovered(k key, s policy.Span) bool {
	list := t.covered[k]
	i := sort.Search(len(list), func(i int) bool { return list[i].start > s.Start })
	return i > 0 && list[i-1].end >= s.End
}

// isSource reports whether k is the source of data that the same passage names.
func (t *table) isSource(k key, passage int) bool {
	return slices.ContainsFunc(t.inside[passage], func(g *Group) bool {
		_, ok := t.have[g][linkKey{key: k}]
		return ok && k.facet == taxonomy.FacetSource
	})
}

// sorted yields the keys of a facet in a fixed order.
func (t *table) sorted(facet taxonomy.Facet) func(func(key) bool) {
	var keys []key
	for k := range t.entries {
		if k.facet == facet {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b key) int { return cmp.Compare(a.id, b.id) })
	return func(yield func(key) bool) {
		for _, k := range keys {
			if !yield(k) {
				return
			}
		}
	}
}

func strs[T ~string](ids []T) []string {
	s := make([]string, len(ids))
	for i, id := range ids {
		s[i] = string(id)
	}
	return s
}

// Everywhere is the condition of [Groups] that all facts meet.
func Everywhere(policy.Region) bool { return true }

// Of returns the condition of [Groups] that facts about the people of a region
// meet, and those about everybody.
func Of(people policy.Region) func(policy.Region) bool {
	return func(r policy.Region) bool { return r.Includes(people) }
}

// Quote returns the passage of a mention on one line, as valid UTF-8. It is
// empty if p has no such passage.
func Quote(p *policy.Policy, m policy.Mention) string {
	if m.Passage < 0 || m.Passage >= len(p.Passages) {
		return ""
	}
	return Line(p.Passages[m.Passage].Text)
}

// Line returns s on one line, with single spaces, as valid UTF-8.
func Line(s string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
}

// Label returns the label of a concept in the language of the policy, or the
// id if the taxonomy does not have it.
func Label(p *policy.Policy, facet taxonomy.Facet, id string) string {
	if c, ok := taxonomy.Lookup(facet, id); ok {
		return c.Label(p.Document.Language)
	}
	return id
}
