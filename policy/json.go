package policy

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// FormatVersion is the version of the JSON form of a [Policy]. It grows when
// readers of the version before could not read the form any more; new fields
// alone do not change it.
const FormatVersion = 1

// A DecodeError says what keeps JSON from being a [Policy].
type DecodeError struct {
	Path   string // of the value, "data[3]"; "" for the whole
	Offset int64  // in bytes, where the value starts; for a syntax error where it was found
	Err    error  // among others *json.SyntaxError, *json.UnmarshalTypeError, *CheckError
}

func (e *DecodeError) Error() string {
	msg := strings.TrimPrefix(e.Err.Error(), "policy: ")
	if e.Path != "" && !strings.HasPrefix(msg, e.Path) {
		msg = e.Path + ": " + msg
	}
	return fmt.Sprintf("policy: JSON at byte %d: %s", e.Offset, msg)
}

// Unwrap returns the cause.
func (e *DecodeError) Unwrap() error { return e.Err }

// The JSON form is an object with the version of the form and the fields of a
// Policy:
//
//	{"format":1,"taxonomy":"1.0.0","source":{…},"document":{…},"data":[…],…}
type header struct {
	Format int `json:"format"`
}

// fields are the fields of a Policy without its methods.
type fields Policy

// A passage is a Passage in JSON, where a string cannot hold what is not
// UTF-8.
type passage struct {
	Span    Span    `json:"span"`
	Text    string  `json:"text"`
	Bytes   []byte  `json:"bytes,omitempty"` // the text in base64, if it is not UTF-8
	Section int     `json:"section"`
	Reading Reading `json:"reading"`
}

// MarshalJSON returns p in JSON, with [FormatVersion]. A policy that
// [Policy.Check] finds no fault with comes back from [Policy.UnmarshalJSON] as it
// is, empty slices as nil.
func (p Policy) MarshalJSON() ([]byte, error) {
	passages := make([]passage, len(p.Passages))
	for i, ps := range p.Passages {
		passages[i] = passage{ps.Span, ps.Text, nil, ps.Section, ps.Reading}
		if !utf8.ValidString(ps.Text) {
			passages[i].Bytes = []byte(ps.Text)
		}
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	err := enc.Encode(struct {
		header
		fields
		Passages []passage `json:"passages,omitempty"` // in place of those of fields
	}{
		header{FormatVersion}, fields(p), passages,
	})
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), err
}

// UnmarshalJSON reads what [Policy.MarshalJSON] writes, and checks it with
// [Policy.Check]. Ids that the taxonomy does not have are kept, since a newer
// one may have them; fields that the form does not have are skipped. On an
// error p is unchanged. The error is a [*DecodeError], but json.Unmarshal
// reports what is no JSON at all by itself, as a *json.SyntaxError.
func (p *Policy) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil // as json.Unmarshaler asks
	}
	var h header
	if err := json.Unmarshal(data, &h); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return &DecodeError{Offset: syntax.Offset, Err: err}
		}
		var typ *json.UnmarshalTypeError
		if errors.As(err, &typ) && typ.Field != "" {
			return locate(data, typ.Field, err)
		}
		return &DecodeError{Err: err} // no object
	}
	if h.Format < 1 || h.Format > FormatVersion {
		return locate(data, "format", fmt.Errorf("version %d is not one of 1 to %d", h.Format, FormatVersion))
	}
	var q Policy
	if err := walk(data, q.decode); err != nil {
		return err
	}
	var check *CheckError
	if err := q.Check(); errors.As(err, &check) {
		return locate(data, check.Path, err)
	}
	*p = q
	return nil
}

