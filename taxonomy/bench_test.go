package taxonomy_test

import (
	"testing"

	"golang.org/x/text/language"

	"example.com/policymodel/taxonomy"
)

func BenchmarkValid(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if !taxonomy.DataDeviceIdentifierIMEI.Valid() {
			b.Fatal("not valid")
		}
	}
}

func BenchmarkIs(b *testing.B) {
	id, ancestor := taxonomy.DataDeviceIdentifierIMEI, taxonomy.DataDevice
	b.ReportAllocs()
	for b.Loop() {
		if !id.Is(ancestor) {
			b.Fatal("is not")
		}
	}
}

func BenchmarkParent(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := taxonomy.DataDeviceIdentifierIMEI.Parent(); !ok {
			b.Fatal("no parent")
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := taxonomy.Lookup(taxonomy.FacetTechnology, "local-storage"); !ok {
			b.Fatal("not found")
		}
	}
}

func BenchmarkLabel(b *testing.B) {
	for _, s := range []string{"nl", "nl-BE"} {
		tag := language.MustParse(s)
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if taxonomy.RightErasure.Label(tag) != "Recht op vergetelheid" {
					b.Fatal("wrong label")
				}
			}
		})
	}
}
