package fideslang

import (
	"io"
	"strconv"
	"strings"
)

// Write writes s as a YAML 1.2 manifest with one system. Every string is
// quoted, so that none is read as a number, a date or markup. The error is that
// of w.
func (s *System) Write(w io.Writer) error {
	var b strings.Builder
	b.WriteString("system:\n")
	y := writer{&b, "  - "}
	y.text("fides_key", s.Key, true)
	y.text("name", s.Name, false)
	y.text("system_type", s.Type, true)
	if s.Responsibility != "" {
		y.list("responsibility", []string{s.Responsibility})
	}
	y.text("legal_name", s.LegalName, false)
	y.text("legal_address", s.LegalAddress, false)
	y.text("dpo", s.Officer, false)
	y.text("data_security_practices", s.SecurityPractices, false)
	y.flag("does_international_transfers", s.Transfers)
	if len(s.TransferBases) > 0 {
		y.list("legal_basis_for_transfers", s.TransferBases)
	}
	y.flag("uses_cookies", s.Cookies)
	if len(s.Declarations) == 0 {
		y.line("privacy_declarations", "[]")
	} else {
		y.line("privacy_declarations", "")
	}
	for i := range s.Declarations {
		s.Declarations[i].write(&b)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (d *Declaration) write(b *strings.Builder) {
	y := writer{b, "      - "}
	y.text("name", d.Name, false)
	y.text("data_use", d.Use, true)
	y.list("data_categories", d.Categories)
	y.text("legal_basis_for_processing", d.LegalBasis, false)
	y.text("retention_period", d.Retention, false)
	y.flag("processes_special_category_data", d.SpecialCategory)
	y.flag("data_shared_with_third_parties", d.ThirdParties != "")
	y.text("third_parties", d.ThirdParties, false)
}

// A writer writes the entries of one mapping that is an element of a list.
type writer struct {
	b      *strings.Builder
	indent string // of the next entry: with "- " before the first
}

// line writes an entry.
func (y *writer) line(key, value string) {
	y.b.WriteString(y.indent + key + ":")
	if value != "" {
		y.b.WriteString(" " + value)
	}
	y.b.WriteByte('\n')
	y.indent = strings.Repeat(" ", len(y.indent))
}

// text writes a string, an empty one only if it is required.
func (y *writer) text(key, value string, required bool) {
	if value != "" || required {
		y.line(key, quote(value))
	}
}

// flag writes a value that is true; false is Fideslang's default.
func (y *writer) flag(key string, value bool) {
	if value {
		y.line(key, "true")
	}
}

func (y *writer) list(key string, values []string) {
	if len(values) == 0 {
		y.line(key, "[]")
		return
	}
	y.line(key, "")
	for _, v := range values {
		y.b.WriteString(y.indent + "  - " + quote(v) + "\n")
	}
}

// quote returns s as a double-quoted scalar. The escapes that Go writes for
// valid UTF-8 mean the same in YAML (section 5.7 of YAML 1.2.2).
func quote(s string) string { return strconv.Quote(strings.ToValidUTF8(s, "\uFFFD")) }
