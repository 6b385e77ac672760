package lexicon

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/policymodel/parse/internal/words"
)

// An expr is a phrase or a part of one.
type expr struct {
	op   op
	word *word   // of wordExpr
	list []*expr // of seqExpr and altExpr

	shape
}

type op uint8

const (
	wordExpr op = iota
	gapExpr     // ..
	anyExpr     // _
	seqExpr     // one after the other; nothing if the list is empty
	altExpr     // one of them
)

// A word is a word of the files. Words that are written the same are one.
type word struct {
	wordKey
	lemma  int32 // set when all words are known
	accept words.Form
}

type wordKey struct {
	text  string // folded
	verb  bool   // ~
	exact bool   // =
}

// A shape tells what sequences of words an expr stands for.
type shape struct {
	min, max   int  // words, gaps included
	gaps       int  // at most
	alts       int  // number of sequences, at most maxAlternatives+1
	head, tail bool // a gap may stand first, last
}

// Limits on phrases, so that matching stays linear.
const (
	maxTokens       = 14
	maxGaps         = 2
	maxAlternatives = 20000
	maxNesting      = 12
)

func seq(list ...*expr) *expr {
	e := &expr{op: seqExpr, list: list, shape: shape{alts: 1}}
	open := true // only what may be missing so far
	for _, x := range list {
		e.min, e.max, e.gaps = e.min+x.min, e.max+x.max, e.gaps+x.gaps
		e.alts = min(e.alts*x.alts, maxAlternatives+1)
		e.head = e.head || open && x.head
		open = open && x.min == 0
		e.tail = x.tail || x.min == 0 && e.tail
	}
	return e
}

func alt(list ...*expr) *expr {
	if len(list) == 1 {
		return list[0]
	}
	e := &expr{op: altExpr, list: list, shape: list[0].shape}
	for _, x := range list[1:] {
		e.min, e.max, e.gaps = min(e.min, x.min), max(e.max, x.max), max(e.gaps, x.gaps)
		e.alts = min(e.alts+x.alts, maxAlternatives+1)
		e.head, e.tail = e.head || x.head, e.tail || x.tail
	}
	return e
}

// parse reads a phrase and checks that it can be matched.
func (r *reader) parse(text string) (*expr, error) {
	p := &phraseParser{reader: r, text: text}
	e, err := p.whole()
	switch {
	case err != nil:
		return nil, err
	case e.min == 0:
		return nil, fmt.Errorf("phrase may be empty")
	case e.max > maxTokens:
		return nil, fmt.Errorf("phrase of %d words, at most %d are allowed", e.max, maxTokens)
	case e.gaps > maxGaps:
		return nil, fmt.Errorf("%d gaps, at most %d are allowed", e.gaps, maxGaps)
	case e.head || e.tail:
		return nil, fmt.Errorf("a gap stands at an end")
	case e.alts > maxAlternatives:
		return nil, fmt.Errorf("more than %d alternatives", maxAlternatives)
	}
	return e, nil
}

// A phraseParser reads the form of phrases:
//
//	choice   = sequence { "|" sequence }
//	sequence = { item }
//	item     = word { "/" word } | "(" choice ")" | "[" choice "]" | "<" name ">" | ".." | "_"
//	word     = [ "~" | "=" ] letters
type phraseParser struct {
	*reader
	text  string
	pos   int
	depth int // of brackets and macros
}

// whole reads all of the text.
func (p *phraseParser) whole() (*expr, error) {
	e, err := p.choice()
	if err == nil && p.pos < len(p.text) {
		err = fmt.Errorf("stray %q", p.text[p.pos])
	}
	return e, err
}

func (p *phraseParser) peek() byte {
	for p.pos < len(p.text) && p.text[p.pos] == ' ' {
		p.pos++
	}
	if p.pos == len(p.text) {
		return 0
	}
	return p.text[p.pos]
}

func (p *phraseParser) choice() (*expr, error) {
	var list []*expr
	for {
		e, err := p.sequence()
		if err != nil {
			return nil, err
		}
		list = append(list, e)
		if p.peek() != '|' {
			return alt(list...), nil
		}
		p.pos++
	}
}

func (p *phraseParser) sequence() (*expr, error) {
	var list []*expr
	for {
		var e *expr
		var err error
		switch p.peek() {
		case 0, '|', ')', ']':
			if len(list) == 1 {
				return list[0], nil
			}
			return seq(list...), nil
		case '(', '[':
			e, err = p.bracket()
		case '<':
			e, err = p.macro()
		default:
			e, err = p.alternatives()
		}
		if err != nil {
			return nil, err
		}
		list = append(list, e)
	}
}

