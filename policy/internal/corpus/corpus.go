// Package corpus gives tests the files of the folder that the environment variable
// POLICY_CORPUS names. The README says what lies there. Tests that ask for a file
// are skipped where the variable is unset, and fail where the file is missing.
package corpus

import (
	"iter"
	"os"
	"path/filepath"
	"testing"
)

// Path returns the path of a file or folder, which need not exist.
func Path(tb testing.TB, elem ...string) string {
	tb.Helper()
	dir := folder()
	if dir == "" {
		tb.Skip("POLICY_CORPUS is not set")
	}
	return filepath.Join(append([]string{dir}, elem...)...)
}

// folder returns what POLICY_CORPUS names, "" if it is unset. A relative path
// starts at the root of the module, whatever package is tested.
func folder() string {
	name := os.Getenv("POLICY_CORPUS")
	if name == "" || filepath.IsAbs(name) {
		return name
	}
	root, err := os.Getwd()
	for err == nil && root != filepath.Dir(root) {
		if _, none := os.Stat(filepath.Join(root, "go.mod")); none == nil {
			break
		}
		root = filepath.Dir(root)
	}
	return filepath.Join(root, name)
}

// Read returns what a file holds.
func Read(tb testing.TB, elem ...string) string {
	tb.Helper()
	text, err := os.ReadFile(Path(tb, elem...))
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

// Policies yields the paths and texts of the policies in some folders: seeds, wild
// and wild-nl, or all of these if none is named. Each folder has some.
func Policies(tb testing.TB, folders ...string) iter.Seq2[string, string] {
	tb.Helper()
	if folders == nil {
		folders = []string{"seeds", "wild", "wild-nl"}
	}
	var files []string
	for _, folder := range folders {
		list, err := filepath.Glob(Path(tb, "corpus", folder, "*"))
		if err != nil || len(list) == 0 {
			tb.Fatalf("no policies in %s: %v", Path(tb, "corpus", folder), err)
		}
		files = append(files, list...)
	}
	return func(yield func(string, string) bool) {
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				tb.Fatal(err)
			}
			if !yield(file, string(text)) {
				return
			}
		}
	}
}
