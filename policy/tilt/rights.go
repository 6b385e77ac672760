package tilt

import (
	"slices"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/internal/tie"
	"example.com/policymodel/taxonomy"
)

func (f *filler) rights() {
	d := f.doc
	d.RightToInformation = f.right("rightToInformation", taxonomy.RightInformation, taxonomy.RightAccess)
	d.RightToRectificationOrDeletion = f.right("rightToRectificationOrDeletion", taxonomy.RightRectification, taxonomy.RightErasure)
	d.RightToDataPortability = f.right("rightToDataPortability", taxonomy.RightPortability)
	d.RightToWithdrawConsent = f.right("rightToWithdrawConsent", taxonomy.RightWithdrawConsent)
	d.RightToComplain.Right = f.right("rightToComplain", taxonomy.RightComplaint)
	if has := d.RightToComplain.Available; has != nil && *has {
		f.report.Miss("rightToComplain.supervisoryAuthority.name", "", "the model has no names of authorities")
		d.RightToComplain.SupervisoryAuthority = new(Authority)
	}
	access := f.right("accessAndDataPortability.available", taxonomy.RightAccess, taxonomy.RightCopy, taxonomy.RightPortability)
	d.AccessAndDataPortability = Access{
		Available: access.Available != nil && *access.Available, Description: access.Description, Email: access.Email,
	}
	for it := range f.p.FactsOf(taxonomy.FacetRight) {
		switch taxonomy.Right(it.ID) {
		case taxonomy.RightInformation, taxonomy.RightAccess, taxonomy.RightRectification, taxonomy.RightErasure,
			taxonomy.RightPortability, taxonomy.RightWithdrawConsent, taxonomy.RightComplaint, taxonomy.RightCopy:
			continue
		}
		if f.holds(it.Region) {
			f.report.Lose("right "+it.ID, "TILT has no such right")
		}
	}
}

// right returns what the text says of rights, in their order. If it grants one
// of them, it grants the right.
func (f *filler) right(field string, ids ...taxonomy.Right) Right {
	var r Right
	var quotes []string
	for _, id := range ids {
		for it := range policy.Says(f.p, id) {
			if !f.holds(it.Region) || r.Available != nil && *r.Available && it.Denied() {
				continue
			}
			if r.Available == nil || !*r.Available && !it.Denied() {
				r, quotes = Right{Available: ptr(!it.Denied())}, nil
			}
			words := f.words(it.Mentions, f.label(taxonomy.FacetRight, it.ID))
			if n := len(quotes); n == 0 || quotes[n-1] != words {
				quotes = append(quotes, words)
			}
			if r.Email == "" {
				r.Email = f.email(it.Mentions)
			}
		}
	}
	r.Description = strings.Join(quotes, " ")
	if r.Available == nil {
		written := ""
		if strings.HasSuffix(field, ".available") {
			written = "false"
		}
		f.report.Miss(field, written, "the text neither grants nor withholds this right")
	}
	return r
}

// email returns the first e-mail address in a section that mentions what has
// these mentions. Links are not taken: they often lead to others, such as the
// authority.
func (f *filler) email(mentions []policy.Mention) string {
	sections := make(map[int]bool)
	for _, m := range mentions {
		sections[f.section(m)] = true
	}
	delete(sections, -1)
	for c := range f.p.ContactsFor(f.opts.People) {
		value := tie.Line(c.Value)
		if c.Type == policy.Email && isEmail(value) && slices.ContainsFunc(c.Mentions, func(m policy.Mention) bool { return sections[f.section(m)] }) {
			return value
		}
	}
	return ""
}

// section returns the index of the section of a mention, -1 if there is none.
func (f *filler) section(m policy.Mention) int {
	if m.Passage < 0 || m.Passage >= len(f.p.Passages) {
		return -1
	}
	return f.p.Passages[m.Passage].Section
}

// decisions fills AutomatedDecisionMaking. Profiling and automated decisions
// that are spoken of where rights are granted need not be in use.
func (f *filler) decisions() {
	rights := make(map[int]bool) // passages that grant or withhold one
	for it := range f.p.FactsOf(taxonomy.FacetRight) {
		for _, m := range it.Mentions {
			rights[m.Passage] = true
		}
	}
	d := &f.doc.AutomatedDecisionMaking
	for _, id := range []taxonomy.Statement{taxonomy.StatementAutomatedDecisions, taxonomy.StatementProfiling} {
		for it := range policy.Says(f.p, id) {
			if !f.holds(it.Region) {
				continue
			}
			for _, m := range it.Mentions {
				section, _ := f.p.SectionOf(m)
				if rights[m.Passage] || section.Kind == policy.SectionRights || d.InUse != nil && *d.InUse {
					continue
				}
				d.InUse = ptr(!it.Denied())
				if !it.Denied() {
					d.LogicInvolved = ptr(f.words([]policy.Mention{m}, ""))
				}
			}
		}
	}
	switch {
	case d.InUse == nil:
		f.report.Miss("automatedDecisionMaking", "", "the text does not say whether decisions are automated or people profiled")
	case *d.InUse:
		d.ScopeAndIntendedEffects = ptr("")
		f.report.Miss("automatedDecisionMaking.scopeAndIntendedEffects", "", "the model has no effects of automated decisions")
	}
}
