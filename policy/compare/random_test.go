package compare_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/compare"
	"example.com/policymodel/taxonomy"
)

// random returns a policy with facts, records and flows from small pools, so
// that two of them have much in common.
func random(rng *rand.Rand) *policy.Policy {
	p := new(policy.Policy)
	var b strings.Builder
	for i := range 3 + rng.IntN(20) {
		start := b.Len()
		fmt.Fprintf(&b, "passage number %d", i)
		p.Passages = append(p.Passages, policy.Passage{Span: policy.Span{Start: start, End: b.Len()}, Text: b.String()[start:], Section: -1,
			Reading: pick(rng, policy.Read, policy.NotRead, policy.Boilerplate)})
		b.WriteString(". ")
	}
	p.Source = policy.NewSource(b.String())
	p.Document.Updated = pick(rng, policy.Date{}, policy.Date{Year: 2020, Month: 1, Day: 1}, policy.Date{Year: 2021, Month: 1, Day: 1})
	p.Document.Title = pick(rng, "", "Privacy Policy", "Privacy  policy", "Cookies")
	p.Document.LegalEntity = pick(rng, "", "Kite B.V.", "Kite BV", "Kite Ltd")
	if rng.IntN(2) == 0 {
		p.Sections = append(p.Sections, policy.Section{Heading: p.Passages[0].Span, Parent: -1, Kind: pick(rng, policy.SectionDisputes, policy.SectionCookies)})
	}

	mentions := func() []policy.Mention {
		var list []policy.Mention
		for range 1 + rng.IntN(3) {
			i := rng.IntN(len(p.Passages))
			s := p.Passages[i].Span
			s.Start += rng.IntN(4)
			list = append(list, policy.Mention{Span: s, Passage: i, Condition: pick(rng, policy.None, policy.OnConsent, policy.ByLaw, policy.Otherwise)})
		}
		slices.SortFunc(list, func(x, y policy.Mention) int { return x.Span.Compare(y.Span) })
		return slices.CompactFunc(list, func(x, y policy.Mention) bool { return x.Span == y.Span })
	}
	fact := func() policy.Fact {
		return policy.Fact{Polarity: policy.Polarity(rng.IntN(4) == 0), Region: region(rng), Mentions: mentions()}
	}
	for range rng.IntN(15) {
		p.Data = append(p.Data, policy.DataCategory{
			ID: pick(rng, taxonomy.DataContact, taxonomy.DataContactAddress, taxonomy.DataContactAddressBilling, taxonomy.DataContactAddressDelivery,
				taxonomy.DataContactEmail, taxonomy.DataDevice, taxonomy.DataDeviceIdentifier, taxonomy.DataDeviceIdentifierIMEI, "future.kind"),
			Sources: pick(rng, nil, []taxonomy.Source{taxonomy.SourcePerson}, []taxonomy.Source{taxonomy.SourcePerson, taxonomy.SourceAutomatic}),
			Fact:    fact(),
		})
	}
	for range rng.IntN(8) {
		p.Recipients = append(p.Recipients, policy.Recipient{ID: pick(rng, taxonomy.RecipientProvider, taxonomy.RecipientProviderAnalytics, taxonomy.RecipientPartnerAdvertising),
			Name: pick(rng, "", "Meter", "meter"), Fact: fact()})
	}
	for range rng.IntN(6) {
		p.Retention = append(p.Retention, policy.Retention{ID: pick(rng, taxonomy.RetentionFixedPeriod, taxonomy.RetentionPurpose), Period: pick(rng, policy.Duration(""), "P1Y", "P12M", "P3Y", "P30D"), Fact: fact()})
	}
	for range rng.IntN(6) {
		p.Rights = append(p.Rights, policy.Right{ID: pick(rng, taxonomy.RightAccess, taxonomy.RightObjection, taxonomy.RightObjectionMarketing), Fact: fact()})
	}
	for range rng.IntN(3) {
		p.Statements = append(p.Statements, policy.Statement{ID: taxonomy.StatementChildrenNoKnowingCollection, Fact: fact()})
	}
	for range rng.IntN(4) {
		p.Parties = append(p.Parties, policy.Party{Name: pick(rng, "Kite B.V.", "KITE BV", "Kite Ltd"), Role: pick(rng, policy.Controller, policy.Processor),
			Country: pick(rng, "", "NL", "DE"), Region: region(rng), Mentions: mentions()})
	}
	for range rng.IntN(6) {
		c := policy.Contact{Region: region(rng), Role: pick(rng, policy.Role(""), policy.DataProtectionOfficer), Mentions: mentions()}
		switch rng.IntN(3) {
		case 0:
			c.Type, c.Value = policy.URL, pick(rng, "https://kite.example/privacy", "www.kite.example/privacy/", "kite.example/nl/privacy", "kite.example")
		case 1:
			c.Type, c.Value = policy.Address, pick(rng, "1 Harbour Road, Port Town", "2 Harbour Road, Port Town", "9 Hill Lane, Dale", "1 Harbour Road, Portville")
		default:
			c.Type, c.Value = policy.Email, pick(rng, "a@kite.example", "A@kite.example", "b@kite.example")
		}
		p.Contacts = append(p.Contacts, c)
	}
	for range rng.IntN(3) {
		p.Transfers = append(p.Transfers, policy.Transfer{Country: pick(rng, "RU", "US"), Localised: rng.IntN(2) == 0, Mentions: mentions()})
	}
	for range rng.IntN(3) {
		p.Children = append(p.Children, policy.ChildAge{Age: 12 + rng.IntN(5), Mentions: mentions()})
	}
	for range rng.IntN(5) {
		p.Flows = append(p.Flows, policy.Flow{Span: pick(rng, p.Passages...).Span, Region: region(rng),
			Data:       []taxonomy.Data{pick(rng, taxonomy.DataContact, taxonomy.DataContactEmail, taxonomy.DataDevice)},
			Recipients: []taxonomy.Recipient{pick(rng, taxonomy.RecipientProvider, taxonomy.RecipientProviderAnalytics)},
			Purposes:   []taxonomy.Purpose{pick(rng, taxonomy.PurposeService, taxonomy.PurposeServiceOrder)}})
	}
	return p
}

