package score

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/lines"
)

// A Labelled is a policy whose passages have labels.
type Labelled struct {
	Doc      string    `json:"doc"`
	Text     string    `json:"text"`
	Passages []Passage `json:"passages"` // in the order of their starts
}

// A Passage is a part of a labelled policy. Offsets count bytes.
type Passage struct {
	Start  int `json:"start"`
	End    int `json:"end"`
	Labels []struct {
		Label string `json:"label"` // a GDPR transparency requirement, "Data Categories"
		Quote string `json:"quote"`
	} `json:"labels"`
}

// Bench reads the labelled policies in dir/bench.
func Bench(dir string) ([]Labelled, error) {
	file, err := os.Open(filepath.Join(dir, "bench", "gdpr-transparency-200.jsonl"))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var docs []Labelled
	for dec := json.NewDecoder(bufio.NewReader(file)); ; {
		var d Labelled
		if err := dec.Decode(&d); err == io.EOF {
			return docs, nil
		} else if err != nil {
			return nil, fmt.Errorf("score: %s: %w", file.Name(), err)
		}
		docs = append(docs, d)
	}
}

// A PassageResult is how well facts fit labelled passages.
type PassageResult struct {
	Micro   Score   // of all labels that some passage has
	MacroF1 float64 // mean F1 of those labels

	Labels []Part // most frequent first

	Misses []Miss // passage by passage; also of labels that no passage has
}

// String returns r in the form of passages.py.
func (r PassageResult) String() string {
	var b strings.Builder
	for _, l := range r.Labels {
		fmt.Fprintf(&b, "%-36s %v  (%d gold)\n", l.Name, l.Score, l.Wanted())
	}
	fmt.Fprintf(&b, "micro %v   macro F1 %.3f\n", r.Micro, r.MacroF1)
	return b.String()
}

// Passages scores lines against labelled passages. A line belongs to the
// document that its file is named after, but for the folder and the last
// extension. A passage has a label if a line that stands for the label overlaps
// it.
func Passages(bench []Labelled, found []lines.Line) PassageResult {
	byName := map[string][]*lines.Line{}
	for i := range found {
		name := stem(found[i].File)
		byName[name] = append(byName[name], &found[i])
	}
	var r PassageResult
	labels := map[string]*Score{}
	for i := range bench {
		r.Misses = append(r.Misses, bench[i].score(byName[bench[i].Doc], labels)...)
	}
	for label, s := range labels {
		if s.Wanted() > 0 {
			r.Labels = append(r.Labels, Part{label, s.rated(0)})
			r.Micro.add(*s)
		}
	}
	r.Micro = r.Micro.rated(0)
	slices.SortFunc(r.Labels, func(a, b Part) int {
		return cmp.Or(cmp.Compare(b.Wanted(), a.Wanted()), cmp.Compare(a.Name, b.Name))
	})
	for _, l := range r.Labels {
		r.MacroF1 += l.F1 / float64(len(r.Labels))
	}
	return r
}

// score adds what lines say of d's passages to the labels' scores.
func (d *Labelled) score(found []*lines.Line, labels map[string]*Score) []Miss {
	have := d.cover(found)
	var misses []Miss
	for i, p := range d.Passages {
		wanted := placed{}
		for _, l := range p.Labels {
			wanted.add(l.Label, Place{Span: p.span(), Found: true, Gold: true, Words: oneLine(l.Quote)})
		}
		compare(wanted, have[i], strings.Compare, func(label string, o Outcome) {
			s := labels[label]
			if s == nil {
				s = new(Score)
				labels[label] = s
			}
			switch o {
			case Right:
				s.Right++
			case Missing:
				s.Missing++
				misses = append(misses, Miss{d.Doc, o, label, wanted[label]})
			case Extra:
				s.Extra++
				misses = append(misses, Miss{d.Doc, o, label, have[i][label]})
			}
		})
	}
	return misses
}

// cover returns the labels that lines give to each passage.
func (d *Labelled) cover(found []*lines.Line) []placed {
	have := make([]placed, len(d.Passages))
	for i := range have {
		have[i] = placed{}
	}
	for _, l := range found {
		stands := labelsOf(l)
		if len(stands) == 0 {
			continue
		}
		// The last passage that starts at or before the line, and those after.
		after := sort.Search(len(d.Passages), func(i int) bool { return d.Passages[i].Start > l.Start })
		for i := max(after-1, 0); i < len(d.Passages) && d.Passages[i].Start < l.End; i++ {
			if l.Start < d.Passages[i].End {
				for _, label := range stands {
					have[i].add(label, placeIn(d.Text, l))
				}
			}
		}
	}
	return have
}

func (p *Passage) span() policy.Span { return policy.Span{Start: p.Start, End: p.End} }

// labelsOf returns the labels that l stands for.
func labelsOf(l *lines.Line) []string {
	switch l.Kind {
	case lines.Right:
		id, _, _ := strings.Cut(l.ID, ".")
		if label := rightLabel(id); label != "" {
			return []string{label}
		}
	case lines.Contact:
		if l.Role == policy.DataProtectionOfficer {
			return []string{"DPO Contact"}
		}
		return []string{"Controller Contact"}
	case lines.Statement:
		switch l.ID {
		case "mandatory":
			return []string{"Mandatory Data Disclosure"}
		case "automated-decisions", "profiling":
			return []string{"Automated Decision-Making"}
		}
	case lines.LegalBasis:
		labels := []string{"Legal Basis for Processing"}
		if l.ID == "legitimate-interests" {
			labels = append(labels, "Legitimate Interests for Processing")
		}
		return labels
	case lines.Data:
		return []string{"Data Categories"}
	case lines.Purpose:
		return []string{"Processing Purpose"}
	case lines.Recipient:
		return []string{"Data Recipients"}
	case lines.Source:
		return []string{"Source of Data"}
	case lines.Retention, lines.Disposal:
		return []string{"Data Retention Period"}
	case lines.Transfer, lines.Safeguard:
		return []string{"Third-country Transfers"}
	case lines.Controller:
		return []string{"Controller Name"}
	}
	return nil
}

// rightLabel returns the label of a right and those below it, "" if it has none.
func rightLabel(id string) string {
	switch id {
	case "access", "copy", "know":
		return "Right to Access"
	case "rectification":
		return "Right to Rectification"
	case "erasure":
		return "Right to Erasure"
	case "restriction":
		return "Right to Restrict"
	case "portability":
		return "Right to Portability"
	case "objection":
		return "Right to Object"
	case "withdraw-consent":
		return "Right to Withdraw Consent"
	case "complaint":
		return "Right to Lodge Complaint"
	}
	return ""
}

// stem returns the base name of file without its last extension.
func stem(file string) string {
	name := baseName(file)
	if i := strings.LastIndexByte(name, '.'); 0 < i && i < len(name)-1 {
		return name[:i]
	}
	return name
}
