// Package jurisdiction holds the law that privacy policies answer to as data: the
// European Economic Area, California, India and Russia. It answers from it what law
// applies to whom, and whether what a policy says is what the law of a place asks,
// each as of a date that the caller gives.
//
// # Is it enough?
//
// [Assess] judges a policy by each of the [Requirements] of a jurisdiction, with
// the places in the text that prove it and what would complete it:
//
//	on := policy.Date{Year: 2026, Month: time.November, Day: 21}
//	a, err := jurisdiction.Assess(p, jurisdiction.EEA, on)
//	if err != nil {
//		return err
//	}
//	for _, v := range a.With(jurisdiction.NotFound, jurisdiction.Denied) {
//		fmt.Println(v.Requirement.Citation, v.Requirement.Text, v.Why)
//	}
//
// What is not found in a text differs from what the text denies, and both from what
// cannot be told from a text at all; see [Status].
//
// # Which law, and whose?
//
// A [Place] comes from an ISO 3166 code ([ParsePlace]), from a region
// ([PlaceOfRegion]) or from a language tag ([PlaceOfTag]). [Place.Laws] and
// [Place.Jurisdictions] tell what binds towards people there, [Place.Covers]
// whether words about a region ("EEA", "DE", or "" for everybody) concern a
// jurisdiction, and [Code.Territories] what belongs to one.
//
// # What does it give people?
//
//   - [Rights], with deadlines ([Right.Deadline]); [RightsIn] tells which a policy
//     mentions.
//   - [Bases], the grounds of processing; [BasesIn] maps those that a policy states.
//   - [Ages] of children; [AgesIn] compares those that a policy states.
//   - [Adequate], [Mechanisms], [ClausesOn] and [Transfers] for data that leaves.
//   - [Authorities] to complain to; [Answers] tells who answers for people in a
//     place.
//   - [Categories] of Californian law; [CategoriesIn] makes the table that a notice
//     there needs.
//   - [Rules] for the rest: fines, breaches, storage limits, officers, what is
//     contested.
//
// # Requirements of one's own
//
// [Requirement.Judge] judges a policy by any Requirement, so that a program can ask
// for more than the law does. Its Evidence says what shows that it is met:
//
//	ctl + addr | ~ctc
//
// reads: a controller that is named and, beside that, a postal address or, though
// only partly, some way of contact. Parts joined by + are all needed; if some are
// shown, the requirement is met partly. Tokens joined by | are alternatives:
//
//   - data, purp (purpose), basis, rcpt (recipient), srce (source), ret (retention),
//     disp (disposal), right, safe (safeguard), sec (security), tech (technology),
//     chg (change notice), stmt (statement), subj (subject): a fact of the facet, but
//     for facts that empty it, such as that security is not guaranteed
//   - right:access: a fact with that id or one below it; right:objection= with the
//     id itself
//   - data@US-CA: one that is said of people of that region in particular, by its
//     words or in a section for Californians
//   - rcpt!: a denial too
//   - ~ before a token: it shows the part only partly
//   - flow(data purp): a flow that ties both; passage(safe ctc), section(tech purp):
//     both in one passage, or in one section
//   - ctl, rep, dpo, gro: a party that is controller (or operator), representative,
//     data protection officer or grievance officer; for the last three a contact too
//   - ctc, email, addr, ctc2, groc: a contact that is no mere name: of any type, an
//     e-mail address, a postal address, two of any type, one of the grievance officer
//   - dest, locz: a country outside that data goes to; that data stays inside
//   - child: an age of children, or a statement about them
//   - upd, upd12: the date of the policy; one within the last 12 months
//   - words:abroad, words:joint: wording on transfers, on joint controllers, that
//     the model has no fact for
//   - n/x: nothing; form, place, process or detail that the model does not have
//
// When is such an expression, which holds if any of it is shown, or empty for
// always, or one word: silent (texts count as silent on it), unknown (it cannot be
// judged from a text), request (somebody asks), transfer, safeguard-duty (a transfer
// that no adequacy decision covers), representative-duty (GDPR Art. 27) or automated
// (automated decisions are taken, not just ruled out).
//
// # What it is not
//
// The package gives information, not legal advice. What it has no row for is
// not modelled, which never means that nothing is required. Facts that nobody
// has checked against a source, or that sources dispute, carry a [Mark]. The
// tables lie in the folder data, whose README explains their columns. Whether a
// law reaches an organisation, by establishment, turnover or otherwise, is for the
// caller to know: see [Rules], kind ScopeRule.
//
// Everything here is pure: no function reads a clock, a file or the network,
// and the same arguments always give the same answer. All functions and methods
// are safe for concurrent use, and slices they return are the caller's own. The
// tables are read once each, when first needed.
package jurisdiction

// Version is the day as of which the data was last reviewed, in ISO 8601 form.
// Changes of law after it are contained only as far as they were enacted then.
const Version = "2026-11-21"
