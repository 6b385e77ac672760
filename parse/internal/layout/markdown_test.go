package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

const markdownText = `> *The text below was archived on 2019-03-02. See the [snapshot](https://web.archive.org/web/2019/tulip) for the original.*

Tulip Bikes Privacy Policy
==========================

*   [Who we are](#who)
*   [What we collect](#what)
*   [How to reach us](#reach)

## Who we are

Tulip Bikes B.V. rents bicycles in three towns.
This policy is about the riders of its bicycles.

* * *

## What we collect

We collect, from riders:

  * your name;
  * your phone number;
      * the land line
      * the mobile one
  * where you ride.

    A ride is kept as a line on a map.

  * how fast.

**Payments.** We pass your card number to our bank.

**Cookies**

At the counter you may ask us to

 1. delete them,
 2. block them.

### Table of partners:

Partner | Why
---|---
Lumen Lamps | repairs,
at night
Zuidhoek | parking

| **Place** | **Kept for** |
|:---|---:|
| Town A | 2 years |

Reach us
--------

[Back to top](#top)

<div align="center">

Mail <privacy@tulip.example> or write to us.<br>
`

func TestMarkdown(t *testing.T) {
	l := checkOutline(t, markdownText, Markdown, `
		0 P- The text below … the original.
		1 H1 Tulip Bikes Privacy Policy
		2 I1- [Who we are](#who)
		3 I1- [What we collect](#what)
		4 I1- [How to reach us](#reach)
		5 H2 Who we are
		6 P Tulip Bikes B.V. … three towns.
		7 P This policy is … its bicycles.
		8 H2 What we collect
		9 P We collect, from riders:
		10 I1<9 your name;
		11 I1<9 your phone number;
		12 I2<11 the land line
		13 I2<11 the mobile one
		14 I1<9 where you ride.
		15 P A ride is … a map.
		16 I1<9 how fast.
		17 P **Payments.** We pass … our bank.
		18 H3 Cookies
		19 P At the counter … us to
		20 I1<19 delete them,
		21 I1<19 block them.
		22 H3 Table of partners:
		23 R Partner | Why
		24 R<23 Lumen Lamps | repairs, at night
		25 R<23 Zuidhoek | parking
		26 R<23 **Place** | **Kept for**
		27 R<26 Town A | 2 years
		28 H2 Reach us
		29 P- [Back to top](#top)
		30 P- <div align="center">
		31 P Mail <privacy@tulip.example> or write to us.
	`)
	assert.Empty(t, unread(markdownText, l))
	// The sections are a tree: Cookies and the table stand below what we collect.
	var tree []string
	for _, s := range l.Sections {
		parent := "-"
		if s.Parent >= 0 {
			h := l.Blocks[l.Sections[s.Parent].Heading]
			parent = markdownText[h.Start:h.End]
		}
		h := l.Blocks[s.Heading]
		tree = append(tree, markdownText[h.Start:h.End]+" < "+parent)
	}
	assert.Equal(t, []string{
		"Tulip Bikes Privacy Policy < -",
		"Who we are < Tulip Bikes Privacy Policy",
		"What we collect < Tulip Bikes Privacy Policy",
		"Cookies < What we collect",
		"Table of partners: < What we collect",
		"Reach us < Tulip Bikes Privacy Policy",
	}, tree)
	assert.Equal(t, strings.Index(markdownText, "Tulip"), l.Start)
	assert.Equal(t, strings.Index(markdownText, "to us.")+len("to us."), l.End)
}

