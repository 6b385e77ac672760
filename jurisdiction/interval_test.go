package jurisdiction

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/policy"
)

func TestInterval(t *testing.T) {
	i := Interval{From: date(t, "2018-05-25"), Until: date(t, "2021-01-01")}
	assert.Equal(t, "2018-05-25..2021-01-01", i.String())
	for s, want := range map[string]bool{"2018-05-24": false, "2018-05-25": true, "2020-12-31": true, "2021-01-01": false} {
		assert.Equal(t, want, i.Contains(date(t, s)), s)
	}
	assert.True(t, Interval{}.Contains(date(t, "0001-01-01")))
	assert.False(t, Interval{}.Contains(policy.Date{}))
	assert.Equal(t, "..", Interval{}.String())
}
