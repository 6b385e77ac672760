package lexicon

// A joiner makes one of the cues that the same words give: most words that are
// cues at all are several, and marks are what a sentence is read by.
type joiner struct {
	entries []Entry
	of      map[CueSet]uint32 // phrases, as in automaton, that stand for sets of cues
}

// join makes one of those among the phrases that are cues which hold everywhere
// and have no gap. It works in the memory of phrases, which keep their order.
func (j *joiner) join(phrases []uint32) []uint32 {
	var cues CueSet
	n, first := 0, -1
	for _, p := range phrases {
		e := &j.entries[p>>phraseBits]
		if e.Kind == Cue && e.Plain() && !e.Gap {
			cues.Union(&e.cues)
			if first >= 0 {
				continue
			}
			first = n
		}
		phrases[n] = p
		n++
	}
	if first >= 0 {
		phrases[first] = j.phrase(&cues, phrases[first])
	}
	return phrases[:n]
}

// phrase returns the phrase that stands for a set of cues, of which like is one.
func (j *joiner) phrase(cues *CueSet, like uint32) uint32 {
	p, ok := j.of[*cues]
	switch e := &j.entries[like>>phraseBits]; {
	case ok:
		return p
	case e.cues == *cues:
		p = like
	default:
		all := Entry{Kind: Cue, cues: *cues, Concept: -1, Sense: e.Sense}
		p = all.phrase(len(j.entries))
		j.entries = append(j.entries, all)
	}
	j.of[*cues] = p
	return p
}
