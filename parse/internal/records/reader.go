package records

import (
	"slices"
	"strings"

	"example.com/policymodel/parse/internal/buffer"
	"example.com/policymodel/parse/internal/layout"
	"example.com/policymodel/parse/internal/words"
	"example.com/policymodel/policy"
)

// A reader holds what is known while one text is read.
type reader struct {
	scanner
	layout *layout.Layout
	hints  Hints
	cased  bool // the text has capital letters
	out    Records

	block    int // being read
	nth      int // how many body blocks were read before it
	heading  bool
	level    int  // of the heading, 0 if it is none
	helping  bool // the last heading speaks of somebody other than the publisher
	reaching bool // the last heading or label says that the lines below are how to reach somebody
	sents    []sentence
	sent     sentence // being read
	own      scope    // of the sentence, if it is known
	scoped   bool     // it is
	shouting int8     // whether the sentence is in capitals: 1 if so, -1 if not, 0 if that is not known
	mask     tag      // of the block's words
	has      uint16   // of its tokens: hasNumber and the like
	passed   int      // how many of upper stand in r.sents
	before   context  // of the body block before it
	scope    scope    // whom the lines that follow are meant for
	pending  pending  // a role whose holder is still to come
	site     int      // the column of the table that tells where data is, 0 if none does

	nameBuf  []name
	placeBuf []place
	mentions []policy.Mention // of which the records have parts

	head      head
	contacts  map[contactKey]int // index in out.Contacts
	dates     []datum
	dated     int         // block of the heading above the date read last, -1 if there was none
	datedText string      // of that heading, on one line
	us        []candidate // companies that the text calls "we"
	brands    []candidate // names that the publisher may go by
	known     bool        // the text has told who the publisher is
	named     bool        // the text says, not just repeats, the name that was chosen
	parties   []party
	ours      []party    // see finishParties
	operators []party    // companies at addresses
	countries []homeland // of companies
	group     group      // lines that may be an address
	seat      string     // the country of the addresses without a company's name
	americans int        // signs of American spelling, less those of British
	dayFirst  int        // numeric dates that only make sense with the day first, less the others
	steps     int        // looks at tokens, counted for tests
}

// A sentence is the tokens from lo to hi, hi exclusive.
type sentence struct {
	lo, hi int
	mask   tag
	has    uint16 // hasNumber and the like
}

// A context is what is remembered of a block that was read.
type context struct {
	mask  tag
	words int
	label bool // ends with a colon
}

func newReader(text string, l *layout.Layout, lang string, hints *Hints) *reader {
	r := new(reader)
	r.reset(text, l, lang, hints)
	return r
}

func (r *reader) reset(text string, l *layout.Layout, lang string, hints *Hints) {
	if r.layout != nil { // it was not cleared
		r.clear(new(buffer.Size))
	}
	r.layout, r.text, r.voc = l, text, vocabularyOf(lang)
	r.dated = -1
	r.toks = slices.Grow(r.toks, min(512, len(text)/4+8))
	for i := range l.Blocks {
		if b := &l.Blocks[i]; b.End-b.Start > longBlock {
			r.makeRoom(text[b.Start:b.End])
		}
	}
	if hints != nil {
		r.hints = *hints
	}
	r.cased = cased(text, l)
}

// longBlock is the length in bytes from which room is made for the tokens of a
// block beforehand: where slices are large, they do not grow for nothing.
const longBlock = 1 << 14

// makeRoom makes room for the tokens and sentences of a block, give or take a few.
func (r *reader) makeRoom(block string) {
	const (
		space = iota
		letter
		digit
		mark
	)
	toks, stops, sents, before := 0, 0, 1, space
	for i := range len(block) {
		is := mark
		switch c := block[i]; {
		case isLetter(c):
			is = letter
		case c >= 0x80 && c < 0xc0: // inside a character
			continue
		case isDigit(c):
			is = digit
		case c < 0x80 && classes[c] == cSpace:
			is = space
		case c == '*' || c == '|' || c == 0xe2 || // which bullets begin with
			(c == '.' || c == '!' || c == '?') && (i+1 == len(block) || isSpace(block[i+1])):
			sents++
		}
		if is == mark || is != space && is != before {
			toks++
			if is != letter {
				stops++
			}
		}
		before = is
	}
	r.toks, r.stops, r.sents = slices.Grow(r.toks, toks), slices.Grow(r.stops, stops), slices.Grow(r.sents, sents)
}

