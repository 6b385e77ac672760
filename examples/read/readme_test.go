package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var root = filepath.Join("..", "..")

func file(t *testing.T, elem ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(append([]string{root}, elem...)...))
	require.NoError(t, err)
	return string(text)
}

// blocks returns the code blocks of the README in a language.
func blocks(t *testing.T, lang string) []string {
	t.Helper()
	var list []string
	for _, m := range regexp.MustCompile("(?s)```"+lang+"\n(.*?)```").FindAllStringSubmatch(file(t, "README.md"), -1) {
		list = append(list, m[1])
	}
	return list
}

// runProgram runs a Go program against the module and returns what it prints.
func runProgram(t *testing.T, program string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "main.go")
	require.NoError(t, os.WriteFile(path, []byte(program), 0o600))
	return goCommand(t, "run", path)
}

func goCommand(t *testing.T, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = root
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	return string(out)
}

// The program in the README runs, and prints what it should.
func TestReadmeProgram(t *testing.T) {
	programs := blocks(t, "go")
	require.Len(t, programs, 1)
	assert.Contains(t, runProgram(t, programs[0]), "data contact.email 16-30 e-mail address")
}

// Every snippet in the comment of a package compiles. That of the root package
// runs.
func TestDocSnippets(t *testing.T) {
	docs, err := filepath.Glob(filepath.Join(root, "*", "doc.go"))
	require.NoError(t, err)
	below, err := filepath.Glob(filepath.Join(root, "policy", "*", "doc.go"))
	require.NoError(t, err)
	program := `package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/compare"
	"example.com/policymodel/policy/dpv"
	"example.com/policymodel/policy/fideslang"
	"example.com/policymodel/policy/processing"
	"example.com/policymodel/policy/tension"
	"example.com/policymodel/policy/tilt"
	"example.com/policymodel/taxonomy"
)

func main() {
	if err := f0("We collect your precise location.", nil, nil, nil, nil, nil); err != nil {
		panic(err)
	}
}
`
	n := 0
	for _, path := range slices.Concat([]string{filepath.Join(root, "doc.go")}, docs, below) {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		for _, block := range regexp.MustCompile(`(?m)(?:^//\t.*\n)+`).FindAllString(string(text), -1) {
			if strings.Contains(block, "ctl + addr") { // the notation of package jurisdiction
				continue
			}
			program += fmt.Sprintf("\nfunc f%d(text string, data []byte, w io.Writer, p, before, after *policy.Policy) error {\n\t{\n%s\t}\n\treturn nil\n}\n",
				n, strings.ReplaceAll(block, "//\t", "\t\t"))
			n++
		}
	}
	assert.GreaterOrEqual(t, n, 9)
	assert.Equal(t, "location.precise yes 16-32 precise location\n", runProgram(t, program))
}

// The first command runs; the second is what CI runs. Others name tests, folders
// and files that exist.
func TestReadmeCommands(t *testing.T) {
	var commands []string
	for _, block := range blocks(t, "sh") {
		commands = append(commands, strings.Split(strings.TrimSpace(block), "\n")...)
	}
	require.GreaterOrEqual(t, len(commands), 2)
	require.Equal(t, "go run ./examples/read", commands[0])
	assert.Contains(t, goCommand(t, strings.Fields(commands[0])[1:]...), "Larkspur Kites B.V.")
	require.Equal(t, "go test ./...", commands[1])
	assert.Contains(t, file(t, ".ci", "run"), "\n"+commands[1]+"\n")
	for _, command := range commands[2:] {
		for word := range strings.FieldsSeq(command) {
			if dir, ok := strings.CutPrefix(word, "./"); ok && dir != "..." {
				assert.DirExists(t, filepath.Join(root, dir), command)
			}
		}
		if dir, ok := strings.CutPrefix(command, "cd "); ok {
			dir, _, _ = strings.Cut(dir, " ")
			assert.DirExists(t, filepath.Join(root, dir), command)
		}
		if m := regexp.MustCompile(`go test (\S+) -run '(.*?)'`).FindStringSubmatch(command); m != nil {
			tests := goCommand(t, "test", "-list", m[2], m[1])
			for name := range strings.SplitSeq(m[2], "|") {
				assert.Contains(t, tests, name+"\n", command)
			}
		}
	}
}

// What the README names between back quotes exists: folders, files and tests. The
// tables list every folder of examples.
func TestReadmeNames(t *testing.T) {
	text := file(t, "README.md")
	for _, m := range regexp.MustCompile("`((?:examples|jurisdiction|parse|policy|taxonomy)/[a-z/._]+)`").FindAllStringSubmatch(text, -1) {
		_, err := os.Stat(filepath.Join(root, m[1]))
		assert.NoError(t, err)
	}
	for _, m := range regexp.MustCompile("`(Test[A-Za-z]+)` in `([a-z/_]+\\.go)`").FindAllStringSubmatch(text, -1) {
		assert.Contains(t, file(t, m[2]), "func "+m[1]+"(", m[1])
	}
	folders, err := filepath.Glob(filepath.Join(root, "examples", "*"))
	require.NoError(t, err)
	for _, folder := range folders {
		assert.Contains(t, text, "| `"+filepath.Base(folder)+"` |")
	}
}
