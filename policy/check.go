package policy

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.com/policymodel/taxonomy"
)

// A CheckError says which part of a [Policy] breaks a rule of the model.
type CheckError struct {
	Path    string // of the part, in the names of the JSON form: "data[3].mentions[0].span"
	Problem string
}

func (e *CheckError) Error() string { return "policy: " + e.Path + " " + e.Problem }

// Check reports whether p keeps the rules of the model, in linear time. Its
// error is a [*CheckError] about the first breach that it meets. The rules:
//
//   - Spans lie within Source.Bytes, and all but Document.Body and the spans of
//     notes, which may be zero, are not empty.
//   - Sections are in text order and nested: a section has a lower index and a
//     lower level than those below it, and contains them and its own heading.
//   - Passages are in text order and do not overlap. The length of a Text is
//     that of its Span.
//   - Facts and records are in the order of their first mentions. Each has at
//     least one, and its mentions are in text order, no two at the same place,
//     each within its passage.
//   - No two facts of a facet agree in id, name, period, region and polarity.
//   - Ids have the form of ids, regions that of a [Region], countries are two
//     capital letters, dates and durations are valid, ages are positive.
//     Whether the taxonomy has an id is not asked: see taxonomy.Data.Valid.
//   - Strings are UTF-8, except Passage.Text, which is as the text is.
//
// The zero Policy keeps them all.
func (p *Policy) Check() error {
	c := checker{p: p, facts: make(map[factKey]bool)}
	c.source()
	c.document()
	c.sections()
	c.passages()
	for facet := range taxonomy.Facets() {
		c.facetFacts(facet)
	}
	c.parties()
	c.contacts()
	c.transfers()
	c.children()
	c.flows()
	c.unclassified()
	c.notes()
	if c.err != nil {
		return c.err
	}
	return nil
}

// A checker walks a policy and keeps the first problem.
type checker struct {
	p     *Policy
	facts map[factKey]bool // the facts met so far
	err   *CheckError
}

// A factKey is what tells the facts of a policy apart.
type factKey struct {
	facet    taxonomy.Facet
	id, name string
	period   Duration
	region   Region
	polarity Polarity
}

// A part is a part of a policy: an element of a list, or the whole object if
// index is -1, and a field of it, of which sub is an element unless it is -1.
type part struct {
	list  string
	index int
	field string
	sub   int
	leaf  string
}

func (a part) String() string {
	var b strings.Builder
	b.WriteString(a.list)
	if a.index >= 0 {
		b.WriteString("[" + strconv.Itoa(a.index) + "]")
	}
	if a.field != "" {
		b.WriteString("." + a.field)
	}
	if a.sub >= 0 {
		b.WriteString("[" + strconv.Itoa(a.sub) + "]")
	}
	if a.leaf != "" {
		b.WriteString("." + a.leaf)
	}
	return b.String()
}

// at returns a field of an element of a list.
func at(list string, index int, field string) part { return part{list, index, field, -1, ""} }

func (c *checker) fail(where part, format string, args ...any) {
	if c.err == nil {
		c.err = &CheckError{where.String(), fmt.Sprintf(format, args...)}
	}
}

func (c *checker) source() {
	c.utf8(at("taxonomy", -1, ""), c.p.Taxonomy)
	s := c.p.Source
	if s == (Source{}) {
		return
	}
	if len(s.SHA256) != 64 || !only(s.SHA256, "09af") {
		c.fail(at("source", -1, "sha256"), "is %q, not 64 hexadecimal digits in lower case", s.SHA256)
	}
	if s.Bytes < 0 {
		c.fail(at("source", -1, "bytes"), "is %d", s.Bytes)
	}
}

func (c *checker) document() {
	d := &c.p.Document
	c.utf8(at("document", -1, "title"), d.Title)
	c.utf8(at("document", -1, "organisation"), d.Organisation)
	c.utf8(at("document", -1, "legalEntity"), d.LegalEntity)
	c.utf8(at("document", -1, "profile"), d.Profile)
	c.utf8(at("document", -1, "layout"), d.Layout)
	if !d.Updated.IsZero() && !d.Updated.Valid() {
		c.fail(at("document", -1, "updated"), "is %v, no date of the calendar", d.Updated)
	}
	if !d.Body.IsZero() {
		c.span(at("document", -1, "body"), d.Body)
	}
}

