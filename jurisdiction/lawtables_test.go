package jurisdiction

import (
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// provisions returns the provisions of every table of law.
func provisions() []Provision {
	var ps []Provision
	for _, r := range requirementTable() {
		ps = append(ps, r.Provision)
	}
	for _, r := range rightTable() {
		ps = append(ps, r.Provision)
	}
	for _, b := range basisTable() {
		ps = append(ps, b.Provision)
	}
	for _, d := range decisionTable() {
		ps = append(ps, d.Provision)
	}
	for _, m := range mechanismTable() {
		ps = append(ps, m.Provision)
	}
	for _, c := range clauseTable() {
		ps = append(ps, c.Provision)
	}
	for _, c := range categoryTable() {
		ps = append(ps, c.Provision)
	}
	for _, r := range ruleTable() {
		ps = append(ps, r.Provision)
	}
	return ps
}

var provisionID = regexp.MustCompile(`^[a-z0-9]+([.-][A-Za-z0-9.]+)*$`)

func TestProvisions(t *testing.T) {
	for code, what := range sources() {
		assert.NotEmpty(t, what, code)
	}
	seen := map[string]bool{}
	laws := map[string]bool{}
	for _, l := range tables().laws {
		laws[l.ID] = true
	}
	for _, p := range provisions() {
		assert.False(t, seen[p.ID], "%s twice", p.ID)
		assert.False(t, laws[p.ID], "%s is a law", p.ID)
		seen[p.ID] = true
		assert.Regexp(t, provisionID, p.ID)
		assert.True(t, p.Jurisdiction.Valid(), p.ID)
		checkInterval(t, p.Interval, p.ID)
		checkMark(t, p.Mark, p.ID)
		if p.Source == "" {
			assert.NotEmpty(t, p.Mark, "%s has neither source nor mark", p.ID)
		}
		if p.Mark != "" && p.Source != "" && p.Mark != FromMemory {
			assert.NotEmpty(t, p.Note, "%s: what is %s?", p.ID, p.Mark)
		}
		assert.NotContains(t, p.Text, "`", p.ID)
	}
	for _, a := range ageTable() {
		assert.False(t, seen[a.ID], "%s twice", a.ID)
		seen[a.ID] = true
		checkInterval(t, a.Interval, a.ID)
		checkMark(t, a.Mark, a.ID)
		assert.True(t, a.Years >= 13 && a.Years <= 18, a.ID)
		assert.NotEmpty(t, a.Citation, a.ID)
	}
	assert.Greater(t, len(seen), 500)
}

// Every requirement has a citation, a text, evidence that the model knows and,
// where it is conditional, a condition.
func TestRequirementTable(t *testing.T) {
	laws := map[string]bool{"": true}
	for _, l := range tables().laws {
		laws[l.ID] = true
	}
	words := map[string]bool{}
	for _, list := range wordFinder().phrases {
		for _, w := range list {
			words[w.topic] = true
		}
	}
	jurisdictions := 0
	var last Code
	for i := range requirementTable() {
		r := &requirementTable()[i]
		if r.Jurisdiction != last {
			jurisdictions, last = jurisdictions+1, r.Jurisdiction
		}
		assert.NotEmpty(t, r.Text, r.ID)
		assert.True(t, laws[r.Law], "%s: law %s", r.ID, r.Law)
		assert.False(t, r.Interval.From.IsZero(), r.ID)
		assert.Contains(t, []Need{Mandatory, Conditional, Recommended, OnRequest}, r.Need, r.ID)
		assert.Equal(t, r.Need == Conditional || r.Need == OnRequest, r.Condition != "", r.ID)
		for _, c := range r.citation {
			assert.NotEmpty(t, c.what, r.ID)
		}
		checkHistory(t, r.ID, r.Interval, r.citation)
		checkHistory(t, r.ID, r.Interval, r.evidence)
		checkHistory(t, r.ID, r.Interval, r.when)
		for _, w := range r.when {
			assert.Equal(t, r.Condition != "", w.what.notation != always, r.ID)
			checkExpr(t, r.ID, w.what.expr, words)
		}
		for _, e := range r.evidence {
			require.NotEmpty(t, e.what.expr, r.ID)
			checkExpr(t, r.ID, e.what.expr, words)
		}
	}
	assert.Equal(t, len(All()), jurisdictions, "those of a jurisdiction stand together")
	for id := range officers {
		_, ok := requirement(id)
		assert.True(t, ok, id)
	}
	for id := range transferRows {
		_, ok := requirement(id)
		assert.True(t, ok, id)
	}
	for topic := range words {
		assert.NotEmpty(t, topics[topic])
	}
}

func requirement(id string) (*requirementRow, bool) {
	for i := range requirementTable() {
		if requirementTable()[i].ID == id {
			return &requirementTable()[i], true
		}
	}
	return nil, false
}

// checkHistory checks that a history begins with the row and lies within it.
func checkHistory[T any](t *testing.T, id string, in Interval, h history[T]) {
	t.Helper()
	require.NotEmpty(t, h, id)
	if len(h) > 1 {
		assert.Equal(t, in.From, h[0].from, "%s: a gap at the start", id)
	}
	for _, e := range h[1:] {
		assert.True(t, in.Contains(e.from), "%s: %s is not in %s", id, e.from, in)
	}
}

func checkExpr(t *testing.T, id string, e expr, words map[string]bool) {
	t.Helper()
	for _, p := range e {
		strong := false
		for _, tok := range p {
			strong = strong || !tok.weak
			if tok.kind == "words" {
				assert.True(t, words[tok.id], "%s: words %s", id, tok.id)
			}
			if tok.kind == "n/x" {
				assert.Len(t, p, 1, id)
			}
		}
		// How long, and by which logic, the model does not have.
		short := id == "dpdp-r14-3-grievance-period" || id == "gdpr-13-2-f-automated"
		assert.True(t, strong != short, "%s: a part that nothing meets in full", id)
	}
}

// What replaces something begins on the day that the other ends.
func TestReplacements(t *testing.T) {
	of := map[string]Interval{}
	for _, p := range provisions() {
		of[p.ID] = p.Interval
	}
	for _, a := range ageTable() {
		of[a.ID] = a.Interval
	}
	for _, l := range tables().laws {
		of[l.ID] = l.Applications[0].Interval
	}
	pairs := [][2]string{
		{"dir95-10-a-identity", "gdpr-13-1-a-controller-identity"}, {"dir95-10-b-purposes", "gdpr-13-1-c-purposes"},
		{"dir95-7-a", "gdpr-6-1-a"}, {"ccpa18-100-b", "ccpa-100-a-1-categories"}, {"ccpa18-bp-6-research", "ccpa-bp-7-research"},
		{"spdi-5-9-grievance-officer", "dpdp-8-9-contact"}, {"spdi-consent", "dpdp-consent"}, {"spdi-child", "dpdp-18"},
		{"spdi-grievance", "dpdp-grievance"}, {"spdi-7", "dpdp-16"}, {"ru-access-until-2022", "ru-access"},
		{"ru-localisation-2015", "ru-localisation-2025"}, {"ru-12-old", "ru-12-3-notify"}, {"tca-finprov-10a", "adq-gb"},
		{"ccpa-regs-2020", "ccpa-regs-2023"}, {"ccpa-regs-2023", "ccpa-regs-2026"}, {"gdpr-8-dk-2018", "gdpr-8-dk"},
		{"scc-2002", "scc-2010"}, {"ccpa18-def-sell", "ccpa-def-sell"}, {"scope-ccpa-2018", "scope-ccpa"},
	}
	for _, a := range ageTable() {
		if id, ok := strings.CutSuffix(a.ID, "-default"); ok {
			pairs = append(pairs, [2]string{a.ID, id})
		}
	}
	for _, p := range pairs {
		before, ok := of[p[0]]
		require.True(t, ok, p[0])
		after, ok := of[p[1]]
		require.True(t, ok, p[1])
		assert.Equal(t, before.Until, after.From, "%s to %s", p[0], p[1])
		assert.False(t, after.From.IsZero(), p[1])
	}
}

// One age of consent for each state of the EEA on each day since the GDPR.
func TestOneAgePerState(t *testing.T) {
	for _, on := range []string{"2018-07-20", "2018-09-05", "2019-03-02", "2023-01-26", "2024-01-01", Version} {
		for _, s := range append(states(date(t, Version), EU), states(date(t, Version), EFTA)...) {
			as, err := Ages(place(t, s), date(t, on))
			require.NoError(t, err)
			assert.Len(t, as, 1, "%s on %s", s, on)
		}
	}
}

func TestConceptsExist(t *testing.T) {
	for _, r := range rightTable() {
		for _, id := range r.Concepts {
			assert.True(t, id.Valid(), "%s: %s", r.ID, id)
		}
		checkHistory(t, r.ID, r.Interval, r.response)
		checkHistory(t, r.ID, r.Interval, r.acknowledge)
		assert.NotEmpty(t, r.Citation, r.ID)
	}
	for _, b := range basisTable() {
		for _, id := range b.Concepts {
			assert.True(t, id.Valid(), "%s: %s", b.ID, id)
		}
		assert.NotEmpty(t, b.Citation, b.ID)
	}
	for _, m := range mechanismTable() {
		assert.True(t, m.Safeguard.Valid(), m.ID)
	}
	purposes := map[string]bool{}
	for _, c := range categoryTable() {
		for _, id := range c.Data {
			ok := id.Valid()
			for range taxonomy.Descendants(id) {
				ok = true
			}
			assert.True(t, ok, "%s: %s", c.ID, id)
		}
		for _, id := range c.Purposes {
			ok := id.Valid()
			for range taxonomy.Descendants(id) {
				ok = true
			}
			assert.True(t, ok, "%s: %s", c.ID, id)
		}
		purposes[c.ID] = c.Kind == BusinessPurpose
	}
	for _, c := range categoryTable() {
		for _, id := range c.Becomes {
			assert.True(t, purposes[id], "%s becomes %s", c.ID, id)
		}
	}
	for _, r := range ruleTable() {
		assert.Contains(t, Kinds(), r.Kind, r.ID)
		assert.NotEmpty(t, r.Text, r.ID)
		for _, id := range r.Data {
			assert.True(t, id.Valid(), "%s: %s", r.ID, id)
		}
	}
	for _, d := range decisionTable() {
		if d.Country != "" {
			_, err := ParsePlace(d.Country)
			require.NoError(t, err)
		}
		assert.Regexp(t, `^(3\d{4}D\d{4})?$`, d.CELEX, d.ID)
	}
}

// The authorities: one for each state of the EEA and each German Land.
func TestAuthorityTable(t *testing.T) {
	lander := map[string]bool{}
	for _, a := range authorityTable() {
		_, err := ParsePlace(a.Place.String())
		require.NoError(t, err, a.Place)
		assert.NotEmpty(t, a.Name)
		checkMark(t, a.Mark, a.Name)
		if a.Domain != "" {
			u, err := url.Parse("https://" + a.Domain + "/")
			require.NoError(t, err)
			assert.Equal(t, a.Domain, u.Host)
		}
		if strings.HasPrefix(a.Place.String(), "DE-") {
			lander[a.Place.String()] = true
		}
	}
	assert.Len(t, lander, 16)
	for _, s := range append(states(date(t, Version), EU), states(date(t, Version), EFTA)...) {
		as, err := Authorities(place(t, s), date(t, Version))
		require.NoError(t, err)
		assert.Len(t, as, 1, s)
	}
}

// The map from data to categories agrees with that of the taxonomy.
func TestCategoriesAgree(t *testing.T) {
	for _, c := range categories(PersonalCategory, date(t, Version)) {
		letter := taxonomy.CCPACategory(strings.ToUpper(strings.Split(c.ID, "-")[2]))
		assert.Contains(t, c.Citation, "("+string(letter)+")", c.ID)
		for _, id := range c.Data {
			concept, ok := id.Concept()
			if ok && letter != taxonomy.CCPASensitive {
				assert.Contains(t, concept.CCPA(), letter, "%s: %s", c.ID, id)
			}
		}
	}
}

func TestHistory(t *testing.T) {
	read := func(_ *reader, s string) string { return s }
	r := &reader{}
	h := readHistory(r, "2020-01-01: old; 2023-01-01: new", read)
	require.NoError(t, r.err)
	assert.Equal(t, "old", h.at(date(t, "2019-01-01")))
	assert.Equal(t, "old", h.at(date(t, "2022-12-31")))
	assert.Equal(t, "new", h.at(date(t, "2023-01-01")))
	assert.Equal(t, "a; b: c", readHistory(r, "a; b: c", read).at(policy.Date{}))
	require.NoError(t, r.err)
	for _, bad := range []string{"2020-01-01: a; b", "2020-01-01: a; 2019-01-01: b", "2020-01-01: a; 2020-01-01: b"} {
		r := &reader{}
		readHistory(r, bad, read)
		assert.Error(t, r.err, bad)
	}
}

func TestParseExprRefuses(t *testing.T) {
	for _, bad := range []string{"", "nothing", "data:nothing", "right:", "ctl:x", "flow(data)", "flow(data purp", "data(purp rcpt)",
		"data@xx", "words:nothing", "words", "passage(data nothing)", "data +", "~", "data | "} {
		_, err := parseExpr(bad)
		assert.Error(t, err, bad)
	}
	e, err := parseExpr("ctl + addr | ~ctc + right:objection= | safe:adequacy!@EEA + flow(data purp)")
	require.NoError(t, err)
	require.Len(t, e, 4)
	assert.True(t, e[1][1].weak)
	assert.True(t, e[2][0].exact)
	assert.True(t, e[2][1].neg)
	assert.Equal(t, policy.EEA, e[2][1].region)
	assert.Len(t, e[3][0].args, 2)
}

// What the first assessment costs more than others.
func BenchmarkLoadRequirements(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		r := &reader{}
		if readRequirements(r); r.err != nil {
			b.Fatal(r.err)
		}
	}
}

