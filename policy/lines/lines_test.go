package lines_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/lines"
	"example.com/policymodel/taxonomy"
)

func at(start, end, passage int) policy.Mention {
	return policy.Mention{Span: policy.Span{Start: start, End: end}, Passage: passage}
}

func under(c policy.Condition, m policy.Mention) policy.Mention {
	m.Condition = c
	return m
}

func stated(m ...policy.Mention) policy.Fact { return policy.Fact{Mentions: m} }

// everything is a policy with a fact of each facet and a record of each kind.
func everything() *policy.Policy {
	return &policy.Policy{
		Document: policy.Document{
			Language: language.Dutch, Title: "Privacybeleid", Organisation: "Duin & Strand", LegalEntity: "Duin en Strand B.V.",
			Updated: policy.Date{Year: 2024, Month: 3, Day: 1}, Profile: "generic",
			Body: policy.Span{Start: 5, End: 900},
		},
		Sections: []policy.Section{
			{Parent: -1, Span: policy.Span{Start: 100, End: 300}, Kind: policy.SectionCollection},
			{Parent: 0, Span: policy.Span{Start: 200, End: 300}},
			{Parent: -1, Span: policy.Span{Start: 300, End: 900}},
		},
		Passages: []policy.Passage{
			{Span: policy.Span{Start: 5, End: 90}, Section: -1},
			{Span: policy.Span{Start: 110, End: 190}, Section: 0},
			{Span: policy.Span{Start: 210, End: 290}, Section: 1},
			{Span: policy.Span{Start: 310, End: 890}, Section: 2},
		},
		Data: []policy.DataCategory{{ID: taxonomy.DataContactEmail, Sources: []taxonomy.Source{taxonomy.SourcePerson},
			Fact: stated(at(120, 126, 1), under(policy.OnConsent, at(220, 226, 2)))}},
		Purposes:   []policy.Purpose{{ID: taxonomy.PurposeServiceOrder, Fact: stated(at(130, 140, 1))}},
		LegalBases: []policy.LegalBasis{{ID: taxonomy.LegalBasisConsent, Fact: stated(at(141, 150, 1))}},
		Recipients: []policy.Recipient{
			{ID: taxonomy.RecipientThirdParty, Fact: policy.Fact{Polarity: policy.No, Region: policy.California, Mentions: []policy.Mention{at(320, 330, 3)}}},
			{ID: taxonomy.RecipientProviderAnalytics, Name: "Meetwerk <NL>", Fact: stated(at(331, 340, 3))},
		},
		Sources:       []policy.DataSource{{ID: taxonomy.SourceAutomatic, Fact: stated(at(341, 350, 3))}},
		Subjects:      []policy.DataSubject{{ID: taxonomy.SubjectEmployee, Fact: stated(at(345, 350, 3))}},
		Retention:     []policy.Retention{{ID: taxonomy.RetentionFixedPeriod, Period: "P3Y", Fact: stated(at(351, 360, 3))}},
		Disposal:      []policy.Disposal{{ID: taxonomy.DisposalDeletion, Fact: stated(at(361, 370, 3))}},
		Rights:        []policy.Right{{ID: taxonomy.RightAccess, Fact: policy.Fact{Region: policy.EEA, Mentions: []policy.Mention{at(371, 380, 3)}}}},
		Safeguards:    []policy.Safeguard{{ID: taxonomy.SafeguardStandardContractualClauses, Fact: stated(at(381, 390, 3))}},
		Security:      []policy.SecurityMeasure{{ID: taxonomy.SecurityCertification, Name: "ISO/IEC 27001:2013", Fact: stated(at(391, 400, 3))}},
		Technologies:  []policy.Technology{{ID: taxonomy.TechnologyCookie, Fact: stated(at(401, 410, 3))}},
		ChangeNotices: []policy.ChangeNotice{{ID: taxonomy.ChangeNoticeEmail, Fact: stated(at(411, 420, 3))}},
		Statements:    []policy.Statement{{ID: taxonomy.StatementSaleNo, Fact: stated(at(421, 430, 3))}},
		Parties:       []policy.Party{{Name: "Duin en Strand B.V.", Role: policy.Controller, Country: "NL", Region: policy.EEA, Mentions: []policy.Mention{at(10, 29, 0)}}},
		Contacts:      []policy.Contact{{Type: policy.Email, Value: "fg@duin.example", Role: policy.DataProtectionOfficer, Mentions: []policy.Mention{at(431, 440, 3)}}},
		Transfers:     []policy.Transfer{{Country: "RU", Localised: true, Mentions: []policy.Mention{at(441, 450, 3)}}},
		Children:      []policy.ChildAge{{Age: 16, Mentions: []policy.Mention{at(451, 460, 3)}}},
		Flows: []policy.Flow{{Span: policy.Span{Start: 470, End: 890}}, {
			Span: policy.Span{Start: 210, End: 290}, Region: policy.EEA,
			Data: []taxonomy.Data{taxonomy.DataContactEmail}, Sources: []taxonomy.Source{taxonomy.SourcePerson},
			Purposes: []taxonomy.Purpose{taxonomy.PurposeServiceOrder}, Recipients: []taxonomy.Recipient{taxonomy.RecipientGroup},
			LegalBases: []taxonomy.LegalBasis{taxonomy.LegalBasisContract},
		}},
	}
}

