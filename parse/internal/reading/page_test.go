package reading

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// Nothing is lost or told twice where one page ends and the next begins, and a
// list goes on with what introduces it.
func TestPages(t *testing.T) {
	for what, tt := range map[string]struct {
		head, item string
		polarity   policy.Polarity
	}{
		"paragraphs": {"", "For file %04d we collect your e-mail address.\n\n", policy.Yes},
		"a list":     {"We do not collect:\n\n", "- for file %04d, your e-mail address;\n", policy.No},
		"sentences":  {"", "For file %04d we collect your e-mail address. ", policy.Yes},
		"a heading":  {"# ", "For file %04d we collect your e-mail address. ", policy.Yes},
	} {
		const n = pageWords / 2 // of six words and more
		var b strings.Builder
		b.WriteString(tt.head)
		for i := range n {
			fmt.Fprintf(&b, tt.item, i)
		}
		p := readText(b.String(), lexicon.English())
		require.NoError(t, p.Check(), what)
		var mentions []policy.Mention
		for _, d := range p.Data {
			if d.ID == taxonomy.DataContactEmail && d.Polarity == tt.polarity {
				mentions = d.Mentions
			}
		}
		if assert.Len(t, mentions, n, what) {
			for i := 1; i < n; i++ {
				assert.Equal(t, len(fmt.Sprintf(tt.item, i)), mentions[i].Span.Start-mentions[i-1].Span.Start, what)
			}
		}
	}
}

// A page is no larger where a text has all of its sentences in one block, or
// blocks without sentences.
func TestPageIsBounded(t *testing.T) {
	for _, tt := range []struct{ head, s string }{{"", "we! "}, {"# ", "we! "}, {"We share:\n- ", "name! "}, {"", "a\n"}, {"", "| a "}} {
		text := tt.head + strings.Repeat(tt.s, 20*pageWords)
		var x Reader
		var p policy.Policy
		x.Read(&p, text, layout.Scan(text, layout.Markdown), lexicon.English(), Given{})
		assert.GreaterOrEqual(t, len(p.Passages), 20*pageWords, text[:20])
		assert.LessOrEqual(t, cap(x.r.page.lines), 4*pageWords, text[:20])
		assert.LessOrEqual(t, cap(x.r.page.ends), 4*pageWords, text[:20])
	}
}
