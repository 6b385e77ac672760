package records

import (
	"strings"

	"example.com/policymodel/policy"
)

// readEmails reads the e-mail addresses of s.
func (r *reader) readEmails(s sentence) {
	for i := s.lo; i < s.hi; i++ {
		t := &r.toks[i]
		if t.kind == email && t.flags&fHidden == 0 {
			v := r.text[t.start:t.end]
			r.addContact(policy.Contact{Type: policy.Email, Value: v, Region: r.region(s), Role: r.roleNear(s, i, v)}, r.mention(i, i+1))
		}
		if t.tags&tAt != 0 {
			if lo, hi, v := r.disguised(s, i); hi > 0 {
				r.addContact(policy.Contact{Type: policy.Email, Value: v, Region: r.region(s), Role: r.roleNear(s, i, v)}, r.mention(lo, hi))
				i = hi - 1
			}
		}
	}
}

// disguised reads an e-mail address that is written with words for its marks,
// such as "privacy [at] example [dot] com", around the word "at", token i. It
// returns the address's tokens, hi 0 if it is none, and its usual form.
func (r *reader) disguised(s sentence, i int) (lo, hi int, value string) {
	if i-2 < s.lo || i+3 >= s.hi || r.toks[i-2].kind > number || !(r.toks[i-1].is('[') && r.toks[i+1].is(']') || r.toks[i-1].is('(') && r.toks[i+1].is(')')) {
		return 0, 0, ""
	}
	lo = i - 2
	for lo > s.lo && r.toks[lo].flags&fSpace == 0 && (r.toks[lo-1].kind <= number || r.toks[lo-1].is('.') || r.toks[lo-1].is('-')) {
		lo--
	}
	for lo < i-2 && r.toks[lo].kind > number {
		lo++
	}
	host, hi := r.host(s, i+2)
	if hi == 0 {
		return 0, 0, ""
	}
	return lo, hi, r.text[r.toks[lo].start:r.toks[i-2].end] + "@" + host
}

var dotWords = setOf("dot punt")

// host reads the domain name that begins at token i, in which a full stop may
// be the word "dot" in brackets, and returns it with the token after it, 0 if
// there is none.
func (r *reader) host(s sentence, i int) (name string, hi int) {
	var b strings.Builder
	label, dots := false, 0 // a label has been read; stops between labels
	for k := i; k < s.hi && k < i+16; k++ {
		switch t := &r.toks[k]; {
		case t.is('['), t.is('('):
			continue
		case t.is(']'), t.is(')'):
			if label {
				return b.String(), hi // the bracket is around the whole address
			}
			continue
		case label && (r.wordIsAny(k, dotWords) || t.is('.') && k+1 < s.hi && r.toks[k+1].flags&fSpace == 0):
			b.WriteByte('.')
			label, dots = false, dots+1
			continue
		case label && (t.is('-') || t.kind == number) && t.flags&fSpace == 0, !label && t.kind == word:
			label = !t.is('-')
		case !label && r.isBare(t):
			label, dots = true, dots+1
		default:
			k = s.hi
			continue
		}
		b.WriteString(r.text[r.toks[k].start:r.toks[k].end])
		if label && dots > 0 {
			hi = k + 1
		}
	}
	return b.String(), hi
}

// roleNear returns whom the address at token i reaches.
func (r *reader) roleNear(s sentence, i int, value string) policy.Role {
	if len(value) > 4 && strings.EqualFold(value[:3], "dpo") {
		return policy.DataProtectionOfficer
	}
	if s.mask&(tOfficer|tDpo|tGrievance) != 0 {
		for k := i - 1; k >= s.lo && k >= i-24; k-- {
			if r.toks[k].tags&(tOfficer|tDpo|tGrievance) != 0 {
				if role, _, _ := r.officerAt(s, k); role != "" {
					return role
				}
			}
		}
	}
	if r.pending.role != "" && r.pending.role != policy.Controller {
		return r.pending.role
	}
	return ""
}
