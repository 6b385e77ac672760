package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"example.com/policymodel/parse"
)

// Work is what is to be done.
type work struct {
	inputs   iter.Seq[parse.Input]
	sizes    []int64 // of the inputs, in bytes; nil if they are not known
	problems []error // with paths
}

// size returns the sum of the sizes.
func (w *work) size() (sum int64) {
	for _, n := range w.sizes {
		sum += n
	}
	return sum
}

// files returns the files that the paths stand for, without those that are done
// and the file of the results itself, which may be nil.
func files(paths []string, done map[string]bool, results fs.FileInfo) work {
	l := lister{results: results}
	for _, path := range paths {
		l.add(path)
	}
	w := work{problems: l.problems, sizes: []int64{}}
	var inputs []parse.Input
	names := map[string]bool{}
	for _, f := range l.files {
		name := validName(f.path)
		switch {
		case names[name]:
			w.problems = append(w.problems, fmt.Errorf("%q: another file has this name", f.path))
		case !done[name]:
			inputs = append(inputs, parse.Input{Name: name, Load: func(context.Context) (string, error) { return load(f.path) }})
			w.sizes = append(w.sizes, f.size)
		}
		names[name] = true
	}
	w.inputs = func(yield func(parse.Input) bool) {
		for _, in := range inputs {
			if !yield(in) {
				return
			}
		}
	}
	return w
}

var errNotRegular = errors.New("not a regular file")

// load returns the text of a file, and the error of the parser for one that is
// too large for it, without reading that.
func load(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	if size := info.Size(); size > parse.DefaultLimit {
		return "", &parse.InputError{Kind: parse.InputTooLarge, Size: int(size), Limit: parse.DefaultLimit}
	}
	var text strings.Builder
	text.Grow(int(info.Size()))
	_, err = io.Copy(&text, io.LimitReader(f, parse.DefaultLimit+1)) // it may grow meanwhile
	return text.String(), err
}

// validName returns name as JSON can hold it, so that it is known again.
func validName(name string) string { return string([]rune(name)) }

// A lister collects files, each once.
type lister struct {
	results  fs.FileInfo // of the file that is left out; may be nil
	files    []file
	known    map[string]bool // the paths of files
	problems []error
}

type file struct {
	path string
	size int64 // in bytes
}

// add adds what a path of the command line stands for. What exists is no
// pattern, even if it looks like one.
func (l *lister) add(path string) {
	info, err := os.Stat(path)
	if err == nil {
		l.addFound(path, info)
		return
	}
	if !errors.Is(err, fs.ErrNotExist) || !strings.ContainsAny(path, "*?[") {
		l.problems = append(l.problems, err)
		return
	}
	matches, err := filepath.Glob(path)
	if err == nil && len(matches) == 0 {
		err = errors.New("no file matches")
	}
	if err != nil {
		l.problems = append(l.problems, fmt.Errorf("%s: %w", path, err))
	}
	for _, match := range matches {
		if info, err := os.Stat(match); err != nil {
			l.problems = append(l.problems, err)
		} else {
			l.addFound(match, info)
		}
	}
}

// addFound adds a file, or the .md and .txt files below a folder. Links to
// folders are only followed where they are given, so that none leads in a circle.
func (l *lister) addFound(path string, info fs.FileInfo) {
	if !info.IsDir() {
		l.addFile(path, info)
		return
	}
	// The separator at the end makes WalkDir follow path itself.
	filepath.WalkDir(path+string(filepath.Separator), func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			l.problems = append(l.problems, err)
			return nil // go on with the others
		}
		if ext := filepath.Ext(path); d.IsDir() || ext != ".md" && ext != ".txt" {
			return nil
		}
		info, err := os.Stat(path) // of the file that a link leads to
		switch {
		case err != nil:
			l.problems = append(l.problems, err)
		case !info.IsDir():
			l.addFile(path, info)
		}
		return nil
	})
}

// addFile adds a file. Others than regular ones may have no end, or block.
func (l *lister) addFile(path string, info fs.FileInfo) {
	path = filepath.Clean(path)
	if l.known[path] || os.SameFile(info, l.results) {
		return
	}
	if l.known == nil {
		l.known = map[string]bool{}
	}
	l.known[path] = true
	if !info.Mode().IsRegular() {
		l.problems = append(l.problems, fmt.Errorf("%s: %w", path, errNotRegular))
		return
	}
	l.files = append(l.files, file{path, info.Size()})
}

// records returns the policies that r holds as JSON Lines, without those that
// are done. A line that is no policy becomes an input that fails.
func records(ctx context.Context, r io.Reader, done map[string]bool) work {
	return work{inputs: func(yield func(parse.Input) bool) {
		names := map[string]bool{}
		n := 0
		for line, err := range readLines(ctx, r) {
			if n++; n == 1 {
				line = bytes.TrimPrefix(line, []byte("\ufeff")) // a byte order mark
			}
			var rec struct{ File, Text string }
			switch {
			case err != nil:
			case len(bytes.TrimSpace(line)) == 0:
				continue
			default:
				if err = json.Unmarshal(line, &rec); err == nil && rec.File == "" {
					err = errors.New("no file name")
				}
			}
			name := rec.File
			if err == nil && names[name] {
				err = fmt.Errorf("a second text for %q", name)
			}
			in := parse.Input{Name: name, Text: rec.Text}
			if err != nil {
				in.Name = fmt.Sprintf("standard input, line %d", n)
				in.Load = func(context.Context) (string, error) { return "", err }
			} else if names[name] = true; done[name] {
				continue
			}
			if !yield(in) {
				return
			}
		}
	}}
}

// readLines returns an iterator over the lines of r, that ends when ctx is done
// even while r is waited for.
func readLines(ctx context.Context, r io.Reader) iter.Seq2[[]byte, error] {
	type item struct {
		line []byte
		err  error
	}
	items := make(chan item)
	go func() {
		defer close(items)
		for buf := bufio.NewReaderSize(r, 1<<16); ; {
			line, err := readLine(buf)
			if err == io.EOF && len(line) == 0 {
				return
			}
			it := item{line: line}
			if err != nil && err != io.EOF {
				it = item{err: err}
			}
			select {
			case items <- it:
			case <-ctx.Done():
				return
			}
			if err != nil && err != errLongLine {
				return
			}
		}
	}()
	return func(yield func([]byte, error) bool) {
		for {
			select {
			case it, ok := <-items:
				if !ok || !yield(it.line, it.err) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

// maxLine is the size of the longest line that is read. It has room for the
// largest text where each byte of it takes six, as in \u0001.
const maxLine = 8 * parse.DefaultLimit

var errLongLine = errors.New("line is too long")

// readLine reads a line. It passes over one that is longer than maxLine and
// returns errLongLine.
func readLine(buf *bufio.Reader) (line []byte, err error) {
	for size := 0; ; {
		part, err := buf.ReadSlice('\n')
		if size += len(part); size <= maxLine {
			line = append(line, part...)
		} else {
			line, size = nil, maxLine+1
		}
		switch {
		case err == bufio.ErrBufferFull:
		case size > maxLine:
			return nil, errLongLine
		default:
			return line, err
		}
	}
}

// reason returns err without the path that the error of a file repeats.
func reason(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
