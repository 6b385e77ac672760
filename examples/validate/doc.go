// Package validate holds what the library exports against its formats, with
// validators that the library itself does not depend on: a JSON Schema
// validator for TILT and for the JSON form of a policy, and a JSON-LD processor
// for linked data. It is a module of its own, and has only tests:
//
//	cd examples/validate && POLICY_CORPUS=../../../shared go test ./...
//
// Without POLICY_CORPUS it reads the example's own policies, and skips TILT,
// whose schema stands in the folder of that name.
package validate
