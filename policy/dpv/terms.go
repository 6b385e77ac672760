package dpv

import (
	_ "embed"
	"strings"
	"sync"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// The namespaces of the terms that are written, by their prefixes.
var namespaces = []struct{ prefix, iri string }{
	{"dpv", "https://w3id.org/dpv#"},
	{"pd", "https://w3id.org/dpv/pd#"},
	{"eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#"},
	{"loc", "https://w3id.org/dpv/loc#"},
	{"dct", "http://purl.org/dc/terms/"},
	{"oa", "http://www.w3.org/ns/oa#"},
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"xsd", "http://www.w3.org/2001/XMLSchema#"},
}

// A term is a property or class with the prefix of its namespace. All terms
// that are written are the constants below, those of taxonomy and those of
// places.txt.
type term string

// The properties.
const (
	hasAddress          term = "dpv:hasAddress"
	hasContact          term = "dpv:hasContact"
	hasContext          term = "dpv:hasContext"
	hasCountry          term = "dpv:hasCountry"
	hasData             term = "dpv:hasData"
	hasDataController   term = "dpv:hasDataController"
	hasDataProcessor    term = "dpv:hasDataProcessor"
	hasDataSource       term = "dpv:hasDataSource"
	hasDataSubject      term = "dpv:hasDataSubject"
	hasDPO              term = "dpv:hasDataProtectionOfficer"
	hasDuration         term = "dpv:hasDuration"
	hasEntity           term = "dpv:hasEntity"
	hasJurisdiction     term = "dpv:hasJurisdiction"
	hasLegalBasis       term = "dpv:hasLegalBasis"
	hasLocation         term = "dpv:hasLocation"
	hasMeasure          term = "dpv:hasTechnicalOrganisationalMeasure"
	hasName             term = "dpv:hasName"
	hasNotice           term = "dpv:hasNotice"
	hasPersonalData     term = "dpv:hasPersonalData"
	hasProcess          term = "dpv:hasProcess"
	hasProcessing       term = "dpv:hasProcessing"
	hasPurpose          term = "dpv:hasPurpose"
	hasRecipient        term = "dpv:hasRecipient"
	hasRepresentative   term = "dpv:hasRepresentative"
	hasRight            term = "dpv:hasRight"
	hasStorageCondition term = "dpv:hasStorageCondition"
	isImplementedUsing  term = "dpv:isImplementedUsingTechnology"
	identifier          term = "dct:identifier"
	languageOf          term = "dct:language"
	modified            term = "dct:modified"
	source              term = "dct:source"
	title               term = "dct:title"
	oaHasSelector       term = "oa:hasSelector"
	oaHasSource         term = "oa:hasSource"
	oaStart             term = "oa:start"
	oaEnd               term = "oa:end"
	rdfValue            term = "rdf:value"
)

// The classes.
const (
	collect               term = "dpv:Collect"
	data                  term = "dpv:Data"
	dataController        term = "dpv:DataController"
	dataProcessor         term = "dpv:DataProcessor"
	dataSource            term = "dpv:DataSource"
	dataSubject           term = "dpv:DataSubject"
	dataSubjectRight      term = "dpv:DataSubjectRight"
	disclose              term = "dpv:Disclose"
	dpo                   term = "dpv:DataProtectionOfficer"
	entity                term = "dpv:Entity"
	legalBasis            term = "dpv:LegalBasis"
	legalEntity           term = "dpv:LegalEntity"
	measure               term = "dpv:TechnicalOrganisationalMeasure"
	notice                term = "dpv:Notice"
	organisation          term = "dpv:Organisation"
	personalData          term = "dpv:PersonalData"
	personalDataProcess   term = "dpv:PersonalDataProcess"
	privacyNotice         term = "dpv:PrivacyNotice"
	purpose               term = "dpv:Purpose"
	recipient             term = "dpv:Recipient"
	representative        term = "dpv:Representative"
	storageCondition      term = "dpv:StorageCondition"
	storageDuration       term = "dpv:StorageDuration"
	storageLocation       term = "dpv:StorageLocation"
	technology            term = "dpv:Technology"
	temporalDuration      term = "dpv:TemporalDuration"
	transfer              term = "dpv:Transfer"
	untilEvent            term = "dpv:UntilEventDuration"
	use                   term = "dpv:Use"
	oaSpecificResource    term = "oa:SpecificResource"
	oaDataPosition        term = "oa:DataPositionSelector"
	xsdDate               term = "xsd:date"
	xsdDuration           term = "xsd:duration"
	xsdNonNegativeInteger term = "xsd:nonNegativeInteger"
)

