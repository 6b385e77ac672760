package jurisdiction

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

func TestParse(t *testing.T) {
	for s, want := range map[string]Code{"EEA": EEA, "eea": EEA, "US-CA": California, "us-ca": California, "IN": India, "RU": Russia} {
		c, err := Parse(s)
		require.NoError(t, err)
		assert.Equal(t, want, c)
		assert.True(t, c.Valid())
	}
	for s, help := range map[string]string{
		"": "[EEA US-CA IN RU]", "XX": "[EEA US-CA IN RU]", "GDPR": "[EEA US-CA IN RU]",
		"NL": "ParsePlace", "CA": "ParsePlace", "US": "ParsePlace", "DE-BY": "ParsePlace",
		"California": "write US-CA", "californië": "write US-CA", "India": "write IN", "Rusland": "write RU",
		"European Economic Area": "write EEA", "EER": "write EEA",
	} {
		c, err := Parse(s)
		var ve *ValueError
		require.ErrorAs(t, err, &ve, s)
		assert.Equal(t, "jurisdiction", ve.Kind)
		assert.Equal(t, s, ve.Value)
		assert.Contains(t, ve.Help, help)
		assert.Empty(t, c)
	}
}

func TestNames(t *testing.T) {
	for _, tt := range []struct {
		code           Code
		en, nl         string
		abbrEN, abbrNL string
	}{
		{EEA, "European Economic Area", "Europese Economische Ruimte", "EEA", "EER"},
		{California, "California", "Californië", "", ""},
		{India, "India", "India", "", ""},
		{Russia, "Russia", "Rusland", "", ""},
		{"XX", "XX", "XX", "", ""},
	} {
		for _, tag := range []string{"en", "en-IN", "de", "und-US"} {
			assert.Equal(t, tt.en, tt.code.Name(language.MustParse(tag)))
			assert.Equal(t, tt.abbrEN, tt.code.Abbreviation(language.MustParse(tag)))
		}
		for _, tag := range []string{"nl", "nl-BE", "nl-u-rg-nlzzzz"} {
			assert.Equal(t, tt.nl, tt.code.Name(language.MustParse(tag)))
			assert.Equal(t, tt.abbrNL, tt.code.Abbreviation(language.MustParse(tag)))
		}
	}
}

func TestLawNames(t *testing.T) {
	for _, tt := range []struct {
		id, tag, name string
		abbreviations []string
	}{
		{"gdpr", "en", "General Data Protection Regulation", []string{"GDPR"}},
		{"gdpr", "nl", "Algemene verordening gegevensbescherming", []string{"AVG"}},
		{"gdpr", "de-AT", "Datenschutz-Grundverordnung", []string{"DSGVO", "DS-GVO"}},
		{"gdpr", "no", "personvernforordningen", []string{"GDPR"}},
		{"eea-dir95", "nl", "Richtlijn 95/46/EG", []string{"DPD"}},
		{"ccpa", "nl", "California Consumer Privacy Act as amended by the California Privacy Rights Act of 2020", []string{"CCPA", "CPRA"}},
		{"us-ca-oppa", "en", "California Online Privacy Protection Act of 2003", []string{"CalOPPA", "OPPA"}},
		{"in-dpdp", "en", "Digital Personal Data Protection Act, 2023", []string{"DPDP Act", "DPDPA"}},
		{"ru-152", "ru", "Федеральный закон «О персональных данных»", []string{"152-ФЗ", "ФЗ-152"}},
		{"ru-152", "nl", "Federal Law “On Personal Data”", []string{"152-FZ"}},
		{"none", "en", "none", nil},
	} {
		l := Law{ID: tt.id}
		assert.Equal(t, tt.name, l.Name(language.MustParse(tt.tag)))
		assert.Equal(t, tt.abbreviations, l.Abbreviations(language.MustParse(tt.tag)))
	}
}

func TestInvalidCode(t *testing.T) {
	assert.Empty(t, Code("XX").Territories())
	assert.Empty(t, Code("").Laws())
	assert.False(t, Code("").Valid())
}
