package jurisdiction

import (
	"slices"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Decision finds that a country protects data adequately (GDPR Art. 45,
// Directive 95/46/EC Art. 25(6)), or is a treaty that has the same effect. Its
// Text says what its limits are.
type Decision struct {
	Provision
	Country string // ISO 3166-1 alpha-2; "" for an international organisation
	CELEX   string // number in EUR-Lex, "" for a treaty
	Listed  bool   // only for organisations that have joined a list
}

// Adequate returns the decisions that let data go from the EEA to a country on a
// date. There are none for most countries, and for those of the EEA itself.
// Decisions under the Directive have stayed in force (GDPR Art. 45(9)).
//
// Errors are [ErrNoDate], and a [*ValueError] for a date or a country that is not
// valid.
func Adequate(country string, on policy.Date) ([]Decision, error) {
	if err := checkDate(on); err != nil {
		return nil, err
	}
	p, err := ParsePlace(country)
	if err != nil {
		return nil, err
	}
	if len(p.code) != 2 || p.code == EU {
		return nil, placeError(country, "no country")
	}
	return decisions(p.code, on), nil
}

// Decisions returns all decisions of the data in the order of the table.
func Decisions() []Decision { return slices.Clone(decisionTable()) }

func decisions(country string, on policy.Date) []Decision {
	var ds []Decision
	for _, d := range decisionTable() {
		if d.Country == country && d.Interval.Contains(on) {
			ds = append(ds, d)
		}
	}
	return ds
}

var decisionTable = table(func(r *reader) []Decision {
	var ds []Decision
	r.read("decisions", "id country citation celex from until listed text source mark note", func(f func(string) string) {
		ds = append(ds, Decision{
			Provision: Provision{ID: f("id"), Jurisdiction: EEA, Citation: f("citation"), Text: f("text"), Source: r.source(f("source")),
				Interval: r.interval(f("from"), f("until")), Mark: Mark(f("mark")), Note: f("note")},
			Country: f("country"), CELEX: f("celex"), Listed: f("listed") == "yes",
		})
	})
	return ds
})

// A Mechanism is a way in which law allows data to go to other countries.
type Mechanism struct {
	Provision
	Safeguard taxonomy.Safeguard // what policies call it
}

// Mechanisms returns the mechanisms of a jurisdiction on a date. Only the EEA has
// a list of them; the rules of the others are in [Rules], kind TransferRule.
//
// Errors are [ErrNoDate], and a [*ValueError] for a date or a jurisdiction that is
// not valid.
func Mechanisms(c Code, on policy.Date) ([]Mechanism, error) {
	if err := check(c, on); err != nil {
		return nil, err
	}
	var ms []Mechanism
	for _, m := range mechanismTable() {
		if m.Jurisdiction == c && m.Interval.Contains(on) {
			ms = append(ms, m)
		}
	}
	return ms, nil
}

var mechanismTable = table(func(r *reader) []Mechanism {
	var ms []Mechanism
	r.read("mechanisms", "id jurisdiction safeguard citation from until text source mark note", func(f func(string) string) {
		ms = append(ms, Mechanism{r.provision(f), taxonomy.Safeguard(f("safeguard"))})
	})
	return ms
})

// Clauses are a set of standard contractual clauses of the European Commission.
// Its Interval is when contracts could be made with them; its Text says between
// whom: C for controllers, P for processors.
type Clauses struct {
	Provision
	Runs policy.Date // the day from which contracts made before have no effect either; zero if open
	Tool bool        // a ground of transfers, and not only a contract with a processor (GDPR Art. 28(7))
}

// ClausesOn returns the sets on which transfers could rest on a date. New reports
// for each whether contracts could still be made with it. A policy that names
// standard contractual clauses without saying which refers to these.
//
// Errors are [ErrNoDate], and a [*ValueError] for a date that is not valid.
func ClausesOn(on policy.Date) ([]Clauses, error) {
	if err := checkDate(on); err != nil {
		return nil, err
	}
	return clausesOn(on), nil
}

func clausesOn(on policy.Date) []Clauses {
	var cs []Clauses
	for _, c := range clauseTable() {
		if c.Tool && (Interval{c.Interval.From, c.Runs}).Contains(on) {
			cs = append(cs, c)
		}
	}
	return cs
}

// New reports whether contracts could be made with the clauses on a date.
func (c Clauses) New(on policy.Date) bool { return c.Interval.Contains(on) }

var clauseTable = table(func(r *reader) []Clauses {
	var cs []Clauses
	r.read("clauses", "id citation from until running tool text source mark note", func(f func(string) string) {
		cs = append(cs, Clauses{
			Provision: Provision{ID: f("id"), Jurisdiction: EEA, Citation: f("citation"), Text: f("text"), Source: r.source(f("source")),
				Interval: r.interval(f("from"), f("until")), Mark: Mark(f("mark")), Note: f("note")},
			Runs: r.interval("", f("running")).Until, Tool: f("tool") == "yes",
		})
	})
	return cs
})
