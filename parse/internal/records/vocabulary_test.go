package records

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

func TestWords(t *testing.T) {
	seen := map[string]string{}
	n := 0
	for line := range strings.Lines(wordsTSV) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		require.True(t, len(f) == 3 || len(f) == 4, "%q", line)
		assert.Equal(t, strings.ToLower(f[0]), f[0], "words are folded")
		assert.NotEmpty(t, strings.Fields(f[2]), "%q", line)
		assert.Contains(t, []string{"en", "nl", "*"}, f[1], "%q", line)
		for _, lang := range []string{"en", "nl"} {
			if f[1] == lang || f[1] == "*" {
				key := lang + " " + f[0]
				assert.Empty(t, seen[key], "%q stands twice", key)
				seen[key] = line
			}
		}
		n++
	}
	assert.Greater(t, n, 1000)
}

// Every tag is used, and every word is found as it is written, capitalised and
// in capitals.
func TestVocabulary(t *testing.T) {
	var all tag
	for _, v := range []*vocabulary{english(), dutch()} {
		for i := 1; i < len(v.entries); i++ {
			e := &v.entries[i]
			all |= e.tags
			w := v.words[i]
			h := hashOf(w)
			for _, s := range []string{w, strings.ToUpper(w), string(unicode.ToUpper([]rune(w)[0])) + string([]rune(w)[1:])} {
				assert.Same(t, e, v.spelled(h, s), "%q", s)
			}
		}
		assert.Same(t, &v.entries[0], v.find(hashOf("lampworks")))
		assert.Equal(t, entry{}, v.entries[0])
		assert.Less(t, len(v.entries), len(v.table)/3, "the table is filling up")
	}
	for i, name := range tagNames {
		assert.NotZero(t, all&(1<<i), "no word is tagged %s", name)
	}
}

// The gazetteer has every country of ISO 3166-1, under the names that the CLDR
// gives it in English and Dutch but for those listed here.
func TestPlaces(t *testing.T) {
	other := map[string]bool{ // the CLDR's name is not one that a policy would use
		"BL": true, "BN": true, "CC": true, "CD": true, "CG": true, "FM": true, "GS": true, "HK": true, "HM": true, "KN": true, "LC": true,
		"MF": true, "MM": true, "MO": true, "PM": true, "SH": true, "SX": true, "TF": true, "UM": true, "VC": true, "VI": true, "TC": true,
		"VA": true, "AX": true, "IM": true, "MK": true,
	}
	rows := map[string][]string{}
	for line := range strings.Lines(placesTSV) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		require.GreaterOrEqual(t, len(f), 3, "%q", line)
		require.LessOrEqual(t, len(f), 5, "%q", line)
		assert.Nil(t, rows[f[0]], "%s stands twice", f[0])
		rows[f[0]] = f
	}
	names := func(s string) string { return ";" + strings.NewReplacer("!", "", "’", "'").Replace(s) + ";" }
	plain := strings.NewReplacer(" & ", " and ", "’", "'", "Turks- en", "Turks en").Replace
	en, nl := display.English.Regions(), display.Dutch.Regions()
	countries := 0
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string(a) + string(b)
			region, err := language.ParseRegion(code)
			if err != nil || !region.IsCountry() || region.Canonicalize().String() != code || region.M49() == 0 || strings.Contains("AC CP DG EA EZ IC TA UN XK", code) || en.Name(region) == "" {
				continue
			}
			countries++
			row := rows[code]
			if !assert.NotNil(t, row, "%s %s is missing", code, en.Name(region)) || other[code] {
				continue
			}
			assert.Contains(t, names(row[1]), ";"+plain(en.Name(region))+";", code)
			assert.Contains(t, strings.ReplaceAll(names(row[2]), "Turks- en", "Turks en"), ";"+plain(nl.Name(region))+";", code)
		}
	}
	assert.Equal(t, 249, countries)
	for code, row := range rows {
		switch {
		case code == "EEA":
		case len(code) == 2:
			_, err := language.ParseRegion(code)
			assert.NoError(t, err)
		default:
			assert.Regexp(t, `^US-[A-Z]{2}$`, code)
			assert.Contains(t, stateCodes, code[3:], row[1])
		}
	}
}

func TestPlaceNames(t *testing.T) {
	tests := []struct {
		lang, text string
		want       []string
	}{
		{"en", "in the United States of America, the UK and South Korea", []string{"US", "GB", "KR"}},
		{"en", "New Mexico, Mexico, New Jersey and Jersey", []string{"US-NM", "MX", "US-NJ", "JE"}},
		{"en", "the U.S. and the E.U.", []string{"US", "EEA"}},
		{"en", "give it to us, or turkey", nil},
		{"en", "Côte d’Ivoire; Bosnia and Herzegovina; Timor-Leste", []string{"CI", "BA", "TL"}},
		{"en", "mainland China and P.R. China", []string{"CN", "CN"}},
		{"en", "Northern Ireland and Ireland", []string{"GB", "IE"}},
		{"nl", "in de Verenigde Staten, Zuid-Afrika en België", []string{"US", "ZA", "BE"}},
		{"nl", "de EER, de VS en het Verenigd Koninkrijk", []string{"EEA", "US", "GB"}},
		{"nl", "Germany en Duitsland", []string{"DE", "DE"}},
	}
	for _, tt := range tests {
		r := newReader(tt.text, testLayout, tt.lang, nil)
		r.cased = true
		r.scan(0, len(tt.text))
		r.enter(sentence{hi: len(r.toks)})
		var got []string
		for _, p := range r.places(0, len(r.toks)) {
			got = append(got, p.code)
		}
		assert.Equal(t, tt.want, got, "%q", tt.text)
	}
}
