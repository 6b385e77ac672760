package lexicon

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse/internal/corpus"
	"example.com/policymodel/parse/internal/words"
)

// compileText compiles a lexicon from the text of one file.
func compileText(tb testing.TB, text string, inf inflector) *Lexicon {
	tb.Helper()
	r := newReader()
	require.NoError(tb, r.read("test.txt", text))
	l, err := compile(r, inf)
	require.NoError(tb, err)
	return l
}

func compile(r *reader, inf inflector) (*Lexicon, error) {
	c, f, err := prepare(r, inf)
	if err != nil {
		return nil, err
	}
	return c.lexicon(f)
}

// find returns the marks in text as "kind/id: words".
func find(l *Lexicon, text string) []string {
	s := words.Scanner{Vocabulary: &l.Vocabulary}
	ws := s.Block(text, 0, len(text))
	var out []string
	for _, m := range l.NewMatcher().Match(ws) {
		out = append(out, fmt.Sprintf("%s/%s: %s", m.Entry.Kind, m.Entry.ID, text[ws[m.First].Start:ws[m.Last].End]))
	}
	return out
}

func TestMatchEnglish(t *testing.T) {
	l := compileText(t, `
<net> = website | app
[verbs]
send sent
[data contact.email]
e-mail [address]
email address
[data contact.address]
address
[purpose improvement]
~improve .. <net>
[purpose marketing.direct]
~send .. newsletter
[cue collect]
~collect
[recipient provider]
service provider/supplier
[data account]
my _ account
[statement profiling]
=profiling
`, english{})
	for text, want := range map[string][]string{
		"your e-mail address":          {"data/contact.email: e-mail address", "data/contact.email: e-mail", "data/contact.address: address"},
		"EMAIL ADDRESSES":              {"data/contact.email: EMAIL ADDRESSES", "data/contact.address: ADDRESSES"},
		"email addressing":             nil,
		"we collected, are collecting": {"cue/collect: collected", "cue/collect: collecting"},
		"improving our website":        {"purpose/improvement: improving our website"},
		"improve and extend the apps":  {"purpose/improvement: improve and extend the apps"},
		"improve one two three four five six seven eight nine app": nil,
		"improve this; the app":   nil,
		"improve this. The app":   nil,
		"sent you the newsletter": {"purpose/marketing.direct: sent you the newsletter"},
		"service suppliers":       {"recipient/provider: service suppliers"},
		"my own account":          {"data/account: my own account"},
		"my account":              nil,
		"profiling":               {"statement/profiling: profiling"},
	} {
		assert.Equal(t, want, find(l, text), text)
	}
}

func TestMatchDutch(t *testing.T) {
	l := compileText(t, `
[compounds]
gegevens nummer
[verbs]
slaan sla slaat sloeg sloegen geslagen
[data location]
locatie gegevens
[data financial.bank-account]
bankrekeningnummer
[cue store]
~op+slaan
~bewaren
[data contact.address]
adres
[data identity.name]
naam
[cue collect]
~verzamelen
[cue except]
alleen
[cue such]
=alle
[cue third]
met anderen
[cue you]
andere _ gebruiker
[data demographic.country]
categorie
[purpose marketing.direct]
~e-mailen
[cue infinitive]
=te
`, dutch{})
	for text, want := range map[string][]string{
		"locatiegegevens":         {"data/location: locatiegegevens"},
		"locatie-gegevens":        {"data/location: locatie-gegevens"},
		"je bankrekeningnummers":  {"data/financial.bank-account: bankrekeningnummers"},
		"wij slaan dit veilig op": {"cue/store: slaan dit veilig op"},
		"om dit op te slaan":      {"cue/store: op te slaan", "cue/infinitive: te"},
		"bewaard":                 {"cue/store: bewaard"},
		"we bewaren":              {"cue/store: bewaren"},
		"hij bewaart":             {"cue/store: bewaart"},
		"adressen en namen":       {"data/contact.address: adressen", "data/identity.name: namen"},
		"alles, alleen, alle":     {"cue/except: alleen", "cue/such: alle"},
		"met andere, met anderen": {"cue/third: met anderen"},
		"categorieën":             {"data/demographic.country: categorieën"},
		"de adressen te e-mailen": {"data/contact.address: adressen", "cue/infinitive: te", "purpose/marketing.direct: e-mailen"},
		"verzamelde, verzamelt":   {"cue/collect: verzamelde", "cue/collect: verzamelt"},
	} {
		assert.Equal(t, want, find(l, text), text)
	}
}