const everythingLines = `{"file":"d.txt","kind":"document","language":"nl","title":"Privacybeleid","organisation":"Duin & Strand","legal_entity":"Duin en Strand B.V.","updated":"2024-03-01","profile":"generic","start":5,"end":900}
{"file":"d.txt","kind":"controller","name":"Duin en Strand B.V.","country":"NL","role":"controller","region":"EEA","start":10,"end":29}
{"file":"d.txt","kind":"data","id":"contact.email","polarity":"yes","sources":["person"],"start":120,"end":126,"section":"collection"}
{"file":"d.txt","kind":"purpose","id":"service.order","polarity":"yes","start":130,"end":140,"section":"collection"}
{"file":"d.txt","kind":"legal-basis","id":"consent","polarity":"yes","start":141,"end":150,"section":"collection"}
{"file":"d.txt","kind":"flow","data":["contact.email"],"sources":["person"],"purposes":["service.order"],"recipients":["group"],"legal_bases":["contract"],"region":"EEA","start":210,"end":290,"section":"collection"}
{"file":"d.txt","kind":"data","id":"contact.email","polarity":"yes","condition":"consent","sources":["person"],"start":220,"end":226,"section":"collection"}
{"file":"d.txt","kind":"recipient","id":"third-party","polarity":"no","region":"US-CA","start":320,"end":330,"section":"other"}
{"file":"d.txt","kind":"recipient","id":"provider.analytics","polarity":"yes","name":"Meetwerk <NL>","start":331,"end":340,"section":"other"}
{"file":"d.txt","kind":"source","id":"automatic","polarity":"yes","start":341,"end":350,"section":"other"}
{"file":"d.txt","kind":"retention","id":"fixed-period","polarity":"yes","period":"P3Y","start":351,"end":360,"section":"other"}
{"file":"d.txt","kind":"disposal","id":"deletion","polarity":"yes","start":361,"end":370,"section":"other"}
{"file":"d.txt","kind":"right","id":"access","polarity":"yes","region":"EEA","start":371,"end":380,"section":"other"}
{"file":"d.txt","kind":"safeguard","id":"standard-contractual-clauses","polarity":"yes","start":381,"end":390,"section":"other"}
{"file":"d.txt","kind":"security","id":"certification","polarity":"yes","start":391,"end":400,"section":"other"}
{"file":"d.txt","kind":"technology","id":"cookie","polarity":"yes","start":401,"end":410,"section":"other"}
{"file":"d.txt","kind":"change-notice","id":"email","polarity":"yes","start":411,"end":420,"section":"other"}
{"file":"d.txt","kind":"statement","id":"sale.no","polarity":"yes","start":421,"end":430,"section":"other"}
{"file":"d.txt","kind":"contact","role":"data-protection-officer","type":"email","value":"fg@duin.example","start":431,"end":440,"section":"other"}
{"file":"d.txt","kind":"transfer","country":"RU","localisation":true,"start":441,"end":450,"section":"other"}
{"file":"d.txt","kind":"children","age":16,"start":451,"end":460,"section":"other"}
{"file":"d.txt","kind":"flow","start":470,"end":890,"section":"other"}
`

func TestWrite(t *testing.T) {
	var buf bytes.Buffer
	require.NoError(t, lines.Write(&buf, "d.txt", everything()))
	want, got := strings.Split(everythingLines, "\n"), strings.Split(buf.String(), "\n")
	for i := range min(len(want), len(got)) {
		assert.Equal(t, want[i], got[i])
	}
	assert.Len(t, got, len(want))
}

// TestKeys holds the keys of each kind of line against the format's table.
func TestKeys(t *testing.T) {
	common := []string{"file", "kind", "start", "end", "section"}
	with := func(keys []string, more ...string) []string { return slices.Concat(keys, more) }
	fact := with(common, "id", "polarity", "region", "condition")
	keys := map[lines.Kind][]string{
		lines.Document:   {"file", "kind", "start", "end", "language", "title", "organisation", "legal_entity", "updated", "profile"},
		lines.Data:       with(fact, "sources"),
		lines.Recipient:  with(fact, "name"),
		lines.Retention:  with(fact, "period"),
		lines.Controller: with(common, "name", "country", "region", "role"),
		lines.Contact:    with(common, "type", "value", "region", "role"),
		lines.Transfer:   with(common, "country", "localisation"),
		lines.Children:   with(common, "age"),
		lines.Flow:       with(common, "data", "sources", "purposes", "recipients", "legal_bases", "region"),
	}
	for l := range lines.All(everything(), "d.txt") {
		allowed, ok := keys[l.Kind]
		if !ok {
			allowed = fact
			assert.Contains(t, facets(), string(l.Kind))
		}
		text, err := json.Marshal(l)
		require.NoError(t, err)
		var object map[string]any
		require.NoError(t, json.Unmarshal(text, &object))
		for key := range object {
			assert.Contains(t, allowed, key, "%s", text)
		}
	}
}