// decode decodes the value that dec is at, which walk found.
func (p *Policy) decode(dec *json.Decoder, field string, index int) error {
	switch field {
	case "taxonomy":
		return dec.Decode(&p.Taxonomy)
	case "source":
		return dec.Decode(&p.Source)
	case "document":
		return dec.Decode(&p.Document)
	case "sections":
		return next(dec, index, &p.Sections)
	case "passages":
		var ps []passage
		err := next(dec, index, &ps)
		for _, x := range ps {
			if x.Bytes != nil {
				x.Text = string(x.Bytes)
			}
			p.Passages = append(p.Passages, Passage{x.Span, x.Text, x.Section, x.Reading})
		}
		return err
	case "data":
		return next(dec, index, &p.Data)
	case "purposes":
		return next(dec, index, &p.Purposes)
	case "legalBases":
		return next(dec, index, &p.LegalBases)
	case "recipients":
		return next(dec, index, &p.Recipients)
	case "sources":
		return next(dec, index, &p.Sources)
	case "subjects":
		return next(dec, index, &p.Subjects)
	case "retention":
		return next(dec, index, &p.Retention)
	case "disposal":
		return next(dec, index, &p.Disposal)
	case "rights":
		return next(dec, index, &p.Rights)
	case "safeguards":
		return next(dec, index, &p.Safeguards)
	case "security":
		return next(dec, index, &p.Security)
	case "technologies":
		return next(dec, index, &p.Technologies)
	case "changeNotices":
		return next(dec, index, &p.ChangeNotices)
	case "statements":
		return next(dec, index, &p.Statements)
	case "parties":
		return next(dec, index, &p.Parties)
	case "contacts":
		return next(dec, index, &p.Contacts)
	case "transfers":
		return next(dec, index, &p.Transfers)
	case "children":
		return next(dec, index, &p.Children)
	case "flows":
		return next(dec, index, &p.Flows)
	case "unclassified":
		return next(dec, index, &p.Unclassified)
	case "notes":
		return next(dec, index, &p.Notes)
	}
	return skip(dec, field, index)
}

// next decodes an element of the array in a field, or the null there.
func next[T any](dec *json.Decoder, index int, list *[]T) error {
	if index < 0 {
		var null json.RawMessage
		if err := dec.Decode(&null); err != nil || string(null) == "null" {
			return err
		}
		return errors.New("is not an array")
	}
	var zero T
	*list = append(*list, zero)
	return dec.Decode(&(*list)[len(*list)-1])
}

func skip(dec *json.Decoder, _ string, _ int) error {
	var value json.RawMessage
	return dec.Decode(&value)
}

// walk calls visit for each field of the object in data, with index -1, but if
// a list is an array, for each element instead, with dec before the value. It
// returns the first error as a DecodeError.
func walk(data []byte, visit func(dec *json.Decoder, field string, index int) error) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	// start returns where the next key or value starts.
	start := func() int64 {
		i := dec.InputOffset()
		for i < int64(len(data)) && strings.IndexByte(" \t\r\n,:", data[i]) >= 0 {
			i++
		}
		return i
	}
	if _, err := dec.Token(); err != nil { // the object's brace
		return &DecodeError{Err: err}
	}
	seen := make(map[string]bool)
	for dec.More() {
		offset := start()
		key, err := dec.Token()
		if err != nil {
			return &DecodeError{Offset: offset, Err: err}
		}
		field, _ := key.(string)
		if seen[field] {
			return &DecodeError{field, offset, errors.New("stands twice")}
		}
		seen[field] = true
		if offset = start(); data[offset] != '[' || field == "source" || field == "document" {
			if err := visit(dec, field, -1); err != nil {
				return &DecodeError{field, offset, err}
			}
			continue
		}
		if _, err := dec.Token(); err != nil { // the array's bracket
			return &DecodeError{field, offset, err}
		}
		for i := 0; dec.More(); i++ {
			offset := start()
			if err := visit(dec, field, i); err != nil {
				return &DecodeError{element(field, i), offset, err}
			}
		}
		if _, err := dec.Token(); err != nil {
			return &DecodeError{field, start(), err}
		}
	}
	return nil
}

func element(field string, index int) string {
	if index < 0 {
		return field
	}
	return field + "[" + strconv.Itoa(index) + "]"
}

// locate returns err as a DecodeError about the field or element of data that
// path leads to or through.
func locate(data []byte, path string, err error) error {
	found := walk(data, func(dec *json.Decoder, field string, index int) error {
		rest, ok := strings.CutPrefix(path, element(field, index))
		if ok && (rest == "" || rest[0] == '.') {
			return err
		}
		return skip(dec, field, index)
	})
	if found == nil { // data does not have it
		return &DecodeError{Path: path, Err: err}
	}
	return found
}
