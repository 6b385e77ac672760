// Package gen turns the tables facets.tsv and concepts.tsv into the Go source
// of package taxonomy. It refuses tables that break their own rules, which
// the README beside them states.
package gen

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Table is the content of the two files, checked.
type Table struct {
	Facets   []Facet
	Concepts []Concept // in file order, those of a facet together
}

// A Facet is a row of facets.tsv.
type Facet struct {
	ID         string
	Type       string // Go type
	EN, NL     string
	Definition string
}

// A Concept is a row of concepts.tsv.
type Concept struct {
	Facet      string
	ID         string
	Const      string // Go constant, derived
	EN, NL     string
	Definition string
	DPV        []Term
	CCPA       []string // letters of Cal. Civ. Code 1798.140(v)(1)
	Law        []Citation
	Fideslang  string
}

// A Term is a term of the Data Privacy Vocabulary with the kind of match.
type Term struct{ Match, IRI string }

// A Citation is a provision of a law.
type Citation struct{ Law, Provision string }

var (
	facetColumns   = []string{"facet", "type", "en", "nl", "definition"}
	conceptColumns = []string{"facet", "id", "en", "nl", "definition", "dpv", "ccpa", "law", "fideslang"}

	// matches maps the kinds of match to their Go constants.
	matches = map[string]string{
		"exact": "MatchExact", "close": "MatchClose", "broader": "MatchBroader", "narrower": "MatchNarrower",
	}

	// laws maps the laws that may be cited to their Go constants.
	laws = map[string]string{
		"gdpr": "LawGDPR", "eprivacy": "LawEPrivacy", "ccpa": "LawCCPA",
		"us-ca-oppa": "LawCalOPPA", "us-coppa": "LawCOPPA", "in-dpdp": "LawDPDP",
	}

	// namespaces holds the parts of the Data Privacy Vocabulary in use.
	namespaces = map[string]string{
		"dpv":     "https://w3id.org/dpv#",
		"pd":      "https://w3id.org/dpv/pd#",
		"eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
	}

	idForm = regexp.MustCompile(`^[a-z0-9]+([.-][a-z0-9]+)*$`)

	// initialisms are the words of ids that Go writes in capitals.
	initialisms = []string{"id", "ip", "imei", "imsi", "mac", "os", "sdk", "sim"}
)

// Read reads the two files. The error joins every fault found, each with its
// file and line.
func Read(facets, concepts []byte) (*Table, error) {
	t := new(Table)
	var faults []error
	fault := func(file string, line int, format string, args ...any) {
		faults = append(faults, fmt.Errorf("%s:%d: %s", file, line, fmt.Sprintf(format, args...)))
	}

	types := make(map[string]string)
	for line, f := range rows("facets.tsv", facets, facetColumns, fault) {
		if types[f[0]] != "" {
			fault("facets.tsv", line, "facet %q stands twice", f[0])
		}
		types[f[0]] = f[1]
		for _, msg := range prose(f[2], f[3], f[4]) {
			fault("facets.tsv", line, "%s", msg)
		}
		t.Facets = append(t.Facets, Facet{ID: f[0], Type: f[1], EN: f[2], NL: f[3], Definition: f[4]})
	}

	const file = "concepts.tsv"
	names := make(map[string]bool)
	labels := make(map[[3]string]bool)
	last := ""
	for line, f := range rows(file, concepts, conceptColumns, fault) {
		c := Concept{Facet: f[0], ID: f[1], EN: f[2], NL: f[3], Definition: f[4], Fideslang: f[8]}
		c.Const = types[c.Facet] + GoName(c.ID)
		switch {
		case types[c.Facet] == "":
			fault(file, line, "unknown facet %q", c.Facet)
		case !idForm.MatchString(c.ID):
			fault(file, line, "malformed id %q", c.ID)
		case names[c.Const]:
			fault(file, line, "%s %q or its constant stands twice", c.Facet, c.ID)
		case c.Facet != last && slices.ContainsFunc(t.Concepts, func(o Concept) bool { return o.Facet == c.Facet }):
			fault(file, line, "facet %q is not in one piece", c.Facet)
		}
		names[c.Const], last = true, c.Facet
		for _, l := range [][3]string{{c.Facet, "en", c.EN}, {c.Facet, "nl", c.NL}} {
			if labels[l] {
				fault(file, line, "label %q stands twice in facet %q", l[2], c.Facet)
			}
			labels[l] = true
		}
		for _, msg := range prose(c.EN, c.NL, c.Definition) {
			fault(file, line, "%s", msg)
		}

		for _, s := range list(f[5]) {
			term, err := parseTerm(s)
			if err != nil {
				fault(file, line, "%v", err)
			}
			c.DPV = append(c.DPV, term)
		}
		for _, s := range list(f[6]) {
			if len(s) != 1 || s < "A" || s > "L" || c.Facet != "data" {
				fault(file, line, "bad CCPA category %q", s)
			}
			c.CCPA = append(c.CCPA, s)
		}
		sensitive := false
		for _, s := range list(f[7]) {
			law, provision, _ := strings.Cut(s, " ")
			if laws[law] == "" || provision == "" {
				fault(file, line, "bad citation %q", s)
			}
			sensitive = sensitive || law == "ccpa" && strings.HasPrefix(provision, "§ 1798.140(ae)")
			c.Law = append(c.Law, Citation{law, provision})
		}
		if c.Facet == "data" && sensitive != slices.Contains(c.CCPA, "L") {
			fault(file, line, "category L and a citation of § 1798.140(ae) go together")
		}
		t.Concepts = append(t.Concepts, c)
	}
	for _, f := range t.Facets {
		if !slices.ContainsFunc(t.Concepts, func(c Concept) bool { return c.Facet == f.ID }) {
			faults = append(faults, fmt.Errorf("%s: facet %q has no concept", file, f.ID))
		}
	}
	return t, errors.Join(faults...)
}

