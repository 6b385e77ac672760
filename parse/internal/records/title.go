package records

import (
	"strings"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/policy"
)

// readTitle reads "Example Privacy Policy", "Privacy Policy of Example", as a
// title or within a sentence.
func (r *reader) readTitle(s sentence) {
	for i := r.next(tPrivacy, s.lo, s.hi); i < s.hi; i = r.next(tPrivacy, i+1, s.hi) {
		t := &r.toks[i]
		end := i + 1
		for end < min(s.hi, i+maxSubject) && (r.toks[end].is('&') || r.toks[end].tags&(tAnd|tPrivacy|tLaw) != 0) {
			end++
		}
		r.steps += end - i
		if t.tags&tPolicyWord == 0 {
			if end == s.hi || r.toks[end].tags&tPolicyWord == 0 {
				continue
			}
			end++
		}
		title := r.isTitle(s, i, end)
		if title && r.out.Title == "" {
			r.setTitle(s)
		}
		weight := weightNamed
		switch {
		case title && (r.nth < 4 || r.heading && r.nth < 16):
			weight = weightTitle
		case i > s.lo && r.isDeterminer(s, i):
			weight = weightSaid
		}
		r.titleName(s, i, end, weight, title)
		i = end - 1
	}
}

// maxSubject is the number of tokens up to which the words before "policy" tell
// what it is about: "privacy, cookie and data protection policy".
const maxSubject = 12

// isTitle reports whether s, in which tokens i to end are the words "privacy
// policy", is a title and not a sentence or the title of a section.
func (r *reader) isTitle(s sentence, i, end int) bool {
	if s.hi-s.lo > 14 || len(r.sents) > 2 || r.nth >= earlyBlocks || i-s.lo > 6 || r.toks[s.hi-1].is('.') && !r.endsName(s.hi) || r.toks[s.hi-1].is(':') {
		return false
	}
	if !r.heading && s.mask&tCopula != 0 || r.maskBetween(s.lo, i)&(tUpdated|tReach|tIf) != 0 || i > s.lo && r.nth >= 8 && r.isDeterminer(s, i) {
		return false
	}
	if first := &r.toks[s.lo]; r.cased && first.kind == word && first.flags&(fUpper|fInner) == 0 || first.tags&tStop != 0 && first.tags&(tWe|tPlace) == 0 && s.lo < i && !r.wordIsAny(s.lo, theWords) || first.is('$') {
		return false
	}
	return s.lo == i || end == s.hi || r.toks[end].kind == mark || r.isLink(end) || r.wordIsAny(end, ofWords)
}

// endsName reports whether a company's name ends before token i: "Example Ltd."
func (r *reader) endsName(i int) bool {
	n := len(r.nameBuf)
	return n > 0 && r.nameBuf[n-1].hi == i
}

// A head is the heading with which a text begins, which is its title if no
// other is found.
type head struct {
	title string
	span  policy.Span
	level int
	alone bool // only if no other heading is of its level
}

// readHead notes the heading s of the first block, if it speaks of privacy or of
// somebody's data: "Example – Privacy", "How we handle your data".
func (r *reader) readHead(s sentence) {
	last := &r.toks[s.hi-1]
	if len(r.sents) != 1 || s.hi-s.lo > 14 || s.mask&tCopula != 0 || r.toks[s.lo].kind == number || last.is('?') || last.is(':') {
		return // of these, "Your privacy is important" and "What data do we collect?"
	}
	private := s.mask&(tPrivacy|tProtect) != 0
	if !private && (s.mask&tData == 0 || s.mask&(tWe|tYou) == 0) {
		return
	}
	title, span := r.out.Title, r.out.TitleSpan
	r.setTitle(s)
	r.head = head{r.out.Title, r.out.TitleSpan, r.level, !private}
	r.out.Title, r.out.TitleSpan = title, span
}

// headTitle takes the heading with which the text begins for its title.
func (r *reader) headTitle() {
	h := &r.head
	for i := range r.layout.Blocks {
		b := &r.layout.Blocks[i]
		if h.alone && b.Role == layout.Body && b.Kind == layout.Heading && b.Start > h.span.Start && max(b.Depth, 1) <= h.level {
			return
		}
	}
	r.out.Title, r.out.TitleSpan = h.title, h.span
}

