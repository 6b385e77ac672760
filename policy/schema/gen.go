//go:build ignore

// Gen writes policy.schema.json.
package main

import (
	"log"
	"os"

	"example.com/policymodel/policy/schema/internal/generate"
)

func main() {
	data, err := generate.Schema("..")
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("policy.schema.json", data, 0o666); err != nil {
		log.Fatal(err)
	}
}
