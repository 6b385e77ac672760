package tension_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/internal/corpus"
	"example.com/policymodel/policy/tension"
)

// read parses a policy whose sections are given as a heading and sentences.
func read(t testing.TB, sections ...string) *policy.Policy {
	t.Helper()
	p, err := parse.Parse("# Kestrel Maps Privacy Policy\n\n"+strings.Join(sections, "\n\n")+"\n", nil)
	require.NoError(t, err)
	return p
}

func codes(found []tension.Finding) []tension.Code {
	list := []tension.Code{}
	for _, f := range found {
		if len(list) == 0 || list[len(list)-1] != f.Code {
			list = append(list, f.Code)
		}
	}
	return list
}

func TestFind(t *testing.T) {
	tests := []struct {
		name string
		text []string
		want []tension.Code
	}{
		{"sharing denied and affirmed", []string{
			"## What we collect", "We collect your name and your e-mail address.",
			"## Our promise", "We do not share your personal data with third parties.",
			"## Advertising", "We share your personal data with advertisers.",
		}, []tension.Code{tension.SharingDenied}},
		{"third parties denied and affirmed", []string{
			"## Our promise", "Your personal information will never be disclosed to third parties.",
			"## Partners", "We share your personal information with third parties.",
		}, []tension.Code{tension.SharingDenied}},
		{"the exception follows the rule", []string{
			"## Sharing", "We do not share your personal data with third parties.", "However, we disclose your personal data to our business partners.",
		}, nil},
		{"the exception in the sentence", []string{
			"## Our promise", "We do not share your personal data with third parties, except as set out below.",
			"## Partners", "We share your personal data with third parties.",
		}, nil},
		{"only with consent", []string{
			"## Our promise", "We do not share your personal data with third parties.",
			"## Partners", "With your consent, we share your personal data with third parties.",
		}, nil},
		{"for their marketing", []string{
			"## Our promise", "We do not share your personal data with third parties for their marketing purposes.",
			"## Partners", "We share your personal data with third parties.",
		}, nil},
		{"providers are no third parties", []string{
			"## Our promise", "We do not share your personal data with third parties.",
			"## Processors", "We share your personal data with our service providers, such as hosting providers.",
		}, nil},
		{"not sold, but shared", []string{
			"## Our promise", "We do not sell your personal data to third parties.",
			"## Partners", "We share your personal data with our business partners.",
		}, nil},
		{"aggregated data", []string{
			"## Our promise", "We do not share your personal data with third parties.",
			"## Partners", "We share aggregated statistics with third parties.",
		}, nil},

		{"no collection at all", []string{
			"## Our promise", "We do not collect any personal information.",
			"## Account", "We collect your name and your e-mail address.",
		}, []tension.Code{tension.CollectionDenied}},
		{"no collection of some", []string{
			"## Our promise", "We do not collect any personal information through our newsletter.",
			"## Account", "We collect your name and your e-mail address.",
		}, nil},
		{"no collection unless", []string{
			"## Our promise", "We do not collect personal information unless you give it to us.",
			"## Account", "We collect your name and your e-mail address.",
		}, nil},
		{"no collection but of statistics", []string{
			"## Our promise", "We do not collect any personal data.",
			"## Counting", "We collect aggregated statistics.",
		}, nil},
		{"Dutch: geen persoonsgegevens", []string{
			"## Onze belofte", "Wij verzamelen geen persoonsgegevens.",
			"## Account", "Wij verzamelen uw naam en uw e-mailadres.",
		}, []tension.Code{tension.CollectionDenied}},
		{"Dutch: werkwoord achteraan", []string{
			"## Delen", "Uw persoonsgegevens worden nooit aan derden verstrekt.",
			"## Partners", "Wij verstrekken uw persoonsgegevens aan adverteerders.",
		}, []tension.Code{tension.SharingDenied}},

		{"data denied and affirmed", []string{
			"## Our promise", "We do not collect location data.",
			"## Maps", "We collect your precise location.",
		}, []tension.Code{tension.DataDenied}},
		{"data denied of children", []string{
			"## Children", "We do not collect location data from children.",
			"## Maps", "We collect your precise location.",
		}, nil},
		{"data denied unless", []string{
			"## Our promise", "We do not collect location data unless you switch it on.",
			"## Maps", "We collect your precise location.",
		}, nil},
		{"other data", []string{
			"## Our promise", "We do not collect location data.",
			"## Account", "We collect your name and e-mail address.",
		}, nil},
		{"narrowing", []string{
			"## Account", "We collect your contact information.",
			"## Our promise", "We do not collect your telephone number.",
		}, []tension.Code{tension.Narrowing}},

		{"narrowing with the exception", []string{
			"## Account", "We collect your contact information, except your telephone number.",
			"## Our promise", "We do not collect your telephone number.",
		}, nil},
		{"narrowing in the sentence", []string{
			"## Account", "We collect your contact information but we do not collect your telephone number.",
		}, nil},

		{"purpose denied and affirmed", []string{
			"## Our promise", "We do not use your personal data for advertising.",
			"## How we use data", "We use your personal data for personalised advertising.",
		}, []tension.Code{tension.PurposeDenied}},
		{"purpose of certain data", []string{
			"## Health", "We do not use your health data for advertising.",
			"## How we use data", "We use your personal data for advertising.",
		}, nil},

		{"technology denied and affirmed", []string{
			"## Our promise", "We do not use cookies.",
			"## Our site", "We use session cookies.",
		}, []tension.Code{tension.TechnologyDenied}},

		{"technology not used for one purpose", []string{
			"## Our promise", "We do not use cookies for advertising.",
			"## Our site", "We use cookies.",
		}, nil},
		{"another technology", []string{
			"## Our promise", "We do not use web beacons.",
			"## Our site", "We use session cookies.",
		}, nil},

		{"no sale and advertisers", []string{
			"## Our promise", "We do not sell your personal information.",
			"## Advertising", "We share your personal information with advertisers.",
		}, []tension.Code{tension.NoSaleAdvertising}},
		{"no sale and advertisers with consent", []string{
			"## Our promise", "We do not sell your personal information.",
			"## Advertising", "If you agree, we share your personal information with advertisers.",
		}, nil},
		{"sale and no sale", []string{
			"## Our promise", "We do not sell your personal information.",
			"## Brokers", "We sell your personal information.",
		}, []tension.Code{tension.SaleAndNoSale}},

		{"no sale but for some", []string{
			"## Our promise", "We do not sell your personal information unless you agree.",
			"## Brokers", "We sell your personal information.",
		}, nil},
		{"no sale of children's data", []string{
			"## Children", "We do not sell the personal information of children.",
			"## Brokers", "We sell your personal information.",
		}, nil},
		{"no sale, advertisers give data", []string{
			"## Our promise", "We do not sell your personal information.",
			"## Advertising", "We receive personal information from advertisers.",
		}, nil},

		{"non-personal data with an address", []string{
			"## What we collect", "We collect non-personal information, such as your IP address and browser type.",
		}, []tension.Code{tension.NonPersonal}},
		{"non-personal data without", []string{
			"## What we collect", "We collect non-personal information, such as your browser type and language.",
		}, nil},
		{"personal and non-personal data", []string{
			"## What we collect", "We collect your IP address. We also collect non-personal information, such as your browser type.",
		}, nil},

		{"ages disagree", []string{
			"## Children", "We do not knowingly collect personal data from children under the age of 13.",
			"## Young people", "We do not knowingly collect personal data from anyone under 16 years of age.",
		}, []tension.Code{tension.AgesDisagree}},
		{"one age twice", []string{
			"## Children", "We do not knowingly collect personal data from children under the age of 13.",
			"## Young people", "We do not knowingly collect personal data from anyone under 13 years of age.",
		}, nil},
		{"an exception of age", []string{
			"## Children", "Except for products for customers over 14, we do not knowingly collect personal data from children under the age of 16.",
		}, nil},
		{"another age for sale", []string{
			"## Children", "We do not knowingly collect personal data from children under the age of 13.",
			"## Sale", "We do not knowingly sell the personal data of children under the age of 16.",
		}, nil},

		{"consent by use", []string{
			"## Introduction", "By using our services, you consent to this policy.",
			"## Legal bases", "We process your personal data on the basis of your consent or of our legitimate interests.",
		}, []tension.Code{tension.ConsentByUse}},
		{"consent by use without the GDPR", []string{
			"## Introduction", "By using our services, you consent to this policy.",
			"## Marketing", "We send you newsletters with your consent.",
		}, nil},
		{"advice to leave", []string{
			"## Introduction", "If you do not agree with this policy, do not use our services.",
			"## Legal bases", "We process your personal data on the basis of your consent or of our legitimate interests.",
		}, nil},

		{"notice and no notice", []string{
			"## Terms", "We may change this policy at any time without prior notice.",
			"## Changes", "If we make material changes to this policy, we will notify you by e-mail.",
		}, []tension.Code{tension.NoNotice}},
		{"posting is no notice", []string{
			"## Terms", "We may change this policy at any time without prior notice.",
			"## Changes", "We will post the new version of this policy on our website.",
		}, nil},

		{"right withheld and granted", []string{
			"## Your rights", "You have the right to erase your personal data.",
			"## Limits", "You do not have the right to erase your personal data.",
		}, []tension.Code{tension.RightWithheld}},
		{"right withheld elsewhere", []string{
			"## Your rights", "You have the right to erase your personal data.",
			"## California", "If you live in California, you do not have the right to erase your personal data.",
		}, nil},

		{"do not track", []string{
			"## Signals", "We do not respond to do-not-track signals.",
			"## Cookies", "We honour do-not-track signals.",
		}, []tension.Code{tension.DoNotTrack}},

		{"do not track, explained", []string{
			"## Signals", "We do not respond to do-not-track signals.",
			"## Browsers", "You can switch on do-not-track signals in your browser.",
		}, nil},
		{"non-personal data as pseudonyms", []string{
			"## What we collect", "We collect pseudonymous data, such as hashed e-mail addresses.",
		}, nil},
		{"consent by use outside of the EEA", []string{
			"## Introduction", "If you live outside the EEA, by using our services you consent to this policy.",
			"## Legal bases", "We process your personal data on the basis of your consent or of our legitimate interests.",
		}, nil},

		{"Dutch: delen ontkend", []string{
			"## Onze belofte", "Wij delen uw persoonsgegevens niet met derden.",
			"## Reclame", "Wij delen uw persoonsgegevens met adverteerders.",
		}, []tension.Code{tension.SharingDenied}},
		{"Dutch: uitzondering", []string{
			"## Onze belofte", "Wij delen uw persoonsgegevens niet met derden, tenzij dit hieronder staat.",
			"## Reclame", "Wij delen uw persoonsgegevens met adverteerders.",
		}, nil},
		{"Dutch: niet-persoonlijk", []string{
			"## Welke gegevens", "Wij verzamelen niet-persoonlijke gegevens, zoals uw IP-adres en het type browser.",
		}, []tension.Code{tension.NonPersonal}},
		{"Dutch: gebruik is toestemming", []string{
			"## Inleiding", "Door gebruik te maken van onze diensten gaat u akkoord met dit privacybeleid.",
			"## Grondslagen", "Wij verwerken uw persoonsgegevens op basis van uw toestemming of van ons gerechtvaardigd belang.",
		}, []tension.Code{tension.ConsentByUse}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := read(t, tt.text...)
			found := tension.Find(p)
			want := tt.want
			if want == nil {
				want = []tension.Code{}
			}
			if !assert.Equal(t, want, codes(found)) {
				for it := range p.Facts() {
					t.Log(it.Facet, it.ID, it.Polarity, it.Region, it.Mentions, p.Words(it.Mentions[0]))
				}
			}
			for _, f := range found {
				for _, m := range append(f.First.Mentions, f.Second.Mentions...) {
					assert.NotEmpty(t, p.Words(m), "evidence of %s", f.Code)
				}
			}
		})
	}
}

