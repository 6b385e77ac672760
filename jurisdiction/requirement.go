package jurisdiction

import "example.com/policymodel/policy"

// A Need says how firmly something must be disclosed.
type Need string

// The needs.
const (
	Mandatory   Need = "mandatory"   // whenever the law applies
	Conditional Need = "conditional" // if a condition holds
	Recommended Need = "recommended" // by an authority, not by law
	OnRequest   Need = "on request"  // to whoever asks; a policy may say it beforehand
)

// A Requirement is something that a law, or an authority, asks a privacy policy or
// notice to say; or anybody else, for a program can make its own. Its Text
// continues "the text must say".
type Requirement struct {
	Provision
	Law       string // id of the [Law] that asks for it, "" if it is none of [Code.Laws]
	Need      Need
	Condition string // of a conditional requirement: when it applies, for people
	// When is the Condition, and Evidence what in a policy shows that the
	// requirement is met, as they were on the date asked for, in the notation that
	// the package comment explains. An empty When is always.
	When, Evidence string
}

// Requirements returns what the law of a jurisdiction asks a policy to disclose on
// a date, law by law. There are none where none is known; [Assess] says why.
//
// Errors are [ErrNoDate], and a [*ValueError] for a date or a jurisdiction that is
// not valid.
func Requirements(c Code, on policy.Date) ([]Requirement, error) {
	if err := check(c, on); err != nil {
		return nil, err
	}
	var rs []Requirement
	for i := range requirementTable() {
		if r := &requirementTable()[i]; r.Jurisdiction == c && r.Interval.Contains(on) {
			rs = append(rs, r.at(on))
		}
	}
	return rs, nil
}

// Judge gives the verdict on one requirement, as [Assess] does on those of the law:
// by what p says of everybody or of the people of r.Jurisdiction. A program that
// asks for more than the law appends the verdicts on its own requirements to those
// of an [Assessment]. Of r, the Evidence, When and Jurisdiction decide; the Text
// and the Condition are for the reasons of the verdict. Whether r is of the date is
// not asked.
//
// Errors are [ErrNoPolicy], [ErrNoDate], and a [*ValueError] for a jurisdiction or
// a date that is not valid or for what is not in the notation.
func (r Requirement) Judge(p *policy.Policy, on policy.Date) (Verdict, error) {
	if p == nil {
		return Verdict{}, ErrNoPolicy
	}
	if err := check(r.Jurisdiction, on); err != nil {
		return Verdict{}, err
	}
	e, err := parseExpr(r.Evidence)
	if err != nil {
		return Verdict{}, notationError("evidence", r.Evidence, err)
	}
	when, err := parseCondition(r.When)
	if err != nil {
		return Verdict{}, notationError("condition", r.When, err)
	}
	return newIndex(p, r.Jurisdiction, on).judge(r, e, when), nil
}

func notationError(kind, value string, err error) error {
	return &ValueError{Kind: kind, Value: value, Reason: "not in the notation: " + err.Error(), Help: "see the comment of the package"}
}

// A requirementRow is a row of the table, with what changed over time.
type requirementRow struct {
	Requirement
	citation history[string]
	evidence history[shown]
	when     history[condition]
}

// at returns the requirement as it was on a day.
func (r *requirementRow) at(on policy.Date) Requirement {
	req := r.Requirement
	req.Citation, req.When, req.Evidence = r.citation.at(on), r.when.at(on).notation, r.evidence.at(on).notation
	return req
}

// shown is an expr and its notation.
type shown struct {
	notation string
	expr     expr
}

// A condition is when a conditional requirement applies, as far as a text tells:
// if the expr is shown or, where that is nil, as one of the names below.
type condition shown

// The conditions that are no expr.
const (
	always         = ""                    // the requirement has no condition
	unseen         = "silent"              // the model has nothing for it, so texts count as silent on it
	outOfText      = "unknown"             // it cannot be judged from a text
	asked          = "request"             // somebody asks
	representative = "representative-duty" // GDPR Art. 27
	transfers      = "transfer"            // data goes to other countries
	safeguards     = "safeguard-duty"      // a transfer that no adequacy decision covers
	automated      = "automated"           // automated decisions are taken, and not just ruled out
)

// parseCondition reads a name of a condition, or an expr.
func parseCondition(s string) (condition, error) {
	switch s {
	case always, unseen, outOfText, asked, representative, transfers, safeguards, automated:
		return condition{notation: s}, nil
	}
	e, err := parseExpr(s)
	return condition{s, e}, err
}

var requirementTable = table(readRequirements)

func readRequirements(r *reader) []requirementRow {
	var rows []requirementRow
	r.read("requirements", "id jurisdiction law citation from until need condition when text evidence source mark note", func(f func(string) string) {
		rows = append(rows, requirementRow{
			Requirement: Requirement{Provision: r.provision(f), Law: f("law"), Need: Need(f("need")), Condition: f("condition")},
			citation:    readHistory(r, f("citation"), func(_ *reader, s string) string { return s }),
			evidence: readHistory(r, f("evidence"), func(r *reader, s string) shown {
				e, err := parseExpr(s)
				r.check(err)
				return shown{s, e}
			}),
			when: readHistory(r, f("when"), func(r *reader, s string) condition {
				c, err := parseCondition(s)
				r.check(err)
				return c
			}),
		})
	})
	return rows
}
