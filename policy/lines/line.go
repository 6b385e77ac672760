// Package lines writes what a policy says as JSON Lines, one JSON object a
// line, for tools that read streams: jq, databases, scorers.
//
//	{"file":"shop.txt","kind":"data","id":"contact.email","polarity":"yes","sources":["person"],"start":812,"end":826,"section":"collection"}
//
// One line is one mention: a place where the text states a fact. A fact that
// is stated in three places has three lines. The first line of a file is its
// document line; the others follow in the order of the text.
//
// The facet of data subjects has no place in the format: [Write] leaves it
// out, as it does what stands in a policy besides facts, records and flows.
package lines

import (
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Line is one line of the format. Fields that do not apply to its kind, or
// that the text does not state, are zero and left out of the JSON; Start and
// End are always written.
type Line struct {
	File string `json:"file"` // name of the file, as it was given to the program that read it
	Kind Kind   `json:"kind"`

	// Of the document line.
	Language     string      `json:"language,omitempty"` // BCP 47; empty if unknown
	Title        string      `json:"title,omitempty"`
	Organisation string      `json:"organisation,omitempty"`
	LegalEntity  string      `json:"legal_entity,omitempty"`
	Updated      policy.Date `json:"updated,omitzero"`
	Profile      string      `json:"profile,omitempty"` // dji, xiaomi, kaios or generic

	// Of facts. ID is a concept of the facet that Kind names; Polarity is "yes"
	// or "no", and means "yes" where a line that was read has none.
	ID        string           `json:"id,omitempty"`
	Polarity  string           `json:"polarity,omitempty"`
	Period    policy.Duration  `json:"period,omitempty"`    // retention for a fixed period
	Condition policy.Condition `json:"condition,omitempty"` // under which the fact is stated here

	// Of records. Name is a controller's, or that of a named recipient;
	// Country is ISO 3166-1 alpha-2, of a controller or a transfer.
	Name         string             `json:"name,omitempty"`
	Country      string             `json:"country,omitempty"`
	Localisation bool               `json:"localisation,omitempty"` // data of Country's residents stays there
	Role         policy.Role        `json:"role,omitempty"`         // controllers and contacts
	Type         policy.ContactType `json:"type,omitempty"`         // contacts
	Value        string             `json:"value,omitempty"`        // contacts
	Age          int                `json:"age,omitempty"`          // children, in years

	// Of flows; Sources also of data facts.
	Data       []taxonomy.Data       `json:"data,omitempty"`
	Sources    []taxonomy.Source     `json:"sources,omitempty"`
	Purposes   []taxonomy.Purpose    `json:"purposes,omitempty"`
	Recipients []taxonomy.Recipient  `json:"recipients,omitempty"`
	LegalBases []taxonomy.LegalBasis `json:"legal_bases,omitempty"`

	// Region is the people of whom facts, controllers, contacts and flows are
	// said; empty means everybody.
	Region policy.Region `json:"region,omitempty"`

	// Start and End are byte offsets into the file, End exclusive: the
	// narrowest words that state the fact, the passage of a flow, the policy
	// proper of a document.
	Start int `json:"start"`
	End   int `json:"end"`

	// Section is the kind of the section that the words stand in: that of the
	// innermost heading above them whose kind is known, "other" if there are
	// headings but none is of a known kind, empty where there is no heading.
	Section string `json:"section,omitempty"`
}

// Span returns the place of l in its file.
func (l *Line) Span() policy.Span { return policy.Span{Start: l.Start, End: l.End} }

// A Kind tells what a line holds.
type Kind string

// The kinds of line.
const (
	Document Kind = "document" // what the text says of itself, once for each file

	// Facts, by the facet of their id.
	Data         Kind = "data"
	Purpose      Kind = "purpose"
	LegalBasis   Kind = "legal-basis"
	Recipient    Kind = "recipient"
	Source       Kind = "source"
	Retention    Kind = "retention"
	Disposal     Kind = "disposal"
	Right        Kind = "right"
	Safeguard    Kind = "safeguard"
	Security     Kind = "security"
	Technology   Kind = "technology"
	ChangeNotice Kind = "change-notice"
	Statement    Kind = "statement"

	// Records.
	Controller Kind = "controller" // a party in any role
	Contact    Kind = "contact"
	Transfer   Kind = "transfer"
	Children   Kind = "children"

	Flow Kind = "flow" // what one passage ties together
)
