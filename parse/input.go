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
func (e *InputError) Error() string { return e.source().Error() }

// Hint says what would make text of the input, "" where nothing is known that
// would.
func (e *InputError) Hint() string { return e.source().Hint() }

func (e *InputError) source() *source.Error {
	return &source.Error{Kind: source.Kind(e.Kind), Detail: e.Detail, Size: e.Size, Limit: e.Limit, Offset: e.Offset}
}

// An InputKind is what a refused input looks like: a short name, stable and fit
// for logs.
type InputKind string

// The kinds of refused input.
const (
	InputEmpty    InputKind = "empty"     // no character, or none that leaves a mark
	InputTooLarge InputKind = "too-large" // longer than Config.Limit
	InputPDF      InputKind = "pdf"       // a PDF file
	InputZIP      InputKind = "zip"       // a ZIP archive, among them Word, OpenDocument and EPUB files
	InputGzip     InputKind = "gzip"      // data packed by gzip or another compressor
	InputImage    InputKind = "image"     // a picture
	InputRTF      InputKind = "rtf"       // a Rich Text Format file
	InputHTML     InputKind = "html"      // the markup of a web page, or other XML
	InputUTF16    InputKind = "utf-16"    // UTF-16 or UTF-32
	InputEncoding InputKind = "encoding"  // text in an encoding other than UTF-8
	InputBinary   InputKind = "binary"    // other data
)

// checkInput refuses what is no text. Its error is an *InputError.
func checkInput(text string, limit int) (source.Invalid, error) {
	invalid, err := source.Check(text, limit)
	if e, ok := err.(*source.Error); ok {
		return invalid, &InputError{InputKind(e.Kind), e.Detail, e.Size, e.Limit, e.Offset}
	}
	return invalid, err
}
