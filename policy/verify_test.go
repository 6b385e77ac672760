package policy_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// standings returns the words of the mentions with a standing and checks what
// all verifications promise: counts that add up, and words that are the same
// but for white space.
func standings(t *testing.T, p *policy.Policy, v policy.Verification, text string, s policy.Standing) (words []string) {
	t.Helper()
	n := 0
	for range p.Occurrences() {
		n++
	}
	require.Len(t, v.Findings, n)
	require.Equal(t, n, v.Stands+v.Moved+v.Gone)
	for _, f := range v.Findings {
		was := p.Words(f.Mention)
		switch f.Standing {
		case policy.Gone:
			require.Zero(t, f.Now)
		case policy.Stands:
			require.Equal(t, f.Span, f.Now)
			fallthrough
		default:
			require.LessOrEqual(t, f.Now.End, len(text))
			require.Equal(t, strings.Fields(was), strings.Fields(f.Now.Text(text)))
		}
		if f.Standing == s {
			words = append(words, was)
		}
	}
	return words
}

func TestVerify(t *testing.T) {
	p := shop()
	all := len(p.Verify(shopText).Findings)
	replace := func(old, new string) string {
		require.Contains(t, shopText, old)
		return strings.Replace(shopText, old, new, 1)
	}
	for _, tt := range []struct {
		name        string
		text        string
		moved, gone int
	}{
		{"same", shopText, 0, 0},
		{"empty", "", 0, all},
		{"words added at the end", shopText + "And so on.", 0, 0},
		{"a paragraph put first", "News: nothing new.\n\n" + shopText, all, 0},
		{"first line cut", shopText[strings.Index(shopText, "\n")+1:], all, 0},
		{"sentence changed at the same length", replace("do not record your voice", "may record your voice!!!"), 0, 1},
		{"sentence changed", replace("We do not record your voice.", "We record your voice."), 13, 1},
		{"word changed beside a mention", replace("to send it", "to ship it"), 0, 4},
		{"line break moved", replace("European\nEconomic", "European Economic"), 0, 0},
		{"white space grown", replace("address and your", "address \n\t and your"), 18, 0},
		{"white space shrunk", strings.Join(strings.Fields(shopText), " "), all, 0},
		{"CRLF", strings.ReplaceAll(shopText, "\n", "\r\n"), all, 0},
		{"section moved to the end", replace("We never sell your data. We keep invoices for seven years.\n", "") +
			"We never sell your data. We keep invoices for seven years.\n", 9, 0},
		{"cut out of longer words", strings.ReplaceAll(shopText, "the courier who brings your lamp", "the courier who brings your lamps"), 11, 2},
		{"all lower case", strings.ToLower(shopText), 0, all - 2},
	} {
		v := p.Verify(tt.text)
		assert.Equal(t, tt.text == shopText, v.Same, tt.name)
		assert.Len(t, standings(t, p, v, tt.text, policy.Moved), tt.moved, tt.name)
		assert.Len(t, standings(t, p, v, tt.text, policy.Gone), tt.gone, tt.name)
	}
}

// What stands twice is taken where the distance suggests.
func TestVerifyRepeated(t *testing.T) {
	const line = "We read mail.\n"
	mention := func(i int) policy.Mention {
		start := i*len(line) + strings.Index(line, "mail")
		return policy.Mention{Span: policy.Span{Start: start, End: start + 4}, Passage: i}
	}
	text := strings.Repeat(line, 3)
	p := &policy.Policy{Source: policy.NewSource(text), Data: []policy.DataCategory{
		{ID: taxonomy.DataContactEmail, Fact: policy.Fact{Mentions: []policy.Mention{mention(0), mention(1), mention(2)}}},
	}}
	for i := range 3 {
		start := i * len(line)
		p.Passages = append(p.Passages, policy.Passage{
			Span: policy.Span{Start: start, End: start + len(line) - 1}, Text: line[:len(line)-1], Section: -1, Reading: policy.Read,
		})
	}
	require.NoError(t, p.Check())
	now := func(text string) (starts []int) {
		for _, f := range p.Verify(text).Findings {
			starts = append(starts, f.Now.Start)
		}
		return starts
	}
	assert.Equal(t, []int{8, 22, 36}, now(text))
	assert.Equal(t, []int{15, 29, 43}, now("Before\n"+text))
	assert.Equal(t, []int{8, 22, 22}, now(text[:2*len(line)]), "the nearest that is left")
	assert.Equal(t, []int{12, 27, 27}, now("We  \n read  mail.\nWe read  mail."))
}

