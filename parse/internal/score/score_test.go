package score

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
	"example.com/policymodel/policy/lines"
)

func readLines(t *testing.T, file string) []lines.Line {
	t.Helper()
	f, err := os.Open(file)
	require.NoError(t, err)
	defer f.Close()
	var all []lines.Line
	for l, err := range lines.Read(f) {
		require.NoError(t, err)
		all = append(all, l)
	}
	return all
}

func readFile(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	return string(text)
}

// TestFacts compares with what score.py printed for the same files.
func TestFacts(t *testing.T) {
	gold, err := Gold("testdata")
	require.NoError(t, err)
	r := Facts(gold, readLines(t, "testdata/facts.jsonl"))
	assert.Equal(t, readFile(t, "testdata/facts.txt"), r.String())
	assert.InDelta(t, 15.0/19, r.Facts.Precision, 1e-9)
	assert.InDelta(t, 15.0/20, r.Facts.Recall, 1e-9)
	assert.Equal(t, 5, r.Facts.Missing)

	var misses []string
	for _, m := range r.Misses {
		misses = append(misses, m.Doc+" "+string(m.Outcome)+" "+m.What)
	}
	assert.Equal(t, []string{
		`lantern missing data/demographic.birth-date/no`,
		`lantern evidence data/device.ip/yes`,
		`lantern regions data/identity.name/yes: want [""], got ["" "EEA"]`,
		`lantern extra data/demographic.birth-date/yes`,
		`lantern extra recipient/third-party/no`,
		`lantern regions right/access/yes: want ["" "EEA"], got ["EEA"]`,
		`lantern missing flow contact.email purpose service.order`,
		`lantern missing flow contact.email source person`,
		`lantern extra flow device.ip purpose service.order`,
		`lantern extra flow device.ip source person`,
		`lantern extra name sparrow mail`,
		`lantern missing document.legal_entity: want "Lantern Kites Ltd.", got "Lantern Ltd."`,
		`lantern extra controller pigeon post inc "EEA"`,
		`lantern missing contact phone +44 0 20 5550 0101`,
		`lantern extra contact phone +44 20 5550 0101`,
		`lantern missing transfer RU`,
		`lantern extra transfer FR`,
		`lantern extra children 16`,
		`zeewind missing data/contact.phone/yes`,
		`zeewind extra data/account/yes`,
		`zeewind missing purpose/marketing/yes`,
		`zeewind missing recipient/authority/yes`,
		`zeewind missing right/erasure/yes`,
		`zeewind extra security/encryption/yes`,
		`zeewind missing flow contact.phone source person`,
		`zeewind extra flow contact.phone purpose marketing`,
		`zeewind extra document.updated: want "", got "2020-01-01"`,
	}, misses)
}

// TestPassages compares with what passages.py printed for the same files.
func TestPassages(t *testing.T) {
	bench, err := Bench("testdata")
	require.NoError(t, err)
	r := Passages(bench, readLines(t, "testdata/passages.jsonl"))
	assert.Equal(t, sorted(readFile(t, "testdata/passages.txt")), sorted(r.String()))
	assert.InDelta(t, 11.0/13, r.Micro.F1, 1e-9)

	var misses strings.Builder
	for _, m := range r.Misses {
		misses.WriteString(m.String())
	}
	assert.Equal(t, `app.kites extra    Source of Data
    70-91 …privacy We take your name, your e-mail and your street – «nothing more. Pigeon» Post delivers, on the ground of our contract and of our leg…
app.kites extra    Processing Purpose
    97-105 …your e-mail and your street – nothing more. Pigeon Post «delivers», on the ground of our contract and of our legitimate intere…
app.kites extra    Source of Data
    70-91 …privacy We take your name, your e-mail and your street – «nothing more. Pigeon» Post delivers, on the ground of our contract and of our leg…
app.kites missing  Right to Erasure
    170-229 gold: forget you
org.chairs.v2 missing  Mandatory Data Disclosure
    0-24 gold: must
org.chairs.v2 extra    Controller Name
    26-35 …You must give your name. «A machine» decides who gets a chair. Data is kept for a year and stor…
org.chairs.v2 extra    Data Retention Period
    80-117 …ame. A machine decides who gets a chair. Data is kept for «a year and stored in Norway. Nothing» here.…
org.chairs.v2 extra    Third-country Transfers
    110-117 …ts a chair. Data is kept for a year and stored in Norway. «Nothing» here.…
`, misses.String())
}

