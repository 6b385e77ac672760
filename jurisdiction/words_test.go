package jurisdiction

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/policy"
)

// found returns the words of a topic that a text has, in order.
func found(topic, text string) []string {
	var out []string
	wordFinder().each(text, func(of string, s policy.Span) {
		if of == topic {
			out = append(out, s.Text(text))
		}
	})
	return out
}

func TestWords(t *testing.T) {
	for text, want := range map[string][]string{
		"Data may go outside the EEA.":                 {"outside the EEA"},
		"OUTSIDE\n\tOF EUROPE, and to other countries": {"OUTSIDE\n\tOF EUROPE", "to other countries"},
		"doorgifte buiten de EER naar een ander land":  {"buiten de EER", "naar een ander land"},
		"poutside the eea":                             nil,
		"outside theeea":                               nil,
		"outside the":                                  nil,
		"":                                             nil,
		"o":                                            nil,
		"(outside the EU) \xff\xfeoutside the EU, çoutside the eu": {"outside the EU"},
	} {
		assert.Equal(t, want, found("abroad", text), "%q", text)
	}
	assert.Equal(t, []string{"Joint Controller"}, found("joint", "We are Joint Controllers."))
}

func FuzzWords(f *testing.F) {
	f.Add("Data may go outside the EEA, or in derde landen")
	f.Add("joint\r\ncontroller \xff")
	f.Fuzz(func(t *testing.T, text string) {
		wordFinder().each(text, func(topic string, s policy.Span) {
			assert.True(t, 0 <= s.Start && s.Start < s.End && s.End <= len(text))
			assert.NotEmpty(t, topics[topic])
			words := strings.Join(strings.FieldsFunc(s.Text(text), func(r rune) bool { return strings.ContainsRune(" \n\r\t", r) }), " ")
			known := false
			for _, list := range wordFinder().phrases {
				for _, p := range list {
					known = known || p.topic == topic && strings.EqualFold(p.words, words)
				}
			}
			assert.True(t, known, words)
		})
	})
}
