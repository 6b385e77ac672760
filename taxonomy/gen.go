//go:build ignore

// Gen writes the *.gen.go files of package taxonomy from facets.tsv and
// concepts.tsv. Run it in the package's folder.
package main

import (
	"log"
	"os"

	"example.com/policymodel/taxonomy/internal/gen"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("taxonomy: ")
	facets, err := os.ReadFile("facets.tsv")
	if err != nil {
		log.Fatal(err)
	}
	concepts, err := os.ReadFile("concepts.tsv")
	if err != nil {
		log.Fatal(err)
	}
	t, err := gen.Read(facets, concepts)
	if err != nil {
		log.Fatal(err)
	}
	files, err := t.Files()
	if err != nil {
		log.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(name, text, 0o666); err != nil {
			log.Fatal(err)
		}
	}
}
