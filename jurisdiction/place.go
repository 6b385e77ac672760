package jurisdiction

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
)

// A Place is where people are, as far as law can tell: a country, a subdivision
// of one, a group of countries, or a jurisdiction. Places are comparable with ==
// and can be map keys; each has one form. The zero Place is everywhere.
type Place struct {
	// code is "", "EEA", "EU", a UN M.49 code of a group of countries, an ISO
	// 3166-1 alpha-2 code, or an ISO 3166-2 code.
	code string
}

// String returns the code of the place in the form that [ParsePlace] reads. It
// is "" for everywhere.
func (p Place) String() string {
	return p.code
}

// ParsePlace reads the code of a place, in upper or lower case:
//
//   - "" or "001", for everywhere;
//   - a [Code]: "EEA", "US-CA", "IN", "RU";
//   - an ISO 3166-1 code of a country: "NL", "NLD" or "528";
//   - an ISO 3166-2 code of a subdivision: "US-CA", "DE-BY";
//   - "EU", or a UN M.49 code of a group of countries: "150" for Europe.
//
// Subdivisions are checked for their form and their country only: no list of
// them is kept. A subdivision of an EEA state that has an ISO 3166-1 code of its
// own gets that ("NL-AW" gives AW); so do withdrawn and alternative codes that
// BCP 47 replaces ("UK" gives GB). Any other string is a [*ValueError].
func ParsePlace(s string) (Place, error) {
	switch {
	case s == "":
		return Place{}, nil
	case strings.EqualFold(s, string(EEA)):
		return Place{string(EEA)}, nil
	case len(s) > 3 && s[2] == '-':
		return parseSubdivision(s)
	}
	r, err := language.ParseRegion(s)
	if err != nil {
		return Place{}, placeError(s, "not a code of ISO 3166-1 or UN M.49")
	}
	p, err := PlaceOfRegion(r)
	if err != nil {
		return Place{}, placeError(s, "no place")
	}
	return p, nil
}

// parseSubdivision reads an ISO 3166-2 code: two letters, a hyphen, and one to
// three letters or digits.
func parseSubdivision(s string) (Place, error) {
	country, err := ParsePlace(s[:2])
	if err != nil || len(country.code) != 2 || country.code == "EU" {
		return Place{}, placeError(s, "not a code of ISO 3166-2, as what stands before the hyphen is no country")
	}
	part := strings.ToUpper(s[3:])
	alnum := func(r rune) bool { return 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' }
	if len(part) > 3 || strings.ContainsFunc(part, func(r rune) bool { return !alnum(r) }) {
		return Place{}, placeError(s, "not a code of ISO 3166-2, as what stands after the hyphen is not 1 to 3 letters or digits")
	}
	code := country.code + "-" + part
	if own, ok := tables().also[code]; ok {
		code = own
	}
	return Place{code}, nil
}

// PlaceOfRegion returns the place of a region of BCP 47. A region that is no
// place is a [*ValueError]: the zero Region, unknown (ZZ) and private-use codes,
// and UN and EZ, whose members the region data does not list.
func PlaceOfRegion(r language.Region) (Place, error) {
	s := r.String()
	// x/text counts UN and EZ as countries, and QU, for EU, as private use.
	if s == "UN" || s == "EZ" || !r.IsCountry() && (r.IsPrivateUse() || !r.IsGroup()) {
		return Place{}, placeError(s, "no place")
	}
	if s == "001" {
		return Place{}, nil
	}
	return Place{r.Canonicalize().String()}, nil
}

// PlaceOfTag returns the place that a language tag names, in this order:
//
//   - the region override, key rg of the Unicode extension: nl-u-rg-nlzzzz is the
//     Netherlands, en-GB-u-rg-usca is California;
//   - the region: nl-NL is the Netherlands.
//
// The subdivision, key sd, makes that more exact, and serves alone where there
// is neither: en-US-u-sd-usca and en-u-sd-usca are California. A tag that names
// two places, a malformed place or none is a [*ValueError]. A language alone
// names none: nl is not the Netherlands.
func PlaceOfTag(t language.Tag) (Place, error) {
	fail := func(reason, help string) (Place, error) {
		return Place{}, &ValueError{Kind: "language tag", Value: t.String(), Reason: reason, Help: help}
	}
	_, _, r := t.Raw()
	rg, sd := t.TypeForKey("rg"), t.TypeForKey("sd")
	var place, region Place // the place, and the region it was written under
	var err error
	switch {
	case rg != "":
		if place, region, err = parseExtension(rg); err != nil {
			return fail("malformed in its region override "+rg, "write a region and zzzz, as in u-rg-nlzzzz, or a subdivision, as in u-rg-usca")
		}
	case r != language.Region{}:
		if place, err = PlaceOfRegion(r); err != nil {
			return fail("of a region that is no place", "use the region of a country, as in nl-NL")
		}
		region = place
	case sd == "":
		return fail("a language without a place", "add a region, as in nl-NL or nl-u-rg-nlzzzz")
	}
	if sd == "" {
		return place, nil
	}
	sub, within, err := parseExtension(sd)
	switch {
	case err != nil:
		return fail("malformed in its subdivision "+sd, "write a country and its subdivision, as in u-sd-usca")
	case place == Place{}, place == within:
		return sub, nil
	case place == sub, region == within && sub == within: // sd adds nothing
		return place, nil
	}
	return fail(fmt.Sprintf("in two places, %s and %s", place, sub), "name a subdivision of the region, or leave one of them out")
}

// parseExtension reads a value of rg or sd: a region with the letters and digits
// of its subdivision, or with zzzz for the whole of it (UTS #35, Unicode
// subdivision identifiers). It returns the place and the region.
func parseExtension(value string) (place, region Place, err error) {
	n := 2
	if value[0] <= '9' {
		n = 3
	}
	if len(value) <= n {
		return Place{}, Place{}, placeError(value, "too short")
	}
	if region, err = ParsePlace(value[:n]); err != nil || value[n:] == "zzzz" {
		return region, region, err
	}
	place, err = ParsePlace(value[:n] + "-" + value[n:])
	return place, region, err
}

// country returns the part of an ISO 3166-2 code before the hyphen, and every
// other code whole.
func (p Place) country() string {
	c, _, _ := strings.Cut(p.code, "-")
	return c
}

// placeError returns a *ValueError for a place, with help where s is a known
// slip: the code that the European Union's publications write for Greece, or the
// name or Dutch abbreviation of a jurisdiction.
func placeError(s, reason string) error {
	help := "write a code such as NL, US-CA, EU or EEA, or nothing for everywhere"
	if strings.EqualFold(s, "EL") {
		help = "write GR for Greece"
	} else if c, ok := codeByName(s); ok {
		help = "write " + string(c)
	}
	return &ValueError{Kind: "place", Value: s, Reason: reason, Help: help}
}
