package jurisdiction

import (
	"slices"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Basis is a ground on which law allows processing, or, under GDPR Art. 9(2), an
// exception for special categories of data.
type Basis struct {
	Provision
	Concepts []taxonomy.LegalBasis // what policies call it; none if the taxonomy has nothing that fits
	Near     bool                  // the concepts are near, not the same
}

// Bases returns the grounds of processing in a jurisdiction on a date. California
// has none, and none are missing there: collecting and using personal information
// needs no ground. What stands in their place are [Rules] of the kind
// InsteadOfBasis.
//
// Errors are [ErrNoDate], and a [*ValueError] for a date or a jurisdiction that is
// not valid.
func Bases(c Code, on policy.Date) ([]Basis, error) {
	if err := check(c, on); err != nil {
		return nil, err
	}
	var bs []Basis
	for _, b := range basisTable() {
		if b.Jurisdiction == c && b.Interval.Contains(on) {
			b.Concepts = slices.Clone(b.Concepts)
			bs = append(bs, b)
		}
	}
	return bs, nil
}

// A BasisStanding is how a policy stands to a ground.
type BasisStanding struct {
	Basis Basis
	// Status is Met if the policy relies on the ground, Partly if it does so for
	// some people only, Denied, NotFound, or CannotTell for one without concepts.
	Status   Status
	Evidence []policy.Mention // as in a Verdict
}

// BasesIn maps the legal bases that a policy states onto the [Bases] of a
// jurisdiction. Other are the concepts that it states of people there and that no
// ground of the jurisdiction answers to, such as legitimate interests under the
// DPDP Act; for California they are all that it states.
//
// Errors are [ErrNoPolicy] and those of Bases.
func BasesIn(p *policy.Policy, c Code, on policy.Date) (standings []BasisStanding, other []taxonomy.LegalBasis, err error) {
	if p == nil {
		return nil, nil, ErrNoPolicy
	}
	bases, err := Bases(c, on)
	if err != nil {
		return nil, nil, err
	}
	x := newIndex(p, c, on)
	known := map[taxonomy.LegalBasis]bool{}
	for _, b := range bases {
		var tokens part
		for _, id := range b.Concepts {
			known[id] = true
			tokens = append(tokens, token{kind: "fact", facet: taxonomy.FacetLegalBasis, id: string(id), weak: b.Near})
		}
		q := tokens.prove(x)
		s := BasisStanding{Basis: b, Status: standing(q, len(tokens)), Evidence: sorted(q.evidence)}
		if s.Status == Denied {
			s.Evidence = x.denials(expr{tokens})
		}
		standings = append(standings, s)
	}
	for i := range p.LegalBases {
		b := &p.LegalBases[i]
		if !known[b.ID] && !b.Denied() && x.extent(b.Region) > None {
			known[b.ID] = true
			other = append(other, b.ID)
		}
	}
	return standings, other, nil
}

// standing is the status of something that concepts stand for, n of them.
func standing(q proof, n int) Status {
	switch {
	case n == 0:
		return CannotTell
	case q.strength == Whole:
		return Met
	case q.strength == Some:
		return Partly
	case q.denied:
		return Denied
	}
	return NotFound
}

var basisTable = table(func(r *reader) []Basis {
	var bs []Basis
	r.read("bases", "id jurisdiction concept citation from until text source mark note", func(f func(string) string) {
		concepts, near := strings.CutPrefix(f("concept"), "~")
		bs = append(bs, Basis{Provision: r.provision(f), Concepts: ids[taxonomy.LegalBasis](concepts), Near: near})
	})
	return bs
})
