package records

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"example.com/policymodel/parse/internal/words"
)

// A scanner cuts runs of text into tokens.
type scanner struct {
	text string
	voc  *vocabulary
	toks []token
	open []int32 // tokens that are brackets without their other half

	stops []stop // what may end sentences, and all that is no word
	tags  tag    // of the tokens behind the last of stops

	upper []int32 // tokens with a capital letter that may begin a place

	flags uint8 // of the next token
	tally tally
}

// A stop is any token but a comma or a word without full stops in it.
type stop struct {
	token int32 // its index
	tags  tag   // its own, and of the tokens before it since the stop before
}

// scan sets s.toks to the tokens of text[start:end], and s.stops to the stops
// among them.
func (s *scanner) scan(start, end int) {
	s.toks, s.open, s.stops, s.upper, s.tags, s.flags = s.toks[:0], s.open[:0], s.stops[:0], s.upper[:0], 0, 0
	text := s.text
	for i := start; i < end; {
		switch c := text[i]; {
		case isLetter(c):
			if i = s.words(i, end); i < end && isLetter(text[i]) {
				i = s.word(i, end)
			}
		case c == ' ':
			s.flags |= fSpace
			i++
		default:
			i = s.other(i, end)
		}
	}
}

// other reads what begins with a byte that is no ASCII letter.
func (s *scanner) other(i, end int) int {
	c := s.text[i]
	if c >= 0x80 {
		return s.high(i, end)
	}
	switch classes[c] {
	case cSpace:
		s.flags |= fSpace
		if c == '\n' {
			s.flags |= fLine
		}
	case cSkip:
	case cDigit:
		return s.number(i, end)
	case cSpecial:
		return s.special(i, end)
	default:
		s.mark(i, i+1, c)
	}
	return i + 1
}

// push adds t, with the flags of what came before it.
func (s *scanner) push(t token) {
	t.flags |= s.flags
	s.flags = 0
	s.tags |= t.tags
	if (t.kind != word || t.flags&fDotted != 0) && !t.is(',') {
		s.stops = append(s.stops, stop{int32(len(s.toks)), s.tags})
		s.tags = 0
	}
	s.toks = append(s.toks, t)
}

// pushWord adds t, the word of e.
func (s *scanner) pushWord(t token, e *entry) {
	t.tags, t.value = e.tags, e.value
	if t.tags&tPlace != 0 && t.flags&fUpper != 0 {
		s.upper = append(s.upper, int32(len(s.toks)))
	}
	s.push(t)
}

// replace puts t, an address, in the place of the tokens from k on.
func (s *scanner) replace(k int, t token) {
	n := len(s.stops)
	for n > 0 && int(s.stops[n-1].token) >= k {
		n--
	}
	from := 0
	if n > 0 {
		from = int(s.stops[n-1].token) + 1
	}
	for len(s.upper) > 0 && int(s.upper[len(s.upper)-1]) >= k {
		s.upper = s.upper[:len(s.upper)-1]
	}
	s.toks, s.stops, s.tags, s.flags = s.toks[:k], s.stops[:n], 0, 0
	for _, w := range s.toks[from:] {
		s.tags |= w.tags
	}
	s.push(t)
}

func (s *scanner) mark(start, end int, c byte) {
	s.push(token{start: int32(start), end: int32(end), kind: mark, value: int32(c)})
}

// high reads what begins with a byte beyond ASCII.
func (s *scanner) high(i, end int) int {
	r, n := utf8.DecodeRuneInString(s.text[i:end])
	switch {
	case unicode.IsLetter(r):
		return s.longWord(i, end)
	case r == '\u00a0' || r == '\u2028' || r == '\u2029' || unicode.IsSpace(r):
		s.flags |= fSpace
	case r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\ufeff' || r == '\u00ad' || r == '\u200e':
		// without width
	case r == '“' || r == '”' || r == '„' || r == '«' || r == '»' || r == '‟' || r == '″':
		s.mark(i, i+n, '"')
	case r == '‘' || r == '’' || r == '‚':
		s.mark(i, i+n, '\'')
	case r == '–' || r == '—' || r == '‑' || r == '‐' || r == '−':
		s.mark(i, i+n, '-')
	case r == '。':
		s.mark(i, i+n, '.')
	case r == '…':
		s.mark(i, i+n, ',')
	case r == '（':
		s.mark(i, i+n, '(')
	case r == '）':
		s.mark(i, i+n, ')')
	case r == '•' || r == '▪' || r == '‣' || r == '◦' || r == '●' || r == '■' || r == '·' || r >= '\ue000' && r <= '\uf8ff':
		s.mark(i, i+n, '*')
	default:
		s.mark(i, i+n, 0)
	}
	return i + n
}

