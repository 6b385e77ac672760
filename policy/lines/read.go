package lines

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
)

// Read returns an iterator over the lines in r. Empty lines are skipped and
// keys that a [Line] has no field for are ignored. A line that is no JSON
// object, has no kind, or has an impossible polarity or place gives an error
// that names its number, counted from 1; the lines after it can still be read.
// An error of r ends the sequence. The iterator can be used once.
func Read(r io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		buf := bufio.NewReader(r)
		for n := 1; ; n++ {
			text, readErr := buf.ReadBytes('\n')
			if readErr != nil && readErr != io.EOF {
				yield(Line{}, fmt.Errorf("lines: line %d: %w", n, readErr))
				return
			}
			if text = bytes.TrimSpace(text); len(text) > 0 {
				l, err := parseLine(text)
				if err != nil {
					err = fmt.Errorf("lines: line %d: %w", n, err)
				}
				if !yield(l, err) {
					return
				}
			}
			if readErr == io.EOF {
				return
			}
		}
	}
}

// parseLine returns the Line in text, the zero Line with an error.
func parseLine(text []byte) (Line, error) {
	var l Line
	if err := json.Unmarshal(text, &l); err != nil {
		return Line{}, err
	}
	switch {
	case l.Kind == "":
		return Line{}, errors.New("no kind")
	case l.Polarity != "" && l.Polarity != "yes" && l.Polarity != "no":
		return Line{}, fmt.Errorf("polarity %q is neither yes nor no", l.Polarity)
	case l.Start < 0 || l.End < l.Start:
		return Line{}, fmt.Errorf("no place in a text: %v", l.Span())
	}
	return l, nil
}
