package compare

import (
	"math"
	"slices"
	"strings"

	"example.com/policymodel/policy"
)

// A correspondence tells which passages of two texts say the same. Two passages
// correspond if each is the other's nearest by the facts and records stated
// there, those that are stated in few passages weighing most.
type correspondence struct {
	a, b  *text
	ratio float64 // letters of b for one of a, over all passages that correspond
}

// A topic is a statement without the people whom it is about, which languages
// tell in different places.
type topic = Subject

// A text is one side of a correspondence.
type text struct {
	p       *policy.Policy
	topics  map[int][]mark // by passage, in text order
	topical map[topic]bool // all topics of the text
	partner map[int]int    // by passage: the passage that corresponds
	chain   []int          // passages with partners, both in ascending order
	loose   []int          // for each passage: letters before it in passages without partners
}

// mostMarks is how many mentions of a passage are looked at. No sentence has as
// many.
const mostMarks = 256

// A mark is a mention of a topic.
type mark struct {
	topic topic
	span  policy.Span
}

func newText(p *policy.Policy) *text {
	t := &text{p: p, topics: map[int][]mark{}, topical: map[topic]bool{}, partner: map[int]int{}}
	for _, s := range statements(p) {
		about := topicOf(s)
		t.topical[about] = true
		for _, m := range s.mentions {
			if 0 <= m.Passage && m.Passage < len(p.Passages) {
				t.topics[m.Passage] = append(t.topics[m.Passage], mark{about, m.Span})
			}
		}
	}
	for i, marks := range t.topics {
		slices.SortFunc(marks, func(x, y mark) int {
			if c := x.span.Compare(y.span); c != 0 {
				return c
			}
			return x.topic.compare(y.topic)
		})
		t.topics[i] = marks[:min(len(marks), mostMarks)]
	}
	return t
}

// passages returns the passages with topics in ascending order, and for each
// topic the passages that have it.
func (t *text) passages() ([]int, map[topic][]int) {
	var list []int
	for i := range t.topics {
		list = append(list, i)
	}
	slices.Sort(list)
	where := map[topic][]int{}
	for _, i := range list {
		for _, m := range t.topics[i] {
			if w := where[m.topic]; len(w) == 0 || w[len(w)-1] != i {
				where[m.topic] = append(w, i)
			}
		}
	}
	return list, where
}

// correspond finds the passages of two policies that correspond. Topics that
// stand in very many passages tell nothing of any and are passed over, which
// keeps the time in proportion to the size of the policies.
func correspond(a, b *policy.Policy) *correspondence {
	r := &correspondence{a: newText(a), b: newText(b), ratio: 1}
	la, wa := r.a.passages()
	lb, wb := r.b.passages()
	weight := func(x topic) float64 {
		return math.Log(1 + float64(1+len(la)+len(lb))/float64(1+len(wa[x])+len(wb[x])))
	}
	ab, heavy := r.a.nearest(la, r.b, wb, weight)
	ba, _ := r.b.nearest(lb, r.a, wa, weight)
	for _, i := range la {
		j, ok := ab[i]
		if k, both := ba[j]; ok && both && k == i {
			r.a.partner[i] = j
		}
	}
	// A translation keeps the order: what would break it is a likeness by
	// chance, mostly of passages that state little.
	r.a.chain = ascending(la, r.a.partner, heavy, len(b.Passages))
	partner, letters := r.a.partner, [2]int{}
	r.a.partner, r.b.partner = map[int]int{}, map[int]int{}
	for _, i := range r.a.chain {
		j := partner[i]
		r.a.partner[i], r.b.partner[j] = j, i
		r.b.chain = append(r.b.chain, j)
		letters[0] += count(a.Passages[i].Text)
		letters[1] += count(b.Passages[j].Text)
	}
	if letters[0] > 0 && letters[1] > 0 {
		r.ratio = float64(letters[1]) / float64(letters[0])
	}
	r.a.weigh()
	r.b.weigh()
	return r
}

