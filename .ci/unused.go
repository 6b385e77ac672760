// Unused lists the exported names of the library's packages that nothing but
// their own package names: no other package, no example, no test.
//
//	go run .ci/unused.go
//
// It fails where there is one. A type is used too where a value of it is. These
// are not looked at:
//
//   - what stands in generated files: the rows of a table, which are there so that
//     a program can name each, and methods that are alike for every facet;
//   - fields with a tag, and their types: they are what a format asks for;
//   - methods that are called through an interface of the standard library.
//
// Modules below examples are modules of their own and do not count as use.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// throughInterface are the methods that fmt, errors, encoding and sort call.
var throughInterface = []string{"Error", "Is", "As", "Unwrap", "String", "GoString", "Format",
	"MarshalText", "UnmarshalText", "AppendText", "MarshalJSON", "UnmarshalJSON"}

// A pkg is what go list tells of a package.
type pkg struct {
	Dir, ImportPath, Export            string
	GoFiles, TestGoFiles, XTestGoFiles []string
	Standard                           bool
	Module                             *struct{ Main bool }
}

func (p *pkg) own() bool { return p.Module != nil && p.Module.Main }

// public reports whether the exported names of p are for other modules.
func (p *pkg) public() bool {
	return !strings.Contains(p.ImportPath+"/", "/internal/") && !strings.Contains(p.ImportPath, "/examples/")
}

// A checker type-checks the packages of the module. It parses every file once,
// so that an object is known by its place, whether it was checked with the tests
// of its package or without.
type checker struct {
	set     *token.FileSet
	files   map[string]*ast.File
	exports map[string]string // import path -> file with export data
	own     map[string]*types.Package
	other   types.Importer
	used    map[token.Pos]bool
}

func main() {
	c := &checker{set: token.NewFileSet(), files: map[string]*ast.File{}, exports: map[string]string{},
		own: map[string]*types.Package{}, used: map[token.Pos]bool{}}
	c.other = importer.ForCompiler(c.set, "gc", func(path string) (io.ReadCloser, error) { return os.Open(c.exports[path]) })
	var own []*pkg
	for _, p := range list() {
		switch {
		case strings.ContainsAny(p.ImportPath, " ") || strings.HasSuffix(p.ImportPath, ".test"): // variants for tests
		case p.own():
			own = append(own, p)
		default:
			c.exports[p.ImportPath] = p.Export
		}
	}
	for _, p := range own { // dependencies come first
		c.own[p.ImportPath] = c.check(p, p.GoFiles, !p.public())
	}
	for _, p := range own {
		if len(p.TestGoFiles) > 0 {
			c.check(p, append(slices.Clone(p.GoFiles), p.TestGoFiles...), true)
		}
		if len(p.XTestGoFiles) > 0 {
			c.check(p, p.XTestGoFiles, true)
		}
	}
	unused := 0
	for _, p := range own {
		if !p.public() {
			continue
		}
		c.readByTag(p)
		for _, name := range c.unused(p) {
			fmt.Println(name)
			unused++
		}
	}
	if unused > 0 {
		os.Exit(1)
	}
}

// list returns the packages of the module and all that they and their tests need,
// each after those that it imports.
func list() []*pkg {
	cmd := exec.Command("go", "list", "-export", "-deps", "-test", "-json=Dir,ImportPath,Export,GoFiles,TestGoFiles,XTestGoFiles,Standard,Module", "./...")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	check(err)
	var ps []*pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		p := new(pkg)
		err := d.Decode(p)
		if errors.Is(err, io.EOF) {
			return ps
		}
		check(err)
		ps = append(ps, p)
	}
}

// Import implements types.Importer.
func (c *checker) Import(path string) (*types.Package, error) {
	if p := c.own[path]; p != nil {
		return p, nil
	}
	return c.other.Import(path)
}

// check type-checks files of p. What they use of other packages counts, and in
// test files, or with all, also what they use of their own.
func (c *checker) check(p *pkg, names []string, all bool) *types.Package {
	var files []*ast.File
	for _, name := range names {
		path := filepath.Join(p.Dir, name)
		if c.files[path] == nil {
			f, err := parser.ParseFile(c.set, path, nil, parser.ParseComments|parser.SkipObjectResolution)
			check(err)
			c.files[path] = f
		}
		files = append(files, c.files[path])
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}, Types: map[ast.Expr]types.TypeAndValue{}}
	t, err := (&types.Config{Importer: c}).Check(p.ImportPath, c.set, files, info)
	check(err)
	counts := func(at token.Pos, of *types.Package) bool {
		return of != nil && (of != t || all && strings.HasSuffix(c.set.File(at).Name(), "_test.go"))
	}
	for id, o := range info.Uses {
		if counts(id.Pos(), o.Pkg()) {
			c.used[o.Pos()] = true
		}
	}
	for e, tv := range info.Types {
		for _, o := range named(tv.Type) {
			if counts(e.Pos(), o.Pkg()) {
				c.used[o.Pos()] = true
			}
		}
	}
	return t
}

// named returns the named types that a type is, points to, lists or returns.
func named(t types.Type) []types.Object {
	switch t := t.(type) {
	case *types.Named:
		return []types.Object{t.Obj()}
	case *types.Pointer:
		return named(t.Elem())
	case *types.Slice:
		return named(t.Elem())
	case *types.Map:
		return append(named(t.Key()), named(t.Elem())...)
	case *types.Signature:
		var os []types.Object
		for _, tuple := range []*types.Tuple{t.Params(), t.Results()} {
			for i := range tuple.Len() {
				os = append(os, named(tuple.At(i).Type())...)
			}
		}
		return os
	}
	return nil
}

// unused returns the exported names of p that nothing uses, with their places.
func (c *checker) unused(p *pkg) []string {
	var out []string
	look := func(o types.Object, name string) {
		if !o.Exported() || c.used[o.Pos()] || ast.IsGenerated(c.files[c.set.File(o.Pos()).Name()]) {
			return
		}
		place := c.set.Position(o.Pos())
		wd, _ := os.Getwd()
		if rel, err := filepath.Rel(wd, place.Filename); err == nil {
			place.Filename = rel
		}
		out = append(out, fmt.Sprintf("%s: %s", place, name))
	}
	scope := c.own[p.ImportPath].Scope()
	for _, name := range scope.Names() {
		o := scope.Lookup(name)
		look(o, name)
		t, ok := o.Type().(*types.Named)
		if _, isType := o.(*types.TypeName); !ok || !isType || !o.Exported() {
			continue
		}
		for m := range t.Methods() {
			if !slices.Contains(throughInterface, m.Name()) {
				look(m, name+"."+m.Name())
			}
		}
		if s, ok := t.Underlying().(*types.Struct); ok {
			for f := range s.Fields() {
				if !f.Embedded() {
					look(f, name+"."+f.Name())
				}
			}
		}
	}
	return out
}

// readByTag counts the fields of p that have a tag as used, and their types.
func (c *checker) readByTag(p *pkg) {
	scope := c.own[p.ImportPath].Scope()
	for _, name := range scope.Names() {
		s, ok := scope.Lookup(name).Type().Underlying().(*types.Struct)
		for i := 0; ok && i < s.NumFields(); i++ {
			if s.Tag(i) == "" {
				continue
			}
			c.used[s.Field(i).Pos()] = true
			for _, o := range named(s.Field(i).Type()) {
				c.used[o.Pos()] = true
			}
		}
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "unused:", err)
		os.Exit(1)
	}
}
