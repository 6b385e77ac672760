package main

// A FlowRow is what one passage ties together.
type FlowRow struct {
	Data, Purposes, Recipients, Sources, Grounds, Region string
	Place                                                Place
}

// flows returns the rows of the table of flows.
func (g *pager) flows() []FlowRow {
	rows := make([]FlowRow, len(g.Policy.Flows))
	for i, f := range g.Policy.Flows {
		rows[i] = FlowRow{
			Data:       labels(f.Data),
			Purposes:   labels(f.Purposes),
			Recipients: labels(f.Recipients),
			Sources:    labels(f.Sources),
			Grounds:    labels(f.LegalBases),
			Region:     regionWords(f.Region),
			Place:      g.place(f.Span),
		}
		if rows[i].Data == "" {
			rows[i].Data = generalData
		}
	}
	return rows
}

// generalData stands for flows that name no category of data.
const generalData = "personal data in general"
