package reading

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// There are marks of what the code asks for by place: lexicon.Placed has each cue
// that a call names which looks for marks, or a mask that serves to.
func TestPlaced(t *testing.T) {
	var (
		cue    = regexp.MustCompile(`Cue[A-Z]\w*`)
		placed = regexp.MustCompile(`const Placed\b(?:.*\|\n)*.*`)
		mask   = regexp.MustCompile(`const (?:deniable|handling|starting|subjects)\b(?:.*\|\n)*.*`)
		call   = regexp.MustCompile(`\.(?:after|cuedAny|cuedFrom|denied|denies|firstCue|marksCue|Is)\((?:[^()]|\([^()]*\))*\)`)
	)
	src, err := os.ReadFile(filepath.Join("..", "lexicon", "cue.go"))
	require.NoError(t, err)
	kept := map[string]bool{"CueNoName": true} // of which noName asks all marks and all words
	for _, c := range cue.FindAllString(placed.FindString(string(src)), -1) {
		kept[c] = true
	}
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	var asked []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, m := range slices.Concat(mask.FindAllString(string(src), -1), call.FindAllString(string(src), -1)) {
			asked = append(asked, cue.FindAllString(m, -1)...)
		}
	}
	assert.Greater(t, len(asked), 100)
	for _, c := range asked {
		assert.True(t, kept[c], c)
	}
}
