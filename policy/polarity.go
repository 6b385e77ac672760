package policy

import "fmt"

// String returns "yes" or "no".
func (p Polarity) String() string {
	if p == No {
		return "no"
	}
	return "yes"
}

// MarshalText returns "yes" or "no", which is also the form in JSON.
func (p Polarity) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads "yes" or "no". Anything else is an error.
func (p *Polarity) UnmarshalText(text []byte) error {
	switch string(text) {
	case "yes":
		*p = Yes
	case "no":
		*p = No
	default:
		return fmt.Errorf("policy: polarity %q is neither yes nor no", text)
	}
	return nil
}
