package validate

import (
	"time"

	"github.com/dlclark/regexp2"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// An ecmaRegexp is a pattern of JSON Schema, which are those of ECMAScript:
// TILT's have lookaheads and backreferences, which package regexp refuses.
type ecmaRegexp struct{ *regexp2.Regexp }

// MatchString reports whether s has a match. A pattern that takes too long
// does not match.
func (r ecmaRegexp) MatchString(s string) bool {
	ok, err := r.Regexp.MatchString(s)
	return err == nil && ok
}

// pattern compiles a pattern.
func pattern(s string) (jsonschema.Regexp, error) {
	r, err := regexp2.Compile(s, regexp2.ECMAScript)
	if err != nil {
		return nil, err
	}
	r.MatchTimeout = 5 * time.Second
	return ecmaRegexp{r}, nil
}