func (c *checker) sections() {
	all := c.p.Sections
	for i := range all {
		s := &all[i]
		c.span(at("sections", i, "span"), s.Span)
		c.span(at("sections", i, "heading"), s.Heading)
		c.utf8(at("sections", i, "title"), s.Title)
		c.word(at("sections", i, "kind"), string(s.Kind))
		if !s.Span.Contains(s.Heading) {
			c.fail(at("sections", i, "heading"), "%v is not within the section, %v", s.Heading, s.Span)
		}
		if i > 0 && s.Span.Start < all[i-1].Span.Start {
			c.fail(at("sections", i, "span"), "%v is out of order", s.Span)
		}
		switch {
		case s.Parent < -1 || s.Parent >= i:
			c.fail(at("sections", i, "parent"), "is %d, no section before it and not -1", s.Parent)
		case s.Parent >= 0 && !all[s.Parent].Span.Contains(s.Span):
			c.fail(at("sections", i, "span"), "%v is not within its parent, %v", s.Span, all[s.Parent].Span)
		case s.Parent >= 0 && all[s.Parent].Level >= s.Level:
			c.fail(at("sections", i, "level"), "is %d, not more than its parent's, %d", s.Level, all[s.Parent].Level)
		}
	}
}

func (c *checker) passages() {
	end := 0
	for i := range c.p.Passages {
		ps := &c.p.Passages[i]
		c.span(at("passages", i, "span"), ps.Span)
		if ps.Span.Start < end {
			c.fail(at("passages", i, "span"), "%v is out of order or overlaps the one before", ps.Span)
		}
		end = ps.Span.End
		if len(ps.Text) != ps.Span.Len() {
			c.fail(at("passages", i, "text"), "has %d bytes, its span %d", len(ps.Text), ps.Span.Len())
		}
		if ps.Section < -1 || ps.Section >= len(c.p.Sections) {
			c.fail(at("passages", i, "section"), "is %d, no section and not -1", ps.Section)
		}
		c.name(at("passages", i, "reading"), string(ps.Reading))
	}
}

func (c *checker) facetFacts(facet taxonomy.Facet) {
	list := listOf(facet)
	i, start := 0, 0
	for it := range c.p.FactsOf(facet) {
		c.id(at(list, i, "id"), facet, it.ID)
		c.utf8(at(list, i, "name"), it.Name)
		c.region(at(list, i, "region"), it.Region)
		if it.Period != "" && !it.Period.Valid() {
			c.fail(at(list, i, "period"), "is %q, not of the form PnYnMnWnDTnHnMnS", it.Period)
		}
		ids(c, at(list, i, "sources"), it.Sources)
		key := factKey{facet, it.ID, it.Name, it.Period, it.Region, it.Polarity}
		if c.facts[key] {
			c.fail(at(list, i, "id"), "is %q, as that of an earlier fact with the same name, period, region and polarity", it.ID)
		}
		c.facts[key] = true
		start = c.mentions(list, i, it.Mentions, start)
		i++
	}
}

// listOf returns the name in JSON of the list that holds the facts of a facet.
func listOf(facet taxonomy.Facet) string {
	switch facet {
	case taxonomy.FacetPurpose:
		return "purposes"
	case taxonomy.FacetLegalBasis:
		return "legalBases"
	case taxonomy.FacetRecipient:
		return "recipients"
	case taxonomy.FacetSource:
		return "sources"
	case taxonomy.FacetSubject:
		return "subjects"
	case taxonomy.FacetRight:
		return "rights"
	case taxonomy.FacetSafeguard:
		return "safeguards"
	case taxonomy.FacetTechnology:
		return "technologies"
	case taxonomy.FacetChangeNotice:
		return "changeNotices"
	case taxonomy.FacetStatement:
		return "statements"
	}
	return string(facet) // data, retention, disposal, security
}

func (c *checker) parties() {
	start := 0
	for i, x := range c.p.Parties {
		c.filled(at("parties", i, "name"), x.Name)
		c.name(at("parties", i, "role"), string(x.Role))
		if x.Country != "" {
			c.country(at("parties", i, "country"), x.Country)
		}
		c.region(at("parties", i, "region"), x.Region)
		start = c.mentions("parties", i, x.Mentions, start)
	}
}

func (c *checker) contacts() {
	start := 0
	for i, x := range c.p.Contacts {
		c.name(at("contacts", i, "type"), string(x.Type))
		c.filled(at("contacts", i, "value"), x.Value)
		c.region(at("contacts", i, "region"), x.Region)
		c.word(at("contacts", i, "role"), string(x.Role))
		start = c.mentions("contacts", i, x.Mentions, start)
	}
}

func (c *checker) transfers() {
	start := 0
	for i, x := range c.p.Transfers {
		c.country(at("transfers", i, "country"), x.Country)
		start = c.mentions("transfers", i, x.Mentions, start)
	}
}

func (c *checker) children() {
	start := 0
	for i, x := range c.p.Children {
		if x.Age <= 0 {
			c.fail(at("children", i, "age"), "is %d", x.Age)
		}
		start = c.mentions("children", i, x.Mentions, start)
	}
}

