// Package lexicon holds the words and phrases of privacy policies, one folder
// of plain text files for each language, and finds them in sentences.
//
// A file is a list of groups. A group's header names what its phrases stand
// for; each further line is one phrase. data/README.md describes the form.
package lexicon

import (
	"slices"
	"sync"

	"example.com/policymodel/parse/internal/buffer"
	"example.com/policymodel/parse/internal/words"
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
	Kinds   // the number of kinds
)

var kindNames = [Kinds]string{
	Data: string(taxonomy.FacetData), Purpose: string(taxonomy.FacetPurpose), LegalBasis: string(taxonomy.FacetLegalBasis),
	Recipient: string(taxonomy.FacetRecipient), Source: string(taxonomy.FacetSource), Retention: string(taxonomy.FacetRetention),
	Disposal: string(taxonomy.FacetDisposal), Right: string(taxonomy.FacetRight), Safeguard: string(taxonomy.FacetSafeguard),
	Security: string(taxonomy.FacetSecurity), Technology: string(taxonomy.FacetTechnology), ChangeNotice: string(taxonomy.FacetChangeNotice),
	Statement: string(taxonomy.FacetStatement), Subject: string(taxonomy.FacetSubject),
	Cue: "cue", Section: "section", Block: "block", Region: "region",
}

// Organisation is the entry for a name of the organisation, which stands where
// "we" could.
var Organisation = &Entry{Kind: Cue, cues: Cues(CueWe), Concept: -1, Sense: &Sense{ID: cueNames[CueWe]}}

// Entries makes entries of concepts that are found by other means than a phrase.
// The zero Entries is ready to use.
type Entries struct{ list []entryOf }

type entryOf struct {
	Entry
	sense Sense
}

// Of returns an entry for a concept, and the name if it is named. It is valid
// until x is cleared.
func (x *Entries) Of(k Kind, id, name string) *Entry {
	x.list = append(x.list, entryOf{sense: Sense{id, name}})
	e := &x.list[len(x.list)-1] // which stays where it is if the list moves
	e.Entry = Entry{Kind: k, Concept: concepts()[concept{k.Facet(), id}], Sense: &e.sense}
	return &e.Entry
}

// Grow makes room for n more entries.
func (x *Entries) Grow(n int) { x.list = slices.Grow(x.list, n) }

// Clear makes x forget its entries, and adds the room that it keeps for others to n.
func (x *Entries) Clear(n *buffer.Size) { x.list = buffer.Emptied(n, x.list) }

type concept struct {
	facet taxonomy.Facet
	id    string
}

// concepts numbers the concepts of each facet, from 0.
var concepts = sync.OnceValue(func() map[concept]int {
	of := map[concept]int{}
	n := map[taxonomy.Facet]int{}
	for c := range taxonomy.All() {
		of[concept{c.Facet, c.ID}] = n[c.Facet]
		n[c.Facet]++
	}
	return of
})

// Facet returns the facet of k, "" if k is none.
func (k Kind) Facet() taxonomy.Facet {
	if k > Subject {
		return ""
	}
	return taxonomy.Facet(kindNames[k])
}

func (k Kind) String() string { return kindNames[k] }

// An Entry is what a phrase stands for and where that holds. All marks are asked
// for their entries, so that these take a line of the cache each; what entries
// share stands elsewhere, once.
type Entry struct {
	Kind    Kind
	List    bool       // ambiguous: holds in a list, or after "your"
	Gap     bool       // the phrase has a gap
	Verb    bool       // the phrase starts with a verb
	block   uint32     // kinds that a Block takes away
	section SectionSet // of a Section
	cues    CueSet     // of a Cue; none for others

	// Concept numbers the concepts of a kind from 0, in the order of the
	// taxonomy; other entries have -1.
	Concept int

	bound *binding // nil if the entry holds everywhere
	*Sense
}

// A Sense is what entries of one kind mean.
type Sense struct {
	ID   string // concept, cue (the first of several), section kind, region or, for a block, the blocked kind ("" for all)
	Name string // of a recipient that is named
}

// A binding tells where an entry holds.
type binding struct {
	need CueSet     // at least one of these cues must be near
	not  CueSet     // none of these
	in   SectionSet // 0 is all
}

// Cues returns the cues of a Cue entry; other entries have none.
func (e *Entry) Cues() *CueSet { return &e.cues }

// Is reports whether c is one of the cues of e.
func (e *Entry) Is(c CueID) bool { return e.cues.Has(c) }

// Titles reports whether e only tells the subject of a heading or label.
func (e *Entry) Titles() bool { return e.Kind == Section || e.Kind == Cue && e.cues.within(&titles) }

// Plain reports whether e holds everywhere.
func (e *Entry) Plain() bool { return e.bound == nil }

// SectionSet returns the set with the kind of a Section entry.
func (e *Entry) SectionSet() SectionSet { return e.section }

// Blocks reports whether e, a Block, takes away marks of kind k.
func (e *Entry) Blocks(k Kind) bool { return e.block&(1<<k) != 0 }

// Holds reports whether e may stand in a sentence with the given cues, in a
// section of the given kinds.
func (e *Entry) Holds(cues *CueSet, sections SectionSet) bool {
	return e.bound == nil || e.bound.holds(cues, sections)
}

func (b *binding) holds(cues *CueSet, sections SectionSet) bool {
	return (b.need.Empty() || b.need.Overlaps(cues)) && !b.not.Overlaps(cues) && (b.in == 0 || b.in&sections != 0)
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
	Language   string // "en" or "nl"
	Vocabulary words.Vocabulary
	auto       *automaton
	entries    []Entry // of the phrases, by number
	gap        int     // words that ".." stands for, at most
	verbs      []bool  // by symbol
}

// Cues returns the cues that w tells by itself: those that hold everywhere and
// are none of Placed.
func (l *Lexicon) Cues(w words.Word) *CueSet { return &l.auto.tells[l.auto.starts[w.Lemma].told()] }

// Verb reports whether the files use w as a verb.
func (l *Lexicon) Verb(w words.Word) bool { return w.Lemma > 0 && l.verbs[w.Lemma] }

// KindOf returns the kind of a facet's entries; Kinds if there is none.
func KindOf(f taxonomy.Facet) Kind {
	for k := Data; k <= Subject; k++ {
		if k.Facet() == f {
			return k
		}
	}
	return Kinds
}
