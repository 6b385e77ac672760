package lexicon

import (
	"fmt"
	"strings"

	"example.com/policymodel/parse/internal/words"
)

// A token is one step of a phrase.
type token struct {
	kind   tokenKind
	word   string // folded
	verb   bool
	exact  bool
	lemma  int32
	accept words.Form
}

type tokenKind uint8

const (
	wordToken tokenKind = iota
	gapToken            // ..
	anyToken            // _
)

// Limits on phrases, so that matching stays linear.
const (
	maxTokens       = 14
	maxGaps         = 2
	maxAlternatives = 20000
)

// expand returns the token sequences that a phrase stands for: macros,
// alternatives and optional words are multiplied out.
func (r *reader) expand(text string) ([][]token, error) {
	text, err := r.substitute(text, 0)
	if err != nil {
		return nil, err
	}
	p := &phraseParser{text: text}
	alts, err := p.sequence()
	if err == nil && p.pos < len(p.text) {
		err = fmt.Errorf("stray %q", p.text[p.pos])
	}
	if err != nil {
		return nil, err
	}
	out := alts[:0]
	for _, seq := range alts {
		gaps := 0
		for _, t := range seq {
			switch {
			case t.kind != wordToken:
				gaps++
			case t.word == "":
				return nil, fmt.Errorf("a mark without a word")
			}
		}
		switch {
		case len(seq) == 0:
			return nil, fmt.Errorf("phrase may be empty")
		case len(seq) > maxTokens:
			return nil, fmt.Errorf("phrase of %d words, at most %d are allowed", len(seq), maxTokens)
		case gaps > maxGaps:
			return nil, fmt.Errorf("%d gaps, at most %d are allowed", gaps, maxGaps)
		case seq[0].kind != wordToken || seq[len(seq)-1].kind != wordToken:
			return nil, fmt.Errorf("a gap stands at an end")
		}
		out = append(out, seq)
	}
	return out, nil
}

// substitute replaces <macro> by its alternatives in brackets.
func (r *reader) substitute(text string, depth int) (string, error) {
	for {
		i := strings.IndexByte(text, '<')
		if i < 0 {
			return text, nil
		}
		j := strings.IndexByte(text[i:], '>')
		if j < 0 || depth > 8 {
			return "", fmt.Errorf("macro without end, or nested too deeply")
		}
		body, ok := r.macros[text[i+1:i+j]]
		if !ok {
			return "", fmt.Errorf("unknown macro %q", text[i:i+j+1])
		}
		body, err := r.substitute(body, depth+1)
		if err != nil {
			return "", err
		}
		text = text[:i] + "(" + body + ")" + text[i+j+1:]
	}
}

// A phraseParser reads the form of phrases:
//
//	choice   = sequence { "|" sequence }
//	sequence = { item }
//	item     = word { "/" word } | "(" choice ")" | "[" choice "]" | ".." | "_"
//	word     = [ "~" | "=" ] letters
type phraseParser struct {
	text string
	pos  int
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

func (p *phraseParser) choice() ([][]token, error) {
	all, err := p.sequence()
	for err == nil && p.peek() == '|' {
		p.pos++
		var more [][]token
		more, err = p.sequence()
		all = append(all, more...)
	}
	return all, err
}

func (p *phraseParser) sequence() ([][]token, error) {
	all := [][]token{nil}
	for {
		var item [][]token
		switch c := p.peek(); c {
		case 0, '|', ')', ']':
			return all, nil
		case '(', '[':
			p.pos++
			inner, err := p.choice()
			if err != nil {
				return nil, err
			}
			if end := p.peek(); end != ')' && end != ']' {
				return nil, fmt.Errorf("bracket without end")
			}
			p.pos++
			item = inner
			if c == '[' {
				item = append([][]token{nil}, inner...)
			}
		default:
			item = p.word()
		}
		if len(all)*len(item) > maxAlternatives {
			return nil, fmt.Errorf("more than %d alternatives", maxAlternatives)
		}
		product := make([][]token, 0, len(all)*len(item))
		for _, a := range all {
			for _, b := range item {
				product = append(product, append(a[:len(a):len(a)], b...))
			}
		}
		all = product
	}
}

// word reads a word with its alternatives, a gap or a wildcard.
func (p *phraseParser) word() [][]token {
	start := p.pos
	for p.pos < len(p.text) && !strings.ContainsRune(" ()[]|", rune(p.text[p.pos])) {
		p.pos++
	}
	raw := p.text[start:p.pos]
	switch raw {
	case "..":
		return [][]token{{{kind: gapToken}}}
	case "_":
		return [][]token{{{kind: anyToken}}}
	}
	var alts [][]token
	for alt := range strings.SplitSeq(raw, "/") {
		alts = append(alts, wordTokens(alt)...)
	}
	return alts
}

// wordTokens turns one written word into tokens, more than one if it has a
// hyphen, and into several sequences if it is a separable verb such as
// ~op|slaan, written ~op+slaan.
func wordTokens(raw string) [][]token {
	verb, exact := strings.HasPrefix(raw, "~"), strings.HasPrefix(raw, "=")
	folded := words.Fold(strings.TrimLeft(raw, "~="))
	if first, rest, ok := strings.Cut(folded, "+"); verb && ok && first != "" && rest != "" {
		return [][]token{
			{{word: first + rest, verb: true}},
			{{word: first}, {word: "te"}, {word: rest, exact: true}},
			{{word: rest, verb: true}, {kind: gapToken}, {word: first}},
		}
	}
	var seq []token
	for part := range strings.FieldsFuncSeq(folded, func(c rune) bool { return c == '-' || c == '\'' || c == '’' || c == '.' || c == '+' }) {
		seq = append(seq, token{word: part, verb: verb, exact: exact})
	}
	if seq == nil {
		seq = []token{{}}
	}
	return [][]token{seq}
}
