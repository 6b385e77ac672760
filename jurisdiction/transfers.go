package jurisdiction

import (
	"slices"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Destination is a country that a policy says data goes to, as the law of the
// people's place sees it.
type Destination struct {
	Transfer policy.Transfer
	Leaves   bool       // data of people of the jurisdiction goes there, and it lies outside
	Adequate []Decision // for the EEA: the decisions for it on the date
}

// Transferring is what a policy says of transfers, as the law of a jurisdiction
// sees it on a date.
type Transferring struct {
	// Abroad is where the policy says that data goes to other countries, named or
	// not. Without it, nothing below is owed.
	Abroad       []policy.Mention
	Destinations []Destination
	// Named are the safeguards that the policy names for people of the
	// jurisdiction, and Mechanisms those of the law that they can stand for: many
	// for an unspecified one.
	Named      []policy.Safeguard
	Mechanisms []Mechanism
	// Clauses are the sets of standard contractual clauses on which transfers
	// could rest on the date, if the policy names such clauses.
	Clauses []Clauses
	// Uncovered are the countries that data leaves the EEA for if the policy names
	// no safeguard at all, but for those with an adequacy decision that covers all
	// organisations.
	Uncovered []string
	// Verdicts are those of [Assess] on what the policy must say of transfers.
	Verdicts []Verdict
	// Rules are the restrictions of transfers, localisation among them.
	Rules []Rule
	// Localisation is how the policy stands to a duty to keep data in the
	// country.
	Localisation Localisation
}

// A Localisation is how a policy stands to the duty of Russian law to keep data of
// citizens in the country (152-FZ Art. 18(5)).
type Localisation struct {
	Duty *Rule // nil where and when there is none
	// Status is NotApplicable without a duty. Until 2025-07-01 the duty was to use
	// databases in Russia, and is Met by the statement that the data stays there.
	// Since then the use of databases elsewhere at collection is forbidden, and
	// that statement meets it Partly.
	Status   Status
	Evidence []policy.Mention
	Why      string
}

// Transfers tells where data of people of a jurisdiction goes according to a
// policy, and what the law of a date makes of it.
//
// Errors are [ErrNoPolicy], [ErrNoDate], and a [*ValueError] for a jurisdiction or
// a date that is not valid.
func Transfers(p *policy.Policy, c Code, on policy.Date) (*Transferring, error) {
	if p == nil {
		return nil, ErrNoPolicy
	}
	if err := check(c, on); err != nil {
		return nil, err
	}
	x := newIndex(p, c, on)
	t := &Transferring{Abroad: sorted(abroad().prove(x).evidence)}
	for i := range p.Transfers {
		tr := &p.Transfers[i]
		d := Destination{Transfer: *tr, Leaves: x.leaves(tr)}
		if c == EEA && d.Leaves {
			d.Adequate = decisions(tr.Country, on)
		}
		t.Destinations = append(t.Destinations, d)
	}
	clauses := false
	for i := range p.Safeguards {
		if s := &p.Safeguards[i]; !s.Denied() && x.extent(s.Region) > None {
			t.Named = append(t.Named, *s)
			clauses = clauses || s.ID == taxonomy.SafeguardStandardContractualClauses
		}
	}
	for _, m := range mechanismTable() {
		if m.Jurisdiction == c && m.Interval.Contains(on) && slices.ContainsFunc(t.Named, func(s policy.Safeguard) bool { return s.ID == m.Safeguard }) {
			t.Mechanisms = append(t.Mechanisms, m)
		}
	}
	if clauses && c == EEA {
		t.Clauses = clausesOn(on)
	}
	if c == EEA && len(t.Named) == 0 {
		t.Uncovered = uncovered(t.Destinations)
	}
	for i := range requirementTable() {
		if r := &requirementTable()[i]; r.Jurisdiction == c && r.Interval.Contains(on) && transferRows[r.ID] {
			t.Verdicts = append(t.Verdicts, x.judgeRow(r))
		}
	}
	t.Rules, _ = Rules(c, TransferRule, on)
	t.Localisation = x.localisation(t.Rules)
	return t, nil
}

// transferRows are the requirements about transfers.
var transferRows = map[string]bool{"gdpr-13-1-f-transfer": true, "gdpr-13-1-f-adequacy": true, "gdpr-13-1-f-safeguards": true,
	"gdpr-13-1-f-copy": true, "gdpr-49-1-compelling": true, "ru-14-7-8-transfer": true}

// uncovered returns the countries that data goes to and no decision covers.
func uncovered(ds []Destination) []string {
	var out []string
	for _, d := range ds {
		covered := slices.ContainsFunc(d.Adequate, func(a Decision) bool { return !a.Listed })
		if d.Leaves && !covered && !slices.Contains(out, d.Transfer.Country) {
			out = append(out, d.Transfer.Country)
		}
	}
	return out
}

// localisation judges the duty among rules.
func (x *index) localisation(rules []Rule) Localisation {
	i := slices.IndexFunc(rules, func(r Rule) bool { return r.ID == "ru-localisation-2015" || r.ID == "ru-localisation-2025" })
	if i < 0 {
		return Localisation{Status: NotApplicable, Why: "no general duty to keep data in the country"}
	}
	l := Localisation{Duty: &rules[i], Status: NotFound, Why: "the text does not say that data of people there stays there"}
	q := x.prove(&token{kind: "locz"})
	if q.strength == None {
		return l
	}
	l.Evidence = q.evidence
	if l.Duty.ID == "ru-localisation-2015" {
		l.Status, l.Why = Met, "the text says that data of people there stays there"
		return l
	}
	l.Status, l.Why = Partly, "the text says that data of people there stays there, which does not show that no database abroad is used at collection"
	return l
}
