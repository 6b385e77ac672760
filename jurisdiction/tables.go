package jurisdiction

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

//go:embed data/*.tsv
var files embed.FS

// data is the content of the tables of scope, in their order.
type data struct {
	territories []Territory
	also        map[string]string // ISO 3166-2 code -> the ISO 3166-1 code of the same territory
	laws        []Law
	names       map[string][]naming // by id of a law or code of a jurisdiction
}

// table returns a function that reads tables when it is first called. The files
// are part of the program and a test reads them, so that they cannot be wrong.
func table[T any](read func(*reader) T) func() T {
	return sync.OnceValue(func() T {
		r := &reader{}
		v := read(r)
		if r.err != nil {
			panic(r.err)
		}
		return v
	})
}

var tables = table(load)

// load reads the tables of scope. Places are read without ParsePlace, which needs
// them.
func load(r *reader) *data {
	d := &data{also: map[string]string{}, names: map[string][]naming{}}
	r.read("territories", "place jurisdiction group state also from until source mark note", func(f func(string) string) {
		for _, code := range strings.Fields(f("also")) {
			d.also[code] = f("place")
		}
		if f("jurisdiction") == "" { // listed for its codes and as a reviewed no
			return
		}
		d.territories = append(d.territories, Territory{
			Place: Place{f("place")}, Jurisdiction: Code(f("jurisdiction")), Group: f("group"), State: Place{f("state")},
			Interval: r.interval(f("from"), f("until")), Source: f("source"), Mark: Mark(f("mark")), Note: f("note"),
		})
	})
	index := map[string]int{}
	r.read("laws", "id jurisdiction citation link source", func(f func(string) string) {
		index[f("id")] = len(d.laws)
		d.laws = append(d.laws, Law{ID: f("id"), Jurisdiction: Code(f("jurisdiction")), Citation: f("citation"),
			Link: f("link"), Source: f("source")})
	})
	r.read("applications", "law group from until source mark note", func(f func(string) string) {
		i, ok := index[f("law")]
		if !ok {
			r.check(fmt.Errorf("no law %q", f("law")))
			return
		}
		d.laws[i].Applications = append(d.laws[i].Applications, Application{Group: f("group"),
			Interval: r.interval(f("from"), f("until")), Source: f("source"), Mark: Mark(f("mark")), Note: f("note")})
	})
	r.read("names", "id language name abbreviations mark", func(f func(string) string) {
		base, err := language.ParseBase(f("language"))
		r.check(err)
		n := naming{language: base, name: f("name")}
		if f("abbreviations") != "" {
			n.abbreviations = strings.Split(f("abbreviations"), "; ")
		}
		d.names[f("id")] = append(d.names[f("id")], n)
	})
	return d
}

// A reader reads tables and keeps the first error with its place.
type reader struct {
	file string
	line int
	err  error
}

// check keeps err, if it is the first.
func (r *reader) check(err error) {
	if err != nil && r.err == nil {
		r.err = fmt.Errorf("jurisdiction: data/%s.tsv:%d: %w", r.file, r.line, err)
	}
}

// read calls row for each row of the file with a function that returns the
// fields by the names in the header, which must be as given.
func (r *reader) read(file, header string, row func(field func(column string) string)) {
	r.file, r.line = file, 0
	text, err := files.ReadFile("data/" + file + ".tsv")
	if err != nil {
		r.check(err)
		return
	}
	columns := map[string]int{}
	for i, c := range strings.Fields(header) {
		columns[c] = i
	}
	for line := range strings.Lines(string(text)) {
		r.line++
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		switch {
		case len(fields) != len(columns):
			r.check(fmt.Errorf("%d fields, want %d", len(fields), len(columns)))
		case r.line > 1:
			row(func(column string) string { return fields[columns[column]] })
		case strings.Join(fields, " ") != header:
			r.check(fmt.Errorf("header %q, want %q", fields, header))
		}
	}
}

func (r *reader) interval(from, until string) Interval {
	var i Interval
	r.check(i.From.UnmarshalText([]byte(from)))
	r.check(i.Until.UnmarshalText([]byte(until)))
	return i
}
