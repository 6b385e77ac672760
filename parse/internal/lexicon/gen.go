//go:build ignore

// Gen writes the encoded forms of the lexicons.
package main

import (
	"log"
	"os"
	"path/filepath"

	"example.com/policymodel/parse/internal/lexicon"
)

func main() {
	for _, lang := range []string{"en", "nl"} {
		b, err := lexicon.Encode(lang)
		if err == nil {
			err = os.WriteFile(filepath.Join("data", lang+".gen.bin"), b, 0o666)
		}
		if err != nil {
			log.Fatal(err)
		}
	}
}