// words reads words of ASCII letters with a space, or a comma and a space, between
// one and the next, as most are, from text[i] on. It returns where to go on: behind
// the last, or at a word that needs more than that, that s.toks has no room for, or
// that is among the last bytes of text.
func (s *scanner) words(i, end int) int {
	text := []byte(s.text)
	for i < end && i+8 <= len(text) && len(s.toks) < cap(s.toks) {
		x := binary.LittleEndian.Uint64(text[i : i+8])
		lower, others := words.Letters(x)
		size, these := words.Leading(others)
		hash, j, capitals := mix(0, lower&these), i+size, (lower^x)&these
		if others == 0 { // eight letters or more
			hash, j, capitals = spell(text, i+8, mix(0, lower), lower^x)
		}
		if j == i || j > end || j == len(text) {
			break
		}
		next := text[j]
		if next != ' ' && mayGoOn(next, j-i) {
			break
		}
		e := s.voc.find(hash)
		tags := e.tags
		n := len(s.toks)
		s.toks = s.toks[:n+1]
		t := &s.toks[n]
		t.start, t.end, t.tags, t.value, t.kind, t.flags = int32(i), int32(j), tags, e.value, word, s.flags
		s.tags |= tags
		if capitals != 0 {
			s.capitalised(hash)
		}
		if next != ' ' {
			s.flags = 0
			if next != ',' || j+1 >= end || text[j+1] != ' ' {
				return j
			}
			s.mark(j, j+1, ',')
			j++
		}
		s.flags = fSpace
		i = j + 1
	}
	return i
}

// mayGoOn reports whether so many letters with c behind them may be part of
// something longer: of a word with other letters, an address or an abbreviation.
func mayGoOn(c byte, letters int) bool {
	switch c {
	case '.':
		return letters == 1 || letters == len("www")
	case ':':
		return letters == len("http") || letters == len("https")
	}
	return c >= 0x80 || c == '\''
}

// capitalised completes the last token, a word of ASCII letters with capitals.
func (s *scanner) capitalised(hash uint64) {
	n := len(s.toks) - 1
	t := &s.toks[n]
	t.flags |= capitalsOf(s.text[t.start:t.end])
	switch {
	case t.tags == 0:
		if within(s.toks[:n]) {
			s.tally.add(hash)
		}
	case t.tags&tPlace != 0 && t.flags&fUpper != 0:
		s.upper = append(s.upper, int32(n))
	}
}

// word reads any word that begins with the ASCII letter text[start], or what
// it is the first part of.
func (s *scanner) word(start, end int) int {
	i := start
	for i < end && isLetter(s.text[i]) {
		i++
	}
	if i < end && (s.text[i] == '.' || s.text[i] == ':') {
		if i == start+1 {
			if after := s.dotted(start, end); after > 0 {
				return after
			}
		}
		if after := s.address(start, i, end); after > 0 {
			return after
		}
	}
	return s.longWord(start, end)
}

// capitalsOf returns the flags of a word of ASCII letters that has capitals.
func capitalsOf(w string) uint8 {
	if w[0] >= 'a' {
		return fInner
	}
	for i := range len(w) {
		if w[i] >= 'a' {
			return fUpper
		}
	}
	if len(w) == 1 {
		return fUpper
	}
	return fUpper | fCaps
}