func facets() []string {
	var names []string
	for f := range taxonomy.Facets() {
		names = append(names, string(f))
	}
	return names
}

func TestWriteSparse(t *testing.T) {
	tests := []struct {
		name string
		p    policy.Policy
		want string
	}{
		{"the zero policy", policy.Policy{}, `{"file":"a","kind":"document","start":0,"end":0}` + "\n"},
		{
			"a mention without a passage",
			policy.Policy{Rights: []policy.Right{{ID: "access", Fact: stated(at(3, 9, 7))}, {ID: "erasure", Fact: stated(at(1, 2, -1))}}},
			`{"file":"a","kind":"document","start":0,"end":0}
{"file":"a","kind":"right","id":"erasure","polarity":"yes","start":1,"end":2}
{"file":"a","kind":"right","id":"access","polarity":"yes","start":3,"end":9}
`,
		},
		{
			"equal places keep the order of kinds, shorter ones come first",
			policy.Policy{
				Purposes: []policy.Purpose{{ID: "marketing", Fact: stated(at(3, 9, 0), at(3, 5, 0))}},
				Data:     []policy.DataCategory{{ID: "contact", Fact: stated(at(3, 9, 0))}},
			},
			`{"file":"a","kind":"document","start":0,"end":0}
{"file":"a","kind":"purpose","id":"marketing","polarity":"yes","start":3,"end":5}
{"file":"a","kind":"data","id":"contact","polarity":"yes","start":3,"end":9}
{"file":"a","kind":"purpose","id":"marketing","polarity":"yes","start":3,"end":9}
`,
		},
		{
			"bytes that are not UTF-8",
			policy.Policy{Parties: []policy.Party{{Name: "A\xff", Mentions: []policy.Mention{at(0, 2, 0)}}}},
			`{"file":"a","kind":"document","start":0,"end":0}` + "\n" + `{"file":"a","kind":"controller","name":"A\ufffd","start":0,"end":2}` + "\n",
		},
		{
			"a section that claims to be its own parent",
			policy.Policy{
				Sections: []policy.Section{{Parent: 0}},
				Passages: []policy.Passage{{Section: 0}},
				Flows:    []policy.Flow{{Span: policy.Span{Start: 0, End: 4}}},
			},
			`{"file":"a","kind":"document","start":0,"end":0}` + "\n" + `{"file":"a","kind":"flow","start":0,"end":4,"section":"other"}` + "\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var buf bytes.Buffer
			require.NoError(t, lines.Write(&buf, "a", &tt.p))
			assert.Equal(t, tt.want, buf.String())
		})
	}
}

