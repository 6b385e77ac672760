// Package score measures what the parser finds against annotations that people
// made, for the floors in the parser's tests and for work on the lexicon.
//
// There are two measures. [Facts] holds facts, records, evidence and flows
// against gold annotations of whole policies. [Passages] holds facts against
// labels that people of another project put on the passages of other policies.
// Both follow their reference implementations, score.py and passages.py, to
// the last digit printed, where those do not follow each other too: a
// precision or recall without a denominator is 1 in the first and 0 in the
// second.
//
// Results are printed in the form of the reference. Each [Miss] in a result
// says where to look.
package score

import (
	"fmt"
	"path"
)

// A Score is how well what was found fits what was wanted.
type Score struct {
	Right, Extra, Missing int

	Precision float64 // share of the found that is wanted
	Recall    float64 // share of the wanted that is found
	F1        float64 // harmonic mean of the two, 0 if both are 0
}

// Wanted returns how many there are to find.
func (s Score) Wanted() int { return s.Right + s.Missing }

func (s Score) String() string {
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f", s.Precision, s.Recall, s.F1)
}

// rated returns s with its rates. A rate without a denominator is none.
func (s Score) rated(none float64) Score {
	s.Precision, s.Recall, s.F1 = none, none, 0
	if n := s.Right + s.Extra; n > 0 {
		s.Precision = float64(s.Right) / float64(n)
	}
	if n := s.Right + s.Missing; n > 0 {
		s.Recall = float64(s.Right) / float64(n)
	}
	if s.Precision+s.Recall > 0 {
		s.F1 = 2 * s.Precision * s.Recall / (s.Precision + s.Recall)
	}
	return s
}

func (s *Score) add(t Score) {
	s.Right += t.Right
	s.Extra += t.Extra
	s.Missing += t.Missing
}

// A share is a part of a whole.
type share struct{ part, all int }

func (s *share) count(in bool) {
	s.all++
	if in {
		s.part++
	}
}

// ratio returns part by all, 0 for nothing.
func (s share) ratio() float64 {
	if s.all == 0 {
		return 0
	}
	return float64(s.part) / float64(s.all)
}

// baseName returns the last element of a path as pathlib has it, where "." and
// "/" have none.
func baseName(file string) string {
	name := path.Base(file)
	if name == "." || name == "/" {
		return ""
	}
	return name
}
