package jurisdiction_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/parse"
	"example.com/policymodel/policy"
)

// The five texts, and the days that they state or were archived on.
const (
	dji2014    = "dji-en-2014.md"     // 2014-11-07
	dji2021    = "dji-en-2021.txt"    // 2021-12-27
	djiDutch   = "dji-nl.txt"         // undated
	kaios2017  = "kaios-nl-2017.txt"  // 2017-06-30
	xiaomi2021 = "xiaomi-nl-2021.txt" // 2021-01-15

	today = jurisdiction.Version
)

var parsed sync.Map // file -> *policy.Policy

func seed(t testing.TB, file string) *policy.Policy {
	t.Helper()
	if p, ok := parsed.Load(file); ok {
		return p.(*policy.Policy)
	}
	p, err := parse.Parse(corpusText(t, "corpus", "seeds", file), nil)
	require.NoError(t, err)
	parsed.Store(file, p)
	return p
}

func day(t testing.TB, s string) policy.Date {
	t.Helper()
	d, err := policy.ParseDate(s)
	require.NoError(t, err)
	return d
}

// The verdicts that a reader of the texts gives. Each row is one text, under one
// law, on one day; each line has a status, a requirement and, after a colon, words
// that must be among the evidence.
var readings = []struct {
	file     string
	code     jurisdiction.Code
	on       string
	verdicts string
	absent   string // requirements that are not asked on the day
}{
	// Before the GDPR applied: the Directive. Cookies are explained, but nobody is
	// asked to consent to them.
	{dji2014, jurisdiction.EEA, "2014-11-07", `
		met dir95-10-a-identity: SZ DJI Technology
		met dir95-10-b-purposes
		met dir95-10-c-recipients
		cannot-tell dir95-10-c-mandatory
		met dir95-10-c-rights: copy
		not-applicable dir95-11-1-c-categories
		partly eprivacy-5-3-cookies: Cookie`,
		"gdpr-13-1-c-purposes gdpr-13-2-d-complaint gdpr-12-1-form"},
	// The same text under today's law. It has no retention periods: that a record
	// of releases is kept is none. Complaints go to DJI, not to an authority. The
	// only objection is to newsletters.
	{dji2014, jurisdiction.EEA, today, `
		met gdpr-13-1-a-controller-identity
		met gdpr-13-1-a-controller-contact
		cannot-tell gdpr-13-1-b-dpo
		partly gdpr-13-1-c-legal-basis
		not-applicable gdpr-13-1-d-legitimate-interests
		met gdpr-13-1-e-recipients
		met gdpr-13-1-f-transfer: outside of your home country
		not-found gdpr-13-1-f-adequacy
		partly gdpr-13-1-f-safeguards
		not-found gdpr-13-1-f-copy
		not-found gdpr-13-2-a-retention
		met gdpr-13-2-b-right-access
		met gdpr-13-2-b-right-rectification
		met gdpr-13-2-b-right-erasure: remove
		not-found gdpr-13-2-b-right-restriction
		partly gdpr-13-2-b-right-objection
		not-found gdpr-13-2-b-right-portability
		not-found gdpr-13-2-d-complaint
		not-found gdpr-13-2-e-mandatory
		not-applicable gdpr-14-2-f-source`,
		"dir95-10-a-identity"},
	// Before the CCPA. The text has no date of its own, and speaks of DJI's cookies
	// alone.
	{dji2014, jurisdiction.California, "2014-11-07", `
		met oppa-b1-categories
		met oppa-b1-third-parties
		met oppa-b2-review
		met oppa-b3-changes
		not-found oppa-b4-effective-date
		not-applicable oppa-b5-dnt
		not-found oppa-b6-third-party-tracking
		cannot-tell oppa-22577-b-posting`,
		"ccpa18-100-b ccpa-7011-e2a-know ccpa-105-b-deletion"},
	{dji2014, jurisdiction.California, today, `
		partly ccpa-7011-e1a-collected
		met ccpa-130-a5-c-i-sold: not sell
		not-found ccpa-100-a-3-retention
		partly ccpa-7011-e2a-know
		met ccpa-7011-e2b-delete
		not-found ccpa-7011-e2f-nondiscrimination
		not-found ccpa-7011-e3h-agent
		not-found ccpa-7011-e4-date
		not-found ccpa-130-a5-update
		not-applicable ccpa-135-c2-optout
		not-applicable ccpa-7016-incentive`, ""},
	{dji2014, jurisdiction.India, "2014-11-07", `
		met spdi-4-1-v-security
		met spdi-5-3-d-agencies: Shenzhen
		not-found spdi-5-7-option
		not-found spdi-5-9-grievance-officer
		cannot-tell spdi-4-1-publish`, "dpdp-8-9-contact"},
	{dji2014, jurisdiction.Russia, today, `
		met ru-18.1-2-protection
		not-found ru-18.1-1-2-destruction
		not-applicable ru-18-3-5-source
		met ru-14-7-8-transfer: outside of your home country`, ""},

	// The text has all that Art. 13 asks but for adequacy, and DJI GmbH in Germany
	// as the controller for the EEA.
	{dji2021, jurisdiction.EEA, "2021-12-27", `
		met gdpr-13-1-a-controller-identity: dji gmbh
		not-applicable gdpr-13-1-a-representative
		cannot-tell gdpr-13-1-b-dpo
		met gdpr-13-1-c-legal-basis
		met gdpr-13-1-d-legitimate-interests: legitimate interest
		met gdpr-13-1-f-transfer: outside of eea
		not-found gdpr-13-1-f-adequacy
		met gdpr-13-1-f-safeguards: standard contractual clauses
		met gdpr-13-1-f-copy: support@dji.com
		met gdpr-13-2-a-retention
		met gdpr-13-2-b-right-restriction: blocked
		met gdpr-13-2-b-right-objection: object
		met gdpr-13-2-b-right-portability
		met gdpr-13-2-c-withdraw
		met gdpr-13-2-d-complaint: complaint
		met gdpr-13-2-e-mandatory
		not-applicable gdpr-13-2-f-automated
		not-applicable gdpr-26-2-joint
		met gdpr-14-2-f-source
		cannot-tell gdpr-14-3-timing`,
		"dir95-10-a-identity"},
	{dji2021, jurisdiction.California, "2021-12-27", `
		met ccpa18-100-b
		met ccpa-130-a5-a-rights
		met ccpa-130-a5-b-i-collected
		met ccpa-130-a5-c-i-sold
		met ccpa-130-a5-c-ii-disclosed
		met ccpa-130-a5-update: december 27, 2021
		not-applicable ccpa-135-c2-optout
		met ccpa-125-b2-incentive: financial incentive
		met ccpa-7011-e2a-know
		met ccpa-7011-e2f-nondiscrimination: discriminatory
		met ccpa-7011-e3h-agent: authorized agent
		cannot-tell ccpa-7011-e3e-verification
		met oppa-b5-dnt: do not track
		met oppa-b6-third-party-tracking: third party cookies`,
		"ccpa-106-b-correction ccpa-100-a-2-sensitive ccpa-7011-e2e-limit"},
	// The same notice five years later: too old, and silent on the limit of
	// sensitive data.
	{dji2021, jurisdiction.California, today, `
		not-found ccpa-130-a5-update
		not-found ccpa-7011-e1k-spi-use
		not-applicable ccpa-7011-e2e-limit
		met ccpa-106-b-correction
		met ccpa-100-a-3-retention
		met ccpa-7011-e4-date`,
		"ccpa18-100-b"},
	{dji2021, jurisdiction.India, today, `
		met spdi-5-7-option
		not-found spdi-5-9-grievance-officer
		met spdi-5-1-consent`, "dpdp-5-1-i-data"},
	{dji2021, jurisdiction.India, "2027-05-14", `
		met dpdp-5-1-i-data
		partly dpdp-5-1-ii-rights
		met dpdp-8-9-contact
		cannot-tell dpdp-5-3-languages
		not-found dpdp-r14-3-grievance-period`, "spdi-5-9-grievance-officer"},

	// The Dutch version has no California notice and no date.
	{djiDutch, jurisdiction.EEA, today, `
		met gdpr-13-1-a-controller-identity: DJI GmbH
		not-applicable gdpr-13-1-a-representative
		met gdpr-13-1-c-legal-basis
		met gdpr-13-1-f-safeguards: modelcontractbepalingen
		not-found gdpr-13-1-f-adequacy
		met gdpr-13-2-b-right-portability
		met gdpr-13-2-d-complaint: klacht`, ""},
	{djiDutch, jurisdiction.California, today, `
		partly ccpa-7011-e1a-collected
		not-found ccpa-7011-e1d-sold-shared
		partly ccpa-7011-e2a-know
		not-found ccpa-7011-e2f-nondiscrimination
		not-found ccpa-7011-e3h-agent
		not-found ccpa-7011-e4-date
		not-applicable ccpa-125-b2-incentive
		met oppa-b5-dnt: do not track`, ""},

	{kaios2017, jurisdiction.EEA, "2017-06-30", `
		met dir95-10-a-identity: KAI OS
		met dir95-10-c-rights
		met dir95-11-1-c-categories
		partly eprivacy-5-3-cookies`, "gdpr-13-2-a-retention"},
	// A controller in Hong Kong that writes in Dutch and names no representative.
	// The text speaks of no transfer, and of consent only for some of the uses.
	{kaios2017, jurisdiction.EEA, today, `
		not-found gdpr-13-1-a-representative
		partly gdpr-13-1-c-legal-basis
		not-applicable gdpr-13-1-f-transfer
		not-applicable gdpr-13-1-f-safeguards
		met gdpr-13-2-a-retention
		met gdpr-13-2-b-right-erasure
		partly gdpr-13-2-b-right-objection
		not-found gdpr-13-2-b-right-portability
		not-found gdpr-13-2-c-withdraw
		met gdpr-13-2-d-complaint: klacht
		not-found gdpr-13-2-e-mandatory
		met gdpr-14-2-f-source`, "dir95-10-b-purposes"},
	{kaios2017, jurisdiction.California, "2017-06-30", `
		met oppa-b3-changes
		met oppa-b4-effective-date: 30 juni 2017
		not-found oppa-b5-dnt`, "ccpa18-100-b"},
	{kaios2017, jurisdiction.India, "2017-06-30", `
		partly spdi-5-3-d-agencies: privacy@kaiostech.com
		not-found spdi-5-9-grievance-officer
		met spdi-5-6-review`, ""},

	// Automated decisions appear only as what people have a right not to be
	// subject to.
	{xiaomi2021, jurisdiction.EEA, "2021-01-15", `
		met gdpr-13-1-a-controller-identity: Xiaomi Technology Netherlands
		not-applicable gdpr-13-1-a-representative
		met gdpr-13-1-d-legitimate-interests
		met gdpr-13-1-f-transfer: China
		not-found gdpr-13-1-f-adequacy
		met gdpr-13-1-f-safeguards: contractuele clausules
		met gdpr-13-1-f-copy: privacy.mi.com
		met gdpr-13-2-a-retention
		met gdpr-13-2-b-right-restriction
		met gdpr-13-2-b-right-objection
		met gdpr-13-2-b-right-portability
		met gdpr-13-2-c-withdraw
		met gdpr-13-2-d-complaint: klacht
		not-applicable gdpr-13-2-f-automated
		met gdpr-14-2-f-source`, ""},
	{xiaomi2021, jurisdiction.California, "2021-01-15", `
		partly ccpa-130-a5-b-i-collected
		met ccpa-130-a5-c-i-sold: verkopen geen
		partly ccpa-7011-e2a-know
		not-found ccpa-7011-e2f-nondiscrimination
		met ccpa-7011-e4-date: 15 januari 2021
		not-found oppa-b5-dnt`, "ccpa-106-b-correction"},
	{xiaomi2021, jurisdiction.India, "2021-01-15", `
		met spdi-5-9-grievance-officer: Vishwanath
		met spdi-5-7-option
		met spdi-5-3-d-agencies: Bengaluru
		met spdi-4-1-v-security`, ""},
	{xiaomi2021, jurisdiction.Russia, today, `
		met ru-18.1-2-protection
		met ru-18.1-1-2-destruction
		met ru-14-7-8-transfer
		met ru-18-3-5-source
		met ru-rkn17-5-conditions`, ""},
}

