package validation_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"testing"

	"accord/shared/i18n"
)

func TestCodes_EachHasATextInBothLanguages(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "code.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	codes := 0
	ast.Inspect(file, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if !ok {
			return true
		}
		code, err := strconv.Unquote(lit.Value)
		if err != nil {
			t.Fatal(err)
		}
		codes++
		for _, lang := range i18n.Langs() {
			if got := i18n.T(lang, "invalid."+code); got == "" || got == "invalid."+code {
				t.Errorf("invalid.%s has no text in %s", code, lang)
			}
		}
		return true
	})
	if codes < 30 {
		t.Errorf("code.go has %d codes; is this the right file?", codes)
	}
}
