package jurisdiction

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"example.com/policymodel/policy"
)

func TestParsePlace(t *testing.T) {
	for s, want := range map[string]string{
		"": "", "001": "",
		"EEA": "EEA", "eea": "EEA", "EU": "EU", "150": "150",
		"NL": "NL", "nl": "NL", "NLD": "NL", "528": "NL", "UK": "GB", "XK": "XK",
		"IN": "IN", "RU": "RU", "US-CA": "US-CA", "us-ca": "US-CA", "DE-BY": "DE-BY", "GB-SCT": "GB-SCT", "NO-03": "NO-03",
		"UK-SCT": "GB-SCT",
		"NL-AW":  "AW", "FR-973": "GF", "FR-NC": "NC", "FI-01": "AX", "NO-21": "SJ", "nl-bq1": "BQ",
	} {
		p, err := ParsePlace(s)
		require.NoError(t, err, s)
		assert.Equal(t, want, p.String(), s)
		again, err := ParsePlace(p.String())
		require.NoError(t, err)
		assert.Equal(t, p, again)
	}
	for _, s := range []string{" ", "N", "N1", "QQQQ", "Nederland", "ZZ", "XX", "QO", "QU", "UN", "EZ", "000", "999",
		"US-", "US_CA", "US-CALI", "US-C A", "US-ÇA", "EU-NL", "ZZ-AA", "XX-CA", "EEA-NL", "840-CA", "CA-US-CA", "\xff\xff", "US-\xff"} {
		p, err := ParsePlace(s)
		var ve *ValueError
		require.ErrorAs(t, err, &ve, "%q gives %s", s, p)
		assert.Equal(t, "place", ve.Kind)
		assert.Equal(t, s, ve.Value)
		assert.NotEmpty(t, ve.Reason)
		assert.NotEmpty(t, ve.Help)
		assert.Zero(t, p)
	}
	for s, help := range map[string]string{"EL": "GR", "EER": "EEA", "California": "US-CA", "Rusland": "RU"} {
		_, err := ParsePlace(s)
		assert.ErrorContains(t, err, "write "+help)
	}
}

func TestPlaceOfRegion(t *testing.T) {
	for s, want := range map[string]string{"NL": "NL", "US": "US", "EU": "EU", "419": "419", "001": ""} {
		p, err := PlaceOfRegion(language.MustParseRegion(s))
		require.NoError(t, err, s)
		assert.Equal(t, want, p.String())
	}
	for _, r := range []language.Region{{}, language.MustParseRegion("ZZ"), language.MustParseRegion("EZ"), language.MustParseRegion("AA")} {
		_, err := PlaceOfRegion(r)
		var ve *ValueError
		require.ErrorAs(t, err, &ve, r.String())
	}
}

func TestPlaceOfTag(t *testing.T) {
	for s, want := range map[string]string{
		"nl-NL":                        "NL",
		"en-US":                        "US",
		"en-US-u-sd-usca":              "US-CA",
		"en-US-u-sd-uszzzz":            "US",
		"en-u-sd-usca":                 "US-CA",
		"nl-u-rg-nlzzzz":               "NL",
		"nl-BE-u-rg-nlzzzz":            "NL",
		"en-GB-u-rg-usca":              "US-CA",
		"en-GB-u-rg-uszzzz-sd-usca":    "US-CA",
		"en-GB-u-rg-usca-sd-uszzzz":    "US-CA",
		"en-GB-u-rg-usca-sd-usca":      "US-CA",
		"de-DE-u-ca-gregory-sd-deby":   "DE-BY",
		"pap-u-rg-nlaw":                "AW",
		"nl-NL-u-sd-nlaw":              "AW",
		"nl-u-rg-nlaw-sd-nlaw":         "AW",
		"en-150":                       "150",
		"en-EU":                        "EU",
		"en-001":                       "",
		"en-001-u-sd-usca":             "US-CA",
		"en-u-rg-528zzzz":              "NL",
		"und-DE":                       "DE",
		"en-UK":                        "GB",
		"sr-Latn-RS-u-rg-hrzzzz":       "HR",
		"en-US-t-nl-u-sd-usca-x-other": "US-CA",
	} {
		p, err := PlaceOfTag(language.MustParse(s))
		require.NoError(t, err, s)
		assert.Equal(t, want, p.String(), s)
	}
	for s, reason := range map[string]string{
		"nl":                        "without a place",
		"und":                       "without a place",
		"en-ZZ":                     "no place",
		"nl-NL-u-sd-usca":           "two places, NL and US-CA",
		"en-u-rg-usca-sd-usny":      "two places, US-CA and US-NY",
		"en-US-u-rg-nlzzzz-sd-usca": "two places, NL and US-CA",
		"en-150-u-sd-nlzzzz":        "two places, 150 and NL",
		"en-u-rg-abc":               "region override abc",
		"en-u-rg-zzzzzz":            "region override zzzzzz",
		"en-u-rg-150zzzzz":          "region override 150zzzzz",
		"en-u-rg-528":               "region override 528",
		"en-US-u-sd-usnewyo":        "subdivision usnewyo",
		"en-US-u-sd-abcdef-usca":    "subdivision abcdef",
	} {
		p, err := PlaceOfTag(language.MustParse(s))
		var ve *ValueError
		require.ErrorAs(t, err, &ve, "%s gives %s", s, p)
		assert.Equal(t, "language tag", ve.Kind)
		assert.Contains(t, err.Error(), reason)
		assert.Zero(t, p)
	}
	_, err := PlaceOfTag(language.Tag{})
	assert.Error(t, err)
}

func FuzzParsePlace(f *testing.F) {
	for _, s := range []string{"", "NL", "us-ca", "EEA", "150", "FR-973", "XX-1", "-", "\xff-a"} {
		f.Add(s)
	}
	on := policy.Date{Year: 2021, Month: 6, Day: 1}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePlace(s)
		if err != nil {
			assert.Zero(t, p)
			return
		}
		again, err := ParsePlace(p.String())
		require.NoError(t, err)
		assert.Equal(t, p, again)
		codes, err := p.Jurisdictions(on)
		require.NoError(t, err)
		for _, c := range All() {
			e, err := p.Covers(c, on)
			require.NoError(t, err)
			for _, in := range codes {
				// Where people in p are in c, p is a part of c or all of it, and touches no other.
				assert.Equal(t, c == in, e != None, "%s covers %s of %s", p, e, c)
			}
		}
	})
}

func FuzzPlaceOfTag(f *testing.F) {
	for _, s := range []string{"nl", "nl-u-rg-nlzzzz", "en-US-u-sd-usca", "en-u-rg-1zz-sd-a1b", "x-private", "i-klingon"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1000 {
			return
		}
		tag, err := language.Parse(s)
		if err != nil {
			return
		}
		p, err := PlaceOfTag(tag)
		if err != nil {
			assert.True(t, strings.HasPrefix(err.Error(), "jurisdiction: language tag "), err)
			return
		}
		_, err = ParsePlace(p.String())
		assert.NoError(t, err)
	})
}
