package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPlain(t *testing.T) {
	tests := []struct {
		name, text, want string
	}{
		{"paragraphs, headings and bullets", `Privacybeleid van Polderpost

Laatst bijgewerkt op 3 maart 2020

Polderpost B.V. bezorgt kranten en houdt daarvoor een lijst van lezers bij.

1 Wat wij verzamelen

1.1 Van u

Als u lezer wordt, vragen wij:

 • uw naam en uw adres;
 • uw bankrekening. Die geven wij aan de bank.
 • uw krant.

1.2 Automatisch

• Cookies. Wij gebruiken er twee.

• Logboeken: bij elk bezoek.

2 Uw rechten

Wat u kunt doen

2.1 Inzage

U kunt ons vragen om
(a) wat wij van u hebben,
(b) het te wissen:
• geheel
• in delen
(c) niets.

Krijgt u iedere dag een krant?

Ja, behalve op zondag.

Voor lezers in België:

Polderpost N.V., Kaai 3, 2000 Antwerpen

Naam: Jan de Vries

E-mail: jan@polderpost.example
`, `
			0 H1 Privacybeleid van Polderpost
			1 P Laatst bijgewerkt op 3 maart 2020
			2 P Polderpost B.V. bezorgt … lezers bij.
			3 H1 1 Wat wij verzamelen
			4 H2 1.1 Van u
			5 P Als u lezer wordt, vragen wij:
			6 I1<5 uw naam en uw adres;
			7 I1<5 uw bankrekening. Die … de bank.
			8 I1<5 uw krant.
			9 H2 1.2 Automatisch
			10 I1 Cookies. Wij gebruiken er twee.
			11 I1 Logboeken: bij elk bezoek.
			12 H1 2 Uw rechten
			13 P Wat u kunt doen
			14 H2 2.1 Inzage
			15 P U kunt ons vragen om
			16 I1<15 wat wij van u hebben,
			17 I1<15 het te wissen:
			18 I2<17 geheel
			19 I2<17 in delen
			20 I1<15 niets.
			21 H1 Krijgt u iedere dag een krant?
			22 P Ja, behalve op zondag.
			23 H2 Voor lezers in België:
			24 P Polderpost N.V., Kaai 3, 2000 Antwerpen
			25 P Naam: Jan de Vries
			26 P E-mail: jan@polderpost.example
		`},
		{"lists without markers", `PRIVACY NOTICE
Lumen Lamps makes lamps for bicycles and keeps a list of those who bought one.

WHY WE KEEP DATA

We use the data for these purposes:

To send you your lamp;
To mend your lamp; and
To send you another one.

We do not use it for anything else.

We keep:

Name
Street
Town

Your rights

You may ask for a copy of the data that we keep.
`, `
			0 H1 PRIVACY NOTICE
			1 P Lumen Lamps makes … bought one.
			2 H1 WHY WE KEEP DATA
			3 P We use the … these purposes:
			4 I1<3 To send you your lamp;
			5 I1<3 To mend your lamp; and
			6 I1<3 To send you another one.
			7 P We do not … anything else.
			8 P We keep:
			9 I1<8 Name
			10 I1<8 Street
			11 I1<8 Town
			12 H2 Your rights
			13 P You may ask … we keep.
		`},
		{"wrapped lines", `Zuidhoek Parking privacy statement

Zuidhoek parks the cars of visitors and keeps their number plates for
as long as the car is parked. We do not keep a list of owners, nor of
the visits that a car makes.

How long we keep data

A number plate is erased when the car leaves. In a dispute we may, for
as long as it takes, keep:
- the number plate and the time at which the car was parked as well as
  the time at which it left
- a photo of the car

Article 3 Contact

Write to Zuidhoek Parking, Dock 12, 3011 AB Rotterdam, or call us at
any hour of the day.
`, `
			0 H1 Zuidhoek Parking privacy statement
			1 P Zuidhoek parks the … car makes.
			2 H1 How long we keep data
			3 P A number plate … takes, keep:
			4 I1<3 the number plate … it left
			5 I1<3 a photo of the car
			6 H1 Article 3 Contact
			7 P Write to Zuidhoek … the day.
		`},
		{"a menu in plain text", `Home
Bicycles
Lamps
About us
Press
Jobs
Help
Basket
Tulip Bikes privacy policy
We keep the name and the number of everybody who rents a bicycle from us, and where the bicycle is.
Riders
Riders may ask us at any time what we keep of them, and to erase it when they have brought the bicycle back.
Home
Bicycles
Lamps
About us
Press
Jobs
Help
Basket
`, `
			0 P- Home
			1 P- Bicycles
			2 P- Lamps
			3 P- About us
			4 P- Press
			5 P- Jobs
			6 P- Help
			7 P- Basket
			8 H1 Tulip Bikes privacy policy
			9 P We keep the … bicycle is.
			10 H1 Riders
			11 P Riders may ask … bicycle back.
			12 P- Home
			13 P- Bicycles
			14 P- Lamps
			15 P- About us
			16 P- Press
			17 P- Jobs
			18 P- Help
			19 P- Basket
		`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := checkOutline(t, tt.text, Plain, tt.want)
			assert.Empty(t, unread(tt.text, l))
		})
	}
}

