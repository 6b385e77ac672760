package tilt

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/taxonomy"
)

func TestForms(t *testing.T) {
	for _, c := range []struct {
		form func(string) bool
		yes  []string
		no   []string
	}{
		{isCountry, []string{"IE", "ZZ"}, []string{"", "ie", "IRL", "É"}},
		{
			isPhone, []string{"1", "+353 1 555 0100", "0049 151 1234", "(020) 123-45", "++1.2/3"},
			[]string{"", "+", "phone 1", "1 ext 2", "((1)", "020) a", "+353\u00a01"},
		},
		{
			isEmail, []string{"a@b.example", "first.last+tag@sub-domain.example", NoEmail},
			[]string{"", "a", "@b", "a@", "a b@c.example", "a@b_c.example", ".a@b.example", "a..b@c.example", "a@-b.example", "a@b.example.", "é@b.example", "a@b@c"},
		},
		{
			isReference, []string{"https://a.example/b?c=d#e", "www.a.example/rights", "/x", "#y", "%20", "mailto:a@b.example"},
			[]string{"", "a b", "%zz", "a<b>", "http://é.example", "a#b#c", "x[1]", "http://[::1]/x", "http://a.example:port/"},
		},
	} {
		for _, s := range c.yes {
			assert.True(t, c.form(s), "%q", s)
		}
		for _, s := range c.no {
			assert.False(t, c.form(s), "%q", s)
		}
	}
}

func TestReference(t *testing.T) {
	for provision, want := range map[string]string{
		"Art. 6(1)(a)": "GDPR-6-1-a", "Art. 17": "GDPR-17", "Art. 13(1)(c)": "GDPR-13-1-c", "Recital 26": "",
	} {
		got, ok := reference(taxonomy.Citation{Law: taxonomy.LawGDPR, Provision: provision})
		assert.Equal(t, want, got)
		assert.Equal(t, want != "", ok)
	}
	_, ok := reference(taxonomy.Citation{Law: taxonomy.LawEPrivacy, Provision: "Art. 5(3)"})
	assert.False(t, ok)
}
