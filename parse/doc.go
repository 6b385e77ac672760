// Package parse reads privacy policies, in English and Dutch, into the model of
// package policy.
//
// Parse reads one text; a Parser reads many, from any number of goroutines:
//
//	p, err := parse.Parse(text, nil)
//	if err != nil {
//		return err // the text is empty, too large, or no text at all
//	}
//	fmt.Println(p.Document.Organisation, len(p.Data), "categories of data")
//
// With a nil Config everything is found out from the text: its language, its
// layout (plain text, Markdown, text taken from a PDF or a web page) and, for a
// few publishers, a Profile with their names and products. Publishers without
// one are read nearly as well.
//
// # How a text is read
//
// The text is never rewritten: all offsets are byte offsets into the caller's
// string. It is cut into blocks (headings, paragraphs, list items), sentences
// and words; a lexicon of terms and short constructions marks what the words
// may stand for; and each sentence is read for who does what with which data,
// for what, under which condition, affirmed or denied, so that a mark becomes a
// fact only where the sentence states one. A list item is read with the
// sentence that introduces its list, and a section with its heading.
//
// What is not understood is not lost: policy.Passage.Reading tells what became
// of each sentence, and Policy.Unclassified holds what stands in a list of data
// or recipients without a name in the taxonomy.
//
// # Words of one's own
//
// Config.Terms adds phrases for concepts of the taxonomy; Profile gathers what
// is true of one publisher.
//
// # Promises
//
// Parsing is pure: no files, network, clock or global state. The same text
// gives the same Policy every time. Time and memory are linear in the size of
// the text. No input makes Parse panic. The strings of a Policy are parts of
// the text that was passed, so a Policy keeps its text in memory.
//
// To read a policy takes some four times its size in memory, the Policy included,
// which itself takes about twice the size: 33 MB for one of 10 MB. A text that is
// made to take memory, of sentences, lines or headings of one letter each, takes
// up to 110 times its size, the Policy up to 35 times: 1.6 GB at the DefaultLimit.
// Config.Limit bounds it, and the number of workers of ParseAll how many texts
// are read at once. Between texts, whatever they were, a Parser keeps at most two
// megabytes for each processor, with nothing of a text in them. The first text of
// a language adds its lexicon, two megabytes, which all Parsers share.
package parse