// Every code has a definition, and Lookup finds it.
func TestKinds(t *testing.T) {
	seen := map[tension.Code]bool{}
	for _, k := range tension.Kinds() {
		assert.False(t, seen[k.Code], k.Code)
		seen[k.Code] = true
		assert.NotEmpty(t, k.Definition)
		assert.Contains(t, []tension.Class{tension.Contradiction, tension.Narrower, tension.Tension}, k.Class)
		got, ok := tension.Lookup(k.Code)
		assert.True(t, ok)
		assert.Equal(t, k.Definition, got.Definition)
	}
	assert.Len(t, seen, 14)
	_, ok := tension.Lookup("no-such-code")
	assert.False(t, ok)
}

// Statements for people of different regions do not contradict each other.
func TestRegions(t *testing.T) {
	p := read(t, "## Our promise", "We do not collect location data.", "## Maps", "We collect your precise location.")
	require.Len(t, tension.Find(p), 1)
	for i := range p.Data {
		if p.Data[i].Polarity == policy.Yes {
			p.Data[i].Region = policy.California
		}
	}
	assert.Empty(t, tension.Find(p))
}

// No policy makes Find panic, not even one that breaks the rules of the model.
func TestBrokenPolicies(t *testing.T) {
	assert.Empty(t, tension.Find(new(policy.Policy)))
	p := read(t, "## Our promise", "We do not collect location data.", "## Maps", "We collect your precise location.",
		"## Children", "We do not knowingly collect personal data from children under the age of 13.",
		"## What", "We collect non-personal information, such as your IP address.")
	rng := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		q := *p
		q.Data = slices.Clone(p.Data)
		for i := range q.Data {
			q.Data[i].Mentions = slices.Clone(q.Data[i].Mentions)
			for k := range q.Data[i].Mentions {
				m := &q.Data[i].Mentions[k]
				m.Passage += rng.IntN(5) - 2
				m.Span.Start += rng.IntN(400) - 200
				m.Span.End += rng.IntN(400) - 200
			}
		}
		assert.NotPanics(t, func() { tension.Find(&q) })
	}
}

