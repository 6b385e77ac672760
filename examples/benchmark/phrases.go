package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// readPhrases returns the plain phrases of the lexicon files in dir, in lower
// case, each once: those of words alone, with every choice of alternatives such
// as "postal/zip code". Phrases with macros, brackets, gaps or verb forms have
// no place in a matcher of strings; leaving them out makes its work lighter.
func readPhrases(dir string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, errors.New("no lexicon files in " + dir)
	}
	var phrases []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		phrases = append(phrases, plainPhrases(string(data))...)
	}
	slices.Sort(phrases)
	return slices.Compact(phrases), nil
}

// plainPhrases returns the plain phrases of one lexicon file.
func plainPhrases(file string) (phrases []string) {
	words := true // false in groups that hold no phrases
	for line := range strings.Lines(file) {
		line, _, _ = strings.Cut(line, "#")
		line, _, _ = strings.Cut(line, "{")
		line = strings.ToLower(strings.TrimSpace(line))
		switch {
		case strings.HasPrefix(line, "["):
			words = line != "[verbs]" && line != "[compounds]" && line != "[abbreviations]"
		case line == "", !words, strings.ContainsAny(line, "<>[]()|~=_+"), strings.Contains(line, ".."):
		default:
			phrases = append(phrases, alternatives(strings.Fields(line))...)
		}
	}
	return phrases
}

// alternatives returns the phrases that words such as "postal/zip" stand for.
func alternatives(words []string) []string {
	phrases := []string{""}
	for _, word := range words {
		var longer []string
		for _, p := range phrases {
			for one := range strings.SplitSeq(word, "/") {
				longer = append(longer, strings.TrimPrefix(p+" "+one, " "))
			}
		}
		phrases = longer
	}
	return phrases
}
