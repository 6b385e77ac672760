package lexicon

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"example.com/policymodel/parse/internal/words"
)

//go:embed data
var data embed.FS

// English and Dutch return the built-in lexicon of their language. It is made
// on first use.
var (
	English = sync.OnceValue(func() *Lexicon { return builtIn("en") })
	Dutch   = sync.OnceValue(func() *Lexicon { return builtIn("nl") })
)

// builtIn returns the lexicon of a language: its encoded form if that is up to
// date, or else compiled.
func builtIn(lang string) *Lexicon {
	files, err := filesOf(lang)
	if err == nil {
		var l *Lexicon
		if l, err = decode(encodedOf(lang), files); err != nil {
			l, err = Compile(lang, nil)
		}
		if err == nil {
			l.Language = lang
			return l
		}
	}
	panic(err) // the files are our own, and tests compile them
}

// A file is a file of a language.
type file struct {
	name     string
	contents []byte
}

// filesOf returns the files of a language, by name.
func filesOf(lang string) ([]file, error) {
	names, err := fs.Glob(data, path.Join("data", lang, "*.txt"))
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("lexicon: no files for language %q", lang)
	}
	slices.Sort(names)
	var files []file
	for _, name := range names {
		contents, err := data.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, file{path.Base(name), contents})
	}
	return files, nil
}

// encodedOf returns the encoded form of a lexicon, nothing if there is none.
func encodedOf(lang string) []byte {
	b, err := data.ReadFile(path.Join("data", lang+".gen.bin"))
	if err != nil {
		return nil
	}
	return b
}

// A Term is a phrase that a caller adds.
type Term struct {
	Kind   Kind
	ID     string
	Phrase string // in the form of the lexicon files
	Name   string // of a named recipient
}

// Compile returns the lexicon of "en" or "nl" with more terms. Its error is a
// *SyntaxError, or errSize.
func Compile(lang string, more []Term) (*Lexicon, error) {
	files, err := filesOf(lang)
	if err != nil {
		return nil, err
	}
	c, f, err := prepareFiles(lang, files, more)
	if err != nil {
		return nil, err
	}
	l, err := c.lexicon(f)
	if err == nil {
		l.Language = lang
	}
	return l, err
}

// prepareFiles prepares the lexicon of a language with more terms.
func prepareFiles(lang string, files []file, more []Term) (*compiler, *freezer, error) {
	r := newReader()
	for _, f := range files {
		if err := r.read(f.name, string(f.contents)); err != nil {
			return nil, nil, err
		}
	}
	if err := r.terms(more); err != nil {
		return nil, nil, err
	}
	return prepare(r, inflectorOf(lang))
}

// CheckTerms tells whether Compile would accept the terms, at less cost. Its error
// is a *SyntaxError, of which Line tells the term, from 1.
func CheckTerms(lang string, terms []Term) error {
	r := newReader()
	if heads, err := data.ReadFile(path.Join("data", lang, compoundsFile)); err == nil {
		if err := r.read(compoundsFile, string(heads)); err != nil {
			return err
		}
	}
	r.addHeads(inflectorOf(lang), &r.split)
	if err := r.terms(terms); err != nil {
		return err
	}
	_, err := r.parseAll()
	return err
}

// compoundsFile has the last parts of compounds, in languages that have any.
const compoundsFile = "compounds.txt"

// inflectorOf returns the inflector of a language.
func inflectorOf(lang string) inflector {
	if lang == "nl" {
		return dutch{}
	}
	return english{}
}

// addHeads adds the last parts of compounds that were read to vocabularies.
func (r *reader) addHeads(inf inflector, to ...*words.Vocabulary) {
	for _, h := range r.heads {
		r.isHead[words.Fold(h)] = true
		for _, f := range inf.noun(words.Fold(h)) {
			for _, v := range to {
				v.AddHead(f.word)
			}
		}
	}
}

// maxTermSteps limits the terms of a caller, so that there is room in an automaton
// for what they lead to.
const maxTermSteps = 16000

// parseAll parses the phrases.
func (r *reader) parseAll() ([]*expr, error) {
	exprs, steps := make([]*expr, len(r.phrases)), 0
	for i, p := range r.phrases {
		e, err := r.parse(p.text)
		if err == nil && p.file == termsFile {
			if steps += e.steps(); steps > maxTermSteps {
				err = fmt.Errorf("more than %d words in all, where alternatives are multiplied out", maxTermSteps)
			}
		}
		if err != nil {
			return nil, &SyntaxError{p.file, p.line, err.Error()}
		}
		exprs[i] = e
	}
	return exprs, nil
}

// steps returns how many steps e makes in a trie at most.
func (e *expr) steps() int {
	all, ways := 0, 1
	for _, x := range e.list {
		all += ways * x.steps()
		if e.op == seqExpr {
			ways *= x.alts
		}
	}
	if e.op == seqExpr || e.op == altExpr {
		return all
	}
	return 1
}

