package records

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPeriods(t *testing.T) {
	type period struct {
		duration, words string
		keeping         bool
	}
	tests := []struct {
		lang, text string
		want       []period
	}{
		{"en", "We keep your data for three years.", []period{{"P3Y", "three years", true}}},
		{"en", "It is deleted after 30 days.", []period{{"P30D", "30 days", true}}},
		{"en", "We retain it for six (6) months, then for 18 months.", []period{{"P6M", "six (6) months", true}, {"P18M", "18 months", true}}},
		{"en", "We answer within a month.", []period{{"P1M", "a month", false}}},
		{"en", "We answer within 30 calendar days.", []period{{"P30D", "30 calendar days", false}}},
		{"en", "Logs are kept for twenty-four hours.", []period{{"PT24H", "twenty-four hours", true}}},
		{"en", "We delete it after half a year.", []period{{"P6M", "half a year", true}}},
		{"en", "We store backups for 2 weeks.", []period{{"P2W", "2 weeks", true}}},
		{"en", "Sessions end after 30 minutes.", []period{{"PT30M", "30 minutes", false}}},
		{"en", "We keep it for two and a half years.", []period{{"P2Y6M", "two and a half years", true}}},
		{"en", "We keep it for 2 and a half years.", []period{{"P2Y6M", "2 and a half years", true}}},
		{"en", "We keep it for two-and-a-half years.", []period{{"P2Y6M", "two-and-a-half years", true}}},
		{"en", "We keep it for two years and a half.", []period{{"P2Y6M", "two years and a half", true}}},
		{"en", "We keep it for 2.5 years.", []period{{"P2Y6M", "2.5 years", true}}},
		{"en", "We keep it for 2½ years.", []period{{"P2Y6M", "2½ years", true}}},
		{"en", "We keep it for three months and a half year.", []period{{"P3M", "three months", true}, {"P6M", "a half year", true}}},
		{"en", "We keep it for half an hour.", []period{{"PT30M", "half an hour", true}}},
		{"en", "We keep it for 1.5 days.", []period{{"P1DT12H", "1.5 days", true}}},
		{"en", "We keep it for 1,500 days.", []period{{"P1500D", "1,500 days", true}}},
		{"en", "We keep it for two years and six months.", []period{{"P2Y6M", "two years and six months", true}}},
		{"en", "Lamps and wicks are kept for one year and 6 months respectively.", []period{{"P1Y", "one year", true}, {"P6M", "6 months", true}}},
		{"en", "We keep it for 1.5 months.", nil},
		{"en", "We keep it for six and a half weeks.", nil},
		{"en", "We keep it for 3.25 years.", nil},
		{"en", "We are open 24 hours a day, 7 days a week.", nil},
		{"en", "You must be at least 16 years old.", nil},
		{"en", "Children under 13 years may not use lamps.", nil},
		{"en", "Once a year we clean our lamps.", nil},
		{"en", "Version 2.5 years", nil},
		{"nl", "Wij bewaren uw gegevens gedurende twaalf maanden.", []period{{"P12M", "twaalf maanden", true}}},
		{"nl", "Na 30 dagen worden ze gewist.", []period{{"P30D", "30 dagen", true}}},
		{"nl", "Wij reageren binnen vier weken.", []period{{"P4W", "vier weken", false}}},
		{"nl", "Wij bewaren dit maximaal een jaar.", []period{{"P1Y", "een jaar", true}}},
		{"nl", "Wij bewaren dit anderhalf jaar.", []period{{"P1Y6M", "anderhalf jaar", true}}},
		{"nl", "Wij bewaren dit twee en een half jaar.", []period{{"P2Y6M", "twee en een half jaar", true}}},
		{"nl", "Wij bewaren dit twee-en-een-half jaar.", []period{{"P2Y6M", "twee-en-een-half jaar", true}}},
		{"nl", "Wij bewaren dit drieënhalf jaar.", []period{{"P3Y6M", "drieënhalf jaar", true}}},
		{"nl", "Wij bewaren dit 2,5 jaar.", []period{{"P2Y6M", "2,5 jaar", true}}},
		{"nl", "Wij bewaren dit een jaar en zes maanden.", []period{{"P1Y6M", "een jaar en zes maanden", true}}},
		{"nl", "Wij bewaren dit 1.500 dagen.", []period{{"P1500D", "1.500 dagen", true}}},
		{"nl", "Wij bewaren dit zes maanden of een half jaar.", []period{{"P6M", "zes maanden", true}, {"P6M", "een half jaar", true}}},
		{"nl", "Wij bewaren dit 1,5 maand.", nil},
		{"nl", "Wij bewaren dit anderhalve maand.", nil},
		{"nl", "Wij bewaren dit een half jaar.", []period{{"P6M", "een half jaar", true}}},
		{"nl", "Na 24 uur wordt het verwijderd.", []period{{"PT24H", "24 uur", true}}},
		{"nl", "Wij melden dit binnen één maand.", []period{{"P1M", "één maand", false}}},
		{"nl", "Wij zijn 24 uur per dag open.", nil},
		{"nl", "Kinderen jonger dan 16 jaar.", nil},
		{"nl", "Bent u 18 jaar of ouder?", nil},
	}
	for _, tt := range tests {
		text, r := read(t, tt.lang, tt.text)
		var got []period
		for _, p := range r.Periods {
			got = append(got, period{string(p.Duration), p.Span.Text(text), p.Keeping})
		}
		assert.Equal(t, tt.want, got, "%q", tt.text)
	}
}

