package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	ahocorasick "github.com/BobuSumisu/aho-corasick"
	"github.com/google/licensecheck"
	"golang.org/x/text/language"

	"example.com/policymodel/parse"
)

// A contender does its work on every text once. Its run returns how much it
// found: facts, licences, phrases, letters.
type contender struct {
	name   string
	run    func() int
	found  int
	rounds []cost
}

// A cost is what one round took.
type cost struct {
	time          time.Duration
	bytes, allocs uint64 // allocated
}

// A bench holds the texts and what was measured.
type bench struct {
	parser   *parse.Parser
	dirs     []string
	texts    []string
	size     int // of all texts, in bytes
	phrases  int // in the Aho-Corasick automata
	parse    contender
	license  contender
	aho      contender
	decode   contender
	first    []time.Duration
	speedups []float64 // of parsing, by a second worker on a second core
	ceilings []float64 // of decoding: what the machine had to give meanwhile
	peakMem  uint64    // in bytes, see peak
	keptMem  uint64    // see kept
}

// newBench reads the texts and builds everything that is not to be measured.
func newBench(dirs []string, lexicons string) (*bench, error) {
	names, texts, err := readTexts(dirs)
	if err != nil {
		return nil, err
	}
	b := &bench{dirs: dirs, texts: texts}
	if b.parser, err = parse.New(nil); err != nil {
		return nil, err
	}
	dutch := make([]bool, len(texts))
	raw, lower := make([][]byte, len(texts)), make([][]byte, len(texts))
	for i, text := range texts {
		p, err := b.parser.Parse(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", names[i], err)
		}
		b.size += len(text)
		dutch[i] = p.Document.Language == language.Dutch
		raw[i], lower[i] = []byte(text), []byte(strings.ToLower(text))
	}
	tries := map[bool]*ahocorasick.Trie{}
	for isDutch, lang := range map[bool]string{false: "en", true: "nl"} {
		phrases, err := readPhrases(filepath.Join(lexicons, lang))
		if err != nil {
			return nil, err
		}
		b.phrases += len(phrases)
		tries[isDutch] = ahocorasick.NewTrieBuilder().AddStrings(phrases).Build()
	}
	licensecheck.Scan(raw[0]) // builds its automaton

	b.parse = contender{name: "parse.Parse", run: b.parseOne}
	b.license = contender{name: "licensecheck.Scan", run: func() (found int) {
		for _, text := range raw {
			found += len(licensecheck.Scan(text).Match)
		}
		return found
	}}
	b.aho = contender{name: "Aho-Corasick", run: func() (found int) {
		for i, text := range lower {
			tries[dutch[i]].Walk(text, func(end, n, pattern int64) bool {
				found++
				return true
			})
		}
		return found
	}}
	b.decode = contender{name: "decode UTF-8", run: func() (found int) {
		for _, text := range texts {
			for _, r := range text {
				if unicode.IsLetter(r) {
					found++
				}
			}
		}
		return found
	}}
	return b, nil
}

func (b *bench) contenders() []*contender {
	return []*contender{&b.parse, &b.license, &b.aho, &b.decode}
}

// parseOne parses every text, one after the other.
func (b *bench) parseOne() (facts int) {
	for _, text := range b.texts {
		p, err := b.parser.Parse(text)
		if err != nil {
			panic(err) // it was parsed before
		}
		for range p.Facts() {
			facts++
		}
	}
	return facts
}

// parseTwo parses every text with two workers.
func (b *bench) parseTwo() (facts int) {
	inputs := func(yield func(parse.Input) bool) {
		for _, text := range b.texts {
			if !yield(parse.Input{Text: text}) {
				return
			}
		}
	}
	for r := range b.parser.ParseAll(context.Background(), inputs, 2) {
		for range r.Policy.Facts() {
			facts++
		}
	}
	return facts
}

// measure runs everything the given number of times, in turn.
func (b *bench) measure(rounds int) error {
	defer cores(1)()
	for range rounds {
		for _, c := range b.contenders() {
			c.rounds = append(c.rounds, once(func() { c.found = c.run() }))
		}
		one, decodeOne := once(func() { b.parseOne() }), once(func() { b.decode.run() })
		back := cores(2)
		two := once(func() { b.parseTwo() })
		decodeTwo := once(func() { twice(func() { b.decode.run() }) })
		back()
		b.speedups = append(b.speedups, one.time.Seconds()/two.time.Seconds())
		b.ceilings = append(b.ceilings, 2*decodeOne.time.Seconds()/decodeTwo.time.Seconds())
		first, err := afresh(firstUseArg)
		if err != nil {
			return err
		}
		b.first = append(b.first, time.Duration(first))
	}
	top, err := afresh(append([]string{peakArg}, b.dirs...)...)
	if err != nil {
		return err
	}
	b.peakMem = uint64(top)
	b.keptMem, err = b.kept()
	return err
}

// once runs f with an empty heap before it.
func once(f func()) cost {
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	f()
	d := time.Since(start)
	runtime.ReadMemStats(&after)
	return cost{d, after.TotalAlloc - before.TotalAlloc, after.Mallocs - before.Mallocs}
}

// twice runs f in two goroutines.
func twice(f func()) {
	var group sync.WaitGroup
	group.Go(f)
	group.Go(f)
	group.Wait()
}

// firstUse returns the time that the first English and the first Dutch text take.
func firstUse() time.Duration {
	start := time.Now()
	for _, text := range []string{
		"We collect your name and your e-mail address, and we use them to send you the newsletter.",
		"Wij verzamelen uw naam en uw e-mailadres, en wij gebruiken ze om u de nieuwsbrief te sturen.",
	} {
		if _, err := parse.Parse(text, nil); err != nil {
			panic(err)
		}
	}
	return time.Since(start)
}

// afresh returns the number that a new process on one core prints for the
// arguments.
func afresh(args ...string) (int64, error) {
	program, err := os.Executable()
	if err != nil {
		return 0, err
	}
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	out, err := cmd.Output()
	if err != nil {
		return 0, fmt.Errorf("%s: %w", args[0], err)
	}
	return strconv.ParseInt(strings.TrimSpace(string(out)), 10, 64)
}

// median returns the middle of the values, the mean of the two in the middle
// where their number is even.
func median[T ~int64 | ~float64](values []T) T {
	s := slices.Sorted(slices.Values(values))
	n := len(s)
	return (s[(n-1)/2] + s[n/2]) / 2
}
