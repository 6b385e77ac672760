package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A word that everybody is to have is a line of a lexicon file. The test adds one
// to what the go command sees of the files, and reads a policy with it.
func TestNewWord(t *testing.T) {
	name := "internal/lexicon/data/en/data-person.txt"
	text, err := os.ReadFile(filepath.Join("..", "..", "parse", name))
	require.NoError(t, err)
	testWith(t, "../../parse", map[string]string{
		name: string(text) + "\n[data sensitive.biometric]\n[royal] hoof print/scan\n",
		"newword_test.go": `package parse_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
)

func TestHoofScan(t *testing.T) {
	p, err := parse.Parse("We collect your royal hoof scans.", nil)
	require.NoError(t, err)
	require.Len(t, p.Data, 1)
	require.Equal(t, "royal hoof scans", p.Words(p.Data[0].Mentions[0]))
}
`}, "TestHoofScan")
}

// A jurisdiction is added with a constant and with rows of the tables. The test
// adds that of testdata/antarctica, whose law is invented, to a copy of what the
// go command sees of the package, and runs the tests of the tables with it.
func TestNewJurisdiction(t *testing.T) {
	const folder = "../../jurisdiction"
	files := map[string]string{}
	read := func(elem ...string) string {
		text, err := os.ReadFile(filepath.Join(folder, filepath.Join(elem...)))
		require.NoError(t, err)
		return string(text)
	}
	code := strings.Replace(read("code.go"), "Russia Code = \"RU\"\n", "Russia Code = \"RU\"\n\tAntarctica Code = \"AQ\"\n", 1)
	files["code.go"] = strings.Replace(code, "India, Russia}", "India, Russia, Antarctica}", 1)
	added, err := filepath.Glob(filepath.Join(folder, "testdata", "antarctica", "*.tsv"))
	require.NoError(t, err)
	require.NotEmpty(t, added)
	for _, file := range added {
		table := filepath.Join("data", filepath.Base(file))
		header, rows, _ := strings.Cut(read("testdata", "antarctica", filepath.Base(file)), "\n")
		require.True(t, strings.HasPrefix(read(table), header+"\n"), "the header of %s", file)
		files[table] = read(table) + rows
	}
	files["antarctica_test.go"] = read("testdata", "antarctica", "antarctica_test.go.txt")
	testWith(t, folder, files, "TestAntarctica", "TestJurisdictionsComplete", "TestTerritoryTable", "TestLawTables", "TestNameTable",
		"TestProvisions", "TestRequirementTable", "TestConceptsExist", "TestAuthorityTable")
}