const scrapedText = `bicyclestown bikeslamps
bicycles
town bikes
lamps
shop bikes lamps  bikes   lamps
bikes
lamps
helpcontact
help
you are using an old browser. please get a newer one.
login
tulip privacy policy
tulip privacy policy
what we collect
whom we tell
your rights
reaching us
what we collect
last changed: may 2020we rent bicycles and collect what is described here, from those who rent one and from their bicycles.this is:
your name,
your name,
where you ride, and
where you ride, and
how fast.
how fast.
account. when you sign up with us we ask for your name and your phone number, so that we can call you.
account. when you sign up with us we ask for your name and your phone number, so that we can call you.
rides. when you ride one of our bicycles we note down where the bicycle is, every minute of the ride.
rides. when you ride one of our bicycles we note down where the bicycle is, every minute of the ride.
whom we tell
we tell nobody about your rides but the town in which you ride and, in case of an accident, our insurer in:
the town,
the town,
the land.
the land.
we tell the town in which you ride how many bicycles stand where, but never who rode them there.
what we tell insurers
we tell the insurer about the accident, the bicycle and its rider, and we pass on the letters of the insurer to the rider.
your rights
you may ask for a copy of what we have about you.you may also ask us to erase it, when all the rides have been paid for.
account. when you sign up with us we ask for your name and your phone number, so that we can call you.
reaching us
write to us at dock 12, rotterdam, or send a message to privacy@tulip.example, which we answer within a week.
subscribe to our news
bicycles
town bikes
lamps
about us
jobs
press
terms of use
cookies
`

func TestScraped(t *testing.T) {
	l := checkOutline(t, scrapedText, Scraped, `
		0 P- bicyclestown bikeslamps
		1 P- bicycles
		2 P- town bikes
		3 P- lamps
		4 P- shop bikes lamps bikes lamps
		5 P- bikes
		6 P- lamps
		7 P- helpcontact
		8 P- help
		9 P- you are using … newer one.
		10 P- login
		11 H1 tulip privacy policy
		12 P- tulip privacy policy
		13 P- what we collect
		14 P- whom we tell
		15 P- your rights
		16 P- reaching us
		17 H1 what we collect
		18 P last changed: may … bicycles.this is:
		19 I1<18 your name,
		20 P= your name,
		21 I1<18 where you ride, and
		22 P= where you ride, and
		23 I1<18 how fast.
		24 P= how fast.
		25 I1<18 account. when you … call you.
		26 P= account. when you … call you.
		27 I1<18 rides. when you … the ride.
		28 P= rides. when you … the ride.
		29 H1 whom we tell
		30 P we tell nobody … insurer in:
		31 I1<30 the town,
		32 P= the town,
		33 I1<30 the land.
		34 P= the land.
		35 P we tell the … them there.
		36 H2 what we tell insurers
		37 P we tell the … the rider.
		38 H1 your rights
		39 P you may ask … paid for.
		40 P= account. when you … call you.
		41 H1 reaching us
		42 P write to us … a week.
		43 P- subscribe to our news
		44 P- bicycles
		45 P- town bikes
		46 P- lamps
		47 P- about us
		48 P- jobs
		49 P- press
		50 P- terms of use
		51 P- cookies
	`)
	assert.Empty(t, unread(scrapedText, l))
	assert.Equal(t, strings.Index(scrapedText, "tulip privacy"), l.Start)
	assert.Equal(t, strings.Index(scrapedText, "within a week.")+len("within a week."), l.End)
}

// In a scraped page an element's text may stand before the text of its parts.
func TestScrapedSum(t *testing.T) {
	text := strings.Replace(scrapedText, "we tell the town in which", `we pass on:your namewhere you rode
we pass on:
your name
where you rode
we tell the town in which`, 1)
	l := Scan(text, Auto)
	checkLayout(t, text, l)
	out := outline(text, l)
	assert.Contains(t, out, "P= we pass on:your namewhere you rode\n")
	assert.Contains(t, out, "P we pass on:\n")
	assert.Contains(t, out, " where you rode\n")
}

// An item that ends with a colon introduces the items after it: a page that was
// scraped has no indents to tell so.
func TestScrapedItemIntroduces(t *testing.T) {
	l := Scan("we use your data:\n• to sell bicycles\n• to comply with laws. if you live abroad, only when:\n• you agree\n• we must\n", Scraped)
	intros := []int{}
	for _, b := range l.Blocks {
		intros = append(intros, b.Intro)
	}
	assert.Equal(t, []int{-1, 0, 0, 2, 2}, intros)
}
