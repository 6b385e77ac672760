package score

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse/internal/corpus"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/lines"
	"example.com/policymodel/taxonomy"
)

// references returns the folder with the annotations and the reference
// implementations, and skips t where there are none.
func references(t *testing.T) string {
	t.Helper()
	dir := corpus.Path(t)
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("no python3 to run the reference with")
	}
	return dir
}

// reference runs a reference implementation on lines and returns what it prints.
func reference(t *testing.T, script string, found []lines.Line, before, after []string) string {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "facts.jsonl"))
	require.NoError(t, err)
	enc := json.NewEncoder(file)
	for _, l := range found {
		require.NoError(t, enc.Encode(l))
	}
	require.NoError(t, file.Close())
	args := slices.Concat([]string{script}, before, []string{file.Name()}, after)
	cmd := exec.Command("python3", args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	return string(out)
}

// A noise makes lines that are not quite those of the annotations.
type noise struct{ *rand.Rand }

func (n noise) once(in int) bool { return n.IntN(in) == 0 }

func (n noise) place(text string) (start, end int) {
	start = n.IntN(len(text))
	return start, min(start+n.IntN(40), len(text))
}

// lines returns lines for most of what d's annotation holds and some others.
func (n noise) lines(d *Document) []lines.Line {
	text := squash(d.Text)
	var all []lines.Line
	add := func(quotes []string, l lines.Line) {
		if n.once(8) {
			return
		}
		l.File = "some/where/" + d.File
		if n.once(10) {
			l.Region = policy.Region([]string{"", "EEA", "IN"}[n.IntN(3)])
		}
		l.Start, l.End = n.place(d.Text)
		if spans := text.find(quotes); len(spans) > 0 && !n.once(6) {
			span := spans[n.IntN(len(spans))]
			l.Start, l.End = span.Start, min(span.End, span.Start+1+n.IntN(30))
		}
		all = append(all, l)
	}
	about := lines.Line{Kind: lines.Document, Language: d.Language, Organisation: d.About.Organisation, LegalEntity: strings.ToUpper(d.About.LegalEntity)}
	if err := about.Updated.UnmarshalText([]byte(d.About.Updated)); err != nil || n.once(3) {
		about.Updated = policy.Date{Year: 2020, Month: 2, Day: 1}
	}
	add(nil, about)
	for _, f := range d.Facts {
		l := lines.Line{Kind: f.Facet, ID: f.ID, Polarity: f.Polarity, Region: policy.Region(f.Region), Name: f.Name}
		if n.once(10) {
			l.Polarity = "no"
		}
		if n.once(10) {
			l.ID += ".more"
		}
		for range 1 + n.IntN(2) {
			add(f.Quotes, l)
		}
	}
	for _, f := range d.Flows {
		add(f.Quote, lines.Line{
			Kind: lines.Flow, Data: as[taxonomy.Data](f.Data), Sources: as[taxonomy.Source](f.Sources), Purposes: as[taxonomy.Purpose](f.Purposes),
			Recipients: as[taxonomy.Recipient](f.Recipients), LegalBases: []taxonomy.LegalBasis{"consent"},
		})
	}
	for _, c := range d.Controllers {
		add(c.Quote, lines.Line{Kind: lines.Controller, Name: c.Name, Region: policy.Region(c.Region)})
	}
	for _, c := range d.Contacts {
		add(c.Quote, lines.Line{Kind: lines.Contact, Type: policy.ContactType(c.Type), Value: c.Value + "."})
	}
	for _, c := range slices.Concat(d.Transfers.Destinations, []string{"NL"}) {
		add(d.Transfers.Quotes, lines.Line{Kind: lines.Transfer, Country: c, Localisation: n.once(3)})
	}
	for _, c := range d.Children {
		add(c.Quote, lines.Line{Kind: lines.Children, Age: c.Age + n.IntN(2)})
	}
	return all
}

func as[T ~string](ids []string) []T {
	var all []T
	for _, id := range ids {
		all = append(all, T(id))
	}
	return all
}

func TestFactsReference(t *testing.T) {
	dir := references(t)
	gold, err := Gold(dir)
	require.NoError(t, err)
	files, err := filepath.Glob(filepath.Join(dir, "gold", "*.json"))
	require.NoError(t, err)
	var args []string
	for i, file := range files {
		args = append(args, file, filepath.Join(dir, "corpus", "seeds", gold[i].File))
	}
	script := filepath.Join(dir, "score", "score.py")
	for seed := range uint64(5) {
		n := noise{rand.New(rand.NewPCG(seed, 1))}
		var found []lines.Line
		for i := range gold {
			found = append(found, n.lines(&gold[i])...)
		}
		r := Facts(gold, found)
		assert.Equal(t, reference(t, script, found, nil, args), r.String())
		assert.Greater(t, r.Facts.F1, 0.5)
		assert.Less(t, r.Facts.F1, 0.99)

		// The reference lists fewer misses: no flows, no evidence, no date that
		// should not be there.
		want := strings.TrimPrefix(reference(t, script, found, nil, append(args, "--misses")), r.String())
		listed := slices.DeleteFunc(r.Misses, func(m Miss) bool {
			return m.Outcome == Evidence || strings.HasPrefix(m.What, "flow ") || strings.HasPrefix(m.What, `document.updated: want ""`)
		})
		assert.Equal(t, strings.Count(want, "\n"), len(listed))
	}
}

func TestPassagesReference(t *testing.T) {
	dir := references(t)
	bench, err := Bench(dir)
	require.NoError(t, err)
	ids := map[lines.Kind][]string{
		lines.Data: {"contact"}, lines.Purpose: {"service"}, lines.LegalBasis: {"consent", "legitimate-interests"}, lines.Recipient: {"group"},
		lines.Source: {"person"}, lines.Retention: {"fixed-period"}, lines.Disposal: {"deletion"}, lines.Safeguard: {"adequacy"},
		lines.Right: {
			"access", "copy", "know.categories", "rectification", "erasure", "restriction", "portability", "objection.marketing", "withdraw-consent",
			"complaint", "information",
		},
		lines.Statement: {"mandatory", "automated-decisions", "profiling", "sale.no"}, lines.Security: {"encryption"},
		lines.Controller: {""}, lines.Contact: {""}, lines.Transfer: {""}, lines.Flow: {""}, lines.Document: {""},
	}
	var kinds []lines.Kind
	for k := range ids {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	for seed := range uint64(3) {
		n := noise{rand.New(rand.NewPCG(seed, 2))}
		var found []lines.Line
		for _, d := range bench {
			for range len(d.Passages) {
				l := lines.Line{File: "b/" + d.Doc + ".md", Kind: kinds[n.IntN(len(kinds))]}
				l.ID = ids[l.Kind][n.IntN(len(ids[l.Kind]))]
				if n.once(3) {
					l.Role = policy.DataProtectionOfficer
				}
				l.Start, l.End = n.place(d.Text)
				found = append(found, l)
			}
		}
		r := Passages(bench, found)
		script := filepath.Join(dir, "score", "passages.py")
		labelled := filepath.Join(dir, "bench", "gdpr-transparency-200.jsonl")
		assert.Equal(t, sorted(reference(t, script, found, []string{labelled}, nil)), sorted(r.String()))
		assert.Greater(t, r.Micro.F1, 0.01)
	}
}
