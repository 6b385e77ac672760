package jurisdiction

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"
)

// lacks returns what a jurisdiction needs and does not have.
func lacks(c Code) []string {
	var out []string
	want := func(ok bool, what string, args ...any) {
		if !ok {
			out = append(out, fmt.Sprintf("%s: ", c)+fmt.Sprintf(what, args...))
		}
	}
	want(c.Valid(), "not in All, code.go")
	names := tables().names[string(c)]
	for _, base := range []string{"en", "nl"} {
		want(slices.ContainsFunc(names, func(n naming) bool { return n.language.String() == base }), "no name in %q, names.tsv", base)
	}
	want(len(c.Territories()) > 0, "no territory, territories.tsv")
	want(len(c.Laws()) > 0, "no law, laws.tsv")
	for _, l := range c.Laws() {
		want(l.Name(language.English) != l.ID, "no name of %s, names.tsv", l.ID)
		want(len(l.Applications) > 0, "no time when %s binds, applications.tsv", l.ID)
	}
	want(slices.ContainsFunc(requirementTable(), func(r requirementRow) bool { return r.Jurisdiction == c }), "no requirement, requirements.tsv")
	want(slices.ContainsFunc(rightTable(), func(r rightRow) bool { return r.Jurisdiction == c }), "no right, rights.tsv")
	want(slices.ContainsFunc(ageTable(), func(a Age) bool { return a.Jurisdiction == c }), "no age, ages.tsv")
	rule := func(kind Kind) bool {
		return slices.ContainsFunc(ruleTable(), func(r Rule) bool { return r.Jurisdiction == c && r.Kind == kind })
	}
	want(rule(ScopeRule), "no rule of kind %s, rules.tsv", ScopeRule)
	mechanism := slices.ContainsFunc(mechanismTable(), func(m Mechanism) bool { return m.Jurisdiction == c })
	want(mechanism || rule(TransferRule), "neither a mechanism, mechanisms.tsv, nor a rule of kind %s, rules.tsv", TransferRule)
	ground := slices.ContainsFunc(basisTable(), func(b Basis) bool { return b.Jurisdiction == c })
	want(ground || rule(InsteadOfBasis), "neither a ground, bases.tsv, nor a rule of kind %s, rules.tsv", InsteadOfBasis)
	want(slices.ContainsFunc(authorityTable(), func(a Authority) bool {
		return slices.ContainsFunc(c.Territories(), func(t Territory) bool { return a.Place.country() == t.Place.country() })
	}), "no authority, authorities.tsv")
	return out
}

// What a jurisdiction must have, all have.
func TestJurisdictionsComplete(t *testing.T) {
	for _, c := range All() {
		assert.Empty(t, lacks(c))
	}
}

func TestLacks(t *testing.T) {
	assert.Equal(t, []string{
		"CH: not in All, code.go", `CH: no name in "en", names.tsv`, `CH: no name in "nl", names.tsv`, "CH: no territory, territories.tsv",
		"CH: no law, laws.tsv", "CH: no requirement, requirements.tsv", "CH: no right, rights.tsv", "CH: no age, ages.tsv",
		"CH: no rule of kind scope, rules.tsv", "CH: neither a mechanism, mechanisms.tsv, nor a rule of kind transfer, rules.tsv",
		"CH: neither a ground, bases.tsv, nor a rule of kind instead of bases, rules.tsv", "CH: no authority, authorities.tsv",
	}, lacks("CH"))
}
