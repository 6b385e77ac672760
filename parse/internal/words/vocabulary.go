package words

// A Vocabulary maps the folded forms of words to lemmas. It is built once, by
// its Add methods or by Decode, and is safe for concurrent use afterwards. The
// zero Vocabulary is empty and ready to use.
type Vocabulary struct {
	slots  []slot
	hashes []uint64 // of the words in slots, as long as words are added
	used   int
	heads  []uint64 // open addressing over reversed hashes of compound heads
	nhead  int
	abbr   []uint64 // open addressing over hashes of abbreviations
	nabbr  int
}

// A slot holds a word. Its place tells the lower bits of the word's hash.
type slot struct {
	hash  uint32 // the upper half of the word's
	lemma uint32 // with the form in the lower bits; 0 if the slot is empty
}

const (
	formBits = 5
	formMask = 1<<formBits - 1
)

// Add enters a folded form of a lemma, unless the form is known already; it
// reports whether it was added. Lemmas are positive.
func (v *Vocabulary) Add(folded string, lemma int32, form Form) bool {
	if 3*v.used >= len(v.slots) { // so that most words are found at once
		v.grow()
	}
	h := Hash(folded)
	i := v.find(h)
	if v.slots[i].lemma != 0 {
		return false
	}
	v.slots[i], v.hashes[i] = slot{uint32(h >> 32), uint32(lemma)<<formBits | uint32(form)}, h
	v.used++
	return true
}

// AddHead makes a folded word the possible last part of a compound:
// "gegevens" lets "locatiegegevens" be read as two words.
func (v *Vocabulary) AddHead(folded string) {
	v.nhead++
	v.heads = addHash(v.heads, v.nhead, reversed(folded))
}

// AddAbbreviation makes a full stop after a folded word no end of a sentence.
func (v *Vocabulary) AddAbbreviation(folded string) {
	v.nabbr++
	v.abbr = addHash(v.abbr, v.nabbr, Hash(folded))
}

// Lookup returns the lemma and form of a folded word, 0 if it is unknown.
func (v *Vocabulary) Lookup(folded string) (lemma int32, form Form) {
	return v.lookup(Hash(folded))
}

// Renumber gives each word the number that of returns for its lemma and form, in
// place of its lemma.
func (v *Vocabulary) Renumber(of func(lemma int32, form Form) int32) {
	for i := range v.slots {
		if s := &v.slots[i]; s.lemma != 0 {
			form := s.lemma & formMask
			s.lemma = uint32(of(int32(s.lemma>>formBits), Form(form)))<<formBits | form
		}
	}
}

func (v *Vocabulary) lookup(h uint64) (int32, Form) {
	if len(v.slots) == 0 {
		return 0, 0
	}
	l := v.slots[v.find(h)].lemma
	return int32(l >> formBits), Form(l & formMask)
}

// find returns the place of h or the empty one where it would go. The table is
// never full.
func (v *Vocabulary) find(h uint64) uint64 {
	mask := uint64(len(v.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		if s := &v.slots[i]; s.hash == uint32(h>>32) || s.lemma == 0 {
			return i
		}
	}
}

func (v *Vocabulary) grow() {
	slots, hashes := v.slots, v.hashes
	v.slots = make([]slot, max(1024, 2*len(slots)))
	v.hashes = make([]uint64, len(v.slots))
	for i, s := range slots {
		if s.lemma != 0 {
			to := v.find(hashes[i])
			v.slots[to], v.hashes[to] = s, hashes[i]
		}
	}
}

// reversed returns a hash of a word that takes in its bytes one by one, the last
// one first.
func reversed(folded string) uint64 {
	h := uint64(hashStart)
	for i := len(folded) - 1; i >= 0; i-- {
		h = mix(h, uint64(folded[i]))
	}
	return h
}

func addHash(set []uint64, n int, h uint64) []uint64 {
	if 2*n < len(set) {
		insertHash(set, h)
		return set
	}
	bigger := make([]uint64, max(64, 2*len(set)))
	for _, x := range set {
		if x != 0 {
			insertHash(bigger, x)
		}
	}
	insertHash(bigger, h)
	return bigger
}

func insertHash(set []uint64, h uint64) {
	mask := uint64(len(set) - 1)
	i := h & mask
	for set[i] != 0 && set[i] != h {
		i = (i + 1) & mask
	}
	set[i] = h
}

func hasHash(set []uint64, h uint64) bool {
	if len(set) == 0 {
		return false
	}
	mask := uint64(len(set) - 1)
	for i := h & mask; set[i] != 0; i = (i + 1) & mask {
		if set[i] == h {
			return true
		}
	}
	return false
}

// Limits on compounds: parts of fewer letters are too often chance.
const (
	minHead  = 2
	minFirst = 3
	maxWord  = 64 // bytes; longer words are not looked up
)

// Split finds the first byte of the last part of the folded compound, or 0 if
// it has no known head. The longest head wins.
func (v *Vocabulary) Split(folded []byte) int {
	if len(v.heads) == 0 || len(folded) < minFirst+minHead || len(folded) > maxWord {
		return 0
	}
	at, h := 0, uint64(hashStart)
	for i := len(folded) - 1; i >= minFirst; i-- {
		h = mix(h, uint64(folded[i]))
		if len(folded)-i >= minHead && hasHash(v.heads, h) {
			at = i
		}
	}
	return at
}
