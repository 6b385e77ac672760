package records

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/parse/internal/layout"
)

// TestSites is about tables of companies that tell where these process data.
func TestSites(t *testing.T) {
	for _, tt := range []struct {
		lang string
		rows []string
		want []string // countries
	}{
		{"en", []string{"Company | Purpose | Location", "Torch GmbH | Hosting | Germany, Ireland", "Wick Ltd | Mail | Anywhere but Japan"}, []string{"DE", "IE"}},
		{"en", []string{"Sub-processor | Country of processing", "Torch Ltd | Canada"}, []string{"CA"}},
		{"en", []string{"Company | Purpose | Location of users", "Torch GmbH | Hosting | Germany"}, nil},
		{"en", []string{"Country | Company | Purpose", "Germany | Torch GmbH | Hosting"}, nil},
		{"en", []string{"Shop | Location", "Main street | Germany"}, nil},
		{"nl", []string{"Verwerker | Doel | Locatie", "Fakkel BV | Hosting | Duitsland"}, []string{"DE"}},
	} {
		l := &layout.Layout{Format: layout.Markdown}
		text := ""
		for _, row := range append(tt.rows, "Paris, France.") {
			kind := layout.Row
			if len(l.Blocks) == len(tt.rows) {
				kind = layout.Paragraph // ends the table
			}
			l.Blocks = append(l.Blocks, layout.Block{Kind: kind, Start: len(text), End: len(text) + len(row), Section: -1, Intro: -1})
			text += row + "\n"
		}
		l.End = len(text)
		r := Read(text, l, tt.lang, nil)
		check(t, text, r)
		var got []string
		for _, x := range r.Transfers {
			assert.False(t, x.Localised)
			got = append(got, x.Country)
		}
		assert.Equal(t, tt.want, got, "%q", tt.rows)
	}
}
