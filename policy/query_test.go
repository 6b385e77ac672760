package policy_test

import (
	"iter"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// oneOfEach returns a policy with one fact in every list of facts, and the
// list's name in JSON for the facet of each.
func oneOfEach(t *testing.T) (*policy.Policy, map[taxonomy.Facet]string) {
	p := new(policy.Policy)
	names := make(map[taxonomy.Facet]string)
	v := reflect.ValueOf(p).Elem()
	for i := range v.NumField() {
		list := v.Field(i)
		if list.Kind() != reflect.Slice {
			continue
		}
		if _, isFact := list.Type().Elem().FieldByName("Fact"); !isFact {
			continue
		}
		list.Set(reflect.MakeSlice(list.Type(), 1, 1))
		id := list.Index(0).FieldByName("ID")
		id.SetString("some.id")
		facet := id.MethodByName("Facet").Call(nil)[0].Interface().(taxonomy.Facet)
		tag := v.Type().Field(i).Tag.Get("json")
		names[facet], _, _ = strings.Cut(tag, ",")
	}
	require.Len(t, names, len(slices.Collect(taxonomy.Facets())))
	return p, names
}

func TestFactsOfEveryFacet(t *testing.T) {
	p, names := oneOfEach(t)
	var facets []taxonomy.Facet
	for it := range p.Facts() {
		assert.Equal(t, "some.id", it.ID)
		require.NotNil(t, it.Fact)
		it.Region = policy.India // the item points into the policy
		facets = append(facets, it.Facet)
	}
	assert.Equal(t, slices.Collect(taxonomy.Facets()), facets)
	for it := range p.Facts() {
		assert.Equal(t, policy.India, it.Region, it.Facet)
	}
	for facet, name := range names {
		assert.Len(t, slices.Collect(p.FactsOf(facet)), 1)
		// The path of an error names the list as JSON does.
		var check *policy.CheckError
		q := *p
		require.ErrorAs(t, only(&q, facet).Check(), &check)
		assert.Equal(t, name+"[0].mentions", check.Path)
	}
	assert.Empty(t, slices.Collect(p.FactsOf("weather")))
}

// only clears the facts of all facets but one, and returns p.
func only(p *policy.Policy, facet taxonomy.Facet) *policy.Policy {
	v := reflect.ValueOf(p).Elem()
	for i := range v.NumField() {
		if list := v.Field(i); list.Kind() == reflect.Slice && list.Len() > 0 &&
			list.Index(0).FieldByName("ID").MethodByName("Facet").Call(nil)[0].Interface() != facet {
			list.SetZero()
		}
	}
	return p
}

func TestItemParticulars(t *testing.T) {
	var got []policy.Item
	for it := range shop().Facts() {
		if it.Fact = nil; it.Name != "" || it.Period != "" || it.Sources != nil {
			got = append(got, it)
		}
	}
	person := []taxonomy.Source{taxonomy.SourcePerson}
	assert.Equal(t, []policy.Item{
		{Facet: taxonomy.FacetData, ID: "contact.email", Sources: person},
		{Facet: taxonomy.FacetData, ID: "contact.address.delivery", Sources: person},
		{Facet: taxonomy.FacetData, ID: "location", Sources: []taxonomy.Source{taxonomy.SourceAutomatic}},
		{Facet: taxonomy.FacetRecipient, ID: "provider.analytics", Name: "Lumen Count"},
		{Facet: taxonomy.FacetRetention, ID: "fixed-period", Period: "P7Y"},
	}, got)
}

func TestSays(t *testing.T) {
	p := shop()
	for _, tt := range []struct {
		id   taxonomy.Data
		want []string
	}{
		{"contact", []string{"contact.email", "contact.address.delivery"}},
		{"contact.address", []string{"contact.address.delivery"}},
		{"contact.email", []string{"contact.email"}},
		{"contact.e", nil},
		{"content", []string{"content.audio"}},
		{"location.precise", nil},
		{"", nil},
	} {
		var got []string
		for it := range policy.Says(p, tt.id) {
			assert.Equal(t, taxonomy.FacetData, it.Facet)
			got = append(got, it.ID)
		}
		assert.Equal(t, tt.want, got, tt.id)
	}
}

func TestOccurrences(t *testing.T) {
	p := shop()
	n, facts, end := 0, 0, policy.Span{}
	for o := range p.Occurrences() {
		assert.LessOrEqual(t, end.Compare(o.Span), 0)
		end = o.Span
		n++
		set := 0
		for _, is := range []bool{o.Item.Fact != nil, o.Party != nil, o.Contact != nil, o.Transfer != nil, o.Child != nil} {
			if is {
				set++
			}
		}
		assert.Equal(t, 1, set)
		if o.Item.Fact != nil {
			facts++
			assert.Contains(t, o.Item.Mentions, o.Mention)
		}
		assert.Equal(t, o.Span.Text(shopText), p.Words(o.Mention))
	}
	assert.Equal(t, 16, facts)
	assert.Equal(t, 22, n)
}

func TestWordsAndSectionOutOfRange(t *testing.T) {
	p := shop()
	for _, m := range []policy.Mention{
		{Span: policy.Span{Start: 0, End: 5}, Passage: -1},
		{Span: policy.Span{Start: 0, End: 5}, Passage: 99},
	} {
		assert.Empty(t, p.Words(m))
		_, ok := p.SectionOf(m)
		assert.False(t, ok)
	}
	assert.Empty(t, p.Words(policy.Mention{Span: policy.Span{Start: 0, End: 5}, Passage: 1}), "not within the passage")
	p.Passages[1].Text = ""
	assert.Empty(t, p.Words(policy.Mention{Span: p.Passages[1].Span, Passage: 1}))
	p.Passages[2].Section = -1
	_, ok := p.SectionOf(policy.Mention{Passage: 2})
	assert.False(t, ok)
	section, ok := p.SectionOf(p.Data[0].Mentions[0])
	assert.True(t, ok)
	assert.Equal(t, "What we ask for", section.Title)
}

func TestFlowsOf(t *testing.T) {
	p := shop()
	p.Flows = append(p.Flows, policy.Flow{Data: []taxonomy.Data{"contact.email", "contact.phone"}}) // once, not twice
	assert.Len(t, slices.Collect(p.FlowsOf(taxonomy.DataContact)), 2)
	assert.Len(t, slices.Collect(p.FlowsOf(taxonomy.DataContactPhone)), 1)
	assert.Empty(t, slices.Collect(p.FlowsOf(taxonomy.DataFlight)))
}

// Iterators run again and stop when their consumer does.
func TestIteratorsStop(t *testing.T) {
	p := shop()
	stops(t, p.Facts())
	stops(t, p.FactsOf(taxonomy.FacetData))
	stops(t, policy.Says(p, taxonomy.DataContact))
	stops(t, p.Occurrences())
	stops(t, p.FlowsOf(taxonomy.DataContact))
	stops(t, p.PartiesFor("NL"))
	stops(t, p.ContactsFor("NL"))
}

func stops[T any](t *testing.T, seq iter.Seq[T]) {
	t.Helper()
	all := slices.Collect(seq)
	require.NotEmpty(t, all)
	assert.Equal(t, all, slices.Collect(seq))
	for n := range len(all) {
		i := 0
		for x := range seq {
			assert.Equal(t, all[i], x)
			if i++; i > n {
				break
			}
		}
		assert.Equal(t, n+1, i)
	}
}
