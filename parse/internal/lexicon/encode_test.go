package lexicon

import (
	"bytes"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse/internal/words"
)

func TestEncode(t *testing.T) {
	for _, lang := range []string{"en", "nl"} {
		want, err := Compile(lang, nil)
		require.NoError(t, err)
		encoded, err := Encode(lang)
		require.NoError(t, err)
		files, err := filesOf(lang)
		require.NoError(t, err)
		got, err := decode(encoded, files)
		require.NoError(t, err)
		assert.Equal(t, want.gap, got.gap)
		assert.True(t, slices.Equal(want.verbs, got.verbs))
		assert.True(t, slices.EqualFunc(want.entries, got.entries, same))
		assert.True(t, slices.Equal(want.auto.code, got.auto.code))
		assert.True(t, slices.Equal(want.auto.starts, got.auto.starts))
		assert.Equal(t, want.auto.tells, got.auto.tells)
		assert.True(t, bytes.Equal(want.Vocabulary.Append(nil), got.Vocabulary.Append(nil)))

		files[0].contents = append(files[0].contents, '\n')
		_, err = decode(encoded, files)
		assert.Equal(t, errOld, err)
	}
}

// same reports whether a and b say the same.
func same(a, b Entry) bool {
	if *a.Sense != *b.Sense || (a.bound == nil) != (b.bound == nil) || a.bound != nil && *a.bound != *b.bound {
		return false
	}
	a.Sense, a.bound = b.Sense, b.bound
	return a == b
}

// The encoded lexicons are those that the compiler makes of the files today.
func TestEncoded(t *testing.T) {
	for _, lang := range []string{"en", "nl"} {
		want, err := Encode(lang)
		require.NoError(t, err)
		if !bytes.Equal(want[:4], encodedOf(lang)[:4]) {
			t.Logf("the files of %q were changed after go generate; they will be compiled on first use", lang)
			continue
		}
		assert.True(t, bytes.Equal(want, encodedOf(lang)), "%s: the compiler was changed: increase encoding, and run go generate", lang)
	}
}

func TestDecodeRefuses(t *testing.T) {
	files, err := filesOf("en")
	require.NoError(t, err)
	encoded, err := Encode("en")
	require.NoError(t, err)
	for _, b := range [][]byte{nil, encoded[:7], encoded[:8], encoded[:len(encoded)-1], append(bytes.Clone(encoded), 0)} {
		_, err := decode(b, files)
		assert.Equal(t, errEncoded, err)
	}
	for at := 4; at < len(encoded); at += len(encoded) / 50 {
		b := bytes.Clone(encoded)
		b[at] ^= 0x10
		_, err := decode(b, files)
		assert.Equal(t, errEncoded, err)
	}
}

// FuzzDecode decodes what no checksum protects: whatever is accepted can be
// matched with.
func FuzzDecode(f *testing.F) {
	r := newReader()
	require.NoError(f, r.read("test.txt", "[cue collect]\na b\n~b .. c\n[data contact]\nb [c] d {list; need collect}\na _ c\n"))
	c, fr, err := prepare(r, english{})
	require.NoError(f, err)
	l, err := c.lexicon(fr)
	require.NoError(f, err)
	e := new(encoder)
	e.lexicon(l, fr.states)
	f.Add(e.b, "a b c d")
	for at := range e.b {
		b := bytes.Clone(e.b)
		b[at] += 1 + byte(at%7)
		f.Add(b, "b a c b d")
	}
	f.Fuzz(func(t *testing.T, b []byte, text string) {
		if len(b) > 4096 || len(text) > 200 {
			return
		}
		d := &decoder{b: b}
		l := d.lexicon()
		if d.bad {
			return
		}
		s := words.Scanner{Vocabulary: &l.Vocabulary}
		for _, m := range l.NewMatcher().Match(s.Block(text, 0, len(text))) {
			require.NotNil(t, m.Entry)
			require.LessOrEqual(t, m.First, m.Last)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, lang := range []string{"en", "nl"} {
			files, err := filesOf(lang)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := decode(encodedOf(lang), files); err != nil {
				b.Fatal(err)
			}
		}
	}
}
