package parse

import (
	"fmt"

	"golang.org/x/text/language"

	"example.com/policymodel/parse/internal/source"
	"example.com/policymodel/policy"
)

// remark adds the notes on the text to p.
func remark(p *policy.Policy, bad source.Invalid) {
	note := func(code policy.NoteCode, span policy.Span, message string) {
		p.Notes = append(p.Notes, policy.Note{Code: code, Span: span, Message: message})
	}
	if bad.Count > 0 {
		note(policy.NoteInvalidUTF8, policy.Span{Start: bad.Start, End: bad.End},
			fmt.Sprintf("%d bytes are not UTF-8, the first at byte %d; they are read as U+FFFD", bad.Count, bad.Start))
	}
	if p.Document.Language == language.Und {
		note(policy.NoteUnknownLanguage, policy.Span{}, "the text is neither English nor Dutch; it was read as English")
	}
	if len(p.Sections) == 0 {
		note(policy.NoteNoSections, policy.Span{}, "no heading was found")
	}
	if len(p.Data) == 0 && len(p.Purposes) == 0 && len(p.Rights) == 0 {
		note(policy.NoteNotAPolicy, policy.Span{}, "nothing in the text says which data is processed, what for, or which rights people have")
	}
}
