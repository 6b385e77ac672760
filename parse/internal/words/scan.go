package words

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/policymodel/parse/internal/buffer"
)

// A Scanner cuts blocks of one text into words.
type Scanner struct {
	Vocabulary *Vocabulary
	// Lowercase says that the text has hardly any capital letters, so that a
	// sentence may start in lower case.
	Lowercase bool

	block  []Word            // of Block
	ws     []Word            // of the block being read
	folded [maxWord + 1]byte // of a word that is not of ASCII letters alone, or may be a compound
	hash   uint64            // of the last word
	sep    Sep
}

// Clear makes s as good as new, but for a buffer, of which it adds the room to n.
func (s *Scanner) Clear(n *buffer.Size) { *s = Scanner{block: buffer.Reset(n, s.block)} }

// Block returns the words of text[start:end]. The result is valid until the
// next call.
func (s *Scanner) Block(text string, start, end int) []Word {
	s.block = s.Append(s.block[:0], text, start, end)
	return s.block
}

// Append appends the words of text[start:end] to ws.
func (s *Scanner) Append(ws []Word, text string, start, end int) []Word {
	if end-start > longBlock {
		ws = slices.Grow(ws, about(text[start:end]))
	}
	s.ws, s.sep = ws[len(ws):], 0
	text = text[:end]
	for i := start; i < end; {
		if i = s.plain([]byte(text), i); i < end {
			i = s.other(text, i)
		}
	}
	n := len(ws) + len(s.ws)
	if n > cap(ws) {
		return append(ws, s.ws...)
	}
	return ws[:n] // where they were appended
}

// longBlock is the length in bytes from which room is made for the words of a
// block beforehand: where slices are large, they do not grow for nothing.
const longBlock = 1 << 14

// about returns the number of words of text, give or take a few.
func about(text string) (n int) {
	inside := false
	for i := range len(text) {
		c := classes[text[i]]
		word := c == letter || c == capital || c == digit || c == high
		if word && !inside {
			n++
		}
		inside = word
	}
	return n + 1
}

// plain reads words from i on as long as they are of ASCII letters alone and have
// one space between them, as most have, or a comma and a space. It returns where
// something else begins.
func (s *Scanner) plain(text []byte, i int) int {
	v := s.Vocabulary
	if len(v.slots) == 0 {
		return i
	}
	for i < len(text) {
		lower, others := Letters(Eight(text, i))
		if others&0x80 != 0 {
			break
		}
		h, end := uint64(hashStart), i
		for others == 0 {
			h = mix(h, lower)
			if end += 8; end == i+maxWord {
				return i
			}
			lower, others = Letters(Eight(text, end))
		}
		n, these := Leading(others)
		h = mix(h, lower&these)
		end += n
		next := byte(0)
		if end < len(text) {
			next = text[end]
		}
		if next != ' ' && mayGoOn(text, end) {
			break
		}
		s.hash = h
		lemma := v.slots[v.find(h)].lemma
		if lemma == 0 && len(v.heads) > 0 {
			break // it may be a compound
		}
		k := len(s.ws)
		s.ws = append(s.ws, Word{})
		w := &s.ws[k]
		w.Start, w.End, w.Before = int32(i), int32(end), s.sep
		w.Lemma, w.Form = int32(lemma>>formBits), Form(lemma&formMask)
		s.sep = 0
		if text[i] <= 'Z' {
			w.Class = capitalized(text[i:end])
		}
		if i = end; next == ' ' {
			i++
		} else if next == ',' && i+1 < len(text) && text[i+1] == ' ' {
			s.sep = Comma
			i += 2
		} else {
			break
		}
	}
	return i
}

// mayGoOn reports whether a word may go on at i with something else than ASCII
// letters.
func mayGoOn(text []byte, i int) bool {
	if i == len(text) || !goesOn[text[i]] {
		return false
	}
	c := classes[text[i]]
	return c == digit || c == high || i+1 < len(text) && classes[text[i+1]] != space
}

