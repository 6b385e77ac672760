package main

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

func TestPictureEmpty(t *testing.T) {
	assert.Equal(t, Picture{}, picture(nil))
	assert.Equal(t, Picture{}, picture([]policy.Flow{{Data: []taxonomy.Data{taxonomy.DataContactEmail}}}), "nothing to tie")
}

func TestPicture(t *testing.T) {
	p := picture([]policy.Flow{
		{
			Data:       []taxonomy.Data{taxonomy.DataContactEmail, taxonomy.DataContactPhone},
			Purposes:   []taxonomy.Purpose{taxonomy.PurposeMarketing},
			Recipients: []taxonomy.Recipient{"provider.payment"},
		},
		{Data: []taxonomy.Data{taxonomy.DataContactEmail}, Recipients: []taxonomy.Recipient{"provider"}},
		{Purposes: []taxonomy.Purpose{taxonomy.PurposeMarketing}},
	})
	var labels [3][]string
	for i, c := range p.Columns {
		for _, b := range c.Boxes {
			labels[i] = append(labels[i], fmt.Sprint(b.Label, " ", b.Count))
		}
	}
	assert.Equal(t, []string{"Contact details 2", "personal data in general 1"}, labels[0], "children under their parent")
	assert.Equal(t, []string{"Marketing 2", "no purpose named 1"}, labels[1])
	assert.Equal(t, []string{"Service providers 2"}, labels[2])
	var titles []string
	for _, r := range p.Ribbons {
		titles = append(titles, r.Title)
	}
	assert.ElementsMatch(t, []string{
		"Contact details → Marketing: 1 passage",
		"Contact details → no purpose named: 1 passage",
		"personal data in general → Marketing: 1 passage",
		"Marketing → Service providers: 1 passage",
		"no purpose named → Service providers: 1 passage",
	}, titles)
}

// TestPictureCapped ties everything to everything.
func TestPictureCapped(t *testing.T) {
	f := policy.Flow{}
	for id := range taxonomy.IDs[taxonomy.Data]() {
		f.Data = append(f.Data, id)
	}
	for id := range taxonomy.IDs[taxonomy.Purpose]() {
		f.Purposes = append(f.Purposes, id)
	}
	for id := range taxonomy.IDs[taxonomy.Recipient]() {
		f.Recipients = append(f.Recipients, id)
	}
	p := picture([]policy.Flow{f, f})
	tied := make(map[string]bool)
	for _, r := range p.Ribbons {
		tied[r.From], tied[r.To] = true, true
	}
	for i, c := range p.Columns {
		require.LessOrEqual(t, len(c.Boxes), mostBoxes)
		if i < 2 {
			require.Len(t, c.Boxes, mostBoxes)
			assert.Regexp(t, `^and \d+ more$`, c.Boxes[mostBoxes-1].Label)
		}
		for _, b := range c.Boxes {
			assert.LessOrEqual(t, len([]rune(b.Label)), mostRunes)
			assert.LessOrEqual(t, b.Y+b.H, p.Height)
			assert.LessOrEqual(t, b.X+b.W, p.Width)
			assert.True(t, tied[b.ID], "each box keeps a ribbon")
		}
	}
	assert.LessOrEqual(t, len(p.Ribbons), 2*(mostRibbons+2*mostBoxes))
	assert.Equal(t, mostBoxes*mostBoxes+mostBoxes*len(p.Columns[2].Boxes), len(p.Ribbons)+p.Dropped)
}
