package jurisdiction

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"example.com/policymodel/policy"
)

func place(t testing.TB, s string) Place {
	t.Helper()
	p, err := ParsePlace(s)
	require.NoError(t, err)
	return p
}

func TestLawsOn(t *testing.T) {
	for _, tt := range []struct{ place, on, laws string }{
		{"NL", "1998-10-24", "eea-dir95"},
		{"NL", "2018-05-24", "eea-dir95"},
		{"NL", "2018-05-25", "gdpr"},
		{"DE-BY", Version, "gdpr"},
		{"GF", Version, "gdpr"},
		{"FR-973", Version, "gdpr"},
		{"FI-01", Version, "gdpr"},
		{"es-cn", Version, "gdpr"},
		{"IC", Version, "gdpr"},

		{"HR", "2013-06-30", ""},
		{"HR", "2013-07-01", "eea-dir95"},
		{"HR", "2018-05-25", "gdpr"},
		{"PL", "2004-04-30", ""},
		{"PL", "2004-05-01", "eea-dir95"},
		{"YT", "2013-12-31", ""},
		{"YT", "2014-01-01", "eea-dir95"},
		{"BL", "2011-12-31", "eea-dir95"},
		{"BL", "2012-01-01", ""},

		{"NO", "2000-07-01", "eea-dir95"},
		{"NO", "2018-05-25", "eea-dir95"},
		{"NO", "2018-07-19", "eea-dir95"},
		{"NO", "2018-07-20", "gdpr"},
		{"IS", "2018-07-20", "gdpr"},
		{"LI", "2018-07-19", "eea-dir95"},
		{"LI", "2018-07-20", "gdpr"},
		{"SJ", Version, ""},
		{"NO-21", Version, ""},

		{"GB", "2018-05-25", "gdpr"},
		{"GB", "2020-02-01", "gdpr"},
		{"GB", "2020-12-31", "gdpr"},
		{"GB", "2021-01-01", ""},
		{"GB-SCT", "2021-01-01", ""},
		{"GI", "2020-12-31", "gdpr"},
		{"GI", "2021-01-01", ""},

		{"EU", "2018-07-01", "gdpr"},
		{"EEA", "2018-07-01", "eea-dir95 gdpr"}, // the Directive still in the EFTA states
		{"EEA", Version, "gdpr"},

		{"US-CA", "2004-07-01", "us-ca-oppa"},
		{"US-CA", "2019-12-31", "us-ca-oppa us-ca-stl"},
		{"US-CA", "2020-01-01", "us-ca-oppa us-ca-stl ccpa-2018"},
		{"US-CA", "2022-12-31", "us-ca-oppa us-ca-stl ccpa-2018"},
		{"US-CA", "2023-01-01", "us-ca-oppa us-ca-stl ccpa"},
		{"US-NY", Version, ""},
		{"US", Version, ""},
		{"PR", Version, ""},

		{"IN", "2009-10-27", "in-43a"},
		{"IN", "2011-04-11", "in-43a in-spdi"},
		{"IN", Version, "in-43a in-spdi"},
		{"IN-KA", "2027-05-13", "in-43a in-spdi"},
		{"IN", "2027-05-14", "in-dpdp in-dpdp-rules"},

		{"RU", "2007-01-26", "ru-152"},
		{"RU-MOW", Version, "ru-152"},
		{"UA", Version, ""},
		{"UA-43", Version, ""}, // Crimea, by ISO 3166

		{"", Version, ""}, {"150", Version, ""}, {"CH", Version, ""}, {"CN", Version, ""},
		{"AW", Version, ""}, {"NL-CW", Version, ""}, {"FR-NC", Version, ""}, {"GL", Version, ""}, {"AD", Version, ""},
	} {
		on := date(t, tt.on)
		laws, err := place(t, tt.place).Laws(on)
		require.NoError(t, err, tt)
		var ids []string
		for _, l := range laws {
			ids = append(ids, l.ID)
		}
		assert.Equal(t, tt.laws, strings.Join(ids, " "), "%s on %s", tt.place, tt.on)

		codes, err := place(t, tt.place).Jurisdictions(on)
		require.NoError(t, err, tt)
		var want []Code
		if len(laws) > 0 {
			want = []Code{laws[0].Jurisdiction}
		}
		assert.Equal(t, want, codes)
	}
}

func TestJurisdictionsOfStates(t *testing.T) {
	for _, code := range strings.Fields(eu27 + " IS LI NO") {
		codes, err := place(t, code).Jurisdictions(date(t, Version))
		require.NoError(t, err)
		assert.Equal(t, []Code{EEA}, codes, code)
		// Package policy keeps a list of the same states, without dates.
		assert.True(t, policy.EEA.Includes(policy.Region(code)), code)
	}
	assert.False(t, policy.EEA.Includes("GB"))
}

