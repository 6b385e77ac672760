package parse

import "example.com/policymodel/parse/internal/source"

// An InputError says why an input is refused: it holds no text that could be
// a policy, or too much of it.
type InputError struct {
	Kind   InputKind
	Detail string // what is known besides the kind: "PNG", "Word (DOCX)"; may be empty
	Size   int    // of the input, in bytes
	Limit  int    // in bytes, for InputTooLarge
	Offset int    // in bytes, where the input shows what it is
}

// Error says what the input looks like and what would help.
func (e *InputError) Error() string { return (*source.Error)(e).Error() }

// Hint says what would make text of the input, "" where nothing is known that
// would.
func (e *InputError) Hint() string { return (*source.Error)(e).Hint() }

// An InputKind is what a refused input looks like: a short name such as "pdf",
// stable and fit for logs.
type InputKind = source.Kind

// The kinds of refused input.
const (
	InputEmpty    InputKind = source.Empty    // no character, or none that leaves a mark
	InputTooLarge InputKind = source.TooLarge // longer than Config.Limit
	InputPDF      InputKind = source.PDF      // a PDF file
	InputZIP      InputKind = source.ZIP      // a ZIP archive, among them Word, OpenDocument and EPUB files
	InputGzip     InputKind = source.Gzip     // data packed by gzip or another compressor
	InputImage    InputKind = source.Image    // a picture
	InputRTF      InputKind = source.RTF      // a Rich Text Format file
	InputHTML     InputKind = source.HTML     // the markup of a web page, or other XML
	InputUTF16    InputKind = source.UTF16    // UTF-16 or UTF-32
	InputEncoding InputKind = source.Encoding // text in an encoding other than UTF-8
	InputBinary   InputKind = source.Binary   // other data
)

// checkInput refuses what is no text. Its error is an *InputError.
func checkInput(text string, limit int) (source.Invalid, error) {
	invalid, err := source.Check(text, limit)
	if err, ok := err.(*source.Error); ok {
		return invalid, (*InputError)(err)
	}
	return invalid, err
}
