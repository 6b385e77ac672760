package reading

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/parse/internal/lexicon"
)

// What a reader would call data or recipients and the lexicon does not know, in
// the places where texts list such.
func TestUnclassifiedPlaces(t *testing.T) {
	english, dutch := lexicon.English(), lexicon.Dutch()
	for _, tt := range []struct {
		name string
		lex  *lexicon.Lexicon
		text string
		want string
	}{
		{"below a sentence", english, "We collect:\n\n- your shoe size\n- your gender\n", "data your shoe size"},
		{"below a heading", english, "# Data we collect\n\n- your shoe size\n- your gender\n- hat size\n- knitting patterns\n", "data your shoe size, data hat size, data knitting patterns"},
		{"below a heading, without data", english, "# Data we collect\n\n- Cats\n- Dogs\n", ""},
		{"below another heading", english, "# Our shop\n\n- shoe size\n- your gender\n", ""},
		{"an item that heads others", english, "# Data we collect\n\n- Your gender\n- Games:\n  - Your name\n", ""},
		{"below what is not collected", english, "# Data we do not collect\n\n- Gender\n- Shoe size\n", ""},
		{"cells of data", english, "# Privacy\n\n| Data | Purpose |\n|---|---|\n| Shoe size | Research |\n| N/A | Research |\n| Yes | Research |\n| Fitting. At home | Research |\n", "data Shoe size"},
		{"cells with some", english, "# Privacy\n\n| Data | Purpose |\n|---|---|\n| Injuries and pregnancy | Research |\n| Gender, shoe size (feet) | Research |\n| Hat and usage data | Research |\n", "data Injuries, data shoe size"},
		{"cells of others", english, "# Privacy\n\n| What | Purpose |\n|---|---|\n| Shoe size | Kites |\n", ""},
		{"shared with ours", english, "We share your data with our tattooist, our landlord and payment providers.", "recipient tattooist, recipient landlord"},
		{"shared with one", english, "We share your data with our cobbler.", "recipient cobbler"},
		{"kinds of one", english, "We share your data with our cobbling and legal advisers.", ""},
		{"not shared", english, "We do not share your data with our cobbler.", ""},
		{"a list of recipients", english, "# Who do we share your data with?\n\n- our cobbler\n- our website says so\n- banks\n", "recipient cobbler"},
		{"a list of recipients below a sentence", english, "We share your data with:\n\n- our cobbler\n- banks\n", "recipient cobbler"},
		{"Dutch, below a heading", dutch, "# Welke gegevens verwerken wij?\n\n- framenummer\n- e-mailadres\n- schoenmaat\n", "data framenummer, data schoenmaat"},
		{"Dutch cells", dutch, "# Privacy\n\n| Gegevens | Doel |\n|---|---|\n| Schoenmaat | Onderzoek |\n", "data Schoenmaat"},
		{"Dutch, shared with ours", dutch, "Wij delen uw gegevens met onze tatoeëerder, onze verhuurder en betaalproviders.", "recipient tatoeëerder, recipient verhuurder"},
		{"Dutch list of recipients", dutch, "# Met wie delen wij gegevens?\n\n- onze hoefsmid\n- banken\n", "recipient hoefsmid"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := readText(tt.text, tt.lex)
			got := []string{}
			for _, u := range p.Unclassified {
				got = append(got, string(u.Facet)+" "+u.Words)
			}
			assert.Equal(t, tt.want, strings.Join(got, ", "))
		})
	}
}
