package tilt

import (
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// transfers fills ThirdCountryTransfers: countries outside the European
// Economic Area that data goes to. A safeguard that a passage states of some
// countries is theirs; one that is stated of no country protects all transfers.
func (f *filler) transfers() {
	list := []Transfer{}
	named := make(map[int]bool) // passages that name a country
	for i := range f.p.Transfers {
		for _, m := range f.p.Transfers[i].Mentions {
			named[m.Passage] = true
		}
	}
	for i := range f.p.Transfers {
		t := &f.p.Transfers[i]
		if t.Localised || policy.EEA.Includes(policy.Region(t.Country)) || !isCountry(t.Country) {
			continue
		}
		here := make(map[int]bool)
		for _, m := range t.Mentions {
			here[m.Passage] = true
		}
		to := Transfer{Country: t.Country}
		f.protect(&to, func(passage int) bool { return here[passage] || !named[passage] })
		list = append(list, to)
	}
	if len(list) == 0 {
		var to Transfer
		if f.protect(&to, func(passage int) bool { return !named[passage] }) {
			list = append(list, to)
			f.report.Miss("thirdCountryTransfers[].country", "", "the text names safeguards, but no country that data goes to")
		} else {
			f.report.Miss("thirdCountryTransfers", "", "the text names no country outside the EEA that data goes to, and no safeguard")
		}
	}
	f.doc.ThirdCountryTransfers = list
}

// protect fills in the safeguards that are stated in the given passages, and
// reports whether there are any.
func (f *filler) protect(to *Transfer, stated func(passage int) bool) bool {
	found := false
	for it := range f.p.FactsOf(taxonomy.FacetSafeguard) {
		if !f.holds(it.Region) {
			continue
		}
		var at **Guarantee
		switch taxonomy.Safeguard(it.ID) {
		case taxonomy.SafeguardAdequacy:
			at = &to.AdequacyDecision
		case taxonomy.SafeguardStandardContractualClauses:
			at = &to.StandardClauses
		case taxonomy.SafeguardBindingCorporateRules, taxonomy.SafeguardUnspecified:
			at = &to.AppropriateGuarantee
		default:
			f.report.Lose("safeguard "+it.ID, "TILT has no such safeguard")
			continue
		}
		for _, m := range it.Mentions {
			if stated(m.Passage) && (*at == nil || !*(*at).Available && !it.Denied()) {
				*at = &Guarantee{ptr(!it.Denied()), f.words([]policy.Mention{m}, f.label(taxonomy.FacetSafeguard, it.ID))}
				found = true
			}
		}
	}
	return found
}
