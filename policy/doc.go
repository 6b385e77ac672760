// Package policy is the model of what a privacy policy says, with the evidence
// for it: types that hold it, queries over them, and their JSON form. Package
// parse makes a [Policy] from a text; this package neither reads texts nor
// judges them.
//
// # What a policy says
//
// A [Policy] holds facts and records. A fact says that the text affirms or
// denies one concept of package taxonomy: that a category of data is
// collected, that a purpose is pursued, that a right is granted. There is one
// type and one slice of facts for each facet of the taxonomy, such as
// [DataCategory] in Policy.Data; all of them embed [Fact]. A record is what has
// particulars instead of a concept: a [Party], a [Contact], a [Transfer], a
// [ChildAge]. A [Flow] ties together what one passage says about the same data.
//
// The slices are for programs that ask about one facet. [Policy.Facts],
// [Policy.FactsOf] and [Says] show facts of every facet in one form, an [Item]:
//
//	var p policy.Policy
//	if err := json.Unmarshal(data, &p); err != nil {
//		return err
//	}
//	for it := range policy.Says(&p, taxonomy.DataContact) {
//		for _, m := range it.Mentions {
//			fmt.Fprintf(w, "%s %s: %q\n", it.ID, it.Polarity, p.Words(m))
//		}
//	}
//
// # Evidence
//
// A [Span] is a range of bytes of the text that the caller gave, never of a
// copy that was cleaned up, so that text[s.Start:s.End] is what it covers.
// Passages are the sentences, headings and list items of the text, with their
// words and with what became of them. Each fact and record has a [Mention] for
// each place that states it: the narrowest words, the passage around them, and
// the condition that is made there. [Policy.Words] returns the words without
// the text at hand, [LineTable] turns offsets into lines and columns,
// [Policy.Coverage] tells how much of the text was read, and [Policy.Verify]
// finds the evidence again in a later version of the text.
//
// What could not be understood is kept too: passages whose [Reading] is
// [NotRead], and [Unclassified] words.
//
// # Promises
//
// Everything is plain data without hidden state: two policies are equal if
// their fields are. Functions change nothing that they are given, and all of
// them may be called from several goroutines while nobody changes the Policy.
// Iterators can be run again and stop when asked to. Time is linear in the
// size of the policy and the text, but for sorting. No text and no JSON makes a
// function panic, as JSON is checked when it is read; a nil *Policy is no input.
package policy
