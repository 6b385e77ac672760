package golden

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDifference(t *testing.T) {
	for _, tt := range []struct{ got, want, is string }{
		{"a\nb\n", "a\nc\n", `line 2 is "b", want "c"`},
		{"a\n", "a\nc\n", `line 2 is "", want "c"`},
		{"a", "a\nc", "has 1 lines, want 2"},
	} {
		assert.Equal(t, tt.is, difference(tt.got, tt.want))
	}
}
