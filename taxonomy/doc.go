// Package taxonomy names what a privacy policy can say: which data, for which
// purposes, on which legal bases, to which recipients, and so on.
//
// # Model
//
// There are fourteen facets, from [FacetData] to [FacetSubject], and each has
// ids of a string type of its own: [DataContactEmail] is the [Data]
// "contact.email". Being strings, ids are constants, compare with ==, work as
// map keys and in switches, and are written to JSON as they are. The facet is
// part of an id's meaning: "consent" is a [LegalBasis] and a [Safeguard].
//
// An id is words joined by dots and hyphens, and extends the id of its
// parent: "contact.address.billing" is a "contact.address", which is a
// "contact". Is asks for that; Parent goes up, [Children] and [Descendants]
// go down. Some ids begin with a word that is no concept: "identity.name" has
// no parent.
//
// A [Concept] is what the taxonomy says about an id: a definition, labels in
// English and Dutch, and its place in vocabularies of others:
//
//   - the Data Privacy Vocabulary of the W3C community group, version 2.3
//     (namespaces dpv, pd and legal/eu/gdpr), with the kind of match
//   - the categories of personal information of the California Consumer
//     Privacy Act, Cal. Civ. Code § 1798.140(v)(1), in force since 2023, with
//     the amendments to (ae) in force since 2025
//   - provisions of law, first of all of Regulation (EU) 2016/679 (GDPR):
//     articles on legal bases, rights, transfers and special categories
//   - the data categories and data uses of Fideslang 2
//
// Where a vocabulary has nothing that fits, the concept has nothing of it.
// The mappings help to compare and exchange; they are no legal advice. How
// CCPA categories and articles apply to a given policy is not said here.
//
// # Promises
//
// Everything here is immutable and safe for concurrent use, and no function
// panics, whatever the id. The checks of ids, the lookups and the iterators
// do not allocate. Values returned are the caller's own.
//
// An id that has been in a release keeps its meaning. [Version] grows when
// ids are added; programs should let ids pass that they do not know, as
// [Parse] does.
package taxonomy

//go:generate go run gen.go

// Version is the version of the taxonomy: a new major version removes ids or
// changes what they mean, a new minor version adds ids, a new patch version
// changes labels, definitions or mappings.
const Version = "1.0.0"
