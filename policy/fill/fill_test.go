package fill_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy/fill"
)

func ExampleReport_Write() {
	var r fill.Report
	r.Miss("controller.country", "ZZ", "the text does not say where the controller is")
	r.MissIn("device", 5, "dataDisclosed[].purposes", "", "no passage ties a purpose to this data")
	r.MissIn("location", 5, "dataDisclosed[].purposes", "", "no passage ties a purpose to this data")
	r.Lose("purpose legal.claims", "the format has no such use")
	r.Write(os.Stdout)
	// Output:
	// controller.country: no evidence: the text does not say where the controller is; written as "ZZ"
	// dataDisclosed[].purposes: no evidence in 2 of 5 (device, location): no passage ties a purpose to this data
	// not expressed: the format has no such use: purpose legal.claims
}

func TestReport(t *testing.T) {
	var r fill.Report
	var b strings.Builder
	require.NoError(t, r.Write(&b))
	assert.Empty(t, b.String(), "the zero report is complete")

	r.Miss("meta.url", "", "unknown")
	r.MissIn("a", 2, "list[].x", "", "no x")
	r.MissIn("b", 2, "list[].x", "", "no x")
	r.MissIn("b", 2, "list[].x", "ZZ", "no x")
	r.MissIn("b", 2, "list[].y", "", "no x")
	assert.Equal(t, []fill.Gap{
		{Field: "meta.url", Reason: "unknown"},
		{Field: "list[].x", In: []string{"a", "b"}, Of: 2, Reason: "no x"},
		{Field: "list[].x", In: []string{"b"}, Of: 2, Written: "ZZ", Reason: "no x"},
		{Field: "list[].y", In: []string{"b"}, Of: 2, Reason: "no x"},
	}, r.Gaps)
	assert.True(t, r.Has("list[].y"))
	assert.False(t, r.Has("list[].z"))

	for _, what := range []string{"data flight", "data content", "data flight"} {
		r.Lose(what, "no key")
	}
	r.Lose("data flight", "denied")
	assert.Equal(t, []fill.Loss{
		{What: []string{"data flight", "data content"}, Reason: "no key"},
		{What: []string{"data flight"}, Reason: "denied"},
	}, r.Losses)

	var long fill.Report
	for i := range 12 {
		long.MissIn(string(rune('a'+i)), 12, "list[].x", "", "no x")
	}
	b.Reset()
	require.NoError(t, long.Write(&b))
	assert.Equal(t, "list[].x: no evidence in 12 of 12 (a, b, c, d, e, f, g, h, i, j and 2 more): no x\n", b.String())
	assert.Len(t, long.Gaps[0].In, 12)

	broken := errors.New("broken")
	assert.ErrorIs(t, r.Write(failing{broken}), broken)
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
