package web

import (
	"go/ast"
	"go/parser"
	"go/token"
	"net/http/httptest"
	"strconv"
	"testing"

	"accord/shared/i18n"
	"accord/shared/wire"
)

// codes reads the codes from their source, so that a new one cannot be
// forgotten here.
func codes(t *testing.T) []wire.Code {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../../shared/wire/problem.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var found []wire.Code
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if of, ok := spec.Type.(*ast.Ident); !ok || of.Name != "Code" {
			return true
		}
		value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, wire.Code(value))
		return true
	})
	if len(found) < 20 {
		t.Fatalf("only %d codes found", len(found))
	}
	return found
}

func TestProblems_EveryCodeHasAStatusAndWords(t *testing.T) {
	for _, c := range codes(t) {
		if status := statuses()[c]; (status < 400 || status > 599) && c != wire.CodeOffline && c != wire.CodeUnsent {
			t.Errorf("%s: status %d", c, status)
		}
		for _, key := range []string{"problem." + string(c), "problem." + string(c) + ".detail"} {
			if !i18n.Has(key) {
				t.Errorf("no text %s", key)
			}
		}
	}
}

func TestProblems_SayWhatIsWrongWithEachField(t *testing.T) {
	err := &wire.Problem{Code: wire.CodeValidation, Fields: []wire.FieldError{
		{Field: "contract", Code: "product.one"}, {Field: "email", Code: "email.long", Args: []string{"254"}}}}
	for lang, want := range map[string][]string{
		"en": {"Give one serial number, one contract number or one programme", "The email address is too long. It can have up to 254 characters."},
		"ja": {"シリアル番号、契約番号、プログラムのいずれか 1 件を指定してください", "電子メールアドレスが長すぎます。254 文字までです。"},
	} {
		r := httptest.NewRequestWithContext(t.Context(), "GET", "/", nil)
		r.Header.Set("Accept-Language", lang)
		for i, f := range new(Server).worded(r, err).Fields {
			if f.Text != want[i] {
				t.Errorf("%s: %q", lang, f.Text)
			}
		}
	}
	if err.Fields[0].Text != "" {
		t.Error("the desk's problem was changed")
	}
}
