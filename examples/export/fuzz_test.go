package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
	"example.com/policymodel/policy/tilt"
)

// FuzzWrite exports policies that were read from JSON, whatever they say: every
// format can be written, and what has a reader can be read.
func FuzzWrite(f *testing.F) {
	p, err := parse.Parse(text, nil)
	if err != nil {
		f.Fatal(err)
	}
	data, err := json.Marshal(p)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"format":1}`))
	f.Add([]byte(`{"format":1,"source":{"sha256":"","bytes":9},"document":{"language":"sr-Latn","organisation":"=1"},"flows":[` +
		`{"span":{"start":0,"end":9},"data":["contact.email","x"],"purposes":["y"],"recipients":["z"],"legalBases":["w"],"region":"QQ-1"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var p policy.Policy
		if json.Unmarshal(data, &p) != nil {
			return
		}
		for _, format := range formats {
			if format == "schema" {
				continue // not of a policy
			}
			var buf bytes.Buffer
			report, err := write(format, &p, &buf)
			require.NoError(t, err, format)
			require.NotNil(t, report, format)
			switch format {
			case "tilt":
				_, err := tilt.Read(&buf)
				assert.NoError(t, err)
			case "dpv":
				assert.True(t, json.Valid(buf.Bytes()))
			case "records":
				rows, err := csv.NewReader(&buf).ReadAll()
				require.NoError(t, err)
				assert.False(t, slices.ContainsFunc(rows, func(row []string) bool { return len(row) != len(rows[0]) }))
			case "fideslang":
				assert.YAMLEq(t, buf.String(), buf.String())
			case "json":
				var q policy.Policy
				assert.NoError(t, json.Unmarshal(buf.Bytes(), &q))
			}
		}
	})
}
