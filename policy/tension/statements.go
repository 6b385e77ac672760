package tension

import (
	"slices"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// both finds two statements of a facet that exclude each other, made of the
// same people, each without a condition.
func both(r *reader, code Code, facet taxonomy.Facet, first, second string) []Finding {
	var found []Finding
	for x := range r.p.FactsOf(facet) {
		if x.ID != first || x.Polarity == policy.No {
			continue
		}
		for y := range r.p.FactsOf(facet) {
			if y.ID != second || y.Polarity == policy.No || y.Region != x.Region {
				continue
			}
			a, b := apart(r.plain(x), r.plain(y))
			if len(a) > 0 && len(b) > 0 {
				found = append(found, Finding{code, claim(x, a), claim(y, b)})
			}
		}
	}
	return found
}

// plain returns the mentions of it that the organisation makes of itself
// without condition or reserve.
func (r *reader) plain(it policy.Item) []policy.Mention {
	var list []policy.Mention
	for _, m := range it.Mentions {
		if m.Condition != policy.None || m.Passage < 0 || m.Passage >= len(r.p.Passages) {
			continue
		}
		if s := r.sentence(m.Passage); !s.qualified && !s.consent && !s.minors {
			list = append(list, m)
		}
	}
	return list
}

// apart returns the mentions of both lists that are in passages of their own:
// where one sentence says both, it says how they go together.
func apart(x, y []policy.Mention) (a, b []policy.Mention) {
	without := func(list, other []policy.Mention) []policy.Mention {
		in := map[int]bool{}
		for _, m := range other {
			in[m.Passage] = true
		}
		var out []policy.Mention
		for _, m := range list {
			if !in[m.Passage] {
				out = append(out, m)
			}
		}
		return out
	}
	return without(x, y), without(y, x)
}

// saleAndNoSale finds a refusal to sell beside a statement that data is sold.
func saleAndNoSale(r *reader, code Code) []Finding {
	var found []Finding
	for x := range policy.Says(r.p, taxonomy.StatementSaleNo) {
		for y := range policy.Says(r.p, taxonomy.StatementSaleYes) {
			if x.Polarity == policy.No || y.Polarity == policy.No || x.Region != y.Region {
				continue
			}
			var sales []policy.Mention
			for _, m := range r.plain(y) {
				if ok, negated := says(r.clause(m), selling); ok && !negated {
					sales = append(sales, m)
				}
			}
			if a, b := apart(r.refusals(x), sales); len(a) > 0 && len(b) > 0 {
				found = append(found, Finding{code, claim(x, a), claim(y, b)})
			}
		}
	}
	return found
}

func doNotTrack(r *reader, code Code) []Finding {
	return both(r, code, taxonomy.FacetStatement, string(taxonomy.StatementDoNotTrackIgnored), string(taxonomy.StatementDoNotTrackHonoured))
}

// noNotice finds changes without notice beside a promise to tell of them by
// e-mail, on the device or prominently. Posting the new text is no notice.
func noNotice(r *reader, code Code) []Finding {
	var found []Finding
	for _, id := range []taxonomy.ChangeNotice{taxonomy.ChangeNoticeEmail, taxonomy.ChangeNoticeDevice, taxonomy.ChangeNoticeProminent} {
		for x := range r.p.FactsOf(taxonomy.FacetChangeNotice) {
			for y := range r.p.FactsOf(taxonomy.FacetChangeNotice) {
				if x.ID != string(taxonomy.ChangeNoticeNone) || x.Polarity == policy.No || y.ID != string(id) || y.Polarity == policy.No || x.Region != y.Region {
					continue
				}
				if a, b := apart(x.Mentions, y.Mentions); len(a) > 0 && len(b) > 0 {
					found = append(found, Finding{code, claim(x, a), claim(y, b)})
				}
			}
		}
	}
	return found
}

// noSaleAdvertising finds a refusal to sell beside disclosures to advertisers.
func noSaleAdvertising(r *reader, code Code) []Finding {
	var found []Finding
	for x := range policy.Says(r.p, taxonomy.StatementSaleNo) {
		refusals := r.refusals(x)
		if x.Polarity == policy.No || len(refusals) == 0 {
			continue
		}
		for y := range policy.Says(r.p, taxonomy.RecipientPartnerAdvertising) {
			if y.Polarity == policy.No || y.Region != x.Region {
				continue
			}
			if a, b := apart(refusals, r.affirmations(y, sharing)); len(a) > 0 && len(b) > 0 {
				found = append(found, Finding{code, claim(x, a), claim(y, b)})
			}
		}
	}
	return found
}

// refusals returns the mentions in which the organisation says that it does not
// sell, not limited to children.
func (r *reader) refusals(it policy.Item) []policy.Mention {
	var list []policy.Mention
	for _, m := range it.Mentions {
		if m.Passage < 0 || m.Passage >= len(r.p.Passages) || m.Condition != policy.None && m.Condition != policy.Unless {
			continue
		}
		s := r.sentence(m.Passage)
		if ok, negated := says(r.clause(m), selling); !ok || !negated || s.minors || s.any(limits) || len(r.has(m.Passage, taxonomy.FacetPurpose, m.Span.End)) > 0 {
			continue
		}
		list = append(list, m)
	}
	return list
}

// identifying are the kinds of data that single out a device or a person.
var identifying = []taxonomy.Data{
	taxonomy.DataDeviceIdentifier, taxonomy.DataDeviceIPAddress, taxonomy.DataIdentityName, taxonomy.DataContactEmail, taxonomy.DataContactPhone,
	taxonomy.DataAccountID, taxonomy.DataLocationPrecise, taxonomy.DataIdentityGovernmentID,
}

// nonPersonal finds sentences that call data non-personal and go on to say
// that an identifier is part of it.
func nonPersonal(r *reader, code Code) []Finding {
	var found []Finding
	for x := range policy.Says(r.p, taxonomy.DataNonPersonal) {
		if x.Polarity == policy.No {
			continue
		}
		at := map[string]int{} // index in found by id
		for _, m := range x.Mentions {
			if m.Passage < 0 || m.Passage >= len(r.p.Passages) || r.sentence(m.Passage).any(disguised) {
				continue
			}
			for _, y := range r.members(m) {
				i, ok := at[y.ID]
				if !ok {
					i = len(found)
					at[y.ID] = i
					found = append(found, Finding{code, claim(x, nil), claim(y.Item, nil)})
				}
				f := &found[i]
				if n := len(f.First.Mentions); n == 0 || f.First.Mentions[n-1] != m {
					f.First.Mentions = append(f.First.Mentions, m)
				}
				f.Second.Mentions = append(f.Second.Mentions, y.Mention)
			}
		}
	}
	return found
}

// members returns the identifiers that the sentence of m, or the next one that
// goes on about the same, names as examples of what it calls non-personal:
// after words such as "including", to the end of the brackets if it is in any.
func (r *reader) members(m policy.Mention) []placed {
	for passage := m.Passage; passage <= m.Passage+1 && passage < len(r.p.Passages); passage++ {
		p := &r.p.Passages[passage]
		text := asciiLower(p.Text)
		from := 0
		if passage == m.Passage {
			from = min(max(0, m.Span.End-p.Span.Start), len(text))
		} else if !refersBack(text) {
			break
		}
		at := -1
		for _, lead := range leads {
			if i := strings.Index(text[from:], lead); i >= 0 && (at < 0 || i < at) {
				at = i
			}
		}
		if at < 0 || at > nearby || strings.ContainsAny(text[from:from+at], ".;") {
			continue
		}
		end := len(text)
		if text[from+at] == '(' || strings.HasPrefix(strings.TrimSpace(text[:from+at][strings.LastIndexByte(text[:from+at], ' ')+1:]), "(") {
			if i := strings.IndexByte(text[from+at:], ')'); i >= 0 {
				end = from + at + i
			}
		}
		var list []placed
		for _, f := range r.has(passage, taxonomy.FacetData, p.Span.Start+from+at) {
			after := text[min(max(0, f.Mention.Span.End-p.Span.Start), len(text)):]
			if f.Polarity == policy.No || f.Mention.Span.End > p.Span.Start+end || strings.HasPrefix(after, "-") {
				continue // "IP-derived location" is no IP address
			}
			if slices.ContainsFunc(identifying, func(id taxonomy.Data) bool { return taxonomy.Data(f.ID).Is(id) }) {
				list = append(list, f)
			}
		}
		if len(list) > 0 {
			return list
		}
	}
	return nil
}

// asciiLower is strings.ToLower for A to Z alone, which keeps offsets.
func asciiLower(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

// nearby is how many bytes may stand between a name and its examples.
const nearby = 60

var leads = []string{"including", "includes", "include ", "such as", "e.g.", "for example", "for instance", "like ", "(", "zoals", "waaronder", "bijvoorbeeld", "bestaat uit", "omvat"}

// refersBack reports whether a sentence goes on about the data of the one
// before.
func refersBack(text string) bool {
	for _, s := range []string{"this ", "these ", "such ", "examples of", "it ", "non-personal", "deze ", "dit ", "dergelijke ", "voorbeelden"} {
		if strings.HasPrefix(text, s) {
			return true
		}
	}
	return false
}

// agesDisagree finds two ages below which data is said not to be collected
// knowingly, of the same people and in different sections or sentences.
func agesDisagree(r *reader, code Code) []Finding {
	type refusal struct {
		age int
		m   policy.Mention
	}
	refusing := map[int]bool{}
	for it := range policy.Says(r.p, taxonomy.StatementChildrenNoKnowingCollection) {
		for _, m := range it.Mentions {
			refusing[m.Passage] = true
		}
	}
	var all []refusal
	for _, c := range r.p.Children {
		for _, m := range c.Mentions {
			if refusing[m.Passage] && !r.sentence(m.Passage).any(dealing) {
				all = append(all, refusal{c.Age, m})
			}
		}
	}
	ages := map[int]map[int]bool{} // by passage
	for _, x := range all {
		if ages[x.m.Passage] == nil {
			ages[x.m.Passage] = map[int]bool{}
		}
		ages[x.m.Passage][x.age] = true
	}
	first := map[int]refusal{} // by age, of sentences with one age
	var order []int
	for _, x := range all {
		if len(ages[x.m.Passage]) > 1 || r.region(x.m.Passage) != policy.Everybody {
			continue
		}
		if _, ok := first[x.age]; !ok {
			first[x.age] = x
			order = append(order, x.age)
		}
	}
	var found []Finding
	for i := 1; i < len(order); i++ {
		a, b := first[order[0]], first[order[i]]
		found = append(found, Finding{code, Claim{Age: a.age, Mentions: []policy.Mention{a.m}}, Claim{Age: b.age, Mentions: []policy.Mention{b.m}}})
	}
	return found
}

// consentByUse finds consent by use beside consent as a legal basis, in
// policies for people to whom the GDPR applies: those that name another of its
// legal bases or speak to people in the EEA.
func consentByUse(r *reader, code Code) []Finding {
	gdpr := false
	for it := range r.p.Facts() {
		gdpr = gdpr || policy.EEA.Includes(it.Region) ||
			it.Facet == taxonomy.FacetLegalBasis && it.ID == string(taxonomy.LegalBasisLegitimateInterests)
	}
	if !gdpr {
		return nil
	}
	var found []Finding
	for x := range policy.Says(r.p, taxonomy.StatementConsentByUse) {
		var deemed []policy.Mention
		for _, m := range x.Mentions {
			if r.deemed(m) {
				deemed = append(deemed, m)
			}
		}
		if x.Polarity == policy.No || len(deemed) == 0 {
			continue
		}
		// One legal basis is enough, that for people in the EEA before others.
		var basis *policy.Item
		for y := range policy.Says(r.p, taxonomy.LegalBasisConsent) {
			if y.Polarity == policy.Yes && x.Region.Includes(y.Region) && (basis == nil || y.Region == policy.EEA) {
				basis = &y
			}
		}
		if basis == nil {
			continue
		}
		if a, b := apart(deemed, r.asked(basis.Mentions)); len(a) > 0 && len(b) > 0 {
			found = append(found, Finding{code, claim(x, a), claim(*basis, b)})
		}
	}
	return found
}

// asked returns the mentions of consent that are not of parents' consent.
func (r *reader) asked(mentions []policy.Mention) []policy.Mention {
	var list []policy.Mention
	for _, m := range mentions {
		if 0 <= m.Passage && m.Passage < len(r.p.Passages) && !r.sentence(m.Passage).minors {
			list = append(list, m)
		}
	}
	return list
}

// deemed reports whether a sentence makes use itself the consent: it is not
// advice to those who do not agree, and not for people outside of the EEA.
func (r *reader) deemed(m policy.Mention) bool {
	if m.Passage < 0 || m.Passage >= len(r.p.Passages) {
		return false
	}
	s := r.sentence(m.Passage)
	return s.any(byUse) && s.any(agreeing) && !s.any(disagreeing) && !s.minors
}
