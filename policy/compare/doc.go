// Package compare tells what differs between policies: two versions, two
// languages, or several publishers side by side. It compares what the policies
// state, not their words, so that a text that was rewritten and says the same
// has no changes.
//
//	for _, c := range compare.Versions(before, after) {
//		if c.Material() {
//			s := c.Subject()
//			fmt.Println(c.Type, s.Kind, s.ID, c.Why, c.Before.Evidence, c.After.Evidence)
//		}
//	}
//
// # Changes
//
// A [Change] has the [Statement] before it and the one after it, each with the
// places in its text that prove it. What differs in one property is one change
// and not a removal and an addition: a right for everybody that is now for
// people in the EEA has [Changed] in its region, and a recipient that gave way
// to a more specific one was [Narrowed]. [Flows] compares what is tied together,
// [History] tells since when a series of versions states something.
//
// Every change has a [Grade] and the reason for it: [Material] for what is
// done with data, by whom and on which terms; [Wording] for what was said before
// in more or fewer words; [Cosmetic] for names and links. Grades are rules of
// thumb of this package and no legal advice.
//
// # Languages
//
// [Translations] compares two languages of one policy. A reading misses things,
// and in one language others than in the other, so it looks at the passages that
// correspond and gives each difference a [Verdict]: the other text has no such
// passage, has it without these words, says something else, or has words there
// that were not understood.
//
// # Publishers
//
// A [Matrix] has a row for each concept and a column for each policy.
//
// # Promises
//
// Results depend on what the policies state and on nothing else: not on the
// order of their facts, not on which is called before but for the direction of
// the changes. A policy compared with itself has none. Results are the caller's
// own. The time is O(n log n) in the size of the policies. Functions only read
// their arguments and may be called from several goroutines.
package compare
