// Benchmark measures how fast policies are parsed, beside matchers that do
// less, on one core and in one run:
//
//	go run . [-json] [-rounds N] DIR...
//
// It reads every .md and .txt file below the folders, which may be symbolic
// links; links to folders that are found in one are not followed. A file that
// cannot be read, or is no policy, ends the program. The matchers are:
//
//   - licensecheck, the matcher of licence texts behind pkg.go.dev: linear time,
//     a phrase automaton over words, offsets;
//   - an Aho-Corasick automaton over the plain phrases of this library's own
//     lexicons, which finds strings and gives them no meaning;
//   - decoding UTF-8 with a test for letters, below which nothing that looks at
//     every character can go.
//
// Rounds are interleaved, so that a machine that gets slower for a while slows
// all of them, and the medians are shown. MB are 10^6 bytes, kB 10^3. What is
// allocated is counted with the result. What is found are facts, licences, phrases
// and letters. The gain of a second core is shown beside that of two decoders,
// which is what the machine had to give at the time. The peak is the memory that
// a new process takes for one policy of 10 MB, the one that is kept is what a
// parser holds between texts for each goroutine that uses it.
//
// With -json it prints one object with the keys bytes, parse_mb_s,
// licensecheck_mb_s, ahocorasick_mb_s, decode_mb_s, allocs_per_kb and
// bytes_per_byte (of parsing), first_use_ms (the first English and the first
// Dutch text of a new process, for which the lexicons are compiled) and
// speedup_2_cores (parsing with two workers against one).
//
// The program is a module of its own, so that the library does not depend on
// what it is compared with. It has to be run in its folder, where it finds the
// lexicon files; -lexicons names another place.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// firstUseArg asks a new process to measure its first use of the library, and
// peakArg the memory that it takes for a large policy.
const (
	firstUseArg = "-first-use"
	peakArg     = "-peak"
)

func main() {
	switch {
	case len(os.Args) == 2 && os.Args[1] == firstUseArg:
		fmt.Println(firstUse().Nanoseconds())
	case len(os.Args) > 2 && os.Args[1] == peakArg:
		n, err := peakOf(os.Args[2:])
		if err != nil {
			fmt.Fprintln(os.Stderr, "benchmark:", err)
			os.Exit(1)
		}
		fmt.Println(n)
	default:
		os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
	}
}

// run measures and prints; it returns the exit status: 2 for wrong arguments, 1
// if something could not be read.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("benchmark", flag.ContinueOnError)
	flags.SetOutput(stderr)
	asJSON := flags.Bool("json", false, "print one JSON object")
	rounds := flags.Int("rounds", 7, "measure `N` times, at least 5")
	lexicons := flags.String("lexicons", "../../parse/internal/lexicon/data", "`folder` of the lexicon files")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: benchmark [-json] [-rounds N] DIR...")
		flags.PrintDefaults()
	}
	if flags.Parse(args) != nil {
		return 2
	}
	if flags.NArg() == 0 || *rounds < 5 {
		flags.Usage()
		return 2
	}
	b, err := newBench(flags.Args(), *lexicons)
	if err == nil {
		err = b.measure(*rounds)
	}
	if err != nil {
		fmt.Fprintln(stderr, "benchmark:", err)
		return 1
	}
	if *asJSON {
		err = json.NewEncoder(stdout).Encode(b.speed())
	} else {
		err = b.print(stdout)
	}
	if err != nil {
		fmt.Fprintln(stderr, "benchmark:", err)
		return 1
	}
	return 0
}

// readTexts returns the .md and .txt files below the folders, with their names.
func readTexts(dirs []string) (names, texts []string, err error) {
	for _, dir := range dirs {
		root := dir
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			root += string(filepath.Separator) // makes WalkDir follow a link
		}
		err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
			if ext := filepath.Ext(path); err != nil || d.IsDir() || ext != ".md" && ext != ".txt" {
				return err
			}
			info, err := os.Stat(path) // of the file that a link leads to
			if err != nil || info.IsDir() {
				return err
			}
			if !info.Mode().IsRegular() {
				return fmt.Errorf("%s: not a regular file", path)
			}
			data, err := os.ReadFile(path)
			names, texts = append(names, path), append(texts, string(data))
			return err
		})
		if err != nil {
			return nil, nil, err
		}
	}
	if len(texts) == 0 {
		return nil, nil, fmt.Errorf("no .md or .txt files in %q", dirs)
	}
	return names, texts, nil
}

// cores sets the number of processors and returns a function that sets it back.
func cores(n int) func() {
	old := runtime.GOMAXPROCS(n)
	return func() { runtime.GOMAXPROCS(old) }
}
