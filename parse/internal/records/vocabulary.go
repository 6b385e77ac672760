package records

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// A tag is a set of things that a word may be. The names of the tags in
// words.tsv are those of the constants, without the t and in lower case.
type tag uint64

const (
	tMonth tag = 1 << iota
	tNum
	tUnit
	tUpdated   // of a date: the policy's last change
	tEffective // of a date: from when the policy is valid
	tVersion   // of a date: the version
	tPrior     // of a date: an earlier version
	tLaw
	tWe
	tYou
	tPeople
	tIf // opens a condition, or says for whom
	tChild
	tAge
	tUnder
	tOver
	tLeast
	tKeep       // keeping and deleting
	tStore      // storing, processing, sending
	tTransfer   // sending and sharing
	tAt         // stands for the at sign
	tProcessing // nouns and verbs for what a controller does
	tServer
	tLocated
	tReside
	tOutside
	tData
	tRecipient
	tController
	tProcessor
	tResponsible
	tRepresentative
	tOfficer
	tDpo // an officer by itself
	tProtect
	tGrievance
	tCopula
	tNeg
	tSpelling // American (1) or British (-1)
	tThird    // somebody else
	tVerb     // what a publisher does
	tNamed    // introduces a name by which a party is called from there on
	tName     // label of a person's name
	tPhone    // 2 of faxes
	tEmail
	tAddress
	tStreet // parts of an address; 2 of boxes
	tIntro  // operated (1), welcome (2)
	tReach  // contact, rights, choices, complaints
	tPrivacy
	tPolicyWord
	tSite
	tAuthority
	tSuffix    // ends a company's name
	tWeak      // does so if it is written like one
	tOrgPrefix // begins an organisation's name
	tCert
	tGeneric // may be capitalised, and begins no name
	tStop    // function word
	tAnd
	tPrep
	tAbbr // ends in a full stop within a sentence
	tPlace
)

var tagNames = [...]string{
	"month", "num", "unit", "updated", "effective", "version", "prior", "law", "we", "you", "people", "if",
	"child", "age", "under", "over", "least", "keep", "store", "transfer", "at", "processing", "server",
	"located", "reside", "outside", "data", "recipient", "controller", "processor", "responsible",
	"representative", "officer", "dpo", "protect", "grievance", "copula", "neg", "spelling", "third", "verb", "named",
	"name", "phone", "email", "address", "street", "intro", "reach", "privacy", "policyword", "site",
	"authority", "suffix", "weak", "orgprefix", "cert", "generic", "stop", "and", "prep", "abbr", "place",
}

//go:embed words.tsv
var wordsTSV string

// An entry is a word of the vocabulary.
type entry struct {
	hash  uint64
	tags  tag
	value int32  // of a place, 1 + index in vocabulary.names of the first name that begins with the word
	next  uint16 // the next one in its list, 0 if it is the last
}

// A vocabulary is the words of one language. It is immutable.
type vocabulary struct {
	table             [1 << tableBits]uint16 // lists of entries by their hashes: the indexes of the first ones
	entries           []entry                // the first is that of words that are not in the vocabulary
	words             []string               // of the entries, folded
	names             []placeName            // by first word, longest first
	places            []string               // codes
	useful, templates *parts                 // of addresses
	dutch             bool
}

const tableBits = 13

var english, dutch = sync.OnceValue(func() *vocabulary { return newVocabulary("en") }),
	sync.OnceValue(func() *vocabulary { return newVocabulary("nl") })

// vocabularyOf returns the vocabulary of a language, English unless it is "nl".
func vocabularyOf(lang string) *vocabulary {
	if lang == "nl" {
		return dutch()
	}
	return english()
}

// newVocabulary compiles the embedded tables for one language. It panics if a
// table is malformed, which a test rules out.
func newVocabulary(lang string) *vocabulary {
	v := &vocabulary{entries: make([]entry, 1), words: make([]string, 1), dutch: lang == "nl"}
	tags := make(map[string]tag, len(tagNames))
	for i, name := range tagNames {
		tags[name] = 1 << i
	}
	for line := range strings.Lines(wordsTSV) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) < 3 {
			panic("records: words.tsv: " + line)
		}
		if f[1] != lang && f[1] != "*" {
			continue
		}
		e := v.add(f[0])
		for name := range strings.FieldsSeq(f[2]) {
			t, ok := tags[name]
			if !ok {
				panic("records: words.tsv: " + line)
			}
			e.tags |= t
		}
		if len(f) > 3 {
			n, err := strconv.Atoi(f[3])
			if err != nil {
				panic("records: words.tsv: " + line)
			}
			e.value = int32(n)
		}
	}
	v.addPlaces(lang)
	v.useful, v.templates = newParts(usefulParts[:]), newParts(templateParts[:])
	return v
}

// add returns the entry of a word, which it makes if there is none. It panics
// if another has the same hash, which a test rules out.
func (v *vocabulary) add(word string) *entry {
	h := hashOf(word)
	n := v.index(h)
	if n == 0 {
		n = len(v.entries)
		list := &v.table[h>>(64-tableBits)]
		v.entries = append(v.entries, entry{hash: h, next: *list})
		v.words = append(v.words, word)
		*list = uint16(n)
	}
	if v.words[n] != word {
		panic("records: " + word + " has the hash of " + v.words[n])
	}
	return &v.entries[n]
}

// find returns the entry of the word with hash h, one without tags if there is
// none. That another word has the same 64 bits is as good as impossible.
func (v *vocabulary) find(h uint64) *entry { return &v.entries[v.index(h)] }

// index returns the index of the entry of the word with hash h, or 0.
func (v *vocabulary) index(h uint64) int {
	n := v.table[h>>(64-tableBits)]
	for min(v.entries[n].hash^h, uint64(n)) != 0 { // it is another, and not the last
		n = v.entries[n].next
	}
	return int(n)
}

// spelled is like find for a word s whose letters may have lost something in
// lower case, as the Turkish İ loses its dot.
func (v *vocabulary) spelled(h uint64, s string) *entry {
	n := v.index(h)
	if !foldedEqual(s, v.words[n]) {
		n = 0
	}
	return &v.entries[n]
}
