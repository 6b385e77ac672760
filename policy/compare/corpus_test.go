package compare_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/compare"
	"example.com/policymodel/policy/internal/corpus"
)

// wild returns the policies of many publishers.
func wild(tb testing.TB) []*policy.Policy {
	tb.Helper()
	var policies []*policy.Policy
	for _, text := range corpus.Policies(tb, "wild") {
		policies = append(policies, read(tb, text))
	}
	return policies
}

// The changes that a reader of both versions would call the main ones.
func TestMainChanges(t *testing.T) {
	before, after := read(t, corpus.Read(t, "corpus", "seeds", "dji-en-2014.md")), read(t, corpus.Read(t, "corpus", "seeds", "dji-en-2021.txt"))
	changes := compare.Versions(before, after)
	// The region of some is told by a heading or a sentence before.
	found := func(kind compare.Kind, id string, types ...compare.Type) bool {
		return slices.ContainsFunc(changes, func(c compare.Change) bool {
			s := c.Subject()
			return s.Kind == kind && (s.ID == id || s.Value == id || s.Name == id) && slices.Contains(types, c.Type)
		})
	}
	keyed := func(kind compare.Kind, key compare.Key, from, to string) bool {
		return slices.ContainsFunc(changes, func(c compare.Change) bool {
			return c.Subject().Kind == kind && c.Key == key && c.From() == from && c.To() == to
		})
	}
	assert.True(t, keyed(compare.Document, compare.ByUpdated, "", "2021-12-27"), "a date")
	assert.True(t, keyed(compare.Children, compare.ByAge, "13", "16"), "the age")
	assert.True(t, keyed(compare.Document, compare.BySection, "disputes", ""), "arbitration")
	for id, kind := range map[string]compare.Kind{
		"DJI GmbH": compare.Controller, "support@dji.com": compare.Contact,
		"contract": "legal-basis", "legal-obligation": "legal-basis", "legitimate-interests": "legal-basis",
		"portability": "right", "objection": "right", "restriction": "right", "withdraw-consent": "right", "complaint": "right",
		"know": "right", "opt-out-sale": "right", "non-discrimination": "right", "authorised-agent": "right",
		"standard-contractual-clauses": "safeguard",
		"cookie.session":               "technology", "cookie.persistent": "technology", "cookie.third-party": "technology",
		"cookie.necessary": "technology", "cookie.preference": "technology", "cookie.statistics": "technology", "cookie.marketing": "technology",
		"location": "data", "flight": "data", "content.photo": "data", "content.video": "data", "device.identifier.serial": "data",
		"device.ip-address": "data", "account.credentials": "data", "financial.bank-account": "data", "professional.education": "data",
		"authority.aviation": "recipient", "provider.analytics": "recipient", "other-users": "recipient",
		"service-duration": "retention", "legal-requirement": "retention",
		"do-not-track.ignored": "statement", "financial-incentive": "statement", "no-guarantee": "security",
		"advertising.personalised": "purpose", "improvement.development": "purpose", "security.fraud": "purpose", "recruitment": "purpose",
	} {
		assert.True(t, found(kind, id, compare.Added), "added %s %s", kind, id)
	}
	for id, kind := range map[string]compare.Kind{"none": "change-notice", "sales@dji.com": compare.Contact, "access-control": "security"} {
		assert.True(t, found(kind, id, compare.Removed), "removed %s %s", kind, id)
	}
	assert.True(t, found("data", "contact.address.delivery", compare.Narrowed), "addresses by use")
	assert.True(t, keyed("statement", compare.ByRegion, "", "US-CA"), "the statement on sale is now for Californians")
}

// Real policies keep the rules of changes.
func TestWild(t *testing.T) {
	policies := wild(t)
	for i, p := range policies {
		q := policies[(i+1)%len(policies)]
		for _, c := range comparisons {
			require.Empty(t, c.of(p, p))
			for _, x := range c.of(p, q) {
				check(t, x)
			}
		}
	}
}

func BenchmarkVersions(b *testing.B) {
	policies := wild(b)
	slices.SortFunc(policies, func(p, q *policy.Policy) int { return q.Source.Bytes - p.Source.Bytes })
	p, q := policies[0], policies[1]
	for _, c := range comparisons {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(p.Source.Bytes + q.Source.Bytes))
			b.ReportAllocs()
			for b.Loop() {
				c.of(p, q)
			}
		})
	}
	b.Run("history", func(b *testing.B) {
		b.SetBytes(int64(p.Source.Bytes + q.Source.Bytes))
		b.ReportAllocs()
		for b.Loop() {
			compare.History(p, q, p, q)
		}
	})
}

// large returns a policy with n facts and as many passages.
func large(n int) *policy.Policy {
	p := new(policy.Policy)
	for i := range n {
		s := policy.Span{Start: 10 * i, End: 10*i + 9}
		p.Passages = append(p.Passages, policy.Passage{Span: s, Text: "collected", Section: -1, Reading: policy.Read})
		mentions := []policy.Mention{{Span: s, Passage: i}}
		p.Recipients = append(p.Recipients, policy.Recipient{ID: "provider", Name: fmt.Sprint("Name ", i), Fact: policy.Fact{Mentions: mentions}})
		p.Retention = append(p.Retention, policy.Retention{ID: "fixed-period", Period: policy.Duration(fmt.Sprintf("P%dD", i+1)), Fact: policy.Fact{Mentions: mentions}})
		p.Contacts = append(p.Contacts, policy.Contact{Type: policy.Address, Value: fmt.Sprint("Road ", i), Mentions: mentions})
		p.Children = append(p.Children, policy.ChildAge{Age: i + 1, Mentions: mentions})
	}
	return p
}

func BenchmarkLarge(b *testing.B) {
	for _, n := range []int{1000, 4000, 16000} {
		p, q := large(n), large(n+n/2)
		q.Retention, q.Children = q.Retention[n/2:], q.Children[n/2:]
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				compare.Versions(p, q)
				compare.Translations(p, q)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/fact")
		})
	}
}
