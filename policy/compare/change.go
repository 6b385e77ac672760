package compare

import (
	"encoding/json"
	"strconv"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Change is one difference between two policies, with the evidence of both.
type Change struct {
	Type    Type
	Key     Key       // what differs, for all but Added and Removed facts and records
	Before  Statement // zero for Added
	After   Statement // zero for Removed
	Grade   Grade     // how much it matters
	Why     string    // the reason for the grade, for people; may change
	Silent  bool      // both versions state the same date; not of Translations
	Verdict Verdict   // of Translations only

	// Counterpart is of Translations only: where the text that lacks the
	// statement speaks of the same things, in text order.
	Counterpart []policy.Span
}

// A Type tells what became of a statement.
type Type string

// The types of change.
const (
	Added    Type = "added"    // stated after, not before
	Removed  Type = "removed"  // stated before, not after
	Changed  Type = "changed"  // stated on both sides, with another Key
	Narrowed Type = "narrowed" // a concept gave way to a descendant, or an unnamed recipient to a named one
	Widened  Type = "widened"  // the opposite of Narrowed
)

// inverse is the type of the same change seen from the other side.
func (t Type) inverse() Type {
	switch t {
	case Added:
		return Removed
	case Removed:
		return Added
	case Narrowed:
		return Widened
	case Widened:
		return Narrowed
	}
	return t
}

// A Key names the property of a statement that changed.
type Key string

// The keys. Those of [Document] are the fields of policy.Document.
const (
	ByID           Key = "id"
	ByPolarity     Key = "polarity"
	ByRegion       Key = "region"
	ByCondition    Key = "condition"
	ByPeriod       Key = "period"
	BySources      Key = "sources"
	ByName         Key = "name"
	ByRole         Key = "role"
	ByCountry      Key = "country"
	ByValue        Key = "value"
	ByLocalisation Key = "localisation"
	ByAge          Key = "age"
	ByLanguage     Key = "language"
	ByTitle        Key = "title"
	ByOrganisation Key = "organisation"
	ByLegalEntity  Key = "legal_entity"
	ByUpdated      Key = "updated"
	BySection      Key = "section" // sections of a kind, by their headings
)

// A Kind is the kind of a statement: the name of a facet, or of records.
type Kind string

// The kinds of statement that are no facts.
const (
	Document   Kind = "document"
	Controller Kind = "controller" // a party in any role
	Contact    Kind = "contact"
	Transfer   Kind = "transfer"
	Children   Kind = "children"
	Flow       Kind = "flow"
)

// Facet returns the facet of a kind of fact.
func (k Kind) Facet() (taxonomy.Facet, bool) {
	switch k {
	case "", Document, Controller, Contact, Transfer, Children, Flow:
		return "", false
	}
	return taxonomy.Facet(k), true
}

// A Subject is what a statement is about: the properties that tell one
// statement of a policy from another. Those that do not apply are zero.
type Subject struct {
	Kind      Kind
	ID        string // of a fact
	Name      string // of a named recipient, a certification or a party
	Polarity  policy.Polarity
	Region    policy.Region
	Period    policy.Duration
	Role      policy.Role        // of a party or contact
	Type      policy.ContactType // of a contact
	Value     string             // of a contact; of a property of the document
	Country   string             // of a transfer or, where it is stated, of a party
	Localised bool               // of a transfer
	Age       int                // in years
	End       taxonomy.Facet     // of a flow: the facet of ID, which the data is tied to
}

// A Statement is what one policy states about a Subject, and where.
type Statement struct {
	Subject
	Condition policy.Condition  // where all mentions agree
	Sources   []taxonomy.Source // of data, sorted
	Data      []taxonomy.Data   // of a flow, sorted
	Evidence  []policy.Span     // in text order; empty for the document

	mentions []policy.Mention
}

// IsZero reports whether s is no statement.
func (s *Statement) IsZero() bool { return s.Kind == "" }

// property returns the value of a property in the form of the JSON Lines.
func (s *Statement) property(key Key) string {
	switch key {
	case ByID:
		if s.Name != "" {
			return s.ID + " (" + s.Name + ")"
		}
		return s.ID
	case ByPolarity:
		return s.Polarity.String()
	case ByRegion:
		return string(s.Region)
	case ByCondition:
		return string(s.Condition)
	case ByPeriod:
		return string(s.Period)
	case BySources:
		return join(s.Sources)
	case ByName:
		return s.Name
	case ByRole:
		return string(s.Role)
	case ByCountry:
		return s.Country
	case ByLocalisation:
		return strconv.FormatBool(s.Localised)
	case ByAge:
		return strconv.Itoa(s.Age)
	}
	return s.Value
}

func join[T ~string](list []T) string {
	var b strings.Builder
	for i, x := range list {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(string(x))
	}
	return b.String()
}

// Subject returns what the change is about: the statement after it, or the one
// that was removed.
func (c *Change) Subject() Subject { return c.side().Subject }

func (c *Change) side() *Statement {
	if c.After.IsZero() {
		return &c.Before
	}
	return &c.After
}

// From returns what Key was, and To what it is: "EEA", "P3Y", "person,automatic",
// "" if it was not stated.
func (c *Change) From() string { return c.value(&c.Before) }

// To returns what Key is after the change, as From does what it was.
func (c *Change) To() string { return c.value(&c.After) }

func (c *Change) value(s *Statement) string {
	if c.Key == "" || s.IsZero() {
		return ""
	}
	return s.property(c.Key)
}

// Material reports whether the change is graded Material.
func (c *Change) Material() bool { return c.Grade == Material }

// Mirror returns the same difference with before and after exchanged.
func (c Change) Mirror() Change {
	c.Type = c.Type.inverse()
	c.Before, c.After = c.After, c.Before
	return c
}

// MarshalJSON returns the change as one line of the JSON Lines that the compare
// command writes. Keys that do not apply are left out; verdict, grade and
// silence stand before the reason in "why". The Counterpart of a statement that
// one side lacks stands as that side's evidence.
func (c Change) MarshalJSON() ([]byte, error) {
	s := c.side()
	l := line{
		Change: c.Type, Kind: s.Kind, ID: s.ID, Region: s.Region, Name: s.Name, Period: s.Period,
		Country: s.Country, Localisation: s.Localised, Role: s.Role, Type: s.Type, Value: s.Value, Age: s.Age,
		Data: s.Data, Key: c.Key, Material: c.Material(),
		Before: append([]policy.Span{}, c.Before.Evidence...), After: append([]policy.Span{}, c.After.Evidence...),
		Why: c.Reason(),
	}
	switch {
	case s.Kind == Document:
		l.Value = ""
	case c.Type == Added:
		l.Before = append(l.Before, c.Counterpart...)
	case c.Type == Removed:
		l.After = append(l.After, c.Counterpart...)
	}
	if s.Kind == Flow {
		l.ID = ""
		switch s.End {
		case taxonomy.FacetRecipient:
			l.Recipients = []string{s.ID}
		case taxonomy.FacetPurpose:
			l.Purposes = []string{s.ID}
		case taxonomy.FacetLegalBasis:
			l.LegalBases = []string{s.ID}
		}
	}
	if _, ok := s.Kind.Facet(); ok {
		l.Polarity = s.Polarity.String()
	}
	if c.Key != "" {
		from, to := c.From(), c.To()
		l.From, l.To = &from, &to
	}
	return json.Marshal(l)
}

// line is a Change in JSON.
type line struct {
	Change       Type               `json:"change"`
	Kind         Kind               `json:"kind"`
	ID           string             `json:"id,omitempty"`
	Polarity     string             `json:"polarity,omitempty"`
	Region       policy.Region      `json:"region,omitempty"`
	Name         string             `json:"name,omitempty"`
	Period       policy.Duration    `json:"period,omitempty"`
	Country      string             `json:"country,omitempty"`
	Localisation bool               `json:"localisation,omitempty"`
	Role         policy.Role        `json:"role,omitempty"`
	Type         policy.ContactType `json:"type,omitempty"`
	Value        string             `json:"value,omitempty"`
	Age          int                `json:"age,omitempty"`
	Data         []taxonomy.Data    `json:"data,omitempty"`
	Purposes     []string           `json:"purposes,omitempty"`
	Recipients   []string           `json:"recipients,omitempty"`
	LegalBases   []string           `json:"legal_bases,omitempty"`
	Key          Key                `json:"key,omitempty"`
	From         *string            `json:"from,omitempty"`
	To           *string            `json:"to,omitempty"`
	Material     bool               `json:"material"`
	Before       []policy.Span      `json:"before"`
	After        []policy.Span      `json:"after"`
	Why          string             `json:"why"`
}

// Reason returns verdict, grade, silence and Why in one line for people.
func (c *Change) Reason() string {
	var b strings.Builder
	if c.Verdict != "" {
		b.WriteString(string(c.Verdict) + ", ")
	}
	b.WriteString(string(c.Grade))
	if c.Silent {
		b.WriteString(", silent")
	}
	b.WriteString(": " + c.Why)
	return b.String()
}
