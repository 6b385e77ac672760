package jurisdiction

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"example.com/policymodel/policy"
)

// The states as ISO 3166-1 writes them, apart from the tables.
const (
	eu12 = "BE DE DK ES FR GB GR IE IT LU NL PT"
	eu15 = eu12 + " AT FI SE"
	eu25 = eu15 + " CY CZ EE HU LT LV MT PL SI SK"
	eu27 = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
)

func date(t testing.TB, s string) policy.Date {
	t.Helper()
	d, err := policy.ParseDate(s)
	require.NoError(t, err)
	return d
}

// states returns the states of a group on a date, in order.
func states(on policy.Date, group string) []string {
	var out []string
	for _, t := range EEA.Territories() {
		if t.State == t.Place && t.Group == group && t.Interval.Contains(on) {
			out = append(out, t.Place.String())
		}
	}
	slices.Sort(out)
	return out
}

func TestStatesOnDates(t *testing.T) {
	for _, tt := range []struct{ on, eu, efta string }{
		{"1993-12-31", "", ""},
		{"1994-01-01", eu12, "AT FI IS NO SE"},
		{"1995-01-01", eu15, "IS NO"},
		{"1995-05-01", eu15, "IS LI NO"},
		{"2004-04-30", eu15, "IS LI NO"},
		{"2004-05-01", eu25, "IS LI NO"},
		{"2007-01-01", eu25 + " BG RO", "IS LI NO"},
		{"2013-06-30", eu25 + " BG RO", "IS LI NO"},
		{"2013-07-01", eu27 + " GB", "IS LI NO"},
		{"2018-05-25", eu27 + " GB", "IS LI NO"},
		{"2020-12-31", eu27 + " GB", "IS LI NO"},
		{"2021-01-01", eu27, "IS LI NO"},
		{Version, eu27, "IS LI NO"},
	} {
		want := strings.Fields(tt.eu)
		slices.Sort(want)
		assert.ElementsMatch(t, want, states(date(t, tt.on), EU), "EU on %s", tt.on)
		assert.ElementsMatch(t, strings.Fields(tt.efta), states(date(t, tt.on), EFTA), "EFTA on %s", tt.on)
	}
	assert.Len(t, states(date(t, Version), EU), 27)
	assert.Len(t, states(date(t, Version), EFTA), 3)
}

func checkInterval(t *testing.T, i Interval, of string) {
	t.Helper()
	for _, d := range []policy.Date{i.From, i.Until} {
		assert.True(t, d.IsZero() || d.Valid(), "%s: %s", of, i)
	}
	if !i.Until.IsZero() {
		assert.Negative(t, i.From.Compare(i.Until), "%s: %s is empty", of, i)
	}
}

func checkMark(t *testing.T, m Mark, of string) {
	t.Helper()
	assert.Contains(t, []Mark{"", FromMemory, Contested, Inferred}, m, of)
}

func TestTerritoryTable(t *testing.T) {
	all := tables().territories
	for i, row := range all {
		code := row.Place.String()
		p, err := ParsePlace(code)
		require.NoError(t, err)
		assert.Equal(t, row.Place, p)
		state, err := ParsePlace(row.State.String())
		require.NoError(t, err)
		assert.Equal(t, row.State, state)
		assert.True(t, row.Jurisdiction.Valid(), code)
		assert.NotEmpty(t, row.Source, code)
		checkMark(t, row.Mark, code)
		checkInterval(t, row.Interval, code)
		if row.Jurisdiction == EEA {
			assert.Contains(t, []string{EU, EFTA}, row.Group, code)
			assert.False(t, row.Interval.From.IsZero(), code)
		} else {
			assert.Empty(t, row.Group, code)
		}
		if i == 0 {
			continue
		}
		prev := all[i-1]
		if prev.Jurisdiction != row.Jurisdiction {
			continue
		}
		if prev.Place != row.Place {
			assert.Less(t, prev.Place.String(), code, "order")
			continue
		}
		assert.False(t, prev.Interval.Until.IsZero(), "%s: overlap", code)
		assert.LessOrEqual(t, prev.Interval.Until.Compare(row.Interval.From), 0, "%s: overlap", code)
	}
	// A territory belongs to a state for as long as it is listed.
	for _, row := range all {
		if row.Place == row.State {
			continue
		}
		assert.True(t, slices.ContainsFunc(all, func(s Territory) bool {
			return s.Place == row.State && s.Group == row.Group &&
				s.Interval.From.Compare(row.Interval.From) <= 0 &&
				(s.Interval.Until.IsZero() || s.Interval.Until == row.Interval.Until || s.Interval.Contains(row.Interval.Until))
		}), "%s is not within the time of %s", row.Place, row.State)
	}
	for code, own := range tables().also {
		assert.Regexp(t, `^[A-Z]{2}-[A-Z0-9]{1,3}$`, code)
		p, err := ParsePlace(own)
		require.NoError(t, err)
		assert.Equal(t, own, p.String())
	}
}

