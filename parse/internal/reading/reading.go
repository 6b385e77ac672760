// Package reading turns the blocks of a policy into facts: it finds the
// phrases of a lexicon in each sentence, works out who does what there, under
// which condition, affirmed or denied, and keeps what a sentence of that kind
// states.
package reading

import (
	"slices"
	"strings"

	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/policy"
)

// Given is what other stages know of the text.
type Given struct {
	Names   []string // words that stand for the organisation
	Aliases []string // common nouns that stand for it where they are written the same: "Service Provider"
	Parties []string // companies that answer for the processing, or represent those that do
	Facts   []Found  // in text order
}

// A Found is a fact that was found by other means than a phrase; the sentence
// that it stands in tells the rest.
type Found struct {
	Span  policy.Span
	Entry *lexicon.Entry
	Loose bool // its sentence does not say that data is kept; only its place may
}

// Read adds to p what the text says: sections, passages, facts, flows and
// what was not classified.
func Read(p *policy.Policy, text string, lay *layout.Layout, lex *lexicon.Lexicon, given Given) {
	new(Reader).Read(p, text, lay, lex, given)
}

// read reads the text.
func (r *reader) read() {
	r.shortNames()
	r.initials = initials(&r.given)
	r.sections()
	r.s.lex, r.s.lower = r.lex, r.scan.Lowercase
	r.frameOf = sized(r.frameOf, len(r.lay.Blocks))
	lists := int32(0)
	for i := range r.lay.Blocks {
		if intro := r.lay.Blocks[i].Intro; intro >= 0 && r.frameOf[intro] == 0 {
			lists++
			r.frameOf[intro] = lists
		}
	}
	r.frames = sized(r.frames, int(lists)+1)
	for i := range r.lay.Blocks {
		r.block(i)
	}
	r.flush()
	r.facts.build(r.p)
	r.buildFlows()
}

// Bytes of text for each passage and mention, few enough for most texts; so
// much room is made beforehand.
const (
	passageBytes = 160
	mentionBytes = 120
)

// caseSample is the number of bytes in which capital letters are counted.
const caseSample = 1 << 16

// lowercase reports whether text has so few capital letters that they cannot
// mark the beginnings of sentences.
func lowercase(text string) bool {
	b := []byte(text[:min(len(text), caseSample)])
	enough := len(b)/200 + 1 // capital letters, however many others there are
	lower, upper := 0, 0
	for i := 0; i < len(b); i += 8 {
		small, capital := words.Cases(words.Eight(b, i))
		lower += small
		if upper += capital; upper >= enough {
			return false
		}
	}
	return upper*200 < lower
}

// A reader reads one text.
type reader struct {
	p      *policy.Policy
	text   string
	lay    *layout.Layout
	lex    *lexicon.Lexicon
	match  *lexicon.Matcher
	shared *lexicon.Matcher // of words that share their last part
	pair   [2]words.Word    // such a word and the part
	scan   words.Scanner
	given  Given

	initials    [256]uint8 // bytes that the names in given begin with
	secs        []sectionFrame
	frameOf     []int32      // of each block: the index of its frame, 0 if it introduces no list
	frames      []blockFrame // the first serves the blocks that introduce no list, in turn
	facts       collector
	parties     map[party]*lexicon.Entry // recipients named in the text
	entries     lexicon.Entries          // of parties
	lower       lowered
	steps       int        // pairs of marks of the sentences, counted for tests
	listing     listing    // of the item or row being read
	heads       []headName // of the heading above, until the text below told what they are
	headPassage int        // of that heading
	brief       bool       // that heading is a line, such as "Acme:", whose name only the next sentence can explain
	flow        flowFrame  // of the sentences that belong together
	next        flowFrame  // of the sentence being read
	intro       *flowFrame // of the sentence that introduces the list, nil if none does
	last        flowFrame  // of the sentence read last
	columns     []column   // of the table being read
	headless    bool       // its first row is empty, so that another one may head its columns
	whole       stretch    // of the text read last
	denied      bool       // the table's row being read says that its data is not collected
	cell        int        // of that row: the number of the cell at cellFrom
	cellFrom    int
	said        saidFrame // what "this information" would mean
	tied        []concept // of the flows, one flow's behind the other's
	flows       []ended
	kept        []concept // of headings and of what introduces lists
	page        page      // with the block being read
	s           sentence  // the sentence being read; its buffers are reused
}

