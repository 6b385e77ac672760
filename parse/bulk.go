package parse

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"runtime/debug"
	"sync"

	"example.com/policymodel/policy"
)

// An Input is one of the texts that ParseAll reads: its Text or, where Load is
// set, what Load returns.
type Input struct {
	Name string // the caller's name for it, which the Result repeats
	Text string

	// Load fetches the text, such as from a file. It is called once, from any
	// goroutine, with a context that is done when the reading is broken off. If
	// it panics, so does the loop over the results, with a *Panic.
	Load func(context.Context) (string, error)
}

// A Result is what became of an Input.
type Result struct {
	Name   string         // of the Input
	Text   string         // that was read; empty if Load failed
	Policy *policy.Policy // nil if Err is not
	Err    error          // that of Load, or an *InputError
}

// A Panic is the value with which a loop over the results of ParseAll panics,
// after a Load function or the iterator over the inputs did in another
// goroutine.
type Panic struct {
	Value any    // that of the panic
	Stack []byte // of the goroutine in which it was raised, as debug.Stack formats it
}

// Error returns the value and the stack.
func (p *Panic) Error() string { return fmt.Sprintf("parse: %v\n\n%s", p.Value, p.Stack) }

// Unwrap returns the value if it is an error.
func (p *Panic) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

// window is the number of texts for each worker that may wait for the text
// before them, so that a long one does not hold up the workers.
const window = 4

// maxWorkers is far more than processors can use; where Load waits for a
// network, more may be of use than there are processors.
const maxWorkers = 4096

// ParseAll returns an iterator over the results of the inputs, in their order.
// At most the given number of texts are loaded and parsed at the same time, and
// never more than 4096; 0 or less stands for the number of processors,
// runtime.GOMAXPROCS(0). An input that fails has its error in its Result and
// does not stop the others.
//
// However many inputs there are, only a few for each worker are in memory. The
// inputs are taken one after the other, from a goroutine of the iterator's.
//
// If ctx is done, no more results come; ctx.Err tells that sequence from one
// that came to its end. A loop over the results ends when all that was started
// for it has ended: texts that are being parsed are still finished, which takes
// milliseconds, or seconds for one of many megabytes, and those that are being
// loaded are waited for, as is the next input. Load functions and inputs that
// may block should therefore watch a context. The iterator can be used again if
// inputs can.
//
// If a Load function or inputs panics, no more results come, and the loop over
// them panics with a *Panic when all that was started for it has ended. If one
// calls runtime.Goexit, as testing.T.FailNow does, the sequence ends there.
func (p *Parser) ParseAll(ctx context.Context, inputs iter.Seq[Input], workers int) iter.Seq[Result] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	workers = min(workers, maxWorkers)
	return func(yield func(Result) bool) {
		ctx, cancel := context.WithCancel(ctx)
		all := team{cancel: cancel}
		defer all.end()

		// Every job goes to the workers, and into the line in which the results
		// are asked for.
		jobs := make(chan *job)
		line := make(chan *job, window*workers)
		work := func() {
			for j := range jobs {
				if ctx.Err() == nil {
					j.result <- p.parseInput(ctx, j.input)
				}
			}
		}
		all.start(func() {
			defer close(line)
			defer close(jobs)
			started := 0
			for in := range inputs {
				j := &job{in, make(chan Result, 1)}
				if !send(ctx, line, j) {
					return
				}
				if started < workers {
					started++
					all.start(work)
				}
				if !send(ctx, jobs, j) {
					return
				}
			}
		})
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

// A team is a number of goroutines that end together.
type team struct {
	cancel context.CancelFunc // tells all of them to end
	group  sync.WaitGroup
	once   sync.Once
	first  *Panic // of them
}

// start runs f in a goroutine. If f does not return, all have to end.
func (t *team) start(f func()) {
	t.group.Go(func() {
		returned := false
		defer func() {
			if returned {
				return
			}
			if value := recover(); value != nil { // nil after runtime.Goexit
				t.once.Do(func() { t.first = &Panic{value, debug.Stack()} })
			}
			t.cancel()
		}()
		f()
		returned = true
	})
}

// end ends the goroutines, and panics if one of them did.
func (t *team) end() {
	t.cancel()
	t.group.Wait()
	if t.first != nil {
		panic(t.first)
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
