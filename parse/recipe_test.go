package parse_test

import (
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"example.com/policymodel/parse"
	"example.com/policymodel/taxonomy"
)

// samples are policies that TestLanguages reads, by language.
var samples = map[string]string{"en": englishPolicy, "nl": dutchPolicy}

// Every language has what a language must have, and its policies are found to be
// in it and read. A new language is a folder in internal/lexicon/data, words and
// places in internal/records, a text in samples, and the code that the README of
// the repository names.
func TestLanguages(t *testing.T) {
	root := os.DirFS("internal")
	folders, err := fs.ReadDir(root, "lexicon/data")
	require.NoError(t, err)
	n := 0
	for _, folder := range folders {
		if !folder.IsDir() {
			continue
		}
		n++
		lang := folder.Name()
		assert.Empty(t, languageLacks(t, root, lang))
		text, ok := samples[lang]
		require.True(t, ok, "%s: no policy in samples, recipe_test.go", lang)
		p, err := parse.Parse(text, nil)
		require.NoError(t, err)
		assert.Equal(t, lang, p.Document.Language.String(), "not detected, language.go")
		for _, facet := range []taxonomy.Facet{taxonomy.FacetData, taxonomy.FacetPurpose, taxonomy.FacetRecipient, taxonomy.FacetRetention,
			taxonomy.FacetRight, taxonomy.FacetStatement} {
			assert.NotEmpty(t, ids(p, facet), "%s: no fact of %s is read", lang, facet)
		}
		assert.False(t, p.Document.Updated.IsZero(), "%s: no date is read", lang)
		_, err = parse.New(&parse.Config{Language: language.MustParse(lang)})
		assert.NoError(t, err, "errors.go")
	}
	assert.Equal(t, len(samples), n)
}

func TestLanguageLacks(t *testing.T) {
	root := fstest.MapFS{}
	for _, name := range []string{"lexicon/cue.go", "records/words.tsv", "records/places.tsv"} {
		text, err := os.ReadFile("internal/" + name)
		require.NoError(t, err)
		root[name] = &fstest.MapFile{Data: text}
	}
	assert.Equal(t, []string{"fy: no folder lexicon/data/fy"}, languageLacks(t, root, "fy"))
	root["lexicon/data/fy/data.txt"] = &fstest.MapFile{Data: []byte("[data contact.email]\ne-postadres\n\n[cue we]\nwy\n")}
	lacks := languageLacks(t, root, "fy")
	for _, want := range []string{
		"fy: no group [purpose …] in lexicon/data/fy", "fy: no group [verbs …] in lexicon/data/fy", "fy: no group [cue not] in lexicon/data/fy",
		`fy: no word with the tag "num" in records/words.tsv`, `fy: no column "Western Frisian names" in records/places.tsv`,
	} {
		assert.Contains(t, lacks, want)
	}
	assert.NotContains(t, lacks, "fy: no group [data …] in lexicon/data/fy")
	assert.NotContains(t, lacks, "fy: no group [cue we] in lexicon/data/fy")
}

var (
	groupHeader = regexp.MustCompile(`(?m)^\[([a-z-]+)(?: ([a-z-]+))?`)
	cueName     = regexp.MustCompile(`Cue[A-Za-z]+: "([a-z-]+)"`)
)

// mayLack are the cues that serve one language alone.
var mayLack = []string{"about", "data-head", "data-list", "naming", "no-name", "not-verb", "our", "excluding"}

// languageLacks returns what a language needs and does not have. Root is the
// folder internal.
func languageLacks(t *testing.T, root fs.FS, lang string) []string {
	t.Helper()
	read := func(name string) string {
		text, err := fs.ReadFile(root, name)
		require.NoError(t, err)
		return string(text)
	}
	var out []string
	lack := func(format string, args ...any) { out = append(out, lang+": no "+fmt.Sprintf(format, args...)) }

	folder := "lexicon/data/" + lang
	files, err := fs.Glob(root, folder+"/*.txt")
	require.NoError(t, err)
	if len(files) == 0 {
		lack("folder %s", folder)
		return out
	}
	kinds, cues := map[string]bool{}, map[string]bool{}
	for _, file := range files {
		for _, m := range groupHeader.FindAllStringSubmatch(read(file), -1) {
			if kinds[m[1]] = true; m[1] == "cue" {
				cues[m[2]] = true
			}
		}
	}
	want := []string{"abbreviations", "block", "cue", "region", "section", "verbs"}
	for facet := range taxonomy.Facets() {
		want = append(want, string(facet))
	}
	for _, kind := range want {
		if !kinds[kind] {
			lack("group [%s …] in %s", kind, folder)
		}
	}
	for _, m := range cueName.FindAllStringSubmatch(read("lexicon/cue.go"), -1) {
		if !cues[m[1]] && !slices.Contains(mayLack, m[1]) {
			lack("group [cue %s] in %s", m[1], folder)
		}
	}

	var tags []string
	tagged := map[string]bool{}
	for line := range strings.Lines(read("records/words.tsv")) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if line[0] == '#' || len(f) < 3 {
			continue
		}
		for tag := range strings.FieldsSeq(f[2]) {
			if !slices.Contains(tags, tag) {
				tags = append(tags, tag)
			}
			tagged[tag] = tagged[tag] || f[1] == lang || f[1] == "*"
		}
	}
	for _, tag := range tags {
		if !tagged[tag] {
			lack("word with the tag %q in records/words.tsv", tag)
		}
	}

	column := display.English.Languages().Name(language.MustParse(lang)) + " names"
	if !regexp.MustCompile(`(?m)^# code\t.*` + column).MatchString(read("records/places.tsv")) {
		lack("column %q in records/places.tsv", column)
	}
	return out
}
