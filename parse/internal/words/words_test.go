package words

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// vocabulary returns a vocabulary in which every word of text is a lemma.
func vocabulary(text string) *Vocabulary {
	v := new(Vocabulary)
	for i, w := range strings.Fields(text) {
		v.Add(Fold(w), int32(i+1), Base)
	}
	return v
}

// cut shows the words of text between bars, with sentences on lines of their
// own.
func cut(s *Scanner, text string) string {
	var b strings.Builder
	ws := s.Block(text, 0, len(text))
	Sentences(ws, func(first, end int) bool {
		for i, w := range ws[first:end] {
			if i > 0 {
				b.WriteByte('|')
			}
			b.WriteString(text[w.Start:w.End])
		}
		b.WriteByte('\n')
		return true
	})
	return b.String()
}

func TestBlock(t *testing.T) {
	v := vocabulary("we use data")
	v.AddAbbreviation("etc")
	v.AddAbbreviation("ltd")
	for _, tt := range []struct {
		name, text, want string
		lower            bool
	}{
		{name: "words", text: "We use data.", want: "We|use|data\n"},
		{name: "two sentences", text: "We use data. You decide!", want: "We|use|data\nYou|decide\n"},
		{name: "abbreviation", text: "Acme Ltd. sells kites, strings etc. to people", want: "Acme|Ltd|sells|kites|strings|etc|to|people\n"},
		{name: "remark in a list", text: "Acme Inc. (Spain), Kite Inc. (Chile) and others", want: "Acme|Inc|Spain|Kite|Inc|Chile|and|others\n"},
		{name: "remark after a sentence", text: "by Acme. (See below.) We", want: "by|Acme\nSee|below\nWe\n"},
		{name: "initial", text: "by J. Smith", want: "by|J|Smith\n"},
		{name: "lower case goes on", text: "see sec. two", want: "see|sec|two\n"},
		{name: "lower case starts a sentence", text: "see below. we say so", lower: true, want: "see|below\nwe|say|so\n"},
		{name: "glued", text: "our policy.If you agree", want: "our|policy\nIf|you|agree\n"},
		{name: "glued in lower case", text: "our policy.if you agree", want: "our|policy\nif|you|agree\n"},
		{name: "domain", text: "go to kites.example.com today", want: "go|to|kites.example.com|today\n"},
		{name: "URL", text: "see https://kites.example/a_b?c=d. Then", want: "see|https://kites.example/a_b?c=d\nThen\n"},
		{name: "mail", text: "mail privacy.desk@kites.example, please", want: "mail|privacy.desk@kites.example|please\n"},
		{name: "link", text: "our [cookie policy](/cookies (new)) tells", want: "our|cookie|policy|/cookies (new)|tells\n"},
		{name: "hyphen", text: "e-mail and third-party", want: "e|mail|and|third|party\n"},
		{name: "suspended hyphen", text: "e-mail- and street addresses", want: "e|mail|and|street|addresses\n"},
		{name: "plural in brackets", text: "phone number(s) and name", want: "phone|number|and|name\n"},
		{name: "enumeration in brackets", text: "to (i) sell", want: "to|i|sell\n"},
		{name: "apostrophes", text: "user's foto’s don't we'll", want: "user's|foto’s|don't|we'll\n"},
		{name: "numbers", text: "ISO 27001:2013, version 2.0 and 1,000", want: "ISO|27001|2013|version|2.0|and|1,000\n"},
		{name: "letters and digits", text: "a G2 or G20 phone, an MP3.", want: "a|G2|or|G20|phone|an|MP3\n"},
		{name: "tag", text: "name<br>age", want: "name|age\n"},
		{name: "bullet", text: "with: ▪️ banks ▪️ shops", want: "with\nbanks\nshops\n"},
		{name: "heading number", text: "1. Who we are", want: "1|Who|we|are\n"},
		{name: "invalid UTF-8", text: "na\xffme", want: "na|me\n"},
		{name: "other scripts", text: "данные и 数据", want: "данные|и|数据\n"},
		{name: "empty", text: " \n ", want: ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := Scanner{Vocabulary: v, Lowercase: tt.lower}
			assert.Equal(t, tt.want, cut(&s, tt.text))
			requireSlow(t, &s, tt.text)
		})
	}
}

