package source

import "strings"

// signatures are the first bytes of formats that are no text.
var signatures = [...]struct {
	prefix string
	kind   Kind
	detail string
}{
	{"%PDF-", PDF, ""},
	{"PK\x03\x04", ZIP, ""},
	{"PK\x05\x06", ZIP, ""},
	{"\x1F\x8B", Gzip, "gzip"},
	{"BZh", Gzip, "bzip2"},
	{"\xFD7zXZ\x00", Gzip, "xz"},
	{"(\xB5/\xFD", Gzip, "zstd"},
	{"7z\xBC\xAF\x27\x1C", Gzip, "7-Zip"},
	{"\x89PNG\r\n", Image, "PNG"},
	{"\xFF\xD8\xFF", Image, "JPEG"},
	{"GIF87a", Image, "GIF"},
	{"GIF89a", Image, "GIF"},
	{"II*\x00", Image, "TIFF"},
	{"MM\x00*", Image, "TIFF"},
	{"{\\rtf", RTF, ""},
	{"%!PS", Binary, "PostScript"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Binary, "an old Office document"},
	{"\x7FELF", Binary, "a program"},
	{"SQLite format 3\x00", Binary, "a database"},
	{"\xFF\xFE", UTF16, ""}, // byte order marks
	{"\xFE\xFF", UTF16, ""},
	{"\x00\x00\xFE\xFF", UTF16, ""},
}

// magic tells formats by their first bytes. Some tools write white space or a
// byte order mark before them, so both the start of the text and start, its
// first character that leaves a mark, count.
func magic(text string, start int) (kind Kind, detail string, at int) {
	for _, at := range [...]int{0, start} {
		for _, s := range signatures {
			if !strings.HasPrefix(text[at:], s.prefix) {
				continue
			}
			if s.prefix == "BZh" && (len(text) < at+10 || text[at+4:at+10] != "1AY&SY") {
				continue // a word that starts so
			}
			if s.kind == ZIP {
				return ZIP, archive(text), at
			}
			return s.kind, s.detail, at
		}
	}
	if strings.HasPrefix(text, "RIFF") && len(text) >= 12 && text[8:12] == "WEBP" {
		return Image, "WebP", 0
	}
	return "", "", 0
}

// archive tells what kind of document a ZIP archive is. The names of its first
// files stand near its start.
func archive(text string) string {
	head := text[:min(len(text), 4096)]
	switch {
	case strings.Contains(head, "mimetypeapplication/epub"):
		return "EPUB"
	case strings.Contains(head, "mimetypeapplication/vnd.oasis.opendocument"):
		return "OpenDocument"
	case strings.Contains(head, "word/"):
		return "Word (DOCX)"
	case strings.Contains(head, "xl/"):
		return "Excel (XLSX)"
	case strings.Contains(head, "[Content_Types].xml"):
		return "Office Open XML"
	}
	return ""
}
