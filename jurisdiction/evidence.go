package jurisdiction

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// An expr says what in a policy shows something: each of its parts is needed, and
// any token of a part shows it. Its notation is explained in data/README.md.
type expr []part

type part []token

// A token is one thing that a policy can say.
type token struct {
	kind   string         // "fact", or one of the names in tokenLabels
	facet  taxonomy.Facet // of a fact
	id     string         // of a fact, "" for any of the facet; the topic of words
	exact  bool           // the id itself, not its descendants
	weak   bool           // shows it only partly
	neg    bool           // a denial shows it too
	region policy.Region  // only what is said of the people of this region, if not ""
	args   []token        // of flow, passage and section: what stands together
	label  string         // for people
}

// facetTokens are the names of facets in the notation.
var facetTokens = map[string]taxonomy.Facet{
	"data": taxonomy.FacetData, "purp": taxonomy.FacetPurpose, "basis": taxonomy.FacetLegalBasis,
	"rcpt": taxonomy.FacetRecipient, "srce": taxonomy.FacetSource, "ret": taxonomy.FacetRetention,
	"disp": taxonomy.FacetDisposal, "right": taxonomy.FacetRight, "safe": taxonomy.FacetSafeguard,
	"sec": taxonomy.FacetSecurity, "tech": taxonomy.FacetTechnology, "chg": taxonomy.FacetChangeNotice,
	"stmt": taxonomy.FacetStatement, "subj": taxonomy.FacetSubject,
}

// tokenLabels are the other tokens of the notation, and what they read.
var tokenLabels = map[string]string{
	"ctl": "name of the controller", "ctc": "contact details", "email": "e-mail address", "addr": "postal address",
	"ctc2": "two ways of contact", "rep": "representative", "dpo": "data protection officer", "gro": "grievance officer",
	"groc": "contact details of the grievance officer", "dest": "countries that data goes to",
	"locz": "data that stays in the country", "child": "rule for children", "upd": "date of the policy",
	"upd12": "date within the last 12 months", "n/x": "form, place or timing", "words": "",
	"flow": "link", "passage": "link", "section": "link",
}

// topics are what words are looked for, see words.go.
var topics = map[string]string{"abroad": "transfer to other countries", "joint": "joint controllers"}

// parseExpr reads the notation.
func parseExpr(s string) (expr, error) {
	var e expr
	for _, p := range strings.Split(s, " + ") {
		var tokens part
		for _, t := range strings.Split(p, " | ") {
			tok, err := parseToken(t)
			if err != nil {
				return nil, err
			}
			tokens = append(tokens, tok)
		}
		e = append(e, tokens)
	}
	return e, nil
}

func parseToken(s string) (token, error) {
	var t token
	rest, weak := strings.CutPrefix(s, "~")
	rest, region, _ := strings.Cut(rest, "@")
	rest, neg := strings.CutSuffix(rest, "!")
	rest, exact := strings.CutSuffix(rest, "=")
	name, id, hasID := strings.Cut(rest, ":")
	if inner, ok := strings.CutSuffix(rest, ")"); ok {
		var list string
		if name, list, ok = strings.Cut(inner, "("); !ok {
			return t, fmt.Errorf("token %q: no opening bracket", s)
		}
		id, hasID = "", false
		for _, a := range strings.Fields(list) {
			arg, err := parseToken(a)
			if err != nil {
				return t, err
			}
			t.args = append(t.args, arg)
		}
	}
	t.weak, t.neg, t.exact, t.region, t.id = weak, neg, exact, policy.Region(region), id
	grouping := name == "flow" || name == "passage" || name == "section"
	if !t.region.Valid() || grouping != (len(t.args) == 2) {
		return t, fmt.Errorf("token %q: bad region or arguments", s)
	}
	if facet, ok := facetTokens[name]; ok {
		t.kind, t.facet = "fact", facet
		err := t.labelFact(s, hasID)
		return t.qualified(), err
	}
	if t.label = tokenLabels[name]; name == "words" {
		t.label = topics[id]
	}
	if t.label == "" || hasID != (name == "words") {
		return t, fmt.Errorf("token %q: unknown", s)
	}
	t.kind = name
	if grouping {
		t.label = t.args[0].label + " together with " + t.args[1].label
	}
	return t.qualified(), nil
}

