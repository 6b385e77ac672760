package records

import "example.com/policymodel/policy"

// Digits of a telephone number: ITU-T E.164 allows 15, and no subscriber
// number with its area code has fewer than 6.
const (
	minDigits = 6
	maxDigits = 15
)

// readPhones reads the telephone numbers of s: those in the international form
// (+31 20 1234567), those of North America (800-555-0100), and any others that
// a word such as "phone" announces.
func (r *reader) readPhones(s sentence) {
	for i := r.nextKind(number, s.lo, s.hi); i < s.hi; i = r.nextKind(number, i+1, s.hi) {
		t := &r.toks[i]
		lo := i
		plus, bracket := false, false
		if lo > s.lo && r.toks[lo-1].is('(') && t.flags&fSpace == 0 {
			lo, bracket = lo-1, true
		}
		if lo > s.lo && r.toks[lo-1].is('+') && r.toks[lo].flags&fSpace == 0 {
			lo, plus = lo-1, true
			if lo > s.lo && r.toks[lo-1].is('(') {
				lo, bracket = lo-1, true
			}
		}
		hi, digits, groups := r.digits(s, i, bracket)
		if bracket && !r.closes(i, hi) {
			for bracket = false; r.toks[lo].is('('); {
				lo++
			}
		}
		if hi <= i+1 && digits < minDigits || digits < minDigits || digits > maxDigits {
			i = max(i, hi-1)
			continue
		}
		label, fax := r.phoneLabel(s, lo)
		switch {
		case fax:
		case plus && digits >= 8, r.isAmerican(i, hi, digits, groups, bracket), label && r.maskOf(hi, hi+1)&tUnit == 0 && !r.isDate(i), r.reaching && r.isNational(lo, hi, i, digits, groups):
			if hi < s.hi && r.toks[hi].is(')') && bracket && !r.toks[lo].is('(') {
				hi++
			}
			m := r.mention(lo, hi)
			r.addContact(policy.Contact{Type: policy.Phone, Value: clean(r.text[m.Span.Start:m.Span.End]), Region: r.region(s), Role: r.roleNear(s, lo, "")}, m)
		}
		i = hi - 1
	}
}

// closes reports whether a bracket that opens before token i closes before hi.
func (r *reader) closes(i, hi int) bool {
	for k := i; k < hi; k++ {
		switch {
		case r.toks[k].is('('):
			return false
		case r.toks[k].is(')'):
			return true
		}
	}
	return false
}

// digits reads groups of digits with spaces and marks between them from token
// i on.
func (r *reader) digits(s sentence, i int, open bool) (hi, n, groups int) {
	hi = i
	for k := i; k < s.hi; k++ {
		t := &r.toks[k]
		switch {
		case t.kind == number:
			if n+int(t.end-t.start) > maxDigits+1 || t.flags&fLine != 0 && k > i {
				return hi, n, groups
			}
			n += int(t.end - t.start)
			groups++
			hi = k + 1
			continue
		case t.is('('):
			if open || k+2 >= s.hi || r.toks[k+1].kind != number || r.toks[k+1].end-r.toks[k+1].start > 4 || !r.toks[k+2].is(')') {
				return hi, n, groups
			}
			open = true
			continue
		case t.is(')'):
			if !open {
				return hi, n, groups
			}
			open = false
			continue
		case (t.is('-') || t.is('.') || t.is('/')) && k+1 < s.hi && (r.toks[k+1].kind == number && r.toks[k+1].flags&fSpace == t.flags&fSpace || r.toks[k+1].is('(')):
			continue
		}
		return hi, n, groups
	}
	return hi, n, groups
}

// isAmerican reports whether the number at tokens i to hi is grouped like
// those of the North American Numbering Plan: three, three and four digits,
// perhaps after a 1.
func (r *reader) isAmerican(i, hi, digits, groups int, bracket bool) bool {
	var size [4]int
	n := 0
	dashes := 0
	for k := i; k < hi; k++ {
		switch t := &r.toks[k]; {
		case t.kind == number:
			if n == len(size) {
				return false
			}
			size[n] = int(t.end - t.start)
			n++
		case t.is('-') || t.is('.') || t.is('('):
			dashes++
		}
	}
	if n == 4 && size[0] == 1 && r.toks[i].value == 1 {
		size[0], size[1], size[2] = size[1], size[2], size[3]
		n = 3
	}
	return n == 3 && size[0] == 3 && size[1] == 3 && size[2] == 4 && (bracket || dashes > 0)
}

// isNational reports whether the number at tokens lo to hi, whose digits begin
// at token i, is a line of its own and written like one with the prefix 0 of
// most countries, as "020 1234567".
func (r *reader) isNational(lo, hi, i, digits, groups int) bool {
	return digits >= 9 && digits <= 11 && groups > 1 && r.text[r.toks[i].start] == '0' &&
		(lo == 0 || r.toks[lo].flags&fLine != 0) && (hi == len(r.toks) || r.toks[hi].flags&fLine != 0)
}

// isDate reports whether numbers from token i on are a date.
func (r *reader) isDate(i int) bool {
	return i+4 < len(r.toks) && r.numeric(i) && r.toks[i+4].end-r.toks[i+4].start == 4 && r.toks[i+4].value < 2200 && r.toks[i].end-r.toks[i].start <= 2
}

// phoneLabel reports whether a word before token lo announces a telephone
// number, or one for faxes.
func (r *reader) phoneLabel(s sentence, lo int) (phone, fax bool) {
	for k := lo - 1; k >= s.lo && k >= lo-8; k-- {
		t := &r.toks[k]
		if t.tags&tPhone != 0 {
			return t.value != 2, t.value == 2
		}
		if t.kind == number || t.kind >= url || t.is('.') && k < lo-1 && !(k > s.lo && r.toks[k-1].tags&tAbbr != 0) || t.flags&fLine != 0 && !t.is(':') {
			return false, false
		}
	}
	if lo == s.lo && r.before.words <= 4 {
		return r.before.mask&tPhone != 0, false
	}
	return false, false
}