// other reads what plain does not: a word, or what stands between two words. It
// returns where to go on.
func (s *Scanner) other(text string, i int) int {
	if c := classes[text[i]]; c == letter || c == capital {
		return s.word(text, i)
	}
	for i < len(text) {
		switch c := text[i]; classes[c] {
		case letter, capital:
			return i
		case digit:
			return s.word(text, i)
		case space:
			if c == '\n' {
				s.sep |= Line
			}
			i++
		case high:
			r, size := utf8.DecodeRuneInString(text[i:])
			if foldRune(r) > 0 {
				return s.word(text, i)
			}
			s.mark(r)
			i += size
		default:
			i = s.punctuation(text, i, len(text))
		}
	}
	return i
}

// mark notes what a symbol beyond ASCII says about the words around it.
func (s *Scanner) mark(r rune) {
	switch r {
	case '–', '—':
		s.sep |= Dash
	case '“', '”', '„', '‘', '’', '«', '»':
		s.sep |= Quote
	case '•', '▪', '‣', '◦', '●', '■', '·', '○', '\uf0b7', '\uf0a7':
		s.sep |= Bullet
	case '…':
		s.sep |= Comma
	case '。', '！', '？':
		s.sep |= Stop
	}
}

// punctuation reads the ASCII mark at i and returns where to go on.
func (s *Scanner) punctuation(text string, i, end int) int {
	switch c := text[i]; c {
	case ',':
		s.sep |= Comma
	case ';':
		s.sep |= Semicolon
	case ':':
		s.sep |= Colon
	case '!', '?':
		s.sep |= Stop
	case '.':
		s.stop(text, i, end)
	case '(':
		if n := suffix(text[i:end]); n > 0 && i > 0 && len(s.ws) > 0 && int(s.ws[len(s.ws)-1].End) == i {
			return i + n // the (s) of number(s)
		}
		s.sep |= Open
	case '[':
		s.sep |= Open
	case ')':
		s.sep |= Close
	case ']':
		if i+1 < end && text[i+1] == '(' {
			if after := link(text, i+2, end); after > 0 {
				s.address(i+2, after-1)
				return after
			}
		}
		s.sep |= Close
	case '"':
		s.sep |= Quote
	case '/', '&':
		s.sep |= Slash
	case '-':
		switch {
		case !s.glued(i):
			s.sep |= Dash
		case i+1 < end && classes[text[i+1]] >= letter && classes[text[i+1]] != space:
			s.sep |= Hyphen
		default:
			s.sep |= Suspended
		}
	case '|':
		s.sep |= Comma | Bullet
	case '<':
		if n := tag(text[i:end]); n > 0 {
			if text[i+1]|0x20 == 'b' && text[i+2]|0x20 == 'r' && n <= 6 {
				s.sep |= Semicolon // "<br>", a new line in a table's cell
			}
			return i + n
		}
	}
	return i + 1
}

// single reports whether the letter at i stands by itself, as in "6.1.b".
func (s *Scanner) single(text string, i, end int) bool {
	if i++; i >= end {
		return true
	}
	c := classes[text[i]]
	return c == other || c == space
}

// glued reports whether the last word ends right at i.
func (s *Scanner) glued(i int) bool {
	return len(s.ws) > 0 && int(s.ws[len(s.ws)-1].End) == i
}

// suffix returns the length of an inflection in brackets, such as "(s)" or
// "(en)", at the start of t, or 0.
func suffix(t string) int {
	for n := 1; n < len(t) && n <= 3; n++ {
		if t[n] == ')' {
			if n > 1 {
				return n + 1
			}
			return 0
		}
		if classes[t[n]] != letter || t[1] == 'i' || t[1] == 'v' || t[1] == 'x' {
			return 0
		}
	}
	return 0
}

// link returns the offset after a Markdown link target that starts at i, or 0
// if none does: it has to end before the next one starts, so that no part of a
// text is gone through twice.
func link(text string, i, end int) int {
	depth := 0
	for j := i; j < end && j < i+4096; j++ {
		switch text[j] {
		case '\n':
			return 0
		case ']':
			if j+1 < end && text[j+1] == '(' {
				return 0
			}
		case '(':
			depth++
		case ')':
			if depth == 0 {
				if j == i {
					return 0
				}
				return j + 1
			}
			depth--
		}
	}
	return 0
}

