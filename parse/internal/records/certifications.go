package records

// The values of certification words in words.tsv.
const (
	certISO  = 1 + iota
	certIEC  // continues ISO
	certNEN  // the Dutch standards body
	certSOC  // SOC 2 Type II
	certPCI  // PCI DSS
	certISAE // ISAE 3402, SSAE 18
	certName // a name that stands by itself
	certCyber
)

// readCertifications reads the standards and programmes that s names.
func (r *reader) readCertifications(s sentence) {
	for i := r.next(tCert, s.lo, s.hi); i < s.hi; i = r.next(tCert, i+1, s.hi) {
		t := &r.toks[i]
		if r.cased && t.flags&fUpper == 0 {
			continue
		}
		lo, hi := i, i+1
		switch t.value {
		case certISO, certIEC, certNEN:
			hi = r.standard(s, i)
		case certSOC, certISAE:
			if hi = i + 1; hi < s.hi && r.toks[hi].kind == number {
				hi++
			} else {
				continue
			}
			if t.value == certSOC && hi+1 < s.hi && r.toks[hi].kind == word && r.wordIs(hi, "type") {
				hi += 2
			}
		case certPCI:
			if hi < s.hi && r.toks[hi].is('-') {
				hi++
			}
			if hi == s.hi || r.toks[hi].kind != word || !r.wordIs(hi, "dss") {
				continue
			}
			hi++
		case certCyber:
			if i == s.lo || !r.wordIs(i-1, "cyber") {
				continue
			}
			lo = i - 1
		}
		if hi == 0 {
			continue
		}
		r.out.Certifications = append(r.out.Certifications, Certification{r.words(lo, hi), r.span(lo, hi)})
		i = hi - 1
	}
}

// standard returns the token after the number of the standard that begins at
// token i, "ISO/IEC 27001:2013", or 0 if there is no number.
func (r *reader) standard(s sentence, i int) int {
	j := i + 1
	for j+1 < s.hi && (r.toks[j].is('/') || r.toks[j].is('-') || r.toks[j].tags&tCert != 0 || r.wordIs(j, "en") || r.wordIs(j, "standard")) {
		j++
	}
	if j == s.hi || r.toks[j].kind != number || r.toks[j].end-r.toks[j].start < 4 {
		return 0
	}
	j++
	for j+1 < s.hi && (r.toks[j].is(':') || r.toks[j].is('-')) && r.toks[j+1].kind == number && r.toks[j+1].flags&fSpace == 0 {
		j += 2
	}
	return j
}
