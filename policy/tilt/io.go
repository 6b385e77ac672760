package tilt

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Write writes d as indented JSON. Nil lists that the schema requires are
// written as empty ones. The error is that of w.
func (d *Document) Write(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(d.complete())
}

// complete returns a copy of d without nil lists where lists are required.
func (d *Document) complete() *Document {
	c := *d
	c.DataDisclosed = list(c.DataDisclosed)
	for i := range c.DataDisclosed {
		x := &c.DataDisclosed[i]
		x.Purposes, x.LegalBases, x.LegitimateInterests = list(x.Purposes), list(x.LegalBases), list(x.LegitimateInterests)
		x.Recipients, x.Storage = list(x.Recipients), list(x.Storage)
	}
	c.ThirdCountryTransfers, c.ChangesOfPurpose = list(c.ThirdCountryTransfers), list(c.ChangesOfPurpose)
	c.Sources = list(c.Sources)
	for i := range c.Sources {
		c.Sources[i].Sources = list(c.Sources[i].Sources)
	}
	return &c
}

// list returns a copy of s that is not nil.
func list[T any](s []T) []T { return append(make([]T, 0, len(s)), s...) }

// required are the properties that every document has.
var required = []string{
	"meta", "controller", "dataProtectionOfficer", "dataDisclosed", "thirdCountryTransfers", "accessAndDataPortability",
	"sources", "rightToInformation", "rightToRectificationOrDeletion", "rightToDataPortability", "rightToWithdrawConsent",
	"rightToComplain", "automatedDecisionMaking", "changesOfPurpose",
}

// Read reads a document, one JSON object. It refuses what lacks one of the
// properties that every document has, and values of the wrong JSON type; null
// is read as an absent value, and properties that [Document] has no field for
// are skipped. Read does not judge values. Errors wrap those of r and of
// encoding/json.
func Read(r io.Reader) (*Document, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("tilt: %w", err)
	}
	var properties map[string]json.RawMessage
	if err := json.Unmarshal(data, &properties); err != nil {
		return nil, fmt.Errorf("tilt: %w", err)
	}
	i := slices.IndexFunc(required, func(name string) bool { _, ok := properties[name]; return !ok })
	if i >= 0 {
		return nil, errors.New("tilt: the document has no property " + required[i])
	}
	d := new(Document)
	if err := json.Unmarshal(data, d); err != nil {
		return nil, fmt.Errorf("tilt: %w", err)
	}
	return d, nil
}
