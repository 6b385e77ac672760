package processing

import (
	"fmt"
	"io"
	"strings"
)

// WriteMarkdown writes r as Markdown with tables (GitHub Flavored Markdown): a
// section for the people of each region, with what is said of all processing
// and then a table of purposes. Words of the policy are escaped, so that they
// are no markup. The error is that of w.
func (r *Record) WriteMarkdown(w io.Writer) error {
	var b strings.Builder
	b.WriteString("# Record of processing activities")
	if r.Organisation != "" {
		b.WriteString(": " + escape(r.Organisation))
	}
	b.WriteString("\n")
	if !r.Updated.IsZero() {
		fmt.Fprintf(&b, "\nFrom the privacy policy of %s.\n", r.Updated)
	}
	for i := range r.Rows {
		row := &r.Rows[i]
		if i == 0 || row.People != r.Rows[i-1].People {
			row.heading(&b)
		}
		cells := []string{cell(row.Purpose.Text), cell(texts(row.Subjects)), cell(texts(row.Data)), cell(texts(row.Recipients)), cell(texts(row.TimeLimits))}
		b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// heading starts the section of the people that r is about.
func (r *Row) heading(b *strings.Builder) {
	if r.People == "" {
		b.WriteString("\n## Everybody\n\n")
	} else {
		fmt.Fprintf(b, "\n## People in %s\n\n", escape(string(r.People)))
	}
	for _, x := range []struct{ name, text string }{
		{"Controller (a)", describe(r.Controllers)},
		{"Representative (a)", describe(r.Representatives)},
		{"Data protection officer (a)", describe(r.Officers)},
		{"Third countries (e)", texts(r.Countries)},
		{"Safeguards (e)", texts(r.Safeguards)},
		{"Security (g)", texts(r.Security)},
	} {
		fmt.Fprintf(b, "- %s: %s\n", x.name, cell(x.text))
	}
	b.WriteString("\n| Purpose (b) | Data subjects (c) | Personal data (c) | Recipients (d) | Time limits (f) |\n|---|---|---|---|---|\n")
}

// describe returns parties with their contacts.
func describe(parties []Party) string {
	var all []string
	for _, p := range parties {
		text := p.Name
		if c := strings.Join(p.Contacts, ", "); c != "" && text != "" {
			text += ": " + c
		} else {
			text += c
		}
		all = append(all, text)
	}
	return strings.Join(all, "; ")
}

// cell returns escaped text, or what stands for none.
func cell(s string) string {
	if s == "" {
		return "*not stated*"
	}
	return escape(s)
}

// escape puts a backslash before what could be markup (CommonMark 2.4).
func escape(s string) string {
	var b strings.Builder
	for _, c := range s {
		if strings.ContainsRune("\\`*_[]<>|~&", c) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}
