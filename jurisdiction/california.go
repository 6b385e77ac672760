package jurisdiction

import (
	"slices"
	"strings"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// A Category is a category of Californian law: of personal information, of
// sensitive personal information, or a business purpose. Which data and purposes
// belong to it is an engineer's map, not law; one datum can be in several.
type Category struct {
	Provision
	Kind     CategoryKind
	Data     []taxonomy.Data
	Purposes []taxonomy.Purpose
	Becomes  []string // of a purpose in the text of 2018: ids of those that replaced it
}

// A CategoryKind is what a category is of.
type CategoryKind string

// The kinds of category.
const (
	PersonalCategory  CategoryKind = "personal"  // Civ. Code § 1798.140(v)(1), in the text of 2018 (o)(1)
	SensitiveCategory CategoryKind = "sensitive" // (ae), none in the text of 2018
	BusinessPurpose   CategoryKind = "purpose"   // (e), in the text of 2018 (d), with other numbers
)

// Categories returns the categories of a kind on a date, by their letters. There
// are none before the CCPA, from 2020-01-01, and no sensitive ones before
// 2023-01-01.
//
// Errors are [ErrNoDate], and a [*ValueError] for a date that is not valid.
func Categories(kind CategoryKind, on policy.Date) ([]Category, error) {
	if err := checkDate(on); err != nil {
		return nil, err
	}
	return categories(kind, on), nil
}

func categories(kind CategoryKind, on policy.Date) []Category {
	var cs []Category
	for i := range categoryTable() {
		if r := &categoryTable()[i]; r.Kind == kind && r.Interval.Contains(on) {
			c := r.Category
			c.Citation = r.citation.at(on)
			c.Data, c.Purposes, c.Becomes = slices.Clone(c.Data), slices.Clone(c.Purposes), slices.Clone(c.Becomes)
			cs = append(cs, c)
		}
	}
	return cs
}

type categoryRow struct {
	Category
	citation history[string]
}

var categoryTable = table(func(r *reader) []categoryRow {
	var rows []categoryRow
	r.read("california", "id jurisdiction kind citation from until text data purposes becomes source mark note", func(f func(string) string) {
		rows = append(rows, categoryRow{
			Category: Category{Provision: r.provision(f), Kind: CategoryKind(f("kind")), Data: ids[taxonomy.Data](f("data")),
				Purposes: ids[taxonomy.Purpose](f("purposes")), Becomes: strings.Fields(f("becomes"))},
			citation: readHistory(r, f("citation"), func(_ *reader, s string) string { return s }),
		})
	})
	return rows
})

// A CategoryUse is a row of the table that Civ. Code § 1798.130(a)(5) asks a notice
// for: what a policy says of data of one category.
type CategoryUse struct {
	Category Category
	// Collected are the data of the category that the policy says are collected of
	// people in California. Stated tells whether it says so of them in particular:
	// by its words, or in a section for them.
	Collected []policy.DataCategory
	Stated    bool
	Sources   []taxonomy.Source
	// Purposes and Recipients are those that passages tie to such data. Business
	// are the ids of the business purposes of the law that the purposes fall under.
	Purposes   []taxonomy.Purpose
	Business   []string
	Recipients []taxonomy.Recipient
}

// CategoriesIn sorts what a policy says about data of people in California into the
// categories of personal and of sensitive personal information of a date, for
// comparison with a notice. Categories of which it says nothing are in the table
// too, without data. What the policy says of everybody counts, besides what it says
// of Californians.
//
// Errors are [ErrNoPolicy] and those of [Categories].
func CategoriesIn(p *policy.Policy, on policy.Date) ([]CategoryUse, error) {
	if p == nil {
		return nil, ErrNoPolicy
	}
	if err := checkDate(on); err != nil {
		return nil, err
	}
	x := newIndex(p, California, on)
	business := categories(BusinessPurpose, on)
	var uses []CategoryUse
	for _, c := range slices.Concat(categories(PersonalCategory, on), categories(SensitiveCategory, on)) {
		u := CategoryUse{Category: c}
		for _, d := range p.Data {
			if !d.Denied() && c.holds(d.ID) && x.extent(d.Region) > None {
				u.Collected = append(u.Collected, d)
				u.Stated = u.Stated || d.Region == policy.California || slices.ContainsFunc(d.Mentions, x.forCalifornians)
				u.Sources = add(u.Sources, d.Sources)
			}
		}
		for i := range p.Flows {
			f := &p.Flows[i]
			if x.extent(f.Region) > None && slices.ContainsFunc(f.Data, c.holds) {
				u.Sources = add(u.Sources, f.Sources)
				u.Purposes = add(u.Purposes, f.Purposes)
				u.Recipients = add(u.Recipients, f.Recipients)
			}
		}
		for _, b := range business {
			if slices.ContainsFunc(u.Purposes, func(id taxonomy.Purpose) bool {
				return slices.ContainsFunc(b.Purposes, func(of taxonomy.Purpose) bool { return id.Is(of) })
			}) {
				u.Business = append(u.Business, b.ID)
			}
		}
		uses = append(uses, u)
	}
	return uses, nil
}

// holds reports whether data belongs to the category.
func (c *Category) holds(id taxonomy.Data) bool {
	return slices.ContainsFunc(c.Data, func(of taxonomy.Data) bool { return id.Is(of) })
}

// add adds what is new.
func add[T comparable](to, from []T) []T {
	for _, v := range from {
		if !slices.Contains(to, v) {
			to = append(to, v)
		}
	}
	return to
}
