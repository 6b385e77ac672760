package records

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTransfers(t *testing.T) {
	tests := []struct {
		lang, text string
		want       []string // countries, "+" for data that stays there
	}{
		{"en", "Our servers are located in the United States.", []string{"US"}},
		{"en", "Your data may be transferred to, stored and processed in the U.S., India, and the Philippines.", []string{"US", "IN", "PH"}},
		{"en", "We transfer personal data to the United States and other countries.", []string{"US"}},
		{"en", "Data is processed in countries such as Canada or the UK.", []string{"CA", "GB"}},
		{"en", "We have data centers in Japan (Osaka) and South Korea.", []string{"JP"}},
		{"en", "We store data in our data centers, including the United States, Ireland, and Singapore.", []string{"US", "IE", "SG"}},
		{"en", "We share personal data with providers located in Brazil.", []string{"BR"}},
		{"en", "We store the personal data of Russian users on servers in Russia.", []string{"RU", "RU+"}},
		{"en", "Data collected from operations in India is stored in data centers located in India.", []string{"IN", "IN+"}},
		{"en", "we store your information in the united states.", []string{"US"}},
		{"en", "Your data may be transferred to other countries; such countries include, without limitation, countries in the EEA, India and Japan.", []string{"IN", "JP"}},
		{"en", "Countries and regions to which personal data is transferred: Brazil, Taiwan and Singapore.", []string{"BR", "TW", "SG"}},
		{"en", "Your data may be sent to countries outside the EEA, such as Canada.", []string{"CA"}},
		{"en", "When we transfer data from countries in the EEA, Switzerland and Norway, we use contracts.", nil},
		{"en", "We transfer data outside the United States.", nil},
		{"en", "Data is transferred from Germany to our affiliates.", nil},
		{"en", "If you live in Germany, you can complain about how we process data.", nil},
		{"en", "We process data under the laws of Germany.", nil},
		{"en", "We comply with the EU-U.S. Privacy Shield when we transfer data.", nil},
		{"en", "Your information is not transferred to China.", nil},
		{"en", "Lampworks Inc., a company in Canada, stores data.", nil},
		{"en", "PLEASE SEND YOUR DATA TO US", nil},
		{"en", "Our servers are located in Lampstadt, Germany.", []string{"DE"}},
		{"en", "We store data in Lampstadt am Main (Germany) and Wick, Ireland.", []string{"DE", "IE"}},
		{"en", "Our servers are run by Torch GmbH in Lampstadt, Germany.", []string{"DE"}},
		{"en", "Your data is hosted by Torch GmbH in Lampstadt, Germany.", []string{"DE"}},
		{"en", "Our cloud platform is owned by Torch GmbH, a company in Lampstadt, Germany, that stores data.", nil},
		{"en", "Our office is in Lampstadt, Germany.", nil},
		{"en", "If you live in Lampstadt, Germany, we store your data on our servers.", nil},
		{"en", "Some of our processors are located outside the EEA, including in Canada.", []string{"CA"}},
		{"en", "Your data may be transferred outside the EEA, including to Japan.", []string{"JP"}},
		{"en", "Our service providers are based in Canada and India.", []string{"CA", "IN"}},
		{"en", "We handle complaints about our use of data with the help of a dispute resolution provider based in Canada.", nil},
		{"en", "Our website is hosted in Finland.", []string{"FI"}},
		{"en", "The site and the app are hosted in Finland.", []string{"FI"}},
		{"en", "We are based in Iceland and your information is processed there.", []string{"IS"}},
		{"en", "We are based in Iceland and process your information.", nil},
		{"en", "Your data stays in Norway.", []string{"NO"}},
		{"nl", "Onze servers staan in Lampstadt, Duitsland.", []string{"DE"}},
		{"nl", "Uw gegevens worden opgeslagen in Lampstadt (Duitsland).", []string{"DE"}},
		{"nl", "Onze servers worden beheerd door Fakkel GmbH in Lampstadt, Duitsland.", []string{"DE"}},
		{"nl", "Wij hebben datacentra in China, India, de Verenigde Staten en Singapore voor uw gegevens.", []string{"CN", "IN", "US", "SG"}},
		{"nl", "Uw gegevens worden opgeslagen op servers in de VS.", []string{"US"}},
		{"nl", "Sommige van onze verwerkers zijn gevestigd in Canada.", []string{"CA"}},
		{"nl", "Uw gegevens worden uitsluitend in Nederland opgeslagen.", []string{"NL"}},
		{"nl", "Uw gegevens worden doorgegeven naar Zwitserland.", []string{"CH"}},
		{"nl", "De informatie uit operaties in Rusland wordt opgeslagen in datacentra die zich in Rusland bevinden, tenzij de Russische wet anders bepaalt.", []string{"RU", "RU+"}},
		{"nl", "Gegevens uit operaties binnen het Vasteland China worden opgeslagen in datacentra die zich op het Vasteland China bevinden.", []string{"CN", "CN+"}},
		{"nl", "Wij verwerken gegevens volgens de wetten van België.", nil},
		{"nl", "Woont u in Duitsland, dan verwerken wij uw gegevens niet.", nil},
	}
	for _, tt := range tests {
		_, r := read(t, tt.lang, tt.text)
		var got []string
		for _, x := range r.Transfers {
			c := x.Country
			if x.Localised {
				c += "+"
			}
			got = append(got, c)
		}
		assert.Equal(t, tt.want, got, "%q", tt.text)
	}
}