// The same policy gives the same findings, in whatever order its facts are.
func TestDeterministic(t *testing.T) {
	p := read(t, "## Our promise", "We do not collect location data.", "We do not share your personal data with third parties.",
		"## Maps", "We collect your precise location.", "We share your personal data with advertisers and with third parties.",
		"## What", "We collect non-personal information, such as your IP address.")
	want := tension.Find(p)
	require.NotEmpty(t, want)
	rng := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		q := *p
		q.Data, q.Recipients = slices.Clone(p.Data), slices.Clone(p.Recipients)
		rng.Shuffle(len(q.Data), func(i, j int) { q.Data[i], q.Data[j] = q.Data[j], q.Data[i] })
		rng.Shuffle(len(q.Recipients), func(i, j int) { q.Recipients[i], q.Recipients[j] = q.Recipients[j], q.Recipients[i] })
		assert.Equal(t, want, tension.Find(&q))
	}
}

// wild returns the policies of many publishers by their files.
func wild(tb testing.TB) map[string]*policy.Policy {
	tb.Helper()
	policies := map[string]*policy.Policy{}
	for file, text := range corpus.Policies(tb, "wild") {
		p, err := parse.Parse(text, nil)
		require.NoError(tb, err, file)
		policies[file] = p
	}
	return policies
}

