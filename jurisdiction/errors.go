package jurisdiction

import (
	"errors"
	"fmt"

	"example.com/policymodel/policy"
)

// ErrNoDate is returned by functions that were given the zero [policy.Date]. No
// function takes it for today: pass the date of the policy, or today's date as
// the program knows it.
var ErrNoDate = errors.New("jurisdiction: no date given; pass the policy's own or today's")

// ErrNoPolicy is returned by functions that were given a nil policy.
var ErrNoPolicy = errors.New("jurisdiction: no policy given")

// A ValueError says that a value given to this package is not what it should be.
type ValueError struct {
	// Kind says what the value was taken for: "jurisdiction", "place", "date",
	// "language tag", "kind of provisions", "evidence" or "condition".
	Kind string
	// Value is the value as given.
	Value string
	// Reason says what is wrong with it.
	Reason string
	// Help says what would be right.
	Help string
}

// Error returns all the fields in one line.
func (e *ValueError) Error() string {
	return fmt.Sprintf("jurisdiction: %s %q is %s; %s", e.Kind, e.Value, e.Reason, e.Help)
}

// A NoLawError says that a place lies in a jurisdiction, but that the data has
// no law that binds there on the date. It does not say that there was none.
type NoLawError struct {
	Place        Place
	Jurisdiction Code
	Date         policy.Date
	// First is the first day of the first law of the jurisdiction in the data
	// that ever binds in the place.
	First policy.Date
}

// Error returns all the fields in one line.
func (e *NoLawError) Error() string {
	return fmt.Sprintf("jurisdiction: no law of %s in the data binds in %s on %s; the first binds from %s",
		e.Jurisdiction, e.Place, e.Date, e.First)
}
