package reading

import (
	"cmp"
	"strings"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// maxHeadName is the number of words up to which a name without a form heads an
// item of a list of recipients.
const maxHeadName = 4

// maxTask is the number of words up to which a label tells what the companies
// behind it do: "Hosting of our site: Acme".
const maxTask = 8

// A listing is the companies whose names head an item of a list of recipients,
// or a row or cell of a table, until the rest of it has told what they do.
type listing struct {
	names  []headed
	of     string // kind of recipient that the list is of, "" if unknown
	does   string // kind of recipient that does what is told, "" if unknown
	region region
}

// A headed is a company of a listing.
type headed struct {
	name   string
	at     mention
	unsure bool // the name is a company's only if what it does is told
}

// list notes the companies whose names head s, an item or a cell of a list of
// recipients: "Acme Cloud: hosting", "Acme and Example, Inc. (maps)". What is
// said behind them is then said of what they do.
func (r *reader) list(s *sentence) {
	if s.holds(lexicon.Recipient) && !r.whole.covers(s.ws) && r.suspends(s) {
		s.cues.Add(lexicon.CueTask)
	}
	if s.kind == layout.Item || s.kind == layout.Row {
		r.listItem(s)
	}
}

// listItem does what list does for s, an item or a cell.
func (r *reader) listItem(s *sentence) {
	if s.lower || s.denyList {
		return
	}
	item := (s.first || s.ws[0].Before&words.Bullet == 0) && (s.listed && (s.recipient != "" || s.cues.Has(lexicon.CueShare)) || s.kind == layout.Item && s.in(lexicon.InSharing))
	if s.parties || item {
		end := r.names(s, 0)
		for linked := end > 0; linked && end < len(s.ws) && s.ws[end].Class == words.Address && s.ws[end].Before == 0; {
			end++ // what the name links to
		}
		ends := end == len(s.ws) || s.ws[end].Before&(words.Comma|words.Colon|words.Open|words.Dash) != 0
		if end > 0 && (ends || s.parties) {
			r.enlist(s, 0, end, ends && (s.recipient != "" || s.parties && (end == len(s.ws) || s.ws[end].Before&words.Open != 0) || item && end < len(s.ws) && s.ws[end].Before&(words.Colon|words.Dash|words.Open) != 0))
			if s.parties && end < len(s.ws) && s.ws[end].Before&words.Open != 0 && len(s.ws)-end <= maxAside && (r.enlisted(s) || s.knownName(0, end-1) != nil) {
				s.leaveOff(1 << lexicon.Data) // "Acme (booking system)"
			}
		} else if first := s.afterTask(); first > 0 {
			if end := r.names(s, first); end == len(s.ws) || end > 0 && s.ws[end].Before&(words.Comma|words.Open|words.Dash) != 0 {
				r.enlist(s, first, end, true)
			}
		}
	}
	if len(r.listing.names) > 0 && s.kinds != lexicon.InCollection { // not "e-mail address" of a column of data
		s.cues.Add(lexicon.CueTask)
	}
}

// maxSuspended is how many words may stand between the parts of a compound that
// share its last part.
const maxSuspended = 8

// suspends reports whether s has providers that are named by compounds whose
// last part stands once: "e-mail- en supportproviders".
func (r *reader) suspends(s *sentence) bool {
	if !r.hyphened(s.ws) {
		return false
	}
	for _, m := range s.facts {
		if m.Entry.Kind != lexicon.Recipient || m.Entry.Name != "" || !taxonomy.Recipient(m.Entry.ID).Is(taxonomy.RecipientProvider) {
			continue
		}
		for i := max(0, int(m.Last)-maxSuspended); i < int(m.Last); i++ {
			if end := int(s.ws[i].End); r.text[end] == '-' && end+1 < len(r.text) && (r.text[end+1] == ' ' || r.text[end+1] == ',') {
				return true
			}
		}
	}
	return false
}

// names returns the word after the names that stand from word first on, one or
// several, 0 if there is none.
func (r *reader) names(s *sentence, first int) int {
	end := 0
	for first < len(s.ws) {
		last := r.nameEnd(s, first)
		if last < first || last-first >= maxHeadName && !s.company(first, last) {
			break
		}
		end = last + 1
		if first = s.nextName(last); first == 0 {
			break
		}
	}
	return end
}

// enlist begins a listing with the names among the words from first on, before
// word end, that no lexicon knows, if there are any; those without a company's
// form only if any will do.
func (r *reader) enlist(s *sentence, first, end int, any bool) {
	l := &r.listing
	fresh := true
	for head := first; first < end; {
		last := r.nameEnd(s, first)
		if s.company(first, last) || any && s.strange(first, last) && !(first == head && s.common(last)) && !((first > 0 || s.recipient == "") && s.abbreviated(first, last)) && !r.ordinary(s, first) && !r.unfinished(s, last) {
			if name := r.nameAt(s, first, last); s.knownName(first, last) == nil && !r.own(name) && !s.noName(first, last) {
				if fresh {
					r.unlist()
					l.of, l.region, fresh = s.recipient, s.region, false
				}
				at := s.mention(int32(first), int32(last))
				l.names = append(l.names, headed{name, at, s.recipient == "" && !s.parties && !s.company(first, last)})
			}
		}
		if first = s.nextName(last); first == 0 {
			break
		}
	}
}

// enlisted reports whether s names a company of the listing.
func (r *reader) enlisted(s *sentence) bool {
	n := len(r.listing.names)
	return n > 0 && r.listing.names[n-1].at.passage == int32(s.passageNo)
}

// abbreviated reports whether the words first to last are a single word in
// capital letters, which may be short for anything.
func (s *sentence) abbreviated(first, last int) bool {
	return first == last && s.ws[first].Class == words.Upper
}

// common reports whether word first of s, up to which a name goes, heads a list
// of common nouns: "Payroll, accounts and tax", "Marketplaces (such as …)".
func (s *sentence) common(last int) bool {
	return last == 0 && len(s.ws) > 1 && (s.ws[1].Before&words.Comma != 0 || s.ws[1].Before&words.Open != 0 && s.marksCue(1, lexicon.CueSuch))
}

// afterTask returns the word behind a label that tells what somebody does,
// "Hosting:", as any does in a list of recipients; 0 if there is none.
func (s *sentence) afterTask() int {
	for i := 1; i < len(s.ws) && i <= maxTask; i++ {
		if s.ws[i].Before&words.Colon == 0 {
			continue
		}
		if s.listed && s.recipient != "" || s.namesTask() {
			return i
		}
		break
	}
	return 0
}

// namesTask reports whether s begins with what somebody does, or who does it.
func (s *sentence) namesTask() bool {
	for _, m := range s.facts {
		if int(m.Last) < maxTask && (m.Entry.Kind == lexicon.Recipient || m.Entry.Kind == lexicon.Purpose) {
			return true
		}
	}
	return false
}

// describe notes what s, part of an item or a row, tells of the companies that
// head it.
func (r *reader) describe(s *sentence) {
	if l := &r.listing; len(l.names) > 0 && l.does == "" {
		if id := s.does(); id != string(taxonomy.RecipientProvider) {
			l.does = id
		}
	}
}

// unlist adds the companies of the item or cell that ends. The list says what
// kind of recipients they are, or else what they do.
func (r *reader) unlist() {
	if len(r.listing.names) > 0 {
		r.addListed()
	}
}

// addListed does so if there are any.
func (r *reader) addListed() {
	l := &r.listing
	id := cmp.Or(l.of, string(taxonomy.RecipientProvider))
	if l.does != "" && !strings.Contains(id, ".") {
		id = l.does
	}
	for _, n := range l.names {
		if !n.unsure || l.does != "" {
			r.facts.add(r.recipient(id, n.name), policy.Yes, l.region, 0, n.at)
		}
	}
	l.names, l.does = l.names[:0], ""
}
