// Package schema serves the JSON Schema of the JSON form of a
// [policy.Policy], in draft 2020-12 (https://json-schema.org/draft/2020-12),
// for programs in other languages that read or check it.
//
// The schema is made from the Go types by go generate. It lets through all that
// [policy.Policy.MarshalJSON] writes of a policy that [policy.Policy.Check]
// finds no fault with. It is looser than Check in what a schema cannot ask for,
// such as the order of mentions and that spans lie within the text, and looser
// than the taxonomy: ids only need the form of ids, since newer versions of the
// taxonomy have more. Properties that it does not know are allowed for the same
// reason.
//
// [policy.Policy]: https://pkg.go.dev/example.com/policymodel/policy#Policy
package schema

import _ "embed"

//go:generate go run gen.go

//go:embed policy.schema.json
var schema string

// JSON returns the schema as indented JSON.
func JSON() string { return schema }
