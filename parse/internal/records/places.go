package records

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"unicode"

	"example.com/policymodel/policy"
)

//go:embed places.tsv
var placesTSV string

// A placeName is a name or adjective of a place, in words that are folded.
// Hyphens count as spaces.
type placeName struct {
	words     []string
	place     uint16 // index in vocabulary.places
	adjective bool
	capitals  bool // written in capitals
	never     bool // and not read in a text without them
	last      bool // of those with its first word
}

// addPlaces adds the names of places.tsv: names of both languages, adjectives
// of one.
func (v *vocabulary) addPlaces(lang string) {
	for line := range strings.Lines(placesTSV) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		place := uint16(len(v.places))
		v.places = append(v.places, f[0])
		for i, names := range f[1:] {
			adjective := i >= 2
			if names == "" || adjective && (i == 3) != v.dutch {
				continue
			}
			for name := range strings.SplitSeq(names, ";") {
				n := placeName{place: place, adjective: adjective}
				name, n.never = strings.CutSuffix(name, "!")
				n.capitals = !strings.ContainsFunc(name, unicode.IsLower)
				n.words = strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '-' || r == '.' })
				if len(name) > 2 && name[1] == '.' { // "P.R. China": letters with full stops are one word
					n.words = append([]string{n.words[0] + n.words[1]}, n.words[2:]...)
				}
				v.names = append(v.names, n)
			}
		}
	}
	slices.SortStableFunc(v.names, func(a, b placeName) int {
		return cmp.Or(strings.Compare(a.words[0], b.words[0]), len(b.words)-len(a.words))
	})
	for i, n := range v.names {
		v.names[i].last = i+1 == len(v.names) || v.names[i+1].words[0] != n.words[0]
		if e := v.add(n.words[0]); e.tags&tPlace == 0 {
			if e.value != 0 {
				panic("records: places.tsv: " + n.words[0] + " has another value")
			}
			e.value = int32(i) + 1
			e.tags |= tPlace
		}
	}
}

// A place is a place named in a sentence: tokens lo to hi, hi exclusive.
type place struct {
	lo, hi    int
	code      string // ISO 3166, or "EEA"
	adjective bool
}

// country returns the ISO 3166-1 code of p, "" if it is no country.
func (p *place) country() string {
	switch {
	case len(p.code) == 2:
		return p.code
	case len(p.code) > 3:
		return p.code[:2] // of a state
	}
	return ""
}

func (p *place) region() policy.Region { return policy.Region(p.code) }

// placeAt returns the place that is named from token i on.
func (r *reader) placeAt(i int) (place, bool) {
	t := &r.toks[i]
	if t.tags&tPlace == 0 || r.cased && t.flags&fUpper == 0 {
		return place{}, false
	}
	for k := t.value - 1; ; k++ {
		n := &r.voc.names[k]
		if !n.capitals || t.flags&fDotted != 0 || r.capitals(t, n.never) {
			if hi := r.follow(i, n.words); hi > 0 {
				return place{i, hi, r.voc.places[n.place], n.adjective}, true
			}
		}
		if n.last {
			return place{}, false
		}
	}
}

// capitals reports whether t may be an abbreviation in capitals. Among other
// words in capitals a pronoun looks like a country: "CONTACT US".
func (r *reader) capitals(t *token, never bool) bool {
	if !r.cased {
		return !never
	}
	return t.flags&fCaps != 0 && !(never && r.isShouting())
}

// follow returns the token after words, which begin at token i, or 0.
func (r *reader) follow(i int, words []string) int {
	j := i + 1
	for _, w := range words[1:] {
		for j < len(r.toks) && (r.toks[j].is('-') || r.toks[j].is('.')) {
			j++
		}
		if j == len(r.toks) || !r.spells(&r.toks[j], w) {
			return 0
		}
		j++
	}
	return j
}

// places appends the places of tokens lo to hi to r.placeBuf and returns them.
func (r *reader) places(lo, hi int) []place {
	r.placeBuf = r.placeBuf[:0]
	if r.cased {
		first, _ := slices.BinarySearch(r.upper, int32(lo))
		for _, i := range r.upper[first:] {
			r.steps++
			if int(i) >= hi {
				break
			}
			if int(i) >= lo {
				lo = r.addPlace(int(i), hi)
			}
		}
		return r.placeBuf
	}
	for lo < hi {
		lo = r.addPlace(lo, hi)
	}
	return r.placeBuf
}

// addPlace appends the place at token i, if there is one that ends before hi, to
// r.placeBuf. It returns where the next may begin.
func (r *reader) addPlace(i, hi int) int {
	p, ok := r.placeAt(i)
	if !ok || p.hi > hi {
		return i + 1
	}
	r.placeBuf = append(r.placeBuf, p)
	return p.hi
}
