package jurisdiction_test

import (
	"testing"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/parse"
)

var seeds = []string{dji2014, dji2021, djiDutch, kaios2017, xiaomi2021}

// BenchmarkAssess assesses each of the five texts under all four laws of one day;
// compare with BenchmarkParse.
func BenchmarkAssess(b *testing.B) {
	on := day(b, today)
	for _, file := range seeds {
		p := seed(b, file)
		b.Run(file, func(b *testing.B) {
			b.SetBytes(int64(p.Source.Bytes))
			b.ReportAllocs()
			for b.Loop() {
				for _, c := range jurisdiction.All() {
					if _, err := jurisdiction.Assess(p, c, on); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

func BenchmarkParse(b *testing.B) {
	for _, file := range seeds {
		text := corpusText(b, "corpus", "seeds", file)
		b.Run(file, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := parse.Parse(text, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
