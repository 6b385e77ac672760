package jurisdiction

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
)

// dates reads several days.
func dates(t testing.TB, ss ...string) []policy.Date {
	t.Helper()
	var ds []policy.Date
	for _, s := range ss {
		ds = append(ds, date(t, s))
	}
	return ds
}

func rightOf(t testing.TB, c Code, id, on string) Right {
	t.Helper()
	rs, err := Rights(c, date(t, on))
	require.NoError(t, err)
	for _, r := range rs {
		if r.ID == id {
			return r
		}
	}
	require.Fail(t, "no right", "%s in %s on %s", id, c, on)
	return Right{}
}

func TestDeadlines(t *testing.T) {
	for _, tt := range []struct {
		name                         string
		code                         Code
		id, received                 string
		holidays                     []string
		acknowledge, answer, extends string
	}{
		// GDPR Art. 12(3) with Regulation 1182/71 Art. 3.
		{"a month", EEA, "gdpr-access", "2026-03-10", nil, "", "2026-04-10", "2026-06-10"},
		{"31 January", EEA, "gdpr-access", "2023-01-31", nil, "", "2023-02-28", "2023-05-01"}, // 30 April is a Sunday
		{"31 January of a leap year", EEA, "gdpr-erasure", "2024-01-31", nil, "", "2024-02-29", "2024-04-30"},
		{"1 May is a holiday", EEA, "gdpr-access", "2023-01-31", []string{"2023-05-01"}, "", "2023-02-28", "2023-05-02"},
		{"29 February", EEA, "gdpr-access", "2024-02-29", nil, "", "2024-03-29", "2024-05-29"},
		{"Good Friday to Easter Monday", EEA, "gdpr-access", "2024-02-29", []string{"2024-03-29", "2024-04-01"}, "", "2024-04-02", "2024-05-29"},
		{"ends on a Saturday", EEA, "gdpr-portability", "2026-01-31", nil, "", "2026-03-02", "2026-04-30"}, // 28 February is a Saturday
		{"end of 30 days", EEA, "gdpr-access", "2026-11-30", nil, "", "2026-12-30", "2027-03-01"},          // 28 February is a Sunday
		{"over new year", EEA, "gdpr-access", "2025-12-01", []string{"2026-01-01"}, "", "2026-01-02", "2026-03-02"},
		{"the authority's three months", EEA, "gdpr-complaint", "2026-03-10", nil, "", "2026-06-10", ""},
		{"no period", EEA, "gdpr-withdraw", "2026-03-10", nil, "", "", ""},

		// California: 10 business days, 45 days, 90 in all; opt-outs 15 business days.
		{"know", California, "ccpa-know", "2026-11-20", []string{"2026-11-26"}, "2026-12-07", "2027-01-04", "2027-02-18"},
		{"without the holiday", California, "ccpa-know", "2026-11-20", nil, "2026-12-04", "2027-01-04", "2027-02-18"},
		{"in a leap year", California, "ccpa-delete", "2024-02-01", nil, "2024-02-15", "2024-03-17", "2024-05-01"},
		{"before the regulations", California, "ccpa-know", "2020-02-03", nil, "", "2020-03-19", "2020-05-03"},
		{"opt-out", California, "ccpa-opt-out", "2026-06-26", []string{"2026-07-03"}, "", "2026-07-20", ""},
		{"opt-out before the regulations", California, "ccpa-opt-out", "2020-02-03", nil, "", "", ""},
		{"received on a Sunday", California, "ccpa-limit", "2026-06-28", nil, "", "2026-07-17", ""},
		{"Shine the Light", California, "stl-disclosure", "2026-02-01", nil, "", "2026-03-03", ""},

		// India: a month, later 90 days.
		{"grievance", India, "spdi-grievance", "2026-01-31", nil, "", "2026-02-28", ""},
		{"grievance under the DPDP Act", India, "dpdp-grievance", "2027-06-01", nil, "", "2027-08-30", ""},

		// Russia: working days since 2022-09-01.
		{"access in 2022", Russia, "ru-access-until-2022", "2022-08-31", nil, "", "2022-09-30", ""},
		{"access since", Russia, "ru-access", "2022-09-01", nil, "", "2022-09-15", "2022-09-22"},
		{"over the May holidays", Russia, "ru-access", "2026-04-28", []string{"2026-05-01", "2026-05-11"}, "", "2026-05-14", "2026-05-21"},
		{"correction", Russia, "ru-rectification", "2026-06-11", []string{"2026-06-12"}, "", "2026-06-23", ""},
		{"withdrawal", Russia, "ru-withdraw", "2026-01-31", nil, "", "2026-03-02", ""},
	} {
		d, err := rightOf(t, tt.code, tt.id, tt.received).Deadline(date(t, tt.received), Weekdays(dates(t, tt.holidays...)...))
		require.NoError(t, err)
		assert.Equal(t, [3]string{tt.acknowledge, tt.answer, tt.extends},
			[3]string{d.Acknowledge.String(), d.Answer.String(), d.Extended.String()}, tt.name)
	}
}

func TestDeadlineCalendars(t *testing.T) {
	r := rightOf(t, Russia, "ru-access", Version)
	received := date(t, "2026-11-20")
	byDefault, err := r.Deadline(received, nil)
	require.NoError(t, err)
	assert.Equal(t, "2026-12-04", byDefault.Answer.String())
	// A Saturday that is worked.
	worked := date(t, "2026-11-28")
	weekdays := Weekdays()
	d, err := r.Deadline(received, func(d policy.Date) bool { return d == worked || weekdays(d) })
	require.NoError(t, err)
	assert.Equal(t, "2026-12-03", d.Answer.String())
	// A calendar without working days ends all the same.
	_, err = r.Deadline(received, func(policy.Date) bool { return false })
	require.NoError(t, err)
	_, err = r.Deadline(policy.Date{}, nil)
	require.ErrorIs(t, err, ErrNoDate)
	var ve *ValueError
	_, err = r.Deadline(policy.Date{Year: 2026, Month: 2, Day: 30}, nil)
	require.ErrorAs(t, err, &ve)
}

func TestPeriods(t *testing.T) {
	for s, want := range map[string]Period{
		"none": {}, "1 month": {1, Months}, "45 days": {45, Days}, "10 business days": {10, BusinessDays},
	} {
		p, err := parsePeriod(s)
		require.NoError(t, err)
		assert.Equal(t, want, p)
		if s != "none" {
			assert.Equal(t, s, p.String())
		}
	}
	assert.Empty(t, Period{}.String())
	assert.Equal(t, "2 invalid units", Period{2, 9}.String())
	for _, s := range []string{"", "1", "month", "0 days", "-1 days", "1 week", "x days"} {
		_, err := parsePeriod(s)
		assert.Error(t, err, s)
	}
}

func TestRightsOnDates(t *testing.T) {
	count := func(c Code, on string) int {
		rs, err := Rights(c, date(t, on))
		require.NoError(t, err)
		return len(rs)
	}
	assert.Zero(t, count(EEA, "2018-05-24"))
	assert.Equal(t, 14, count(EEA, "2018-05-25"))
	assert.Equal(t, "10 business days", rightOf(t, California, "ccpa-know", "2020-08-14").Acknowledge.String())
	assert.Equal(t, count(California, "2022-12-31")+2, count(California, "2023-01-01"), "correct and limit")
	assert.Equal(t, 3, count(India, "2027-05-13")-1, "SPDI, and consent managers")
	assert.Equal(t, 9, count(India, "2027-05-14"))
	assert.Zero(t, count(Russia, "2007-01-25"))
}
