package reading

// A flowFrame gathers what the sentences of a block tie together.
type flowFrame struct{}

func (f *flowFrame) add(s *sentence) {}
