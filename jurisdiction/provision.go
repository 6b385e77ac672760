package jurisdiction

import (
	"fmt"
	"slices"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Provision is a rule of law and where it stands. The rows of every table of
// law have one.
type Provision struct {
	ID           string // stable: an id never changes its meaning
	Jurisdiction Code
	Citation     string // as it was on the date asked for
	Text         string // the rule in short, in our own words
	Interval     Interval
	Source       string // what was read, "" if it rests on memory
	Mark         Mark
	Note         string // what the mark concerns, and other remarks
}

// A Kind is the subject of a provision that has no type of its own.
type Kind string

// The kinds of provisions.
const (
	ScopeRule      Kind = "scope"            // who is bound, and where
	Amendment      Kind = "amending"         // an act that changes or adds to a law, or rules beside one
	Commencement   Kind = "commencement"     // which parts of a law begin to bind
	ChildRule      Kind = "children"         // on children, beside Ages
	TransferRule   Kind = "transfer"         // restrictions of transfers, and localisation
	BreachRule     Kind = "breach"           // whom to notify of a breach, and when
	Fine           Kind = "fine"             // what a breach of duty costs
	StorageLimit   Kind = "storage"          // how long data may or must be kept
	OfficerRule    Kind = "officer"          // officers and representatives
	Sensitive      Kind = "sensitive"        // special and sensitive categories of data; for California see Categories
	Definition     Kind = "definition"       // where a term is defined
	InsteadOfBasis Kind = "instead of bases" // what California has where others ask for a ground
	OpenQuestion   Kind = "question"         // what is contested or to be watched, and how the data answers it
)

// Kinds returns the kinds of provisions, in the order of their constants.
func Kinds() []Kind {
	return []Kind{ScopeRule, Amendment, Commencement, ChildRule, TransferRule, BreachRule, Fine, StorageLimit,
		OfficerRule, Sensitive, Definition, InsteadOfBasis, OpenQuestion}
}

// A Rule is a provision of a kind.
type Rule struct {
	Provision
	Kind Kind
	Data []taxonomy.Data // the data that a sensitive category holds
}

// Rules returns the provisions of a kind that bind on the date, in the order of
// the table. It gives those beside the tables with types of their own:
// [Requirements], [Rights], [Bases], [Mechanisms], [Decisions], [Categories].
//
// Errors are [ErrNoDate], and a [*ValueError] for a jurisdiction, a kind or a date
// that is not valid.
func Rules(c Code, kind Kind, on policy.Date) ([]Rule, error) {
	if err := check(c, on); err != nil {
		return nil, err
	}
	if !slices.Contains(Kinds(), kind) {
		return nil, &ValueError{Kind: "kind of provisions", Value: string(kind), Reason: "not one of the constants", Help: "use a value of Kinds"}
	}
	var rules []Rule
	for _, r := range ruleTable() {
		if r.Jurisdiction == c && r.Kind == kind && r.Interval.Contains(on) {
			r.Data = slices.Clone(r.Data)
			rules = append(rules, r)
		}
	}
	return rules, nil
}

var ruleTable = table(func(r *reader) []Rule {
	var rules []Rule
	r.read("rules", "id jurisdiction kind citation from until text data source mark note", func(f func(string) string) {
		rules = append(rules, Rule{Provision: r.provision(f), Kind: Kind(f("kind")), Data: ids[taxonomy.Data](f("data"))})
	})
	return rules
})

// provision reads the columns that all tables of law have.
func (r *reader) provision(f func(string) string) Provision {
	return Provision{ID: f("id"), Jurisdiction: Code(f("jurisdiction")), Citation: f("citation"), Text: f("text"),
		Interval: r.interval(f("from"), f("until")), Source: r.source(f("source")), Mark: Mark(f("mark")), Note: f("note")}
}

// sources are what was read, by the codes of the other tables.
var sources = table(func(r *reader) map[string]string {
	m := map[string]string{}
	r.read("sources", "code what", func(f func(string) string) {
		if m[f("code")] != "" {
			r.check(fmt.Errorf("%q twice", f("code")))
		}
		m[f("code")] = f("what")
	})
	return m
})

// source returns what the codes in a cell stand for.
func (r *reader) source(cell string) string {
	var list []string
	for _, code := range strings.Fields(cell) {
		what, ok := sources()[code]
		if !ok {
			r.check(fmt.Errorf("no source %q", code))
		}
		list = append(list, what)
	}
	return strings.Join(list, "; ")
}

// ids splits a cell of ids.
func ids[T taxonomy.ID](cell string) []T {
	var out []T
	for _, s := range strings.Fields(cell) {
		out = append(out, T(s))
	}
	return out
}

// check checks a jurisdiction and a date.
func check(c Code, on policy.Date) error {
	if err := c.check(); err != nil {
		return err
	}
	return checkDate(on)
}

// A history is what a cell held over time, the earliest first: each entry lasts
// until the next. A cell that never changed has one entry without a date.
type history[T any] []struct {
	from policy.Date
	what T
}

// readHistory reads a cell: one value, or values that each have a first day
// before them, "2020-01-01: old; 2023-01-01: new".
func readHistory[T any](r *reader, cell string, read func(*reader, string) T) history[T] {
	type entry = struct {
		from policy.Date
		what T
	}
	var h history[T]
	for i, s := range strings.Split(cell, "; ") {
		day, rest, _ := strings.Cut(s, ": ")
		from, err := policy.ParseDate(day)
		switch {
		case err != nil && i == 0:
			return history[T]{entry{what: read(r, cell)}}
		case err != nil, i > 0 && h[i-1].from.Compare(from) >= 0:
			r.check(fmt.Errorf("history %q: want the days in order", cell))
			return nil
		}
		h = append(h, entry{from, read(r, rest)})
	}
	return h
}

// at returns what the cell held on a day: the first value for earlier days.
func (h history[T]) at(on policy.Date) T {
	i := len(h) - 1
	for i > 0 && h[i].from.Compare(on) > 0 {
		i--
	}
	return h[i].what
}