// What is reported on real policies was read by hand; more than a few for a
// policy would be noise again.
func TestCorpus(t *testing.T) {
	total := 0
	policies := wild(t)
	for name, p := range policies {
		found := tension.Find(p)
		total += len(found)
		assert.LessOrEqual(t, len(found), 5, name)
		for _, f := range found {
			for _, c := range []tension.Claim{f.First, f.Second} {
				assert.NotEmpty(t, c.Mentions, "%s %s", name, f.Code)
				for _, m := range c.Mentions {
					assert.NotEmpty(t, p.Words(m), "%s %s", name, f.Code)
				}
			}
		}
	}
	t.Logf("%d findings in %d policies", total, len(policies))
	assert.NotZero(t, total)
	assert.Less(t, total, len(policies)/2)
}

func BenchmarkFind(b *testing.B) {
	var p *policy.Policy
	for _, q := range wild(b) {
		if p == nil || q.Source.Bytes > p.Source.Bytes {
			p = q
		}
	}
	b.SetBytes(int64(p.Source.Bytes))
	b.ReportAllocs()
	for b.Loop() {
		tension.Find(p)
	}
}

func ExampleFind() {
	p, err := parse.Parse(`# Kestrel Maps Privacy Policy

## Our promise

We do not share your personal data with third parties.

## Advertising

We share your personal data with advertisers.
`, nil)
	if err != nil {
		panic(err)
	}
	for _, f := range tension.Find(p) {
		kind, _ := tension.Lookup(f.Code)
		fmt.Printf("%s (%s)\n", f.Code, kind.Class)
		for _, c := range []tension.Claim{f.First, f.Second} {
			fmt.Printf("  %s: %q\n", c.Polarity, p.Passages[c.Mentions[0].Passage].Text)
		}
	}
	// Output:
	// sharing-denied (contradiction)
	//   no: "We do not share your personal data with third parties"
	//   yes: "We share your personal data with advertisers"
}

