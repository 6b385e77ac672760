package tilt

// A Document is a TILT document. Fields that the schema requires are always
// written, the others if they are not zero. Documents are plain data; reading
// one from several goroutines is safe as long as nobody changes it.
type Document struct {
	Meta                           Meta              `json:"meta"`
	Controller                     Controller        `json:"controller"`
	DataProtectionOfficer          Officer           `json:"dataProtectionOfficer"`
	DataDisclosed                  []DataDisclosed   `json:"dataDisclosed"`
	ThirdCountryTransfers          []Transfer        `json:"thirdCountryTransfers"`
	AccessAndDataPortability       Access            `json:"accessAndDataPortability"`
	Sources                        []DataSource      `json:"sources"`
	RightToInformation             Right             `json:"rightToInformation"`
	RightToRectificationOrDeletion Right             `json:"rightToRectificationOrDeletion"`
	RightToDataPortability         Right             `json:"rightToDataPortability"`
	RightToWithdrawConsent         Right             `json:"rightToWithdrawConsent"`
	RightToComplain                Complaint         `json:"rightToComplain"`
	AutomatedDecisionMaking        Decisions         `json:"automatedDecisionMaking"`
	ChangesOfPurpose               []ChangeOfPurpose `json:"changesOfPurpose"`
}

// Meta identifies a document.
type Meta struct {
	ID       string `json:"_id"`
	Name     string `json:"name"`     // of the controller
	Created  string `json:"created"`  // ISO 8601
	Modified string `json:"modified"` // ISO 8601
	Version  int    `json:"version"`  // from 1
	Language string `json:"language"` // ISO 639-1
	Status   string `json:"status"`   // active or inactive
	URL      string `json:"url"`      // of the policy
	Hash     string `json:"_hash"`    // SHA-256 of the policy's text, 64 hexadecimal digits
}

// A Controller is who is responsible for the processing.
type Controller struct {
	Name           string         `json:"name"`
	Division       string         `json:"division,omitempty"`
	Address        string         `json:"address"`
	Country        string         `json:"country"` // ISO 3166-1 alpha-2
	Representative Representative `json:"representative"`
}

// A Representative is a person who represents a controller.
type Representative struct {
	Name  string `json:"name"`
	Email string `json:"email"`
	Phone string `json:"phone,omitempty"`
}

// An Officer is a data protection officer.
type Officer struct {
	Name    string `json:"name"`
	Address string `json:"address"`
	Country string `json:"country"` // ISO 3166-1 alpha-2
	Email   string `json:"email"`
	Phone   string `json:"phone,omitempty"`
}

// DataDisclosed is what is said about one category of data.
type DataDisclosed struct {
	ID                  string               `json:"_id"`
	Category            string               `json:"category"`
	Purposes            []Purpose            `json:"purposes"`
	LegalBases          []LegalBasis         `json:"legalBases"`
	LegitimateInterests []LegitimateInterest `json:"legitimateInterests"`
	Recipients          []Recipient          `json:"recipients"`
	Storage             []Storage            `json:"storage"`
	NonDisclosure       NonDisclosure        `json:"nonDisclosure"`
}

// A Purpose is what data is processed for.
type Purpose struct {
	Purpose     string `json:"purpose"`
	Description string `json:"description"`
}

// A LegalBasis is a provision of law, such as "GDPR-6-1-a".
type LegalBasis struct {
	Reference   string `json:"reference"`
	Description string `json:"description,omitempty"`
}

// A LegitimateInterest tells whether data is processed for legitimate
// interests, Art. 13(1)(d) of the GDPR, and for which.
type LegitimateInterest struct {
	Exists    *bool  `json:"exists,omitempty"`
	Reasoning string `json:"reasoning"`
}

// A Recipient is who gets the data.
type Recipient struct {
	Name           string                   `json:"name,omitempty"`
	Division       string                   `json:"division,omitempty"`
	Address        string                   `json:"address,omitempty"`
	Country        string                   `json:"country,omitempty"` // ISO 3166-1 alpha-2
	Representative *RecipientRepresentative `json:"representative,omitempty"`
	Category       string                   `json:"category"`
}

// A RecipientRepresentative is a person who represents a recipient.
type RecipientRepresentative struct {
	Name  string `json:"name,omitempty"`
	Email string `json:"email,omitempty"`
	Phone string `json:"phone,omitempty"`
}

