package parse

import (
	"golang.org/x/text/language"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/policy"
)

type recordSet struct{ prof *Profile }

func readRecords(text string, lay *layout.Layout, lang language.Tag, prof *Profile) *recordSet {
	return &recordSet{prof}
}

func (r *recordSet) hints() []string { return r.prof.names() }

func (r *recordSet) put(p *policy.Policy) {}