// bracket reads a choice in brackets; in square ones it may be missing.
func (p *phraseParser) bracket() (*expr, error) {
	open := p.text[p.pos]
	p.pos++
	if p.depth++; p.depth > maxNesting {
		return nil, fmt.Errorf("brackets nested more than %d deep", maxNesting)
	}
	e, err := p.choice()
	if err != nil {
		return nil, err
	}
	if end := p.peek(); end != ')' && end != ']' {
		return nil, fmt.Errorf("bracket without end")
	}
	p.pos++
	p.depth--
	if open == '[' {
		e = alt(seq(), e)
	}
	return e, nil
}

// macro reads a macro, which is parsed once.
func (p *phraseParser) macro() (*expr, error) {
	end := strings.IndexByte(p.text[p.pos:], '>')
	if end < 0 {
		return nil, fmt.Errorf("macro without end")
	}
	name := p.text[p.pos+1 : p.pos+end]
	p.pos += end + 1
	m, ok := p.macros[name]
	if !ok {
		return nil, fmt.Errorf("unknown macro %q", "<"+name+">")
	}
	if m.expr == nil {
		if p.depth >= maxNesting {
			return nil, fmt.Errorf("macro %q nested more than %d deep", "<"+name+">", maxNesting)
		}
		inner := &phraseParser{reader: p.reader, text: m.text, depth: p.depth + 1}
		e, err := inner.whole()
		if err != nil {
			return nil, fmt.Errorf("macro %q: %w", "<"+name+">", err)
		}
		m.expr = e
	}
	return m.expr, nil
}

// alternatives reads a word with its alternatives, a gap or a wildcard.
func (p *phraseParser) alternatives() (*expr, error) {
	start := p.pos
	for p.pos < len(p.text) && !strings.ContainsRune(" ()[]|<", rune(p.text[p.pos])) {
		p.pos++
	}
	raw := p.text[start:p.pos]
	switch raw {
	case "..":
		return &expr{op: gapExpr, shape: shape{1, 1, 1, 1, true, true}}, nil
	case "_":
		return &expr{op: anyExpr, shape: shape{1, 1, 1, 1, true, true}}, nil
	}
	var list []*expr
	for one := range strings.SplitSeq(raw, "/") {
		e := p.written[one]
		if e == nil {
			var err error
			if e, err = p.spelt(one); err != nil {
				return nil, err
			}
			p.written[one] = e
		}
		list = append(list, e)
	}
	return alt(list...), nil
}

// spelt reads one written word: several if it has a hyphen or is a compound,
// several ways if it is a separable verb such as ~op+slaan.
func (p *phraseParser) spelt(raw string) (*expr, error) {
	verb := strings.HasPrefix(raw, "~")
	key := wordKey{exact: strings.HasPrefix(raw, "=")}
	folded := words.Fold(strings.TrimLeft(raw, "~="))
	if i := strings.IndexFunc(folded, isNoWord); i >= 0 {
		r, _ := utf8.DecodeRuneInString(folded[i:])
		return nil, fmt.Errorf("stray %q", r)
	}
	if first, rest, ok := strings.Cut(folded, "+"); verb && ok && first != "" && rest != "" {
		return alt(
			p.one(wordKey{first + rest, true, false}),
			seq(p.one(wordKey{first, false, false}), p.infinitive(rest)),
			seq(p.one(wordKey{rest, true, false}), &expr{op: gapExpr, shape: shape{1, 1, 1, 1, true, true}}, p.one(wordKey{first, false, false})),
		), nil
	}
	var list []*expr
	for part := range strings.FieldsFuncSeq(folded, isWordMark) {
		key.verb = verb && len(part) > 1 // the mailen of ~e-mailen
		at := 0
		if !verb && !key.exact && !p.isHead[part] {
			at = p.split.Split([]byte(part))
		}
		if at > 0 {
			list = append(list, p.one(wordKey{text: part[:at]}), p.one(wordKey{text: part[at:]}))
			continue
		}
		key.text = part
		list = append(list, p.one(key))
	}
	switch len(list) {
	case 0:
		return nil, fmt.Errorf("a mark without a word")
	case 1:
		return list[0], nil
	}
	return seq(list...), nil
}

// infinitive returns what stands between the particle of a separable verb and
// its infinitive, and that: "op te nemen", "op te kunnen nemen", "op kunnen
// nemen".
func (p *phraseParser) infinitive(verb string) *expr {
	te, kunnen, rest := p.one(wordKey{"te", false, true}), p.one(wordKey{"kunnen", false, true}), p.one(wordKey{verb, false, true})
	return alt(seq(te, rest), seq(te, kunnen, rest), seq(kunnen, rest))
}

// isNoWord reports whether r can be no part of a written word.
func isNoWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !isWordMark(r)
}

// isWordMark reports whether r stands within a written word and parts words.
func isWordMark(r rune) bool { return strings.ContainsRune("-'’.+", r) }

// one returns the expr of a word.
func (p *phraseParser) one(key wordKey) *expr {
	w := p.words[key]
	if w == nil {
		w = &word{wordKey: key}
		p.words[key] = w
	}
	return &expr{op: wordExpr, word: w, shape: shape{min: 1, max: 1, alts: 1}}
}