// termsFile is what stands for the name of a file where terms are concerned.
const termsFile = "terms"

// terms adds a caller's terms.
func (r *reader) terms(terms []Term) error {
	for i, t := range terms {
		e := &Entry{Kind: t.Kind, Concept: -1, Sense: r.senses.of(Sense{t.ID, t.Name})}
		err := error(nil)
		if t.Kind > Subject {
			err = fmt.Errorf("unknown facet")
		} else {
			err = r.check(e)
		}
		if err != nil {
			return &SyntaxError{termsFile, i + 1, err.Error()}
		}
		r.phrases = append(r.phrases, phrase{t.Phrase, e, i + 1, termsFile})
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
	verbal []bool // by lemma: whether the files use it as a verb
}

type lemma struct {
	id     int32
	accept words.Form // the forms that the word as written stands for
}

// prepare enters the phrases of r, of which lexicon then makes the rest.
func prepare(r *reader, inf inflector) (*compiler, *freezer, error) {
	c := &compiler{reader: r, inf: inf, lex: &Lexicon{gap: inf.gap()}, lemmas: map[string]lemma{}}
	v := &c.lex.Vocabulary
	r.addHeads(inf, &r.split, v)
	for _, a := range r.abbrs {
		v.AddAbbreviation(words.Fold(a))
	}
	exprs, err := r.parseAll()
	if err != nil {
		return nil, nil, err
	}
	c.enter()
	c.resolve()
	t := newTrie()
	known := map[Entry]int{} // phrases that stand for the same share an entry
	for i, e := range exprs {
		entry := *r.phrases[i].entry
		if e.max == 1 && entry.told() {
			t.tell(e, &entry.cues)
			continue
		}
		entry.Gap, entry.Verb = e.gaps > 0, startsWithVerb(e)
		n, ok := known[entry]
		if !ok || entry.Gap { // of one that has a gap, a mark may be another's repetition
			n = len(c.lex.entries)
			known[entry] = n
			c.lex.entries = append(c.lex.entries, entry)
		}
		t.add(e, entry.phrase(n))
	}
	return c, t.freezer(v, int(c.last)+1, &joiner{entries: c.lex.entries, of: map[CueSet]uint32{}}), nil
}

// errSize tells that there are more phrases than an automaton can hold.
var errSize = errors.New("lexicon: too many phrases")

// lexicon returns the lexicon with the automaton that f makes.
func (c *compiler) lexicon(f *freezer) (*Lexicon, error) {
	l := c.lex
	if f.symbols.last > maxSymbol {
		return nil, errSize
	}
	l.auto = f.automaton()
	l.entries = f.join.entries
	if f.full || len(l.entries) > maxEntries || len(l.auto.tells) > maxTold {
		return nil, errSize
	}
	l.verbs = make([]bool, len(l.auto.starts))
	for lemma, is := range c.verbal {
		for _, n := range f.symbols.of[lemma] {
			l.verbs[n.symbol] = is
		}
	}
	return l, nil
}

// phrase returns the phrase of entry i, as in automaton.
func (e *Entry) phrase(i int) uint32 {
	p := uint32(i) << phraseBits
	if e.Gap {
		p |= gapped
	}
	if e.Titles() {
		p |= titular
	}
	if e.Kind == Block {
		p |= blocking
	}
	return p
}

// told reports whether a word may tell e by itself.
func (e *Entry) told() bool { return e.Kind == Cue && e.Plain() && !e.cues.Any(Placed) }

// titles are cues that only the head of a table, a heading or a label gives.
var titles = Cues(CueLabel, CueDataHead)

// startsWithVerb reports whether e starts with a verb in one way at least.
func startsWithVerb(e *expr) bool {
	switch e.op {
	case wordExpr:
		return e.word.verb
	case seqExpr:
		return len(e.list) > 0 && startsWithVerb(e.list[0])
	case altExpr:
		for _, x := range e.list {
			if startsWithVerb(x) {
				return true
			}
		}
	}
	return false
}

// resolve gives every word of the phrases its lemma.
func (c *compiler) resolve() {
	c.verbal = make([]bool, c.last+1)
	for _, w := range c.words {
		known := c.lemmas[w.text]
		w.lemma, w.accept = known.id, known.accept
		switch {
		case w.verb:
			w.accept = words.AnyForm
			c.verbal[w.lemma] = true
		case w.exact:
			w.lemma, w.accept = c.lex.Vocabulary.Lookup(w.text)
		}
	}
}

// enter fills the vocabulary. Shorter words go first, so that a word which is
// an inflection of another (addresses, collecting) shares its lemma.
func (c *compiler) enter() {
	known := make(map[string]bool, len(c.words)) // true for verbs
	for key := range c.words {
		known[key.text] = known[key.text] || key.verb
	}
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