// requireSlow checks that the words of text are those that are read byte by byte.
func requireSlow(t *testing.T, s *Scanner, text string) {
	t.Helper()
	slow := Scanner{Vocabulary: s.Vocabulary, Lowercase: s.Lowercase}
	for i := 0; i < len(text); {
		i = slow.other(text, i)
	}
	if ws := s.Block(text, 0, len(text)); len(ws)+len(slow.ws) > 0 {
		require.Equal(t, slow.ws, ws)
	}
}

func TestLongSentence(t *testing.T) {
	s := Scanner{Vocabulary: new(Vocabulary)}
	text := strings.Repeat("word ", 2*MaxSentence+5)
	var lengths []int
	Sentences(s.Block(text, 0, len(text)), func(first, end int) bool {
		lengths = append(lengths, end-first)
		return true
	})
	assert.Equal(t, []int{MaxSentence, MaxSentence, 5}, lengths)
}

func TestLookup(t *testing.T) {
	v := vocabulary("geinformeerd een adres foto")
	s := Scanner{Vocabulary: v}
	for text, lemma := range map[string]int32{
		"geïnformeerd": 1, "GEÏNFORMEERD": 1, "gei\u0308nformeerd": 1, "één": 2, "Adres": 3, "foto's": 4, "ADRES!": 3, "adressen": 0,
	} {
		ws := s.Block(text, 0, len(text))
		require.Len(t, ws, 1, text)
		assert.Equal(t, lemma, ws[0].Lemma, text)
	}
}

func TestCompound(t *testing.T) {
	v := vocabulary("gebruiker locatie gegevens klant service client")
	v.AddHead("gegevens")
	v.AddHead("service")
	s := Scanner{Vocabulary: v}
	for _, tt := range []struct {
		text, want  string
		first, last int32
	}{
		{"locatiegegevens", "locatie|gegevens\n", 2, 3},
		{"Gebruikersgegevens", "Gebruikers|gegevens\n", 1, 3},
		{"klantenservice", "klanten|service\n", 4, 5},
		{"Cliëntengegevens", "Cliënten|gegevens\n", 6, 3},
		{"zwemgegevens", "zwem|gegevens\n", 0, 3},
	} {
		assert.Equal(t, tt.want, cut(&s, tt.text))
		requireSlow(t, &s, tt.text)
		ws := s.Block(tt.text, 0, len(tt.text))
		assert.Equal(t, tt.first, ws[0].Lemma, tt.text)
		assert.Equal(t, tt.last, ws[1].Lemma, tt.text)
		assert.Equal(t, Joined, ws[1].Before)
	}
	assert.Equal(t, "gegevens\n", cut(&s, "gegevens"), "a head alone is no compound")

	ws := s.Block("klant-, zwem- en locatiegegevens", 0, 32)
	require.Len(t, ws, 5)
	assert.Equal(t, []Sep{0, Comma | Suspended, Suspended, 0, Joined}, []Sep{ws[0].Before, ws[1].Before, ws[2].Before, ws[3].Before, ws[4].Before})
}

func TestLetters(t *testing.T) {
	for c := range 256 {
		text := []byte("abcdefgh")
		text[3] = byte(c)
		lower, others := Letters(Eight(text, 0))
		n, mask := Leading(others)
		if strings.IndexByte("abcdefghijklmnopqrstuvwxyz", byte(c)|0x20) >= 0 {
			text[3] |= 0x20
			assert.Equal(t, Eight(text, 0), lower, "%q", c)
			assert.Zero(t, others, "%q", c)
			continue
		}
		assert.Equal(t, uint64(0x80)<<24, others, "%q", c)
		assert.Equal(t, 3, n)
		assert.Equal(t, Eight([]byte("abc"), 0), lower&mask)
	}
}

