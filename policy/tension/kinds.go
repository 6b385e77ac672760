package tension

import "slices"

// A Code identifies a kind of finding; codes are stable.
type Code string

// The codes.
const (
	SharingDenied     Code = "sharing-denied"
	CollectionDenied  Code = "collection-denied"
	DataDenied        Code = "data-denied"
	PurposeDenied     Code = "purpose-denied"
	TechnologyDenied  Code = "technology-denied"
	RightWithheld     Code = "right-withheld"
	SaleAndNoSale     Code = "sale-and-no-sale"
	NoSaleAdvertising Code = "no-sale-advertising"
	NonPersonal       Code = "non-personal-identifiers"
	AgesDisagree      Code = "ages-disagree"
	ConsentByUse      Code = "consent-by-use"
	NoNotice          Code = "notice-and-no-notice"
	DoNotTrack        Code = "do-not-track"
	Narrowing         Code = "narrowing"
)

// A Class tells how strong a finding is.
type Class string

// The classes.
const (
	// Contradiction: both cannot be true of the same person and data.
	Contradiction Class = "contradiction"
	// Narrower: a broad statement is taken back in part elsewhere; a reader of
	// the first alone is misled.
	Narrower Class = "narrowing"
	// Tension: both can be true, by a reading of the words that most people do
	// not share or that the law does not accept.
	Tension Class = "tension"
)

// A Kind is what there is to know about a code.
type Kind struct {
	Code       Code
	Class      Class
	Definition string // what First and Second of a Finding say
	Source     string // literature or law that the kind is from, "" for our own

	find func(*reader, Code) []Finding
}

const (
	policyLint = "Andow et al., PolicyLint: Investigating Internal Privacy Policy Contradictions on Google Play, USENIX Security 2019, "
	poliGraph  = "; Cui et al., PoliGraph: Automated Privacy Policy Analysis Using Knowledge Graphs, USENIX Security 2023, on false alarms"
)

var kinds = [...]Kind{
	{SharingDenied, Contradiction,
		"Personal data is not given to third parties; it is given to third parties or to partners.",
		policyLint + "logical contradictions: the statement that is affirmed is about the same or narrower entities and data" + poliGraph, sharingDenied},
	{CollectionDenied, Contradiction,
		"No personal data is collected; data of some kind is.",
		policyLint + "logical contradictions" + poliGraph, collectionDenied},
	{DataDenied, Contradiction,
		"Data of a kind is not collected; that or a narrower kind is.",
		policyLint + "logical contradictions" + poliGraph, denied(collecting)},
	{PurposeDenied, Contradiction,
		"Data is not used for a purpose; it is used for that or a narrower one.",
		poliGraph[2:], denied(using)},
	{TechnologyDenied, Contradiction,
		"A technology is not used; that or a narrower one is.",
		"", denied(tracking)},
	{RightWithheld, Contradiction,
		"A right is withheld; it is granted to the same people.",
		"", rightWithheld},
	{SaleAndNoSale, Contradiction,
		"Personal data is not sold; it is sold.",
		policyLint + "logical contradictions", saleAndNoSale},
	{NoNotice, Contradiction,
		"The policy changes without notice; changes are notified.",
		"", noNotice},
	{DoNotTrack, Contradiction,
		"Do-not-track signals are not honoured; they are.",
		"", doNotTrack},
	{AgesDisagree, Contradiction,
		"Data of children below one age is not knowingly collected; elsewhere the age is another.",
		"", agesDisagree},
	{Narrowing, Narrower,
		"A narrower kind of data, recipient or purpose is denied; the broader one is affirmed elsewhere without the exception.",
		policyLint + "narrowing definitions", narrowing},
	{NoSaleAdvertising, Tension,
		"Personal data is not sold; it is disclosed to advertisers or advertising networks.",
		"Cal. Civ. Code § 1798.140(ad) and (ah): sale and sharing need no money", noSaleAdvertising},
	{NonPersonal, Tension,
		"Data is called non-personal or anonymous; what it is said to consist of identifies a device or a person.",
		"Andow et al. (PolicyLint), USENIX Security 2019, on attempted redefinition of terms; GDPR Recital 30; CJEU C-582/14 (Breyer)", nonPersonal},
	{ConsentByUse, Tension,
		"Using the service counts as consent; processing rests on consent in the sense of the GDPR.",
		"GDPR Art. 4(11) and Recital 32; EDPB Guidelines 05/2020 on consent", consentByUse},
}

// Kinds returns the kinds of finding, contradictions first.
func Kinds() []Kind { return slices.Clone(kinds[:]) }

// Lookup returns the kind with a code.
func Lookup(code Code) (Kind, bool) {
	for _, k := range kinds {
		if k.Code == code {
			return k, true
		}
	}
	return Kind{}, false
}
