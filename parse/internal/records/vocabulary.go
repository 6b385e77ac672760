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
	tPrivate // goes before Limited
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
	tNamed    // introduces a name by which a party is called from there on
	tName     // label of a person's name
	tPhone
	tFax
	tEmail
	tAddress
	tStreet
	tBox
	tReach // contact, rights, choices, complaints
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

var tagNames = [64]string{
	"month", "num", "unit", "updated", "effective", "version", "prior", "law", "we", "you", "people", "if",
	"child", "age", "under", "over", "least", "keep", "store", "transfer", "at", "processing", "server",
	"located", "reside", "outside", "data", "recipient", "private", "controller", "processor", "responsible",
	"representative", "officer", "dpo", "protect", "grievance", "copula", "neg", "spelling", "third", "named",
	"name", "phone", "fax", "email", "address", "street", "box", "reach", "privacy", "policyword", "site",
	"authority", "suffix", "weak", "orgprefix", "cert", "generic", "stop", "and", "prep", "abbr", "place",
}

//go:embed words.tsv
var wordsTSV string

// An entry is a word of the vocabulary.
type entry struct {
	word  string // folded
	tags  tag
	value int32
	place int32 // 1 + index in vocabulary.names of the first name that begins with it, or 0
}

// A vocabulary is the words of one language in an open-addressed table. It is
// immutable.
type vocabulary struct {
	table   []uint16 // 1 + index in entries, by hash
	entries []entry
	names   []placeName // by first word, longest first
	places  []string    // codes
	dutch   bool
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
	v := &vocabulary{table: make([]uint16, 1<<tableBits), dutch: lang == "nl"}
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
			v.table[i] = uint16(len(v.entries))
			return &v.entries[len(v.entries)-1]
		}
		if v.entries[n-1].word == word {
			return &v.entries[n-1]
		}
	}
}

// find returns the entry of a folded word with hash h, or nil.
func (v *vocabulary) find(folded []byte, h uint32) *entry {
	for i := h >> (32 - tableBits); ; i = (i + 1) & (1<<tableBits - 1) {
		n := v.table[i]
		if n == 0 {
			return nil
		}
		if e := &v.entries[n-1]; e.word == string(folded) {
			return e
		}
	}
}

const (
	hashSeed  = 2166136261
	hashPrime = 16777619
)

// hashOf is FNV-1a, its bits mixed so that the upper ones serve as an index.
func hashOf(word string) uint32 {
	h := uint32(hashSeed)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * hashPrime
	}
	return mix(h)
}

func mix(h uint32) uint32 { return bits.RotateLeft32(h, 15) * 0x9E3779B1 }
