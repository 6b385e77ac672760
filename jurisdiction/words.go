package jurisdiction

import "example.com/policymodel/policy"

// The model has no fact for some things that law asks for, such as that data is
// moved abroad without a country named. Their wording is looked for in the
// passages that the policy keeps. The table words lists it by topic.

// phrases are the words of one topic by their first letter, in lower case.
type phrases [256][]string

var wordTable = table(func(r *reader) map[string]*phrases {
	topics := map[string]*phrases{}
	r.read("words", "topic language words", func(f func(string) string) {
		t := topics[f("topic")]
		if t == nil {
			t = &phrases{}
			topics[f("topic")] = t
		}
		w := f("words")
		t[w[0]] = append(t[w[0]], w)
	})
	return topics
})

// findWords returns where the words of a topic stand, at most once a passage, in
// passages of the policy proper that were not set aside as navigation or as about
// others.
func (x *index) findWords(topic string) []policy.Mention {
	if ms, ok := x.words[topic]; ok {
		return ms
	}
	var ms []policy.Mention
	list := wordTable()[topic]
	for i := range x.p.Passages {
		p := &x.p.Passages[i]
		body := x.p.Document.Body
		if p.Reading == policy.OutOfScope || p.Reading == policy.SetAside || list == nil || !body.IsZero() && !body.Contains(p.Span) {
			continue
		}
		if s, ok := list.find(p.Text); ok {
			span := policy.Span{Start: p.Span.Start + s.Start, End: p.Span.Start + s.End}
			ms = append(ms, policy.Mention{Span: span, Passage: i})
		}
	}
	if x.words == nil {
		x.words = map[string][]policy.Mention{}
	}
	x.words[topic] = ms
	return ms
}

// find returns the first phrase in text, whatever its case, that begins at a
// word. Any white space stands for a space.
func (l *phrases) find(text string) (policy.Span, bool) {
	inWord := false
	for i := range len(text) {
		b := lower(text[i])
		letter := 'a' <= b && b <= 'z' || b >= 0x80
		if letter && !inWord {
			for _, w := range l[b] {
				if n, ok := startsWith(text[i:], w); ok {
					return policy.Span{Start: i, End: i + n}, true
				}
			}
		}
		inWord = letter
	}
	return policy.Span{}, false
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

func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}
