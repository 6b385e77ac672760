package tension

// How sentences speak, in English and Dutch: single words or two in a row in
// lower case; "*" at the end stands for any ending.
var (
	// ours are words by which an organisation speaks of itself.
	ours = []string{"we", "wij"}

	// passive are words of what is done without saying by whom.
	passive = []string{"be", "is", "are", "been", "worden", "wordt"}

	negations = []string{"not", "never", "no", "nor", "neither", "cannot", "impossible", "niet", "nooit", "geen", "noch"}

	// qualifiers limit what a sentence says: exceptions, conditions, occasions,
	// hedges, definitions that laws or the policy give, other people's doings.
	qualifiers = []string{
		"except", "excepting", "exceptions", "unless", "without", "other than", "apart from", "aside from", "save for", "but only", "only if", "only with",
		"if", "when", "where", "once", "until", "while", "during", "generally", "typically", "normally", "usually", "currently", "in general",
		"otherwise", "as defined", "as described", "described in", "as such", "in exchange", "monetary", "conventional", "traditional", "defined", "definition", "sense", "purposes of",
		"ccpa", "cpra", "california*", "nevada*", "in the", "business of", "through the", "in connection", "as part", "for their", "their own", "that", "which", "who", "die", "dat", "waarmee", "waarvan", "outside", "directly", "mean", "related to", "relating to", "relation to", "respect to", "any other", "other purpose", "other purposes", "purpose of",
		"responsible", "control", "text messag*", "sms", "opt-in", "full", "actual knowledge", "knowingly",
		"tenzij", "behalve", "zonder", "anders dan", "uitgezonderd", "indien", "als", "wanneer", "mits", "alleen", "uitsluitend", "in beginsel", "wetens",
	}

	// choices are words of what a person agrees to or asks for.
	choices = []string{
		"consent*", "permission", "opt", "opt-in", "opt-out", "choose*", "choice*", "request*", "direct us", "authorize*", "authorise*", "agree*", "elect",
		"toestemming*", "verzoek*", "kiest", "keuze*", "vraagt", "akkoord*",
	}

	children = []string{"child", "children", "children's", "child's", "parent", "guardian", "minor", "minors", "under", "kind", "kinderen", "minderjarig*", "jonger"}

	// giving are verbs of giving data to others; selling alone is none.
	giving = []string{
		"share", "shared", "shares", "sharing", "disclose", "disclosed", "discloses", "disclosing", "transfer", "transferred", "pass", "passed", "divulge", "make available", "made available", "release", "released", "reveal", "revealed", "engage", "engages", "engaged",
		"delen", "deelt", "gedeeld", "deel", "verstrekken", "verstrekt", "doorgeven", "doorgegeven", "geven", "bekendmaken", "bekendgemaakt", "overgedragen",
	}

	// taken are words after which somebody is no recipient.
	taken = []string{"by", "from", "help", "helps", "for", "about", "providers"}

	// taking are verbs of collecting and keeping data.
	taking = []string{
		"collect", "collects", "collected", "collecting", "gather", "gathers", "gathered", "obtain", "obtained", "record", "records", "recorded", "receive", "receives", "received", "store", "stores", "stored", "log", "logs", "logged", "process", "processes", "processed", "retain", "retained",
		"verzamelen", "verzamelt", "verzameld", "bewaren", "bewaart", "bewaard", "opslaan", "opgeslagen", "verwerken", "verwerkt", "registreren", "geregistreerd", "ontvangen",
	}

	// employing are verbs of using.
	employing = []string{
		"use", "uses", "used", "using", "process", "processed", "place", "set", "employ",
		"gebruiken", "gebruikt", "gebruik", "verwerken", "verwerkt", "plaatsen", "plaatst", "inzetten",
	}

	// alone are words that may follow in a refusal to collect any personal data.
	alone = []string{
		"about", "you", "your", "from", "of", "any", "kind", "users", "visitors", "our", "at", "all", "whatsoever",
		"over", "u", "je", "van", "onze", "bezoekers", "gebruikers", "verzamelen", "verwerken", "bewaren",
	}

	// disguised are words for data about people that no longer shows whom.
	disguised = []string{"pseudonym*", "hashed", "encrypted", "gepseudonimiseerd*", "versleuteld*"}

	// unreal are words for data that stands for no person.
	unreal = []string{"aggregate*", "anonym*", "de-identif*", "deidentif*", "non-personal*", "non-identif*", "pseudonym*", "statistic*", "geaggregeerd*", "anoniem*", "geanonimiseerd*", "statistisch*", "niet-persoonlijk*", "niet-identific*", "gegroepeerd*", "hashed"}

	// personal are words for data about people in general.
	personal = []string{
		"personal data", "personal information", "your data", "your information", "information about", "data about", "customer data", "user data", "your details", "this information", "this data", "any information",
		"persoonsgegevens", "uw gegevens", "je gegevens", "persoonlijke gegevens", "uw persoonlijke", "je persoonlijke", "deze gegevens",
	}

	// selling are verbs of selling.
	selling = []string{"sell", "sells", "sold", "selling", "rent", "verkopen", "verkoopt", "verkocht"}

	// limits are words that limit a refusal to sell to some data or occasion.
	limits = []string{"purpose of", "purposes of", "after", "except", "unless", "without", "if", "when", "where", "tenzij", "behalve", "zonder", "indien", "als", "wanneer"}

	// withholding are words of what people may not do.
	withholding = []string{"not have", "no right", "not entitled", "cannot", "can not", "may not", "don't have", "can't", "not grant", "not available", "not apply", "geen recht", "niet het", "niet verzoeken", "geen aanspraak"}

	entitling = []string{"right", "rights", "entitled", "request", "recht", "rechten", "verzoeken", "aanspraak"}

	// byUse, agreeing and disagreeing tell sentences in which use is consent.
	byUse = []string{
		"by using", "by visiting", "by accessing", "by continuing", "by downloading", "by installing", "by browsing",
		"continued use", "your use", "continue to", "you use", "you visit", "you access", "use of",
		"door gebruik", "door het", "door onze", "door deze", "gebruik van", "gebruik te",
	}
	agreeing    = []string{"consent", "consenting", "agree", "agreeing", "accept", "accepts", "accepting", "accepted", "acceptance", "consents", "akkoord", "stemt", "aanvaardt", "accepteert", "toestemming", "geeft"}
	disagreeing = []string{"not agree", "not accept", "not consent", "disagree", "outside", "don't agree", "niet akkoord", "niet instemt", "niet eens", "asked to"}

	// restricting are words that say which of a kind is meant.
	restricting = []string{"of", "about", "associated", "van", "over"}

	// dealing are words of matters other than collecting data.
	dealing = []string{"share", "shares", "disclose", "discloses", "sell", "sells", "sold", "sale", "advertis*", "marketing", "verkopen", "verkoopt", "reclame"}
)
