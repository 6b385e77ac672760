package parse

import (
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

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
	if p := c.Profile; p != nil {
		for _, f := range [...]struct {
			name   string
			values []string
		}{
			{"Name", []string{p.Name}}, {"Organisation", []string{p.Organisation}}, {"Aliases", p.Aliases},
			{"Entities", p.Entities}, {"Products", p.Products}, {"Domains", p.Domains},
		} {
			if slices.ContainsFunc(f.values, invalid) {
				return &ConfigError{"Profile." + f.name, errEncoding}
			}
		}
	}
	return c.checkTerms()
}

var errEncoding = errors.New("is not UTF-8")

func invalid(s string) bool { return !utf8.ValidString(s) }

// supported reports whether texts in the language of tag are read.
func supported(tag language.Tag) bool {
	base, _ := tag.Base()
	return slices.Contains(languages[:], base.String())
}

// checkTerms validates the terms of a Config and of its profile.
func (c *Config) checkTerms() error {
	all := c.Terms
	if c.Profile != nil {
		all = slices.Concat(all, c.Profile.Terms)
	}
	wrong := func(i int, err error) error {
		field := "Terms"
		if i >= len(c.Terms) {
			field, i = "Profile.Terms", i-len(c.Terms)
		}
		return &ConfigError{fmt.Sprintf("%s[%d]", field, i), err}
	}
	for i, t := range all {
		if t.Language != language.Und && !supported(t.Language) {
			return wrong(i, notSupported(t.Language))
		}
		if invalid(t.Name) || invalid(t.Phrase) {
			return wrong(i, errEncoding)
		}
	}
	for _, lang := range languages {
		err := lexicon.CheckTerms(lang, lexiconTerms(all, lang))
		if e, ok := err.(*lexicon.SyntaxError); ok {
			nth := e.Line // among those for lang, from 1
			return wrong(slices.IndexFunc(all, func(t Term) bool {
				if t.isFor(lang) {
					nth--
				}
				return nth == 0
			}), errors.New(e.Message))
		}
		if err != nil {
			return &ConfigError{"Terms", err}
		}
	}
	return nil
}

func notSupported(tag language.Tag) error {
	return fmt.Errorf("%v is not supported; use en, nl or the zero tag", tag)
}

// maxLimit is the largest Limit: offsets are kept in 32 bits while reading.
const maxLimit = 1<<31 - 1
