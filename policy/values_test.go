package policy_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
)

func TestSpan(t *testing.T) {
	const text = "0123456789"
	s := policy.Span{Start: 2, End: 5}
	assert.Equal(t, "234", s.Text(text))
	assert.Equal(t, 3, s.Len())
	assert.Equal(t, "2-5", s.String())
	assert.Equal(t, 0, policy.Span{Start: 5, End: 2}.Len())
	for _, wild := range []policy.Span{{-5, 2}, {8, 99}, {99, 100}, {5, 2}, {-9, -3}} {
		assert.LessOrEqual(t, len(wild.Text(text)), 2, "%v", wild)
	}
	assert.True(t, s.Contains(policy.Span{Start: 2, End: 5}))
	assert.False(t, s.Contains(policy.Span{Start: 1, End: 5}))
	assert.True(t, s.Overlaps(policy.Span{Start: 4, End: 9}))
	assert.False(t, s.Overlaps(policy.Span{Start: 5, End: 9}))
	assert.Equal(t, policy.Span{Start: 2, End: 9}, s.Cover(policy.Span{Start: 7, End: 9}))
	assert.Equal(t, s, s.Cover(policy.Span{}))
	assert.Equal(t, s, policy.Span{}.Cover(s))
	for _, tt := range []struct {
		t    policy.Span
		want int
	}{{policy.Span{2, 5}, 0}, {policy.Span{2, 4}, 1}, {policy.Span{2, 6}, -1}, {policy.Span{1, 9}, 1}, {policy.Span{3, 4}, -1}} {
		assert.Equal(t, tt.want, s.Compare(tt.t), "%v", tt.t)
	}
}

func TestDate(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want policy.Date
	}{
		{"2021-12-27", policy.Date{2021, time.December, 27}},
		{"2024-02-29", policy.Date{2024, time.February, 29}},
		{"9999-12-31", policy.Date{9999, time.December, 31}},
		{"0001-01-01", policy.Date{1, time.January, 1}},
		{"2023-02-29", policy.Date{}},
		{"0000-01-01", policy.Date{}},
		{"2021-12-27T00:00:00Z", policy.Date{}},
		{"27-12-2021", policy.Date{}},
		{"", policy.Date{}},
	} {
		got, err := policy.ParseDate(tt.in)
		assert.Equal(t, tt.want, got, tt.in)
		if tt.want.IsZero() {
			assert.ErrorContains(t, err, "YYYY-MM-DD", tt.in)
			continue
		}
		require.NoError(t, err)
		assert.True(t, got.Valid())
		assert.Equal(t, tt.in, got.String())
	}
	for _, d := range []policy.Date{{}, {2023, 2, 29}, {2023, 13, 1}, {2023, 1, 0}, {-1, 1, 1}, {10_000, 1, 1}} {
		assert.False(t, d.Valid(), "%v", d)
	}
	d := policy.Date{2021, time.December, 27}
	assert.Equal(t, 0, d.Compare(d))
	assert.Equal(t, -1, d.Compare(policy.Date{2022, time.January, 1}))
	assert.Equal(t, 1, d.Compare(policy.Date{2021, time.November, 30}))
	assert.Equal(t, 1, d.Compare(policy.Date{2021, time.December, 26}))
}

func TestDuration(t *testing.T) {
	for _, tt := range []struct {
		in   policy.Duration
		days float64 // -1: not valid
	}{
		{"P3Y", 3 * 365.2425},
		{"P18M", 1.5 * 365.2425},
		{"P2W", 14},
		{"P30D", 30},
		{"PT72H", 3},
		{"PT90M", 0.0625},
		{"P1DT12H", 1.5},
		{"P1Y2M3W4DT5H6M7S", 365.2425 + 60.87375 + 25 + (5*3600+6*60+7)/86400.0},
		{"P0D", 0},
		{"P999999999Y999999999M999999999W999999999DT999999999H", 999999999 * (365.2425 + 30.436875 + 8 + 1/24.0)},
		{"", -1}, {"P", -1}, {"PT", -1}, {"P1", -1}, {"PD", -1}, {"P1DT", -1}, {"1D", -1}, {"P1M1Y", -1},
		{"P1D1D", -1}, {"P1H", -1}, {"PT1D", -1}, {"P-1D", -1}, {"P0.5Y", -1}, {"p1d", -1}, {"P1000000000D", -1},
		{"P1DT1HT1M", -1}, {" P1D", -1}, {"P１D", -1},
	} {
		got, err := policy.ParseDuration(string(tt.in))
		if tt.days < 0 {
			assert.ErrorContains(t, err, "PnYnMnWnDTnHnMnS", tt.in)
			assert.False(t, tt.in.Valid(), tt.in)
			assert.Zero(t, tt.in.Days(), tt.in)
			continue
		}
		require.NoError(t, err, tt.in)
		assert.Equal(t, tt.in, got)
		assert.True(t, tt.in.Valid(), tt.in)
		assert.InEpsilon(t, tt.days+1, tt.in.Days()+1, 1e-12, tt.in)
	}
	assert.Equal(t, 0, policy.Duration("P1Y").Compare("P12M"))
	assert.Equal(t, 1, policy.Duration("P1M").Compare("P30D"))
	assert.Equal(t, -1, policy.Duration("P52W").Compare("P1Y"))
	assert.Equal(t, -1, policy.Duration("").Compare("PT1S"))
}

func TestPolarity(t *testing.T) {
	data, err := json.Marshal([]policy.Polarity{policy.Yes, policy.No})
	require.NoError(t, err)
	assert.Equal(t, `["yes","no"]`, string(data))
	var got []policy.Polarity
	require.NoError(t, json.Unmarshal(data, &got))
	assert.Equal(t, []policy.Polarity{policy.Yes, policy.No}, got)
	for _, bad := range []string{`"Yes"`, `""`, `"maybe"`, `true`, `0`} {
		var p policy.Polarity
		assert.Error(t, json.Unmarshal([]byte(bad), &p), bad)
	}
}

func TestFactCondition(t *testing.T) {
	under := func(all ...policy.Condition) policy.Condition {
		var f policy.Fact
		for _, c := range all {
			f.Mentions = append(f.Mentions, policy.Mention{Condition: c})
		}
		return f.Condition()
	}
	assert.Equal(t, policy.None, under())
	assert.Equal(t, policy.OnConsent, under(policy.OnConsent, policy.ByLaw))
	assert.Equal(t, policy.None, under(policy.OnConsent, policy.None))
}

func TestNewSource(t *testing.T) {
	assert.Equal(t, policy.Source{SHA256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}, policy.NewSource(""))
	assert.Equal(t, policy.Source{SHA256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Bytes: 3}, policy.NewSource("abc"))
	long := string(make([]byte, 100_000)) // more than one chunk
	assert.Equal(t, 100_000, policy.NewSource(long).Bytes)
	assert.NotEqual(t, policy.NewSource(long), policy.NewSource(long[:99_999]+"x"))
}
