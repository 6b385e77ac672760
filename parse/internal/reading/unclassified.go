package reading

import (
	"slices"
	"strings"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/policy"
)

// maxUnclassified is the number of words up to which an element of a list is
// taken for the name of something.
const maxUnclassified = 6

// maxNamed is the number of words up to which what data is shared with is taken
// for the name of somebody.
const maxNamed = 3

// unclassified reports what s lists as data or as recipients and no concept is
// for: elements of a list of such in the text, and items or cells that are all of
// them one.
func (r *reader) unclassified(s *sentence) {
	data, recipients := s.data, s.recipients
	switch {
	case data >= 2 || recipients >= 2:
		if data >= recipients {
			r.leaveOthers(s, lexicon.Data)
		} else {
			r.leaveOthers(s, lexicon.Recipient)
		}
	case data == 1 && recipients == 0 && s.kind == layout.Row && r.inColumn(s, lexicon.InCollection):
		r.leaveElements(s)
	case data+recipients > 0 || s.kind != layout.Item && s.kind != layout.Row || len(s.ws) > maxUnclassified+2:
	case s.listed && s.kind == layout.Item && s.handlesData() && s.cues.Has(lexicon.CueCollect) && !s.clauses[0].aim,
		len(s.ws) <= maxUnclassified && r.amongData(s):
		r.leave(s, lexicon.Data, 0, len(s.ws)-1)
	case s.kind == layout.Item && !s.denyList && (s.in(lexicon.InSharing) || s.listed && s.cues.Has(lexicon.CueShare)) && s.isOurs(0) && len(s.ws) > 1 && s.unmarked(1, len(s.ws)-1):
		r.leave(s, lexicon.Recipient, 1, len(s.ws)-1)
	}
	if recipients < 2 && s.kind != layout.Heading && s.said.Has(lexicon.CueNaming) && s.own.Has(lexicon.CueShare) && !s.own.Has(lexicon.CueNot) && s.shares() {
		r.leaveNamed(s)
	}
}

// leaveElements reports the elements of s, a cell of data, that are of no kind of
// data, but for what stands in brackets.
func (r *reader) leaveElements(s *sentence) {
	end := len(s.ws)
	last := end - 1
	for last > 0 && !s.beginsElement(last) {
		last--
	}
	if s.joins(last) {
		last++
	}
	if end-last > 1 && !s.unmarked(last, end-1) {
		return // "contact, profile and usage data"
	}
	for first := 0; first < len(s.ws); {
		end = s.nextElement(first + 1)
		if s.ws[first].Before&words.Open != 0 {
			return
		}
		if end-first <= maxUnclassified && s.unmarked(first, end-1) {
			r.leave(s, lexicon.Data, first, end-1)
		}
		if first = end; first < len(s.ws) && s.joins(first) {
			first++
		}
	}
}

// maxBeside is how many blocks may stand between an item that is data and one
// that no lexicon knows.
const maxBeside = 3

// amongData reports whether s, an item below a heading about the collection of
// data or a cell of a column of data, is data that no concept is for.
func (r *reader) amongData(s *sentence) bool {
	from := 0
	if s.begins(0, lexicon.CueYou) && len(s.ws) > 1 {
		from++ // "your shoe size"
	}
	if s.has&^(1<<lexicon.Section) != 0 || s.denyList || r.frameOf[s.block] > 0 || !s.unmarked(from, len(s.ws)-1) {
		return false
	}
	if s.kind == layout.Row {
		return s.ws[0].End-s.ws[0].Start > 1 && !isYes(s.span().Text(r.text)) && r.inColumn(s, lexicon.InCollection) // not "N/A"
	}
	return s.first && !s.more && !s.listed && s.kinds&^(lexicon.InCalifornia|lexicon.InCookies) == lexicon.InCollection && r.besideData(s)
}

// besideData reports whether an item that stands close to s is data.
func (r *reader) besideData(s *sentence) bool {
	sec := s.sec
	if said := r.said.block; said >= s.block-maxBeside && r.lay.Blocks[said].Kind == layout.Item && r.lay.Blocks[said].Section == sec && r.said.flow.has(ofData) {
		return true
	}
	pg := &r.page
	for b := s.block + 1; b <= s.block+maxBeside && b < pg.first+len(pg.ends) && r.lay.Blocks[b].Kind == layout.Item && r.lay.Blocks[b].Section == sec; b++ {
		for k := pg.ends[b-1-pg.first]; k < pg.ends[b-pg.first]; k++ {
			if pg.lines[k].has&(1<<lexicon.Data) != 0 && len(pg.lines[k].ws) <= maxUnclassified {
				return true
			}
		}
	}
	return false
}

// unmarked reports whether no phrase of the lexicon touches the words first to
// last.
func (s *sentence) unmarked(first, last int) bool {
	return !touched(s.facts, first, last) && !s.cuesTouch(first, last) && !s.numbers(first, last)
}

