package reading

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLowered(t *testing.T) {
	var l lowered
	l.sample("Acme sells kettles! (Some) are blue-ish, user’s or _odd_; été.")
	for word, want := range map[string]bool{
		"kettles": true, "Kettles": true, "SELLS": true, "are": true, "or": true,
		"Acme": false, "Some": false, // never in lower case
		"blue": false, "blue-ish": false, "user": false, "odd": false, // with marks in them
		"été": false, // begins beyond ASCII
	} {
		assert.Equal(t, want, l.has(word), word)
	}
	for _, mark := range [...]string{"", " ", ".", ", ", "-b ", ".b "} {
		for n := range 20 {
			word := strings.Repeat("w", n) + "o"
			l.sample(word + mark)
			assert.Equal(t, !strings.HasSuffix(mark, "b "), l.has(word), word+mark)
			assert.False(t, l.has(word+"o"), word+mark)
			assert.False(t, l.has(word[:n]), word+mark)
		}
	}
	l.sample("other words")
	assert.False(t, l.has("kettles"), "of the text before")

	var many strings.Builder
	for i := range loweredSlots {
		fmt.Fprintf(&many, "w%d ", i)
	}
	l.sample(many.String())
	assert.Equal(t, loweredSlots/2, l.n, "no more than fit")
	assert.True(t, l.has("w0"))
}

func TestAlike(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Acme, Inc.", "acme inc", true},
		{"Acme B.V.", "Acme BV", true},
		{"Acme", "Acme Inc", false},
		{"", ".", true},
		{"Acme", "Acne", false},
	} {
		assert.Equal(t, tt.want, alike(tt.a, tt.b), "%q and %q", tt.a, tt.b)
		assert.Equal(t, tt.want, alike(tt.b, tt.a), "%q and %q", tt.b, tt.a)
	}
}

func TestOneLine(t *testing.T) {
	assert.Equal(t, "Acme Pay Ltd", oneLine(" Acme\n Pay\u00a0 Ltd"))
	assert.Equal(t, "Acme Pay", oneLine("Acme Pay"))
	assert.Equal(t, "A\uFFFDB", oneLine("A\xffB"))
}
