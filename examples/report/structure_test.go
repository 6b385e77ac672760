package main

import (
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/policymodel/jurisdiction"
	"example.com/policymodel/policy"
)

var day = policy.Date{Year: 2026, Month: 1, Day: 15}

// A node is an element of a page, or text, which has no name.
type node struct {
	name     string
	attr     map[string]string
	text     string
	parent   *node
	children []*node
}

// parsePage reads a page as strict XML: what is well-formed as XML, with quoted
// attributes and no element left open, a browser cannot read in another way.
func parsePage(t testing.TB, page string) *node {
	t.Helper()
	root := new(node)
	at := root
	d := xml.NewDecoder(strings.NewReader(page))
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
		switch x := token.(type) {
		case xml.StartElement:
			n := &node{name: x.Name.Local, attr: make(map[string]string), parent: at}
			for _, a := range x.Attr {
				if _, twice := n.attr[a.Name.Local]; twice {
					t.Fatalf("the attribute %s twice", a.Name.Local)
				}
				n.attr[a.Name.Local] = a.Value
			}
			at.children = append(at.children, n)
			at = n
		case xml.EndElement:
			at = at.parent
		case xml.CharData:
			at.children = append(at.children, &node{text: string(x), parent: at})
		}
	}
	require.Same(t, root, at)
	return root
}

// all returns the elements below n with a name, or all elements for "".
func (n *node) all(name string) []*node {
	var list []*node
	for _, c := range n.children {
		if c.name != "" && (name == "" || c.name == name) {
			list = append(list, c)
		}
		list = append(list, c.all(name)...)
	}
	return list
}

// content returns the text below n, but for summaries, which belong to the page.
func (n *node) content() string {
	if n.name == "summary" {
		return ""
	}
	var b strings.Builder
	b.WriteString(n.text)
	for _, c := range n.children {
		b.WriteString(c.content())
	}
	return b.String()
}

