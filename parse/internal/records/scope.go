package records

import (
	"example.com/policymodel/policy"
)

// A scope is whom the lines below a line such as "For users in India:" are
// meant for.
type scope struct {
	regions [maxRegions]policy.Region
	n       int
	level   int // of the heading that says so, 0 if it is a line
	left    int // for a line, words until it is forgotten
}

// reach is for how many words the scope of a line holds.
const reach = 300

// pass lets the scope go by a block of so many words, a heading if level is
// not 0. A heading ends the scope of a line and of headings that are not above
// it.
func (s *scope) pass(words, level int) {
	s.left -= words
	if s.n > 0 && (s.level == 0 && (s.left <= 0 || level > 0) || level > 0 && level <= s.level) {
		*s = scope{}
	}
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

// readScope notes a line or heading, of the one sentence s, that says whom the
// next ones are meant for.
func (r *reader) readScope(s sentence) {
	if s.hi-s.lo > 24 || !r.toks[s.hi-1].is(':') && !r.heading || r.isHead() {
		return
	}
	sc := r.sentenceScope()
	if sc.n == 0 && r.heading {
		for _, p := range r.places(s.lo, s.hi) {
			if p.code == "EEA" || len(p.code) > 3 || p.adjective || r.onlyPlaces(s) {
				sc.add(p.region())
			}
		}
	}
	if sc.n > 0 {
		sc.level, sc.left = r.level, reach
		r.scope = sc
	}
}

// isHead reports whether the block may be the title of the whole text.
func (r *reader) isHead() bool { return r.heading && r.nth < 3 }

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

// sentenceScope returns the regions whose people the sentence speaks of: "if
// you are in the EEA", "Indian users", "California residents".
func (r *reader) sentenceScope() scope {
	if r.scoped {
		return r.own
	}
	s := r.sent
	r.own, r.scoped = scope{}, true
	if s.mask&tPlace == 0 {
		return r.own
	}
	prev := -1 // end of the last place that counted
	for _, p := range r.places(s.lo, s.hi) {
		if r.isPart(p.lo, p.hi) {
			continue
		}
		listed := prev >= 0 && p.lo-prev <= 4 && r.maskBetween(prev, p.lo)&^(tAnd|tStop|tPrep|tIf|tPlace|tPeople) == 0
		if listed || r.speaksOfPeople(s, p) {
			r.own.add(p.region())
			prev = p.hi
		}
	}
	return r.own
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
	if r.nameEnding(k) >= 0 {
		return false
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

var (
	areaWords = setOf("the de het gebied area territory state staat lidstaten countries landen any either")
	areaLinks = setOf("of van")
)

// isArticleOf reports whether word k may stand between a preposition and a
// place: "the", or the "of" of "the territory of".
func (r *reader) isArticleOf(k int) bool {
	if r.wordIsAny(k, areaWords) {
		return true
	}
	return r.wordIsAny(k, areaLinks) && k > 0 && r.toks[k-1].kind == word && r.toks[k-1].tags&tPeople == 0 && r.wordIsAny(k-1, areaWords)
}

var placePrepositions = setOf("in from of within inside to for uit binnen van voor vanuit")

func (r *reader) isPlacePreposition(k int) bool {
	return r.wordIsAny(k, placePrepositions)
}
