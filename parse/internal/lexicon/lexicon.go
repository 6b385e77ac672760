// Package lexicon holds the words and phrases of privacy policies, one folder
// of plain text files for each language, and finds them in sentences.
//
// A file is a list of groups. A group's header names what its phrases stand
// for; each further line is one phrase. data/README.md describes the form.
package lexicon

import (
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Kind is what sort of thing an entry marks.
type Kind uint8

// The kinds: one for each facet, then what serves to read them.
const (
	Data Kind = iota
	Purpose
	LegalBasis
	Recipient
	Source
	Retention
	Disposal
	Right
	Safeguard
	Security
	Technology
	ChangeNotice
	Statement
	Subject
	Cue     // tells about the sentence, not about the policy
	Section // subject of a section, in its heading
	Block   // words that are none of what they seem
	Region  // people of a place
	kinds
)

var kindNames = [kinds]string{
	Data: string(taxonomy.FacetData), Purpose: string(taxonomy.FacetPurpose), LegalBasis: string(taxonomy.FacetLegalBasis),
	Recipient: string(taxonomy.FacetRecipient), Source: string(taxonomy.FacetSource), Retention: string(taxonomy.FacetRetention),
	Disposal: string(taxonomy.FacetDisposal), Right: string(taxonomy.FacetRight), Safeguard: string(taxonomy.FacetSafeguard),
	Security: string(taxonomy.FacetSecurity), Technology: string(taxonomy.FacetTechnology), ChangeNotice: string(taxonomy.FacetChangeNotice),
	Statement: string(taxonomy.FacetStatement), Subject: string(taxonomy.FacetSubject),
	Cue: "cue", Section: "section", Block: "block", Region: "region",
}

// Facet returns the facet of k, "" if k is none.
func (k Kind) Facet() taxonomy.Facet {
	if k > Subject {
		return ""
	}
	return taxonomy.Facet(kindNames[k])
}

func (k Kind) String() string { return kindNames[k] }

// An Entry is what a phrase stands for and where that holds.
type Entry struct {
	Kind Kind
	ID   string // concept, cue, section kind, region or, for a block, the blocked kind ("" for all)
	Name string // of a recipient that is named
	List bool   // ambiguous: holds in a list, or after "your"
	Gap  bool   // the phrase has a gap

	cue    CueID        // of a Cue
	block  uint32       // kinds that a Block takes away
	need   CueSet       // at least one of these cues must be near
	not    CueSet       // none of these
	in     uint32       // sections, a set of sectionBits; 0 is all
	bit    uint32       // of a Section
	origin string       // file and line, for messages
	accept []words.Form // used while compiling
}

// CueID returns the cue of a Cue entry.
func (e *Entry) CueID() CueID { return e.cue }

// Blocks reports whether e, a Block, takes away marks of kind k.
func (e *Entry) Blocks(k Kind) bool { return e.block&(1<<k) != 0 }

// Holds reports whether e may stand in a sentence with the given cues, in a
// section of the given kind.
func (e *Entry) Holds(cues *CueSet, section policy.SectionKind) bool {
	return (e.need.Empty() || e.need.Overlaps(cues)) && !e.not.Overlaps(cues) &&
		(e.in == 0 || e.in&sectionBit(section) != 0)
}

// A Mark is a place in a sentence where a phrase stands: words First to Last,
// inclusive, of the slice that was matched.
type Mark struct {
	First, Last int32
	Entry       *Entry
}

// A Lexicon is the compiled phrases of one language. It is immutable and safe
// for concurrent use.
type Lexicon struct {
	Vocabulary words.Vocabulary
	trie       trie
}

var sectionKinds = [...]policy.SectionKind{
	policy.SectionOther, policy.SectionIntroduction, policy.SectionCollection, policy.SectionUse, policy.SectionLegalBasis,
	policy.SectionSharing, policy.SectionTransfer, policy.SectionRetention, policy.SectionSecurity, policy.SectionRights,
	policy.SectionCookies, policy.SectionChildren, policy.SectionChanges, policy.SectionContact, policy.SectionThirdParties,
	policy.SectionDefinitions, policy.SectionCalifornia, policy.SectionRegional, policy.SectionDisputes,
}

func sectionBit(k policy.SectionKind) uint32 {
	for i, s := range sectionKinds {
		if s == k {
			return 1 << i
		}
	}
	return 0
}
