package layout

// Scan returns the shape of text. Auto has the format detected; any other
// format is taken at its word. Text that is not valid UTF-8 is read all the
// same. Scan takes time and memory linear in the text.
func Scan(text string, format Format) *Layout {
	lines, st := split(text)
	if format == Auto {
		format = st.format(text)
	}
	s := scanner{text: text, format: format, lines: lines}
	if s.wrap = format != Scraped && st.wrapped() || format == PDF; s.wrap {
		s.width = st.width()
		if st.spaced() {
			s.between = 1
		}
	}
	mark(text, lines, format == Markdown)
	s.build()
	s.look()
	if s.wrap {
		s.joinHeadings()
	}
	s.neighbours()
	s.chrome()
	s.repeats()
	s.unmarked()
	s.headings()
	return s.layout()
}

// A scanner holds what is known of one text while it is scanned.
type scanner struct {
	text    string
	format  Format
	wrap    bool // paragraphs are broken into lines
	width   int  // bytes a line is filled to, with wrap
	between int  // empty lines between two lines of one paragraph, with wrap
	lines   []line
	blocks  []Block
	traits  []trait // of the block with the same index
	labels  int     // headings that the markup names as such
}

// A trait is what is known of a block besides the block itself.
type trait struct {
	kind   marker
	indent int32
	flags  flags
	number uint8 // depth of a section number
	level  uint8 // of a heading in markup; 0 if its style alone makes it one
	gap    uint8 // empty lines before
	first  class
	last   class
}

type flags uint16

const (
	isShort   flags = 1 << iota // may be a heading by its shape
	isBold                      // all in strong emphasis
	isLinks                     // links and nothing else
	isAnchors                   // links to places on the page and nothing else
	isCaps                      // all in upper case
	isTitled                    // most words start with an upper-case letter
	isTwin                      // stands there twice in a row
	isFull                      // markup makes it a heading
	isEmpty                     // no letter or digit to read
	isMarked                    // a list item by its marker
	isInner                     // stands inside a list item, below its first paragraph
	isQuoted                    // in a block quote
	isCut                       // ends with a word that cannot end a title: "we may"
	isHashed                    // its whole text is in the index of twins
	isNamed                     // a table of contents names it
)

func (t *trait) has(f flags) bool { return t.flags&f != 0 }

// body returns the index of the first body block from i on, or the number of
// blocks.
func (s *scanner) body(i int) int {
	for i < len(s.blocks) && s.blocks[i].Role != Body {
		i++
	}
	return i
}

// size returns the length of block i in bytes.
func (s *scanner) size(i int) int { return s.blocks[i].End - s.blocks[i].Start }

// open reports whether block i asks for a list after it: it ends with a colon,
// or in mid-sentence.
func (s *scanner) open(i int) bool {
	t := &s.traits[i]
	switch t.last {
	case classColon, classComma:
		return true
	case classStop, classAsk, classSemi:
		return false
	}
	return t.has(isCut) || !t.has(isShort) && !t.has(isLinks) && t.last == classLower
}
