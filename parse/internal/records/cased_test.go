package records

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/parse/internal/layout"
)

func TestCased(t *testing.T) {
	body := func(parts ...string) (string, *layout.Layout) {
		l, text := new(layout.Layout), ""
		for _, part := range parts {
			l.Blocks = append(l.Blocks, layout.Block{Start: len(text), End: len(text) + len(part)})
			text += part
		}
		return text, l
	}
	small, capital := strings.Repeat("s", 100), strings.Repeat("C", 21)
	for _, tt := range []struct {
		name  string
		parts []string
		want  bool
	}{
		{"nothing", nil, false},
		{"no letters", []string{"12 3"}, false},
		{"one in 101", []string{small, "C"}, true},
		{"one in 201", []string{small, small, "C"}, false},
		{"21 of those looked at", []string{capital, strings.Repeat(small, 41), strings.Repeat(small, 100)}, true},
		{"21 before a long block", []string{capital, strings.Repeat(small, 140)}, false},
		{"21 after those looked at", []string{strings.Repeat(small, 41), capital}, false},
		{"as many as are enough before a long block", []string{strings.Repeat("C", 71), strings.Repeat(small, 140)}, true},
	} {
		text, l := body(tt.parts...)
		assert.Equal(t, tt.want, cased(text, l), tt.name)
	}
	text, l := body(small, small, capital)
	l.Blocks[2].Role = layout.Chrome
	assert.False(t, cased(text, l), "not of the body")
}