// within reports whether the word after toks stands within a sentence, for all
// that the last of them tells.
func within(toks []token) bool {
	n := len(toks) - 1
	return n >= 0 && (toks[n].kind == word || toks[n].is(','))
}

// longWord reads a word with apostrophes or letters beyond ASCII. One with a
// genitive's apostrophe that the vocabulary lacks is looked up without it.
func (s *scanner) longWord(start, end int) int {
	var all, stem hasher
	i, apostrophe := start, 0
	count, capitals, first := 0, 0, false // letters
loop:
	for i < end {
		if c := s.text[i]; isLetter(c) {
			l := letters[c]
			all.add(l)
			count++
			if l != c {
				capitals++
				first = first || i == start
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s.text[i:end])
		switch {
		case r == '\'' || r == '’':
			next, _ := utf8.DecodeRuneInString(s.text[min(i+size, end):end])
			if i == start || !unicode.IsLetter(next) {
				break loop
			}
			apostrophe, stem, r = i, all, '\''
		case unicode.IsLetter(r):
			count++
			if unicode.IsUpper(r) {
				capitals++
				first = first || i == start
			}
			r = unicode.ToLower(r)
		case !unicode.Is(unicode.Mn, r):
			break loop
		}
		i += size
		var buf [utf8.UTFMax]byte
		for _, b := range buf[:utf8.EncodeRune(buf[:], r)] {
			all.add(b)
		}
	}
	t := token{start: int32(start), end: int32(i), kind: word}
	switch {
	case capitals == 0:
	case !first:
		t.flags = fInner
	case capitals == count && count > 1:
		t.flags = fUpper | fCaps
	default:
		t.flags = fUpper
	}
	hash := all.sum()
	e := s.voc.spelled(hash, s.text[start:i])
	if e.tags == 0 && apostrophe > 0 {
		hash = stem.sum()
		e = s.voc.spelled(hash, s.text[start:apostrophe])
	}
	if e.tags == 0 && t.flags != 0 && within(s.toks) {
		s.tally.add(hash)
	}
	s.pushWord(t, e)
	return i
}

// dotted reads single letters with full stops between them, such as "B.V.",
// as one word, and returns where to go on or 0.
func (s *scanner) dotted(start, end int) int {
	var w [6]byte
	n, i := 0, start
	for i < end && n < len(w) && isLetter(s.text[i]) && (i+1 == end || !isLetter(s.text[i+1]) && !isDigit(s.text[i+1])) {
		w[n] = letters[s.text[i]]
		n++
		i++
		if i == end || s.text[i] != '.' {
			break
		}
		i++
	}
	if n < 2 {
		return 0
	}
	t := token{start: int32(start), end: int32(i), kind: word, flags: fDotted}
	if s.text[start] < 'a' {
		t.flags |= fUpper | fCaps
	}
	e := s.voc.find(hashOf(string(w[:n])))
	s.pushWord(t, e)
	return i
}

// number reads a run of digits.
func (s *scanner) number(start, end int) int {
	i, v := start, int32(0)
	for i < end && isDigit(s.text[i]) {
		if i-start < 9 {
			v = v*10 + int32(s.text[i]-'0')
		} else {
			v = -1
		}
		i++
	}
	s.push(token{start: int32(start), end: int32(i), kind: number, value: v})
	return i
}

// special reads marks that may be part of something larger.
func (s *scanner) special(i, end int) int {
	switch s.text[i] {
	case '.':
		if after := s.domain(i, end); after > 0 {
			return after
		}
	case '@':
		if after := s.email(i, end); after > 0 {
			return after
		}
	case '[':
		s.open = append(s.open, int32(len(s.toks)))
	case ']':
		label := int32(-1)
		if n := len(s.open); n > 0 {
			label = s.open[n-1]
			s.open = s.open[:n-1]
		}
		if i+1 < end && s.text[i+1] == '(' && label >= 0 {
			if after := s.link(i+2, end, label); after > 0 {
				return after
			}
		}
	case '<':
		if after := s.tag(i, end); after > 0 {
			return after
		}
		return i + 1
	}
	s.mark(i, i+1, s.text[i])
	return i + 1
}
