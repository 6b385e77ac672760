// Package processing draws up a record of processing activities from a privacy
// policy, with what Art. 30(1) of the GDPR asks a controller's record to
// contain, as far as the policy says it, in CSV and Markdown.
//
//	record, report := processing.From(p)
//	if err := record.WriteCSV(os.Stdout); err != nil {
//		return err
//	}
//	report.Write(os.Stderr)
//
// A record has a row for each purpose and each region whose people the policy
// speaks of, and one for what it ties to no purpose. The letters are those of
// Art. 30(1):
//
//   - (a) the controller, its representative and the data protection officer for
//     the people of the region, with their contact details
//   - (b) the purpose
//   - (c) the categories of data subjects and of personal data
//   - (d) the categories of recipients
//   - (e) the countries outside the European Economic Area that data goes to,
//     and the safeguards
//   - (f) the time limits for erasure
//   - (g) the measures of security, Art. 32(1)
//
// What stands in a row is what a flow, a passage or a table's row in the policy
// ties to its purpose. Time limits are also those of the data in the row that are
// tied to no purpose. What the policy says of its processing in general stands in
// every row for the people that it is said of: countries, safeguards, security,
// and the data subjects and time limits that it ties to nothing in particular.
// What it denies stands nowhere, nor does data that is not personal.
//
// A policy says less than a record has to: drawing one up from it is a start,
// and the report lists what the text has no evidence for.
package processing
