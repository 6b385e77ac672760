package policy

import (
	"cmp"
	"fmt"
	"strings"
)

// A Duration is a length of time in the form of ISO 8601: "P3Y", "P18M",
// "P2W", "P30D", "PT72H", "P1Y6M". The empty Duration means that none is
// stated.
//
// The form is PnYnMnWnDTnHnMnS with at least one part; the parts stand in this
// order, those of the day after T, and each n is a whole number of one to nine
// digits.
type Duration string

// A unit is a part of a Duration: its letter and its length in seconds. A year
// is the mean Gregorian year of 365.2425 days, a month a twelfth of it.
type unit struct {
	letter  byte
	seconds int64
}

var (
	dateUnits = [...]unit{{'Y', 31_556_952}, {'M', 2_629_746}, {'W', 604_800}, {'D', 86_400}}
	timeUnits = [...]unit{{'H', 3_600}, {'M', 60}, {'S', 1}}
)

// ParseDuration returns the Duration that s is.
func ParseDuration(s string) (Duration, error) {
	if _, ok := Duration(s).seconds(); !ok {
		return "", fmt.Errorf("policy: duration %q is not of the form PnYnMnWnDTnHnMnS", s)
	}
	return Duration(s), nil
}

// Valid reports whether d has the form of a Duration. The empty Duration has
// not.
func (d Duration) Valid() bool {
	_, ok := d.seconds()
	return ok
}

// Days returns the length of d in days, 0 if d is not valid. A year counts
// 365.2425 days, the mean of the Gregorian calendar, and a month a twelfth of
// a year, 30.436875 days.
func (d Duration) Days() float64 {
	s, _ := d.seconds()
	return float64(s) / 86_400
}

// Compare orders durations by length as [Duration.Days] counts it: -1 if d is
// shorter than e, 0 if equal, +1 if longer. "P1Y" equals "P12M"; "P1M" is
// longer than "P30D".
func (d Duration) Compare(e Duration) int {
	a, _ := d.seconds()
	b, _ := e.seconds()
	return cmp.Compare(a, b)
}

// seconds returns the length of d. Nine digits a part cannot overflow it.
func (d Duration) seconds() (total int64, ok bool) {
	s, ok := strings.CutPrefix(string(d), "P")
	if !ok || s == "" {
		return 0, false
	}
	date, clock, timed := strings.Cut(s, "T")
	a, okDate := sum(date, dateUnits[:])
	b, okClock := sum(clock, timeUnits[:])
	if !okDate || !okClock || timed && clock == "" {
		return 0, false
	}
	return a + b, true
}

// sum adds up the parts of s, whose units are among units and in their order.
func sum(s string, units []unit) (total int64, ok bool) {
	for s != "" {
		var n int64
		i := 0
		for i < len(s) && i < 10 && '0' <= s[i] && s[i] <= '9' {
			n = n*10 + int64(s[i]-'0')
			i++
		}
		if i == 0 || i > 9 || i == len(s) {
			return 0, false
		}
		for len(units) > 0 && units[0].letter != s[i] {
			units = units[1:]
		}
		if len(units) == 0 {
			return 0, false
		}
		total += n * units[0].seconds
		s, units = s[i+1:], units[1:]
	}
	return total, true
}
