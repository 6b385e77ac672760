package reading

import (
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
)

// maxShared is within how many words a hyphen's word finds the last part that
// it shares.
const maxShared = 6

// sharedParts adds marks for the words of compounds whose last part stands
// with a later one: "klant- en ordergegevens" is customer data and order data.
func (r *reader) sharedParts(ws []words.Word, marks []lexicon.Mark) []lexicon.Mark {
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
