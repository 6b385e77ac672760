package jurisdiction

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What requirements there are, by the days on which law changed.
func TestTimeline(t *testing.T) {
	asked := func(c Code, on string) map[string]Requirement {
		rs, err := Requirements(c, date(t, on))
		require.NoError(t, err)
		m := map[string]Requirement{}
		for _, r := range rs {
			m[r.ID] = r
		}
		return m
	}
	for _, tt := range []struct {
		code     Code
		on, id   string
		citation string // "" if it is not asked
	}{
		{EEA, "2018-05-24", "dir95-10-b-purposes", "Directive 95/46/EC Art. 10(b), 11(1)(b)"},
		{EEA, "2018-05-24", "gdpr-13-1-c-purposes", ""},
		{EEA, "2018-05-25", "dir95-10-b-purposes", ""},
		{EEA, "2018-05-25", "gdpr-13-1-c-purposes", "Art. 13(1)(c)"},
		{California, "2013-12-31", "oppa-b5-dnt", ""},
		{California, "2014-01-01", "oppa-b5-dnt", "Bus. & Prof. Code § 22575(b)(5)"},
		{California, "2019-12-31", "ccpa-105-b-deletion", ""},
		{California, "2020-01-01", "ccpa-105-b-deletion", "§ 1798.105(b)"},
		{California, "2020-08-13", "ccpa-7011-e1a-collected", ""},
		{California, "2020-08-14", "ccpa-7011-e1a-collected", "11 CCR § 999.308(c)"},
		{California, "2023-03-28", "ccpa-7011-e1a-collected", "11 CCR § 7011(c)"},
		{California, "2023-03-29", "ccpa-7011-e1a-collected", "11 CCR § 7011(e)(1)(A)"},
		{California, "2025-12-31", "ccpa-7011-e1a-collected", "11 CCR § 7011(e)(1)(A)"},
		{California, "2026-01-01", "ccpa-7011-e1a-collected", "11 CCR § 7011(e)"},
		{California, "2026-01-01", "ccpa-7011-e3f-signal", "11 CCR § 7011(e)(3)(F)"},
		{California, "2022-12-31", "ccpa-106-b-correction", ""},
		{California, "2023-01-01", "ccpa-106-b-correction", "§ 1798.106(b)"},
		{California, "2022-12-31", "ccpa-130-a5-b-ii-sources", "§ 1798.130(a)(5)(B), 1798.110(c)(2)"},
		{California, "2023-01-01", "ccpa-130-a5-b-ii-sources", "§ 1798.130(a)(5)(B)(ii)"},
		{California, "2026-12-31", "ccpa-7011-e2-admt", ""},
		{California, "2027-01-01", "ccpa-7011-e2-admt", "11 CCR § 7011(e), 7221, 7222"},
		{India, "2011-04-10", "spdi-5-9-grievance-officer", ""},
		{India, "2011-04-11", "spdi-5-9-grievance-officer", "Rule 5(9)"},
		{India, Version, "spdi-5-9-grievance-officer", "Rule 5(9)"},
		{India, Version, "dpdp-5-1-i-data", ""},
		{India, "2027-05-13", "dpdp-5-1-i-data", ""},
		{India, "2027-05-14", "dpdp-5-1-i-data", "s.5(1)(i), Rule 3(b)(i)"},
		{India, "2027-05-14", "spdi-5-9-grievance-officer", ""},
		{Russia, "2011-07-26", "ru-18.1-2-protection", ""},
		{Russia, "2011-07-27", "ru-18.1-2-protection", "Art. 18.1(2)"},
		{Russia, "2022-08-31", "ru-18.1-1-2-destruction", ""},
		{Russia, "2022-09-01", "ru-18.1-1-2-destruction", "Art. 18.1(1)(2)"},
		{Russia, "2017-07-30", "ru-rkn17-2-purposes", ""},
		{Russia, "2017-07-31", "ru-rkn17-2-purposes", "Roskomnadzor Recommendations of 2017-07-31, heading 2"},
	} {
		r, ok := asked(tt.code, tt.on)[tt.id]
		assert.Equal(t, tt.citation != "", ok, "%s on %s", tt.id, tt.on)
		assert.Equal(t, tt.citation, r.Citation, "%s on %s", tt.id, tt.on)
	}
	// The right to correct belongs to the rights to be described since 2023.
	assert.NotContains(t, asked(California, "2022-12-31")["ccpa-130-a5-a-rights"].Evidence, "rectification")
	assert.Contains(t, asked(California, "2023-01-01")["ccpa-130-a5-a-rights"].Evidence, "rectification")
}

// The rows of the legal facts that have another id in the data.
var leftOut = map[string]string{
	"gdpr-dpo": "officer-gdpr-dpo", "gdpr-rep": "officer-gdpr-rep", "spdi-go": "officer-spdi-go", "it-rgo": "officer-it-rgo",
	"dpdp-dpo": "officer-dpdp-dpo", "dpdp-contact": "officer-dpdp-contact", "ru-22.1": "officer-ru-22.1", "ru-22": "officer-ru-22",
	"ccpa-none": "officer-ccpa-none",
}

// Every id of the legal facts is in the data, under its own name or that of
// leftOut.
func TestEveryRowIsThere(t *testing.T) {
	folder := os.Getenv("POLICY_CORPUS")
	if folder == "" {
		t.Skip("POLICY_CORPUS is not set")
	}
	if !filepath.IsAbs(folder) {
		folder = filepath.Join("..", folder) // from the root of the module
	}
	law, err := os.ReadFile(filepath.Join(folder, "contract", "LAW.md"))
	require.NoError(t, err)
	text := string(law)
	have := map[string]bool{}
	for _, p := range provisions() {
		have[p.ID] = true
	}
	for _, a := range ageTable() {
		have[a.ID] = true
	}
	for _, l := range tables().laws {
		have[l.ID] = true
	}
	for _, a := range authorityTable() {
		have[a.Place.String()] = true
	}
	first := regexp.MustCompile("^\\| `([a-z][a-z0-9.-]+)` ?\\|")
	section, n := "", 0
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			section = strings.Trim(strings.Fields(line)[1], ".")
		}
		m := first.FindStringSubmatch(line)
		if m == nil || section == "0" || section == "13" { // notation; errata of another vocabulary
			continue
		}
		n++
		id := m[1]
		if have[id] || leftOut[id] != "" && have[leftOut[id]] {
			continue
		}
		assert.Fail(t, "not in the data", "%s in section %s", id, section)
	}
	assert.Greater(t, n, 400)
	for _, c := range All() {
		for _, l := range c.Laws() {
			assert.Contains(t, text, "`"+l.ID+"`")
		}
	}
}
