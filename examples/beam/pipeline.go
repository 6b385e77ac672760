package main

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy/lines"
)

// Beam finds the functions of a pipeline by name on its workers.
func init() {
	register.DoFn5x1[context.Context, fileio.ReadableFile, func(string), func(Subject, Count), func(string), error](&readFn{})
	register.Function2x1(addCounts)
	register.Function2x2(formatCount)
	register.Emitter1[string]()
	register.Emitter2[Subject, Count]()
}

// A Subject is what is counted: the policies of a year that name a concept, or
// all of them for the kind document. Year is 0 for policies without a date.
type Subject struct {
	Year int    `json:"year,omitempty"`
	Kind string `json:"kind"`
	ID   string `json:"id,omitempty"`
}

// A Count tells how many policies name a Subject.
type Count struct {
	Policies int `json:"policies"`
	Affirmed int `json:"affirmed"` // policies that affirm it
	Denied   int `json:"denied"`   // policies that deny it; some do both, for different people
	Mentions int `json:"mentions"`
}

// A failure is a file that could not be read.
type failure struct {
	File  string `json:"file"`
	Error string `json:"error"`
}

// build adds the pipeline that reads the files that match the pattern input, and
// writes files whose names start with output.
func build(s beam.Scope, input, output string) {
	matches := fileio.MatchFiles(s, input)
	// Without the reshuffle, the worker that lists the files would read them all.
	files := fileio.ReadMatches(s, beam.Reshuffle(s, matches))
	facts, counts, failed := beam.ParDo3(s, &readFn{}, files)
	sums := beam.CombinePerKey(s, addCounts, counts)
	textio.Write(s, output+"-facts.jsonl", facts)
	textio.Write(s, output+"-counts.jsonl", beam.ParDo(s, formatCount, sums))
	textio.Write(s, output+"-failed.jsonl", failed)
}

// readFn reads a file: it emits the lines of its policy, what is to be counted,
// and the failure if it cannot be read.
type readFn struct {
	parser *parse.Parser // for all files of a worker
}

// Setup is called once on each worker.
func (f *readFn) Setup() (err error) {
	f.parser, err = parse.New(nil)
	return err
}

func (f *readFn) ProcessElement(ctx context.Context, file fileio.ReadableFile, facts func(string), counts func(Subject, Count), failed func(string)) error {
	name := file.Metadata.Path
	fail := func(err error) error {
		text, jsonErr := json.Marshal(failure{name, err.Error()})
		failed(string(text))
		return jsonErr
	}
	text, err := file.ReadString(ctx)
	if err != nil {
		return fail(err)
	}
	p, err := f.parser.Parse(text)
	if err != nil {
		return fail(err)
	}
	named := map[Subject]Count{}
	for l := range lines.All(p, name) {
		text, err := encode(&l)
		if err != nil {
			return err
		}
		facts(text)
		if l.ID != "" || l.Kind == lines.Document {
			key := Subject{p.Document.Updated.Year, string(l.Kind), l.ID}
			named[key] = mention(named[key], l.Polarity == "no")
		}
	}
	for key, n := range named {
		counts(key, n)
	}
	return nil
}

// encode returns l as JSON.
func encode(l *lines.Line) (string, error) {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(l)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// mention returns n, the count of one policy, with one more mention.
func mention(n Count, denied bool) Count {
	n.Policies = 1
	n.Mentions++
	if denied {
		n.Denied = 1
	} else {
		n.Affirmed = 1
	}
	return n
}

func addCounts(a, b Count) Count {
	return Count{a.Policies + b.Policies, a.Affirmed + b.Affirmed, a.Denied + b.Denied, a.Mentions + b.Mentions}
}

func formatCount(s Subject, n Count) (string, error) {
	text, err := json.Marshal(struct {
		Subject
		Count
	}{s, n})
	return string(text), err
}