// clear makes r as good as new, but for the room in its slices, which it adds to n.
func (r *reader) clear(n *buffer.Size) {
	o := &r.out
	*r = reader{
		scanner: scanner{toks: buffer.Reset(n, r.toks), open: buffer.Reset(n, r.open), stops: buffer.Reset(n, r.stops), upper: buffer.Reset(n, r.upper)},
		sents:   buffer.Reset(n, r.sents), nameBuf: buffer.Reset(n, r.nameBuf), placeBuf: emptied(n, r.placeBuf), mentions: buffer.Reset(n, r.mentions),
		contacts: buffer.Map(n, r.contacts), dates: emptied(n, r.dates), us: emptied(n, r.us), brands: emptied(n, r.brands),
		parties: emptied(n, r.parties), ours: emptied(n, r.ours), operators: emptied(n, r.operators), countries: emptied(n, r.countries),
		out: Records{
			Names: emptied(n, o.Names), Aliases: emptied(n, o.Aliases), Dates: emptied(n, o.Dates), Parties: emptied(n, o.Parties),
			Contacts: emptied(n, o.Contacts), Transfers: emptied(n, o.Transfers), Children: emptied(n, o.Children),
			Periods: emptied(n, o.Periods), Certifications: emptied(n, o.Certifications),
		},
	}
}

// emptied returns s without the elements that it has or had, and adds its room to n.
func emptied[T any](n *buffer.Size, s []T) []T { return buffer.Emptied(n, s[:cap(s)]) }

// one returns m in a slice of its own.
func (r *reader) one(m policy.Mention) []policy.Mention {
	r.mentions = append(r.mentions, m)
	n := len(r.mentions)
	return r.mentions[n-1 : n : n]
}

// caseSample is the number of letters among which capital ones are counted.
const caseSample = 1 << 12

// cased reports whether the body has more than a few capital letters. It looks
// at its first blocks.
func cased(text string, l *layout.Layout) bool {
	longest := 0
	for i := range l.Blocks {
		longest = max(longest, l.Blocks[i].End-l.Blocks[i].Start)
	}
	enough := (caseSample+longest)/200 + 1 // capital letters, however many others there are
	letters, capitals := 0, 0
	for i := 0; i < len(l.Blocks) && letters <= caseSample; i++ {
		b := &l.Blocks[i]
		if b.Role != layout.Body {
			continue
		}
		block := []byte(text[b.Start:b.End])
		for at := 0; at < len(block); at += 8 {
			small, capital := words.Cases(words.Eight(block, at))
			letters += small + capital
			if capitals += capital; capitals >= enough {
				return true
			}
		}
	}
	return capitals*200 > letters
}

// read reads body block b, the i-th.
func (r *reader) read(i int, b *layout.Block) {
	heading := b.Kind == layout.Heading
	line := heading && r.mayBeLine(b)
	if heading && !line {
		r.closeGroup()
	}
	r.block, r.heading, r.level = i, heading, 0
	r.scan(b.Start, b.End)
	r.split()
	if line {
		if r.heading = !r.isAddressLine(); r.heading && r.group.blocks > 0 {
			r.closeGroup()
			r.scan(b.Start, b.End)
			r.split()
		}
	}
	if r.heading {
		r.level = max(b.Depth, 1)
	}
	r.scope.pass(len(r.toks), r.level)
	if r.heading {
		r.helping = !r.known && len(r.sents) == 1 && r.helpersBelow(r.sents[0])
	}
	if n := len(r.toks); r.heading || n > 1 && n <= maxLabel && r.toks[n-1].is(':') {
		r.reaching = n <= maxLabel && r.mask&tReach != 0
	}
	r.readColumns(b)
	at := cell{at: b.Start}
	for _, s := range r.sents {
		r.enter(s)
		r.sentence()
		if r.site > 0 && at.of(r, s) == r.site && s.has&hasPlace != 0 {
			r.readSites(s)
		}
	}
	if r.heading && r.nth == 0 && len(r.sents) > 0 {
		r.readHead(r.sents[0])
	}
	last := len(r.toks) - 1
	r.before = context{mask: r.mask, words: len(r.toks), label: last >= 0 && r.toks[last].is(':')}
	if r.pending.block != i {
		r.pending.age(len(r.toks))
	}
	r.addToGroup(b)
	r.nth++
}

// scan makes text[start:end], as a whole, the sentence being read.
func (r *reader) scan(start, end int) {
	r.scanner.scan(start, end)
	r.enter(sentence{hi: len(r.toks)})
}

// enter makes s, of the tokens that were scanned, the sentence being read.
func (r *reader) enter(s sentence) {
	r.sent, r.scoped, r.shouting = s, false, 0
	r.nameBuf = r.nameBuf[:0]
}

// What the tokens of a sentence may have among them.
const (
	hasNumber  = 1 << number
	hasURL     = 1 << url
	hasEmail   = 1 << email
	hasBracket = 1 << (email + 1) // an opening one
	hasQuote   = 1 << (email + 2)
	hasPlace   = 1 << (email + 3) // written like one
	hasLong    = 1 << (email + 4) // number: of four digits or more
	hasDigits  = 1 << (email + 5) // as many as a telephone number
)

