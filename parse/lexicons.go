package parse

import (
	"slices"
	"sync"

	"golang.org/x/text/language"

	"example.com/policymodel/parse/internal/lexicon"
)

// languages are the languages that are read. A text in any other is read with
// the first.
var languages = [...]string{"en", "nl"}

// languageIndex returns the place in languages of that which texts in the
// language of tag are read in.
func languageIndex(tag language.Tag) int {
	base, _ := tag.Base()
	return max(0, slices.Index(languages[:], base.String()))
}

// lexicons holds the compiled lexicons of a Parser: those of a language alone,
// shared by all parsers, or with terms of the caller's or of a profile.
type lexicons struct {
	terms  []Term
	own    [len(languages)]func() *lexicon.Lexicon                // with terms; nil if there are none
	custom *Profile                                               // a caller's profile
	byProf [len(languages)]func() *lexicon.Lexicon                // for custom
	built  [len(languages)][len(profiles)]func() *lexicon.Lexicon // for a built-in profile
}

// shared are the lexicons of the built-in profiles without terms of a caller.
var shared = func() (t [len(languages)][len(profiles)]func() *lexicon.Lexicon) {
	for i := range languages {
		for j := range profiles {
			t[i][j] = lazily(i, profiles[j].Terms)
		}
	}
	return t
}()

// lazily returns a function that compiles on its first call.
func lazily(lang int, terms []Term) func() *lexicon.Lexicon {
	more := lexiconTerms(terms, languages[lang])
	if len(more) == 0 {
		return [...]func() *lexicon.Lexicon{lexicon.English, lexicon.Dutch}[lang]
	}
	return sync.OnceValue(func() *lexicon.Lexicon {
		l, err := lexicon.Compile(languages[lang], more)
		if err != nil {
			panic(err) // checked by New, or our own
		}
		return l
	})
}

// init prepares the lexicons that cfg, which was checked, asks for.
func (ls *lexicons) init(cfg *Config) {
	*ls = lexicons{terms: cfg.Terms, custom: cfg.Profile, built: shared}
	var profileTerms []Term
	if cfg.Profile != nil {
		profileTerms = cfg.Profile.Terms
	}
	for i := range languages {
		ls.own[i] = lazily(i, cfg.Terms)
		ls.byProf[i] = lazily(i, slices.Concat(cfg.Terms, profileTerms))
		if len(cfg.Terms) > 0 {
			for j, p := range profiles {
				ls.built[i][j] = lazily(i, slices.Concat(cfg.Terms, p.Terms))
			}
		}
	}
}

// of returns the lexicon for a text.
func (ls *lexicons) of(lang language.Tag, prof *Profile) *lexicon.Lexicon {
	i := languageIndex(lang)
	if prof == ls.custom {
		return ls.byProf[i]()
	}
	for j, p := range profiles {
		if p == prof {
			return ls.built[i][j]()
		}
	}
	return ls.own[i]()
}
