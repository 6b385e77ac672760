package taxonomy

import "strconv"

// A Term is a term of the Data Privacy Vocabulary that matches a concept.
type Term struct {
	IRI   string
	Match Match
}

// A Match says how a term relates to a concept, in the sense of the mapping
// properties of SKOS. The zero Match is none.
type Match uint8

// The kinds of match.
const (
	MatchExact    Match = iota + 1 // the term means the same
	MatchClose                     // the term means nearly the same
	MatchBroader                   // the term means more: it includes the concept
	MatchNarrower                  // the term means less: the concept includes it
)

// String returns "exact", "close", "broader" or "narrower".
func (m Match) String() string {
	switch m {
	case MatchExact:
		return "exact"
	case MatchClose:
		return "close"
	case MatchBroader:
		return "broader"
	case MatchNarrower:
		return "narrower"
	}
	return "Match(" + strconv.Itoa(int(m)) + ")"
}

// A CCPACategory is a category of personal information by its letter in Cal.
// Civ. Code § 1798.140(v)(1), as amended by the California Privacy Rights Act.
type CCPACategory string

// The categories of personal information.
const (
	CCPAIdentifiers     CCPACategory = "A" // identifiers
	CCPACustomerRecords CCPACategory = "B" // customer records, § 1798.80(e)
	CCPAProtected       CCPACategory = "C" // characteristics of protected classifications
	CCPACommercial      CCPACategory = "D" // commercial information
	CCPABiometric       CCPACategory = "E" // biometric information
	CCPANetworkActivity CCPACategory = "F" // internet or other electronic network activity
	CCPAGeolocation     CCPACategory = "G" // geolocation data
	CCPASensory         CCPACategory = "H" // audio, electronic, visual, thermal, olfactory information
	CCPAProfessional    CCPACategory = "I" // professional or employment-related information
	CCPAEducation       CCPACategory = "J" // education information that is not public
	CCPAInferences      CCPACategory = "K" // inferences drawn to make a profile
	CCPASensitive       CCPACategory = "L" // sensitive personal information, § 1798.140(ae)
)

// Name returns the category's name, "" for an unknown one.
func (c CCPACategory) Name() string {
	if len(c) != 1 || c < "A" || c > "L" {
		return ""
	}
	return ccpaNames[c[0]-'A']
}

var ccpaNames = [...]string{
	"Identifiers",
	"Customer records",
	"Characteristics of protected classifications",
	"Commercial information",
	"Biometric information",
	"Internet or other electronic network activity",
	"Geolocation data",
	"Audio, electronic, visual, thermal, olfactory or similar information",
	"Professional or employment-related information",
	"Education information",
	"Inferences",
	"Sensitive personal information",
}

// A Law is a law that a [Citation] cites.
type Law string

// The laws cited.
const (
	LawGDPR     Law = "gdpr"       // Regulation (EU) 2016/679
	LawEPrivacy Law = "eprivacy"   // Directive 2002/58/EC
	LawCCPA     Law = "ccpa"       // California Consumer Privacy Act, Cal. Civ. Code, Title 1.81.5
	LawCalOPPA  Law = "us-ca-oppa" // California Online Privacy Protection Act, Cal. Bus. & Prof. Code §§ 22575-22579
	LawCOPPA    Law = "us-coppa"   // Children's Online Privacy Protection Act, 15 U.S.C. §§ 6501-6506
	LawDPDP     Law = "in-dpdp"    // India, Digital Personal Data Protection Act, 2023
)

// A Citation is a provision of a law.
type Citation struct {
	Law       Law
	Provision string // as in "Art. 6(1)(a)", "§ 1798.120", "s. 13"
}

// String returns the citation as one would write it in English, such as
// "GDPR Art. 6(1)(a)" or "Cal. Civ. Code § 1798.120".
func (c Citation) String() string {
	switch c.Law {
	case LawGDPR:
		return "GDPR " + c.Provision
	case LawEPrivacy:
		return "Directive 2002/58/EC " + c.Provision
	case LawCCPA:
		return "Cal. Civ. Code " + c.Provision
	case LawCalOPPA:
		return "Cal. Bus. & Prof. Code " + c.Provision
	case LawDPDP:
		return "DPDP Act " + c.Provision
	}
	return c.Provision
}
