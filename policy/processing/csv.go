package processing

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"

	"example.com/policymodel/policy"
)

// columns are the names of the CSV columns.
var columns = []string{
	"people", "controller", "controller_contact", "representative", "representative_contact", "dpo", "dpo_contact",
	"purpose", "purpose_id", "data_subjects", "data_categories", "recipients", "third_countries", "safeguards", "time_limits",
	"security_measures", "evidence",
}

// WriteCSV writes r as CSV (RFC 4180, with lines that end in "\n"): a line of
// names, then a line for each row. Several values in a cell are parted by "; ".
// The last column has the places in the policy that a row rests on, in bytes,
// besides what is said of all processing: "60-79; 812-824".
//
// A cell that a spreadsheet would take for a formula, since it starts with =,
// +, - or @, has an apostrophe before it. The error is that of w.
func (r *Record) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	out.Write(columns) // errors are kept for Error
	for i := range r.Rows {
		row := &r.Rows[i]
		cells := []string{string(row.People)}
		for _, parties := range [][]Party{row.Controllers, row.Representatives, row.Officers} {
			cells = append(cells, names(parties), contacts(parties))
		}
		cells = append(cells, row.Purpose.Text, row.Purpose.ID)
		for _, list := range row.lists() {
			cells = append(cells, texts(list))
		}
		cells = append(cells, evidence(row))
		for i, cell := range cells {
			if cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) {
				cells[i] = "'" + cell
			}
		}
		out.Write(cells)
	}
	out.Flush()
	return out.Error()
}

// lists returns the entries of the columns from the data subjects on.
func (r *Row) lists() [][]Entry {
	return [][]Entry{r.Subjects, r.Data, r.Recipients, r.Countries, r.Safeguards, r.TimeLimits, r.Security}
}

func texts(entries []Entry) string {
	var all []string
	for _, e := range entries {
		if !slices.Contains(all, e.Text) {
			all = append(all, e.Text)
		}
	}
	return strings.Join(all, "; ")
}

func names(parties []Party) string {
	var all []string
	for _, p := range parties {
		if p.Name != "" {
			all = append(all, p.Name)
		}
	}
	return strings.Join(all, "; ")
}

func contacts(parties []Party) string {
	var all []string
	for _, p := range parties {
		all = append(all, p.Contacts...)
	}
	return strings.Join(all, "; ")
}

// evidence returns where the text ties together what stands in a row.
func evidence(r *Row) string {
	spans := slices.Clone(r.Purpose.Evidence)
	for _, list := range [][]Entry{r.Data, r.Recipients} {
		for _, e := range list {
			spans = append(spans, e.Evidence...)
		}
	}
	slices.SortFunc(spans, policy.Span.Compare)
	var all []string
	for _, s := range slices.Compact(spans) {
		all = append(all, s.String())
	}
	return strings.Join(all, "; ")
}
