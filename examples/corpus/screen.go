package main

import (
	"fmt"
	"io"
	"os"
	"time"
)

// A screen is standard error: messages and, on a terminal, a line that shows
// how far the work is.
type screen struct {
	w        io.Writer
	terminal bool
	now      func() time.Time

	inputs  int   // to be read; 0 if not known
	bytes   int64 // of all inputs
	read    int   // inputs
	size    int64 // of those that were read
	started time.Time
	drawn   time.Time
	dirty   bool // the line stands there
}

func newScreen(w io.Writer) *screen {
	s := &screen{w: w, now: time.Now}
	if f, ok := w.(*os.File); ok {
		info, err := f.Stat()
		s.terminal = err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	return s
}

// report writes a message.
func (s *screen) report(err error) {
	s.clear()
	fmt.Fprintln(s.w, "corpus:", err)
}

// start begins the work on inputs with so many bytes, 0 if not known.
func (s *screen) start(inputs int, bytes int64) {
	s.inputs, s.bytes, s.started = inputs, bytes, s.now()
}

// interval is the time between two pictures of the line.
const interval = 200 * time.Millisecond

// step says that one more input of so many bytes is behind us.
func (s *screen) step(size int64) {
	s.read++
	s.size += size
	if now := s.now(); s.terminal && now.Sub(s.drawn) >= interval {
		s.drawn, s.dirty = now, true
		fmt.Fprintf(s.w, "\r\x1b[K%s", s.line(now.Sub(s.started)))
	}
}

// line says how far the work is after some time.
func (s *screen) line(d time.Duration) string {
	rate := float64(s.size) / max(d.Seconds(), 1e-3) // bytes a second
	speed := fmt.Sprintf("%.1f MB, %.1f MB/s", float64(s.size)/1e6, rate/1e6)
	if s.inputs == 0 {
		return fmt.Sprintf("%d policies, %s", s.read, speed)
	}
	left := "?"
	if rate > 0 {
		seconds := float64(max(s.bytes-s.size, 0)) / rate
		left = time.Duration(seconds * float64(time.Second)).Round(time.Second).String()
	}
	return fmt.Sprintf("%d of %d policies, %s, %s left", s.read, s.inputs, speed, left)
}

// clear takes the line away.
func (s *screen) clear() {
	if s.dirty {
		fmt.Fprint(s.w, "\r\x1b[K")
		s.dirty = false
	}
}
