package tie

import (
	"strconv"
	"strings"

	"example.com/policymodel/policy"
)

// WithoutWeeks returns d with days for weeks, as XML Schema's durations are.
func WithoutWeeks(d policy.Duration) string {
	date, clock, ok := strings.Cut(string(d), "T")
	weeks, days := 0, 0
	rest := "P"
	for date = strings.TrimPrefix(date, "P"); date != ""; {
		i := strings.IndexAny(date, "YMWD")
		if i < 0 {
			break
		}
		switch n, _ := strconv.Atoi(date[:i]); date[i] {
		case 'W':
			weeks = n
		case 'D':
			days = n
		default:
			rest += date[:i+1]
		}
		date = date[i+1:]
	}
	if n := 7*weeks + days; n > 0 || rest == "P" && !ok {
		rest += strconv.Itoa(n) + "D"
	}
	if ok {
		rest += "T" + clock
	}
	return rest
}
