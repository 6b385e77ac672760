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
// notice to say. Its Text continues "the text must say".
type Requirement struct {
	Provision
	Law       string // id of the [Law] that asks for it, "" if it is none of [Code.Laws]
	Need      Need
	Condition string // of a conditional requirement: when it applies
	// Evidence is what in a policy shows that it is met, as it was on the date
	// asked for, in the notation of data/README.md.
	Evidence string
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
	req.Citation, req.Evidence = r.citation.at(on), r.evidence.at(on).notation
	return req
}

// shown is an expr and its notation.
type shown struct {
	notation string
	expr     expr
}

// A condition is when a conditional requirement applies, as far as a text tells:
// one of the names below, or else if the expr is shown.
type condition struct {
	name string
	expr expr
}

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

var requirementTable = table(readRequirements)

func readRequirements(r *reader) []requirementRow {
	var rows []requirementRow
	readExpr := func(r *reader, s string) shown {
		e, err := parseExpr(s)
		if err != nil {
			r.fail(err)
		}
		return shown{s, e}
	}
	r.read("requirements", "id jurisdiction law citation from until need condition when text evidence source mark note", func(f func(string) string) {
		rows = append(rows, requirementRow{
			Requirement: Requirement{Provision: r.provision(f), Law: f("law"), Need: Need(f("need")), Condition: f("condition")},
			citation:    readHistory(r, f("citation"), func(_ *reader, s string) string { return s }),
			evidence:    readHistory(r, f("evidence"), readExpr),
			when: readHistory(r, f("when"), func(r *reader, s string) condition {
				switch s {
				case always, unseen, outOfText, asked, representative, transfers, safeguards, automated:
					return condition{name: s}
				}
				return condition{name: "shown", expr: readExpr(r, s).expr}
			}),
		})
	})
	return rows
}
