package policy

import (
	"golang.org/x/text/language"

	"example.com/policymodel/taxonomy"
)

// A Policy is what one privacy policy says: facts, one slice for each facet
// of the taxonomy, and records (parties, contacts, transfers, ages), each with
// the places in the text that prove it. All slices are in the order in which
// the text first mentions their elements; [Policy.Check] has the rules that
// hold between the fields.
//
// A Policy is plain data. Reading it from several goroutines is safe as long
// as nobody changes it. The zero Policy says nothing.
type Policy struct {
	Taxonomy string   `json:"taxonomy,omitempty"` // version of the taxonomy that the text was read with, "" if unknown; later ones may have more ids
	Source   Source   `json:"source"`             // the text that was read
	Document Document `json:"document"`           // what the text says of itself

	Sections []Section `json:"sections,omitempty"` // the tree of headings, in text order
	Passages []Passage `json:"passages,omitempty"` // every sentence and list item that was looked at, in text order, not overlapping

	Data          []DataCategory    `json:"data,omitempty"`
	Purposes      []Purpose         `json:"purposes,omitempty"`
	LegalBases    []LegalBasis      `json:"legalBases,omitempty"`
	Recipients    []Recipient       `json:"recipients,omitempty"`
	Sources       []DataSource      `json:"sources,omitempty"`
	Subjects      []DataSubject     `json:"subjects,omitempty"`
	Retention     []Retention       `json:"retention,omitempty"`
	Disposal      []Disposal        `json:"disposal,omitempty"`
	Rights        []Right           `json:"rights,omitempty"`
	Safeguards    []Safeguard       `json:"safeguards,omitempty"`
	Security      []SecurityMeasure `json:"security,omitempty"`
	Technologies  []Technology      `json:"technologies,omitempty"`
	ChangeNotices []ChangeNotice    `json:"changeNotices,omitempty"`
	Statements    []Statement       `json:"statements,omitempty"`

	Parties   []Party    `json:"parties,omitempty"`
	Contacts  []Contact  `json:"contacts,omitempty"`
	Transfers []Transfer `json:"transfers,omitempty"`
	Children  []ChildAge `json:"children,omitempty"`

	Flows []Flow `json:"flows,omitempty"`

	Unclassified []Unclassified `json:"unclassified,omitempty"` // named in the text, without a name in the taxonomy
	Notes        []Note         `json:"notes,omitempty"`        // remarks on the text itself
}

// A Source identifies the text that a policy was read from.
type Source struct {
	SHA256 string `json:"sha256"` // of the text's bytes, 64 hexadecimal digits in lower case
	Bytes  int    `json:"bytes"`  // length of the text
}

// A Document holds what a policy says of itself. Fields that the text does not
// state are empty.
type Document struct {
	Language     language.Tag `json:"language"` // "und" if unknown
	Title        string       `json:"title,omitempty"`
	Organisation string       `json:"organisation,omitempty"` // the name that it goes by, "DJI"
	LegalEntity  string       `json:"legalEntity,omitempty"`  // the company that speaks, "SZ DJI Technology Co., Ltd."
	Updated      Date         `json:"updated,omitzero"`       // date of the last change that it states
	Profile      string       `json:"profile,omitempty"`      // the publisher's profile that was used: dji, xiaomi, kaios or generic
	Layout       string       `json:"layout,omitempty"`       // plain, markdown, pdf or scraped
	Body         Span         `json:"body,omitzero"`          // the policy proper, without navigation around it
}

// A Section is a heading and what stands below it.
type Section struct {
	Heading Span        `json:"heading"`
	Title   string      `json:"title"`
	Span    Span        `json:"span"`   // heading included, up to the next heading of the same or a higher level
	Level   int         `json:"level"`  // more than that of Parent
	Parent  int         `json:"parent"` // index in Policy.Sections, -1 at the top
	Kind    SectionKind `json:"kind,omitempty"`
}

// A Passage is one sentence, heading or list item of the text.
type Passage struct {
	Span    Span    `json:"span"`
	Text    string  `json:"text"`    // the words at Span, byte for byte, so perhaps not UTF-8
	Section int     `json:"section"` // index in Policy.Sections, -1 before the first heading
	Reading Reading `json:"reading"`
}

// A Reading tells what became of a passage.
type Reading string

// The readings of a passage.
const (
	Read        Reading = "read"         // at least one fact or record is taken from it
	Boilerplate Reading = "boilerplate"  // introductions, definitions, advice: nothing to take
	OutOfScope  Reading = "out-of-scope" // speaks of others' practices or of other matters
	NotRead     Reading = "not-read"     // seems to disclose something that was not understood
	SetAside    Reading = "set-aside"    // navigation and repeated text
)

// A Fact is what the facts of all facets share. A policy states the same thing
// in several places: Mentions has one element for each, in text order.
type Fact struct {
	Polarity Polarity  `json:"polarity"`
	Region   Region    `json:"region,omitempty"` // whom it is said of
	Mentions []Mention `json:"mentions"`
}

