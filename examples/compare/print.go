package main

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/compare"
	"example.com/policymodel/policy/tension"
	"example.com/policymodel/taxonomy"
)

// A printer writes lines and keeps the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

// printChanges writes changes for people, those that matter most first.
func printChanges(w io.Writer, a, b document, changes []compare.Change) error {
	out := printer{w: w}
	if len(changes) == 0 {
		out.printf("no differences\n")
	}
	lines := [2]*policy.LineTable{policy.NewLineTable(a.text), policy.NewLineTable(b.text)}
	for _, grade := range []compare.Grade{compare.Material, compare.Wording, compare.Cosmetic} {
		first := true
		for _, c := range changes {
			if c.Grade != grade {
				continue
			}
			if first {
				out.printf("%s\n", strings.ToUpper(string(grade)))
				first = false
			}
			out.printf("  %-8s  %s\n", c.Type, describe(c))
			out.printf("            %s\n", c.Reason())
			out.evidence("before", lines[0], a.text, c.Before.Evidence)
			if c.Type == compare.Added {
				out.evidence("near", lines[0], a.text, c.Counterpart)
			}
			out.evidence("after", lines[1], b.text, c.After.Evidence)
			if c.Type == compare.Removed {
				out.evidence("near", lines[1], b.text, c.Counterpart)
			}
		}
	}
	return out.err
}

// evidence writes the first place that proves something.
func (p *printer) evidence(label string, lines *policy.LineTable, text string, spans []policy.Span) {
	if len(spans) == 0 {
		return
	}
	more := ""
	if len(spans) > 1 {
		more = fmt.Sprintf(" (and %d more)", len(spans)-1)
	}
	p.printf("            %-6s line %d: %q%s\n", label, lines.Position(spans[0].Start).Line, clip(spans[0].Text(text)), more)
}

// clip returns s in one line of at most 100 runes.
func clip(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > 100 {
		return string(r[:99]) + "…"
	}
	return string(r)
}

// describe says in one line what a change is about.
func describe(c compare.Change) string {
	s := c.Subject()
	if s.Kind == compare.Document {
		if c.Key == compare.BySection {
			return "document: section on " + s.Value
		}
		return fmt.Sprintf("document: %s %s → %s", c.Key, clip(cmp.Or(c.From(), "(none)")), clip(cmp.Or(c.To(), "(none)")))
	}
	what := cmp.Or(s.Name, label(s))
	if s.Polarity == policy.No {
		what = "no " + what
	}
	if s.Region != policy.Everybody {
		what += " [" + string(s.Region) + "]"
	}
	line := string(s.Kind) + ": " + what
	if c.Key != "" && c.Type != compare.Added && c.Type != compare.Removed {
		line += fmt.Sprintf(", %s %s → %s", c.Key, clip(cmp.Or(c.From(), "(none)")), clip(cmp.Or(c.To(), "(none)")))
	}
	if s.Kind == compare.Flow {
		var data []string
		for _, id := range append(c.Before.Data, c.After.Data...) {
			data = append(data, id.Label(language.English))
		}
		line += ": " + strings.Join(data, ", ")
	}
	return line
}

// label names the concept or the record that a change is about.
func label(s compare.Subject) string {
	switch s.Kind {
	case compare.Contact:
		return string(s.Type) + " " + clip(s.Value)
	case compare.Transfer:
		return s.Country
	case compare.Children:
		return fmt.Sprint(s.Age)
	}
	facet, ok := s.Kind.Facet()
	if !ok {
		facet = s.End
	}
	name := s.ID
	if c, ok := taxonomy.Lookup(facet, s.ID); ok {
		name = c.Label(language.English)
	}
	if s.Period != "" {
		name += " " + string(s.Period)
	}
	return name
}

// printMatrix writes what policies state side by side, under the names of
// their organisations or files.
func printMatrix(w io.Writer, kind compare.Kind, docs []document) error {
	var names []string
	var policies []*policy.Policy
	for _, d := range docs {
		names = append(names, strings.TrimSuffix(filepath.Base(d.file), filepath.Ext(d.file)))
		policies = append(policies, d.policy)
	}
	return compare.NewMatrix(kind, names, policies).Write(w)
}

// printHistory writes what the last version states, and since which version.
func printHistory(w io.Writer, docs []document) error {
	var versions []*policy.Policy
	for _, d := range docs {
		versions = append(versions, d.policy)
	}
	out := printer{w: w}
	lines := policy.NewLineTable(docs[len(docs)-1].text)
	for _, s := range compare.History(versions...) {
		if s.Last < len(docs)-1 || s.Kind == compare.Kind(taxonomy.FacetSubject) {
			continue
		}
		since := docs[s.First]
		c := compare.Change{After: compare.Statement{Subject: s.Subject}}
		out.printf("since %s  %s, line %d\n", cmp.Or(since.policy.Document.Updated.String(), filepath.Base(since.file)), describe(c), lines.Position(s.End[0].Start).Line)
	}
	return out.err
}

// printTensions writes what does not go together in each policy.
func printTensions(w io.Writer, docs []document) error {
	out := printer{w: w}
	for _, d := range docs {
		lines := policy.NewLineTable(d.text)
		for _, f := range tension.Find(d.policy) {
			kind, _ := tension.Lookup(f.Code)
			out.printf("%s: %s (%s)\n  %s\n", d.file, f.Code, kind.Class, kind.Definition)
			for _, c := range []tension.Claim{f.First, f.Second} {
				m := c.Mentions[0]
				out.printf("  line %d: %q\n", lines.Position(m.Span.Start).Line, clip(d.policy.Passages[m.Passage].Text))
			}
			if kind.Source != "" {
				out.printf("  %s\n", kind.Source)
			}
		}
	}
	return out.err
}
