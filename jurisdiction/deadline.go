package jurisdiction

import (
	"fmt"
	"time"

	"example.com/policymodel/policy"
)

// A Unit is what a period is counted in.
type Unit int

// The units.
const (
	Days         Unit = iota // of the calendar
	Months                   // of the calendar
	BusinessDays             // in Russia called working days
)

// A Period is a time that law sets. The zero Period is none.
type Period struct {
	N    int
	Unit Unit
}

// String returns the period in English, such as "1 month" or "10 business days",
// and "" for the zero Period.
func (p Period) String() string {
	if p.N == 0 {
		return ""
	}
	unit := "invalid unit"
	if p.Unit >= Days && p.Unit <= BusinessDays {
		unit = [...]string{"day", "month", "business day"}[p.Unit]
	}
	if p.N != 1 {
		unit += "s"
	}
	return fmt.Sprintf("%d %s", p.N, unit)
}

// A Calendar reports whether people work on a day. Which days are public holidays
// is for the caller to know; see [Weekdays]. It must do so without side effects,
// for any date.
type Calendar func(policy.Date) bool

// Weekdays returns the calendar of Mondays to Fridays but for holidays. For places
// where some Saturdays are working days, as in Russia, write another.
func Weekdays(holidays ...policy.Date) Calendar {
	free := make(map[policy.Date]bool, len(holidays))
	for _, d := range holidays {
		free[d] = true
	}
	return func(d policy.Date) bool {
		w := toTime(d).Weekday()
		return w != time.Saturday && w != time.Sunday && !free[d]
	}
}

// A Deadline holds the last days to do something about a request. Days that the
// law does not set are zero.
type Deadline struct {
	Acknowledge policy.Date // to confirm that it was received
	Answer      policy.Date
	Extended    policy.Date // to answer, if the time is extended in the way that the law lays down
}

// Deadline returns the last days for a request that was received on a day. The day
// of receipt does not count. The right's periods are those of the date that it was
// asked for with; use that of the receipt. A nil calendar is [Weekdays] without
// holidays; it matters for business days, and in the EEA for periods that would
// end on a day off.
//
// In the EEA, periods follow Regulation (EEC, Euratom) No 1182/71, Art. 3: one of
// months ends on the day with the same number, or else on the last day of the
// month, and a period that would end on a Saturday, Sunday or public holiday ends
// with the next working day. An extension adds to the period, not to its end.
// Elsewhere periods end on a day off too; whether that moves them is not modelled.
// An extended period in California has 90 days in all (Civ. Code § 1798.145(h)(1)).
//
// Errors are [ErrNoDate], and a [*ValueError] for a date that is not valid.
func (r Right) Deadline(received policy.Date, cal Calendar) (Deadline, error) {
	if err := checkDate(received); err != nil {
		return Deadline{}, err
	}
	if cal == nil {
		cal = Weekdays()
	}
	end := func(ps ...Period) policy.Date {
		if ps[0].N == 0 || ps[len(ps)-1].N == 0 {
			return policy.Date{}
		}
		d := received
		if len(ps) == 2 && ps[0].Unit == ps[1].Unit {
			ps = []Period{{ps[0].N + ps[1].N, ps[0].Unit}}
		}
		for _, p := range ps {
			d = p.after(d, cal)
		}
		if r.Jurisdiction == EEA {
			d = nextWorkday(d, cal)
		}
		return d
	}
	return Deadline{Acknowledge: end(r.Acknowledge), Answer: end(r.Response), Extended: end(r.Response, r.Extension)}, nil
}

// after returns the last day of a period that runs from d, which does not count.
func (p Period) after(d policy.Date, cal Calendar) policy.Date {
	switch p.Unit {
	case Months:
		return addMonths(d, p.N)
	case BusinessDays:
		for range p.N {
			d = nextWorkday(addDays(d, 1), cal)
		}
		return d
	}
	return addDays(d, p.N)
}

// longestBreak is how many days off in a row are believed of a calendar.
const longestBreak = 366

// nextWorkday returns d if it is a working day, or else the next one.
func nextWorkday(d policy.Date, cal Calendar) policy.Date {
	next := d
	for range longestBreak {
		if cal(next) {
			return next
		}
		next = addDays(next, 1)
	}
	return d // a calendar without working days
}

func addDays(d policy.Date, n int) policy.Date {
	return fromTime(toTime(d).AddDate(0, 0, n))
}

// addMonths returns the day with the same number n months later, or the last day
// of that month if it has none with the number.
func addMonths(d policy.Date, n int) policy.Date {
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return policy.Date{Year: first.Year(), Month: first.Month(), Day: min(d.Day, last)}
}

func toTime(d policy.Date) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

func fromTime(t time.Time) policy.Date {
	return policy.Date{Year: t.Year(), Month: t.Month(), Day: t.Day()}
}
