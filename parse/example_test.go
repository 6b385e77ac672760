package parse_test

import (
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

func Example() {
	p, err := parse.Parse(`# Privacy policy of Fennel Bakery

Fennel Bakery Ltd. is the controller of your data. We collect your name and your phone number to deliver your order.
We do not collect location data. We keep your phone number for 30 days.
`, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Document.LegalEntity)
	for item := range p.Facts() {
		fmt.Println(item.Facet, item.ID, item.Polarity, p.Words(item.Mentions[0]))
	}
	// Output:
	// Fennel Bakery Ltd.
	// data identity.name yes name
	// data contact.phone yes phone number
	// data location no location data
	// purpose service.delivery yes deliver your order
	// retention fixed-period yes 30 days
}

func ExampleParse() {
	p, err := parse.Parse("Wij verkopen uw gegevens niet.", nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for item := range policy.Says(p, taxonomy.StatementSaleNo) {
		fmt.Println(p.Document.Language, item.Mentions[0].Span, p.Words(item.Mentions[0]))
	}
	// Output:
	// nl 4-29 verkopen uw gegevens niet
}

// A parser can be told what it would otherwise find out from each text.
func ExampleNew() {
	p, err := parse.New(&parse.Config{Language: language.English, Layout: parse.MarkdownLayout, Limit: 1 << 20})
	if err != nil {
		fmt.Println(err)
		return
	}
	read, err := p.Parse("## Data\n\nWe collect:\n\n* your name\n* your phone number\n")
	fmt.Println(read.Document.Language, read.Document.Layout, len(read.Data), err)

	_, err = parse.New(&parse.Config{Language: language.French})
	var wrong *parse.ConfigError
	if errors.As(err, &wrong) {
		fmt.Println(wrong.Field, "is wrong:", wrong.Err)
	}
	// Output:
	// en markdown 2 <nil>
	// Language is wrong: fr is not supported; use en, nl or the zero tag
}

func ExampleNewTerm() {
	hoof := parse.NewTerm(taxonomy.DataSensitiveBiometric, "hoof print/scan")
	hoof.Language = language.English // in Dutch texts it stands for nothing
	courier := parse.NewTerm(taxonomy.RecipientProviderDelivery, "swift saddlers")
	courier.Name = "Swift Saddlers"

	p, err := parse.Parse("We collect your hoof scans. We share your address with Swift Saddlers.",
		&parse.Config{Terms: []parse.Term{hoof, courier}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for item := range p.Facts() {
		fmt.Printf("%s %s %q\n", item.Facet, item.ID, item.Name)
	}
	// Output:
	// data sensitive.biometric ""
	// data contact.address ""
	// recipient provider.delivery "Swift Saddlers"
}

// A profile of an invented publisher. See the program extend among the examples.
func ExampleProfile() {
	brightmoor := &parse.Profile{
		Name:         "brightmoor",
		Organisation: "Brightmoor Post",
		Aliases:      []string{"The Post"},
		Entities:     []string{"Quill & Daughters Ltd."},
		Products:     []string{"Quillfinder"},
	}
	// Words that somebody set in lower case get the names that they have.
	p, err := parse.Parse("quill & daughters ltd. is the controller of your data. the post collects your name.",
		&parse.Config{Profile: brightmoor})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Document.Profile, p.Document.LegalEntity)
	for item := range p.Facts() {
		fmt.Println(item.Facet, item.ID)
	}
	// Output:
	// brightmoor Quill & Daughters Ltd.
	// data identity.name
}

func ExampleProfiles() {
	for _, p := range parse.Profiles() {
		fmt.Println(p.Name, p.Domains)
	}
	// Output:
	// dji [dji.com skypixel.com]
	// xiaomi [mi.com miui.com xiaomi.com]
	// kaios [kaiostech.com]
}

func ExampleInputError() {
	_, err := parse.Parse("%PDF-1.7\n", nil)
	var refused *parse.InputError
	if errors.As(err, &refused) && refused.Kind == parse.InputPDF {
		fmt.Println(refused.Hint())
	}
	// Output:
	// extract the text first, for example with pdftotext
}
