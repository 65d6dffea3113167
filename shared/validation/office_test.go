package validation

import "testing"

func TestAddressOrDomain(t *testing.T) {
	for typed, want := range map[string]struct {
		value   string
		address bool
		code    string
	}{
		"Example.COM":  {"example.com", false, ""},
		"@example.com": {"example.com", false, ""},
		" ｅｘａｍｐｌｅ．ｃｏ．ｊｐ ": {"example.co.jp", false, ""},
		"Ann@Example.com": {"ann@example.com", true, ""},
		"ann＠example.com": {"ann@example.com", true, ""},
		"":                {"", false, codeDomainRequired},
		"localhost":       {"localhost", false, codeDomainForm},
		"a b.example":     {"a b.example", false, codeDomainForm},
		"ann@":            {"ann@", true, codeEmailForm},
	} {
		value, address, problem := AddressOrDomain(typed)
		code := ""
		if problem != nil {
			code = problem.Code
			if problem.Field != "value" {
				t.Errorf("%q: field %s", typed, problem.Field)
			}
		}
		if value != want.value || address != want.address || code != want.code {
			t.Errorf("%q: %q %v %q, want %+v", typed, value, address, code, want)
		}
	}
}
