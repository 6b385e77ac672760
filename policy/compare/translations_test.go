package compare_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/compare"
	"example.com/policymodel/policy/internal/corpus"
)

const (
	kestrelEN = `# Kestrel Maps Privacy Policy

Last updated: 1 March 2024

## Information we collect

When you create an account, we collect your name, your e-mail address and your telephone number.
When you use our app, we collect your IP address and your precise location.

## How we share information

We share your personal data with our affiliates and with advertisers.

## Your rights

You have the right to access your personal data and the right to have your personal data deleted.

## Children

We do not knowingly collect personal data from children under the age of 13.

## California privacy notice

If you live in California, you have the right to opt out of the sale of your personal information.

## Contact

You can reach us at privacy@kestrel.example.
`
	kestrelNL = `# Privacybeleid van Kestrel Maps

## Gegevens die wij verzamelen

Wanneer u een account aanmaakt, verzamelen wij uw naam en uw e-mailadres.
Wanneer u onze app gebruikt, verzamelen wij uw IP-adres en uw precieze locatie.

## Hoe wij gegevens delen

Wij delen uw persoonsgegevens met onze gelieerde ondernemingen en met adverteerders.

## Uw rechten

U hebt het recht op inzage in uw persoonsgegevens en het recht om uw persoonsgegevens te laten verwijderen.

## Kinderen

Wij verzamelen niet bewust persoonsgegevens van kinderen jonger dan 16 jaar.

## Contact

U kunt ons bereiken via privacy@kestrel.example.
`
)

func TestTranslations(t *testing.T) {
	got := map[string]compare.Verdict{}
	for _, c := range compare.Translations(read(t, kestrelEN), read(t, kestrelNL)) {
		check(t, c)
		if c.Verdict != compare.Unclear {
			got[short(c)] = c.Verdict
		}
		if c.Verdict == compare.Dropped {
			assert.NotEmpty(t, c.Counterpart, short(c))
		}
	}
	assert.Equal(t, map[string]compare.Verdict{
		"changed document [updated 2024-03-01>] material": compare.Omitted,
		"removed data contact.phone material":             compare.Dropped,
		"changed children [age 13>16] material":           compare.Differs,
		"removed right opt-out-sale US-CA material":       compare.Omitted,
	}, got)
}

// Words that were not understood in one language are no difference.
func TestUnread(t *testing.T) {
	en := read(t, "# Policy\n\n## Collection\n\nWe collect your name, your e-mail address and your telephone number.\n")
	nl := read(t, "# Beleid\n\n## Verzameling\n\nWij verzamelen uw naam, uw e-mailadres en uw belverbindingskenmerk.\n")
	changes := compare.Translations(en, nl)
	require.Equal(t, []string{"removed data contact.phone material"}, shorts(changes))
	assert.Equal(t, compare.Unclear, changes[0].Verdict)

	nl = read(t, "# Beleid\n\n## Verzameling\n\nWij verzamelen uw naam en uw e-mailadres.\n")
	changes = compare.Translations(en, nl)
	require.Equal(t, []string{"removed data contact.phone material"}, shorts(changes))
	assert.Equal(t, compare.Dropped, changes[0].Verdict)
}

// A gold annotation, as far as it is compared.
type gold struct {
	Document struct {
		Updated string `json:"updated"`
	} `json:"document"`
	Facts []struct {
		Facet, ID, Name, Polarity, Region string
		Period                            policy.Duration
	}
	Contacts []struct{ Type, Value string }
	Children []struct{ Age int }
	Parties  []struct{ Name, Region string } `json:"controllers"`
}

// stated is one thing that a text states, and on which side it stands alone.
type stated struct {
	side string // a or b
	compare.Subject
}

// alone returns what each annotation states and the other does not.
func alone(t *testing.T, a, b string) map[stated]bool {
	sides := map[string]map[compare.Subject]bool{}
	for side, file := range map[string]string{"a": a, "b": b} {
		var g gold
		require.NoError(t, json.Unmarshal([]byte(corpus.Read(t, "gold", file)), &g))
		s := map[compare.Subject]bool{}
		for _, f := range g.Facts {
			s[compare.Subject{Kind: compare.Kind(f.Facet), ID: f.ID, Name: f.Name, Period: f.Period, Region: policy.Region(f.Region), Polarity: f.Polarity == "no"}] = true
		}
		for _, c := range g.Contacts {
			if c.Type != "address" { // which are translated
				s[compare.Subject{Kind: compare.Contact, Value: c.Value}] = true
			}
		}
		for _, c := range g.Children {
			s[compare.Subject{Kind: compare.Children, Age: c.Age}] = true
		}
		for _, p := range g.Parties {
			s[compare.Subject{Kind: compare.Controller, Name: p.Name, Region: policy.Region(p.Region)}] = true
		}
		if g.Document.Updated != "" {
			s[compare.Subject{Kind: compare.Document, Value: g.Document.Updated}] = true
		}
		require.NotEmpty(t, s)
		sides[side] = s
	}
	want := map[stated]bool{}
	for x := range sides["a"] {
		if !sides["b"][x] {
			want[stated{"a", x}] = true
		}
	}
	for x := range sides["b"] {
		if !sides["a"][x] {
			want[stated{"b", x}] = true
		}
	}
	return want
}

// reported returns what a report of changes says that each text states alone.
func reported(changes []compare.Change) map[stated]bool {
	got := map[stated]bool{}
	add := func(side string, s compare.Statement) {
		x := s.Subject
		if s.IsZero() || s.Kind == compare.Document && x.Value == "" {
			return
		}
		if s.Kind == compare.Controller {
			x.Role, x.Country = "", ""
		}
		if s.Kind == compare.Contact {
			x.Type, x.Region, x.Role = "", "", ""
		}
		got[stated{side, x}] = true
	}
	for _, c := range changes {
		if c.Verdict != compare.Unclear {
			add("a", c.Before)
			add("b", c.After)
		}
	}
	return got
}

// The drift between the two languages of an annotated policy, counted against
// the difference of the annotations.
func TestGoldDrift(t *testing.T) {
	file := func(name string) *policy.Policy { return read(t, corpus.Read(t, "corpus", "seeds", name)) }
	a, b := file("dji-en-2021.txt"), file("dji-nl.txt")
	want, got := alone(t, "dji-en-2021.json", "dji-nl.json"), reported(compare.Translations(a, b))
	right := 0
	for x := range got {
		if want[x] {
			right++
		} else {
			t.Log("not in the annotations:", x.side, x.Kind, x.ID, x.Region, x.Value)
		}
	}
	for x := range want {
		if !got[x] {
			t.Log("missing:", x.side, x.Kind, x.ID, x.Region, x.Value)
		}
	}
	precision, recall := float64(right)/float64(len(got)), float64(right)/float64(len(want))
	t.Logf("%d differences, %d reported: precision %.3f, recall %.3f", len(want), len(got), precision, recall)
	assert.GreaterOrEqual(t, precision, 0.90)
	assert.GreaterOrEqual(t, recall, 0.85)

	// Nearly the same the other way round: which passages correspond can depend
	// on the side that is looked at first.
	back := reported(compare.Translations(b, a))
	assert.InDelta(t, len(got), len(back), 2)
}
