package lexicon

import "example.com/policymodel/policy"

// A SectionSet is a set of section kinds. The zero SectionSet is empty.
type SectionSet uint32

// The sets of one kind, in the order of sectionKinds.
const (
	InOther SectionSet = 1 << iota
	InIntroduction
	InCollection
	InUse
	InLegalBasis
	InSharing
	InTransfer
	InRetention
	InSecurity
	InRights
	InCookies
	InChildren
	InChanges
	InContact
	InThirdParties
	InDefinitions
	InCalifornia
	InRegional
	InDisputes
)

var sectionKinds = [...]policy.SectionKind{
	policy.SectionOther,
	policy.SectionIntroduction,
	policy.SectionCollection,
	policy.SectionUse,
	policy.SectionLegalBasis,
	policy.SectionSharing,
	policy.SectionTransfer,
	policy.SectionRetention,
	policy.SectionSecurity,
	policy.SectionRights,
	policy.SectionCookies,
	policy.SectionChildren,
	policy.SectionChanges,
	policy.SectionContact,
	policy.SectionThirdParties,
	policy.SectionDefinitions,
	policy.SectionCalifornia,
	policy.SectionRegional,
	policy.SectionDisputes,
}

// sectionSet returns the set with the kind of that name alone, the empty set
// if there is no such kind.
func sectionSet(name string) SectionSet {
	for i, k := range sectionKinds {
		if string(k) == name {
			return 1 << i
		}
	}
	return 0
}

// Kind returns the kind in s that tells most about a section with several
// subjects: special ones first.
func (s SectionSet) Kind() policy.SectionKind {
	for _, one := range [...]struct {
		set  SectionSet
		kind policy.SectionKind
	}{
		{InChildren, policy.SectionChildren},
		{InChanges, policy.SectionChanges},
		{InThirdParties, policy.SectionThirdParties},
		{InCookies, policy.SectionCookies},
		{InTransfer, policy.SectionTransfer},
		{InRetention, policy.SectionRetention},
		{InRights, policy.SectionRights},
		{InLegalBasis, policy.SectionLegalBasis},
		{InSharing, policy.SectionSharing},
		{InUse, policy.SectionUse},
		{InCollection, policy.SectionCollection},
		{InSecurity, policy.SectionSecurity},
		{InCalifornia, policy.SectionCalifornia},
		{InRegional, policy.SectionRegional},
		{InContact, policy.SectionContact},
		{InDefinitions, policy.SectionDefinitions},
		{InDisputes, policy.SectionDisputes},
		{InIntroduction, policy.SectionIntroduction},
	} {
		if s&one.set != 0 {
			return one.kind
		}
	}
	return policy.SectionOther
}
