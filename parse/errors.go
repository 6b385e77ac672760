package parse

import (
	"errors"
	"fmt"
	"slices"

	"golang.org/x/text/language"

	"example.com/policymodel/parse/internal/lexicon"
)

// A ConfigError says what is wrong with a Config.
type ConfigError struct {
	Field string // of Config, such as "Limit", "Terms[2]" or "Profile.Terms[0]"
	Err   error
}

func (e *ConfigError) Error() string { return fmt.Sprintf("parse: config: %s: %v", e.Field, e.Err) }

// Unwrap returns the cause.
func (e *ConfigError) Unwrap() error { return e.Err }

// check validates c.
func (c *Config) check() error {
	if c.Language != language.Und && !supported(c.Language) {
		return &ConfigError{"Language", notSupported(c.Language)}
	}
	if c.Layout < AutoLayout || c.Layout > ScrapedLayout {
		return &ConfigError{"Layout", fmt.Errorf("%d is no layout", int(c.Layout))}
	}
	if c.Limit < 0 || c.Limit > maxLimit {
		return &ConfigError{"Limit", fmt.Errorf("%d is not between 0 and %d", c.Limit, maxLimit)}
	}
	return c.checkTerms()
}

// supported reports whether texts in the language of tag are read.
func supported(tag language.Tag) bool {
	base, _ := tag.Base()
	return slices.Contains(languages[:], base.String())
}

// checkTerms validates the terms of a Config and of its profile.
func (c *Config) checkTerms() error {
	var all []Term
	if c.Profile != nil {
		if err := checkTerms("Profile.Terms", c.Profile.Terms); err != nil {
			return err
		}
		all = c.Profile.Terms
	}
	if err := checkTerms("Terms", c.Terms); err != nil {
		return err
	}
	if err := lexicon.CheckTerms(lexiconTerms(slices.Concat(c.Terms, all), "")); err != nil {
		return &ConfigError{"Terms", err} // each is right, but they are too many
	}
	return nil
}

// checkTerms validates each term of a field of Config.
func checkTerms(field string, terms []Term) error {
	for i, t := range terms {
		err := lexicon.CheckTerms(lexiconTerms(terms[i:i+1], ""))
		var wrong *lexicon.SyntaxError
		if errors.As(err, &wrong) {
			err = errors.New(wrong.Message)
		}
		if t.Language != language.Und && !supported(t.Language) {
			err = notSupported(t.Language)
		}
		if err != nil {
			return &ConfigError{fmt.Sprintf("%s[%d]", field, i), err}
		}
	}
	return nil
}

func notSupported(tag language.Tag) error {
	return fmt.Errorf("%v is not supported; use en, nl or the zero tag", tag)
}

// maxLimit is the largest Limit: offsets are kept in 32 bits while reading.
const maxLimit = 1<<31 - 1