func TestLawTables(t *testing.T) {
	ids := map[string]bool{}
	for _, c := range All() {
		groups := map[string]bool{}
		for _, row := range c.Territories() {
			groups[row.Group] = true
		}
		require.NotEmpty(t, c.Laws(), c)
		for _, l := range c.Laws() {
			assert.False(t, ids[l.ID], "%s twice", l.ID)
			ids[l.ID] = true
			assert.NotEmpty(t, l.Citation, l.ID)
			assert.NotEmpty(t, l.Source, l.ID)
			if l.Link != "" {
				u, err := url.Parse(l.Link)
				require.NoError(t, err)
				assert.True(t, u.IsAbs() && u.Host != "", l.Link)
			}
			require.NotEmpty(t, l.Applications, l.ID)
			seen := map[string]bool{}
			for _, a := range l.Applications {
				assert.True(t, groups[a.Group], "%s: group %q has no territory", l.ID, a.Group)
				assert.False(t, seen[a.Group], "%s: group %q twice", l.ID, a.Group)
				seen[a.Group] = true
				assert.False(t, a.Interval.From.IsZero(), l.ID)
				assert.NotEmpty(t, a.Source, l.ID)
				checkMark(t, a.Mark, l.ID)
				checkInterval(t, a.Interval, l.ID)
			}
		}
	}
	assert.Len(t, tables().laws, len(ids), "a law of no jurisdiction")
}

// One law takes over from another on the day the other ends.
func TestSuccession(t *testing.T) {
	application := func(id, group string) Interval {
		for _, l := range tables().laws {
			for _, a := range l.Applications {
				if l.ID == id && a.Group == group {
					return a.Interval
				}
			}
		}
		require.Fail(t, "missing", "%s %s", id, group)
		return Interval{}
	}
	for _, tt := range []struct{ before, after, group string }{
		{"eea-dir95", "gdpr", EU}, {"eea-dir95", "gdpr", EFTA},
		{"ccpa-2018", "ccpa", ""},
		{"in-43a", "in-dpdp", ""}, {"in-spdi", "in-dpdp", ""}, {"in-spdi", "in-dpdp-rules", ""},
	} {
		assert.Equal(t, application(tt.before, tt.group).Until, application(tt.after, tt.group).From, "%s to %s", tt.before, tt.after)
	}
}

func TestNameTable(t *testing.T) {
	var want []string
	for _, c := range All() {
		want = append(want, string(c))
		assert.NotEqual(t, string(c), c.Name(language.Dutch))
	}
	for _, l := range tables().laws {
		want = append(want, l.ID)
	}
	for id, names := range tables().names {
		assert.Contains(t, want, id)
		assert.Equal(t, "en", names[0].language.String(), id)
		seen := map[language.Base]bool{}
		for _, n := range names {
			assert.NotEmpty(t, n.name, id)
			assert.NotContains(t, n.abbreviations, "", id)
			assert.False(t, seen[n.language], "%s: %s twice", id, n.language)
			seen[n.language] = true
		}
	}
	assert.Len(t, tables().names, len(want))
}

// What memory alone, or a dispute, supports says so.
func TestMarks(t *testing.T) {
	marks := map[string]Mark{}
	for _, l := range tables().laws {
		for _, a := range l.Applications {
			marks[l.ID+" "+a.Group] = a.Mark
		}
	}
	for _, row := range tables().territories {
		marks[row.Place.String()] = row.Mark
	}
	for key, want := range map[string]Mark{
		"eea-dir95 EU": FromMemory, "gdpr EU": "", "in-43a ": FromMemory, "in-spdi ": Inferred,
		"in-dpdp ": Contested, "in-dpdp-rules ": Contested, "ru-152 ": FromMemory, "ccpa ": "",
		"GB": FromMemory, "GI": FromMemory, "AX": FromMemory, "GF": FromMemory, "HR": "", "NL": "",
	} {
		got, ok := marks[key]
		require.True(t, ok, key)
		assert.Equal(t, want, got, key)
	}
}
