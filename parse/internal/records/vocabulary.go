package records

import (
	_ "embed"
	"fmt"
	"math/bits"
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
	word  string // folded
	tags  tag
	value int32 // of a place, 1 + index in vocabulary.names of the first name that begins with the word
}

// A vocabulary is the words of one language in an open-addressed table. It is
// immutable.
type vocabulary struct {
	table   [1 << tableBits]uint32 // 1 + index in entries in the lower bits, part of the hash in the others
	entries []entry
	names   []placeName // by first word, longest first
	places  []string    // codes
	useful  [26][]string
	dutch   bool
}

const (
	tableBits = 13
	indexMask = 1<<12 - 1
)

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
	v := &vocabulary{dutch: lang == "nl"}
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
			e.tags |= tagOf(name)
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
	for _, p := range usefulParts {
		v.useful[p[0]-'a'] = append(v.useful[p[0]-'a'], p)
	}
	return v
}

func tagOf(name string) tag {
	for i, n := range tagNames {
		if n == name {
			return 1 << i
		}
	}
	panic(fmt.Sprintf("records: unknown tag %q", name))
}

// add returns the entry of a word, which it makes if there is none.
func (v *vocabulary) add(word string) *entry {
	h := hashOf(word)
	for i := h >> (32 - tableBits); ; i = (i + 1) & (1<<tableBits - 1) {
		n := v.table[i]
		if n == 0 {
			v.entries = append(v.entries, entry{word: word})
			if len(v.entries) > indexMask {
				panic("records: too many words")
			}
			v.table[i] = uint32(len(v.entries)) | h&^indexMask
			return &v.entries[len(v.entries)-1]
		}
		if e := &v.entries[n&indexMask-1]; e.word == word {
			return e
		}
	}
}

// find returns the entry of the word with hash h that is spelled like s, or
// nil. Case does not count.
func (v *vocabulary) find(s string, h uint32) *entry {
	for i := h >> (32 - tableBits); ; i = (i + 1) & (1<<tableBits - 1) {
		n := v.table[i]
		if n == 0 {
			return nil
		}
		if n&^indexMask == h&^indexMask {
			if e := &v.entries[n&indexMask-1]; foldedEqual(s, e.word) {
				return e
			}
		}
	}
}

// hashOf returns the hash of a folded word.
func hashOf(word string) uint32 {
	var h uint64
	for i := range len(word) {
		h = hashByte(h, word[i])
	}
	return mix(h)
}

// hashByte adds a byte to a hash. The letters of a word of up to twelve leave
// all their bits in it.
func hashByte(h uint64, c byte) uint64 { return bits.RotateLeft64(h, 5) ^ uint64(c) }

// mix turns what hashByte has gathered into a hash whose upper bits serve as an
// index.
func mix(h uint64) uint32 {
	h *= 0x9E3779B97F4A7C15
	return uint32((h ^ h>>29) >> 28)
}
