package portal

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"accord/server/policy"
)

func castOf(t *testing.T, files fs.FS, support string) cast {
	t.Helper()
	public, err := policy.NewPublicDomains(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := readCast(files, public, support)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The example's README and what a start prints name the same people, and one
// vendor.
func TestCast_TheExamplesReadmeNamesThem(t *testing.T) {
	text, err := os.ReadFile("../registry/example/README.md")
	if err != nil {
		t.Fatal(err)
	}
	signing, _, _ := strings.Cut(string(text), "Everyone else")
	c := castOf(t, Example(""), "")
	people := c.people()
	for _, m := range people {
		if !strings.Contains(signing, "`"+m.email+"`") {
			t.Errorf("the README does not say that %s signs in with the printed password", m.email)
		}
	}
	if n := strings.Count(signing, "@"); n != len(people) {
		t.Errorf("the README names %d, %d are printed", n, len(people))
	}
	if support := (Config{}).Filled().SupportEmail; !strings.HasSuffix(support, "@"+c.home) {
		t.Errorf("support is at %s, the vendor's people at %s", support, c.home)
	}
}

func TestCast_WithoutAVendorIsMadeUpWhereSupportIs(t *testing.T) {
	c := castOf(t, fstest.MapFS{
		"accounts.csv":       {Data: []byte("email,role\n")},
		"administrators.csv": {Data: []byte("email,contract_number\n")},
		"companies.csv":      {Data: []byte("kind,domains\ncustomer,alpha.example\n")},
	}, "help@nadel.example")
	for _, m := range c.people() {
		if !strings.HasSuffix(m.email, "@nadel.example") {
			t.Errorf("made up %s", m.email)
		}
	}
}
