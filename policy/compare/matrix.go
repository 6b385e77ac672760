package compare

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Matrix lines up what several policies state about one kind of thing: a row
// for each concept that at least one of them names, a column for each policy.
type Matrix struct {
	Kind    Kind
	Columns []string // names of the policies
	Rows    []Row    // in the order of the taxonomy, then of what is named
}

// A Row is what the policies state about one thing.
type Row struct {
	ID    string // of the concept; of a record what Label says
	Label string // in English
	Cells []Cell // one for each column
}

// A Cell is what one policy states about the thing of its row: one statement
// for each region, polarity, name and period; none where it is silent.
type Cell []Statement

// NewMatrix lines up the statements of a kind, a facet or [Controller],
// [Contact], [Transfer] or [Children], in policies that go by the names in
// columns. It panics if there are not as many of both.
func NewMatrix(kind Kind, columns []string, policies []*policy.Policy) *Matrix {
	if len(columns) != len(policies) {
		panic("compare: " + strconv.Itoa(len(columns)) + " columns for " + strconv.Itoa(len(policies)) + " policies")
	}
	m := &Matrix{Kind: kind, Columns: slices.Clone(columns)}
	rows := map[string]int{}
	for column, p := range policies {
		for _, s := range (side{all: statements(p)}).of(kind) {
			id := rowOf(s)
			at, ok := rows[id]
			if !ok {
				at = len(m.Rows)
				rows[id] = at
				m.Rows = append(m.Rows, Row{ID: id, Label: rowLabel(kind, id), Cells: make([]Cell, len(policies))})
			}
			m.Rows[at].Cells[column] = append(m.Rows[at].Cells[column], *s)
		}
	}
	order := map[string]int{}
	if facet, ok := kind.Facet(); ok {
		for c := range taxonomy.All() {
			if c.Facet == facet {
				order[c.ID] = len(order) + 1
			}
		}
	}
	rank := func(id string) int { return cmp.Or(order[id], len(order)+1) } // unknown ids last
	slices.SortFunc(m.Rows, func(x, y Row) int {
		if d := rank(x.ID) - rank(y.ID); d != 0 {
			return d
		}
		if kind == Children {
			a, _ := strconv.Atoi(x.ID)
			b, _ := strconv.Atoi(y.ID)
			return a - b
		}
		return strings.Compare(x.ID, y.ID)
	})
	return m
}

// rowOf returns the row that a statement belongs to.
func rowOf(s *Statement) string {
	switch s.Kind {
	case Controller:
		return string(s.Role)
	case Contact:
		return string(s.Type)
	case Transfer:
		return s.Country
	case Children:
		return strconv.Itoa(s.Age)
	}
	return s.ID
}

func rowLabel(kind Kind, id string) string {
	if facet, ok := kind.Facet(); ok {
		if c, ok := taxonomy.Lookup(facet, id); ok {
			return c.Label(language.English)
		}
	}
	return id
}

// String returns the cell in a few characters: "yes" or "no", names, periods
// and countries, and in brackets the region if not everybody is meant; "-" for
// a policy that is silent.
func (c Cell) String() string {
	if len(c) == 0 {
		return "-"
	}
	var parts []string
	for _, s := range c {
		var part string
		switch {
		case s.Kind == Controller || s.Name != "":
			part = s.Name
		case s.Kind == Contact:
			part = strings.Join(strings.Fields(s.Value), " ")
		case s.Kind == Transfer && s.Localised:
			part = "stays"
		case s.Period != "":
			part = string(s.Period)
		default:
			part = "yes"
		}
		if s.Polarity == policy.No {
			if part == "yes" {
				part = "no"
			} else {
				part = "not " + part
			}
		}
		if s.Region != policy.Everybody {
			part += " [" + string(s.Region) + "]"
		}
		parts = append(parts, part)
	}
	return strings.Join(slices.Compact(parts), ", ")
}

// Write writes the matrix as a table of plain text, its columns padded with
// spaces. Columns are as wide as their widest cell, counted in runes.
func (m *Matrix) Write(w io.Writer) error {
	table := [][]string{append([]string{string(m.Kind)}, m.Columns...)}
	for _, r := range m.Rows {
		line := []string{r.Label}
		for _, c := range r.Cells {
			line = append(line, c.String())
		}
		table = append(table, line)
	}
	width := make([]int, len(table[0]))
	for _, line := range table {
		for i, s := range line {
			width[i] = max(width[i], utf8.RuneCountInString(s))
		}
	}
	for _, line := range table {
		var b strings.Builder
		for i, s := range line {
			b.WriteString(s)
			if i < len(line)-1 {
				b.WriteString(strings.Repeat(" ", width[i]-utf8.RuneCountInString(s)+2))
			}
		}
		if _, err := fmt.Fprintln(w, b.String()); err != nil {
			return err
		}
	}
	return nil
}
