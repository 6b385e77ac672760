package layout

import "example.com/policymodel/parse/internal/buffer"

// Scan returns the shape of text. Auto has the format detected; any other
// format is taken at its word. Text that is not valid UTF-8 is read all the
// same. Scan takes time and memory linear in the text.
func Scan(text string, format Format) *Layout { return new(Scanner).Scan(text, format) }

// A Scanner scans one text after the other in the same memory, which holds
// nothing of a text that was scanned. The zero Scanner is ready to use.
type Scanner struct{ s scanner }

// Scan is like the function Scan, but its result is valid until the next call.
func (x *Scanner) Scan(text string, format Format) *Layout {
	s := &x.s
	s.text, s.format = text, format
	l := s.scan()
	s.text = ""
	return l
}

// Clear makes x forget the shape of the text that it scanned, and adds the room of
// its buffers to n.
func (x *Scanner) Clear(n *buffer.Size) {
	s := &x.s
	*s = scanner{
		lines: buffer.Reset(n, s.lines), blocks: buffer.Reset(n, s.blocks), traits: buffer.Reset(n, s.traits),
		out:   Layout{Sections: buffer.Reset(n, s.out.Sections)},
		slots: buffer.Reset(n, s.slots), later: buffer.Reset(n, s.later), nest: nest{buffer.Reset(n, s.nest.open)}, rungs: buffer.Reset(n, s.rungs),
	}
}

// manyLines is the number of lines from which they are forgotten as soon as they
// are blocks.
const manyLines = 1 << 14

func (s *scanner) scan() *Layout {
	s.labels, s.between, s.width, s.work = 0, 0, 0, 0
	lines, st := split(s.text, s.lines[:0])
	s.lines = lines
	if s.format == Auto {
		s.format = st.format(s.text)
	}
	if s.wrap = s.format == PDF || s.format != Scraped && st.wrapped(); s.wrap {
		s.width = st.width()
		if st.spaced() {
			s.between = 1
		}
	}
	s.airy = st.gaps[0]*2 <= st.lines
	mark(s.text, lines, s.format == Markdown)
	s.build()
	if len(lines) > manyLines {
		s.lines = nil
	}
	s.look()
	if s.wrap {
		s.joinHeadings()
	}
	s.neighbours()
	s.chrome()
	s.repeats()
	s.unmarked()
	s.headings()
	s.intros()
	return s.layout()
}

// A scanner holds what is known of one text while it is scanned.
type scanner struct {
	text    string
	format  Format
	wrap    bool // paragraphs are broken into lines
	width   int  // bytes a line is filled to, with wrap
	between int  // empty lines between two lines of one paragraph, with wrap
	airy    bool // empty lines stand between most paragraphs
	lines   []line
	blocks  []Block
	traits  []trait // of the block with the same index
	labels  int     // headings that the markup names as such
	work    int     // bytes and blocks looked at again; tests hold it to the text's length
	out     Layout

	slots []slot  // of an index
	later []int32 // see contents
	nest  nest    // see build
	rungs []rung  // see intros
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
	isPair                      // "Label: value"
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

// next returns the index of the first body block after i, or the number of
// blocks.
func (s *scanner) next(i int) int {
	for i++; i < len(s.blocks) && s.blocks[i].Role != Body; i++ {
		s.work++
	}
	return i
}

// prev returns the index of the last body block before i, or -1.
func (s *scanner) prev(i int) int {
	for i--; i >= 0 && s.blocks[i].Role != Body; i-- {
		s.work++
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