// sorted returns the lines of text in order: passages.py leaves the order of
// equally frequent labels open.
func sorted(text string) []string {
	parts := strings.SplitAfter(text, "\n")
	slices.Sort(parts)
	return parts
}

func TestMissString(t *testing.T) {
	gold, err := Gold("testdata")
	require.NoError(t, err)
	r := Facts(gold, []lines.Line{
		{File: "/data/lantern.txt", Kind: lines.Right, ID: "copy", Start: 392, End: 400, Section: "rights"},
		{File: "lantern.txt", Kind: lines.Security, ID: "training", Start: -5, End: 9000},
	})
	var misses []string
	for _, m := range r.Misses {
		misses = append(misses, m.String())
	}
	assert.Contains(t, misses, "lantern missing  data/contact.email/yes\n    158-172 gold: e-mail address\n")
	assert.Contains(t, misses, "lantern missing  data/device.ip/yes\n    220-230 gold: IP address\n    nowhere gold: no such words\n")
	assert.Contains(t, misses, "lantern missing  document.language: want \"en\", got \"\"\n")
	i := slices.IndexFunc(misses, func(m string) bool { return strings.HasPrefix(m, "lantern extra    security/training/yes\n") })
	require.GreaterOrEqual(t, i, 0)
	assert.Regexp(t, "    -5-9000 …«LANTERN KITES PRIVACY NOTICE .* …»…\n$", misses[i])

	m := Miss{Doc: "d", Outcome: Extra, What: "x", Places: make([]Place, 6)}
	assert.Equal(t, "d extra    x\n    nowhere \n    nowhere \n    nowhere \n    nowhere \n    and 2 more\n", m.String())
}

func TestNothing(t *testing.T) {
	none := Facts(nil, nil)
	assert.Equal(t, Score{Precision: 1, Recall: 1, F1: 1}, none.Facts)
	assert.Zero(t, none.Evidence)
	assert.Zero(t, none.Regions)

	assert.Equal(t, PassageResult{}, Passages(nil, nil))
	passages := Passages([]Labelled{{Doc: "a", Passages: []Passage{{Start: 0, End: 9}}}}, []lines.Line{{File: "a.md", Kind: lines.Data, End: 2}})
	assert.Empty(t, passages.Labels, "a label without gold is not shown")
	assert.Zero(t, passages.Micro)
	assert.Len(t, passages.Misses, 1)
}

func TestScoreRated(t *testing.T) {
	tests := []struct {
		s    Score
		none float64
		want string
	}{
		{Score{}, 1, "P 1.000 R 1.000 F1 1.000"},
		{Score{}, 0, "P 0.000 R 0.000 F1 0.000"},
		{Score{Extra: 2}, 1, "P 0.000 R 1.000 F1 0.000"},
		{Score{Missing: 2}, 1, "P 1.000 R 0.000 F1 0.000"},
		{Score{Missing: 2}, 0, "P 0.000 R 0.000 F1 0.000"},
		{Score{Right: 1, Extra: 1, Missing: 2}, 1, "P 0.500 R 0.333 F1 0.400"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, tt.s.rated(tt.none).String())
	}
}

// TestSquash compares with the values of score.py's squashed.
func TestSquash(t *testing.T) {
	tests := []struct {
		raw, text string
		pos       []int
	}{
		{"", "", []int{0}},
		{"  A\t b\u00a0\r\nC ", "a b c ", []int{2, 3, 5, 6, 10, 11, 12}},
		{"a\x1c\x1fb", "a b", []int{0, 1, 3, 4}},
		{"İzmir ÉÉN", "i\u0307zmir één", []int{0, 0, 0, 2, 3, 4, 5, 6, 7, 7, 9, 9, 11, 12}},
		{"x\xffy", "x\ufffdy", []int{0, 1, 1, 1, 2, 3}},
		{"a\ufffdb", "a\ufffdb", []int{0, 1, 1, 1, 2, 3}},
		{"x\xe2\x82 y", "x\ufffd y", []int{0, 1, 1, 1, 2, 3, 4}},
		{"\xf0\x9f\x98", "\ufffd", []int{0, 0, 0, 1}},
		{"\xf1\x80\x80A", "\ufffda", []int{0, 0, 0, 1, 2}},
		{"\xe0\x80z", "\ufffd\ufffdz", []int{0, 0, 0, 1, 1, 1, 2, 3}},
		{"\xed\xa0\x80z", "\ufffd\ufffd\ufffdz", []int{0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 4}},
		{"\xf4\x90\x80\x80", "\ufffd\ufffd\ufffd\ufffd", []int{0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4}},
		{"\xf0\x80q", "\ufffd\ufffdq", []int{0, 0, 0, 1, 1, 1, 2, 3}},
		{"\xc3(", "\ufffd(", []int{0, 0, 0, 1, 2}},
		{"\xc0\xaf", "\ufffd\ufffd", []int{0, 0, 0, 1, 1, 1, 2}},
	}
	for _, tt := range tests {
		got := squash(tt.raw)
		assert.Equal(t, tt.text, got.text, "%q", tt.raw)
		assert.Equal(t, tt.pos, got.pos, "%q", tt.raw)
	}
}

