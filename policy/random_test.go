package policy_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
)

// random returns a text of about n passages and a policy of it that keeps the
// rules of the model, with facts of every facet and records of every kind.
func random(rng *rand.Rand, n int) (string, *policy.Policy) {
	words := []string{"we", "collect", "adres", "één", "\"data\"", "<b>", "日本", "\\", "mail", "\x00", "&", "\xff", "share", "nooit"}
	var b strings.Builder
	p := new(policy.Policy)
	for range n {
		b.WriteString([]string{"\n", " ", "\n\n- ", "\r\n", ""}[rng.IntN(5)])
		start := b.Len()
		for i := range 1 + rng.IntN(8) {
			if i > 0 {
				b.WriteString([]string{" ", "  ", "\n"}[rng.IntN(3)])
			}
			b.WriteString(words[rng.IntN(len(words))])
		}
		p.Passages = append(p.Passages, policy.Passage{
			Span: policy.Span{Start: start, End: b.Len()}, Text: b.String()[start:], Section: -1,
			Reading: []policy.Reading{policy.Read, policy.NotRead, policy.SetAside}[rng.IntN(3)],
		})
	}
	text := b.String()
	p.Source = policy.NewSource(text)
	p.Taxonomy = "1.0.0"
	p.Document = policy.Document{
		Language: []language.Tag{language.Und, language.Dutch, language.BritishEnglish}[rng.IntN(3)],
		Title:    words[rng.IntN(5)], Updated: policy.Date{2000 + rng.IntN(30), 2, 1 + rng.IntN(28)},
		Body: policy.Span{Start: 0, End: len(text)},
	}
	r := randomizer{rng, p.Passages}
	v := reflect.ValueOf(p).Elem()
	for i := range v.NumField() {
		list := v.Field(i)
		switch list.Addr().Interface().(type) {
		case *[]policy.Passage, *[]policy.Section, *policy.Source, *policy.Document, *string:
			continue
		}
		for range rng.IntN(4) {
			x := reflect.New(list.Type().Elem()).Elem()
			r.fill(x)
			list.Set(reflect.Append(list, x))
		}
		sortByPlace(list)
	}
	return text, p
}

type randomizer struct {
	*rand.Rand
	passages []policy.Passage
}

// place returns a place within a passage.
func (r randomizer) place() (policy.Span, int) {
	i := r.IntN(len(r.passages))
	in := r.passages[i].Span
	start := in.Start + r.IntN(in.Len())
	return policy.Span{Start: start, End: start + 1 + r.IntN(in.End-start)}, i
}

// fill sets the fields of x to values that the model allows.
func (r randomizer) fill(x reflect.Value) {
	switch f := x.Addr().Interface().(type) {
	case *policy.Mention:
		f.Span, f.Passage = r.place()
		f.Condition = []policy.Condition{policy.None, policy.OnConsent}[r.IntN(2)]
	case *policy.Unclassified:
		f.Span, f.Passage = r.place()
		f.Facet, f.Words = "data", "é\u2028"
	case *policy.Span:
		*f, _ = r.place()
	case *[]policy.Mention:
		for range 1 + r.IntN(3) {
			var m policy.Mention
			r.fill(reflect.ValueOf(&m).Elem())
			*f = append(*f, m)
		}
		slices.SortFunc(*f, func(a, b policy.Mention) int { return a.Span.Compare(b.Span) })
		*f = slices.CompactFunc(*f, func(a, b policy.Mention) bool { return a.Span == b.Span })
	case *policy.Region:
		*f = []policy.Region{"", "EEA", "NL", "US-CA"}[r.IntN(4)]
	case *policy.Duration:
		*f = []policy.Duration{"", "P3Y", "PT72H"}[r.IntN(3)]
	default:
		switch x.Kind() {
		case reflect.Struct:
			for i := range x.NumField() {
				if name := x.Type().Field(i).Name; name == "Country" {
					x.Field(i).SetString("NL")
				} else {
					r.fill(x.Field(i))
				}
			}
		case reflect.Slice:
			for range r.IntN(3) {
				y := reflect.New(x.Type().Elem()).Elem()
				r.fill(y)
				x.Set(reflect.Append(x, y))
			}
		case reflect.String:
			b := make([]byte, 1+r.IntN(12))
			for i := range b {
				b[i] = byte('a' + r.IntN(26))
			}
			x.SetString(string(b))
		case reflect.Int:
			x.SetInt(1 + r.Int64N(100))
		case reflect.Bool:
			x.SetBool(r.IntN(2) == 0)
		}
	}
}

// sortByPlace sorts a list by the start of the first mention or the span of
// its elements.
func sortByPlace(list reflect.Value) {
	start := func(i int) int64 {
		x := list.Index(i)
		if m := x.FieldByName("Mentions"); m.IsValid() {
			x = m.Index(0)
		}
		return x.FieldByName("Span").FieldByName("Start").Int()
	}
	swap := reflect.Swapper(list.Interface())
	for i := range list.Len() {
		for j := i; j > 0 && start(j) < start(j-1); j-- {
			swap(j, j-1)
		}
	}
}
