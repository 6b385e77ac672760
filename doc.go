// Package policymodel is the home of a library that reads privacy policies,
// in English and Dutch, and turns them into a typed model that other programs
// can trust: every fact comes with the words that prove it.
//
// The library is in four packages. Each depends only on those before it:
//
//   - [example.com/policymodel/taxonomy] names what a policy can say: data
//     categories, purposes, legal bases, recipients, rights and more, each a
//     typed id with its place in public vocabularies.
//   - [example.com/policymodel/policy] is the model: facts and records with
//     their evidence, queries over them, JSON. Packages below it compare
//     policies (compare), find what contradicts itself (tension), and write the
//     formats of other tools (lines, tilt, dpv, fideslang, processing, schema).
//   - [example.com/policymodel/parse] reads a text into the model.
//   - [example.com/policymodel/jurisdiction] holds the law of the EEA,
//     California, India and Russia as data, as of a date, and judges a policy by
//     it.
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
// precision, with the byte offsets and the words of each place.
//
// # Promises
//
// Every package is pure: no network, no files, no clock, no global state. The
// same text gives the same model, byte for byte, from any number of goroutines
// at once. Work is linear in the size of the text. No input makes a function
// panic; what cannot be read is refused with an error that says what it is and
// what would help, and what was read but not understood is reported as such.
//
// The programs in the folder examples are small enough to be read as
// documentation.
package policymodel