// tag returns the length of an HTML tag at the start of t, or 0.
func tag(t string) int {
	if len(t) < 3 || classes[t[1]] != letter && classes[t[1]] != capital && t[1] != '/' {
		return 0
	}
	for n := 2; n < len(t) && n < 256; n++ {
		switch t[n] {
		case '>':
			return n + 1
		case '<', '\n', '@', ':':
			return 0 // no tag, or an address in angle brackets
		}
	}
	return 0
}

// stop decides whether the full stop at i ends a sentence.
func (s *Scanner) stop(text string, i, end int) {
	if !s.glued(i) {
		s.sep |= Stop
		return
	}
	last := &s.ws[len(s.ws)-1]
	if last.Class == Address {
		s.sep |= Stop
		return
	}
	n := int(last.End - last.Start)
	j := i + 1
	for j < end && (text[j] == '"' || text[j] == ')' || text[j] == '*' || text[j] == '_' || text[j] == '\'' || text[j] == ']') {
		j++
	}
	if j < end && classes[text[j]] != space {
		// "policy.If" is a border, "i.e" and "v2.0" are not
		switch classes[text[j]] {
		case capital:
			if n > 2 {
				s.sep |= Stop
			}
		case letter:
			if n > 2 && !(last.Class == Number && s.single(text, j, end)) {
				s.sep |= Stop
			}
		case high:
			s.sep |= Stop
		}
		return
	}
	if n == 1 || hasHash(s.Vocabulary.abbr, s.hash) || last.Class == Number && n <= 3 && len(s.ws) == 1 {
		// an initial, an abbreviation or the number of a heading
		return
	}
	for j < end && classes[text[j]] == space {
		j++
	}
	if j < end && classes[text[j]] == letter && !s.Lowercase || inList(text, j, end) {
		return
	}
	s.sep |= Stop
}

// maxRemark is the length in bytes of a remark in brackets up to which it may
// stand behind an element of a list.
const maxRemark = 40

// inList reports whether a remark in brackets starts at i after which a list
// goes on: "Acme Inc. (Spain), Example Ltd. (Chile) and".
func inList(text string, i, end int) bool {
	if i >= end || text[i] != '(' {
		return false
	}
	n := strings.IndexByte(text[i:min(end, i+maxRemark)], ')')
	if n < 0 {
		return false
	}
	i += n + 1
	if i < end && text[i] == ' ' {
		i++
	}
	return i < end && (text[i] == ',' || text[i] == ';' || classes[text[i]] == letter)
}

// word reads the word at start and returns the offset after it: it may have
// digits, letters beyond ASCII, an apostrophe, or the marks of numbers and
// addresses.
func (s *Scanner) word(text string, start int) int {
	first := classes[text[start]]
	upper, lower := 0, 0
	folded := s.folded[:0]
	i, end := start, len(text)
scan:
	for i < end {
		c := text[i]
		switch classes[c] {
		case letter:
			lower++
			folded = fold(folded, c)
			i++
		case capital:
			upper++
			folded = fold(folded, c|0x20)
			i++
		case digit:
			folded = fold(folded, c)
			i++
		case high:
			r, size := utf8.DecodeRuneInString(text[i:])
			if r == '’' && i > start && isClitic(text, i+size, end) {
				i, folded = clitic(text, i+size, folded)
				break scan
			}
			f := foldRune(r)
			if f < 0 {
				break scan
			}
			if f >= utf8.RuneSelf {
				for k := range size {
					folded = fold(folded, text[i+k])
				}
			} else if f > 0 {
				folded = fold(folded, byte(f))
				lower++
			}
			i += size
		default:
			switch {
			case c == '\'' && i > start && isClitic(text, i+1, end):
				i, folded = clitic(text, i+1, folded)
				break scan
			case (c == '.' || c == ',') && first == digit && i+1 < end && classes[text[i+1]] == digit:
				i++ // 2.0 and 1,000
			case addressMark[c] && i+1 < end && classes[text[i+1]] != space:
				if after := addressAt(text, start, i, end); after > 0 {
					s.address(start, after)
					return after
				}
				break scan
			default:
				break scan
			}
		}
	}
	s.hash = hash(folded)
	class := Lower
	switch {
	case first == digit:
		class = Number
	case upper > 1 && lower == 0:
		class = Upper
	case first == capital:
		class = Capital
	}
	s.add(text, start, i, class)
	return i
}

