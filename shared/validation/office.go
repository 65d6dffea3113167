package validation

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"accord/shared/wire"
)

// maxCompanyName is how long a remembered company name may be, in characters.
const maxCompanyName = 200

// Domain checks a mail domain and returns it in its stored form: lower case,
// without "@". The problem names the field "value".
func Domain(s string) (string, *wire.FieldError) {
	s = strings.TrimPrefix(strings.Map(lower, strings.TrimSpace(foldWidth(strings.ToValidUTF8(s, " ")))), "@")
	switch {
	case s == "":
		return s, &wire.FieldError{Field: "value", Code: codeDomainRequired}
	case len(s) > MaxEmail || !hostname(s):
		return s, &wire.FieldError{Field: "value", Code: codeDomainForm}
	}
	return s, nil
}

// AddressOrDomain checks what a standing approval is for: a whole address when
// it has an "@" inside, else a mail domain. The problem names the field "value".
func AddressOrDomain(s string) (value string, address bool, problem *wire.FieldError) {
	if at := strings.IndexAny(strings.TrimSpace(s), "@＠"); at <= 0 {
		value, problem = Domain(s)
		return value, false, problem
	}
	if value, problem = Email(s); problem != nil {
		problem.Field = "value"
	}
	return value, true, problem
}

// EmployerOf is whom the owner of an address works for as far as the mail domain
// tells: a company that has this domain or one above it, or another. Whoever has
// a public domain is not known to belong, so domains hold none.
func EmployerOf(email string, domains []string) wire.Employer {
	_, domain, _ := strings.Cut(email, "@")
	for _, d := range domains {
		if domain == d || strings.HasSuffix(domain, "."+d) {
			return wire.EmployerOwn
		}
	}
	return wire.EmployerOther
}

// Employed checks for whom somebody works who is given access and, of a third
// party, what for (see Purpose). Where nothing is said, the mail domain tells.
func Employed(u wire.AddUser, domains []string, hidden ...string) (canonical wire.AddUser, problems []wire.FieldError) {
	switch u.Employer {
	case "":
		u.Employer = EmployerOf(u.Email, domains)
	case wire.EmployerOwn, wire.EmployerOther:
	default:
		return u, []wire.FieldError{{Field: "employer", Code: codeEmployerUnknown}}
	}
	if u.Employer == wire.EmployerOwn {
		u.Purpose = ""
		return u, nil
	}
	purpose, wrong := Purpose(u.Purpose, hidden...)
	if u.Purpose = purpose; wrong != nil {
		problems = append(problems, *wrong)
	}
	return u, problems
}

// CompanyName checks a company's name to remember: one line of 1 to 200
// characters. The problem names the field "value".
func CompanyName(s string) (string, *wire.FieldError) {
	s = latinLine(s)
	switch n := utf8.RuneCountInString(s); {
	case n == 0:
		return s, &wire.FieldError{Field: "value", Code: codeCompanyNameRequired}
	case n > maxCompanyName:
		return s, &wire.FieldError{Field: "value", Code: codeTextLong, Args: []string{strconv.Itoa(maxCompanyName)}}
	}
	return s, nil
}