func TestReadings(t *testing.T) {
	corpusPath(t) // skips without it
	n := 0
	for _, tt := range readings {
		t.Run(tt.file+" "+string(tt.code)+" "+tt.on, func(t *testing.T) {
			p := seed(t, tt.file)
			a, err := jurisdiction.Assess(p, tt.code, day(t, tt.on))
			require.NoError(t, err)
			for line := range strings.Lines(strings.TrimSpace(tt.verdicts)) {
				n++
				head, words, _ := strings.Cut(strings.TrimSpace(line), ": ")
				status, id, _ := strings.Cut(head, " ")
				v, ok := a.Verdict(id)
				if !assert.True(t, ok, "%s is missing", id) {
					continue
				}
				assert.Equal(t, status, string(v.Status), "%s: %s", id, v.Why)
				if words != "" {
					assert.True(t, slices.ContainsFunc(v.Evidence, func(m policy.Mention) bool {
						return strings.Contains(p.Words(m), words)
					}), "%s: no evidence has %q", id, words)
				}
			}
			for _, id := range strings.Fields(tt.absent) {
				_, ok := a.Verdict(id)
				assert.False(t, ok, "%s is asked", id)
			}
		})
	}
	assert.Greater(t, n, 120)
}

// Every verdict has a reason, evidence where it needs some, and spans that are in
// the text.
func TestVerdictsAreSound(t *testing.T) {
	for _, file := range []string{dji2014, dji2021, djiDutch, kaios2017, xiaomi2021} {
		p := seed(t, file)
		for _, c := range jurisdiction.All() {
			for _, on := range []string{"2014-11-07", "2017-06-30", "2018-05-25", "2020-01-01", "2021-12-27", "2023-01-01", today, "2027-05-14"} {
				a, err := jurisdiction.Assess(p, c, day(t, on))
				require.NoError(t, err)
				rs, err := jurisdiction.Requirements(c, day(t, on))
				require.NoError(t, err)
				require.Len(t, a.Verdicts, len(rs))
				for i, v := range a.Verdicts {
					assert.Equal(t, rs[i], v.Requirement)
					assert.Contains(t, jurisdiction.Statuses(), v.Status)
					assert.NotEmpty(t, v.Why, rs[i].ID)
					if v.Status == jurisdiction.Met || v.Status == jurisdiction.Partly || v.Status == jurisdiction.Denied {
						assert.NotEmpty(t, v.Evidence, "%s %s %s", file, on, rs[i].ID)
					}
					if v.Status == jurisdiction.NotFound || v.Status == jurisdiction.NotApplicable {
						assert.Empty(t, v.Evidence, rs[i].ID)
					}
					if v.Status == jurisdiction.NotFound {
						assert.NotEmpty(t, v.Missing, rs[i].ID)
					}
					for _, m := range v.Evidence {
						assert.True(t, p.Passages[m.Passage].Span.Overlaps(m.Span), "%s %s", file, rs[i].ID)
					}
				}
			}
		}
	}
}
