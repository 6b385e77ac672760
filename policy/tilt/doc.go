// Package tilt writes what a privacy policy says in the Transparency
// Information Language (TILT), a JSON format for the information that Art. 13
// to 15 of the GDPR ask for, and reads such documents.
//
// TILT is described in Grünewald, E. and Pallas, F., "TILT: A GDPR-Aligned
// Transparency Information Language and Toolkit for Practical Privacy
// Engineering", FAccT 2021, https://doi.org/10.1145/3442188.3445925; its schema
// stands at https://github.com/Transparency-Information-Language/schema. What
// [Document.Write] writes of a document that [From] made is valid against that
// schema, formats included.
//
//	doc, report := tilt.From(p, nil)
//	if err := doc.Write(os.Stdout); err != nil {
//		return err
//	}
//	report.Write(os.Stderr)
//
// # From a policy
//
// A document is written for the people of one region, by default those of the
// European Economic Area: it holds what the policy says of them and of
// everybody, and nothing of what it says to people elsewhere alone.
//
// There is one element of DataDisclosed for each category of data that the
// policy affirms, with the taxonomy's id as its ID, and with what the policy's
// flows and passages tie to it. The first element, "personal-data", has what
// the text says of personal data without tying it to a category. Descriptions
// are the policy's own words: the passage that is the evidence.
//
// TILT's right to information is the right that Art. 15 grants and that Art.
// 13(2)(b) names first; it is filled from the rights of information and of
// access. Its access and data portability is filled from access, copy and
// portability.
//
// # Unknown values
//
// TILT requires fields that a policy often has no evidence for. What is not
// required is left out then. What is required is written as the schema allows:
// lists are empty, strings are "", booleans are false, which is the schema's
// default for most of them, and the rest is [NoCountry], [NoEmail], [NoDate]
// or [NoHash]. The schema's default stands for the version (1), the status
// (active), an unknown language (en) and the aggregation function (max). The
// report that comes with a document names each such field.
package tilt

// What stands in required fields whose value is unknown and for which the
// schema asks for a certain form.
const (
	NoCountry = "ZZ"                                                               // a code that ISO 3166-1 never assigns; CLDR's for an unknown region
	NoEmail   = "unknown@unknown.invalid"                                          // in a domain that never exists, RFC 2606 section 2
	NoDate    = "0000"                                                             // no year of the Gregorian calendar
	NoHash    = "0000000000000000000000000000000000000000000000000000000000000000" // of a policy whose source is not known
)
