package reading

import (
	"testing"

	"example.com/policymodel/parse/internal/lexicon"
	"example.com/policymodel/taxonomy"
)

func TestData(t *testing.T) {
	var cases []factCase
	for _, c := range [][3]string{ // name, text, want
		// brackets and dashes
		{"an aim ends with its brackets", "We collect your address (to show you shops nearby), your browser type, and network information.", "contact.address, device.browser, device.network"},
		{"brackets deny", "We collect data on video calls (the content of the call is not recorded).", "content.video, no communication.content"},
		{"dash before examples", "We do not knowingly collect sensitive data - such as your religion or genetic data - from anybody.", ""},
		// denial
		{"label before a denial", "Payment information: we do not store your card number.", "financial, no financial.card"},
		{"not tailored", "The offers may not be tailored to what you like using information collected from cookies.", ""},
		{"cannot be read", "Your photos and voice recordings are stored in encrypted form and are not accessible to third parties.", ""},
		{"denied behind it", "The logs hold your phone number and do not track your location.", "contact.phone, no location"},
		{"denied for an aim only", "We do not collect your payment details for marketing purposes.", ""},
		{"providers as recipients", "We share your name with internet service providers and collect your IP address and internet service provider.", "identity.name, device.ip-address, device.network"},
		{"passive", "Your phone number is not stored.", "no contact.phone"},
		{"a kind of data defined", "Sensitive information is personal data that includes your religion and health data.", ""},
		{"forbidden", "It is a violation of our terms to provide us with health data or biometric data.", ""},
		{"denied of something else", "We do not show you advertising for your religion or health.", ""},
		{"number", "We collect your passport no, gender and country.", "identity.government-id, demographic.gender, demographic.country"},
		{"may or may not", "Other details that you may or may not provide include your religion and phone number.", "sensitive.religion, contact.phone"},
		{"no longer than", "The provider deletes your photo and never retains it longer than a month.", "content.photo"},
		{"what is not personal", "Personal information does not include aggregated or de-identified information.", ""},
		// what is kept, and processed on a ground
		{"kept", "# How long we keep data\n\nWe keep account information, such as your name and password, while you have an account.\n", "account, identity.name, account.credentials"},
		{"kept, in general", "# How long we keep data\n\nWe keep usage data for a year.\n", ""},
		{"on a ground", "# Legal basis\n\nFor the contract we need to process data such as your address and bank account.\n", "contact.address, financial.bank-account"},
		// what is no data
		{"managed", "You can manage your e-mail preferences in the app.", ""},
		{"advice", "We do not recommend that you put your phone number on your page.", ""},
		{"answers", "We use information to provide our service, to answer your questions and to respond to complaints you submit.", ""},
		{"court orders", "We share information in response to subpoenas, court orders or search warrants.", ""},
		{"records", "You may write to us about education records.", ""},
		{"reached by", "We may contact you by e-mail, telephone or post.", ""},
		{"logging in", "You can update your address by logging in to your account.", ""},
		{"ad network", "We work with ad network providers that receive information from us.", ""},
		{"every time you visit", "We record which page you open every time you visit.", "activity.browsing"},
		{"versions", "We collect information about the use of mobile versions of our services.", "activity"},
		{"a verb after you", "We collect the tabs you pin.", ""},
		{"contact details of the policy", "Requests can be submitted using the contact details found in section 9.", ""},
		// what is
		{"browser and system", "We collect details of your browser and operating system.", "device.os, device.browser"},
		{"we get", "We get your IP address and location data from the app.", "device.ip-address, location"},
		{"remembered", "Cookies are set to remember your preferences.", "account.preferences"},
		{"cookies as the means", "We collect information through cookies.", "tracking.cookie"},
		{"kept for an aim", "This allows us to store your preferences so that we can tailor our service.", "account.preferences"},
		{"music that is sold", "You have a subscription to our music streaming.", ""},
		{"music that was played", "We collect the songs played.", "activity.media"},
		{"answered below", "# What we collect\n\nD.\n\nGeolocation data\n\nYes\n\nE.\n\nBiometric information\n\nNo\n\n-\n", "location, no sensitive.biometric"},
		{"a question answered", "We collect health data.\n\nDo we sell it?\n\nNo.\n", "sensitive.health"},
		{"of what another verb denies", "The provider cannot open the photos and recordings it stores.", ""},
		{"denied of a verb behind", "We do not and will not store your photos.", "no content.photo"},
		{"denied, data in front", "Your photos are not stored.", "no content.photo"},
		{"not the same", "The rights to collect data may not be equivalent to those in your country.", ""},
		{"not all", "Not all calls are recorded by us.", ""},
		{"depending on", "Depending on your interactions with us, we collect your phone number.", "contact.phone"},
		{"a link's name", "You can opt out of collecting data by the cookie preferences link.", ""},
		{"left out", "We collect account information (excluding race or religion) and your photos.", "account, content.photo"},
		{"all but", "We collect no information other than your phone number.", "contact.phone"},
		{"our own", "We process your name, and our contact details are found below.", "identity.name"},
		{"our cookies", "We collect data through our cookies.", "tracking.cookie"},
		{"search results", "We use data so that you get relevant search results.", ""},
		{"by settings", "We collect your photos; you can stop that via your device settings.", "content.photo"},
		{"payments processed", "Providers receive data to deliver goods, process payments and refunds.", ""},
		{"state laws", "We collect data that federal or state laws protect, including gender.", "demographic.gender"},
		{"where it is offered", "We collect your name if the service is available in your country, city or region.", "identity.name"},
		{"people with complaints", "We collect data. Individuals with inquiries or complaints about it may write to us.", ""},
		{"a page's title", "We collect the title of the page and your job title.", "professional.occupation"},
		{"mails that are sent", "We use your name to send you emails, invoices and receipts.", "identity.name"},
		{"a phone as a device", "We collect information about the device (such as a mobile phone or computer) you use and your mobile phone number.", "device, contact.phone"},
		{"found in settings", "We collect your gender, which you can change in your account settings.", "demographic.gender"},
		{"not knowingly an aim", "We do not knowingly show advertising that is based on your religion.", ""},
		{"a verb as a noun", "Cookies let you resume where you left off.", ""},
		{"resumes in a list", "We collect your name, phone number and resume/CV.", "identity.name, contact.phone, professional.application"},
		{"record keeping", "We use your data for billing and financial record keeping.", ""},
		{"made anonymous", "We may create anonymised statistics.", "non-personal, aggregated"},
	} {
		cases = append(cases, factCase{c[0], c[1], taxonomy.FacetData, c[2]})
	}
	testFacts(t, lexicon.English(), cases)
}