// The conditions of requirements about sensitive data name the data of the
// categories, but for data that is sensitive only together with other data.
func TestSensitiveDataAgrees(t *testing.T) {
	tokens := func(id, on string) map[taxonomy.Data]bool {
		r, ok := requirement(id)
		require.True(t, ok)
		m := map[taxonomy.Data]bool{}
		for _, p := range r.when.at(date(t, on)).expr {
			for _, tok := range p {
				m[taxonomy.Data(tok.id)] = true
			}
		}
		return m
	}
	covered := func(m map[taxonomy.Data]bool, id taxonomy.Data) bool {
		for of := range m {
			if id.Is(of) {
				return true
			}
		}
		return false
	}
	for _, on := range []string{"2023-01-01", "2024-01-01", Version} {
		m := tokens("ccpa-100-a-2-sensitive", on)
		in := map[taxonomy.Data]bool{taxonomy.DataSensitive: true}
		for _, c := range categories(SensitiveCategory, date(t, on)) {
			for _, id := range c.Data {
				in[id] = true
				assert.Equal(t, !id.Is(taxonomy.DataFinancial), covered(m, id), "%s on %s", id, on)
			}
		}
		for id := range m {
			assert.True(t, in[id], "%s on %s", id, on)
		}
	}
	m := tokens("spdi-5-1-consent", Version)
	rules, err := Rules(India, Sensitive, date(t, Version))
	require.NoError(t, err)
	for _, r := range rules {
		for _, id := range r.Data {
			assert.True(t, covered(m, id), "%s: %s", r.ID, id)
		}
	}
}
