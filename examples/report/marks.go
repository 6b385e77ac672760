package main

import (
	"slices"
	"strconv"
	"strings"

	"example.com/policymodel/policy"
)

// A Block is a paragraph or heading of the text: what stands between line ends that
// are not within a passage. The segments of all blocks make up the whole text.
type Block struct {
	ID       string
	Level    int  // of a heading, from 3; 0 for others
	Aside    bool // navigation and repeated text
	Segments []Segment
}

// A Segment is a stretch of text in which the same marks begin and end nowhere, so
// that marks may overlap in any way.
type Segment struct {
	ID     string // where something links to
	Text   string
	Kind   string // the first of Kinds, which gives the colour
	Kinds  string // of what is marked, separated by spaces; "" for unmarked text
	Rows   string // ids of the table rows that it belongs to
	Title  string // what is marked, a line each
	Denied bool   // all that is marked here is denied
}

// A mark is a place that states a fact or a record.
type mark struct {
	span   policy.Span
	kind   string
	row    string
	title  string
	denied bool
}

// anchor is the id of the segment that starts at an offset.
func anchor(offset int) string { return "t" + strconv.Itoa(offset) }

// blocks cuts the text at line ends outside of passages, and the blocks into
// segments. Anchors are further offsets at which a segment has to start.
func blocks(v version, marks []mark, anchors []int) []Block {
	cuts := blockCuts(v)
	sections := v.Policy.Sections
	aside := asideSpans(v.Policy, len(v.Text))

	var list []Block
	at, cut := 0, 0
	for _, s := range segmented(v.Text, marks, slices.Concat(anchors, cuts)) {
		if cut < len(cuts) && cuts[cut] == at {
			cut++
			first := at + len(v.Text[at:s.end]) - len(strings.TrimLeft(v.Text[at:s.end], " \t"))
			for len(aside) > 0 && aside[0].End <= first {
				aside = aside[1:]
			}
			list = append(list, Block{
				ID:    "b" + strconv.Itoa(len(list)),
				Aside: len(aside) > 0 && aside[0].Start <= first,
			})
		}
		b := &list[len(list)-1]
		b.Segments = append(b.Segments, s.Segment)
		for len(sections) > 0 && sections[0].Heading.Start < s.end {
			b.Level = min(2+max(sections[0].Level, 1), 6)
			sections = sections[1:]
		}
		at = s.end
	}
	return list
}

// blockCuts returns where blocks start, the first at 0: after runs of white space
// that hold a line end and lie between passages.
func blockCuts(v version) []int {
	cuts := []int{0}
	passages := v.Policy.Passages
	i := 0
	for i < len(v.Text) {
		end := strings.IndexByte(v.Text[i:], '\n')
		if end < 0 {
			break
		}
		i += end + 1
		for i < len(v.Text) && strings.IndexByte("\n\r", v.Text[i]) >= 0 {
			i++
		}
		for len(passages) > 0 && passages[0].Span.End < i {
			passages = passages[1:]
		}
		within := len(passages) > 0 && passages[0].Span.Start < i && i < passages[0].Span.End
		if !within && i < len(v.Text) {
			cuts = append(cuts, i)
		}
	}
	return cuts
}

// asideSpans returns what is not the policy proper: text around its body and
// passages that were set aside.
func asideSpans(p *policy.Policy, size int) []policy.Span {
	var spans []policy.Span
	body := p.Document.Body
	if body.IsZero() {
		body = policy.Span{End: size}
	}
	if body.Start > 0 {
		spans = append(spans, policy.Span{End: body.Start})
	}
	for _, x := range p.Passages {
		if x.Reading == policy.SetAside && body.Contains(x.Span) {
			spans = append(spans, x.Span)
		}
	}
	if body.End < size {
		spans = append(spans, policy.Span{Start: body.End, End: size})
	}
	return spans
}

// A cutSegment is a segment with the offset at which it ends.
type cutSegment struct {
	Segment
	end int
}

// segmented cuts the text at the ends of marks and at other offsets, in one sweep.
func segmented(text string, marks []mark, others []int) []cutSegment {
	marks = slices.Clone(marks)
	slices.SortStableFunc(marks, func(a, b mark) int { return a.span.Compare(b.span) })
	offsets := append([]int{0, len(text)}, others...)
	linked := make(map[int]bool)
	for _, m := range marks {
		offsets = append(offsets, m.span.Start, m.span.End)
		linked[m.span.Start] = true
	}
	for _, o := range others {
		linked[o] = true
	}
	slices.Sort(offsets)
	offsets = slices.Compact(offsets)

	var list []cutSegment
	var open []mark
	next := 0
	for i := 0; i+1 < len(offsets); i++ {
		start, end := offsets[i], offsets[i+1]
		open = slices.DeleteFunc(open, func(m mark) bool { return m.span.End <= start })
		for next < len(marks) && marks[next].span.Start <= start {
			open = append(open, marks[next])
			next++
		}
		s := cutSegment{Segment{Text: text[start:end]}, end}
		if linked[start] {
			s.ID = anchor(start)
		}
		s.describe(open)
		list = append(list, s)
	}
	return list
}

// describe says what is marked at s.
func (s *Segment) describe(open []mark) {
	if len(open) == 0 {
		return
	}
	var ids, rows, titles []string
	s.Denied = true
	for _, m := range slices.SortedStableFunc(slices.Values(open), byKind) {
		ids, rows, titles = add(ids, m.kind), add(rows, m.row), add(titles, m.title)
		s.Denied = s.Denied && m.denied
	}
	s.Kind = ids[0]
	s.Kinds, s.Rows, s.Title = strings.Join(ids, " "), strings.Join(rows, " "), strings.Join(titles, "\n")
}

// add appends s if the list has no such element. Lists here are a handful long.
func add(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
