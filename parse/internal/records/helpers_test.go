package records

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A company with an address is taken for the publisher, unless its sentence or
// the heading above makes it somebody else.
func TestHelpers(t *testing.T) {
	const address, adres = ", 12 High Street, London EC1A 1BB, United Kingdom", ", Lontstraat 5, 1234 AB Delft"
	tests := []struct {
		lang, text, company string
	}{
		{"en", "Contact us at Wick Ltd" + address + ".", "Wick Ltd"},
		{"en", "The provider of this website is Wick Ltd" + address + ".", "Wick Ltd"},
		{"en", "Wick Ltd" + address + ", is the provider of this app.", "Wick Ltd"},
		{"en", "Service provider: Wick Ltd" + address, "Wick Ltd"},
		{"en", "Your contractual partner is Wick Ltd" + address + ".", "Wick Ltd"},
		{"en", "Your data is collected by Wick Ltd" + address + ".", "Wick Ltd"},
		{"en", "If you use our lamps, Wick Ltd" + address + ", is your partner.", "Wick Ltd"},

		{"en", "Our hosting provider is Torch Ltd" + address + ".", ""},
		{"en", "Our EU representative is Torch Ltd" + address + ".", ""},
		{"en", "Our data processor is Torch Ltd" + address + ".", ""},
		{"en", "The supervisory authority is Torch Ltd" + address + ".", ""},
		{"en", "Payment service: Torch Ltd" + address, ""},
		{"en", "Torch Ltd" + address + ", is our hosting partner.", ""},
		{"en", "Torch Ltd, our auditor, is at 12 High Street, London EC1A 1BB, United Kingdom.", ""},
		{"en", "You can write to our auditor Torch Ltd" + address + ".", ""},
		{"en", "We use Torch Ltd" + address + ", to send lamps.", ""},
		{"en", "We use Torch, a tool operated by Torch Ltd" + address + ".", ""},
		{"en", "We work with Torch Ltd" + address + ".", ""},
		{"en", "Our website is hosted by Torch Ltd" + address + ".", ""},
		{"en", "Payments are processed by Torch Ltd" + address + ".", ""},

		{"nl", "Neem contact op met Lampenhuis B.V." + adres + ".", "Lampenhuis B.V."},
		{"nl", "De aanbieder van deze dienst is Lampenhuis B.V." + adres + ".", "Lampenhuis B.V."},
		{"nl", "Deze website wordt beheerd door Lampenhuis B.V." + adres + ".", "Lampenhuis B.V."},
		{"nl", "Ons bedrijf is Lampenhuis B.V." + adres + ".", "Lampenhuis B.V."},

		{"nl", "Onze hostingprovider is Fakkel B.V." + adres + ".", ""},
		{"nl", "Onze leverancier van lampen is Fakkel B.V." + adres + ".", ""},
		{"nl", "Onze verwerker is Fakkel B.V." + adres + ".", ""},
		{"nl", "Onze vertegenwoordiger in de EU is Fakkel B.V." + adres + ".", ""},
		{"nl", "Fakkel B.V., gevestigd aan de Lontstraat 5, 1234 AB Delft, is onze verwerker.", ""},
		{"nl", "Fakkel B.V." + adres + ", verzorgt onze hosting.", ""},
		{"nl", "Onze website wordt door Fakkel B.V." + adres + ", gehost.", ""},
		{"nl", "Onze boekhouding wordt gedaan door Fakkel B.V." + adres + ".", ""},
		{"nl", "Voor de verzending gebruiken wij Fakkel B.V." + adres + ".", ""},
		{"nl", "Wij werken samen met Fakkel B.V." + adres + ".", ""},
		{"nl", "U kunt klagen bij de toezichthouder, Fakkel B.V." + adres + ".", ""},
	}
	for _, tt := range tests {
		_, r := read(t, tt.lang, "Lamps for all.", tt.text)
		assert.Equal(t, tt.company, r.LegalEntity, "%q", tt.text)
	}
}