func TestBeforeAnyLaw(t *testing.T) {
	for _, tt := range []struct {
		place, on string
		code      Code
		first     string
	}{
		{"NL", "1998-10-23", EEA, "1998-10-24"},
		{"EEA", "1900-01-01", EEA, "1998-10-24"},
		{"NO", "2000-06-30", EEA, "2000-07-01"},
		{"US-CA", "2004-06-30", California, "2004-07-01"},
		{"IN", "2009-10-26", India, "2009-10-27"},
		{"RU-SPE", "2007-01-25", Russia, "2007-01-26"},
	} {
		p := place(t, tt.place)
		codes, err := p.Jurisdictions(date(t, tt.on))
		var ne *NoLawError
		require.ErrorAs(t, err, &ne, tt.place)
		assert.Equal(t, &NoLawError{Place: p, Jurisdiction: tt.code, Date: date(t, tt.on), First: date(t, tt.first)}, ne)
		assert.ErrorContains(t, err, tt.first)
		assert.Empty(t, codes)
	}
}

func TestBadDates(t *testing.T) {
	nl := place(t, "NL")
	_, err := nl.Laws(policy.Date{})
	assert.ErrorIs(t, err, ErrNoDate)
	_, err = nl.Jurisdictions(policy.Date{})
	assert.ErrorIs(t, err, ErrNoDate)
	_, err = nl.Covers(EEA, policy.Date{})
	assert.ErrorIs(t, err, ErrNoDate)
	var ve *ValueError
	_, err = nl.Laws(policy.Date{Year: 2021, Month: 2, Day: 29})
	require.ErrorAs(t, err, &ve)
	assert.Equal(t, "2021-02-29", ve.Value)
	_, err = nl.Covers(EEA, policy.Date{Year: 2021, Month: 13, Day: 1})
	require.ErrorAs(t, err, &ve)
}

func TestCovers(t *testing.T) {
	for _, tt := range []struct {
		place string
		code  Code
		on    string
		want  Extent
	}{
		{"", EEA, Version, Whole}, {"", California, Version, Whole}, {"", India, Version, Whole}, {"", Russia, Version, Whole},
		{"EEA", EEA, Version, Whole}, {"EEA", California, Version, None}, {"EEA", Russia, Version, None},
		{"EU", EEA, Version, Some}, {"EU", India, Version, None},
		{"EU", EEA, "1993-12-31", None},
		{"DE", EEA, Version, Some}, {"DE-BY", EEA, Version, Some}, {"NO", EEA, Version, Some}, {"GF", EEA, Version, Some},
		{"DE", California, Version, None}, {"CH", EEA, Version, None}, {"AW", EEA, Version, None},
		{"GB", EEA, "2020-12-31", Some}, {"GB", EEA, "2021-01-01", None},
		{"HR", EEA, "2013-06-30", None}, {"HR", EEA, "2013-07-01", Some},
		{"US-CA", California, Version, Whole}, {"US", California, Version, Whole}, {"US-NY", California, Version, None},
		{"US-CA", EEA, Version, None}, {"CA", California, Version, None}, {"021", California, Version, Whole},
		{"IN", India, Version, Whole}, {"IN-KA", India, Version, Some}, {"ID", India, Version, None}, {"142", India, Version, Whole},
		{"RU", Russia, Version, Whole}, {"RU-MOW", Russia, Version, Some},
		{"150", Russia, Version, Whole}, {"150", EEA, Version, Some}, {"150", India, Version, None}, {"419", EEA, Version, Some}, // GF
		{"CN", EEA, Version, None}, {"CN", California, Version, None}, {"CN", India, Version, None}, {"CN", Russia, Version, None},
		{"IN", India, "1990-01-01", Whole}, // territory, whatever the law
	} {
		got, err := place(t, tt.place).Covers(tt.code, date(t, tt.on))
		require.NoError(t, err)
		assert.Equal(t, tt.want, got, "%q and %s on %s", tt.place, tt.code, tt.on)
	}
	for _, c := range []Code{"", "us-ca", "NL", "XX"} {
		_, err := Place{}.Covers(c, date(t, Version))
		var ve *ValueError
		require.ErrorAs(t, err, &ve, "%q", c)
		assert.Equal(t, "jurisdiction", ve.Kind)
	}
}

func TestExtentString(t *testing.T) {
	assert.Equal(t, "none some whole invalid invalid",
		strings.Join([]string{None.String(), Some.String(), Whole.String(), Extent(-1).String(), Extent(3).String()}, " "))
}

func TestConcurrentUse(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			p, err := PlaceOfTag(language.MustParse("en-US-u-sd-usca"))
			assert.NoError(t, err)
			laws, err := p.Laws(policy.Date{Year: 2023, Month: 1, Day: 1})
			assert.NoError(t, err)
			// What is returned is the caller's own.
			laws[0].Applications[0].Group = "changed"
			EEA.Territories()[0].Group = "changed"
			clear(EEA.Laws()[0].Abbreviations(language.English))
		})
	}
	wg.Wait()
	assert.Empty(t, California.Laws()[0].Applications[0].Group)
	assert.Equal(t, EFTA, EEA.Territories()[0].Group)
	assert.Equal(t, []string{"DPD"}, EEA.Laws()[0].Abbreviations(language.English))
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		r := &reader{}
		if load(r); r.err != nil {
			b.Fatal(r.err)
		}
	}
}

func BenchmarkCovers(b *testing.B) {
	on := date(b, Version)
	for _, code := range []string{"", "US-CA", "NL", "CN", "150"} {
		p := place(b, code)
		b.Run(code, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := p.Covers(EEA, on); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkLaws(b *testing.B) {
	on, p := date(b, Version), place(b, "NL")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Laws(on); err != nil {
			b.Fatal(err)
		}
	}
}