// A sectionFrame is what a heading says about what stands below it.
type sectionFrame struct {
	kinds   lexicon.SectionSet // of its own heading, or else of its parent's
	region  region
	sources sourceSet // "information you give us"
	denied  bool      // "what we do not collect"

	recipient string    // without a name, that was read last
	aims      []concept // purposes that its own heading names
}

// A blockFrame is what the blocks below an introducing block inherit.
type blockFrame struct {
	cues      lexicon.CueSet
	region    region
	denied    bool // "we do not collect:" without an exception
	aims      bool // "we use it to:"
	cond      condition
	recipient string // id of the recipient that it names last
	label     bool   // "Data:"
	kinds     lexicon.SectionSet
	flow      flowFrame // what its last sentence ties together
}

// shortNames adds to the organisation's names their first words that are no
// common words: "Acme" for "Acme Ireland".
func (r *reader) shortNames() {
	names := r.given.Names[:len(r.given.Names):len(r.given.Names)]
	for _, name := range r.given.Names {
		first, _, more := strings.Cut(name, " ")
		if !more || len(first) < minShortName {
			continue
		}
		ws := r.scan.Block(first, 0, len(first))
		known := func(m lexicon.Mark) bool { return m.Entry.Name != "" } // a company that others share data with
		if len(ws) == 1 && (ws[0].Lemma == 0 || slices.ContainsFunc(r.match.Match(ws), known)) {
			names = append(names, first)
		}
	}
	r.given.Names = names
}

// minShortName is the length in bytes from which the first word of the
// organisation's name is taken to stand for it.
const minShortName = 4

// sections adds the section tree; what the headings say is read with their
// words.
func (r *reader) sections() {
	r.secs = sized(r.secs, len(r.lay.Sections))
	r.p.Sections = make([]policy.Section, len(r.lay.Sections))
	for i, sec := range r.lay.Sections {
		head := r.lay.Blocks[sec.Heading]
		r.p.Sections[i] = policy.Section{
			Heading: policy.Span{Start: head.Start, End: head.End},
			Title:   strings.ToValidUTF8(r.text[head.Start:head.End], "\uFFFD"),
			Span:    policy.Span{Start: sec.Start, End: sec.End},
			Level:   sec.Level,
			Parent:  sec.Parent,
		}
	}
}

// section reads the subject of section i in the marks of its heading, of which
// single words tell the cues.
func (r *reader) section(i int, marks []lexicon.Mark, cues lexicon.CueSet) {
	f := &r.secs[i]
	names := false // a kind of data
	for k := range marks {
		e := marks[k].Entry
		switch e.Kind {
		case lexicon.Section:
			f.kinds |= e.SectionSet()
		case lexicon.Region:
			f.region = r.facts.region(e)
		case lexicon.Source:
			f.sources |= sourceOf(e.ID)
		case lexicon.Data:
			names = true
		case lexicon.Cue:
			cues.Union(e.Cues())
		}
	}
	if f.kinds&lexicon.InRights != 0 && !cues.Has(lexicon.CueStore) {
		f.kinds &^= lexicon.InRetention // "correction and deletion of your data"
	}
	f.denied = cues.Has(lexicon.CueNot) && cues.Any(1<<lexicon.CueCollect|1<<lexicon.CueStore) && !cues.Any(1<<lexicon.CueYou|1<<lexicon.CueIf|1<<lexicon.CueRight)
	switch {
	case f.sources != 0:
	case cues.Has(lexicon.CueProvide):
		f.sources = fromPerson
	case cues.Has(lexicon.CueAutomatic):
		f.sources = fromAutomatic
	}
	if up := r.lay.Sections[i].Parent; up >= 0 {
		parent := &r.secs[up]
		if f.sources == 0 {
			f.sources = parent.sources
		}
		switch {
		case f.kinds == 0:
			f.kinds = parent.kinds
		case names:
			f.kinds |= parent.kinds & lexicon.InCollection // "Usage data" is not about use
		}
		if f.region == everybody {
			f.region = parent.region
		}
	}
	if r.facts.place(f.region) == policy.California {
		f.kinds |= lexicon.InCalifornia
	}
	r.p.Sections[i].Kind = f.kinds.Kind()
}