func TestAges(t *testing.T) {
	tests := []struct {
		lang, text string
		want       []int
	}{
		{"en", "Our lamps are not for children under the age of 16.", []int{16}},
		{"en", "We collect nothing from individuals under thirteen years of age.", []int{13}},
		{"en", "You must be at least 18 years old to buy a lamp.", []int{18}},
		{"en", "If you are below 14, ask your parents.", []int{14}},
		{"en", "Persons younger than 15 may look.", []int{15}},
		{"en", "Only for people aged 16 or over.", []int{16}},
		{"en", "You must be 18 years of age or older.", []int{18}},
		{"en", "Lamps marked “14+” or “for customers over the age of 14”.", []int{14}},
		{"en", "Children under thirteen (13) years of age.", []int{13}},
		{"en", "Users must have attained at least eighteen (18) years of age.", []int{18}},
		{"en", "Children under 13, or under 16 in some countries.", []int{13, 16}},
		{"en", "A 13-year-old may not use it.", []int{13}},
		{"en", "users between the ages of 13 and 18", []int{13}},
		{"en", "Users aged 13-17 ask their parents.", []int{13}},
		{"en", "Nobody under 18 may open an account.", []int{18}},
		{"en", "No one under 16 may use lamps.", []int{16}},
		{"en", "Lamps are not sold to those under 16.", []int{16}},
		{"en", "We show lamps to women aged 18-24.", nil},
		{"en", "Users aged 18 to 24 like lamps.", nil},
		{"en", "No lamp under 18 watts.", nil},
		{"en", "We keep it for at least 7 years.", nil},
		{"en", "Passwords have at least 12 characters.", nil},
		{"en", "See 18 U.S.C. 2510 and Section 13 under this Act.", nil},
		{"en", "We answer in under 14 days.", nil},
		{"en", "Over 20 lamps were sold to customers.", nil},
		{"en", "The lamp is 13 months old.", nil},
		{"nl", "Wij verzamelen geen gegevens van kinderen jonger dan 16 jaar.", []int{16}},
		{"nl", "Kinderen onder de 13 jaar mogen niet meedoen.", []int{13}},
		{"nl", "Lampen “voor klanten ouder dan 14 jaar”.", []int{14}},
		{"nl", "Wij vragen of u minderjarig (16) bent.", []int{16}},
		{"nl", "Je moet minstens 16 jaar oud zijn.", []int{16}},
		{"nl", "Voor bezoekers van 18 jaar of ouder.", []int{18}},
		{"nl", "personen onder de zestien jaar", []int{16}},
		{"nl", "U moet de leeftijd van 18 jaar hebben bereikt.", []int{18}},
		{"nl", "Een 16-jarige mag dit zelf.", []int{16}},
		{"nl", "Niemand onder de 18 mag een account openen.", []int{18}},
		{"nl", "Wij tonen lampen aan vrouwen in de leeftijd van 18 tot 24 jaar.", nil},
		{"nl", "Wij bewaren facturen minimaal 7 jaar.", nil},
		{"nl", "Een wachtwoord heeft minstens 12 tekens.", nil},
		{"nl", "Zie onder artikel 13 van de wet.", nil},
	}
	for _, tt := range tests {
		_, r := read(t, tt.lang, tt.text)
		var got []int
		for _, c := range r.Children {
			got = append(got, c.Age)
		}
		assert.Equal(t, tt.want, got, "%q", tt.text)
	}
}

func TestCertifications(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"Our lamp cloud is certified to ISO/IEC 27001:2013 and ISO 27018.", []string{"ISO/IEC 27001:2013", "ISO 27018"}},
		{"We hold ISO27001, NEN 7510 and NEN-EN-ISO 9001:2015.", []string{"ISO27001", "NEN 7510", "NEN-EN-ISO 9001:2015"}},
		{"Audited for SOC 2 Type II, and PCI-DSS compliant.", []string{"SOC 2 Type II", "PCI-DSS"}},
		{"We have Cyber Essentials and TISAX.", []string{"Cyber Essentials", "TISAX"}},
		{"An ISAE 3402 report.", []string{"ISAE 3402"}},
		{"The iso in a lamp, the essentials of light, 27001 times.", nil},
	}
	for _, tt := range tests {
		_, r := read(t, "en", tt.text)
		var got []string
		for _, c := range r.Certifications {
			got = append(got, c.Name)
		}
		assert.Equal(t, tt.want, got, "%q", tt.text)
	}
}
