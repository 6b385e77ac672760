package records

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestUpdated(t *testing.T) {
	tests := []struct {
		lang string
		text []string
		want string
	}{
		{"en", []string{"Last updated: March 4, 2022"}, "2022-03-04"},
		{"en", []string{"last updated: march 4, 2022thank you for using our lamps."}, "2022-03-04"},
		{"en", []string{"Last Updated: 4 March 2022."}, "2022-03-04"},
		{"en", []string{"Revised on the 4th of March 2022"}, "2022-03-04"},
		{"en", []string{"This policy was last modified on March 4th, 2022."}, "2022-03-04"},
		{"en", []string{"Effective Date: 2022-03-04"}, "2022-03-04"},
		{"en", []string{"Last revised 25/12/2022"}, "2022-12-25"},
		{"en", []string{"Last revised 12/25/2022"}, "2022-12-25"},
		{"en", []string{"Last updated: Mar. 4, 2022"}, "2022-03-04"},
		{"en", []string{"Last updated: Mar 4. 2022"}, "2022-03-04"},
		{"en", []string{"Last update 04.03.2022"}, "2022-03-04"},
		{"en", []string{"Updated 2022/03/04"}, "2022-03-04"},
		{"en", []string{"**Last updated:** *March 4, 2022*"}, "2022-03-04"},
		{"en", []string{"Last updated:", "March 4, 2022"}, "2022-03-04"},
		{"en", []string{"Signed this 4th day of March, 2022. Last updated: 4th day of March, 2022"}, "2022-03-04"},
		// Valid from one date, updated at another.
		{"en", []string{"Valid from 7th of May 2020, updated July 13th, 2021."}, "2021-07-13"},
		{"en", []string{"Effective: May 7, 2020. Last updated: July 13, 2021."}, "2021-07-13"},
		// The first of its kind, unless it stands far below.
		{"en", []string{"Last updated: May 7, 2020", "Last updated of this California notice: July 13, 2021"}, "2020-05-07"},
		// Not the policy's own.
		{"en", []string{"The Lamp Privacy Act of March 4, 2022 applies to us."}, ""},
		{"en", []string{"See Regulation (EU) 2016/679 of 27 April 2016."}, ""},
		{"en", []string{"Previous version: March 4, 2021"}, ""},
		{"en", []string{"We have used these lamps since we opened our first shop on March 4, 2001 in the old town of Lampville."}, ""},
		{"en", []string{"Last updated: February 30, 2022"}, ""},
		{"en", []string{"Updated August 2022"}, ""},
		// Not a day but part of a version's number.
		{"en", []string{"Version 2.1 of March 2022"}, ""},
		{"en", []string{"Version 4.12, March 2022"}, ""},
		{"en", []string{"Version 2 of March 2022"}, ""},
		{"en", []string{"Release 3. March 2022"}, ""},
		{"en", []string{"v1.2 March 2022"}, ""},
		{"en", []string{"Version 2.1, 4 March 2022"}, "2022-03-04"},
		{"en", []string{"Updated on the 4. March 2022"}, "2022-03-04"},

		{"nl", []string{"Laatst bijgewerkt op 4 maart 2022."}, "2022-03-04"},
		{"nl", []string{"Ons privacybeleid is bijgewerkt op 15 mei 2021."}, "2021-05-15"},
		{"nl", []string{"Versie 3 juni 2024"}, "2024-06-03"},
		{"nl", []string{"Versie 2.1, juni 2024"}, ""},
		{"nl", []string{"Versie 2, juni 2024"}, ""},
		{"nl", []string{"Versie 1.0 - 3 juni 2024"}, "2024-06-03"},
		{"nl", []string{"De huidige versie is gedateerd 30 juni 2017."}, "2017-06-30"},
		{"nl", []string{"Laatst gewijzigd: 01-02-2023"}, "2023-02-01"},
		{"nl", []string{"Laatst gewijzigd: 1/2/2023"}, "2023-02-01"},
		{"nl", []string{"Datum laatste update: 14 mrt. 2024"}, "2024-03-14"},
		{"nl", []string{"Deze verklaring is van kracht vanaf 2025-04-25"}, "2025-04-25"},
		{"nl", []string{"Deze privacyverklaring is voor het laatst herzien op 1 januari 2020."}, "2020-01-01"},
		{"nl", []string{"Op 25 mei 2018 werd de wet van kracht."}, ""},
		{"nl", []string{"Vanaf 25 mei 2018 moet iedere winkel voldoen aan de nieuwe wetgeving."}, ""},
	}
	for _, tt := range tests {
		_, r := read(t, tt.lang, tt.text...)
		assert.Equal(t, tt.want, r.Updated.String(), "%q", tt.text)
	}
}

// Which of day and month comes first in 02/09/2023 is told by the text's other
// dates, or else by its spelling.
func TestAmbiguousDate(t *testing.T) {
	tests := []struct {
		lang string
		text []string
		want string
	}{
		{"en", []string{"Effective Date: 02/09/2023"}, ""},
		{"en", []string{"Effective Date: 02/09/2023", "We opened on 25/12/2001."}, "2023-09-02"},
		{"en", []string{"Effective Date: 02/09/2023", "We opened on 12/25/2001."}, "2023-02-09"},
		{"en", []string{"Effective Date: 02/09/2023", "We personalize colors."}, "2023-02-09"},
		{"en", []string{"Effective Date: 02/09/2023", "We analyse your behaviour and personalise our lamps."}, "2023-09-02"},
		{"en", []string{"Effective Date: 09/09/2023"}, "2023-09-09"},
		{"en", []string{"Effective Date: 02.09.2023"}, "2023-09-02"},
		{"nl", []string{"Ingangsdatum: 02/09/2023"}, "2023-09-02"},
	}
	for _, tt := range tests {
		_, r := read(t, tt.lang, tt.text...)
		assert.Equal(t, tt.want, r.Updated.String(), "%q", tt.text)
	}
}

func TestOtherDates(t *testing.T) {
	text, r := read(t, "en", "Last updated: May 7, 2020", "The Lamp Act of March 4, 2012 gives you rights.")
	assert.Equal(t, "2020-05-07", r.Updated.String())
	assert.Equal(t, "May 7, 2020", r.UpdatedSpan.Text(text))
	if assert.Len(t, r.Dates, 1) {
		assert.Equal(t, "2012-03-04", r.Dates[0].Date.String())
		assert.Equal(t, "March 4, 2012", r.Dates[0].Span.Text(text))
		assert.Equal(t, "The Lamp Act of", r.Dates[0].About)
	}
}