// setTitle takes s as the title, without the targets of links.
func (r *reader) setTitle(s sentence) {
	lo, hi := s.lo, s.hi
	for lo < hi && (r.toks[lo].is('[') || r.isLink(lo)) {
		lo++
	}
	for k := lo; k < hi; k++ {
		if r.isLink(k) {
			hi = k
		}
	}
	for hi > lo && (r.toks[hi-1].is('|') || r.toks[hi-1].is('-')) {
		hi--
	}
	if lo < hi {
		r.out.Title = strings.Trim(r.words(lo, hi), "#=- ")
		r.out.TitleSpan = r.span(lo, hi)
	}
}

var forWords = setOf("for voor")

// titleName reads the name before or after the words "privacy policy", tokens
// i to end.
func (r *reader) titleName(s sentence, i, end, weight int, title bool) {
	lo := r.subjectAt(s.lo, i)
	if n := r.nameEnding(i); n >= 0 && lo == i {
		lo = r.nameBuf[n].lo
	}
	switch {
	case !title:
	case r.cased && r.isTitled(s.lo, i):
		lo = s.lo // "We Heart It"
	case !r.cased:
		for lo > s.lo && r.toks[lo-1].kind == word && r.toks[lo-1].tags&(tStop|tGeneric) == 0 {
			lo--
		}
	}
	if lo < i && (title || lo > s.lo && r.isDeterminer(s, lo)) {
		r.brand(lo, i, weight)
	}
	j := end
	switch {
	case j == s.hi:
		return
	case title && (r.toks[j].is('|') || r.toks[j].is('-') || r.toks[j].is(':')):
		j++
	case r.wordIsAny(j, ofWords):
		if r.wordIsAny(j, forWords) {
			weight = min(weight, weightWelcome) // an app, or some people
		}
		for j++; j < s.hi && r.wordIsAny(j, theWords); j++ {
		}
	case !title || !r.voc.dutch: // "Privacybeleid Voorbeeld"
		return
	}
	if hi := r.capitalised(j, s.hi); hi > j {
		r.brand(j, hi, weight)
	} else if title && !r.cased && s.hi > j && s.hi-j <= 3 {
		r.brand(j, s.hi, weight)
	}
}

var titleStarts = setOf("our ons onze your uw the this de het how about")

// isTitled reports whether all words of tokens lo to hi, of which the first
// may not be a determiner, begin with a capital letter.
func (r *reader) isTitled(lo, hi int) bool {
	if hi-lo < 2 || hi-lo > 5 || r.wordIsAny(lo, titleStarts) {
		return false
	}
	for k := lo; k < hi; k++ {
		if r.toks[k].kind != word || r.toks[k].flags&fUpper == 0 {
			return false
		}
	}
	return true
}

var thisWords = setOf("this dit deze our ons onze")

// isDeterminer reports whether what stands before token i is "this" or "our",
// perhaps with a capitalised name between.
func (r *reader) isDeterminer(s sentence, i int) bool {
	k := i - 1
	for k > s.lo && r.toks[k].flags&fUpper != 0 && i-k < 5 && r.toks[k].tags&tStop == 0 {
		k--
	}
	return k >= s.lo && r.wordIsAny(k, thisWords)
}

func (r *reader) isLink(i int) bool { return r.toks[i].kind == url && r.toks[i].flags&fLink != 0 }

// chromeTitle takes the title from what stands around the body.
func (r *reader) chromeTitle() {
	for i := range r.layout.Blocks {
		b := &r.layout.Blocks[i]
		if b.Role == layout.Body || b.End-b.Start > 80 || i > 4*earlyBlocks {
			continue
		}
		r.scan(b.Start, b.End)
		r.split()
		r.block = 0
		for _, s := range r.sents {
			r.enter(s)
			if s.mask&(tPrivacy|tPolicyWord) == tPrivacy|tPolicyWord && r.out.Title == "" {
				r.readTitle(s)
			}
		}
		if r.out.Title != "" {
			return
		}
	}
}