// block reads the sentences of one block.
func (r *reader) block(i int) {
	b := &r.lay.Blocks[i]
	if b.Role != layout.Body {
		r.passage(b.Start, b.End, b.Section, policy.SetAside)
		return
	}
	r.table(i)
	lines := r.lines(i)
	if len(lines) == 0 {
		return
	}
	f := &r.frames[r.frameOf[i]]
	introduces := r.frameOf[i] > 0
	if !introduces {
		*f = blockFrame{}
	}
	var intro *blockFrame
	r.intro = nil
	if b.Intro >= 0 {
		intro = &r.frames[r.frameOf[b.Intro]]
		r.intro = &intro.flow
	}
	var before lexicon.CueSet // of the block's earlier sentences
	no := r.answered(i)
	for k, first, goesOn := 0, true, r.page.goesOn(); k < len(lines); k++ {
		s := &r.s
		s.reset(&lines[k], b, i)
		switch {
		case r.bare(b, i):
			s.kind = layout.Item
		case b.Head:
			s.kind = layout.Heading
		}
		if b.Section >= 0 {
			s.section(&r.secs[b.Section])
			if parent := r.lay.Sections[b.Section].Parent; s.kind == layout.Heading && parent >= 0 {
				s.under = r.secs[parent].kinds
			}
		}
		if intro != nil {
			s.introduced(intro)
		}
		s.denyList = s.denyList || no
		s.before = before
		s.aimList = s.aimList || f.aims && s.numbered()
		r.column(s, b)
		s.first, s.more = first, k+1 < len(lines) || goesOn
		r.sentence(s)
		if introduces {
			r.lead(f)
		}
		before.Union(&s.own)
		switch {
		case s.more:
			f.recipient, f.aims = s.passesOn(f, intro, b.Head), (k+1 == len(lines) || lines[k+1].numbered()) && s.introducesAims()
		case introduces: // a list, which follows
			*f = blockFrame{
				cues: s.own, label: s.label != unlabelled, kinds: s.kinds, region: s.region, cond: s.cond, recipient: s.passesOn(f, intro, b.Head), flow: f.flow,
				denied: s.deniesList() && !r.followedBy(s, '.'), aims: s.introducesAims(),
			}
			if intro != nil {
				f.cues.Union(&intro.cues)
			}
		}
		if first = false; k+1 == len(lines) && s.more {
			lines, k = r.lines(i), -1
			goesOn = r.page.goesOn()
		}
	}
	r.unlist()
	if r.s.label == unlabelled {
		r.flush()
	}
}

// followedBy reports whether c follows s.
func (r *reader) followedBy(s *sentence, c byte) bool {
	end := s.span().End
	return end < len(r.text) && r.text[end] == c
}

// passesOn returns the recipient that what follows s in its block, with frame f,
// or below it is about: the one that s names last, one that an earlier sentence
// names if s goes on to introduce a list of such, "the following list has …", or
// that of the list that s is part of.
func (s *sentence) passesOn(f, intro *blockFrame, head bool) string {
	recipient := s.named
	if recipient == "" && (s.ws[0].Before&words.Bullet != 0 || s.own.Has(lexicon.CueSuch) && !s.own.Any(1<<lexicon.CueYou|1<<lexicon.CueRight)) {
		recipient = f.recipient
	}
	if intro != nil && (head || recipient == "" && s.fragment()) {
		return intro.recipient
	}
	return recipient
}

// bare reports whether b, block i, is a heading with nothing below it: an
// entry of a table or list that lost its marks.
func (r *reader) bare(b *layout.Block, i int) bool {
	if b.Kind != layout.Heading || b.Section < 0 || r.lay.Sections[b.Section].Heading != i {
		return false
	}
	return i+1 == len(r.lay.Blocks) || r.lay.Blocks[i+1].Kind == layout.Heading && r.lay.Blocks[i+1].Depth <= b.Depth
}

// growPassages makes room for as many passages as there are if the text behind
// start goes on as it did before.
func (r *reader) growPassages(start int) {
	n := float64(len(r.p.Passages)) * float64(len(r.text)-start) / float64(start+1)
	r.p.Passages = slices.Grow(r.p.Passages, 8+int(n))
}

// passage adds a passage.
func (r *reader) passage(start, end, section int, reading policy.Reading) {
	if len(r.p.Passages) == cap(r.p.Passages) {
		r.growPassages(start)
	}
	r.p.Passages = append(r.p.Passages, policy.Passage{
		Span: policy.Span{Start: start, End: end}, Text: r.text[start:end], Section: section, Reading: reading,
	})
}
