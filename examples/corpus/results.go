package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

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
	info    fs.FileInfo     // of the file when it was opened
	done    map[string]bool // policies that were in the file when it was opened
	summary *summary        // of all that is in the file
	buf     bytes.Buffer
}

// openResults opens or creates a file, reads it and cuts off what an interrupted
// run left behind: the beginning of the results of one policy, without their
// mark, and NULs or white space, which the end of a file may hold after a power
// failure. A file that this program cannot have written is left alone and gives
// an error, as does one that another process uses.
func openResults(name string, s *summary) (*results, error) {
	// Devices are not even opened, as that may take for ever.
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w", name, errNotRegular)
	}
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o666)
	if err != nil {
		return nil, err
	}
	r := &results{file: f, done: map[string]bool{}, summary: s}
	if err := r.resume(); err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return r, nil
}

// resume reads the file and cuts it after its last mark.
func (r *results) resume() error {
	if err := lock(r.file); err != nil {
		return err
	}
	var err error
	if r.info, err = r.file.Stat(); err != nil {
		return err
	}
	size, err := textSize(r.file, r.info.Size())
	if err != nil {
		return err
	}
	end, err := r.scan(size)
	if err != nil {
		return err
	}
	tail := make([]byte, size-end)
	if _, err := r.file.ReadAt(tail, end); err != nil && err != io.EOF {
		return err
	}
	if !unfinished(string(tail)) {
		return errors.New("ends in what is not of a results file")
	}
	return r.file.Truncate(end)
}

// textSize returns the size of a file of the given size without the NULs and the
// white space at its end, but for one end of a line.
func textSize(f *os.File, size int64) (int64, error) {
	last := false // the byte after size ends a line
	for buf := make([]byte, 1<<16); size > 0; {
		n := min(size, int64(len(buf)))
		if _, err := f.ReadAt(buf[:n], size-n); err != nil {
			return 0, err
		}
		text := bytes.TrimRight(buf[:n], "\x00 \t\r\n")
		if m := len(text); m < int(n) {
			last = buf[m] == '\n'
		}
		size -= n - int64(len(text))
		if len(text) > 0 {
			break
		}
	}
	if last && size > 0 {
		size++
	}
	return size, nil
}

// scan reads the lines in the first size bytes of the file and returns the end
// of the last mark.
func (r *results) scan(size int64) (end int64, err error) {
	var group []lines.Line // since the last mark
	pos := int64(0)
	buf := bufio.NewReader(io.NewSectionReader(r.file, 0, size))
	for n := 1; ; n++ {
		if start, _ := buf.Peek(len(lineStart)); !agree(string(start), lineStart) {
			return 0, fmt.Errorf("line %d is not of a results file", n)
		}
		text, err := buf.ReadBytes('\n')
		pos += int64(len(text))
		if err == io.EOF {
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

// The beginnings of lines, and what ends the name of a policy in them.
const (
	lineStart = `{"file":"`
	nameEnd   = `","kind":"`
)

// unfinished reports whether text is what add writes for one policy, cut off
// anywhere before the end of the mark.
func unfinished(text string) bool {
	start := "" // what every line begins with; not known before the first
	for line := range strings.Lines(text) {
		if !beginsLine(line, start) {
			return false
		}
		var l lines.Line
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			return !strings.HasSuffix(line, "\n")
		}
		if l.Kind == done {
			return true // it has no end: scan would have found it
		}
		var again strings.Builder
		if err := encoder(&again).Encode(&l); err != nil || again.String() != strings.TrimSuffix(line, "\n")+"\n" {
			return false
		}
		if start != "" && l.Kind == lines.Document {
			return false // that of another
		}
		start = line[:strings.Index(line, nameEnd)+len(nameEnd)]
	}
	return true
}

// beginsLine reports whether line, or its beginning where it was cut off, begins
// with start or, if that is empty, as the first line of any policy does.
func beginsLine(line, start string) bool {
	if start != "" {
		return agree(line, start)
	}
	if !agree(line, lineStart) {
		return false
	}
	for i := len(lineStart); i < len(line); i++ {
		switch c := line[i]; {
		case c == '\\':
			i++
		case c == '"':
			return agree(line[i:], nameEnd+string(lines.Document)+`",`)
		case c < ' ':
			return false
		}
	}
	return true
}

// agree reports whether one of a and b begins with the other.
func agree(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] == b[:n]
}

// encoder returns an encoder that writes what package lines does.
func encoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

// add appends the lines of a policy and their mark.
func (r *results) add(name string, p *policy.Policy) error {
	var group []lines.Line
	for l := range lines.All(p, name) {
		group = append(group, l)
	}
	r.buf.Reset()
	enc := encoder(&r.buf)
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
