// Package tension finds statements of one policy that do not go together: data
// that is not shared here and shared there, "non-personal" data that includes
// an IP address, consent by use beside consent in the sense of the GDPR.
//
//	for _, f := range tension.Find(p) {
//		kind, _ := tension.Lookup(f.Code)
//		fmt.Println(kind.Definition)
//		fmt.Println(p.Words(f.First.Mentions[0]), "|", p.Words(f.Second.Mentions[0]))
//	}
//
// # What is found
//
// Each [Kind] has a stable [Code], a [Class], a definition and, where there is
// one, the literature or law that it is from. Contradictions are those of the
// literature on privacy policies: a denial beside an affirmation of the same or
// of something narrower. A broad affirmation beside a narrow denial is a
// narrowing. A tension is what a reading of the words, or the law, makes of two
// statements that can both be true.
//
// # What is not
//
// Most pairs of a denied and an affirmed fact are no contradiction: a rule and
// its exception, two regions, two purposes, what the person agrees to, what
// others do. Work on false alarms has shown that tools which look at sentences
// one by one report mostly those. So a pair is reported only if the denial is
// without condition, exception, purpose and definition, if both speak of the
// same people and of what the organisation itself does, and if the affirmation
// is not set out with the rule. What is reported is therefore little, and worth
// a look; what is not reported has not been shown to be consistent.
//
// The facts tell what is affirmed and denied; how a sentence puts it is read
// from its words, in English and Dutch.
package tension
