package parse

import (
	"context"
	"iter"
	"runtime"
	"sync"

	"example.com/policymodel/policy"
)

// An Input is one of the texts that ParseAll reads: its Text or, where Load is
// set, what Load returns.
type Input struct {
	Name string // the caller's name for it, which the Result repeats
	Text string

	// Load fetches the text, such as from a file. It is called once, from any
	// goroutine, with a context that is done when the reading is broken off. If it panics, so
	// does the program.
	Load func(context.Context) (string, error)
}

// A Result is what became of an Input.
type Result struct {
	Name   string         // of the Input
	Text   string         // that was read; empty if Load failed
	Policy *policy.Policy // nil if Err is not
	Err    error          // that of Load, or an *InputError
}

// window is the number of texts for each worker that may wait for the text
// before them, so that a long one does not hold up the workers.
const window = 4

// ParseAll returns an iterator over the results of the inputs, in their order.
// At most the given number of texts are loaded and parsed at the same time; 0
// or less stands for the number of processors, runtime.GOMAXPROCS(0). An input
// that fails has its error in its Result and does not stop the others.
//
// However many inputs there are, only a few for each worker are in memory. The
// inputs are taken one after the other, from a goroutine of the iterator's.
//
// If ctx is done, no more results come; ctx.Err tells that sequence from one
// that came to its end. A loop over the results ends when all that was started
// for it has ended: texts that are being parsed are still finished, which takes
// milliseconds, and those that are being loaded are waited for, as is the next
// input. Load functions and inputs that may block should therefore watch a
// context. The iterator can be used again if inputs can.
func (p *Parser) ParseAll(ctx context.Context, inputs iter.Seq[Input], workers int) iter.Seq[Result] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(Result) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var group sync.WaitGroup
		defer group.Wait()
		defer cancel()

		// Every job goes to the workers, and into the line in which the results
		// are asked for.
		jobs := make(chan *job)
		line := make(chan *job, window*workers)
		group.Go(func() {
			defer close(line)
			defer close(jobs)
			for in := range inputs {
				j := &job{in, make(chan Result, 1)}
				if !send(ctx, line, j) || !send(ctx, jobs, j) {
					return
				}
			}
		})
		for range workers {
			group.Go(func() {
				for j := range jobs {
					if ctx.Err() == nil {
						j.result <- p.parseInput(ctx, j.input)
					}
				}
			})
		}
		for {
			j, ok := receive(ctx, line)
			if !ok {
				return
			}
			r, ok := receive(ctx, j.result)
			if !ok || !yield(r) {
				return
			}
		}
	}
}

// A job is an input with the place where its result is put.
type job struct {
	input  Input
	result chan Result // has room for it
}

func (p *Parser) parseInput(ctx context.Context, in Input) Result {
	r := Result{Name: in.Name, Text: in.Text}
	if in.Load != nil {
		if r.Text, r.Err = in.Load(ctx); r.Err != nil {
			r.Text = ""
			return r
		}
	}
	r.Policy, r.Err = p.Parse(r.Text)
	return r
}

// send reports whether v could be sent before ctx was done.
func send[T any](ctx context.Context, c chan<- T, v T) bool {
	select {
	case c <- v:
		return true
	case <-ctx.Done():
		return false
	}
}

// receive reports false if c is closed or ctx is done, even where c has a value:
// what was loaded after that may be no more than the error of ctx.
func receive[T any](ctx context.Context, c <-chan T) (v T, ok bool) {
	select {
	case v, ok = <-c:
		return v, ok && ctx.Err() == nil
	case <-ctx.Done():
		return v, false
	}
}
