// Corpus reads many privacy policies and writes what they say as JSON Lines.
//
//	go run ./examples/corpus -o RESULTS [-workers N] PATH...
//	go run ./examples/corpus -o RESULTS [-workers N] -
//
// A path is a regular file, a folder, whose .md and .txt files are read, those of
// its folders too, or a pattern such as 'policies/*/en.md'. A folder may be given
// as a symbolic link; links to folders that are found in one are not followed.
// RESULTS itself is not read. With "-" the policies come from standard input as
// JSON Lines with a name and a text:
//
//	{"file":"shop","text":"We collect your name …"}
//
// The results are the lines of package lines, in the order of the inputs, and
// after those of each policy a line that says that it is done, with their
// number:
//
//	{"file":"shop","kind":"data","id":"identity.name","polarity":"yes","start":16,"end":20}
//	{"file":"shop","kind":"done","lines":2}
//
// The program can be interrupted at any moment, by Ctrl-C or by force, and run
// again with the same arguments: it reads what RESULTS holds, leaves out the
// policies that are done and appends the others. A policy is known by the name
// under which it was given; a text that has changed since is not read again.
// After Ctrl-C, or a request to terminate, a policy that is being read is waited
// for no longer than two seconds; after a second one not at all.
//
// What is cut off RESULTS is what an interruption leaves at its end: the lines of
// one policy that was not completed, NULs and white space. A file that holds
// anything else that this program does not write is refused and left as it is, as
// is one that is not a regular file. So is one that another process is using, on
// systems that have flock; elsewhere, such as on Windows, it is for the caller to
// see that only one process uses RESULTS at a time.
//
// A policy that cannot be read is reported on standard error, and tried again by
// the next run; files larger than parse.DefaultLimit are among them. On a
// terminal, standard error also shows how far the work is. In the end a summary
// of all of RESULTS is printed: how many policies name each concept.
//
// The exit status tells what became of the inputs:
//
//	0  all are done
//	1  all are done but those that standard error names
//	2  nothing was done: wrong arguments, or RESULTS cannot be used
//	3  interrupted, or RESULTS or the summary cannot be written; run it again
//	   to go on
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/policymodel/parse"
)

// The exit statuses.
const (
	allDone = iota
	someFailed
	unusable
	interrupted
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	status := make(chan int, 1)
	go func() { status <- run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr) }()
	os.Exit(await(ctx, status, os.Stderr))
}

// patience is the time that an interrupted run has to end.
const patience = 2 * time.Second

// await returns the status of a run, or that of one that does not end in time
// after ctx is done: what it has not written is read again by the next.
func await(ctx context.Context, status <-chan int, stderr io.Writer) int {
	select {
	case s := <-status:
		return s
	case <-ctx.Done():
	}
	select {
	case s := <-status:
		return s
	case <-time.After(patience):
		screen := newScreen(stderr)
		screen.dirty = screen.terminal // by the run
		screen.report(errInterrupted)
		return interrupted
	}
}

var errInterrupted = errors.New("interrupted; run it again to go on")

// run does the work until ctx is done and returns the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("corpus", flag.ContinueOnError)
	flags.SetOutput(stderr)
	out := flags.String("o", "", "`file` for the results")
	workers := flags.Int("workers", 0, "policies that are read at the same time; 0 for one on each processor")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: corpus -o RESULTS [-workers N] PATH... | -")
		flags.PrintDefaults()
	}
	if flags.Parse(args) != nil {
		return unusable
	}
	if *out == "" || flags.NArg() == 0 || *workers < 0 {
		flags.Usage()
		return unusable
	}

	screen := newScreen(stderr)
	parser, err := parse.New(nil)
	if err != nil {
		screen.report(err)
		return unusable
	}
	summary := newSummary()
	results, err := openResults(*out, summary)
	if err != nil {
		screen.report(err)
		return unusable
	}
	var todo work
	if flags.NArg() == 1 && flags.Arg(0) == "-" {
		todo = records(ctx, stdin, results.done)
	} else {
		todo = files(flags.Args(), results.done, results.info)
	}
	status := todo.run(ctx, parser, *workers, results, screen)
	if err := results.close(); err != nil {
		screen.report(err)
		status = interrupted
	}
	if err := summary.print(stdout); err != nil {
		screen.report(err)
		status = interrupted
	}
	return status
}

// run reads what is to be done and appends the results.
func (w *work) run(ctx context.Context, parser *parse.Parser, workers int, results *results, screen *screen) (status int) {
	screen.start(len(w.sizes), w.size())
	defer screen.clear()
	for _, err := range w.problems {
		screen.report(err)
		status = someFailed
	}
	n := 0
	for r := range parser.ParseAll(ctx, w.inputs, workers) {
		if r.Err != nil {
			screen.report(fmt.Errorf("%s: %w", r.Name, reason(r.Err)))
			status = someFailed
		} else if err := results.add(r.Name, r.Policy); err != nil {
			screen.report(err)
			return interrupted
		}
		size := int64(len(r.Text))
		if n < len(w.sizes) {
			size = w.sizes[n]
		}
		n++
		screen.step(size)
	}
	if ctx.Err() != nil {
		screen.report(errInterrupted)
		return interrupted
	}
	return status
}
