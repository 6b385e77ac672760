package jurisdiction

import "example.com/policymodel/policy"

// An Interval is a span of days. The zero Interval is all days.
type Interval struct {
	From  policy.Date // the first day; zero if the interval has no start
	Until policy.Date // the day after the last; zero if the interval has no end
}

// Contains reports whether d is a day of the interval. The zero Date is in none.
func (i Interval) Contains(d policy.Date) bool {
	return !d.IsZero() && i.From.Compare(d) <= 0 && (i.Until.IsZero() || d.Compare(i.Until) < 0)
}

// String returns the interval as its first day and the day after its last with
// two dots between, as in "2018-05-25..2021-01-01". A side without limit is empty.
func (i Interval) String() string {
	return i.From.String() + ".." + i.Until.String()
}

// checkDate returns ErrNoDate for the zero Date and a *ValueError for an invalid
// one.
func checkDate(d policy.Date) error {
	switch {
	case d.IsZero():
		return ErrNoDate
	case !d.Valid():
		return &ValueError{Kind: "date", Value: d.String(), Reason: "not a day of the calendar",
			Help: "read dates with policy.ParseDate, or take them from time.Time.Date"}
	}
	return nil
}
