// Package layout turns a policy's text into blocks: headings, paragraphs,
// list items and table rows, each a byte range of the caller's text, arranged
// in a tree of sections.
//
// The text itself is never rewritten. What a format adds around the words
// (list markers, emphasis, line breaks inside a paragraph) is left outside a
// block's range where it stands at the edges and is skipped by the words stage
// where it stands inside. A heading keeps its section number.
//
// Every letter of the text but those of list markers stands in some block. What
// is not the policy's own text is set aside by its role, and that with care:
// to read a menu does less harm than to lose a sentence.
package layout

// A Format is the way in which a text was laid out before it reached us.
type Format uint8

// The formats.
const (
	Auto     Format = iota // detect
	Plain                  // lines that are paragraphs, or paragraphs between empty lines
	Markdown               // headings with #, list markers, links
	PDF                    // wrapped lines, often an empty line after each, private-use bullets
	Scraped                // a web page's text: navigation around it, lines twice, sentences glued
)

// A Kind tells what a block is.
type Kind uint8

// The kinds of block.
const (
	Paragraph Kind = iota
	Heading
	Item // a list item
	Row  // a table row
)

// A Role tells how a block is to be read.
type Role uint8

// The roles of a block.
const (
	Body      Role = iota // the policy's own text
	Chrome                // navigation, tables of contents, archive notes, page numbers: not the policy
	Duplicate             // the same words as an earlier body block, or as the blocks right after it
)

// A Block is a run of text that belongs together. Start and End are byte
// offsets, End exclusive; a block is never empty, blocks do not overlap and
// stand in text order.
type Block struct {
	Start, End int
	Kind       Kind
	Role       Role
	Head       bool // a row that names the columns of its table
	Depth      int  // heading level from 1 to 9; nesting of a list item from 1; else 0
	Section    int  // index in Layout.Sections, or -1 before the first heading and after the policy
	Intro      int  // for an item or row: index of the paragraph or item that introduces the list, or -1
}

// A Section is a heading with what stands below it, up to the next heading of
// the same or a higher level.
type Section struct {
	Heading    int // index of its heading block
	Level      int // from 1
	Parent     int // index in Layout.Sections, or -1
	Start, End int // bytes, from the heading to the last body block
}

// A Layout is the shape of one text. It is the caller's own.
type Layout struct {
	Format     Format
	Blocks     []Block
	Sections   []Section
	Start, End int // the policy's own text: from its first to its last body block
}
