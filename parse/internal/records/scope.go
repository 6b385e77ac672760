package records

import (
	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/policy"
)

// A scope is whom the lines below a line such as "For users in India:" are
// meant for.
type scope struct {
	regions [maxRegions]policy.Region
	n       int
}

// maxRegions is how many regions one statement is read for; more are as good
// as everybody.
const maxRegions = 4

func (s *scope) add(g policy.Region) {
	for _, have := range s.regions[:s.n] {
		if have == g {
			return
		}
	}
	if s.n < maxRegions {
		s.regions[s.n] = g
		s.n++
	}
}

// all returns the regions, or "" for everybody.
func (s *scope) all() []policy.Region {
	if s.n == 0 {
		return everybody
	}
	return s.regions[:s.n]
}

// first returns the first region.
func (s *scope) first() policy.Region {
	if s.n == 0 {
		return policy.Everybody
	}
	return s.regions[0]
}

var everybody = []policy.Region{policy.Everybody}

// readScope notes a line that says whom the next ones are meant for.
func (r *reader) readScope(s sentence) {
	if s.mask&tPlace == 0 || s.hi-s.lo > 24 || len(r.sents) > 1 {
		return
	}
	last := &r.toks[s.hi-1]
	if b := r.layout.Blocks[r.block]; !last.is(':') && b.Kind != layout.Heading {
		return
	}
	if sc := r.scopeOf(s, s.lo, s.hi); sc.n > 0 {
		r.scope = sc
	} else if r.heading {
		for _, p := range r.places(s.lo, s.hi) {
			if p.code == "EEA" || len(p.code) > 3 || p.adjective || r.onlyPlaces(s) {
				r.scope.add(p.region())
			}
		}
	}
}

// onlyPlaces reports whether s names places and nothing else.
func (r *reader) onlyPlaces(s sentence) bool {
	for i := s.lo; i < s.hi; i++ {
		if t := &r.toks[i]; t.kind == word && t.tags&(tAnd|tStop) == 0 {
			p, ok := r.placeAt(i)
			if !ok {
				return false
			}
			i = p.hi - 1
		}
	}
	return true
}

// scopeOf returns the regions whose people tokens lo to hi of s speak of: "if
// you are in the EEA", "Indian users", "California residents".
func (r *reader) scopeOf(s sentence, lo, hi int) scope {
	var sc scope
	if s.mask&tPlace == 0 {
		return sc
	}
	prev := -1 // end of the last place that counted
	for _, p := range r.places(lo, hi) {
		if r.isPart(p) {
			continue
		}
		listed := prev >= 0 && p.lo-prev <= 4 && r.maskBetween(prev, p.lo)&^(tAnd|tStop|tPrep|tIf|tPlace|tPeople) == 0
		if listed || r.speaksOfPeople(s, p) {
			sc.add(p.region())
			prev = p.hi
		}
	}
	return sc
}

// isPart reports whether p stands within a company's name.
func (r *reader) isPart(p place) bool {
	for _, n := range r.nameBuf {
		if p.lo >= n.lo && p.hi <= n.hi {
			return true
		}
	}
	return false
}

func (r *reader) maskBetween(lo, hi int) tag {
	var m tag
	for i := lo; i < hi; i++ {
		m |= r.toks[i].tags
	}
	return m
}

// speaksOfPeople reports whether the words around p make it the place where
// people live.
func (r *reader) speaksOfPeople(s sentence, p place) bool {
	next := p.hi
	if next < s.hi && r.toks[next].is(')') {
		next++
	}
	if next+3 < s.hi && r.toks[next].is('(') { // "the European Economic Area (EEA)"
		for k := next + 1; k < s.hi && k < next+6; k++ {
			if r.toks[k].is(')') {
				next = k + 1
				break
			}
		}
	}
	for k := next; k < s.hi && k < next+2; k++ {
		if r.toks[k].tags&tPeople != 0 {
			return true
		}
		if r.toks[k].kind != word {
			break
		}
	}
	if p.adjective {
		return false
	}
	// A preposition before the place, and people before that.
	k := p.lo - 1
	for k > s.lo && (r.toks[k].kind == mark && !r.toks[k].is(')') || r.toks[k].kind == word && r.isArticleOf(k)) {
		k--
	}
	if k < s.lo || r.toks[k].kind != word || !r.isPlacePreposition(k) {
		return false
	}
	// Directly after a company's name it is the company's place.
	for _, n := range r.nameBuf {
		if n.hi == k {
			return false
		}
	}
	people, condition := false, false
	for j := k - 1; j >= s.lo && j >= k-20; j-- {
		t := &r.toks[j]
		people = people || t.tags&(tPeople|tYou|tReside) != 0
		condition = condition || t.tags&tIf != 0
		if t.tags&tPeople != 0 && k-j <= 6 || t.tags&tReside != 0 || t.tags&tYou != 0 && condition {
			break
		}
		if t.is('.') || t.tags&(tServer|tStore) != 0 {
			return false
		}
	}
	if !people {
		return false
	}
	return condition || r.maskOf(k-5, k)&(tReside|tPeople|tLocated) != 0
}

// isArticleOf reports whether word k may stand between a preposition and a
// place.
func (r *reader) isArticleOf(k int) bool {
	for _, w := range [...]string{"the", "de", "het", "gebied", "area", "territory", "state", "staat", "van", "of", "lidstaten", "countries", "landen", "any", "either"} {
		if r.wordIs(k, w) {
			return w != "of" && w != "van" || k > 0 && r.toks[k-1].kind == word && !r.isPeopleWord(k-1) && r.isArticleOf(k-1)
		}
	}
	return false
}

func (r *reader) isPeopleWord(k int) bool { return r.toks[k].tags&tPeople != 0 }

func (r *reader) isPlacePreposition(k int) bool {
	for _, w := range [...]string{"in", "from", "of", "within", "inside", "outside", "to", "for", "uit", "binnen", "van", "voor", "vanuit"} {
		if r.wordIs(k, w) {
			return w != "outside"
		}
	}
	return false
}
