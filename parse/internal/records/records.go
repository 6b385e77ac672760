// Package records reads what a policy states that is a record rather than a
// term: dates, the publisher's names, parties, contacts, the countries data
// goes to, ages, periods and certifications.
//
// It works on tokens, not on patterns: a run over a block cuts it into words,
// numbers, marks and addresses and looks each word up in a small vocabulary
// (words.tsv, places.tsv). Only sentences that hold a word or mark that a
// kind of record needs are looked at for it. Time is linear in the text.
package records

import (
	"slices"

	"example.com/policymodel/parse/internal/buffer"
	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/policy"
)

// Hints are what a publisher's profile knows. The zero Hints know nothing.
// Names count only where the text has them.
type Hints struct {
	Organisation string   // the name that the publisher goes by
	Entities     []string // companies of the publisher, written as they are to appear
	Products     []string // names that look like those of companies and are none
}

// Records are what Read found. Slices are in the order of the text; every
// mention has the passage -1.
type Records struct {
	Title     string
	TitleSpan policy.Span

	Organisation string   // the name that the publisher goes by
	LegalEntity  string   // the company that speaks
	Names        []string // other names that the text gives itself to the publisher: "Kai"
	Aliases      []string // common nouns that it defines as the publisher, as written: "Service Provider"

	Updated     policy.Date // the policy's own date of its last change, or else of its effect or version
	UpdatedSpan policy.Span
	Dates       []Date // all other dates

	Parties   []policy.Party
	Contacts  []policy.Contact
	Transfers []policy.Transfer
	Children  []policy.ChildAge

	Periods        []Period
	Certifications []Certification
}

// A Date is a date of something other than the policy's last change.
type Date struct {
	Date  policy.Date
	Span  policy.Span
	About string // a heading or the words before the date, "" if nothing tells
}

// A Period is a length of time that the text states.
type Period struct {
	Duration policy.Duration
	Span     policy.Span
	Keeping  bool // the sentence speaks of keeping or deleting
}

// A Certification is a standard or programme that the text names.
type Certification struct {
	Name string // as written, "ISO/IEC 27001:2013"
	Span policy.Span
}

// Read returns the records of the body of text, whose shape is l. The language
// is "en" or "nl"; any other is read as English. hints may be nil.
func Read(text string, l *layout.Layout, lang string, hints *Hints) *Records {
	return new(Reader).Read(text, l, lang, hints)
}

// A Reader reads one text after the other in the same memory. The zero Reader
// is ready to use.
type Reader struct{ r reader }

// Read is like the function Read, but its result, with all that it holds, is
// valid until the next call of a method.
func (x *Reader) Read(text string, l *layout.Layout, lang string, hints *Hints) *Records {
	x.r.reset(text, l, lang, hints)
	return x.r.readAll()
}

// Clear makes x forget what it read, and adds the room of its buffers to n.
func (x *Reader) Clear(n *buffer.Size) { x.r.clear(n) }

func (r *reader) readAll() *Records {
	for i := range r.layout.Blocks {
		if b := &r.layout.Blocks[i]; b.Role == layout.Body {
			r.read(i, b)
		}
	}
	r.finish()
	if cap(r.toks) > longBlock {
		r.toks, r.stops, r.sents = nil, nil, nil // much, and of no use to most other texts
	}
	return &r.out
}

// finish settles what only the whole text can tell.
func (r *reader) finish() {
	r.closeGroup()
	r.finishDates()
	r.finishOrganisation()
	r.finishParties()
	r.dropAnchors()
	slices.SortStableFunc(r.out.Contacts, func(a, b policy.Contact) int { return a.Mentions[0].Span.Start - b.Mentions[0].Span.Start })
}
