package policy_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// large returns n copies of the shop's text, and one policy of them all.
func large(n int) (string, *policy.Policy) {
	text := strings.Repeat(shopText, n)
	p := shop()
	one := shop()
	p.Source = policy.NewSource(text)
	p.Document.Body = policy.Span{Start: 0, End: len(text)}
	for i := 1; i < n; i++ {
		shift := func(s policy.Span) policy.Span {
			return policy.Span{Start: s.Start + i*len(shopText), End: s.End + i*len(shopText)}
		}
		for _, ps := range one.Passages {
			ps.Span, ps.Section = shift(ps.Span), -1
			p.Passages = append(p.Passages, ps)
		}
		for _, m := range one.Data[0].Mentions {
			p.Data[0].Mentions = append(p.Data[0].Mentions, policy.Mention{Span: shift(m.Span), Passage: m.Passage + i*len(one.Passages)})
		}
		for _, r := range one.Recipients {
			r.Name += fmt.Sprint(i)
			r.Mentions = []policy.Mention{{Span: shift(r.Mentions[0].Span), Passage: r.Mentions[0].Passage + i*len(one.Passages)}}
			p.Recipients = append(p.Recipients, r)
		}
		for _, f := range one.Flows {
			f.Span = shift(f.Span)
			p.Flows = append(p.Flows, f)
		}
	}
	return text, p
}

func BenchmarkVerify(b *testing.B) {
	text, p := large(100)
	for _, bb := range []struct{ name, text string }{
		{"same", text},
		{"shifted", "News.\n" + text},
		{"reflowed", strings.Join(strings.Fields(text), " ")},
		{"other", strings.ToUpper(text)},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.SetBytes(int64(len(bb.text)))
			b.ReportAllocs()
			for b.Loop() {
				p.Verify(bb.text)
			}
		})
	}
}

func BenchmarkMarshalJSON(b *testing.B) {
	_, p := large(100)
	data, err := json.Marshal(p)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := json.Marshal(p); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUnmarshalJSON(b *testing.B) {
	_, p := large(100)
	data, err := json.Marshal(p)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var q policy.Policy
		if err := json.Unmarshal(data, &q); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	text, p := large(100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := p.Check(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkQueries(b *testing.B) {
	text, p := large(100)
	lines := policy.NewLineTable(text)
	n := 0
	for _, bb := range []struct {
		name string
		run  func()
	}{
		{"Facts", func() {
			for range p.Facts() {
				n++
			}
		}},
		{"Says", func() {
			for range policy.Says(p, taxonomy.RecipientProvider) {
				n++
			}
		}},
		{"Occurrences", func() {
			for range p.Occurrences() {
				n++
			}
		}},
		{"FlowsOf", func() {
			for range p.FlowsOf(taxonomy.DataContact) {
				n++
			}
		}},
		{"ContactsFor", func() {
			for range p.ContactsFor("NL") {
				n++
			}
		}},
		{"Coverage", func() { n += p.Coverage(text).Total }},
		{"NewLineTable", func() { n += policy.NewLineTable(text).Position(0).Line }},
		{"Position", func() { n += lines.Position(len(text) / 2).Line }},
		{"NewSource", func() { n += policy.NewSource(text).Bytes }},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				bb.run()
			}
		})
	}
	if n == 0 {
		b.Fatal("nothing found")
	}
}