// nearest returns for each passage in list the passage of other that is most
// like it, if any is like it at all, and the weight of what they share.
func (t *text) nearest(list []int, other *text, where map[topic][]int, weight func(topic) float64) (map[int]int, map[int]float64) {
	const (
		common = 32   // topics in more passages than this are passed over
		alike  = 0.35 // the least likeness, of at most 1
		near   = 0.1  // what standing at the same place of the text adds to it
	)
	norm := func(marks []mark) float64 {
		sum := 0.0
		for i, m := range marks {
			if !repeated(marks, i) {
				sum += weight(m.topic) * weight(m.topic)
			}
		}
		return math.Sqrt(sum)
	}
	norms := map[int]float64{}
	best, heavy := map[int]int{}, map[int]float64{}
	for _, i := range list {
		shared := map[int]float64{}
		marks := t.topics[i]
		for k, m := range marks {
			if repeated(marks, k) || len(where[m.topic]) > common {
				continue
			}
			for _, j := range where[m.topic] {
				shared[j] += weight(m.topic) * weight(m.topic)
			}
		}
		n, most := norm(marks), alike
		for _, j := range sortedKeys(shared) {
			if norms[j] == 0 {
				norms[j] = norm(other.topics[j])
			}
			likeness := shared[j] / (n * norms[j])
			if likeness < alike {
				continue
			}
			apart := float64(i)/float64(len(t.p.Passages)) - float64(j)/float64(len(other.p.Passages))
			if likeness += near * (1 - math.Abs(apart)); likeness > most {
				most = likeness
				best[i], heavy[i] = j, shared[j]
			}
		}
	}
	return best, heavy
}

// repeated reports whether the topic of marks[i] stands in the passage before.
func repeated(marks []mark, i int) bool {
	return slices.ContainsFunc(marks[:i], func(m mark) bool { return m.topic == marks[i].topic })
}

