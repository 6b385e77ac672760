package source_test

import (
	"errors"
	"fmt"

	"example.com/policymodel/parse/internal/source"
)

func ExampleCheck() {
	_, err := source.Check("%PDF-1.7 …", 1<<20)
	fmt.Println(err)
	var refused *source.Error
	fmt.Println(errors.As(err, &refused), refused.Kind)

	inv, err := source.Check("We keep your name at the caf\xe9.", 1<<20)
	fmt.Println(inv.Start, inv.End, inv.Count, err)
	// Output:
	// parse: input looks like a PDF file; extract the text first, for example with pdftotext
	// true pdf
	// 28 29 1 <nil>
}
