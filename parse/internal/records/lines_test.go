package records

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/policy"
)

// The lines of an address look like headings, and lines below "Contact" need
// no further words.
func TestLines(t *testing.T) {
	const rest = "\n\nWe will answer you soon, as we need your name to send you lamps.\n"
	tests := []struct {
		lang, text                string
		addresses, phones, others []string
	}{
		{"en", "## Contact us\n\nLampworks Ltd\n12 Wick Street\nLondon, United Kingdom", []string{"Lampworks Ltd, 12 Wick Street, London, United Kingdom"}, nil, nil},
		{"en", "Contact details:\nhttps://lampworks.example\n020 1234 5678", nil, []string{"020 1234 5678"}, []string{"https://lampworks.example"}},
		{"en", "## Orders\n\nhttps://lampworks.example\n020 1234 5678", nil, nil, nil},
		{"en", "## Contact\n\nLampworks.com\n1234567890", nil, nil, nil},
		{"en", "# 4. Court of Light\n\nGermany has 20000 lamps.\n\nGermany", nil, nil, nil},
		{"nl", "Contactgegevens:\nhttps://lampenhuis.example\nLontstraat 7\n1234 AB Delft\n015-1234567", []string{"Lontstraat 7, 1234 AB Delft"}, []string{"015-1234567"}, []string{"https://lampenhuis.example"}},
		{"nl", "Contact:\n- 06 12 34 56 78\n- 01234567", nil, []string{"06 12 34 56 78"}, nil},
	}
	for _, tt := range tests {
		text := tt.text + rest
		r := Read(text, layout.Scan(text, layout.Auto), tt.lang, nil)
		check(t, text, r)
		assert.Equal(t, tt.addresses, contactsOf(r, policy.Address), "%q", tt.text)
		assert.Equal(t, tt.phones, contactsOf(r, policy.Phone), "%q", tt.text)
		assert.Equal(t, tt.others, contactsOf(r, policy.URL), "%q", tt.text)
	}
}

// The heading with which a text begins is its title if none has the words
// "privacy policy".
func TestHead(t *testing.T) {
	tests := []struct {
		lang, text, want string
	}{
		{"en", "# Privacy policy of Lampworks Ltd.", "Privacy policy of Lampworks Ltd."},
		{"en", "# Wick Lamps – Privacy", "Wick Lamps – Privacy"},
		{"en", "# How we handle your data", "How we handle your data"},
		{"en", "# How we handle your data\n\nText.\n\n## Your data and our lamps", "How we handle your data"},
		{"en", "# Data protection", "Data protection"},
		{"en", "# Privacy\n\nText.\n\n# Privacy policy of Lampworks", "Privacy policy of Lampworks"},
		{"nl", "# Hoe wij met uw gegevens omgaan", "Hoe wij met uw gegevens omgaan"},
		{"nl", "# Lampenhuis – privacy", "Lampenhuis – privacy"},
		{"en", "# Welcome to our lamps", ""},
		{"en", "# Your privacy is important", ""},
		{"en", "# What data do we collect?", ""},
		{"en", "# 1. Your data", ""},
		{"en", "# Data we collect\n\nText.\n\n# Data we share", ""},
		{"en", "Lamps are bright.\n\n# Your data", ""},
	}
	for _, tt := range tests {
		text := tt.text + "\n\nWe need your name to send you lamps.\n"
		r := Read(text, layout.Scan(text, layout.Markdown), tt.lang, nil)
		check(t, text, r)
		assert.Equal(t, tt.want, r.Title, "%q", tt.text)
	}
}
