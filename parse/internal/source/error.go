package source

import "fmt"

// A Kind says what an input looks like that is no text. Kinds are stable and
// fit for logs and switches.
type Kind string

// The kinds of refused input.
const (
	Empty    Kind = "empty"     // no character, or none that leaves a mark
	TooLarge Kind = "too-large" // longer than the limit
	PDF      Kind = "pdf"       // a PDF file
	ZIP      Kind = "zip"       // a ZIP archive, among them Word, OpenDocument and EPUB files
	Gzip     Kind = "gzip"      // data packed by gzip or another compressor
	Image    Kind = "image"     // a picture
	RTF      Kind = "rtf"       // a Rich Text Format file
	HTML     Kind = "html"      // the markup of a web page, or other XML
	UTF16    Kind = "utf-16"    // UTF-16 or UTF-32
	Encoding Kind = "encoding"  // text in an encoding other than UTF-8
	Binary   Kind = "binary"    // other data
)

// An Error says why an input is refused.
type Error struct {
	Kind   Kind
	Detail string // what is known besides the kind: "PNG", "Word (DOCX)"; may be empty
	Size   int    // of the input, in bytes
	Limit  int    // in bytes, for TooLarge
	Offset int    // in bytes, where the input shows what it is
}

// Error says what the input looks like and what would help.
func (e *Error) Error() string {
	msg := "parse: input " + e.what()
	if hint := e.Hint(); hint != "" {
		msg += "; " + hint
	}
	return msg
}

func (e *Error) what() string {
	detail := ""
	if e.Detail != "" {
		detail = ": " + e.Detail
	}
	switch e.Kind {
	case Empty:
		return "holds no text"
	case TooLarge:
		return fmt.Sprintf("of %d bytes is longer than the limit of %d bytes", e.Size, e.Limit)
	case PDF:
		return "looks like a PDF file"
	case ZIP:
		return "looks like a ZIP archive" + detail
	case Gzip:
		return "looks like compressed data" + detail
	case Image:
		return "looks like an image" + detail
	case RTF:
		return "looks like an RTF file"
	case HTML:
		return "looks like HTML or XML markup"
	case UTF16:
		return "looks like UTF-16 or UTF-32"
	case Encoding:
		return fmt.Sprintf("is mostly bytes that are not UTF-8, the first at byte %d", e.Offset)
	}
	return "looks like binary data" + detail
}

// Hint says what would make text of the input, "" where nothing is known that
// would.
func (e *Error) Hint() string {
	switch e.Kind {
	case TooLarge:
		return "raise the limit or pass the policy alone"
	case PDF:
		return "extract the text first, for example with pdftotext"
	case ZIP:
		return "unpack it, and save a document in it as plain text"
	case Gzip:
		return "decompress it first"
	case Image:
		return "recognise its text first (OCR)"
	case RTF:
		return "save it as plain text"
	case HTML:
		return "extract the text first, as plain text or Markdown"
	case UTF16, Encoding:
		return "convert it to UTF-8 first, for example with iconv"
	}
	return ""
}