func TestSyntaxErrors(t *testing.T) {
	for text, want := range map[string]string{
		"word":                       "before any [group]",
		"[nothing x]\nword":          "unknown kind",
		"[data no.such]\nword":       "unknown data",
		"[section nowhere]\nword":    "unknown section kind",
		"[block nothing]\nword":      "unknown kind",
		"[cue x]\n..":                "a gap stands at an end",
		"[cue x]\na ..":              "a gap stands at an end",
		"[cue x]\na .. b .. c .. d":  "gaps",
		"[cue x]\n(a":                "bracket without end",
		"[cue x]\na)":                "stray",
		"[cue x]\n[a]":               "unknown kind", // reads as a header
		"[cue x]\n[a] [b]":           "may be empty",
		"[cue x]\n<none>":            "unknown macro",
		"<a> = b\n<a> = c":           "defined twice",
		"<a> = <a> b\n[cue x]\n<a>":  "nested more than",
		"[cue x]\n~":                 "a mark without a word",
		"[cue x]\nword {odd}":        "unknown attribute",
		"[cue x]\nword {in nowhere}": "unknown section kind",
		"[cue x]\n" + strings.Repeat("a ", maxTokens+1): "words, at most",
	} {
		r := newReader()
		err := r.read("test.txt", text)
		if err == nil {
			_, err = compile(r, english{})
		}
		var syntax *SyntaxError
		if assert.ErrorAs(t, err, &syntax, text) {
			assert.Contains(t, syntax.Error(), want, text)
			assert.Positive(t, syntax.Line)
		}
	}
}

// plainMatch is the reference: every phrase is tried at every word.
func plainMatch(l *Lexicon, phrases []plainPhrase, ws []words.Word) []Mark {
	var out []Mark
	for i := range ws {
		var here []Mark
		for _, p := range phrases {
			for _, end := range p.ends(ws, 0, i) {
				if m := (Mark{int32(i), int32(end - 1), p.entry}); !slices.Contains(here, m) {
					here = append(here, m)
				}
			}
		}
		slices.SortStableFunc(here, func(a, b Mark) int { return int(b.Last - a.Last) })
		for k, m := range here {
			shorter := m.Entry.Gap && slices.ContainsFunc(here[k+1:], func(o Mark) bool { return o.Entry == m.Entry })
			if !shorter {
				out = append(out, m)
			}
		}
	}
	return out
}

type plainPhrase struct {
	tokens []*expr
	entry  *Entry
	lemmas []int32 // by symbol
}

// sequences multiplies e out.
func sequences(e *expr) [][]*expr {
	switch e.op {
	case seqExpr:
		all := [][]*expr{nil}
		for _, x := range e.list {
			var longer [][]*expr
			for _, a := range all {
				for _, b := range sequences(x) {
					longer = append(longer, slices.Concat(a, b))
				}
			}
			all = longer
		}
		return all
	case altExpr:
		var all [][]*expr
		for _, x := range e.list {
			all = append(all, sequences(x)...)
		}
		return all
	}
	return [][]*expr{{e}}
}

// ends returns where the tokens from t on can end if they start at word i.
func (p plainPhrase) ends(ws []words.Word, t, i int) []int {
	if t == len(p.tokens) {
		return []int{i}
	}
	open := func(k int) bool { return k < len(ws) && (k == i && t == 0 || ws[k].Before&words.Strong == 0) }
	switch tok := p.tokens[t]; tok.op {
	case gapExpr:
		var out []int
		for k := i; k <= i+englishGap && open(k); k++ {
			out = append(out, p.ends(ws, t+1, k)...)
		}
		return out
	case anyExpr:
		if open(i) {
			return p.ends(ws, t+1, i+1)
		}
	default:
		if open(i) && p.lemmas[ws[i].Lemma] == tok.word.lemma && ws[i].Form&tok.word.accept != 0 {
			return p.ends(ws, t+1, i+1)
		}
	}
	return nil
}

// compileApart compiles a lexicon with an automaton in which no nodes join: the
// marks at one word come in the order of the nodes there, each with all that it
// leads to.
func compileApart(tb testing.TB, r *reader, inf inflector) *Lexicon {
	tb.Helper()
	c, f, err := prepare(r, inf)
	require.NoError(tb, err)
	for i := range f.last {
		f.last[i].all.add(0)
		f.last[i].wild.add(0)
	}
	l, err := c.lexicon(f)
	require.NoError(tb, err)
	return l
}

// requireSame requires that marks, of different lexicons, are the same in the
// same order.
func requireSame(t *testing.T, want, got []Mark) {
	t.Helper()
	require.Len(t, got, len(want))
	for i, w := range want {
		if g := got[i]; g.First != w.First || g.Last != w.Last || *g.Entry != *w.Entry {
			require.Equal(t, w, g, "mark %d", i)
		}
	}
}

