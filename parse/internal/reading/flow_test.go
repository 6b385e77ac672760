package reading

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/taxonomy"
)

func TestFlows(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string // data: sources: purposes: recipients
	}{
		{"two sentences", "We collect your name and phone number. We use this information to deliver your orders and share it with parcel services.",
			[]string{"[identity.name contact.phone]: []: [service.delivery]: [provider.delivery]"}},
		{"parts of a sentence", "You give us your name to create an account; you give us your photo to verify your identity.",
			[]string{"[identity.name]: [person]: [service.account]: []", "[content.photo]: [person]: [identity.verification]: []"}},
		{"another use of the same", "We collect your name to prevent fraud. We use this information and your age for marketing.",
			[]string{"[identity.name]: []: [security.fraud]: []", "[demographic.age identity.name]: []: [marketing]: []"}},
		{"other data", "We collect your name. We use your photo for marketing.",
			[]string{"[content.photo]: []: [marketing]: []"}},
		{"the block before", "You give us your name and age.\n\nWe may use this information to:\n\n- prevent fraud;\n- send you newsletters.\n",
			[]string{"[identity.name demographic.age]: [person]: []: []", "[identity.name demographic.age]: [person]: [security.fraud]: []", "[identity.name demographic.age]: [person]: [marketing.direct]: []"}},
		{"the list before", "You give us:\n\n- your name;\n- your age.\n\nWe use this information to prevent fraud.\n",
			[]string{"[identity.name]: [person]: []: []", "[demographic.age]: [person]: []: []", "[identity.name demographic.age]: [person]: [security.fraud]: []"}},
		{"not another section's", "# One\n\nYou give us your name.\n\n# Two\n\nThank you for your visit.\n\nWe use this information to prevent fraud.\n",
			[]string{"[identity.name]: [person]: []: []"}},
		{"aims between semicolons", "We share your name with third parties: to prevent fraud; when we believe that the law requires it; to protect our rights.",
			[]string{"[identity.name]: []: [security.fraud legal.claims]: [third-party]"}},
		{"its own data first", "We collect your name to prevent fraud. We record your location and use such information for marketing.",
			[]string{"[identity.name]: []: [security.fraud]: []", "[location]: []: [marketing]: []"}},
		{"what an aim is about", "We collect your name. We use this information to prevent fraud and to store your photos.",
			[]string{"[identity.name]: []: [security.fraud]: []"}},
		{"this", "We collect your name to prevent fraud. This also helps us with marketing.",
			[]string{"[identity.name]: []: [security.fraud]: []", "[identity.name]: []: [marketing]: []"}},
		{"a list of its block's data", "We collect your age. We use this information to:\n\n- prevent fraud;\n- send you newsletters.\n",
			[]string{"[demographic.age]: []: [security.fraud]: []", "[demographic.age]: []: [marketing.direct]: []"}},
		{"an aim with data of its own", "You give us your name.\n\nWe use this information to:\n\n- prevent fraud, such as by a false gender, language or photo.\n",
			[]string{"[identity.name]: [person]: []: []", "[demographic.gender demographic.language content.photo identity.name]: [person]: [security.fraud]: []"}},
		{"aims right after data", "You give us:\n\n- your name;\n- your age.\n\nWe use the personal data of our customers:\n\n- to prevent fraud.\n",
			[]string{"[identity.name]: [person]: []: []", "[demographic.age]: [person]: []: []", "[identity.name demographic.age]: [person]: [security.fraud]: []"}},
		{"a denial tells no source", "We collect your name. We do not combine it with data that you provide.",
			[]string{}},
		{"sources in general and of one", "We collect the following data automatically or from you:\n\n- your name. We obtain such data directly from you.\n",
			[]string{"[identity.name]: [person]: []: []"}},
		{"where examples come from", "We automatically collect technical data. Such data may include:\n\n- your IP address.\n",
			[]string{"[device]: [automatic]: []: []", "[device.ip-address]: [automatic]: []: []"}},
		{"aims before other data", "We share reports with affiliates. We collect your name.",
			[]string{}},
		{"a row with lists in its cells", "# How we use data\n\n| Purpose | Data |\n|---|---|\n| To run contests | * Name<br>* Age | \n| Marketing | * Name | * Phone number |\n",
			[]string{"[identity.name demographic.age]: []: [marketing.promotion]: []", "[identity.name contact.phone]: []: [marketing]: []"}},
		{"the section before", "# Which data?\n\nYou give us your name.\n\n# What for?\n\nWe use this data to prevent fraud.\n",
			[]string{"[identity.name]: [person]: []: []", "[identity.name]: [person]: [security.fraud]: []"}},
		{"not a part of the section before", "# Which data?\n\n## Yours\n\nYou give us your name.\n\n# What for?\n\nWe use this data to prevent fraud.\n",
			[]string{"[identity.name]: [person]: []: []"}},
		{"data of a person in general", "We use your photo for marketing. We use your personal data to prevent fraud.",
			[]string{"[content.photo]: []: [marketing]: []"}},
		{"how a person is reached", "We collect your phone number and e-mail address.\n\n# How we use data\n\nWe may contact you by phone to confirm a visit.",
			[]string{"[contact.phone]: []: [communication]: []"}},
		{"not by what the text does not name", "# How we use data\n\nWe may contact you by phone.",
			[]string{}},
		{"aims in the heading", "# How we use data\n\n## Marketing\n\nWe use your name. We use your photo to prevent fraud.\n\nWe do not know your age, but we use your gender.\n",
			[]string{"[identity.name]: []: [marketing]: []", "[content.photo]: []: [security.fraud]: []"}},
		{"occasion", "When you upload your photos, we collect your location.",
			[]string{"[location]: [person]: []: []"}},
		{"a row", "# How we use data\n\n| Purpose | Data | Recipients |\n|---|---|---|\n| Marketing | Name, age | Affiliates |\n| Fraud prevention | Phone number | |\n",
			[]string{"[identity.name demographic.age]: []: [marketing]: [group]", "[contact.phone]: []: [security.fraud]: []"}},
		{"labels", "# How we use data\n\nData: your name\n\nPurpose: marketing\n\nRecipients: our affiliates\n\nData: your age\n\nPurpose: to prevent fraud\n",
			[]string{"[identity.name]: []: [marketing]: [group]", "[demographic.age]: []: [security.fraud]: []"}},
		{"a label before a list", "# How we use data\n\nData:\n\n- your name\n- your age\n\nPurpose: marketing\n",
			[]string{"[identity.name demographic.age]: []: [marketing]: []"}},
		{"where a list comes from", "# Your data\n\nWe process your personal data because you provide it to us.\n\nWe process the following data:\n\n- your name\n",
			[]string{"[identity.name]: [person]: []: []"}},
		{"occasion without data", "When you upload your photos to create an account, we collect some items. We collect your location.",
			[]string{"[location]: []: [service.account]: []"}},
		{"cookies", "We use cookies to show advertising.",
			[]string{"[tracking.cookie]: [automatic]: [advertising]: []"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := []string{}
			for _, f := range readText(tt.text, lexicon.English()).Flows {
				got = append(got, fmt.Sprintf("%v: %v: %v: %v", f.Data, f.Sources, f.Purposes, f.Recipients))
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestFlowBases(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string // data: purposes: grounds
	}{
		{"at a section's end", "# One\n\nWe collect your name.\n\n# Two\n\nWe collect your age for marketing.\n\nWe collect your photo.\n\nLegal basis: consent\n",
			[]string{"[demographic.age]: [marketing]: []", "[demographic.age content.photo]: []: [consent]"}},
		{"of what was said before", "We collect your age for marketing. We will keep it safe.\n\nThe legal basis for this is your consent.",
			[]string{"[demographic.age]: [marketing]: []", "[demographic.age]: []: [consent]"}},
		{"before a list", "On the basis of our legitimate interests, we carry out:\n\n- prevention of fraud with data such as your name, gender and photo.\n",
			[]string{"[identity.name demographic.gender content.photo]: [security.fraud]: [legitimate-interests]"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := []string{}
			for _, f := range readText(tt.text, lexicon.English()).Flows {
				got = append(got, fmt.Sprintf("%v: %v: %v", f.Data, f.Purposes, f.LegalBases))
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

// A concept that a flow holds gives back the id of its entry.
func TestConceptIDs(t *testing.T) {
	kinds := map[lexicon.Kind]int{}
	for c := range taxonomy.All() {
		k := lexicon.KindOf(c.Facet)
		if k > lexicon.Recipient {
			continue
		}
		kinds[k]++
		e := new(lexicon.Entries).Of(k, c.ID, "")
		of := conceptOf(e)
		assert.Equal(t, kindSet(1)<<k, of.set(), c.ID)
		assert.Equal(t, c.ID, conceptIDs()[k][of%(1<<numberBits)])
	}
	assert.Len(t, kinds, int(lexicon.Recipient)+1)
}
