package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// spaced returns text as some tools pull it from a PDF: an empty line after
// every line, two more for a ~ alone.
func spaced(text string) string {
	var b strings.Builder
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if line == "~" {
			b.WriteString("\n\n")
			continue
		}
		b.WriteString(line + " \n\n")
	}
	return b.String()
}

const pdfLines = `Zuidhoek Privacy Statement
~
Thank you for parking with Zuidhoek Parking B.V. and its sister companies
(“Zuidhoek”, “we”) and for reading how we treat the data of those who park,
and of those whose cars are parked for them.
~
This statement describes the following:
 The data that we take down,
 Whom we pass it to, and
 How you reach us.
Data That We Take Down When You Park
A Car In A Garage
We take down data from you, from your car and, where a garage has cameras,
from their pictures. Some of it is data that tells people who you are.
It is kept for a day.
 Number plates. When your car passes a gate, the gate reads its number
plate, like the one you see on the car in front. You may cover it there.
 Payments. When you pay we are told the last digits of your card, the name
on it
2
~
and, for those who pay by telephone, its number. A machine may not read the e-
mail address that you typed (see what we say about machines elsewhere, in
https://www.zuidhoek.example/machines
the list of them). You can ask at the gate.
Cookies
What Are Cookies?
Cookies are small files. We use them to:
 Keep the gate open;
 Let you out, in the order in which all cars came in, unless there is a fire;
 Remember you when you come back to the garage after a long absence here.
When the gate is out of order we use none of them, as the doors stand open
for all who want to leave.
Types Of Cookies
https://www.zuidhoek.example/cookies
We use two types of them.
3
`

func TestPDF(t *testing.T) {
	want := `
		0 H1 Zuidhoek Privacy Statement
		1 P Thank you for … for them.
		2 P This statement describes the following:
		3 I1<2 The data that we take down,
		4 I1<2 Whom we pass it to, and
		5 I1<2 How you reach us.
		6 H1 Data That We … A Garage
		7 P We take down … a day.
		8 I1<7 Number plates. When … it there.
		9 I1<7 Payments. When you … the gate.
		10 H1 Cookies
		11 H1 What Are Cookies?
		12 P Cookies are small … them to:
		13 I1<12 Keep the gate open;
		14 I1<12 Let you out, … a fire;
		15 I1<12 Remember you when … absence here.
		16 P When the gate … to leave.
		17 H1 Types Of Cookies
		18 P https://www.zuidhoek.example/cookies
		19 P We use two types of them.
		20 P- 3
	`
	text := spaced(pdfLines)
	l := checkOutline(t, text, PDF, want)
	assert.Empty(t, unread(text, l))

	// The same with bullets of a symbol font, or of this page alone.
	for _, bullet := range []string{"\uf0b7 ", "\uf0a7\t", "• ", "▪\ufe0f "} {
		marked := strings.ReplaceAll("\n"+text, "\n ", "\n"+bullet)[1:]
		l := checkOutline(t, marked, PDF, want)
		assert.Equal(t, "Keep", marked[l.Blocks[13].Start:][:4])
	}
}

func TestPDFPages(t *testing.T) {
	text := `1. Introduction
Lumen Lamps of Utrecht makes lamps for bicycles, mends them and, from time
to time, asks those who bought one how they like it.
` + "\f" + `A. What We Ask
We ask how often you ride in the dark, how far you ride and which roads
you take. Nobody has to answer, and those who do not still have
Page 2 of 3
` + "\f" + `the lamp that they paid for.
B. What We Keep
i. Your answers
ii. Your lamp's number
2. How To Reach Us
Write to Lumen Lamps.
`
	checkOutline(t, text, PDF, `
		0 H1 1. Introduction
		1 P Lumen Lamps of … like it.
		2 H2 A. What We Ask
		3 P We ask how … paid for.
		4 H2 B. What We Keep
		5 I1 Your answers
		6 I1 Your lamp's number
		7 H1 2. How To Reach Us
		8 P Write to Lumen Lamps.
	`)
}
