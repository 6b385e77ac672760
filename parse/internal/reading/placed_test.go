package reading

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What the code asks for by place is kept for that: placed names each cue that a
// call names which looks for marks.
func TestPlaced(t *testing.T) {
	var (
		cue  = regexp.MustCompile(`lexicon\.(Cue[A-Z]\w*)`)
		mask = regexp.MustCompile(`const (?:placed|deniable|handling|starting|subjects)\b(?:.*\|\n)*.*`)
		call = regexp.MustCompile(`\.(?:after|cuedFrom|denied|denies|firstCue|marksCue|Is)\((?:[^()]|\([^()]*\))*\)`)
	)
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	kept := map[string]bool{"CueNoName": true} // of which noName asks all marks
	var asked []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, m := range mask.FindAll(src, -1) {
			for _, c := range cue.FindAllSubmatch(m, -1) {
				kept[string(c[1])] = true
			}
		}
		for _, m := range call.FindAll(src, -1) {
			for _, c := range cue.FindAllSubmatch(m, -1) {
				asked = append(asked, string(c[1]))
			}
		}
	}
	assert.Greater(t, len(asked), 100)
	for _, c := range asked {
		assert.True(t, kept[c], c)
	}
}
