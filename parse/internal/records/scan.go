package records

import (
	"unicode"
	"unicode/utf8"
)

// A scanner cuts runs of text into tokens.
type scanner struct {
	text string
	voc  *vocabulary
	toks []token
	open []int32 // tokens that are brackets without their other half

	flags uint8 // of the next token
	tally tally
}

// scan sets s.toks to the tokens of text[start:end].
func (s *scanner) scan(start, end int) {
	s.toks, s.open, s.flags = s.toks[:0], s.open[:0], 0
	for i := start; i < end; {
		c := s.text[i]
		if letters[c] != 0 {
			i = s.word(i, end)
			continue
		}
		if c >= 0x80 {
			i = s.high(i, end)
			continue
		}
		switch classes[c] {
		case cSpace:
			s.flags |= fSpace
			if c == '\n' {
				s.flags |= fLine
			}
			i++
		case cSkip:
			i++
		case cDigit:
			i = s.number(i, end)
		case cSpecial:
			i = s.special(i, end)
		default:
			s.mark(i, i+1, c)
			i++
		}
	}
}

func (s *scanner) push(t token) {
	t.flags |= s.flags
	s.flags = 0
	s.toks = append(s.toks, t)
}

func (s *scanner) mark(start, end int, c byte) {
	s.push(token{start: int32(start), end: int32(end), kind: mark, value: int32(c)})
}

// high reads what begins with a byte beyond ASCII.
func (s *scanner) high(i, end int) int {
	r, n := utf8.DecodeRuneInString(s.text[i:end])
	switch {
	case unicode.IsLetter(r):
		return s.word(i, end)
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

// word reads the word at i: letters, and apostrophes between them.
func (s *scanner) word(start, end int) int {
	h, i := uint64(0), start
	capitals := byte(0)
	stop := byte(' ')
	text := s.text[:end]
	for ; i < len(text); i++ {
		c := text[i]
		l := letters[c]
		if l == 0 {
			stop = c
			break
		}
		capitals |= l ^ c
		h = hashByte(h, l)
	}
	if stop >= 0x80 || stop == '\'' {
		return s.longWord(start, i, end, h)
	}
	if stop == '.' || stop == ':' {
		if i == start+1 {
			if after := s.dotted(start, end); after > 0 {
				return after
			}
		}
		if after := s.address(start, i, end); after > 0 {
			return after
		}
	}
	flags := s.flags
	if capitals != 0 {
		switch {
		case text[start] >= 'a':
			flags |= fInner
		case i > start+1 && allCapitals(text[start:i]):
			flags |= fUpper | fCaps
		default:
			flags |= fUpper
		}
	}
	s.flags = 0
	hash := mix(h)
	if s.voc.table[hash>>(32-tableBits)] == 0 {
		// not in the vocabulary
	} else if e := s.voc.find(text[start:i], hash); e != nil {
		s.toks = append(s.toks, token{int32(start), int32(i), e.tags, e.value, word, flags})
		return i
	}
	if capitals != 0 && s.within() {
		s.tally.add(hash)
	}
	s.toks = append(s.toks, token{int32(start), int32(i), 0, 0, word, flags})
	return i
}

// allCapitals reports whether a word of ASCII letters has no small ones.
func allCapitals(w string) bool {
	for i := range len(w) {
		if w[i] >= 'a' {
			return false
		}
	}
	return true
}

// within reports whether the next word stands within a sentence, for all that
// the token before it tells.
func (s *scanner) within() bool {
	n := len(s.toks)
	return n > 0 && (s.toks[n-1].kind == word || s.toks[n-1].is(','))
}

// longWord reads on in a word with apostrophes or letters beyond ASCII: h is
// the hash of its first part, text[start:i]. A word with a genitive's
// apostrophe that the vocabulary lacks is looked up without it.
func (s *scanner) longWord(start, i, end int, h uint64) int {
	apostrophe, stem := 0, uint64(0)
loop:
	for i < end {
		if l := letters[s.text[i]]; l != 0 {
			h = hashByte(h, l)
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
			apostrophe, stem, r = i, h, '\''
		case unicode.IsLetter(r):
			r = unicode.ToLower(r)
		case !unicode.Is(unicode.Mn, r):
			break loop
		}
		i += size
		var buf [utf8.UTFMax]byte
		for _, b := range buf[:utf8.EncodeRune(buf[:], r)] {
			h = hashByte(h, b)
		}
	}
	t := token{start: int32(start), end: int32(i), kind: word, flags: capitalisation(s.text[start:i])}
	hash := mix(h)
	e := s.voc.find(s.text[start:i], hash)
	if e == nil && apostrophe > 0 {
		hash = mix(stem)
		e = s.voc.find(s.text[start:apostrophe], hash)
	}
	if e != nil {
		t.tags, t.value = e.tags, e.value
	} else if t.flags != 0 && s.within() {
		s.tally.add(hash)
	}
	s.push(t)
	return i
}

// capitalisation returns the flags that tell which letters of a word are
// capitals.
func capitalisation(w string) uint8 {
	first, upper, all := false, 0, 0
	for i, r := range w {
		if !unicode.IsLetter(r) {
			continue
		}
		all++
		if unicode.IsUpper(r) {
			upper++
			first = first || i == 0
		}
	}
	switch {
	case upper == 0:
		return 0
	case !first:
		return fInner
	case upper == all && all > 1:
		return fUpper | fCaps
	}
	return fUpper
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
	if e := s.voc.find(string(w[:n]), hashOf(string(w[:n]))); e != nil {
		t.tags, t.value = e.tags, e.value
	}
	s.push(t)
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
