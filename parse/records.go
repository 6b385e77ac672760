package parse

import (
	"slices"
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
func readRecords(text string, lay *layout.Layout, lang language.Tag, prof *Profile) *records.Records {
	return records.Read(text, lay, languages[languageIndex(lang)], &records.Hints{
		Organisation: prof.Organisation, Entities: prof.Entities, Products: prof.Products,
	})
}

// given tells the reading stage what the records know: how the organisation
// is called, how long data is kept, which certificates there are.
func given(rec *records.Records, prof *Profile) reading.Given {
	names := slices.Clone(prof.names())
	if rec.Organisation != "" && !slices.ContainsFunc(names, func(s string) bool { return strings.EqualFold(s, rec.Organisation) }) {
		names = append(names, rec.Organisation)
	}
	if rec.LegalEntity != "" {
		names = append(names, rec.LegalEntity)
	}
	g := reading.Given{Names: append(names, rec.Names...), Aliases: rec.Aliases}
	for _, p := range rec.Periods {
		g.Facts = append(g.Facts, reading.Found{
			Span: p.Span, Entry: lexicon.NewEntry(lexicon.Retention, string(taxonomy.RetentionFixedPeriod), string(p.Duration)), Loose: !p.Keeping,
		})
	}
	for _, c := range rec.Certifications {
		g.Facts = append(g.Facts, reading.Found{Span: c.Span, Entry: lexicon.NewEntry(lexicon.Security, string(taxonomy.SecurityCertification), c.Name)})
	}
	slices.SortStableFunc(g.Facts, func(a, b reading.Found) int { return a.Span.Compare(b.Span) })
	return g
}

// putRecords adds the records to p, whose passages are complete.
func putRecords(p *policy.Policy, rec *records.Records) {
	d := &p.Document
	valid := func(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
	d.Title, d.Organisation, d.LegalEntity, d.Updated = valid(rec.Title), valid(rec.Organisation), valid(rec.LegalEntity), rec.Updated
	place := func(ms []policy.Mention) []policy.Mention { return placed(p, ms) }
	for _, x := range rec.Parties {
		x.Name = valid(x.Name)
		if x.Mentions = place(x.Mentions); len(x.Mentions) > 0 {
			p.Parties = append(p.Parties, x)
		}
	}
	for _, x := range rec.Contacts {
		x.Value = valid(x.Value)
		if x.Mentions = place(x.Mentions); len(x.Mentions) > 0 {
			p.Contacts = append(p.Contacts, x)
		}
	}
	for _, x := range rec.Transfers {
		if x.Mentions = place(x.Mentions); len(x.Mentions) > 0 {
			p.Transfers = append(p.Transfers, x)
		}
	}
	for _, x := range rec.Children {
		if x.Mentions = place(x.Mentions); len(x.Mentions) > 0 {
			p.Children = append(p.Children, x)
		}
	}
}

// placed fills in the passages of mentions. One that reaches over several
// passages, as an address over several lines does, is cut to the first.
func placed(p *policy.Policy, ms []policy.Mention) []policy.Mention {
	out := ms[:0]
	for _, m := range ms {
		i, _ := slices.BinarySearchFunc(p.Passages, m.Span.Start, func(q policy.Passage, at int) int {
			if q.Span.End <= at {
				return -1
			}
			return 1
		})
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
