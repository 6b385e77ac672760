package parse_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
	"example.com/policymodel/parse/internal/corpus"
)

func ExampleParser_ParseAll() {
	p, err := parse.New(nil)
	if err != nil {
		panic(err)
	}
	texts := slices.Values([]parse.Input{
		{Name: "kites", Text: "We collect your name and your e-mail address."},
		{Name: "scan", Text: "%PDF-1.7\n"},
		{Name: "stoelen", Text: "Wij verzamelen uw telefoonnummer om u te bellen."},
	})
	for r := range p.ParseAll(context.Background(), texts, 2) {
		if r.Err != nil {
			fmt.Println(r.Name, "failed")
			continue
		}
		for _, d := range r.Policy.Data {
			fmt.Println(r.Name, d.ID)
		}
	}
	// Output:
	// kites identity.name
	// kites contact.email
	// scan failed
	// stoelen contact.phone
}

func newParser(tb testing.TB) *parse.Parser {
	tb.Helper()
	p, err := parse.New(nil)
	require.NoError(tb, err)
	return p
}

// numbered yields n inputs, named by number, whose texts load returns.
func numbered(n int, load func(ctx context.Context, i int) (string, error)) iter.Seq[parse.Input] {
	return func(yield func(parse.Input) bool) {
		for i := range n {
			in := parse.Input{Name: fmt.Sprint(i), Load: func(ctx context.Context) (string, error) { return load(ctx, i) }}
			if !yield(in) {
				return
			}
		}
	}
}

// The results are those of Parse, in the order of the inputs, whatever the
// number of workers.
func TestBulkConcurrent(t *testing.T) {
	p := newParser(t)
	texts := []string{englishPolicy, dutchPolicy, "", "We collect data.", "%PDF-1.7\n"}
	if corpus.Set() {
		texts = append(texts, corpusTexts(t, "wild-nl")...)
	}
	for _, workers := range []int{-1, 0, 1, 2, 16} {
		t.Run(fmt.Sprint(workers), func(t *testing.T) {
			t.Parallel()
			all := p.ParseAll(t.Context(), numbered(3*len(texts), func(_ context.Context, i int) (string, error) {
				return texts[i%len(texts)], nil
			}), workers)
			for range 2 { // the iterator can be used again
				n := 0
				for r := range all {
					text := texts[n%len(texts)]
					want, err := p.Parse(text)
					require.Equal(t, fmt.Sprint(n), r.Name)
					require.Equal(t, text, r.Text)
					require.Equal(t, want, r.Policy)
					require.Equal(t, err, r.Err)
					n++
				}
				assert.Equal(t, 3*len(texts), n)
			}
		})
	}
}

// Texts that take their time keep the order, and workers are neither more nor
// fewer than asked for.
func TestBulkOrder(t *testing.T) {
	p := newParser(t)
	synctest.Test(t, func(t *testing.T) {
		const n, workers = 60, 5
		var loading, most atomic.Int32
		start := time.Now()
		inputs := numbered(n, func(_ context.Context, i int) (string, error) {
			now := loading.Add(1)
			defer loading.Add(-1)
			for m := most.Load(); now > m && !most.CompareAndSwap(m, now); m = most.Load() {
			}
			time.Sleep(time.Duration(1+i*7%5) * time.Second)
			return "We collect your name.", nil
		})
		next := 0
		for r := range p.ParseAll(t.Context(), inputs, workers) {
			require.Equal(t, fmt.Sprint(next), r.Name)
			require.NoError(t, r.Err)
			next++
		}
		assert.Equal(t, n, next)
		assert.EqualValues(t, workers, most.Load())
		assert.Less(t, time.Since(start), n*3*time.Second/workers+10*time.Second)
	})
}