// sentence reads r.sent. Each kind of record is looked for only where a token
// that it cannot do without is.
func (r *reader) sentence() {
	s := r.sent
	m := s.mask
	if m&tSpelling != 0 {
		r.americans += r.spelling(s)
	}
	if s.has&hasLong != 0 {
		r.readDates(s)
	}
	if m&tCert != 0 {
		r.readCertifications(s)
	}
	if m&tUnit != 0 {
		r.readPeriods(s)
	}
	if m&(tAge|tUnder|tOver|tLeast|tChild) != 0 && (s.has&hasNumber != 0 || m&tNum != 0) {
		r.readAges(s)
	}
	if m&formWords != 0 {
		r.findNames(s)
	}
	if s.has&hasPlace != 0 && len(r.sents) == 1 {
		r.readScope(s)
	}
	r.readOrganisation(s)
	if m&roleWords != 0 {
		r.readParties(s)
	}
	if s.has&(hasEmail|hasURL|hasDigits) != 0 || m&tName != 0 || m&tAt != 0 && s.has&hasBracket != 0 || r.pending.role != "" {
		r.readContacts(s)
	}
	if s.has&hasNumber != 0 && s.has&(hasLong|hasPlace) != 0 && !r.isLine() {
		r.readAddresses(s)
	}
	if s.has&hasPlace != 0 && m&(tStore|tServer|tTransfer|tLocated) != 0 {
		r.readTransfers(s)
	}
}

// split sets r.sents, r.mask and r.has for the tokens of the block.
func (r *reader) split() {
	r.sents, r.mask, r.has, r.passed = r.sents[:0], 0, 0, 0
	lo, mask, has, digits := 0, tag(0), uint16(0), 0
	for _, x := range r.stops {
		i := int(x.token)
		t := &r.toks[i]
		mask |= x.tags
		has |= 1 << (t.kind % 16)
		ends := false
		switch t.kind {
		case word:
			ends = r.starts(i + 1)
		case number:
			n := int(t.end - t.start)
			if n >= 4 {
				has |= hasLong
			}
			if digits += n; digits >= minDigits {
				has |= hasDigits
			}
		case mark:
			switch t.value {
			case '(', '[':
				has |= hasBracket
			case '"', '\'':
				has |= hasQuote
			case '.', '!', '?', '*', '|':
				ends = r.ends(i)
			}
		}
		if ends {
			r.addSentence(lo, i+1, mask, has)
			lo, mask, has, digits = i+1, 0, 0, 0
		}
	}
	if lo < len(r.toks) {
		r.addSentence(lo, len(r.toks), mask|r.tags, has)
	}
}

func (r *reader) addSentence(lo, hi int, mask tag, has uint16) {
	for ; r.passed < len(r.upper) && int(r.upper[r.passed]) < hi; r.passed++ {
		has |= hasPlace
	}
	if !r.cased && mask&tPlace != 0 {
		has |= hasPlace
	}
	r.mask |= mask
	r.has |= has
	r.sents = append(r.sents, sentence{lo, hi, mask, has})
}

// ends reports whether mark i, one that may, ends a sentence.
func (r *reader) ends(i int) bool {
	t := &r.toks[i]
	switch t.value {
	case '!', '?':
		return i+1 == len(r.toks) || r.toks[i+1].flags&fSpace != 0
	case '*':
		return true
	case '|':
		return r.layout.Blocks[r.block].Kind == layout.Row
	}
	if i+1 == len(r.toks) || i == 0 {
		return true
	}
	prev, next := &r.toks[i-1], &r.toks[i+1]
	if next.flags&fSpace == 0 {
		// Sentences without a space between them are found by a capital after a
		// small letter, or by the text's being scraped.
		if next.kind != word || prev.kind != word || prev.end-prev.start < 3 || prev.tags&(tAbbr|tSuffix|tWeak) != 0 {
			return prev.kind == number && next.kind == word && next.flags&fUpper != 0
		}
		return next.flags&fUpper != 0 && prev.flags&fCaps == 0 || r.layout.Format == layout.Scraped
	}
	switch {
	case prev.tags&tMonth != 0 && next.kind == number:
		return false
	case prev.tags&(tAbbr|tSuffix|tWeak) != 0, prev.kind == word && prev.end-prev.start == 1:
		return r.starts(i + 1)
	case next.kind == number && prev.kind == word && strings.HasSuffix(r.text[:prev.end], "str"):
		return false // a German street
	case prev.kind == number && (next.tags&tMonth != 0 || next.kind == number && i > 1 && r.toks[i-2].tags&tMonth != 0):
		return false
	}
	return true
}

