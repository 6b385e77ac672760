package policy_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/policy"
)

func TestCoverage(t *testing.T) {
	passage := func(start, end int, r policy.Reading) policy.Passage {
		return policy.Passage{Span: policy.Span{Start: start, End: end}, Reading: r}
	}
	const text = "## Één, twee\n\n(drie) — vier. – vijf 6"
	for _, tt := range []struct {
		name     string
		body     policy.Span
		passages []policy.Passage
		want     policy.Coverage
		words    []string
	}{
		{"nothing read", policy.Span{}, nil,
			policy.Coverage{Total: 22, ByReading: map[policy.Reading]int{}}, []string{"Één, twee\n\n(drie) — vier. – vijf 6"}},
		{"all read", policy.Span{}, []policy.Passage{passage(3, 14, policy.Read), passage(16, 45, policy.NotRead)},
			policy.Coverage{Total: 22, ByReading: map[policy.Reading]int{policy.Read: 9, policy.NotRead: 13}}, nil},
		{"gaps", policy.Span{}, []policy.Passage{passage(3, 8, policy.Read), passage(27, 32, policy.Read), passage(37, 41, policy.NotRead)},
			policy.Coverage{Total: 22, ByReading: map[policy.Reading]int{policy.Read: 9, policy.NotRead: 4}}, []string{"twee\n\n(drie)", "6"}},
		{"body", policy.Span{Start: 16, End: 22}, []policy.Passage{passage(3, 14, policy.Read), passage(17, 19, policy.SetAside)},
			policy.Coverage{Total: 4, ByReading: map[policy.Reading]int{policy.SetAside: 2}}, []string{"ie)"}},
		{"passages that break the rules", policy.Span{}, []policy.Passage{
			passage(9, 2, policy.Read), passage(-7, 14, policy.Read), passage(3, 14, policy.NotRead), passage(16, 99, policy.NotRead), passage(0, 99, policy.Read)},
			policy.Coverage{Total: 22, ByReading: map[policy.Reading]int{policy.Read: 9, policy.NotRead: 13}}, nil},
		{"body that breaks the rules", policy.Span{Start: -5, End: 500}, nil,
			policy.Coverage{Total: 22, ByReading: map[policy.Reading]int{}}, []string{"Één, twee\n\n(drie) — vier. – vijf 6"}},
	} {
		p := &policy.Policy{Document: policy.Document{Body: tt.body}, Passages: tt.passages}
		got := p.Coverage(text)
		var words []string
		for _, s := range got.Uncovered {
			words = append(words, s.Text(text))
		}
		got.Uncovered = nil
		assert.Equal(t, tt.want, got, tt.name)
		assert.Equal(t, tt.words, words, tt.name)
	}
	c := policy.Coverage{Total: 20, ByReading: map[policy.Reading]int{policy.Read: 15}}
	assert.Equal(t, 0.75, c.Share(policy.Read))
	assert.Zero(t, c.Share(policy.NotRead))
	assert.Zero(t, policy.Coverage{}.Share(policy.Read))
}

// In a policy that keeps the rules, all shares and the uncovered stretches add
// up to the whole.
func TestCoverageAddsUp(t *testing.T) {
	p := shop()
	c := p.Coverage(shopText)
	sum := 0
	for _, n := range c.ByReading {
		sum += n
	}
	bare := &policy.Policy{Document: p.Document}
	for _, s := range c.Uncovered {
		assert.Less(t, s.Start, s.End)
		bare.Document.Body = s
		sum += bare.Coverage(shopText).Total
	}
	assert.Equal(t, c.Total, sum)
}
