package lines

import (
	"bufio"
	"encoding/json"
	"io"
	"iter"
	"slices"
	"sort"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// Write writes the lines of [All] to w as JSON, each followed by a newline.
// Bytes of names that are not UTF-8 are written as U+FFFD. The error is that
// of w.
func Write(w io.Writer, file string, p *policy.Policy) error {
	buf := bufio.NewWriter(w)
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	for l := range All(p, file) {
		if err := enc.Encode(&l); err != nil {
			return err
		}
	}
	return buf.Flush()
}

// All returns an iterator over the lines of p: the document line first, then
// one for each mention and each flow, by start, then by end. Each line names
// file as its file. The lists of a line are p's own and must not be changed.
func All(p *policy.Policy, file string) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		sections := sectionNames(p.Sections)
		put := func(l Line, at policy.Span, passage int) bool {
			l.File, l.Start, l.End = file, at.Start, at.End
			if 0 <= passage && passage < len(p.Passages) {
				if i := p.Passages[passage].Section; 0 <= i && i < len(sections) {
					l.Section = sections[i]
				}
			}
			return yield(l)
		}
		if !put(documentLine(&p.Document), p.Document.Body, -1) {
			return
		}
		flows := slices.Clone(p.Flows)
		slices.SortStableFunc(flows, func(a, b policy.Flow) int { return a.Span.Compare(b.Span) })
		nextFlow := func() bool {
			f := &flows[0]
			flows = flows[1:]
			return put(flowLine(f), f.Span, passageAt(p.Passages, f.Span.Start))
		}
		for o := range p.Occurrences() {
			for len(flows) > 0 && flows[0].Span.Compare(o.Span) < 0 {
				if !nextFlow() {
					return
				}
			}
			if o.Item.Facet != taxonomy.FacetSubject && !put(occurrenceLine(&o), o.Span, o.Passage) {
				return
			}
		}
		for len(flows) > 0 {
			if !nextFlow() {
				return
			}
		}
	}
}

func documentLine(d *policy.Document) Line {
	l := Line{
		Kind: Document, Title: d.Title, Organisation: d.Organisation, LegalEntity: d.LegalEntity,
		Updated: d.Updated, Profile: d.Profile,
	}
	if d.Language != language.Und {
		l.Language = d.Language.String()
	}
	return l
}

func occurrenceLine(o *policy.Occurrence) Line {
	switch {
	case o.Party != nil:
		return Line{Kind: Controller, Name: o.Party.Name, Role: o.Party.Role, Country: o.Party.Country, Region: o.Party.Region}
	case o.Contact != nil:
		return Line{Kind: Contact, Type: o.Contact.Type, Value: o.Contact.Value, Region: o.Contact.Region, Role: o.Contact.Role}
	case o.Transfer != nil:
		return Line{Kind: Transfer, Country: o.Transfer.Country, Localisation: o.Transfer.Localised}
	case o.Child != nil:
		return Line{Kind: Children, Age: o.Child.Age}
	}
	l := Line{
		Kind: Kind(o.Item.Facet), ID: o.Item.ID, Polarity: o.Item.Polarity.String(), Region: o.Item.Region,
		Condition: o.Condition, Sources: o.Item.Sources, Period: o.Item.Period,
	}
	if l.Kind == Recipient {
		l.Name = o.Item.Name
	}
	return l
}

func flowLine(f *policy.Flow) Line {
	return Line{
		Kind: Flow, Region: f.Region,
		Data: f.Data, Sources: f.Sources, Purposes: f.Purposes, Recipients: f.Recipients, LegalBases: f.LegalBases,
	}
}

// sectionNames returns what lines call each section. A section whose kind is
// not known is called as the one around it. Parents come before their children.
func sectionNames(sections []policy.Section) []string {
	names := make([]string, len(sections))
	for i, s := range sections {
		switch {
		case s.Kind != policy.SectionOther:
			names[i] = string(s.Kind)
		case 0 <= s.Parent && s.Parent < i:
			names[i] = names[s.Parent]
		default:
			names[i] = "other"
		}
	}
	return names
}

// passageAt returns the index of the passage that holds offset, or else of the
// last one before it, -1 if there is none.
func passageAt(passages []policy.Passage, offset int) int {
	return sort.Search(len(passages), func(i int) bool { return passages[i].Span.Start > offset }) - 1
}
