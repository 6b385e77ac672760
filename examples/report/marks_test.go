package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
)

// TestSegmented draws segments with bars between and the rows of the marks below.
func TestSegmented(t *testing.T) {
	m := func(start, end int, row string) mark {
		return mark{span: policy.Span{Start: start, End: end}, kind: "k" + row, row: row, title: "t" + row, denied: row == "d"}
	}
	for _, x := range []struct {
		name  string
		marks []mark
		want  string
	}{
		{"none", nil, "abcdef:"},
		{"apart", []mark{m(0, 1, "a"), m(3, 4, "b")}, "a:a|bc:|d:b|ef:"},
		{"touching", []mark{m(0, 2, "a"), m(2, 6, "b")}, "ab:a|cdef:b"},
		{"crossing", []mark{m(0, 4, "a"), m(2, 6, "b")}, "ab:a|cd:a b|ef:b"},
		{"nested", []mark{m(1, 5, "a"), m(2, 3, "b")}, "a:|b:a|c:a b|de:a|f:"},
		{"same place", []mark{m(1, 2, "b"), m(1, 2, "a")}, "a:|b:b a|cdef:"},
		{"same fact twice", []mark{m(0, 3, "a"), m(1, 2, "a")}, "a:a|b:a|c:a|def:"},
		{"whole", []mark{m(0, 6, "a")}, "abcdef:a"},
	} {
		var got []string
		for _, s := range segmented("abcdef", x.marks, nil) {
			got = append(got, s.Text+":"+s.Rows)
		}
		assert.Equal(t, x.want, strings.Join(got, "|"), x.name)
	}
}

func TestSegmentDescription(t *testing.T) {
	denied := mark{span: policy.Span{Start: 0, End: 4}, kind: "data", row: "f1", title: "no name", denied: true}
	stated := mark{span: policy.Span{Start: 2, End: 6}, kind: "purpose", row: "f2", title: "order"}
	list := segmented("abcdef", []mark{stated, denied}, []int{5})
	require.Len(t, list, 4)
	assert.Equal(t, Segment{ID: "t0", Text: "ab", Kind: "data", Kinds: "data", Rows: "f1", Title: "no name", Denied: true}, list[0].Segment)
	assert.Equal(t, Segment{ID: "t2", Text: "cd", Kind: "data", Kinds: "data purpose", Rows: "f1 f2", Title: "no name\norder"}, list[1].Segment)
	assert.Equal(t, "e", list[2].Text)
	assert.Empty(t, list[2].ID, "nothing begins there")
	assert.Equal(t, "t5", list[3].ID, "an anchor")
}

func TestBlocks(t *testing.T) {
	text := "Title\n\nOne sentence\nin two lines. Next.\nMenu\n"
	p := &policy.Policy{
		Sections: []policy.Section{{Heading: policy.Span{End: 5}, Level: 1}},
		Passages: []policy.Passage{
			{Span: policy.Span{End: 5}},
			{Span: policy.Span{Start: 7, End: 33}},
			{Span: policy.Span{Start: 34, End: 39}},
			{Span: policy.Span{Start: 40, End: 44}, Reading: policy.SetAside},
		},
	}
	var got []string
	for _, b := range blocks(version{Text: text, Policy: p}, nil, nil) {
		words := ""
		for _, s := range b.Segments {
			words += s.Text
		}
		got = append(got, words)
		assert.Equal(t, strings.HasPrefix(words, "Title"), b.Level == 3)
		assert.Equal(t, strings.HasPrefix(words, "Menu"), b.Aside)
	}
	assert.Equal(t, []string{"Title\n\n", "One sentence\nin two lines. Next.\n", "Menu\n"}, got)
}

func TestShown(t *testing.T) {
	for in, want := range map[string]string{
		"plain é\n\tx": "plain é\n\tx",
		"a\r\nb\rc":    "a\nb\nc",
		"a\x00b\x1b":   "a␀b␛",
		"a\xffb":       "a\ufffdb",
		"\u2028\u202e": "\u2028\u202e",
		"\x7f\u0085":   "\ufffd\ufffd",
		"\ufffe\ufdd0": "\ufffd\ufffd",
		"\U0001ffff":   "\ufffd",
	} {
		assert.Equal(t, want, shown(in), "%q", in)
	}
}

func TestQuote(t *testing.T) {
	assert.Equal(t, "a b c", quote(" a\n\n b\tc "))
	long := quote(strings.Repeat("many words, ", 40))
	assert.LessOrEqual(t, len([]rune(long)), 162)
	assert.True(t, strings.HasSuffix(long, "words …"), long)
}

func TestPeriodWords(t *testing.T) {
	for d, want := range map[policy.Duration]string{
		"": "", "P1Y": "1 year", "P18M": "18 months", "P2W": "2 weeks", "P30D": "30 days", "PT72H": "72 hours", "PT5M": "5 minutes", "P1Y6M": "1 year and 6 months", "P1DT12H": "1 day and 12 hours", "soon": "soon",
	} {
		assert.Equal(t, want, periodWords(d), d)
	}
}
