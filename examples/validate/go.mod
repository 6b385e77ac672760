module example.com/policymodel/examples/validate

go 1.26.0

require (
	example.com/policymodel v0.0.0
	github.com/dlclark/regexp2 v1.11.5
	github.com/piprate/json-gold v0.9.1
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
)

require (
	github.com/cayleygraph/quad v1.3.0 // indirect
	github.com/pquerna/cachecontrol v0.2.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace example.com/policymodel => ../..
