package reading

import (
	"slices"

	"example.com/policymodel/parse/internal/buffer"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A found is a fact as it is being collected: its key, and its mentions as a
// chain in collector.mentions.
type found struct {
	entry       *lexicon.Entry // of its first mention
	polarity    policy.Polarity
	region      region
	sources     sourceSet
	next        int32 // an earlier fact of the same concept, -1 at the end
	first, last int32 // in mentions
	n           int32
}

type link struct {
	mention
	next int32
}

// A mention is a place in the text that states a fact, as in policy.Mention.
type mention struct {
	start, end int32 // bytes
	passage    int32
	cond       condition
}

func (m *mention) span() policy.Span { return policy.Span{Start: int(m.start), End: int(m.end)} }

// A region is whom something is said of: one of the collector's, or everybody.
type region uint8

const everybody region = 0

// A sourceSet is a set of taxonomy.Source, by number.
type sourceSet uint8

// maxPhrase is the length in bytes up to which a phrase is preferred as
// evidence to a part of it.
const maxPhrase = 60

// A collector gathers facts and their mentions.
type collector struct {
	facts    []found
	mentions []link
	heads    [lexicon.Cue][]int32 // by kind and concept: index of its last fact without a name, plus 1
	named    map[factKey]int32    // index of those with a name
	regions  []policy.Region      // those that the text speaks of, numbered from 1
	order    []int32              // a buffer
	steps    int                  // facts looked at to find one, counted for tests
}

// clear makes c as good as new, but for the room in its slices.
func (c *collector) clear(n *buffer.Size) {
	c.facts, c.mentions, c.named = buffer.Emptied(n, c.facts), buffer.Reset(n, c.mentions), buffer.Map(n, c.named)
	c.regions = buffer.Emptied(n, c.regions)
	c.order, c.steps = buffer.Reset(n, c.order), 0
	for i := range c.heads {
		c.heads[i] = buffer.Reset(n, c.heads[i])
	}
}

// region returns the number of the region that e, an entry of one, stands for.
func (c *collector) region(e *lexicon.Entry) region {
	i := slices.Index(c.regions, policy.Region(e.ID))
	if i < 0 {
		i = len(c.regions)
		c.regions = append(c.regions, policy.Region(e.ID))
	}
	return region(i + 1)
}

// place returns what policies call a region.
func (c *collector) place(r region) policy.Region {
	if r == everybody {
		return policy.Everybody
	}
	return c.regions[r-1]
}

// add enters a mention of a fact.
func (c *collector) add(e *lexicon.Entry, polarity policy.Polarity, region region, sources sourceSet, m mention) {
	i := c.find(e, polarity, region)
	if i < 0 {
		i = c.fact(e, polarity, region)
	}
	f := &c.facts[i]
	f.sources |= sources
	if f.n > 0 {
		// of overlapping phrases one is enough: the longest that is not long
		last := &c.mentions[f.last]
		if last.start < m.end && m.start < last.end {
			if last.start <= m.start && m.end <= last.end && last.end-last.start > maxPhrase {
				last.mention = m
			}
			return
		}
		if m.start < last.start {
			return // read out of order, as names in headings are; the later place will do
		}
	}
	at := int32(len(c.mentions))
	if int(at) == cap(c.mentions) {
		c.mentions = slices.Grow(c.mentions, int(at)+8)
	}
	c.mentions = append(c.mentions, link{m, -1})
	if f.n == 0 {
		f.first = at
	} else {
		c.mentions[f.last].next = at
	}
	f.last = at
	f.n++
}

// A factKey is what facts with a name are told apart by. A text may have any
// number of them; those without are few for each concept.
type factKey struct {
	kind     lexicon.Kind
	concept  int
	name     string
	polarity policy.Polarity
	region   region
}

// fact adds the fact with the given key, which is new, and returns its index.
func (c *collector) fact(e *lexicon.Entry, polarity policy.Polarity, region region) int32 {
	c.facts = append(c.facts, found{entry: e, polarity: polarity, region: region, next: -1})
	i := int32(len(c.facts) - 1)
	if e.Name != "" {
		if c.named == nil {
			c.named = map[factKey]int32{}
		}
		c.named[factKey{e.Kind, e.Concept, e.Name, polarity, region}] = i
		return i
	}
	heads := &c.heads[e.Kind]
	if e.Concept >= len(*heads) {
		*heads = append(*heads, make([]int32, e.Concept+1-len(*heads))...)
	}
	c.facts[i].next = (*heads)[e.Concept] - 1
	(*heads)[e.Concept] = i + 1
	return i
}

// find returns the index of the fact with the given key, or -1.
func (c *collector) find(e *lexicon.Entry, polarity policy.Polarity, region region) int32 {
	if e.Name != "" {
		if i, ok := c.named[factKey{e.Kind, e.Concept, e.Name, polarity, region}]; ok {
			return i
		}
		return -1
	}
	if e.Concept >= len(c.heads[e.Kind]) {
		return -1
	}
	for i := c.heads[e.Kind][e.Concept] - 1; i >= 0; i = c.facts[i].next {
		c.steps++
		if f := &c.facts[i]; f.polarity == polarity && f.region == region {
			return i
		}
	}
	return -1
}

// build puts the facts into p, in the order of their first mentions.
func (c *collector) build(p *policy.Policy) {
	c.merge()
	order := slices.Grow(c.order, len(c.facts))
	var count [lexicon.Cue]int
	from := 0 // sources
	for i := range c.facts {
		if f := &c.facts[i]; f.n > 0 {
			order = append(order, int32(i))
			count[f.entry.Kind]++
			if f.entry.Kind == lexicon.Data {
				from += f.sources.count()
			}
		}
	}
	c.order = order
	room(p, &count)
	sources := make([]taxonomy.Source, 0, from)
	slices.SortStableFunc(order, func(a, b int32) int {
		return c.mentions[c.facts[a].first].span().Compare(c.mentions[c.facts[b].first].span())
	})
	all := make([]policy.Mention, 0, len(c.mentions)) // one array for the mentions of all facts
	for _, i := range order {
		f := &c.facts[i]
		from := len(all)
		for i := f.first; i >= 0; {
			m := &c.mentions[i]
			i = m.next
			all = append(all, policy.Mention{Span: m.span(), Passage: int(m.passage), Condition: conditions[m.cond].cond})
		}
		f.put(p, &sources, policy.Fact{Polarity: f.polarity, Region: c.place(f.region), Mentions: all[from:len(all):len(all)]})
	}
}

// merge makes what is said of some people part of the same fact about
// everybody, where there is one. Rights and grounds are kept apart: who has
// them is what matters.
func (c *collector) merge() {
	for i := range c.facts {
		f := &c.facts[i]
		if f.region == everybody || f.entry.Kind == lexicon.Right || f.entry.Kind == lexicon.LegalBasis {
			continue
		}
		if g := c.find(f.entry, f.polarity, everybody); g >= 0 {
			c.join(&c.facts[g], f)
		}
	}
}

// join moves the mentions of g to f. Both chains are in the order in which
// they were added.
func (c *collector) join(f, g *found) {
	a, b := f.first, g.first
	var first, last int32 = -1, -1
	for a >= 0 || b >= 0 {
		next := &a
		if a < 0 || b >= 0 && b < a {
			next = &b
		}
		if last < 0 {
			first = *next
		} else {
			c.mentions[last].next = *next
		}
		last = *next
		*next = c.mentions[last].next
	}
	f.first, f.last, f.n, f.sources = first, last, f.n+g.n, f.sources|g.sources
	g.n = 0
}

// room makes the slices of p as large as they need to be.
func room(p *policy.Policy, n *[lexicon.Cue]int) {
	p.Data = grow(p.Data, n[lexicon.Data])
	p.Purposes = grow(p.Purposes, n[lexicon.Purpose])
	p.LegalBases = grow(p.LegalBases, n[lexicon.LegalBasis])
	p.Recipients = grow(p.Recipients, n[lexicon.Recipient])
	p.Sources = grow(p.Sources, n[lexicon.Source])
	p.Subjects = grow(p.Subjects, n[lexicon.Subject])
	p.Retention = grow(p.Retention, n[lexicon.Retention])
	p.Disposal = grow(p.Disposal, n[lexicon.Disposal])
	p.Rights = grow(p.Rights, n[lexicon.Right])
	p.Safeguards = grow(p.Safeguards, n[lexicon.Safeguard])
	p.Security = grow(p.Security, n[lexicon.Security])
	p.Technologies = grow(p.Technologies, n[lexicon.Technology])
	p.ChangeNotices = grow(p.ChangeNotices, n[lexicon.ChangeNotice])
	p.Statements = grow(p.Statements, n[lexicon.Statement])
}

// grow makes room for n elements in s, which stays nil if n is 0.
func grow[T any](s []T, n int) []T {
	if n == 0 {
		return s
	}
	return slices.Grow(s, n)
}

// put appends the fact to the slice of its facet.
func (f *found) put(p *policy.Policy, sources *[]taxonomy.Source, fact policy.Fact) {
	id := f.entry.ID
	switch f.entry.Kind {
	case lexicon.Data:
		p.Data = append(p.Data, policy.DataCategory{ID: taxonomy.Data(id), Sources: f.sources.list(sources), Fact: fact})
	case lexicon.Purpose:
		p.Purposes = append(p.Purposes, policy.Purpose{ID: taxonomy.Purpose(id), Fact: fact})
	case lexicon.LegalBasis:
		p.LegalBases = append(p.LegalBases, policy.LegalBasis{ID: taxonomy.LegalBasis(id), Fact: fact})
	case lexicon.Recipient:
		p.Recipients = append(p.Recipients, policy.Recipient{ID: taxonomy.Recipient(id), Name: f.entry.Name, Fact: fact})
	case lexicon.Source:
		p.Sources = append(p.Sources, policy.DataSource{ID: taxonomy.Source(id), Fact: fact})
	case lexicon.Subject:
		p.Subjects = append(p.Subjects, policy.DataSubject{ID: taxonomy.Subject(id), Fact: fact})
	case lexicon.Retention:
		p.Retention = append(p.Retention, policy.Retention{ID: taxonomy.Retention(id), Period: policy.Duration(f.entry.Name), Fact: fact})
	case lexicon.Disposal:
		p.Disposal = append(p.Disposal, policy.Disposal{ID: taxonomy.Disposal(id), Fact: fact})
	case lexicon.Right:
		p.Rights = append(p.Rights, policy.Right{ID: taxonomy.Right(id), Fact: fact})
	case lexicon.Safeguard:
		p.Safeguards = append(p.Safeguards, policy.Safeguard{ID: taxonomy.Safeguard(id), Fact: fact})
	case lexicon.Security:
		p.Security = append(p.Security, policy.SecurityMeasure{ID: taxonomy.Security(id), Name: f.entry.Name, Fact: fact})
	case lexicon.Technology:
		p.Technologies = append(p.Technologies, policy.Technology{ID: taxonomy.Technology(id), Fact: fact})
	case lexicon.ChangeNotice:
		p.ChangeNotices = append(p.ChangeNotices, policy.ChangeNotice{ID: taxonomy.ChangeNotice(id), Fact: fact})
	case lexicon.Statement:
		p.Statements = append(p.Statements, policy.Statement{ID: taxonomy.Statement(id), Fact: fact})
	}
}

// sourceIDs are the sources in the order of their numbers.
var sourceIDs = [...]taxonomy.Source{
	taxonomy.SourcePerson, taxonomy.SourceAutomatic, taxonomy.SourceThirdParty, taxonomy.SourceAffiliate, taxonomy.SourcePublic,
}

const (
	fromPerson sourceSet = 1 << iota
	fromAutomatic
	fromThirdParty
	fromAffiliate
	fromPublic
	fromUse // given or observed, whatever the data is by nature
)

// of returns the sources in s for a category of data. Where a sentence says
// both that the person gives data and that it comes from a visit or from use,
// what a device tells is observed and the rest is given.
func (s sourceSet) of(d taxonomy.Data) sourceSet {
	if s&fromUse == 0 {
		return s
	}
	s &^= fromUse
	switch {
	case d.Is(taxonomy.DataLocation):
		return s | fromAutomatic | fromPerson
	case d.Is(taxonomy.DataDevice), d.Is(taxonomy.DataActivity), d.Is("diagnostics"), d.Is(taxonomy.DataTrackingCookie), d.Is(taxonomy.DataCommunicationEmailInteraction):
		return s&^fromPerson | fromAutomatic
	}
	return s&^fromAutomatic | fromPerson
}

func sourceOf(id string) sourceSet {
	for i, s := range sourceIDs {
		if string(s) == id {
			return 1 << i
		}
	}
	return 0
}

// list returns the sources in s, as a part of the array at.
func (s sourceSet) list(at *[]taxonomy.Source) []taxonomy.Source {
	var ids [len(sourceIDs)]taxonomy.Source
	n := 0
	for i, id := range sourceIDs {
		if s&(1<<i) != 0 {
			ids[n] = id
			n++
		}
	}
	return share(at, ids[:n])
}
