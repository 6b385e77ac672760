// Package fideslang writes what a privacy policy says as a manifest of
// Fideslang, the language of privacy declarations of the Fides project, in
// YAML: https://ethyca.github.io/fideslang/.
//
//	system, report := fideslang.From(p)
//	if err := system.Write(os.Stdout); err != nil {
//		return err
//	}
//	report.Write(os.Stderr)
//
// The publisher becomes one system, with a privacy declaration for each data
// use. A declaration has the categories of data, recipients, legal basis and
// periods that the policy's flows and passages tie to the purposes that the use
// stands for. Keys are those of Fideslang's default taxonomy that taxonomy maps
// concepts to; a concept without a key has that of its parent. Fideslang has no
// regions: what is said of the people of any region counts. What is denied does
// not.
//
// Data subjects are left out, which Fideslang allows, since the taxonomy maps
// no concepts to its data subjects. Purposes and data without a key, and data
// that no passage ties to a purpose, cannot be declared; the report names them.
package fideslang
