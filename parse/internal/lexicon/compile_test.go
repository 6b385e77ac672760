package lexicon

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse/internal/words"
)

func TestCompile(t *testing.T) {
	for _, lang := range []string{"en", "nl"} {
		l, err := Compile(lang, nil)
		require.NoError(t, err)
		require.NotEmpty(t, l.entries)
		t.Logf("%s: %d entries, %d symbols, %d words of code", lang, len(l.entries), len(l.auto.starts)-1, len(l.auto.code))
	}
}

// Terms that CheckTerms accepts have room in an automaton, and others are refused
// by both.
func TestTermsAreLimited(t *testing.T) {
	terms := make([]Term, maxTermSteps)
	for i := range terms {
		terms[i] = Term{Kind: Recipient, ID: "provider", Phrase: fmt.Sprintf("=firm%dly", i), Name: fmt.Sprint(i)}
	}
	for _, lang := range []string{"en", "nl"} {
		require.NoError(t, CheckTerms(lang, terms))
		l, err := Compile(lang, terms)
		require.NoError(t, err)
		t.Logf("%s: %d entries, %d symbols, %d words of code", lang, len(l.entries), len(l.auto.starts)-1, len(l.auto.code))
		more := append(terms[1:], Term{Kind: Recipient, ID: "provider", Phrase: "(one | two) firms"})
		assert.ErrorContains(t, CheckTerms(lang, more), "words in all")
		_, err = Compile(lang, more)
		assert.ErrorContains(t, err, "words in all")
	}
}

// What a phrase counts in words is told by its language: Dutch compounds are two.
func TestCheckTerms(t *testing.T) {
	for _, phrase := range []string{
		"one two three four five six seven eight nine ten eleven twelve thirteen locatiegegevens", "locatiegegevens", "~op+slaan", "(", "a .. b",
		"locatiegegevens en klantgegevens of reisgegevens en gebruiksgegevens met betaalgegevens en bestelgegevens voor contactgegevens en accountgegevens",
	} {
		terms := []Term{{Kind: Data, ID: "location", Phrase: "whereabouts"}, {Kind: Data, ID: "location", Phrase: phrase}}
		for _, lang := range []string{"en", "nl"} {
			_, err := Compile(lang, terms)
			assert.Equal(t, err, CheckTerms(lang, terms), "%s: %s", lang, phrase)
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, lang := range []string{"en", "nl"} {
			if _, err := Compile(lang, nil); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// However the forms of their words are mixed, terms find room, and are found.
func TestTermsOfManyForms(t *testing.T) {
	nouns := strings.Fields("apple banana cherry grape lemon melon olive peach plum quince raisin carrot onion radish turnip pepper walnut")
	var terms []Term
	var last []string
	for f := range 80 {
		for i := range maxTokens {
			last = make([]string, maxTokens)
			for k := range last {
				last[k] = nouns[(f*(k+1)+k)%len(nouns)]
			}
			last[i] += "s"
			terms = append(terms, Term{Kind: Recipient, ID: "provider", Name: fmt.Sprint(f, " ", i), Phrase: strings.Join(last, " ")})
		}
	}
	require.NoError(t, CheckTerms("en", terms))
	l, err := Compile("en", terms)
	require.NoError(t, err)
	text := strings.Join(last, " ")
	var scan words.Scanner
	scan.Vocabulary = &l.Vocabulary
	var names []string
	for _, m := range l.NewMatcher().Match(scan.Block(text, 0, len(text))) {
		if m.First == 0 && int(m.Last) == maxTokens-1 {
			names = append(names, m.Entry.Name)
		}
	}
	assert.Contains(t, names, terms[len(terms)-1].Name)
}

func TestEnglishVerbs(t *testing.T) {
	for verb, want := range map[string][]string{
		"agree":   {"agree", "agrees", "agreed", "agreeing"},
		"analyse": {"analysed", "analysing", "analyze", "analyzed"},
		"lie":     {"lied", "lying"},
		"apply":   {"applies", "applied", "applying"},
		"stop":    {"stopped", "stopping"},
		"process": {"processes", "processed"},
	} {
		var got []string
		for _, f := range (english{}).verb(verb, nil) {
			got = append(got, f.word)
		}
		for _, w := range want {
			assert.Contains(t, got, w)
		}
	}
}
