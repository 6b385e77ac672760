package tension

import (
	"iter"
	"slices"
	"sort"
	"strings"
	"unicode"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A reader knows the facts of a policy by passage and how its sentences speak.
// A policy's facts say that something is affirmed or denied somewhere; whether
// two of them contradict each other depends on their sentences: who speaks, of
// which data, for which purpose, under which condition.
type reader struct {
	p     *policy.Policy
	dutch bool
	facts map[int][]placed // by passage, in text order
	lines map[int]*sentence
}

// placed is a fact with one of its mentions.
type placed struct {
	policy.Item
	policy.Mention
}

func newReader(p *policy.Policy) *reader {
	base, _ := p.Document.Language.Base()
	r := &reader{p: p, dutch: base.String() == "nl", facts: map[int][]placed{}, lines: map[int]*sentence{}}
	for it := range p.Facts() {
		for _, m := range it.Mentions {
			if 0 <= m.Passage && m.Passage < len(p.Passages) {
				r.facts[m.Passage] = append(r.facts[m.Passage], placed{it, m})
			}
		}
	}
	for _, f := range r.facts {
		slices.SortStableFunc(f, func(x, y placed) int { return x.Mention.Span.Compare(y.Mention.Span) })
	}
	return r
}

// A sentence is how a passage speaks.
type sentence struct {
	list      []word
	words     map[string]bool // with pairs of them that follow each other
	qualified bool            // with an exception, a condition or a definition
	consent   bool            // of what the person agrees to, chooses or asks for
	minors    bool            // of children
}

// A word is a word in lower case with its offset in the text of its passage.
type word struct {
	text  string
	start int
}

// sentence returns how a passage speaks.
func (r *reader) sentence(passage int) *sentence {
	s := r.lines[passage]
	if s != nil {
		return s
	}
	s = &sentence{words: map[string]bool{}}
	own := ownNames(r.p)
	for start, text := range split(r.p.Passages[passage].Text) {
		if own[text] {
			text = "we"
		}
		n := len(s.list)
		if text == "track" && n > 1 && s.list[n-1].text == "not" && s.list[n-2].text == "do" {
			s.list[n-1].text = "" // the name of a signal denies nothing
		}
		s.list = append(s.list, word{text, start})
	}
	for i, w := range s.list {
		s.words[w.text] = true
		if i > 0 {
			s.words[s.list[i-1].text+" "+w.text] = true
		}
	}
	s.qualified = s.any(qualifiers)
	s.consent = s.any(choices)
	s.minors = s.any(children)
	r.lines[passage] = s
	return s
}

// split yields the words of a text in lower case with their offsets.
func split(text string) iter.Seq2[int, string] {
	letter := func(c rune) bool { return unicode.IsLetter(c) || c == '-' || c == '\'' || c == '’' }
	return func(yield func(int, string) bool) {
		start := -1
		for i, c := range text + " " {
			switch {
			case letter(c) && start < 0:
				start = i
			case !letter(c) && start >= 0:
				if !yield(start, strings.ReplaceAll(strings.ToLower(text[start:i]), "’", "'")) {
					return
				}
				start = -1
			}
		}
	}
}

// ownNames returns the words that an organisation goes by: the first word of
// its name.
func ownNames(p *policy.Policy) map[string]bool {
	names := map[string]bool{}
	for _, w := range split(p.Document.Organisation) {
		if len(w) > 2 && w != "the" {
			names[w] = true
		}
		break
	}
	return names
}

// clause returns the words of a passage from the start of the clause in which
// a mention stands, or at most some words before it, up to the end of the
// mention; in Dutch, where verbs come last, up to the end of the clause.
func (r *reader) clause(m policy.Mention) []word {
	const most = 24
	s, p := r.sentence(m.Passage), &r.p.Passages[m.Passage]
	breaks := func(i int) bool {
		return strings.ContainsAny(p.Text[s.list[i-1].start:s.list[i].start], ".;:")
	}
	end := r.after(m)
	start := end
	for start > 0 && end-start < most && (start == end || !breaks(start)) {
		start--
	}
	if r.dutch {
		for k := end; end > 0 && end < len(s.list) && end-k < most && !breaks(end); {
			end++
		}
	}
	return s.list[start:end]
}

// after returns the index of the first word of a sentence after a mention.
func (r *reader) after(m policy.Mention) int {
	s, p := r.sentence(m.Passage), &r.p.Passages[m.Passage]
	return sort.Search(len(s.list), func(i int) bool { return s.list[i].start >= m.Span.End-p.Span.Start })
}

// says reports whether words say of the organisation itself, or of what is
// done without saying by whom, that one of verbs is done; negated tells whether
// it is denied. Between subject and verb stand few words.
func says(list []word, verbs []string) (ok, negated bool) {
	const near = 6
	is := func(text string, of []string) bool { return slices.Contains(of, text) }
	for i := len(list) - 1; i >= 0; i-- {
		if !is(list[i].text, verbs) {
			continue
		}
		subject := false
		for k := max(0, i-near); k <= min(i+near, len(list)-1); k++ {
			w := list[k].text
			if k <= i || is("we", []string{w}) || is("wij", []string{w}) || is("niet", []string{w}) || is("geen", []string{w}) || is("nooit", []string{w}) {
				subject = subject || is(w, ours) || is(w, passive)
				negated = negated || is(w, negations) || strings.HasSuffix(w, "n't")
			}
		}
		if subject {
			return true, negated
		}
		negated = false
	}
	return false, false
}

// any reports whether one of words, which are single or two in a row, stands in
// the sentence; one that ends in "*" stands for all that begin so.
func (s *sentence) any(words []string) bool {
	for _, w := range words {
		stem, ok := strings.CutSuffix(w, "*")
		if !ok {
			if s.words[w] {
				return true
			}
			continue
		}
		for have := range s.words {
			if strings.HasPrefix(have, stem) {
				return true
			}
		}
	}
	return false
}

// region returns the people of whom a passage speaks: those of its facts, of
// which the narrowest are meant.
func (r *reader) region(passage int) policy.Region {
	narrow := policy.Everybody
	for _, f := range r.facts[passage] {
		if narrow.Includes(f.Region) {
			narrow = f.Region
		}
	}
	return narrow
}

// has returns the facts of a facet that a passage states, from an offset on.
func (r *reader) has(passage int, facet taxonomy.Facet, from int) []placed {
	var list []placed
	for _, f := range r.facts[passage] {
		if f.Facet == facet && f.Mention.Span.Start >= from {
			list = append(list, f)
		}
	}
	return list
}

// follows reports whether passage b stands shortly after a in the same section:
// where exceptions to a rule are set out.
func (r *reader) follows(a, b int) bool {
	const shortly = 12 // passages; lists of exceptions are rarely longer
	return a <= b && b-a <= shortly && r.p.Passages[a].Section == r.p.Passages[b].Section
}

// is reports whether id is ancestor or below it.
func is(id, ancestor string) bool {
	rest, ok := strings.CutPrefix(id, ancestor)
	return ok && (rest == "" || rest[0] == '.')
}
