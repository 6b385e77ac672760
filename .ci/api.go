// Api prints the exported names of the library's packages, as Go declarations
// without comments or bodies, so that a change of the public surface shows as a
// difference from api.txt:
//
//	go run .ci/api.go > .ci/api.txt
//
// It fails where an exported name has no comment.
package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	undocumented := 0
	for _, dir := range packages() {
		var decls []string
		for _, file := range sources(dir) {
			set := token.NewFileSet()
			f, err := parser.ParseFile(set, file, nil, parser.ParseComments)
			check(err)
			for _, name := range bare(f) {
				fmt.Fprintf(os.Stderr, "%s: %s has no comment\n", file, name)
				undocumented++
			}
			decls = append(decls, exported(file)...)
		}
		if len(decls) == 0 {
			continue
		}
		slices.Sort(decls)
		fmt.Printf("package %s\n\n%s\n\n", filepath.ToSlash(dir), strings.Join(decls, "\n"))
	}
	if undocumented > 0 {
		os.Exit(1)
	}
}

// packages returns the folders of the public packages.
func packages() []string {
	var dirs []string
	for _, top := range []string{"taxonomy", "policy", "parse", "jurisdiction"} {
		check(filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return err
			}
			if d.Name() == "internal" || d.Name() == "testdata" {
				return fs.SkipDir
			}
			dirs = append(dirs, path)
			return nil
		}))
	}
	return dirs
}

func sources(dir string) []string {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	check(err)
	return slices.DeleteFunc(files, func(f string) bool { return strings.HasSuffix(f, "_test.go") })
}

// exported returns the exported declarations of a file. It is parsed once more,
// because comments that are dropped from a tree leave their lines behind.
func exported(file string) []string {
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
	check(err)
	ast.FileExports(f)
	var out []string
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			d.Body = nil
			out = append(out, print(set, d))
		case *ast.GenDecl:
			for _, s := range d.Specs {
				if d.Tok != token.IMPORT {
					out = append(out, d.Tok.String()+" "+print(set, s))
				}
			}
		}
	}
	return out
}

func print(set *token.FileSet, node any) string {
	var b bytes.Buffer
	check((&printer.Config{Mode: printer.UseSpaces | printer.TabIndent, Tabwidth: 8}).Fprint(&b, set, node))
	return strings.Join(slices.DeleteFunc(strings.Split(b.String(), "\n"), func(l string) bool { return strings.TrimSpace(l) == "" }), "\n")
}

// bare returns the exported names of f without a comment. A comment on a group
// of constants is enough for all of them.
func bare(f *ast.File) []string {
	var names []string
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Name.IsExported() && d.Doc == nil && (d.Recv == nil || ast.IsExported(receiver(d)) && !ofInterface(d.Name.Name)) {
				names = append(names, d.Name.Name)
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.TypeSpec:
					if s.Name.IsExported() && d.Doc == nil && s.Doc == nil {
						names = append(names, s.Name.Name)
					}
				case *ast.ValueSpec:
					for _, n := range s.Names {
						if n.IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil {
							names = append(names, n.Name)
						}
					}
				}
			}
		}
	}
	return names
}

// ofInterface reports whether a method's name says all about it.
func ofInterface(name string) bool { return name == "Error" }

func receiver(d *ast.FuncDecl) string {
	t := d.Recv.List[0].Type
	if p, ok := t.(*ast.StarExpr); ok {
		t = p.X
	}
	if g, ok := t.(*ast.IndexExpr); ok {
		t = g.X
	}
	if id, ok := t.(*ast.Ident); ok {
		return id.Name
	}
	return ""
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "api:", err)
		os.Exit(1)
	}
}
