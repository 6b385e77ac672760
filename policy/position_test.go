package policy_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/policy"
)

func TestPosition(t *testing.T) {
	const text = "één\r\ntwee\n\n\xffa\xe2\x82"
	lines := policy.NewLineTable(text)
	for _, tt := range []struct {
		offset int
		want   policy.Position
	}{
		{0, policy.Position{0, 1, 1}},
		{1, policy.Position{1, 1, 1}}, // within é
		{2, policy.Position{2, 1, 2}},
		{4, policy.Position{4, 1, 3}},
		{5, policy.Position{5, 1, 4}}, // \r
		{6, policy.Position{6, 1, 5}}, // \n
		{7, policy.Position{7, 2, 1}},
		{11, policy.Position{11, 2, 5}},
		{12, policy.Position{12, 3, 1}},
		{13, policy.Position{13, 4, 1}}, // \xff
		{14, policy.Position{14, 4, 2}}, // a
		{15, policy.Position{15, 4, 3}}, // \xe2
		{16, policy.Position{16, 4, 4}}, // \x82
		{17, policy.Position{17, 4, 5}}, // the end
		{99, policy.Position{17, 4, 5}},
		{-1, policy.Position{0, 1, 1}},
	} {
		assert.Equal(t, tt.want, lines.Position(tt.offset), "offset %d", tt.offset)
	}
	assert.Equal(t, policy.Position{0, 1, 1}, policy.NewLineTable("").Position(0))
	assert.Equal(t, "4:2", lines.Position(14).String())
}

// The table agrees with counting from the start, on lines that are longer than
// the distance of its marks and in the middle of whose runes marks fall.
func TestPositionLongLines(t *testing.T) {
	text := strings.Repeat("€", 1500) + "\n" + strings.Repeat("ab\xf0é", 1000) + "\n\n" + strings.Repeat("x", 3000)
	lines := policy.NewLineTable(text)
	want := policy.Position{Line: 1, Column: 1}
	for i, r := range text {
		want.Offset = i
		assert.Equal(t, want, lines.Position(i))
		if want.Column++; r == '\n' {
			want.Line, want.Column = want.Line+1, 1
		}
	}
}

func FuzzPosition(f *testing.F) {
	f.Add("één\ntwee\n", 3)
	f.Fuzz(func(t *testing.T, text string, offset int) {
		got := policy.NewLineTable(text).Position(offset)
		before := text[:got.Offset]
		assert.Equal(t, 1+strings.Count(before, "\n"), got.Line)
		assert.GreaterOrEqual(t, got.Column, 1)
		assert.LessOrEqual(t, got.Column, 1+len(before)-strings.LastIndexByte(before, '\n'))
	})
}
