package taxonomy_test

import (
	"encoding/json"
	"errors"
	"regexp"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"example.com/policymodel/taxonomy"
)

func TestValid(t *testing.T) {
	for _, id := range []taxonomy.Data{"contact.email", "device.identifier.imei", "aggregated", "account"} {
		assert.True(t, id.Valid(), id)
	}
	for _, id := range []taxonomy.Data{"", "identity", "contact.", ".email", "contact.e-mail", "Contact", "service", "\xff"} {
		assert.False(t, id.Valid(), id)
	}
	assert.True(t, taxonomy.FacetChangeNotice.Valid())
	assert.False(t, taxonomy.Facet("").Valid())
}

func TestIs(t *testing.T) {
	tests := []struct {
		id, ancestor taxonomy.Data
		want         bool
	}{
		{"contact.email", "contact.email", true},
		{"contact.email", "contact", true},
		{"contact.address.billing", "contact", true},
		{"contact", "contact.email", false},
		{"contacts", "contact", false},
		{"contact-x", "contact", false},
		{"identity.name", "identity", true}, // though "identity" is no concept
		{"contact", "", false},
		{".contact", "", false},
		{"", "", true},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, tt.id.Is(tt.ancestor), "%q is %q", tt.id, tt.ancestor)
	}
	assert.True(t, taxonomy.RightObjectionMarketing.Is(taxonomy.RightObjection))
}

func TestParent(t *testing.T) {
	tests := []struct {
		id, want taxonomy.Data
		ok       bool
	}{
		{"contact.address.billing", "contact.address", true},
		{"contact.address", "contact", true},
		{"contact", "", false},
		{"identity.name", "", false},
		{"contact.pager.number", "contact", true}, // an unknown id has ancestors too
		{"", "", false},
		{"...", "", false},
	}
	for _, tt := range tests {
		got, ok := tt.id.Parent()
		assert.Equal(t, tt.want, got, tt.id)
		assert.Equal(t, tt.ok, ok, tt.id)

		c, ok := tt.id.Concept()
		assert.Equal(t, tt.id.Valid(), ok)
		p, ok := c.Parent()
		assert.Equal(t, tt.ok && tt.id.Valid(), ok)
		if ok {
			assert.Equal(t, string(tt.want), p.ID)
		}
	}
}

func TestParse(t *testing.T) {
	id, err := taxonomy.Parse[taxonomy.Right]("objection.marketing")
	require.NoError(t, err)
	assert.Equal(t, taxonomy.RightObjectionMarketing, id)

	id, err = taxonomy.Parse[taxonomy.Right]("oblivion")
	assert.ErrorIs(t, err, taxonomy.ErrUnknown)
	assert.Equal(t, taxonomy.Right("oblivion"), id)
	assert.EqualError(t, err, `taxonomy: unknown id "oblivion" of facet "right"`)
	var e *taxonomy.ParseError
	require.ErrorAs(t, err, &e)
	assert.Equal(t, taxonomy.ParseError{Facet: taxonomy.FacetRight, ID: "oblivion", Err: taxonomy.ErrUnknown}, *e)

	for _, s := range []string{"", ".", "-", "a.", ".a", "a..b", "a.-b", "A", "a b", "a_b", "é", "a\x00"} {
		id, err = taxonomy.Parse[taxonomy.Right](s)
		assert.ErrorIs(t, err, taxonomy.ErrSyntax, "%q", s)
		assert.Empty(t, id)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "contact.email", "contact.pager", "a..b", "x-1.y"} {
		f.Add(s)
	}
	form := regexp.MustCompile(`\A[a-z0-9]+([.-][a-z0-9]+)*\z`)
	f.Fuzz(func(t *testing.T, s string) {
		id, err := taxonomy.Parse[taxonomy.Data](s)
		assert.Equal(t, !form.MatchString(s), errors.Is(err, taxonomy.ErrSyntax))
		assert.Equal(t, taxonomy.Data(s).Valid(), err == nil)
		if err == nil {
			assert.Equal(t, taxonomy.Data(s), id)
		}
		assert.True(t, id.Is(id))
		if p, ok := id.Parent(); ok {
			assert.True(t, p.Valid())
			assert.True(t, id.Is(p))
		}
		assert.NotPanics(t, func() { taxonomy.Lookup(taxonomy.Facet(s), s) })
	})
}