// qualified adds to the label what else the token asks for.
func (t token) qualified() token {
	if t.exact {
		t.label += " in general"
	}
	if t.region != "" {
		t.label += " for people in " + string(t.region) + " in particular"
	}
	return t
}

// labelFact names a fact after its concept, or, for an id that only begins others
// ("sale"), after the id itself. Ids that nothing has are an error.
func (t *token) labelFact(s string, hasID bool) error {
	if !hasID {
		t.label = t.facet.Label(language.English)
		return nil
	}
	if c, ok := taxonomy.Lookup(t.facet, t.id); ok {
		t.label = c.Label(language.English)
		if t.facet == taxonomy.FacetLegalBasis {
			t.label += " as the legal basis"
		}
		return nil
	}
	for c := range taxonomy.All() {
		if c.Facet == t.facet && strings.HasPrefix(c.ID, t.id+".") {
			t.label = t.id
			return nil
		}
	}
	return fmt.Errorf("token %q: no such id", s)
}

// matches reports whether t reads the concept id of its facet.
func (t *token) matches(id string) bool {
	if t.id == "" {
		return true
	}
	if t.exact || len(id) <= len(t.id) {
		return id == t.id
	}
	return id[len(t.id)] == '.' && id[:len(t.id)] == t.id
}

// A proof is what a policy has for a token, part or expr.
type proof struct {
	strength Extent           // None, Some if it is shown only partly, Whole
	denied   bool             // the text says that it is not so
	only     policy.Region    // where strength is Some: the people of whom alone it is said, if that is why
	service  bool             // where strength is Some: said of some products or services only
	other    policy.Region    // where strength is None: people of elsewhere of whom it is said
	evidence []policy.Mention // one for each thing that shows it
	label    string           // of a part: the token that showed it
	labels   []string         // of an expr: the parts that were shown
	missing  []string         // labels of the parts that were not
	process  bool             // a part asks for what no text shows
}

// labelOf names a part by its first token that is more than a weak sign.
func (p part) labelOf() string {
	for _, t := range p {
		if !t.weak {
			return t.label
		}
	}
	return p[0].label
}

// prove evaluates an expr over a policy.
func (e expr) prove(x *index) proof {
	all := proof{strength: Whole}
	shown := false
	for _, p := range e {
		if p[0].kind == "n/x" {
			all.process = true
			continue
		}
		q := p.prove(x)
		all.evidence = join(all.evidence, q.evidence)
		all.denied = all.denied || q.denied && q.strength == None
		if q.only != "" {
			all.only = q.only
		}
		if q.other != "" {
			all.other = q.other
		}
		all.service = all.service || q.service
		all.strength = min(all.strength, q.strength)
		if q.strength > None {
			shown = true
			all.labels = append(all.labels, q.label)
		}
		if q.strength < Whole {
			all.missing = append(all.missing, p.labelOf())
		}
	}
	switch {
	case all.strength == None && shown:
		all.strength = Some
	case all.process && len(e) == 1:
		all.strength = None
	}
	return all
}

// prove takes the strongest tokens of a part.
func (p part) prove(x *index) proof {
	var best proof
	for i := range p {
		if p[i].kind == "words" && best.strength == Whole {
			continue // to look for words costs most
		}
		q := x.prove(&p[i])
		if p[i].weak {
			q.strength = min(q.strength, Some)
		}
		best.denied = best.denied || q.denied
		if q.other != "" {
			best.other = q.other
		}
		switch {
		case q.strength == None || q.strength < best.strength:
		case q.strength > best.strength:
			best.strength, best.evidence, best.only, best.service = q.strength, q.evidence, q.only, q.service
			best.label = p[i].label
		default:
			best.evidence = join(best.evidence, q.evidence)
		}
	}
	return best
}

// join appends b to a, which it owns.
func join(a, b []policy.Mention) []policy.Mention {
	if len(a) == 0 {
		return b
	}
	return append(a, b...)
}

// shown reports whether anything of e is shown, without the evidence.
func (e expr) shown(x *index) bool {
	for _, p := range e {
		for i := range p {
			if x.prove(&p[i]).strength > None {
				return true
			}
		}
	}
	return false
}
