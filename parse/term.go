package parse

import (
	"golang.org/x/text/language"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/taxonomy"
)

// A Term is a phrase that stands for a concept of the taxonomy. Phrase has the
// form of the lexicon files: words in their base form, "~" before a verb that
// may be inflected, "a/b" for alternatives, "[a]" for what may be missing,
// ".." for up to six words between (eight in Dutch).
type Term struct {
	Facet    taxonomy.Facet
	ID       string // of a concept of Facet
	Phrase   string
	Name     string       // for a recipient: its name
	Language language.Tag // of the texts that it is for; the zero tag means every language
}

// NewTerm returns the Term that makes phrase stand for a concept.
func NewTerm[T taxonomy.ID](id T, phrase string) Term {
	return Term{Facet: id.Facet(), ID: string(id), Phrase: phrase}
}

// isFor reports whether t is for texts in lang.
func (t *Term) isFor(lang string) bool {
	base, _ := t.Language.Base()
	return t.Language == language.Und || base.String() == lang
}

// lexiconTerms returns the terms that are for lang.
func lexiconTerms(terms []Term, lang string) []lexicon.Term {
	var out []lexicon.Term
	for _, t := range terms {
		if t.isFor(lang) {
			out = append(out, lexicon.Term{Kind: lexicon.KindOf(t.Facet), ID: t.ID, Phrase: t.Phrase, Name: t.Name})
		}
	}
	return out
}
