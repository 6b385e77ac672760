package records

import (
	"testing"

	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/policy"
)

// read returns the records of a text whose blocks are the given paragraphs.
func read(t *testing.T, lang string, paragraphs ...string) (string, *Records) {
	t.Helper()
	return readWith(t, lang, nil, paragraphs...)
}

func readWith(t *testing.T, lang string, h *Hints, paragraphs ...string) (string, *Records) {
	t.Helper()
	l := &layout.Layout{Format: layout.Plain}
	text := ""
	for _, p := range paragraphs {
		start := len(text)
		text += p
		l.Blocks = append(l.Blocks, layout.Block{Start: start, End: len(text), Section: -1, Intro: -1})
		text += "\n\n"
	}
	l.End = len(text)
	r := Read(text, l, lang, h)
	check(t, text, r)
	return text, r
}

// check requires that every place in r lies in text and cuts out what the
// record says.
func check(t testing.TB, text string, r *Records) {
	t.Helper()
	in := func(s policy.Span) {
		require.True(t, 0 <= s.Start && s.Start < s.End && s.End <= len(text), "span %v of %d", s, len(text))
	}
	mentions := func(ms []policy.Mention) {
		require.NotEmpty(t, ms)
		for _, m := range ms {
			in(m.Span)
			require.Equal(t, -1, m.Passage)
		}
	}
	if r.Title != "" {
		in(r.TitleSpan)
	}
	require.Equal(t, r.Updated.IsZero(), r.UpdatedSpan.IsZero())
	if !r.Updated.IsZero() {
		in(r.UpdatedSpan)
		require.True(t, r.Updated.Valid())
	}
	for _, d := range r.Dates {
		in(d.Span)
		require.True(t, d.Date.Valid())
	}
	for _, p := range r.Parties {
		mentions(p.Mentions)
		require.NotEmpty(t, p.Name)
		require.NotEmpty(t, p.Role)
	}
	for _, c := range r.Contacts {
		mentions(c.Mentions)
		require.NotEmpty(t, c.Value)
		if c.Type == policy.URL {
			for _, m := range c.Mentions {
				require.True(t, keyOf(&policy.Contact{Type: c.Type, Value: m.Span.Text(text)}) == keyOf(&c), "%q at %q", c.Value, m.Span.Text(text))
			}
		}
	}
	for _, x := range r.Transfers {
		mentions(x.Mentions)
		require.Len(t, x.Country, 2)
	}
	for _, c := range r.Children {
		mentions(c.Mentions)
		require.True(t, c.Age >= minAge && c.Age <= maxAge)
	}
	for _, p := range r.Periods {
		in(p.Span)
		require.NotEmpty(t, p.Duration)
	}
	for _, c := range r.Certifications {
		in(c.Span)
		require.Equal(t, c.Name, clean(c.Span.Text(text)))
	}
}

var testLayout = &layout.Layout{Blocks: make([]layout.Block, 1)}