func pick[T any](rng *rand.Rand, from ...T) T { return from[rng.IntN(len(from))] }

func region(rng *rand.Rand) policy.Region {
	return pick(rng, policy.Everybody, policy.Everybody, policy.EEA, "NL", "US", policy.California)
}

// shuffled returns p with its facts and records in another order.
func shuffled(rng *rand.Rand, p *policy.Policy) *policy.Policy {
	q := *p
	q.Data, q.Recipients, q.Retention, q.Rights = shuffle(rng, p.Data), shuffle(rng, p.Recipients), shuffle(rng, p.Retention), shuffle(rng, p.Rights)
	q.Parties, q.Contacts, q.Children, q.Transfers = shuffle(rng, p.Parties), shuffle(rng, p.Contacts), shuffle(rng, p.Children), shuffle(rng, p.Transfers)
	q.Flows = shuffle(rng, p.Flows)
	return &q
}

func shuffle[T any](rng *rand.Rand, list []T) []T {
	list = slices.Clone(list)
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

type comparison struct {
	name string
	of   func(a, b *policy.Policy) []compare.Change
}

var comparisons = []comparison{{"versions", compare.Versions}, {"flows", compare.Flows}, {"translations", compare.Translations}}

// undirected drops what depends on the direction, and the verdicts, which
// depend on how two texts are laid beside each other.
func undirected(changes []compare.Change) []compare.Change {
	changes = slices.Clone(changes)
	for i := range changes {
		changes[i].Why, changes[i].Verdict, changes[i].Counterpart = "", "", nil
	}
	return changes
}

func TestProperties(t *testing.T) {
	for _, c := range comparisons {
		t.Run(c.name, func(t *testing.T) {
			rng := rand.New(rand.NewPCG(7, 11))
			some := 0
			for range 400 {
				a, b := random(rng), random(rng)
				require.Empty(t, c.of(a, a), "a policy against itself")

				changes := c.of(a, b)
				some += len(changes)
				require.Equal(t, changes, c.of(a, b), "deterministic")
				require.Equal(t, changes, c.of(shuffled(rng, a), shuffled(rng, b)), "in any order of facts")

				var mirrored []compare.Change
				for _, x := range c.of(b, a) {
					mirrored = append(mirrored, x.Mirror())
				}
				require.Equal(t, undirected(changes), undirected(mirrored), "mirrored")
				for _, x := range changes {
					check(t, x)
				}
			}
			assert.Greater(t, some, 1000)
		})
	}
}

// check checks the rules of a change.
func check(t *testing.T, c compare.Change) {
	t.Helper()
	assert.Equal(t, c.Type == compare.Added, c.Before.IsZero())
	assert.Equal(t, c.Type == compare.Removed, c.After.IsZero())
	assert.Contains(t, []compare.Grade{compare.Material, compare.Wording, compare.Cosmetic}, c.Grade)
	assert.NotEmpty(t, c.Why)
	if c.Type != compare.Added && c.Type != compare.Removed {
		assert.NotEmpty(t, c.Key)
		assert.NotEqual(t, c.From(), c.To(), "%v", c)
	}
	if c.Subject().Kind != compare.Document {
		for _, s := range []compare.Statement{c.Before, c.After} {
			assert.Equal(t, s.IsZero(), len(s.Evidence) == 0)
			assert.True(t, slices.IsSortedFunc(s.Evidence, policy.Span.Compare))
		}
	}
	_, err := c.MarshalJSON()
	assert.NoError(t, err)
}

// What the last version states has a spell that lasts to it, and no spell goes
// over a version that does not state it.
func TestHistoryProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		versions := []*policy.Policy{random(rng), random(rng), random(rng), random(rng)}
		spells := compare.History(versions...)
		require.Equal(t, spells, compare.History(versions[0], shuffled(rng, versions[1]), versions[2], versions[3]))
		count := 0
		for _, s := range spells {
			require.LessOrEqual(t, s.First, s.Last)
			require.NotEmpty(t, s.Start)
			require.NotEmpty(t, s.End)
			if s.Kind == "data" {
				count += s.Last - s.First + 1
			}
		}
		stated := 0
		for _, p := range versions {
			seen := map[string]bool{}
			for _, d := range p.Data {
				seen[fmt.Sprint(d.ID, d.Polarity, d.Region)] = true
			}
			stated += len(seen)
		}
		require.Equal(t, stated, count)
	}
}
