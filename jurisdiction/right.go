package jurisdiction

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Right is a right that law gives people. Its Text says under which conditions,
// as far as there are any.
type Right struct {
	Provision
	Concepts []taxonomy.Right // what policies call it; none if the taxonomy has nothing that fits
	Term     string           // what the law says of time that no Period below holds
	// Acknowledge is the time to confirm that a request was received, Response the
	// time to answer it, Extension what may be added to Response. They are zero
	// where the law, or the data, sets none.
	Acknowledge, Response, Extension Period
	Fee                              string
}

// Rights returns the rights that people have in a jurisdiction on a date.
//
// Errors are [ErrNoDate], and a [*ValueError] for a date or a jurisdiction that is
// not valid.
func Rights(c Code, on policy.Date) ([]Right, error) {
	if err := check(c, on); err != nil {
		return nil, err
	}
	var rs []Right
	for i := range rightTable() {
		if r := &rightTable()[i]; r.Jurisdiction == c && r.Interval.Contains(on) {
			rs = append(rs, r.at(on))
		}
	}
	return rs, nil
}

// A RightStanding is how a policy stands to a right.
type RightStanding struct {
	Right Right
	// Status is Met if the policy grants the right, Partly if it does so for some
	// people or services only, Denied, NotFound, or CannotTell for a right without
	// concepts.
	Status   Status
	Evidence []policy.Mention // as in a Verdict
}

// RightsIn tells which of the [Rights] a policy mentions. It is about what the
// policy says, not about what it must say: see [Assess] for that.
//
// Errors are [ErrNoPolicy] and those of Rights.
func RightsIn(p *policy.Policy, c Code, on policy.Date) ([]RightStanding, error) {
	if p == nil {
		return nil, ErrNoPolicy
	}
	rights, err := Rights(c, on)
	if err != nil {
		return nil, err
	}
	x := newIndex(p, c, on)
	standings := make([]RightStanding, len(rights))
	for i, r := range rights {
		var tokens part
		for _, id := range r.Concepts {
			// The general right to object is not shown by an opt-out of marketing.
			tokens = append(tokens, token{kind: "fact", facet: taxonomy.FacetRight, id: string(id), exact: id == taxonomy.RightObjection})
		}
		q := tokens.prove(x)
		s := RightStanding{Right: r, Status: standing(q, len(tokens)), Evidence: sorted(q.evidence)}
		if s.Status == Denied {
			s.Evidence = x.denials(expr{tokens})
		}
		standings[i] = s
	}
	return standings, nil
}

// rightRow is a row of the table, with what changed over time.
type rightRow struct {
	Right
	response, acknowledge history[Period]
}

func (r *rightRow) at(on policy.Date) Right {
	right := r.Right
	right.Concepts = slices.Clone(right.Concepts)
	right.Response, right.Acknowledge = r.response.at(on), r.acknowledge.at(on)
	return right
}

var rightTable = table(func(r *reader) []rightRow {
	var rows []rightRow
	read := func(r *reader, s string) Period {
		p, err := parsePeriod(s)
		r.check(err)
		return p
	}
	r.read("rights", "id jurisdiction concepts citation from until text term response extension acknowledge fee source mark note", func(f func(string) string) {
		rows = append(rows, rightRow{
			Right: Right{Provision: r.provision(f), Concepts: ids[taxonomy.Right](f("concepts")), Term: f("term"),
				Extension: read(r, f("extension")), Fee: f("fee")},
			response: readHistory(r, f("response"), read), acknowledge: readHistory(r, f("acknowledge"), read),
		})
	})
	return rows
})

// parsePeriod reads "none", or a number and a unit: "1 month", "10 business days".
func parsePeriod(s string) (Period, error) {
	if s == "none" {
		return Period{}, nil
	}
	n, unit, _ := strings.Cut(s, " ")
	count, err := strconv.Atoi(n)
	p := Period{N: count}
	switch strings.TrimSuffix(unit, "s") {
	case "month":
		p.Unit = Months
	case "day":
		p.Unit = Days
	case "business day":
		p.Unit = BusinessDays
	default:
		err = fmt.Errorf("no unit")
	}
	if err != nil || count < 1 {
		return Period{}, fmt.Errorf("period %q: %v", s, err)
	}
	return p, nil
}
