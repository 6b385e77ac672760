// Package jurisdiction holds the law that privacy policies answer to as data:
// the European Economic Area, California, India and Russia.
//
// It answers questions of scope, each as of a date that the caller gives:
//
//   - which law reaches people in a place ([Place.Laws]) and so which
//     jurisdictions they are in ([Place.Jurisdictions]);
//   - whether something a policy says of a region ("EEA", "US-CA", "DE", or ""
//     for everybody) concerns a jurisdiction ([Place.Covers]);
//   - which territories a jurisdiction has and had ([Code.Territories]).
//
// A [Place] comes from an ISO 3166 code ([ParsePlace]), from a region
// ([PlaceOfRegion]) or from a language tag ([PlaceOfTag]):
//
//	place, err := jurisdiction.ParsePlace("NL")
//	…
//	laws, err := place.Laws(policy.Date{Year: 2021, Month: time.December, Day: 27})
//
// The package gives information, not legal advice. What it has no row for is
// not modelled, which never means that nothing is required. Facts that nobody
// has checked against a source, or that sources dispute, carry a [Mark]. The
// tables lie in the folder data, whose README explains their columns.
//
// Everything here is pure: no function reads a clock, a file or the network,
// and the same arguments always give the same answer. All functions and methods
// are safe for concurrent use, and slices they return are the caller's own. The
// tables are read once, when first needed.
package jurisdiction

// Version is the day as of which the data was last reviewed, in ISO 8601 form.
// Changes of law after it are contained only as far as they were enacted then.
const Version = "2026-11-21"