func TestWriteError(t *testing.T) {
	failed := errors.New("disk full")
	err := lines.Write(brokenWriter{failed}, "a", everything())
	assert.ErrorIs(t, err, failed)
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestAllStops(t *testing.T) {
	all := slices.Collect(lines.All(everything(), "d.txt"))
	require.Len(t, all, strings.Count(everythingLines, "\n"))
	for n := 1; n <= len(all); n++ {
		var got []lines.Line
		for l := range lines.All(everything(), "d.txt") {
			if got = append(got, l); len(got) == n {
				break
			}
		}
		assert.Equal(t, all[:n], got)
	}
}

func TestReadWhatIsWritten(t *testing.T) {
	var got []lines.Line
	for l, err := range lines.Read(strings.NewReader(everythingLines)) {
		require.NoError(t, err)
		got = append(got, l)
	}
	assert.Equal(t, slices.Collect(lines.All(everything(), "d.txt")), got)
}

func TestRead(t *testing.T) {
	_, dateErr := policy.ParseDate("soon")
	tests := []struct {
		name, text string
		want       []string // kinds, or errors
	}{
		{"nothing", "", nil},
		{"empty lines, no newline at the end", "\n \r\n{\"kind\":\"data\"}\r\n\n{\"kind\":\"right\"}", []string{"data", "right"}},
		{"keys of a newer format", `{"kind":"data","weight":0.5,"words":["x"]}`, []string{"data"}},
		{"goes on after an error", "{\n{\"kind\":\"right\"}", []string{"lines: line 1: unexpected end of JSON input", "right"}},
		{"two objects in a line", `{"kind":"data"}{"kind":"data"}`, []string{"lines: line 1: invalid character '{' after top-level value"}},
		{"no object", "\n[]", []string{"lines: line 2: json: cannot unmarshal array into Go value of type lines.Line"}},
		{"no kind", `{"id":"contact"}`, []string{"lines: line 1: no kind"}},
		{"polarity", `{"kind":"data","polarity":"maybe"}`, []string{`lines: line 1: polarity "maybe" is neither yes nor no`}},
		{"inverted place", `{"kind":"data","start":5,"end":4}`, []string{"lines: line 1: no place in a text: 5-4"}},
		{"negative place", `{"kind":"data","start":-1,"end":4}`, []string{"lines: line 1: no place in a text: -1-4"}},
		{"date", `{"kind":"document","updated":"soon"}`, []string{"lines: line 1: " + dateErr.Error()}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for l, err := range lines.Read(strings.NewReader(tt.text)) {
				if err != nil {
					assert.Zero(t, l)
					got = append(got, err.Error())
				} else {
					got = append(got, string(l.Kind))
				}
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestReadError(t *testing.T) {
	failed := errors.New("gone")
	r := io.MultiReader(strings.NewReader("{\"kind\":\"data\"}\n{\"kind\":"), iotest.ErrReader(failed))
	var errs []error
	for _, err := range lines.Read(r) {
		errs = append(errs, err)
	}
	require.Len(t, errs, 2)
	assert.NoError(t, errs[0])
	assert.ErrorIs(t, errs[1], failed)
}

func TestReadStops(t *testing.T) {
	n := 0
	for range lines.Read(strings.NewReader(everythingLines)) {
		if n++; n == 3 {
			break
		}
	}
	assert.Equal(t, 3, n)
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(everythingLines))
	f.Add([]byte("{\"kind\":\"data\",\"polarity\":\"no\",\"start\":1,\"end\":2}\n\n{]\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		n := 0
		for l, err := range lines.Read(bytes.NewReader(text)) {
			n++
			if err != nil {
				assert.Zero(t, l)
				continue
			}
			assert.NotEmpty(t, l.Kind)
			assert.LessOrEqual(t, 0, l.Start)
			assert.LessOrEqual(t, l.Start, l.End)
			again, err := json.Marshal(l)
			require.NoError(t, err)
			for m, err := range lines.Read(bytes.NewReader(again)) {
				require.NoError(t, err)
				text, err := json.Marshal(m)
				require.NoError(t, err)
				assert.Equal(t, string(again), string(text))
			}
		}
		assert.LessOrEqual(t, n, bytes.Count(text, []byte("\n"))+1)
	})
}

func BenchmarkWrite(b *testing.B) {
	p := everything()
	b.SetBytes(int64(len(everythingLines)))
	b.ReportAllocs()
	for b.Loop() {
		if err := lines.Write(io.Discard, "d.txt", p); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	b.SetBytes(int64(len(everythingLines)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range lines.Read(strings.NewReader(everythingLines)) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func ExampleWrite() {
	p := &policy.Policy{
		Document: policy.Document{Language: language.English, Organisation: "Kite Shop", Body: policy.Span{Start: 0, End: 61}},
		Data: []policy.DataCategory{{
			ID:      taxonomy.DataContactEmail,
			Sources: []taxonomy.Source{taxonomy.SourcePerson},
			Fact:    policy.Fact{Mentions: []policy.Mention{{Span: policy.Span{Start: 23, End: 37}}}},
		}},
	}
	if err := lines.Write(os.Stdout, "kites.txt", p); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"file":"kites.txt","kind":"document","language":"en","organisation":"Kite Shop","start":0,"end":61}
	// {"file":"kites.txt","kind":"data","id":"contact.email","polarity":"yes","sources":["person"],"start":23,"end":37}
}

func ExampleAll() {
	p, err := parse.Parse("With your consent, we keep your e-mail address for 30 days.", nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for l := range lines.All(p, "kites.txt") {
		fmt.Println(l.Kind, l.ID, l.Period, l.Condition, l.Span())
	}
	// Output:
	// document    0-59
	// legal-basis consent  consent 0-17
	// flow    0-58
	// data contact.email  consent 32-46
	// retention fixed-period P30D consent 51-58
}

func ExampleRead() {
	in := strings.NewReader(`{"file":"kites.txt","kind":"data","id":"contact.email","start":23,"end":37}
{"file":"kites.txt","kind":"right","id":"erasure","polarity":"no","start":80,"end":95}
`)
	for l, err := range lines.Read(in) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(l.Kind, l.ID, l.Polarity, l.Span())
	}
	// Output:
	// data contact.email  23-37
	// right erasure no 80-95
}
