package validation

import (
	"strings"
	"testing"

	"accord/shared/wire"
)

func TestEmployed(t *testing.T) {
	domains := []string{"alpha.example", "gamma.example"}
	for name, c := range map[string]struct {
		u              wire.AddUser
		employer       wire.Employer
		purpose, wrong string
	}{
		"its domain":              {wire.AddUser{Email: "a@gamma.example"}, wire.EmployerOwn, "", ""},
		"below its domain":        {wire.AddUser{Email: "a@jp.alpha.example", Purpose: "x"}, wire.EmployerOwn, "", ""},
		"above its domain":        {wire.AddUser{Email: "a@example", Purpose: "x"}, wire.EmployerOther, "x", ""},
		"one that ends alike":     {wire.AddUser{Email: "a@notalpha.example", Purpose: "x"}, wire.EmployerOther, "x", ""},
		"without purpose":         {wire.AddUser{Email: "a@x.example"}, wire.EmployerOther, "", codePurposeRequired},
		"with a purpose":          {wire.AddUser{Email: "a@x.example", Purpose: " runs　it "}, wire.EmployerOther, "runs it", ""},
		"said, without purpose":   {wire.AddUser{Email: "a@x.example", Employer: wire.EmployerOther}, wire.EmployerOther, "", codePurposeRequired},
		"said against its name":   {wire.AddUser{Email: "a@x.example", Employer: wire.EmployerOwn, Purpose: "x"}, wire.EmployerOwn, "", ""},
		"a purpose that names it": {wire.AddUser{Email: "a@x.example", Purpose: "for 1001"}, wire.EmployerOther, "for 1001", codePurposeNumber},
		"a long purpose":          {wire.AddUser{Email: "a@x.example", Purpose: strings.Repeat("x", 201)}, wire.EmployerOther, strings.Repeat("x", 201), codeTextLong},
		"something else":          {wire.AddUser{Employer: "us"}, "us", "", codeEmployerUnknown},
	} {
		got, problems := Employed(c.u, domains, "1001")
		code := ""
		if len(problems) > 0 {
			code = problems[0].Code
		}
		if got.Employer != c.employer || got.Purpose != c.purpose || code != c.wrong {
			t.Errorf("%s: %+v %q, want %+v", name, got, code, c)
		}
	}
}

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