// TestMatchOrder reads the corpus with the built-in phrases.
func TestMatchOrder(t *testing.T) {
	dir := corpus.Path(t)
	for lang, inf := range map[string]inflector{"en": english{}, "nl": dutch{}} {
		files, err := filesOf(lang)
		require.NoError(t, err)
		r := newReader()
		for _, f := range files {
			require.NoError(t, r.read(f.name, string(f.contents)))
		}
		apart := compileApart(t, r, inf).NewMatcher()
		l := builtIn(lang)
		m := l.NewMatcher()
		paths, err := filepath.Glob(filepath.Join(dir, "corpus", "wild*", "*"))
		require.NoError(t, err)
		require.NotEmpty(t, paths)
		marks := 0
		for _, path := range paths {
			b, err := os.ReadFile(path)
			require.NoError(t, err)
			s := words.Scanner{Vocabulary: &l.Vocabulary}
			ws := s.Block(string(b), 0, len(b))
			requireSame(t, apart.MatchHeading(ws), m.MatchHeading(ws))
			requireSame(t, apart.Blocks(), m.Blocks())
			marks += len(m.marks)
		}
		assert.Positive(t, marks)
		t.Logf("%s: %d marks", lang, marks)
	}
}

func FuzzMatch(f *testing.F) {
	const file = `
[cue collect]
a b
a b c
~b .. c
a .. c .. d
[cue use]
a b
b c
[section collection]
b c
[cue label]
c d
[cue law]
a
=b
[cue child]
b/d
(d | a c)
[block data]
a d
b .. d
[data contact]
b [c] d
a _ c
a
(a | b c) d/e
`
	r := newReader()
	require.NoError(f, r.read("test.txt", file))
	c, fr, err := prepare(r, english{})
	require.NoError(f, err)
	lemmas := make([]int32, fr.symbols.last+1)
	for lemma, list := range fr.symbols.of {
		for _, n := range list {
			lemmas[n.symbol] = int32(lemma)
		}
	}
	l, err := c.lexicon(fr)
	require.NoError(f, err)
	apart := compileApart(f, r, english{})
	var plain, alone []plainPhrase
	for _, p := range r.phrases {
		e, err := r.parse(p.text)
		require.NoError(f, err)
		entry := *p.entry
		entry.Gap = e.gaps > 0
		if e.max == 1 && entry.told() {
			for _, tokens := range sequences(e) {
				alone = append(alone, plainPhrase{tokens, &entry, lemmas})
			}
			continue
		}
		for _, tokens := range sequences(e) {
			plain = append(plain, plainPhrase{tokens, &entry, lemmas})
		}
	}
	for _, s := range []string{"a b c d", "a x c; d", "b c d e a b", "a a a b b c. d", "bing x c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 400 {
			return
		}
		s := words.Scanner{Vocabulary: &l.Vocabulary}
		ws := s.Block(text, 0, len(text))
		// what is marked where; one mark may stand for several cues
		show := func(ms []Mark, everything bool) []string {
			var out []string
			for _, m := range ms {
				e := m.Entry
				for c := range CueID(maxCues) {
					if e.Is(c) && (everything || m.First == 0 || c != CueLabel) {
						out = append(out, fmt.Sprintf("%d-%d cue %d gap %v", m.First, m.Last, c, e.Gap))
					}
				}
				if e.Kind != Cue && (everything || m.First == 0 || e.Kind != Section) {
					out = append(out, fmt.Sprintf("%d-%d %s %s gap %v", m.First, m.Last, e.Kind, e.ID, e.Gap))
				}
			}
			slices.Sort(out)
			return slices.Compact(out)
		}
		want := plainMatch(l, plain, ws)
		m, a := l.NewMatcher(), apart.NewMatcher()
		require.Equal(t, show(want, false), show(slices.Concat(m.Match(ws), m.Blocks()), true))
		require.Equal(t, show(want, true), show(slices.Concat(m.MatchHeading(ws), m.Blocks()), true))
		requireSame(t, a.MatchHeading(ws), m.MatchHeading(ws))
		requireSame(t, a.Blocks(), m.Blocks())
		var told, each CueSet
		for _, mark := range plainMatch(l, alone, ws) {
			told.Union(mark.Entry.Cues())
		}
		for _, w := range ws {
			each.Union(l.Cues(w))
		}
		require.Equal(t, told, *m.Cues())
		require.Equal(t, told, each)
	})
}

// TestMatchIsLinear counts the steps for repeated prefixes of a phrase with
// gaps: twice the text may take at most twice the steps.
func TestMatchIsLinear(t *testing.T) {
	l := compileText(t, "[cue x]\n~improve .. app .. website\nimprove improve improve improve app", english{})
	steps := func(n int) int {
		text := strings.Repeat("improve app ", n)
		s := words.Scanner{Vocabulary: &l.Vocabulary}
		m := l.NewMatcher()
		m.Match(s.Block(text, 0, len(text)))
		return m.Steps
	}
	one, two := steps(25000), steps(50000)
	assert.LessOrEqual(t, float64(two), 2.01*float64(one))
}
