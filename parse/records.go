package parse

import (
	"slices"
	"sort"
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/reading"
	"example.com/policymodel/parse/internal/records"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// readRecords reads what the text holds besides facts.
func readRecords(r *records.Reader, text string, lay *layout.Layout, lang language.Tag, prof *Profile) *records.Records {
	return r.Read(text, lay, languages[languageIndex(lang)], &records.Hints{
		Organisation: prof.Organisation, Entities: prof.Entities, Products: prof.Products,
	})
}

// give tells the reading stage what the records know: how the organisation
// is called, how long data is kept, which certificates there are.
func (m *memory) give(rec *records.Records, prof *Profile) {
	g := &m.given
	if prof.Organisation != "" {
		g.Names = append(g.Names, prof.Organisation)
	}
	g.Names = append(g.Names, prof.Aliases...)
	if rec.Organisation != "" && !slices.ContainsFunc(g.Names, func(s string) bool { return strings.EqualFold(s, rec.Organisation) }) {
		g.Names = append(g.Names, rec.Organisation)
	}
	if rec.LegalEntity != "" {
		g.Names = append(g.Names, rec.LegalEntity)
	}
	g.Names, g.Aliases = append(g.Names, rec.Names...), rec.Aliases
	for i := range rec.Parties {
		if p := &rec.Parties[i]; p.Role != policy.Processor {
			g.Parties = append(g.Parties, p.Name)
		}
	}
	found := len(rec.Periods) + len(rec.Certifications)
	g.Facts = slices.Grow(g.Facts, found)
	m.entries.Grow(found)
	for _, p := range rec.Periods {
		e := m.entries.Of(lexicon.Retention, string(taxonomy.RetentionFixedPeriod), string(p.Duration))
		g.Facts = append(g.Facts, reading.Found{Span: p.Span, Entry: e, Loose: !p.Keeping})
	}
	for _, c := range rec.Certifications {
		e := m.entries.Of(lexicon.Security, string(taxonomy.SecurityCertification), c.Name)
		g.Facts = append(g.Facts, reading.Found{Span: c.Span, Entry: e})
	}
	slices.SortStableFunc(g.Facts, func(a, b reading.Found) int { return a.Span.Compare(b.Span) })
}

// putRecords adds copies of the records to p, whose passages are complete.
func putRecords(p *policy.Policy, rec *records.Records) {
	d := &p.Document
	valid := func(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
	d.Title, d.Organisation, d.LegalEntity, d.Updated = valid(rec.Title), valid(rec.Organisation), valid(rec.LegalEntity), rec.Updated
	n := 0
	place := func(ms *[]policy.Mention) bool {
		*ms = placed(p, *ms)
		n += len(*ms)
		return len(*ms) > 0
	}
	p.Parties = kept(rec.Parties, func(x *policy.Party) bool { x.Name = valid(x.Name); return place(&x.Mentions) })
	p.Contacts = kept(rec.Contacts, func(x *policy.Contact) bool { x.Value = valid(x.Value); return place(&x.Mentions) })
	p.Transfers = kept(rec.Transfers, func(x *policy.Transfer) bool { return place(&x.Mentions) })
	p.Children = kept(rec.Children, func(x *policy.ChildAge) bool { return place(&x.Mentions) })

	all := make([]policy.Mention, 0, n) // one array for the mentions of all records
	own := func(ms *[]policy.Mention) {
		from := len(all)
		all = append(all, *ms...)
		*ms = all[from:len(all):len(all)]
	}
	for i := range p.Parties {
		own(&p.Parties[i].Mentions)
	}
	for i := range p.Contacts {
		own(&p.Contacts[i].Mentions)
	}
	for i := range p.Transfers {
		own(&p.Transfers[i].Mentions)
	}
	for i := range p.Children {
		own(&p.Children[i].Mentions)
	}
}

// kept returns a copy of the elements of xs for which ok holds, nil if there
// are none. It changes xs.
func kept[T any](xs []T, ok func(*T) bool) []T {
	n := 0
	for i := range xs {
		if ok(&xs[i]) {
			xs[n] = xs[i]
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return append(make([]T, 0, n), xs[:n]...)
}

// placed fills in the passages of mentions. One that reaches over several
// passages, as an address over several lines does, is cut to the first.
func placed(p *policy.Policy, ms []policy.Mention) []policy.Mention {
	out := ms[:0]
	for _, m := range ms {
		i := sort.Search(len(p.Passages), func(i int) bool { return p.Passages[i].Span.End > m.Span.Start })
		if i == len(p.Passages) {
			continue
		}
		q := &p.Passages[i]
		m.Span.Start, m.Span.End = max(m.Span.Start, q.Span.Start), min(m.Span.End, q.Span.End)
		if m.Span.Start >= m.Span.End || len(out) > 0 && out[len(out)-1].Span.Compare(m.Span) >= 0 {
			continue
		}
		m.Passage = i
		if q.Reading != policy.SetAside {
			q.Reading = policy.Read
		}
		out = append(out, m)
	}
	return out
}