// A claim is about a concept or, without a facet, about an age.
func ExampleClaim() {
	p, err := parse.Parse(`# Kestrel Maps Privacy Policy

## What we do not do

We do not share your personal data with third parties.

## Partners

We share your personal data with advertisers such as Google Ads.

## Children

We do not knowingly collect personal data of children under 13.

We do not knowingly collect personal information of children under the age of 16.
`, nil)
	if err != nil {
		panic(err)
	}
	for _, f := range tension.Find(p) {
		fmt.Println(f.Code)
		for _, c := range []tension.Claim{f.First, f.Second} {
			if c.Facet == "" {
				fmt.Println("  below", c.Age)
			} else {
				fmt.Printf("  %s %s %q: %s, of %q\n", c.Facet, c.ID, c.Name, c.Polarity, c.Region)
			}
		}
	}
	// Output:
	// sharing-denied
	//   recipient third-party "": no, of ""
	//   recipient partner.advertising "": yes, of ""
	// ages-disagree
	//   below 13
	//   below 16
}

func ExampleKinds() {
	for _, k := range tension.Kinds() {
		if k.Class == tension.Tension {
			fmt.Printf("%s: %s\n", k.Code, k.Definition)
		}
	}
	// Output:
	// no-sale-advertising: Personal data is not sold; it is disclosed to advertisers or advertising networks.
	// non-personal-identifiers: Data is called non-personal or anonymous; what it is said to consist of identifies a device or a person.
	// consent-by-use: Using the service counts as consent; processing rests on consent in the sense of the GDPR.
}

// The same said thousands of times is one finding with some of the places.
func TestManySentences(t *testing.T) {
	text := strings.Repeat("We collect your precise location.\n\n", 2000) + strings.Repeat("We do not collect location data.\n\n", 2000)
	found := tension.Find(read(t, text))
	require.Len(t, found, 1)
	for _, f := range found {
		assert.LessOrEqual(t, len(f.First.Mentions), 32)
		assert.LessOrEqual(t, len(f.Second.Mentions), 32)
	}
}
