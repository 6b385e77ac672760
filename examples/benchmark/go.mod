module example.com/policymodel/examples/benchmark

go 1.26.0

require (
	example.com/policymodel v0.0.0
	github.com/BobuSumisu/aho-corasick v1.0.3
	github.com/google/licensecheck v0.3.1
	github.com/stretchr/testify v1.12.1
	golang.org/x/text v0.43.0
)

require go.yaml.in/yaml/v3 v3.0.5 // indirect

replace example.com/policymodel => ../..