// Storage is how long data is kept.
type Storage struct {
	Temporal              []Period `json:"temporal,omitempty"`
	PurposeConditional    []string `json:"purposeConditional,omitempty"`
	LegalBasisConditional []string `json:"legalBasisConditional,omitempty"`
	AggregationFunction   string   `json:"aggregationFunction"` // min, max, sum or avg
}

// A Period is a time for which data is kept.
type Period struct {
	Description string `json:"description"`
	TTL         string `json:"ttl"` // a duration in ISO 8601, without weeks
}

// NonDisclosure tells whether data has to be given, and what follows if it is
// not, Art. 13(2)(e) of the GDPR.
type NonDisclosure struct {
	LegalRequirement      bool   `json:"legalRequirement"`
	ContractualRegulation bool   `json:"contractualRegulation"`
	ObligationToProvide   bool   `json:"obligationToProvide"`
	Consequences          string `json:"consequences"`
}

// A Transfer is a country outside the European Economic Area that data goes to,
// and what protects it there.
type Transfer struct {
	Country              string     `json:"country,omitempty"` // ISO 3166-1 alpha-2
	AdequacyDecision     *Guarantee `json:"adequacyDecision,omitempty"`
	AppropriateGuarantee *Guarantee `json:"appropriateGuarantees,omitempty"`
	EnforceableRights    *Guarantee `json:"presenceOfEnforceableRightsAndEffectiveRemedies,omitempty"`
	StandardClauses      *Guarantee `json:"standardDataProtectionClause,omitempty"`
}

// A Guarantee tells whether there is a safeguard for a transfer.
type Guarantee struct {
	Available   *bool  `json:"available,omitempty"`
	Description string `json:"description"`
}

// Access is the right to access and data portability.
type Access struct {
	Available               bool     `json:"available"`
	Description             string   `json:"description,omitempty"`
	URL                     string   `json:"url,omitempty"`
	Email                   string   `json:"email,omitempty"`
	IdentificationEvidences []string `json:"identificationEvidences,omitempty"`
	AdministrativeFee       *Fee     `json:"administrativeFee,omitempty"`
	DataFormats             []string `json:"dataFormats,omitempty"`
}

// A Fee is what a copy of the data costs.
type Fee struct {
	Amount   float64 `json:"amount"`
	Currency string  `json:"currency"` // ISO 4217
}

// A DataSource tells where data comes from that is not collected from the
// person, Art. 14(2)(f) of the GDPR.
type DataSource struct {
	ID           string   `json:"_id"`
	DataCategory string   `json:"dataCategory"`
	Sources      []Source `json:"sources"`
}

// A Source is where data comes from.
type Source struct {
	Description       string `json:"description"`
	URL               string `json:"url"`
	PubliclyAvailable bool   `json:"publiclyAvailable"`
}

// A Right is a right of the data subject. A nil Available means that the text
// does not say.
type Right struct {
	Available               *bool    `json:"available,omitempty"`
	Description             string   `json:"description,omitempty"`
	URL                     string   `json:"url,omitempty"`
	Email                   string   `json:"email,omitempty"`
	IdentificationEvidences []string `json:"identificationEvidences,omitempty"`
}

// A Complaint is the right to complain to a supervisory authority.
type Complaint struct {
	Right
	SupervisoryAuthority *Authority `json:"supervisoryAuthority,omitempty"`
}

// An Authority is a supervisory authority.
type Authority struct {
	Name    string `json:"name"`
	Address string `json:"address,omitempty"`
	Country string `json:"country,omitempty"` // ISO 3166-1 alpha-2
	Email   string `json:"email,omitempty"`
	Phone   string `json:"phone,omitempty"`
}

// Decisions tells whether decisions are automated or people profiled, Art.
// 13(2)(f) of the GDPR. A nil InUse means that the text does not say.
type Decisions struct {
	InUse                   *bool   `json:"inUse,omitempty"`
	LogicInvolved           *string `json:"logicInvolved,omitempty"`
	ScopeAndIntendedEffects *string `json:"scopeAndIntendedEffects,omitempty"`
}

// A ChangeOfPurpose announces that data will be used for another purpose.
type ChangeOfPurpose struct {
	Description            string   `json:"description,omitempty"`
	AffectedDataCategories []string `json:"affectedDataCategories,omitempty"`
	PlannedDateOfChange    string   `json:"plannedDateOfChange,omitempty"` // ISO 8601
	URLOfNewVersion        string   `json:"urlOfNewVersion,omitempty"`
}
