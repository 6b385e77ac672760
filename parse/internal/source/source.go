// Package source decides whether an input is text that can be read as a
// policy at all.
//
// A text cannot be wrong: what stands in it is read as it is. But a PDF file, a
// web page's markup or UTF-16 is no text yet, and to read it as one would find
// nothing and say so with confidence. Such input is refused with an error that
// says what it looks like and what would help.
package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Invalid tells of bytes that are not UTF-8. Each of them is read as U+FFFD.
// The zero value says that there are none.
type Invalid struct {
	Start, End int // the first of them with those right after it, as byte offsets
	Count      int // of all of them, in bytes
}

// Check reports whether text can be read: it returns an [*Error] for text that
// is empty, longer than limit bytes or in another format than plain text or
// Markdown. A limit of 0 or less is no limit.
//
// Bytes that are not UTF-8 are no error as long as they are the smaller part of
// the text; they are returned as Invalid. So are single control characters,
// which are passed over.
//
// Check takes time linear in the text and allocates for errors alone.
func Check(text string, limit int) (Invalid, error) {
	if limit > 0 && len(text) > limit {
		return Invalid{}, &Error{Kind: TooLarge, Size: len(text), Limit: limit}
	}
	start := skipBlank(text)
	if start == len(text) {
		return Invalid{}, &Error{Kind: Empty, Size: len(text)}
	}
	if kind, detail, at := magic(text, start); kind != "" {
		return Invalid{}, &Error{Kind: kind, Detail: detail, Offset: at, Size: len(text)}
	}
	if err := zeros(text); err != nil {
		return Invalid{}, err
	}
	if at, ok := markup(text, start); ok {
		return Invalid{}, &Error{Kind: HTML, Offset: at, Size: len(text)}
	}
	if utf8.ValidString(text) {
		return Invalid{}, nil
	}
	return invalid(text)
}

// skipBlank returns the offset of the first character that leaves a mark.
func skipBlank(text string) int {
	for i, r := range text {
		if !unicode.IsSpace(r) && r != 0xFEFF && r != 0x200B && r != 0 {
			return i
		}
	}
	return len(text)
}

// zeros refuses UTF-16 and UTF-32 without a byte order mark, and binary data:
// both are full of zero bytes, which text has not.
func zeros(text string) *Error {
	n := strings.Count(text, "\x00")
	if n*100 <= len(text) {
		return nil // stray ones
	}
	at := strings.IndexByte(text, 0)
	if n*5 > len(text) {
		// One half of each pair of bytes is zero in UTF-16 of a European language.
		odd := 0
		head := text[:min(len(text), 4096)]
		for i := 1; i < len(head); i += 2 {
			if head[i] == 0 {
				odd++
			}
		}
		even := strings.Count(head, "\x00") - odd
		if odd > 4*even || even > 4*odd {
			return &Error{Kind: UTF16, Offset: at, Size: len(text)}
		}
	}
	return &Error{Kind: Binary, Offset: at, Size: len(text)}
}

// invalid counts the bytes of text that are not UTF-8, and refuses text that is
// mostly such bytes: another encoding, or no text.
func invalid(text string) (Invalid, error) {
	var inv Invalid
	letters, controls := 0, 0
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c > ' ' && c != 0x7F {
				letters++
			} else if c < ' ' && c-'\t' > '\r'-'\t' {
				controls++
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && n == 1 {
			if inv.Count == 0 {
				inv.Start, inv.End = i, i
			}
			if inv.End == i {
				inv.End++
			}
			inv.Count++
		} else {
			letters += n
		}
		i += n
	}
	switch {
	case controls*10 > len(text):
		return Invalid{}, &Error{Kind: Binary, Offset: inv.Start, Size: len(text)}
	case inv.Count > letters:
		return Invalid{}, &Error{Kind: Encoding, Offset: inv.Start, Size: len(text)}
	}
	return inv, nil
}