func TestLabel(t *testing.T) {
	tests := []struct{ tag, want string }{
		{"en", "Legitimate interests"},
		{"en-GB", "Legitimate interests"},
		{"nl", "Gerechtvaardigde belangen"},
		{"nl-BE", "Gerechtvaardigde belangen"},
		{"nl-Latn-NL", "Gerechtvaardigde belangen"},
		{"ja", "Legitimate interests"},
		{"und", "Legitimate interests"},
	}
	for _, tt := range tests {
		tag := language.MustParse(tt.tag)
		assert.Equal(t, tt.want, taxonomy.LegalBasisLegitimateInterests.Label(tag), tt.tag)
		c, ok := taxonomy.LegalBasisLegitimateInterests.Concept()
		require.True(t, ok)
		assert.Equal(t, tt.want, c.Label(tag), tt.tag)
	}
	assert.Equal(t, "oblivion", taxonomy.Right("oblivion").Label(language.Dutch))
	assert.Equal(t, "Persoonsgegevens", taxonomy.FacetData.Label(language.Dutch))
	assert.Equal(t, "mood", taxonomy.Facet("mood").Label(language.Dutch))
	assert.Empty(t, taxonomy.Facet("mood").Definition())
	assert.NotEmpty(t, taxonomy.FacetData.Definition())
	assert.Empty(t, taxonomy.Concept{}.Label(language.English))
}

func TestLookup(t *testing.T) {
	// One id in two facets is two concepts.
	basis, ok := taxonomy.Lookup(taxonomy.FacetLegalBasis, "consent")
	require.True(t, ok)
	safeguard, ok := taxonomy.Lookup(taxonomy.FacetSafeguard, "consent")
	require.True(t, ok)
	assert.NotEqual(t, basis.Definition, safeguard.Definition)

	for _, q := range [][2]string{{"data", "consent"}, {"", "consent"}, {"mood", "consent"}, {"data", ""}} {
		c, ok := taxonomy.Lookup(taxonomy.Facet(q[0]), q[1])
		assert.False(t, ok, q)
		assert.Zero(t, c, q)
	}
}

func TestAll(t *testing.T) {
	var facets []taxonomy.Facet
	n := 0
	seen := make(map[[2]string]bool)
	for c := range taxonomy.All() {
		if len(facets) == 0 || facets[len(facets)-1] != c.Facet {
			facets = append(facets, c.Facet)
		}
		n++
		key := [2]string{string(c.Facet), c.ID}
		assert.False(t, seen[key], key)
		seen[key] = true

		got, ok := taxonomy.Lookup(c.Facet, c.ID)
		assert.True(t, ok, key)
		assert.Equal(t, c, got)
		if p, ok := c.Parent(); ok {
			assert.True(t, seen[[2]string{string(p.Facet), p.ID}], "parent of %q comes before it", c.ID)
		}
		assert.NotEqual(t, c.ID, c.Label(language.Dutch))
	}
	assert.Equal(t, slices.Collect(taxonomy.Facets()), facets)
	assert.Len(t, facets, 14)

	var all []taxonomy.Data
	for id := range taxonomy.IDs[taxonomy.Data]() {
		all = append(all, id)
	}
	assert.Equal(t, taxonomy.DataIdentityName, all[0])
	assert.Equal(t, taxonomy.DataAggregated, all[len(all)-1])
	assert.Less(t, len(all), n)
}

// Every id type is wired to its own facet.
func TestTypes(t *testing.T) {
	n := testType[taxonomy.Data](t, taxonomy.FacetData) +
		testType[taxonomy.Purpose](t, taxonomy.FacetPurpose) +
		testType[taxonomy.LegalBasis](t, taxonomy.FacetLegalBasis) +
		testType[taxonomy.Recipient](t, taxonomy.FacetRecipient) +
		testType[taxonomy.Source](t, taxonomy.FacetSource) +
		testType[taxonomy.Retention](t, taxonomy.FacetRetention) +
		testType[taxonomy.Disposal](t, taxonomy.FacetDisposal) +
		testType[taxonomy.Right](t, taxonomy.FacetRight) +
		testType[taxonomy.Safeguard](t, taxonomy.FacetSafeguard) +
		testType[taxonomy.Security](t, taxonomy.FacetSecurity) +
		testType[taxonomy.Technology](t, taxonomy.FacetTechnology) +
		testType[taxonomy.ChangeNotice](t, taxonomy.FacetChangeNotice) +
		testType[taxonomy.Statement](t, taxonomy.FacetStatement) +
		testType[taxonomy.Subject](t, taxonomy.FacetSubject)
	for range taxonomy.All() {
		n--
	}
	assert.Zero(t, n, "concepts without a type")
}