// leaveNamed reports the recipients that s names as the organisation's right
// behind the words that say that data goes to them: "we share your data with our
// florist and our bank".
func (r *reader) leaveNamed(s *sentence) {
	for _, m := range s.cued {
		if m.Entry.Is(lexicon.CueNaming) && s.cuedFrom(lexicon.CueShare, m.First, m.Last+1) {
			r.leaveFrom(s, int(m.Last)+1)
			return
		}
	}
}

// leaveFrom does so for those named from word first on.
func (r *reader) leaveFrom(s *sentence, first int) {
	if n := len(r.p.Unclassified); n > 0 && r.p.Unclassified[n-1].Span.Start >= int(s.ws[min(first, len(s.ws)-1)].Start) {
		return // data behind it is
	}
	started := false
	for first < len(s.ws) {
		end := s.nextElement(first + 1)
		next := end
		if next < len(s.ws) && s.joins(next) {
			next++
		}
		switch ours := s.isOurs(first); {
		case touched(s.facts, first, end-1):
		case !ours || end == first+1 || end-first > maxNamed+1 || !s.unmarked(first+1, end-1):
			return
		case end == len(s.ws) || s.isOurs(next) || started && s.listsRecipient(next):
			r.leave(s, lexicon.Recipient, first+1, end-1)
			started = true
		default:
			return // "our legal and financial advisers"
		}
		first = next
	}
}

// isOurs reports whether "our" stands at word i.
func (s *sentence) isOurs(i int) bool { return s.marksCue(int32(i), lexicon.CueOur) }

// listsRecipient reports whether the element of a list at word first is or has a
// recipient.
func (s *sentence) listsRecipient(first int) bool {
	end := s.nextElement(first + 1)
	return slices.ContainsFunc(s.facts, func(m lexicon.Mark) bool {
		return m.Entry.Kind == lexicon.Recipient && int(m.First) >= first && int(m.First) < end
	})
}

// leaveOthers reports the elements of lists of kind in s that are of none.
func (r *reader) leaveOthers(s *sentence, kind lexicon.Kind) {
	first, fi := 0, 0
	listStarted := false
	last, lastOf := -1, -1 // words that the facts before word i reach to, and those of the kind
	for i := s.nextElement(1); i < len(s.ws); i = s.nextElement(i + 1) {
		for ; fi < len(s.facts) && int(s.facts[fi].First) < i; fi++ {
			m := &s.facts[fi]
			last = max(last, int(m.Last))
			if m.Entry.Kind == kind {
				lastOf = max(lastOf, int(m.Last))
			}
		}
		if lastOf >= first {
			listStarted = true
		} else if listStarted && last < first && i > first && i-first <= maxUnclassified && !s.numbers(first, i-1) && !s.cuesTouch(first, i-1) {
			r.leave(s, kind, first, i-1)
		}
		first = i
		if s.joins(i) {
			first++
		}
	}
}

// cuesTouch reports whether a cue shares a word with the words first to last.
func (s *sentence) cuesTouch(first, last int) bool {
	return s.tellsAny(first, last) || touched(s.cued, first, last)
}

// touched reports whether one of marks shares a word with the words first to
// last.
func touched(marks []lexicon.Mark, first, last int) bool {
	for _, m := range marks {
		if int(m.First) > last {
			break
		}
		if int(m.Last) >= first {
			return true
		}
	}
	return false
}

// between are the separators that elements of a list may begin behind.
const between = words.Comma | words.Semicolon | words.Open | words.Close

// beginsElement reports whether another element of a list may begin at word i.
func (s *sentence) beginsElement(i int) bool { return s.ws[i].Before&between != 0 || s.joins(i) }

// nextElement returns the first word from word i on at which one may, or
// len(s.ws) if there is none.
func (s *sentence) nextElement(i int) int {
	ws, cues := s.ws, s.cuesAt
	for i < len(ws) && ws[i].Before&between == 0 && !cues[i].Has(lexicon.CueAnd) {
		i++
	}
	return i
}

// numbers reports whether words first to last only count: "(ii)", "b".
func (s *sentence) numbers(first, last int) bool {
	return first == last && (s.ws[first].End-s.ws[first].Start <= 2 || s.ws[first].Before&words.Open != 0 && s.ws[first].End-s.ws[first].Start <= 4)
}

// joins reports whether word i is "and" or "or".
func (s *sentence) joins(i int) bool { return s.marksCue(int32(i), lexicon.CueAnd) }

// leave notes the words first to last as unclassified.
func (r *reader) leave(s *sentence, kind lexicon.Kind, first, last int) {
	sp := policy.Span{Start: int(s.ws[first].Start), End: int(s.ws[last].End)}
	r.p.Unclassified = append(r.p.Unclassified, policy.Unclassified{
		Facet: kind.Facet(), Span: sp, Words: strings.ToValidUTF8(sp.Text(r.text), "\uFFFD"), Passage: s.passageNo,
	})
}
