package reading

import (
	"strings"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/policy"
)

// maxShared is within how many words a hyphen's word finds the last part that
// it shares.
const maxShared = 6

// A stretch of the text has no hyphens between its first byte and its last, but
// those within words.
type stretch struct{ start, end int }

// hyphened reports whether there may be a hyphen in sp that ends a word. Spans
// are best asked about in text order.
func (r *reader) hyphened(sp policy.Span) bool {
	if sp.Start < r.whole.start || sp.Start > r.whole.end {
		r.whole = stretch{sp.Start, r.nextHyphen(sp.Start)}
	}
	return sp.End > r.whole.end
}

// nextHyphen returns where from byte i on the next hyphen stands that may end a
// word, the length of the text if none does.
func (r *reader) nextHyphen(i int) int {
	for {
		n := strings.IndexByte(r.text[i:], '-')
		if n < 0 {
			return len(r.text)
		}
		i += n + 1
		if glued := i > 1 && r.text[i-2] != ' '; glued && (i == len(r.text) || !words.IsLetter(r.text[i])) {
			return i - 1
		}
	}
}

// sharedParts adds marks for the words of compounds whose last part stands
// with a later one: "klant- en ordergegevens" is customer data and order data.
func (r *reader) sharedParts(ws []words.Word, marks []lexicon.Mark) []lexicon.Mark {
	if r.hyphened(policy.Span{Start: int(ws[0].Start), End: int(ws[len(ws)-1].End)}) {
		return r.addShared(ws, marks)
	}
	return marks
}

// addShared does so for words that may have such a hyphen.
func (r *reader) addShared(ws []words.Word, marks []lexicon.Mark) []lexicon.Mark {
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