func TestBulkErrors(t *testing.T) {
	p := newParser(t)
	gone := errors.New("gone")
	inputs := numbered(30, func(_ context.Context, i int) (string, error) {
		switch i % 3 {
		case 0:
			return "half a te", gone
		case 1:
			return "PK\x03\x04\x14\x00\x06\x00", nil
		}
		return "We collect your name.", nil
	})
	n := 0
	for r := range p.ParseAll(t.Context(), inputs, 3) {
		switch n % 3 {
		case 0:
			assert.Equal(t, parse.Result{Name: fmt.Sprint(n), Err: gone}, r)
		case 1:
			var input *parse.InputError
			require.ErrorAs(t, r.Err, &input)
			assert.Equal(t, parse.InputZIP, input.Kind)
			assert.Nil(t, r.Policy)
		default:
			require.NoError(t, r.Err)
			assert.Len(t, r.Policy.Data, 1)
		}
		n++
	}
	assert.Equal(t, 30, n)
}

// Where the caller is slow, inputs are not taken far ahead.
func TestBulkBounded(t *testing.T) {
	p := newParser(t)
	synctest.Test(t, func(t *testing.T) {
		var loaded atomic.Int32
		inputs := numbered(1000, func(context.Context, int) (string, error) {
			loaded.Add(1)
			return "We collect your name.", nil
		})
		n := 0
		for range p.ParseAll(t.Context(), inputs, 2) {
			synctest.Wait() // everything that can go on without us has
			n++
			require.LessOrEqual(t, int(loaded.Load()), n+12)
		}
		assert.Equal(t, 1000, n)
	})
}

// A loop that is left, and a context that is done, end all goroutines: synctest
// fails where one is left behind.
func TestBulkLeavesNothingBehind(t *testing.T) {
	p := newParser(t)
	slow := func(ctx context.Context, i int) (string, error) {
		select {
		case <-time.After(time.Second):
			return "We collect your name.", nil
		case <-ctx.Done():
			return "", ctx.Err()
		}
	}
	for _, workers := range []int{1, 2, 8} {
		for _, stop := range []int{0, 1, 2, 7, 40} {
			synctest.Test(t, func(t *testing.T) { // leave the loop
				n := 0
				for range p.ParseAll(t.Context(), numbered(100, slow), workers) {
					if n++; n > stop {
						break
					}
				}
				assert.Equal(t, stop+1, n)
			})
			synctest.Test(t, func(t *testing.T) { // cancel between results
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				n := 0
				for r := range p.ParseAll(ctx, numbered(100, slow), workers) {
					require.NoError(t, r.Err)
					if n++; n > stop {
						cancel()
					}
				}
				assert.Equal(t, stop+1, n)
			})
			synctest.Test(t, func(t *testing.T) { // cancel while waiting for a result
				at := time.Duration(stop)*time.Second + time.Second/2
				ctx, cancel := context.WithTimeout(t.Context(), at)
				defer cancel()
				start, n := time.Now(), 0
				for r := range p.ParseAll(ctx, numbered(1000, slow), workers) {
					require.NoError(t, r.Err)
					require.Equal(t, fmt.Sprint(n), r.Name)
					n++
				}
				assert.Equal(t, at, time.Since(start), "at once")
				assert.Equal(t, stop*workers, n)
			})
		}
	}
	synctest.Test(t, func(t *testing.T) { // done before it starts
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		for r := range p.ParseAll(ctx, numbered(10, slow), 2) {
			t.Errorf("a result for %s", r.Name)
		}
	})
	synctest.Test(t, func(t *testing.T) { // the caller's loop panics
		assert.Panics(t, func() {
			for range p.ParseAll(t.Context(), numbered(10, slow), 2) {
				panic("caller")
			}
		})
	})
}

// A result does not wait for the input after it.
func TestBulkSlowInputs(t *testing.T) {
	p := newParser(t)
	synctest.Test(t, func(t *testing.T) {
		inputs := func(yield func(parse.Input) bool) {
			for yield(parse.Input{Text: "We collect your name."}) {
				time.Sleep(time.Hour)
			}
		}
		start, n := time.Now(), 0
		for range p.ParseAll(t.Context(), inputs, 2) {
			require.Equal(t, time.Duration(n)*time.Hour, time.Since(start))
			if n++; n == 3 {
				break
			}
		}
	})
}

