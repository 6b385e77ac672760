package lexicon

// A CueID is a cue: a word or phrase that tells who does what in a sentence,
// under which condition, affirmed or denied.
type CueID uint8

// The cues that the reading stages know by name. Lexicon files may use others
// in the conditions of their entries; those get the numbers from cuesNamed on.
const (
	CueWe      CueID = iota // the organisation
	CueYou                  // the person
	CueThird                // others
	CuePii                  // "personal information", "your data"
	CueCollect              // collects, receives, obtains, records
	CueUse                  // uses, processes
	CueShare                // shares, discloses, sells
	CueSell
	CueStore     // keeps, retains, stores
	CueDelete    // deletes, anonymises
	CueTransfer  // transfers abroad
	CueProtect   // protects, secures
	CueProvide   // the person gives: provides, enters, submits
	CueAutomatic // automatically
	CueNot       // negation
	CueExcept    // exception
	CueRight     // right, may request, can ask
	CuePurposes  // for the purpose of, in order to, so that
	CueSuch      // such as, including
	CueDefine    // means, is defined as
	CueAdvice    // we recommend, you should
	CueTheir     // others' own practices: their privacy policies
	CueConsent
	CueRequest
	CueLaw
	CueChoice
	CueNecessary
	CueEvent
	CueService
	CueChild
	CueExample // for example
	CueCookies
	CueChange // changes of the policy
	CueAbroad // other countries
	CueGround // legal basis, ground
	CueAggregate
	CueContact    // contact us
	CueBreak      // a new clause: but, however, because
	CueIf         // a conditional clause: if, when, unless
	CueHedge      // weakens a denial: knowingly, without
	CueFrom       // where something comes from
	CueAnaphor    // speaks of what was named before: "such information", "this helps us"
	CuePolicyOf   // "privacy policy of", before a name
	CueOrigin     // says where data comes from: sources, obtained from
	CueAbout      // begins a sentence about the policy itself: "this policy describes"
	CueAnd        // a word that joins the last element of a list: "and"
	CueSaid       // "the information you provide", "the data above"
	CueOblique    // the organisation or the person, but not as a subject: our, your, us
	CueForm       // ends a company's name: "Inc."
	CueLabel      // "Purpose:", before what a record says
	CueAuxiliary  // may, will, is
	CueAim        // begins a clause of purpose: in order to; "to" before a verb
	CueDataList   // the list that follows is of data: "the following information"
	CueDataHead   // heads a table's column of data: "examples"
	CueNaming     // comes before the name of a company that data goes to: "we use", "hosted by"
	CueNoName     // written like a company's name, and none: "Companies Act"
	CueNotCovered // the policy does not apply to something
	CueInfinitive // comes before an infinitive: Dutch "te"
	CueFirm       // ends a company's name and is an ordinary word, too: "Technologies"
	CueProduct    // comes behind a company's name: "Acme player"
	CueNamingThe  // comes before the name of a product and what it is: "we use the"
	CueNotVerb    // denies the verb behind it, where that is next: "not", but not "no"
	CueOur        // says that what follows is the organisation's: "our"
	CueExcluding  // leaves out what follows: "other than"
	CueByPhone    // reaches the person by telephone: "to call you"
	CueByMail     // reaches the person by e-mail
	CueBehindName // may come behind a company's name: "to", "which"
	CueTask       // what a company does for the organisation: "services provided"
	CuePartyHead  // heads a table's column of names, perhaps of companies: "name", "tool"
	cuesNamed
)

