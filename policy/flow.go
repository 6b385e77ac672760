package policy

import (
	"iter"

	"example.com/policymodel/taxonomy"
)

// FlowsOf yields the flows of a category of data and of its descendants, in
// text order. Flows about personal data in general, which name no category,
// are not among them.
func (p *Policy) FlowsOf(id taxonomy.Data) iter.Seq[Flow] {
	return func(yield func(Flow) bool) {
		for _, f := range p.Flows {
			for _, d := range f.Data {
				if d.Is(id) {
					if !yield(f) {
						return
					}
					break
				}
			}
		}
	}
}
