package score

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/lines"
)

// An Outcome is what a comparison says of one thing.
type Outcome string

// The outcomes.
const (
	Right    Outcome = "right"
	Missing  Outcome = "missing"  // wanted and not found
	Extra    Outcome = "extra"    // found and not wanted
	Regions  Outcome = "regions"  // a right fact, of other people than wanted
	Evidence Outcome = "evidence" // a right fact, found in other places than wanted
)

// A Miss is a place to improve.
type Miss struct {
	Doc     string
	Outcome Outcome
	What    string  // "data/contact.email/yes", "contact email shop@kites.example"
	Places  []Place // of the wanted quotes if missing, of the found words otherwise, of both for evidence
}

// A Place is words in a text.
type Place struct {
	Span    policy.Span
	Found   bool   // Span is in the text; a quote that it does not have has no span
	Gold    bool   // a quote of the gold, not words that were found
	Section string // of words that were found, as in lines
	Words   string // in one line; found words with some of their context, between « and »
}

// String returns m as a line, and one more for each of its first places.
func (m Miss) String() string {
	const shown = 4
	var b strings.Builder
	fmt.Fprintf(&b, "%s %-8s %s\n", m.Doc, m.Outcome, m.What)
	for i, p := range m.Places {
		if i == shown {
			fmt.Fprintf(&b, "    and %d more\n", len(m.Places)-shown)
			break
		}
		fmt.Fprintf(&b, "    %s\n", p)
	}
	return b.String()
}

func (p Place) String() string {
	var b strings.Builder
	if p.Found {
		b.WriteString(p.Span.String())
	} else {
		b.WriteString("nowhere")
	}
	if p.Section != "" {
		fmt.Fprintf(&b, " [%s]", p.Section)
	}
	if p.Gold {
		b.WriteString(" gold:")
	}
	b.WriteByte(' ')
	b.WriteString(p.Words)
	return b.String()
}

func (s *factScorer) miss(o Outcome, what string, at []Place) {
	s.Misses = append(s.Misses, Miss{s.doc.Doc, o, what, at})
}

// quoted returns the places of quotes: every one that a quote has, or one that
// is not in the text.
func (s *factScorer) quoted(quotes []string) []Place {
	var places []Place
	for _, q := range quotes {
		spans := s.text.find([]string{q})
		for _, span := range spans {
			places = append(places, Place{Span: span, Found: true, Gold: true, Words: oneLine(q)})
		}
		if len(spans) == 0 {
			places = append(places, Place{Gold: true, Words: oneLine(q)})
		}
	}
	return places
}

func (s *factScorer) placeOf(l *lines.Line) Place { return placeIn(s.doc.Text, l) }

// placeIn returns the place of l in text.
func placeIn(text string, l *lines.Line) Place {
	const context, most = 60, 200 // bytes on either side, and of the words themselves
	span, words := l.Span(), l.Span().Text(text)
	if len(words) > most {
		words = words[:most] + " …"
	}
	before := policy.Span{Start: span.Start - context, End: span.Start}
	after := policy.Span{Start: span.End, End: span.End + context}
	return Place{
		Span: span, Found: true, Section: l.Section,
		Words: "…" + oneLine(before.Text(text)+"«"+words+"»"+after.Text(text)) + "…",
	}
}

// oneLine returns s without what its cut broke, and with single spaces.
func oneLine(s string) string {
	for len(s) > 0 && !utf8.RuneStart(s[0]) {
		s = s[1:]
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ")
}