// Denied reports whether the text says that f is not so.
func (f *Fact) Denied() bool { return f.Polarity == No }

// Condition returns the condition under which the text states f: None if at
// least one mention is unconditional, otherwise that of the first mention.
func (f *Fact) Condition() Condition {
	for _, m := range f.Mentions {
		if m.Condition == None {
			return None
		}
	}
	if len(f.Mentions) == 0 {
		return None
	}
	return f.Mentions[0].Condition
}

// A Mention is a place where the text states a fact.
type Mention struct {
	Span      Span      `json:"span"`                // the narrowest words that state it
	Passage   int       `json:"passage"`             // index in Policy.Passages of the passage that holds Span
	Condition Condition `json:"condition,omitempty"` // as stated there
}

// A Polarity tells whether a text affirms or denies. The zero Polarity is Yes.
type Polarity bool

// The polarities.
const (
	Yes Polarity = false
	No  Polarity = true
)

// A Region names the people that a statement is about by the place where they
// live: "" for everybody, "EEA", or an ISO 3166-1 or -2 code such as "IN" or
// "US-CA".
type Region string

// Regions that policies often single out.
const (
	Everybody  Region = ""
	EEA        Region = "EEA"
	California Region = "US-CA"
	India      Region = "IN"
	Russia     Region = "RU"
)

// A Condition is what a statement is made to depend on.
type Condition string

// The conditions.
const (
	None        Condition = ""            // unconditional
	OnConsent   Condition = "consent"     // with the person's consent
	OnRequest   Condition = "request"     // when the person asks for it
	ByLaw       Condition = "law"         // where law requires or permits it
	ByChoice    Condition = "choice"      // depending on the person's settings or choice
	SomeService Condition = "service"     // for certain products or services only
	IfNecessary Condition = "necessity"   // where necessary
	OnEvent     Condition = "event"       // on an occasion such as a merger or a dispute
	Unless      Condition = "exception"   // with exceptions that the text names
	Otherwise   Condition = "unspecified" // some other condition
)

// A DataCategory is a kind of data about people that the organisation says it
// collects, receives, uses, stores or shares; denied, that it does not.
type DataCategory struct {
	ID      taxonomy.Data     `json:"id"`
	Sources []taxonomy.Source `json:"sources,omitempty"` // how it is obtained, as far as the text says
	Fact
}

// A Purpose is what data is used for.
type Purpose struct {
	ID taxonomy.Purpose `json:"id"`
	Fact
}

// A LegalBasis is a ground for processing in the sense of GDPR Art. 6(1).
type LegalBasis struct {
	ID taxonomy.LegalBasis `json:"id"`
	Fact
}

// A Recipient is somebody to whom data is or may be disclosed (GDPR Art.
// 4(9)); denied, to whom it is not.
type Recipient struct {
	ID   taxonomy.Recipient `json:"id"`
	Name string             `json:"name,omitempty"` // of a recipient that is named, "Google Analytics"
	Fact
}

// A DataSource is where data comes from.
type DataSource struct {
	ID taxonomy.Source `json:"id"`
	Fact
}

// A DataSubject is a kind of person whom the data is about.
type DataSubject struct {
	ID taxonomy.Subject `json:"id"`
	Fact
}

// A Retention is a criterion for how long data is kept.
type Retention struct {
	ID     taxonomy.Retention `json:"id"`
	Period Duration           `json:"period,omitempty"` // of RetentionFixedPeriod
	Fact
}

// A Disposal is what happens to data when its time is over.
type Disposal struct {
	ID taxonomy.Disposal `json:"id"`
	Fact
}

// A Right is a right of the data subject; denied, one that the text withholds.
type Right struct {
	ID taxonomy.Right `json:"id"`
	Fact
}

// A Safeguard protects data that is transferred to another country (GDPR Art.
// 45 to 49).
type Safeguard struct {
	ID taxonomy.Safeguard `json:"id"`
	Fact
}

// A SecurityMeasure protects data against loss and unauthorised access.
type SecurityMeasure struct {
	ID   taxonomy.Security `json:"id"`
	Name string            `json:"name,omitempty"` // of a certification, "ISO/IEC 27001:2013"
	Fact
}

// A Technology is a means of collecting data, such as a cookie.
type Technology struct {
	ID taxonomy.Technology `json:"id"`
	Fact
}

// A ChangeNotice is a way in which changes of the policy are made known.
type ChangeNotice struct {
	ID taxonomy.ChangeNotice `json:"id"`
	Fact
}

// A Statement is any other statement of consequence, such as "we do not sell".
type Statement struct {
	ID taxonomy.Statement `json:"id"`
	Fact
}