// starts reports whether token i looks like the start of a sentence although
// what stands before it may be an abbreviation.
func (r *reader) starts(i int) bool {
	if i >= len(r.toks) || r.toks[i].kind != word || r.toks[i].flags&fSpace == 0 {
		return false
	}
	t := &r.toks[i]
	if r.cased {
		return t.flags&fUpper != 0 && t.tags&(tStop|tPlace) == tStop
	}
	return t.tags&(tWe|tYou|tIf) != 0
}

// isLine reports whether the block is short enough to be a line of an address:
// such lines are read together.
func (r *reader) isLine() bool { return len(r.toks) <= maxLine && !r.heading }

// spelling counts the words of s that are American, less those that are
// British.
func (r *reader) spelling(s sentence) int {
	n := 0
	for i := r.next(tSpelling, s.lo, s.hi); i < s.hi; i = r.next(tSpelling, i+1, s.hi) {
		n += int(r.toks[i].value)
	}
	return n
}

// isShouting reports whether more words of the sentence are in capitals than
// are not.
func (r *reader) isShouting() bool {
	if r.shouting == 0 {
		n := 0
		for i := r.sent.lo; i < r.sent.hi; i++ {
			switch t := &r.toks[i]; {
			case t.kind != word || t.end-t.start < 2:
			case t.flags&(fCaps|fDotted) == fCaps:
				n++
			default:
				n--
			}
		}
		r.shouting = -1
		if n > 1 {
			r.shouting = 1
		}
	}
	return r.shouting > 0
}

// words returns the text of tokens lo to hi on one line, without emphasis.
func (r *reader) words(lo, hi int) string {
	return clean(r.text[r.toks[lo].start:r.toks[hi-1].end])
}

// clean returns s without the marks of emphasis and with each run of white
// space as one space.
func clean(s string) string {
	dirty := false
	for i := 0; i < len(s) && !dirty; i++ {
		dirty = dirt[s[i]] || s[i] == ' ' && (i == 0 || s[i-1] == ' ' || i == len(s)-1)
	}
	if !dirty {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, c := range s {
		switch {
		case c == '*' || c == '_' || c == '\\' || c == '`':
		case c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\u00a0':
			gap = b.Len() > 0
		default:
			if gap {
				b.WriteByte(' ')
				gap = false
			}
			b.WriteRune(c)
		}
	}
	return b.String()
}

// dirt has the bytes other than a space that clean may have to do with.
var dirt = [256]bool{'*': true, '_': true, '\\': true, '`': true, '\n': true, '\t': true, '\r': true, 0xc2: true}

// wordIs reports whether token i is the word w, which is folded and has no
// apostrophe.
func (r *reader) wordIs(i int, w string) bool {
	t := &r.toks[i]
	r.steps++
	return (int(t.end-t.start) == len(w) || t.flags&fDotted != 0) && r.spells(t, w)
}

// spells reports whether t is the word w, which is folded.
func (r *reader) spells(t *token, w string) bool {
	s := r.text[t.start:t.end]
	if t.flags&fDotted != 0 {
		s = strings.ReplaceAll(s, ".", "")
	}
	return t.kind == word && foldedEqual(s, w)
}

// foldedEqual reports whether s, folded, is w. A typographic apostrophe counts
// as a plain one.
func foldedEqual(s, w string) bool {
	if len(s) != len(w) {
		return len(s) == len(w)+2 && strings.Contains(s, "’") && strings.EqualFold(strings.Replace(s, "’", "'", 1), w)
	}
	for i := range len(s) {
		if c := s[i]; c != w[i] && folded(c) != w[i] {
			return c >= 0x80 && strings.EqualFold(s, w)
		}
	}
	return true
}

// span returns the bytes of tokens lo to hi.
func (r *reader) span(lo, hi int) policy.Span {
	return policy.Span{Start: int(r.toks[lo].start), End: int(r.toks[hi-1].end)}
}

func (r *reader) mention(lo, hi int) policy.Mention {
	return policy.Mention{Span: r.span(lo, hi), Passage: -1}
}

// next returns the first of tokens i to hi that has one of the tags of m, or hi.
func (r *reader) next(m tag, i, hi int) int {
	toks := r.toks[i:hi]
	for k := range toks {
		if toks[k].tags&m != 0 {
			return i + k
		}
	}
	return hi
}

// nextKind returns the first of tokens i to hi of kind k, or hi.
func (r *reader) nextKind(k kind, i, hi int) int {
	toks := r.toks[i:hi]
	for n := range toks {
		if toks[n].kind == k {
			return i + n
		}
	}
	return hi
}

// maskOf returns the tags of tokens lo to hi, clamped to the sentence.
func (r *reader) maskOf(lo, hi int) tag {
	var m tag
	lo, hi = max(lo, r.sent.lo), min(hi, r.sent.hi)
	r.steps += max(hi-lo, 0)
	for i := lo; i < hi; i++ {
		m |= r.toks[i].tags
	}
	return m
}
