package records

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// slowly is scan without the fast way to read words and to gather tags.
func slowly(text string, v *vocabulary) *scanner {
	s := &scanner{text: text, voc: v}
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case isLetter(c):
			i = s.word(i, len(text))
		case c == ' ':
			s.flags |= fSpace
			i++
		default:
			i = s.other(i, len(text))
		}
	}
	s.stops, s.upper, s.tags = nil, nil, 0
	for i := range s.toks {
		t := &s.toks[i]
		s.tags |= t.tags
		if t.tags&tPlace != 0 && t.flags&fUpper != 0 {
			s.upper = append(s.upper, int32(i))
		}
		if (t.kind != word || t.flags&fDotted != 0) && !t.is(',') {
			s.stops = append(s.stops, stop{int32(i), s.tags})
			s.tags = 0
		}
	}
	return s
}

// sameScan requires that scan reads text as slowly does, with little room for
// tokens and with much.
func sameScan(t *testing.T, text string) {
	t.Helper()
	for _, v := range []*vocabulary{english(), dutch()} {
		want := slowly(text, v)
		for _, room := range []int{0, 1, 1 << 10} {
			s := &scanner{text: text + "abc def", voc: v, toks: make([]token, 0, room)}
			s.scan(0, len(text))
			require.Equal(t, len(want.toks), len(s.toks), "%q", text)
			for i := range want.toks {
				require.Equal(t, want.toks[i], s.toks[i], "%q, token %d", text, i)
			}
			require.Equal(t, len(want.stops), len(s.stops), "%q", text)
			for i := range want.stops {
				require.Equal(t, want.stops[i], s.stops[i], "%q, stop %d", text, i)
			}
			require.Equal(t, want.tags, s.tags, "%q", text)
			require.Equal(t, want.upper, append([]int32(nil), s.upper...), "%q", text)
			require.Equal(t, want.tally, s.tally, "%q", text)
		}
	}
}

func TestScan(t *testing.T) {
	for _, text := range []string{
		"", "a", "we", "we, you,they,  and, us", "seven letters", "eightlet ters", "sixteenletterswo rd and sixteenletterswor d", "Wij zijn Lampenhuis en iPhone GDPR I",
		"the (controller), Lampworks B.V. or lampworks.nl", "tell us in the US, the U.S. or The Netherlands: Côte d’Ivoire, iNdia, India@lamp.nl, www.France.fr", "mail privacy.officer@lampworks.nl now", "see http://a.nl, HTTPS://a.nl: www.a.nl. http: www. x: y.",
		"Côte d’Ivoire’s people's naïve caf\u00e9", "İstanbul \u212angdom", "a-b/c_d*e* [privacy policy](https://lampworks.nl/privacy) <b>us</b>", "het\u00a0beleid\nvan ons  twee",
	} {
		for i := range len(text) + 1 {
			sameScan(t, text[:i])
			sameScan(t, text[i:])
		}
	}
}

func FuzzScan(f *testing.F) {
	f.Add("Lampworks Inc. sends data to privacy@lampworks.com, or www.lampworks.com.")
	f.Fuzz(func(t *testing.T, text string) { sameScan(t, text) })
}

// A hash is the same whether a word is hashed by letters or read.
func TestSpell(t *testing.T) {
	for n := 1; n < 40; n++ {
		w := strings.Repeat("Abcdefghijklm", 4)[:n]
		for _, after := range []string{" ", "’", "\u00e9", "5", "{", "@", "[", "`"} {
			h, end, capitals := spell([]byte(" "+w+after+" more"), 1, 0, 0)
			assert.Equal(t, hashOf(strings.ToLower(w)), h, "%q", w+after)
			assert.Equal(t, n+1, end, "%q", w+after)
			assert.NotZero(t, capitals)
			_, _, capitals = spell([]byte(strings.ToLower(w)), 0, 0, 0)
			assert.Zero(t, capitals)
		}
	}
}
