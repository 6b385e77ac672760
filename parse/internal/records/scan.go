package records

import (
	"unicode"
	"unicode/utf8"
)

// maxWord is the length in bytes, folded, of the longest word that is looked
// up.
const maxWord = 40

// A scanner cuts runs of text into tokens.
type scanner struct {
	text string
	voc  *vocabulary
	toks []token
	open []int32 // tokens that are brackets without their other half

	flags  uint8 // of the next token
	folded [maxWord]byte
}

// scan sets s.toks to the tokens of text[start:end].
func (s *scanner) scan(start, end int) {
	s.toks, s.open, s.flags = s.toks[:0], s.open[:0], 0
	for i := start; i < end; {
		c := s.text[i]
		if c >= 0x80 {
			i = s.high(i, end)
			continue
		}
		switch classes[c] {
		case cLetter:
			i = s.word(i, end)
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
	h := uint32(hashSeed)
	n, upper, letters := 0, 0, 0
	var flags uint8
	apostrophe, stem := -1, uint32(0) // folded bytes before the last apostrophe, and their hash
	i := start
	for i < end {
		c := s.text[i]
		if isLetter(c) {
			if c < 'a' {
				c += 'a' - 'A'
				upper++
			}
			letters++
			h = (h ^ uint32(c)) * hashPrime
			if n < maxWord {
				s.folded[n] = c
			}
			n++
			i++
			continue
		}
		if c < 0x80 && c != '\'' {
			break
		}
		r, size := utf8.DecodeRuneInString(s.text[i:end])
		switch {
		case r == '\'' || r == '’':
			if next, _ := utf8.DecodeRuneInString(s.text[min(i+size, end):end]); i == start || !unicode.IsLetter(next) {
				goto done
			}
			apostrophe, stem = n, h
			r = '\''
		case unicode.IsLetter(r):
			letters++
			if l := unicode.ToLower(r); l != r {
				upper++
				r = l
			}
		case unicode.Is(unicode.Mn, r):
		default:
			goto done
		}
		i += size
		var buf [utf8.UTFMax]byte
		for _, b := range buf[:utf8.EncodeRune(buf[:], r)] {
			h = (h ^ uint32(b)) * hashPrime
			if n < maxWord {
				s.folded[n] = b
			}
			n++
		}
	}
done:
	if first, _ := utf8.DecodeRuneInString(s.text[start:i]); upper > 0 && unicode.IsUpper(first) {
		flags = fUpper
		if upper == letters && letters > 1 {
			flags |= fCaps
		}
	}
	if n == 1 && i+1 < end && s.text[i] == '.' && isLetter(s.text[i+1]) {
		if after := s.dotted(start, end); after > 0 {
			return after
		}
	}
	if i < end && (s.text[i] == ':' || s.text[i] == '.') {
		if after := s.address(start, i, end); after > 0 {
			return after
		}
	}
	t := token{start: int32(start), end: int32(i), kind: word, flags: flags}
	if n <= maxWord {
		e := s.voc.find(s.folded[:n], mix(h))
		if e == nil && apostrophe > 0 {
			e = s.voc.find(s.folded[:apostrophe], mix(stem))
		}
		if e != nil {
			t.tags, t.value, t.place = e.tags, e.value, e.place
		}
	}
	s.push(t)
	return i
}

// dotted reads single letters with full stops between them, such as "B.V.",
// as one word, and returns where to go on or 0.
func (s *scanner) dotted(start, end int) int {
	h, n, i := uint32(hashSeed), 0, start
	for i < end && n < 6 && isLetter(s.text[i]) && (i+1 == end || !isLetter(s.text[i+1]) && !isDigit(s.text[i+1])) {
		c := s.text[i] | 0x20
		h = (h ^ uint32(c)) * hashPrime
		s.folded[n] = c
		n++
		i++
		if i < end && s.text[i] == '.' {
			i++
			continue
		}
		break
	}
	if n < 2 {
		return 0
	}
	t := token{start: int32(start), end: int32(i), kind: word, flags: fDotted}
	if s.text[start] < 'a' {
		t.flags |= fUpper | fCaps
	}
	if e := s.voc.find(s.folded[:n], mix(h)); e != nil {
		t.tags, t.value, t.place = e.tags, e.value, e.place
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
