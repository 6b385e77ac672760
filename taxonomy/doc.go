// Package taxonomy names what a privacy policy can say.
package taxonomy

//go:generate go run gen.go

// Version is the version of the taxonomy.
const Version = "1.0.0"
