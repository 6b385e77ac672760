// Package dpv writes what a privacy policy says as linked data: JSON-LD with
// the terms of the Data Privacy Vocabulary (DPV), version 2.3, of the W3C Data
// Privacy Vocabularies and Controls Community Group: https://w3id.org/dpv, with
// its extensions for personal data (https://w3id.org/dpv/pd), the GDPR
// (https://w3id.org/dpv/legal/eu/gdpr) and locations (https://w3id.org/dpv/loc).
// JSON-LD 1.1 is a W3C recommendation: https://www.w3.org/TR/json-ld11/.
//
//	report, err := dpv.Write(os.Stdout, p, nil)
//	if err != nil {
//		return err
//	}
//	report.Write(os.Stderr)
//
// # The graph
//
// The root is a dpv:PrivacyNotice with the parties and one
// dpv:PersonalDataProcess. That process has everything that the policy affirms:
// dpv:hasPersonalData, dpv:hasPurpose, dpv:hasRecipient and so on; and it has a
// process of its own for each flow, of which the data, purposes, recipients and
// legal bases are those of the first.
//
// Each concept is a blank node whose types are the terms that the taxonomy
// matches with it, except those that mean less; where there is none, the terms
// of its parent, or else the general class of its facet. The taxonomy's id
// stands in dct:identifier, its label in dct:title. What is said of the people
// of one region has dpv:hasJurisdiction.
//
// Evidence is dct:source: the policy, as the source of an oa:SpecificResource
// of the Web Annotation vocabulary (https://www.w3.org/TR/annotation-vocab/),
// with an oa:DataPositionSelector, which counts bytes as this library does.
//
// What a policy denies is not written, since DPV has no terms for it; nor is
// what has no class in it. The report names both. DPV requires no property; the
// report counts those as required that tell what Art. 13 of the GDPR asks for.
package dpv
