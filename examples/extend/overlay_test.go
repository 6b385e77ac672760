package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// testWith runs the tests called names of the package in a folder, with files in
// place of, or beside, its own: their contents by their paths in the folder. It
// fails unless all of the tests pass. The go command builds the package anew, which
// takes seconds; go test -short skips the test.
func testWith(t *testing.T, folder string, files map[string]string, names ...string) {
	t.Helper()
	if testing.Short() {
		t.Skip("builds the package anew")
	}
	here, err := filepath.Abs(folder)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	replace := map[string]string{}
	for name, text := range files {
		replace[filepath.Join(here, name)] = write(fmt.Sprint(len(replace)), text)
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	run := "^(" + strings.Join(names, "|") + ")$"
	cmd := exec.Command("go", "test", "-vet=off", "-overlay", write("overlay.json", string(list)), "-run", run, "-v", ".")
	cmd.Dir = here
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range names {
		if !strings.Contains(string(out), "--- PASS: "+name+" ") {
			t.Errorf("%s did not run:\n%s", name, out)
		}
	}
}
