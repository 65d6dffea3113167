package i18n_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"accord/shared/i18n"
)

// reasonCodes reads the reason codes out of the package that names them, so
// that a new one cannot be forgotten here.
func reasonCodes(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../access/reason.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok {
			code, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			codes = append(codes, code)
		}
		return true
	})
	if len(codes) < 35 {
		t.Fatalf("only %d reason codes found", len(codes))
	}
	return codes
}

func TestReasons_EachSaysWhatItMeansAndWhatToDoNext(t *testing.T) {
	for _, code := range reasonCodes(t) {
		for _, key := range []string{"reason." + code, "reason." + code + ".mend", "why." + code} {
			for _, lang := range i18n.Langs() {
				got := i18n.T(lang, key, "Contract 1234567", "Example")
				if got == key || strings.TrimSpace(got) == "" {
					t.Errorf("%s has no text in %s", key, lang)
				}
				if strings.ContainsAny(got, "{}") {
					t.Errorf("%s in %s has an argument too many: %s", key, lang, got)
				}
			}
		}
	}
}
