package parse_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
	"example.com/policymodel/parse/internal/corpus"
	"example.com/policymodel/parse/internal/score"
	"example.com/policymodel/policy/lines"
)

// Floors: what is reached, rounded down. Raise one when it is passed; never
// lower one.
var (
	factFloors = map[string]float64{ // F1 by document, "" for all
		"": 0.99, "dji-en-2014": 0.98, "dji-en-2021": 0.99, "dji-nl": 0.99, "kaios-nl-2017": 0.97, "xiaomi-nl-2021": 0.98,
	}
	flowFloor     = 0.85
	recordFloor   = 0.99
	nameFloor     = 0.93
	evidenceFloor = 0.99
	regionFloor   = 0.97

	// profileGap is by how much facts F1 may differ without the profiles.
	profileGap = 0.03

	passageMicroFloor, passageMacroFloor, passagePrecisionFloor = 0.73, 0.65, 0.75
)

// parseGold returns the facts that cfg finds in the annotated texts.
func parseGold(t *testing.T, cfg *parse.Config) ([]score.Document, []lines.Line) {
	t.Helper()
	gold, err := score.Gold(corpus.Path(t))
	require.NoError(t, err)
	p, err := parse.New(cfg)
	require.NoError(t, err)
	var found []lines.Line
	for _, d := range gold {
		pol, err := p.Parse(d.Text)
		require.NoError(t, err, d.Doc)
		for l := range lines.All(pol, d.File) {
			found = append(found, l)
		}
	}
	return gold, found
}

func TestGold(t *testing.T) {
	r := score.Facts(parseGold(t, nil))
	t.Logf("\n%s", r)
	atLeast := func(what string, floor, got float64) {
		t.Helper()
		assert.GreaterOrEqual(t, got, floor, what)
	}
	atLeast("facts", factFloors[""], r.Facts.F1)
	for _, d := range r.Documents {
		floor, ok := factFloors[d.Name]
		assert.True(t, ok, "no floor for %s", d.Name)
		atLeast(d.Name, floor, d.F1)
	}
	atLeast("flows", flowFloor, r.Flows.F1)
	atLeast("records", recordFloor, r.Records.F1)
	atLeast("names", nameFloor, r.Names.F1)
	atLeast("evidence", evidenceFloor, r.Evidence)
	atLeast("regions", regionFloor, r.Regions)
}

func TestGoldWithoutProfile(t *testing.T) {
	with := score.Facts(parseGold(t, nil))
	without := score.Facts(parseGold(t, &parse.Config{Profile: parse.Generic}))
	assert.InDelta(t, with.Facts.F1, without.Facts.F1, profileGap)
}

func TestPassages(t *testing.T) {
	bench, err := score.Bench(corpus.Path(t))
	require.NoError(t, err)
	p, err := parse.New(nil)
	require.NoError(t, err)
	var found []lines.Line
	for _, d := range bench {
		pol, err := p.Parse(d.Text)
		require.NoError(t, err, d.Doc)
		require.NoError(t, pol.Check(), d.Doc)
		for l := range lines.All(pol, d.Doc+".md") {
			found = append(found, l)
		}
	}
	r := score.Passages(bench, found)
	t.Logf("\n%s", r)
	assert.GreaterOrEqual(t, r.Micro.F1, passageMicroFloor)
	assert.GreaterOrEqual(t, r.MacroF1, passageMacroFloor)
	assert.GreaterOrEqual(t, r.Micro.Precision, passagePrecisionFloor)
}