func TestEight(t *testing.T) {
	text := []byte("abcdefghijkl")
	for i := range len(text) + 1 {
		want := uint64(0)
		for k, c := range text[i:min(len(text), i+8)] {
			want |= uint64(c) << (8 * k)
		}
		assert.Equal(t, want, Eight(text, i), i)
	}
}

func TestCases(t *testing.T) {
	small, capital := Cases(Eight([]byte("aZ9é bA"), 0))
	assert.Equal(t, []int{2, 2}, []int{small, capital})
}

// Words that share a place and half a hash would be taken for one another.
func TestHash(t *testing.T) {
	seen := map[uint64]string{}
	add := func(word string) {
		h := Hash(word)
		key := h>>32<<16 | h&(1<<16-1)
		if other, ok := seen[key]; ok {
			require.Equal(t, other, word)
		}
		seen[key] = word
	}
	files, err := filepath.Glob("../lexicon/data/*/*")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, f := range files {
		text, err := os.ReadFile(f)
		require.NoError(t, err)
		for word := range strings.FieldsFuncSeq(Fold(string(text)), func(r rune) bool { return r < 'a' || r > 'z' }) {
			for _, ending := range []string{"", "s", "ed", "ing", "en", "end", "heid"} {
				add(word + ending)
			}
		}
	}
	require.Greater(t, len(seen), 10_000)
}

func TestRenumber(t *testing.T) {
	var v Vocabulary
	v.Add("name", 3, Base)
	v.Add("names", 3, Plural)
	v.Renumber(func(lemma int32, form Form) int32 { return 10*lemma + int32(form) })
	for word, want := range map[string]Form{"name": Base, "names": Plural} {
		number, form := v.Lookup(word)
		assert.Equal(t, 30+int32(want), number, word)
		assert.Equal(t, want, form, word)
	}
	number, _ := v.Lookup("other")
	assert.Zero(t, number)
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{"Één": "een", "ÎLE": "ile", "Straße": "strase", "œuvre": "ouvre", "x\u00ady": "xy", "Ж": "Ж"} {
		assert.Equal(t, want, Fold(in), in)
	}
}

func TestClass(t *testing.T) {
	s := Scanner{Vocabulary: new(Vocabulary)}
	text := "name Name NAME 42 a@b.example"
	var got []Class
	for _, w := range s.Block(text, 0, len(text)) {
		got = append(got, w.Class)
	}
	assert.Equal(t, []Class{Lower, Capital, Upper, Number, Address}, got)
}

func FuzzBlock(f *testing.F) {
	for _, s := range []string{"We use data.If you (s) http://x", "a.b.c@d", "[x](y(z)", "don't ▪️ e-mail", "\xff\xf0", "<a<b>", strings.Repeat("a.", 50), "naMe NAME Data x " + strings.Repeat("dat", 22), strings.Repeat("z", 64) + " name a1 d@"} {
		f.Add(s, true)
	}
	english, dutch := vocabulary("data name"), vocabulary("data name")
	dutch.AddHead("data")
	f.Fuzz(func(t *testing.T, text string, lower bool) {
		requireSlow(t, &Scanner{Vocabulary: english, Lowercase: lower}, text)
		s := Scanner{Vocabulary: dutch, Lowercase: lower}
		requireSlow(t, &s, text)
		last := int32(0)
		for _, w := range s.Block(text, 0, len(text)) {
			require.GreaterOrEqual(t, w.Start, last)
			require.Greater(t, w.End, w.Start)
			last = w.End
		}
		require.LessOrEqual(t, int(last), len(text))
	})
}

func BenchmarkBlock(b *testing.B) {
	text := strings.Repeat("We collect your name, e-mail address and IP address when you visit our website. ", 500)
	s := Scanner{Vocabulary: vocabulary("we collect your name e mail address and ip when you visit our website")}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		s.Block(text, 0, len(text))
	}
}