func sortedKeys(m map[int]float64) []int {
	keys := make([]int, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// ascending returns the part of list whose partners ascend and whose weights
// have the largest sum, among n possible partners.
func ascending(list []int, partner map[int]int, weight map[int]float64, n int) []int {
	// best[k] is the end in list of the heaviest run whose last partner is in
	// the range of partners that k stands for in a Fenwick tree.
	best := make([]int, n+1)
	sum := make([]float64, len(list)+1) // of the heaviest run that ends at an element, from 1
	previous := make([]int, len(list)+1)
	last := 0
	for at, i := range list {
		j, ok := partner[i]
		if !ok {
			continue
		}
		end := at + 1
		for k := j; k > 0; k &= k - 1 { // partners below j
			if sum[best[k]] > sum[previous[end]] {
				previous[end] = best[k]
			}
		}
		sum[end] = sum[previous[end]] + weight[i]
		for k := j + 1; k <= n; k += k & -k {
			if sum[end] > sum[best[k]] {
				best[k] = end
			}
		}
		if sum[end] > sum[last] {
			last = end
		}
	}
	var run []int
	for ; last > 0; last = previous[last] {
		run = append(run, list[last-1])
	}
	slices.Reverse(run)
	return run
}

func (t *text) counterpart(passage int) (int, bool) {
	q, ok := t.partner[passage]
	return q, ok
}

// topicOf returns the topic of a statement.
func topicOf(s *Statement) topic {
	about := identity(s)
	about.Region = policy.Everybody
	return about
}

// within reports whether the words of m also state a descendant of s: "precise
// location" is a location, which one reading says and another need not.
func (t *text) within(m policy.Mention, s *Statement) bool {
	return slices.ContainsFunc(t.topics[m.Passage], func(x mark) bool {
		return x.topic.Kind == s.Kind && x.span.Overlaps(m.Span) && strings.HasPrefix(x.topic.ID, s.ID+".")
	})
}

// gap looks where a passage without counterpart would stand in the other text:
// between the counterparts of what is before and after it. It reports whether
// the other text has about as much there that corresponds to nothing.
func (t *text) gap(passage int, other *text, ratio float64) ([]policy.Span, bool) {
	at, found := slices.BinarySearch(t.chain, passage)
	if found {
		at++
	}
	from, to := -1, len(t.p.Passages)
	otherFrom, otherTo := -1, len(other.p.Passages)
	if at > 0 {
		from = t.chain[at-1]
		otherFrom = t.partner[from]
	}
	if at < len(t.chain) {
		to = t.chain[at]
		otherTo = t.partner[to]
	}
	here, there := t.loose[to]-t.loose[from+1], other.loose[otherTo]-other.loose[otherFrom+1]
	if there == 0 || float64(there)*ratio < 0.5*float64(here) {
		return nil, false
	}
	return other.unmatched(otherFrom+1, otherTo), true
}

// unmatched returns the first passages in a range that correspond to none.
func (t *text) unmatched(from, to int) (spans []policy.Span) {
	const most = 4
	for i := from; i < to && len(spans) < most; i++ {
		if t.loose[i] < t.loose[i+1] {
			spans = append(spans, t.p.Passages[i].Span)
		}
	}
	return spans
}

// weigh counts the letters of the passages that correspond to none, without
// what no one reads.
func (t *text) weigh() {
	t.loose = make([]int, len(t.p.Passages)+1)
	for i := range t.p.Passages {
		p, n := &t.p.Passages[i], 0
		if _, ok := t.partner[i]; !ok && p.Reading != policy.SetAside && p.Reading != policy.OutOfScope {
			n = count(p.Text)
		}
		t.loose[i+1] = t.loose[i] + n
	}
}

// unread reports whether the counterpart q of the passage of m has words that
// may say what m does and were not understood: whether between the same
// neighbours it has more letters outside of all mentions than the passage of m.
func (t *text) unread(m policy.Mention, q int, other *text, ratio float64) bool {
	here, item := t.around(m, other, q)
	there := other.between(q, here.before, here.after)
	expected := float64(here.rest) / ratio
	missing := float64(item) / ratio
	return float64(there) >= expected+0.4*missing || 0.3*expected > missing && float64(there) > 0.7*expected
}

// neighbours are the topics between which something stands.
type neighbours struct {
	before, after *topic // nil at the start and the end of the passage
	rest          int    // letters between them outside of all mentions
}

// around returns the nearest topics before and after m that q has as well, and
// the letters of m itself.
func (t *text) around(m policy.Mention, other *text, q int) (neighbours, int) {
	shared := map[topic]bool{}
	for _, x := range other.topics[q] {
		shared[x.topic] = true
	}
	var n neighbours
	p := t.p.Passages[m.Passage].Span
	from, to := p.Start, p.End
	for i := range t.topics[m.Passage] {
		x := &t.topics[m.Passage][i]
		switch {
		case !shared[x.topic]:
		case x.span.End <= m.Span.Start:
			if x.span.End > from || n.before == nil {
				n.before, from = &x.topic, x.span.End
			}
		case x.span.Start >= m.Span.End && n.after == nil:
			n.after, to = &x.topic, x.span.Start
		}
	}
	n.rest = t.rest(m.Passage, from, to)
	return n, t.letters(m.Passage, m.Span)
}

// between returns the letters outside of all mentions that stand in a passage
// from one topic to the next mention of another; in the whole passage where the
// topics do not follow each other there.
func (t *text) between(passage int, before, after *topic) int {
	p := t.p.Passages[passage].Span
	from, to := p.Start, p.End
	started, ended := before == nil, after == nil
	for _, x := range t.topics[passage] {
		switch {
		case before != nil && x.topic == *before && (!started || after != nil && !ended):
			from, started = x.span.End, true
		case after != nil && x.topic == *after && started && !ended && x.span.Start >= from:
			to, ended = x.span.Start, true
		}
	}
	if !started || !ended {
		from, to = p.Start, p.End
	}
	return t.rest(passage, from, to)
}

// rest counts the letters of a passage from one offset to another that are in
// no mention.
func (t *text) rest(passage, from, to int) int {
	n := 0
	for _, x := range t.topics[passage] { // in text order
		if x.span.Start > from {
			n += t.letters(passage, policy.Span{Start: from, End: min(x.span.Start, to)})
		}
		from = max(from, x.span.End)
		if from >= to {
			return n
		}
	}
	return n + t.letters(passage, policy.Span{Start: from, End: to})
}

// letters counts the letters of a part of a passage, without those of fillers.
func (t *text) letters(passage int, part policy.Span) int {
	p := &t.p.Passages[passage]
	part.Start -= p.Span.Start
	part.End -= p.Span.Start
	return count(part.Text(p.Text))
}