// fold appends c to the folded form of a word, unless that is too long to be
// looked up.
func fold(folded []byte, c byte) []byte {
	if len(folded) > maxWord {
		return folded
	}
	return append(folded, c)
}

// capitalized returns how a word of ASCII letters is written that begins with a
// capital one.
func capitalized(word []byte) Class {
	for _, c := range word {
		if c > 'Z' {
			return Capital
		}
	}
	if len(word) > 1 {
		return Upper
	}
	return Capital
}

// isClitic reports whether what follows an apostrophe, at i, goes on with the
// word.
func isClitic(text string, i, end int) bool {
	return i < end && (classes[text[i]] == letter || classes[text[i]] == capital)
}

// clitic reads what follows an apostrophe at i and returns the offset after it
// and the folded form of the word. The t of "don't" stays part of the word;
// others, such as the s of "user's" and of Dutch "foto's", are left out of it.
func clitic(text string, i int, folded []byte) (int, []byte) {
	if text[i]|0x20 == 't' && (i+1 == len(text) || classes[text[i+1]] != letter) {
		return i + 1, fold(folded, 't')
	}
	for isClitic(text, i, len(text)) {
		i++
	}
	return i, folded
}

// add appends the word that was read.
func (s *Scanner) add(text string, start, end int, class Class) {
	w := Word{Start: int32(start), End: int32(end), Class: class, Before: s.sep}
	s.sep = 0
	if end-start <= maxWord {
		w.Lemma, w.Form = s.Vocabulary.lookup(s.hash)
		if w.Lemma == 0 && s.compound(text, w) {
			return
		}
	}
	s.ws = append(s.ws, w)
}

// compound appends the two parts of w, which is unknown as a whole, and reports
// whether it is a compound.
func (s *Scanner) compound(text string, w Word) bool {
	if len(s.Vocabulary.heads) == 0 {
		return false
	}
	word := text[w.Start:w.End]
	folded, ok := s.ascii(word)
	if !ok {
		return false
	}
	at := s.Vocabulary.Split(folded)
	if at == 0 {
		return false
	}
	first, last := w, w
	first.End = w.Start + int32(place(word, at))
	last.Start, last.Before = first.End, Joined
	last.Lemma, last.Form = s.Vocabulary.lookup(hash(folded[at:]))
	first.Lemma, first.Form = s.first(folded[:at])
	s.ws = append(s.ws, first, last)
	return true
}

// ascii returns word in lower case and without diacritics; ok is false if it
// has other characters than letters that fold to ASCII ones, and digits.
func (s *Scanner) ascii(word string) (folded []byte, ok bool) {
	folded = s.folded[:0]
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch k := classes[c]; {
		case k == high && i+1 < len(word):
			r, size := utf8.DecodeRuneInString(word[i:])
			f := foldRune(r)
			if size != 2 || f <= 0 || f >= utf8.RuneSelf {
				return nil, false
			}
			c = byte(f)
			i++
		case k == other || k >= space:
			return nil, false
		case k == capital:
			c |= 0x20
		}
		folded = append(folded, c)
	}
	return folded, true
}

// place returns the byte of word, which ascii folded, where its n-th letter is.
func place(word string, n int) int {
	i := 0
	for ; n > 0; n-- {
		if classes[word[i]] == high {
			i++
		}
		i++
	}
	return i
}

// first looks up the first part of a compound, with and without the sounds
// that link it to the second: gebruiker-s-gegevens, klant-en-service.
func (s *Scanner) first(part []byte) (int32, Form) {
	for _, link := range [...]string{"", "s", "en", "e", "n"} {
		n := len(part) - len(link)
		if n < minHead || string(part[n:]) != link {
			continue
		}
		if lemma, form := s.Vocabulary.lookup(hash(part[:n])); lemma != 0 {
			return lemma, form
		}
	}
	return 0, 0
}

func (s *Scanner) address(start, end int) {
	s.ws = append(s.ws, Word{Start: int32(start), End: int32(end), Class: Address, Before: s.sep})
	s.sep = 0
}
