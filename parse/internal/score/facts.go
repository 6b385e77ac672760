package score

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/lines"
)

// facets are the facets that are scored, in the order in which they are shown.
var facets = [...]lines.Kind{
	lines.Data, lines.Purpose, lines.LegalBasis, lines.Recipient, lines.Retention, lines.Disposal, lines.Right,
	lines.Safeguard, lines.Security, lines.Technology, lines.ChangeNotice, lines.Statement,
}

// A Result is how well facts fit gold annotations.
type Result struct {
	Facts   Score // facet, id and polarity, per document
	Flows   Score // pairs of data and a purpose, recipient, source or legal basis, per document
	Records Score // document keys, controllers, contacts, transfers, ages
	Names   Score // of recipients

	// Evidence is the share of the right facts whose gold quotes are found in
	// the text that have a mention overlapping one of them.
	Evidence float64
	// Regions is the share of the right facts that have the gold's regions.
	Regions float64

	Documents []Part // in the order of the annotations; facts only
	Facets    []Part // in the order of the format's table; facts only

	Misses []Miss // document by document
}

// A Part is the score of a named part of the whole.
type Part struct {
	Name string
	Score
}

// String returns r in the form of score.py, without misses.
func (r Result) String() string {
	var b strings.Builder
	for _, d := range r.Documents {
		fmt.Fprintf(&b, "%-16s facts %v  (%d right, %d extra, %d missing)\n", d.Name, d.Score, d.Right, d.Extra, d.Missing)
	}
	for _, f := range r.Facets {
		fmt.Fprintf(&b, "  %-14s %v  (%d+%d gold)\n", f.Name, f.Score, f.Right, f.Missing)
	}
	fmt.Fprintf(&b, "facts    %v\nflows    %v\nrecords  %v\nnames    %v\n", r.Facts, r.Flows, r.Records, r.Names)
	fmt.Fprintf(&b, "evidence %.3f   regions %.3f\n", r.Evidence, r.Regions)
	return b.String()
}

// Facts scores lines against gold annotations. A line belongs to the document
// whose file has the same base name.
func Facts(gold []Document, found []lines.Line) Result {
	byName := map[string][]*lines.Line{}
	for i := range found {
		name := baseName(found[i].File)
		byName[name] = append(byName[name], &found[i])
	}
	s := factScorer{perFacet: map[lines.Kind]Score{}}
	for i := range gold {
		s.document(&gold[i], byName[baseName(gold[i].File)])
	}
	s.Evidence, s.Regions = s.evidence.ratio(), s.regions.ratio()
	for _, total := range []*Score{&s.Facts, &s.Flows, &s.Records, &s.Names} {
		*total = total.rated(1)
	}
	for _, facet := range facets {
		s.Facets = append(s.Facets, Part{string(facet), s.perFacet[facet].rated(1)})
	}
	return s.Result
}

// A factScorer adds up the scores of documents.
type factScorer struct {
	Result
	perFacet          map[lines.Kind]Score
	evidence, regions share

	// Of the document at hand.
	doc   *Document
	text  squashed
	found []*lines.Line
}

func (s *factScorer) document(doc *Document, found []*lines.Line) {
	s.doc, s.text, s.found = doc, squash(doc.Text), found
	s.facts()
	s.flows()
	s.names()
	s.about()
	s.records()
}

// A factKey is what a fact is compared by.
type factKey struct {
	facet        lines.Kind
	id, polarity string
}

func (k factKey) String() string { return fmt.Sprintf("%s/%s/%s", k.facet, k.id, k.polarity) }

func compareFactKeys(a, b factKey) int {
	return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.polarity, b.polarity))
}

// A claim is what one side says of a fact.
type claim struct {
	regions map[string]bool
	places  []Place
}

func claimOf(claims map[factKey]*claim, facet lines.Kind, id, polarity string) *claim {
	k := factKey{facet, id, cmp.Or(polarity, "yes")}
	if claims[k] == nil {
		claims[k] = &claim{regions: map[string]bool{}}
	}
	return claims[k]
}

func (c *claim) regionList() string {
	return fmt.Sprintf("%q", slices.Sorted(maps.Keys(c.regions)))
}

// spans returns the places of c that are in the text.
func (c *claim) spans() []policy.Span {
	var spans []policy.Span
	for _, p := range c.places {
		if p.Found {
			spans = append(spans, p.Span)
		}
	}
	return spans
}

func (s *factScorer) facts() {
	wanted, have := map[factKey]*claim{}, map[factKey]*claim{}
	for _, f := range s.doc.Facts {
		c := claimOf(wanted, f.Facet, f.ID, f.Polarity)
		c.regions[f.Region] = true
		c.places = append(c.places, s.quoted(f.Quotes)...)
	}
	for _, l := range s.found {
		if slices.Contains(facets[:], l.Kind) {
			c := claimOf(have, l.Kind, l.ID, l.Polarity)
			c.regions[string(l.Region)] = true
			c.places = append(c.places, s.placeOf(l))
		}
	}
	var total Score
	for _, facet := range facets {
		score := compare(keysOf(wanted, facet), keysOf(have, facet), compareFactKeys, func(k factKey, o Outcome) {
			switch w, h := wanted[k], have[k]; o {
			case Missing:
				s.miss(o, k.String(), w.places)
			case Extra:
				s.miss(o, k.String(), h.places)
			case Right:
				s.rightFact(k, w, h)
			}
		})
		perFacet := s.perFacet[facet]
		perFacet.add(score)
		s.perFacet[facet] = perFacet
		total.add(score)
	}
	s.Facts.add(total)
	s.Documents = append(s.Documents, Part{s.doc.Doc, total.rated(1)})
}

// rightFact looks at the regions and the evidence of a fact on both sides.
func (s *factScorer) rightFact(k factKey, wanted, have *claim) {
	same := maps.Equal(wanted.regions, have.regions)
	s.regions.count(same)
	if !same {
		s.miss(Regions, fmt.Sprintf("%v: want %s, got %s", k, wanted.regionList(), have.regionList()), have.places)
	}
	quotes := wanted.spans()
	if len(quotes) == 0 {
		return
	}
	overlap := slices.ContainsFunc(have.spans(), func(h policy.Span) bool {
		return slices.ContainsFunc(quotes, h.Overlaps)
	})
	s.evidence.count(overlap)
	if !overlap {
		s.miss(Evidence, k.String(), slices.Concat(wanted.places, have.places))
	}
}

func keysOf(claims map[factKey]*claim, facet lines.Kind) map[factKey]bool {
	keys := map[factKey]bool{}
	for k := range claims {
		if k.facet == facet {
			keys[k] = true
		}
	}
	return keys
}

// compare compares two sets and tells report of each element, in order.
func compare[K comparable, V any](wanted, have map[K]V, order func(a, b K) int, report func(K, Outcome)) Score {
	var s Score
	for _, k := range slices.SortedFunc(maps.Keys(wanted), order) {
		if _, ok := have[k]; ok {
			s.Right++
			report(k, Right)
		} else {
			s.Missing++
			report(k, Missing)
		}
	}
	for _, k := range slices.SortedFunc(maps.Keys(have), order) {
		if _, ok := wanted[k]; !ok {
			s.Extra++
			report(k, Extra)
		}
	}
	return s
}
