package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"text/tabwriter"

	"example.com/policymodel/policy/lines"
)

// A summary counts the concepts that policies name.
type summary struct {
	policies int
	concepts map[concept]*count
}

type concept struct {
	kind lines.Kind
	id   string
}

type count struct {
	policies        int // that name the concept
	affirmed        int // those that affirm it
	denied          int // those that deny it; some do both, for different people
	mentions        int
	last            int // the policy that was counted last, from 1
	lastYes, lastNo bool
}

func newSummary() *summary { return &summary{concepts: map[concept]*count{}} }

// add counts the lines of one policy.
func (s *summary) add(policy []lines.Line) {
	s.policies++
	for i := range policy {
		l := &policy[i]
		if l.ID == "" {
			continue
		}
		key := concept{l.Kind, l.ID}
		c := s.concepts[key]
		if c == nil {
			c = new(count)
			s.concepts[key] = c
		}
		if c.last != s.policies {
			c.last, c.lastYes, c.lastNo = s.policies, false, false
			c.policies++
		}
		c.mentions++
		no := l.Polarity == "no"
		if no && !c.lastNo {
			c.denied++
		}
		if !no && !c.lastYes {
			c.affirmed++
		}
		c.lastYes, c.lastNo = c.lastYes || !no, c.lastNo || no
	}
}

// print writes a table: kinds in alphabetical order, in each the concept first
// that most policies name.
func (s *summary) print(w io.Writer) error {
	keys := slices.SortedFunc(maps.Keys(s.concepts), func(a, b concept) int {
		return cmp.Or(
			cmp.Compare(a.kind, b.kind),
			cmp.Compare(s.concepts[b].policies, s.concepts[a].policies),
			cmp.Compare(a.id, b.id))
	})
	if _, err := fmt.Fprintf(w, "%d policies\n", s.policies); err != nil || len(keys) == 0 {
		return err
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "\nkind\tconcept\tshare\tpolicies\taffirm\tdeny\tmentions")
	for _, k := range keys {
		c := s.concepts[k]
		fmt.Fprintf(t, "%s\t%s\t%.1f %%\t%d\t%d\t%d\t%d\n", k.kind, k.id,
			100*float64(c.policies)/float64(s.policies), c.policies, c.affirmed, c.denied, c.mentions)
	}
	return t.Flush()
}