// rows yields the rows of a file by line number, without the head and comments.
func rows(file string, data []byte, columns []string, fault func(string, int, string, ...any)) func(func(int, []string) bool) {
	return func(yield func(int, []string) bool) {
		head := true
		line := 0
		for s := range strings.Lines(string(data)) {
			line++
			s = strings.TrimSuffix(s, "\n")
			if s == "" || strings.HasPrefix(s, "#") {
				continue
			}
			f := strings.Split(s, "\t")
			switch {
			case head:
				if !slices.Equal(f, columns) {
					fault(file, line, "columns are %q, want %q", f, columns)
					return
				}
				head = false
			case len(f) != len(columns):
				fault(file, line, "%d columns, want %d", len(f), len(columns))
			case !yield(line, f):
				return
			}
		}
	}
}

// list splits a cell at its semicolons.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "; ")
}

// prose returns what is wrong with labels and a definition.
func prose(en, nl, definition string) []string {
	var msgs []string
	for _, s := range []string{en, nl, definition} {
		first, _ := utf8.DecodeRuneInString(s)
		if !unicode.IsUpper(first) || s != strings.TrimSpace(s) {
			msgs = append(msgs, fmt.Sprintf("%q does not start with a capital or has space around it", s))
		}
	}
	if !strings.HasSuffix(definition, ".") {
		msgs = append(msgs, fmt.Sprintf("definition %q does not end with a full stop", definition))
	}
	return msgs
}

// parseTerm parses a match and a prefixed name, as in "exact pd:Age".
func parseTerm(s string) (Term, error) {
	match, name, _ := strings.Cut(s, " ")
	prefix, local, _ := strings.Cut(name, ":")
	if matches[match] == "" || namespaces[prefix] == "" || local == "" {
		return Term{}, fmt.Errorf("bad DPV term %q", s)
	}
	return Term{match, namespaces[prefix] + local}, nil
}

// GoName returns the part of a constant's name that an id makes:
// "device.ip-address" gives "DeviceIPAddress".
func GoName(id string) string {
	var b strings.Builder
	for word := range strings.FieldsFuncSeq(id, func(r rune) bool { return r == '.' || r == '-' }) {
		if slices.Contains(initialisms, word) {
			b.WriteString(strings.ToUpper(word))
		} else {
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return b.String()
}
