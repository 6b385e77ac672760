package parse_test

import (
	"encoding/json"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
	"example.com/policymodel/parse/internal/corpus"
	"example.com/policymodel/policy"
)

// TestCorpus parses every policy of the corpus: spans must be in range, in
// order and cut out the words that they claim.
func TestCorpus(t *testing.T) {
	p, err := parse.New(nil)
	require.NoError(t, err)
	for name, text := range corpus.Policies(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			pol, err := p.Parse(text)
			require.NoError(t, err)
			requireSound(t, text, pol)
		})
	}
}

// requireSound checks what must hold of the result for any text.
func requireSound(t *testing.T, text string, p *policy.Policy) {
	t.Helper()
	require.NoError(t, p.Check())
	require.Equal(t, policy.NewSource(text), p.Source)
	for _, q := range p.Passages {
		require.Equal(t, text[q.Span.Start:q.Span.End], q.Text)
	}
	v := p.Verify(text)
	require.True(t, v.Same)
	require.Zero(t, v.Moved+v.Gone)
	for o := range p.Occurrences() {
		require.Equal(t, text[o.Span.Start:o.Span.End], p.Words(o.Mention))
	}
	for _, f := range p.Flows {
		require.LessOrEqual(t, f.Span.End, len(text))
		require.Positive(t, f.Span.Len())
	}
}

// TestConcurrentDeterminism parses the same texts from many goroutines with one
// Parser: the results must be equal, byte for byte.
func TestConcurrentDeterminism(t *testing.T) {
	p, err := parse.New(nil)
	require.NoError(t, err)
	texts := []string{englishPolicy, dutchPolicy}
	if corpus.Set() {
		texts = append(texts, corpusTexts(t, "wild")[:20]...)
	}
	want := make([][]byte, len(texts))
	for i, text := range texts {
		want[i] = encode(t, p, text)
	}
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for k := range texts {
				i := (k + g) % len(texts)
				assert.Equal(t, string(want[i]), string(encode(t, p, texts[i])))
			}
		})
	}
	wg.Wait()
}

func encode(t *testing.T, p *parse.Parser, text string) []byte {
	pol, err := p.Parse(text)
	if !assert.NoError(t, err) {
		return nil
	}
	data, err := json.Marshal(pol)
	assert.NoError(t, err)
	return data
}

// TestRoundTrip writes and reads the JSON of whole policies.
func TestRoundTrip(t *testing.T) {
	for _, text := range append(corpusTexts(t, "seeds"), englishPolicy, dutchPolicy) {
		p, err := parse.Parse(text, nil)
		require.NoError(t, err)
		data, err := json.Marshal(p)
		require.NoError(t, err)
		var back policy.Policy
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, *p, back)
	}
}