type id[T any] interface {
	taxonomy.ID
	Is(T) bool
	Parent() (T, bool)
}

func testType[T id[T]](t *testing.T, facet taxonomy.Facet) (n int) {
	var zero T
	assert.Equal(t, facet, zero.Facet())
	assert.False(t, zero.Valid())
	for id := range taxonomy.IDs[T]() {
		n++
		c, ok := id.Concept()
		assert.True(t, ok && id.Valid(), id)
		assert.Equal(t, facet, c.Facet)
		assert.Equal(t, string(id), c.ID)
		assert.Equal(t, c.Label(language.Dutch), id.Label(language.Dutch))
		got, err := taxonomy.Parse[T](string(id))
		assert.NoError(t, err)
		assert.Equal(t, id, got)

		parent, ok := id.Parent()
		want, wantOK := c.Parent()
		assert.Equal(t, wantOK, ok)
		assert.Equal(t, want.ID, string(parent))
		assert.True(t, id.Is(id))
		assert.Equal(t, ok, id.Is(parent) && parent != "")
	}
	return n
}

func TestChildrenDescendants(t *testing.T) {
	assert.Equal(t,
		[]taxonomy.Data{"contact.email", "contact.phone", "contact.address"},
		slices.Collect(taxonomy.Children(taxonomy.DataContact)))
	assert.Equal(t,
		[]taxonomy.Data{"contact.email", "contact.phone", "contact.address", "contact.address.delivery", "contact.address.billing"},
		slices.Collect(taxonomy.Descendants(taxonomy.DataContact)))
	assert.Equal(t,
		[]taxonomy.Data{"identity.name", "identity.alias", "identity.government-id", "identity.avatar"},
		slices.Collect(taxonomy.Descendants(taxonomy.Data("identity"))))
	for _, id := range []taxonomy.Data{"", "identity", "contact.email"} {
		assert.Empty(t, slices.Collect(taxonomy.Children(id)), id)
	}
	assert.Empty(t, slices.Collect(taxonomy.Descendants(taxonomy.Data(""))))
}

// An iterator stops when its loop does.
func TestBreak(t *testing.T) {
	n := 0
	for range taxonomy.All() {
		n++
		break
	}
	for range taxonomy.Facets() {
		n++
		break
	}
	for range taxonomy.IDs[taxonomy.Right]() {
		n++
		break
	}
	for range taxonomy.Children(taxonomy.DataContact) {
		n++
		break
	}
	for range taxonomy.Descendants(taxonomy.DataContact) {
		n++
		break
	}
	assert.Equal(t, 5, n)
}

// What a concept hands out is the caller's own.
func TestCopies(t *testing.T) {
	c, _ := taxonomy.DataIdentityGovernmentID.Concept()
	c.DPV()[0], c.CCPA()[0], c.Citations()[0] = taxonomy.Term{}, "", taxonomy.Citation{}
	again, _ := taxonomy.DataIdentityGovernmentID.Concept()
	assert.NotEmpty(t, again.DPV()[0])
	assert.NotEmpty(t, again.CCPA()[0])
	assert.NotEmpty(t, again.Citations()[0])
}

func TestJSON(t *testing.T) {
	type record struct{ Data []taxonomy.Data }
	// An id of a newer version comes through unharmed.
	in := `{"Data":["contact.email","contact.pager"]}`
	var r record
	require.NoError(t, json.Unmarshal([]byte(in), &r))
	assert.Equal(t, taxonomy.DataContactEmail, r.Data[0])
	out, err := json.Marshal(r)
	require.NoError(t, err)
	assert.Equal(t, in, string(out))
}

func TestNoAllocation(t *testing.T) {
	check := func(name string, f func()) {
		assert.Zero(t, testing.AllocsPerRun(100, f), name)
	}
	id := taxonomy.DataDeviceIdentifierIMEI
	check("Valid", func() { id.Valid() })
	check("Is", func() { _ = id.Is(taxonomy.DataDevice) })
	check("Parent", func() { id.Parent() })
	check("Concept", func() { id.Concept() })
	check("Label", func() { id.Label(language.Dutch) })
	check("Lookup", func() { taxonomy.Lookup(taxonomy.FacetSubject, "user") })
	check("Parse", func() { taxonomy.Parse[taxonomy.Data]("device.identifier.imei") })
	check("All", func() {
		for range taxonomy.All() {
		}
	})
	check("Descendants", func() {
		for range taxonomy.Descendants(taxonomy.DataDevice) {
		}
	})
}