// A Party is a person or company with a role in the processing. Of an officer
// whom the text does not name, only how to reach, the name is that of the
// office, as written: "Data Protection Officer".
type Party struct {
	Name     string    `json:"name"`
	Role     Role      `json:"role"`
	Country  string    `json:"country,omitempty"` // of the party, ISO 3166-1 alpha-2
	Region   Region    `json:"region,omitempty"`  // whose data it answers for
	Mentions []Mention `json:"mentions"`
}

// A Role is what a party is.
type Role string

// The roles of a party.
const (
	Controller            Role = "controller"              // GDPR Art. 4(7)
	Processor             Role = "processor"               // GDPR Art. 4(8)
	Operator              Role = "operator"                // runs the service or stands as an address, no role stated
	Representative        Role = "representative"          // GDPR Art. 27
	GrievanceOfficer      Role = "grievance-officer"       // India, SPDI Rules 2011, rule 5(9)
	DataProtectionOfficer Role = "data-protection-officer" // GDPR Art. 37
)

// A Contact is a way to reach somebody.
type Contact struct {
	Type     ContactType `json:"type"`
	Value    string      `json:"value"` // as the text gives it
	Region   Region      `json:"region,omitempty"`
	Role     Role        `json:"role,omitempty"` // whom it reaches, where the text says
	Mentions []Mention   `json:"mentions"`
}

// A ContactType is the kind of a contact.
type ContactType string

// The types of contact.
const (
	Email   ContactType = "email"
	URL     ContactType = "url"
	Phone   ContactType = "phone"
	Address ContactType = "address" // postal
	Person  ContactType = "person"  // a name
)

// A Transfer is a country in which data is said to be stored or processed.
type Transfer struct {
	Country   string    `json:"country"`             // ISO 3166-1 alpha-2
	Localised bool      `json:"localised,omitempty"` // data of that country's residents is said to stay there
	Mentions  []Mention `json:"mentions"`
}

// A ChildAge is an age threshold that the text states.
type ChildAge struct {
	Age      int       `json:"age"` // in years
	Mentions []Mention `json:"mentions"`
}

// A Flow ties together what one passage says about the same data: what, where
// it comes from, what it is used for, who gets it and on which ground. Lists
// that the passage does not name are empty; without Data it is about personal
// data in general.
type Flow struct {
	Span       Span                  `json:"span"`
	Data       []taxonomy.Data       `json:"data,omitempty"`
	Sources    []taxonomy.Source     `json:"sources,omitempty"`
	Purposes   []taxonomy.Purpose    `json:"purposes,omitempty"`
	Recipients []taxonomy.Recipient  `json:"recipients,omitempty"`
	LegalBases []taxonomy.LegalBasis `json:"legalBases,omitempty"`
	Region     Region                `json:"region,omitempty"`
}

// An Unclassified is something that the text names where a concept of a facet
// would stand, and for which the taxonomy or the lexicon has no name.
type Unclassified struct {
	Facet   taxonomy.Facet `json:"facet"`
	Span    Span           `json:"span"`
	Words   string         `json:"words"`
	Passage int            `json:"passage"`
}

// A SectionKind is the subject of a section, as far as its heading tells.
type SectionKind string

// The kinds of section.
const (
	SectionOther        SectionKind = ""
	SectionIntroduction SectionKind = "introduction"
	SectionCollection   SectionKind = "collection"
	SectionUse          SectionKind = "use"
	SectionLegalBasis   SectionKind = "legal-basis"
	SectionSharing      SectionKind = "sharing"
	SectionTransfer     SectionKind = "transfer"
	SectionRetention    SectionKind = "retention"
	SectionSecurity     SectionKind = "security"
	SectionRights       SectionKind = "rights"
	SectionCookies      SectionKind = "cookies"
	SectionChildren     SectionKind = "children"
	SectionChanges      SectionKind = "changes"
	SectionContact      SectionKind = "contact"
	SectionThirdParties SectionKind = "third-parties" // links, other people's services
	SectionDefinitions  SectionKind = "definitions"
	SectionCalifornia   SectionKind = "california"
	SectionRegional     SectionKind = "regional" // other regions' notices
	SectionDisputes     SectionKind = "disputes" // law, liability, arbitration
)

// A Note is a remark on the text, not on what it says.
type Note struct {
	Code    NoteCode `json:"code"`
	Span    Span     `json:"span,omitzero"`
	Message string   `json:"message"` // for people; may change
}

// A NoteCode identifies a kind of note; codes are stable.
type NoteCode string

// The note codes.
const (
	NoteInvalidUTF8     NoteCode = "invalid-utf-8"    // bytes that are not UTF-8 were read as U+FFFD
	NoteUnknownLanguage NoteCode = "unknown-language" // neither English nor Dutch; facts will be few
	NoteMixedLanguage   NoteCode = "mixed-language"   // parts are in another language
	NoteNoSections      NoteCode = "no-sections"      // no heading was found
	NoteNotAPolicy      NoteCode = "not-a-policy"     // hardly anything reads like a privacy policy
)
