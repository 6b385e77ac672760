package reading

import (
	"strings"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
)

// maxShared is within how many words a hyphen's word finds the last part that
// it shares.
const maxShared = 6

// A stretch of the text has no hyphens between its first byte and its last, but
// those within words.
type stretch struct{ start, end int }

// covers reports whether ws lie in h.
func (h stretch) covers(ws []words.Word) bool {
	return h.start <= int(ws[0].Start) && int(ws[len(ws)-1].End) <= h.end
}

// hyphened reports whether there may be a hyphen that ends a word among ws. It
// is best asked in text order.
func (r *reader) hyphened(ws []words.Word) bool {
	if start := int(ws[0].Start); start < r.whole.start || start >= r.whole.end {
		r.whole = stretch{start, start + nextHyphen(r.text[start:])}
	}
	return !r.whole.covers(ws)
}

// nextHyphen returns where the next hyphen in text stands that may end a word,
// the length of text if none does.
func nextHyphen(text string) int {
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '-')
		if n < 0 {
			return len(text)
		}
		i += n + 1
		if i > 1 && text[i-2] != ' ' && (i == len(text) || !words.IsLetter(text[i])) {
			return i - 1
		}
	}
}

// sharedParts adds marks for the words of compounds whose last part stands
// with a later one: "klant- en ordergegevens" is customer data and order data.
func (r *reader) sharedParts(ws []words.Word, marks []lexicon.Mark) []lexicon.Mark {
	if r.whole.covers(ws) {
		return marks
	}
	return r.addShared(ws, marks)
}

// addShared does so for words that may have such a hyphen.
func (r *reader) addShared(ws []words.Word, marks []lexicon.Mark) []lexicon.Mark {
	if !r.hyphened(ws) {
		return marks
	}
	for i := 1; i < len(ws); i++ {
		if ws[i].Before&words.Suspended == 0 {
			continue
		}
		last := i
		for last < len(ws) && last < i+maxShared && ws[last].Before&(words.Joined|words.Strong) == 0 {
			last++
		}
		if last == len(ws) || ws[last].Before&words.Joined == 0 {
			continue
		}
		r.pair = [2]words.Word{ws[i-1], ws[last]}
		r.pair[0].Before = 0
		for _, m := range r.shared.Match(r.pair[:]) {
			if m.First == 0 && m.Last == 1 && m.Entry.Kind < lexicon.Cue && !m.Entry.Gap {
				marks = insertMark(marks, lexicon.Mark{First: int32(i - 1), Last: int32(i - 1), Entry: m.Entry})
			}
		}
	}
	return marks
}

// insertMark adds m, keeping the order of marks.
func insertMark(marks []lexicon.Mark, m lexicon.Mark) []lexicon.Mark {
	marks = append(marks, m)
	for k := len(marks) - 1; k > 0 && (m.First < marks[k-1].First || m.First == marks[k-1].First && m.Last > marks[k-1].Last); k-- {
		marks[k], marks[k-1] = marks[k-1], marks[k]
	}
	return marks
}
