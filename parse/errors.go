package parse

import (
	"fmt"

	"golang.org/x/text/language"
)

// A ConfigError says what is wrong with a Config.
type ConfigError struct {
	Field string // of Config
	Err   error
}

func (e *ConfigError) Error() string { return fmt.Sprintf("parse: config: %s: %v", e.Field, e.Err) }

// Unwrap returns the cause.
func (e *ConfigError) Unwrap() error { return e.Err }

// check validates what New does not check elsewhere.
func (c *Config) check() error {
	if c.Language != language.Und {
		if base, _ := c.Language.Base(); base.String() != "en" && base.String() != "nl" {
			return &ConfigError{"Language", fmt.Errorf("%v is not supported; use en, nl or the zero tag", c.Language)}
		}
	}
	if c.Layout < AutoLayout || c.Layout > ScrapedLayout {
		return &ConfigError{"Layout", fmt.Errorf("%d is no layout", int(c.Layout))}
	}
	if c.Limit < 0 || c.Limit > maxLimit {
		return &ConfigError{"Limit", fmt.Errorf("%d is not between 0 and %d", c.Limit, maxLimit)}
	}
	return nil
}

// maxLimit is the largest Limit: offsets are kept in 32 bits while reading.
const maxLimit = 1<<31 - 1