var plainID = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*$`)

// byID returns the elements by their ids, which must be unique.
func (n *node) byID(t testing.TB) map[string]*node {
	t.Helper()
	ids := make(map[string]*node)
	for _, e := range n.all("") {
		if id, ok := e.attr["id"]; ok {
			if ids[id] != nil || !plainID.MatchString(id) {
				t.Fatalf("the id %q, perhaps twice", id)
			}
			ids[id] = e
		}
	}
	return ids
}

// ownElements are those that the template writes.
var ownElements = set(`html head meta title style body a header h1 h2 h3 p dl div dt dd nav ul li main section
	details summary span table thead tbody tr th td q b code svg desc path text g rect fieldset legend input label
	button mark footer script`)

// ownAttributes are those that the template writes, but for data-.
var ownAttributes = set(`lang charset http-equiv content name class href id role tabindex viewBox hidden type
	value checked for title open scope rel x y dx dy width height rx d stroke-width
	aria-label aria-labelledby aria-level`)

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

var link = regexp.MustCompile(`^(#[a-z][A-Za-z0-9-]*|https?://[^\s"'<>]+|mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+)$`)

// checkPage holds a page to all that is promised of pages, whatever the text.
func checkPage(t testing.TB, page, text string) *node {
	t.Helper()
	root := parsePage(t, page)
	ids := root.byID(t)

	for _, e := range root.all("") {
		if !ownElements[e.name] {
			t.Fatalf("an element %s", e.name)
		}
		for name, value := range e.attr {
			if !ownAttributes[name] && !strings.HasPrefix(name, "data-") {
				t.Fatalf("an attribute %s of %s", name, e.name)
			}
			if name == "href" && !link.MatchString(value) {
				t.Fatalf("a link to %q", value)
			}
			if name == "href" && value[0] == '#' && ids[value[1:]] == nil {
				t.Fatalf("a link to %s, which is nowhere", value)
			}
			if name == "aria-labelledby" || name == "for" {
				for _, id := range strings.Fields(value) {
					require.Contains(t, ids, id, name)
				}
			}
		}
	}

	// One style and one script, ours, and a policy that names them by hash.
	styles, scripts := root.all("style"), root.all("script")
	require.Len(t, styles, 1)
	require.Len(t, scripts, 1)
	require.Equal(t, style, styles[0].content())
	require.Equal(t, script, scripts[0].content())
	require.Equal(t, contentPolicy(), root.all("meta")[1].attr["content"])

	// The blocks make up the whole text.
	var joined strings.Builder
	kinds := make(map[string]bool)
	for _, p := range ids["policy"].all("p") {
		joined.WriteString(p.content())
	}
	require.Equal(t, shown(text), joined.String())
	require.Equal(t, joined.String(), ids["policy"].content(), "text outside of blocks")

	// Marks have rows; the legend has the kinds of the marks and no others.
	for _, m := range ids["policy"].all("mark") {
		for k := range strings.FieldsSeq(m.attr["data-kinds"]) {
			kinds[k] = true
		}
		if m.attr["title"] == "" {
			t.Fatal("a mark that says nothing")
		}
		for row := range strings.FieldsSeq(m.attr["data-rows"]) {
			if ids[row] == nil {
				t.Fatalf("a mark of the row %s, which is nowhere", row)
			}
		}
	}
	labelled := make(map[string]bool)
	for _, l := range root.all("label") {
		require.NotEmpty(t, strings.TrimSpace(l.content()))
		labelled[l.attr["for"]] = true
	}
	inLegend := make(map[string]bool)
	for _, i := range root.all("input") {
		require.True(t, labelled[i.attr["id"]], "an input without a label")
		inLegend[i.attr["value"]] = true
	}
	require.Equal(t, kinds, inLegend)

	// What assistive technology finds its way by.
	for _, name := range []string{"h1", "header", "nav", "main", "footer"} {
		require.Len(t, root.all(name), 1, name)
	}
	require.Equal(t, "#main", root.all("a")[0].attr["href"])
	for _, s := range root.all("section") {
		require.NotEmpty(t, ids[s.attr["aria-labelledby"]].content())
	}
	for _, row := range root.all("tr") {
		if slices.ContainsFunc(row.children, func(c *node) bool { return c.name != "" }) {
			if heads := row.all("th"); len(heads) == 0 || heads[0].attr["scope"] == "" {
				t.Fatal("a table row without a header")
			}
		}
	}
	for _, s := range root.all("svg") {
		require.Equal(t, "img", s.attr["role"])
		require.NotEmpty(t, s.attr["aria-labelledby"])
	}
	return root
}

// pageOf reports on a text, and on an older one if it is not "".
func pageOf(t testing.TB, text, older string) string {
	t.Helper()
	var page strings.Builder
	var before *version
	if older != "" {
		before = &version{Name: "older.txt", Text: older}
	}
	require.NoError(t, report(&page, version{Name: "policy.txt", Text: text}, before, jurisdiction.EEA, day))
	return page.String()
}

func TestStructure(t *testing.T) {
	for name, text := range map[string]string{
		"sample":       samplePolicy,
		"older":        sampleOlder,
		"nothing said": "Good morning.",
		"one line":     "We collect your name",
		"empty lines":  "\n\n  \n\nWe collect your name.\n\n\n\nWe collect your age.\n\n",
		"line ends":    "# Policy\r\n\r\nWe collect your name,\r\ne-mail address and\r\nphone number.\r\nWe keep them for one year.\r\n",
		"markdown":     "# Policy\n\n## Data\n\n- your *name*\n- your [e-mail address](https://a.example)\n\n### Deep\n\n#### Deeper\n\n##### Deepest\n\n###### No deeper\n\nWe sell nothing.\n",
		"Dutch":        "Privacybeleid\n\nWij verzamelen uw naam, e-mailadres en IP-adres om uw bestelling te leveren. Wij verkopen uw gegevens niet.\n",
		"not UTF-8":    "We collect your n\xffame.\nWe collect your e-mail address \xc3(.\n",
		"controls":     "We collect your name\x1b[31m and e-mail address every day of the year.\x0c We \u0085 do \ufffe not sell it.\n",
	} {
		t.Run(name, func(t *testing.T) {
			checkPage(t, pageOf(t, text, ""), text)
			checkPage(t, pageOf(t, text, sampleOlder), text)
		})
	}
}

// TestSections looks for what the sample's page must tell, each in its section.
func TestSections(t *testing.T) {
	ids := checkPage(t, pageOf(t, samplePolicy, sampleOlder), samplePolicy).byID(t)
	for id, wants := range map[string][]string{
		"changes": {"13 → 16", "Date of birth", "Google Analytics"},
		"law":     {"European Economic Area", "2026-01-15", "Art. 13(1)(a)", "line 7"},
		"records": {"Tidewell Lamps B.V.", "privacy@tidewell-lamps.example", "United States", "16"},
		"flows":   {"Delivery address", "Fraud prevention"},
		"facts":   {"contact.email", "denied", "7 years", "the EEA", "California", "with consent"},
	} {
		require.Contains(t, ids, id)
		for _, want := range wants {
			assert.Contains(t, ids[id].content(), want, id)
		}
	}
	mail := slices.IndexFunc(ids["records"].all("a"), func(a *node) bool {
		return a.attr["href"] == "mailto:privacy@tidewell-lamps.example"
	})
	assert.GreaterOrEqual(t, mail, 0)
}

// TestMarks looks at what marks say.
func TestMarks(t *testing.T) {
	root := parsePage(t, pageOf(t, samplePolicy, ""))
	says := make(map[string]string)
	for _, m := range root.all("mark") {
		says[m.content()] += m.attr["title"] + "\n"
	}
	assert.Contains(t, says["precise location"], "Precise location")
	assert.Contains(t, says["precise location"], "with consent")
	assert.Contains(t, says["data portability"], "for people in the EEA")
	assert.Contains(t, says["information about your health"], "denied")
}

func TestCorpus(t *testing.T) {
	folder := os.Getenv("POLICY_CORPUS")
	if folder == "" {
		t.Skip("POLICY_CORPUS is not set")
	}
	if !filepath.IsAbs(folder) {
		folder = filepath.Join("..", "..", folder) // from the root of the module
	}
	seeds, err := filepath.Glob(filepath.Join(folder, "corpus", "seeds", "*"))
	require.NoError(t, err)
	require.NotEmpty(t, seeds)
	for _, file := range seeds {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			checkPage(t, pageOf(t, string(text), ""), string(text))
		})
	}
}