// Sentences that are glued together in the text itself stand all the same.
func TestVerifyGlued(t *testing.T) {
	const text = "Contact usWe read mailYour rights"
	p := &policy.Policy{Source: policy.NewSource(text)}
	for _, s := range []policy.Span{{0, 10}, {10, 22}, {22, 33}} {
		p.Passages = append(p.Passages, policy.Passage{Span: s, Text: s.Text(text), Section: -1, Reading: policy.Read})
		p.Children = append(p.Children, policy.ChildAge{Age: 1, Mentions: []policy.Mention{{Span: s, Passage: len(p.Passages) - 1}}})
	}
	require.NoError(t, p.Check())
	assert.Equal(t, 3, p.Verify(text).Stands)
	assert.Equal(t, 3, p.Verify(text+" and duties").Stands)
	assert.Equal(t, 3, p.Verify("Old "+text).Moved)
}

// A policy that breaks the rules is verified without harm.
func TestVerifyBroken(t *testing.T) {
	big := int(^uint(0) >> 1)
	for _, spoil := range []func(p *policy.Policy){
		func(p *policy.Policy) { p.Passages = nil },
		func(p *policy.Policy) { p.Data[0].Mentions[0].Passage = -1 },
		func(p *policy.Policy) { p.Data[0].Mentions[0].Passage = big },
		func(p *policy.Policy) { p.Data[0].Mentions[0].Span = policy.Span{Start: -big, End: big} },
		func(p *policy.Policy) { p.Passages[5].Span = policy.Span{Start: -big, End: big} },
		func(p *policy.Policy) {
			p.Passages[5].Span = policy.Span{Start: big - 91, End: big}
			p.Data[0].Mentions[0].Span = policy.Span{Start: big - 5, End: big}
		},
		func(p *policy.Policy) { p.Passages[5].Text = "" },
		func(p *policy.Policy) { p.Passages[5].Text = strings.Repeat(" ", 91) },
		func(p *policy.Policy) { p.Passages[5].Text += "\xff" },
	} {
		p := shop()
		spoil(p)
		v := p.Verify("Now " + shopText)
		assert.Positive(t, v.Gone)
		assert.Len(t, v.Findings, v.Stands+v.Moved+v.Gone)
	}
}

// Periodic texts, where each passage stands in very many places, take no more
// time than others: each of these would take minutes if it were quadratic.
func TestVerifyHostile(t *testing.T) {
	const n = 1 << 20
	text := strings.Repeat("a ", n/2)
	p := &policy.Policy{Source: policy.NewSource(text)}
	for i := 0; i+64 <= n; i += 64 {
		s := policy.Span{Start: i, End: i + 63}
		p.Passages = append(p.Passages, policy.Passage{Span: s, Text: s.Text(text), Section: -1, Reading: policy.Read})
		p.Children = append(p.Children, policy.ChildAge{Age: 1, Mentions: []policy.Mention{{Span: s, Passage: i / 64}}})
	}
	require.NoError(t, p.Check())
	v := p.Verify("b" + text)
	assert.Equal(t, 1, v.Moved-len(p.Passages)+1)
	v = p.Verify(strings.ReplaceAll(text, " ", "  ")[1:])
	assert.Zero(t, v.Gone)

	// One passage with very many mentions.
	p = &policy.Policy{Source: p.Source, Passages: []policy.Passage{
		{Span: policy.Span{Start: 0, End: n - 1}, Text: text[:n-1], Section: -1, Reading: policy.Read},
	}}
	var all []policy.Mention
	for i := 0; i < n; i += 2 {
		all = append(all, policy.Mention{Span: policy.Span{Start: i, End: i + 1}})
	}
	p.Children = []policy.ChildAge{{Age: 1, Mentions: all}}
	require.NoError(t, p.Check())
	v = p.Verify(strings.ReplaceAll(text, " ", "  "))
	assert.Equal(t, len(all)-1, v.Moved)
}

func FuzzVerify(f *testing.F) {
	f.Add(uint64(1), shopText, 0)
	f.Add(uint64(2), "we  collect", 3)
	f.Add(uint64(3), "\xff日本 ", 7)
	f.Fuzz(func(t *testing.T, seed uint64, insert string, at int) {
		rng := rand.New(rand.NewPCG(seed, 0))
		text, p := random(rng, 1+rng.IntN(12))
		v := p.Verify(text)
		require.True(t, v.Same)
		require.Zero(t, v.Moved+v.Gone)
		at = int(uint(at) % uint(len(text)+1))
		other := text[:at] + insert + text[at:]
		standings(t, p, p.Verify(other), other, policy.Gone)
		standings(t, p, p.Verify(insert), insert, policy.Gone)
		squeezed := strings.Join(strings.Fields(text), " ")
		standings(t, p, p.Verify(squeezed), squeezed, policy.Gone)
	})
}