var cueNames = [cuesNamed]string{
	CueWe: "we", CueYou: "you", CueThird: "third", CuePii: "pii", CueCollect: "collect", CueUse: "use", CueShare: "share", CueSell: "sell", CueStore: "store",
	CueDelete: "delete", CueTransfer: "transfer", CueProtect: "protect", CueProvide: "provide", CueAutomatic: "automatic", CueNot: "not",
	CueExcept: "except", CueRight: "right", CuePurposes: "purposes", CueSuch: "such", CueDefine: "define", CueAdvice: "advice", CueTheir: "their",
	CueConsent: "consent", CueRequest: "request", CueLaw: "law", CueChoice: "choice", CueNecessary: "necessary", CueEvent: "event",
	CueService: "service", CueChild: "child", CueExample: "example", CueCookies: "cookies", CueChange: "change", CueAbroad: "abroad",
	CueGround: "ground", CueAggregate: "aggregate", CueContact: "contact",
	CueBreak: "break", CueIf: "if", CueHedge: "hedge", CueAim: "aim", CueAnd: "and", CueFrom: "from", CueAnaphor: "anaphor", CuePolicyOf: "policy-of", CueOrigin: "origin", CueSaid: "said", CueLabel: "label", CueForm: "form", CueOblique: "oblique", CueAuxiliary: "auxiliary",
	CueDataList: "data-list", CueAbout: "about", CueDataHead: "data-head", CueNaming: "naming", CueNoName: "no-name", CueNotCovered: "not-covered", CueInfinitive: "infinitive",
	CueFirm: "firm", CueTask: "task", CuePartyHead: "party-head", CueProduct: "product", CueNamingThe: "naming-the", CueNotVerb: "not-verb", CueOur: "our", CueExcluding: "excluding", CueByPhone: "by-phone", CueByMail: "by-mail", CueBehindName: "behind-name",
}

// Placed are the cues of which it matters where in a sentence they stand: which
// word they begin with, what they are next to, in which clause they are. Of the
// others a word tells by itself, without a mark: see Lexicon.Cues.
const Placed CueMask = 1<<CueWe | 1<<CueYou | 1<<CueThird | 1<<CueCollect | 1<<CueUse | 1<<CueShare | 1<<CueSell | 1<<CueStore | 1<<CueTransfer |
	1<<CueProvide | 1<<CueNot | 1<<CueExcept | 1<<CueRight | 1<<CuePurposes | 1<<CueSuch | 1<<CueConsent | 1<<CueRequest | 1<<CueExample |
	1<<CueContact | 1<<CueBreak | 1<<CueIf | 1<<CueFrom | 1<<CueAnaphor | 1<<CuePolicyOf | 1<<CueOrigin | 1<<CueAbout | 1<<CueSaid |
	1<<CueAnd | 1<<CueOblique | 1<<CueForm | 1<<CueLabel | 1<<CueAuxiliary | 1<<CueAim | 1<<CueDataList | 1<<CueDataHead | 1<<CueNaming |
	1<<CueInfinitive | 1<<CueFirm | 1<<CueNamingThe | 1<<CueNotVerb | 1<<CueOur | 1<<CueExcluding

// maxCues bounds the cues of one language.
const maxCues = 192

// A CueSet is a set of cues. The zero CueSet is empty.
type CueSet [maxCues / 64]uint64

// Cues returns the set of cs.
func Cues(cs ...CueID) CueSet {
	var s CueSet
	for _, c := range cs {
		s.Add(c)
	}
	return s
}

// Add adds c to s.
func (s *CueSet) Add(c CueID) { s[c/64] |= 1 << (c % 64) }

// Drop takes c away from s.
func (s *CueSet) Drop(c CueID) { s[c/64] &^= 1 << (c % 64) }

// Has reports whether c is in s.
func (s *CueSet) Has(c CueID) bool { return s[c/64]&(1<<(c%64)) != 0 }

// A CueMask is a set of cues that are numbered below 64, as a constant can name
// it: 1<<CueWe | 1<<CueYou.
type CueMask uint64

// Has reports whether c, numbered below 64, is in m.
func (m CueMask) Has(c CueID) bool { return m&(1<<c) != 0 }

// Any reports whether m and mask share a cue.
func (m CueMask) Any(mask CueMask) bool { return m&mask != 0 }

// Mask returns those of s that are numbered below 64.
func (s *CueSet) Mask() CueMask { return CueMask(s[0]) }

// Any reports whether one of the cues of mask is in s.
func (s *CueSet) Any(mask CueMask) bool { return s[0]&uint64(mask) != 0 }

// Union adds all of t to s.
func (s *CueSet) Union(t *CueSet) {
	s[0], s[1], s[2] = s[0]|t[0], s[1]|t[1], s[2]|t[2]
}

// Overlaps reports whether s and t share a cue.
func (s *CueSet) Overlaps(t *CueSet) bool {
	return s[0]&t[0]|s[1]&t[1]|s[2]&t[2] != 0
}

// within reports whether all of s is in t.
func (s *CueSet) within(t *CueSet) bool {
	for i := range s {
		if s[i]&^t[i] != 0 {
			return false
		}
	}
	return true
}

// Empty reports whether s has no cue.
func (s *CueSet) Empty() bool { return *s == CueSet{} }
