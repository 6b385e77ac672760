package lexicon

import (
	"fmt"
	"strings"

	"example.com/policymodel/parse/internal/words"
)

// A SyntaxError tells what is wrong in a lexicon file.
type SyntaxError struct {
	File    string
	Line    int // from 1
	Message string
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("lexicon: %s:%d: %s", e.File, e.Line, e.Message)
}

// A phrase is one line of a lexicon file.
type phrase struct {
	text  string
	entry *Entry
	line  int
	file  string
}

// A reader collects the phrases, verbs and macros of one language's files.
type reader struct {
	phrases []phrase
	verbs   map[string][]string // irregular forms by infinitive
	heads   []string            // last parts of compounds
	isHead  map[string]bool     // the heads, folded
	split   words.Vocabulary    // of the heads alone
	abbrs   []string
	macros  map[string]*macro
	cues    map[string]CueID
	words   map[wordKey]*word // of all phrases
	written map[string]*expr  // words as the files write them

	senses   pool[Sense]
	bindings pool[binding]
}

// A pool gives equal things one place.
type pool[T comparable] map[T]*T

func (p pool[T]) of(x T) *T {
	if p[x] == nil {
		p[x] = &x
	}
	return p[x]
}

// A macro is a name for a part of phrases.
type macro struct {
	text string
	expr *expr // nil until it is used
}

func newReader() *reader {
	r := &reader{
		verbs: map[string][]string{}, isHead: map[string]bool{}, macros: map[string]*macro{},
		cues: map[string]CueID{}, words: map[wordKey]*word{}, written: map[string]*expr{},
		senses: pool[Sense]{}, bindings: pool[binding]{},
	}
	for i, name := range cueNames {
		r.cues[name] = CueID(i)
	}
	return r
}

// read adds the contents of a file.
func (r *reader) read(file, contents string) error {
	var group *Entry
	special := "" // verbs, compounds, abbreviations
	n := 0
	for line := range strings.Lines(contents) {
		n++
		fail := func(format string, args ...any) error {
			return &SyntaxError{file, n, fmt.Sprintf(format, args...)}
		}
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case line[0] == '[' && strings.IndexByte(line, ']') == len(line)-1:
			head, attrs := cutAttributes(line[1 : len(line)-1])
			kind, id, _ := strings.Cut(head, " ")
			special, group = "", nil
			switch kind {
			case "verbs", "compounds", "abbreviations":
				special = kind
				continue
			}
			var err error
			if group, err = r.group(kind, strings.TrimSpace(id)); err != nil {
				return fail("%v", err)
			}
			if err := r.attributes(group, attrs); err != nil {
				return fail("%v", err)
			}
		case line[0] == '<' && strings.Contains(line, "> ="):
			name, body, _ := strings.Cut(line, "=")
			name = strings.Trim(strings.TrimSpace(name), "<>")
			if r.macros[name] != nil {
				return fail("macro %q is defined twice", "<"+name+">")
			}
			r.macros[name] = &macro{text: strings.TrimSpace(body)}
		case special == "verbs":
			forms := strings.Fields(line)
			r.verbs[forms[0]] = forms
		case special == "compounds":
			r.heads = append(r.heads, strings.Fields(line)...)
		case special == "abbreviations":
			r.abbrs = append(r.abbrs, strings.Fields(line)...)
		case group == nil:
			return fail("phrase %q stands before any [group]", line)
		default:
			text, attrs := cutAttributes(line)
			e := *group
			if err := r.attributes(&e, attrs); err != nil {
				return fail("%v", err)
			}
			r.phrases = append(r.phrases, phrase{text, &e, n, file})
		}
	}
	return nil
}

// cutAttributes splits "words {a; b}" into the words and "a; b".
func cutAttributes(s string) (text, attrs string) {
	text, attrs, ok := strings.Cut(s, "{")
	if ok {
		attrs = strings.TrimSuffix(strings.TrimSpace(attrs), "}")
	}
	return strings.TrimSpace(text), attrs
}

// group makes the entry that a header such as "data contact.email" stands for.
func (r *reader) group(kind, id string) (*Entry, error) {
	e := &Entry{Concept: -1, Sense: r.senses.of(Sense{ID: id})}
	for k, name := range kindNames {
		if name == kind {
			e.Kind = Kind(k)
			return e, r.check(e)
		}
	}
	return nil, fmt.Errorf("unknown kind %q", kind)
}

func (r *reader) check(e *Entry) error {
	switch e.Kind {
	case Cue:
		id, err := r.cue(e.ID)
		e.cues.Add(id)
		return err
	case Section:
		e.section = sectionSet(e.ID)
		if e.section == 0 {
			return fmt.Errorf("unknown section kind %q", e.ID)
		}
	case Block:
		for _, name := range strings.Fields(e.ID) {
			bit := uint32(0)
			for k, known := range kindNames {
				if known == name {
					bit = 1 << k
				}
			}
			if bit == 0 {
				return fmt.Errorf("unknown kind %q", name)
			}
			e.block |= bit
		}
		if e.ID == "" {
			e.block = 1<<Kinds - 1
		}
	case Region:
	default:
		n, ok := concepts()[concept{e.Kind.Facet(), e.ID}]
		if !ok {
			return fmt.Errorf("unknown %s %q", e.Kind, e.ID)
		}
		e.Concept = n
	}
	return nil
}

// cue returns the number of a cue, a new one if the name is new.
func (r *reader) cue(name string) (CueID, error) {
	id, ok := r.cues[name]
	if !ok {
		if name == "" || len(r.cues) == maxCues {
			return 0, fmt.Errorf("no cue %q: empty, or more than %d cues", name, maxCues)
		}
		id = CueID(len(r.cues))
		r.cues[name] = id
	}
	return id, nil
}

// attributes sets what stands in braces: "list", "need A B", "not A B",
// "in SECTION", "name NAME", separated by semicolons.
func (r *reader) attributes(e *Entry, attrs string) error {
	bound := binding{}
	if e.bound != nil {
		bound = *e.bound
	}
	for attr := range strings.SplitSeq(attrs, ";") {
		key, value, _ := strings.Cut(strings.TrimSpace(attr), " ")
		value = strings.TrimSpace(value)
		switch key {
		case "":
		case "list":
			e.List = true
		case "name":
			e.Sense = r.senses.of(Sense{e.ID, value})
		case "need", "not":
			for name := range strings.FieldsSeq(value) {
				id, err := r.cue(name)
				if err != nil {
					return err
				}
				if key == "need" {
					bound.need.Add(id)
				} else {
					bound.not.Add(id)
				}
			}
		case "in":
			for name := range strings.FieldsSeq(value) {
				set := sectionSet(name)
				if set == 0 {
					return fmt.Errorf("unknown section kind %q", name)
				}
				bound.in |= set
			}
		default:
			return fmt.Errorf("unknown attribute %q", key)
		}
	}
	if bound != (binding{}) {
		e.bound = r.bindings.of(bound)
	}
	return nil
}
