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
		if !yield(documentLine(p, file)) {
			return
		}
		sections := sectionNames(p.Sections)
		places := collect(p)
		slices.SortStableFunc(places, func(a, b place) int { return a.at.Span.Compare(b.at.Span) })
		for _, pl := range places {
			l := *pl.line
			l.File = file
			l.Start, l.End = pl.at.Span.Start, pl.at.Span.End
			if l.Polarity != "" {
				l.Condition = pl.at.Condition
			}
			if i := pl.at.Passage; 0 <= i && i < len(p.Passages) {
				if s := p.Passages[i].Section; 0 <= s && s < len(sections) {
					l.Section = sections[s]
				}
			}
			if !yield(l) {
				return
			}
		}
	}
}

func documentLine(p *policy.Policy, file string) Line {
	d := &p.Document
	l := Line{
		File: file, Kind: Document,
		Title: d.Title, Organisation: d.Organisation, LegalEntity: d.LegalEntity,
		Updated: d.Updated, Profile: d.Profile,
		Start: d.Body.Start, End: d.Body.End,
	}
	if d.Language != language.Und {
		l.Language = d.Language.String()
	}
	return l
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

// A place is a mention and what it mentions, a line without its place.
type place struct {
	at   policy.Mention
	line *Line
}

type places []place

func (ps *places) add(l Line, mentions []policy.Mention) {
	for _, m := range mentions {
		*ps = append(*ps, place{m, &l})
	}
}

func (ps *places) fact(l Line, f *policy.Fact) {
	l.Polarity, l.Region = "yes", f.Region
	if f.Denied() {
		l.Polarity = "no"
	}
	ps.add(l, f.Mentions)
}

// collect returns the places of p's facts, records and flows, kind by kind.
func collect(p *policy.Policy) places {
	var ps places
	for _, f := range p.Data {
		ps.fact(Line{Kind: Data, ID: string(f.ID), Sources: f.Sources}, &f.Fact)
	}
	for _, f := range p.Purposes {
		ps.fact(Line{Kind: Purpose, ID: string(f.ID)}, &f.Fact)
	}
	for _, f := range p.LegalBases {
		ps.fact(Line{Kind: LegalBasis, ID: string(f.ID)}, &f.Fact)
	}
	for _, f := range p.Recipients {
		ps.fact(Line{Kind: Recipient, ID: string(f.ID), Name: f.Name}, &f.Fact)
	}
	for _, f := range p.Sources {
		ps.fact(Line{Kind: Source, ID: string(f.ID)}, &f.Fact)
	}
	for _, f := range p.Retention {
		ps.fact(Line{Kind: Retention, ID: string(f.ID), Period: f.Period}, &f.Fact)
	}
	for _, f := range p.Disposal {
		ps.fact(Line{Kind: Disposal, ID: string(f.ID)}, &f.Fact)
	}
	for _, f := range p.Rights {
		ps.fact(Line{Kind: Right, ID: string(f.ID)}, &f.Fact)
	}
	for _, f := range p.Safeguards {
		ps.fact(Line{Kind: Safeguard, ID: string(f.ID)}, &f.Fact)
	}
	for _, f := range p.Security {
		ps.fact(Line{Kind: Security, ID: string(f.ID)}, &f.Fact)
	}
	for _, f := range p.Technologies {
		ps.fact(Line{Kind: Technology, ID: string(f.ID)}, &f.Fact)
	}
	for _, f := range p.ChangeNotices {
		ps.fact(Line{Kind: ChangeNotice, ID: string(f.ID)}, &f.Fact)
	}
	for _, f := range p.Statements {
		ps.fact(Line{Kind: Statement, ID: string(f.ID)}, &f.Fact)
	}
	for _, r := range p.Parties {
		ps.add(Line{Kind: Controller, Name: r.Name, Role: r.Role, Country: r.Country, Region: r.Region}, r.Mentions)
	}
	for _, r := range p.Contacts {
		ps.add(Line{Kind: Contact, Type: r.Type, Value: r.Value, Region: r.Region, Role: r.Role}, r.Mentions)
	}
	for _, r := range p.Transfers {
		ps.add(Line{Kind: Transfer, Country: r.Country, Localisation: r.Localised}, r.Mentions)
	}
	for _, r := range p.Children {
		ps.add(Line{Kind: Children, Age: r.Age}, r.Mentions)
	}
	for _, f := range p.Flows {
		ps.add(Line{
			Kind: Flow, Region: f.Region,
			Data: f.Data, Sources: f.Sources, Purposes: f.Purposes, Recipients: f.Recipients, LegalBases: f.LegalBases,
		}, []policy.Mention{{Span: f.Span, Passage: passageAt(p.Passages, f.Span.Start)}})
	}
	return ps
}

// passageAt returns the index of the passage that holds offset, or else of the
// last one before it, -1 if there is none.
func passageAt(passages []policy.Passage, offset int) int {
	return sort.Search(len(passages), func(i int) bool { return passages[i].Span.Start > offset }) - 1
}
