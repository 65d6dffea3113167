package web

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"accord/shared/wire"
)

func documented(t *testing.T) (routes []route, document object) {
	t.Helper()
	s := &Server{Config: Config{Settings: wire.Settings{Version: "test"}, Origin: "http://localhost:1"}}
	routes = s.routes()
	text, err := s.document(routes)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &document); err != nil {
		t.Fatal(err)
	}
	return routes, document
}

func TestDocument_HoldsEveryRouteAndNoOther(t *testing.T) {
	routes, document := documented(t)
	want := map[string]bool{"GET " + wire.PathLive: true, "GET " + wire.PathOpenAPI: true}
	for _, r := range routes {
		want[r.method+" "+r.path] = true
	}
	ids := map[string]bool{}
	for path, item := range document["paths"].(object) {
		for method, operation := range item.(object) {
			name := strings.ToUpper(method) + " " + path
			if !want[name] {
				t.Errorf("%s is described and not there", name)
			}
			delete(want, name)
			o := operation.(object)
			id, _ := o["operationId"].(string)
			if id == "" || ids[id] || o["summary"] == "" || len(o["tags"].([]any)) == 0 {
				t.Errorf("%s: operationId %q, %v", name, id, o["summary"])
			}
			ids[id] = true
		}
	}
	if len(want) > 0 {
		t.Errorf("there and not described: %v", want)
	}
}

func TestDocument_IsWhole(t *testing.T) {
	_, document := documented(t)
	if document["openapi"] != "3.1.0" {
		t.Errorf("openapi %v", document["openapi"])
	}
	components := document["components"].(object)
	t.Run("EveryReferenceLeadsSomewhere", func(t *testing.T) {
		text, err := json.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		found := regexp.MustCompile(`"\$ref":"#/components/(\w+)/(\w+)"`).FindAllStringSubmatch(string(text), -1)
		if len(found) == 0 {
			t.Fatal("no references")
		}
		for _, m := range found {
			if group, _ := components[m[1]].(object); group[m[2]] == nil {
				t.Errorf("%s leads nowhere", m[0])
			}
		}
	})
	t.Run("EveryPathParameterIsDescribed", func(t *testing.T) {
		for path, item := range document["paths"].(object) {
			for method, operation := range item.(object) {
				described := map[string]bool{}
				parameters, _ := operation.(object)["parameters"].([]any)
				for _, p := range parameters {
					described[p.(object)["name"].(string)] = p.(object)["in"] == "path"
				}
				for _, m := range regexp.MustCompile(`\{(\w+)\}`).FindAllStringSubmatch(path, -1) {
					if !described[m[1]] {
						t.Errorf("%s %s: %s is not described", method, path, m[1])
					}
				}
			}
		}
	})
	t.Run("TypesOfTheSameNameAreOne", func(t *testing.T) {
		names := map[string]reflect.Type{}
		var visit func(reflect.Type)
		visit = func(r reflect.Type) {
			switch r.Kind() {
			case reflect.Pointer, reflect.Slice, reflect.Map:
				visit(r.Elem())
			case reflect.Struct:
				if other, ok := names[r.Name()]; ok {
					if other != r {
						t.Errorf("%v and %v share a name", r, other)
					}
					return
				}
				names[r.Name()] = r
				for f := range fieldsOf(r) {
					visit(f.Type)
				}
			}
		}
		routes, _ := documented(t)
		for _, r := range routes {
			for _, of := range []reflect.Type{r.body, r.answer} {
				if of != nil {
					visit(of)
				}
			}
		}
		visit(reflect.TypeFor[wire.Frame]())
	})
}

func TestDocument_NamesTheKeyWhereItCounts(t *testing.T) {
	_, document := documented(t)
	want := map[string]bool{ // whether it must be there
		"submit": true, "moveRequest": true, "decide": true, "confirmOfficeUsers": true, "mailAgain": true, "askForThirdParty": true, "extendAccess": true, "setMailPreference": false, "updateProfile": false, "setLanguage": false, "setZone": false, "setRole": false, "takeOver": false, "eraseAccount": false,

		"addOfficeUser": false, "changeRule": false, "leaveOffice": false, "nameAdministrator": false,
		"sendMessage": true, "markRead": false, "serve": false, "settle": false,
		"officeBatch": false, "revokeAccess": false, "setOfficeEnd": false,
	}
	got := map[string]bool{}
	for _, item := range document["paths"].(object) {
		for _, operation := range item.(object) {
			o := operation.(object)
			parameters, _ := o["parameters"].([]any)
			for _, p := range parameters {
				if p.(object)["name"] == wire.KeyHeader {
					got[o["operationId"].(string)] = p.(object)["required"].(bool)
				}
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestDocument_DescribesTheTypes(t *testing.T) {
	_, document := documented(t)
	text, err := json.Marshal(document["components"].(object)["schemas"].(object)["Submit"])
	if err != nil {
		t.Fatal(err)
	}
	want := `{"properties":{"agreed":{"type":"boolean"},"identifiers":{"items":{"type":"string"},"type":["array","null"]},` +
		`"kind":{"$ref":"#/components/schemas/Kind"},"level":{"$ref":"#/components/schemas/Level"},"program":{"type":"string"}},` +
		`"required":["level","kind","identifiers","agreed"],"type":"object"}`
	if string(text) != want {
		t.Errorf("got %s", text)
	}
}

// TestDocument_NamesEveryWord: an enumeration has all the words that its type is
// declared with, and a type that is declared with words is one.
func TestDocument_NamesEveryWord(t *testing.T) {
	declared := map[string][]string{} // words by type
	for _, dir := range []string{"access", "wire"} {
		paths, err := filepath.Glob("../../shared/" + dir + "/*.go")
		if err != nil || len(paths) == 0 {
			t.Fatalf("no sources of %s: %v", dir, err)
		}
		for _, path := range paths {
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				spec, ok := n.(*ast.ValueSpec)
				if !ok || len(spec.Values) != 1 {
					return true
				}
				of, named := spec.Type.(*ast.Ident)
				value, literal := spec.Values[0].(*ast.BasicLit)
				if named && literal && value.Kind == token.STRING {
					declared[dir+"."+of.Name] = append(declared[dir+"."+of.Name], strings.Trim(value.Value, `"`))
				}
				return true
			})
		}
	}
	types := newSchemas()
	for _, r := range (&Server{}).routes() {
		for _, of := range []reflect.Type{r.body, r.answer} {
			if of != nil {
				types.of(of)
			}
		}
		for _, p := range r.query {
			types.of(reflect.TypeOf(p.like))
		}
	}
	types.of(reflect.TypeFor[wire.Frame]())
	for name, words := range declared {
		_, short, _ := strings.Cut(name, ".")
		schema, _ := types.components[short].(object)
		switch name {
		case "access.Reason", // grows with the rules
			"access.CompanyKind": // is in no answer
			continue
		case "wire.Code": // two are the browser program's own
			words = slices.DeleteFunc(words, func(w string) bool { return w == string(wire.CodeOffline) || w == string(wire.CodeUnsent) })
		}
		got := []string{}
		enum, _ := schema["enum"].([]any)
		for _, word := range enum {
			got = append(got, fmt.Sprint(word))
		}
		slices.Sort(words)
		if diff := cmp.Diff(words, got); diff != "" {
			t.Errorf("%s (-declared +described):\n%s", name, diff)
		}
	}
}