// A panic of the caller's functions comes in the caller's goroutine, after all
// others have ended, which synctest sees to.
func TestBulkPanics(t *testing.T) {
	p := newParser(t)
	gone := errors.New("gone")
	tests := map[string]struct {
		inputs  func(fail func()) iter.Seq[parse.Input]
		results int // at most
	}{
		"load": {func(fail func()) iter.Seq[parse.Input] {
			return numbered(100, func(ctx context.Context, i int) (string, error) {
				if i == 20 {
					fail()
				}
				time.Sleep(time.Second)
				return "We collect your name.", nil
			})
		}, 20},
		"every load": {func(fail func()) iter.Seq[parse.Input] {
			return numbered(100, func(context.Context, int) (string, error) { fail(); return "", nil })
		}, 0},
		"inputs": {func(fail func()) iter.Seq[parse.Input] {
			return func(yield func(parse.Input) bool) {
				yield(parse.Input{Text: "We collect your name."})
				fail()
			}
		}, 1},
	}
	for name, tt := range tests {
		for _, workers := range []int{1, 2, 8} {
			t.Run(fmt.Sprint(name, workers), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					n := 0
					defer func() {
						value, ok := recover().(*parse.Panic)
						require.True(t, ok)
						assert.Equal(t, gone, value.Value)
						assert.ErrorIs(t, value, gone)
						assert.Contains(t, value.Error(), "gone")
						assert.Contains(t, string(value.Stack), "TestBulkPanics")
						assert.LessOrEqual(t, n, tt.results)
					}()
					for range p.ParseAll(t.Context(), tt.inputs(func() { panic(gone) }), workers) {
						n++
					}
				})
				synctest.Test(t, func(t *testing.T) {
					n := 0
					for range p.ParseAll(t.Context(), tt.inputs(runtime.Goexit), workers) {
						n++
					}
					assert.LessOrEqual(t, n, tt.results)
				})
			})
		}
	}
	for _, inputs := range []iter.Seq[parse.Input]{
		nil,
		func(yield func(parse.Input) bool) { // does not stop
			for range 100 {
				yield(parse.Input{Text: "We collect your name."})
			}
		},
	} {
		assert.Panics(t, func() {
			for range p.ParseAll(t.Context(), inputs, 2) {
				break
			}
		})
	}
	assert.NoError(t, (&parse.Panic{Value: "no error"}).Unwrap())
}

// However many workers are asked for, only those that have work are started.
func TestBulkManyWorkers(t *testing.T) {
	p := newParser(t)
	for _, workers := range []int{10_000, 1 << 40, math.MaxInt} {
		before, n := runtime.NumGoroutine(), 0
		for r := range p.ParseAll(t.Context(), numbered(20, func(context.Context, int) (string, error) {
			return "We collect your name.", nil
		}), workers) {
			require.NoError(t, r.Err)
			assert.Less(t, runtime.NumGoroutine(), before+30)
			n++
		}
		assert.Equal(t, 20, n)
	}
}

// A text that is being parsed does not hold up the end for long.
func TestBulkCancelledPromptly(t *testing.T) {
	p := newParser(t)
	long := strings.Repeat(englishPolicy, 200) // 300 kB
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var stopped time.Time
	for range p.ParseAll(ctx, numbered(1000, func(context.Context, int) (string, error) { return long, nil }), 4) {
		stopped = time.Now()
		cancel()
	}
	assert.Less(t, time.Since(stopped), 5*time.Second)
}

func BenchmarkParseAll(b *testing.B) {
	p := newParser(b)
	texts := corpusTexts(b, "wild")
	size := 0
	for _, text := range texts {
		size += len(text)
	}
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprint(workers), func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				inputs := func(yield func(parse.Input) bool) {
					for _, text := range texts {
						if !yield(parse.Input{Text: text}) {
							return
						}
					}
				}
				for r := range p.ParseAll(context.Background(), inputs, workers) {
					if r.Err != nil {
						b.Fatal(r.Err)
					}
				}
			}
		})
	}
}
