package reading

import (
	"sync"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/taxonomy"
)

// A concept is one that flows tie together: its kind, one of the first four,
// and its number among those of the kind.
type concept uint16

// numberBits is how many bits of a concept, the lower ones, are its number.
const numberBits = 14

// conceptOf returns the concept of e, whose kind is Recipient or one before it.
func conceptOf(e *lexicon.Entry) concept {
	return concept(e.Kind)<<numberBits | concept(e.Concept)
}

func (c concept) kind() lexicon.Kind { return lexicon.Kind(c >> numberBits) }

// id returns the id of c, given those of all concepts.
func (c concept) id(ids *[lexicon.Recipient + 1][]string) string {
	return ids[c.kind()][c%(1<<numberBits)]
}

// set returns the set of just the kind of c.
func (c concept) set() kindSet { return 1 << c.kind() }

// conceptIDs returns the ids of the concepts of each kind that flows are of.
var conceptIDs = sync.OnceValue(func() *[lexicon.Recipient + 1][]string {
	var ids [lexicon.Recipient + 1][]string
	for c := range taxonomy.All() {
		if k := lexicon.KindOf(c.Facet); k <= lexicon.Recipient {
			ids[k] = append(ids[k], c.ID)
		}
	}
	return &ids
})

// A kindSet is a set of the kinds of concepts.
type kindSet uint8

const (
	ofData      kindSet = 1 << lexicon.Data
	ofPurpose   kindSet = 1 << lexicon.Purpose
	ofBasis     kindSet = 1 << lexicon.LegalBasis
	ofRecipient kindSet = 1 << lexicon.Recipient
	ofUse               = ofPurpose | ofBasis | ofRecipient // what is done with data
)
