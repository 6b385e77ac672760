package jurisdiction

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// Assess judges what a policy says by what the law of a jurisdiction asks it to
// disclose on a date, whatever the date of the policy itself. There is a verdict
// for each of [Requirements], in the same order.
//
// A statement counts if it is made of everybody or of people of the jurisdiction.
// If it is made of people in a part of it alone, a requirement is met only partly;
// if of people elsewhere, not at all. A right that is granted for some services
// alone meets a requirement partly as well. Conditions such as "subject to
// applicable law" do not lessen a right that the law grants. What hangs on a
// ground, a practice or a transfer of which the text does not speak is not
// applicable.
//
// The verdicts are as good as the model: they are about what was found in the text.
// Those for the EEA are by the law of the European Union; Iceland, Liechtenstein and
// Norway followed it to the GDPR on 2018-07-20.
//
// Errors are [ErrNoPolicy], [ErrNoDate], a [*ValueError] for a jurisdiction or a
// date that is not valid, and a [*NoLawError] for a date before the first law of
// the jurisdiction in the data.
func Assess(p *policy.Policy, c Code, on policy.Date) (*Assessment, error) {
	if p == nil {
		return nil, ErrNoPolicy
	}
	if err := check(c, on); err != nil {
		return nil, err
	}
	laws, err := Place{string(c)}.Laws(on)
	if err != nil {
		return nil, err
	}
	a := &Assessment{Jurisdiction: c, Date: on}
	for _, l := range laws {
		a.Laws = append(a.Laws, l.ID)
	}
	x := newIndex(p, c, on)
	rows := requirementTable()
	owed := func(r *requirementRow) bool { return r.Jurisdiction == c && r.Interval.Contains(on) }
	n := 0
	for i := range rows {
		if owed(&rows[i]) {
			n++
		}
	}
	a.Verdicts = make([]Verdict, 0, n)
	for i := range rows {
		if owed(&rows[i]) {
			a.Verdicts = append(a.Verdicts, x.judgeRow(&rows[i]))
		}
	}
	if len(a.Verdicts) == 0 {
		a.Note = "none of the laws that bind on this date asks a policy to disclose anything, as far as the data goes"
	}
	return a, nil
}

// An answer is what a text tells of a condition.
type answer int

const (
	no     answer = iota // it does not hold by the text, or the text is silent
	yes                  // it holds
	untold               // it cannot be judged from a text
)

// judgeRow gives the verdict on a requirement of the table.
func (x *index) judgeRow(r *requirementRow) Verdict {
	return x.judge(r.at(x.on), r.evidence.at(x.on).expr, r.when.at(x.on))
}

// judge gives the verdict on a requirement that e shows to be met.
func (x *index) judge(r Requirement, e expr, when condition) Verdict {
	v := Verdict{Requirement: r}
	holds := x.holds(when)
	if holds == no {
		v.Status = NotApplicable
		v.Why = "the text does not say that the condition holds: " + r.Condition
		return v
	}
	q := e.prove(x)
	if len(e) == 1 && q.missing != nil {
		q.missing = []string{r.Text}
	}
	v.Evidence, v.Missing = sorted(q.evidence), q.missing
	switch {
	case q.denied && q.strength == None:
		v.Status, v.Why = Denied, "the text says the opposite: "+list(q.missing)
		// What denies is the evidence.
		v.Evidence = x.denials(e)
	case q.process && (q.strength == Whole || len(e) == 1):
		v.Status, v.Why = CannotTell, "it depends on form, place, timing or detail that the model of a text does not show"
		if len(q.labels) > 0 {
			v.Why = "stated: " + list(q.labels) + "; whether " + r.Text + " does not show"
		}
		if len(e) == 1 && when.expr != nil {
			v.Evidence = sorted(when.expr.prove(x).evidence) // of the condition
		}
		v.Missing = nil
	case q.strength == Whole:
		v.Status, v.Why = Met, "stated: "+list(q.labels)
	case q.strength == Some:
		v.Status, v.Why = Partly, partlyWhy(q)
	case holds == untold:
		v.Status, v.Missing = CannotTell, nil
		v.Why = "not found, and the text does not tell whether it is owed: " + r.Condition
	default:
		v.Status, v.Why = NotFound, "not found: "+list(q.missing)
		if q.other != "" {
			v.Why += "; it is said only of people elsewhere (" + string(q.other) + ")"
		}
		if slices.ContainsFunc(e, func(p part) bool { return p[0].kind == "upd12" }) && !x.p.Document.Updated.IsZero() {
			v.Why += "; the text is dated " + x.p.Document.Updated.String()
		}
	}
	if r.Need == Recommended && v.Status != Met {
		v.Why += "; recommended, not required"
	}
	return v
}

func partlyWhy(q proof) string {
	why := "stated: " + list(q.labels)
	switch {
	case q.denied:
		why += "; denied or missing: " + list(q.missing)
	case q.only != "":
		why += "; but only of people in " + string(q.only)
	case q.service:
		why += "; but only for some services"
	case len(q.missing) > 0:
		why += "; not found in full: " + list(q.missing)
	}
	return why
}

