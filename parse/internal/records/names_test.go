package records

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSameName(t *testing.T) {
	long := strings.Repeat("İ", maxNameBytes)
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Lampworks B.V.", "LAMPWORKS BV", true},
		{"Lampworks", "Lampworks B.V.", false},
		{"Lámpworks", "LÁMPWORKS", true},
		{"", "", true},
		{"Lamp", "", false},
		{long, long, true},
		{long + ".", long, false}, // too long to be looked at
		{long, "Lampworks", false},
	} {
		assert.Equal(t, tt.want, sameName(tt.a, tt.b), "%.20q, %.20q", tt.a, tt.b)
		assert.Equal(t, tt.want, sameName(tt.b, tt.a), "%.20q, %.20q", tt.b, tt.a)
	}
	assert.True(t, contains("we are lampworks, a company", "Lampworks"))
	assert.False(t, contains("we are lampworkshop", "Lampworks"))
	assert.False(t, contains(long, long))
}