func TestFind(t *testing.T) {
	tests := []struct {
		raw    string
		quotes []string
		want   []policy.Span
	}{
		{"The  KITE, the kite\nand the\u00a0Kite", []string{"the kite"}, []policy.Span{{Start: 0, End: 9}, {Start: 11, End: 19}, {Start: 24, End: 33}}},
		{"The  KITE", []string{"  THE\u00a0\n KITE ", "", " ", "kites"}, []policy.Span{{Start: 0, End: 9}}},
		{"aaaa", []string{"aa"}, []policy.Span{{Start: 0, End: 2}, {Start: 1, End: 3}, {Start: 2, End: 4}}},
		{"kite  and", []string{"kite", "kite and"}, []policy.Span{{Start: 0, End: 4}, {Start: 0, End: 9}}},
		{"", []string{"a"}, nil},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, squash(tt.raw).find(tt.quotes), "%q", tt.raw)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Uw  E-mail\xc2\xa0adres", "e-mail adres")
	f.Add("x\xe2\x82 İ", "i\u0307")
	f.Fuzz(func(t *testing.T, raw, quote string) {
		s := squash(raw)
		require.Len(t, s.pos, len(s.text)+1)
		for i := range s.text {
			require.LessOrEqual(t, s.pos[i], s.pos[i+1])
		}
		require.LessOrEqual(t, s.pos[len(s.text)], len(raw))
		for _, span := range s.find([]string{quote}) {
			require.LessOrEqual(t, 0, span.Start)
			require.LessOrEqual(t, span.Start, span.End)
		}
	})
}

func TestNorm(t *testing.T) {
	for in, want := range map[string]string{
		"Google LLC.": "google llc", "  +31 (0)20-555 ": "+31 0 20 555", "./A/.": "a", "Bureau Één": "bureau n",
		"小米": "", "\u212aelvin": "kelvin", "İ": "i", "2021-01-15": "2021 01 15", "a@B.com/": "a@b.com",
	} {
		assert.Equal(t, want, norm(in), "%q", in)
	}
}

func TestNames(t *testing.T) {
	for file, want := range map[string][2]string{
		"a/b.c.md": {"b.c.md", "b.c"}, "b.": {"b.", "b."}, ".md": {".md", ".md"}, "a/": {"a", "a"}, "": {"", ""}, "/": {"", ""}, "b": {"b", "b"},
	} {
		assert.Equal(t, want, [2]string{baseName(file), stem(file)}, "%q", file)
	}
}

func TestGoldErrors(t *testing.T) {
	dir := t.TempDir()
	_, err := Gold(dir)
	assert.ErrorContains(t, err, "no annotations in")
	_, err = Bench(dir)
	assert.ErrorIs(t, err, os.ErrNotExist)

	file := filepath.Join(dir, "gold", "a.json")
	require.NoError(t, os.Mkdir(filepath.Dir(file), 0o777))
	require.NoError(t, os.WriteFile(file, []byte(`{"doc":`), 0o666))
	_, err = Gold(dir)
	assert.ErrorContains(t, err, "a.json: unexpected end of JSON input")
	require.NoError(t, os.WriteFile(file, []byte(`{"facts":[{"quotes":5}]}`), 0o666))
	_, err = Gold(dir)
	assert.ErrorContains(t, err, "cannot unmarshal number")
	require.NoError(t, os.WriteFile(file, []byte(`{"doc":"a","file":"a.txt"}`), 0o666))
	_, err = Gold(dir)
	assert.ErrorIs(t, err, os.ErrNotExist)

	file = filepath.Join(dir, "bench", "gdpr-transparency-200.jsonl")
	require.NoError(t, os.Mkdir(filepath.Dir(file), 0o777))
	require.NoError(t, os.WriteFile(file, []byte("{\"doc\":\"a\"}\n{\"doc\":"), 0o666))
	_, err = Bench(dir)
	assert.ErrorContains(t, err, "unexpected EOF")
}
