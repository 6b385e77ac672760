package main

import (
	"fmt"
	"io"
	"math"
	"text/tabwriter"
	"time"
)

// A speed is what -json prints.
type speed struct {
	Bytes           int     `json:"bytes"`
	ParseMBs        float64 `json:"parse_mb_s"`
	LicensecheckMBs float64 `json:"licensecheck_mb_s"`
	AhoCorasickMBs  float64 `json:"ahocorasick_mb_s"`
	DecodeMBs       float64 `json:"decode_mb_s"`
	AllocsPerKB     float64 `json:"allocs_per_kb"`
	BytesPerByte    float64 `json:"bytes_per_byte"`
	FirstUseMs      float64 `json:"first_use_ms"`
	Speedup2Cores   float64 `json:"speedup_2_cores"`
}

func (b *bench) speed() speed {
	return speed{
		Bytes:           b.size,
		ParseMBs:        round(b.mbs(&b.parse)),
		LicensecheckMBs: round(b.mbs(&b.license)),
		AhoCorasickMBs:  round(b.mbs(&b.aho)),
		DecodeMBs:       round(b.mbs(&b.decode)),
		AllocsPerKB:     round(b.allocs(&b.parse) * 1000),
		BytesPerByte:    round(b.allocated(&b.parse)),
		FirstUseMs:      round(median(b.first).Seconds() * 1000),
		Speedup2Cores:   round(median(b.speedups)),
	}
}

// round keeps a thousandth.
func round(x float64) float64 { return math.Round(x*1000) / 1000 }

// mbs returns the speed of c in MB/s.
func (b *bench) mbs(c *contender) float64 { return 1000 / b.nanoseconds(c) }

// nanoseconds returns the time of c for a byte of text.
func (b *bench) nanoseconds(c *contender) float64 {
	return float64(middle(c, func(r cost) time.Duration { return r.time })) / float64(b.size)
}

// allocs and allocated return the number of allocations of c, and the bytes
// that it allocated, for a byte of text.
func (b *bench) allocs(c *contender) float64 {
	return middle(c, func(r cost) float64 { return float64(r.allocs) }) / float64(b.size)
}

func (b *bench) allocated(c *contender) float64 {
	return middle(c, func(r cost) float64 { return float64(r.bytes) }) / float64(b.size)
}

// middle returns the median of what one of returns for the rounds of c.
func middle[T ~int64 | ~float64](c *contender, one func(cost) T) T {
	var values []T
	for _, r := range c.rounds {
		values = append(values, one(r))
	}
	return median(values)
}

// print writes the table for people.
func (b *bench) print(w io.Writer) error {
	fmt.Fprintf(w, "%d texts, %.2f MB, one core, medians of %d rounds\n\n", len(b.texts), float64(b.size)/1e6, len(b.first))
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tMB/s\tns/byte\tbytes/byte\tallocs/kB\tfound\tparse is\t")
	for _, c := range b.contenders() {
		fmt.Fprintf(t, "%s\t%.1f\t%.2f\t%.2f\t%.2f\t%d\t%.2f x\t\n", c.name,
			b.mbs(c), b.nanoseconds(c), b.allocated(c), 1000*b.allocs(c), c.found, b.mbs(&b.parse)/b.mbs(c))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, `
%d plain phrases of the lexicons in the Aho-Corasick automata
first use, both lexicons: %.1f ms
two workers on two cores against one: %.2f x, where decoding gains %.2f x
memory: %.0f MB at the peak of a policy of %d MB, %.1f MB kept between texts for a goroutine
`,
		b.phrases, median(b.first).Seconds()*1000, median(b.speedups), median(b.ceilings),
		float64(b.peakMem)/1e6, largeSize/1_000_000, float64(b.keptMem)/1e6)
	return err
}