// curie returns an IRI with the prefix of its namespace.
func curie(iri string) (term, bool) {
	for _, n := range namespaces {
		if rest, ok := strings.CutPrefix(iri, n.iri); ok {
			return term(n.prefix + ":" + rest), true
		}
	}
	return "", false
}

// classes returns the types of a concept: the terms that it is a case of, its
// own or those of its nearest ancestor with some. It reports false, with the
// general class of the facet, if there are none.
func classes(facet taxonomy.Facet, id string) ([]term, bool) {
	c, ok := taxonomy.Lookup(facet, id)
	for ; ok; c, ok = c.Parent() {
		var terms []term
		for _, t := range c.DPV() {
			if name, ok := curie(t.IRI); ok && t.Match != taxonomy.MatchNarrower {
				terms = append(terms, name)
			}
		}
		if len(terms) > 0 {
			return terms, true
		}
	}
	if root := general(facet, id); root != "" {
		return []term{root}, false
	}
	return nil, false
}

// general returns the class of all concepts of a facet that are like id, "" if
// DPV has none.
func general(facet taxonomy.Facet, id string) term {
	switch facet {
	case taxonomy.FacetData:
		if property(facet, id) == hasData {
			return data
		}
		return personalData
	case taxonomy.FacetPurpose:
		return purpose
	case taxonomy.FacetLegalBasis:
		return legalBasis
	case taxonomy.FacetRecipient:
		return recipient
	case taxonomy.FacetSource:
		return dataSource
	case taxonomy.FacetRetention, taxonomy.FacetDisposal:
		return storageCondition
	case taxonomy.FacetRight:
		return dataSubjectRight
	case taxonomy.FacetSafeguard, taxonomy.FacetSecurity:
		return measure
	case taxonomy.FacetTechnology:
		return technology
	case taxonomy.FacetSubject:
		return dataSubject
	}
	return "" // change notices and statements are of many kinds
}

// property returns what relates a process to a concept, "" if nothing does.
func property(facet taxonomy.Facet, id string) term {
	switch facet {
	case taxonomy.FacetData:
		if d := taxonomy.Data(id); d.Is(taxonomy.DataNonPersonal) || d.Is(taxonomy.DataAggregated) {
			return hasData
		}
		return hasPersonalData
	case taxonomy.FacetPurpose:
		return hasPurpose
	case taxonomy.FacetLegalBasis:
		return hasLegalBasis
	case taxonomy.FacetRecipient:
		return hasRecipient
	case taxonomy.FacetSource:
		return hasDataSource
	case taxonomy.FacetRetention:
		return hasStorageCondition
	case taxonomy.FacetDisposal:
		if taxonomy.Disposal(id).Is(taxonomy.DisposalDeletion) {
			return hasStorageCondition
		}
		return hasProcessing
	case taxonomy.FacetRight:
		return hasRight
	case taxonomy.FacetSafeguard:
		switch taxonomy.Safeguard(id) {
		case taxonomy.SafeguardAdequacy, taxonomy.SafeguardConsent:
			return hasLegalBasis // for the transfer, in DPV's view
		}
		return hasMeasure
	case taxonomy.FacetSecurity:
		if taxonomy.Security(id) == taxonomy.SecurityNoGuarantee {
			return ""
		}
		return hasMeasure
	case taxonomy.FacetTechnology:
		return isImplementedUsing
	case taxonomy.FacetChangeNotice:
		return hasNotice
	case taxonomy.FacetSubject:
		return hasDataSubject
	case taxonomy.FacetStatement:
		switch taxonomy.Statement(id) {
		case taxonomy.StatementProfiling, taxonomy.StatementCombination:
			return hasProcessing
		case taxonomy.StatementAutomatedDecisions:
			return hasContext
		case taxonomy.StatementSaleYes:
			return hasPurpose
		case taxonomy.StatementConsentByUse:
			return hasLegalBasis
		}
	}
	return ""
}

// places.txt has a line for each country and union of DPV's extension for
// locations, followed by what its subdivisions' codes have after the hyphen.
//
//go:embed places.txt
var placesText string

var places = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool, 5100)
	for line := range strings.Lines(placesText) {
		codes := strings.Fields(line)
		m[codes[0]] = true
		for _, part := range codes[1:] {
			m[codes[0]+"-"+part] = true
		}
	}
	return m
})

// place returns the term of a region or country, or that of its country if it
// is a subdivision that DPV does not have.
func place(r policy.Region) (term, bool) {
	if places()[string(r)] {
		return "loc:" + term(r), true
	}
	country, _, ok := strings.Cut(string(r), "-")
	if ok && places()[country] {
		return "loc:" + term(country), true
	}
	return "", false
}
