package jurisdiction

import "example.com/policymodel/policy"

// The model has no fact for some things that law asks for, such as that data is
// moved abroad without a country named. Their wording is looked for in the
// passages that the policy keeps. The table words lists it by topic.

// A phrase is some words of a topic, in lower case.
type phrase struct {
	topic string
	words string
}

// A finder finds phrases. Nearly all places in a text are passed over by their
// first two bytes.
type finder struct {
	starts  [1 << 10]uint64   // a set of the pairs of bytes that phrases begin with, in any case
	phrases [1 << 8][]*phrase // by first byte, in lower case
}

var wordFinder = table(func(r *reader) *finder {
	f := &finder{}
	r.read("words", "topic language words", func(field func(string) string) {
		w := field("words")
		f.phrases[w[0]] = append(f.phrases[w[0]], &phrase{field("topic"), w})
		for _, a := range []byte{w[0], upper(w[0])} {
			for _, b := range []byte{w[1], upper(w[1])} {
				pair := uint(a)<<8 | uint(b)
				f.starts[pair>>6] |= 1 << (pair & 63)
			}
		}
	})
	return f
})

// findWords returns where the words of a topic stand, at most once a passage, in
// passages of the policy proper that were not set aside as navigation or as about
// others.
func (x *index) findWords(topic string) []policy.Mention {
	if x.words != nil {
		return x.words[topic]
	}
	x.words = map[string][]policy.Mention{}
	f, body := wordFinder(), x.p.Document.Body
	for i := range x.p.Passages {
		p := &x.p.Passages[i]
		if p.Reading == policy.OutOfScope || p.Reading == policy.SetAside || !body.IsZero() && !body.Contains(p.Span) {
			continue
		}
		f.each(p.Text, func(topic string, s policy.Span) {
			ms := x.words[topic]
			if n := len(ms); n > 0 && ms[n-1].Passage == i {
				return
			}
			span := policy.Span{Start: p.Span.Start + s.Start, End: p.Span.Start + s.End}
			x.words[topic] = append(ms, policy.Mention{Span: span, Passage: i})
		})
	}
	return x.words[topic]
}

// each calls found for each phrase in text, whatever its case, that begins where a
// word does. Any white space stands for a space.
func (f *finder) each(text string, found func(topic string, s policy.Span)) {
	for i := 0; i+1 < len(text); i++ {
		pair := uint(text[i])<<8 | uint(text[i+1])
		if f.starts[pair>>6]&(1<<(pair&63)) == 0 || i > 0 && isLetter(text[i-1]) {
			continue
		}
		for _, p := range f.phrases[lower(text[i])] {
			if n, ok := startsWith(text[i:], p.words); ok {
				found(p.topic, policy.Span{Start: i, End: i + n})
			}
		}
	}
}

// startsWith reports whether text begins with w, and how many bytes that takes.
func startsWith(text, w string) (int, bool) {
	i := 0
	for j := range len(w) {
		if w[j] == ' ' {
			start := i
			for i < len(text) && (text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t') {
				i++
			}
			if i == start {
				return 0, false
			}
			continue
		}
		if i == len(text) || lower(text[i]) != w[j] {
			return 0, false
		}
		i++
	}
	return i, true
}

// isLetter reports whether b is a letter of ASCII or a part of another character.
func isLetter(b byte) bool {
	b = lower(b)
	return 'a' <= b && b <= 'z' || b >= 0x80
}

func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}

func upper(b byte) byte {
	if 'a' <= b && b <= 'z' {
		return b - ('a' - 'A')
	}
	return b
}