func (c *checker) flows() {
	start := 0
	for i := range c.p.Flows {
		f := &c.p.Flows[i]
		where := at("flows", i, "span")
		c.span(where, f.Span)
		start = c.inOrder(where, f.Span, start)
		c.region(at("flows", i, "region"), f.Region)
		ids(c, at("flows", i, "data"), f.Data)
		ids(c, at("flows", i, "sources"), f.Sources)
		ids(c, at("flows", i, "purposes"), f.Purposes)
		ids(c, at("flows", i, "recipients"), f.Recipients)
		ids(c, at("flows", i, "legalBases"), f.LegalBases)
	}
}

func (c *checker) unclassified() {
	start := 0
	for i, u := range c.p.Unclassified {
		c.name(at("unclassified", i, "facet"), string(u.Facet))
		c.utf8(at("unclassified", i, "words"), u.Words)
		c.within(at("unclassified", i, ""), u.Span, u.Passage)
		start = c.inOrder(at("unclassified", i, "span"), u.Span, start)
	}
}

func (c *checker) notes() {
	for i, n := range c.p.Notes {
		c.name(at("notes", i, "code"), string(n.Code))
		c.utf8(at("notes", i, "message"), n.Message)
		if !n.Span.IsZero() {
			c.span(at("notes", i, "span"), n.Span)
		}
	}
}

// mentions checks the mentions of an element of a list whose element before
// starts at start, and returns where this one does.
func (c *checker) mentions(list string, index int, all []Mention, start int) int {
	if len(all) == 0 {
		c.fail(at(list, index, "mentions"), "is empty")
		return start
	}
	for j := range all {
		m := &all[j]
		c.within(part{list, index, "mentions", j, ""}, m.Span, m.Passage)
		if j > 0 && all[j-1].Span.Compare(m.Span) >= 0 {
			c.fail(part{list, index, "mentions", j, "span"}, "%v is out of order or stands twice", m.Span)
		}
		c.word(part{list, index, "mentions", j, "condition"}, string(m.Condition))
	}
	return c.inOrder(part{list, index, "mentions", 0, "span"}, all[0].Span, start)
}

// within checks the span and the passage of a mention or the like.
func (c *checker) within(where part, s Span, passage int) {
	where.leaf = "span"
	c.span(where, s)
	if passage < 0 || passage >= len(c.p.Passages) {
		where.leaf = "passage"
		c.fail(where, "is %d, no passage", passage)
	} else if in := c.p.Passages[passage].Span; !in.Contains(s) {
		c.fail(where, "%v is not within its passage, %v", s, in)
	}
}

// inOrder checks that s does not start before start and returns where it does.
func (c *checker) inOrder(where part, s Span, start int) int {
	if s.Start < start {
		c.fail(where, "%v is out of order", s)
	}
	return s.Start
}

func (c *checker) span(where part, s Span) {
	if s.Start < 0 || s.Start >= s.End || s.End > c.p.Source.Bytes {
		c.fail(where, "%v is empty or not within the text of %d bytes", s, c.p.Source.Bytes)
	}
}

func (c *checker) region(where part, r Region) {
	if !r.Valid() {
		c.fail(where, "is %q, not of the form of a region", r)
	}
}

func (c *checker) country(where part, s string) {
	if !isCountry(s) {
		c.fail(where, "is %q, not two capital letters", s)
	}
}

func (c *checker) utf8(where part, s string) {
	if !utf8.ValidString(s) {
		c.fail(where, "is not UTF-8")
	}
}

// filled checks a string that must not be empty.
func (c *checker) filled(where part, s string) {
	c.utf8(where, s)
	if s == "" {
		c.fail(where, "is empty")
	}
}

// word checks a value of the model's own: "", or words joined by hyphens.
func (c *checker) word(where part, s string) {
	if s != "" && !only(s, "az09--") {
		c.fail(where, "is %q, not lower-case letters, digits and hyphens", s)
	}
}

// name checks a word that must not be empty.
func (c *checker) name(where part, s string) {
	c.filled(where, s)
	c.word(where, s)
}

// id checks the form of an id, which is the same for all facets.
func (c *checker) id(where part, facet taxonomy.Facet, s string) {
	if _, ok := taxonomy.Lookup(facet, s); ok {
		return
	}
	if _, err := taxonomy.Parse[taxonomy.Data](s); errors.Is(err, taxonomy.ErrSyntax) {
		c.fail(where, "is %q, not the form of an id", s)
	}
}

func ids[T taxonomy.ID](c *checker, where part, all []T) {
	for j, id := range all {
		where.sub = j
		c.id(where, id.Facet(), string(id))
	}
}
