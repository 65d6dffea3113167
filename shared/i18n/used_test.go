package i18n

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestCatalogue_UsedKeys looks for every key that stands in the code of the
// browser program and the server, so that no page shows a key for a text.
func TestCatalogue_UsedKeys(t *testing.T) {
	call := regexp.MustCompile(`\bT\((?:[a-zA-Z.]+, )?"([a-z]+\.[A-Za-z0-9_.]+)"(\s*\+)?`)
	keys := 0
	for _, dir := range []string{"../../app", "../../server", "../words"} {
		err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			source, err := fs.ReadFile(os.DirFS(dir), name)
			if err != nil {
				return err
			}
			for _, m := range call.FindAllStringSubmatch(string(source), -1) {
				if m[2] != "" {
					continue // the rest of the key is made at run time
				}
				keys++
				if !Has(m[1]) {
					t.Errorf("%s/%s uses %q, which is not in the catalogue", dir, name, m[1])
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if keys < 100 {
		t.Errorf("only %d keys found: the search does not see the code any more", keys)
	}
}

// TestCatalogue_FieldErrors looks for every code that the desk finds wrong by
// itself; those of package validation are tested there.
func TestCatalogue_FieldErrors(t *testing.T) {
	code := regexp.MustCompile(`wire\.FieldError\{.*Code: +"([a-z_.]+)"`)
	files, err := fs.Glob(os.DirFS("../../server/desk"), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, name := range files {
		source, err := os.ReadFile("../../server/desk/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range code.FindAllStringSubmatch(string(source), -1) {
			found++
			if !Has("invalid." + m[1]) {
				t.Errorf("%s finds %q wrong, which has no text", name, m[1])
			}
		}
	}
	if found < 5 {
		t.Errorf("only %d codes found: the search does not see the code any more", found)
	}
}
