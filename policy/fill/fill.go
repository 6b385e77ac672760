// Package fill reports how far a policy fills a format that it is exported to:
// which fields the format asks for and the text gives no evidence for, and what
// the text says that the format has no place for. The packages that export
// never invent a value; they write what the format has for unknown values, and
// say so in a [Report].
package fill

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Report tells what an export is missing. The zero Report is complete. It
// must not be modified concurrently.
type Report struct {
	Gaps   []Gap  `json:"gaps,omitempty"`
	Losses []Loss `json:"losses,omitempty"`
}

// A Gap is a field that a format asks for and that the policy has no evidence
// for.
type Gap struct {
	Field   string   `json:"field"`             // in the names of the format: "controller.address", "dataDisclosed[].purposes"
	In      []string `json:"in,omitempty"`      // which elements of a list lack it, in their order; nil for a field that stands once
	Of      int      `json:"of,omitempty"`      // the length of that list
	Written string   `json:"written,omitempty"` // what stands there instead; empty if the field is left out or empty
	Reason  string   `json:"reason"`            // what the text does not say
}

// A Loss is something that the policy says and the format has no place for.
type Loss struct {
	What   []string `json:"what"` // concepts as "facet id", or other names
	Reason string   `json:"reason"`
}

// Miss adds a gap in a field that stands once.
func (r *Report) Miss(field, written, reason string) {
	r.Gaps = append(r.Gaps, Gap{Field: field, Written: written, Reason: reason})
}

// MissIn adds a gap in one element of a list of n. Gaps of the same field for
// the same reason become one.
func (r *Report) MissIn(element string, n int, field, written, reason string) {
	i := slices.IndexFunc(r.Gaps, func(g Gap) bool {
		return g.Field == field && g.Written == written && g.Reason == reason && g.In != nil
	})
	if i < 0 {
		i = len(r.Gaps)
		r.Gaps = append(r.Gaps, Gap{Field: field, Written: written, Reason: reason})
	}
	r.Gaps[i].In = append(r.Gaps[i].In, element)
	r.Gaps[i].Of = n
}

// Lose adds something that the format has no place for. What is lost for the
// same reason becomes one loss.
func (r *Report) Lose(what, reason string) {
	i := slices.IndexFunc(r.Losses, func(l Loss) bool { return l.Reason == reason })
	if i < 0 {
		i = len(r.Losses)
		r.Losses = append(r.Losses, Loss{Reason: reason})
	}
	if !slices.Contains(r.Losses[i].What, what) {
		r.Losses[i].What = append(r.Losses[i].What, what)
	}
}

// Has reports whether r has a gap in a field.
func (r *Report) Has(field string) bool {
	return slices.ContainsFunc(r.Gaps, func(g Gap) bool { return g.Field == field })
}

// Write writes r for people, a line for each gap and each loss, long lists cut
// short:
//
//	controller.address: no evidence: the text gives no postal address
//	dataDisclosed[].purposes: no evidence in 2 of 5 (device, location): no passage ties a purpose to this data
//	not expressed: the format has no such use: purpose legal.claims
func (r *Report) Write(w io.Writer) error {
	var b strings.Builder
	for _, g := range r.Gaps {
		fmt.Fprintf(&b, "%s: no evidence", g.Field)
		if g.In != nil {
			fmt.Fprintf(&b, " in %d of %d (%s)", len(g.In), g.Of, some(g.In))
		}
		fmt.Fprintf(&b, ": %s", g.Reason)
		if g.Written != "" {
			fmt.Fprintf(&b, "; written as %q", g.Written)
		}
		b.WriteByte('\n')
	}
	for _, l := range r.Losses {
		fmt.Fprintf(&b, "not expressed: %s: %s\n", l.Reason, some(l.What))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// some joins the first of a list.
func some(list []string) string {
	const most = 10
	if n := len(list) - most; n > 0 {
		return strings.Join(list[:most], ", ") + fmt.Sprintf(" and %d more", n)
	}
	return strings.Join(list, ", ")
}
