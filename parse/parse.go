package parse

import (
	"runtime"

	"golang.org/x/text/language"

	"example.com/policymodel/policy"
	"example.com/policymodel/taxonomy"
)

// DefaultLimit is the size in bytes of the largest text that is read where
// Config.Limit is 0. The longest policies known to us have about half a
// megabyte.
const DefaultLimit = 16 << 20

// A Config says how texts are to be read. The zero Config, like a nil one,
// means: find out language, layout and publisher from each text. New and Parse
// neither change nor keep a Config.
type Config struct {
	// Language of the texts: English or Dutch, as a tag whose base is en or
	// nl. The zero tag means: detect.
	Language language.Tag

	// Layout of the texts. AutoLayout, the zero value, means: detect.
	Layout Layout

	// Profile of the publisher. Nil means: detect, which is Generic for a
	// publisher without a profile.
	Profile *Profile

	// Terms are added to the built-in lexicon. Together they may have 16,000
	// words, where alternatives are multiplied out.
	Terms []Term

	// Limit is the size in bytes of the largest text to be read; 0 stands for
	// DefaultLimit.
	Limit int
}

// Parse reads a privacy policy. It is New(cfg).Parse(text) for a single text;
// a program that reads many makes one Parser.
//
// A text that cannot be read at all gives an *InputError. Whatever can be read
// gives a Policy, if need be an empty one with notes that say why.
func Parse(text string, cfg *Config) (*policy.Policy, error) {
	p, err := New(cfg)
	if err != nil {
		return nil, err
	}
	return p.Parse(text)
}

// A Parser, which New returns, reads policies. It is immutable: one Parser may be used by any
// number of goroutines at once, and gives the same Policy for the same text
// every time.
type Parser struct {
	cfg      Config
	lexicons lexicons
	idle     chan *memory
}

// New returns a Parser. Its error, for a language that is not supported or a
// term that cannot be used, is a *ConfigError. A nil cfg is the zero Config.
func New(cfg *Config) (*Parser, error) {
	p := &Parser{idle: make(chan *memory, runtime.GOMAXPROCS(0))}
	if cfg != nil {
		p.cfg = *cfg
	}
	if p.cfg.Limit == 0 {
		p.cfg.Limit = DefaultLimit
	}
	if err := p.cfg.check(); err != nil {
		return nil, err
	}
	p.lexicons.init(&p.cfg)
	return p, nil
}

// Parse reads one policy. Its error is an *InputError.
func (p *Parser) Parse(text string) (*policy.Policy, error) {
	bad, err := checkInput(text, p.cfg.Limit)
	if err != nil {
		return nil, err
	}
	mem := p.borrow()
	lay := mem.layout.Scan(text, p.cfg.Layout.format())
	lang := p.cfg.Language
	if lang == language.Und {
		lang = detectLanguage(text[lay.Start:lay.End])
	}
	prof := p.cfg.Profile
	if prof == nil {
		prof = detectProfile(text)
	}
	pol := &policy.Policy{
		Taxonomy: taxonomy.Version,
		Source:   policy.NewSource(text),
		Document: policy.Document{
			Language: lang, Profile: prof.Name, Layout: layoutOf(lay.Format).String(),
			Body: policy.Span{Start: lay.Start, End: lay.End},
		},
	}
	lex := p.lexicons.of(lang, prof)
	rec := readRecords(&mem.records, text, lay, lang, prof)
	mem.give(rec, prof)
	mem.reading.Read(pol, text, lay, lex, mem.given)
	putRecords(pol, rec)
	remark(pol, bad)
	p.giveBack(mem)
	return pol, nil
}
