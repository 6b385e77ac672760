// Package policymodel is the home of a library that reads privacy policies,
// in English and Dutch, and turns them into a typed model that other programs
// can trust: every fact comes with the words that prove it.
//
// Reading a policy takes one call:
//
//	p, err := parse.Parse(text, nil)
//	if err != nil {
//		return err
//	}
//	for item := range policy.Says(p, taxonomy.DataLocation) {
//		for _, m := range item.Mentions {
//			fmt.Println(item.ID, item.Polarity, m.Span, p.Words(m))
//		}
//	}
//
// This prints each thing that the policy says about location data, in whatever
// precision, with the byte offsets and the words of each place. The file
// examples/tour/example_test.go goes on from there.
//
// # The packages
//
// There are four. Each depends only on those before it, and the last two do not
// know each other:
//
//   - [example.com/policymodel/taxonomy] names what a policy can say: data
//     categories, purposes, legal bases, recipients, rights and more, each a
//     typed id with its place in public vocabularies.
//   - [example.com/policymodel/policy] is the model: facts and records with
//     their evidence, queries over them, JSON. Below it,
//     [example.com/policymodel/policy/compare] compares policies,
//     [example.com/policymodel/policy/tension] finds what contradicts itself, and
//     others write formats: lines, tilt, dpv, fideslang, processing, schema.
//   - [example.com/policymodel/parse] reads a text, or many, into the model.
//   - [example.com/policymodel/jurisdiction] holds the law of the EEA,
//     California, India and Russia as data, as of a date, and judges a policy by
//     it.
//
// The programs in the folder examples are small enough to be read as
// documentation.
//
// # Promises
//
// Every package is pure: no network, no files, no clock, no global state. The
// same text gives the same model, byte for byte, from any number of goroutines
// at once. Work is linear in the size of the text. No text and no JSON makes a
// function panic; what cannot be read is refused with an error that says what it
// is and what would help, and what was read but not understood is reported as
// such.
package policymodel
