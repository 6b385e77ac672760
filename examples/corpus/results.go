package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/lines"
)

// done is the kind of the line that ends the lines of a policy.
const done lines.Kind = "done"

// A mark is a line that ends the lines of a policy.
type mark struct {
	File  string     `json:"file"`
	Kind  lines.Kind `json:"kind"`
	Lines int        `json:"lines"` // the number of those before it
}

// Results is the file of results. It only grows, but for what an interrupted
// run left behind.
type results struct {
	file    *os.File
	done    map[string]bool // policies that were in the file when it was opened
	summary *summary        // of all that is in the file
	buf     bytes.Buffer
}

// openResults opens or creates a file, reads it and cuts off the lines that no
// mark follows. A file that this program cannot have written is left alone and
// gives an error.
func openResults(name string, s *summary) (*results, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o666)
	if err != nil {
		return nil, err
	}
	r := &results{file: f, done: map[string]bool{}, summary: s}
	end, err := r.scan()
	if err == nil {
		err = f.Truncate(end)
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return r, nil
}

// scan reads the file and returns the end of its last mark.
func (r *results) scan() (end int64, err error) {
	var group []lines.Line // since the last mark
	pos := int64(0)
	buf := bufio.NewReader(r.file)
	for n := 1; ; n++ {
		text, err := buf.ReadBytes('\n')
		pos += int64(len(text))
		if err == io.EOF {
			if !beginsLine(text) {
				return 0, fmt.Errorf("line %d is not of a results file", n)
			}
			return end, nil
		}
		if err != nil {
			return 0, err
		}
		var l struct {
			lines.Line
			Lines int `json:"lines"`
		}
		if json.Unmarshal(text, &l) != nil || l.File == "" || l.Kind == "" || len(group) > 0 && l.File != group[0].File {
			return 0, fmt.Errorf("line %d is not of a results file", n)
		}
		if l.Kind != done {
			group = append(group, l.Line)
			continue
		}
		if l.Lines != len(group) || r.done[l.File] {
			return 0, fmt.Errorf("line %d: %s is done twice, or not with all its lines", n, l.File)
		}
		r.done[l.File] = true
		r.summary.add(group)
		group = group[:0]
		end = pos
	}
}

// beginsLine reports whether text may be the beginning of a line of results.
func beginsLine(text []byte) bool {
	const start = `{"file":"`
	n := min(len(text), len(start))
	return string(text[:n]) == start[:n]
}

// add appends the lines of a policy and their mark.
func (r *results) add(name string, p *policy.Policy) error {
	var group []lines.Line
	for l := range lines.All(p, name) {
		group = append(group, l)
	}
	r.buf.Reset()
	enc := json.NewEncoder(&r.buf)
	enc.SetEscapeHTML(false)
	for i := range group {
		if err := enc.Encode(&group[i]); err != nil {
			return err
		}
	}
	if err := enc.Encode(mark{name, done, len(group)}); err != nil {
		return err
	}
	if _, err := r.file.Write(r.buf.Bytes()); err != nil {
		return err
	}
	r.summary.add(group)
	return nil
}

// close closes the file when what was written is on the disk.
func (r *results) close() error {
	err := r.file.Sync()
	if closeErr := r.file.Close(); err == nil {
		err = closeErr
	}
	return err
}
