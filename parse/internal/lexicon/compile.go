package lexicon

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"example.com/policymodel/parse/internal/words"
)

//go:embed data/en data/nl
var data embed.FS

// English and Dutch return the built-in lexicon of their language. It is
// compiled on first use.
var (
	English = sync.OnceValue(func() *Lexicon { return mustCompile("en") })
	Dutch   = sync.OnceValue(func() *Lexicon { return mustCompile("nl") })
)

func mustCompile(lang string) *Lexicon {
	l, err := Compile(lang, nil)
	if err != nil {
		panic(err) // the files are our own, and tests compile them
	}
	return l
}

// A Term is a phrase that a caller adds.
type Term struct {
	Kind   Kind
	ID     string
	Phrase string // in the form of the lexicon files
	Name   string // of a named recipient
}

// Compile returns the lexicon of "en" or "nl" with more terms. Its error is a
// *SyntaxError.
func Compile(lang string, more []Term) (*Lexicon, error) {
	r := newReader()
	files, err := fs.Glob(data, path.Join("data", lang, "*.txt"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("lexicon: no files for language %q", lang)
	}
	slices.Sort(files)
	for _, f := range files {
		contents, err := data.ReadFile(f)
		if err != nil {
			return nil, err
		}
		if err := r.read(path.Base(f), string(contents)); err != nil {
			return nil, err
		}
	}
	if err := r.terms(more); err != nil {
		return nil, err
	}
	var inf inflector = english{}
	if lang == "nl" {
		inf = dutch{}
	}
	l, err := compile(r, inf)
	if err == nil {
		l.Language = lang
	}
	return l, err
}

// CheckTerms tells whether Compile would accept the terms, at less cost.
func CheckTerms(terms []Term) error {
	r := newReader()
	if err := r.terms(terms); err != nil {
		return err
	}
	for _, p := range r.phrases {
		if _, err := r.expand(p.text); err != nil {
			return &SyntaxError{p.file, p.line, err.Error()}
		}
	}
	return nil
}

// terms adds a caller's terms.
func (r *reader) terms(terms []Term) error {
	for i, t := range terms {
		e := &Entry{Kind: t.Kind, ID: t.ID, Name: t.Name, Concept: -1}
		err := error(nil)
		if t.Kind > Subject {
			err = fmt.Errorf("unknown facet")
		} else {
			err = r.check(e)
		}
		if err != nil {
			return &SyntaxError{"terms", i + 1, err.Error()}
		}
		r.phrases = append(r.phrases, phrase{t.Phrase, e, i + 1, "terms"})
	}
	return nil
}

// A compiler turns phrases into a lexicon.
type compiler struct {
	*reader
	inf    inflector
	lex    *Lexicon
	lemmas map[string]lemma // by folded word as the files write it
	last   int32
}

type lemma struct {
	id     int32
	accept words.Form // the forms that the word as written stands for
}

func compile(r *reader, inf inflector) (*Lexicon, error) {
	c := &compiler{reader: r, inf: inf, lex: new(Lexicon), lemmas: map[string]lemma{}}
	v := &c.lex.Vocabulary
	for _, h := range r.heads {
		for _, f := range inf.noun(words.Fold(h)) {
			v.AddHead(f.word)
		}
	}
	for _, a := range r.abbrs {
		v.AddAbbreviation(words.Fold(a))
	}
	type expanded struct {
		seqs  [][]token
		entry *Entry
	}
	var all []expanded
	known := map[string]bool{} // words, true for verbs
	for _, p := range r.phrases {
		seqs, err := r.expand(p.text)
		if err != nil {
			return nil, &SyntaxError{p.file, p.line, err.Error()}
		}
		for i, seq := range seqs {
			seqs[i] = c.split(seq)
			for _, t := range seqs[i] {
				if t.kind == wordToken {
					known[t.word] = known[t.word] || t.verb
				}
			}
		}
		all = append(all, expanded{seqs, p.entry})
	}
	c.enter(known)
	c.lex.trie.init(int(c.last) + 1)
	c.lex.verbs = make([]bool, c.last+1)
	for w, verb := range known {
		if verb {
			c.lex.verbs[c.lemmas[w].id] = true
		}
	}
	for _, x := range all {
		for _, seq := range x.seqs {
			e := x.entry
			e.Verb = seq[0].verb
			for i := range seq {
				switch t := &seq[i]; {
				case t.kind != wordToken:
					e.Gap = true
				case t.exact:
					t.lemma, t.accept = v.Lookup(t.word)
				case t.verb:
					t.lemma, t.accept = c.lemmas[t.word].id, words.AnyForm
				default:
					t.lemma, t.accept = c.lemmas[t.word].id, c.lemmas[t.word].accept
				}
			}
			c.lex.trie.add(seq, e)
		}
	}
	return c.lex, nil
}

// split cuts compounds in two, as the scanner does with those of a text.
func (c *compiler) split(seq []token) []token {
	var out []token
	for _, t := range seq {
		at := 0
		if t.kind == wordToken && !t.verb && !t.exact && !slices.Contains(c.heads, t.word) {
			at = c.lex.Vocabulary.Split([]byte(t.word))
		}
		if at == 0 {
			out = append(out, t)
			continue
		}
		first, rest := t, t
		first.word, rest.word = t.word[:at], t.word[at:]
		out = append(out, first, rest)
	}
	return out
}

// enter fills the vocabulary. Shorter words go first, so that a word which is
// an inflection of another (addresses, collecting) shares its lemma.
func (c *compiler) enter(known map[string]bool) {
	list := make([]string, 0, len(known)+len(c.heads))
	for w := range known {
		list = append(list, w)
	}
	for _, h := range c.heads {
		if _, ok := known[h]; !ok {
			list = append(list, h)
		}
	}
	slices.SortFunc(list, func(a, b string) int {
		// verbs before nouns: the infinitive owns its forms
		if va, vb := known[a], known[b]; va != vb {
			if va {
				return -1
			}
			return 1
		}
		if len(a) != len(b) {
			return len(a) - len(b)
		}
		return strings.Compare(a, b)
	})
	v := &c.lex.Vocabulary
	for _, w := range list {
		id, accept := v.Lookup(w)
		if id == 0 {
			c.last++
			id, accept = c.last, words.Nominal
		}
		forms := c.inf.noun(w)
		switch {
		case known[w]:
			irregular := c.verbs[w]
			if len(irregular) > 0 {
				irregular = irregular[1:]
			}
			forms = append(forms[:1:1], c.inf.verb(w, irregular)...)
			if accept&words.Base != 0 {
				forms = append(forms, c.inf.noun(w)...)
			}
		case accept&words.Base == 0: // an inflection of another word: its plural goes with it
			for i := range forms {
				forms[i].form = accept
			}
		}
		for _, f := range forms {
			v.Add(f.word, id, f.form)
		}
		if accept&words.Base != 0 {
			accept = words.Nominal
		}
		c.lemmas[w] = lemma{id, accept}
	}
}
