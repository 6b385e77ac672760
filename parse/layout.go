package parse

import "example.com/policymodel/parse/internal/layout"

// A Layout is the way in which a text was laid out before it reached us.
type Layout int

// The layouts.
const (
	AutoLayout     Layout = iota // detect
	PlainLayout                  // paragraphs, one a line or between empty lines
	MarkdownLayout               // headings with #, list markers, links
	PDFLayout                    // text taken from a PDF: wrapped lines, private-use bullets
	ScrapedLayout                // text taken from a web page: navigation, lines twice
)

var layoutNames = [...]string{"auto", "plain", "markdown", "pdf", "scraped"}

// String returns the name of l: auto, plain, markdown, pdf or scraped.
func (l Layout) String() string {
	if l < 0 || int(l) >= len(layoutNames) {
		return "unknown"
	}
	return layoutNames[l]
}

func (l Layout) format() layout.Format { return layout.Format(l) }

func layoutOf(f layout.Format) Layout { return Layout(f) }
