package taxonomy

import (
	"errors"
	"fmt"
	"iter"
	"strings"

	"golang.org/x/text/language"
)

// ID is the constraint that the id types of the facets satisfy. Beside the
// methods listed here each of them has
//
//	Is(ancestor T) bool  // whether the id is ancestor or a descendant of it
//	Parent() (T, bool)   // the nearest ancestor that is a concept
//
// which a constraint can ask for too: interface{ ID; Is(T) bool }.
type ID interface {
	Data | Purpose | LegalBasis | Recipient | Source | Retention | Disposal |
		Right | Safeguard | Security | Technology | ChangeNotice | Statement | Subject

	Facet() Facet
	Valid() bool
	Label(language.Tag) string
	Concept() (Concept, bool)
}

// What is wrong with an id that [Parse] refuses.
var (
	ErrSyntax  = errors.New("malformed id")
	ErrUnknown = errors.New("unknown id")
)

// A ParseError describes an id that [Parse] refuses.
type ParseError struct {
	Facet Facet
	ID    string
	Err   error // ErrSyntax or ErrUnknown
}

func (e *ParseError) Error() string {
	return fmt.Sprintf("taxonomy: %v %q of facet %q", e.Err, e.ID, string(e.Facet))
}

// Unwrap returns the cause.
func (e *ParseError) Unwrap() error { return e.Err }

// Parse returns the id that s is. Its error is a [*ParseError]. For
// [ErrUnknown], s has the form of an id but this version of the taxonomy does
// not have it; the id is returned all the same, for programs that keep what a
// newer version wrote. For [ErrSyntax] the id returned is "".
func Parse[T ID](s string) (T, error) {
	id := T(s)
	switch {
	case id.Valid():
		return id, nil
	case wellFormed(s):
		return id, &ParseError{id.Facet(), s, ErrUnknown}
	}
	return "", &ParseError{id.Facet(), s, ErrSyntax}
}

// wellFormed reports whether s is made of words of lower-case ASCII letters
// and digits, joined by single dots and hyphens.
func wellFormed(s string) bool {
	word := false // whether the byte before belongs to a word
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			word = true
		case (c == '.' || c == '-') && word:
			word = false
		default:
			return false
		}
	}
	return word
}

// IDs yields the ids of a facet in the order of [All].
func IDs[T ID]() iter.Seq[T] {
	return filter(func(T) bool { return true })
}

// Children yields the ids whose Parent is id, in the order of [All].
func Children[T ID](id T) iter.Seq[T] {
	t := id.Facet().table()
	return filter(func(c T) bool {
		p, ok := t.parent(string(c))
		return ok && p == string(id)
	})
}

// Descendants yields the ids below id at any depth, without id, in the order
// of [All]. The id need not be a concept: "identity" has descendants.
func Descendants[T ID](id T) iter.Seq[T] {
	return filter(func(c T) bool { return c != id && is(string(c), string(id)) })
}

// filter yields the ids of a facet that keep accepts.
func filter[T ID](keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		var zero T
		for _, c := range zero.Facet().table().span() {
			if id := T(c.ID); keep(id) && !yield(id) {
				return
			}
		}
	}
}

// is reports whether id is ancestor or extends it by further words.
func is(id, ancestor string) bool {
	rest, ok := strings.CutPrefix(id, ancestor)
	return ok && (rest == "" || ancestor != "" && rest[0] == '.')
}