func list(labels []string) string { return strings.Join(labels, ", ") }

// sorted puts mentions in text order and drops repeated ones.
func sorted(ms []policy.Mention) []policy.Mention {
	byPlace := func(a, b policy.Mention) int { return a.Span.Compare(b.Span) }
	if !slices.IsSortedFunc(ms, byPlace) {
		slices.SortFunc(ms, byPlace)
	}
	return slices.CompactFunc(ms, func(a, b policy.Mention) bool { return a.Span == b.Span })
}

// denials returns the mentions that deny what e asks for.
func (x *index) denials(e expr) []policy.Mention {
	var ms []policy.Mention
	for _, p := range e {
		for i := range p {
			for _, it := range x.facts[p[i].facet] {
				if it.Denied() && len(it.Mentions) > 0 && p[i].id != "" && p[i].matches(it.ID) && x.extent(it.Region) == Whole {
					ms = append(ms, p[i].examples(it.Mentions)...)
				}
			}
		}
	}
	return sorted(ms)
}

// holds answers a condition.
func (x *index) holds(c condition) answer {
	switch c.notation {
	case always:
		return yes
	case unseen:
		return no
	case outOfText, asked:
		return untold
	case representative:
		return x.owesRepresentative()
	case transfers:
		return x.transfers()
	case safeguards:
		return x.needsSafeguards()
	case automated:
		return x.decidesAutomatically()
	}
	if c.expr.shown(x) {
		return yes
	}
	return no
}

// owesRepresentative answers whether GDPR Art. 27 asks for a representative: a
// controller outside the EEA that addresses people in it.
func (x *index) owesRepresentative() answer {
	own, outside, unknown := false, false, false // own: named for these people in particular
	for i := range x.p.Parties {
		party := &x.p.Parties[i]
		if party.Role == policy.Representative && x.extent(party.Region) > None {
			return yes
		}
		if party.Role != policy.Controller || x.extent(party.Region) == None {
			continue
		}
		switch {
		case party.Country == "":
			unknown = true
		case x.within(party.Country):
			return no // established in the EEA: Art. 3(1), not 3(2)
		default:
			outside = true
			own = own || party.Region != policy.Everybody
		}
	}
	switch {
	case outside && (own || x.addresses()):
		return yes
	case outside || unknown || len(x.p.Parties) == 0:
		return untold
	}
	return no
}

// addresses reports whether the policy turns to people of the jurisdiction: it
// says something of them in particular, or is written in a language whose main
// country is there (see GDPR recital 23).
func (x *index) addresses() bool {
	if base, _ := x.p.Document.Language.Base(); base.String() != "und" {
		if r, conf := x.p.Document.Language.Region(); conf > language.No && x.within(r.String()) {
			return true
		}
	}
	for _, items := range x.facts {
		for _, it := range items {
			if it.Region != policy.Everybody && x.extent(it.Region) > None {
				return true
			}
		}
	}
	return slices.ContainsFunc(x.p.Contacts, func(c policy.Contact) bool {
		return c.Region != policy.Everybody && x.extent(c.Region) > None
	})
}

// abroad is what shows a transfer to other countries.
var abroad = table(func(r *reader) expr {
	e, err := parseExpr("dest | safe:standard-contractual-clauses | safe:adequacy | safe:binding-corporate-rules | safe:consent | words:abroad")
	r.check(err)
	return e
})

// transfers answers whether data goes to other countries.
func (x *index) transfers() answer {
	if abroad().shown(x) {
		return yes
	}
	return no
}

// needsSafeguards answers whether there is a transfer, unless every country that
// is named has an adequacy decision for all of its organisations on the date.
func (x *index) needsSafeguards() answer {
	if x.transfers() == no {
		return no
	}
	named, covered := 0, 0
	for i := range x.p.Transfers {
		tr := &x.p.Transfers[i]
		if !x.leaves(tr) {
			continue
		}
		named++
		if ds := decisions(tr.Country, x.on); len(ds) > 0 && !ds[0].Listed {
			covered++
		}
	}
	if named > 0 && named == covered {
		return no
	}
	return yes
}

// decidesAutomatically answers whether the text speaks of automated decisions
// elsewhere than where it grants rights, such as that not to be subject to them.
func (x *index) decidesAutomatically() answer {
	granted := map[int]bool{}
	for _, it := range x.facts[taxonomy.FacetRight] {
		if it.ID == string(taxonomy.RightAutomatedDecision) {
			for _, m := range it.Mentions {
				granted[m.Passage] = true
			}
		}
	}
	for _, it := range x.facts[taxonomy.FacetStatement] {
		if it.ID == string(taxonomy.StatementAutomatedDecisions) && !it.Denied() && x.extent(it.Region) > None {
			for _, m := range it.Mentions {
				if !granted[m.Passage] && !x.inSection(m, policy.SectionRights) {
					return yes
				}
			}
		}
	}
	return no
}