func TestMarkdownDetails(t *testing.T) {
	tests := []struct {
		name, text, want string
	}{
		{"wrapped lines", `# Polderpost

The paper keeps the addresses of its readers for as long as they read it
and for one year after that, so that
they can come back.

- a bullet that goes on
  in the next line
- another

## End

The end of the notice comes after a line that is about as long as the others
and it says that nothing
else is kept.
`, `
			0 H1 Polderpost
			1 P The paper keeps … come back.
			2 I1<1 a bullet that … next line
			3 I1<1 another
			4 H2 End
			5 P The end of … is kept.
		`},
		{"bold lines are headings below the last one", `# Lumen

**1. What we keep**

We keep your name.

**1.1 For how long**

A year after you left us.

**We never sell what you tell us to anybody, whatever they offer for it.**

**Label:** with text on its line.

## Other

**Rights**
You may ask what we keep.
`, `
			0 H1 Lumen
			1 H2 1. What we keep
			2 P We keep your name.
			3 H3 1.1 For how long
			4 P A year after you left us.
			5 P We never sell … for it.
			6 P **Label:** with text on its line.
			7 H2 Other
			8 H3 Rights
			9 P You may ask what we keep.
		`},
		{"numbered lines with text below them are headings", `Privacy
=======

1.  **Who we are**

    Lumen Lamps of Utrecht makes lamps for bicycles.

2.  **What we do**

    We sell:

    * lamps
    * wires

Lists
-----

1.  First
2.  Second

Done
----

That is all.
`, `
			0 H1 Privacy
			1 H2 1. **Who we are**
			2 P Lumen Lamps of … for bicycles.
			3 H2 2. **What we do**
			4 P We sell:
			5 I1<4 lamps
			6 I1<4 wires
			7 H2 Lists
			8 I1 First
			9 I1 Second
			10 H2 Done
			11 P That is all.
		`},
		{"escaped markers, headings in items, links as headings", `# A

## [Rights](https://lumen.example/rights "Rights")

\* We need to keep it

\* You asked us to

1\. Not an item's heading, but an item

6.  #### Profile pages

Text of the profile pages.

_**What else?**_

More.

---------
`, `
			0 H1 A
			1 H2 [Rights](https://lumen.example/rights "Rights")
			2 I1 We need to keep it
			3 I1 You asked us to
			4 I1 Not an item's … an item
			5 H4 Profile pages
			6 P Text of the profile pages.
			7 H5 What else?
			8 P More.
		`},
		{"list goes on after text in it, with its number", `# A

We may, among other things:

1. rent you a bicycle;

A bicycle has two wheels.

2. mend it;

Bicycles:

- blue

Some other text, which is so long that it does not look like the introduction of a list at all, because
it goes on and on about bicycles, their colours, their wheels and their bells, and never comes to a
point that a list could follow from, not even at its end, where it says that it has been long enough now.

- red

# B

# C
`, `
			0 H1 A
			1 P We may, among other things:
			2 I1<1 rent you a bicycle;
			3 P A bicycle has two wheels.
			4 I1<1 mend it;
			5 P Bicycles:
			6 I1<5 blue
			7 P Some other text, … enough now.
			8 I1 red
			9 H1 B
			10 H1 C
		`},
		{"menus before and after", `[Skip to content](#main)

[Home](/) [Shop](/shop)

- [Bicycles](/bicycles)
- [Lamps](/lamps)
- [Help](/help)

# Privacy policy

We collect your name when you rent a bicycle, and nothing more than that.

## Links

Our partners have policies of their own:

- [Lumen](https://lumen.example)
- [Zuidhoek](https://zuidhoek.example)

## Contact

Write to privacy@tulip.example.

[Jobs](/jobs)

[Press](/press)

[Imprint](/imprint)

[Terms](/terms)
`, `
			0 P- [Skip to content](#main)
			1 P- [Home](/) [Shop](/shop)
			2 I1- [Bicycles](/bicycles)
			3 I1- [Lamps](/lamps)
			4 I1- [Help](/help)
			5 H1 Privacy policy
			6 P We collect your … than that.
			7 H2 Links
			8 P Our partners have … their own:
			9 I1<8 [Lumen](https://lumen.example)
			10 I1<8 [Zuidhoek](https://zuidhoek.example)
			11 H2 Contact
			12 P Write to privacy@tulip.example.
			13 P- [Jobs](/jobs)
			14 P- [Press](/press)
			15 P- [Imprint](/imprint)
			16 P- [Terms](/terms)
		`},
		{"a contents list without links", `# Policy

This policy speaks of:

- What we collect
- What we share
- Your rights
- Changes

## What we collect

We collect your name, your phone number and the places that you ride to, when you rent a bicycle from us.

- Your rights

## What we share

We share your name with the towns that let us place our bicycles, as far as they ask for it in writing.

## Your rights

You may ask us for a copy.

## Changes

We change this policy now and then.
`, `
			0 H1 Policy
			1 P This policy speaks of:
			2 I1- What we collect
			3 I1- What we share
			4 I1- Your rights
			5 I1- Changes
			6 H2 What we collect
			7 P We collect your … from us.
			8 I1<7 Your rights
			9 H2 What we share
			10 P We share your … in writing.
			11 H2 Your rights
			12 P You may ask … a copy.
			13 H2 Changes
			14 P We change this … and then.
		`},
		{"the same words in two lists are said twice", `# Policy

## Names

We share names with:

- service providers that help us
- the towns in which we rent bicycles

## Rides

We share rides with:

- service providers that help us
- the towns in which we rent bicycles

The same sentence, twice in a row, is a slip of the pen.

The same sentence, twice in a row, is a slip of the pen.
`, `
			0 H1 Policy
			1 H2 Names
			2 P We share names with:
			3 I1<2 service providers that help us
			4 I1<2 the towns in … rent bicycles
			5 H2 Rides
			6 P We share rides with:
			7 I1<6 service providers that help us
			8 I1<6 the towns in … rent bicycles
			9 P The same sentence, … the pen.
			10 P= The same sentence, … the pen.
		`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := checkOutline(t, tt.text, Markdown, tt.want)
			assert.Empty(t, unread(tt.text, l))
		})
	}
}

func TestPageTwice(t *testing.T) {
	page := `## Tulip Bikes

Tulip Bikes keeps the name and the telephone number of everybody who rents a bicycle, for as long as the bicycle is out.

### Changes

Riders, and the people who ride along with them, are told of every change to this policy in good time and in writing.

They may object to a change within a month, in which case the policy that they know holds on for the rest of their season.
`
	text := "# Policy\n\n" + page + "\n" + page
	checkOutline(t, text, Markdown, `
		0 H1 Policy
		1 H2 Tulip Bikes
		2 P Tulip Bikes keeps … is out.
		3 H3 Changes
		4 P Riders, and the … in writing.
		5 P They may object … their season.
		6 H2 Tulip Bikes
		7 P= Tulip Bikes keeps … is out.
		8 H3= Changes
		9 P= Riders, and the … in writing.
		10 P= They may object … their season.
	`)
}
